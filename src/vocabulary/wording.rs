//! What two ways of writing one value share.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold;

/// The same letters with one kind of apostrophe and single spaces, whatever the keyboard made.
pub(super) fn tidy(text: &str) -> String {
    let straight: String =
        text.nfc().map(|c| if c == '’' || c == 'ʼ' { '\'' } else { c }).collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and figures alone, without case or accents: `C.C.A.S.` is `ccas`.
pub(super) fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first letter or figure, without case or accent.
pub(super) fn initial(text: &str) -> Option<char> {
    let first = text.chars().find(|c| c.is_alphanumeric())?;
    fold(first.encode_utf8(&mut [0; 4])).chars().next()
}
