//! What a sheet is, and what it is about: the names sheets link to each other by.

use crate::address::Address;
use crate::calendar::Date;
use crate::guide::{Ref, Sujet};

use super::medium::Medium;
use super::papier::{Cible, Papier};

/// One file to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Where it goes.
    pub address: Address,
    /// Which kind of file it is.
    pub medium: Medium,
    /// What it is about.
    pub about: About,
}

impl Sheet {
    /// Whether it is there for those who have no network: a file to take along, or the page that lists them.
    pub fn is_carried(&self) -> bool {
        matches!(self.about, About::Emporter(..) | About::Fixed(Scope::Guide(_), Fixed::Emporter))
    }

    /// When it is made: an archive after what it holds, its fingerprint after it, the page that tells weights after what weighs.
    pub fn wave(&self) -> usize {
        match (self.medium, self.about) {
            (Medium::Zip, _) => 1,
            (Medium::Checksum, _) => 2,
            (Medium::Html, About::Fixed(_, Fixed::Emporter)) => 3,
            _ => 0,
        }
    }
}

/// Waves of a build, each made once those before it are: see [`Sheet::wave`].
pub const WAVES: usize = 4;

/// What a sheet is about; with its medium, the name other sheets link to it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// The home above several guides.
    Site,
    /// A page of the site or of a guide that is there whatever the records say.
    Fixed(Scope, Fixed),
    /// An actor.
    Acteur(Ref),
    /// An event.
    Evenement(Ref),
    /// A page written by the guide; index in its list.
    Page(Ref),
    /// A page above the guides; index in their list.
    PageSite(usize),
    /// A commune of a guide; index in its list.
    Commune(Ref),
    /// An intercommunalité of a guide; index in its list.
    Intercommunalite(Ref),
    /// A quartier, priority district or network in a guide; index in the list of all territories.
    Territoire(Ref),
    /// A scheme or label in a guide; index in the list of all schemes.
    Dispositif(Ref),
    /// The tour of an actor.
    Tournee(Ref),
    /// The days of a subject of a guide.
    Agenda(usize, Sujet),
    /// A week of a guide's agenda, by its Monday.
    Semaine(usize, Date, Ordre),
    /// A month of a guide's agenda, by its first day.
    Mois(usize, Date, Ordre),
    /// A need of a guide, by its slug.
    Besoin(usize, &'static str),
    /// A criterion of a guide, alone or with a need; index in its list.
    Critere(Ref),
    /// Actors of a guide whose name starts with a letter, when the A–Z is split.
    Lettre(usize, char),
    /// Actors and events of a guide whose code starts with a sign, when the list of codes is split.
    Codes(usize, char),
    /// Communes of a guide whose name starts with a letter, when their list is split.
    LettreCommunes(usize, char),
    /// A need in a commune that has very much, by its slug.
    BesoinIci(Ref, &'static str),
    /// A former address of an actor or event; index of the former id.
    Ancien(Ref, Former, usize),
    /// A picture; index in its guide's list.
    Image(Ref),
    /// Open data of a guide.
    Donnees(usize, Jeu),
    /// Something to print of a guide.
    Papier(usize, Papier),
    /// Something of a guide to take along: the whole of it, a commune, an intercommunalité.
    Emporter(usize, Cible),
    /// What a host or a robot reads, at the root of the site or of a guide.
    Host(Scope, HostFile),
}

impl About {
    /// The guide that it belongs to; nothing for what stands above the guides.
    pub fn guide(self) -> Option<usize> {
        match self {
            About::Site
            | About::PageSite(_)
            | About::Fixed(Scope::Site, _)
            | About::Host(Scope::Site, _) => None,
            About::Fixed(Scope::Guide(index), _) | About::Host(Scope::Guide(index), _) => {
                Some(index)
            }
            About::Acteur(at)
            | About::Evenement(at)
            | About::Page(at)
            | About::Commune(at)
            | About::Intercommunalite(at)
            | About::Territoire(at)
            | About::Dispositif(at)
            | About::Tournee(at)
            | About::Critere(at)
            | About::BesoinIci(at, _)
            | About::Ancien(at, ..)
            | About::Image(at) => Some(at.guide),
            About::Agenda(index, _)
            | About::Semaine(index, ..)
            | About::Mois(index, ..)
            | About::Besoin(index, _)
            | About::Lettre(index, _)
            | About::Codes(index, _)
            | About::LettreCommunes(index, _)
            | About::Donnees(index, _)
            | About::Papier(index, _)
            | About::Emporter(index, _) => Some(index),
        }
    }
}

/// What hosts and robots read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostFile {
    /// The rules of Apache.
    Htaccess,
    /// The headers that Netlify, Cloudflare Pages and others send.
    Headers,
    /// Tells GitHub Pages to publish every file as it is.
    Nojekyll,
    /// What robots may read.
    Robots,
    /// The pages worth finding; where there are very many, the list of its parts.
    Sitemap,
    /// A part of these pages, counted from 1.
    SitemapPart(usize),
}

/// Open data of a guide, whatever their form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jeu {
    /// Places that people may visit.
    Lieux,
    /// Permanences and stops.
    Passages,
    /// Events to come.
    Evenements,
    /// The whole guide.
    Guide,
    /// What the whole guide is made of: its schema.
    Schema,
}

/// How the days of a week or month are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ordre {
    /// By day, then by hour.
    Jour,
    /// By commune, then by day.
    Commune,
}

impl Ordre {
    /// The other one.
    pub fn autre(self) -> Self {
        match self {
            Self::Jour => Self::Commune,
            Self::Commune => Self::Jour,
        }
    }
}

/// Whether a page belongs to the whole site or to one guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole site.
    Site,
    /// One guide, by index.
    Guide(usize),
}

/// The kind of record a former address led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Former {
    /// An actor.
    Acteur,
    /// An event.
    Evenement,
}

/// Pages that are there whatever the records say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fixed {
    /// The home.
    Accueil,
    /// « J’ai une démarche urgente ».
    Urgence,
    /// The needs.
    Besoins,
    /// The communes.
    Communes,
    /// The events to come.
    Evenements,
    /// What takes place, week by week.
    Agenda,
    /// The intercommunalités.
    Intercommunalites,
    /// Quartiers, priority districts and networks.
    Territoires,
    /// Schemes and labels.
    Dispositifs,
    /// The tours.
    Tournees,
    /// Words explained.
    Glossaire,
    /// Where everything comes from.
    Donnees,
    /// How to have it on paper.
    Imprimer,
    /// How to have it without network.
    Emporter,
    /// How to correct it and add to it.
    Contribuer,
    /// Every name by letter.
    AZ,
    /// Every short code printed on paper.
    Codes,
    /// Everything that can be found, and what filters it.
    Recherche,
    /// The plan of the site.
    Plan,
    /// Who publishes this and how it is checked.
    APropos,
    /// Statement of accessibility.
    Accessibilite,
    /// Legal notice.
    MentionsLegales,
    /// What a host shows for a wrong address.
    Introuvable,
}
