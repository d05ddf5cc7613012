//! The holidays of one département: public ones by law, school ones as published, local ones as written.

mod public;
mod school;

use jiff::civil::Date;

use super::{Holidays, SchoolBreak};

/// Days off that a guide writes itself, for places or years the program does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalDays {
    /// School holidays, or public ones.
    pub school: bool,
    /// First and last day, both off.
    pub days: (Date, Date),
    /// The holidays they are, when they bear one of the five names.
    pub name: Option<SchoolBreak>,
}

/// The calendar of one département.
#[derive(Clone, Debug, Default)]
pub struct HolidayCalendar {
    departement: String,
    zone: Option<school::Zone>,
    local: Vec<LocalDays>,
}

impl HolidayCalendar {
    /// The calendar of a département by its code, with its local days.
    pub fn of(departement: &str, local: Vec<LocalDays>) -> Self {
        Self { departement: departement.to_owned(), zone: school::zone(departement), local }
    }

    /// Whether the school holidays of a day are known: nothing may be said of it otherwise.
    pub fn knows_school(&self, date: Date) -> bool {
        let published = self.zone.and_then(school::span);
        published.is_some_and(|(first, last)| first <= date && date <= last)
            || self.is_written(date)
    }

    /// Whether the staff wrote the whole school year of a day: with fewer holidays than a year has, a day
    /// of Noël could pass for term time.
    fn is_written(&self, date: Date) -> bool {
        let year = school_year(date);
        let school = self.local.iter().filter(|local| local.school);
        school.filter(|local| school_year(local.days.0) == year).count() >= BREAKS_A_YEAR
    }

    fn published(&self, date: Date) -> Option<school::Off> {
        school::break_of(self.zone?, date)
    }

    fn locally(&self, date: Date, school: bool) -> Option<&LocalDays> {
        let holds = |local: &&LocalDays| {
            local.school == school && local.days.0 <= date && date <= local.days.1
        };
        self.local.iter().find(holds)
    }
}

impl Holidays for HolidayCalendar {
    fn is_public(&self, date: Date) -> bool {
        public::is_public(date, &self.departement) || self.locally(date, false).is_some()
    }

    fn is_school(&self, date: Date) -> bool {
        self.published(date).is_some() || self.locally(date, true).is_some()
    }

    fn school_break(&self, date: Date) -> Option<SchoolBreak> {
        let published = self.published(date).and_then(|off| off.name);
        published.or_else(|| self.locally(date, true).and_then(|local| local.name))
    }

    fn school_span(&self, date: Date) -> Option<(Date, Date)> {
        let published = self.published(date).map(|off| off.span);
        published.or_else(|| self.locally(date, true).map(|local| local.days))
    }
}

/// Holidays that a school year has at least: Toussaint, Noël, hiver, printemps; summer is between two.
const BREAKS_A_YEAR: usize = 4;

/// The year in which the school year of a day began, in September.
fn school_year(date: Date) -> i16 {
    if date.month() >= 9 { date.year() } else { date.year() - 1 }
}

/// The five names of school holidays, however they are written: « Vacances d’hiver ».
pub fn named_break(name: &str) -> Option<SchoolBreak> {
    let name = crate::text::fold(name);
    let words = [
        ("toussaint", SchoolBreak::Toussaint),
        ("noel", SchoolBreak::Noel),
        ("hiver", SchoolBreak::Hiver),
        ("printemps", SchoolBreak::Printemps),
        ("ete", SchoolBreak::Ete),
    ];
    let is_word = |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    words.into_iter().find(|(word, _)| is_word(word)).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_place_without_published_holidays_says_so() {
        let vienne = HolidayCalendar::of("86", Vec::new());
        assert!(vienne.knows_school(date(2026, 12, 24)) && vienne.is_school(date(2026, 12, 24)));
        assert!(!vienne.knows_school(date(2035, 12, 24)));
        let corse = HolidayCalendar::of("2A", Vec::new());
        assert!(!corse.knows_school(date(2026, 12, 24)) && !corse.is_school(date(2026, 12, 24)));
    }

    #[test]
    fn local_days_are_added() {
        let noel = LocalDays {
            school: true,
            days: (date(2026, 12, 19), date(2027, 1, 3)),
            name: named_break("Vacances de Noël"),
        };
        let others = [(2026, 10), (2027, 2), (2027, 4)].map(|(year, month)| LocalDays {
            days: (date(year, month, 10), date(year, month, 20)),
            name: None,
            ..noel.clone()
        });
        let alone = HolidayCalendar::of("2A", vec![noel.clone()]);
        assert!(!alone.knows_school(date(2026, 12, 24)) && alone.is_school(date(2026, 12, 24)));
        let corse = HolidayCalendar::of("2A", others.into_iter().chain([noel]).collect());
        assert!(corse.knows_school(date(2026, 12, 24)) && corse.is_school(date(2026, 12, 24)));
        assert_eq!(corse.school_break(date(2027, 1, 3)), Some(SchoolBreak::Noel));
        assert_eq!(
            corse.school_span(date(2027, 1, 3)),
            Some((date(2026, 12, 19), date(2027, 1, 3)))
        );
        assert!(!corse.is_public(date(2026, 12, 24)) && corse.is_public(date(2026, 12, 25)));
    }

    #[test]
    fn names_are_read_as_words() {
        assert_eq!(named_break("Vacances d'été"), Some(SchoolBreak::Ete));
        assert_eq!(named_break("Pont de l'Ascension"), None);
        assert_eq!(named_break("fetes"), None);
    }
}
