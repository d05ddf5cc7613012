//! Full build, unchanged rebuild and one edit, each beside `cp -r` of the same output in the same run.
//!
//! `cargo bench --bench build -- [PLACES…]` (300 and 3,000 by default); `--keep DIR` writes the corpus there and stops.
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

/// The départements the places are spread over: Nouvelle-Aquitaine.
const DEPARTEMENTS: [&str; 12] =
    ["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"];

/// Runs of each step; the median is printed.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [keep, folder, places] = arguments.as_slice()
        && keep == "--keep"
    {
        corpus::write(Path::new(folder), places.parse().unwrap(), &DEPARTEMENTS).unwrap();
        return;
    }
    let sizes: Vec<usize> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![300, 3000] } else { sizes };
    println!("| places | étape | s | s CPU | Mio | × `cp -r` |");
    println!("|---|---|---|---|---|---|");
    // Folders go at the very end: a disk that has just deleted creates slowly.
    let folders: Vec<PathBuf> = sizes.into_iter().map(measure).collect();
    for folder in folders {
        std::fs::remove_dir_all(folder).unwrap();
    }
}

fn measure(places: usize) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("jalon-bench-{}-{places}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    corpus::write(&folder, places, &DEPARTEMENTS).unwrap();
    build(&folder, &folder.join("chauffe"));
    let mut copies = Vec::new();
    let mut fresh = Vec::new();
    let mut same = Vec::new();
    let mut edited = Vec::new();
    for run in 0..RUNS {
        // Each run writes into its own new folder: deleting a tree just before would slow the next one.
        let output = folder.join(format!("sortie-{run}"));
        fresh.push(build(&folder, &output));
        copies.push(timed(
            Command::new("cp").arg("-r").arg(&output).arg(folder.join(format!("copie-{run}"))),
        ));
        same.push(build(&folder, &output));
        edit_one(&folder, run);
        edited.push(build(&folder, &output));
    }
    print_row(places, "`cp -r` de la sortie", &copies, &copies);
    print_row(places, "construction complète", &fresh, &copies);
    print_row(places, "rien n’a changé", &same, &copies);
    print_row(places, "une fiche changée", &edited, &copies);
    folder
}

/// Changes the name of the first place of a guide.
fn edit_one(folder: &Path, run: usize) {
    let acteurs = folder.join("content/86-vienne/acteurs");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(acteurs).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let text = std::fs::read_to_string(&paths[0]).unwrap();
    std::fs::write(&paths[0], text.replacen("nom: ", &format!("nom: Changé {run} "), 1)).unwrap();
}

fn build(folder: &Path, output: &Path) -> Cost {
    let mut jalon = Command::new(env!("CARGO_BIN_EXE_jalon"));
    jalon
        .current_dir(folder)
        .args(["build", "--quiet", "--today", "2026-11-23", "--output"])
        .arg(output);
    timed(&mut jalon)
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Medians of each figure; the ratio is the median of the ratios within each run.
fn print_row(places: usize, step: &str, costs: &[Cost], reference: &[Cost]) {
    let wall = median(costs.iter().map(|cost| cost.wall));
    let cpu = median(costs.iter().map(|cost| cost.cpu));
    let peak = median(costs.iter().map(|cost| cost.peak));
    let ratios = costs.iter().zip(reference).map(|(cost, copy)| cost.wall / copy.wall.max(0.01));
    println!("| {places} | {step} | {wall:.2} | {cpu:.2} | {peak:.0} | {:.2} |", median(ratios));
}
