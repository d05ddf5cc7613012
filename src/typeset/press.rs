//! The press: fonts and library once, then documents, one by one or from several threads.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

use rayon::ThreadPoolBuilder;
use typst::diag::Warned;
use typst::foundations::Smart;
use typst::introspection::Introspector;
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diagnostic::Diagnostic;

use super::desk::{self, Desk, Shelf};
use super::{Job, Printed, fonts, mistake, pack};

/// The engine calls itself once for each container inside a container: as much stack as a document asks for.
const STACK: usize = 64 << 20;
/// Name of the threads that set documents.
const NAME: &str = "presse";

/// Sets documents; made once.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    shelf: Shelf,
    /// Documents that are being set.
    busy: AtomicUsize,
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}

impl Press {
    /// Reads the fonts and makes the library.
    pub fn new() -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts::faces())),
            shelf: Shelf::default(),
            busy: AtomicUsize::new(0),
        }
    }

    /// Sets a document: the same job gives the same bytes, whatever was set before or is set beside it.
    ///
    /// # Errors
    /// What is wrong with the theme, in French, where it stands.
    pub fn set(&self, job: &Job<'_>) -> Result<Printed, Vec<Diagnostic>> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        let made = apart(|| self.compose(job));
        self.busy.fetch_sub(1, Ordering::Relaxed);
        made.unwrap_or_else(|words| Err(vec![mistake::stopped(job, &words)]))
    }

    /// Layout, export, packing; each gives back its memory before the next.
    fn compose(&self, job: &Job<'_>) -> Result<Printed, Vec<Diagnostic>> {
        let desk = Desk::new(job, &self.library, &self.book, &self.shelf)
            .ok_or_else(|| vec![mistake::stopped(job, "invalid name of main file")])?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
        let exported = output.and_then(|document| {
            let bytes = typst_pdf::pdf(&document, &options(job))?;
            Ok((bytes, document.pages().len(), labels(&document)))
        });
        // Nothing of one document serves the next, and its remains are most of the memory; but what the documents beside
        // it have used since a few of their like were done is still theirs.
        comemo::evict(2 * (self.busy.load(Ordering::Relaxed).saturating_sub(1)));
        match exported {
            Err(errors) => Err(mistake::all(&desk, job, &errors)),
            Ok((bytes, pages, pages_of)) => Ok(Printed {
                bytes: pack::pack(&bytes, job.stamp, pages)
                    .ok_or_else(|| vec![mistake::stopped(job, "unknown form of PDF")])?,
                pages,
                pages_of,
                doubts: mistake::all(&desk, job, &warnings),
            }),
        }
    }
}

impl std::fmt::Debug for Press {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Press")
    }
}

/// The first page on which each label stands.
fn labels(document: &PagedDocument) -> BTreeMap<String, usize> {
    let known = document.introspector();
    let mut pages = BTreeMap::new();
    for one in known.query_labelled() {
        let page = one.location().and_then(|at| known.page(at));
        if let Some((label, page)) = one.label().zip(page) {
            pages.entry(label.resolve().to_string()).or_insert(page.get());
        }
    }
    pages
}

/// What stands in the file beside the pages; nothing of it depends on the machine or the hour.
fn options(job: &Job<'_>) -> PdfOptions {
    let read = [PdfStandard::Ua_1, PdfStandard::A_2a];
    PdfOptions {
        ident: Smart::Custom(job.stamp.0.map(|byte| format!("{byte:02x}")).concat()),
        creator: Smart::Custom(Some(concat!("jalon ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: desk::moment(job).map(Timestamp::new_utc),
        page_ranges: None,
        // Both can be kept at once: so the list is never refused.
        standards: PdfStandards::new(if job.tagged { &read } else { &[] }).unwrap_or_default(),
        tagged: job.tagged,
        pretty: false,
    }
}

/// Does some work on a deep stack with no other thread's work in between, and outlives its panics, whose words it gives.
///
/// The engine hands work to the pool it runs in: one thread of its own, since more gain nothing. The thread around the
/// pool only waits: a thread of another pool would take up one more document while it waits, and one more in that.
fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, String> {
    quiet();
    let pooled = || {
        let pool = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK);
        match pool.thread_name(|_| NAME.to_owned()).build() {
            Ok(pool) => Ok(pool.install(work)),
            Err(error) => Err(error.to_string()),
        }
    };
    thread::scope(|scope| {
        let spawned = thread::Builder::new().name(NAME.to_owned()).spawn_scoped(scope, pooled);
        match spawned.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => Err(words(panic.as_ref())),
            Err(error) => Err(error.to_string()),
        }
    })
}

/// A panic of the engine is told in French, by a diagnostic: the English one is kept back.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(NAME) {
                before(panic);
            }
        }));
    });
}

fn words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_outlived() {
        assert_eq!(apart(|| 7), Ok(7));
        let page = 3;
        let broken = || -> u8 { panic!("no page {page}") };
        assert_eq!(apart(broken), Err("no page 3".to_owned()));
        assert_eq!(apart(|| 8), Ok(8));
    }

    #[test]
    fn the_stack_is_deep() {
        fn deep(level: u32) -> u64 {
            let room = [u64::from(level); 512];
            if level == 0 { 0 } else { std::hint::black_box(&room)[7] + deep(level - 1) }
        }
        // 4,096 bytes a level: 40 MiB.
        assert_eq!(apart(|| deep(10_000)), Ok(50_005_000));
    }
}
