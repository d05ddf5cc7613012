//! What makes a text hard to read, and how much: the order in which texts are worth rewriting.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::Place;
use crate::guide::Guides;
use crate::text::clair::{self, Lecture, Phrase, Signe, Simple};

use super::textes::Texte;

/// From this score on a text is easy enough; below, it is said to be hard.
pub const FACILE: u32 = 60;
/// Below this score a text is very hard.
pub const PENIBLE: u32 = 40;
/// Sentences named for a text.
pub const NOMMEES: usize = 3;
/// Words of one paragraph from which nobody finds what he looks for.
pub const PAVE: usize = 80;

/// A text as it was read.
#[derive(Clone, Debug)]
pub struct Analyse<'a> {
    /// The text.
    pub texte: Texte<'a>,
    /// Its sentences.
    pub lecture: Lecture,
    /// Its words that have a plain equivalent.
    pub simples: Vec<Simple>,
    /// Its sigles that nothing explains.
    pub sigles: Vec<String>,
    /// Other signs.
    pub signes: Vec<Signe>,
}

/// Who reads texts as somebody would who can look up every name that the guides explain.
pub struct Lecteur<'a>(BTreeSet<&'a str>);

impl<'a> Lecteur<'a> {
    /// A reader of some guides; one is enough for all their texts.
    pub fn of(guides: &'a Guides) -> Self {
        Self(explained(guides))
    }

    /// Texts as they read, the hardest first.
    pub fn analyses<'t>(&self, textes: Vec<Texte<'t>>) -> Vec<Analyse<'t>> {
        let mut all: Vec<Analyse<'t>> =
            textes.into_par_iter().map(|one| Analyse::of(one, &self.0)).collect();
        all.sort_by_cached_key(|one| std::cmp::Reverse(one.peine()));
        all
    }
}

/// Every word of the names that readers can look up: in the glossary, among schemes, places and territories.
fn explained(guides: &Guides) -> BTreeSet<&str> {
    let words = guides.glossaire.iter().flat_map(|entry| {
        std::iter::once(&entry.terme)
            .chain(&entry.autres_noms)
            .chain(&entry.sigle)
            .map(String::as_str)
    });
    let schemes = guides.dispositifs.iter().flat_map(|one| one.fiche.noms());
    let territories = guides.territoires.iter().flat_map(|one| one.fiche.noms());
    let acteurs =
        guides.guides.iter().flat_map(|guide| &guide.acteurs).flat_map(|one| one.fiche.noms());
    let names = words.chain(schemes).chain(territories).chain(acteurs);
    names.flat_map(|name| name.split(|c: char| !c.is_alphanumeric())).collect()
}

impl<'a> Analyse<'a> {
    fn of(texte: Texte<'a>, known: &BTreeSet<&str>) -> Self {
        let blocs = texte.blocs();
        let lecture = Lecture::of(blocs.iter().map(String::as_str));
        let whole = blocs.join("\n\n");
        let sigles = clair::sigles(&whole).into_iter();
        let sigles = sigles.filter(|sigle| !known.contains(sigle) && !texte.nom.contains(sigle));
        let sigles = sigles.map(str::to_owned).collect();
        Self {
            lecture,
            simples: clair::simples(&whole),
            sigles,
            signes: clair::signes(&whole),
            texte,
        }
    }

    /// Its score, from 0 to 100; none when it is too short to have one.
    pub fn note(&self) -> Option<u32> {
        self.lecture.note()
    }

    /// The sentences to cut first, the longest first.
    pub fn pires(&self) -> Vec<&Phrase> {
        self.lecture.pires(NOMMEES)
    }

    /// Where to begin: its longest sentence when it is to be cut, then its first word to replace or to explain.
    pub fn place(&self) -> Place {
        let worst = self.pires().first().map(|phrase| phrase.texte.as_str());
        let word = self.simples.first().map(|word| word.ecrit.as_str());
        let first = worst.or(word).or(self.sigles.first().map(String::as_str));
        self.texte.place(first.unwrap_or(self.texte.ecrit))
    }

    /// Words of its longest sentence.
    pub fn plus_longue(&self) -> usize {
        self.lecture.phrases.iter().map(|phrase| phrase.mots).max().unwrap_or_default()
    }

    /// Whether it is worth telling: hard as a whole, a sentence nobody follows, a heap of words of offices, or words
    /// that cannot be read.
    pub fn est_difficile(&self) -> bool {
        self.note().is_some_and(|note| note < FACILE)
            || self.plus_longue() > clair::TOO_LONG
            || self.lecture.paragraphe > PAVE
            || self.simples.len() > 1
            || !self.sigles.is_empty()
            || self.signes.iter().any(|signe| {
                matches!(
                    signe,
                    Signe::Majuscules(_) | Signe::Repere(_) | Signe::Emoji(_) | Signe::Dessin(_)
                )
            })
    }

    /// How hard it is; what is not worth telling has the least.
    fn peine(&self) -> usize {
        let note = self.note().map_or(0, |note| FACILE.saturating_sub(note)) as usize;
        let longest = self.plus_longue().saturating_sub(clair::TOO_LONG);
        note + 2 * longest + 3 * self.simples.len() + 2 * self.sigles.len() + self.signes.len()
    }
}
