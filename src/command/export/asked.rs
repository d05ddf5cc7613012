//! What is asked for: a form, the guides, where it goes.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::edition::donnees::echange::Echange;
use crate::guide::Guides;
use crate::intake::feuilles::ONGLETS;
use crate::text::{fold, nearest};

/// What an export looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forme {
    Xlsx,
    Ods,
    Csv,
    /// The call sheet, to be filled in.
    Appels,
    /// One that others read.
    Pour(Echange),
}

impl Forme {
    pub const ALL: [Self; 11] = [
        Self::Xlsx,
        Self::Ods,
        Self::Csv,
        Self::Appels,
        Self::Pour(Echange::National),
        Self::Pour(Echange::NationalJson),
        Self::Pour(Echange::DataInclusion),
        Self::Pour(Echange::Hsds),
        Self::Pour(Echange::Geojson),
        Self::Pour(Echange::Vcard),
        Self::Pour(Echange::JsonLd),
    ];

    /// Its name on the command line.
    pub fn nom(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Appels => "appels",
            Self::Pour(Echange::National) => "schema-national",
            Self::Pour(Echange::NationalJson) => "schema-national-json",
            Self::Pour(Echange::DataInclusion) => "data-inclusion",
            Self::Pour(Echange::Hsds) => "hsds",
            Self::Pour(Echange::Geojson) => "geojson",
            Self::Pour(Echange::Vcard) => "vcard",
            Self::Pour(Echange::JsonLd) => "json-ld",
        }
    }

    /// The ends that its file may have, the usual one first.
    pub fn fins(self) -> &'static [&'static str] {
        match self {
            Self::Xlsx => &["xlsx"],
            Self::Ods => &["ods"],
            Self::Csv | Self::Pour(Echange::National) => &["csv"],
            Self::Appels => &["xlsx", "ods", "csv"],
            Self::Pour(Echange::NationalJson | Echange::DataInclusion | Echange::Hsds) => &["json"],
            Self::Pour(Echange::Geojson) => &["geojson", "json"],
            Self::Pour(Echange::Vcard) => &["vcf"],
            Self::Pour(Echange::JsonLd) => &["jsonld", "json"],
        }
    }

    /// Whether it is bytes that a terminal cannot show.
    pub fn est_binaire(self) -> bool {
        matches!(self, Self::Xlsx | Self::Ods)
    }
}

/// What is asked for.
#[derive(Debug)]
pub(super) struct Demande {
    pub forme: Forme,
    /// Ranks of the guides.
    pub guides: Vec<usize>,
    /// Where it goes; standard output when nothing is said.
    pub output: Option<PathBuf>,
    /// The rank of the one sheet that is wanted.
    pub feuille: Option<usize>,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
}

impl Demande {
    pub fn of(matches: &ArgMatches, guides: &Guides) -> Result<Self, String> {
        let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let demande = Self {
            forme: forme(text("format").unwrap_or_default())?,
            guides: match text("guide") {
                Some(wanted) => vec![guide(wanted, guides)?],
                None => (0..guides.guides.len()).collect(),
            },
            output: text("output").map(PathBuf::from),
            feuille: text("feuille").map(feuille).transpose()?,
            replace: matches.get_flag("replace"),
        };
        match (&demande.output, demande.feuille) {
            (_, Some(_)) if demande.forme != Forme::Csv => {
                Err("--feuille ne va qu’avec --format csv.".into())
            }
            (Some(output), None) if demande.forme == Forme::Csv => folder(output).map(|()| demande),
            (Some(output), _) => file(demande.forme, output).map(|()| demande),
            (None, None) if demande.forme == Forme::Csv => Err(
                "La forme csv fait plusieurs fichiers. Donnez un dossier avec --output, ou une seule feuille avec --feuille."
                    .into(),
            ),
            _ => Ok(demande),
        }
    }
}

/// The end of the name of a file, in small letters; empty where it has none.
pub(super) fn fin(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Whether a name says what will be in the file: programs open it by its end.
fn file(forme: Forme, output: &Path) -> Result<(), String> {
    let fins = forme.fins();
    if fins.contains(&fin(output).as_str()) {
        return Ok(());
    }
    Err(format!(
        "« {} » ne finit pas comme un fichier de la forme {}. Donnez un nom qui finit par .{}, par exemple « {} ».",
        output.display(),
        forme.nom(),
        fins.join(" ou ."),
        output.with_extension(fins[0]).display()
    ))
}

/// Whether a name can be that of a folder: one that ends as an export does is meant for a file.
fn folder(output: &Path) -> Result<(), String> {
    if !Forme::ALL.iter().any(|forme| forme.fins().contains(&fin(output).as_str())) {
        return Ok(());
    }
    Err(format!(
        "La forme csv fait plusieurs fichiers, et « {} » est le nom d’un seul. Donnez un dossier avec --output, ou une seule \
         feuille avec --feuille.",
        output.display()
    ))
}

fn forme(written: &str) -> Result<Forme, String> {
    let wanted = fold(written);
    let found = Forme::ALL.into_iter().find(|forme| forme.nom() == wanted);
    found.ok_or_else(|| {
        let names: Vec<&str> = Forme::ALL.into_iter().map(Forme::nom).collect();
        let meant = nearest(&wanted, names.iter().copied());
        let meant =
            meant.map_or_else(String::new, |meant| format!(" Vouliez-vous dire « {meant} » ?"));
        format!("« {written} » n’est pas une forme d’export.{meant} Formes : {}.", names.join(", "))
    })
}

/// The guide of a folder: `86-vienne`, or `content/86-vienne`.
fn guide(written: &str, guides: &Guides) -> Result<usize, String> {
    let wanted = written.trim_end_matches(['/', '\\']);
    let wanted = wanted.rsplit(['/', '\\']).next().unwrap_or(wanted);
    guides.guides.iter().position(|guide| guide.dossier == wanted).ok_or_else(|| {
        let known: Vec<&str> = guides.guides.iter().map(|guide| guide.dossier.as_str()).collect();
        format!("Aucun guide n’est dans le dossier « {written} ». Guides : {}.", known.join(", "))
    })
}

fn feuille(written: &str) -> Result<usize, String> {
    let wanted = fold(written);
    ONGLETS.iter().position(|onglet| fold(onglet.nom) == wanted).ok_or_else(|| {
        let known: Vec<&str> = ONGLETS.iter().map(|onglet| onglet.nom).collect();
        format!("« {written} » n’est pas une feuille. Feuilles : {}.", known.join(", "))
    })
}
