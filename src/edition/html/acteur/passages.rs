//! Who comes here and where they go: permanences and tours, seen from both sides.

use serde::Serialize;

use crate::calendar::Exception;
use crate::guide::{Passage, Ref, Sorte};
use crate::plan::About;
use crate::record::Acteur;
use crate::text::{phone, sentence, typography};

use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Mot, capital};
use crate::edition::quand;

/// Somebody, and the times at which they are at a place.
#[derive(Serialize)]
pub(in crate::edition) struct Visite<'a> {
    /// Who comes, or where.
    pub nom: Mot<'a>,
    /// Each place and time.
    pub fois: Vec<Fois>,
    /// What holds for all of them: days without, with or without appointment; may be empty.
    pub suite: String,
    /// The phone of all of them.
    pub telephone: Option<Mot<'a>>,
}

/// One place and time.
#[derive(Serialize)]
pub(in crate::edition) struct Fois {
    /// Role of who comes, or where exactly; may be empty.
    pub ou: String,
    pub quand: String,
}

/// A stop of a tour.
#[derive(Serialize)]
pub(in crate::edition) struct Arret<'a> {
    pub nom: String,
    pub commune: Mot<'a>,
    /// The host, or where to stand.
    pub ou: Mot<'a>,
    pub quand: String,
}

/// Those who come to this place, itself excepted.
pub(in crate::edition) fn visites<'a>(here: Here<'a>, index: usize) -> Vec<Visite<'a>> {
    let ranks = here.guide().activites[index].recus.as_slice();
    let visit = |&rank: &usize| {
        let passage = &here.guide().passages[rank];
        let stop = passage.nom.as_deref().map(typography).map(|stop| sentence(&stop));
        let visit = here.visit(passage, here.visitor(passage), stop.unwrap_or_default());
        visit.warned(here, passage.de)
    };
    gathered(ranks.iter().map(visit))
}

/// The permanences this actor holds elsewhere.
pub(in crate::edition) fn permanences<'a>(here: Here<'a>, index: usize) -> Vec<Visite<'a>> {
    let ranks = here.guide().activites[index].faits.as_slice();
    let passages = ranks.iter().map(|&rank| &here.guide().passages[rank]);
    let visit = |passage: &'a Passage| {
        let host = passage.chez.filter(|_| passage.sorte == Sorte::Permanence)?;
        let commune = passage.commune.map(|commune| sentence(&typography(commune.nom)));
        let name = here.acteur(host);
        let said = commune.filter(|commune| !name.texte.contains(commune.trim_end_matches('.')));
        Some(here.visit(passage, name, said.unwrap_or_default()).warned(here, passage.chez))
    };
    gathered(passages.filter_map(visit))
}

/// Visits of one name, received in one way, stand together at the place of the first.
pub(in crate::edition) fn gathered<'a>(
    visits: impl Iterator<Item = Visite<'a>>,
) -> Vec<Visite<'a>> {
    let mut gathered: Vec<Visite<'a>> = Vec::new();
    for visit in visits {
        let same = |known: &&mut Visite<'a>| {
            let phones =
                [&known.telephone, &visit.telephone].map(|mot| mot.as_ref().map(|mot| &mot.texte));
            known.nom.href.is_some()
                && known.nom.href == visit.nom.href
                && known.suite == visit.suite
                && phones[0] == phones[1]
        };
        match gathered.iter_mut().find(same) {
            Some(known) => known.fois.extend(visit.fois),
            None => gathered.push(visit),
        }
    }
    gathered
}

impl Visite<'_> {
    /// The same with the change to come of who is named, or of the host.
    pub(in crate::edition) fn warned(mut self, here: Here<'_>, who: Option<Ref>) -> Self {
        if let Some(change) = who.and_then(|who| here.change(who)) {
            self.suite = format!("{change} {}", self.suite).trim().to_owned();
        }
        self
    }
}

impl<'a> Here<'a> {
    /// Who comes: an actor as a link, or a role.
    pub(in crate::edition) fn visitor(&self, passage: &'a Passage) -> Mot<'a> {
        let role = || passage.qui.as_deref().map(|qui| Mot::new(capital(&typography(qui))));
        let nobody = || Mot::new(self.labels().word("agenda.permanence"));
        passage.de.map(|who| self.acteur(who)).or_else(role).unwrap_or_else(nobody)
    }

    /// A passage under a name: where exactly, when, and how to be received.
    pub(in crate::edition) fn visit(
        &self,
        passage: &'a Passage,
        nom: Mot<'a>,
        ou: String,
    ) -> Visite<'a> {
        let role = passage.qui.as_deref().filter(|_| passage.de.is_some());
        let role = role.map(|role| sentence(&typography(role))).unwrap_or_default();
        let quand = quand::passage(passage, self.world.guides.today, self.labels());
        let stop = passage.sorte != Sorte::Permanence;
        let without = if stop { self.without(&passage.sauf) } else { String::new() };
        let received = passage.sans_rendez_vous.and_then(|term| term.sentence).unwrap_or_default();
        Visite {
            nom,
            fois: vec![Fois { ou: [role.as_str(), &ou].join(" ").trim().to_owned(), quand }],
            suite: [without.as_str(), received].join(" ").trim().to_owned(),
            telephone: passage
                .telephone
                .as_ref()
                .map(|number| Mot::to(Some(tel(number)), phone(number))),
        }
    }

    /// « Pas de passage les jours fériés. »; nothing for no exception.
    fn without(&self, sauf: &[Exception]) -> String {
        let words: Vec<String> = sauf.iter().map(Exception::words).collect();
        if words.is_empty() {
            return String::new();
        }
        self.labels().say("tournee.sauf", &[("jours", &words.join(", ni "))])
    }

    /// A commune as a link to its page, when it has one.
    pub(in crate::edition) fn commune(
        &self,
        commune: &'static crate::territory::Commune,
    ) -> Mot<'a> {
        let rank = self.common().communes.get(commune.code);
        let href = rank.and_then(|&rank| self.href(About::Commune(self.at(rank))));
        Mot::to(href, typography(commune.nom))
    }
}

/// The stops of its tour, in order.
pub(in crate::edition) fn arrets<'a>(here: Here<'a>, index: usize) -> Vec<Arret<'a>> {
    let ranks = here.guide().activites[index].faits.as_slice();
    let passages = ranks.iter().map(|&rank| &here.guide().passages[rank]);
    passages
        .filter(|passage| passage.sorte != Sorte::Permanence)
        .map(|passage| arret(here, passage))
        .collect()
}

/// A stop as tables show it.
pub(in crate::edition) fn arret<'a>(here: Here<'a>, passage: &'a Passage) -> Arret<'a> {
    let place = passage.ou.as_deref().map(|place| Mot::new(capital(&typography(place))));
    let host = passage.chez.map(|host| here.acteur(host));
    let when = passage.horaires.as_ref().map(quand::hours);
    Arret {
        nom: passage.nom.as_deref().map(typography).unwrap_or_default(),
        commune: passage.commune.map(|commune| here.commune(commune)).unwrap_or_default(),
        ou: host.or(place).unwrap_or_default(),
        quand: when.unwrap_or_else(|| here.labels().word("quand.inconnu").to_owned()),
    }
}

/// What holds for a whole tour: where it starts, when no stop takes place.
pub(in crate::edition) fn tournee(here: Here<'_>, acteur: &Acteur) -> Vec<String> {
    let Some(tour) = &acteur.tournee else { return Vec::new() };
    let labels = here.labels();
    let sauf = Some(here.without(&tour.sauf)).filter(|said| !said.is_empty());
    let base =
        tour.base.as_deref().map(|base| labels.say("tournee.base", &[("base", &typography(base))]));
    sauf.into_iter().chain(base).collect()
}
