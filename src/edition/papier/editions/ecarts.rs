//! What differs between an edition and today, record by record.

use crate::edition::html::here::Here;
use crate::text::sort_key;

use super::super::contrat::Fait;
use super::etat;
use super::{Figee, Inscrit, Jour, Sorte};

/// A record that is not as it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edition::papier) struct Ecart {
    pub quoi: Quoi,
    pub sorte: Sorte,
    /// Its rank among those of its kind; none for what has no record any more.
    pub rang: Option<usize>,
    pub nom: String,
    pub commune: String,
    pub code: String,
    /// The page of the edition that tells it.
    pub page: Option<usize>,
}

/// What becomes of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edition::papier) enum Quoi {
    /// It was not there; all it says.
    Nouveau(Vec<Fait>),
    /// It has ended, or nobody tells it any more.
    Barre,
    /// Some of its lines.
    Change(Vec<Change>),
}

/// Lines of one fact that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edition::papier) struct Change {
    pub nom: String,
    pub avant: Vec<String>,
    pub maintenant: Vec<String>,
}

/// Everything that differs, by commune then name; what acts everywhere comes last.
pub(in crate::edition::papier) fn ecarts(here: Here<'_>, figee: &Figee) -> Vec<Ecart> {
    let now = etat::all(here, figee.jour.0);
    let mut found: Vec<Ecart> = now
        .iter()
        .filter_map(|(rang, one)| {
            let before = figee.fiches.iter().find(|known| same(known, one));
            let quoi = match before {
                Some(before) => Quoi::Change(changed(here, figee, before, one)?),
                None => Quoi::Nouveau(whole(here, one)),
            };
            Some(Ecart { rang: Some(*rang), ..of(one, before, quoi) })
        })
        .collect();
    let gone = figee.fiches.iter().filter(|known| now.iter().all(|(_, one)| !same(known, one)));
    // What was to end by itself before today is no news.
    let gone = gone.filter(|one| one.sorte == Sorte::Acteur || !left(here, &one.jours).is_empty());
    found
        .extend(gone.map(|one| Ecart { rang: rank(here, one), ..of(one, Some(one), Quoi::Barre) }));
    found.sort_by_cached_key(|one| {
        (one.commune.is_empty(), sort_key(&one.commune), sort_key(&one.nom), one.code.clone())
    });
    found
}

fn of(one: &Inscrit, before: Option<&Inscrit>, quoi: Quoi) -> Ecart {
    Ecart {
        quoi,
        sorte: one.sorte,
        rang: None,
        nom: one.nom.clone(),
        commune: one.commune.clone(),
        code: one.code.clone(),
        page: before.and_then(|before| before.page),
    }
}

fn same(a: &Inscrit, b: &Inscrit) -> bool {
    a.sorte == b.sorte && a.id == b.id
}

/// The rank of a record that has ended but is still written.
fn rank(here: Here<'_>, one: &Inscrit) -> Option<usize> {
    match one.sorte {
        Sorte::Acteur => here.guide().acteurs.iter().position(|found| found.fiche.id == one.id),
        Sorte::Evenement => {
            here.guide().evenements.iter().position(|found| found.fiche.id == one.id)
        }
    }
}

/// All that a new record says.
fn whole(here: Here<'_>, one: &Inscrit) -> Vec<Fait> {
    let lignes: Vec<String> = one.jours.iter().map(|day| day.texte.clone()).collect();
    let days = Fait { nom: days_word(here, one.sorte), lignes };
    one.faits.iter().cloned().chain((!days.lignes.is_empty()).then_some(days)).collect()
}

/// Facts whose lines differ; nothing when all are the same.
fn changed(here: Here<'_>, figee: &Figee, before: &Inscrit, now: &Inscrit) -> Option<Vec<Change>> {
    let nom = here.labels().word("papier.errata.nom").to_owned();
    let mut all: Vec<Option<Change>> =
        vec![differ(nom, std::slice::from_ref(&before.nom), std::slice::from_ref(&now.nom))];
    let lines = |of: &Inscrit, nom: &str| -> Vec<String> {
        let same = of.faits.iter().filter(|fait| fait.nom == nom);
        same.flat_map(|fait| fait.lignes.iter().cloned()).collect()
    };
    let mut names: Vec<&str> = Vec::new();
    for fait in now.faits.iter().chain(&before.faits) {
        if !names.contains(&fait.nom.as_str()) {
            names.push(&fait.nom);
        }
    }
    let facts = names.into_iter();
    all.extend(facts.map(|nom| differ(nom.to_owned(), &lines(before, nom), &lines(now, nom))));
    all.push(differ(
        days_word(here, now.sorte),
        &left(here, &before.jours),
        &announced(figee, now),
    ));
    let all: Vec<Change> = all.into_iter().flatten().collect();
    (!all.is_empty()).then_some(all)
}

/// Lines of one list that the other has not.
fn differ(nom: String, avant: &[String], maintenant: &[String]) -> Option<Change> {
    let without = |all: &[String], others: &[String]| -> Vec<String> {
        all.iter().filter(|line| !others.contains(line)).cloned().collect()
    };
    let (avant, maintenant) = (without(avant, maintenant), without(maintenant, avant));
    let same = avant.is_empty() && maintenant.is_empty();
    (!same).then_some(Change { nom, avant, maintenant })
}

/// What an edition announced for today or later.
fn left(here: Here<'_>, jours: &[Jour]) -> Vec<String> {
    let today = here.world.guides.today;
    let to_come = jours.iter().filter(|day| day.fin.is_none_or(|fin| fin.0 >= today));
    to_come.map(|day| day.texte.clone()).collect()
}

/// What is announced today of the days that the edition spoke of: it promised nothing of later ones.
fn announced(figee: &Figee, now: &Inscrit) -> Vec<String> {
    let told = now
        .jours
        .iter()
        .filter(|day| now.sorte == Sorte::Acteur || day.fin.is_none_or(|fin| fin <= figee.valable));
    told.map(|day| day.texte.clone()).collect()
}

fn days_word(here: Here<'_>, sorte: Sorte) -> String {
    let key = match sorte {
        Sorte::Acteur => "papier.errata.changements",
        Sorte::Evenement => "papier.errata.dates",
    };
    here.labels().word(key).to_owned()
}
