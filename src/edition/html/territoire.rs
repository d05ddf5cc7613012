//! A quartier, a priority district or a local network: what is there, who leads, what passes.

mod liens;

use crate::calendar;
use crate::plan::{About, Fixed};
use crate::record::{At, Evenement, Territoire};
use crate::text::{fold, sentence, typography};

use super::dossier::Dossier;
use super::frame::Head;
use super::here::Here;
use super::parts::{Entree, Fait, Mot, Rubrique};
use crate::edition::quand;

pub(super) use liens::is_named;

/// Makes the page of a territory of this guide.
pub(super) fn view<'a>(here: Here<'a>, index: usize) -> Dossier<'a> {
    let written = &here.world.guides.territoires[index];
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Territoires), labels.word("menu.territoires"));
    let nom = typography(&written.fiche.nom);
    let kind = written.sorte.map(|sorte| sorte.title()).unwrap_or_default();
    let head = Head { titre: titre(written, &nom), ..Head::new(nom, &written.fiche.id) };
    let mut page = Dossier::new(here, head.below([above])).of(here, &written.fiche);
    page.sous = sous(here, written, &kind);
    page.bref = liens::situe(here, written);
    page.bref.extend(faits(here, written));
    let acteurs = here.world.guides.acteurs_of_territoire(here.index, written);
    let (places, others): (Vec<usize>, Vec<usize>) =
        acteurs.into_iter().partition(|&at| here.guide().acteurs[at].est_un_lieu());
    page.with([
        liens::communes(here, written),
        here.places("territoire.lieux", &places),
        passages(here, written),
        here.events("commune.evenements", &evenements(here, written, &places)),
        here.places("territoire.membres", &others),
        voisins(here, index),
    ])
}

/// « Saint-Éloi, Poitiers »: homonyms are told apart by their commune.
fn titre(written: &Territoire, nom: &str) -> String {
    match &written.communes[..] {
        [commune] => super::titres::with_commune(nom, &typography(&commune.value)),
        _ => nom.to_owned(),
    }
}

/// « Quartier : Poitiers ».
fn sous(here: Here<'_>, written: &Territoire, kind: &str) -> String {
    let communes: Vec<String> =
        written.communes.iter().map(|commune| typography(&commune.value)).collect();
    let said = [("sorte", kind), ("communes", &communes.join(", "))];
    match communes.is_empty() {
        true => kind.to_owned(),
        false => here.labels().say("territoire.sous", &said),
    }
}

/// What is to be known of a territory: who leads, its labels, its contract, a dated figure.
pub(super) fn faits<'a>(here: Here<'a>, written: &'a Territoire) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits: Vec<Fait<'a>> = coordinateur(here, written).into_iter().collect();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait::of(labels.word(key), mots));
        }
    };
    add("fait.autres_noms", super::parts::joined(&written.fiche.autres_noms));
    add("territoire.qpv", qpv(here, written).into_iter().collect());
    add("territoire.quartiers", liens::quartiers(here, written));
    add("territoire.labels", liens::labels(here, written));
    add(
        "territoire.strategie",
        written.strategie.iter().map(|text| Mot::new(typography(text))).collect(),
    );
    if let Some(contract) = &written.contrat_de_ville {
        add(
            "territoire.contrat",
            contract.periode.iter().map(|text| Mot::new(typography(text))).collect(),
        );
        add("territoire.signataires", super::parts::joined(&contract.signataires));
        add("territoire.axes", super::parts::joined(&contract.axes));
    }
    add("territoire.couverture", couverture(here, written).into_iter().collect());
    faits
}

/// The coordinator of a territory, when it has one.
fn coordinateur<'a>(here: Here<'a>, written: &'a Territoire) -> Option<Fait<'a>> {
    let id = written.coordinateur.as_ref()?;
    Some(Fait::of(here.labels().word("territoire.coordinateur"), vec![here.reference(id)]))
}

/// « Quartier prioritaire Beaulieu, depuis le 1er janvier 2015 »: the two never cover each other quite.
pub(super) fn qpv<'a>(here: Here<'a>, written: &'a Territoire) -> Option<Mot<'a>> {
    let link = written.qpv.as_ref()?;
    let nom = link.nom.as_deref()?;
    let since = link.depuis.map(|depuis| format!(", {}", calendar::since(depuis)));
    let guides = here.world.guides;
    let known = here.guide().territoires.iter().copied().find(|&index| {
        let other = &guides.territoires[index];
        let shares = |one: &At<String>| written.communes.iter().any(|own| own.value == one.value);
        other.est("qpv") && other.est_nomme(nom) && other.communes.iter().any(shares)
    });
    let href = known.and_then(|index| here.href(About::Territoire(here.at(index))));
    Some(Mot::to(href, format!("{}{}", typography(nom), since.unwrap_or_default())))
}

/// « 92 logements sur 100 peuvent avoir la fibre (30 juin 2026, Arcep) ».
fn couverture<'a>(here: Here<'a>, written: &Territoire) -> Option<Mot<'a>> {
    let figure = written.couverture.as_ref()?;
    let value = typography(figure.valeur.as_deref()?.trim_end_matches('.'));
    let from = [figure.date.map(calendar::short), figure.source.as_deref().map(typography)];
    let from: Vec<String> = from.into_iter().flatten().collect();
    let said = [("valeur", value.as_str()), ("source", &from.join(", "))];
    Some(Mot::new(if from.is_empty() {
        sentence(&value)
    } else {
        here.labels().say("territoire.chiffre", &said)
    }))
}

/// The stops of tours in a quartier.
fn passages<'a>(here: Here<'a>, written: &Territoire) -> Rubrique<'a> {
    let ranks = here.world.guides.passages_of_territoire(here.index, written);
    let entry = |rank: usize| {
        let passage = &here.guide().passages[rank];
        let who = here.visitor(passage);
        let place = passage.ou.as_deref().map(typography);
        let host = passage.chez.map(|host| here.brief(host).nom.clone());
        let when = quand::passage(passage, here.world.guides.today, here.labels());
        let place = host.or(place).map(|place| sentence(&place).into());
        Entree {
            href: who.href,
            nom: who.texte,
            lignes: place.into_iter().chain([when.into()]).collect(),
            ..Entree::default()
        }
    };
    Rubrique {
        fiches: ranks.into_iter().map(entry).collect(),
        ..here.rubrique("territoire.passages")
    }
}

/// Events to come at one of its places, or kept for its inhabitants.
fn evenements(here: Here<'_>, written: &Territoire, places: &[usize]) -> Vec<usize> {
    let at_places = places
        .iter()
        .filter_map(|at| here.guide().activites.get(*at))
        .flat_map(|one| one.evenements.iter().copied());
    let today = here.world.guides.today;
    // « Beaulieu » is a quartier of several towns: the event must be in that of this one.
    let in_town = |event: &Evenement| {
        let commune = here.world.guides.commune_of_event(here.index, event);
        commune.is_none_or(|commune| {
            written.communes.iter().any(|one| fold(&one.value) == fold(commune.nom))
        })
    };
    let kept = here.guide().evenements.iter().enumerate().filter(|(_, event)| {
        let reserve = event.reserve_a.as_ref();
        event.a_venir(today)
            && in_town(event)
            && reserve
                .is_some_and(|reserve| reserve.quartiers.iter().any(|nom| written.est_nomme(nom)))
    });
    let mut all: Vec<usize> = at_places.chain(kept.map(|(rank, _)| rank)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The other territories of the same kind in this guide.
fn voisins<'a>(here: Here<'a>, but: usize) -> Rubrique<'a> {
    let guides = here.world.guides;
    let kind = guides.territoires[but].sorte.map(|sorte| sorte.label);
    let others = here.guide().territoires.iter().copied().filter(|&index| {
        let other = &guides.territoires[index];
        index != but
            && other.sorte.map(|sorte| sorte.label) == kind
            && other.fiche.en_cours(guides.today)
    });
    Rubrique {
        court: others.map(|index| here.territoire(index)).collect(),
        ..here.rubrique("territoire.autres")
    }
}

impl<'a> Here<'a> {
    /// A territory in a list.
    pub(super) fn territoire(&self, index: usize) -> Entree<'a> {
        let written = &self.world.guides.territoires[index];
        let communes: Vec<String> =
            written.communes.iter().map(|commune| typography(&commune.value)).collect();
        let said = if communes.len() == 1 { format!(", {}", communes[0]) } else { String::new() };
        Entree {
            href: self.href(About::Territoire(self.at(index))),
            nom: typography(&written.fiche.nom).into(),
            suite: said.into(),
            ..Entree::default()
        }
    }

    /// The territory of an id as a link, when it has a page in this guide.
    pub(super) fn territoire_named(&self, id: &str) -> Option<Mot<'a>> {
        let guides = self.world.guides;
        let index = guides.territoires.iter().position(|found| found.fiche.id == id)?;
        let href = self.href(About::Territoire(self.at(index)));
        Some(Mot::to(href, typography(&guides.territoires[index].fiche.nom)))
    }
}
