//! What paper costs: a guide of 300 or 3,000 places, the extracts of its communes, and a build where nothing changed; each
//! beside `cp -r` of what it printed, and WeasyPrint on the same text, where `python3` can install it.
//!
//! `cargo bench --bench print -- [--seul] [PLACES…]` (300 by default). `--seul` leaves WeasyPrint out, which needs ten minutes
//! and 4 GiB for 3,000. Seconds of the processor count children; one run of each, whose ratios are of that run.
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
    let words: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![300] } else { sizes };
    let python = if words.iter().any(|word| word == "--seul") { None } else { weasyprint() };
    println!(
        "| places | ce qui est fait | fichiers | s | s CPU | dont système | Mio | octets | ms CPU par fichier | × guide A4 | × `cp -r` |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let measured: Vec<(usize, Vec<Printed>)> =
        sizes.into_iter().map(|places| (places, measure(places, python.as_deref()))).collect();
    print_growth(&measured);
}

/// Sheets that were printed, and what that cost.
struct Printed {
    what: &'static str,
    files: usize,
    bytes: u64,
    cost: Cost,
    /// What `cp -r` of these sheets costs.
    copy: Cost,
}

impl Printed {
    /// The sheets of a folder.
    fn of(what: &'static str, folder: &Path, cost: Cost) -> Self {
        let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let sheets: Vec<PathBuf> =
            all.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
        let bytes = sheets.iter().map(|path| std::fs::metadata(path).unwrap().len()).sum();
        let mut copy = Command::new("cp");
        copy.arg("-r").arg(folder).arg(folder.with_extension("copie"));
        let copy = timed(&mut copy);
        std::fs::remove_dir_all(folder.with_extension("copie")).unwrap();
        Self { what, files: sheets.len(), bytes, cost, copy }
    }

    /// One row, beside the whole guide and beside a copy.
    fn print(&self, places: usize, guide: Cost) {
        let cpu = self.cost.cpu();
        println!(
            "| {places} | {} | {} | {:.2} | {cpu:.2} | {:.2} | {:.0} | {} | {:.1} | {:.2} | {:.1} |",
            self.what,
            self.files,
            self.cost.wall,
            self.cost.system,
            self.cost.peak,
            self.bytes,
            cpu * 1000.0 / self.files as f64,
            cpu / guide.cpu().max(0.01),
            self.cost.wall / self.copy.wall.max(0.01),
        );
    }
}

fn measure(places: usize, python: Option<&Path>) -> Vec<Printed> {
    let folder = std::env::temp_dir().join(format!("jalon-bench-{}-{places}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    corpus::write(&folder, places, &[DEPARTEMENT]).unwrap();
    let reports = folder.join("rapports").join(GUIDE);
    let guide = jalon(&folder, &["print", "guide"]);
    let mut rows = vec![Printed::of("guide A4", &reports, guide), extracts(&folder)];
    rows.extend(everything(&folder));
    if let Some(python) = python {
        jalon(&folder, &["print", "guide", "--donnees"]);
        let other = folder.join("weasyprint");
        std::fs::create_dir(&other).unwrap();
        let mut command = Command::new(python);
        command.arg(OTHER).arg(reports.join("guide.json")).arg(other.join("guide.pdf"));
        let cost = timed(&mut command);
        rows.push(Printed::of("WeasyPrint, le même texte", &other, cost));
    }
    rows.iter().for_each(|row| row.print(places, guide));
    std::fs::remove_dir_all(folder).unwrap();
    rows
}

/// How the processor's time grows with the places, from each size to the next: 1 is as many times the cost as places.
fn print_growth(measured: &[(usize, Vec<Printed>)]) {
    for pair in measured.windows(2) {
        let [(small, before), (large, after)] = pair else { continue };
        let times = (*large as f64 / *small as f64).ln();
        for (before, after) in before.iter().zip(after) {
            let grown = after.cost.cpu() / before.cost.cpu().max(0.01);
            println!(
                "{small} → {large} places, {} : exposant {:.2}",
                before.what,
                grown.ln() / times
            );
        }
    }
}

/// The sheets of communes alone, above a build without paper.
fn extracts(folder: &Path) -> Printed {
    let settings = folder.join("content").join(GUIDE).join("guide.yaml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("{text}produits: [commune]\n")).unwrap();
    let bare = build(folder, "sans", &["--sans-imprimes"]);
    let made = build(folder, "extraits", &[]);
    std::fs::write(&settings, text).unwrap();
    Printed::of("un extrait par commune", &sheets(folder, "extraits"), above(made, bare))
}

/// Every product of a build, above a build without paper; then the same where nothing changed.
fn everything(folder: &Path) -> [Printed; 2] {
    let bare = build(folder, "sans", &["--sans-imprimes"]);
    let first = build(folder, "tout", &[]);
    let again = build(folder, "tout", &[]);
    let of = |what, cost| Printed::of(what, &sheets(folder, "tout"), above(cost, bare));
    [of("tous les imprimés", first), of("les mêmes, rien n’a changé", again)]
}

/// Where a published guide has its sheets.
fn sheets(folder: &Path, output: &str) -> PathBuf {
    folder.join(output).join(GUIDE).join("imprimer")
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
