//! What a sheet of paper is made of, as its theme reads it: plain values, never markup.
//!
//! Every text has its French typography already. A theme reads it as `json("/donnees.json")`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::edition::quand::Row;

/// One document: whatever is printed in one go.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Name of the product: `guide`, `affiche`.
    pub produit: &'static str,
    /// Paper and sizes of letters.
    pub format: Format,
    /// Its title, also that of the file.
    pub titre: String,
    /// A line under the title; empty for none.
    pub sous_titre: String,
    /// Language of its texts, BCP 47.
    pub langue: &'static str,
    /// Of which day and number it is, how long it holds.
    pub edition: Edition,
    /// Who publishes it.
    pub guide: Emetteur,
    /// Words that the theme itself says, by name: `page`, `sommaire`, `suite`.
    pub mots: BTreeMap<String, String>,
    /// Whether it opens with a cover and contents.
    pub couverture: bool,
    /// Its parts, in reading order.
    pub parties: Vec<Partie>,
    /// What a poster says; only of posters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiche: Option<Affiche>,
}

/// Paper and sizes of letters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Format {
    /// `a3`, `a4`, `a5`.
    pub papier: &'static str,
    /// Whether the long side lies.
    pub paysage: bool,
    /// Columns of text.
    pub colonnes: u8,
    /// Body, in points.
    pub corps: f32,
    /// The smallest letters, in points.
    pub plancher: f32,
}

/// Of which day and number a document is.
#[derive(Clone, Debug, Serialize)]
pub struct Edition {
    /// « Édition n° 3 du 26 novembre 2026 », « Imprimé le 26 novembre 2026 ».
    pub texte: String,
    /// The day, as `2026-11-26`.
    pub jour: String,
    /// « Informations vérifiées entre mars et novembre 2026 »; empty when none was.
    pub verifie: String,
    /// « Dates annoncées jusqu’au 18 janvier 2027 »; empty for what has no date.
    pub valable: String,
}

/// Who publishes the guide, and where it is read and corrected.
#[derive(Clone, Debug, Serialize)]
pub struct Emetteur {
    /// Title of the guide.
    pub titre: String,
    /// « Vienne (86) ».
    pub territoire: String,
    /// Name of who publishes it.
    pub editeur: String,
    /// Phone, in pairs; empty for none.
    pub telephone: String,
    /// Mail; empty for none.
    pub courriel: String,
    /// Postal address, on one line; empty for none.
    pub adresse: String,
    /// Where it is read, when the guide knows its public address.
    pub site: Option<Site>,
    /// « Exemple : … », when the guide is a demonstration.
    pub exemple: String,
    /// The accent, `#1b3a6b`: 7:1 on white at least, in grey too.
    pub accent: String,
}

/// An address to type or to scan.
#[derive(Clone, Debug, Serialize)]
pub struct Site {
    /// As people type it: `guide.example.fr/86-vienne`.
    pub texte: String,
    /// Whole, for the link.
    pub url: String,
    /// The code to scan.
    pub qr: Qr,
}

/// A code to scan, drawn as rows of squares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Qr {
    /// Squares on a side, the quiet zone of four included.
    pub cote: u16,
    /// An SVG picture of it.
    pub svg: String,
}

/// A part of a document, under a heading of level 1.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Partie {
    /// The heading.
    pub titre: String,
    /// What its pages say at their top; the heading where empty.
    pub courant: String,
    /// Whether it starts a page.
    pub page: bool,
    /// In one column whatever the format says.
    pub large: bool,
    /// What stands under the heading.
    pub blocs: Vec<Bloc>,
}

/// A piece of a document.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "bloc", rename_all = "kebab-case")]
pub enum Bloc {
    /// A heading below that of the part.
    Titre {
        /// 2, 3 or 4.
        niveau: u8,
        /// What it says.
        texte: String,
        /// Name that an index points at; empty for none.
        ancre: String,
    },
    /// A paragraph.
    Texte {
        /// Its runs of letters.
        mots: Vec<Mot>,
    },
    /// A list.
    Liste {
        /// Numbered, since order counts.
        numerotee: bool,
        /// Its items.
        items: Vec<Vec<Mot>>,
    },
    /// A boxed notice that begins with a word.
    Avis(Avis),
    /// Names and what is to be known.
    Faits {
        /// The facts.
        faits: Vec<Fait>,
    },
    /// A record, whole.
    Fiche(Box<Fiche>),
    /// A record in a few lines, told whole elsewhere.
    Renvoi(Renvoi),
    /// Somebody who comes, and when: a permanence, the stops of one tour in a commune.
    Passage(Passage),
    /// Something on a day.
    Rendezvous(Rendezvous),
    /// A table with a heading for each column.
    Tableau {
        /// What the table holds, in words.
        titre: String,
        /// Headings of the columns.
        colonnes: Vec<String>,
        /// Cells, row by row, as many as columns.
        rangs: Vec<Vec<String>>,
    },
    /// Names with the pages where they stand.
    Index {
        /// In order.
        entrees: Vec<Repere>,
    },
    /// A phone number to call in an emergency.
    Numero {
        /// « 17 ».
        numero: String,
        /// « Police ».
        nom: String,
        /// When to call it.
        texte: String,
    },
    /// Words explained.
    Glossaire {
        /// Word, meaning.
        mots: Vec<(String, String)>,
    },
    /// A field of a paper form.
    Champ {
        /// What to write.
        libelle: String,
        /// Empty lines to write on.
        lignes: u8,
        /// Boxes to tick, each with its words.
        cases: Vec<String>,
    },
    /// Lines for notes, under a heading.
    Notes {
        /// How many.
        lignes: u8,
    },
    /// A record to verify by phone; on the call sheet only.
    Appel(Appel),
    /// The address of this very subject on the site, to type or scan.
    Adresse(Site),
}

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
