//! Full build, unchanged rebuild, one edit, check and import, each beside `cp -r` of the same output in the same run; how
//! costs grow from one size to the next.
//!
//! `cargo bench --bench build -- [--runs N] [PLACES…]` (300 and 3,000 places by default, five runs of each step, whose
//! medians are printed); `--keep DIR PLACES` writes the corpus there and stops. Paper has its own (`--bench print`).
//! `HUGO=… ZOLA=…` before it name the programs of other generators, which then make a site of the same places.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used
)]

mod corpus;
mod cost;
mod others;

use std::path::{Path, PathBuf};
use std::process::Command;

use cost::{Cost, timed};
use others::Other;

/// Places of a guide, as many as a département has in the whole country (20,000 places, 101 guides).
const PLACES_OF_A_GUIDE: usize = 200;

/// The guide whose record is edited: the first one.
const EDITED: &str = "content/01-ain/acteurs";

const TODAY: &str = "2026-11-23";

/// Runs of each step, where nobody says.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [keep, folder, places] = arguments.as_slice()
        && keep == "--keep"
    {
        let places = places.parse().unwrap();
        corpus::write(Path::new(folder), places, &departements(places)).unwrap();
        return;
    }
    let (runs, sizes) = match arguments.as_slice() {
        [flag, runs, sizes @ ..] if flag == "--runs" => (runs.parse().unwrap(), sizes),
        sizes => (RUNS, sizes),
    };
    let sizes: Vec<usize> = sizes.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![300, 3000] } else { sizes };
    println!("| places | étape | s | s CPU | dont système | Mio | ms CPU par page | × `cp -r` |");
    println!("|---|---|---|---|---|---|---|---|");
    // Folders go at the very end: a disk that has just deleted creates slowly.
    let measured: Vec<Measured> = sizes.into_iter().map(|places| measure(places, runs)).collect();
    print_growth(&measured);
    for one in measured {
        std::fs::remove_dir_all(one.folder).unwrap();
    }
}

/// As many départements as the places need; all 101 from 20,001 places on. The collectivities come after them.
fn departements(places: usize) -> Vec<&'static str> {
    let all = jalon::territory::departements().iter().map(|one| one.code).take(101);
    all.take(places.div_ceil(PLACES_OF_A_GUIDE)).collect()
}

/// What one size cost.
struct Measured {
    folder: PathBuf,
    places: usize,
    /// Each step with its runs.
    steps: Vec<(&'static str, Vec<Cost>)>,
}

fn measure(places: usize, runs: usize) -> Measured {
    let folder = std::env::temp_dir().join(format!("jalon-bench-{}-{places}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    corpus::write(&folder, places, &departements(places)).unwrap();
    // What `init` leaves: where it is, a build remembers what it made.
    std::fs::create_dir(folder.join(".jalon")).unwrap();
    let national = folder.join("national.csv");
    corpus::national(&national, places).unwrap();
    let warm = folder.join("chauffe");
    build(&folder, &warm);
    let pages = pages_below(&warm);
    let mut steps: Vec<(&'static str, Vec<Cost>)> = STEPS.map(|name| (name, Vec::new())).into();
    for run in 0..runs {
        // Each run writes into its own new folder: deleting a tree just before would slow the next one.
        let output = folder.join(format!("sortie-{run}"));
        let full = build(&folder, &output);
        let mut copy = Command::new("cp");
        copy.arg("-r").arg(&output).arg(folder.join(format!("copie-{run}")));
        let copy = timed(&mut copy);
        let same = build(&folder, &output);
        edit_one(&folder, run);
        let edited = build(&folder, &output);
        let checked = timed(jalon(&folder).args(["check", "--quiet", "--today", TODAY]));
        let into = folder.join(format!("import-{run}"));
        std::fs::create_dir_all(&into).unwrap();
        let imported = timed(jalon(&into).arg("import").arg(&national));
        let costs = [copy, full, same, edited, checked, imported];
        steps.iter_mut().zip(costs).for_each(|((_, all), cost)| all.push(cost));
    }
    for (name, costs) in &steps {
        print_row(places, name, costs, &steps[0].1, pages);
    }
    beside(&folder, places, runs);
    Measured { folder, places, steps }
}

/// What the programs that were given make of the same places, and the pages of jalon without files to take along.
fn beside(folder: &Path, places: usize, runs: usize) {
    let others = others::of(folder);
    if others.is_empty() {
        return;
    }
    let mut pages_alone = jalon(folder);
    let output = folder.join("pages");
    let words = ["build", "--quiet", "--sans-imprimes", "--sans-hors-ligne", "--tout-refaire"];
    pages_alone.args(words).args(["--today", TODAY, "--output"]).arg(&output);
    let own = Other { name: "jalon, sans fichiers à emporter", command: pages_alone, output };
    for mut one in others.into_iter().chain([own]) {
        let (mut costs, mut copies) = (Vec::new(), Vec::new());
        for run in 0..runs {
            costs.push(timed(&mut one.command));
            let mut copy = Command::new("cp");
            copy.arg("-r").arg(&one.output).arg(folder.join(format!("copie-{}-{run}", one.name)));
            copies.push(timed(&mut copy));
            // Moved aside, not deleted: the next run makes all of it again.
            std::fs::rename(&one.output, folder.join(format!("fait-{}-{run}", one.name))).unwrap();
        }
        let made = pages_below(&folder.join(format!("fait-{}-0", one.name)));
        print_row(places, &format!("{} ({made} pages)", one.name), &costs, &copies, made);
    }
}

/// What is measured in each run, in order; the first is the reference.
const STEPS: [&str; 6] = [
    "`cp -r` de la sortie",
    "construction complète",
    "rien n’a changé",
    "une fiche changée",
    "vérification seule",
    "import du fichier national",
];

/// The pages below a folder.
fn pages_below(folder: &Path) -> usize {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "html")).count()
}

/// How the processor's time grows with the places, from each size to the next: 1 is as many times the cost as places.
fn print_growth(measured: &[Measured]) {
    for pair in measured.windows(2) {
        let [small, large] = pair else { continue };
        let times = (large.places as f64 / small.places as f64).ln();
        for ((name, before), (_, after)) in small.steps.iter().zip(&large.steps) {
            let cpu = |costs: &[Cost]| median(costs.iter().map(|cost| cost.cpu()));
            let exponent = (cpu(after) / cpu(before).max(0.01)).ln() / times;
            println!("{} → {} places, {name} : exposant {exponent:.2}", small.places, large.places);
        }
    }
}

/// Changes the name of the first place of a guide.
fn edit_one(folder: &Path, run: usize) {
    let acteurs = folder.join(EDITED);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(acteurs).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let text = std::fs::read_to_string(&paths[0]).unwrap();
    std::fs::write(&paths[0], text.replacen("nom: ", &format!("nom: Changé {run} "), 1)).unwrap();
}

/// Builds without paper, which has its own measure; files to take along are made, but for the archive that large guides lack.
fn build(folder: &Path, output: &Path) -> Cost {
    let words = ["build", "--quiet", "--sans-imprimes", "--today", TODAY, "--output"];
    timed(jalon(folder).args(words).arg(output))
}

fn jalon(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.current_dir(folder);
    command
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Medians of each figure; the ratio is the median of the ratios within each run.
fn print_row(places: usize, step: &str, costs: &[Cost], reference: &[Cost], pages: usize) {
    let of = |figure: fn(&Cost) -> f64| median(costs.iter().map(figure));
    let (wall, cpu, peak) = (of(|cost| cost.wall), of(|cost| cost.cpu()), of(|cost| cost.peak));
    let ratios = costs.iter().zip(reference).map(|(cost, copy)| cost.wall / copy.wall.max(0.01));
    println!(
        "| {places} | {step} | {wall:.2} | {cpu:.2} | {:.2} | {peak:.0} | {:.2} | {:.2} |",
        of(|cost| cost.system),
        cpu * 1000.0 / pages as f64,
        median(ratios)
    );
}
