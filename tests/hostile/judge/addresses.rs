//! Addresses of published files, as every host, every disk and every archive must take them.

/// Names that Windows keeps for devices.
const DEVICES: &str = "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9";

/// Hidden files that hosts read.
const HIDDEN: [&str; 2] = [".htaccess", ".nojekyll"];

/// Longest path, in bytes: on Windows a path has 260 signs, those of the folder above included.
const LONGEST: usize = 200;

/// What is wrong with an address.
pub fn fault(address: &str) -> Option<String> {
    let name = |name: &str| {
        let stem = name.split('.').next().unwrap_or_default();
        let safe = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b);
        let hidden = name.starts_with('.') && !HIDDEN.contains(&name);
        !name.is_empty()
            && name.len() <= 90
            && name.bytes().all(safe)
            && !hidden
            && !name.ends_with('.')
            && !DEVICES.split(' ').any(|device| device == stem)
    };
    let good = address.len() <= LONGEST && address.split('/').all(name);
    (!good).then(|| format!("the address {address:?}"))
}

#[test]
fn addresses_that_leave_their_folder_are_found_out() {
    for bad in [
        "", "/a", "../a", "a/../b", "a//b", "a\\b", "É", "A", "con.html", "a/nul", "a.", ".env",
        "a b", "a:b",
    ] {
        assert!(fault(bad).is_some(), "{bad}");
    }
    assert_eq!(fault("86-vienne/acteurs/x-con.html"), None);
    assert_eq!(fault("86-vienne/.htaccess"), None);
}
