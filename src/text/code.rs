//! The durable short code of a record, for paper: four signs, from its name in addresses alone.

/// The signs of a code, and why no other (docs/adr/0018-short-codes.md): none looks like another or like one that is
/// not here (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V); no vowel makes a word; none sounds like another for who searches
/// ([`super::search::table`]), so that what was typed is compared as any other word is.
pub const SIGNS: &str = "346789DFHJKMNRWY";

/// How many signs a code has.
const LENGTH: u32 = 4;

/// The code of a name. It is printed: it never changes, whatever the version.
///
/// FNV-1a of 32 bits, its halves mixed (names that differ by a number only do not meet more often than others), written in
/// base 15: each figure says how far the next sign is from the one before, so that none stands twice in a row. A code
/// of figures only would be read as a number and one of letters only as a sigle: the
/// name is then read once more.
pub fn code(name: &str) -> String {
    let mut hash: u32 = 2_166_136_261;
    loop {
        for byte in name.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
        }
        let code = signs(hash ^ (hash >> 16));
        if code.contains(|c: char| c.is_ascii_digit()) && code.contains(char::is_alphabetic) {
            return code;
        }
    }
}

/// Four signs for the last four figures of a number in base 15, the last one first.
fn signs(number: u32) -> String {
    let signs = SIGNS.as_bytes();
    let base = signs.len() - 1;
    let (mut at, mut rest) = (0, number as usize);
    let next = |_| {
        at = (at + 1 + rest % base) % signs.len();
        rest /= base;
        char::from(signs[at])
    };
    (0..LENGTH).map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::search::joined;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Written by `tests/codes.py`, a second hand: neither it nor these may ever change.
    const PINNED: &str = include_str!("../../tests/codes.txt");

    #[test]
    fn codes_never_change() {
        let pinned: Vec<(&str, &str)> =
            PINNED.lines().filter_map(|line| line.split_once(' ')).collect();
        assert!(pinned.len() >= 20, "{}", pinned.len());
        for (known, name) in pinned {
            assert_eq!(code(name), known, "{name}");
        }
    }

    #[test]
    fn a_search_tells_codes_apart() {
        let count = 15_usize.pow(LENGTH);
        let all: BTreeSet<String> = (0..15_u32.pow(LENGTH)).map(signs).collect();
        let heard: BTreeSet<String> = all.iter().map(|code| joined(code)).collect();
        assert_eq!((all.len(), heard.len()), (count, count));
        // Cut by a space or a hyphen, a code is still the same.
        for code in &all {
            assert_eq!(joined(code), joined(&format!("{} {}", &code[..2], &code[2..])));
            assert_eq!(joined(code), joined(&format!("{}-{}", &code[..1], &code[1..])));
        }
    }

    proptest! {
        #[test]
        fn a_code_is_neither_a_number_nor_a_sigle(name in ".{0,40}") {
            let code = code(&name);
            prop_assert_eq!(code.len(), 4);
            prop_assert!(code.chars().all(|sign| SIGNS.contains(sign)));
            prop_assert!(code.chars().any(|sign| sign.is_ascii_digit()));
            prop_assert!(code.chars().any(|sign| sign.is_ascii_uppercase()));
            prop_assert!(code.as_bytes().windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
