//! Weeks, parts of the year, holidays and exceptions in words.

use jiff::civil::Date;

use super::super::super::names::month_name;
use super::super::super::words::{day_and_month, range, short};
use super::super::days::{
    Days, Exception, Holiday, Nth, Period, SchoolBreak, WeekRange, Weekdays, Weeks, last_day,
};
use super::days::{Article, weekdays};
use super::listed;

/// `les semaines paires`, `une semaine sur deux à partir du 12 janvier 2027`; nothing for all.
pub(in super::super) fn weeks_words(weeks: &Weeks) -> Option<String> {
    match weeks {
        Weeks::Every => None,
        Weeks::Even => Some("les semaines paires".into()),
        Weeks::Odd => Some("les semaines impaires".into()),
        Weeks::OneIn { weeks, from } => {
            Some(format!("une semaine sur {} à partir du {}", number(*weeks), short(*from)))
        }
        Weeks::Numbered(ranges) => {
            let words: Vec<String> = ranges.iter().map(|range| week_range(*range)).collect();
            Some(listed(&words))
        }
    }
}

fn number(weeks: u8) -> String {
    match weeks {
        2 => "deux".into(),
        3 => "trois".into(),
        4 => "quatre".into(),
        _ => weeks.to_string(),
    }
}

fn week_range(range: WeekRange) -> String {
    let WeekRange { from, to, step } = range;
    let weeks = match to - from.min(to) {
        0 => return format!("la semaine\u{a0}{from}"),
        1 => format!("les semaines {from} et {to}"),
        _ => format!("de la semaine\u{a0}{from} à la semaine\u{a0}{to}"),
    };
    match step {
        1 => weeks,
        _ => format!("une semaine sur {} {weeks}", number(step)),
    }
}

/// What narrows to a part of the year or to holidays, as it begins a sentence: `en août`,
/// `pendant les vacances scolaires`; nothing where nothing does.
pub(in super::super) fn season_words(days: &Days) -> Option<String> {
    let periods: Vec<String> = days.periods.iter().map(|period| period_words(*period)).collect();
    let during: Vec<&str> = days.during.iter().map(|holiday| during_words(*holiday)).collect();
    let years: Vec<String> = days.years.iter().map(|years| years_words(*years)).collect();
    let parts: Vec<String> = [listed(&periods), listed(&during), listed(&years)]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn years_words((first, last): (i16, i16)) -> String {
    match last {
        _ if first == last => format!("en {first}"),
        9999.. => format!("à partir de {first}"),
        _ => format!("de {first} à {last}"),
    }
}

fn during_words(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::Public => "les jours fériés",
        Holiday::School => "pendant les vacances scolaires",
        Holiday::Break(SchoolBreak::Toussaint) => "pendant les vacances de la Toussaint",
        Holiday::Break(SchoolBreak::Noel) => "pendant les vacances de Noël",
        Holiday::Break(SchoolBreak::Hiver) => "pendant les vacances d’hiver",
        Holiday::Break(SchoolBreak::Printemps) => "pendant les vacances de printemps",
        Holiday::Break(SchoolBreak::Ete) => "pendant les vacances d’été",
    }
}

fn period_words(period: Period) -> String {
    match period {
        Period::Yearly { from, to } if from.1 == 1 && to.1 >= last_day(to.0) => {
            months_words(from.0, to.0)
        }
        Period::Yearly { from, to } if from == to => {
            format!("le {} chaque année", day_and_month(from.0, from.1))
        }
        Period::Yearly { from, to } => format!(
            "du {} au {} chaque année",
            day_and_month(from.0, from.1),
            day_and_month(to.0, to.1)
        ),
        Period::Once { from: Some(from), to: Some(to) } => once_words(from, to),
        Period::Once { from: Some(from), to: None } => format!("à partir du {}", short(from)),
        Period::Once { from: None, to: Some(to) } => format!("jusqu’au {}", short(to)),
        Period::Once { from: None, to: None } => "toute l’année".into(),
    }
}

/// `en août`, `en juillet et en août`, `de septembre à juin`.
fn months_words(from: i8, to: i8) -> String {
    match (to - from).rem_euclid(12) {
        0 => format!("en {}", month_name(from)),
        1 => format!("en {} et en {}", month_name(from), month_name(to)),
        _ => format!("{} à {}", of(month_name(from)), month_name(to)),
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

/// Days as they follow « sauf » or « fermé »: `le lundi en août`, `les jours fériés`.
pub(super) fn days_words(days: &Days) -> Option<String> {
    let named = days.weekdays != Weekdays::ALL || days.nth != Nth::EVERY;
    let parts: Vec<String> = [
        named.then(|| weekdays(days.weekdays, days.nth, Article::With)),
        season_words(days),
        weeks_words(&days.weeks),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Exceptions as they follow « sauf ».
pub(in super::super) fn except_words(except: &[Exception]) -> String {
    let words: Vec<String> = except
        .iter()
        .map(|days| days_words(&days.0).unwrap_or_else(|| "tous les jours".into()))
        .collect();
    listed(&words)
}
