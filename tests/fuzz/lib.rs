//! What the searches share: the judges of the tests, a folder of their own, imports judged as a whole.

#[path = "../hostile/guide.rs"]
pub mod guide;
#[path = "../hostile/imports.rs"]
pub mod imports;
#[path = "../hostile/judge/mod.rs"]
pub mod judge;
#[path = "../hostile/records.rs"]
pub mod records;

use std::path::Path;
use std::sync::OnceLock;

use jalon::diagnostic::{Diagnostic, Format, Subject, report};

/// A text of any bytes.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder that goes away with the process.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    FOLDER.get_or_init(|| tempfile::tempdir().unwrap()).path()
}

/// These files of Vienne as those of Paris: a guide of one commune is made many times as fast as one of 265.
pub fn of_one_commune(files: Vec<guide::File>) -> Vec<guide::File> {
    let moved = |text: String| {
        text.replace("86-vienne", "75-paris").replace("Poitiers", "Paris").replace("\"86\"", "\"75\"")
    };
    files.into_iter().map(|(path, text)| (moved(path), moved(text))).collect()
}

/// Every message is whole, stands inside its file, and sends no order to a terminal.
pub fn messages(said: &[Diagnostic]) {
    for one in said {
        assert!(!one.message.is_empty() && !one.remedy.is_empty(), "{one:?}");
        if let Subject::Written(place) = &one.subject {
            assert!(place.source.text.get(place.span.clone()).is_some(), "{one:?}");
        }
    }
    let shown = report(&said[..said.len().min(20)], Format::Text { colour: false });
    let order = |c: char| c.is_control() && !"\n\t\r".contains(c);
    assert!(!shown.contains(order), "{shown:?}");
}

/// Nothing that a text did to the sheets it is in.
pub fn published(sheets: &guide::Sheets) {
    let found = judge::all(sheets);
    assert!(found.is_empty(), "{found:#?}");
}

/// Imports a file: what comes of it lies in the folder, and reads back without an error.
pub fn imported(name: &str, bytes: &[u8]) {
    let found = imports::faults(name, bytes);
    assert!(found.is_empty(), "{found:#?}");
}
