//! The national standard's lists as data, our own lists, the plain words readers see, and the needs.
//!
//! A list is a [`Vocabulary`]; [`Vocabulary::read`] recognises what people wrote. Every text for
//! readers is ours: short French sentences, « vous », no word of the trade.

mod accueil;
mod acteur;
mod appels;
mod besoin;
mod besoins;
mod dispositifs;
mod emports;
mod equipements;
mod evenement;
mod imprimes;
mod langues;
mod list;
mod publics;
mod reading;
mod rgaa;
mod services;
mod suivi;
mod term;
mod typologie;
mod urgence;
mod wording;

#[cfg(test)]
mod tests;

pub use accueil::{FRAIS_A_CHARGE, ITINERANCE, MODALITES_ACCES, MODALITES_ACCOMPAGNEMENT};
pub use acteur::{
    ACTEUR_SORTE, FORME, NIVEAU_AIDE, PASS_NUMERIQUE, PORTEE, REGULARITE, SANS_RENDEZ_VOUS,
};
pub use appels::{APPELS, REPONSES};
pub use besoin::{Besoin, THEMES, VULNERABILITES, besoin};
pub use besoins::BESOINS;
pub use dispositifs::{DISPOSITIF_PROGRAMMES_NATIONAUX, FORMATIONS_LABELS};
pub use emports::HORS_LIGNE;
pub use equipements::EQUIPEMENTS;
pub use evenement::{CHOIX_DES_SEANCES, EVENEMENT_ETAT, EVENEMENT_SORTE};
pub use imprimes::{A_LA_DEMANDE, PRODUITS};
pub use langues::LANGUES;
pub use list::Vocabulary;
pub use publics::{PRISE_EN_CHARGE_SPECIFIQUE, PUBLICS_SPECIFIQUEMENT_ADRESSES};
pub use reading::Reading;
pub use rgaa::{Critere, RGAA, Referentiel, Tenu};
pub use services::SERVICES;
pub use suivi::{
    AUDIT_ETAT, CHANGEMENTS_ETAT, DOUBLON_DECISION, TERRITOIRE_SORTE, VERIFIE_COMMENT,
};
pub use term::Term;
pub use typologie::TYPOLOGIE;
pub use urgence::{URGENCE, Urgence};

/// Version of the national schema these lists come from, « Lieux de médiation numérique ».
pub const SCHEMA_VERSION: &str = "1.0.2";

/// Every list: the ten of the national schema in the order of its columns, then ours.
pub static ALL: [&Vocabulary; 29] = [
    &TYPOLOGIE,
    &ITINERANCE,
    &SERVICES,
    &PUBLICS_SPECIFIQUEMENT_ADRESSES,
    &PRISE_EN_CHARGE_SPECIFIQUE,
    &FRAIS_A_CHARGE,
    &DISPOSITIF_PROGRAMMES_NATIONAUX,
    &FORMATIONS_LABELS,
    &MODALITES_ACCES,
    &MODALITES_ACCOMPAGNEMENT,
    &ACTEUR_SORTE,
    &FORME,
    &PORTEE,
    &SANS_RENDEZ_VOUS,
    &NIVEAU_AIDE,
    &EQUIPEMENTS,
    &LANGUES,
    &PASS_NUMERIQUE,
    &REGULARITE,
    &CHANGEMENTS_ETAT,
    &EVENEMENT_SORTE,
    &EVENEMENT_ETAT,
    &CHOIX_DES_SEANCES,
    &TERRITOIRE_SORTE,
    &VERIFIE_COMMENT,
    &PRODUITS,
    &HORS_LIGNE,
    &DOUBLON_DECISION,
    &AUDIT_ETAT,
];
