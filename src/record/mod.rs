//! Texts become typed records, with all the mistakes of all the files at once.

pub mod acteur;
pub mod adresse;
pub mod catalogue;
pub mod evenement;
pub mod fiche;
mod kinds;
pub mod passage;
mod reader;
pub mod savoir;
pub mod site;
mod values;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, Source, Subject};
use crate::source::{self, Entry};

pub use acteur::Acteur;
pub use adresse::Adresse;
pub use evenement::{Evenement, Quand};
pub use fiche::Fiche;
pub use kinds::{Kind, catalogue};
pub use reader::{At, Reader};
pub use savoir::{Dispositif, Page, Territoire};
pub use site::{GuideReglages, Reglages, Site};

use kinds::Record;

/// Everything written in a content folder.
#[derive(Debug, Default)]
pub struct Records {
    /// The home above several guides.
    pub site: Option<Site>,
    /// Public numbers, in the order written.
    pub numeros: Vec<savoir::NumeroUtile>,
    /// Words explained.
    pub glossaire: Vec<savoir::Entree>,
    /// Schemes and labels.
    pub dispositifs: Vec<Dispositif>,
    /// Territories.
    pub territoires: Vec<Territoire>,
    /// Local holidays.
    pub calendriers: Vec<savoir::Calendrier>,
    /// One a département, by folder name.
    pub guides: Vec<GuideRecords>,
}

/// Everything written in the folder of one guide.
#[derive(Debug)]
pub struct GuideRecords {
    /// Name of the folder, such as `86-vienne`: the guide's folder in the output too.
    pub dossier: String,
    /// Its settings.
    pub reglages: GuideReglages,
    /// Its actors, in the order of the files.
    pub acteurs: Vec<Acteur>,
    /// Its events.
    pub evenements: Vec<Evenement>,
    /// Its own pages.
    pub pages: Vec<Page>,
    /// Its pictures.
    pub images: Vec<Entry>,
}

/// Reads a content folder; `shown` is how its path is said in messages.
pub fn read(content: &Path, shown: &str) -> (Records, Vec<Diagnostic>) {
    let folder = source::walk(content, shown);
    let mut out = folder.diagnostics;
    let (guides, rest): (Vec<&Entry>, Vec<&Entry>) =
        folder.files.iter().partition(|entry| entry.relative.ends_with("/guide.yaml"));
    let mut records = Records::default();
    for entry in guides {
        let (read, diagnostics) = read_one(entry, Kind::Guide, None);
        out.extend(diagnostics);
        let dossier = entry.relative.trim_end_matches("/guide.yaml").to_owned();
        match read.into_iter().next() {
            Some(Record::Guide(reglages)) if !dossier.contains('/') => {
                records.guides.push(GuideRecords::new(dossier, *reglages));
            }
            Some(_) => out.push(misplaced(
                entry,
                "Un « guide.yaml » se place dans un dossier de « content/ ».",
            )),
            None => {}
        }
    }
    let known: Vec<(String, Option<&str>)> = records
        .guides
        .iter()
        .map(|guide| (guide.dossier.clone(), guide.reglages.departement.map(|dept| dept.code)))
        .collect();
    let read: Vec<_> = rest.par_iter().map(|entry| read_entry(entry, &known)).collect();
    for (entry, (found, diagnostics)) in rest.iter().zip(read) {
        out.extend(diagnostics);
        for record in found {
            records.take(entry, record);
        }
    }
    if records.guides.is_empty() {
        out.push(no_guide(shown));
    }
    (records, out)
}

/// Reads one text as records of one kind: what `import` and the tests use.
pub fn read_text(source: &Arc<Source>, kind: Kind, departement: Option<&str>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    kinds::read(kind, source, "fiche", departement, &mut out);
    out
}

/// A file of the folder, read as its place says.
fn read_entry(entry: &Entry, guides: &[(String, Option<&str>)]) -> (Vec<Record>, Vec<Diagnostic>) {
    let (folder, departement) = match entry.relative.split_once('/') {
        Some((first, _)) => match guides.iter().find(|(dossier, _)| dossier == first) {
            Some((_, departement)) => (true, *departement),
            None => (false, None),
        },
        None => (false, None),
    };
    match Kind::of(&entry.relative, folder) {
        Ok(Some(Kind::Image)) => (vec![Record::Image(entry.clone())], Vec::new()),
        Ok(Some(kind)) => read_one(entry, kind, departement),
        Ok(None) => (Vec::new(), Vec::new()),
        Err(why) => (Vec::new(), vec![misplaced(entry, why)]),
    }
}

fn read_one(
    entry: &Entry,
    kind: Kind,
    departement: Option<&str>,
) -> (Vec<Record>, Vec<Diagnostic>) {
    let text = source::read_file(&entry.path, &entry.shown)
        .and_then(|bytes| source::decode(&entry.shown, bytes));
    let mut out = Vec::new();
    match text {
        Ok(text) => (kinds::read(kind, &text, entry.stem(), departement, &mut out), out),
        Err(diagnostic) => (Vec::new(), vec![diagnostic]),
    }
}

fn misplaced(entry: &Entry, why: &str) -> Diagnostic {
    Diagnostic::new(
        "fichier-ignore",
        Severity::Warning,
        Subject::File(entry.shown.clone()),
        format!("Ce fichier n’est pas lu. {why}"),
        "Déplacez-le ou renommez-le ; le manuel, chapitre « Les dossiers », dit où va chaque fichier.",
    )
}

fn no_guide(shown: &str) -> Diagnostic {
    Diagnostic::about_file(
        "aucun-guide",
        shown,
        "Ce dossier ne contient aucun guide.",
        "Lancez « jalon init . --departement 86 », ou créez un dossier comme « 86-vienne » avec un fichier « guide.yaml ».",
    )
}

impl GuideRecords {
    fn new(dossier: String, reglages: GuideReglages) -> Self {
        Self {
            dossier,
            reglages,
            acteurs: Vec::new(),
            evenements: Vec::new(),
            pages: Vec::new(),
            images: Vec::new(),
        }
    }
}

impl Records {
    /// Puts a record where it belongs; drafts stop here and reach no output.
    fn take(&mut self, entry: &Entry, record: Record) {
        let first = entry.relative.split('/').next().unwrap_or_default();
        let guide = self.guides.iter_mut().find(|guide| guide.dossier == first);
        match (record, guide) {
            (Record::Acteur(acteur), Some(guide)) if !acteur.fiche.brouillon => {
                guide.acteurs.push(*acteur)
            }
            (Record::Evenement(event), Some(guide)) if !event.fiche.brouillon => {
                guide.evenements.push(*event)
            }
            (Record::Page(page), Some(guide)) if !page.fiche.brouillon => guide.pages.push(*page),
            (Record::Image(image), Some(guide)) => guide.images.push(image),
            (Record::Dispositif(found), _) if !found.fiche.brouillon => {
                self.dispositifs.push(*found)
            }
            (Record::Territoire(found), _) if !found.fiche.brouillon => {
                self.territoires.push(*found)
            }
            (Record::Site(site), _) => self.site = Some(*site),
            (Record::Numero(numero), _) => self.numeros.push(*numero),
            (Record::Entree(entree), _) => self.glossaire.push(*entree),
            (Record::Calendrier(calendrier), _) => self.calendriers.push(*calendrier),
            _ => {}
        }
    }
}
