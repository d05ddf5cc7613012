//! What a guide offers to those who have no network.

use crate::vocabulary::{HORS_LIGNE, Term};

use super::catalogue::Field;
use super::reader::Reader;

/// The kinds of files that are asked for, each once.
pub(super) fn read(r: &mut Reader<'_>) -> Vec<&'static Term> {
    let about =
        "Les fichiers à emporter que fait chaque construction ; tous sauf « memoire », sinon.";
    let mut found: Vec<&'static Term> = Vec::new();
    for written in r.list(Field::new("hors_ligne", HORS_LIGNE.name, about)) {
        let term = r.judge_term("hors_ligne", &written, &HORS_LIGNE);
        found.extend(term.filter(|term| !found.contains(term)));
    }
    found
}
