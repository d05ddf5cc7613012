//! `jalon confirm`, or `confirmer`: what was verified is written in the records, and nothing else in them.

mod found;
mod outcome;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{content, day, format, frame, option, path, quiet, trial};
use super::edits::Edits;
use super::said::{Voice, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED};
use crate::build::Phase;
use crate::calendar::{self, Date};
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::intake::appels::{self, Appel, Reponse};
use crate::text::sentence;
use crate::{record, source};

use found::Known;
use outcome::Outcome;

/// What the command asks for.
struct Request {
    /// The calls of the command line, then those of the sheet.
    calls: Vec<Appel>,
    content: PathBuf,
    /// The day, where a row says none.
    le: Date,
    today: Date,
    par: Option<String>,
    comment: Option<String>,
    /// Whether what closed is written as ended.
    close: bool,
    /// Nothing is written.
    dry: bool,
}

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("confirm").alias("confirmer"))
        .about("Écrit dans les fiches qui a vérifié, quand et comment (alias : confirmer)")
        .arg(
            Arg::new("fiches")
                .value_name("FICHE")
                .num_args(0..)
                .help_heading("Arguments")
                .help("Fiches vérifiées : identifiant, nom du fichier, ou code court"),
        )
        .arg(option("par", "QUI").help("Qui a vérifié : une équipe ou un rôle, pas un nom"))
        .arg(option("comment", "MANIERE").help("Comment : téléphone, visite, courriel…"))
        .arg(
            option("le", "DATE").help("Le jour de la vérification (aujourd’hui si rien n’est dit)"),
        )
        .arg(option("depuis", "FICHIER").help("Feuille d’appel remplie : une ligne par fiche"))
        .arg(option("guide", "DOSSIER").help("Le guide des fiches, s’il y en a plusieurs"))
        .arg(
            Arg::new("fermer")
                .long("fermer")
                .action(ArgAction::SetTrue)
                .help("Écrit « termine » dans les fiches dont la réponse est « fermé »"),
        )
        .arg(trial())
        .arg(content())
        .arg(
            option("today", "DATE")
                .alias("date")
                .help("Jour de la commande (aujourd’hui si rien n’est dit)"),
        )
        .arg(quiet())
        .arg(format())
        .after_help("\nLe reste de la fiche ne change pas : ordre, commentaires, guillemets.")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let voice = Voice::of(matches);
    let mut said = Vec::new();
    let Some(request) = understood(Request::of(matches, &mut said)) else { return MISUSED };
    let watch = Watch::begin(voice, "aucune fiche n’a été changée.");
    watch.tell(Phase::Lecture, 0, 1);
    let shown = request.content.to_string_lossy().replace('\\', "/");
    let (records, _) = record::read(&request.content, shown.trim_end_matches('/'));
    let known = found::all(&records);
    let mut edits = Edits::default();
    let mut outcome = Outcome::default();
    for call in &request.calls {
        match one(&request, call, &known, &mut edits) {
            Ok((one, done)) => outcome.add(one, call, done),
            Err(fault) => said.push(fault),
        }
    }
    watch.tell(Phase::Ecriture, 0, 1);
    let failed = if request.dry { Vec::new() } else { edits.write() };
    // What could not be written is not told as done.
    let unwritten = !failed.is_empty();
    said.extend(failed);
    watch.clear();
    voice.diagnostics(&said);
    voice.result(&outcome.text(request.dry, unwritten));
    if said.iter().any(Diagnostic::is_error) { MISTAKES } else { GOOD }
}

impl Request {
    fn of(matches: &ArgMatches, said: &mut Vec<Diagnostic>) -> Result<Self, String> {
        let text = |name: &str| matches.get_one::<String>(name).map(|text| text.trim().to_owned());
        let today = day(matches)?;
        let le = match text("le") {
            Some(written) => calendar::parse_date(&written).map_err(|fault| {
                format!("{} {}", sentence(&fault.message), sentence(&fault.remedy))
            })?,
            None => today,
        };
        let guide = text("guide");
        let by_name = |key: &String| Appel {
            place: None,
            cles: vec![key.clone()],
            guide: guide.clone(),
            reponse: Reponse::Juste,
            le: None,
            par: None,
            comment: None,
            remarque: None,
        };
        let mut calls: Vec<Appel> =
            matches.get_many::<String>("fiches").into_iter().flatten().map(by_name).collect();
        let sheet = text("depuis");
        if calls.is_empty() && sheet.is_none() {
            return Err("Il manque la fiche vérifiée. Écrivez par exemple : jalon confirm bus-dclics --par hub \
                        --comment téléphone"
                .into());
        }
        if let Some(sheet) = sheet {
            let mut rows = from_sheet(Path::new(&sheet), said);
            for row in &mut rows {
                row.guide = row.guide.take().or_else(|| guide.clone());
            }
            calls.extend(rows);
        }
        Ok(Self {
            calls,
            content: path(matches, "content"),
            le,
            today,
            par: text("par").filter(|par| !par.is_empty()),
            comment: text("comment").filter(|comment| !comment.is_empty()),
            close: matches.get_flag("fermer"),
            dry: matches.get_flag("dry-run"),
        })
    }
}

/// The calls of a sheet; what cannot be read is told.
fn from_sheet(path: &Path, said: &mut Vec<Diagnostic>) -> Vec<Appel> {
    let name = path.to_string_lossy().replace('\\', "/");
    let fault = |place: String, message: String, remedy: String| {
        Diagnostic::new("appel-illisible", Severity::Error, Subject::File(place), message, remedy)
    };
    let bytes = match source::read_file(path, &name) {
        Ok(bytes) => bytes,
        Err(diagnostic) => {
            said.push(diagnostic);
            return Vec::new();
        }
    };
    match appels::read(&name, &bytes) {
        Ok((calls, unread)) => {
            said.extend(unread.into_iter().map(|one| fault(one.place, one.message, one.remedy)));
            calls
        }
        Err(one) => {
            let place = one.line.map_or(name.clone(), |line| format!("{name}:{line}"));
            said.push(fault(place, one.message, one.remedy));
            Vec::new()
        }
    }
}

/// Writes one call in its record; returns the record and what was done.
fn one<'a>(
    request: &Request,
    call: &Appel,
    known: &[Known<'a>],
    edits: &mut Edits,
) -> Result<(Known<'a>, outcome::Done), Diagnostic> {
    let found = found::find(call, known)?;
    let closed = call.reponse == Reponse::Ferme;
    if !(call.reponse == Reponse::Juste || closed && request.close) {
        return Ok((found, outcome::Done::ToDo));
    }
    let check = outcome::Check {
        le: call.le.unwrap_or(request.le),
        par: call.par.clone().or_else(|| request.par.clone()),
        comment: call.comment.clone().or_else(|| request.comment.clone()),
        closes: closed,
        today: request.today,
    };
    check.write(call, &found, edits).map(|done| (found, done))
}
