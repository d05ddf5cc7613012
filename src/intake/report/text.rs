//! The report for people: counts, reasons with how often, then each value with its line.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::head::head;
use super::place::lines as places;
use super::vanished::lines as vanished;
use super::{FileReport, Report, RowReport};
use crate::intake::coming::Fate;
use crate::intake::finding::{Finding, REPORT_ONLY, Verdict};

/// Values said in a terminal; the report has them all.
const SHOWN: usize = 20;
/// Longest value shown, in characters.
const LONGEST: usize = 80;

/// What a terminal shows: counts, reasons, the first values that somebody should look at.
///
/// `trial` is for an import that writes nothing, its report neither.
pub fn summary(report: &Report, trial: bool) -> String {
    let mut out = head(report);
    let rest = match trial {
        true => "que l’import écrira dans son rapport",
        false => "dans le rapport",
    };
    for (title, lines) in [
        ("À regarder", &to_look_at(report, false)),
        ("Disparues de leur fichier", &vanished(report)),
        ("Doublons possibles, à décider dans content/doublons.yaml", &report.doublons),
        ("Lieux non reconnus", &unknown_places(report)),
    ] {
        some(&mut out, title, lines, rest);
    }
    out
}

/// The whole report as text.
pub fn whole(report: &Report) -> String {
    let mut out = format!("Import du {}\n\n{}", report.date, head(report));
    part(&mut out, "À REGARDER", &to_look_at(report, true));
    part(&mut out, "DISPARUES DE LEUR FICHIER", &vanished(report));
    part(&mut out, "DOUBLONS POSSIBLES", &report.doublons);
    part(&mut out, "LIEUX NON RECONNUS", &unknown_places(report));
    part(&mut out, "PASSÉS, NON REPRIS", &rows(report, Fate::Past));
    let corrected = findings(report, |one| one.verdict == Verdict::Corrige);
    part(&mut out, "CORRIGÉ", &corrected);
    out
}

/// A part of the whole report; without lines there is none.
fn part(out: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n\n{title}");
        lines.iter().for_each(|line| out.push_str(line));
    }
}

/// Places of events that no actor surely is, of all files.
fn unknown_places(report: &Report) -> Vec<String> {
    report.files.iter().flat_map(places).collect()
}

/// The first of many lines, with how many more there are and where.
fn some(out: &mut String, title: &str, lines: &[String], rest: &str) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{title} :");
        lines.iter().take(SHOWN).for_each(|line| out.push_str(line));
        if lines.len() > SHOWN {
            let _ = writeln!(out, "  … et {} autres, {rest}.", lines.len() - SHOWN);
        }
    }
}

/// What somebody should look at, the most pressing first: refused rows, refused values, doubts, records
/// kept, and last the cells of columns that the schema does not have; those of events, which are many,
/// when the whole is wanted.
fn to_look_at(report: &Report, whole: bool) -> Vec<String> {
    // Cells that no key takes are told by column, at the head, and one by one in the report for programs.
    let keyless = |finding: &Finding| finding.code == "colonne-sans-cle";
    let unknown = |finding: &Finding| REPORT_ONLY.contains(&finding.code.as_str());
    let mut lines = rows(report, Fate::Refused);
    lines.extend(findings(report, |one| one.verdict == Verdict::Refuse && !unknown(one)));
    lines.extend(findings(report, |one| one.verdict == Verdict::Douteux));
    lines.extend(rows(report, Fate::Kept));
    lines.extend(findings(report, |one| {
        unknown(one) && !keyless(one) && (whole || one.code != "champ-sans-cle")
    }));
    lines
}

/// The rows that wrote no record, with the reason.
fn rows(report: &Report, fate: Fate) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &report.files {
        let rows = file.rows.iter().filter(|row| row.fate == fate);
        lines.extend(rows.filter_map(|row| Some(whole_row(file, row, row.reason.as_ref()?))));
    }
    lines
}

fn whole_row(
    file: &FileReport,
    row: &RowReport,
    (_, reason, remedy): &(String, String, String),
) -> String {
    let record = row.record.as_ref().map_or_else(String::new, |record| format!(" ({record})"));
    let nom = row.nom.as_ref().map_or_else(String::new, |nom| format!(" « {} »", short(nom)));
    format!("  {}:{}{nom}{record} : {reason} À faire : {remedy}\n", file.name, row.line)
}

/// Reasons that one answer settles for every row with the same value: said once, with how often.
const BY_VALUE: [&str; 4] =
    ["valeur-non-reconnue", "valeur-devinee", "valeur-sans-effet", "valeur-traduite"];

/// The values that are wanted, in the order of files and rows.
fn findings(report: &Report, wanted: impl Fn(&Finding) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &report.files {
        let mut often: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
        let key = |one: &'_ Finding| BY_VALUE.contains(&one.code.as_str());
        for (_, one) in file.findings().filter(|(_, one)| key(one) && wanted(one)) {
            *often.entry((&one.code, &one.column, &one.value)).or_default() += 1;
        }
        for (row, finding) in file.findings().filter(|(_, finding)| wanted(finding)) {
            let place = (finding.code.as_str(), finding.column.as_str(), finding.value.as_str());
            match (key(finding), often.remove(&place)) {
                (false, _) => lines.push(value(file, row, finding, 1)),
                (true, Some(times)) => lines.push(value(file, row, finding, times)),
                (true, None) => {}
            }
        }
    }
    lines
}

fn value(file: &FileReport, row: &RowReport, finding: &Finding, times: usize) -> String {
    let times = if times > 1 { format!(" ({times} fois)") } else { String::new() };
    let became = match finding.became.as_deref() {
        None => String::new(),
        Some("") => " → vide".into(),
        Some(became) => format!(" → « {} »", short(became)),
    };
    let remedy = if finding.remedy.is_empty() {
        String::new()
    } else {
        format!(" À faire : {}", finding.remedy)
    };
    format!(
        "  {}:{}, {} « {} »{times}{became} : {}{remedy}\n",
        file.name,
        row.line,
        finding.column,
        short(&finding.value),
        finding.reason
    )
}

/// A value on one line, cut where it is long.
fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(LONGEST).collect();
    if cut.len() < line.len() { cut + "…" } else { line }
}
