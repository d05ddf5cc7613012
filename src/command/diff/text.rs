//! What a build would change, as people read it.

use std::fmt::Write;
use std::path::Path;

use crate::command::said::counted;
use crate::compare::{Change, Comparison, Fate, Line, Sorte};

/// Sentences shown of one page; the others are counted.
const FEW: usize = 6;

/// There is nothing to compare with: all would be new.
pub(super) fn first(comparison: &Comparison, output: &Path) -> String {
    let count = comparison.changes.len();
    let would = if count < 2 { "serait nouvelle" } else { "seraient nouvelles" };
    format!(
        "Rien n’est encore publié dans {} : {} {would}.\n",
        output.display(),
        counted(count, "page")
    )
}

/// The comparison as people read it.
pub(super) fn of(comparison: &Comparison, output: &Path) -> String {
    let mut text = summary(comparison, output);
    for sorte in Sorte::all() {
        let changes = comparison.changes.iter().filter(|change| change.sorte == sorte);
        let told: String = changes.map(told).collect();
        if !told.is_empty() {
            let _ = write!(text, "\n{}\n{told}", capital(sorte.many()));
        }
    }
    let apart = [
        (comparison.date_only, "seule la date d’édition change"),
        (comparison.form_only, "le texte reste le même, seule la présentation change"),
    ];
    let some = !comparison.changes.is_empty();
    let apart: String = apart
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("Sur {}, {what}.\n", pages(count, some)))
        .collect();
    if some && !apart.is_empty() {
        text.push('\n');
    }
    text + &apart
}

/// « 89 autres pages », or « 89 pages » where none was named before.
fn pages(count: usize, others: bool) -> String {
    match (others, count > 1) {
        (true, true) => format!("{count} autres pages"),
        (true, false) => format!("{count} autre page"),
        (false, _) => counted(count, "page"),
    }
}

/// « 3 fiches changées, 1 page disparaît, 2 pages nouvelles. »
fn summary(comparison: &Comparison, output: &Path) -> String {
    let fates = [Fate::Changed(Vec::new()), Fate::Gone, Fate::New];
    let parts: Vec<String> = fates
        .iter()
        .flat_map(|fate| Sorte::all().map(move |sorte| (fate, sorte)))
        .filter_map(|(fate, sorte)| {
            let alike = |change: &&Change| change.sorte == sorte && same_fate(&change.fate, fate);
            let count = comparison.changes.iter().filter(alike).count();
            let noun = if count < 2 { sorte.one() } else { sorte.many() };
            (count > 0).then(|| format!("{count} {noun} {}", becomes(fate, sorte, count)))
        })
        .collect();
    if parts.is_empty() {
        return format!("Aucun texte ne changerait dans {}.\n", output.display());
    }
    format!("{}.\n", parts.join(", "))
}

fn same_fate(one: &Fate, other: &Fate) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// « changées », « disparaît », « nouveaux ».
fn becomes(fate: &Fate, sorte: Sorte, count: usize) -> &'static str {
    match (fate, sorte.is_feminine(), count > 1) {
        (Fate::Changed(_), true, true) => "changées",
        (Fate::Changed(_), true, false) => "changée",
        (Fate::Changed(_), false, true) => "changés",
        (Fate::Changed(_), false, false) => "changé",
        (Fate::Gone, _, true) => "disparaissent",
        (Fate::Gone, _, false) => "disparaît",
        (Fate::New, true, true) => "nouvelles",
        (Fate::New, true, false) => "nouvelle",
        (Fate::New, false, true) => "nouveaux",
        (Fate::New, false, false) => "nouveau",
    }
}

/// A page with the first sentences that go and come.
fn told(change: &Change) -> String {
    let becomes = becomes(&change.fate, change.sorte, 1);
    let mut text = format!("  {becomes} : {} ({})\n", change.nom, change.address);
    let Fate::Changed(lines) = &change.fate else { return text };
    for line in lines.iter().take(FEW) {
        let _ = match line {
            Line::Gone(line) => writeln!(text, "    - {line}"),
            Line::New(line) => writeln!(text, "    + {line}"),
        };
    }
    text += &match lines.len().saturating_sub(FEW) {
        0 => String::new(),
        1 => "    … et 1 autre\n".to_owned(),
        more => format!("    … et {more} autres\n"),
    };
    text
}

/// A word with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
