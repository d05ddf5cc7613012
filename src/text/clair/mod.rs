//! How hard a French text is to read: its sentences, the length of its words, one score.

mod dessins;
mod jours;
mod mots;
mod phrases;
mod signes;
mod simples;
mod syllabes;
#[cfg(test)]
mod tests;

pub use signes::{Signe, sigles, signes};
pub use simples::{Simple, simples};
pub use syllabes::syllables;

/// Words of a sentence from which readers lose its beginning (« Information for all », European rules for easy-to-read
/// texts, asks for short ones; docs/adr/0029-plain-language.md has what was measured).
pub const LONG: usize = 20;
/// Words from which most readers do.
pub const TOO_LONG: usize = 25;
/// Fewest words that a score can be made of: below, one long word changes everything.
const ENOUGH: usize = 30;

/// A sentence of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As it is written, on one line.
    pub texte: String,
    /// Its words.
    pub mots: usize,
    /// Their syllables.
    pub syllabes: usize,
}

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lecture {
    /// Its sentences, in order.
    pub phrases: Vec<Phrase>,
    /// Words of its longest paragraph.
    pub paragraphe: usize,
}

impl Lecture {
    /// Reads the paragraphs of a text, without any mark of Markdown.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a str>) -> Self {
        let mut lecture = Self::default();
        for block in blocks {
            let before = lecture.phrases.len();
            let found = phrases::sentences(block).into_iter();
            let found = found.filter(|span| !is_names(&block[span.clone()]));
            let found = found.map(|span| Phrase::of(&block[span])).filter(|phrase| phrase.mots > 0);
            lecture.phrases.extend(found);
            let words = lecture.phrases[before..].iter().map(|phrase| phrase.mots).sum();
            lecture.paragraphe = lecture.paragraphe.max(words);
        }
        lecture
    }

    /// Its words.
    pub fn mots(&self) -> usize {
        self.phrases.iter().map(|phrase| phrase.mots).sum()
    }

    /// How easy it is, from 0 (hardest) to 100; nothing for a text too short to tell.
    ///
    /// Flesch's formula fitted to French: L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue
    /// française », Cahiers Études de Radio-Télévision 19 (1958), pages 253–274:
    /// `207 − 1.015 × words by sentence − 0.736 × syllables by hundred words`.
    pub fn note(&self) -> Option<u32> {
        let words = self.mots();
        if words < ENOUGH {
            return None;
        }
        let syllables: usize = self.phrases.iter().map(|phrase| phrase.syllabes).sum();
        let [words, sentences, syllables] =
            [words, self.phrases.len(), syllables].map(|count| count as f64);
        let score = 207.0 - 1.015 * words / sentences - 73.6 * syllables / words;
        // Far below zero or above a hundred nothing more is said.
        Some(score.round().clamp(0.0, 100.0) as u32)
    }

    /// The sentences that are hardest to read, the longest first; short ones are never named.
    pub fn pires(&self, count: usize) -> Vec<&Phrase> {
        let mut worst: Vec<&Phrase> = self.phrases.iter().filter(|one| one.mots > LONG).collect();
        worst.sort_by_key(|one| std::cmp::Reverse((one.mots, one.syllabes)));
        worst.truncate(count);
        worst
    }
}

impl Phrase {
    fn of(texte: &str) -> Self {
        let words = || texte.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
        Self {
            texte: texte.split_whitespace().collect::<Vec<_>>().join(" "),
            mots: words().count(),
            syllabes: words().map(|word| if is_address(word) { 1 } else { syllables(word) }).sum(),
        }
    }
}

/// Whether most words are names: a cast or a list of places is no sentence.
fn is_names(texte: &str) -> bool {
    let words = || texte.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let names = words()
        .skip(1)
        .filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    names.count() * 2 > words().count()
}

/// Whether a word is an address of the web or of mail, which nobody reads aloud.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}
