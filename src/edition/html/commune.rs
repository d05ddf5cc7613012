//! « Se faire aider à Lusignan »: here, who comes, what takes place, what is missing, what is near.

mod autour;
mod beaucoup;

use serde::Serialize;

use crate::guide::{Ici, Lieu, Occurrence, Ref, Sujet};
use crate::plan::Fixed;
use crate::text::{phone, sentence, typography};

use super::acteur::{Visite, gathered};
use super::agenda::{Rendezvous, SHOWN};
use super::fiche::tel;
use super::frame::{Frame, Head};
use super::here::Here;
use super::listes;
use super::parts::{Choix, Entree, Mot, capital};
use super::plan::LONGEST_LIST;

pub(super) use beaucoup::{besoins, est_longue, view as besoin};

/// The page of a commune, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    /// Its intercommunalité.
    epci: Option<Mot<'a>>,
    /// What takes place here in the weeks to come.
    titre_agenda: String,
    agenda: Vec<Rendezvous<'a>>,
    /// All its days, its calendar file, its feed; the whole agenda.
    suite: Vec<Mot<'a>>,
    lieux: Vec<Entree<'a>>,
    /// Said in place of an empty list.
    rien: Option<String>,
    passages: Vec<Visite<'a>>,
    evenements: Vec<Entree<'a>>,
    /// Former communes and names that this one covers.
    anciens: Option<String>,
    /// Its needs and its quartiers, where it has very much.
    besoins: Vec<Choix<'a>>,
    quartiers: Vec<Entree<'a>>,
    /// The places are names only.
    court: bool,
    /// Who acts here without receiving anybody: the town itself, networks.
    autres: Vec<Entree<'a>>,
    titre_autres: String,
    /// Where nobody comes, the nearest who passes.
    passage_proche: Vec<Entree<'a>>,
    /// For each need that nothing here answers, the nearest place that does.
    manque: Vec<Entree<'a>>,
    /// The same in its intercommunalité, where the nearest is not in it.
    manque_epci: Vec<Entree<'a>>,
    titre_manque: &'a str,
    voisines: Vec<Entree<'a>>,
    titre_lieux: String,
    titre_passages: String,
    titre_voisines: String,
    urgence: Option<String>,
}

/// Makes the page of a commune of this guide.
pub(super) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let ici = &here.guide().communes[index];
    let a_nom = typography(&ici.commune.a_nom());
    let de_nom = typography(&ici.commune.de_nom());
    let labels = here.labels();
    let above = here.fixed(Fixed::Communes);
    let h1 = labels.say("commune.titre", &[("a_commune", &a_nom)]);
    let above = Mot::to(above, labels.word("menu.communes"));
    let homonym = here.guide().communes.iter().filter(|other| other.commune.nom == ici.commune.nom);
    let titre = match homonym.count() {
        1 => h1.clone(),
        _ => labels.say(
            "commune.homonyme",
            &[
                ("titre", &h1),
                ("code", ici.commune.codes_postaux.first().unwrap_or(&ici.commune.code)),
            ],
        ),
    };
    let head = Head { titre: titre.clone(), ..Head::new(h1, &titre) }.below([above]);
    let shown = days_to_come(here, index);
    let manque = autour::manque(here, ici);
    let court = est_longue(ici);
    let agenda = here.fixed(Fixed::Agenda);
    let agenda = agenda.map(|href| Mot::to(Some(href), labels.word("accueil.agenda")));
    View {
        page: here.frame(head),
        epci: here.epci_of(ici.commune),
        titre_agenda: here.what_takes_place(&shown),
        agenda: shown.iter().map(|one| rendezvous(here, ici, one)).collect(),
        suite: here.suite_de(Sujet::Commune(index)).chain(agenda).collect(),
        lieux: lieux(here, ici),
        rien: rien(here, ici, &a_nom),
        passages: passages(here, ici),
        evenements: ici
            .evenements
            .iter()
            .filter(|&&event| !is_told(here, ici, event, &shown))
            .take(LONGEST_LIST)
            .map(|&event| here.event_held(event, |lieu| is_here(lieu, ici)))
            .collect(),
        anciens: anciens(here, ici),
        besoins: if court { beaucoup::choix(here, index) } else { Vec::new() },
        quartiers: if court { beaucoup::quartiers(here, ici) } else { Vec::new() },
        court,
        autres: autres(here, ici),
        titre_autres: labels.say("commune.autres", &[("a_commune", &a_nom)]),
        passage_proche: autour::passage_proche(here, ici).into_iter().collect(),
        manque: manque.partout,
        manque_epci: manque.epci,
        titre_manque: labels.word(if ici.est_vide() {
            "commune.plus_pres"
        } else {
            "commune.manque"
        }),
        voisines: autour::voisines(here, ici),
        titre_lieux: capital(&labels.say("commune.lieux", &[("a_commune", &a_nom)])),
        titre_passages: labels.say("commune.passages", &[("a_commune", &a_nom)]),
        titre_voisines: labels.say("commune.voisines", &[("de_commune", &de_nom)]),
        urgence: here.fixed(Fixed::Urgence),
    }
}

/// What stands in place of an empty list of places: nobody is there, or somebody comes.
fn rien(here: Here<'_>, ici: &Ici, a_nom: &str) -> Option<String> {
    let key = match (lieux(here, ici).is_empty(), ici.passages.is_empty()) {
        (false, _) => return None,
        (true, false) => "commune.on_vient",
        (true, true) => "commune.rien",
    };
    Some(here.labels().say(key, &[("a_commune", a_nom)]))
}

/// The places of the commune; those to visit without appointment first.
fn lieux<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let passages = ici.passages.iter().map(|&rank| &here.guide().passages[rank]);
    let comes: Vec<Ref> = passages.filter_map(|passage| passage.de).collect();
    // What stops in the commune is shown where it stops, not where it is kept.
    let settled = |acteur: &usize| {
        !comes.contains(&here.at(*acteur)) || here.guide().acteurs[*acteur].tournee.is_none()
    };
    let mut acteurs: Vec<usize> = ici.acteurs.iter().copied().filter(settled).collect();
    acteurs.sort_by_key(|&acteur| {
        let record = &here.guide().acteurs[acteur];
        (record.est_variable(), crate::guide::surete(record))
    });
    match est_longue(ici) {
        true => acteurs.into_iter().map(|acteur| here.entree(acteur)).collect(),
        false => acteurs.into_iter().map(|acteur| here.sheet(acteur, true)).collect(),
    }
}

/// « Anciennes communes et autres noms : Adriers, Bouresse. »
fn anciens(here: Here<'_>, ici: &Ici) -> Option<String> {
    let noms: Vec<String> = listes::anciens(ici).into_iter().map(typography).collect();
    let said = || here.labels().say("commune.anciens", &[("noms", &noms.join(", "))]);
    (!noms.is_empty()).then(said)
}

/// The town itself, networks, who coordinates: what they are and do, in one line.
fn autres<'a>(here: Here<'a>, ici: &Ici) -> Vec<Entree<'a>> {
    let entry = |&acteur: &usize| here.place(acteur, true);
    ici.autres.iter().take(LONGEST_LIST / 3).map(entry).collect()
}

impl<'a> Here<'a> {
    /// A place with what it is (when there is room), how one comes and when.
    pub(super) fn place(&self, acteur: usize, with_summary: bool) -> Entree<'a> {
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

/// What takes place in the commune next, as much as is shown.
fn days_to_come(here: Here<'_>, index: usize) -> Vec<&Occurrence> {
    here.world.guides.agenda_de(here.index, Sujet::Commune(index)).into_iter().take(SHOWN).collect()
}

/// Whether a place is in a commune.
fn is_here(lieu: &Lieu<'_>, ici: &Ici) -> bool {
    lieu.commune.is_some_and(|commune| commune.code == ici.commune.code)
}

/// A line of the agenda; the town is said of what was moved to another one.
fn rendezvous<'a>(here: Here<'a>, ici: &Ici, one: &Occurrence) -> Rendezvous<'a> {
    in_town(here, ici, one, Rendezvous::of(here, one, true))
}

/// A line of the agenda of a commune.
pub(super) fn in_town<'a>(
    here: Here<'a>,
    ici: &Ici,
    one: &Occurrence,
    line: Rendezvous<'a>,
) -> Rendezvous<'a> {
    let here = is_here(&here.world.guides.lieu(here.index, one), ici);
    if here { line.without_town() } else { line }
}

/// Whether all the days an event still has here are shown already: it need not be listed a second time.
fn is_told(here: Here<'_>, ici: &Ici, event: usize, shown: &[&Occurrence]) -> bool {
    let guides = here.world.guides;
    let record = &here.guide().evenements[event];
    // Where it only comes on named days, these are known for ever.
    let visits = !is_here(&guides.lieu_de(here.index, record), ici);
    let ends = record.dernier_jour().is_some_and(|end| end <= guides.fin_de_l_agenda(here.guide()));
    let days = here.guide().jours_des_evenements[event].iter();
    let mut days = days.filter(|one| guides.concerne(here.index, one, &[ici])).peekable();
    (ends || visits) && days.peek().is_some() && days.all(|day| shown.contains(&day))
}

impl<'a> Here<'a> {
    /// When an actor receives, and the next day it passes when it moves.
    pub(super) fn when(&self, acteur: usize) -> impl Iterator<Item = String> {
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
    pub(super) fn sheet(&self, acteur: usize, with_summary: bool) -> Entree<'a> {
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
fn passages<'a>(here: Here<'a>, ici: &Ici) -> Vec<Visite<'a>> {
    let visit = |&rank: &usize| {
        let passage = &here.guide().passages[rank];
        let stop = passage.nom.as_deref().filter(|stop| *stop != ici.commune.nom).map(typography);
        let host = passage.chez.map(|host| here.brief(host).nom.clone());
        let place = host.or(passage.ou.as_deref().map(typography));
        let places: Vec<String> = [stop, place].into_iter().flatten().collect();
        let place = if places.is_empty() { String::new() } else { sentence(&places.join(", ")) };
        here.visit(passage, here.visitor(passage), place).warned(here, passage.de)
    };
    gathered(ici.passages.iter().take(LONGEST_LIST).map(visit))
}

impl Here<'_> {
    /// The same after its name: « : 3 lieux »; nothing for nothing.
    pub(super) fn what_after(&self, ici: &Ici) -> String {
        if ici.est_vide() { String::new() } else { format!("\u{a0}: {}", self.what(ici)) }
    }

    /// What a commune has: « 3 lieux », or who comes, or what takes place.
    pub(super) fn what(&self, ici: &Ici) -> String {
        let labels = self.labels();
        match (ici.acteurs.len(), ici.passages.len(), ici.evenements.len()) {
            (0, 0, events) => labels.count("nombre.evenements", events),
            (0, passages, _) => labels.count("nombre.passages", passages),
            (places, ..) => labels.count("nombre.lieux", places),
        }
    }
}
