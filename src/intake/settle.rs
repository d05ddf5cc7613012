//! Which guide and which file each record goes to, and what is never written over.

mod decided;
mod gone;
mod memory;
mod revised;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::territory::Departement;

use super::coming::{Coming, Fate, Output, Settled};
use super::draft::Draft;
use super::footprint::{Hand, sign};
use super::fusion::Bases;
use super::known::{Guide, Record, SETTINGS};
use super::names::names;
use super::national::Refusal;
use super::starter;

pub(super) use decided::Decided;
pub(super) use revised::Revised;

/// The guides of a content folder while records are added.
pub(super) struct Settling {
    guides: Vec<Guide>,
    /// Guides that this import made.
    made: Vec<usize>,
    /// Ids taken by a row of this import, with the guide, and where the row is.
    claimed: BTreeMap<(usize, String), String>,
    /// Paths given to a row of this import.
    given: BTreeSet<String>,
    outputs: Vec<Output>,
    /// What each source said last time.
    bases: Bases,
    /// Records that each source told this time, by folder of the guide and name of the source.
    met: BTreeMap<(String, String), BTreeSet<String>>,
    /// What the person decided.
    decided: Decided,
}

impl Settling {
    /// Starts from the guides that are there.
    pub fn over(guides: Vec<Guide>, bases: Bases, decided: Decided) -> Self {
        Self {
            guides,
            bases,
            decided,
            met: BTreeMap::new(),
            made: Vec::new(),
            claimed: BTreeMap::new(),
            given: BTreeSet::new(),
            outputs: Vec::new(),
        }
    }

    /// The guide of a département, made when there is none; its settings come with its first record.
    pub fn guide_of(&mut self, departement: &'static Departement) -> usize {
        let same =
            |guide: &Guide| guide.departement.is_some_and(|own| own.code == departement.code);
        if let Some(found) = self.guides.iter().position(same) {
            return found;
        }
        let name = starter::folder(departement);
        let names =
            std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
        let free = |name: &String| {
            !self.guides.iter().any(|guide| guide.folder == *name && guide.has_settings)
        };
        let name = names.take(99).find(free).unwrap_or(name);
        self.guide_named(&name, departement)
    }

    /// The guide of a folder, whatever its département.
    pub fn guide_named(&mut self, folder: &str, departement: &'static Departement) -> usize {
        let found = self.guides.iter().position(|guide| guide.folder == folder);
        let index = found.unwrap_or_else(|| {
            self.guides.push(Guide { folder: folder.to_owned(), ..Guide::default() });
            self.guides.len() - 1
        });
        self.guides[index].departement.get_or_insert(departement);
        index
    }

    /// Finds the file of a record, and writes it unless somebody else's hand is on it.
    pub fn settle(&mut self, guide: usize, coming: &Coming<'_>) -> Result<Settled, Refusal> {
        let id = coming.draft.value("id").map(str::to_owned);
        self.claim(guide, id.as_deref(), coming)?;
        let (path, known) = match &id {
            Some(id) => match self.known(guide, id) {
                Some(known) => (known.path.clone(), Some(known)),
                None => (self.free_path(guide, coming), None),
            },
            None => self.path_without_id(guide, coming),
        };
        let key = memory::key(coming.folder, id.as_deref(), &path);
        let last = self.bases.find(&self.guides[guide].folder, &key).cloned();
        if let Some(known) = &known {
            memory::same_source(known, last.as_ref(), coming.draft)?;
        }
        self.given.insert(path.clone());
        let mut settled =
            Settled { fate: memory::fate(known.as_ref(), coming.body), path, ..Settled::default() };
        if settled.fate == Fate::Kept {
            self.meet(guide, coming, (&key, last), known.as_ref(), &mut settled);
            return Ok(settled);
        }
        self.remember(guide, coming, &key, &settled.path, memory::said(coming.body));
        if matches!(settled.fate, Fate::New | Fate::Changed) {
            self.add_settings(guide);
            let bytes = sign(coming.body, coming.file).into_bytes();
            let before = known.map(|known| known.bytes);
            self.outputs.push(Output { path: settled.path.clone(), bytes, before });
        }
        Ok(settled)
    }

    /// The record that has an id, written or by the name of its file.
    fn known(&self, guide: usize, id: &str) -> Option<Record> {
        let guide = &self.guides[guide];
        guide.by_id.get(id).or_else(|| guide.by_stem.get(id)).cloned()
    }

    /// Two rows of one import with one id are one place said twice: the first stands.
    fn claim(
        &mut self,
        guide: usize,
        id: Option<&str>,
        coming: &Coming<'_>,
    ) -> Result<(), Refusal> {
        let Some(id) = id else { return Ok(()) };
        let here = format!("{}, ligne {}", coming.file, coming.draft.line);
        let key = (guide, id.to_owned());
        if let Some(first) = self.claimed.get(&key) {
            return Err(Refusal {
                code: "identifiant-en-double",
                reason: format!(
                    "L’identifiant « {id} » est déjà celui d’une autre ligne de cet import ({first})."
                ),
                remedy: format!(
                    "Si ce sont deux {}, donnez-leur deux identifiants ; sinon, effacez la ligne en trop.",
                    coming.things()
                ),
            });
        }
        self.claimed.insert(key, here);
        Ok(())
    }

    /// The file of a record that writes no id: that of its name, when jalon gave it to no other row.
    fn path_without_id(&self, guide: usize, coming: &Coming<'_>) -> (String, Option<Record>) {
        let folder = coming.folder;
        for name in names(coming.draft) {
            match self.guides[guide].by_stem.get(&name) {
                Some(known) if known.hand != Hand::Written && !self.given.contains(&known.path) => {
                    return (known.path.clone(), Some(known.clone()));
                }
                _ => {}
            }
            if self.is_free(guide, folder, &name) {
                return (self.path(guide, folder, &name), None);
            }
        }
        (self.free_path(guide, coming), None)
    }

    /// A path that no record has.
    fn free_path(&self, guide: usize, coming: &Coming<'_>) -> String {
        self.free(guide, coming.folder, coming.draft)
    }

    fn is_free(&self, guide: usize, folder: &'static str, name: &str) -> bool {
        let Guide { slugs, by_id, .. } = &self.guides[guide];
        let taken = slugs.contains(&(folder, name.to_owned())) || by_id.contains_key(name);
        // Without a written id the file's name is the id: that of a row is taken too.
        let claimed = self.claimed.contains_key(&(guide, name.to_owned()));
        !taken && !claimed && !self.given.contains(&self.path(guide, folder, name))
    }

    /// The path of a record of a guide.
    pub fn path(&self, guide: usize, folder: &str, name: &str) -> String {
        format!("{}/{folder}/{name}.yaml", self.guides[guide].folder)
    }

    /// The file of the record of a guide that has an id.
    pub fn path_of(&self, folder: &str, id: &str) -> Option<String> {
        let rank = self.guides.iter().position(|guide| guide.folder == folder)?;
        self.known(rank, id).map(|known| known.path)
    }

    /// A path that no record has, for one that names no file.
    pub fn free(&self, guide: usize, folder: &'static str, draft: &Draft) -> String {
        let name = names(draft).find(|name| self.is_free(guide, folder, name));
        self.path(guide, folder, &name.unwrap_or_else(|| "x".into()))
    }

    /// Writes a file that is the staff's own from its first line on.
    pub fn give(&mut self, guide: usize, path: &str, bytes: Vec<u8>) {
        self.given.insert(path.to_owned());
        self.add_settings(guide);
        self.outputs.push(Output { path: path.to_owned(), bytes, before: None });
    }

    /// Writes the settings of a guide that has none.
    fn add_settings(&mut self, guide: usize) {
        let Guide { folder, departement, has_settings, .. } = &mut self.guides[guide];
        if *has_settings {
            return;
        }
        let Some(departement) = *departement else { return };
        *has_settings = true;
        let first = "Créé par jalon import ; ce fichier est à vous, jalon n’y touchera plus.";
        let bytes = starter::settings(departement, first, false).into_bytes();
        self.outputs.push(Output { path: format!("{folder}/{SETTINGS}"), bytes, before: None });
        self.made.push(guide);
    }

    /// Decisions of the person that nothing asks for, once every file is read and [`Settling::vanished`] was asked.
    pub fn unanswered(&self) -> Vec<Diagnostic> {
        let known = |name: &str| {
            let has =
                |guide: &Guide| guide.by_id.contains_key(name) || guide.by_stem.contains_key(name);
            self.guides.iter().any(has)
        };
        self.decided.unanswered(known)
    }

    /// The folders of the guides whose département is known.
    pub fn guides(&self) -> impl Iterator<Item = (&str, &'static Departement)> {
        let known = self.guides.iter();
        known.filter_map(|guide| Some((guide.folder.as_str(), guide.departement?)))
    }

    /// The folder of a guide.
    pub fn folder(&self, guide: usize) -> &str {
        &self.guides[guide].folder
    }

    /// The département of a guide.
    pub fn departement(&self, guide: usize) -> Option<&'static Departement> {
        self.guides[guide].departement
    }

    /// The folders of the guides that were made.
    pub fn made(&self) -> Vec<String> {
        self.made.iter().map(|&guide| self.guides[guide].folder.clone()).collect()
    }

    /// What is to be written below the content folder, and what is to be remembered of the sources.
    pub fn finish(self) -> (Vec<Output>, Vec<Output>) {
        let bases = self.bases.outputs();
        (self.outputs, bases)
    }
}
