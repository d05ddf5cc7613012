//! Texts for files of lines: letters and ends of lines, no other control.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_apart_and_controls_go() {
        assert_eq!(
            readable("un\tdeux\u{85}trois\r\nquatre\u{7}\u{1b}[0m"),
            "un deux trois\nquatre[0m"
        );
    }
}
