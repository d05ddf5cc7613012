//! « Se faire aider : Grand Poitiers »: what an intercommunalité has, commune by commune.

use crate::guide::{Intercommunalite, Moment, Sujet};
use crate::plan::{About, Cible, Fixed, Produit};
use crate::territory;
use crate::text::typography;

use super::cartes::{self, Numerotee};
use super::dossier::Dossier;
use super::frame::Head;
use super::here::Here;
use super::parts::{Entree, Mot, Rubrique};
use super::plan::LONGEST_LIST;
use super::territoire;

/// Makes the page of an intercommunalité of this guide.
pub(super) fn view<'a>(here: Here<'a>, rank: usize) -> Dossier<'a> {
    let epci = &here.guide().intercommunalites[rank];
    let labels = here.labels();
    let nom = typography(epci.epci.nom_propre());
    let above =
        Mot::to(here.fixed(Fixed::Intercommunalites), labels.word("menu.intercommunalites"));
    let h1 = labels.say("intercommunalite.titre", &[("nom", &nom)]);
    let head = Head::new(h1, "").below([above]);
    let mut page = Dossier::new(here, head);
    let written = epci.territoire.map(|index| &here.world.guides.territoires[index]);
    if let Some(written) = written {
        page = page.of(here, &written.fiche);
    }
    page.sous = typography(&epci.epci.nom_entier());
    let known = written.map(|written| Rubrique {
        faits: territoire::faits(here, written),
        ..here.rubrique("intercommunalite.savoir")
    });
    let agenda = here.days_to_come(Sujet::Intercommunalite(rank));
    let (served, others): (Vec<usize>, Vec<usize>) =
        epci.communes.iter().partition(|&&rank| !here.guide().communes[rank].est_vide());
    let carte = cartes::intercommunalite(here, epci, &served);
    let served =
        communes(here, "intercommunalite.communes", "intercommunalite.communes_texte", &served);
    let served = with_map(here, served, carte);
    let others =
        communes(here, "intercommunalite.sans_lieu", "intercommunalite.sans_lieu_texte", &others);
    let paper = papier(here, rank);
    let parts = [served, lieux(here, epci), agenda, evenements(here, epci), paper];
    page.with(parts.into_iter().chain(known).chain([
        others,
        reseaux(here, epci),
        autour(here, rank),
    ]))
}

/// What is printed of it.
fn papier(here: Here<'_>, rank: usize) -> Rubrique<'_> {
    Rubrique { textes: here.imprimes_de(rank), ..here.rubrique("imprimer.epci_titre") }
}

/// Some of its communes, each with what it has.
fn communes<'a>(
    here: Here<'a>,
    key: &'static str,
    texte: &'static str,
    ranks: &[usize],
) -> Rubrique<'a> {
    let entry = |&rank: &usize| {
        let ici = &here.guide().communes[rank];
        Entree {
            href: here.href(About::Commune(here.at(rank))),
            nom: typography(ici.commune.nom).into(),
            suite: here.what_after(ici).into(),
            ..Entree::default()
        }
    };
    if ranks.is_empty() {
        return Rubrique::default();
    }
    Rubrique {
        textes: vec![Mot::new(here.labels().word(texte))],
        court: ranks.iter().map(entry).collect(),
        ..here.rubrique(key)
    }
}

/// Communes with their map, whose numbers they take.
fn with_map<'a>(here: Here<'a>, communes: Rubrique<'a>, carte: Numerotee) -> Rubrique<'a> {
    let mut part = Rubrique { carte: carte.svg, ..communes };
    if !carte.rangs.is_empty() {
        part.textes.push(Mot::new(here.labels().word("carte.numeros")));
        part.numeros = std::mem::take(&mut part.court);
    }
    part
}

/// Its places, unless they are so many that the communes must do.
fn lieux<'a>(here: Here<'a>, epci: &Intercommunalite) -> Rubrique<'a> {
    let communes = epci.communes.iter().map(|&rank| &here.guide().communes[rank]);
    let acteurs: Vec<usize> = communes.flat_map(|ici| ici.acteurs.iter().copied()).collect();
    if acteurs.len() > LONGEST_LIST / 2 {
        return Rubrique::default();
    }
    here.places("intercommunalite.lieux", &acteurs)
}

fn evenements<'a>(here: Here<'a>, epci: &Intercommunalite) -> Rubrique<'a> {
    let communes = epci.communes.iter().map(|&rank| &here.guide().communes[rank]);
    let events: Vec<usize> = communes.flat_map(|ici| ici.evenements.iter().copied()).collect();
    here.events("commune.evenements", &events)
}

/// The quartiers and networks that are active in one of its communes.
fn reseaux<'a>(here: Here<'a>, epci: &Intercommunalite) -> Rubrique<'a> {
    let found = here.world.guides.territoires_of_epci(here.index, epci.epci);
    Rubrique {
        court: found.into_iter().map(|index| here.territoire(index)).collect(),
        ..here.rubrique("territoires.titre")
    }
}

/// The other intercommunalités of the guide.
fn autour<'a>(here: Here<'a>, but: usize) -> Rubrique<'a> {
    let others = here.guide().intercommunalites.iter().enumerate().filter(|(rank, _)| *rank != but);
    Rubrique {
        court: others.map(|(rank, _)| here.intercommunalite(rank)).collect(),
        ..here.rubrique("intercommunalite.autres")
    }
}

impl<'a> Here<'a> {
    /// Everything that is printed of an intercommunalité, as links.
    pub(in crate::edition) fn imprimes_de(&self, rank: usize) -> Vec<Mot<'a>> {
        let products = [
            Produit::Depliant,
            Produit::Livret,
            Produit::GrosCaracteres,
            Produit::Intercommunalite,
        ];
        let of = |produit| self.imprimes(produit, Cible::Intercommunalite(rank));
        products.into_iter().flat_map(of).collect()
    }

    /// An intercommunalité in a list, with what it has.
    pub(super) fn intercommunalite(&self, rank: usize) -> Entree<'a> {
        let epci = &self.guide().intercommunalites[rank];
        let communes = epci.communes.iter().map(|&rank| &self.guide().communes[rank]);
        let places = communes.map(|ici| ici.acteurs.len()).sum();
        Entree {
            href: self.href(About::Intercommunalite(self.at(rank))),
            nom: typography(epci.epci.nom_propre()).into(),
            suite: format!("\u{a0}: {}", self.labels().count("nombre.lieux", places)).into(),
            ..Entree::default()
        }
    }

    /// Events under a heading.
    pub(super) fn events(&self, key: &'a str, events: &[usize]) -> Rubrique<'a> {
        let mut events = events.to_vec();
        events.sort_unstable();
        // An event held in two of the communes is one event.
        events.dedup();
        let fiches = events.iter().take(MOST_EVENTS).map(|&event| self.event(event, 2, true));
        Rubrique { fiches: fiches.collect(), ..self.rubrique(key) }
    }

    /// The link to the page of the intercommunalité of a commune, by its whole name.
    pub(super) fn epci_of(&self, commune: &crate::territory::Commune) -> Option<Mot<'a>> {
        let siren = commune.epci?;
        let rank = self.guide().intercommunalites.iter().position(|one| one.epci.siren == siren)?;
        let href = self.href(About::Intercommunalite(self.at(rank)));
        Some(Mot::to(href, typography(&self.guide().intercommunalites[rank].epci.nom_entier())))
    }

    /// The same by its short name, as a page above that of a place.
    pub(super) fn epci_above(&self, commune: &crate::territory::Commune) -> Option<Mot<'a>> {
        let mut above = self.epci_of(commune)?;
        above.texte = typography(territory::epci(commune.epci?)?.nom_propre()).into();
        Some(above)
    }

    /// How many of some actors were checked recently enough.
    pub(super) fn checked(
        &self,
        acteurs: impl Iterator<Item = &'a crate::record::Acteur>,
    ) -> usize {
        let guides = self.world.guides;
        acteurs.filter(|acteur| guides.moment(self.guide(), acteur) == Moment::Verifie).count()
    }
}

/// Events shown on the page of a territory.
const MOST_EVENTS: usize = 20;
