//! Files with a fault, set on purpose: a judge that cannot fail is none.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use jalon::calendar::parse_date;
use jalon::diagnostic::{Format, Source, report};
use jalon::typeset::{Files, Job, Press, Stamp};

use crate::scene::folder;
use crate::support::TODAY;

static PRESS: LazyLock<Press> = LazyLock::new(Press::new);

/// A file set by the press from a theme that holds a fault; each has its own folder, named after its words.
pub fn plant(body: &str) -> PathBuf {
    let theme = format!(
        "#set document(title: \"Faute\")\n#set text(font: \"Atkinson Hyperlegible Next\", size: 12pt, lang: \"fr\")\n{body}"
    );
    let source = Source { path: "themes/86-vienne/print/faute.typ".into(), text: theme };
    let files: Files = [("print/faute.typ".to_owned(), Arc::new(source))].into_iter().collect();
    let day = parse_date(TODAY).unwrap();
    let stamp = Stamp::of([body.as_bytes()]);
    let job = Job {
        files: &files,
        main: "print/faute.typ",
        data: "{}",
        pages: None,
        day,
        tagged: true,
        stamp,
    };
    let printed = PRESS
        .set(&job)
        .unwrap_or_else(|said| panic!("{}", report(&said, Format::Text { colour: false })));
    let nom: String = stamp.0.iter().map(|byte| format!("{byte:02x}")).collect();
    let path = folder(&format!("faute-{nom}")).join("faute.pdf");
    std::fs::write(&path, printed.bytes).unwrap();
    path
}
