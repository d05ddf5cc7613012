//! What the file of a record is called.

use crate::text::slug_of;

use super::draft::Draft;

/// Names for the file of a record: name and commune, then what tells it apart (its street, its first
/// day), then numbers.
pub(super) fn names(draft: &Draft) -> impl Iterator<Item = String> {
    let nom = draft.nom.as_str();
    let commune = draft.commune.map_or(nom, |commune| commune.nom);
    let short = slug_of(&[nom, commune]);
    let apart = draft.apart.as_deref().or(draft.value("adresse"));
    let longer = apart.map(|apart| slug_of(&[nom, commune, apart]));
    let numbered = short.clone();
    std::iter::once(short)
        .chain(longer)
        .chain((2..=9_999).map(move |number| format!("{numbered}-{number}")))
}
