//! What a spreadsheet makes of a cell that it believes to understand: zeros lost, days turned round. Mended, and told.

use crate::calendar;
use crate::intake::finding::{Finding, Notes};
use crate::record::catalogue::Field;

/// The text of a cell as it was before a spreadsheet, and what is said of it.
pub(super) fn repare(nom: &str, texte: &str, champ: &Field) -> (String, Vec<Finding>) {
    let texte = texte.trim();
    let mut found = Vec::new();
    let (code, became, reason) = match champ.shape {
        "date AAAA-MM-JJ" => ("date-ecriture", day(texte), "La même date, année d’abord."),
        "téléphone" => (
            "telephone-zero-perdu",
            zero(texte, 9),
            "Un tableur avait enlevé le zéro du début : il est remis.",
        ),
        _ => (
            "zero-perdu",
            coded(nom, texte),
            "Un tableur avait enlevé le zéro du début : il est remis.",
        ),
    };
    let Some(became) = became else { return (texte.to_owned(), found) };
    Notes::about(nom, &mut found).corrected(code, texte, &became, reason);
    (became, found)
}

/// `03/11/2026` as `2026-11-03`, when there is such a day.
fn day(texte: &str) -> Option<String> {
    let parts: Vec<&str> = texte.split('/').collect();
    let [day, month, year] = parts[..] else { return None };
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    calendar::parse_date(&written).is_ok().then_some(written)
}

/// Codes of a fixed length that may begin with a zero.
fn coded(nom: &str, texte: &str) -> Option<String> {
    match nom.rsplit('.').next() {
        Some("code_postal" | "code_insee") => zero(texte, 4),
        Some("pivot") => zero(texte, 13),
        _ => None,
    }
}

/// The figures with the zero that is missing, when there are as many as without it.
fn zero(texte: &str, count: usize) -> Option<String> {
    let figures = texte.len() == count && texte.bytes().all(|b| b.is_ascii_digit());
    (figures && !texte.starts_with('0')).then(|| format!("0{texte}"))
}
