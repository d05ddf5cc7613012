//! Weeks and exceptions in words.

use super::super::super::words::short;
use super::super::days::{Days, Exception, Nth, WeekRange, Weekdays, Weeks};
use super::days::{Article, weekdays};
use super::listed;
use super::season::season_words;

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
