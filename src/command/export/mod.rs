//! `jalon export`, or `exporter`: the records in a form that others read, or that the staff edits in a spreadsheet.

mod asked;
mod written;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::said::{Voice, counted, err, tally, understood};
use super::watch::Watch;
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::bilan;
use crate::build::Phase;
use crate::diagnostic::Diagnostic;
use crate::edition::donnees::echange;
use crate::edition::{self, World};
use crate::guide::Guides;
use crate::intake::feuilles;
use crate::tableur::{self, Faute, Feuille};

use asked::{Demande, Forme};
use written::Produit;

/// Remarks of one reason that are said whole.
const SHOWN: usize = 10;

/// The command and its options.
pub(super) fn command() -> Command {
    let names: Vec<&str> = Forme::ALL.into_iter().map(Forme::nom).collect();
    arguments::sources(arguments::frame(Command::new("export").alias("exporter")))
        .about("Écrit les fiches pour un tableur ou pour un autre site (alias : exporter)")
        .arg(
            arguments::option("format", "FORME")
                .required(true)
                .help(format!("Ce qu’on écrit : {}", names.join(", "))),
        )
        .arg(
            arguments::option("guide", "DOSSIER")
                .help("Un seul guide : le nom de son dossier (tous si rien n’est dit)"),
        )
        .arg(
            arguments::option("output", "FICHIER")
                .short('o')
                .help("Fichier à écrire, ou dossier pour csv (à l’écran si rien n’est dit)"),
        )
        .arg(
            arguments::option("feuille", "NOM")
                .help("Pour csv : une seule feuille, par exemple permanences"),
        )
        .arg(
            Arg::new("replace")
                .long("replace")
                .alias("remplacer")
                .action(ArgAction::SetTrue)
                .help("Remplace le fichier s’il existe déjà (alias : --remplacer)"),
        )
        .arg(arguments::quiet())
        .after_help(
            "\nLes formes xlsx, ods et csv ont tout, notes internes et brouillons compris : elles sont pour l’équipe, et \
             « jalon import » les reprend. La forme appels est à remplir au téléphone, puis à donner à « jalon confirm ». \
             Tant qu’une erreur reste dans les fiches, rien n’est écrit.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(mut order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice { json: false, quiet: matches.get_flag("quiet") };
    let watch = Watch::begin(voice, "rien n’a été exporté.");
    order.avance = Some(watch.told());
    let (guides, themes, mut said) = crate::verify(&order);
    let plan = edition::plan(&guides, &mut said);
    // Doubts are for `check` to tell.
    said.retain(Diagnostic::is_error);
    watch.clear();
    if !said.is_empty() {
        return refused(voice, &said);
    }
    let Some(demande) = understood(Demande::of(matches, &guides)) else { return MISUSED };
    let made = match demande.forme {
        Forme::Pour(forme) => {
            let world = World::new(&guides, &themes, &plan);
            let depart = echange::exporter(&world, &demande.guides, forme);
            remarks(voice, &depart.remarques);
            Ok(Produit::Fichier { bytes: depart.bytes, nombre: depart.nombre, mot: "fiche" })
        }
        Forme::Appels => appels(&demande, &guides),
        _ => sheets(&demande, &guides, &super::import::read_content(&order.content)),
    };
    let made = match made {
        Ok(made) => made,
        Err(faute) => {
            let path = demande.output.clone().unwrap_or_else(|| PathBuf::from(demande.forme.nom()));
            let shown = path.to_string_lossy().replace('\\', "/");
            let said =
                Diagnostic::about_file("export-impossible", shown, faute.message, faute.remede);
            return refused(voice, &[said]);
        }
    };
    watch.tell(Phase::Ecriture, 0, 1);
    let written = written::write(&demande, &made);
    watch.clear();
    match written {
        Ok(text) => {
            voice.result(&text);
            GOOD
        }
        Err(failure) => refused(voice, &[failure]),
    }
}

/// The call sheet, in the form that the name of its file says; on the screen, as a table of French spreadsheets.
fn appels(demande: &Demande, guides: &Guides) -> Result<Produit, Faute> {
    let sheet = bilan::appels(guides, &demande.guides);
    let nombre = sheet.lignes.len();
    let fin = demande.output.as_deref().map(asked::fin).unwrap_or_default();
    let bytes = match fin.as_str() {
        "xlsx" => tableur::xlsx(&[sheet])?,
        "ods" => tableur::ods(&[sheet])?,
        _ => tableur::csv(&sheet),
    };
    Ok(Produit::Fichier { bytes, nombre, mot: "ligne" })
}

/// The workbook, or the tables, of the staff.
fn sheets(
    demande: &Demande,
    guides: &Guides,
    content: &[(String, Vec<u8>)],
) -> Result<Produit, Faute> {
    let wanted =
        |folder: &str| demande.guides.iter().any(|&rank| guides.guides[rank].dossier == folder);
    let mut sheets = feuilles::feuilles(content, wanted);
    let nombre = sheets.iter().map(|sheet| sheet.lignes.len()).sum();
    let bytes = match demande.forme {
        Forme::Csv => match demande.feuille {
            Some(rank) => tableur::csv(&sheets[rank]),
            None => return Ok(Produit::Dossier { fichiers: tables(&sheets), nombre }),
        },
        Forme::Xlsx => {
            sheets.push(feuilles::notice());
            tableur::xlsx(&sheets)?
        }
        _ => {
            sheets.push(feuilles::notice());
            tableur::ods(&sheets)?
        }
    };
    Ok(Produit::Fichier { bytes, nombre, mot: "ligne" })
}

/// The tables of all sheets, by the names of their files.
fn tables(sheets: &[Feuille]) -> Vec<(String, Vec<u8>)> {
    let named = feuilles::ONGLETS.iter().map(|onglet| format!("{}.csv", onglet.fichier()));
    named.zip(sheets.iter().map(tableur::csv)).collect()
}

/// What is left out or written otherwise: the first of each reason, and how many more there are.
fn remarks(voice: Voice, said: &[Diagnostic]) {
    let mut often: BTreeMap<&str, usize> = BTreeMap::new();
    let shown: Vec<Diagnostic> = said
        .iter()
        .filter(|one| {
            let count = often.entry(one.code).or_default();
            *count += 1;
            *count <= SHOWN
        })
        .cloned()
        .collect();
    voice.diagnostics(&shown);
    for (code, count) in often {
        err(&format!("{code} : {}\n", counted(count, "remarque")));
    }
}

fn refused(voice: Voice, said: &[Diagnostic]) -> u8 {
    voice.diagnostics(said);
    let found = tally(said).unwrap_or_default();
    voice.result(&format!("Rien n’a été exporté : {found}.\n"));
    MISTAKES
}
