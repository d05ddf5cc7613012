//! `jalon print`, or `imprimer`: one product, for whom asks now, into the folder of working papers.

mod asked;
mod sheets;
mod sujets;

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::said::{Voice, counted, tally, understood};
use super::timings::{self, Timings};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments, reports};
use crate::build::{Etape, Order, Phase, editions};
use crate::diagnostic::Diagnostic;
use crate::edition::papier::{self, Demande, Reponse};
use crate::edition::{Forme, Produit, World};
use crate::guide::Guides;
use crate::text::decimal;
use crate::{edition, publish, typeset};

/// The command and its options.
pub(super) fn command() -> Command {
    let names: Vec<&str> = Produit::ALL.into_iter().map(Produit::nom).collect();
    let of = |name: &'static str, value: &'static str, help: &'static str| {
        arguments::option(name, value).help(help)
    };
    arguments::sources(arguments::frame(Command::new("print").alias("imprimer")))
        .about("Fabrique un imprimé, par exemple une affiche (alias : imprimer)")
        .arg(
            Arg::new("produit")
                .value_name("PRODUIT")
                .required(true)
                .help(format!("Ce qu’on imprime : {}", names.join(", "))),
        )
        .arg(of("guide", "DOSSIER", "Le guide, s’il y en a plusieurs : le nom de son dossier"))
        .arg(of("commune", "NOM", "Pour une commune"))
        .arg(of("intercommunalite", "NOM", "Pour une intercommunalité"))
        .arg(of("besoin", "NOM", "Pour un besoin, par exemple apprendre"))
        .arg(
            of("acteur", "ID", "Pour un acteur : le nom de sa fiche ; plusieurs fois pour une sélection")
                .action(ArgAction::Append),
        )
        .arg(
            of("depuis", "NUMERO", "Pour un errata : l’édition à corriger (la dernière si rien n’est dit)")
                .value_parser(value_parser!(u32)),
        )
        .arg(of("du", "DATE", "Premier jour : le mois d’une affiche, la semaine d’un agenda"))
        .arg(
            Arg::new("languettes")
                .long("languettes")
                .action(ArgAction::SetTrue)
                .help("Ajoute des languettes à détacher au bas d’une affiche"),
        )
        .arg(
            of("exemplaires", "NOMBRE", "Combien d’exemplaires, pour compter les feuilles")
                .value_parser(value_parser!(u16).range(1..=60_000)),
        )
        .arg(
            Arg::new("donnees")
                .long("donnees")
                .action(ArgAction::SetTrue)
                .help("Écrit aussi ce que le thème reçoit, en JSON, pour qui fait un thème"),
        )
        .arg(arguments::output("Dossier publié, où cet imprimé ne va jamais (output si rien n’est dit)"))
        .arg(arguments::quiet())
        .arg(timings::option())
        .arg(arguments::format())
        .after_help(
            "\nLe fichier va dans le dossier « rapports », à côté des fiches. Exemple :\n  jalon print affiche --commune \
             Lusignan --du 2026-12-01",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let watch = Watch::begin(voice, "rien n’a été imprimé.");
    let timings = Timings::asked(matches, voice);
    order.avance = Some(watch.told());
    order.chrono = timings.as_ref().map(Timings::told);
    let code = print(matches, &order, voice, &watch);
    timings.into_iter().for_each(Timings::say);
    code
}

fn print(matches: &ArgMatches, order: &Order, voice: Voice, watch: &Watch) -> u8 {
    let start = Instant::now();
    let (guides, themes, mut said) = crate::verify(order);
    let plan = edition::plan(&guides, &mut said);
    order.lap(Etape::Plan, plan.sheets.len());
    let editions = editions::read(&order.content, &guides, &mut said);
    watch.clear();
    // Doubts are for `check` to tell.
    said.retain(Diagnostic::is_error);
    if !said.is_empty() {
        return refused(voice, &said);
    }
    let asked = asked::of(matches, &guides).and_then(|asked| match typeset::PRINTS {
        true => asked::editions(&asked, &guides, &editions).map(|()| asked),
        false => Err(
            "Ce programme a été compilé sans les imprimés. Prenez la version complète de jalon."
                .into(),
        ),
    });
    let Some(demandes) = understood(asked) else { return MISUSED };
    said.extend(sujets::past(&demandes, guides.today));
    let world = World::new(&guides, &themes, &plan).knowing(editions);
    let (made, refused_pages) = answers(&world, &demandes, watch, &mut said);
    let mut files: Vec<(String, Vec<u8>)> =
        made.iter().map(|one| (named(&guides, &demandes, one), one.bytes.clone())).collect();
    if matches.get_flag("donnees") {
        files.extend(made.iter().filter_map(|one| data(&guides, &demandes, one)));
    }
    order.lap(Etape::Imprimes, made.len());
    let folder = reports(&order.content);
    watch.tell(Phase::Ecriture, 0, 1);
    if let Err(failure) = publish::write_beside(&folder, &files, &order.output) {
        said.push(failure);
    }
    order.lap(Etape::Ecriture, files.len());
    watch.clear();
    voice.diagnostics(&said);
    if said.iter().any(Diagnostic::is_error) || made.is_empty() {
        voice.result(&sheets::nothing(&refused_pages, tally(&said).as_deref()));
        return MISTAKES;
    }
    let copies = matches.get_one::<u16>("exemplaires").copied();
    let each = made.iter().zip(&files).map(|(one, (path, _))| {
        let sheets = sheets::said(one.papier, one.pages, copies);
        format!("{}\n  {sheets}\n", folder.join(path).display())
    });
    let seconds = decimal(start.elapsed().as_secs_f64(), 2);
    let all: String = each.collect();
    voice.result(&format!("{all}{} en {seconds} s.\n", counted(files.len(), "fichier")));
    GOOD
}

/// The files that answer every demand, and what does not fit on its sheet.
fn answers(
    world: &World<'_>,
    demandes: &[Demande],
    watch: &Watch,
    said: &mut Vec<Diagnostic>,
) -> (Vec<Reponse>, Vec<usize>) {
    let mut made = Vec::new();
    let mut refused = Vec::new();
    for (done, demande) in demandes.iter().enumerate() {
        watch.tell(Phase::Imprimes, done, demandes.len());
        let (some, too_long) = papier::answer(world, demande, said);
        made.extend(some);
        refused.extend(too_long.into_iter().filter_map(|(_, pages)| pages));
    }
    (made, refused)
}

/// Working papers stand in the folder of their guide.
fn named(guides: &Guides, demandes: &[Demande], one: &Reponse) -> String {
    let guide = demandes.first().map_or(0, |demande| demande.guide);
    format!("{}/{}", guides.guides[guide].dossier, one.nom)
}

/// What a theme was given, beside the file made from it, laid out to be read.
fn data(guides: &Guides, demandes: &[Demande], one: &Reponse) -> Option<(String, Vec<u8>)> {
    let data: serde_json::Value = serde_json::from_str(&one.data).ok()?;
    let text = serde_json::to_vec_pretty(&data).ok()?;
    let path = named(guides, demandes, one);
    let stem = path.strip_suffix(".pdf")?;
    (one.papier.forme == Forme::Lue).then(|| (format!("{stem}.json"), text))
}

fn refused(voice: Voice, said: &[Diagnostic]) -> u8 {
    voice.diagnostics(said);
    let found = tally(said).unwrap_or_default();
    voice.result(&format!("Rien n’a été imprimé : {found}.\n"));
    MISTAKES
}
