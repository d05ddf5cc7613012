//! Addresses as a browser reads them.

/// Schemes that run nothing and that a guide leads to.
const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "sms", "geo"];

/// What is wrong with an address, its entities read.
pub fn fault(url: &str) -> Option<String> {
    if url == "data:," {
        return None; // The icon of a site that has none.
    }
    // Browsers leave out blanks and controls around an address, and ends of lines and tabs inside of it.
    let around = |c: char| c <= ' ';
    let seen: String =
        url.trim_matches(around).chars().filter(|c| !"\t\r\n".contains(*c)).collect();
    let first = seen.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = first.split_once(':') else {
        // Two slashes, whichever way they lean, lead to another host.
        let leaves = |text: &str| text.chars().take(2).filter(|c| "/\\".contains(*c)).count() == 2;
        return leaves(&seen).then(|| format!("{url:?} leads to another host"));
    };
    let scheme = scheme.to_ascii_lowercase();
    let number = seen.split_once(':').map_or("", |(_, number)| number);
    if !SCHEMES.contains(&scheme.as_str()) {
        return Some(format!("{url:?} has the scheme {scheme}"));
    }
    match scheme.as_str() {
        "tel" if !number.chars().all(|c| c.is_ascii_digit() || "+;=-.x".contains(c)) => {
            Some(format!("{url:?} is no number"))
        }
        "sms" => query(&seen, &["body"]),
        "mailto" => query(&seen, &["subject", "body"]),
        _ => None,
    }
}

/// What is wrong with the query of a message: a key that only a record can have written, a sign that no query has.
fn query(url: &str, keys: &[&str]) -> Option<String> {
    let query = url.split_once('?')?.1;
    let strange = query.chars().find(|c| !c.is_ascii_alphanumeric() && !"-._~%&=".contains(*c));
    let known = |part: &str| {
        part.is_empty() || part.split_once('=').is_some_and(|(key, _)| keys.contains(&key))
    };
    let mut parts = query.split('&');
    match (strange, parts.clone().all(known)) {
        (None, true) if parts.by_ref().filter(|part| !part.is_empty()).count() <= keys.len() => {
            None
        }
        _ => Some(format!("{url:?} says more than a message")),
    }
}

#[test]
fn addresses_that_lead_elsewhere_are_found_out() {
    for bad in [
        "javascript:x",
        "java\tscript:x",
        " \u{1}JavaScript:x",
        "//a.example",
        "\\/a.example",
        "data:text/html,x",
        "tel:12#",
        "sms:?&body=x&to=1",
        "mailto:a@b.fr?bcc=c",
        "sms:?&body=x y",
    ] {
        assert!(fault(bad).is_some(), "{bad:?}");
    }
    for good in
        ["../x.html", "#x", "https://a.example", "tel:+33536490000", "sms:?&body=x%20y", "data:,"]
    {
        assert_eq!(fault(good), None);
    }
}
