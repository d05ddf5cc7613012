//! What of an event is in no key of its record: a place without record, who organises, cells left over.

use crate::intake::draft::Form;
use crate::intake::report::PlaceReport;
use crate::text::slug;

use super::happening::Happening;
use super::place::{Host, Match, named};

/// A place that no actor surely is, as the report tells it.
pub(super) fn unknown(one: &Happening, commune: &str, candidates: &[&Host]) -> PlaceReport {
    let value = |key| one.draft.value(key).unwrap_or_default().to_owned();
    let nom = match one.spot.nom.value.as_str() {
        "" => value("adresse"),
        nom => nom.to_owned(),
    };
    PlaceReport {
        nom,
        adresse: value("adresse"),
        commune: commune.to_owned(),
        evenements: 0,
        candidats: candidates
            .iter()
            .map(|host| (host.id.clone(), host.noms.first().cloned().unwrap_or_default()))
            .collect(),
        autres: one
            .spot
            .besides
            .iter()
            .map(|cell| (cell.column.clone(), cell.value.clone()))
            .collect(),
    }
}

/// Who organises, when one actor of the guide surely is; a name that is none may be a person's, and stays out.
pub(super) fn organiser(one: &mut Happening, hosts: &[Host]) {
    for cell in std::mem::take(&mut one.organisers) {
        match named(&cell.value, hosts) {
            Match::Sure(host) => one.put("organisateur", Form::Text, &cell.column, host.id.clone()),
            Match::Unsure(candidates) => {
                let ids: Vec<&str> = candidates.iter().map(|host| host.id.as_str()).collect();
                let remedy = match ids.as_slice() {
                    [] => "Si c’est une structure, écrivez sa fiche, puis « organisateur » dans celle de l’événement.".to_owned(),
                    ids => format!("Si c’est l’une de ces fiches, ajoutez « organisateur » : {}.", ids.join(", ")),
                };
                one.notes(&cell.column).refused(
                    "organisateur-non-reconnu",
                    &cell.value,
                    "Ce nom n’est celui d’aucune fiche ; ce peut être celui d’une personne : il n’est pas repris.",
                    remedy,
                );
            }
        }
    }
}

/// Cells that are in no key and that nothing was said of: they are told.
pub(super) fn leftovers(one: &mut Happening) {
    let told = |one: &Happening, column: &str| {
        one.aside.contains(column)
            || one.columns.iter().any(|(_, known)| known == column)
            || one.draft.findings.iter().any(|finding| finding.column == column)
    };
    for cell in one.cells.clone() {
        let repeats = one.draft.fields.iter().any(|field| {
            field.values.iter().any(|value| !slug(value).is_empty() && value.trim() == cell.value)
        });
        if !told(one, &cell.column) && !repeats {
            one.keyless(&cell.column, &cell.value);
        }
    }
}
