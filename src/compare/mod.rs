//! What a build would change in what is published, in the sentences that a reader would see.

mod dates;
mod page;
mod signs;
mod sorte;
mod text;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::address::Address;

pub use page::Line;
pub use sorte::Sorte;

use page::{Difference, difference};

/// What tells two publications apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Files that come, go or read otherwise, by kind then address.
    pub changes: Vec<Change>,
    /// Pages where only the dates of the edition are others.
    pub date_only: usize,
    /// Pages that read the same: only what is not read (style, tags) is other.
    pub form_only: usize,
    /// Files that keep every byte.
    pub same: usize,
}

/// A file that comes, goes or reads otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is to the reader.
    pub sorte: Sorte,
    /// Where it is.
    pub address: Address,
    /// Its first heading, or its file name.
    pub nom: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It reads otherwise; no line for what is not text.
    Changed(Vec<Line>),
    /// It is published no longer.
    Gone,
    /// It is published for the first time.
    New,
}

/// Compares what is published with what a build would publish.
pub fn compare(old: &BTreeMap<Address, Vec<u8>>, new: &BTreeMap<Address, Vec<u8>>) -> Comparison {
    let gone = old.iter().filter(|(address, _)| !new.contains_key(*address));
    let gone = gone.map(|(address, bytes)| Change::of(address, bytes, Fate::Gone));
    let mut comparison = Comparison { changes: gone.collect(), ..Comparison::default() };
    let judged: Vec<(&Address, &[u8], Option<Difference>)> = new
        .par_iter()
        .map(|(address, bytes)| {
            let before = old.get(address);
            (address, bytes.as_slice(), before.map(|before| difference(address, before, bytes)))
        })
        .collect();
    for (address, bytes, difference) in judged {
        comparison.take(address, bytes, difference);
    }
    comparison.changes.sort_by(|a, b| (a.sorte, &a.address).cmp(&(b.sorte, &b.address)));
    comparison
}

impl Comparison {
    fn take(&mut self, address: &Address, bytes: &[u8], difference: Option<Difference>) {
        match difference {
            None => self.changes.push(Change::of(address, bytes, Fate::New)),
            Some(Difference::Text(lines)) => {
                self.changes.push(Change::of(address, bytes, Fate::Changed(lines)));
            }
            Some(Difference::Date) => self.date_only += 1,
            Some(Difference::Form) => self.form_only += 1,
            Some(Difference::Nothing) => self.same += 1,
        }
    }
}

impl Change {
    fn of(address: &Address, bytes: &[u8], fate: Fate) -> Self {
        let sorte = Sorte::of(address);
        let heading = std::str::from_utf8(bytes).ok().and_then(text::heading);
        let file = address.as_str().rsplit('/').next().unwrap_or_default();
        let nom = heading.filter(|_| page::is_page(address)).unwrap_or_else(|| file.to_owned());
        Self { sorte, address: address.clone(), nom, fate }
    }
}
