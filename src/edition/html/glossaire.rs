//! Words explained, from A to Z, each in one plain sentence.

use serde::Serialize;

use crate::plan::About;
use crate::record::savoir::Entree;
use crate::text::{slug, sort_key, typography};
use crate::vocabulary::{BESOINS, Besoin};

use super::frame::{Frame, Head};
use super::here::Here;
use super::letters::{self, letter};
use super::parts::Mot;

/// The glossary, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    texte: &'a str,
    sommaire: Vec<Mot<'a>>,
    groupes: Vec<Lettre<'a>>,
}

/// The words of one letter.
#[derive(Serialize)]
struct Lettre<'a> {
    titre: String,
    ancre: String,
    mots: Vec<Defini<'a>>,
}

/// A word and what it means.
#[derive(Serialize)]
struct Defini<'a> {
    ancre: String,
    /// The word, its sigle after it.
    terme: String,
    definition: String,
    /// « On dit aussi : … »; empty for none.
    aussi: String,
    /// The scheme of this name, the need where it matters; for a sigle, its long form.
    liens: Vec<Mot<'a>>,
}

/// Makes the glossary of this guide: every word, and every sigle under its own letter.
pub(in crate::edition) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let lexique = &here.world.shared.lexique;
    let needs: Vec<_> = BESOINS.iter().map(|besoin| (besoin, lexique.of_need(besoin))).collect();
    let mut words: Vec<(Vec<u8>, String, Defini<'_>)> = Vec::new();
    for (rank, entry) in here.world.guides.glossaire.iter().enumerate() {
        // The need that speaks of it most; the first of the home page among equals.
        let told = |spoken_of: &[usize]| spoken_of.iter().filter(|of| **of == rank).count();
        let need = needs.iter().rev().max_by_key(|(_, spoken_of)| told(spoken_of));
        let need = need.filter(|(_, spoken_of)| told(spoken_of) > 0);
        let need = need.and_then(|(need, _)| besoin(here, need));
        words.push((sort_key(&entry.terme), entry.terme.clone(), defined(here, entry, need)));
        if let Some(sigle) = &entry.sigle {
            words.push((sort_key(sigle), sigle.clone(), sent_on(here, sigle, entry)));
        }
    }
    words.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    let mut groupes: Vec<Lettre<'_>> = Vec::new();
    for (_, word, defined) in words {
        let initial = letter(&word);
        let titre = letters::shown(initial);
        match groupes.iter_mut().find(|group| group.titre == titre) {
            Some(group) => group.mots.push(defined),
            None => groupes.push(Lettre {
                titre,
                ancre: format!("lettre-{}", letters::name(initial)),
                mots: vec![defined],
            }),
        }
    }
    View {
        page: here.frame(Head::new(labels.word("glossaire.titre"), "")),
        texte: labels.word("glossaire.texte"),
        sommaire: groupes
            .iter()
            .map(|group| Mot::to(Some(format!("#{}", group.ancre)), group.titre.clone()))
            .collect(),
        groupes,
    }
}

fn defined<'a>(here: Here<'a>, entry: &'a Entree, need: Option<Mot<'a>>) -> Defini<'a> {
    let terme = typography(&entry.terme);
    let aussi: Vec<String> = entry.autres_noms.iter().map(|other| typography(other)).collect();
    let said = |aussi: String| here.labels().say("glossaire.aussi", &[("mots", &aussi)]);
    Defini {
        ancre: anchor(entry),
        terme: match &entry.sigle {
            Some(sigle) => format!("{terme} ({sigle})"),
            None => terme,
        },
        definition: typography(&entry.definition),
        aussi: if aussi.is_empty() { String::new() } else { said(aussi.join(", ")) },
        liens: dispositif(here, entry).into_iter().chain(need).collect(),
    }
}

/// A sigle leads to its long form.
fn sent_on<'a>(here: Here<'a>, sigle: &str, entry: &Entree) -> Defini<'a> {
    let terme = typography(&entry.terme);
    Defini {
        ancre: String::new(),
        terme: sigle.to_owned(),
        definition: String::new(),
        aussi: String::new(),
        liens: vec![Mot::to(
            Some(format!("#{}", anchor(entry))),
            here.labels().say("az.voir", &[("nom", &terme)]),
        )],
    }
}

/// The anchor of a word; no other anchor of the page begins like it.
pub(in crate::edition) fn anchor(entry: &Entree) -> String {
    format!("mot-{}", slug(entry.sigle.as_ref().unwrap_or(&entry.terme)))
}

/// The page of a need that speaks of a word.
fn besoin<'a>(here: Here<'a>, need: &'static Besoin) -> Option<Mot<'a>> {
    let href = here.href(About::Besoin(here.index, need.slug))?;
    let said = [("nom", &*typography(need.title))];
    Some(Mot::to(Some(href), here.labels().say("glossaire.besoin", &said)))
}

/// The scheme that bears the name of a word.
fn dispositif<'a>(here: Here<'a>, entry: &Entree) -> Option<Mot<'a>> {
    let all = &here.world.guides.dispositifs;
    let index = all.iter().position(|found| found.est_nomme(&entry.terme))?;
    let href = here.href(About::Dispositif(here.at(index)))?;
    let nom = typography(&all[index].fiche.nom);
    Some(Mot::to(Some(href), here.labels().say("glossaire.voir", &[("nom", &nom)])))
}
