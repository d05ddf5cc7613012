//! What each source said at its last import, kept in `.jalon/sources`, and what the person decides about it.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::option;
use crate::build::editions::kept;
use crate::diagnostic::Diagnostic;
use crate::intake::{Decisions, Output};
use crate::{publish, source};

/// The folder in `.jalon`.
const SOURCES: &str = "sources";

/// What the command line says of the source and of conflicts.
#[derive(Debug)]
pub(super) struct Asked {
    /// The name of the source.
    pub source: Option<String>,
    garder: Vec<String>,
    prendre: Vec<String>,
    fermer: Vec<String>,
}

/// The options of `import` about sources.
pub(super) fn options(command: Command) -> Command {
    let decision = |name: &'static str, help: &'static str| -> Arg {
        option(name, "FICHE").action(ArgAction::Append).help(help)
    };
    command
        .arg(option("source", "NOM").help(
            "Nom de la source, le même à chaque nouvelle version (celui du fichier, sans ses dates, si rien n’est dit)",
        ))
        .arg(decision("garder", "Garde la valeur de la fiche : une fiche, fiche:clé, ou tout"))
        .arg(decision("prendre", "Prend la valeur du fichier : une fiche, fiche:clé, ou tout"))
        .arg(decision("fermer", "Écrit « termine » dans une fiche disparue du fichier, ou dans tout"))
}

impl Asked {
    /// What was asked.
    pub fn of(matches: &ArgMatches) -> Self {
        let all =
            |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
        Self {
            source: matches.get_one::<String>("source").cloned(),
            garder: all("garder"),
            prendre: all("prendre"),
            fermer: all("fermer"),
        }
    }

    /// The decisions about conflicts and vanished records.
    pub fn decisions(&self) -> Decisions<'_> {
        Decisions { garder: &self.garder, prendre: &self.prendre, fermer: &self.fermer }
    }
}

fn folder(content: &Path) -> PathBuf {
    kept(content).join(SOURCES)
}

/// What is kept of sources: paths below the folder, and bytes; what cannot be read holds nothing readable.
pub(super) fn read(content: &Path) -> Vec<(String, Vec<u8>)> {
    let folder = folder(content);
    if !folder.is_dir() {
        return Vec::new();
    }
    let files = source::walk(&folder, "").files.into_iter();
    files
        .map(|entry| {
            let bytes = source::read_file(&entry.path, &entry.shown).unwrap_or_default();
            (entry.relative, bytes)
        })
        .collect()
}

/// Writes what sources said, once every record is written.
pub(super) fn write(content: &Path, outputs: &[Output]) -> Vec<Diagnostic> {
    let folder = folder(content);
    let written = outputs.iter().map(|output| {
        let path = folder.join(&output.path);
        match &output.before {
            None => publish::write_new(&path, &output.bytes),
            Some(before) => publish::edit(&path, before, &output.bytes),
        }
    });
    written.filter_map(Result::err).collect()
}
