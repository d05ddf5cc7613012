//! Days as staff write them: year-month-day, and what to answer to anything else.

use jiff::civil::Date;

use super::names::{month_name, month_named};

/// Years that a guide can speak of; anything else is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Why a text is not a day, a moment or a length of time, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFault {
    /// One sentence that says what is wrong.
    pub message: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

/// Reads `2026-12-08`; any other writing of a day is refused with the right one in the remedy.
pub fn parse_date(text: &str) -> Result<Date, DateFault> {
    let text = text.trim();
    let written = guess(text).ok_or_else(|| not_a_date(text))?;
    let date = check(written)?;
    if date.to_string() == text {
        return Ok(date);
    }
    Err(DateFault {
        message: format!("« {text} » n’est pas une date année-mois-jour"),
        remedy: format!("écrivez {date}"),
    })
}

/// The day with this year, month and day, or why there is none.
pub(super) fn check((year, month, day): (i16, i8, i8)) -> Result<Date, DateFault> {
    let fault = |message: String| DateFault { message, remedy: "corrigez la date".into() };
    if !YEARS.contains(&year) {
        return Err(fault(format!("l’année {year} n’est pas vraisemblable")));
    }
    if !(1..=12).contains(&month) {
        return Err(fault(format!("le mois {month} n’existe pas")));
    }
    Date::new(year, month, day).map_err(|_| {
        let name = month_name(month);
        let leap = if (month, day) == (2, 29) { format!(" {year}") } else { String::new() };
        fault(format!("le {day} {name}{leap} n’existe pas"))
    })
}

fn not_a_date(text: &str) -> DateFault {
    DateFault {
        message: format!("« {text} » n’est pas une date"),
        remedy: "écrivez la date année-mois-jour, par exemple 2026-12-08".into(),
    }
}

/// The year, month and day somebody meant: `2026-12-8`, `08/12/2026`, `8 décembre 2026`, `20261208`.
fn guess(text: &str) -> Option<(i16, i8, i8)> {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "-/.".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    match parts[..] {
        [whole] if whole.len() == 8 && whole.bytes().all(|b| b.is_ascii_digit()) => {
            numbers(&whole[..4], &whole[4..6], &whole[6..])
        }
        [year, month, day] if year.len() == 4 => numbers(year, month, day),
        [day, month, year] if year.len() == 4 => numbers(year, month, day),
        [_, day, month, year] if year.len() == 4 => numbers(year, month, day),
        _ => None,
    }
}

/// Numbers from words; the month may be named, the day may be `1er`.
fn numbers(year: &str, month: &str, day: &str) -> Option<(i16, i8, i8)> {
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let day = day.strip_suffix("er").unwrap_or(day);
    Some((year.parse().ok()?, month, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (String, String) {
        let fault = parse_date(text).unwrap_err();
        (fault.message, fault.remedy)
    }

    #[test]
    fn a_day_is_year_month_day() {
        assert_eq!(parse_date(" 2026-12-08 ").unwrap().to_string(), "2026-12-08");
        assert_eq!(parse_date("2028-02-29").unwrap().to_string(), "2028-02-29");
    }

    #[test]
    fn days_that_do_not_exist() {
        assert_eq!(fault("2026-02-30").0, "le 30 février n’existe pas");
        assert_eq!(fault("2026-02-29").0, "le 29 février 2026 n’existe pas");
        assert_eq!(fault("2026-13-01").0, "le mois 13 n’existe pas");
        assert_eq!(fault("31/11/2026").0, "le 31 novembre n’existe pas");
        assert_eq!(fault("0206-12-08").0, "l’année 206 n’est pas vraisemblable");
    }

    #[test]
    fn other_writings_are_answered_with_the_right_one() {
        for text in [
            "08/12/2026",
            "8.12.2026",
            "2026-12-8",
            "2026/12/08",
            "20261208",
            "8 décembre 2026",
            "mardi 8 Decembre 2026",
        ] {
            let (message, remedy) = fault(text);
            assert_eq!(message, format!("« {text} » n’est pas une date année-mois-jour"));
            assert_eq!(remedy, "écrivez 2026-12-08");
        }
        assert_eq!(fault("1er mars 2027").1, "écrivez 2027-03-01");
    }

    #[test]
    fn what_is_no_day_at_all() {
        for text in ["demain", "", "08/12/26", "été 2026", "2026-12-", "99999999"] {
            let (_, remedy) = fault(text);
            assert!(
                remedy == "écrivez la date année-mois-jour, par exemple 2026-12-08"
                    || remedy == "corrigez la date",
                "{text}: {remedy}"
            );
        }
    }
}
