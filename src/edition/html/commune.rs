//! « Se faire aider à Lusignan »: here, who comes, what takes place, what is missing, what is near.

pub(in crate::edition) mod autour;
mod beaucoup;
pub(in crate::edition) mod ici;

use serde::Serialize;

use crate::edition::carte;
use crate::guide::{Ici, Lieu, Occurrence, Sujet};
use crate::plan::{Cible, Fixed, Produit};
use crate::text::typography;

use super::acteur::Visite;
use super::agenda::{Rendezvous, SHOWN};
use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Choix, Entree, Mot, capital};
use super::plan::LONGEST_LIST;

pub(in crate::edition::html) use beaucoup::view as besoin;
pub(in crate::edition) use beaucoup::{besoins, est_longue};

/// The page of a commune, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
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
    /// Its sheet to print.
    papier: Vec<Mot<'a>>,
    /// Where it is in its département, drawn.
    repere: Option<String>,
    titre_lieux: String,
    titre_passages: String,
    titre_voisines: String,
    urgence: Option<String>,
}

/// Makes the page of a commune of this guide.
pub(in crate::edition) fn view<'a>(here: Here<'a>, index: usize) -> View<'a> {
    let ici = &here.guide().communes[index];
    let a_nom = typography(&ici.commune.a_nom());
    let de_nom = typography(&ici.commune.de_nom());
    let labels = here.labels();
    let shown = days_to_come(here, index);
    let manque = autour::manque(here, ici);
    let court = est_longue(ici);
    let lieux = ici::lieux(here, ici);
    let agenda = here.fixed(Fixed::Agenda);
    let agenda = agenda.map(|href| Mot::to(Some(href), labels.word("accueil.agenda")));
    View {
        page: here.frame(head(here, ici, &a_nom)),
        epci: here.epci_of(ici.commune),
        titre_agenda: here.what_takes_place(&shown),
        agenda: shown.iter().map(|one| rendezvous(here, ici, one)).collect(),
        suite: here.suite_de(Sujet::Commune(index)).chain(agenda).collect(),
        rien: ici::rien(here, ici, lieux.is_empty(), &a_nom),
        lieux,
        passages: ici::passages(here, ici),
        evenements: ici
            .evenements
            .iter()
            .filter(|&&event| !is_told(here, ici, event, &shown))
            .take(LONGEST_LIST)
            .map(|&event| here.event_held(event, |lieu| is_here(lieu, ici)))
            .collect(),
        anciens: ici::anciens(here, ici),
        besoins: if court { beaucoup::choix(here, index) } else { Vec::new() },
        quartiers: if court { beaucoup::quartiers(here, ici) } else { Vec::new() },
        court,
        autres: ici::autres(here, ici),
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
        papier: here.imprimes(Produit::Commune, Cible::Commune(index)),
        repere: carte::locator(ici.commune),
        titre_lieux: capital(&labels.say("commune.lieux", &[("a_commune", &a_nom)])),
        titre_passages: labels.say("commune.passages", &[("a_commune", &a_nom)]),
        titre_voisines: labels.say("commune.voisines", &[("de_commune", &de_nom)]),
        urgence: here.fixed(Fixed::Urgence),
    }
}

/// Its title and what stands above it; homonyms are told apart by their postal code.
fn head<'a>(here: Here<'a>, ici: &Ici, a_nom: &str) -> Head<'a> {
    let labels = here.labels();
    let above = here.fixed(Fixed::Communes);
    let h1 = labels.say("commune.titre", &[("a_commune", a_nom)]);
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
    Head { titre: titre.clone(), ..Head::new(h1, &titre) }.below([above])
}

/// What takes place in the commune next, as much as is shown.
fn days_to_come(here: Here<'_>, index: usize) -> Vec<&Occurrence> {
    here.world.guides.agenda_de(here.index, Sujet::Commune(index)).into_iter().take(SHOWN).collect()
}

/// Whether a place is in a commune.
pub(in crate::edition) fn is_here(lieu: &Lieu<'_>, ici: &Ici) -> bool {
    lieu.commune.is_some_and(|commune| commune.code == ici.commune.code)
}

/// A line of the agenda; the town is said of what was moved to another one.
fn rendezvous<'a>(here: Here<'a>, ici: &Ici, one: &Occurrence) -> Rendezvous<'a> {
    in_town(here, ici, one, Rendezvous::of(here, one, true))
}

/// A line of the agenda of a commune.
pub(in crate::edition) fn in_town<'a>(
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
