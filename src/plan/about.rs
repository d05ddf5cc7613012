//! What a sheet is, and what it is about: the names sheets link to each other by.

use crate::address::Address;
use crate::guide::Ref;

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

/// Kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// A page.
    Html,
    /// A picture, as it is in `images/`.
    Image,
}

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
    /// A commune of a guide; index in its list.
    Commune(Ref),
    /// A need of a guide, by its slug.
    Besoin(usize, &'static str),
    /// Actors of a guide whose name starts with a letter, when the A–Z is split.
    Lettre(usize, char),
    /// A former address of an actor or event; index of the former id.
    Ancien(Ref, Former, usize),
    /// A picture; index in its guide's list.
    Image(Ref),
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
    /// Every actor by letter.
    AZ,
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
