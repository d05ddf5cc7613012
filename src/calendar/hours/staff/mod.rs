//! Hours as staff write them, in French.

mod clause;
mod date;
mod dated;
mod draft;
mod except;
mod join;
mod numbered;
mod pick;
mod scope;
mod span;
mod unclear;
mod weeks;
mod when;

use std::ops::Range;

use super::days::Exception;
use super::fault::HoursFault;
use super::read::Cursor;
use super::read::Sense;
use super::read::{Item, clauses};
use super::rule::Rule;
use super::times::{TimeSpan, overlap};
use clause::Clause;

pub(super) use span::check as check_span;

/// A rule as it was written.
struct Written {
    rule: Rule,
    /// Its bytes.
    span: Range<usize>,
    /// Whether it says to replace what was said of its days.
    only: bool,
}

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Result<Vec<Rule>, Vec<HoursFault>> {
    rules(&clauses(text)?)
}

/// `sauf vacances scolaires` as a clause of its own.
fn closing(except: Exception) -> Written {
    Written { rule: Rule::closed(except.0), span: 0..0, only: false }
}

/// The rules of clauses, or the faults of all of them.
pub(super) fn rules(clauses: &[Vec<Item>]) -> Result<Vec<Rule>, Vec<HoursFault>> {
    let mut written = Vec::new();
    let mut appointment = false;
    let mut faults = Vec::new();
    for items in clauses {
        match clause::clause(items) {
            Ok(Clause::Rules(rules)) => written.extend(rules),
            Ok(Clause::Except(except)) => written.extend(except.into_iter().map(closing)),
            Ok(Clause::AllAppointment) => appointment = true,
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if appointment {
        join::all_by_appointment(&mut written);
    }
    join::join(written)
}

/// Reads times without days, such as `14h-16h` or `9h-12h, 14h-17h`.
pub(super) fn times(text: &str) -> Result<Vec<TimeSpan>, Vec<HoursFault>> {
    let items = clauses(text)?.concat();
    let mut cursor = Cursor::new(&items);
    let mut times = Vec::new();
    loop {
        when::pass_parts(&mut cursor);
        if cursor.peek(0).is_none() {
            break;
        }
        match span::span(&mut cursor).map_err(|fault| vec![fault])? {
            Some(span) => times.push(span),
            None if cursor.sense(0) == Some(&Sense::HalfDay) => cursor.pass(1),
            None => return Err(vec![only_times(&cursor)]),
        }
    }
    times.sort_unstable();
    let whole = 0..text.len();
    if times.is_empty() {
        return Err(vec![HoursFault::new(
            whole,
            "les heures manquent",
            "écrivez le début et la fin, par exemple 14h-16h",
        )]);
    }
    match overlap(&times) {
        Some(message) => Err(vec![HoursFault::new(whole, message, "corrigez les heures")]),
        None => Ok(times),
    }
}

/// Reads one item of a list of exceptions, with or without `sauf`.
pub(super) fn exceptions(text: &str) -> Result<Vec<Exception>, Vec<HoursFault>> {
    let items = clauses(text)?.concat();
    let mut cursor = Cursor::new(&items);
    cursor.eat(&Sense::Except);
    let mut found = Vec::new();
    while cursor.peek(0).is_some() {
        if matches!(cursor.sense(0), Some(Sense::Except | Sense::StillOpen)) {
            let back = weeks::give_back(&mut cursor, weeks::taken(&mut found));
            if back.map_err(|fault| vec![fault])? {
                continue;
            }
        }
        match except::one(&mut cursor) {
            Ok(Some(exceptions)) => found.extend(exceptions),
            Ok(None) => return Err(vec![no_exception(&cursor)]),
            Err(fault) => return Err(vec![fault]),
        }
        when::pass_parts(&mut cursor);
    }
    if found.is_empty() {
        return Err(vec![no_exception(&cursor)]);
    }
    Ok(found)
}

fn only_times(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "seules des heures sont attendues ici",
        "écrivez par exemple 14h-16h, ou 9h-12h, 14h-17h",
    )
}

fn no_exception(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "ceci ne dit pas quels jours sont exclus",
        "écrivez par exemple jours fériés, vacances scolaires, 2 mars 2027 ou du 24 décembre 2026 au 3 janvier 2027",
    )
}
