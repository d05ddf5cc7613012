//! Words of the glossary in the text of a page, at their first use: sigles said in words (« CCAS (centre communal
//! d’action sociale) »), every word a link to what it means.

mod formes;
mod lecture;

use std::collections::BTreeMap;

use crate::record::savoir::Entree;
use crate::text::{escaped, typography};
use crate::vocabulary::Besoin;

use super::glossaire::anchor;
use formes::Formes;
use lecture::Lecture;

/// The words of a glossary, ready to be looked for.
#[derive(Debug, Default)]
pub(super) struct Lexique {
    /// Every sigle: the words it stands for, and the rank of its entry.
    sigles: BTreeMap<String, (String, usize)>,
    formes: Formes,
    /// Where each entry stands in the page of the glossary.
    ancres: Vec<String>,
}

impl Lexique {
    /// The words of a glossary.
    pub fn of(glossaire: &[Entree]) -> Self {
        let mut lexique = Self::default();
        for (rank, entree) in glossaire.iter().enumerate() {
            for forme in std::iter::once(&entree.terme).chain(&entree.autres_noms) {
                lexique.formes.add(forme, rank);
            }
            if let Some(sigle) = &entree.sigle {
                let words = lowered(&typography(&entree.terme));
                lexique.sigles.insert(sigle.clone(), (words, rank));
            }
            lexique.ancres.push(anchor(entree));
        }
        lexique
    }

    /// A page with each sigle of its `main` said in words once: at its first use in a sentence, or, when it
    /// stands in names only, in a last line headed by `heading`. With the address of the glossary, the first
    /// use of each word is a link to what it means.
    pub fn said_in(&self, page: String, heading: &str, glossaire: Option<&str>) -> String {
        let bounds = page.find("<main").zip(page.rfind("</main>"));
        let Some((start, end)) = bounds.filter(|(start, end)| start < end) else { return page };
        let mut lecture = Lecture::new(self, &page[start..end], glossaire);
        let met = lecture.all();
        if lecture.out.is_empty() && met.is_empty() {
            return page;
        }
        let main = if lecture.out.is_empty() { lecture.main } else { lecture.out.as_str() };
        let mut said = String::with_capacity(page.len() + 200);
        said.push_str(&page[..start]);
        said.push_str(main.trim_end());
        if !met.is_empty() {
            let words: Vec<String> = met
                .iter()
                .filter_map(|sigle| {
                    let (words, rank) = self.sigles.get(*sigle)?;
                    let sigle = lecture.linked(*rank, sigle);
                    Some(format!("{sigle}\u{a0}: {}", escaped(words)))
                })
                .collect();
            said.push_str(&format!(
                "\n<p><small>{} {}.</small></p>\n",
                escaped(heading),
                words.join("\u{a0}; ")
            ));
        }
        said.push_str(&page[end..]);
        said
    }

    /// The ranks of the entries that the page of a need speaks of, each as often as it does.
    pub fn of_need(&self, besoin: &Besoin) -> Vec<usize> {
        let texts = [besoin.title, besoin.who].into_iter().chain(besoin.what);
        let texts = texts.chain(besoin.bring.iter().copied()).chain(besoin.advice.iter().copied());
        texts.flat_map(|text| self.formes.in_text(&typography(text))).collect()
    }
}

/// « Centre communal » as it stands in a parenthesis: without capital, unless it is a name of its own.
fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    let proper = letters.clone().next().is_some_and(char::is_uppercase);
    match first.filter(|_| !proper) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
