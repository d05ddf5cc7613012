//! `jalon import`: files of places and of events become records, and a report says what became of every cell.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{day, format, frame, option, path};
use super::said::{Voice, out, understood};
use super::{GOOD, MISTAKES, MISUSED, reports};
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::intake::{self, Foreign, Imported, Order, Output, Report};
use crate::territory::{self, Departement};
use crate::{publish, source};

/// What the command asks for.
#[derive(Debug)]
struct Request {
    files: Vec<PathBuf>,
    /// The content folder.
    content: PathBuf,
    /// The folder in it of the one guide that records go to, and its département.
    into: Option<(String, &'static Departement)>,
    today: Date,
    /// Events that are over are wanted too.
    past: bool,
    /// Nothing is written.
    dry: bool,
}

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("import").alias("importer"))
        .about("Reprend des lieux au schéma national et des événements d’un agenda (alias : importer)")
        .arg(
            Arg::new("files")
                .value_name("FICHIER")
                .num_args(1..)
                .help_heading("Arguments")
                .help("Fichiers CSV, JSON ou .ics à reprendre"),
        )
        .arg(option("into", "DOSSIER").alias("dans").help(
            "Guide où ranger toutes les fiches, par exemple content/86-vienne (un guide par département si rien n’est dit)",
        ))
        .arg(
            option("content", "DOSSIER")
                .default_value("content")
                .help("Dossier des fiches (content si rien n’est dit)"),
        )
        .arg(option("today", "DATE").alias("date").help("Jour de l’import (aujourd’hui si rien n’est dit)"))
        .arg(
            Arg::new("past")
                .long("past")
                .alias("passes")
                .action(ArgAction::SetTrue)
                .help("Reprend aussi les événements passés (alias : --passes)"),
        )
        .arg(
            Arg::new("dry-run")
                .long("dry-run")
                .alias("essai")
                .action(ArgAction::SetTrue)
                .help("Dit ce qui serait fait, sans rien écrire (alias : --essai)"),
        )
        .arg(format())
        .after_help(
            "\nUne fiche écrite ou modifiée à la main n’est jamais touchée. Tout ce qui est corrigé, douteux ou refusé est dit \
             dans le dossier « rapports ».",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(request) = understood(Request::of(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let (files, mut said) = read_all(&request.files);
    let content = read_content(&request.content);
    let into = request.into.as_ref().map(|(folder, departement)| (folder.as_str(), *departement));
    let order =
        Order { files: &files, content: &content, into, today: request.today, past: request.past };
    let mut imported = intake::import(&order);
    let report = if request.dry {
        Ok(None)
    } else {
        write_all(&request.content, &mut imported, &mut said);
        write_report(&request, &imported.report)
    };
    let report = report.unwrap_or_else(|failure| {
        said.push(failure);
        None
    });
    say(voice, &imported.report, &said, report.as_deref(), request.dry);
    let lost = imported.report.files.iter().any(intake::FileReport::is_lost);
    if lost || !said.is_empty() { MISTAKES } else { GOOD }
}

impl Request {
    fn of(matches: &ArgMatches) -> Result<Self, String> {
        let files: Vec<PathBuf> =
            matches.get_many::<String>("files").into_iter().flatten().map(PathBuf::from).collect();
        if files.is_empty() {
            return Err(
                "Il manque le fichier à reprendre. Écrivez par exemple : jalon import lieux.csv"
                    .into(),
            );
        }
        let mut content = path(matches, "content");
        let into = match matches.get_one::<String>("into") {
            Some(wanted) => Some(guide_folder(wanted, &mut content)?),
            None => None,
        };
        Ok(Self {
            files,
            content,
            into,
            today: day(matches)?,
            past: matches.get_flag("past"),
            dry: matches.get_flag("dry-run"),
        })
    }
}

/// The guide that `--into` names: a path to its folder, or its name below the content folder.
fn guide_folder(
    wanted: &str,
    content: &mut PathBuf,
) -> Result<(String, &'static Departement), String> {
    let wanted = Path::new(wanted);
    let name = wanted.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    if name.is_empty() {
        return Err("--into attend le dossier d’un guide, par exemple content/86-vienne.".into());
    }
    if wanted.components().count() > 1 {
        *content = wanted.parent().map_or_else(PathBuf::new, Path::to_owned);
    }
    let own = intake::departement_of(&name, &read_content(content));
    let code = name.split('-').next().unwrap_or_default().to_uppercase();
    match own.or_else(|| territory::departement(&code)) {
        Some(departement) => Ok((name, departement)),
        None => Err(format!(
            "On ne sait pas de quel département est « {name} ». Donnez à ce dossier un fichier « guide.yaml » avec \
             « departement: \"86\" », ou un nom comme 86-vienne."
        )),
    }
}

/// The files to import; what cannot be read is told, and the others are imported.
fn read_all(paths: &[PathBuf]) -> (Vec<Foreign>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut said = Vec::new();
    for path in paths {
        let name = path.to_string_lossy().replace('\\', "/");
        match source::read_file(path, &name) {
            Ok(bytes) => files.push(Foreign { name, bytes }),
            Err(diagnostic) => said.push(diagnostic),
        }
    }
    (files, said)
}

/// The YAML of a content folder; what cannot be read is for `check` to tell.
pub(super) fn read_content(content: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = source::walk(content, "").files.into_iter();
    let yaml = entries
        .filter(|entry| entry.relative.ends_with(".yaml") || entry.relative.ends_with(".yml"));
    yaml.map(|entry| {
        let bytes = source::read_file(&entry.path, &entry.shown).unwrap_or_default();
        (entry.relative, bytes)
    })
    .collect()
}

/// Writes every record; what cannot be written is told, and the others are written.
fn write_all(content: &Path, imported: &mut Imported, said: &mut Vec<Diagnostic>) {
    for output in &imported.outputs {
        if let Err(diagnostic) = write(&content.join(&output.path), output) {
            imported.report.failures.push((output.path.clone(), diagnostic.message.clone()));
            said.push(diagnostic);
        }
    }
}

/// Writes a new file, or changes one that is still as it was read.
fn write(path: &Path, output: &Output) -> Result<(), Diagnostic> {
    match &output.before {
        None => publish::write_new(path, &output.bytes),
        Some(before) => publish::edit(path, before, &output.bytes),
    }
}

/// Writes the report twice, for people and for programs; returns its name without extension.
fn write_report(request: &Request, report: &Report) -> Result<Option<String>, Diagnostic> {
    let folder = reports(&request.content);
    let taken = source::walk(&folder, "").files;
    let name = |number: usize| format!("import-{}-{number}", request.today);
    let free = |number: &usize| {
        let name = name(*number);
        !taken.iter().any(|entry| entry.stem() == name)
    };
    let name = name((1..).find(free).unwrap_or(1));
    publish::write_new(
        &folder.join(format!("{name}.txt")),
        intake::report::whole(report).as_bytes(),
    )?;
    publish::write_new(&folder.join(format!("{name}.json")), report.json().as_bytes())?;
    Ok(Some(folder.join(name).to_string_lossy().replace('\\', "/")))
}

/// Says what was done: JSON on standard output, or a summary with where the whole report is.
fn say(voice: Voice, report: &Report, said: &[Diagnostic], written: Option<&str>, dry: bool) {
    if voice.json {
        // The files that could not be read are told on standard error: standard output is one JSON object.
        Voice { json: false, ..voice }.diagnostics(said);
        out(&report.json());
        return;
    }
    voice.diagnostics(said);
    voice.result(&intake::report::summary(report));
    match written {
        Some(name) => {
            voice.result(&format!("\nRapport entier : {name}.txt (et .json pour un programme).\n"))
        }
        None if dry => voice.result("\nEssai : rien n’a été écrit.\n"),
        None => {}
    }
}
