//! Texts inside addresses: `mailto:`, queries.

/// A text in the query of an address (RFC 3986): only letters, digits and `-._~` stay.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let escaped = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(escaped).collect()
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
    fn mails_are_addressed_with_plain_letters() {
        assert_eq!(percent("Erreur : é&?"), "Erreur%20%3A%20%C3%A9%26%3F");
        assert_eq!(mailto("accueil-86@lieu.example"), "mailto:accueil-86@lieu.example");
        assert_eq!(mailto("a%0a?bcc=b@c.example"), "mailto:a%250a%3Fbcc%3Db@c.example");
    }
}
