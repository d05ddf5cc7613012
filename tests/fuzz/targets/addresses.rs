//! Any text as an address, and as the name that an address is made of.
#![no_main]

use jalon::address::Address;
use jalon::text::{slug, slug_of};
use jalon_fuzz::judge::addresses::fault;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = jalon_fuzz::text(bytes);
    for address in [Address::new(text.as_str()), Address::listed(&text)].into_iter().flatten() {
        assert_eq!(fault(&long_enough(address.as_str())), None);
        assert_eq!(Address::listed(address.as_str()), Ok(address));
    }
    let (one, other) = text.split_at(text.floor_char_boundary(text.len() / 2));
    for name in [slug(&text), slug_of(&[one, other])] {
        assert_eq!(slug(&name), name);
        let page = Address::new(format!("86-vienne/acteurs/{name}.html")).unwrap();
        assert_eq!(fault(page.as_str()), None);
        leads(&page, &Address::new(format!("{name}/index.html")).unwrap());
    }
});

/// Only single names are bounded here: a path is as long as its folders are deep.
fn long_enough(address: &str) -> String {
    if address.len() > 150 {
        address.rsplit('/').next().unwrap_or_default().to_owned()
    } else {
        address.to_owned()
    }
}

/// The link from one address to another ends at the other.
fn leads(from: &Address, to: &Address) {
    let mut folders: Vec<&str> = from.as_str().split('/').collect();
    folders.pop();
    let link = from.to(to);
    for part in link.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{link}"),
            name => folders.push(name),
        }
    }
    assert_eq!(folders.join("/"), to.as_str());
}
