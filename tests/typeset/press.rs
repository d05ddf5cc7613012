//! Small themes, set.

use std::sync::{Arc, LazyLock};

use jalon::calendar::{Date, parse_date};
use jalon::diagnostic::{Diagnostic, Format, Source, report};
use jalon::typeset::{Files, Job, Press, Printed, Stamp};

/// One press for all tests, as a build has one: they run beside one another.
pub static PRESS: LazyLock<Press> = LazyLock::new(Press::new);

pub const STAMP: Stamp = Stamp([0x5a; 16]);

/// What every theme of the tests begins with.
pub const START: &str = "#let d = json(\"/donnees.json\")\n#set document(title: d.titre)\n\
    #set text(font: \"Atkinson Hyperlegible Next\", size: 12pt, lang: \"fr\", hyphenate: false)\n";

pub fn day() -> Date {
    parse_date("2026-11-26").unwrap()
}

/// Files of a guide's own theme, by their names below it.
pub fn files(texts: &[(&str, &str)]) -> Files {
    let file = |(name, text): &(&str, &str)| {
        let path = format!("themes/86-vienne/{name}");
        ((*name).to_owned(), Arc::new(Source { path, text: (*text).to_owned() }))
    };
    texts.iter().map(file).collect()
}

pub fn job<'a>(files: &'a Files, data: &'a str) -> Job<'a> {
    Job {
        files,
        main: "print/essai.typ",
        data,
        pages: None,
        day: day(),
        tagged: true,
        stamp: STAMP,
    }
}

/// Sets a theme of one file.
pub fn set(theme: &str, data: &str) -> Result<Printed, Vec<Diagnostic>> {
    let files = files(&[("print/essai.typ", theme)]);
    PRESS.set(&job(&files, data))
}

/// Sets a theme that begins as all do.
pub fn page(body: &str, data: &str) -> Printed {
    set(&format!("{START}{body}"), data).unwrap_or_else(|said| panic!("{}", told(&said)))
}

/// What its author reads.
pub fn told(said: &[Diagnostic]) -> String {
    report(said, Format::Text { colour: false })
}
