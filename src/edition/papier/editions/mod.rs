//! Frozen editions: what each record said on the paper of a day, and on which page.

mod ecarts;
mod etat;
mod gel;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{Date, parse_date};

use super::contrat::Fait;

pub(super) use ecarts::{Change, Ecart, Quoi, ecarts};
pub use gel::freeze;

/// An edition, as it was when it was frozen. Its file is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figee {
    /// Version of the program that wrote it.
    pub jalon: String,
    /// Folder of the guide.
    pub guide: String,
    /// Its number among those of the guide: 1, 2, 3.
    pub numero: u32,
    /// Its day.
    pub jour: Le,
    /// The last day whose dates it announces.
    pub valable: Le,
    /// Pages of the printed guide.
    pub pages: usize,
    /// The page of each commune, by its code.
    pub communes: BTreeMap<String, usize>,
    /// What was printed, record by record.
    pub fiches: Vec<Inscrit>,
}

/// A record, as it was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inscrit {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub sorte: Sorte,
    /// Durable short code.
    pub code: String,
    /// Its name.
    pub nom: String,
    /// Its commune; empty for none.
    pub commune: String,
    /// The page of the printed guide that tells it, where one does.
    pub page: Option<usize>,
    /// What it says, name by name and line by line.
    pub faits: Vec<Fait>,
    /// Closures, sessions: what passes by itself.
    pub jours: Vec<Jour>,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sorte {
    /// An actor.
    Acteur,
    /// An event.
    Evenement,
}

/// Something announced for some days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jour {
    /// « Fermé du 14 au 31 décembre 2026. »
    pub texte: String,
    /// Its last day; none when nobody knows.
    pub fin: Option<Le>,
}

/// A day, written `2026-11-26`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Le(pub Date);

impl Serialize for Le {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Le {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        parse_date(&written).map(Self).map_err(|fault| serde::de::Error::custom(fault.message))
    }
}

impl Figee {
    /// An edition from the bytes of its file; nothing when they are not those that jalon wrote.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The bytes of its file: a line for each value, so that two editions can be compared by eye.
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// How many of its records are of a kind.
    pub fn count(&self, sorte: Sorte) -> usize {
        self.fiches.iter().filter(|one| one.sorte == sorte).count()
    }
}

/// The frozen editions of each guide, by its folder, the oldest first.
#[derive(Clone, Default)]
pub struct Editions(BTreeMap<String, Vec<Figee>>);

impl Editions {
    /// Takes one more edition of a guide.
    pub fn add(&mut self, dossier: &str, one: Figee) {
        let all = self.0.entry(dossier.to_owned()).or_default();
        all.push(one);
        all.sort_by_key(|one| one.numero);
    }

    /// Those of a guide.
    pub fn of(&self, dossier: &str) -> &[Figee] {
        self.0.get(dossier).map_or(&[], Vec::as_slice)
    }

    /// The last one of a guide that is not of a later day.
    pub fn last(&self, dossier: &str, today: Date) -> Option<&Figee> {
        self.of(dossier).iter().rev().find(|one| one.jour.0 <= today)
    }

    /// The number of the next one of a guide.
    pub fn next(&self, dossier: &str) -> u32 {
        self.of(dossier).last().map_or(1, |one| one.numero.saturating_add(1))
    }
}

impl fmt::Debug for Editions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = |all: &Vec<Figee>| all.iter().map(|one| one.numero).collect::<Vec<_>>();
        out.debug_map().entries(self.0.iter().map(|(of, all)| (of, numbers(all)))).finish()
    }
}
