//! `jalon audit`: the grid of an audit of accessibility, begun for each guide, and what is left of it to judge.

use std::fmt::Write as _;

use clap::{ArgMatches, Command};

use super::said::{Voice, counted, understood};
use super::{GOOD, MISTAKES, MISUSED, arguments};
use crate::diagnostic::Diagnostic;
use crate::guide::Guide;
use crate::publish;
use crate::record::Grille;
use crate::vocabulary::{Critere, RGAA};

/// The file of a guide that holds its grid.
const FILE: &str = "audit.yaml";

/// The command and its options.
pub(super) fn command() -> Command {
    arguments::sources(arguments::frame(Command::new("audit").alias("grille")))
        .about("Commence la grille d’audit d’accessibilité, ou dit ce qu’il y reste (alias : grille)")
        .arg(arguments::format())
        .after_help(
            "\nLa grille est « audit.yaml », dans le dossier du guide. Une grille déjà là n’est jamais changée : il n’y est ajouté que \
             les critères qui manquent, à la fin.",
        )
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let Some(order) = understood(arguments::order(matches)) else { return MISUSED };
    let voice = Voice::of(matches);
    let (guides, _, mut said) = crate::verify(&order);
    said.retain(Diagnostic::is_error);
    let mut text = String::new();
    let good = said.is_empty();
    for guide in guides.guides.iter().filter(|_| good) {
        let path = order.content.join(&guide.dossier).join(FILE);
        let shown = format!("{}/{}/{FILE}", order.shown, guide.dossier);
        let written = match &guide.grille {
            None => publish::write_new(&path, grid().as_bytes()),
            Some(grille) => completed(grille).map_or(Ok(()), |text| {
                publish::edit(&path, grille.fichier.text.as_bytes(), text.as_bytes())
            }),
        };
        match written {
            Ok(()) => text += &summary(guide, &shown),
            Err(fault) => said.push(fault),
        }
    }
    voice.diagnostics(&said);
    voice.result(&text);
    if said.is_empty() { GOOD } else { MISTAKES }
}

/// What is in the grid of a guide.
fn summary(guide: &Guide, shown: &str) -> String {
    let Some(grille) = &guide.grille else {
        let left = RGAA.criteres().filter(|one| one.tenu.etat() == "à vérifier").count();
        return format!("{shown} : grille commencée, {} à vérifier.\n", counted(left, "critère"));
    };
    let found = ["conforme", "non conforme", "non applicable"];
    let found = found.map(|etat| counted(grille.combien(etat), etat));
    // Of some of the criteria only, it would be taken for that of the audit.
    let rate = grille.taux().filter(|_| grille.restent() == 0);
    let rate = rate.map(|rate| format!(", taux {rate} %")).unwrap_or_default();
    format!("{shown} : {}, {} à vérifier{rate}.\n", found.join(", "), grille.restent())
}

/// A whole grid, as it begins.
fn grid() -> String {
    let mut text = format!(
        "# Grille d’audit d’accessibilité, RGAA {}. Le chapitre « Faire un audit » du manuel dit comment la remplir.\n\
         # Une fois tout vérifié, écrivez le jour et qui a fait l’audit, sans le # :\n\
         # date: 2027-02-15\n\
         # auditeur: Nom de la structure qui a fait l’audit\n\
         pages:\n",
        RGAA.version
    );
    for page in PAGES {
        let _ = writeln!(text, "  - {page}");
    }
    text += "criteres:\n";
    RGAA.criteres().for_each(|critere| text += &entry(critere));
    text
}

/// A sample that holds every kind of page and of file.
const PAGES: [&str; 12] = [
    "Accueil",
    "Accessibilité",
    "Mentions légales",
    "Recherche",
    "Plan du site",
    "Une fiche de lieu",
    "Un événement",
    "Une commune",
    "Un besoin",
    "L’agenda d’une semaine",
    "À imprimer, et un imprimé",
    "Emporter le guide, son fichier entier, son livre, un encart",
];

/// The same grid with the criteria that it lacks; nothing when it has all.
fn completed(grille: &Grille) -> Option<String> {
    let has =
        |critere: &Critere| grille.criteres.iter().any(|one| one.numero.value == critere.numero);
    let more: String = RGAA.criteres().filter(|critere| !has(critere)).map(entry).collect();
    let ends_with_criteria = grille.fichier.text.contains("\ncriteres:");
    (!more.is_empty() && ends_with_criteria)
        .then(|| format!("{}\n{more}", grille.fichier.text.trim_end()))
}

/// A criterion with what it asks, who answers for it, and what is known before anybody looks.
fn entry(critere: Critere) -> String {
    format!(
        "  # {} {}\n  # {} : {}\n  - numero: \"{}\"\n    etat: {}\n    note:\n",
        critere.numero,
        critere.demande,
        crate::text::capital(critere.tenu.dit()),
        critere.comment,
        critere.numero,
        critere.tenu.etat()
    )
}
