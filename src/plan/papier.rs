//! What is printed: a product, what it is about, and which of its files.

use crate::calendar::Date;

/// A file to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Papier {
    /// Which product.
    pub produit: Produit,
    /// What it is about.
    pub cible: Cible,
    /// Which of its files.
    pub forme: Forme,
}

/// Products of paper; their names are addresses and words of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Produit {
    /// The whole guide, A4.
    Guide,
    /// A booklet: A5 pages, folded and stapled.
    Livret,
    /// Large print, 18 points.
    GrosCaracteres,
    /// A commune, on a sheet where it can.
    Commune,
    /// An intercommunalité.
    Intercommunalite,
    /// A need, over the guide.
    Besoin,
    /// A leaflet, A4 folded in three.
    Depliant,
    /// A poster for a door: « ici, ce mois ».
    Affiche,
    /// One record, with lines for the helper's notes.
    Fiche,
    /// Three to five records for one person.
    Selection,
    /// The agenda of a week, by day then town.
    Semaine,
    /// What changed since an edition.
    Errata,
    /// What the staff verifies by phone; never published.
    FeuilleDAppel,
    /// « Proposez une ressource », on paper.
    Proposer,
}

/// What a product is about; ranks are those of the guide's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cible {
    /// The whole guide.
    Guide,
    /// A commune.
    Commune(usize),
    /// An intercommunalité.
    Intercommunalite(usize),
    /// A need, by its slug.
    Besoin(&'static str),
    /// An actor.
    Acteur(usize),
    /// An event.
    Evenement(usize),
    /// The stop of a tour, by the rank of its passage.
    Passage(usize),
    /// A week, by its Monday.
    Semaine(Date),
}

/// Which file of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Forme {
    /// Tagged, to be read on a screen and printed as it is.
    Lue,
    /// The same twice as large.
    A3,
    /// Its pages two by two on A4, turned on the short side.
    Imposee,
    /// The same, turned on the long side.
    ImposeeBordLong,
}

impl Produit {
    /// Every product, in the order of the manual.
    pub const ALL: [Self; 14] = [
        Self::Guide,
        Self::Livret,
        Self::GrosCaracteres,
        Self::Commune,
        Self::Intercommunalite,
        Self::Besoin,
        Self::Depliant,
        Self::Affiche,
        Self::Fiche,
        Self::Selection,
        Self::Semaine,
        Self::Errata,
        Self::FeuilleDAppel,
        Self::Proposer,
    ];

    /// Its name in addresses, in `guide.yaml` and on the command line.
    pub fn nom(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Livret => "livret",
            Self::GrosCaracteres => "gros-caracteres",
            Self::Commune => "commune",
            Self::Intercommunalite => "intercommunalite",
            Self::Besoin => "besoin",
            Self::Depliant => "depliant",
            Self::Affiche => "affiche",
            Self::Fiche => "fiche",
            Self::Selection => "selection",
            Self::Semaine => "semaine",
            Self::Errata => "errata",
            Self::FeuilleDAppel => "feuille-d-appel",
            Self::Proposer => "proposer",
        }
    }
}

impl Forme {
    /// Whether it is folded: two pages of another file on a side.
    pub fn est_pliee(self) -> bool {
        matches!(self, Self::Imposee | Self::ImposeeBordLong)
    }

    /// What its address ends with, before the extension.
    pub fn suffixe(self) -> &'static str {
        match self {
            Self::Lue => "",
            Self::A3 => "-a3",
            Self::Imposee => "-a-plier",
            Self::ImposeeBordLong => "-a-plier-bord-long",
        }
    }
}
