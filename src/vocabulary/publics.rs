//! Whom a place is meant for, and whom it knows how to receive.

use super::list::Vocabulary;
use super::term::{Term, told};

/// `publics_specifiquement_adresses`. By the schema an empty list means « tout public ».
pub static PUBLICS_SPECIFIQUEMENT_ADRESSES: Vocabulary =
    Vocabulary::closed("publics_specifiquement_adresses", PUBLICS, OLDER_PUBLICS);

/// `prise_en_charge_specifique`.
pub static PRISE_EN_CHARGE_SPECIFIQUE: Vocabulary =
    Vocabulary::closed("prise_en_charge_specifique", PRISES, OLDER_PRISES);

// « En particulier »: files often list several publics of a place that is open to all.
#[rustfmt::skip]
const PUBLICS: &[Term] = &[
    told("Jeunes", "les jeunes", "On y accueille en particulier les jeunes."),
    told("Étudiants", "les étudiants", "On y accueille en particulier les étudiants."),
    told("Familles et/ou enfants", "les familles et les enfants", "On y accueille en particulier les familles et les enfants."),
    told("Seniors", "les personnes âgées", "On y accueille en particulier les personnes âgées."),
    told("Femmes", "les femmes", "On y accueille en particulier les femmes."),
];

#[rustfmt::skip]
const OLDER_PUBLICS: &[(&str, &str)] = &[
    ("Jeunes (16-26 ans)", "Jeunes"), ("jeunes-16-26", "Jeunes"), ("Jeune", "Jeunes"), ("Public jeune", "Jeunes"),
    ("Étudiant", "Étudiants"), ("Étudiants et étudiantes", "Étudiants"),
    ("Familles/enfants", "Familles et/ou enfants"), ("Familles", "Familles et/ou enfants"), ("Famille", "Familles et/ou enfants"),
    ("Enfants", "Familles et/ou enfants"), ("Parents", "Familles et/ou enfants"),
    ("Seniors (+ 65 ans)", "Seniors"), ("Senior", "Seniors"), ("Public senior", "Seniors"), ("Personnes âgées", "Seniors"),
    ("Uniquement femmes", "Femmes"), ("Femme", "Femmes"),
];

#[rustfmt::skip]
const PRISES: &[Term] = &[
    told("Surdité", "personnes sourdes ou malentendantes", "On sait accueillir les personnes sourdes ou malentendantes."),
    told("Handicaps moteurs", "personnes qui se déplacent difficilement", "On sait accueillir les personnes qui ont un handicap moteur."),
    told("Handicaps mentaux", "personnes avec un handicap mental", "On sait accueillir les personnes qui ont un handicap mental."),
    told("Illettrisme", "personnes qui ont du mal à lire ou à écrire", "On sait accueillir les personnes qui ont du mal à lire ou à écrire."),
    told("Langues étrangères (anglais)", "on y parle anglais", "On peut vous parler en anglais."),
    told("Langues étrangères (autres)", "on y parle d’autres langues", "On peut vous parler dans une autre langue : demandez laquelle."),
    told("Déficience visuelle", "personnes aveugles ou malvoyantes", "On sait accueillir les personnes aveugles ou malvoyantes."),
];

// The national transformer turned « Public langues étrangères » into both languages entries and
// psychic handicaps into « Handicaps mentaux », the only entry near them.
#[rustfmt::skip]
const OLDER_PRISES: &[(&str, &str)] = &[
    ("Personnes sourdes", "Surdité"), ("Malentendants", "Surdité"), ("Sourds et malentendants", "Surdité"), ("Déficience auditive", "Surdité"),
    ("Handicap moteur", "Handicaps moteurs"), ("Fauteuil roulant", "Handicaps moteurs"),
    ("Handicap mental", "Handicaps mentaux"),
    ("Handicaps mentaux : déficiences limitant les activités d'une personne", "Handicaps mentaux"),
    ("Handicaps psychiques", "Handicaps mentaux"),
    ("Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales", "Handicaps mentaux"),
    ("Personnes en situation d'illettrisme", "Illettrisme"), ("Illetrisme", "Illettrisme"),
    ("Anglais", "Langues étrangères (anglais)"),
    ("Langues étrangères", "Langues étrangères (autres)"), ("Public langues étrangères", "Langues étrangères (autres)"),
    ("Malvoyants", "Déficience visuelle"), ("Aveugles et malvoyants", "Déficience visuelle"), ("Déficients visuels", "Déficience visuelle"),
];
