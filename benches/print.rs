//! What paper costs: a guide of 300 or 3,000 places, the extracts of its communes, and a build where nothing changed;
//! beside WeasyPrint on the same text, where `python3` can install it.
//!
//! `cargo bench --bench print -- [PLACES…]` (300 by default; WeasyPrint needs ten minutes and 4 GiB for 3,000).
//! Seconds are those of the processor, children included; one run of each, whose ratios are of that run.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used
)]

mod corpus;
mod cost;

use std::path::{Path, PathBuf};
use std::process::Command;

use cost::{Cost, timed};

/// The guide that is printed: 265 communes.
const DEPARTEMENT: &str = "86";
const GUIDE: &str = "86-vienne";
const TODAY: &str = "2026-11-26";

/// What writes the same text as a page of HTML and prints it.
const OTHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/beside.py");

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![300] } else { sizes };
    let python = weasyprint();
    println!("| places | ce qui est fait | fichiers | s CPU | Mio | octets | × guide A4 |");
    println!("|---|---|---|---|---|---|---|");
    for places in sizes {
        measure(places, python.as_deref());
    }
}

/// One row: what was made, and what it cost beside the whole guide.
fn row(places: usize, what: &str, files: usize, cost: Cost, bytes: u64, reference: Cost) {
    let ratio = cost.cpu() / reference.cpu().max(0.01);
    println!(
        "| {places} | {what} | {files} | {:.2} | {:.0} | {bytes} | {ratio:.2} |",
        cost.cpu(),
        cost.peak
    );
}

fn measure(places: usize, python: Option<&Path>) {
    let folder = std::env::temp_dir().join(format!("jalon-bench-{}-{places}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    corpus::write(&folder, places, &[DEPARTEMENT]).unwrap();
    let whole = jalon(&folder, &["print", "guide"]);
    let printed = folder.join("rapports").join(GUIDE).join("guide.pdf");
    row(places, "guide A4", 1, whole, size(&printed), whole);
    let (count, cost, bytes) = extracts(&folder);
    row(places, "un extrait par commune", count, cost, bytes, whole);
    let (count, first, bytes, again) = everything(&folder);
    row(places, "tous les imprimés", count, first, bytes, whole);
    row(places, "les mêmes, rien n’a changé", count, again, bytes, whole);
    if let Some(python) = python {
        jalon(&folder, &["print", "guide", "--donnees"]);
        let other = folder.join("weasyprint.pdf");
        let mut command = Command::new(python);
        command.arg(OTHER).arg(printed.with_extension("json")).arg(&other);
        let cost = timed(&mut command);
        row(places, "WeasyPrint, le même texte", 1, cost, size(&other), whole);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// The sheets of communes alone: their number, what they cost above a build without paper, their bytes.
fn extracts(folder: &Path) -> (usize, Cost, u64) {
    let settings = folder.join("content").join(GUIDE).join("guide.yaml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("{text}produits: [commune]\n")).unwrap();
    let bare = build(folder, "sans", &["--sans-imprimes"]);
    let made = build(folder, "extraits", &[]);
    std::fs::write(&settings, text).unwrap();
    let (count, bytes) = pdfs(&folder.join("extraits"));
    (count, above(made, bare), bytes)
}

/// Every product of a build: their number, what they cost above a build without paper, their bytes; then the same where
/// nothing changed.
fn everything(folder: &Path) -> (usize, Cost, u64, Cost) {
    let bare = build(folder, "sans", &["--sans-imprimes"]);
    let first = build(folder, "tout", &[]);
    let again = build(folder, "tout", &[]);
    let (count, bytes) = pdfs(&folder.join("tout"));
    (count, above(first, bare), bytes, above(again, bare))
}

/// Time above that of a build; the peak is its own.
fn above(cost: Cost, bare: Cost) -> Cost {
    Cost {
        wall: cost.wall - bare.wall,
        user: cost.user - bare.user,
        system: cost.system - bare.system,
        peak: cost.peak,
    }
}

fn build(folder: &Path, output: &str, more: &[&str]) -> Cost {
    let to = folder.join(output);
    let to = to.to_str().unwrap();
    jalon(folder, &[&["build", "--quiet", "--output", to], more].concat())
}

fn jalon(folder: &Path, words: &[&str]) -> Cost {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.current_dir(folder).args(words).args(["--today", TODAY]);
    timed(&mut command)
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).unwrap().len()
}

/// How many files to print a published folder has, and their bytes.
fn pdfs(folder: &Path) -> (usize, u64) {
    let sheets = folder.join(GUIDE).join("imprimer");
    let all = std::fs::read_dir(sheets).unwrap().map(|entry| entry.unwrap().path());
    let of: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    (of.len(), of.iter().map(|path| size(path)).sum())
}

/// A Python that has WeasyPrint, installed once beside the program; nothing where it cannot be had.
fn weasyprint() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/weasyprint");
    let python = folder.join("bin/python");
    if !python.exists() {
        Command::new("python3").args(["-m", "venv"]).arg(&folder).status().ok()?;
        let asked = ["-m", "pip", "install", "--quiet", "weasyprint==70.0"];
        Command::new(&python).args(asked).status().ok()?;
    }
    let there = Command::new(&python).args(["-c", "import weasyprint"]).status().ok()?;
    there.success().then_some(python)
}
