//! The keys of a record and its source, one after the other: taken, kept, or told.

use crate::intake::finding::{Finding, Verdict};
use crate::record::ordre;
use crate::source::yaml::edit::{self, Wanted};
use crate::source::yaml::{Node, Plain, Value};

use super::champ::{Sort, same, shown, sort};
use super::{Choice, Meeting};

/// The keys that say together where a place is: the first of them cannot be of one town, the others of another.
const PLACE: [&str; 7] = [
    "commune",
    "code_postal",
    "code_insee",
    "latitude",
    "longitude",
    "adresse",
    "complement_adresse",
];
/// How many of them, when somebody changed one, tell that the place moved: a street may be mended alone.
const MOVES: usize = 5;

/// Whether a record was moved by somebody since its source said where it is.
pub(super) fn moved(base: &Plain, ours: &Plain) -> bool {
    PLACE[..MOVES].iter().any(|key| !same(base.get(key), ours.get(key)))
}

/// A merge on its way.
pub(super) struct Merge<'a> {
    pub meeting: &'a Meeting<'a>,
    /// The record of the source, and its text.
    pub theirs: (&'a Node, &'a str),
    /// The text of the record's file, with what was taken so far.
    pub text: String,
    /// What is remembered of the source.
    pub base: Plain,
    /// What is to be told.
    pub findings: Vec<Finding>,
    /// Whether somebody said that the place is elsewhere.
    pub moved: bool,
}

impl Merge<'_> {
    /// Merges the keys of a map.
    pub fn map(&mut self, above: &str, base: &Plain, ours: &Plain, theirs: &Plain) {
        let mut keys: Vec<&str> = theirs.keys().collect();
        keys.extend(base.keys().filter(|key| !theirs.keys().any(|known| known == *key)));
        for key in keys {
            let path = if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") };
            if !(self.meeting.speaks)(&path) {
                continue;
            }
            let (base, ours, theirs) = (base.get(key), ours.get(key), theirs.get(key));
            let inside = |side: Option<&Plain>| matches!(side, None | Some(Plain::Map(_)));
            match (ours, theirs) {
                (Some(ours @ Plain::Map(_)), _) if inside(base) && inside(theirs) => {
                    let none = Plain::Map(Vec::new());
                    self.map(&path, base.unwrap_or(&none), ours, theirs.unwrap_or(&none));
                }
                (Some(own), Some(new)) if same(base, ours) && one_by_one(own, new) => {
                    self.items(&path, own, new);
                }
                _ => self.key(&path, base, ours, theirs),
            }
        }
    }

    /// Merges the items of a list that only the source changed: what it left in an item stays as it is written.
    fn items(&mut self, path: &str, ours: &Plain, theirs: &Plain) {
        let before = self.findings.len();
        match (ours, theirs) {
            (Plain::List(own), Plain::List(new)) => {
                for (rank, (own, new)) in own.iter().zip(new).enumerate() {
                    self.map(&format!("{path}.{rank}"), own, own, new);
                }
            }
            // One alone is a list of one.
            (own, Plain::List(new)) => {
                for new in new {
                    self.map(path, own, own, new);
                }
            }
            _ => {}
        }
        if self.findings.len() == before {
            remember(&mut self.base, path, Some(theirs));
        }
    }

    fn key(
        &mut self,
        path: &str,
        base: Option<&Plain>,
        ours: Option<&Plain>,
        theirs: Option<&Plain>,
    ) {
        let sorted = match sort(path, base, ours, theirs) {
            Sort::Takes(_) if self.moved && PLACE.contains(&path) => Sort::Conflict,
            // Nobody knows which of both changed.
            Sort::Takes(_) if self.meeting.base.is_none() => Sort::Conflict,
            sorted => sorted,
        };
        let taken = match sorted {
            Sort::Stays => return remember(&mut self.base, path, theirs),
            Sort::Takes(value) => value,
            Sort::Conflict => match (self.meeting.decided)(path) {
                Some(Choice::Garder) => return remember(&mut self.base, path, theirs),
                Some(Choice::Prendre) => theirs.cloned(),
                None => return self.conflict(path, base, ours, theirs),
            },
        };
        let wanted = taken.as_ref().map(|value| self.wanted(path, value));
        let order = ordre(self.meeting.kind).names();
        let done = match &wanted {
            Some(wanted) => edit::set(&self.text, self.meeting.rank, path, wanted, &order),
            None => edit::remove(&self.text, self.meeting.rank, path),
        };
        match done {
            Ok(text) => {
                self.text = text;
                remember(&mut self.base, path, theirs);
            }
            Err(_) => self.by_hand(path, theirs, wanted.as_ref()),
        }
    }

    /// A value as it is to be written: as the source's record writes it, when it says just that.
    fn wanted(&self, path: &str, value: &Plain) -> Wanted {
        let mut node = Some(self.theirs.0);
        for key in path.split('.') {
            node = node.and_then(|node| match &node.value {
                Value::Map(entries) => {
                    entries.iter().find(|(name, _)| name.name == key).map(|(_, node)| node)
                }
                Value::List(items) => items.get(key.parse::<usize>().ok()?),
                _ => None,
            });
        }
        let written = node.and_then(|node| Wanted::of(node, self.theirs.1));
        written.filter(|wanted| wanted.plain() == *value).unwrap_or_else(|| said(value))
    }

    fn conflict(
        &mut self,
        path: &str,
        base: Option<&Plain>,
        ours: Option<&Plain>,
        theirs: Option<&Plain>,
    ) {
        let before = match self.meeting.base {
            Some(_) => format!(" ; il disait {}", shown(base)),
            None => String::new(),
        };
        let reason = format!(
            "La fiche dit {}, le fichier dit maintenant {}{before}. La fiche n’a pas changé.",
            shown(ours),
            shown(theirs),
        );
        let value = theirs.map_or_else(String::new, plain_words);
        self.tell(
            path,
            value,
            "valeur-en-conflit",
            reason,
            "Décidez : importez de nouveau avec --garder ou --prendre, ou corrigez la fiche."
                .into(),
        );
    }

    fn by_hand(&mut self, path: &str, theirs: Option<&Plain>, wanted: Option<&Wanted>) {
        let value = theirs.map_or_else(String::new, plain_words);
        let reason = "Le fichier a changé cette valeur, et la fiche l’écrit d’une façon que jalon ne sait pas changer sans risque.";
        let remedy = format!("Ouvrez la fiche et {}.", edit::by_hand(path, wanted));
        self.tell(path, value, "modification-refusee", reason.into(), remedy);
    }

    fn tell(&mut self, path: &str, value: String, code: &str, reason: String, remedy: String) {
        self.findings.push(Finding {
            column: path.to_owned(),
            value,
            verdict: Verdict::Douteux,
            code: code.to_owned(),
            became: None,
            reason,
            remedy,
        });
    }
}

/// Whether two lists hold as many items, each made of keys; one alone is a list of one.
fn one_by_one(ours: &Plain, theirs: &Plain) -> bool {
    let maps = |items: &[Plain]| items.iter().all(|item| matches!(item, Plain::Map(_)));
    match (ours, theirs) {
        (Plain::List(own), Plain::List(new)) => own.len() == new.len() && maps(own) && maps(new),
        (Plain::Map(_), Plain::List(new)) => new.len() == 1 && maps(new),
        _ => false,
    }
}

/// A value as YAML says it; what holds nothing is an empty list.
fn said(value: &Plain) -> Wanted {
    match value {
        Plain::Empty => Wanted::List(Vec::new()),
        Plain::Text(text) => Wanted::Text(text.clone()),
        Plain::List(items) => Wanted::List(items.iter().map(said).collect()),
        Plain::Map(entries) => {
            Wanted::Map(entries.iter().map(|(key, value)| (key.clone(), said(value))).collect())
        }
    }
}

/// The words of a value, as a cell would have them.
fn plain_words(value: &Plain) -> String {
    match value {
        Plain::Text(text) => text.clone(),
        other => shown(Some(other)),
    }
}

/// Puts what the source says of a key in what is remembered of it.
fn remember(base: &mut Plain, path: &str, value: Option<&Plain>) {
    let (key, below) = path.split_once('.').map_or((path, None), |(key, below)| (key, Some(below)));
    let Plain::Map(entries) = base else { return };
    let at = entries.iter().position(|(name, _)| name == key);
    match (below, at, value) {
        (None, Some(at), Some(value)) => entries[at].1 = value.clone(),
        (None, None, Some(value)) => entries.push((key.to_owned(), value.clone())),
        (None, Some(at), None) => _ = entries.remove(at),
        (Some(below), at, value) => {
            let at = at.unwrap_or_else(|| {
                entries.push((key.to_owned(), Plain::Map(Vec::new())));
                entries.len() - 1
            });
            remember(&mut entries[at].1, below, value);
            if entries[at].1 == Plain::Map(Vec::new()) {
                entries.remove(at);
            }
        }
        (None, None, None) => {}
    }
}
