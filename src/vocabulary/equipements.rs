//! What a place has to lend, to use, to sell or to give.

use super::list::Vocabulary;
use super::term::{Term, term};

/// `equipements`: other words are welcome.
pub static EQUIPEMENTS: Vocabulary = Vocabulary::open("equipements", TERMS, OLDER);

#[rustfmt::skip]
const TERMS: &[Term] = &[
    term("ordinateur", "ordinateur à utiliser"),
    term("tablette", "tablette à utiliser"),
    term("téléphone", "téléphone à utiliser"),
    term("borne", "écran tactile en libre service"),
    term("Internet", "connexion à Internet"),
    term("wifi", "wifi pour votre téléphone ou votre ordinateur"),
    term("imprimante", "imprimante"),
    term("scanner", "scanner, pour envoyer un papier par Internet"),
    term("photocopieur", "photocopieur"),
    term("visio", "poste pour un rendez-vous par vidéo"),
    term("espace confidentiel", "bureau fermé pour parler tranquillement"),
    term("prise", "prise pour recharger un téléphone"),
    term("vidéoprojecteur", "vidéoprojecteur"),
    term("imprimante 3D", "imprimante 3D"),
    term("poste adapté", "ordinateur adapté au handicap"),
    term("boucle magnétique", "boucle magnétique pour appareil auditif"),
    term("prêt", "matériel prêté pour la maison"),
    term("don", "matériel donné"),
    term("reconditionné", "matériel remis en état, à petit prix"),
    term("recharge mobile", "carte SIM ou recharge à petit prix"),
    term("réparation", "aide pour réparer un appareil"),
    term("clé USB", "clé USB"),
];

#[rustfmt::skip]
const OLDER: &[(&str, &str)] = &[
    ("ordinateurs", "ordinateur"), ("PC", "ordinateur"), ("ordinateur portable", "ordinateur"), ("postes informatiques", "ordinateur"), ("poste informatique", "ordinateur"),
    ("tablettes", "tablette"), ("tablette numérique", "tablette"), ("smartphone", "téléphone"), ("smartphones", "téléphone"), ("téléphones", "téléphone"),
    ("borne interactive", "borne"), ("borne tactile", "borne"),
    ("accès Internet", "Internet"), ("accès à Internet", "Internet"), ("connexion Internet", "Internet"), ("accès wifi", "wifi"),
    ("imprimantes", "imprimante"), ("imprimante multi-fonctions", "imprimante"), ("scanners", "scanner"), ("numériseur", "scanner"),
    ("photocopieuse", "photocopieur"), ("photocopie", "photocopieur"),
    ("visioconférence", "visio"), ("webcam", "visio"),
    ("espace de confidentialité", "espace confidentiel"), ("bureau confidentiel", "espace confidentiel"),
    ("poste PMR", "poste adapté"), ("prêt de matériel", "prêt"), ("prêt d’ordinateur", "prêt"),
    ("don de matériel", "don"), ("matériel reconditionné", "reconditionné"), ("ordinateur reconditionné", "reconditionné"),
    ("vente solidaire", "reconditionné"), ("carte SIM", "recharge mobile"), ("carte prépayée", "recharge mobile"), ("dépannage", "réparation"),
];
