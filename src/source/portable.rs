//! Names that another computer could not hold: those Windows keeps or refuses, two that differ by case alone.

use std::collections::BTreeMap;

use crate::address::is_reserved;
use crate::diagnostic::{Diagnostic, Severity, Subject};

use super::Entry;

/// Signs that Windows takes in no name.
const REFUSED: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

/// Doubts about the names of the files of a folder, folders included; each name is told once.
pub fn portable(files: &[Entry]) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for entry in files {
        let mut end = 0;
        for name in entry.relative.split('/') {
            end += name.len();
            let path = &entry.relative[..end];
            end += 1;
            let known = seen.insert(path.to_lowercase(), path);
            if known == Some(path) {
                continue;
            }
            let shown = entry.shown.strip_suffix(&entry.relative).unwrap_or_default();
            let shown = format!("{shown}{path}");
            if let Some(other) = known {
                said.push(doubt(shown, format!("Ce nom ne diffère de « {other} » que par des majuscules : Windows et macOS n’en gardent qu’un.")));
            } else if let Some(why) = refused(name) {
                said.push(doubt(shown, format!("Windows refuse ce nom : {why}.")));
            }
        }
    }
    said
}

/// Why Windows refuses a name.
fn refused(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    if is_reserved(stem.trim_end()) {
        return Some(format!("« {stem} » y désigne un appareil"));
    }
    if name.ends_with(['.', ' ']) {
        return Some("il finit par un point ou un espace".into());
    }
    let sign = name.chars().find(|c| REFUSED.contains(c) || c.is_control())?;
    Some(match sign.is_control() {
        true => "il contient un signe invisible".into(),
        false => format!("il contient « {sign} »"),
    })
}

fn doubt(shown: String, message: String) -> Diagnostic {
    Diagnostic::new(
        "nom-non-portable",
        Severity::Warning,
        Subject::File(shown),
        message,
        "Renommez-le avec des lettres sans accent, des chiffres et des tirets ; écrivez l’ancien nom dans « anciens_ids ».",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(paths: &[&str]) -> Vec<String> {
        let entry = |path: &&str| Entry {
            relative: (*path).to_owned(),
            shown: format!("content/{path}"),
            path: path.into(),
        };
        let entries: Vec<Entry> = paths.iter().map(entry).collect();
        portable(&entries).into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn names_that_another_computer_cannot_hold_are_told_once() {
        assert_eq!(
            said(&[
                "86-vienne/acteurs/AUX.yaml",
                "86-vienne/acteurs/lpt1.yaml",
                "86-vienne/acteurs/a:b.yaml",
                "86-vienne/fin./a.yaml",
                "86-vienne/fin./b.yaml",
            ]),
            [
                "Windows refuse ce nom : « aux » y désigne un appareil.",
                "Windows refuse ce nom : « lpt1 » y désigne un appareil.",
                "Windows refuse ce nom : il contient « : ».",
                "Windows refuse ce nom : il finit par un point ou un espace.",
            ]
        );
        assert_eq!(
            said(&[
                "86-vienne/acteurs/Bus.yaml",
                "86-vienne/acteurs/bus.yaml",
                "86-vienne/acteurs/auxois.yaml"
            ]),
            [
                "Ce nom ne diffère de « 86-vienne/acteurs/Bus.yaml » que par des majuscules : Windows et macOS n’en gardent qu’un."
            ]
        );
        assert_eq!(said(&["86-vienne/acteurs/média-thèque.yaml", "86-vienne/guide.yaml"]), [""; 0]);
    }
}
