//! One id, one record.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::Fiche;
use crate::text::slug;
use crate::theme::Themes;

/// Two records of one guide, or two shared ones, with the same id.
pub fn doubles(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let acteurs = guide.acteurs.iter().map(|acteur| &acteur.fiche);
        among(acteurs.chain(guide.evenements.iter().map(|event| &event.fiche)), out);
        among(guide.pages.iter().map(|page| &page.fiche), out);
    }
    let shared = guides.dispositifs.iter().map(|found| &found.fiche);
    among(shared.chain(guides.territoires.iter().map(|found| &found.fiche)), out);
}

/// The folder of a guide is part of every address: lower case, ASCII, no space.
pub fn folders(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in guides.guides.iter().filter(|guide| slug(&guide.dossier) != guide.dossier) {
        out.push(Diagnostic::error(
            "nom-de-dossier",
            guide.reglages.reglages.first_line(),
            format!(
                "Le nom du dossier « {} » ne peut pas servir d’adresse sur tous les ordinateurs.",
                guide.dossier
            ),
            format!("Renommez-le « {} ».", slug(&guide.dossier)),
        ));
    }
}

fn among<'a>(fiches: impl Iterator<Item = &'a Fiche>, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, &Fiche> = BTreeMap::new();
    for fiche in fiches {
        for id in std::iter::once(&fiche.id).chain(&fiche.anciens_ids) {
            if let Some(first) = seen.insert(id, fiche) {
                let (first, second) = in_order(first, fiche);
                out.push(Diagnostic::error(
                    "identifiant-en-double",
                    second.first_line(),
                    format!("L’identifiant « {id} » est déjà pris par « {} » ({}).", first.nom, first.fichier.path),
                    "Donnez un autre « id » à l’une des deux fiches, ou effacez celle qui est en trop.",
                ));
            }
        }
    }
}

/// The message stands on the second of two files, whatever order the guide lists them in.
fn in_order<'a>(a: &'a Fiche, b: &'a Fiche) -> (&'a Fiche, &'a Fiche) {
    let key = |fiche: &Fiche| (fiche.fichier.path.clone(), fiche.span.start);
    if key(a) <= key(b) { (a, b) } else { (b, a) }
}
