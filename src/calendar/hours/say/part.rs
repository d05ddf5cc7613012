//! Weeks of school holidays in words.

use super::super::holiday::{HolidayPart, SchoolBreak};
use super::super::weekdays::Nth;
use super::listed;

/// `vacances scolaires`, `vacances de Noël`.
pub(super) fn name(of: Option<SchoolBreak>) -> &'static str {
    match of {
        None => "vacances scolaires",
        Some(SchoolBreak::Toussaint) => "vacances de la Toussaint",
        Some(SchoolBreak::Noel) => "vacances de Noël",
        Some(SchoolBreak::Hiver) => "vacances d’hiver",
        Some(SchoolBreak::Printemps) => "vacances de printemps",
        Some(SchoolBreak::Ete) => "vacances d’été",
    }
}

/// `pendant la première semaine des vacances scolaires`; `pendant les vacances scolaires, sauf la
/// première semaine`, after which nothing else can be listed.
pub(super) fn during(part: HolidayPart) -> String {
    let (weeks, name) = (weeks(part.weeks), name(part.of));
    if part.but {
        format!("pendant les {name}, sauf {weeks}")
    } else {
        format!("pendant {weeks} des {name}")
    }
}

/// The same after « sauf », where somebody is there in the weeks given back.
pub(super) fn but_open(part: HolidayPart) -> String {
    format!("pendant les {} (mais ouvert {})", name(part.of), weeks(part.weeks))
}

/// `la première semaine`, `la 2e semaine`, `les deux dernières semaines`.
fn weeks(weeks: Nth) -> String {
    let (start, end): (Vec<i8>, Vec<i8>) = weeks.numbers().partition(|&nth| nth > 0);
    let mut words = from_an_end(&start, "première");
    let from_end: Vec<i8> = end.iter().rev().map(|nth| -nth).collect();
    words.extend(from_an_end(&from_end, "dernière"));
    listed(&words)
}

/// Weeks counted from an end of the holidays, whose first is `edge`.
fn from_an_end(numbers: &[i8], edge: &str) -> Vec<String> {
    let many = match numbers.len() {
        2 => "deux",
        3 => "trois",
        4 => "quatre",
        5 => "5",
        _ => "",
    };
    let in_a_row = numbers.iter().copied().eq((1..).take(numbers.len()));
    if in_a_row && !many.is_empty() {
        return vec![format!("les {many} {edge}s semaines")];
    }
    let one = |&number: &i8| match (number, edge) {
        (1, _) => format!("la {edge} semaine"),
        (2, "dernière") => "l’avant-dernière semaine".into(),
        (_, "dernière") => format!("la {number}e semaine avant la fin"),
        _ => format!("la {number}e semaine"),
    };
    numbers.iter().map(one).collect()
}
