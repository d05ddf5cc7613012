//! `jalon duplicates`, or `doublons`: records that look like one, with the reason; a person decides.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::said::{Voice, counted, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::guide::{self, Guides, Paire, Ref};
use crate::intake::Output;
use crate::record;

/// Where decisions are written, below the content folder.
const FILE: &str = "doublons.yaml";

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::sources(arguments::frame(Command::new("duplicates").alias("doublons")))
        .about("Liste les fiches qui sont peut-être un seul lieu, et pourquoi (alias : doublons)")
        .arg(arguments::quiet())
        .arg(arguments::format())
        .after_help("\nVous décidez dans « content/doublons.yaml » : la paire n’est plus listée.")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let watch = Watch::begin(voice, "la recherche de doublons n’est pas finie.");
    order.avance = Some(watch.told());
    let (guides, _, mut said) = crate::verify(&order);
    // Doubts are for `check` to tell.
    said.retain(Diagnostic::is_error);
    let pairs = guides.paires();
    watch.clear();
    voice.diagnostics(&said);
    let lines: String = pairs.iter().map(|pair| line(&guides, pair)).collect();
    voice.result(&match pairs.len() {
        // What could not be read may hide some.
        0 if !said.is_empty() => String::new(),
        0 => "Aucun doublon à décider.\n".to_owned(),
        count => format!(
            "{lines}{} à décider. Écrivez dans {}/{FILE}, pour chacune :\n  - {{fiches: [une, autre], decision: différents}}\n\
             ou « decision: même lieu ».\n",
            counted(count, "paire"),
            order.shown
        ),
    });
    if said.is_empty() { GOOD } else { MISTAKES }
}

/// The pairs of a content folder that one of the records just written is in.
pub(super) fn among(content: &Path, today: Date, written: &[Output]) -> Vec<String> {
    if written.is_empty() {
        return Vec::new();
    }
    let shown = content.to_string_lossy().replace('\\', "/");
    let shown = shown.trim_end_matches('/');
    let files: Vec<String> = written.iter().map(|one| format!("{shown}/{}", one.path)).collect();
    let (records, _) = record::read(content, shown);
    let guides = guide::link(records, today);
    let is_in = |at: Ref| files.contains(&guides.acteur(at).fiche.fichier.path);
    let pairs = guides.paires().into_iter();
    let pairs = pairs.filter(|pair| is_in(pair.fiches.0) || is_in(pair.fiches.1));
    pairs.map(|pair| line(&guides, &pair)).collect()
}

/// Two records and what they share.
fn line(guides: &Guides, pair: &Paire) -> String {
    let signs: Vec<String> = pair.signes.iter().map(ToString::to_string).collect();
    let (one, other) = pair.fiches;
    format!("{}\n{}\n  {}\n\n", name(guides, one), name(guides, other), signs.join(", "))
}

fn name(guides: &Guides, at: Ref) -> String {
    let acteur = guides.acteur(at);
    let commune = acteur.adresse.commune.map_or("", |commune| commune.nom);
    let fiche = &acteur.fiche;
    format!("{} ({commune}) [{}], {}", fiche.nom, fiche.id, fiche.fichier.path)
}
