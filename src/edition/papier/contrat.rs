//! What a sheet of paper is made of, as its theme reads it: plain values, never markup.
//!
//! Every text has its French typography already. A theme reads it as `json("/donnees.json")`.

use std::collections::BTreeMap;

use serde::Serialize;

mod entrees;

pub use entrees::{
    Affiche, Appel, Avis, Fait, Fiche, Fois, Mot, Passage, Rendezvous, Renvoi, Repere,
};

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
        /// Whether they follow one another in a paragraph.
        suivi: bool,
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
    /// A picture, in four greys.
    Image {
        /// An SVG that holds its dots.
        svg: String,
        /// How wide it is printed, in millimetres: its dots are those that a photocopier copies.
        largeur: f32,
        /// What it shows.
        alt: String,
        /// Caption and author; empty for none.
        legende: String,
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
