//! `jalon new`, or `nouveau`: a commented record to fill in.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{self, content, day, frame, option};
use super::said::{Voice, err};
use super::{GOOD, MISTAKES, MISUSED};
use crate::diagnostic::Diagnostic;
use crate::intake::blank::{Blank, MODELS, Model};
use crate::text::{nearest, slug};
use crate::{publish, source};

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("new").alias("nouveau"))
        .about("Prépare une fiche à remplir, avec ses explications (alias : nouveau)")
        .arg(
            Arg::new("kind").value_name("SORTE").help_heading("Arguments").help(
                "acteur, tournee, evenement, serie, dispositif, territoire, calendrier ou page",
            ),
        )
        .arg(
            Arg::new("name")
                .value_name("NOM")
                .num_args(1..)
                .action(ArgAction::Append)
                .help_heading("Arguments")
                .help("Son nom, tel que les gens le disent ; il donne le nom du fichier"),
        )
        .arg(option("commune", "NOM").help("Sa commune"))
        .arg(
            option("guide", "DOSSIER")
                .help("Le guide, par le nom de son dossier, s’il y en a plusieurs"),
        )
        .arg(
            Arg::new("complet")
                .long("complet")
                .action(ArgAction::SetTrue)
                .help("Propose toutes les clés, pas seulement les plus utiles"),
        )
        .arg(content())
        .arg(
            option("today", "DATE")
                .alias("date")
                .help("Jour écrit dans les exemples (aujourd’hui si rien n’est dit)"),
        )
        .after_help("\nUn fichier qui existe déjà n’est jamais touché.")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    match written(matches) {
        Ok(Ok(path)) => {
            let voice = Voice { json: false, quiet: false };
            voice.result(&format!("{path} est prêt à remplir. Ensuite : jalon check\n"));
            GOOD
        }
        Ok(Err(diagnostic)) => {
            Voice { json: false, quiet: false }.diagnostics(&[diagnostic]);
            MISTAKES
        }
        Err(why) => {
            err(&format!("erreur: {why}\n"));
            MISUSED
        }
    }
}

/// Writes the record; returns its path, or why there is none.
fn written(matches: &ArgMatches) -> Result<Result<String, Diagnostic>, String> {
    let model = model(matches.get_one::<String>("kind").map_or("", String::as_str))?;
    let words: Vec<&str> =
        matches.get_many::<String>("name").into_iter().flatten().map(String::as_str).collect();
    let name = words.join(" ").trim().to_owned();
    if name.is_empty() {
        return Err(format!(
            "Il manque le nom. Écrivez par exemple : jalon nouveau {} \"Le nom\"",
            model.name
        ));
    }
    let content = arguments::path(matches, "content");
    let files: Vec<String> =
        source::walk(&content, "").files.into_iter().map(|file| file.relative).collect();
    let folder = match model.in_guide {
        true => format!("{}/{}", guide(&files, matches.get_one::<String>("guide"))?, model.folder),
        false => model.folder.to_owned(),
    };
    let stem = slug(&name);
    if let Some(taken) = files.iter().find(|file| is_at(file, &folder, &stem)) {
        return Ok(Err(taken_already(&content.join(taken), &stem)));
    }
    let title = if model.name == "page" { "titre" } else { "nom" };
    let mut known = BTreeMap::from([(title, name.as_str())]);
    if let Some(commune) = matches.get_one::<String>("commune") {
        known.insert(key_of_commune(model)?, commune);
    }
    let whole = matches.get_flag("complet");
    let text = Blank { model, known, today: day(matches)?, whole }.text();
    let end = if model.name == "page" { "md" } else { "yaml" };
    let path = content.join(folder).join(format!("{stem}.{end}"));
    let shown = path.to_string_lossy().replace('\\', "/");
    Ok(publish::write_new(&path, text.as_bytes()).map(|()| shown))
}

/// Where a kind of record says its commune: a territory has several.
fn key_of_commune(model: &Model) -> Result<&'static str, String> {
    let key = ["commune", "communes"].into_iter().find(|key| model.has(key));
    key.ok_or_else(|| {
        format!("Une fiche de la sorte « {} » n’a pas de commune : enlevez --commune.", model.name)
    })
}

fn model(wanted: &str) -> Result<&'static Model, String> {
    if let Some(model) = Model::named(wanted) {
        return Ok(model);
    }
    let kinds: Vec<String> =
        MODELS.iter().map(|model| format!("  {:11} {}", model.name, model.about)).collect();
    let list = format!("Sortes de fiches :\n{}", kinds.join("\n"));
    if wanted.is_empty() {
        return Err(format!("Il manque la sorte de fiche. {list}"));
    }
    let meant = nearest(wanted, MODELS.iter().map(|model| model.name));
    let remedy = meant.map_or(list, |meant| format!("Vouliez-vous dire « {meant} » ?"));
    Err(format!("« {wanted} » n’est pas une sorte de fiche. {remedy}"))
}

/// The guide that is meant: the one named, or the only one.
fn guide(files: &[String], wanted: Option<&String>) -> Result<String, String> {
    let guides: Vec<&str> = files
        .iter()
        .filter_map(|file| file.strip_suffix("/guide.yaml"))
        .filter(|name| !name.contains('/'))
        .collect();
    match (wanted, guides.as_slice()) {
        (Some(wanted), all) if all.contains(&wanted.as_str()) => Ok(wanted.clone()),
        (Some(wanted), [_, ..]) => Err(format!(
            "Aucun guide n’est dans le dossier « {wanted} ». Choisissez : {}.",
            guides.join(", ")
        )),
        (None, [only]) => Ok((*only).to_owned()),
        (None, [_, ..]) => Err(format!(
            "Il y a plusieurs guides. Ajoutez --guide avec l’un d’eux : {}.",
            guides.join(", ")
        )),
        (_, []) => {
            Err("Il n’y a pas encore de guide ici. Commencez par : jalon init . --departement 86"
                .into())
        }
    }
}

/// Whether a file of the folder, or of one inside it, has this name whatever its end.
fn is_at(file: &str, folder: &str, stem: &str) -> bool {
    let below = file.strip_prefix(folder).and_then(|below| below.strip_prefix('/'));
    let name = below.map(|below| below.rsplit('/').next().unwrap_or(below));
    name.and_then(|name| name.rsplit_once('.'))
        .is_some_and(|(own, _)| own.eq_ignore_ascii_case(stem))
}

fn taken_already(path: &Path, stem: &str) -> Diagnostic {
    Diagnostic::about_file(
        "fiche-deja-la",
        path.to_string_lossy().replace('\\', "/"),
        format!("Une fiche s’appelle déjà « {stem} » ; elle n’a pas été touchée."),
        "Complétez cette fiche, ou donnez à la nouvelle un nom qui la distingue, par exemple avec sa commune.",
    )
}
