//! The days of a thought counted by hand, apart from all the code that tests judge.

use jalon::calendar::{Date, Holidays, SchoolBreak};

use super::osm::{is_nth, iso_week};
use super::thought::{Narrowed, Off, Rule, Thought, Which};
use super::{Calendar, off, weekday};

impl Thought {
    /// The minutes of a day on which somebody is there.
    pub fn minutes(&self, date: Date) -> Vec<bool> {
        let mut open = vec![false; 1440];
        if self.closed.iter().any(|off| off.has(date)) {
            return open;
        }
        for rule in self.rules.iter().filter(|rule| rule.has(date)) {
            for (from, to) in rule.hours {
                open[usize::from(*from)..usize::from(*to)].fill(true);
            }
        }
        open
    }
}

impl Rule {
    fn has(&self, date: Date) -> bool {
        let chosen = match &self.which {
            Which::All => true,
            Which::Nth(nths) => nths.iter().any(|nth| is_nth(date, *nth)),
            Which::Even => iso_week(date) % 2 == 0,
            Which::Odd => iso_week(date) % 2 == 1,
            Which::OneIn(weeks, from) => *from <= date && weeks_walked(*from, date) % weeks == 0,
            Which::Numbered(from, to) => (*from..=*to).contains(&iso_week(date)),
        };
        let narrowed = match &self.narrowed {
            Narrowed::No => true,
            Narrowed::Except(off) => !off.has(date),
            Narrowed::During(off) => off.has(date),
        };
        self.weekdays.contains(&weekday(date)) && chosen && narrowed
    }
}

impl Off {
    fn has(&self, date: Date) -> bool {
        let school =
            |of: &Option<SchoolBreak>| off(date).filter(|(name, ..)| of.is_none() || of == name);
        match self {
            Self::Public => Calendar.is_public(date),
            Self::School(of) => school(of).is_some(),
            Self::Weeks(of, nths) => school(of).is_some_and(|off| is_in(date, off, nths)),
            Self::Without(of, nths) => school(of).is_some_and(|off| !is_in(date, off, nths)),
            Self::Days(from, to) => {
                let day = (date.month(), date.day());
                if from <= to { *from <= day && day <= *to } else { day >= *from || day <= *to }
            }
            Self::Once(from, to) => *from <= date && date <= *to,
        }
    }
}

/// Whether a day is in one of the nth weeks of holidays, by cutting these into weeks.
fn is_in(date: Date, (_, first, last): super::Off, nths: &[i8]) -> bool {
    let days = first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last);
    let mut weeks: Vec<Vec<Date>> = Vec::new();
    for day in days {
        if weeks.is_empty() || weekday(day) == 0 {
            weeks.push(Vec::new());
        }
        weeks.last_mut().unwrap().push(day);
    }
    let full = |week: &Vec<Date>| week.iter().filter(|day| weekday(**day) < 5).count() >= 3;
    if !weeks.iter().any(full) {
        return false;
    }
    while !full(&weeks[0]) {
        let early = weeks.remove(0);
        weeks[0].splice(0..0, early);
    }
    while !full(weeks.last().unwrap()) {
        let late = weeks.pop().unwrap();
        weeks.last_mut().unwrap().extend(late);
    }
    nths.iter().any(|nth| {
        let index = usize::from(nth.unsigned_abs()) - 1;
        let week = if *nth > 0 { weeks.get(index) } else { weeks.iter().rev().nth(index) };
        week.is_some_and(|week| week.contains(&date))
    })
}

/// Mondays passed from one day to another.
fn weeks_walked(from: Date, to: Date) -> i32 {
    let days = from.series(jiff::Span::new().days(1)).skip(1).take_while(|day| *day <= to);
    i32::try_from(days.filter(|day| weekday(*day) == 0).count()).unwrap()
}
