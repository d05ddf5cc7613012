//! What a file to take along is made of, whatever its form.

use serde::Serialize;

use crate::edition::papier::contrat::{Avis, Mot};

/// A part of a file, under a heading of level 2.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Section {
    /// The name links point at.
    pub ancre: String,
    /// Its heading.
    pub titre: String,
    /// What stands under it.
    pub pieces: Vec<Piece>,
}

/// A piece of a part.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "piece", rename_all = "kebab-case")]
pub(in crate::edition) enum Piece {
    /// A heading.
    Titre {
        /// 3 to 6, in a file whose parts have level 2; none is skipped.
        niveau: u8,
        /// What it says.
        texte: String,
        /// The name links point at; empty for none.
        ancre: String,
        /// Whether it is the name of a record.
        fiche: bool,
    },
    /// A paragraph.
    Texte {
        /// Its runs of letters.
        mots: Vec<Mot>,
    },
    /// Lines that belong together: an address and its phone.
    Lignes {
        /// Each line.
        lignes: Vec<Mot>,
    },
    /// A list.
    Liste {
        /// Numbered, since order counts.
        numerotee: bool,
        /// Its items.
        items: Vec<Vec<Mot>>,
    },
    /// A notice that begins with a word.
    Avis(Avis),
    /// Names, and what is to be known.
    Faits {
        /// Whether they are the ones that decide: with or without appointment, how much, for whom.
        bref: bool,
        /// Each name with its lines.
        faits: Vec<Dit>,
    },
    /// The hours of a week.
    Semaine {
        /// Of what they are, for who hears the table.
        titre: String,
        /// Days, then hours and what they hold for.
        rangs: Vec<(String, String)>,
    },
    /// A table with a heading for each column.
    Tableau {
        /// What it holds, in words.
        titre: String,
        /// Headings of the columns.
        colonnes: Vec<String>,
        /// Cells, row by row.
        rangs: Vec<Vec<String>>,
    },
    /// Places, people who come, things on a day, numbers: a name and a few lines each.
    Entrees {
        /// In order.
        entrees: Vec<Entree>,
    },
    /// Names that lead to where they are told.
    Index {
        /// Each name, and a few words after it.
        entrees: Vec<(Mot, String)>,
    },
    /// Words explained.
    Glossaire {
        /// The name links point at, the word, its meaning.
        mots: Vec<(String, String, String)>,
    },
    /// The last line of a record: how old it is, its code.
    Fin {
        /// What it says.
        texte: String,
    },
}

/// A name, and what is to be known.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Dit {
    /// « Prix ».
    pub nom: String,
    /// What is to be known, a line each.
    pub lignes: Vec<Mot>,
}

/// A name and a few lines.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::edition) struct Entree {
    /// The name links point at; empty for none.
    pub ancre: String,
    /// Before the name: « 14 h à 16 h »; empty for none.
    pub avant: String,
    /// The name, a link where this file tells more.
    pub nom: Mot,
    /// After the name: « Lusignan, à 7 km au sud »; empty for none.
    pub suite: String,
    /// Lines under it.
    pub lignes: Vec<Mot>,
}
