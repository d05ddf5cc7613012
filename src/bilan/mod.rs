//! Coverage for the staff: where nobody is served, what is missing, what to do first. Never published.
//!
//! Pure: guides in, texts of files out. `command/bilan.rs` reads the day and hands the files to `publish/`.

mod actions;
mod appels;
mod carte;
mod clarte;
mod communes;
mod courriels;
mod csv;
mod diffusion;
mod ensemble;
mod epcis;
mod fiches;
mod fraicheur;
mod html;
mod notes;
mod page;
mod permanences;
mod qualite;
mod tableau;
mod tables;
mod terrain;
mod trous;

use crate::check::clarte::{Analyse, Lecteur};
use crate::guide::{Guide, Guides};

pub use actions::{Action, Sorte};
pub use appels::feuille as appels;
pub use communes::{Desserte, chemin};
pub use courriels::Lettre;
pub use diffusion::{Detenteur, Diffusion, of as diffusion};
pub use epcis::Intercommunale;
pub use fraicheur::Fraicheur;
pub use permanences::Permanence;
pub use qualite::{CRITERES, Critere, Ensemble, Note};
pub use terrain::Terrain;

/// The coverage of one guide on a day.
#[derive(Debug)]
pub struct Bilan<'a> {
    /// Every guide: the nearest help may be in another one.
    pub guides: &'a Guides,
    /// Which guide this is about.
    pub guide: &'a Guide,
    /// Farther than this, in kilometres, help is too far.
    pub km: u16,
    /// Every commune of the département, in French order.
    pub communes: Vec<Desserte<'a>>,
    /// The same by intercommunalité, in French order; communes without one come last.
    pub epcis: Vec<Intercommunale>,
    /// What to do, what concerns most people first.
    pub actions: Vec<Action>,
    /// How old the checks of the records are.
    pub fraicheur: Fraicheur,
    /// How much the record of each place tells, the lowest mark first.
    pub notes: Vec<Note<'a>>,
    /// How its texts read, the hardest first.
    pub textes: Vec<Analyse<'a>>,
}

/// A file of the report: its path below the folder of reports, and its bytes.
pub type Fichier = (String, Vec<u8>);

/// The coverage of every guide; help is near up to so many kilometres.
pub fn of_guides(guides: &Guides, km: u16) -> Vec<Bilan<'_>> {
    let terrain = Terrain::of(guides);
    let reader = Lecteur::of(guides);
    let bilan = |rank| Bilan::of(guides, &terrain, &reader, rank, km);
    (0..guides.guides.len()).map(bilan).collect()
}

/// The files that say it: a page and tables a guide, and a page above when there are several.
pub fn fichiers(bilans: &[Bilan<'_>]) -> Vec<Fichier> {
    let mut files: Vec<Fichier> = bilans.iter().flat_map(Bilan::fichiers).collect();
    if bilans.len() > 1 {
        files.push(("bilan.html".to_owned(), ensemble::page(bilans).into_bytes()));
    }
    files
}

impl<'a> Bilan<'a> {
    fn of(
        guides: &'a Guides,
        terrain: &Terrain,
        reader: &Lecteur<'_>,
        rank: usize,
        km: u16,
    ) -> Self {
        let guide = &guides.guides[rank];
        let communes = communes::of_guide(guides, terrain, guide);
        let epcis = epcis::of_guide(guides, terrain, guide, &communes, km);
        let mut bilan = Self {
            guides,
            guide,
            km,
            communes,
            epcis,
            actions: Vec::new(),
            fraicheur: Fraicheur::of(guides, guide),
            notes: qualite::of(guides, guide),
            textes: clarte::of(guides, guide, reader),
        };
        bilan.actions = actions::of(&bilan, terrain, rank);
        bilan
    }

    /// The communes where help with procedures is too far, most inhabitants first.
    pub fn loin(&self) -> Vec<&Desserte<'a>> {
        let mut far: Vec<&Desserte<'a>> =
            self.communes.iter().filter(|one| one.est_loin(self.km)).collect();
        far.sort_by_key(|one| std::cmp::Reverse(one.commune.population));
        far
    }

    /// Mails to those who own the records to be verified, one an address.
    pub fn lettres(&self) -> Vec<Lettre> {
        courriels::of(self).0
    }

    /// How much the records of each commune tell, the lowest mark first.
    pub fn notes_des_communes(&self) -> Vec<Ensemble> {
        qualite::by_commune(&self.notes)
    }

    /// Inhabitants of the département.
    pub fn habitants(&self) -> u32 {
        habitants(&self.communes)
    }

    fn fichiers(&self) -> Vec<Fichier> {
        let path = |name: &str| format!("{}/{name}", self.guide.dossier);
        let mut files = vec![
            (path("bilan.html"), page::page(self).into_bytes()),
            (path("courriels.html"), courriels::page(self).into_bytes()),
        ];
        let tables = tables::of(self);
        files.extend(
            tables.iter().map(|(name, table)| (path(&format!("{name}.csv")), csv::bytes(table))),
        );
        files
    }
}

/// Inhabitants of some communes.
fn habitants<'d>(communes: impl IntoIterator<Item = &'d Desserte<'d>>) -> u32 {
    communes.into_iter().map(|one| one.commune.population).sum()
}
