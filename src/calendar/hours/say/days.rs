//! Weekdays in words.

use super::super::super::names::weekday_name;
use super::super::days::{Nth, Weekdays};
use super::listed;

/// Whether weekdays take their article: `lundi` begins a sentence, `le lundi` stands inside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Article {
    /// `lundi et mardi`.
    Without,
    /// `le lundi et le mardi`.
    With,
}

/// `lundi et mardi`, `du lundi au vendredi`, `tous les jours`, `le 1er et le 3e jeudi du mois`.
pub(in super::super) fn weekdays(days: Weekdays, nth: Nth, article: Article) -> String {
    if nth != Nth::EVERY {
        return nth_weekdays(days, nth);
    }
    if days == Weekdays::ALL {
        return "tous les jours".into();
    }
    let runs = runs(days);
    let ranged = runs.iter().any(|(first, last)| first != last);
    let article = if ranged { Article::With } else { article };
    let words: Vec<String> =
        runs.into_iter().map(|(first, last)| run(first, last, article)).collect();
    listed(&words)
}

fn run(first: usize, last: usize, article: Article) -> String {
    let name = weekday_name(first);
    match article {
        _ if first != last => format!("du {name} au {}", weekday_name(last)),
        Article::With => format!("le {name}"),
        Article::Without => name.to_owned(),
    }
}

/// Days that follow each other, by first and last. Two in a row stay apart, and so do three beside
/// other days: « lundi, mercredi, jeudi et vendredi » reads easier than a range and a day.
fn runs(days: Weekdays) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days.indexes() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let longest_list = if runs.len() == 1 { 2 } else { 3 };
    runs.into_iter()
        .flat_map(|(first, last)| match last - first + 1 {
            length if length > longest_list => vec![(first, last)],
            _ => (first..=last).map(|day| (day, day)).collect(),
        })
        .collect()
}

/// `le 1er et le 3e jeudi du mois`, `le dernier mardi du mois`.
fn nth_weekdays(days: Weekdays, nth: Nth) -> String {
    let days: Vec<String> = days
        .indexes()
        .map(|day| {
            let numbers: Vec<String> = nth.numbers().map(ordinal).collect();
            format!("{} {}", listed(&numbers), weekday_name(day))
        })
        .collect();
    format!("{} du mois", listed(&days))
}

fn ordinal(nth: i8) -> String {
    match nth {
        1 => "le 1er".into(),
        -1 => "le dernier".into(),
        -2 => "l’avant-dernier".into(),
        n if n < 0 => format!("le {}e en partant de la fin", -n),
        n => format!("le {n}e"),
    }
}
