//! The fingerprint of all that a document is made from, kept in the file itself: what did not change is not set again.

/// A fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub [u8; 16]);

impl Stamp {
    /// The fingerprint of some parts in their order; each counts with its length, so that none runs into the next.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut stamp = [0; 16];
        hasher.finalize_xof().fill(&mut stamp);
        Self(stamp)
    }

    /// Both halves of a PDF's `/ID`: the stamp, then twelve bytes of it and the number of pages.
    #[cfg(feature = "print")]
    pub(super) fn identifiers(self, pages: usize) -> String {
        let pages = u32::try_from(pages).unwrap_or(u32::MAX);
        let second = self.0[..12].iter().copied().chain(pages.to_be_bytes());
        let (first, second) = (hex(self.0), hex(second));
        format!("{BEFORE}{first}{BETWEEN}{second}>]")
    }
}

/// What stands before each half of an `/ID` that we write.
const BEFORE: &str = "/ID[<";
const BETWEEN: &str = "><";

#[cfg(feature = "print")]
fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    bytes.into_iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The fingerprint and the number of pages of a PDF that [`Press`](super::Press) made; nothing of any other file.
///
/// The end of a PDF says where its last table stands, and the table begins with its `/ID`: nothing else is read.
pub fn stamped(bytes: &[u8]) -> Option<(Stamp, usize)> {
    let end = bytes.strip_suffix(b"\n%%EOF")?;
    let digits = end.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = end.split_at(end.len() - digits);
    if !before.ends_with(b"startxref\n") {
        return None;
    }
    let start: usize = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let table = bytes.get(start..)?;
    let table = &table[..table.len().min(LONGEST)];
    let at = table.windows(BEFORE.len()).position(|bytes| bytes == BEFORE.as_bytes())?;
    let (first, rest) = sixteen(&table[at + BEFORE.len()..])?;
    let (second, _) = sixteen(rest.strip_prefix(BETWEEN.as_bytes())?)?;
    let (same, pages) = second.split_at(12);
    let pages = u32::from_be_bytes(pages.try_into().ok()?);
    (same == &first[..12]).then_some((Stamp(first), usize::try_from(pages).ok()?))
}

/// The dictionary of the last table is shorter than this.
const LONGEST: usize = 512;

/// Sixteen bytes written in hexadecimal, and what follows.
fn sixteen(text: &[u8]) -> Option<([u8; 16], &[u8])> {
    let (digits, rest) = text.split_at_checked(32)?;
    // Reading a number would allow a sign.
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some((bytes, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_one_another() {
        let of = |parts: &[&str]| Stamp::of(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["ab"]), of(&["ab", ""]));
    }

    #[test]
    fn other_files_have_no_stamp() {
        for bytes in ["", "%PDF-1.7", "\n%%EOF", "startxref\n\n%%EOF", "startxref\n9\n%%EOF"] {
            assert_eq!(stamped(bytes.as_bytes()), None, "{bytes}");
        }
        let half = "/ID[<00112233445566778899aabbccddeeff><00>]\nstartxref\n0\n%%EOF";
        assert_eq!(stamped(half.as_bytes()), None);
        let signed = half.replace("00>", "+0112233445566778899aabbccddee00>");
        assert_eq!(stamped(signed.as_bytes()), None);
    }
}
