//! `jalon import`: files of places and of events become records, and a report says what became of every cell.

mod files;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{content, day, format, frame, option, path, quiet, trial};
use super::said::{Voice, err, out, tally, understood};
use super::sources::{self, Asked};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, STOPPED, doublons};
use crate::build::Phase;
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::intake::{self, Correspondance, Foreign, Imported, Order, Report};
use crate::territory::{self, Departement};
use files::{keep, kept, read_all, write_all, write_report};

pub(super) use files::read_content;

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
    /// What the staff say of the columns.
    correspondance: Option<Correspondance>,
    /// Where to write what was understood of the columns.
    ecrire: Option<PathBuf>,
    /// What is said of the source and of conflicts.
    asked: Asked,
}

/// The command and its options.
pub(super) fn command() -> Command {
    sources::options(frame(Command::new("import").alias("importer")))
        .about("Reprend des lieux de tout fichier, et des événements d’un agenda (alias : importer)")
        .arg(
            Arg::new("files")
                .value_name("FICHIER")
                .num_args(1..)
                .help_heading("Arguments")
                .help("Fichiers CSV, JSON ou .ics à reprendre, compressés (.gz) ou non"),
        )
        .arg(option("into", "DOSSIER").alias("dans").help(
            "Guide où ranger toutes les fiches, par exemple content/86-vienne (un guide par département si rien n’est dit)",
        ))
        .arg(content())
        .arg(option("today", "DATE").alias("date").help("Jour de l’import (aujourd’hui si rien n’est dit)"))
        .arg(
            Arg::new("past")
                .long("past")
                .alias("passes")
                .action(ArgAction::SetTrue)
                .help("Reprend aussi les événements passés (alias : --passes)"),
        )
        .arg(option("correspondance", "FICHIER").help(
            "Suit ce que dit ce fichier YAML des colonnes ; elles sont devinées si rien n’est dit",
        ))
        .arg(option("ecrire-correspondance", "FICHIER").help(
            "Écrit dans ce fichier YAML ce qui a été compris des colonnes, à relire et à garder",
        ))
        .arg(trial())
        .arg(quiet())
        .arg(format())
        .after_help(
            "\nCe que vous avez changé dans une fiche n’est jamais perdu. Tout ce qui est corrigé, douteux ou refusé est dit \
             dans le dossier « rapports ».",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut request) = understood(Request::of(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    if let Some(path) = matches.get_one::<String>("correspondance") {
        match kept(path) {
            Ok(kept) => request.correspondance = Some(kept),
            Err(said) => {
                voice.diagnostics(&said);
                return MISTAKES;
            }
        }
    }
    let watch = Watch::begin(voice, "aucune fiche n’a été écrite.");
    let (files, mut said) = read_all(&request.files);
    let mut imported = imported(&request, &files, &watch);
    if !imported.unanswered.is_empty() {
        said.append(&mut imported.unanswered);
        watch.clear();
        voice.diagnostics(&said);
        voice.result(&format!("Rien n’a été écrit : {}.\n", tally(&said).unwrap_or_default()));
        return MISTAKES;
    }
    // What is written from now on is written whole.
    watch.tell(Phase::Ecriture, 0, imported.outputs.len());
    let report = if request.dry {
        Ok(None)
    } else {
        if let Err(written) = write_all(&request.content, &mut imported, &watch, &mut said) {
            watch.clear();
            voice.diagnostics(&said);
            err(&stopped(written, imported.outputs.len()));
            return STOPPED;
        }
        imported.report.doublons =
            doublons::among(&request.content, request.today, &imported.outputs);
        write_report(&request, &imported.report)
    };
    let report = report.unwrap_or_else(|failure| {
        said.push(failure);
        None
    });
    let kept = keep(&request, &imported.report).unwrap_or_else(|failure| {
        said.push(failure);
        None
    });
    let dry = request.dry.then_some(kept.is_some());
    watch.clear();
    say(voice, &imported.report, &said, report.as_deref(), dry);
    if let Some(name) = kept {
        voice.result(&format!(
            "Correspondance écrite : {name}. Relisez-la, puis importez avec --correspondance {name}\n"
        ));
    }
    let lost = imported.report.files.iter().any(intake::FileReport::is_lost);
    if lost || !said.is_empty() { MISTAKES } else { GOOD }
}

/// What comes of the files, in memory.
fn imported(request: &Request, files: &[Foreign], watch: &Watch) -> Imported {
    watch.tell(Phase::Lecture, 0, 1);
    let content = read_content(&request.content);
    let into = request.into.as_ref().map(|(folder, departement)| (folder.as_str(), *departement));
    let sources = sources::read(&request.content);
    let order = Order {
        files,
        content: &content,
        into,
        today: request.today,
        past: request.past,
        correspondance: request.correspondance.as_ref(),
        sources: &sources,
        source: request.asked.source.as_deref(),
        decisions: request.asked.decisions(),
    };
    intake::import_watched(&order, &|done| watch.tell(Phase::Reprise, done, files.len()))
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
        if files.len() > 1 && matches.contains_id("ecrire-correspondance") {
            return Err(
                "--ecrire-correspondance attend un seul fichier à reprendre : une correspondance est celle d’une source."
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
            correspondance: None,
            ecrire: matches.get_one::<String>("ecrire-correspondance").map(PathBuf::from),
            asked: Asked::of(matches),
        })
    }
}

/// What Ctrl-C left: the same import begins where this one ended, since records that are the same are not written again.
fn stopped(written: usize, all: usize) -> String {
    format!(
        "Arrêté : fiches écrites, chacune entière : {written} sur {all}. Relancez le même import pour écrire les autres.\n"
    )
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

/// Says what was done: JSON on standard output, or a summary with where the whole report is.
///
/// `dry` is for a trial: whether a mapping was written all the same.
fn say(
    voice: Voice,
    report: &Report,
    said: &[Diagnostic],
    written: Option<&str>,
    dry: Option<bool>,
) {
    if voice.json {
        // The files that could not be read are told on standard error: standard output is one JSON object.
        Voice { json: false, ..voice }.diagnostics(said);
        out(&report.json());
        return;
    }
    voice.diagnostics(said);
    voice.result(&intake::report::summary(report, dry.is_some()));
    match written {
        Some(name) => {
            voice.result(&format!(
            "\nRapport entier : {name}.html, dans un navigateur (et .txt, et .json pour un programme).\n"
        ))
        }
        None => match dry {
            Some(true) => voice.result("\nEssai : aucune fiche n’a été écrite.\n"),
            Some(false) => voice.result("\nEssai : rien n’a été écrit.\n"),
            None => {}
        },
    }
}
