//! `jalon edition`, or `editer`: freezes an edition of the printed guide, so that errata can be made later.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{ArgMatches, Command};

use super::said::{Voice, counted, tally, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::bilan;
use crate::build::{Order, Phase, editions};
use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::edition::papier::{self, Figee, Sorte};
use crate::guide::Guides;
use crate::text::decimal;
use crate::{edition as editions_of, publish, typeset};

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::sources(arguments::frame(Command::new("edition").alias("editer")))
        .about("Fige une édition du guide imprimé, le jour où on l’imprime (alias : editer)")
        .arg(
            arguments::option("guide", "DOSSIER")
                .help("Un seul guide : le nom de son dossier (tous si rien n’est dit)"),
        )
        .arg(arguments::output(
            "Dossier publié, où l’édition figée ne va jamais (output si rien n’est dit)",
        ))
        .arg(arguments::quiet())
        .arg(arguments::format())
        .after_help(
            "\nL’édition va dans le dossier « .jalon », à côté des fiches, et ne change plus. Tant qu’une erreur reste, rien \
             n’est figé.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let start = Instant::now();
    let watch = Watch::begin(voice, "rien n’a été figé.");
    order.avance = Some(watch.told());
    let (guides, themes, mut said) = crate::verify(&order);
    let plan = editions_of::plan(&guides, &mut said);
    let mut known = editions::read(&order.content, &guides, &mut said);
    // Doubts are for `check` to tell.
    said.retain(Diagnostic::is_error);
    if !said.is_empty() {
        watch.clear();
        return refused(voice, &said);
    }
    let Some(chosen) = understood(chosen(matches, &guides)) else { return MISUSED };
    for &guide in &chosen {
        known = known.with_next(&guides, guide);
    }
    let world = World::new(&guides, &themes, &plan).knowing(known.clone());
    let mut frozen = Vec::new();
    let count = chosen.len();
    for (done, guide) in chosen.into_iter().enumerate() {
        watch.tell(Phase::Imprimes, done, count);
        frozen.extend(papier::freeze(&world, guide, &mut said));
    }
    // From here on Ctrl-C waits: an edition is written whole.
    watch.tell(Phase::Ecriture, 0, 1);
    watch.clear();
    if said.iter().any(Diagnostic::is_error) {
        return refused(voice, &said);
    }
    let mut text = String::new();
    for one in &frozen {
        match keep(&order, one) {
            Ok(path) => {
                text += &summary(&order, &guides, one, &path);
                text += &to_bring(&guides, one, &known);
            }
            Err(failure) => said.push(failure),
        }
    }
    voice.diagnostics(&said);
    if said.iter().any(Diagnostic::is_error) {
        let found = tally(&said).unwrap_or_default();
        let what = if text.is_empty() { "Rien n’a" } else { "Le reste n’a pas" };
        voice.result(&format!("{text}{what} été figé : {found}.\n"));
        return MISTAKES;
    }
    let seconds = decimal(start.elapsed().as_secs_f64(), 2);
    voice.result(&format!("{text}{} en {seconds} s.\n", counted(frozen.len(), "édition")));
    GOOD
}

/// The guides to freeze.
fn chosen(matches: &ArgMatches, guides: &Guides) -> Result<Vec<usize>, String> {
    if !typeset::PRINTS {
        return Err(
            "Ce programme a été compilé sans les imprimés. Prenez la version complète de jalon."
                .into(),
        );
    }
    let Some(dossier) = matches.get_one::<String>("guide") else {
        return Ok((0..guides.guides.len()).collect());
    };
    let rank = guides.guides.iter().position(|guide| guide.dossier == *dossier);
    rank.map(|rank| vec![rank]).ok_or_else(|| {
        let names: Vec<&str> = guides.guides.iter().map(|guide| guide.dossier.as_str()).collect();
        format!(
            "Aucun guide n’est dans le dossier « {dossier} ». Choisissez : {}.",
            names.join(", ")
        )
    })
}

/// Writes an edition where no other is; returns its path.
fn keep(order: &Order, one: &Figee) -> Result<PathBuf, Diagnostic> {
    let kept = editions::kept(&order.content);
    let path = format!("{}/{}/{}.json", editions::EDITIONS, one.guide, one.numero);
    publish::write_once_beside(&kept, &path, &one.written(), &order.output)?;
    Ok(kept.join(path))
}

fn refused(voice: Voice, said: &[Diagnostic]) -> u8 {
    voice.diagnostics(said);
    let found = tally(said).unwrap_or_default();
    voice.result(&format!("Rien n’a été figé : {found}.\n"));
    MISTAKES
}

/// What was frozen, where, and what to do now.
fn summary(order: &Order, guides: &Guides, one: &Figee, path: &Path) -> String {
    let title = guides.guides.iter().find(|guide| guide.dossier == one.guide);
    let title = title.map_or("", |guide| guide.departement.nom);
    let pages = one.pages;
    let day = calendar::short(one.jour.0).replace('\u{a0}', " ");
    format!(
        "{title} : édition n° {} du {day} figée : {}, {}, guide imprimé de {}.\n  {}\n  Imprimez maintenant, avec des \
         fiches qui n’ont pas changé :\n  jalon print guide --guide {}{} --today {}\n",
        one.numero,
        counted(one.count(Sorte::Acteur), "acteur"),
        counted(one.count(Sorte::Evenement), "événement"),
        counted(pages, "page"),
        path.to_string_lossy().replace('\\', "/"),
        one.guide,
        elsewhere(order),
        one.jour.0,
    )
}

/// Who holds an older edition, in a line; nothing when nobody does.
fn to_bring(guides: &Guides, one: &Figee, known: &papier::Editions) -> String {
    let rank = guides.guides.iter().position(|guide| guide.dossier == one.guide);
    let said = rank.and_then(|rank| bilan::diffusion(guides, rank, known).resume());
    said.map(|said| format!("  {said} « jalon bilan » en fait la liste.\n")).unwrap_or_default()
}

/// The content folder of the command, where it is not the usual one.
fn elsewhere(order: &Order) -> String {
    match order.shown.as_str() {
        "content" => String::new(),
        shown => format!(" --content {shown}"),
    }
}
