//! Every command and option, with its French words.

use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;

use crate::build::{Order, Precompression};
use crate::calendar::{self, Date};
use crate::text::sentence;

/// Help of every command: the same frame, in French.
const FRAME: &str = "{about}\n\nUtilisation : {usage}\n\n{all-args}{after-help}";

/// The folder where a guide is published when nothing is said.
pub(super) const OUTPUT: &str = "output";

/// The whole command line.
pub(super) fn command() -> Command {
    frame(Command::new("jalon"))
        .about("jalon fabrique un guide de l’aide au numérique à partir de fiches YAML.")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading("Commandes")
        .subcommand_value_name("COMMANDE")
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help("Affiche la version")
                .action(ArgAction::Version),
        )
        .subcommand(super::init::command())
        .subcommand(super::new::command())
        .subcommand(super::schema::command())
        .subcommand(super::import::command())
        .subcommand(super::export::command())
        .subcommand(check())
        .subcommand(super::serve::command())
        .subcommand(super::diff::command())
        .subcommand(super::bilan::command())
        .subcommand(super::print::command())
        .subcommand(super::edition::command())
        .subcommand(super::confirm::command())
        .subcommand(super::fmt::command())
        .subcommand(super::doublons::command())
        .subcommand(super::audit::command())
        .subcommand(build())
        .subcommand(super::upload::command())
}

/// The folder of records.
pub(super) fn content() -> Arg {
    option("content", "DOSSIER")
        .default_value("content")
        .help("Dossier des fiches (content si rien n’est dit)")
}

/// A trial: what would be done is said, and nothing is written.
pub(super) fn trial() -> Arg {
    Arg::new("dry-run")
        .long("dry-run")
        .alias("essai")
        .action(ArgAction::SetTrue)
        .help("Dit ce qui serait fait, sans rien écrire (alias : --essai)")
}

/// `--quiet`: neither results nor how far the work is.
pub(super) fn quiet() -> Arg {
    Arg::new("quiet")
        .long("quiet")
        .alias("silencieux")
        .short('q')
        .action(ArgAction::SetTrue)
        .help("N’affiche que les erreurs et les remarques (alias : --silencieux)")
}

/// What every command has: French frame and French help option.
pub(super) fn frame(command: Command) -> Command {
    command.help_template(FRAME).disable_help_flag(true).next_help_heading("Options").arg(
        Arg::new("help")
            .long("help")
            .alias("aide")
            .short('h')
            .help("Affiche cette aide")
            .action(ArgAction::Help),
    )
}

fn build() -> Command {
    inputs(frame(Command::new("build").alias("construire")))
        .about("Construit les guides et les publie d’un coup (alias : construire)")
        .arg(output("Dossier où publier (output si rien n’est dit)"))
        .arg(quiet())
        .arg(super::timings::option())
        .arg(without_paper())
        .arg(without_files_to_carry())
        .arg(
            option("precompresse", "FORCE")
                .alias("precompress")
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("normale")
                .value_parser(["normale", "normal", "finale", "final"])
                .hide_possible_values(true)
                .help("Pose aussi chaque page compressée (.br, .gz), pour les hébergeurs qui savent s’en servir ; =finale : plus petites, plus long"),
        )
        .arg(
            Arg::new("in-place")
                .long("in-place")
                .alias("sur-place")
                .action(ArgAction::SetTrue)
                .help("Remplace les fichiers un par un, pour un dossier qu’un serveur surveille"),
        )
        .arg(
            Arg::new("tout-refaire")
                .long("tout-refaire")
                .action(ArgAction::SetTrue)
                .help("Refait chaque fichier, même ceux des guides où rien n’a changé"),
        )
        .after_help(
            "\nTant qu’une erreur reste, rien n’est publié et la dernière version reste en place.",
        )
}

/// `--sans-imprimes`, for a quick look.
pub(super) fn without_paper() -> Arg {
    Arg::new("sans-imprimes")
        .long("sans-imprimes")
        .action(ArgAction::SetTrue)
        .help("Ne fabrique pas les fichiers à imprimer, pour aller plus vite")
}

/// `--sans-hors-ligne`, for a quick look.
pub(super) fn without_files_to_carry() -> Arg {
    Arg::new("sans-hors-ligne")
        .long("sans-hors-ligne")
        .action(ArgAction::SetTrue)
        .help("Ne fabrique pas les fichiers à emporter (hors-ligne/), pour aller plus vite")
}

fn check() -> Command {
    inputs(frame(Command::new("check").alias("verifier")))
        .about("Vérifie les fiches sans rien publier (alias : verifier)")
        .arg(quiet())
        .arg(super::timings::option())
}

/// What is read, for which day, and how it is said.
pub(super) fn inputs(command: Command) -> Command {
    sources(command)
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help("Traite les remarques comme des erreurs"),
        )
        .arg(format())
}

/// What is read, and for which day.
pub(super) fn sources(command: Command) -> Command {
    command
        .arg(content())
        .arg(
            option("themes", "DOSSIER")
                .default_value("themes")
                .help("Dossier des thèmes (themes si rien n’est dit)"),
        )
        .arg(
            option("today", "DATE")
                .alias("date")
                .help("Jour du guide, par exemple 2026-12-01 (aujourd’hui si rien n’est dit)"),
        )
}

/// `--output`, the published folder.
pub(super) fn output(help: &'static str) -> Arg {
    option("output", "DOSSIER").short('o').default_value(OUTPUT).help(help)
}

/// `--format texte|json`.
pub(super) fn format() -> Arg {
    option("format", "FORMAT")
        .default_value("text")
        .value_parser(["text", "texte", "json"])
        .hide_possible_values(true)
        .help("Façon d’écrire les messages : texte ou json")
}

/// An option with a value, without the English notes of the library.
pub(super) fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).hide_default_value(true)
}

/// The path given to an option.
pub(super) fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<String>(name).map_or_else(PathBuf::new, PathBuf::from)
}

/// The day given with `--today`, or the clock's; a bad date is explained.
pub(super) fn day(matches: &ArgMatches) -> Result<Date, String> {
    match matches.get_one::<String>("today") {
        Some(written) => calendar::parse_date(written)
            .map_err(|fault| format!("{} {}", sentence(&fault.message), sentence(&fault.remedy))),
        None => Ok(super::today()),
    }
}

/// What is to be built, checked, compared or shown.
pub(super) fn order(matches: &ArgMatches) -> Result<Order, String> {
    let content = path(matches, "content");
    let shown = content.to_string_lossy().replace('\\', "/");
    Ok(Order {
        shown: shown.trim_end_matches('/').to_owned(),
        themes: path(matches, "themes"),
        output: match matches.try_get_one::<String>("output") {
            Ok(Some(output)) => PathBuf::from(output),
            _ => PathBuf::new(),
        },
        in_place: matches!(matches.try_get_one::<bool>("in-place"), Ok(Some(true))),
        grounds: super::grounds(),
        today: day(matches)?,
        strict: matches!(matches.try_get_one::<bool>("strict"), Ok(Some(true))),
        hors_ligne: !matches!(matches.try_get_one::<bool>("sans-hors-ligne"), Ok(Some(true))),
        imprimes: matches!(matches.try_get_one::<bool>("sans-imprimes"), Ok(Some(false))),
        precompression: precompression(matches),
        avance: None,
        chrono: None,
        programme: None,
        content,
    })
}

/// Whether files are to be compressed beforehand, and how small.
fn precompression(matches: &ArgMatches) -> Option<Precompression> {
    let asked = matches.try_get_one::<String>("precompresse").ok().flatten()?;
    Some(if asked.starts_with("final") { Precompression::Finale } else { Precompression::Normale })
}
