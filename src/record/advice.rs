//! What to write in place of what a reader refuses: keys that do not exist, values where keys belong.

use std::sync::Arc;

use crate::calendar::{Horaires, parse_date, parse_times};
use crate::diagnostic::{Diagnostic, Source};
use crate::source::yaml::text::scalar;
use crate::source::yaml::{Key, Node, Value, glued};
use crate::text::nearest;

use super::catalogue::Field;
use super::values::{is_email, is_url, judge_phone};

/// What to say of a key that does not exist.
pub(super) fn unknown(
    source: &Arc<Source>,
    key: &Key,
    node: &Node,
    asked: &[&'static str],
) -> Diagnostic {
    if let Some(glued) = glued::parts(&key.name).filter(|(name, _)| asked.contains(name)) {
        return missing_space(source, &key.span, glued);
    }
    if is_cut(source, key, node) {
        return cut(source, key);
    }
    let remedy = match nearest(&key.name, asked.iter().copied()) {
        Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
        None => {
            "Effacez cette clé, ou cherchez son nom dans le manuel, chapitre « Les clés ».".into()
        }
    };
    let message = format!("La clé « {} » n’existe pas ici.", key.name);
    Diagnostic::error("cle-inconnue", source.at(key.span.clone()), message, remedy)
}

fn missing_space(
    source: &Arc<Source>,
    span: &std::ops::Range<usize>,
    glued: (&str, &str),
) -> Diagnostic {
    let (message, remedy) = glued::said(glued);
    Diagnostic::error(glued::CODE, source.at(span.clone()), message, remedy)
}

/// Whether a key is the rest of a value that a comma between braces cut: no colon follows it.
pub(super) fn is_cut(source: &Source, key: &Key, node: &Node) -> bool {
    let colon = |rest: &str| rest.trim_start().starts_with(':');
    node.value == Value::Empty && !source.text.get(key.span.end..).is_some_and(colon)
}

/// What to say of the rest of a value that a comma cut.
pub(super) fn cut(source: &Arc<Source>, key: &Key) -> Diagnostic {
    Diagnostic::error(
        "virgule-dans-accolades",
        source.at(key.span.clone()),
        format!("La virgule a coupé la valeur en deux : « {} » est pris pour une clé.", key.name),
        "Mettez la valeur entière entre guillemets doubles \".",
    )
}

/// Where keys are wanted, by the name of the key above them.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// After the key.
    Keys(&'static str),
    /// In each item of its list, and no list is written.
    Items(&'static str),
    /// In an item of its list.
    Item(&'static str),
}

impl Wanted {
    fn key(self) -> &'static str {
        match self {
            Self::Keys(key) | Self::Items(key) | Self::Item(key) => key,
        }
    }

    /// The whole of what to write, around keys between braces.
    fn around(self, braces: &str) -> String {
        match self {
            Self::Keys(key) => format!("{key}: {braces}"),
            Self::Items(key) => format!("{key}: [{braces}]"),
            Self::Item(_) => braces.to_owned(),
        }
    }
}

/// What to say of a value that stands where keys are wanted: the same value, under the key it fits.
pub(super) fn keys_wanted(
    source: &Arc<Source>,
    wanted: Wanted,
    node: &Node,
    fields: &[Field],
) -> Diagnostic {
    let written = match &node.value {
        Value::Text(text) => Some(text.trim()),
        _ => None,
    };
    let known = |(key, _): &(&str, &str)| fields.iter().any(|field| field.name == *key);
    if let Some(glued) = written.and_then(glued::parts).filter(known) {
        return missing_space(source, &node.span, glued);
    }
    let remedy = match braces(fields, written) {
        Some(braces) => format!("Écrivez « {} ».", wanted.around(&braces)),
        None => format!(
            "Écrivez « {} », avec une ou plusieurs de ces clés : {}.",
            wanted.around("{clé: valeur}"),
            names(fields)
        ),
    };
    let message = format!("« {} » attend des clés, chacune suivie de sa valeur.", wanted.key());
    Diagnostic::error("cles-attendues", source.at(node.span.clone()), message, remedy)
}

/// « {le: 2026-11-03} »: the value under the key it fits, beside the keys that must be there.
fn braces(fields: &[Field], written: Option<&str>) -> Option<String> {
    let own = written.and_then(|text| owner(fields, text).map(|field| (field.name, text)));
    let entry = |field: &Field| match own {
        Some((name, text)) if name == field.name => Some(format!("{name}: {}", shown(text))),
        _ => field.required.then(|| format!("{}: …", field.name)),
    };
    let entries: Vec<String> = fields.iter().filter_map(entry).collect();
    (!entries.is_empty()).then(|| format!("{{{}}}", entries.join(", ")))
}

/// Keys that take any words, where nothing says better whose value they are.
const OF_WORDS: [&str; 5] = ["fichier", "nom", "par", "raison", "texte"];

/// The key that a value fits.
fn owner<'f>(fields: &'f [Field], text: &str) -> Option<&'f Field> {
    let words = text.starts_with(char::is_alphabetic) && !matches!(text, "oui" | "non");
    let of_words = |field: &&Field| words && OF_WORDS.contains(&field.name);
    fields.iter().find(|field| fits(field.shape, text)).or_else(|| fields.iter().find(of_words))
}

/// Whether a text is a value of a shape that not every text is.
fn fits(shape: &str, text: &str) -> bool {
    match shape {
        "date AAAA-MM-JJ" => parse_date(text).is_ok(),
        "nombre entier" => text.parse::<u32>().is_ok(),
        "téléphone" => judge_phone(text).is_ok(),
        "adresse web" => is_url(text),
        "courriel" => is_email(text),
        "horaires" => Horaires::parse(text).is_ok(),
        "heures" => parse_times(text).is_ok(),
        _ => false,
    }
}

/// A value as it is written between braces: records read days and figures as they stand.
fn shown(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " -./+’".contains(c);
    match text.starts_with(char::is_alphanumeric) && text.chars().all(plain) {
        true => text.to_owned(),
        false => scalar(text, true),
    }
}

/// « le », « raison »: the first keys, by name.
fn names(fields: &[Field]) -> String {
    /// Names that a message lists at most.
    const MOST: usize = 6;
    let names: Vec<String> =
        fields.iter().take(MOST).map(|field| format!("« {} »", field.name)).collect();
    names.join(", ")
}
