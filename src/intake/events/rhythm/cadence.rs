//! Rules that may fit days: weekly, one week in two, the nth weekday of the month.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::calendar::{Date, TimeSpan, WEEKDAYS, short};
use crate::intake::events::days::hours as said;

use super::Hours;

/// How often weeks may come: the words that records have.
const EVERY: [(i32, &str); 3] =
    [(2, "une semaine sur deux"), (3, "une semaine sur trois"), (4, "une semaine sur quatre")];
/// Ordinals of a weekday in its month.
const NTH: [(i8, &str); 6] =
    [(1, "1er"), (2, "2e"), (3, "3e"), (4, "4e"), (5, "5e"), (-1, "dernier")];

/// The texts of the rules that are worth trying, up to a last day.
pub(super) fn texts(hours: &Hours, last: Date) -> Vec<String> {
    // Days without hours are no rule: records want hours in one.
    let Some(first) = hours.keys().next().copied() else { return Vec::new() };
    if hours.values().any(Vec::is_empty) {
        return Vec::new();
    }
    let all = |_: Date| true;
    let mut texts = vec![grouped(&habits(hours, (first, last), all), "")];
    for (weeks, words) in EVERY {
        let since = i64::from(first.weekday().to_monday_zero_offset());
        let monday = first.saturating_sub(since.days());
        let in_phase = |day: Date| (day - monday).get_days() / 7 % weeks == 0;
        let ending = format!(", {words} à partir du {}", plain(&short(first)));
        texts.push(grouped(&habits(hours, (first, last), in_phase), &ending));
    }
    for nths in [&NTH[..5], &NTH[5..]] {
        texts.push(monthly(hours, (first, last), nths));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Hours by weekday counted from Monday.
type Habits = BTreeMap<usize, Vec<TimeSpan>>;

/// For each weekday the hours it has most often, when it takes place at least every other time it could.
fn habits(hours: &Hours, (first, last): (Date, Date), wanted: impl Fn(Date) -> bool) -> Habits {
    let mut could: BTreeMap<usize, usize> = BTreeMap::new();
    let days = first.series(1.day()).take_while(|day| *day <= last);
    days.filter(|day| wanted(*day)).for_each(|day| *could.entry(weekday(day)).or_default() += 1);
    could
        .into_iter()
        .filter_map(|(index, could)| {
            let here = hours.iter().filter(|(day, _)| weekday(**day) == index && wanted(**day));
            let (spans, does) = commonest(here.map(|(_, spans)| spans))?;
            (does * 2 >= could).then(|| (index, spans.clone()))
        })
        .collect()
}

/// The hours that come most often among days, and how many days there are.
fn commonest<'a>(
    days: impl Iterator<Item = &'a Vec<TimeSpan>>,
) -> Option<(&'a Vec<TimeSpan>, usize)> {
    let mut often: BTreeMap<&Vec<TimeSpan>, usize> = BTreeMap::new();
    days.for_each(|spans| *often.entry(spans).or_default() += 1);
    let all = often.values().sum();
    // The first of equals: the earlier hours.
    let best = often.into_iter().rev().max_by_key(|(_, count)| *count)?;
    Some((best.0, all))
}

/// « lundi et jeudi 13h-19h ; samedi 10h-18h », each with the same ending.
fn grouped(habits: &Habits, ending: &str) -> String {
    let mut groups: Vec<(Vec<usize>, &Vec<TimeSpan>)> = Vec::new();
    for (index, spans) in habits {
        match groups.iter_mut().find(|(_, known)| *known == spans) {
            Some((indexes, _)) => indexes.push(*index),
            None => groups.push((vec![*index], spans)),
        }
    }
    let clause = |(indexes, spans): &(Vec<usize>, &Vec<TimeSpan>)| {
        format!("{} {}{ending}", weekdays(indexes), said(spans))
    };
    groups.iter().map(clause).collect::<Vec<_>>().join(" ; ")
}

/// « 1er et 3e mardi du mois 14h-16h », for every weekday that has such a habit.
fn monthly(hours: &Hours, (first, last): (Date, Date), nths: &[(i8, &str)]) -> String {
    let clause = |index: usize| -> Option<String> {
        let here = || hours.iter().filter(move |(day, _)| weekday(**day) == index);
        let (spans, _) = commonest(here().map(|(_, spans)| spans))?;
        let usual = |(nth, _): &&(i8, &str)| {
            let days = first.series(1.day()).take_while(|day| *day <= last);
            let could = days.filter(|day| weekday(*day) == index && is_nth(*day, *nth)).count();
            let does = here().filter(|(day, _)| is_nth(**day, *nth)).count();
            does > 0 && does * 2 >= could
        };
        let usual: Vec<&str> = nths.iter().filter(usual).map(|(_, word)| *word).collect();
        let told = (1..4).contains(&usual.len());
        told.then(|| format!("{} {} du mois {}", listed(&usual), WEEKDAYS[index], said(spans)))
    };
    (0..7).filter_map(clause).collect::<Vec<_>>().join(" ; ")
}

/// Whether a day is the nth of its weekday in its month, or the last.
fn is_nth(day: Date, nth: i8) -> bool {
    match nth {
        -1 => day.day() + 7 > day.days_in_month(),
        nth => (day.day() - 1) / 7 + 1 == nth,
    }
}

fn weekdays(indexes: &[usize]) -> String {
    let (first, last) = (indexes[0], indexes[indexes.len() - 1]);
    match indexes.len() {
        7 => "tous les jours".into(),
        count if count > 2 && last - first + 1 == count => {
            format!("du {} au {}", WEEKDAYS[first], WEEKDAYS[last])
        }
        _ => listed(&indexes.iter().map(|index| WEEKDAYS[*index]).collect::<Vec<_>>()),
    }
}

fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} et {last}", most.join(", ")),
    }
}

fn weekday(day: Date) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default()
}

/// Words with plain spaces, as people type them.
pub(super) fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}
