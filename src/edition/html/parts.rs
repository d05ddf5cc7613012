//! The few things pages are made of, as templates see them.

use std::borrow::Cow;

use serde::Serialize;

pub(in crate::edition) use crate::text::capital;
use crate::text::typography;

use super::agenda::Rendezvous;

/// A text, perhaps a link.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::edition) struct Mot<'a> {
    /// Where it leads.
    pub href: Option<String>,
    /// What it says.
    pub texte: Cow<'a, str>,
}

impl<'a> Mot<'a> {
    /// A plain text.
    pub fn new(texte: impl Into<Cow<'a, str>>) -> Self {
        Self { href: None, texte: texte.into() }
    }

    /// A link, or plain text where there is nowhere to go.
    pub fn to(href: Option<String>, texte: impl Into<Cow<'a, str>>) -> Self {
        Self { href, texte: texte.into() }
    }
}

/// A fact in a list of facts: its name, and what is to be known.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Fait<'a> {
    /// « Prix », « Qui peut venir ».
    pub nom: &'a str,
    /// Where its name leads.
    pub href: Option<String>,
    /// One or several texts, each on its own line.
    pub mots: Vec<Mot<'a>>,
}

impl<'a> Fait<'a> {
    /// A fact of one text.
    pub fn new(nom: &'a str, texte: impl Into<Cow<'a, str>>) -> Self {
        Self::of(nom, vec![Mot::new(texte)])
    }

    /// A fact of several texts, each on its own line.
    pub fn of(nom: &'a str, mots: Vec<Mot<'a>>) -> Self {
        Self { nom, href: None, mots }
    }
}

/// A record in a list: its name as a link, then a few lines.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::edition) struct Entree<'a> {
    /// Its page.
    pub href: Option<String>,
    /// Its name.
    pub nom: Cow<'a, str>,
    /// What decides whether one comes, in bold under the name: « Sans rendez-vous. Gratuit. »
    pub fort: Cow<'a, str>,
    /// A few words on the same line as its name in short lists.
    pub suite: Cow<'a, str>,
    /// Lines under it.
    pub lignes: Vec<Cow<'a, str>>,
    /// A last line that calls.
    pub appel: Option<Mot<'a>>,
    /// Short codes that its address does not give to the script of the page of search; empty for none.
    pub codes: String,
}

/// Entries under a heading.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::edition) struct Groupe<'a> {
    /// The heading; empty for none.
    pub titre: Cow<'a, str>,
    /// Its anchor; empty for none.
    pub ancre: String,
    /// A sentence under it.
    pub texte: Cow<'a, str>,
    /// The entries.
    pub entrees: Vec<Entree<'a>>,
    /// Entries have the numbers of a map.
    pub numerote: bool,
    /// Groups under headings one level down.
    pub groupes: Vec<Groupe<'a>>,
}

/// A part of a page, under a heading.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::edition) struct Rubrique<'a> {
    /// The heading.
    pub titre: Cow<'a, str>,
    /// Sentences under it.
    pub textes: Vec<Mot<'a>>,
    /// A map, as inline SVG; empty for none.
    pub carte: String,
    /// Gestures, in their order.
    pub etapes: Vec<&'a str>,
    /// Facts.
    pub faits: Vec<Fait<'a>>,
    /// Choices, as whole-width links.
    pub choix: Vec<Choix<'a>>,
    /// Records.
    pub fiches: Vec<Entree<'a>>,
    /// Names, each on its line.
    pub court: Vec<Entree<'a>>,
    /// Names with the numbers of the map.
    pub numeros: Vec<Entree<'a>>,
    /// Records under headings one level down.
    pub groupes: Vec<Groupe<'a>>,
    /// Days to come.
    pub rendezvous: Vec<Rendezvous<'a>>,
    /// Where to go on.
    pub suite: Vec<Mot<'a>>,
}

impl Rubrique<'_> {
    /// Whether nothing stands under the heading.
    pub fn est_vide(&self) -> bool {
        self.textes.is_empty()
            && self.etapes.is_empty()
            && self.faits.is_empty()
            && self.choix.is_empty()
            && self.fiches.is_empty()
            && self.court.is_empty()
            && self.numeros.is_empty()
            && self.groupes.is_empty()
            && self.rendezvous.is_empty()
    }
}

/// A notice: a box that begins with a word.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Avis<'a> {
    /// « À confirmer », « Fermé ».
    pub mot: Cow<'a, str>,
    /// The rest of the sentence, and what to do.
    pub texte: Cow<'a, str>,
    /// Where to go instead.
    pub lien: Option<Mot<'a>>,
}

/// A choice among several: a whole-width link, with a number of things.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Choix<'a> {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub texte: Cow<'a, str>,
    /// « 12 lieux ».
    pub nombre: String,
    /// A pictogram, as inline SVG; empty for none.
    pub icone: Cow<'a, str>,
}

/// A picture and its words.
#[derive(Clone, Debug, Serialize)]
pub(in crate::edition) struct Figure {
    /// It, as HTML.
    pub image: String,
    /// Caption and author.
    pub legende: String,
}

/// Short words on one line.
pub(in crate::edition) fn joined<'a>(words: &[String]) -> Vec<Mot<'a>> {
    let words: Vec<String> = words.iter().map(|word| typography(word)).collect();
    (!words.is_empty()).then(|| Mot::new(words.join(", "))).into_iter().collect()
}
