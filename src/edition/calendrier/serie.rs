//! Days that come back every week or every other week, told as one series: on a phone, one thing to add and to remove.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::calendar::{Date, TimeSpan};
use crate::guide::Occurrence;

/// Days under which a series is no shorter than its days.
const LEAST: usize = 3;

/// When something takes place: once, or several times at the same hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fois {
    /// The first day.
    pub jour: Date,
    /// The hours; none for the whole day.
    pub heures: Option<TimeSpan>,
    /// How it comes back.
    pub suite: Option<Suite>,
    /// The occurrence it was made from: its state, its place.
    pub de: Occurrence,
}

/// How something comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suite {
    /// Weeks from one to the next.
    pub semaines: i64,
    /// How many times, those that are left out included.
    pub fois: usize,
    /// Days left out.
    pub sauf: Vec<Date>,
}

/// The days of one event or passage, in as few entries as possible.
///
/// Days with a state, a place or a reason of their own stand alone: they are to be read.
pub(super) fn of(days: &[&Occurrence]) -> Vec<Fois> {
    let mut rhythms: BTreeMap<(i8, TimeSpan, bool), Vec<&Occurrence>> = BTreeMap::new();
    let mut found = Vec::new();
    for &one in days {
        let plain = one.etat.is_none() && one.seance.is_none();
        if one.horaires.is_empty() {
            found.push(once(one, None));
        }
        for &span in &one.horaires {
            let rhythm = (one.jour.weekday().to_monday_zero_offset(), span, one.sur_rendez_vous);
            match plain {
                true => rhythms.entry(rhythm).or_default().push(one),
                false => found.push(once(one, Some(span))),
            }
        }
    }
    for ((_, span, _), days) in rhythms {
        match series(&days) {
            Some(suite) => found.push(Fois { suite: Some(suite), ..once(days[0], Some(span)) }),
            None => found.extend(days.into_iter().map(|one| once(one, Some(span)))),
        }
    }
    found.sort_by_key(|fois| (fois.jour, fois.heures));
    found
}

fn once(one: &Occurrence, heures: Option<TimeSpan>) -> Fois {
    Fois { jour: one.jour, heures, suite: None, de: one.clone() }
}

/// The series that days of one weekday make, where it is worth it: most of its days are there.
fn series(days: &[&Occurrence]) -> Option<Suite> {
    let first = days.first()?.jour;
    let rank = |day: Date| first.until(day).map_or(0, |span| i64::from(span.get_days()) / 7);
    let semaines = if days.iter().all(|one| rank(one.jour) % 2 == 0) { 2 } else { 1 };
    let fois = usize::try_from(rank(days.last()?.jour) / semaines).ok()? + 1;
    let all = (0..fois).filter_map(|rank| {
        let weeks = semaines * i64::try_from(rank).ok()?;
        first.checked_add(weeks.weeks()).ok()
    });
    let sauf: Vec<Date> = all.filter(|day| days.iter().all(|one| one.jour != *day)).collect();
    (days.len() >= LEAST && sauf.len() < days.len()).then_some(Suite { semaines, fois, sauf })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Quoi;
    use jiff::civil::date;

    fn on(days: &[(i8, i8)]) -> Vec<Fois> {
        let span = TimeSpan { from: 540, to: 720, open_end: false };
        let one = |&(month, day): &(i8, i8)| Occurrence {
            jour: date(2027, month, day),
            horaires: vec![span],
            quoi: Quoi::Evenement(0),
            etat: None,
            sur_rendez_vous: false,
            jusqu_au: None,
            seance: None,
        };
        let days: Vec<Occurrence> = days.iter().map(one).collect();
        of(&days.iter().collect::<Vec<_>>())
    }

    fn suite(days: &[(i8, i8)]) -> Option<Suite> {
        on(days).remove(0).suite
    }

    #[test]
    fn every_week_with_a_gap() {
        // Tuesdays: 5, 12 and 26 January, 2 February; the 19th is missing.
        let found = suite(&[(1, 5), (1, 12), (1, 26), (2, 2)]).unwrap();
        assert_eq!(found, Suite { semaines: 1, fois: 5, sauf: vec![date(2027, 1, 19)] });
    }

    #[test]
    fn every_other_week() {
        let found = suite(&[(1, 5), (1, 19), (2, 2)]).unwrap();
        assert_eq!(found, Suite { semaines: 2, fois: 3, sauf: Vec::new() });
    }

    #[test]
    fn few_or_scattered_days_stand_alone() {
        assert_eq!(on(&[(1, 5), (1, 12)]).len(), 2);
        // First Tuesdays of the month: five weeks, four weeks apart.
        assert!(on(&[(1, 5), (2, 2), (3, 9)]).iter().all(|fois| fois.suite.is_none()));
        // Two weekdays are two series.
        assert_eq!(on(&[(1, 5), (1, 6), (1, 12), (1, 13), (1, 19), (1, 20)]).len(), 2);
    }
}
