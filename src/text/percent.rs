//! Addresses: their scheme, texts inside of them (`mailto:`, queries).

/// A text in the query of an address (RFC 3986): only letters, digits and `-._~` stay.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let escaped = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(escaped).collect()
}

/// Whether an address begins with a scheme, in small or capital letters.
pub fn has_scheme(address: &str, scheme: &str) -> bool {
    address.split_once(':').is_some_and(|(own, _)| own.eq_ignore_ascii_case(scheme))
}

/// Whether an address leads to the web; that of a page, « http.html », does not.
pub fn on_the_web(address: &str) -> bool {
    address.contains("://") && ["http", "https"].iter().any(|one| has_scheme(address, one))
}

/// Where a letter to an address goes; signs of its name that would begin a query are escaped (RFC 6068).
pub fn mailto(address: &str) -> String {
    let (name, host) = address.rsplit_once('@').unwrap_or((address, ""));
    format!("mailto:{}@{host}", percent(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_have_its_scheme() {
        for web in ["https://a.example", "HTTP://A.EXAMPLE/x?y"] {
            assert!(on_the_web(web), "{web}");
        }
        for other in ["http.html", "httpé://a.example", "../https://a", "mailto:a@b.fr", "http:x"]
        {
            assert!(!on_the_web(other), "{other}");
        }
    }

    #[test]
    fn mails_are_addressed_with_plain_letters() {
        assert_eq!(percent("Erreur : é&?"), "Erreur%20%3A%20%C3%A9%26%3F");
        assert_eq!(mailto("accueil-86@lieu.example"), "mailto:accueil-86@lieu.example");
        assert_eq!(mailto("a%0a?bcc=b@c.example"), "mailto:a%250a%3Fbcc%3Db@c.example");
    }
}
