//! What sources said last time, and records that somebody edited when they meet a new version.

use std::sync::Arc;

use crate::diagnostic::Source;
use crate::intake::coming::{Coming, Fate, Output, Settled};
use crate::intake::draft::Draft;
use crate::intake::footprint::Hand;
use crate::intake::fusion::{Meeting, Said, stem};
use crate::intake::known::{ACTEURS, Record};
use crate::intake::national::Refusal;
use crate::record::Kind;
use crate::source;
use crate::source::yaml::{self, Plain};

use super::Settling;
use super::decided::ALL;

/// What some editors put before a text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// What a record is called in what is remembered: its id, or its file where it writes none.
pub(super) fn key(folder: &str, id: Option<&str>, path: &str) -> String {
    let file = || path.split_once('/').map_or(path, |(_, below)| below).to_owned();
    id.map_or_else(file, |id| format!("{folder}/{id}"))
}

/// What the YAML of one record says.
pub(super) fn said(body: &str) -> Plain {
    let source = Arc::new(Source { path: String::new(), text: body.to_owned() });
    let read = yaml::documents(&source);
    read.records().next().map_or(Plain::Map(Vec::new()), Plain::of)
}

/// The last part of a path without its extension.
pub(super) fn name_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Settling {
    /// A new version meets a record that somebody edited. One that was never met before is kept as it is, and
    /// what its source says now is remembered.
    pub(super) fn meet(
        &mut self,
        guide: usize,
        coming: &Coming<'_>,
        (key, last): (&str, Option<Said>),
        known: Option<&Record>,
        settled: &mut Settled,
    ) {
        let Some(known) = known else { return };
        let Some(last) = last else {
            if known.hand != Hand::Written {
                self.remember(guide, coming, key, &settled.path, said(coming.body));
            }
            return;
        };
        let departement = self.guides[guide].departement.map_or("", |own| own.code);
        let id = coming.draft.value("id").unwrap_or_default();
        let decided =
            |path: &str| self.decided.choice(&[ALL, id, name_of(&known.path), &known.path], path);
        let Some(source) = self.current(&known.path, &known.bytes) else { return };
        let Some(rank) = rank(&source, id) else { return };
        let meeting = Meeting {
            text: &source.text,
            rank,
            kind: kind(coming.folder),
            departement,
            theirs: coming.body,
            base: Some(&last.champs),
            speaks: &|_| true,
            decided: &decided,
        };
        let met = meeting.meet();
        settled.fate = if met.text == source.text { Fate::Unchanged } else { Fate::Changed };
        settled.merged = true;
        settled.findings = met.findings;
        if settled.fate == Fate::Changed {
            self.change(&known.path, &known.bytes, &met.text);
        }
        self.remember(guide, coming, key, &settled.path, met.base);
    }

    /// The text of a record's file, as it is to be: another record of it may have changed before.
    pub(super) fn current(&self, path: &str, bytes: &[u8]) -> Option<Arc<Source>> {
        let coming = self.outputs.iter().find(|output| output.path == path);
        let bytes = coming.map_or(bytes, |output| &output.bytes);
        source::decode(path, bytes.to_vec()).ok()
    }

    /// Changes the text of a record's file; the mark that some editors put before it stays.
    pub(super) fn change(&mut self, path: &str, before: &[u8], text: &str) {
        let mark = if before.starts_with(MARK) { MARK } else { b"" };
        let bytes = [mark, text.as_bytes()].concat();
        match self.outputs.iter_mut().find(|output| output.path == path) {
            Some(output) => output.bytes = bytes,
            None => {
                let before = Some(before.to_vec());
                self.outputs.push(Output { path: path.to_owned(), bytes, before });
            }
        }
    }

    /// Remembers what a source says of a record.
    pub(super) fn remember(
        &mut self,
        guide: usize,
        coming: &Coming<'_>,
        key: &str,
        path: &str,
        champs: Plain,
    ) {
        let folder = self.guides[guide].folder.clone();
        let source = self.source_of(coming.file);
        let path = path.split_once('/').map_or(path, |(_, below)| below).to_owned();
        self.bases.put(&folder, &source, key, Said { path, champs });
        self.met.entry((folder, source)).or_default().insert(key.to_owned());
    }

    /// A row that makes no record is in its file all the same.
    pub fn saw(&mut self, folder: &str, id: &str, file: &str) {
        let source = self.source_of(file);
        let key = key(folder, Some(id), "");
        for guide in &self.guides {
            self.met.entry((guide.folder.clone(), source.clone())).or_default().insert(key.clone());
        }
    }

    fn source_of(&self, file: &str) -> String {
        self.decided.source.clone().unwrap_or_else(|| stem(file))
    }

    /// Files of what sources said that could not be read, with the reason.
    pub fn unread(&self) -> Vec<(String, String)> {
        let why = "ce fichier ne se lit pas : il n’a pas été changé, et les fiches modifiées sont gardées telles quelles";
        self.bases.broken.iter().map(|path| (path.clone(), why.to_owned())).collect()
    }
}

fn kind(folder: &str) -> Kind {
    if folder == ACTEURS { Kind::Acteur } else { Kind::Evenement }
}

/// The rank in its file of the record of an id; the only one of a file needs none.
pub(super) fn rank(source: &Arc<Source>, id: &str) -> Option<usize> {
    let read = yaml::documents(source);
    let records: Vec<Plain> = read.records().map(Plain::of).collect();
    let is_it = |record: &Plain| {
        let own = record.get("id").and_then(Plain::text) == Some(id);
        let former = match record.get("anciens_ids") {
            Some(Plain::List(ids)) => ids.iter().any(|old| old.text() == Some(id)),
            one => one.and_then(Plain::text) == Some(id),
        };
        own || former
    };
    match records.len() {
        0 => None,
        1 => Some(0),
        _ => records.iter().position(is_it),
    }
}

/// What becomes of a record by whose hand is on it.
pub(super) fn fate(known: Option<&Record>, body: &str) -> Fate {
    match known {
        None => Fate::New,
        Some(known) if known.hand != Hand::Imported => Fate::Kept,
        Some(known) if known.body == body => Fate::Unchanged,
        Some(_) => Fate::Changed,
    }
}

/// Ids are unique within a source only: that of another source may be another place.
pub(super) fn same_source(
    known: &Record,
    last: Option<&Said>,
    draft: &Draft,
) -> Result<(), Refusal> {
    let source = draft.value("source").unwrap_or_default();
    // What the source itself said counts more than what somebody may have written since.
    let said = last.and_then(|last| last.champs.get("source")?.text());
    let own = if last.is_some() { said.unwrap_or_default() } else { known.source.as_str() };
    if known.hand == Hand::Written && last.is_none() || own == source {
        return Ok(());
    }
    Err(Refusal {
        code: "identifiant-autre-source",
        reason: format!(
            "L’identifiant de cette ligne est déjà celui de « {} », qui vient d’une autre source (« {} »).",
            known.path, known.source
        ),
        remedy: "Si c’est le même lieu, effacez l’ancienne fiche et importez de nouveau ; sinon, changez l’identifiant dans le fichier.".into(),
    })
}
