//! Which kind of record a file holds, and the reader of each kind.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};
use crate::source::Entry;
use crate::source::yaml::{self, Documents, Node, Value};

use super::audit::{self, Grille};
use super::calendrier::{self, Calendrier};
use super::catalogue::{Catalogue, Field};
use super::diffusion::{self, Remise};
use super::doublon::{self, Doublon};
use super::reader::Reader;
use super::savoir::{self, Dispositif, Entree, NumeroUtile, Page, Territoire};
use super::site::{self, GuideReglages, Site};
use super::{Acteur, Evenement, acteur, evenement};

/// The kinds of files of a content folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `acteurs/`.
    Acteur,
    /// `evenements/`.
    Evenement,
    /// `dispositifs/`.
    Dispositif,
    /// `territoires/`.
    Territoire,
    /// `pages/`, Markdown: of a guide, or above the guides.
    Page,
    /// `guide.yaml`.
    Guide,
    /// `site.yaml`.
    Site,
    /// `numeros-utiles.yaml`.
    Numero,
    /// `glossaire.yaml`.
    Entree,
    /// `calendriers/`.
    Calendrier,
    /// `doublons.yaml`.
    Doublon,
    /// `diffusion.yaml` of a guide.
    Remise,
    /// `audit.yaml` of a guide.
    Grille,
    /// `images/`.
    Image,
}

/// One record of any kind.
#[derive(Clone, Debug)]
pub(super) enum Record {
    Acteur(Box<Acteur>),
    Evenement(Box<Evenement>),
    Dispositif(Box<Dispositif>),
    Territoire(Box<Territoire>),
    Page(Box<Page>),
    Guide(Box<GuideReglages>),
    Site(Box<Site>),
    Numero(Box<NumeroUtile>),
    Entree(Box<Entree>),
    Calendrier(Box<Calendrier>),
    Doublon(Box<Doublon>),
    Remise(Box<Remise>),
    Grille(Box<Grille>),
    Image(Entry),
}

impl Kind {
    /// The kind of a file by its path below `content/`; `None` for what is none of our business.
    pub fn of(relative: &str, in_guide: bool) -> Result<Option<Self>, &'static str> {
        let mut names = relative.split('/');
        let first = names.next().unwrap_or_default();
        let second = if in_guide { names.next() } else { None };
        let yaml = relative.ends_with(".yaml") || relative.ends_with(".yml");
        let read_me = relative
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with("LISEZ-MOI") || name.starts_with("README"));
        let kind = match (first, second) {
            _ if read_me => return Ok(None),
            ("site.yaml", _) => Self::Site,
            ("numeros-utiles.yaml", _) => Self::Numero,
            ("glossaire.yaml", _) => Self::Entree,
            ("doublons.yaml", _) => Self::Doublon,
            ("dispositifs", None) if yaml && !in_guide => Self::Dispositif,
            ("territoires", None) if yaml && !in_guide => Self::Territoire,
            ("calendriers", None) if yaml && !in_guide => Self::Calendrier,
            ("pages", None) if relative.ends_with(".md") && !in_guide => Self::Page,
            (_, Some("acteurs")) if yaml => Self::Acteur,
            (_, Some("evenements")) if yaml => Self::Evenement,
            (_, Some("pages")) if relative.ends_with(".md") => Self::Page,
            (_, Some("images")) => Self::Image,
            (_, Some("diffusion.yaml")) => Self::Remise,
            (_, Some("audit.yaml")) => Self::Grille,
            (_, Some("theme" | "guide.yaml")) => return Ok(None),
            (_, Some("acteurs" | "evenements")) => {
                return Err("Une fiche est un fichier qui finit par « .yaml ».");
            }
            (_, Some("pages")) => return Err("Une page est un fichier qui finit par « .md »."),
            (_, Some(_)) => {
                return Err(
                    "Dans un guide, jalon lit « acteurs », « evenements », « pages » et « images ».",
                );
            }
            _ => return Err("Il n’est dans aucun dossier que jalon connaît."),
        };
        Ok(Some(kind))
    }

    /// The kinds written in YAML keys, for the manual.
    pub const WRITTEN: [(Self, &'static str); 13] = [
        (Self::Acteur, "acteur"),
        (Self::Evenement, "evenement"),
        (Self::Dispositif, "dispositif"),
        (Self::Territoire, "territoire"),
        (Self::Page, "page"),
        (Self::Guide, "guide"),
        (Self::Site, "site"),
        (Self::Numero, "numeros-utiles"),
        (Self::Entree, "glossaire"),
        (Self::Calendrier, "calendrier"),
        (Self::Doublon, "doublons"),
        (Self::Remise, "diffusion"),
        (Self::Grille, "audit"),
    ];
}

/// Reads every record of a file.
pub(super) fn read(
    kind: Kind,
    source: &Arc<Source>,
    stem: &str,
    departement: Option<&str>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Record> {
    if kind == Kind::Page {
        return savoir::read_page(source, stem, out)
            .map(|page| Record::Page(Box::new(page)))
            .into_iter()
            .collect();
    }
    let documents = yaml::documents(source);
    let broken = !documents.diagnostics.is_empty();
    out.extend(documents.diagnostics.iter().cloned());
    let nodes = named(&documents, stem);
    if nodes.is_empty() && !broken {
        out.push(Diagnostic::error(
            "fichier-vide",
            source.at(0..0),
            "Ce fichier ne contient aucune fiche.",
            "Écrivez au moins « nom: … », ou effacez le fichier.",
        ));
    }
    let one = |(default_id, node): (String, &Node)| {
        let mut reader = Reader::new(source, node, &documents.unread, out);
        let record = read_record(kind, &mut reader, &default_id, departement);
        reader.finish();
        record
    };
    nodes.into_iter().filter_map(one).collect()
}

/// The records of the documents of a file, each with the id that it has unless it writes one.
pub fn named<'n>(documents: &'n Documents, stem: &str) -> Vec<(String, &'n Node)> {
    let nodes: Vec<&Node> = documents.records().collect();
    let many = nodes.len() > 1;
    let id = |(index, node): (usize, &'n Node)| {
        let id = if many { own_id(node, stem, index) } else { stem.to_owned() };
        (id, node)
    };
    nodes.into_iter().enumerate().map(id).collect()
}

/// In a file of several records the file's name tells nothing apart: the written id does.
fn own_id(node: &Node, stem: &str, index: usize) -> String {
    let Value::Map(entries) = &node.value else { return format!("{stem}-{}", index + 1) };
    match entries.iter().find(|(key, _)| key.name == "id").map(|(_, id)| &id.value) {
        Some(Value::Text(id)) if !id.trim().is_empty() => id.trim().to_owned(),
        _ => format!("{stem}-{}", index + 1),
    }
}

fn read_record(
    kind: Kind,
    r: &mut Reader<'_>,
    id: &str,
    departement: Option<&str>,
) -> Option<Record> {
    Some(match kind {
        Kind::Acteur => Record::Acteur(Box::new(acteur::read(r, id, departement))),
        Kind::Evenement => Record::Evenement(Box::new(evenement::read(r, id, departement))),
        Kind::Dispositif => Record::Dispositif(Box::new(savoir::read_dispositif(r, id))),
        Kind::Territoire => Record::Territoire(Box::new(savoir::read_territoire(r, id))),
        Kind::Guide => Record::Guide(Box::new(site::read_guide(r))),
        Kind::Site => Record::Site(Box::new(site::read_site(r))),
        Kind::Numero => Record::Numero(Box::new(savoir::read_numero(r))),
        Kind::Entree => Record::Entree(Box::new(savoir::read_entree(r))),
        Kind::Calendrier => Record::Calendrier(Box::new(calendrier::read(r))),
        Kind::Doublon => Record::Doublon(Box::new(doublon::read(r))),
        Kind::Remise => Record::Remise(Box::new(diffusion::read(r))),
        Kind::Grille => Record::Grille(Box::new(audit::read(r))),
        Kind::Page | Kind::Image => return None,
    })
}

/// Every key of a kind, as its reader asks for them.
pub fn catalogue(kind: Kind) -> Vec<Field> {
    let source = Arc::new(Source { path: String::new(), text: String::new() });
    let node = Node { span: 0..0, value: Value::Map(Vec::new()) };
    let mut quiet = Vec::new();
    let mut catalogue = Catalogue::default();
    let mut reader = Reader::new(&source, &node, &[], &mut quiet).documenting(&mut catalogue);
    if kind == Kind::Page {
        super::fiche::read_titled(&mut reader, "");
    } else {
        read_record(kind, &mut reader, "", None);
    }
    drop(reader);
    catalogue.settled()
}
