//! The language of a text, said so that a screen reader takes the right voice.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::Fiche;
use crate::text::foreign;
use crate::theme::Themes;
use crate::vocabulary::LANGUES;

use super::clarte::{Texte, of_guide, shared};

/// A language that is no code of a language: « anglais » for « en ».
pub fn known(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    out.extend(guides.fiches().filter_map(unknown));
}

/// A text that seems to be in another language, in a record that says none.
pub fn said(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let texts = guides.guides.iter().flat_map(of_guide).chain(shared(guides));
    out.extend(texts.filter_map(|text| unmarked(&text)));
}

/// The first part of a text that is not in French. Texts of records that say their language are not among these.
fn unmarked(text: &Texte<'_>) -> Option<Diagnostic> {
    let (code, part) = text.blocs().into_iter().find_map(|part| Some((foreign(&part)?, part)))?;
    let name = LANGUES.term(code).map_or(code, |term| term.plain);
    Some(Diagnostic::warning(
        "langue-non-dite",
        text.place(&part),
        format!(
            "« {} » de « {} » semble être en {name}, et rien ne le dit : un lecteur d’écran le lirait avec la voix du français.",
            text.cle, text.nom
        ),
        format!(
            "Écrivez « langue: {code} » si tous les textes de cette fiche sont en {name}. Sinon, mettez ce passage dans une page à lui, avec sa « langue »."
        ),
    ))
}

fn unknown(fiche: &Fiche) -> Option<Diagnostic> {
    let langue = fiche.langue.as_deref().filter(|langue| !is_a_code(langue))?;
    Some(Diagnostic::error(
        "langue-inconnue",
        fiche.first_line(),
        format!(
            "« {langue} » n’est pas le code d’une langue : la voix d’un lecteur d’écran ne serait pas la bonne."
        ),
        "Écrivez dans « langue » un code de deux ou trois lettres : « en », « ar », « uk », « fsl ».",
    ))
}

/// Whether a text has the shape of a code of a language (BCP 47): two or three letters, then parts of eight signs at most.
fn is_a_code(langue: &str) -> bool {
    let mut parts = langue.split('-');
    let first = parts.next().unwrap_or_default();
    let sign = |c: char| c.is_ascii_alphanumeric();
    matches!(first.len(), 2 | 3)
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(sign))
}
