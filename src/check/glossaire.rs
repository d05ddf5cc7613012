//! Words explained once.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::text::fold;
use crate::theme::Themes;

/// A word or a sigle that two entries explain: readers would find one of the two, by chance.
pub fn doubles(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for entry in &guides.glossaire {
        let sigle = entry.sigle.iter().filter(|sigle| fold(sigle) != fold(&entry.terme));
        for word in std::iter::once(&entry.terme).chain(sigle) {
            let Some(first) = seen.insert(fold(word), &entry.terme) else { continue };
            out.push(Diagnostic::warning(
                "mot-en-double",
                entry.place.clone(),
                format!("Le glossaire explique deux fois « {word} » : « {first} » et « {} ».", entry.terme),
                "Gardez une seule explication dans « glossaire.yaml », et l’autre nom dans « autres_noms ».",
            ));
        }
    }
}
