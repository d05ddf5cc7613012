//! The wrong folder: inside a guide, where `content` is missing because it stands above, no command does anything.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::diagnostic::Diagnostic;

/// What is wrong with the folder where a command is run, if it is; nobody who named the folder of records is astray.
pub(super) fn astray(command: &str, matches: &ArgMatches, here: &Path) -> Option<Diagnostic> {
    if command == "init" {
        return begun_inside(Path::new(matches.get_one::<String>("folder")?), here);
    }
    let unsaid = matches.value_source("content") == Some(ValueSource::DefaultValue);
    if !unsaid || here.join("content").is_dir() || needs_none(command, matches) {
        return None;
    }
    above(here).map(|above| wrong(&way(here, above)))
}

/// Whether a command finds its records elsewhere than in `content`, or reads none.
fn needs_none(command: &str, matches: &ArgMatches) -> bool {
    match command {
        // `--into ../86-vienne` says where `content` is.
        "import" => matches
            .get_one::<String>("into")
            .is_some_and(|into| Path::new(into).components().count() > 1),
        // `schema acteur` is for the screen.
        "schema" => matches.contains_id("kind"),
        _ => false,
    }
}

/// The nearest folder above whose `content` holds a guide.
pub(super) fn above(folder: &Path) -> Option<&Path> {
    folder.ancestors().skip(1).find(|above| holds_a_guide(&above.join("content")))
}

fn holds_a_guide(content: &Path) -> bool {
    let mut folders = std::fs::read_dir(content).into_iter().flatten().flatten();
    folders.any(|folder| folder.path().join("guide.yaml").is_file())
}

/// « ../.. », from a folder to one above it.
pub(super) fn way(folder: &Path, above: &Path) -> String {
    let ups: Vec<&str> = folder.ancestors().take_while(|one| *one != above).map(|_| "..").collect();
    ups.join("/")
}

fn wrong(way: &str) -> Diagnostic {
    Diagnostic::about_file(
        "mauvais-dossier",
        "content",
        "Il n’y a pas de dossier « content » ici : vous êtes à l’intérieur d’un guide.",
        format!(
            "Les commandes se tapent dans le dossier qui contient « content » : tapez « cd {way} », puis recommencez."
        ),
    )
}

/// A guide that would be begun among the records of another, where nothing reads it.
fn begun_inside(folder: &Path, here: &Path) -> Option<Diagnostic> {
    let place = real(&here.join(folder))?;
    let outer = above(&place)?;
    if !place.starts_with(outer.join("content")) {
        return None;
    }
    if folder == Path::new(".") {
        return Some(wrong(&way(&place, outer)));
    }
    Some(Diagnostic::about_file(
        "mauvais-dossier",
        folder.to_string_lossy().replace('\\', "/"),
        "Ce dossier est à l’intérieur d’un guide : un autre guide n’y serait pas lu.",
        "Choisissez un dossier hors de « content ».",
    ))
}

/// The real place of a folder, or of the nearest one above that is there.
fn real(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find_map(|one| std::fs::canonicalize(one).ok())
}
