//! The ways of reading a guide; every address is known before any byte is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::theme::{Theme, Themes};

pub mod calendrier;
pub mod carte;
mod cartes;
mod changes;
pub mod donnees;
pub mod flux;
pub mod hebergeur;
mod hors_ligne;
pub mod html;
pub mod papier;
mod quand;

pub use crate::plan::{
    About, Cible, Fixed, Forme, Former, HostFile, Jeu, Medium, Papier, Plan, Produit, Scope, Sheet,
    WAVES,
};

/// Every edition; a new output format is a file of this folder and a line of this table.
pub static EDITIONS: [&dyn Edition; 8] = [
    &html::Html,
    &calendrier::Calendrier,
    &flux::Flux,
    &cartes::Cartes,
    &donnees::Donnees,
    &papier::Imprimes,
    &hebergeur::Hebergeur,
    &hors_ligne::HorsLigne,
];

/// One way of reading a guide.
pub trait Edition: Sync {
    /// What its files are, in a word for those who measure.
    fn nom(&self) -> &'static str;

    /// Every sheet of this edition, before any byte is made.
    fn plan(&self, guides: &Guides) -> Vec<Sheet>;

    /// The bytes of one sheet; pure: no disk, network, clock or environment.
    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic>;
}

/// What a sheet is made from.
#[derive(Clone)]
pub struct World<'a> {
    /// Linked guides.
    pub guides: &'a Guides,
    /// Themes in force.
    pub themes: &'a Themes,
    /// Every address.
    pub plan: &'a Plan,
    /// What pages say of each record in lists, made once.
    shared: Arc<html::Shared>,
    /// Files of open data, each written once.
    donnees: Arc<donnees::Rayon>,
    /// What is printed: pages tell its weight, so it is made first.
    tirages: Arc<papier::Tirages>,
    /// The frozen editions: paper says after which one it is printed.
    editions: Arc<papier::Editions>,
    /// What files to take along weigh, once they are made: the page that lists them comes last.
    poids: Arc<BTreeMap<Address, usize>>,
    /// Pages that lead to another guide, once they are made.
    sortantes: Arc<BTreeSet<Address>>,
    /// The bytes of sheets that are made already: archives hold them.
    faits: Option<&'a Faits<'a>>,
    /// Whether pages are made for a copy that leaves the site: what its plan has not is not there.
    copie: bool,
}

/// The bytes of a sheet, once it is made.
pub type Faits<'a> = dyn Fn(&Address) -> Option<Vec<u8>> + Sync + 'a;

impl<'a> World<'a> {
    /// Puts together what sheets are made from; what many of them share is made once, when the first of them asks for it.
    pub fn new(guides: &'a Guides, themes: &'a Themes, plan: &'a Plan) -> Self {
        Self {
            guides,
            themes,
            plan,
            shared: Arc::new(html::Shared::new(guides)),
            donnees: Arc::new(donnees::Rayon::of(guides)),
            tirages: Arc::default(),
            editions: Arc::default(),
            poids: Arc::default(),
            sortantes: Arc::default(),
            faits: None,
            copie: false,
        }
    }

    /// The same with the frozen editions.
    pub fn knowing(self, editions: papier::Editions) -> Self {
        Self { editions: Arc::new(editions), ..self }
    }

    /// The same with what was printed, in a plan without what was not.
    pub fn with(self, plan: &'a Plan, tirages: papier::Tirages) -> Self {
        Self { plan, tirages: Arc::new(tirages), ..self }
    }

    /// The same with a way to read again what is made.
    pub fn reading(self, faits: &'a Faits<'a>) -> Self {
        Self { faits: Some(faits), ..self }
    }

    /// The same for a part of the sheets that is made on its own: what only they ask for goes with them.
    pub fn alone(&self) -> Self {
        Self {
            donnees: Arc::new(donnees::Rayon::of(self.guides)),
            poids: Arc::default(),
            sortantes: Arc::default(),
            ..self.clone()
        }
    }

    /// Learns of a sheet made in an earlier wave what it weighs, and whether it leads to another guide.
    pub fn knows(&mut self, sheet: &Sheet, bytes: usize, leaves: bool) {
        if sheet.is_carried() {
            Arc::make_mut(&mut self.poids).insert(sheet.address.clone(), bytes);
        }
        if leaves {
            Arc::make_mut(&mut self.sortantes).insert(sheet.address.clone());
        }
    }

    /// Whether a page made in an earlier wave leads to another guide, or to what no archive of its own holds.
    fn leads_out(&self, address: &Address) -> bool {
        self.sortantes.contains(address)
    }

    /// What a file to take along weighs; nothing while it is not made.
    pub fn poids(&self, address: &Address) -> Option<usize> {
        self.poids.get(address).copied()
    }

    /// What is printed of a subject; nothing when it is not.
    pub fn tirage(&self, guide: usize, papier: Papier) -> Option<(&'a Address, &papier::Tirage)> {
        let address = self.plan.address(Medium::Pdf, About::Papier(guide, papier))?;
        Some((address, self.tirages.of(address)?))
    }
}

impl World<'_> {
    /// The theme in force for the site or for a guide.
    fn theme(&self, scope: Scope) -> &Theme {
        match scope {
            Scope::Site => &self.themes.site,
            Scope::Guide(index) => &self.themes.guides[index],
        }
    }

    /// The same for a copy that leaves the site with the sheets of a plan alone.
    fn copied<'b>(&'b self, plan: &'b Plan) -> World<'b> {
        let own: World<'b> = self.clone();
        World { plan, copie: true, ..own }
    }

    /// Whether pages are made for a copy that leaves the site.
    fn is_copy(&self) -> bool {
        self.copie
    }

    /// Whether a text may lead somewhere: in a copy, only to what is in it.
    fn may_lead_to(&self, address: &Address) -> bool {
        !self.copie || self.plan.holds(address.as_str())
    }

    /// The bytes of a sheet, when it is made already.
    fn made(&self, address: &Address) -> Option<Vec<u8>> {
        self.faits.and_then(|read| read(address))
    }

    /// The public address of a sheet of a guide, where the guide or the site knows its own.
    ///
    /// A guide's own address is that of its home: a guide may live alone somewhere.
    pub fn public(&self, guide: usize, address: &Address) -> Option<String> {
        let own = self.guides.guides[guide].reglages.reglages.adresse_publique.as_ref();
        let site =
            self.guides.site.as_ref().and_then(|site| site.reglages.adresse_publique.as_ref());
        let below = address.as_str().split_once('/').map_or("", |(_, below)| below);
        own.map(|base| joined(base, below))
            .or_else(|| site.map(|base| joined(base, address.as_str())))
    }
}

/// A public address and a path below it.
fn joined(base: &str, path: &str) -> String {
    format!("{}/{path}", base.trim_end_matches('/'))
}

/// Asks every edition for its sheets; two sheets at one address are a mistake.
pub fn plan(guides: &Guides, out: &mut Vec<Diagnostic>) -> Plan {
    let planned: Vec<Vec<Sheet>> = EDITIONS.par_iter().map(|made| made.plan(guides)).collect();
    let mut all = Vec::with_capacity(planned.iter().map(Vec::len).sum());
    for (edition, sheets) in planned.into_iter().enumerate() {
        all.extend(sheets.into_iter().map(|sheet| (edition, sheet)));
    }
    Plan::of(all, guides, out)
}
