//! How long something lasts within a day: `2h30`.

use super::day::DateFault;
use crate::text::fold;

/// A length in minutes, from 1 minute to 24 hours: the value of `duree`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(u16);

impl Length {
    /// Reads `2h30`, `2 h 30`, `2h`, `1:30`, `90 min`, or says in French what to write.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        minutes(&fold(text)).filter(|minutes| (1..=24 * 60).contains(minutes)).map(Self).ok_or_else(
            || DateFault {
                message: format!("« {} » n’est pas une durée en heures", text.trim()),
                remedy: "écrivez par exemple 2h30, 2h ou 45 min".into(),
            },
        )
    }

    /// The length in minutes.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Length {
    /// `2 h 30`, `2 h`, `45 minutes`, with no-break spaces.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, 1) => write!(out, "1\u{a0}minute"),
            (0, minutes) => write!(out, "{minutes}\u{a0}minutes"),
            (hours, 0) => write!(out, "{hours}\u{a0}h"),
            (hours, minutes) => write!(out, "{hours}\u{a0}h\u{a0}{minutes:02}"),
        }
    }
}

/// Minutes of a folded text.
fn minutes(text: &str) -> Option<u16> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let number: u16 = number.parse().ok()?;
    if let "min" | "mn" | "minute" | "minutes" = rest {
        return Some(number);
    }
    let after = ["heures", "heure", "h", ":"].iter().find_map(|word| rest.strip_prefix(word))?;
    let after = after.trim_end_matches("min").trim_end_matches("mn");
    let extra = match after.len() {
        0 => 0,
        2 if after.bytes().all(|b| b.is_ascii_digit()) => {
            after.parse().ok().filter(|minutes| *minutes < 60)?
        }
        _ => return None,
    };
    number.checked_mul(60)?.checked_add(extra)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_staff_write_them() {
        for (text, shown) in [
            ("2h30", "2\u{a0}h\u{a0}30"),
            ("2 H 05", "2\u{a0}h\u{a0}05"),
            ("2h", "2\u{a0}h"),
            ("1 heure", "1\u{a0}h"),
            ("1h30 min", "1\u{a0}h\u{a0}30"),
            ("90 min", "1\u{a0}h\u{a0}30"),
            ("45 minutes", "45\u{a0}minutes"),
        ] {
            assert_eq!(Length::parse(text).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_length() {
        for text in ["", "2", "2h3", "2h60", "25h", "0h", "deux heures", "99999h"] {
            assert!(Length::parse(text).is_err(), "{text}");
        }
    }
}
