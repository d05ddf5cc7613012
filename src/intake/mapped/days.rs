//! One column a day, half a day or one end of a span: the hours of a week on one line.

use std::collections::BTreeMap;

use crate::calendar::{TimeSpan, parse_times};
use crate::intake::events::hours as written;
use crate::intake::finding::{Finding, Notes};
use crate::text::fold;

use super::hours::tidy;
use super::keys::{JOURS, Jour};

/// A cell of such a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayCell {
    /// Which hours it holds.
    pub jour: Jour,
    /// The column.
    pub column: String,
    /// The row, from 0.
    pub rank: usize,
    /// The cell.
    pub text: String,
}

/// Words of a cell that says that nobody is there.
const CLOSED: [&str; 6] = ["ferme", "fermee", "fermeture", "-", "/", "non"];

/// The hours of the week, or nothing when one cell cannot be read: hours with a hole would mislead.
pub(super) fn week(cells: &[DayCell], said: &mut Vec<(usize, Finding)>) -> Option<String> {
    let mut days: BTreeMap<usize, Vec<TimeSpan>> = BTreeMap::new();
    let (mut unread, mut closed): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (jour, text, indexes) in spans(cells) {
        if CLOSED.contains(&fold(&text).as_str()) {
            closed.extend(indexes);
            continue;
        }
        let (text, changed) = without_void(&text);
        match (text.is_empty(), parse_times(&text)) {
            (true, _) => tell_void(cells, &indexes, "", said),
            (_, Ok(times)) => {
                if changed {
                    tell_void(cells, &indexes, &text, said);
                }
                days.entry(jour).or_default().extend(times);
            }
            (_, Err(_)) => unread.extend(indexes),
        }
    }
    days.values_mut().for_each(|times| times.sort_unstable());
    if !unread.is_empty() {
        refuse(cells, &unread, said);
        return None;
    }
    let reason = "Fermé ce jour-là : les horaires n’en disent rien.";
    tell(cells, &closed, said, |cell, notes| notes.corrected("jour-ferme", &cell.text, "", reason));
    let line = line(&days);
    Some(line).filter(|line| !line.is_empty())
}

/// The texts of each day, with the cells they come from: the two ends of a span are one text.
fn spans(cells: &[DayCell]) -> Vec<(usize, String, Vec<usize>)> {
    let mut found: Vec<(usize, String, Vec<usize>)> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let end = cells.iter().position(|other| {
            other.jour == Jour { bout: 2, ..cell.jour } && other.rank == cell.rank
        });
        match (cell.jour.bout, end) {
            (1, Some(end)) => {
                let text = format!("{} - {}", cell.text, cells[end].text);
                found.push((cell.jour.jour, text, vec![index, end]));
            }
            (2, _) if has_start(cells, cell) => {}
            _ => found.push((cell.jour.jour, cell.text.clone(), vec![index])),
        }
    }
    found
}

fn has_start(cells: &[DayCell], end: &DayCell) -> bool {
    cells.iter().any(|cell| cell.jour == Jour { bout: 1, ..end.jour } && cell.rank == end.rank)
}

/// Hours without spans of no length (`00:00 - 00:00`) and without those said twice.
fn without_void(text: &str) -> (String, bool) {
    let tidied = tidy(text);
    let parts: Vec<&str> = tidied.split(", ").collect();
    let mut kept: Vec<&str> = Vec::new();
    for part in &parts {
        let void = part.split_once('-').is_some_and(|(from, to)| from == to);
        if !void && !kept.contains(part) {
            kept.push(part);
        }
    }
    let changed = kept.len() < parts.len();
    (kept.join(", "), changed)
}

fn tell_void(cells: &[DayCell], indexes: &[usize], became: &str, said: &mut Vec<(usize, Finding)>) {
    let reason = "Des heures nulles (0h-0h), ou dites deux fois, sont enlevées.";
    tell(cells, indexes, said, |cell, notes| {
        notes.corrected("heures-nulles", &cell.text, became, reason)
    });
}

/// All the cells of the week are told: those that cannot be read, and those that would stand alone.
fn refuse(cells: &[DayCell], unread: &[usize], said: &mut Vec<(usize, Finding)>) {
    let remedy =
        "Écrivez les horaires du lieu dans sa fiche, par exemple « lundi 9h-12h, 14h-17h ».";
    let all: Vec<usize> = (0..cells.len()).collect();
    for index in all {
        let reason = if unread.contains(&index) {
            "On ne lit pas les heures de ce jour."
        } else {
            "Un autre jour de cette ligne ne se lit pas : des horaires à trous tromperaient."
        };
        tell(cells, &[index], said, |cell, notes| {
            notes.refused("horaires-jour", &cell.text, reason, remedy)
        });
    }
}

fn tell(
    cells: &[DayCell],
    indexes: &[usize],
    said: &mut Vec<(usize, Finding)>,
    mut say: impl FnMut(&DayCell, &mut Notes<'_>),
) {
    for cell in indexes.iter().map(|index| &cells[*index]) {
        let mut found = Vec::new();
        say(cell, &mut Notes::about(&cell.column, &mut found));
        said.extend(found.into_iter().map(|one| (cell.rank, one)));
    }
}

/// Days of the same hours together, three in a row as « lundi au mercredi ».
fn line(days: &BTreeMap<usize, Vec<TimeSpan>>) -> String {
    let mut groups: Vec<(Vec<usize>, String)> = Vec::new();
    for (day, times) in days {
        let said = written(times);
        match groups.iter_mut().find(|(_, other)| *other == said) {
            Some((days, _)) => days.push(*day),
            None => groups.push((vec![*day], said)),
        }
    }
    let clauses = groups.iter().map(|(days, hours)| format!("{} {hours}", names(days)));
    clauses.collect::<Vec<_>>().join("; ")
}

fn names(days: &[usize]) -> String {
    let in_a_row = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let names: Vec<&str> = days.iter().map(|day| JOURS[*day]).collect();
    match names.as_slice() {
        [first, .., last] if in_a_row && names.len() > 2 => format!("{first} au {last}"),
        [several @ .., last] if !several.is_empty() => format!("{} et {last}", several.join(", ")),
        _ => names.concat(),
    }
}
