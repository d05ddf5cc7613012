//! `jalon` alone: what can be done in this folder, today.

use std::path::Path;

use crate::source;

use super::arguments;
use super::astray::{above, way};
use super::said::counted;

/// Files that an import reads, by the end of their names.
const FOREIGN: [&str; 5] = [".csv", ".json", ".ics", ".xlsx", ".ods"];

/// What stands in the folder where the command runs, and what comes next.
pub(super) fn said(folder: &Path) -> String {
    let content = folder.join("content");
    if content.is_dir() { of_guides(folder, &content) } else { of_no_guide(folder) }
}

fn of_no_guide(folder: &Path) -> String {
    if let Some(above) = above(folder) {
        return format!(
            "Vous êtes à l’intérieur d’un guide. Les commandes se tapent dans le dossier qui contient « content » :\n  cd {}\n",
            way(folder, above)
        );
    }
    let mut text = "Il n’y a pas encore de guide dans ce dossier. Pour en commencer un, avec le numéro de votre département :\n  \
                    jalon init . --departement 86\n"
        .to_owned();
    let files = source::names(folder);
    let file =
        files.iter().find(|name| FOREIGN.iter().any(|end| name.to_lowercase().ends_with(end)));
    if let Some(name) = file {
        text += &format!(
            "Ensuite, pour reprendre les lieux d’un fichier :\n  jalon import {}\n",
            quoted(name)
        );
    }
    text
}

fn of_guides(folder: &Path, content: &Path) -> String {
    let files: Vec<String> =
        source::walk(content, "").files.into_iter().map(|file| file.relative).collect();
    let guides: Vec<&str> = files
        .iter()
        .filter_map(|file| file.strip_suffix("/guide.yaml"))
        .filter(|name| !name.contains('/'))
        .collect();
    let Some(first) = guides.first() else {
        return "Le dossier « content » ne contient aucun guide. Pour en commencer un :\n  jalon init . --departement 86\n".into();
    };
    let mut text = format!("{} dans ce dossier :\n", counted(guides.len(), "guide"));
    for guide in &guides {
        let count = |kind: &str| {
            let start = format!("{guide}/{kind}/");
            files.iter().filter(|file| file.starts_with(&start)).count()
        };
        text += &format!(
            "  {guide} : {}, {}\n",
            counted(count("acteurs"), "fichier d’acteur")
                .replace("fichier d’acteurs", "fichiers d’acteurs"),
            counted(count("evenements"), "fichier d’événement")
                .replace("fichier d’événements", "fichiers d’événements")
        );
    }
    let choice = if guides.len() > 1 { format!(" --guide {first}") } else { String::new() };
    let published = folder.join(arguments::OUTPUT).join("index.html").is_file();
    let build = if published {
        "publier les changements dans output"
    } else {
        "fabriquer le guide dans output"
    };
    let commands = [
        ("jalon check".to_owned(), "voir ce qui ne va pas dans les fiches"),
        (format!("jalon nouveau acteur \"Le nom\"{choice}"), "commencer une fiche"),
        ("jalon apercu".to_owned(), "voir le guide pendant que vous écrivez"),
        ("jalon build".to_owned(), build),
        ("jalon bilan".to_owned(), "savoir quoi faire d’abord"),
        (format!("jalon print feuille-d-appel{choice}"), "imprimer la liste des lieux à appeler"),
    ];
    let width =
        commands.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    text += "Vous pouvez :\n";
    for (command, why) in &commands {
        text += &format!("  {command:width$}  {why}\n");
    }
    text
}

/// A name as a terminal takes it in one piece.
pub(super) fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_owned() }
}
