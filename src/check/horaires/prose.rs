//! Hours that stand in a text of an actor who has none: tables, lists and calendars cannot know them.

use std::ops::Range;

use crate::calendar::hours_in_prose;
use crate::diagnostic::{Diagnostic, Place};
use crate::record::{Acteur, Fiche};

/// Looks at the presentation and at « venir » of an actor without hours anywhere.
pub(super) fn judge(acteur: &Acteur, out: &mut Vec<Diagnostic>) {
    if has_hours(acteur) {
        return;
    }
    let fiche = &acteur.fiche;
    let detail = fiche.presentation_detail.as_ref().map(|detail| detail.value.as_str());
    let texts = [fiche.presentation_resume.as_deref(), detail, acteur.venir.as_deref()];
    let found = texts.into_iter().flatten().find_map(|text| Some((text, hours_in_prose(text)?)));
    let Some((text, hours)) = found else { return };
    let written = &text[hours.clone()];
    out.push(Diagnostic::warning(
        "horaires-dans-le-texte",
        place(fiche, text, &hours),
        format!("« {written} » : ces heures sont dans un texte, et la fiche n’a pas d’horaires."),
        "Écrivez-les dans « horaires », par exemple « mardi 13h30-18h » : le tableau, les listes et l’agenda les verront.",
    ));
}

/// Whether the actor says somewhere when somebody is there.
fn has_hours(acteur: &Acteur) -> bool {
    let libre = acteur.acces_libre.as_ref().is_some_and(|libre| libre.horaires.is_some());
    let permanence = acteur.permanences.iter().any(|permanence| permanence.horaires.is_some());
    acteur.horaires.is_some() || acteur.tournee.is_some() || libre || permanence
}

/// Where these words stand in the record's file; its first line where they were folded.
fn place(fiche: &Fiche, text: &str, hours: &Range<usize>) -> Place {
    let file = &fiche.fichier.text;
    let after = fiche.span.start;
    let line = text[..hours.start].rfind('\n').map_or(0, |end| end + 1);
    let found = file[after..].find(&text[line..hours.end]);
    match found {
        Some(at) => fiche.place(&(after + at + hours.start - line..after + at + hours.end - line)),
        None => fiche.first_line(),
    }
}
