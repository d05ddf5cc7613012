//! What is and comes in a commune: its places, who passes, the town itself.

use crate::guide::{Ici, Presence, Ref, surete};
use crate::text::{phone, sentence, typography};

use crate::edition::html::acteur::{Visite, gathered};
use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::listes;
use crate::edition::html::parts::{Entree, Mot};
use crate::edition::html::plan::LONGEST_LIST;

use super::est_longue;

/// What stands in place of an empty list of places: nobody is there, or somebody comes.
pub(in crate::edition) fn rien(
    here: Here<'_>,
    ici: &Ici,
    nobody: bool,
    a_nom: &str,
) -> Option<String> {
    let key = match (nobody, ici.passages.is_empty()) {
        (false, _) => return None,
        (true, false) => "commune.on_vient",
        (true, true) => "commune.rien",
    };
    Some(here.labels().say(key, &[("a_commune", a_nom)]))
}

/// The places of the commune; those to visit without appointment first.
pub(in crate::edition) fn lieux<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let acteurs = settled(here, ici).into_iter();
    match est_longue(ici) {
        true => acteurs.map(|acteur| here.entree(acteur)).collect(),
        false => acteurs.map(|acteur| here.sheet(acteur, true)).collect(),
    }
}

/// The actors settled in the commune, those to visit without appointment first.
pub(in crate::edition) fn settled(here: Here<'_>, ici: &Ici) -> Vec<usize> {
    let passages = ici.passages.iter().map(|&rank| &here.guide().passages[rank]);
    let comes: Vec<Ref> = passages.filter_map(|passage| passage.de).collect();
    // What stops in the commune is shown where it stops, not where it is kept.
    let settled = |acteur: &usize| {
        !comes.contains(&here.at(*acteur)) || here.guide().acteurs[*acteur].tournee.is_none()
    };
    let mut acteurs: Vec<usize> = ici.acteurs.iter().copied().filter(settled).collect();
    acteurs.sort_by_key(|&acteur| {
        let record = &here.guide().acteurs[acteur];
        (record.est_variable(), surete(record))
    });
    acteurs
}

/// « Anciennes communes et autres noms : Adriers, Bouresse. »
pub(in crate::edition) fn anciens(here: Here<'_>, ici: &Ici) -> Option<String> {
    let noms: Vec<String> = listes::anciens(ici).into_iter().map(typography).collect();
    let said = || here.labels().say("commune.anciens", &[("noms", &noms.join(", "))]);
    (!noms.is_empty()).then(said)
}

/// The town itself, networks, who coordinates: what they are and do, in one line.
pub(in crate::edition) fn autres<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let entry = |&acteur: &usize| here.place(acteur, true);
    ici.autres.iter().take(LONGEST_LIST / 3).map(entry).collect()
}

impl<'a> Here<'a> {
    /// A place with what it is (when there is room), how one comes and when.
    pub(in crate::edition) fn place(&self, acteur: usize, with_summary: bool) -> Entree<'a> {
        let brief = &self.common().acteurs[acteur];
        let mut entree = self.entree(acteur);
        if with_summary && !brief.resume.is_empty() && brief.francais {
            entree.lignes.push(brief.resume.as_str().into());
        }
        entree.lignes.extend(brief.warnings(self.labels()).map(Into::into));
        entree.fort = brief.decides().into();
        if with_summary {
            entree.lignes.extend(self.when(acteur).map(Into::into));
        }
        entree
    }
}

impl<'a> Here<'a> {
    /// When an actor receives, and the next day it passes when it moves.
    pub(in crate::edition) fn when(&self, acteur: usize) -> impl Iterator<Item = String> {
        let brief = &self.common().acteurs[acteur];
        let said = Some(brief.quand.clone()).filter(|said| !said.is_empty());
        let moves = self.guide().acteurs[acteur].tournee.is_some();
        let next = if moves { self.prochains_passages(acteur) } else { Vec::new() };
        let next = next
            .into_iter()
            .next()
            .map(|day| self.labels().say("tournee.prochain", &[("passage", &day)]));
        said.into_iter().chain(next)
    }

    /// A place with its street and its phone: a printed page of a commune must do without its links.
    pub(in crate::edition) fn sheet(&self, acteur: usize, with_summary: bool) -> Entree<'a> {
        let record = &self.guide().acteurs[acteur];
        let mut entree = self.place(acteur, with_summary);
        entree
            .lignes
            .extend(record.adresse.adresse.as_deref().map(|street| typography(street).into()));
        let number = record.telephone.as_deref();
        entree.appel = number.map(|number| Mot::to(Some(tel(number)), phone(number)));
        entree
    }
}

/// Who comes to the commune; the stops of one tour stand together.
pub(in crate::edition) fn passages<'a>(here: Here<'a>, ici: &Ici) -> Vec<Visite<'a>> {
    gathered(ici.passages.iter().take(LONGEST_LIST).map(|&rank| visit(here, ici, rank)))
}

/// Who comes to the commune at one place: the stop, then the host or where to stand.
pub(in crate::edition) fn visit<'a>(here: Here<'a>, ici: &Ici, rank: usize) -> Visite<'a> {
    let passage = &here.guide().passages[rank];
    let stop = passage.nom.as_deref().filter(|stop| *stop != ici.commune.nom).map(typography);
    let host = passage.chez.map(|host| here.brief(host).nom.clone());
    let place = host.or(passage.ou.as_deref().map(typography));
    let places: Vec<String> = [stop, place].into_iter().flatten().collect();
    let place = if places.is_empty() { String::new() } else { sentence(&places.join(", ")) };
    here.visit(passage, here.visitor(passage), place).warned(here, passage.de)
}

impl Here<'_> {
    /// The same after its name: « : 3 lieux »; nothing for nothing.
    pub(in crate::edition) fn what_after(&self, ici: &Ici) -> String {
        if ici.est_vide() { String::new() } else { format!("\u{a0}: {}", self.what(ici)) }
    }

    /// What a commune has: « 3 lieux », or who comes, or what takes place.
    pub(in crate::edition) fn what(&self, ici: &Ici) -> String {
        let labels = self.labels();
        match ici.presence() {
            Presence::Evenements(events) => labels.count("nombre.evenements", events),
            Presence::Passages(passages) => labels.count("nombre.passages", passages),
            Presence::Lieux(places) => labels.count("nombre.lieux", places),
        }
    }
}
