//! Texts inside addresses: `mailto:`, queries.

/// A text in the query of an address (RFC 3986): only letters, digits and `-._~` stay.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let escaped = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_are_addressed_with_plain_letters() {
        assert_eq!(percent("Erreur : é&?"), "Erreur%20%3A%20%C3%A9%26%3F");
    }
}
