//! The holidays of one département: public ones by law, school ones as published, local ones as written.

mod public;
mod school;
#[cfg(test)]
mod tests;
mod written;

use jiff::civil::Date;

use super::{Holidays, SchoolBreak};

/// Days that a guide writes itself: for places or years the program does not know, or to correct it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalDays {
    /// School holidays, or public ones.
    pub school: bool,
    /// First and last day.
    pub days: (Date, Date),
    /// The holidays they are, when they bear one of the five names.
    pub name: Option<SchoolBreak>,
    /// They are no days off, whatever is published.
    pub taken_away: bool,
}

/// The calendar of one département.
#[derive(Clone, Debug, Default)]
pub struct HolidayCalendar {
    departement: String,
    zone: Option<school::Zone>,
    local: Vec<LocalDays>,
    /// First and last days between which all school holidays are known.
    known: Vec<(Date, Date)>,
}

impl HolidayCalendar {
    /// The calendar of a département by its code, with its local days.
    pub fn of(departement: &str, local: Vec<LocalDays>) -> Self {
        let zone = school::zone(departement);
        let known = zone.and_then(school::span).into_iter().chain(written::years(&local)).collect();
        Self { departement: departement.to_owned(), zone, local, known }
    }

    /// Whether the ministry publishes its school holidays in advance, as one of the three zones.
    pub fn has_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// Whether the school holidays of a day are known: nothing may be said of it otherwise.
    pub fn knows_school(&self, date: Date) -> bool {
        self.known.iter().any(|(first, last)| *first <= date && date <= *last)
    }

    /// The first day of some in a row whose school holidays are not known.
    pub fn school_unknown(&self, first: Date, last: Date) -> Option<Date> {
        let mut day = first;
        while day <= last {
            let holds = |known: &&(Date, Date)| known.0 <= day && day <= known.1;
            let Some((_, until)) = self.known.iter().find(holds) else { return Some(day) };
            day = until.tomorrow().ok()?;
        }
        None
    }

    /// The last day before another whose school holidays are known.
    pub fn school_known_before(&self, date: Date) -> Option<Date> {
        self.known.iter().map(|(_, last)| *last).filter(|last| *last < date).max()
    }

    /// How many school holidays the staff wrote for the school year of a day.
    pub fn breaks_written(&self, date: Date) -> usize {
        written::breaks(&self.local, school_year(date)).len()
    }

    /// Whether the program knows a day as off, whatever the staff wrote.
    pub fn is_published(&self, date: Date, school: bool) -> bool {
        match self.zone {
            _ if !school => public::is_public(date, &self.departement),
            Some(zone) => school::break_of(zone, date).is_some(),
            None => false,
        }
    }

    fn published(&self, date: Date) -> Option<school::Off> {
        school::break_of(self.zone?, date)
    }

    /// What the staff wrote of a day: days off first, so that holidays which move may cover some of the
    /// days they are taken from.
    fn locally(&self, date: Date, school: bool) -> Option<&LocalDays> {
        let holds = |local: &&LocalDays| {
            local.school == school && local.days.0 <= date && date <= local.days.1
        };
        let mut found = self.local.iter().filter(holds);
        let first = found.next()?;
        if first.taken_away {
            found.find(|local| !local.taken_away).or(Some(first))
        } else {
            Some(first)
        }
    }

    fn is_off(&self, date: Date, school: bool) -> bool {
        match self.locally(date, school) {
            Some(local) => !local.taken_away,
            None => self.is_published(date, school),
        }
    }
}

impl Holidays for HolidayCalendar {
    fn is_public(&self, date: Date) -> bool {
        self.is_off(date, false)
    }

    fn is_school(&self, date: Date) -> bool {
        self.is_off(date, true)
    }

    fn school_break(&self, date: Date) -> Option<SchoolBreak> {
        let published = || self.published(date).and_then(|off| off.name);
        match self.locally(date, true) {
            Some(local) if local.taken_away => None,
            Some(local) => local.name.or_else(published),
            None => published(),
        }
    }

    fn school_span(&self, date: Date) -> Option<(Date, Date)> {
        match self.locally(date, true) {
            Some(local) => (!local.taken_away).then_some(local.days),
            None => self.published(date).map(|off| off.span),
        }
    }
}

/// The year in which the school year of a day began, in September.
pub fn school_year(date: Date) -> i16 {
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
