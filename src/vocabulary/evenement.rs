//! Our own lists of an evenement.

use super::list::Vocabulary;
use super::term::{Term, term, told};

/// `sorte` of an evenement.
pub static EVENEMENT_SORTE: Vocabulary =
    Vocabulary::closed("evenement.sorte", SORTES, OLDER_SORTES);
/// `etat` of an evenement or of one of its dates.
pub static EVENEMENT_ETAT: Vocabulary = Vocabulary::closed("evenement.etat", ETATS, OLDER_ETATS);
/// `choix_des_seances` of a series.
pub static CHOIX_DES_SEANCES: Vocabulary =
    Vocabulary::closed("choix_des_seances", CHOIX, OLDER_CHOIX);

#[rustfmt::skip]
const SORTES: &[Term] = &[
    term("atelier", "atelier"),
    term("permanence exceptionnelle", "accueil un jour particulier"),
    term("parcours", "plusieurs séances qui se suivent"),
    term("rencontre", "rencontre"),
    term("formation", "formation"),
    term("réunion publique", "réunion ouverte à tous"),
    term("porte-à-porte", "passage chez les habitants"),
    term("en ligne", "par Internet, depuis chez vous"),
    term("autre", "autre rendez-vous"),
];

#[rustfmt::skip]
const OLDER_SORTES: &[(&str, &str)] = &[
    ("ateliers", "atelier"), ("café numérique", "atelier"), ("permanence", "permanence exceptionnelle"), ("cycle", "parcours"), ("série", "parcours"),
    ("webinaire", "en ligne"), ("webinar", "en ligne"), ("visioconférence", "en ligne"), ("formations", "formation"), ("concertation", "réunion publique"),
];

#[rustfmt::skip]
const ETATS: &[Term] = &[
    term("prévu", "prévu"),
    told("complet", "complet", "Il n’y a plus de place."),
    told("déplacé", "déplacé", "Le lieu a changé."),
    told("reporté", "reporté", "La date a changé."),
    told("annulé", "annulé", "Cela n’aura pas lieu."),
    told("terminé", "terminé", "C’est terminé."),
];

#[rustfmt::skip]
const OLDER_ETATS: &[(&str, &str)] = &[
    ("prévue", "prévu"), ("programmé", "prévu"), ("confirmé", "prévu"), ("complète", "complet"), ("déplacée", "déplacé"),
    ("reportée", "reporté"), ("annulée", "annulé"), ("supprimé", "annulé"), ("terminée", "terminé"), ("passé", "terminé"), ("fini", "terminé"),
];

#[rustfmt::skip]
const CHOIX: &[Term] = &[
    told("toutes", "il faut venir à toutes les séances", "Les séances se suivent : venez à toutes."),
    told("tout ou partie", "vous choisissez vos séances", "Vous venez aux séances que vous voulez."),
];

#[rustfmt::skip]
const OLDER_CHOIX: &[(&str, &str)] = &[
    ("toutes les séances", "toutes"), ("obligatoire", "toutes"), ("au choix", "tout ou partie"), ("à la carte", "tout ou partie"), ("libre", "tout ou partie"),
];
