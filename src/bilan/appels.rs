//! The call sheet as a table to fill in: the same records in the same order as on paper, for `jalon confirm --depuis`.

use crate::calendar::Date;
use crate::guide::{Guide, Guides};
use crate::record::Acteur;
use crate::tableur::{Case, Colonne, Feuille};
use crate::vocabulary::APPELS;

use super::courriels::facts;

/// Every record of some guides that has not ended: guide by guide, those nobody ever verified first, then the oldest.
pub fn feuille(guides: &Guides, wanted: &[usize]) -> Feuille {
    let guides_of = wanted.iter().map(|&rank| &guides.guides[rank]);
    Feuille {
        nom: "appels".into(),
        colonnes: APPELS.iter().map(|(name, _)| Colonne::new(*name, width(name))).collect(),
        lignes: guides_of.flat_map(|guide| of_guide(guide, guides.today)).collect(),
    }
}

fn of_guide(guide: &Guide, today: Date) -> Vec<Vec<Case>> {
    let mut all: Vec<&Acteur> =
        guide.acteurs.iter().filter(|acteur| acteur.fiche.en_cours(today)).collect();
    all.sort_by_key(|acteur| acteur.fiche.verifie.as_ref().map(|checked| checked.le));
    let line = |acteur| APPELS.iter().map(|(name, _)| cell(guide, acteur, name)).collect();
    all.into_iter().map(line).collect()
}

/// What jalon knows of a column; the others are for who calls.
fn cell(guide: &Guide, acteur: &Acteur, column: &str) -> Case {
    let fiche = &acteur.fiche;
    match column {
        "code" => Case::texte(&fiche.code()),
        "id" => Case::texte(&fiche.id),
        "guide" => Case::texte(&guide.dossier),
        "nom" => Case::texte(&fiche.nom),
        "commune" => Case::texte(acteur.adresse.commune.map_or("", |commune| commune.nom)),
        "telephone" => Case::texte(acteur.telephone.as_deref().unwrap_or_default()),
        "publie" => Case::texte(&published(acteur)),
        "verifie" => fiche.verifie.as_ref().map_or(Case::Vide, |checked| Case::Jour(checked.le)),
        _ => Case::Vide,
    }
}

/// What is to be read out on the phone.
fn published(acteur: &Acteur) -> String {
    let own = |name: &str| matches!(name, "Téléphone" | "Dernière vérification");
    let told = facts(acteur).into_iter().filter(|(name, value)| !value.is_empty() && !own(name));
    told.map(|(name, value)| format!("{name} : {value}")).collect::<Vec<_>>().join("\n")
}

fn width(column: &str) -> u8 {
    match column {
        "nom" | "remarque" => 32,
        "publie" => 60,
        _ => 14,
    }
}
