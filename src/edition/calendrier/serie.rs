//! Days that come back every week or every other week, told as one series: on a phone, one thing to add and to remove.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::calendar::{Date, TimeSpan};
use crate::guide::Occurrence;

/// When something takes place: once, or several times at the same hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fois {
    /// The first day.
    pub jour: Date,
    /// The hours; none for the whole day.
    pub heures: Option<TimeSpan>,
    /// How it comes back; none for a day that stands alone.
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

/// The days of one event or passage, in as few entries as possible; `comes_back` by weeks, or as it likes.
///
/// Days with a state, a place or a reason of their own stand alone: they are to be read. Whether others are one
/// series is for their rule to say: counted from the days to come, it would change while these go by, and so would
/// their names.
pub(super) fn of(days: &[&Occurrence], comes_back: bool) -> Vec<Fois> {
    let mut rhythms: BTreeMap<(i8, TimeSpan, bool), Vec<&Occurrence>> = BTreeMap::new();
    let mut found = Vec::new();
    for &one in days {
        let in_series = comes_back && one.etat.is_none() && one.seance.is_none();
        if one.horaires.is_empty() {
            found.push(once(one, None));
        }
        for &span in &one.horaires {
            let rhythm = (one.jour.weekday().to_monday_zero_offset(), span, one.sur_rendez_vous);
            match in_series {
                true => rhythms.entry(rhythm).or_default().push(one),
                false => found.push(once(one, Some(span))),
            }
        }
    }
    for ((_, span, _), days) in rhythms {
        let suite = series(&days);
        found.extend(days.first().map(|first| Fois { suite, ..once(first, Some(span)) }));
    }
    found.sort_by_key(|fois| (fois.jour, fois.heures));
    found
}

fn once(one: &Occurrence, heures: Option<TimeSpan>) -> Fois {
    Fois { jour: one.jour, heures, suite: None, de: one.clone() }
}

/// The series that days of one weekday make.
fn series(days: &[&Occurrence]) -> Option<Suite> {
    let first = days.first()?.jour;
    let rank = |day: Date| first.until(day).map_or(0, |span| i64::from(span.get_days()) / 7);
    let semaines = if days.iter().all(|one| rank(one.jour) % 2 == 0) { 2 } else { 1 };
    let fois = usize::try_from(rank(days.last()?.jour) / semaines).ok()? + 1;
    let all = (0..fois).filter_map(|rank| {
        let weeks = semaines * i64::try_from(rank).ok()?;
        first.checked_add(weeks.weeks()).ok()
    });
    let sauf = all.filter(|day| days.iter().all(|one| one.jour != *day)).collect();
    Some(Suite { semaines, fois, sauf })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Quoi;
    use jiff::civil::date;

    fn on(days: &[(i8, i8)], comes_back: bool) -> Vec<Fois> {
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
        of(&days.iter().collect::<Vec<_>>(), comes_back)
    }

    fn suite(days: &[(i8, i8)]) -> Option<Suite> {
        on(days, true).remove(0).suite
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
    fn a_series_stays_one_while_its_days_go_by() {
        let found = suite(&[(1, 5)]).unwrap();
        assert_eq!(found, Suite { semaines: 2, fois: 1, sauf: Vec::new() });
        let found = suite(&[(1, 5), (1, 26)]).unwrap();
        let sauf = vec![date(2027, 1, 12), date(2027, 1, 19)];
        assert_eq!(found, Suite { semaines: 1, fois: 4, sauf });
    }

    #[test]
    fn days_that_no_rule_of_weeks_gives_stand_alone() {
        // First Tuesdays of the month.
        let all = on(&[(1, 5), (2, 2), (3, 2)], false);
        assert!(all.iter().all(|fois| fois.suite.is_none()));
        assert_eq!(all.len(), 3);
        // Two weekdays are two series.
        let days = [(1, 5), (1, 6), (1, 12), (1, 13), (1, 19), (1, 20)];
        assert_eq!(on(&days, true).len(), 2);
    }
}
