//! Sheets made from the same as last time are not made again: a guide whose key did not change keeps its files.
//!
//! A key says what all sheets of a guide are made from (`cle`); what they look at in other guides has a fingerprint each
//! (`ailleurs`). Only where both are as they were, and nobody touched a file of the guide since, do its files stay, and
//! what the rules read in them with it. `docs/adr/0038-sheets-kept.md` has the reasons.

mod ailleurs;
mod cle;

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::check::Rendered;
use crate::check::output::Inspection;
use crate::edition::World;
use crate::publish::{self, Staging, Trace};
use crate::text::slug;

use super::precompression::{self, Packer};
use super::{Order, editions};
use ailleurs::Ailleurs;

/// The folder, among what jalon keeps, of what is remembered of the last build.
const FOLDER: &str = "construction";

/// What is remembered of a guide.
#[derive(Debug, Serialize, Deserialize)]
struct Souvenir {
    /// What its sheets were made from.
    cle: String,
    /// What they looked at in other guides, with its fingerprint then.
    ailleurs: Vec<(Ailleurs, String)>,
    /// Every file of it in the output, compressed forms too, by address.
    fichiers: BTreeMap<Address, Trace>,
    /// What reading each sheet gave, in the order of the plan.
    feuilles: Vec<Rendered>,
}

/// What the last build left, and what this one will leave.
pub(super) struct Souvenirs {
    folder: PathBuf,
    staging: Staging,
    /// The key of each guide.
    cles: Vec<String>,
    /// The sheets of each guide: ranks in the plan.
    ranks: Vec<Vec<usize>>,
    /// Whether each guide keeps its files.
    kept: Vec<bool>,
}

/// What stays of a guide: its files, and what reading each sheet gives.
struct Reste {
    fichiers: BTreeMap<Address, Trace>,
    feuilles: Vec<Rendered>,
}

/// What stays of the last build: what reading a sheet gave, by its rank in the plan.
pub(super) type Repris = HashMap<usize, Rendered>;

impl Souvenirs {
    /// Opens what is remembered; nothing where the order asks for none, or where it cannot be kept: it only saves time.
    ///
    /// Alone, a build touches nothing but its output: it remembers where jalon keeps things already.
    pub(super) fn begin(order: &Order, world: &World<'_>) -> Option<Self> {
        let programme = order.programme.as_deref()?;
        if !editions::kept(&order.content).is_dir() {
            return None;
        }
        let (folder, staging) = precompression::open(order, FOLDER).ok()?;
        let (ranks, _) = world.plan.by_guide(world.guides.guides.len());
        let cles = cle::of_guides(order, programme, world, &ranks);
        let kept = vec![false; ranks.len()];
        Some(Self { folder, staging, cles, ranks, kept })
    }

    /// Keeps the files of every guide that would be made from the same again; what compresses is told of each.
    pub(super) fn recall(
        &mut self,
        world: &World<'_>,
        inspection: &Inspection<'_>,
        output: &Staging,
        packer: Option<&Packer>,
    ) -> Repris {
        // The files of a guide are kept as soon as they are known, so that those of all guides are never held at once.
        let one = |guide| {
            let Reste { fichiers, feuilles } = self.of_guide(guide, world, inspection, output)?;
            for (address, trace) in &fichiers {
                output.keep(address);
                packer.into_iter().for_each(|packer| packer.keep(address, trace));
            }
            Some(feuilles)
        };
        let found: Vec<Option<Vec<Rendered>>> =
            (0..self.ranks.len()).into_par_iter().map(one).collect();
        let mut repris = Repris::new();
        for (guide, feuilles) in found.into_iter().enumerate() {
            let Some(feuilles) = feuilles else { continue };
            self.kept[guide] = true;
            repris.extend(self.ranks[guide].iter().copied().zip(feuilles));
        }
        repris
    }

    /// What stays of a guide; nothing where anything is not as it was.
    fn of_guide(
        &self,
        guide: usize,
        world: &World<'_>,
        inspection: &Inspection<'_>,
        output: &Staging,
    ) -> Option<Reste> {
        let bytes = publish::at(&self.folder, &address(world, guide)?)?;
        let last: Souvenir = serde_json::from_slice(&bytes).ok()?;
        let seen = |(what, then): &(Ailleurs, String)| what.empreinte(world) == *then;
        // A sheet whose file left no trace would be lost.
        let traced = |one: &Rendered| last.fichiers.contains_key(&one.address);
        if last.cle != self.cles[guide]
            || !last.ailleurs.iter().all(seen)
            || !last.feuilles.iter().all(traced)
        {
            return None;
        }
        if !last.fichiers.iter().all(|(address, trace)| output.holds(address, trace)) {
            return None;
        }
        let sheets = self.ranks[guide].iter().map(|&rank| &world.plan.sheets[rank].1);
        let feuilles: Vec<Rendered> = sheets
            .zip(last.feuilles)
            .map(|(sheet, last)| {
                let same = last.address == sheet.address;
                let bytes = || output.published(&sheet.address);
                same.then(|| inspection.recall(sheet, last, bytes)).flatten()
            })
            .collect::<Option<_>>()?;
        (feuilles.len() == self.ranks[guide].len())
            .then_some(Reste { fichiers: last.fichiers, feuilles })
    }

    /// Takes note of what was made, before it is published.
    pub(super) fn note(&self, world: &World<'_>, rendered: &[Rendered], output: &Staging) {
        (0..self.ranks.len()).into_par_iter().for_each(|guide| {
            let Some(address) = address(world, guide) else { return };
            if self.kept[guide] {
                self.staging.keep(&address);
            } else if !world.themes.guides[guide].has_own_templates() {
                let made = self.souvenir(guide, world, rendered, output);
                // What cannot be written is not remembered.
                let bytes = serde_json::to_vec(&made).unwrap_or_default();
                let _ = self.staging.put(&address, &bytes);
            }
        });
    }

    fn souvenir(
        &self,
        guide: usize,
        world: &World<'_>,
        rendered: &[Rendered],
        output: &Staging,
    ) -> Souvenir {
        let ranks = &self.ranks[guide];
        let traced = |address: Address| output.trace(&address).map(|trace| (address, trace));
        let files = ranks.iter().flat_map(|&rank| {
            let address = &world.plan.sheets[rank].1.address;
            let forms = crate::address::PACKED.map(|end| address.packed(end));
            std::iter::once(address.clone()).chain(forms)
        });
        Souvenir {
            cle: self.cles[guide].clone(),
            ailleurs: ailleurs::of_guide(world, guide),
            fichiers: files.filter_map(traced).collect(),
            feuilles: ranks.iter().map(|&rank| rendered[rank].clone()).collect(),
        }
    }

    /// Remembers all that was noted, once it is published.
    pub(super) fn keep(self) {
        let _ = self.staging.publish();
    }
}

/// Where a guide is remembered.
fn address(world: &World<'_>, guide: usize) -> Option<Address> {
    Address::new(format!("{}.json", slug(&world.guides.guides[guide].dossier))).ok()
}
