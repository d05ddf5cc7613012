//! Hours as one writes them in a message: « lun, mar 9h30-12h ; sam 9h-12h ».

use crate::calendar::{DayRow, Horaires, WEEKDAYS};

/// Hours in few letters, then in fewer; nothing that is true on some days only.
///
/// What a week cannot show (a season, a closure) is said after it or nothing is: half of the hours would mislead.
pub(super) fn courts(horaires: &Horaires) -> Vec<String> {
    let sentence = serre(&horaires.sentence());
    let Some(week) = horaires.week() else { return vec![sentence] };
    let remarks: Vec<String> = horaires.remarks().iter().map(|said| serre(said)).collect();
    let week = semaine(&week);
    let whole = [week].into_iter().chain(remarks).collect::<Vec<_>>().join(". ");
    match whole.len() < sentence.len() {
        true => vec![whole],
        false => vec![sentence],
    }
}

/// A text with its hours as figures alone: « 9 h 30 » is « 9h30 ».
pub(super) fn serre(text: &str) -> String {
    text.replace("\u{a0}h\u{a0}", "h").replace("\u{a0}h", "h")
}

/// Days that say the same, wherever they stand, then their hours.
fn semaine(week: &[DayRow]) -> String {
    let mut told: Vec<(Vec<usize>, &DayRow)> = Vec::new();
    for (day, row) in week.iter().enumerate().filter(|(_, row)| !row.ferme) {
        let same = |(_, other): &&mut (Vec<usize>, &DayRow)| {
            (&other.spans, &other.note) == (&row.spans, &row.note)
        };
        match told.iter_mut().find(same) {
            Some((days, _)) => days.push(day),
            None => told.push((vec![day], row)),
        }
    }
    let said = told.iter().map(|(days, row)| {
        let hours: Vec<String> =
            row.spans.iter().map(|span| serre(span).replace(" à ", "-")).collect();
        let note =
            if row.note.is_empty() { String::new() } else { format!(" ({})", serre(&row.note)) };
        format!("{} {}{note}", jours(days), hours.join(", "))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// « lun-ven », « lun, mer »: three days in a row or more are said by their ends.
fn jours(days: &[usize]) -> String {
    let short = |day: usize| WEEKDAYS[day % 7].get(..3).unwrap_or_default();
    let runs = days.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{}-{}", short(*first), short(*last)),
        run => run.iter().map(|day| short(*day)).collect::<Vec<_>>().join(", "),
    });
    runs.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(day: usize, spans: &[&str], note: &str) -> DayRow {
        DayRow {
            jour: WEEKDAYS[day],
            spans: spans.iter().map(|span| (*span).to_owned()).collect(),
            note: note.into(),
            ferme: spans.is_empty(),
        }
    }

    #[test]
    fn a_week_in_few_letters() {
        let (long, short) =
            (["9\u{a0}h\u{a0}30 à 12\u{a0}h", "14\u{a0}h à 17\u{a0}h"], ["9\u{a0}h à 12\u{a0}h"]);
        let week = [
            row(0, &long, ""),
            row(1, &long, ""),
            row(2, &short, "semaines paires"),
            row(3, &long, ""),
            row(4, &[], ""),
            row(5, &[], ""),
            row(6, &[], ""),
        ];
        assert_eq!(semaine(&week), "lun, mar, jeu 9h30-12h, 14h-17h; mer 9h-12h (semaines paires)");
        let every: Vec<DayRow> = (0..5).map(|day| row(day, &short, "")).collect();
        assert_eq!(semaine(&every), "lun-ven 9h-12h");
    }
}
