//! `jalon schema`: what an editor needs to propose keys and values and to underline mistakes.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::arguments::{self, content, frame};
use super::said::{Voice, counted, err, out};
use super::{GOOD, MISTAKES, MISUSED};
use crate::diagnostic::Diagnostic;
use crate::intake::starter;
use crate::publish;
use crate::schema::{self, Schema};
use crate::text::nearest;

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("schema").alias("schemas"))
        .about("Règle votre éditeur de texte : clés et valeurs proposées, fautes soulignées (alias : schemas)")
        .arg(
            Arg::new("kind")
                .value_name("SORTE")
                .help_heading("Arguments")
                .help("Affiche un seul schéma, par exemple acteur, sans rien écrire"),
        )
        .arg(content())
        .after_help(
            "\nLes schémas vont dans « .jalon/schemas », à côté des fiches. Les réglages d’éditeur qui manquent sont ajoutés \
             dans « .vscode » et « .editorconfig » ; ceux qui sont là ne sont pas touchés.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let schemas = schema::schemas();
    if let Some(wanted) = matches.get_one::<String>("kind") {
        return show(&schemas, wanted);
    }
    let content = arguments::path(matches, "content");
    let folder = content.parent().map_or_else(PathBuf::new, Path::to_owned);
    let voice = Voice { json: false, quiet: false };
    match write(&folder, &schemas) {
        Ok(text) => {
            voice.result(&text);
            GOOD
        }
        Err(diagnostic) => {
            voice.diagnostics(&[diagnostic]);
            MISTAKES
        }
    }
}

/// One schema on standard output.
fn show(schemas: &[Schema], wanted: &str) -> u8 {
    let names = || schemas.iter().map(|schema| schema.file.trim_end_matches(".json"));
    if let Some(found) =
        schemas.iter().find(|schema| schema.file.trim_end_matches(".json") == wanted)
    {
        out(&found.text);
        return GOOD;
    }
    let remedy = match nearest(wanted, names()) {
        Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
        None => format!("Choisissez : {}.", names().collect::<Vec<_>>().join(", ")),
    };
    err(&format!("erreur: « {wanted} » n’est pas une sorte de fiche.\nà faire: {remedy}\n"));
    MISUSED
}

/// Writes the schemas, and the settings of editors that are not there; returns what is to be said.
fn write(folder: &Path, schemas: &[Schema]) -> Result<String, Diagnostic> {
    for one in schemas {
        publish::replace(&folder.join(schema::FOLDER).join(&one.file), one.text.as_bytes())?;
    }
    let (mut written, mut kept) = (Vec::new(), Vec::new());
    for file in starter::editor() {
        let path = folder.join(&file.path);
        if path.exists() {
            kept.push(file.path);
        } else {
            publish::write_new(&path, file.text.as_bytes())?;
            written.push(file.path);
        }
    }
    let place = folder.join(schema::FOLDER).to_string_lossy().replace('\\', "/");
    let mut text = format!("{} dans {place}.\n", counted(schemas.len(), "schéma"));
    for (files, said) in
        [(&written, "Réglages d’éditeur ajoutés"), (&kept, "Déjà là, laissés tels quels")]
    {
        if !files.is_empty() {
            text += &format!("{said} : {}.\n", files.join(", "));
        }
    }
    Ok(text)
}
