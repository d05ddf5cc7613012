//! `jalon init`: a folder with a guide that builds at once.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::arguments::{day, frame, option};
use super::here::quoted;
use super::import::read_content;
use super::said::{Voice, err};
use super::{GOOD, MISTAKES, MISUSED};
use crate::diagnostic::Diagnostic;
use crate::intake::{self, starter};
use crate::publish;
use crate::schema;
use crate::territory::{self, Departement};
use crate::text::{fold, nearest};

/// The command and its options.
pub(super) fn command() -> Command {
    frame(Command::new("init").alias("initialiser"))
        .about("Prépare le dossier d’un nouveau guide, avec des fiches d’exemple (alias : initialiser)")
        .arg(
            Arg::new("folder")
                .value_name("DOSSIER")
                .default_value(".")
                .hide_default_value(true)
                .help_heading("Arguments")
                .help("Dossier à préparer (celui où vous êtes si rien n’est dit)"),
        )
        .arg(option("departement", "CODE").help("Code ou nom du département, par exemple 86 ou Vienne"))
        .arg(option("today", "DATE").alias("date").help("Jour d’où sont comptées les dates des exemples"))
        .after_help("\nEnsuite : cd DOSSIER, puis jalon build. Rien de ce qui est déjà dans le dossier n’est touché.")
}

pub(super) fn run(matches: &ArgMatches) -> u8 {
    let folder =
        matches.get_one::<String>("folder").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let wanted = matches.get_one::<String>("departement").map_or("", String::as_str);
    let asked = departement(wanted).and_then(|departement| Ok((departement, day(matches)?)));
    let (departement, today) = match asked {
        Ok(asked) => asked,
        Err(why) => {
            err(&format!("erreur: {why}\n"));
            return MISUSED;
        }
    };
    let voice = Voice { json: false, quiet: false };
    match start(&folder, departement, &starter::files(departement, today)) {
        Ok(kept) => {
            voice.result(&welcome(&folder, departement, &kept));
            GOOD
        }
        Err(diagnostic) => {
            voice.diagnostics(&[diagnostic]);
            MISTAKES
        }
    }
}

/// The département of a code or a name, or what to write instead.
fn departement(wanted: &str) -> Result<&'static Departement, String> {
    const HOW: &str = "Écrivez par exemple : jalon init mon-guide --departement 86";
    if wanted.is_empty() {
        return Err(format!(
            "Il manque le département. {HOW} (code ou nom : 86, 2A, 974, Vienne)."
        ));
    }
    let all = territory::departements();
    let code = wanted.to_uppercase();
    let padded = format!("0{code}");
    let same = |one: &&Departement| {
        one.code == code || one.code == padded || fold(one.nom) == fold(wanted)
    };
    all.iter().find(same).ok_or_else(|| {
        let meant = nearest(wanted, all.iter().map(|one| one.nom));
        let remedy = match meant.and_then(|nom| all.iter().find(|one| one.nom == nom)) {
            Some(one) => format!("Vouliez-vous dire {} ({}) ?", one.code, one.nom),
            None => format!("Codes connus : {}.", codes(all)),
        };
        format!("« {wanted} » n’est ni le code ni le nom d’un département. {remedy}")
    })
}

/// « 01 Ain, 02 Aisne… », all of them.
fn codes(all: &[Departement]) -> String {
    let named: Vec<String> = all.iter().map(|one| format!("{} {}", one.code, one.nom)).collect();
    named.join(", ")
}

/// Writes the starter, unless a guide of the département is there; returns the shared files that stay.
fn start(
    folder: &Path,
    departement: &Departement,
    files: &[starter::Starting],
) -> Result<Vec<String>, Diagnostic> {
    let content = read_content(&folder.join("content"));
    if let Some(there) = intake::guide_of(departement, &content) {
        return Err(already(folder, &format!("content/{there}")));
    }
    if let Some(there) = files.iter().find(|file| !file.shared && folder.join(&file.path).exists())
    {
        return Err(already(folder, &there.path));
    }
    let mut kept = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        if path.exists() {
            kept.push(file.path.clone());
        } else {
            publish::write_new(&path, file.text.as_bytes())?;
        }
    }
    // Ours alone: they follow the version of the program.
    for one in schema::schemas() {
        publish::replace(&folder.join(schema::FOLDER).join(&one.file), one.text.as_bytes())?;
    }
    Ok(kept)
}

fn already(folder: &Path, there: &str) -> Diagnostic {
    Diagnostic::about_file(
        "guide-deja-la",
        folder.join(there).to_string_lossy().replace('\\', "/"),
        "Il y a déjà un guide de ce département ici ; rien n’a été touché.",
        "Ajoutez vos fiches à ce guide, ou choisissez un autre dossier.",
    )
}

fn welcome(folder: &Path, departement: &Departement, kept: &[String]) -> String {
    let here = folder == Path::new(".");
    let guide = Path::new("content").join(starter::folder(departement));
    let guide = if here { guide } else { folder.join(guide) };
    let mut said = format!("Le guide {} est prêt dans {}.\n", departement.de_nom, guide.display());
    if !kept.is_empty() {
        said += &format!("Déjà là, laissés tels quels : {}.\n", kept.join(", "));
    }
    let folder = quoted(&folder.to_string_lossy());
    let go = if here { String::new() } else { format!("cd {folder} puis ") };
    said + &format!("Ensuite : {go}jalon build\n")
}
