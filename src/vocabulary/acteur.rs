//! Our own lists of an acteur: what the schema cannot say.

use super::list::Vocabulary;
use super::term::{Term, term, told};

/// `sorte` of an acteur.
pub static ACTEUR_SORTE: Vocabulary = Vocabulary::closed("acteur.sorte", SORTES, OLDER_SORTES);
/// `forme`: what it is in law, or close to it.
pub static FORME: Vocabulary = Vocabulary::closed("acteur.forme", FORMES, OLDER_FORMES);
/// `portee`: how far it acts.
pub static PORTEE: Vocabulary = Vocabulary::closed("acteur.portee", PORTEES, OLDER_PORTEES);
/// `sans_rendez_vous`: never derived, always written by somebody who knows.
pub static SANS_RENDEZ_VOUS: Vocabulary =
    Vocabulary::closed("sans_rendez_vous", RENDEZ_VOUS, OLDER_RENDEZ_VOUS);
/// `niveau_aide`: done in your place, done with you, learnt.
pub static NIVEAU_AIDE: Vocabulary = Vocabulary::closed("niveau_aide", NIVEAUX, OLDER_NIVEAUX);
/// `pass_numerique`: the four roles around the voucher, which no longer all exist.
pub static PASS_NUMERIQUE: Vocabulary = Vocabulary::closed("pass_numerique", PASS, OLDER_PASS);
/// `regularite` of a tour: a variable one shows no hours, only how to know.
pub static REGULARITE: Vocabulary = Vocabulary::closed("tournee.regularite", REGULARITES, &[]);

#[rustfmt::skip]
const SORTES: &[Term] = &[
    term("lieu", "lieu où l’on vous reçoit"),
    term("itinérant", "service qui se déplace"),
    term("réseau", "ensemble de lieux qui travaillent ensemble"),
    term("coordination", "organisme qui organise l’aide sur un territoire"),
    term("hub", "organisme qui soutient les lieux d’aide d’une région"),
    term("collectivité", "commune, intercommunalité, département ou région"),
    term("financeur", "organisme qui paie une partie de l’aide"),
    term("autre", "autre"),
];

#[rustfmt::skip]
const OLDER_SORTES: &[(&str, &str)] = &[
    ("lieux", "lieu"), ("structure", "lieu"), ("bus", "itinérant"), ("itinérante", "itinérant"), ("mobile", "itinérant"),
    ("coordinateur", "coordination"), ("hub territorial", "hub"),
];

#[rustfmt::skip]
const FORMES: &[Term] = &[
    term("association", "association"),
    term("syndicat mixte", "groupement de collectivités"),
    term("coopérative", "entreprise qui appartient à ses membres"),
    term("tiers-lieu", "lieu partagé pour travailler, apprendre et se rencontrer"),
    term("fondation", "organisme qui donne de l’argent à des projets utiles à tous"),
    term("réseau", "ensemble d’organismes qui travaillent ensemble"),
    term("collectivité", "commune, intercommunalité, département ou région"),
    term("entreprise", "entreprise"),
    term("État", "service de l’État"),
];

#[rustfmt::skip]
const OLDER_FORMES: &[(&str, &str)] = &[
    ("asso", "association"), ("association loi 1901", "association"), ("SCIC", "coopérative"), ("SCOP", "coopérative"),
    ("collectivité territoriale", "collectivité"), ("service de l’État", "État"), ("services de l’État", "État"), ("société", "entreprise"),
];

#[rustfmt::skip]
const PORTEES: &[Term] = &[
    term("quartier", "dans le quartier"),
    term("commune", "dans la commune"),
    term("intercommunalité", "dans plusieurs communes voisines"),
    term("département", "dans tout le département"),
    term("région", "dans toute la région"),
    term("nationale", "dans toute la France"),
];

#[rustfmt::skip]
const OLDER_PORTEES: &[(&str, &str)] = &[
    ("communale", "commune"), ("intercommunale", "intercommunalité"), ("EPCI", "intercommunalité"), ("départementale", "département"),
    ("régionale", "région"), ("national", "nationale"), ("pays", "nationale"), ("France", "nationale"),
];

#[rustfmt::skip]
const RENDEZ_VOUS: &[Term] = &[
    told("oui", "sans rendez-vous", "Vous pouvez venir sans rendez-vous."),
    told("non", "sur rendez-vous", "Il faut prendre rendez-vous."),
    told("appelez avant de venir", "appelez avant de venir", "Appelez avant de venir."),
];

// « Accès libre » is left out: in files it also means free-access computers.
#[rustfmt::skip]
const OLDER_RENDEZ_VOUS: &[(&str, &str)] = &[
    ("true", "oui"), ("vrai", "oui"), ("sans rendez-vous", "oui"), ("sans RDV", "oui"),
    ("false", "non"), ("faux", "non"), ("sur rendez-vous", "non"), ("sur RDV", "non"), ("accès sur RDV", "non"),
    ("uniquement sur rendez-vous", "non"), ("sur rendez-vous uniquement", "non"),
    ("appeler avant", "appelez avant de venir"), ("appeler avant de venir", "appelez avant de venir"),
    ("appelez avant", "appelez avant de venir"), ("se rapprocher de l’organisme", "appelez avant de venir"),
];

#[rustfmt::skip]
const NIVEAUX: &[Term] = &[
    told("faire à la place", "on le fait à votre place", "On le fait à votre place, avec votre accord."),
    told("faire avec", "on le fait avec vous", "On le fait avec vous, pas à pas."),
    told("apprendre à faire seul", "on vous apprend à le faire seul", "On vous apprend à le faire seul, à votre rythme."),
];

#[rustfmt::skip]
const OLDER_NIVEAUX: &[(&str, &str)] = &[
    ("faire à la place de", "faire à la place"), ("faire à votre place", "faire à la place"), ("à la place", "faire à la place"), ("à ma place", "faire à la place"),
    ("A ma place : une personne habilitée fait les démarches à ma place", "faire à la place"),
    ("avec", "faire avec"), ("faire avec vous", "faire avec"),
    ("faire soi-même", "apprendre à faire seul"), ("faire seul", "apprendre à faire seul"), ("apprendre", "apprendre à faire seul"),
    ("apprendre à faire", "apprendre à faire seul"),
];

#[rustfmt::skip]
const PASS: &[Term] = &[
    term("commanditaire", "commande des pass numériques pour ses habitants"),
    term("prescripteur", "remet des pass numériques"),
    term("accepte", "accepte le pass numérique comme paiement"),
    term("émetteur", "fabrique les pass numériques"),
];

#[rustfmt::skip]
const OLDER_PASS: &[(&str, &str)] = &[
    ("commande", "commanditaire"), ("distribue", "prescripteur"), ("prescrit", "prescripteur"),
    ("acceptant", "accepte"), ("Accepte le Pass numérique", "accepte"), ("émet", "émetteur"),
    ("Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique pour accéder au lieu", "accepte"),
];

#[rustfmt::skip]
const REGULARITES: &[Term] = &[
    term("régulière", "à heures régulières"),
    told("variable", "sans horaire fixe", "Les passages changent : appelez pour savoir où et quand."),
];
