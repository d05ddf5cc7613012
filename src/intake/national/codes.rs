//! Codes that spreadsheets take for numbers: postal codes, INSEE codes, SIRET.

use crate::territory::{self, Commune};

use super::super::finding::Notes;

/// A postal code of five figures; what is none stays in the report.
pub(super) fn postal(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let tight: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = tight.strip_suffix(".0").unwrap_or(&tight);
    let figures: String = whole.chars().take_while(char::is_ascii_digit).collect();
    let rest = &whole[figures.len()..];
    let code = match figures.len() {
        5 if !rest.starts_with(|c: char| c.is_ascii_digit()) => figures,
        4 if rest.is_empty() => format!("0{figures}"),
        _ => {
            let reason = format!("« {cell} » n’est pas un code postal.");
            notes.refused(
                "code-postal-invalide",
                cell,
                reason,
                "Écrivez les cinq chiffres, par exemple 86000.",
            );
            return None;
        }
    };
    if code.len() > cell.trim().len() {
        notes.corrected("zero-perdu", cell, &code, "Le zéro du début s’était perdu.");
    } else if code != cell {
        notes.corrected(
            "code-postal-ecriture",
            cell,
            &code,
            "Le code postal est remis seul, en cinq chiffres.",
        );
    }
    Some(code)
}

/// The commune of today that an INSEE code leads to.
pub(super) fn insee(cell: &str, notes: &mut Notes<'_>) -> Option<&'static Commune> {
    let upper = cell.to_uppercase();
    let code = upper.strip_suffix(".0").unwrap_or(&upper);
    let whole = if code.len() == 4 { format!("0{code}") } else { code.to_owned() };
    let Some(commune) = territory::commune_of_code(&whole) else {
        let reason = format!("« {cell} » n’est le code INSEE d’aucune commune.");
        notes.refused(
            "code-insee-inconnu",
            cell,
            reason,
            "Vérifiez le code, ou laissez-le vide : le nom de la commune suffit.",
        );
        return None;
    };
    if commune.code == cell {
        return Some(commune);
    }
    if commune.code == whole {
        notes.corrected("zero-perdu", cell, commune.code, "Le code est remis en cinq signes.");
    } else {
        let reason = format!(
            "Ce code est celui d’une ancienne commune ou d’un arrondissement {}.",
            commune.de_nom()
        );
        notes.corrected("code-insee-ancien", cell, commune.code, reason);
    }
    Some(commune)
}

/// A SIRET or RNA without blanks; zeros say that nobody knows it.
pub(super) fn pivot(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let tight: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let code = tight.strip_suffix(".0").unwrap_or(&tight);
    if code.bytes().all(|b| b == b'0') {
        notes.corrected(
            "siret-inconnu",
            cell,
            "",
            "Un SIRET fait de zéros veut dire « inconnu » : il est laissé vide.",
        );
        return None;
    }
    if let Some(whole) = with_zero(code) {
        notes.corrected("zero-perdu", cell, &whole, "Le zéro du début du SIRET s’était perdu.");
        return Some(whole);
    }
    if code != cell {
        notes.corrected("siret-ecriture", cell, code, "Les espaces du SIRET sont enlevées.");
    }
    Some(code.to_owned())
}

/// A SIRET whose first zeros a spreadsheet took: fourteen figures with them, and the key is right.
fn with_zero(code: &str) -> Option<String> {
    let figures = (11..14).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    let whole = format!("{code:0>14}");
    (figures && is_siret(&whole)).then_some(whole)
}

/// The key of a SIRET (Luhn): every second figure twice, the sum a multiple of ten.
fn is_siret(code: &str) -> bool {
    let twice = |figure: u32| if figure > 4 { figure * 2 - 9 } else { figure * 2 };
    let figures = code.chars().filter_map(|c| c.to_digit(10)).enumerate();
    figures.map(|(at, figure)| if at % 2 == 0 { twice(figure) } else { figure }).sum::<u32>() % 10
        == 0
}
