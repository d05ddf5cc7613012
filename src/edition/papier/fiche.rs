//! A record as paper tells it whole: what it is, how to reach it, when, who checked it.

use std::collections::BTreeMap;

use crate::calendar;
use crate::edition::html::acteur::{self, bref, faits as facts, labels, passages, reponses};
use crate::edition::html::fiche::Langue;
use crate::edition::html::here::Here;
use crate::edition::quand;
use crate::guide::Moment;
use crate::record::{Acteur, Fiche as Record};
use crate::text::phone;

use super::contrat::{Fait, Fiche, Renvoi};
use super::{blocs, texte};

/// The entry of an actor of this guide.
pub(super) fn of_acteur(here: Here<'_>, index: usize) -> Fiche {
    let acteur = &here.guide().acteurs[index];
    let brief = here.brief(here.at(index));
    let running = acteur.fiche.en_cours(here.world.guides.today);
    let notices = acteur::avis(here, acteur).into_iter().chain(acteur::annonces(here, acteur));
    let hours = acteur.horaires.as_ref().filter(|_| running).map(|at| &at.value);
    let french = Langue::of(&acteur.fiche).is_none();
    let detail = acteur.fiche.presentation_detail.as_ref().filter(|_| french);
    let said = if running { reponses::quand(here, acteur, index) } else { String::new() };
    let week = hours.map(|hours| quand::table(hours, here.labels())).unwrap_or_default();
    Fiche {
        ancre: ancre(index),
        code: code(&acteur.fiche),
        nom: brief.nom.clone(),
        sous: acteur::sous(here, acteur),
        avis: notices.map(|notice| blocs::avis(&notice)).collect(),
        adresse: reponses::adresse(acteur),
        telephone: acteur.telephone.as_deref().map(phone).unwrap_or_default(),
        contact: contact(here, acteur),
        bref: known(here, acteur),
        plus: quand::beyond(&said, &week),
        quand: said,
        semaine: week,
        dates: if running { dates(here, acteur, index) } else { Vec::new() },
        resume: if french { brief.resume.clone() } else { String::new() },
        services: services(here, acteur),
        recoit: passages::visites(here, index).into_iter().map(blocs::passage).collect(),
        va: goes(here, index),
        faits: more(here, acteur),
        detail: detail.map(|text| texte::markdown(here, &text.value, 4)).unwrap_or_default(),
        verifie: verifie(here, acteur),
        liens: liens(here, acteur),
    }
}

/// Where its facts lead, outside the guide.
fn liens(here: Here<'_>, acteur: &Acteur) -> BTreeMap<String, String> {
    let facts = [facts::contact(here, acteur), bref::faits(here, acteur)];
    let facts = facts.into_iter().chain([further(here, acteur)]).flatten();
    let facts: Vec<_> = facts.collect();
    blocs::liens(facts.iter().flat_map(|fact| &fact.mots))
}

/// The name that indexes point at.
pub(super) fn ancre(index: usize) -> String {
    format!("acteur-{index}")
}

/// The few lines of a record that nothing tells whole: indexes point at them.
pub(super) fn place(index: usize, lines: Renvoi) -> Renvoi {
    Renvoi { ancre: ancre(index), vers: String::new(), ..lines }
}

/// The durable short code of a record.
pub(super) fn code(fiche: &Record) -> String {
    fiche.code()
}

/// « Information vérifiée en mars 2026 »; « À confirmer par téléphone : … » when that is old or nobody did.
pub(super) fn verifie(here: Here<'_>, acteur: &Acteur) -> String {
    let labels = here.labels();
    let month = acteur.fiche.verifie.as_ref().map(|checked| calendar::month(checked.le));
    let sure = here.world.guides.moment(here.guide(), acteur) == Moment::Verifie;
    said(here, month.as_deref(), sure || !acteur.est_un_lieu())
        .unwrap_or_else(|| labels.word("papier.verifie.jamais").to_owned())
}

/// The same for any record; nothing when nobody ever checked it.
pub(super) fn said(here: Here<'_>, month: Option<&str>, sure: bool) -> Option<String> {
    let key = if sure { "papier.verifie.en" } else { "papier.verifie.perime" };
    month.map(|mois| here.labels().say(key, &[("mois", mois)]))
}

/// Mail, site, booking: the phone stands by itself.
fn contact(here: Here<'_>, acteur: &Acteur) -> Vec<Fait> {
    let phone = here.labels().word("fait.telephone").to_owned();
    let all = blocs::faits(facts::contact(here, acteur));
    all.into_iter().filter(|fact| fact.nom != phone).collect()
}

/// With or without appointment, how much, for whom: what nobody knows is not said, the guide tells once what that means.
fn known(here: Here<'_>, acteur: &Acteur) -> Vec<Fait> {
    let unknown = ["fait.non_precise", "fait.non_precise_appelez"];
    let unknown = unknown.map(|key| here.labels().word(key));
    let mut facts = blocs::faits(bref::faits(here, acteur));
    facts.retain(|fact| !fact.lignes.iter().any(|line| unknown.contains(&line.as_str())));
    facts
}

/// Closed days, days to come, computers left to all.
fn dates(here: Here<'_>, acteur: &Acteur, index: usize) -> Vec<String> {
    let closed = reponses::fermetures(here, index);
    let next = here.prochains_passages(index);
    let next = (!next.is_empty())
        .then(|| here.labels().say("papier.prochains", &[("jours", &next.join("\u{a0}; "))]));
    let closed = Some(closed).filter(|said| !said.is_empty());
    closed.into_iter().chain(next).chain(reponses::libre(here, acteur)).collect()
}

/// What is done there and how, a sentence each.
fn services(here: Here<'_>, acteur: &Acteur) -> Vec<String> {
    let what = acteur.services.iter().filter_map(|term| term.sentence);
    what.chain(reponses::maniere(here, acteur)).map(str::to_owned).collect()
}

/// Where it goes: its permanences, the stops of its tour.
fn goes(here: Here<'_>, index: usize) -> Vec<super::contrat::Passage> {
    let held = passages::permanences(here, index).into_iter().map(blocs::passage);
    held.chain(passages::arrets(here, index).iter().map(blocs::arret)).collect()
}

/// How to come, what to bring, labels. A page of another site that only a link leads to is left out.
fn more(here: Here<'_>, acteur: &Acteur) -> Vec<Fait> {
    let all = further(here, acteur).into_iter().map(|mut fact| {
        let elsewhere = here.labels().word("lien.acceslibre");
        fact.mots.retain(|word| word.texte != elsewhere);
        fact
    });
    blocs::faits(all.collect())
}

/// How to come, what to bring, labels, as pages say it.
fn further<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<crate::edition::html::parts::Fait<'a>> {
    let all = facts::lieu(here, acteur).into_iter().chain(facts::savoir(here, acteur));
    all.chain(labels::faits(here, acteur)).collect()
}
