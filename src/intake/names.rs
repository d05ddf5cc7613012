//! What the file of a record is called.

use crate::text::slug_of;

use super::draft::Draft;

/// Names for the file of a record: name and commune, then its street, then numbers.
pub(super) fn names(draft: &Draft) -> impl Iterator<Item = String> {
    let (nom, commune) = (draft.nom.as_str(), draft.commune.nom);
    let short = slug_of(&[nom, commune]);
    let street = draft.value("adresse").map(|street| slug_of(&[nom, commune, street]));
    let numbered = short.clone();
    std::iter::once(short)
        .chain(street)
        .chain((2..=9_999).map(move |number| format!("{numbered}-{number}")))
}
