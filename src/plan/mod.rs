//! Every address of every edition, known before any byte is made.

use std::collections::{HashMap, HashSet};

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Subject};
use crate::guide::Guides;

mod about;
mod medium;
mod papier;

pub use about::{About, Fixed, Former, HostFile, Jeu, Ordre, Scope, Sheet, WAVES};
pub use medium::Medium;
pub use papier::{Cible, Forme, Papier, Produit};

/// Every sheet that will be made, and where each subject is found.
#[derive(Debug, Default)]
pub struct Plan {
    /// The sheets with the index of their edition, in the order of their addresses.
    pub sheets: Vec<(usize, Sheet)>,
    /// Only looked up: its order never reaches an output.
    found: HashMap<(Medium, About), usize>,
    /// Only looked up, once for every link of every page: no order, no safe reading of each path.
    paths: HashMap<Address, usize>,
    /// The sheets that belong to no guide.
    above: Vec<usize>,
}

impl Plan {
    /// Orders the sheets of every edition (each with the index of its edition) by address.
    pub fn of(mut sheets: Vec<(usize, Sheet)>, guides: &Guides, out: &mut Vec<Diagnostic>) -> Self {
        sheets.sort_by(|(_, a), (_, b)| a.address.cmp(&b.address));
        // Two records that meet at one address meet at those of all their files.
        let mut told = HashSet::new();
        sheets.dedup_by(|(_, second), (_, first)| {
            let met = first.address == second.address;
            if met && told.insert((first.about, second.about)) {
                out.push(collision(guides, first, second));
            }
            met
        });
        Self::ordered(sheets)
    }

    /// This plan with the sheets that are kept alone.
    pub fn keeping(mut self, keep: impl Fn(&Sheet) -> bool) -> Self {
        let all = self.sheets.len();
        self.sheets.retain(|(_, sheet)| keep(sheet));
        if self.sheets.len() == all {
            return self;
        }
        // Before the new ones are made: each is as large as the sheets.
        drop((self.found, self.paths));
        Self::ordered(self.sheets)
    }

    /// A plan of some of these sheets: those in a folder and those that belong to no guide, where `keep` says so.
    pub fn below(&self, folder: &str, keep: impl Fn(&Sheet) -> bool) -> Self {
        let within = format!("{folder}/");
        let first = self.sheets.partition_point(|(_, sheet)| sheet.address.as_str() < &*within);
        let own = self.sheets[first..]
            .iter()
            .take_while(|(_, sheet)| sheet.address.as_str().starts_with(&within))
            .filter(|(_, sheet)| sheet.about.guide().is_some());
        let mut some: Vec<&(usize, Sheet)> = own.collect();
        some.extend(self.above.iter().map(|&rank| &self.sheets[rank]));
        some.retain(|(_, sheet)| keep(sheet));
        some.sort_by(|(_, a), (_, b)| a.address.cmp(&b.address));
        Self::ordered(some.into_iter().cloned().collect())
    }

    /// A plan of sheets that are in order, each at an address of its own.
    fn ordered(mut sheets: Vec<(usize, Sheet)>) -> Self {
        sheets.shrink_to_fit();
        let mut plan = Self::default();
        plan.found.reserve(sheets.len());
        plan.paths.reserve(sheets.len());
        for (index, (_, sheet)) in sheets.iter().enumerate() {
            plan.found.insert((sheet.medium, sheet.about), index);
            plan.paths.insert(sheet.address.clone(), index);
            if sheet.about.guide().is_none() {
                plan.above.push(index);
            }
        }
        Self { sheets, ..plan }
    }

    /// The sheets of each of so many guides, and those that belong to none: ranks in [`Plan::sheets`].
    pub fn by_guide(&self, guides: usize) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut of_guides = vec![Vec::new(); guides];
        for (rank, (_, sheet)) in self.sheets.iter().enumerate() {
            if let Some(guide) = sheet.about.guide() {
                of_guides[guide].push(rank);
            }
        }
        (of_guides, self.above.clone())
    }

    /// Where a subject is found in one kind of file; nothing when it has no sheet there.
    pub fn address(&self, medium: Medium, about: About) -> Option<&Address> {
        self.found.get(&(medium, about)).map(|&index| &self.sheets[index].1.address)
    }

    /// The page of a subject.
    pub fn page(&self, about: About) -> Option<&Address> {
        self.address(Medium::Html, about)
    }

    /// Whether something is planned at a path.
    pub fn holds(&self, path: &str) -> bool {
        self.paths.contains_key(path)
    }

    /// What is planned at a path.
    pub fn at(&self, path: &str) -> Option<&Sheet> {
        self.paths.get(path).map(|&index| &self.sheets[index].1)
    }

    /// Every address, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.sheets.iter().map(|(_, sheet)| &sheet.address)
    }
}

/// Two records that would be published at one address: both are named.
fn collision(guides: &Guides, first: &Sheet, second: &Sheet) -> Diagnostic {
    let name = |sheet: &Sheet| match written(guides, sheet) {
        Some(fiche) => format!("« {} » ({})", fiche.nom, fiche.fichier.path),
        None => "une page de jalon".to_owned(),
    };
    let subject = match written(guides, second).or_else(|| written(guides, first)) {
        Some(fiche) => Subject::Written(fiche.first_line()),
        None => Subject::Sheet(second.address.clone()),
    };
    Diagnostic::new(
        "adresse-en-double",
        crate::diagnostic::Severity::Error,
        subject,
        format!(
            "Deux pages auraient la même adresse « {} » : {} et {}.",
            first.address,
            name(first),
            name(second)
        ),
        "Renommez l’un des deux fichiers, ou donnez-lui un autre « id ».",
    )
}

/// The record a sheet shows, when it shows one.
fn written<'a>(guides: &'a Guides, sheet: &Sheet) -> Option<&'a crate::record::Fiche> {
    let guide = |guide: usize| &guides.guides[guide];
    match sheet.about {
        About::Acteur(at) | About::Ancien(at, Former::Acteur, _) => {
            Some(&guide(at.guide).acteurs[at.index].fiche)
        }
        About::Evenement(at) | About::Ancien(at, Former::Evenement, _) => {
            Some(&guide(at.guide).evenements[at.index].fiche)
        }
        About::Page(at) => Some(&guide(at.guide).pages[at.index].fiche),
        _ => None,
    }
}
