//! Names that stay the same whatever the host, for programs that keep what they read: feeds, books.

/// The name of something as a UUID of the eighth kind, made by a rule of its own (RFC 9562): the same words, the same UUID.
pub fn urn(name: &str) -> String {
    let hash = blake3::hash(name.as_bytes());
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}
