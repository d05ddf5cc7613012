//! The pages of keys: one for each kind of record, one for what they share.

use std::fmt::Write as _;

use jalon::record::catalogue::{self, Field};
use jalon::record::{Kind, catalogue as keys_read};
use jalon::vocabulary::{self, Vocabulary};

use crate::manual;
use crate::reference::{head, held};
use crate::values::address;

/// A page of keys: the kind, the file, the title, and what stands before the keys.
struct Keys {
    kind: &'static str,
    file: &'static str,
    title: &'static str,
    lead: &'static str,
}

/// Keys that several kinds have.
const SHARED: &str = "20-cles-communes.md";

#[rustfmt::skip] // One line a kind.
const KEYS: [Keys; 13] = [
    Keys { kind: "acteur", file: "21-cles-acteur.md", title: "Les clés d’un acteur", lead: "Fichiers du dossier `acteurs` d’un guide. Le chapitre [Écrire une fiche d’acteur](04-acteur.md) les montre une à une." },
    Keys { kind: "evenement", file: "22-cles-evenement.md", title: "Les clés d’un événement", lead: "Fichiers du dossier `evenements` d’un guide. Le chapitre [Écrire un événement](05-evenements.md) les montre une à une." },
    Keys { kind: "dispositif", file: "23-cles-dispositif.md", title: "Les clés d’un dispositif", lead: "Fichiers du dossier `content/dispositifs`. Le chapitre [Les savoirs communs](06-savoirs.md) dit à quoi ils servent." },
    Keys { kind: "territoire", file: "24-cles-territoire.md", title: "Les clés d’un territoire", lead: "Fichiers du dossier `content/territoires`. Le chapitre [Les savoirs communs](06-savoirs.md) dit à quoi ils servent." },
    Keys { kind: "page", file: "25-cles-page.md", title: "Les clés d’une page", lead: "Elles s’écrivent en tête d’une page, entre deux lignes `---`. Le chapitre [Écrire une page](07-pages.md) donne un exemple." },
    Keys { kind: "guide", file: "26-cles-guide.md", title: "Les clés des réglages d’un guide", lead: "Fichier `guide.yaml`, dans le dossier du guide." },
    Keys { kind: "site", file: "27-cles-site.md", title: "Les clés de l’accueil commun", lead: "Fichier `content/site.yaml`. Un guide reprend de lui le contact, le responsable et l’hébergeur qu’il ne dit pas." },
    Keys { kind: "numeros-utiles", file: "28-cles-numeros-utiles.md", title: "Les clés d’un numéro utile", lead: "Fichier `content/numeros-utiles.yaml` : une liste, un numéro par tiret." },
    Keys { kind: "glossaire", file: "29-cles-glossaire.md", title: "Les clés d’un mot du glossaire", lead: "Fichier `content/glossaire.yaml` : une liste, un mot par tiret." },
    Keys { kind: "calendrier", file: "30-cles-calendrier.md", title: "Les clés d’un calendrier", lead: "Fichiers du dossier `content/calendriers`. La partie [Les calendriers](06-savoirs.md#les-calendriers) en donne des exemples." },
    Keys { kind: "doublons", file: "30-cles-doublons.md", title: "Les clés d’une décision sur un doublon", lead: "Fichier `content/doublons.yaml` : une liste, une décision par tiret. Le chapitre [Tenir les fiches à jour](09-tenir.md) dit quand l’écrire." },
    Keys { kind: "audit", file: "30-cles-audit.md", title: "Les clés d’une grille d’audit", lead: "Fichier `audit.yaml`, dans le dossier du guide. Le chapitre [Faire un audit](13-audit.md) l’explique." },
    Keys { kind: "diffusion", file: "30-cles-diffusion.md", title: "Les clés de la diffusion", lead: "Fichier `diffusion.yaml`, dans le dossier du guide : une liste, un dépôt par tiret. Le chapitre [Où sont les exemplaires](18-diffusion.md) l’explique." },
];

/// Keys that acteurs, événements, dispositifs, territoires and pages read in the same way.
fn shared() -> Vec<Field> {
    let kinds = [Kind::Evenement, Kind::Dispositif, Kind::Territoire, Kind::Page].map(keys_read);
    let mut fields = keys_read(Kind::Acteur);
    fields.retain(|field| kinds.iter().all(|kind| kind.contains(field)));
    fields
}

/// Keys with their paths, those inside after the one that holds them.
fn flat<'a>(fields: &'a [Field], above: &str, out: &mut Vec<(String, &'a Field)>) {
    for field in fields {
        let path = format!("{above}{}", field.name);
        out.push((path.clone(), field));
        flat(&field.inner, &format!("{path}."), out);
    }
}

fn paths_of(fields: &[Field]) -> Vec<(String, &Field)> {
    let mut found = Vec::new();
    flat(fields, "", &mut found);
    found
}

fn entries(text: &mut String, fields: &[Field]) {
    text.push_str("\n## Les clés\n");
    for (path, field) in paths_of(fields) {
        let _ = write!(text, "\n### {path}\n\n{}\n\n", field.about);
        let list = vocabulary::ALL.iter().find(|list| list.name == field.shape);
        match list {
            Some(list) => {
                let open = if list.open { ", ou vos propres mots" } else { "" };
                let _ = writeln!(
                    text,
                    "- Valeur : celles de la [liste {}]({}){open}",
                    list.name,
                    address(list)
                );
            }
            None => {
                let _ = writeln!(text, "- Valeur : {}", field.shape);
            }
        }
        if let Some(sample) = sample(field, list) {
            let _ = writeln!(text, "- Exemple : `{}: {sample}`", field.name);
        }
    }
}

/// A value that the key takes.
fn sample(field: &Field, list: Option<&&Vocabulary>) -> Option<String> {
    let term = list.and_then(|list| list.terms.first()).map(|term| term.label.to_owned());
    catalogue::sample(field.shape).map(str::to_owned).or(term)
}

fn keys_of(kind: Kind) -> Vec<Field> {
    let shared = shared();
    let mut fields = keys_read(kind);
    let has_all = shared.iter().all(|field| fields.contains(field));
    if has_all {
        fields.retain(|field| !shared.contains(field));
    }
    fields
}

#[test]
fn the_pages_of_keys_are_what_the_program_reads() {
    let mut text = head(
        "Les clés de toute fiche",
        "Les clés que tous les genres de fiches ont en commun, une à une.",
    );
    text.push_str(
        "Une fiche d’acteur, d’événement, de dispositif ou de territoire a ces clés ; une page aussi. Cette page est écrite \
         par jalon lui-même : elle dit exactement ce que le programme lit.\n",
    );
    entries(&mut text, &shared());
    held(SHARED, &text);
    for (kind, name) in Kind::WRITTEN {
        let page = KEYS.iter().find(|page| page.kind == name).unwrap();
        let summary = format!("{}, une à une, telles que le programme les lit.", page.title);
        let fields = keys_of(kind);
        let mut text = head(page.title, &summary) + page.lead + "\n";
        if fields.len() < keys_read(kind).len() {
            let _ = write!(text, "\nIl a aussi [les clés de toute fiche]({SHARED}).\n");
        }
        entries(&mut text, &fields);
        held(page.file, &text);
    }
}

#[test]
fn every_key_of_every_kind_has_its_heading() {
    let mut missing = Vec::new();
    for (kind, name) in Kind::WRITTEN {
        let page = KEYS.iter().find(|page| page.kind == name).unwrap();
        let pages = manual::chapters(&[page.file, SHARED]);
        let fields = keys_read(kind);
        assert!(!fields.is_empty(), "{name} has no key");
        for (path, _) in paths_of(&fields) {
            if !pages.iter().any(|page| page.section(&path).is_some()) {
                missing.push(format!("{name} : {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
