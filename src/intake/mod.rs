//! Foreign files become records: tables of the national schema or of anybody's own, calendars and exports of events.
//!
//! Nothing here touches the disk: what is to be written leaves as [`Output`], what was done as [`Report`].
//! Every cell that holds something is in a record or in the report; `docs/adr/0006-import.md` says why so.

pub mod appels;
mod arrets;
pub mod blank;
mod columns;
mod coming;
mod draft;
mod events;
pub mod feuilles;
mod finding;
mod footprint;
mod fusion;
mod header;
mod html;
mod judge;
mod known;
mod mapped;
mod names;
mod national;
pub mod report;
mod rows;
mod seen;
mod settle;
mod sort;
pub mod starter;
pub mod table;
pub use crate::source::yaml::text as yaml_text;

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::territory::Departement;

use fusion::Bases;
use settle::{Decided, Settling};

pub use coming::{Fate, Output};
pub use finding::{Finding, Verdict};
pub use fusion::Decisions;
pub use mapped::{Correspondance, correspondance};
pub use report::{
    ColumnReport, Counts, FileReport, Guess, GuideReport, Matter, PlaceReport, Report, RowReport,
    Vanished,
};

/// A file to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its name, as shown to the user.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is to be imported, over what is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order<'a> {
    /// The files, in order.
    pub files: &'a [Foreign],
    /// The files of the content folder: paths below it, and bytes.
    pub content: &'a [(String, Vec<u8>)],
    /// The one guide that all records go to: its folder, and its département.
    pub into: Option<(&'a str, &'static Departement)>,
    /// The day.
    pub today: Date,
    /// Whether events that are over are wanted too.
    pub past: bool,
    /// What the staff say of the columns of the tables; they are guessed without it.
    pub correspondance: Option<&'a Correspondance>,
    /// What sources said last time: paths below the folder of sources, and bytes.
    pub sources: &'a [(String, Vec<u8>)],
    /// The name of the source, when that of the file does not say it.
    pub source: Option<&'a str>,
    /// What the person decided about conflicts and vanished records.
    pub decisions: Decisions<'a>,
}

/// What is to be written, and what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Files to be written.
    pub outputs: Vec<Output>,
    /// Files of what sources said, to be written below the folder of sources once all others are.
    pub sources: Vec<Output>,
    /// What became of every row and cell.
    pub report: Report,
    /// Decisions that nothing here asks for: with one of them, nothing is to be written.
    pub unanswered: Vec<Diagnostic>,
}

/// The département that a content folder's guide is of; nothing when the guide has no settings.
pub fn departement_of(folder: &str, content: &[(String, Vec<u8>)]) -> Option<&'static Departement> {
    let guides = known::guides(content);
    guides.iter().find(|guide| guide.folder == folder).and_then(|guide| guide.departement)
}

/// The folder of the guide of a département, when there is one.
pub fn guide_of(departement: &Departement, content: &[(String, Vec<u8>)]) -> Option<String> {
    let guides = known::guides(content);
    let same =
        |guide: &known::Guide| guide.departement.is_some_and(|own| own.code == departement.code);
    guides.into_iter().find(same).map(|guide| guide.folder)
}

/// Reads files of the national schema and of events into records; without `into`, each goes to its
/// département's guide.
pub fn import(order: &Order<'_>) -> Imported {
    import_watched(order, &|_| ())
}

/// The same, told to who watches: how many files are done.
pub fn import_watched(order: &Order<'_>, tell: &dyn Fn(usize)) -> Imported {
    let bases = Bases::over(order.sources);
    let mut settling = Settling::over(known::guides(order.content), bases, Decided::by(order));
    let mut rows_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut report = Report { date: order.today.to_string(), ..Report::default() };
    let mut own = Vec::new();
    for (done, file) in order.files.iter().enumerate() {
        tell(done);
        match feuilles::lire(file) {
            Some(Ok(sheets)) => own.extend(sheets),
            Some(Err(fault)) => {
                let (name, fault) = (file.name.clone(), Some(fault));
                report.files.push(FileReport { name, fault, ..FileReport::default() });
            }
            None => report.files.push(rows::file(file, order, &mut settling, &mut rows_of)),
        }
    }
    report.files.extend(feuilles::reprendre(&own, order, &mut settling, &mut rows_of));
    report.guides = rows_of
        .into_iter()
        .filter_map(|(guide, records)| {
            let departement = settling.departement(guide)?.code;
            let folder = settling.folder(guide).to_owned();
            Some(GuideReport { folder, departement, made: false, records })
        })
        .collect();
    report.guides.sort_by(|a, b| a.folder.cmp(&b.folder));
    let made = settling.made();
    for guide in &mut report.guides {
        guide.made = made.contains(&guide.folder);
    }
    report.vanished = settling.vanished(order.today);
    report.failures = settling.unread();
    let unanswered = settling.unanswered();
    let (outputs, sources) = settling.finish();
    Imported { outputs, sources, report, unanswered }
}
