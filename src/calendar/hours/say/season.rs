//! Parts of the year and holidays in words.

use jiff::civil::Date;

use super::super::super::names::month_name;
use super::super::super::words::{day_and_month, day_number, range, short};
use super::super::days::{Days, Period, last_day};
use super::super::holiday::Holiday;
use super::{listed, part};

/// The same one by one, where being in any of them is enough; nothing where two kinds must meet.
pub(super) fn season_parts(days: &Days) -> Option<Vec<String>> {
    match (&days.periods[..], &days.during[..], &days.years[..]) {
        ([], during, []) if !during.is_empty() => {
            Some(during.iter().map(|holiday| during_words(*holiday)).collect())
        }
        (periods, [], []) if !periods.is_empty() => Some(periods_words(periods)),
        _ => season_words(days).map(|words| vec![words]),
    }
}

/// What narrows to a part of the year or to holidays, as it begins a sentence: `en août`,
/// `pendant les vacances scolaires`; nothing where nothing does.
pub(in super::super) fn season_words(days: &Days) -> Option<String> {
    let during: Vec<String> = days.during.iter().map(|holiday| during_words(*holiday)).collect();
    let years: Vec<String> = days.years.iter().map(|years| years_words(*years)).collect();
    let parts: Vec<String> =
        [listed(&periods_words(&days.periods)), listed(&during), listed(&years)]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Every period; what all of them end with is said once: `le 25 décembre et le 1er janvier chaque
/// année`.
fn periods_words(periods: &[Period]) -> Vec<String> {
    const YEARLY: &str = " chaque année";
    let mut words: Vec<String> = periods.iter().flat_map(|period| period_words(*period)).collect();
    if words.iter().all(|word| word.ends_with(YEARLY)) {
        let but_last = words.len().saturating_sub(1);
        for word in &mut words[..but_last] {
            word.truncate(word.len() - YEARLY.len());
        }
    }
    words
}

fn years_words((first, last): (i16, i16)) -> String {
    match last {
        _ if first == last => format!("en {first}"),
        9999.. => format!("à partir de {first}"),
        _ => format!("de {first} à {last}"),
    }
}

fn during_words(holiday: Holiday) -> String {
    match holiday {
        Holiday::Public => "les jours fériés".into(),
        Holiday::School => format!("pendant les {}", part::name(None)),
        Holiday::Break(name) => format!("pendant les {}", part::name(Some(name))),
        Holiday::Part(part) => part::during(part),
    }
}

/// The period in words, or both its months, which stand apart among others.
fn period_words(period: Period) -> Vec<String> {
    let words = match period {
        Period::Yearly { from, to } if from.1 == 1 && to.1 >= last_day(to.0) => {
            return months_words(from.0, to.0);
        }
        Period::Yearly { from, to } if from == to => {
            format!("le {} chaque année", day_and_month(from.0, from.1))
        }
        Period::Yearly { from, to } => format!(
            "du {} au {} chaque année",
            if from.0 == to.0 && from.1 < to.1 {
                day_number(from.1)
            } else {
                day_and_month(from.0, from.1)
            },
            day_and_month(to.0, to.1)
        ),
        Period::Once { from: Some(from), to: Some(to) } => once_words(from, to),
        Period::Once { from: Some(from), to: None } => format!("à partir du {}", short(from)),
        Period::Once { from: None, to: Some(to) } => format!("jusqu’au {}", short(to)),
        Period::Once { from: None, to: None } => "toute l’année".into(),
    };
    vec![words]
}

/// `en août`, `en juillet et en août`, `de septembre à juin`.
fn months_words(from: i8, to: i8) -> Vec<String> {
    match (to - from).rem_euclid(12) {
        0 => vec![format!("en {}", month_name(from))],
        1 => [from, to].map(|month| format!("en {}", month_name(month))).into(),
        _ => vec![format!("{} à {}", of(month_name(from)), month_name(to))],
    }
}

/// Whole months of a year are said as months, other stretches by their days.
fn once_words(from: Date, to: Date) -> String {
    if from.day() != 1 || to != to.last_of_month() {
        return range(from, to);
    }
    let (first, last) = (month_name(from.month()), month_name(to.month()));
    let (year, end) = (from.year(), to.year());
    match (year == end, from.month() == to.month()) {
        (true, true) => format!("en {first} {end}"),
        (true, false) => format!("{} à {last} {end}", of(first)),
        _ => format!("{} {year} à {last} {end}", of(first)),
    }
}

/// `de septembre`, `d’août`.
fn of(month: &str) -> String {
    if month.starts_with(['a', 'o']) { format!("d’{month}") } else { format!("de {month}") }
}
