//! The French names of weekdays and months, as written and as recognised.

use crate::text::fold;

/// Weekdays from Monday, as French writes them.
pub const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Months from January, as French writes them.
pub const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The name of a weekday counted from Monday (0 to 6).
pub fn weekday_name(index: usize) -> &'static str {
    WEEKDAYS.get(index).copied().unwrap_or_default()
}

/// The name of a month (1 to 12).
pub fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month - 1).unwrap_or(MONTHS.len());
    MONTHS.get(index).copied().unwrap_or_default()
}

/// The month (1 to 12) that a word names, accents and case aside: `août`, `Aout`, `sept`.
pub fn month_named(word: &str) -> Option<i8> {
    let word = fold(word);
    let short = match word.as_str() {
        "jan" | "janv" => 1,
        "fev" | "fevr" => 2,
        "avr" => 4,
        "juil" => 7,
        "sep" | "sept" => 9,
        "oct" => 10,
        "nov" => 11,
        "dec" => 12,
        _ => {
            let index = MONTHS.iter().position(|name| fold(name) == word)?;
            return i8::try_from(index + 1).ok();
        }
    };
    Some(short)
}
