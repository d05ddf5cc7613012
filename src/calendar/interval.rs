//! How often, or how long something stays fresh: `12 mois`, `8 semaines`.

use jiff::{Span, civil::Date};

use super::day::DateFault;
use crate::text::fold;

/// What an interval counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `jour`.
    Day,
    /// `semaine`.
    Week,
    /// `mois`.
    Month,
    /// `an`.
    Year,
}

/// A number of days, weeks, months or years: the value of `tous_les` and `fraicheur`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// How many, from 1 to 999.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Interval {
    /// Reads `12 mois`, `1 an`, `8 semaines`, `30 jours`, or says in French what to write.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let folded = fold(text.trim());
        let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
        let (number, word) = folded.split_at(digits);
        let unit = unit(word.trim());
        match (number.parse(), unit) {
            (Ok(count @ 1..=999), Some(unit)) => Ok(Self { count, unit }),
            (Ok(count @ 1..=999), None) if word.trim().is_empty() => Err(fault(
                format!("« {} » ne dit pas de quoi", text.trim()),
                format!("écrivez par exemple {count} mois ou {count} jours"),
            )),
            _ => Err(fault(
                format!("« {} » n’est pas une durée", text.trim()),
                "écrivez par exemple 12 mois, 1 an, 8 semaines ou 30 jours".into(),
            )),
        }
    }

    /// The day that comes this long after another; months end where they can (31 January plus one
    /// month is the last of February).
    pub fn after(self, date: Date) -> Date {
        let count = i64::from(self.count);
        let span = match self.unit {
            Unit::Day => Span::new().try_days(count),
            Unit::Week => Span::new().try_weeks(count),
            Unit::Month => Span::new().try_months(count),
            Unit::Year => Span::new().try_years(count),
        };
        span.map_or(date, |span| date.saturating_add(span))
    }
}

impl std::fmt::Display for Interval {
    /// `12 mois`, `1 an`, with a no-break space.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = if self.count > 1 { "s" } else { "" };
        let word = match self.unit {
            Unit::Day => format!("jour{plural}"),
            Unit::Week => format!("semaine{plural}"),
            Unit::Month => "mois".into(),
            Unit::Year => format!("an{plural}"),
        };
        write!(out, "{}\u{a0}{word}", self.count)
    }
}

/// The unit that a folded word names.
fn unit(word: &str) -> Option<Unit> {
    match word {
        "j" | "jour" | "jours" => Some(Unit::Day),
        "sem" | "semaine" | "semaines" => Some(Unit::Week),
        "mois" => Some(Unit::Month),
        "an" | "ans" | "annee" | "annees" => Some(Unit::Year),
        _ => None,
    }
}

fn fault(message: String, remedy: String) -> DateFault {
    DateFault { message, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn as_staff_write_them() {
        for (text, shown) in [
            ("12 mois", "12\u{a0}mois"),
            ("1 an", "1\u{a0}an"),
            ("2 Années", "2\u{a0}ans"),
            ("8semaines", "8\u{a0}semaines"),
            ("30 jours", "30\u{a0}jours"),
        ] {
            assert_eq!(Interval::parse(text).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_interval() {
        assert_eq!(
            Interval::parse("12").unwrap_err().remedy,
            "écrivez par exemple 12 mois ou 12 jours"
        );
        for text in ["", "mois", "0 jour", "-3 mois", "12 moi", "1000 ans", "٣ mois"] {
            assert!(Interval::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_day_after_it() {
        let month = Interval::parse("1 mois").unwrap();
        assert_eq!(month.after(date(2027, 1, 31)), date(2027, 2, 28));
        let weeks = Interval::parse("8 semaines").unwrap();
        assert_eq!(weeks.after(date(2026, 11, 23)), date(2027, 1, 18));
    }
}
