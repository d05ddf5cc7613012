//! Texts become typed records, with all the mistakes of all the files at once.

pub mod acteur;
pub mod adresse;
mod advice;
pub mod audit;
pub mod calendrier;
pub mod catalogue;
pub mod diffusion;
pub mod doublon;
mod emports;
mod empreintes;
pub mod evenement;
pub mod fiche;
mod files;
pub mod fraicheur;
mod kinds;
mod memory;
pub mod obstacle;
mod ordre;
pub mod passage;
mod produits;
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
pub use audit::Grille;
pub use empreintes::Empreintes;
pub use evenement::{Evenement, Quand};
pub use fiche::Fiche;
pub use files::files;
pub use fraicheur::Fraicheur;
pub use kinds::{Kind, catalogue, named};
pub use memory::Memory;
pub use obstacle::{Obstacle, Traversee};
pub use ordre::ordre;
pub use reader::{At, Reader};
pub use savoir::{Dispositif, Page, Territoire};
pub use site::{GuideReglages, Reglages, Site};

use files::is_settings;
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
    pub calendriers: Vec<calendrier::Calendrier>,
    /// What was decided of records that look like one.
    pub doublons: Vec<doublon::Doublon>,
    /// Pages above the guides, in the order of their files.
    pub pages: Vec<Page>,
    /// One a département, by folder name.
    pub guides: Vec<GuideRecords>,
    /// The fingerprints of the files read.
    pub empreintes: Empreintes,
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
    /// Where copies of its printed editions went.
    pub remises: Vec<diffusion::Remise>,
    /// The grid of its audit of accessibility.
    pub grille: Option<Grille>,
}

/// Reads a content folder; `shown` is how its path is said in messages.
pub fn read(content: &Path, shown: &str) -> (Records, Vec<Diagnostic>) {
    read_again(content, shown, None)
}

/// The same; what is remembered of the last reading is not read anew.
pub fn read_again(
    content: &Path,
    shown: &str,
    memory: Option<&mut Memory>,
) -> (Records, Vec<Diagnostic>) {
    let folder = source::walk(content, shown);
    let mut out = folder.diagnostics;
    out.extend(source::portable(&folder.files));
    let (settings, rest): (Vec<&Entry>, Vec<&Entry>) =
        folder.files.iter().partition(|entry| is_settings(&entry.relative));
    let mut records = Records::default();
    for entry in &settings {
        let known = memory::read(entry, Kind::Guide, None, None);
        records.empreintes.settings(entry, known.hash());
        let (read, diagnostics) = known.taken();
        out.extend(diagnostics);
        if let Some(Record::Guide(reglages)) = read.into_iter().next() {
            records.guides.push(GuideRecords::new(entry.folder().to_owned(), *reglages));
        }
    }
    // A guide whose settings were refused still has its records judged: their mistakes show today.
    let guides: Vec<Known<'_>> =
        settings.iter().map(|entry| records.known(entry.folder())).collect();
    out.extend(without_settings(&rest, &guides, shown));
    let last = memory.as_deref();
    let read = rest.par_iter().map(|entry| {
        let known = read_entry(entry, &guides, last);
        let kept = last.map(|_| Arc::clone(&known));
        (kept, (known.hash(), known.taken()))
    });
    let (kept, read): (Vec<_>, Vec<_>) = read.unzip();
    if let Some(memory) = memory {
        memory.renew(rest.iter().copied().zip(kept.into_iter().flatten()));
    }
    for (entry, (hash, (found, diagnostics))) in rest.iter().zip(read) {
        out.extend(diagnostics);
        records.empreintes.file(entry, hash);
        for record in found {
            records.take(entry, record);
        }
    }
    for guide in &mut records.guides {
        guide.acteurs.shrink_to_fit();
        guide.evenements.shrink_to_fit();
    }
    if settings.is_empty() && records.pages.is_empty() {
        out.push(no_guide(shown));
    }
    (records, out)
}

/// A folder of `content/` that is a guide, and its département's code when it is known.
type Known<'a> = (&'a str, Option<&'static str>);

/// Folders that look like guides and have no settings: said once a folder, not once a file.
fn without_settings(rest: &[&Entry], guides: &[Known<'_>], shown: &str) -> Vec<Diagnostic> {
    let mut folders: Vec<&str> =
        rest.iter().filter(|entry| is_orphan(entry, guides)).map(|entry| entry.folder()).collect();
    folders.dedup();
    let say = |folder| {
        Diagnostic::about_file(
            "guide-sans-reglages",
            format!("{shown}/{folder}"),
            "Ce dossier contient des fiches mais pas de fichier « guide.yaml » : rien n’en est publié.",
            "Ajoutez « guide.yaml » avec au moins « titre », « departement » et « editeur ».",
        )
    };
    folders.into_iter().map(say).collect()
}

/// Whether a file would belong to a guide, if its folder were one.
fn is_orphan(entry: &Entry, guides: &[Known<'_>]) -> bool {
    let second = entry.relative.split('/').nth(1).unwrap_or_default();
    matches!(second, "acteurs" | "evenements" | "pages" | "images")
        && !guides.iter().any(|(folder, _)| *folder == entry.folder())
}

/// Reads one text as records of one kind: what `import` and the tests use.
pub fn read_text(source: &Arc<Source>, kind: Kind, departement: Option<&str>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    kinds::read(kind, source, "fiche", departement, &mut out);
    out
}

/// The actors of one text, whatever their mistakes: what an import recognises places by.
pub fn read_acteurs(source: &Arc<Source>, stem: &str, departement: Option<&str>) -> Vec<Acteur> {
    let read = kinds::read(Kind::Acteur, source, stem, departement, &mut Vec::new());
    let acteur = |record| match record {
        Record::Acteur(acteur) => Some(*acteur),
        _ => None,
    };
    read.into_iter().filter_map(acteur).collect()
}

/// A file of the folder, read as its place says.
fn read_entry(entry: &Entry, guides: &[Known<'_>], last: Option<&Memory>) -> Arc<memory::Known> {
    let guide = guides.iter().find(|(folder, _)| *folder == entry.folder());
    match Kind::of(&entry.relative, guide.is_some()) {
        Ok(Some(Kind::Image)) => memory::Known::image(entry),
        Ok(Some(kind)) => {
            memory::read(entry, kind, guide.and_then(|(_, departement)| *departement), last)
        }
        Ok(None) => Arc::new(memory::Known::nothing()),
        Err(_) if is_orphan(entry, guides) => Arc::new(memory::Known::nothing()),
        Err(why) => memory::Known::refused(misplaced(entry, why)),
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
            remises: Vec::new(),
            grille: None,
        }
    }
}

impl Records {
    /// What is known of a guide's folder after its settings were read.
    fn known<'a>(&self, folder: &'a str) -> Known<'a> {
        let guide = self.guides.iter().find(|guide| guide.dossier == folder);
        (folder, guide.and_then(|guide| guide.reglages.departement).map(|found| found.code))
    }

    /// Puts a record where it belongs; drafts stop here and reach no output.
    fn take(&mut self, entry: &Entry, record: Record) {
        let guide = self.guides.iter_mut().find(|guide| guide.dossier == entry.folder());
        match (record, guide) {
            (Record::Acteur(acteur), Some(guide)) if !acteur.fiche.brouillon => {
                guide.acteurs.push(*acteur)
            }
            (Record::Evenement(event), Some(guide)) if !event.fiche.brouillon => {
                guide.evenements.push(*event)
            }
            (Record::Page(page), Some(guide)) if !page.fiche.brouillon => guide.pages.push(*page),
            (Record::Page(page), None) if !page.fiche.brouillon => self.pages.push(*page),
            (Record::Remise(remise), Some(guide)) => guide.remises.push(*remise),
            (Record::Grille(grille), Some(guide)) => guide.grille = Some(*grille),
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
            (Record::Doublon(doublon), _) => self.doublons.push(*doublon),
            _ => {}
        }
    }
}
