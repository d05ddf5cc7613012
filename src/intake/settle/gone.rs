//! Places that a source told before and not this time: listed, closed when the person wants it, never deleted.

use crate::calendar::Date;
use crate::intake::known::{ACTEURS, Record};
use crate::intake::report::Vanished;
use crate::record::{Kind, ordre};
use crate::source;
use crate::source::yaml::edit::{self, Wanted};
use crate::source::yaml::{self, Plain};

use super::Settling;
use super::decided::ALL;
use super::memory::{name_of, rank};

impl Settling {
    /// Places that a source told before and not this time; those that the person wants closed are closed.
    pub fn vanished(&mut self, today: Date) -> Vec<Vanished> {
        let mut gone = Vec::new();
        for ((folder, source), met) in self.met.clone() {
            for (key, said) in self.bases.vanished(&folder, &source, &met) {
                let path = format!("{folder}/{}", said.path);
                let Some(known) = self.record(&folder, &key, &path) else {
                    // Somebody deleted it.
                    self.bases.forget(&folder, &source, &key);
                    continue;
                };
                let id = key.strip_prefix(ACTEURS).map_or(key.as_str(), |id| &id[1..]);
                let id = if key == said.path { name_of(id) } else { id };
                let names = [ALL, id, name_of(&known.path), &known.path];
                if !key.starts_with(ACTEURS) || is_closed(&known, id) {
                    continue;
                }
                if self.decided.keeps(&names) {
                    self.bases.forget(&folder, &source, &key);
                    continue;
                }
                let closed = self.decided.closes(&names) && self.close(&known, id, today);
                let nom = said.champs.get("nom").and_then(Plain::text).unwrap_or(id).to_owned();
                let id = id.to_owned();
                gone.push(Vanished { path: known.path, id, nom, source: source.clone(), closed });
            }
        }
        gone
    }

    /// The record that is remembered under a key.
    fn record(&self, folder: &str, key: &str, path: &str) -> Option<Record> {
        let guide = self.guides.iter().find(|guide| guide.folder == folder)?;
        let id = key.split_once('/').map_or(key, |(_, id)| id);
        let by_name = || guide.by_stem.get(name_of(path));
        guide.by_id.get(id).or_else(by_name).cloned()
    }

    /// Writes that a place has ended; says whether that could be done.
    fn close(&mut self, known: &Record, id: &str, today: Date) -> bool {
        let Some(source) = self.current(&known.path, &known.bytes) else { return false };
        let Some(rank) = rank(&source, id) else { return false };
        let wanted = Wanted::Bare(today.to_string());
        let order = ordre(Kind::Acteur).names();
        let Ok(text) = edit::set(&source.text, rank, "termine.le", &wanted, &order) else {
            return false;
        };
        self.change(&known.path, &known.bytes, &text);
        true
    }
}

fn is_closed(known: &Record, id: &str) -> bool {
    let Ok(source) = source::decode(&known.path, known.bytes.clone()) else { return true };
    let read = yaml::documents(&source);
    let record = rank(&source, id).and_then(|rank| read.records().nth(rank).map(Plain::of));
    record.is_some_and(|record| record.get("termine").is_some())
}
