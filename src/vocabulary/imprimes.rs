//! What a guide may ask to print at each build, and what is only printed when somebody asks.

use super::list::Vocabulary;
use super::term::{Term, term};

/// `produits` of a guide: what each build prints.
pub static PRODUITS: Vocabulary = Vocabulary::closed("produits", IMPRIMES, OLDER_IMPRIMES);

/// What no build prints, and why, as the middle of a sentence.
pub const A_LA_DEMANDE: [(&str, &str); 2] = [
    ("selection", "elle se fait pour une personne, avec les lieux choisis pour elle"),
    ("feuille-d-appel", "elle porte les contacts internes, et rien de cela ne se publie"),
];

#[rustfmt::skip]
const IMPRIMES: &[Term] = &[
    term("guide", "le guide entier"),
    term("livret", "le livret à plier"),
    term("gros-caracteres", "l’édition en gros caractères"),
    term("commune", "la feuille d’une commune"),
    term("intercommunalite", "la feuille d’une intercommunalité"),
    term("besoin", "la feuille d’un besoin"),
    term("depliant", "le dépliant en trois volets"),
    term("affiche", "l’affiche du mois, pour une porte"),
    term("fiche", "la fiche d’un lieu, avec des lignes pour vos notes"),
    term("semaine", "l’agenda d’une semaine"),
    term("errata", "ce qui a changé depuis une édition"),
    term("proposer", "le formulaire pour proposer ou corriger"),
];

#[rustfmt::skip]
const OLDER_IMPRIMES: &[(&str, &str)] = &[
    ("guides", "guide"), ("livrets", "livret"), ("gros caractère", "gros-caracteres"), ("communes", "commune"),
    ("intercommunalités", "intercommunalite"), ("epci", "intercommunalite"), ("besoins", "besoin"), ("dépliants", "depliant"),
    ("affiches", "affiche"), ("fiches", "fiche"), ("semaines", "semaine"), ("erratum", "errata"), ("formulaire", "proposer"),
];
