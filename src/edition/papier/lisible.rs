//! Letters that no embedded font has: marked on paper, and told with the record that has them.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::Guide;
use crate::record::Fiche;
use crate::typeset::readable;

/// Puts a mark in place of what cannot be printed, in every text of a document; gives what was put aside.
pub(super) fn clean(data: &mut Json, lost: &mut BTreeSet<char>) {
    match data {
        Json::String(text) => {
            let (kept, aside) = readable(text);
            if let std::borrow::Cow::Owned(kept) = kept {
                lost.extend(aside);
                *text = kept;
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| clean(item, lost)),
        Json::Object(entries) => entries.values_mut().for_each(|value| clean(value, lost)),
        _ => {}
    }
}

/// Where the characters that no sheet shows are written, once for each record.
pub(super) fn tell(guide: &Guide, lost: &BTreeSet<char>, said: &mut Vec<Diagnostic>) {
    if lost.is_empty() {
        return;
    }
    let actors = guide.acteurs.iter().map(|acteur| &acteur.fiche);
    let events = guide.evenements.iter().map(|event| &event.fiche);
    said.extend(actors.chain(events).filter_map(|fiche| written(fiche, lost)));
}

fn written(fiche: &Fiche, lost: &BTreeSet<char>) -> Option<Diagnostic> {
    let source = &fiche.fichier;
    let (at, letter) = source.text.char_indices().find(|(_, letter)| lost.contains(letter))?;
    let code = u32::from(letter);
    Some(Diagnostic::new(
        "caractere-non-imprimable",
        Severity::Warning,
        Subject::Written(source.at(at..at + letter.len_utf8())),
        format!(
            "Sur le papier, « {letter} » (U+{code:04X}) sera remplacé par « [?] » : la police des imprimés ne l’a pas."
        ),
        "Écrivez-le en toutes lettres, par exemple « téléphone » au lieu d’un pictogramme, ou effacez-le.",
    ))
}
