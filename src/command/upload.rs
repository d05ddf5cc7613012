//! `jalon upload`, or `envoi`: what to send to a host reached by FTP and what to delete there. jalon sends nothing.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{self, frame, option};
use super::said::{Voice, counted};
use super::{GOOD, MISTAKES, reports};
use crate::address::Address;
use crate::build::editions;
use crate::diagnostic::Diagnostic;
use crate::edition::hebergeur::serveurs;
use crate::publish::{self, Destination, Sending, Staging};
use crate::text::decimal;

/// Its folder among the reports.
const FOLDER: &str = "envoi";
/// What was last sent, among what jalon keeps.
const KEPT: &str = "envoi.txt";

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("upload").alias("envoi"))
        .about("Dit quels fichiers envoyer et effacer chez votre hébergeur (alias : envoi)")
        .arg(arguments::output("Dossier publié (output si rien n’est dit)"))
        .arg(
            option("content", "DOSSIER")
                .default_value("content")
                .help("Dossier des fiches (content si rien n’est dit) ; les listes vont à côté, dans rapports/envoi"),
        )
        .arg(
            Arg::new("copie")
                .long("copie")
                .action(ArgAction::SetTrue)
                .help("Copie aussi les fichiers à envoyer dans rapports/envoi/fichiers, à glisser d’un coup"),
        )
        .arg(
            Arg::new("fait")
                .long("fait")
                .action(ArgAction::SetTrue)
                .conflicts_with("copie")
                .help("Note que tout est envoyé : la prochaine liste partira de là"),
        )
        .after_help("\njalon n’envoie rien. Quand c’est fait, tapez : jalon envoi --fait")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let content = arguments::path(matches, "content");
    let output = arguments::path(matches, "output");
    let kept = editions::kept(&content).join(KEPT);
    let voice = Voice { json: false, quiet: false };
    let done = match matches.get_flag("fait") {
        true => publish::sent(&output, &kept)
            .map(|count| format!("C’est noté : {} chez l’hébergeur.\n", counted(count, "fichier"))),
        false => lists(&content, &output, &kept, matches.get_flag("copie")),
    };
    match done {
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

/// Writes the lists; returns what is to be said.
fn lists(content: &Path, output: &Path, kept: &Path, copied: bool) -> Result<String, Diagnostic> {
    let found = publish::sending(output, kept)?;
    let folder = reports(content).join(FOLDER);
    let published = publish::addresses(output)?;
    let files = [
        ("a-envoyer.txt", text(&found.send)),
        ("a-effacer.txt", text(&found.delete)),
        ("nginx.conf", serveurs::nginx(&published).into_bytes()),
        ("web.config", serveurs::iis(&published).into_bytes()),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes));
    publish::write_beside(&folder, &files, output)?;
    if copied {
        copy(&found, output, &folder.join("fichiers"))?;
    }
    Ok(said(&found, &folder, copied))
}

/// A path a line, as programs of transfer read them.
fn text(addresses: &[Address]) -> Vec<u8> {
    addresses.iter().map(|address| format!("{address}\n")).collect::<String>().into_bytes()
}

/// The files to send alone, in their folders: what a program of transfer takes at one go.
fn copy(found: &Sending, output: &Path, to: &Path) -> Result<(), Diagnostic> {
    let staging = Staging::begin(&Destination {
        output: to,
        sources: &[output],
        grounds: &[],
        in_place: false,
    })?;
    for address in &found.send {
        match publish::at(output, address) {
            Some(bytes) => staging.put(address, &bytes)?,
            None => return Err(gone(&output.join(address.as_str()))),
        }
    }
    staging.publish().map(|_| ())
}

fn gone(path: &Path) -> Diagnostic {
    Diagnostic::about_file(
        "fichier-publie-absent",
        path.display().to_string(),
        "Ce fichier publié a disparu du dossier.",
        "Relancez « jalon build », puis cette commande.",
    )
}

fn said(found: &Sending, folder: &Path, copied: bool) -> String {
    let shown = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    let mut text = String::new();
    if found.first {
        text += "Premier envoi : rien n’a encore été noté comme envoyé.\n";
    }
    if found.send.is_empty() && found.delete.is_empty() {
        return text + "Rien à envoyer : l’hébergeur a déjà tout.\n";
    }
    text += &format!(
        "{} à envoyer ({} Mo), {} à effacer, {} déjà là.\n",
        counted(found.send.len(), "fichier"),
        decimal(found.bytes as f64 / 1e6, 2),
        found.delete.len(),
        found.same
    );
    text += &format!(
        "  {}\n  {}\n",
        shown(folder.join("a-envoyer.txt")),
        shown(folder.join("a-effacer.txt"))
    );
    if copied {
        text += &format!(
            "  {}, à glisser d’un coup dans votre logiciel de transfert\n",
            shown(folder.join("fichiers"))
        );
    }
    text + "Envoyez d’abord, effacez ensuite. Quand c’est fait : jalon envoi --fait\n"
}
