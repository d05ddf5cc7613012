//! Since when: a year, a month of a year, or a day, as precise as somebody knows it.

use jiff::civil::Date;

use super::day::{DateFault, parse_date};
use super::names::{month_name, month_named};

/// The value of `depuis`: as precise as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Since {
    /// `2022`.
    Year(i16),
    /// `2022-04`: year, month from 1 to 12.
    Month(i16, i8),
    /// `2022-04-15`.
    Day(Date),
}

impl Since {
    /// Reads `2022`, `2022-04` or `2022-04-15`, or says in French what to write.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let text = text.trim();
        if let Some(year) = year(text) {
            return Ok(Self::Year(year));
        }
        let (first, last) = match text.split_once(['-', '/', ' ']) {
            Some(parts) => parts,
            None => return Err(fault(text, None)),
        };
        match (year(first), year(last)) {
            (Some(year), _) if last.len() == 2 => month_number(last)
                .map(|month| Self::Month(year, month))
                .ok_or_else(|| no_such_month(last)),
            (Some(year), _) => match month_number(last) {
                Some(month) => Err(fault(text, Some((year, month)))),
                None => parse_date(text).map(Self::Day),
            },
            (None, Some(year)) => Err(fault(text, month_number(first).map(|month| (year, month)))),
            _ => parse_date(text).map(Self::Day).map_err(|_| fault(text, None)),
        }
    }

    /// The first day it may mean: what puts such values in order on a calendar.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
        }
    }
}

impl std::fmt::Display for Since {
    /// `2022`, `avril 2022` or `15 avril 2022`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Year(year) => write!(out, "{year}"),
            Self::Month(year, month) => write!(out, "{} {year}", month_name(month)),
            Self::Day(date) => out.write_str(&super::words::short(date)),
        }
    }
}

/// Four digits of a year that a guide can speak of.
fn year(text: &str) -> Option<i16> {
    let year = text.parse().ok().filter(|_| text.len() == 4)?;
    (1800..=2199).contains(&year).then_some(year)
}

fn month_number(text: &str) -> Option<i8> {
    let month = text.parse().ok().or_else(|| month_named(text))?;
    (1..=12).contains(&month).then_some(month)
}

fn no_such_month(month: &str) -> DateFault {
    DateFault {
        message: format!("le mois {month} n’existe pas"),
        remedy: "écrivez l’année et le mois, par exemple 2022-04".into(),
    }
}

fn fault(text: &str, meant: Option<(i16, i8)>) -> DateFault {
    DateFault {
        message: format!("« {text} » n’est ni une année ni un mois"),
        remedy: match meant {
            Some((year, month)) => format!("écrivez {year}-{month:02}"),
            None => "écrivez l’année, ou l’année et le mois, par exemple 2022-04".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_precise_as_written() {
        assert_eq!(Since::parse("2022"), Ok(Since::Year(2022)));
        assert_eq!(Since::parse("2022-04"), Ok(Since::Month(2022, 4)));
        assert_eq!(Since::parse("2022-04-15"), Ok(Since::Day(Date::constant(2022, 4, 15))));
    }

    #[test]
    fn other_writings_are_answered_with_the_right_one() {
        for text in ["avril 2022", "04/2022", "2022/4", "2022 avril"] {
            assert_eq!(Since::parse(text).unwrap_err().remedy, "écrivez 2022-04");
        }
        assert_eq!(Since::parse("2022-13").unwrap_err().message, "le mois 13 n’existe pas");
        assert!(Since::parse("longtemps").is_err());
        assert!(Since::parse("").is_err());
        assert!(Since::parse("é é é").is_err());
    }
}
