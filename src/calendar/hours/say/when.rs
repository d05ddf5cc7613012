//! Weeks and exceptions in words.

use super::super::super::words::short;
use super::super::days::{Days, Exception, Nth, WeekRange, Weekdays, Weeks};
use super::super::holiday::{Holiday, HolidayPart};
use super::days::{Article, weekdays};
use super::season::season_words;
use super::{listed, part};

/// `les semaines paires`, `une semaine sur deux à partir du 12 janvier 2027`; nothing for all.
pub(in super::super) fn weeks_words(weeks: &Weeks) -> Option<String> {
    match weeks {
        Weeks::Every => None,
        Weeks::Even => Some("les semaines paires".into()),
        Weeks::Odd => Some("les semaines impaires".into()),
        Weeks::OneIn { weeks, from } => {
            Some(format!("une semaine sur {} à partir du {}", number(*weeks), short(*from)))
        }
        Weeks::Numbered(ranges) => Some(numbered(ranges)),
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

/// Weeks by their numbers: single ones together, `les semaines 1, 3 et 5`.
fn numbered(ranges: &[WeekRange]) -> String {
    let single: Vec<String> = ranges.iter().map(|range| range.from.to_string()).collect();
    if ranges.len() > 1 && ranges.iter().all(|range| range.from == range.to) {
        return format!("les semaines {}", listed(&single));
    }
    let words: Vec<String> = ranges.iter().map(|range| week_range(*range)).collect();
    listed(&words)
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

/// Exceptions as they follow « sauf », where somebody is there on the other days.
pub(in super::super) fn except_words(except: &[Exception]) -> String {
    let words: Vec<String> = except
        .iter()
        .map(|exception| match given_back(exception) {
            Some(part) => part::but_open(part),
            None => all_words(exception),
        })
        .collect();
    listed(&words)
}

/// The same where nobody is there on the other days. Holidays of which weeks are given back stand
/// last, each with its own « sauf ».
pub(super) fn except_from_closing(except: &[Exception]) -> String {
    let (last, first): (Vec<&Exception>, Vec<&Exception>) =
        except.iter().partition(|exception| given_back(exception).is_some());
    let first: Vec<String> = first.into_iter().map(all_words).collect();
    let first = (!first.is_empty()).then(|| listed(&first));
    let parts: Vec<String> = first.into_iter().chain(last.into_iter().map(all_words)).collect();
    parts.join(", sauf ")
}

fn all_words(exception: &Exception) -> String {
    days_words(&exception.0).unwrap_or_else(|| "tous les jours".into())
}

/// Holidays that an exception takes but for some weeks.
fn given_back(exception: &Exception) -> Option<HolidayPart> {
    match &exception.0.during[..] {
        [Holiday::Part(part)] if part.but => Some(*part),
        _ => None,
    }
}
