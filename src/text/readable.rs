//! Texts for files of lines: letters and ends of lines, no other control.

use std::borrow::Cow;

/// A text without its controls: those that part words are spaces, the others are nothing; `\n` stays.
pub fn readable(text: &str) -> String {
    let letter = |c: char| match c {
        '\n' => Some(c),
        '\r' => None,
        _ if c.is_control() => c.is_whitespace().then_some(' '),
        _ => Some(c),
    };
    text.chars().filter_map(letter).collect()
}

/// A text whose controls are spaces as long as they were, in bytes; ends of lines and tabs stay.
///
/// No page, table or terminal should be given the others, and no place in the text moves. Signs that turn the reading round
/// go too: what follows them would be shown backwards, a telephone number as well. Arabic and Hebrew need none of them.
pub fn blanked(text: &str) -> Cow<'_, str> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let unseen = |c: char| turns(c) || c.is_control() && !"\n\r\t".contains(c);
    if !text.contains(unseen) {
        return Cow::Borrowed(text);
    }
    let letter = |c: char| match c.len_utf8() {
        _ if !unseen(c) => c,
        1 => ' ',
        2 => '\u{a0}',
        _ => '\u{2009}',
    };
    Cow::Owned(text.chars().map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_blanks_of_their_length() {
        let text = "un\u{0}deux\u{1b}[0m\u{9b}1m\r\n\ttrois\u{7f}\u{202e}05\u{2069}";
        assert_eq!(blanked(text), "un deux [0m\u{a0}1m\r\n\ttrois \u{2009}05\u{2009}");
        assert_eq!(blanked(text).len(), text.len());
    }

    #[test]
    fn words_stay_apart_and_controls_go() {
        assert_eq!(
            readable("un\tdeux\u{85}trois\r\nquatre\u{7}\u{1b}[0m"),
            "un deux trois\nquatre[0m"
        );
    }
}
