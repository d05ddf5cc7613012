//! Entries of a document: records, days, posters, calls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Bloc, Site};
use crate::edition::quand::Row;

/// A run of letters of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mot {
    /// The letters.
    pub texte: String,
    /// In bold.
    pub gras: bool,
    /// Where it leads on a screen; its letters say it too where they are not the address itself.
    pub lien: Option<String>,
}

/// A notice: a box that begins with a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Avis {
    /// « À confirmer ».
    pub mot: String,
    /// The rest.
    pub texte: String,
}

/// A fact: its name, then one text a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fait {
    /// « Prix ».
    pub nom: String,
    /// What is to be known.
    pub lignes: Vec<String>,
}

/// A record, whole. Its contact block (name to phone) never breaks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fiche {
    /// Name that an index points at; only where the document is the one that tells it whole.
    pub ancre: String,
    /// Durable short code.
    pub code: String,
    /// Its name.
    pub nom: String,
    /// What it is and where: « Maison de quartier, à Poitiers ».
    pub sous: String,
    /// What nobody should come without knowing.
    pub avis: Vec<Avis>,
    /// Lines of its postal address.
    pub adresse: Vec<String>,
    /// Its phone, in pairs; empty for none.
    pub telephone: String,
    /// How to reach it otherwise: mail, site, booking.
    pub contact: Vec<Fait>,
    /// « Sans rendez-vous. », « Gratuit. », « Tout le monde. »
    pub bref: Vec<Fait>,
    /// When, in one sentence; empty when nobody knows.
    pub quand: String,
    /// The week, days with equal hours grouped.
    pub semaine: Vec<Row>,
    /// What the sentence says beyond the week: a season, a remark; empty where it says no more.
    pub plus: String,
    /// Closed days, days to come, computers left to all.
    pub dates: Vec<String>,
    /// What it is, in a sentence or two.
    pub resume: String,
    /// What is done there, a sentence each.
    pub services: Vec<String>,
    /// Who comes here.
    pub recoit: Vec<Passage>,
    /// Where it goes.
    pub va: Vec<Passage>,
    /// How to come, access, papers to bring, languages, labels.
    pub faits: Vec<Fait>,
    /// The longer text.
    pub detail: Vec<Bloc>,
    /// « Information vérifiée en mars 2026 », « À confirmer par téléphone : … ».
    pub verifie: String,
    /// Where the lines of its facts lead on a screen, by line. Paper has no need of it: its lines say every address.
    #[serde(skip)]
    pub liens: BTreeMap<String, String>,
}

/// A record in a few lines.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Renvoi {
    /// Name that an index points at, where no entry of the document tells it whole; else empty.
    pub ancre: String,
    /// Its name.
    pub nom: String,
    /// « Lusignan, à 7 km au sud »; may be empty.
    pub ou: String,
    /// More lines.
    pub lignes: Vec<String>,
    /// Its phone, in pairs; empty for none.
    pub telephone: String,
    /// Durable short code; empty for what has none.
    pub code: String,
    /// Name of the entry that tells it whole, where this document has one: its page is told.
    pub vers: String,
    /// « Information vérifiée en mars 2026 ».
    pub verifie: String,
}

/// Somebody who comes, at places and times.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Who, or where.
    pub nom: String,
    /// Each place and when.
    pub fois: Vec<Fois>,
    /// What holds for all of them; may be empty.
    pub suite: String,
    /// Phone, in pairs; empty for none.
    pub telephone: String,
    /// The next days, in full.
    pub prochains: Vec<String>,
    /// « Information vérifiée en mars 2026 »; empty where its entry says it.
    pub verifie: String,
    /// Durable short code of who comes; empty for a mere role.
    pub code: String,
}

/// One place and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fois {
    /// Where exactly; may be empty.
    pub ou: String,
    /// When, in a sentence.
    pub quand: String,
}

/// Something on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rendezvous {
    /// Name that an index points at, at its first day in the agenda; else empty.
    pub ancre: String,
    /// « 14 h à 16 h »; may be empty.
    pub heures: String,
    /// Its state first: « Complet : Café numérique ».
    pub nom: String,
    /// Commune, then place.
    pub ou: String,
    /// Price, whom for, how to register.
    pub lignes: Vec<String>,
    /// Phone, in pairs; empty for none.
    pub telephone: String,
    /// « Information vérifiée en mars 2026 ».
    pub verifie: String,
    /// Durable short code.
    pub code: String,
}

/// A name in an index, and the entries it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Repere {
    /// Letter heading before it; empty for none.
    pub lettre: String,
    /// The name.
    pub nom: String,
    /// A few words after it: its commune, its code.
    pub suite: String,
    /// Names of the entries: their pages are told.
    pub vers: Vec<String>,
}

/// What a poster says at a door.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Affiche {
    /// « Ici, en décembre 2026 ».
    pub accroche: String,
    /// The host, or the stop.
    pub lieu: String,
    /// Where exactly, and the commune.
    pub ou: String,
    /// Regular hours and who comes, large: « Conseiller numérique » / « Mardi de 9 h à 12 h ».
    pub rendezvous: Vec<Passage>,
    /// The days of this month, in full.
    pub jours: Vec<String>,
    /// What is different this month, in a box; may be empty.
    pub changements: Vec<String>,
    /// « Sans rendez-vous. Gratuit. »
    pub bref: String,
    /// What one gets, a short sentence each.
    pub services: Vec<String>,
    /// Phone, in pairs; empty for none.
    pub telephone: String,
    /// « Affiche valable jusqu’au 31 décembre 2026 ».
    pub valable: String,
    /// « Information vérifiée en mars 2026 ».
    pub verifie: String,
    /// Durable short code.
    pub code: String,
    /// Tear-off tabs: lines of each; empty for none.
    pub languettes: Vec<Vec<String>>,
    /// The page of this place.
    pub site: Option<Site>,
}

/// A record to verify by phone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Appel {
    /// Durable short code.
    pub code: String,
    /// Its name and commune.
    pub nom: String,
    /// Public phone, in pairs.
    pub telephone: String,
    /// Contacts that are never published.
    pub interne: Vec<String>,
    /// When and by whom it was verified last.
    pub verifie: String,
    /// What is published, a line each, to be read aloud.
    pub publie: Vec<String>,
}
