//! The call sheet: every record, oldest first, with what is published and what the staff alone may read.

use crate::edition::html::here::Here;
use crate::plan::Produit;
use crate::record::Acteur;
use crate::text::{phone, typography};

use super::contrat::{Appel, Bloc, Document, Format, Partie};
use super::{document, fiche};

/// Every record of a guide to be verified, oldest first; those nobody ever verified before all.
pub(super) fn document(here: Here<'_>) -> Document {
    let today = here.world.guides.today;
    let running = here.guide().acteurs.iter().enumerate();
    let running = running.filter(|(_, acteur)| acteur.fiche.en_cours(today));
    let mut all: Vec<(usize, &Acteur)> = running.collect();
    all.sort_by_key(|(index, acteur)| {
        (acteur.fiche.verifie.as_ref().map(|checked| checked.le), *index)
    });
    let labels = here.labels();
    let blocs = all.into_iter().map(|(index, _)| Bloc::Appel(call(here, index))).collect();
    let part =
        Partie { titre: labels.word("papier.appel.titre").to_owned(), blocs, ..Partie::default() };
    let format = Format { papier: "a4", paysage: true, colonnes: 1, corps: 11.0, plancher: 11.0 };
    let titre = labels.word("papier.appel.titre").to_owned();
    document::new(here, Produit::FeuilleDAppel.nom(), format, titre, vec![part])
}

fn call(here: Here<'_>, index: usize) -> Appel {
    let acteur = &here.guide().acteurs[index];
    let told = fiche::of_acteur(here, index);
    let brief = here.brief(here.at(index));
    let never = || here.labels().word("papier.verifie.jamais").to_owned();
    let facts =
        told.bref.iter().map(|fait| format!("{}\u{a0}: {}", fait.nom, fait.lignes.join(", ")));
    let published = told.adresse.iter().cloned().chain([told.quand.clone()]).chain(facts);
    Appel {
        code: told.code.clone(),
        nom: [brief.nom.as_str(), brief.commune.as_str()]
            .join(", ")
            .trim_end_matches(", ")
            .to_owned(),
        telephone: acteur.telephone.as_deref().map(phone).unwrap_or_default(),
        interne: acteur.fiche.interne.as_deref().map(typography).into_iter().collect(),
        verifie: here.verified(&acteur.fiche).unwrap_or_else(never),
        publie: published.filter(|line| !line.is_empty()).collect(),
    }
}
