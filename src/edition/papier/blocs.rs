//! What pages are made of, as paper shows it: no link to follow, every address readable.

use std::collections::BTreeMap;

use super::contrat::{Avis, Bloc, Fait, Fois, Mot, Passage, Rendezvous, Renvoi};
use crate::edition::html::acteur::{Arret, Visite};
use crate::edition::html::agenda;
use crate::edition::html::numeros::Numero;
use crate::edition::html::parts::{Avis as Notice, Entree, Fait as Fact, Mot as Word};
use crate::text::on_the_web;

/// The letters of a link as paper shows them: those of its address, where they do not say it already.
///
/// A link inside the guide leads nowhere on paper: its words alone stay.
pub(super) fn said(word: &Word<'_>) -> String {
    let Some(url) = word.href.as_deref().filter(|url| on_the_web(url)) else {
        return word.texte.clone().into_owned();
    };
    let shown = crate::edition::html::acteur::shown_url(url);
    match word.texte.contains(shown) {
        true => word.texte.clone().into_owned(),
        false => format!("{}\u{a0}: {shown}", word.texte),
    }
}

/// A fact of a page.
pub(super) fn fait(fact: Fact<'_>) -> Fait {
    Fait { nom: fact.nom.to_owned(), lignes: fact.mots.iter().map(said).collect() }
}

/// Facts of a page, without those that only lead elsewhere.
pub(super) fn faits(facts: Vec<Fact<'_>>) -> Vec<Fait> {
    facts.into_iter().map(fait).filter(|fait| !fait.lignes.is_empty()).collect()
}

/// Where words lead on a screen, outside the guide, by their letters on paper.
pub(super) fn liens<'a>(words: impl IntoIterator<Item = &'a Word<'a>>) -> BTreeMap<String, String> {
    const OUTSIDE: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
    let outside = |url: &&str| OUTSIDE.iter().any(|scheme| url.starts_with(scheme));
    let link = |word: &Word<'_>| {
        let url = word.href.as_deref().filter(outside)?;
        Some((said(word), url.to_owned()))
    };
    words.into_iter().filter_map(link).collect()
}

/// A notice of a page.
pub(super) fn avis(notice: &Notice<'_>) -> Avis {
    let link = notice.lien.as_ref().map(said);
    let texte = [Some(notice.texte.clone().into_owned()), link];
    let texte: Vec<String> = texte.into_iter().flatten().collect();
    Avis { mot: notice.mot.clone().into_owned(), texte: texte.join(" ") }
}

/// Who comes, or where somebody goes.
pub(super) fn passage(visit: Visite<'_>) -> Passage {
    Passage {
        nom: said(&visit.nom),
        fois: visit.fois.into_iter().map(|one| time(one.ou, one.quand)).collect(),
        suite: visit.suite,
        telephone: visit.telephone.map(|word| word.texte.into_owned()).unwrap_or_default(),
        ..Passage::default()
    }
}

/// A place before its times: « Place du marché : le jeudi de 9 h à 12 h. » has no full stop in its middle.
fn time(ou: String, quand: String) -> Fois {
    Fois { ou: ou.trim_end_matches('.').to_owned(), quand }
}

/// A stop of a tour.
pub(super) fn arret(stop: &Arret<'_>) -> Passage {
    let commune = said(&stop.commune);
    let nom = match stop.nom.is_empty() || stop.nom == commune {
        true => commune,
        false => format!("{}, {commune}", stop.nom),
    };
    let fois = time(said(&stop.ou), stop.quand.clone());
    Passage { nom, fois: vec![fois], ..Passage::default() }
}

/// An entry of a list of places elsewhere.
pub(super) fn renvoi(entry: Entree<'_>) -> Renvoi {
    let strong = Some(entry.fort.into_owned()).filter(|strong| !strong.is_empty());
    let lines = entry.lignes.into_iter().map(std::borrow::Cow::into_owned);
    Renvoi {
        nom: entry.nom.into_owned(),
        lignes: lines.chain(strong).collect(),
        telephone: entry.appel.map(|word| word.texte.into_owned()).unwrap_or_default(),
        ..Renvoi::default()
    }
}

/// A line of the agenda.
pub(super) fn rendezvous(line: agenda::Rendezvous<'_>) -> Rendezvous {
    let call = line.appel.map(|word| word.texte.into_owned());
    let lines = [Some(line.suite).filter(|suite| !suite.is_empty()), call];
    Rendezvous {
        heures: line.quand,
        nom: said(&line.nom),
        ou: line.ou,
        lignes: lines.into_iter().flatten().collect(),
        ..Rendezvous::default()
    }
}

/// A public number.
pub(super) fn numero(number: Numero) -> Bloc {
    Bloc::Numero { numero: number.numero, nom: number.nom, texte: number.lignes.join(" ") }
}

/// A plain paragraph; nothing for no words.
pub(super) fn texte(texte: impl Into<String>) -> Option<Bloc> {
    let texte = texte.into();
    let mots = vec![Mot { texte, ..Mot::default() }];
    (!mots[0].texte.is_empty()).then_some(Bloc::Texte { mots })
}

/// A plain list.
pub(super) fn liste(items: impl IntoIterator<Item = String>, numerotee: bool) -> Option<Bloc> {
    let item = |texte| vec![Mot { texte, ..Mot::default() }];
    let items: Vec<Vec<Mot>> = items.into_iter().map(item).collect();
    (!items.is_empty()).then_some(Bloc::Liste { numerotee, items })
}
