//! Records become linked guides: references resolved, passages seen from both sides, order built.

mod activite;
mod agenda;
mod avenir;
mod besoin;
mod commune;
mod conformite;
mod critere;
mod dispositif;
mod doublon;
mod fermeture;
mod id;
pub mod images;
mod lieu;
mod link;
mod passage;
mod proche;
mod sujet;
mod temps;
mod territoire;

use std::collections::BTreeMap;

use crate::calendar::{Date, HolidayCalendar};
use crate::record::calendrier::Calendrier;
use crate::record::diffusion::Remise;
use crate::record::doublon::Doublon;
use crate::record::savoir::{Entree, NumeroUtile};
use crate::record::{
    Acteur, Dispositif, Empreintes, Evenement, Fiche, Grille, GuideReglages, Page, Site, Territoire,
};
use crate::territory::Departement;

pub use activite::Activite;
pub use agenda::{Occurrence, Quoi, lundi, stops};
pub use besoin::{Groupe, Needs, Surete, by_commune, by_epci, surete};
pub use commune::{Ici, Presence};
pub use conformite::Conformite;
pub use critere::{
    CRITERES, Critere, Famille, LONGUE, MomentOuvert, Ouvert, Reponse, SEMAINES, Selection,
};
pub use doublon::{Paire, Signe};
pub use id::{Ids, Linked, Regard};
pub use images::Image;
pub use lieu::Lieu;
pub use link::link;
pub use passage::{Passage, Sorte};
pub use proche::{Detour, Ou, Proche, Proches};
pub use sujet::Sujet;
pub use temps::{Moment, Vie};
pub use territoire::Intercommunalite;

/// Every guide of a content folder, linked, with what they share.
#[derive(Debug)]
pub struct Guides {
    /// The day the guide is built for: what is past, stale or expired is judged by it.
    pub today: Date,
    /// The home above several guides.
    pub site: Option<Site>,
    /// Public numbers, in the order written.
    pub numeros: Vec<NumeroUtile>,
    /// Words explained, in French order.
    pub glossaire: Vec<Entree>,
    /// Schemes and labels, in French order.
    pub dispositifs: Vec<Dispositif>,
    /// Territories, in French order.
    pub territoires: Vec<Territoire>,
    /// Local holidays.
    pub calendriers: Vec<Calendrier>,
    /// What was decided of records that look like one.
    pub doublons: Vec<Doublon>,
    /// Pages above the guides, in the order of their files.
    pub pages: Vec<Page>,
    /// One a département, in the order of their folders.
    pub guides: Vec<Guide>,
    /// Where each id leads.
    pub ids: Ids,
    /// What is near a point, in whichever guide.
    pub proches: Proches,
    /// The fingerprints of the files they were read from.
    pub empreintes: Empreintes,
}

/// One guide: a département.
#[derive(Debug)]
pub struct Guide {
    /// Its folder, in `content/` and in the output.
    pub dossier: String,
    /// Its settings.
    pub reglages: GuideReglages,
    /// Its département.
    pub departement: &'static Departement,
    /// Its actors, in French order of their names.
    pub acteurs: Vec<Acteur>,
    /// Its events, by first day.
    pub evenements: Vec<Evenement>,
    /// Its own pages, in French order of their titles.
    pub pages: Vec<Page>,
    /// Its pictures.
    pub images: Vec<Image>,
    /// Where copies of its printed editions went: for the staff alone.
    pub remises: Vec<Remise>,
    /// The grid of its audit of accessibility.
    pub grille: Option<Grille>,
    /// Permanences and stops, in the order of the actors that come.
    pub passages: Vec<Passage>,
    /// The communes of its département, and those beyond where something of it is, in French order.
    pub communes: Vec<Ici>,
    /// The needs that each actor answers.
    pub reponses: Vec<Needs>,
    /// The actors that answer each need, in the order of the needs.
    pub pour_besoin: Vec<Vec<usize>>,
    /// The intercommunalités of these communes, in French order.
    pub intercommunalites: Vec<Intercommunalite>,
    /// Quartiers, priority districts and networks: indexes into [`Guides::territoires`].
    pub territoires: Vec<usize>,
    /// The days to come of each event, for a year.
    pub jours_des_evenements: Vec<Vec<Occurrence>>,
    /// What takes place from today on, by day and hour.
    pub agenda: Vec<Occurrence>,
    /// The days of each event and passage: indexes into the agenda.
    pub jours_de: BTreeMap<Quoi, Vec<usize>>,
    /// What takes place at each actor's or by it, in the order of the actors.
    pub activites: Vec<Activite>,
    /// At which moments the own hours of each actor are.
    pub ouverts: Vec<Ouvert>,
    /// The pages of criteria, alone and with a need.
    pub selections: Vec<Selection>,
    /// Public and school holidays of the département.
    pub conges: HolidayCalendar,
    /// Until when dates are shown.
    pub valable_jusqu_au: Date,
}

/// An actor or event of one of the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// Index in [`Guides::guides`].
    pub guide: usize,
    /// Index in the guide's list.
    pub index: usize,
}

impl Guides {
    /// The actor a reference leads to.
    pub fn acteur(&self, at: Ref) -> &Acteur {
        &self.guides[at.guide].acteurs[at.index]
    }

    /// The actor of an id, looked for in one guide first, then in the others.
    pub fn find_acteur(&self, id: &str, guide: usize) -> Option<Ref> {
        match self.ids.find(id, guide) {
            Some(Linked::Acteur(at)) => Some(at),
            _ => None,
        }
    }

    /// Every record, pages among them.
    pub fn fiches(&self) -> impl Iterator<Item = &Fiche> {
        let each = self.guides.iter().flat_map(Guide::illustrated);
        let shared = self.dispositifs.iter().map(|one| &one.fiche);
        let shared = shared.chain(self.territoires.iter().map(|one| &one.fiche));
        each.chain(shared).chain(self.pages.iter().map(|one| &one.fiche))
    }

    /// The territory of an id.
    pub fn territoire(&self, id: &str) -> Option<&Territoire> {
        self.territoires.iter().find(|territoire| territoire.fiche.id == id)
    }

    /// The rank of the scheme that explains a term of the standard.
    pub fn dispositif_of(&self, label: &str) -> Option<usize> {
        self.dispositifs
            .iter()
            .position(|found| found.terme_national.is_some_and(|term| term.label == label))
    }
}
