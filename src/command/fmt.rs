//! `jalon fmt`, or `ranger`: the keys of every record in the standard order, comments with their key.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{content, format, frame, path};
use super::edits::Edits;
use super::said::{Voice, counted, understood};
use super::{GOOD, MISTAKES, MISUSED};
use crate::diagnostic::Diagnostic;
use crate::record::{self, Kind};
use crate::source::Entry;
use crate::source::yaml::{self, edit::Refused};

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("fmt").alias("ranger"))
        .about("Range les clés des fiches dans l’ordre du manuel (alias : ranger)")
        .arg(
            Arg::new("files")
                .value_name("FICHIER")
                .num_args(0..)
                .help_heading("Arguments")
                .help("Fichiers à ranger (toutes les fiches si rien n’est dit)"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .alias("verifier")
                .action(ArgAction::SetTrue)
                .help("Dit ce qui n’est pas rangé, sans rien écrire (alias : --verifier)"),
        )
        .arg(content())
        .arg(format())
        .after_help("\nLes commentaires suivent leur clé. Les valeurs ne changent pas.")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let voice = Voice::of(matches);
    let Some((files, mut said)) = understood(chosen(matches)) else { return MISUSED };
    let checks = matches.get_flag("check");
    let mut edits = Edits::default();
    said.extend(files.iter().filter_map(|(entry, kind)| arrange(entry, *kind, &mut edits).err()));
    let left = said.len();
    let moved: Vec<String> =
        edits.paths().iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
    if !checks {
        said.extend(edits.write());
    }
    voice.diagnostics(&said);
    let list: String = moved.iter().map(|path| format!("  {path}\n")).collect();
    let total = counted(files.len(), "fichier");
    voice.result(&match (moved.len(), checks) {
        (0, _) if left == 0 => format!("{total} : tout est rangé.\n"),
        (0, _) => format!("{total} : rien à ranger dans ce que jalon a pu lire.\n"),
        (count, true) => format!("{total}, dont {count} à ranger :\n{list}"),
        (count, false) => format!("{total}, dont {count} à ranger : c’est fait.\n{list}"),
    });
    if said.is_empty() && (moved.is_empty() || !checks) { GOOD } else { MISTAKES }
}

/// Files of records, and what of them could not be found.
type Found = (Vec<(Entry, Kind)>, Vec<Diagnostic>);

/// The files asked for, or all.
fn chosen(matches: &ArgMatches) -> Result<Found, String> {
    let content = path(matches, "content");
    let shown = content.to_string_lossy().replace('\\', "/");
    let (all, unfound) = record::files(&content, shown.trim_end_matches('/'));
    let wanted: Vec<PathBuf> =
        matches.get_many::<String>("files").into_iter().flatten().map(PathBuf::from).collect();
    if wanted.is_empty() {
        return Ok((all, unfound));
    }
    let mut files = Vec::new();
    for path in wanted {
        let same = |entry: &Entry| {
            entry.path == path
                || std::fs::canonicalize(&entry.path).ok().is_some_and(|one| {
                    std::fs::canonicalize(&path).ok().is_some_and(|other| one == other)
                })
        };
        match all.iter().find(|(entry, _)| same(entry)) {
            Some(found) => files.push(found.clone()),
            None => {
                return Err(format!(
                    "« {} » n’est pas une fiche de « {shown} ». Donnez un fichier de ce dossier, ou un autre dossier avec --content.",
                    path.display()
                ));
            }
        }
    }
    Ok((files, Vec::new()))
}

/// Puts one file in order.
fn arrange(entry: &Entry, kind: Kind, edits: &mut Edits) -> Result<(), Diagnostic> {
    let text = edits.text(&entry.path)?;
    *text = yaml::sorted(text, &record::ordre(kind)).map_err(|why| refused(entry, why))?;
    Ok(())
}

fn refused(entry: &Entry, why: Refused) -> Diagnostic {
    let (message, remedy) = match why {
        Refused::Unreadable => (
            "Ce fichier contient une faute d’écriture : jalon n’y touche pas.",
            "Lancez « jalon check » et corrigez la faute, puis rangez de nouveau.",
        ),
        Refused::Unusual => (
            "Ce fichier est écrit d’une façon que jalon ne sait pas ranger sans risque : il n’a pas changé.",
            "Déplacez les clés à la main, si vous y tenez.",
        ),
    };
    Diagnostic::about_file("modification-refusee", entry.shown.clone(), message, remedy)
}
