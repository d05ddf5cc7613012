//! What a theme sees while it is set: its own files, its data, pages to impose, today. Nothing else exists.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::diagnostic;

use super::{Files, Job, fonts};

/// Where the theme finds its data.
const DATA: &str = "donnees.json";
/// Where the theme finds pages to impose.
const PAGES: &str = "pages.pdf";

/// Texts of themes that the engine has read, each with the text it was: 250 documents read them once.
pub(super) type Shelf = Mutex<HashMap<FileId, (Arc<diagnostic::Source>, Source)>>;

/// The world of one document.
pub(super) struct Desk<'a> {
    pub(super) library: &'a LazyHash<Library>,
    pub(super) book: &'a LazyHash<FontBook>,
    shelf: &'a Shelf,
    files: &'a Files,
    main: FileId,
    data: Bytes,
    pages: Option<Bytes>,
    today: Option<Datetime>,
}

impl<'a> Desk<'a> {
    /// Lays out what a job needs; nothing when its main file cannot have a name.
    pub(super) fn new(
        job: &Job<'a>,
        library: &'a LazyHash<Library>,
        book: &'a LazyHash<FontBook>,
        shelf: &'a Shelf,
    ) -> Option<Self> {
        Some(Self {
            library,
            book,
            shelf,
            files: job.files,
            // The engine never forgets a name and knows 65,535: all documents have the same names.
            main: RootedPath::new(VirtualRoot::Project, VirtualPath::new(job.main).ok()?).intern(),
            data: Bytes::from_string(job.data.to_owned()),
            pages: job.pages.map(|pages| Bytes::new(pages.to_vec())),
            today: moment(job),
        })
    }

    /// The text of the theme that the engine calls by this name.
    pub(super) fn text(&self, id: FileId) -> Option<&'a Arc<diagnostic::Source>> {
        match id.root() {
            VirtualRoot::Project => self.files.get(id.vpath().get_without_slash()),
            VirtualRoot::Package(_) => None,
        }
    }
}

/// The day of a job, at its first second.
pub(super) fn moment(job: &Job<'_>) -> Option<Datetime> {
    let (month, day) = (job.day.month().cast_unsigned(), job.day.day().cast_unsigned());
    Datetime::from_ymd_hms(job.day.year().into(), month, day, 0, 0, 0)
}

fn absent(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Project => FileError::NotFound(PathBuf::from(id.vpath().get_without_slash())),
        VirtualRoot::Package(package) => {
            FileError::Package(PackageError::NotFound(package.clone()))
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = self.text(id).ok_or_else(|| absent(id))?;
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        match shelf.get(&id) {
            Some((known, read)) if Arc::ptr_eq(known, text) => Ok(read.clone()),
            _ => {
                let read = Source::new(id, text.text.clone());
                shelf.insert(id, (Arc::clone(text), read.clone()));
                Ok(read)
            }
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(text) = self.text(id) {
            return Ok(Bytes::from_string(text.text.clone()));
        }
        let given = match (id.root(), id.vpath().get_without_slash()) {
            (VirtualRoot::Project, DATA) => Some(&self.data),
            (VirtualRoot::Project, PAGES) => self.pages.as_ref(),
            _ => None,
        };
        given.cloned().ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::faces().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // The day of the edition is that of its readers, wherever they are.
        self.today
    }
}
