//! `jalon report`, or `bilan`: where nobody is served and what to do first, for the staff alone.

use std::path::Path;
use std::time::Instant;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::said::{Voice, counted, tally, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments, reports};
use crate::bilan::{self, Bilan, Diffusion};
use crate::build::{Phase, editions};
use crate::text::{decimal, thousands};
use crate::{edition, publish};

/// Farther than this, help is too far, unless `--km` says otherwise.
const KM: &str = "10";
/// Lines of what to do first that the terminal shows for each guide.
const SHOWN: usize = 3;

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::sources(arguments::frame(Command::new("report").alias("bilan")))
        .about("Écrit pour l’équipe ce qui manque et quoi faire d’abord (alias : bilan)")
        .arg(
            Arg::new("km")
                .long("km")
                .value_name("NOMBRE")
                .default_value(KM)
                .hide_default_value(true)
                .value_parser(value_parser!(u16).range(1..=500))
                .help("Au-delà de ces kilomètres, une aide est trop loin (10 si rien n’est dit)"),
        )
        .arg(arguments::output("Dossier publié, où le bilan ne va jamais (output si rien n’est dit)"))
        .arg(arguments::quiet())
        .arg(arguments::format())
        .after_help(
            "\nLe bilan est un document de travail : il va dans le dossier « rapports », à côté des fiches. Tant qu’une \
             erreur reste, il n’est pas fait.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let start = Instant::now();
    let watch = Watch::begin(voice, "le bilan n’a pas été fait.");
    order.avance = Some(watch.told());
    let (guides, _, mut said) = crate::verify(&order);
    edition::plan(&guides, &mut said);
    let editions = editions::read(&order.content, &guides, &mut said);
    // Doubts are for `check` to tell: here they would hide the report.
    said.retain(crate::diagnostic::Diagnostic::is_error);
    watch.clear();
    if !said.is_empty() {
        return refused(voice, &said);
    }
    let km = matches.get_one::<u16>("km").copied().unwrap_or_default();
    let bilans = bilan::of_guides(&guides, km);
    let folder = reports(&order.content);
    let spread: Vec<Diffusion<'_>> =
        (0..guides.guides.len()).map(|rank| bilan::diffusion(&guides, rank, &editions)).collect();
    let mut files = bilan::fichiers(&bilans);
    files.extend(spread.iter().flat_map(Diffusion::fichiers));
    watch.tell(Phase::Ecriture, 0, 1);
    let written = publish::write_beside(&folder, &files, &order.output);
    watch.clear();
    if let Err(failure) = written {
        return refused(voice, &[failure]);
    }
    voice.diagnostics(&said);
    let each = bilans.iter().zip(&spread);
    let mut text: String = each.map(|(one, spread)| summary(one, spread, &folder)).collect();
    if bilans.len() > 1 {
        text += &format!("Tous les guides : {}\n", shown(&folder.join("bilan.html")));
    }
    let seconds = decimal(start.elapsed().as_secs_f64(), 2);
    voice.result(&format!("{text}{} écrits en {seconds} s.\n", counted(files.len(), "fichier")));
    GOOD
}

fn refused(voice: Voice, said: &[crate::diagnostic::Diagnostic]) -> u8 {
    voice.diagnostics(said);
    let found = tally(said).unwrap_or_default();
    voice.result(&format!("Le bilan n’a pas été fait : {found}.\n"));
    MISTAKES
}

/// What the report of a guide says in a few lines, and where it is.
fn summary(bilan: &Bilan<'_>, spread: &Diffusion<'_>, folder: &Path) -> String {
    let far = bilan.loin();
    let people: u32 = far.iter().map(|one| one.commune.population).sum();
    let mut text = format!(
        "{} : {} sur {} à plus de {} km d’une aide aux démarches ({} habitants), {} à faire.\n",
        bilan.guide.departement.nom,
        counted(far.len(), "commune"),
        bilan.communes.len(),
        bilan.km,
        in_thousands(people),
        counted(bilan.actions.len(), "ligne"),
    );
    for one in bilan.actions.iter().take(SHOWN) {
        text +=
            &format!("  {} habitants, {} : {}.\n", in_thousands(one.habitants), one.ou, one.quoi);
    }
    text += &spread.resume().map(|said| format!("  {said}\n")).unwrap_or_default();
    text + &format!("  {}\n", shown(&folder.join(&bilan.guide.dossier).join("bilan.html")))
}

fn in_thousands(count: u32) -> String {
    thousands(usize::try_from(count).unwrap_or(usize::MAX))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
