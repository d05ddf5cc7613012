//! The head of a report: how many of each, by file, reason and guide.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::labels::label;
use super::{FileReport, Guess, Matter, Report};
use crate::intake::coming::Fate;
use crate::intake::finding::Verdict;
use crate::intake::national::UNKNOWN_COLUMN;

/// Counts and reasons of every file, then the guides.
pub(super) fn head(report: &Report) -> String {
    let mut out = String::new();
    for file in &report.files {
        out.push_str(&counts(file));
    }
    let guides: Vec<String> = report
        .guides
        .iter()
        .map(|guide| {
            let made = if guide.made { ", nouveau" } else { "" };
            format!("  {} ({}{made})\n", guide.folder, counted(guide.records, "ligne"))
        })
        .collect();
    if !guides.is_empty() {
        let _ = write!(out, "\n{} :\n{}", counted(guides.len(), "guide"), guides.concat());
    }
    for (path, why) in &report.failures {
        let _ = writeln!(out, "  non écrit : {path} ({why})");
    }
    out
}

fn counts(file: &FileReport) -> String {
    if let Some(fault) = &file.fault {
        let line = fault.line.map_or_else(String::new, |line| format!(":{line}"));
        return format!("{}{line} : {} À faire : {}\n", file.name, fault.message, fault.remedy);
    }
    let counts = file.counts();
    let mut out = format!(
        "{} ({}) : {}\n",
        file.name,
        file.form,
        match file.matter {
            Matter::Rows | Matter::Parts => counted_as(counts.rows, "ligne lue", "lignes lues"),
            Matter::Events => counted_as(counts.rows, "événement lu", "événements lus"),
        }
    );
    if file.guessed_letters {
        let _ = writeln!(out, "  Les lettres ont été lues en Windows-1252 : vérifiez les accents.");
    }
    let written = counts.new + counts.changed;
    let written = match file.matter {
        Matter::Parts => counted_as(counts.joined, "jointe à sa fiche", "jointes à leurs fiches"),
        _ => format!(
            "{} ({}, {})",
            counted_as(written, "fiche écrite", "fiches écrites"),
            counted(counts.new, "nouvelle"),
            counted(counts.changed, "changée"),
        ),
    };
    let _ = writeln!(
        out,
        "  {written}, {}, {}",
        counted(counts.unchanged, "inchangée"),
        counted(counts.kept, "gardée"),
    );
    let _ = writeln!(
        out,
        "  {} dans {}, {}, {} ; {}",
        counted_as(counts.corrected, "champ corrigé", "champs corrigés"),
        counted(counts.corrected_records, "fiche"),
        counted_as(counts.doubtful, "douteux", "douteux"),
        counted_as(counts.refused_values, "refusé", "refusés"),
        match file.matter {
            Matter::Rows | Matter::Parts =>
                counted_as(counts.refused, "ligne refusée", "lignes refusées"),
            Matter::Events => counted_as(counts.refused, "événement refusé", "événements refusés"),
        },
    );
    out.push_str(&match file.matter {
        Matter::Rows if counts.joined > 0 => format!(
            "  {} à la fiche d’une autre\n",
            counted_as(counts.joined, "ligne réunie", "lignes réunies")
        ),
        Matter::Events => events(file, counts.past),
        _ => String::new(),
    });
    out.push_str(&columns(file));
    if !file.absent.is_empty() {
        let _ = writeln!(out, "  Colonnes du schéma absentes : {}", file.absent.join(", "));
    }
    out + &reasons(file)
}

/// The places of events, and those that are over.
fn events(file: &FileReport, past: usize) -> String {
    format!(
        "  {} à une fiche du guide, {} ; {}\n",
        counted_as(file.hosted, "rattaché", "rattachés"),
        counted_as(file.places.len(), "lieu non reconnu", "lieux non reconnus"),
        counted_as(past, "passé, non repris", "passés, non repris"),
    )
}

/// How the columns of a file that is not of the national schema were understood.
fn columns(file: &FileReport) -> String {
    let Some(guess) = &file.guess else { return String::new() };
    let mut out = String::new();
    let how = match &guess.kept_in {
        Some(name) => format!("Correspondance suivie ({name})"),
        None => "Colonnes devinées".to_owned(),
    };
    let _ = writeln!(out, "  {how} ; une ligne est un {} :", guess.rows);
    for (key, value) in &guess.everybody {
        let _ = writeln!(out, "    pour tous → {key} : {value}");
    }
    for column in file.columns.iter().filter(|column| !column.is_unplaced()) {
        let _ = writeln!(
            out,
            "    {} → {} ({}{})",
            line(&column.name),
            column.key,
            counted(column.filled, "cellule"),
            why(&column.why, guess)
        );
    }
    for (key, title) in [("à placer", "à placer"), ("laisser", "laissées de côté")] {
        let names: Vec<String> = file
            .columns
            .iter()
            .filter(|column| column.key == key && column.filled > 0)
            .map(|column| format!("{} ({})", line(&column.name), column.filled))
            .collect();
        if !names.is_empty() {
            let _ = writeln!(out, "    {title} : {}", names.join(", "));
        }
    }
    if !guess.missing.is_empty() {
        let _ = writeln!(out, "    absentes du fichier : {}", guess.missing.join(", "));
    }
    out
}

fn why(why: &str, guess: &Guess) -> String {
    if guess.kept_in.is_some() || why.is_empty() { String::new() } else { format!(", {why}") }
}

/// The name of a column on one line, cut where it is a whole question.
fn line(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(60).collect();
    if cut.len() < line.len() { cut + "…" } else { line }
}

/// How often each reason was given, the gravest verdict first.
fn reasons(file: &FileReport) -> String {
    let mut often: BTreeMap<(Verdict, String), usize> = BTreeMap::new();
    for (_, finding) in file.findings().filter(|(_, finding)| finding.code != "colonne-sans-cle") {
        let column = if matches!(finding.code.as_str(), UNKNOWN_COLUMN | "champ-sans-cle") {
            // `keywords.fr[3]` is one of many keywords.
            format!(" : {}", finding.column.split('[').next().unwrap_or_default())
        } else {
            String::new()
        };
        *often.entry((finding.verdict, label(&finding.code).to_owned() + &column)).or_default() +=
            1;
    }
    for row in file.rows.iter().filter(|row| row.fate == Fate::Refused) {
        let Some((code, ..)) = &row.reason else { continue };
        *often.entry((Verdict::Refuse, label(code).to_owned())).or_default() += 1;
    }
    let line = |((verdict, reason), count): (&(Verdict, String), &usize)| {
        format!("    {:<9} {count:>5} × {reason}\n", verdict_word(*verdict))
    };
    often.iter().map(line).collect()
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Refuse => "refusé",
        Verdict::Douteux => "douteux",
        Verdict::Corrige => "corrigé",
    }
}

/// « 1 fiche », « 2 fiches »: in French, zero and one are singular.
fn counted(count: usize, word: &str) -> String {
    counted_as(count, word, &format!("{word}s"))
}

fn counted_as(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { several })
}
