//! The language of a text, said so that a screen reader takes the right voice.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::Fiche;
use crate::theme::Themes;

/// A language that is no code of a language: « anglais » for « en ».
pub fn known(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let each = guides.guides.iter().flat_map(|guide| {
        let acteurs = guide.acteurs.iter().map(|one| &one.fiche);
        acteurs
            .chain(guide.evenements.iter().map(|one| &one.fiche))
            .chain(guide.pages.iter().map(|one| &one.fiche))
    });
    let shared = guides.dispositifs.iter().map(|one| &one.fiche);
    let shared = shared.chain(guides.territoires.iter().map(|one| &one.fiche));
    out.extend(
        each.chain(shared).chain(guides.pages.iter().map(|one| &one.fiche)).filter_map(unknown),
    );
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
