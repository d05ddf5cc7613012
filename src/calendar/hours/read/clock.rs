//! The times of day that a text may hold: `9h`, `9 h 30`, `09:00`, `9 heures`.

use super::super::times::DAY;
use super::lex::Raw;

/// A time at the start of a text whose first bytes are digits, and its length in bytes.
pub(in super::super) fn time(rest: &str, digits: usize) -> Option<(Raw, usize)> {
    if digits > 3 {
        return None;
    }
    let hour = &rest[..digits];
    let after = &rest[digits..];
    if let Some(minutes) = after.strip_prefix(':') {
        let count = leading_digits(minutes);
        return (count > 0).then(|| (minute(hour, &minutes[..count]), digits + 1 + count));
    }
    if let Some(minutes) = after.strip_prefix('.') {
        return (leading_digits(minutes) == 2).then_some((Raw::BadTime, digits + 3));
    }
    let gap = spaces(after);
    let word = hour_word(&after[gap..])?;
    let length = digits + gap + word;
    let minutes = minutes_after(&rest[length..]);
    let written = rest[length..length + minutes].trim_start();
    let written = if written.is_empty() { "00" } else { written };
    Some((minute(hour, written), length + minutes))
}

/// Bytes of `h`, `heure`, `heures` at the start of a text, where no other letter follows.
fn hour_word(text: &str) -> Option<usize> {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = text[..letters].to_lowercase();
    matches!(word.as_str(), "h" | "hs" | "hr" | "hrs" | "heure" | "heures").then_some(letters)
}

/// Bytes of the minutes after the word, with the space before them; 0 where there are none.
///
/// After a space, only two digits that no other time or date claims are minutes.
fn minutes_after(text: &str) -> usize {
    let gap = spaces(text);
    let digits = leading_digits(&text[gap..]);
    let rest = text[gap + digits..].trim_start();
    let claimed = hour_word(rest).is_some() || rest.starts_with([':', '/']);
    match digits {
        0 => 0,
        2 if gap == 0 || !claimed => gap + digits,
        _ if gap == 0 => digits,
        _ => 0,
    }
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Bytes of blanks, line ends aside.
fn spaces(text: &str) -> usize {
    text.find(|c: char| !c.is_whitespace() || c == '\n').unwrap_or(text.len())
}

/// The minute of the day, up to 24:00.
fn minute(hour: &str, minutes: &str) -> Raw {
    let read = |text: &str| text.parse::<u16>().ok();
    match (read(hour), read(minutes)) {
        (Some(hour), Some(minute))
            if minutes.len() == 2 && minute < 60 && hour * 60 + minute <= DAY =>
        {
            Raw::Time(hour * 60 + minute)
        }
        _ => Raw::BadTime,
    }
}
