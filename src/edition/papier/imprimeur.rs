//! Who prints: one document after the other becomes data, then a file; what did not change is not set again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{Forme, Papier, Sheet};
use crate::typeset::{Files, Job, Press, Printed, Stamp, stamped};

use super::demande::Choix;
use super::essais::Essais;
use super::lieux::Detail;
use super::tirage::{Presse, Tirage, Tirages};
use super::{document, here, lisible, produits};

/// Somebody who prints: the press, what is done, what could not be shown.
pub(super) struct Imprimeur<'a> {
    world: &'a World<'a>,
    presse: &'a Presse<'a>,
    choix: Choix<'a>,
    press: Press,
    /// The fingerprint of each guide's theme.
    themes: Vec<Stamp>,
    tirages: Tirages,
    /// Letters that no font has, by guide.
    lost: BTreeMap<usize, BTreeSet<char>>,
    /// Where each file that is read stands: folded ones are made from them.
    read: BTreeMap<(usize, Papier), Address>,
    /// What went wrong, or badly; each once, however many sheets have it.
    said: Vec<Diagnostic>,
}

impl<'a> Imprimeur<'a> {
    pub fn new(world: &'a World<'a>, presse: &'a Presse<'a>, choix: Choix<'a>) -> Self {
        Self {
            world,
            presse,
            choix,
            press: Press::new(),
            themes: world.themes.guides.iter().map(|theme| stamp_of(&theme.print)).collect(),
            tirages: Tirages::default(),
            lost: BTreeMap::new(),
            read: BTreeMap::new(),
            said: Vec::new(),
        }
    }

    /// Makes the file of a sheet, unless its subject has nothing to say.
    pub fn make(&mut self, sheet: &Sheet, guide: usize, papier: Papier) {
        let made = match papier.forme.est_pliee() {
            true => self.fold(sheet, guide, papier),
            false => self.set(sheet, guide, papier),
        };
        self.tell(made.err().unwrap_or_default());
    }

    /// What was printed; what is to be said of it goes where all is said.
    pub fn done(self, said: &mut Vec<Diagnostic>) -> Tirages {
        said.extend(self.said);
        for (guide, lost) in &self.lost {
            lisible::tell(&self.world.guides.guides[*guide], lost, said);
        }
        self.tirages
    }

    fn set(&mut self, sheet: &Sheet, guide: usize, papier: Papier) -> Result<(), Vec<Diagnostic>> {
        self.read.insert((guide, papier), sheet.address.clone());
        let essais = Essais::of(papier.produit);
        let details = essais.as_ref().map_or([Detail::Entier].as_slice(), |essais| essais.details);
        let Some(said) = self.said_of(sheet, guide, papier, details) else { return Ok(()) };
        let files = &self.world.themes.guides[guide].print;
        let main = format!("print/{}.typ", papier.produit.nom());
        let all: Vec<String> = said.iter().map(Json::to_string).collect();
        let from = [VERSION, &self.themes[guide].0, main.as_bytes()].into_iter();
        let stamp = Stamp::of(from.chain(all.iter().map(String::as_bytes)));
        if self.known(sheet, stamp) {
            return Ok(());
        }
        let job = Job {
            files,
            main: &main,
            data: &all[0],
            pages: None,
            day: self.world.guides.today,
            tagged: true,
            stamp,
        };
        let Some(essais) = essais else {
            let printed = self.press.set(&job)?;
            self.keep(sheet, printed, all.into_iter().next().unwrap_or_default());
            return Ok(());
        };
        match self.fitted(&job, &said, &essais)? {
            Some((printed, data)) if !essais.strict || printed.pages <= essais.pages => {
                self.keep(sheet, printed, data);
            }
            refused => {
                let pages = refused.map(|(printed, _)| printed.pages);
                self.tirages.refus.push((sheet.address.clone(), pages));
            }
        }
        Ok(())
    }

    /// What a document says with each amount of detail; letters that cannot be printed are marked.
    fn said_of(
        &mut self,
        sheet: &Sheet,
        guide: usize,
        papier: Papier,
        details: &[Detail],
    ) -> Option<Vec<Json>> {
        let here = here(self.world, sheet, guide);
        let mut lost = BTreeSet::new();
        let mut said = Vec::new();
        for &detail in details {
            let document = produits::document(here, papier, Choix { detail, ..self.choix })?;
            let mut data = serde_json::to_value(&document).unwrap_or(Json::Null);
            lisible::clean(&mut data, &mut lost);
            said.push(data);
        }
        self.lost.entry(guide).or_default().extend(lost);
        Some(said)
    }

    /// Sets the first try that has the pages hoped for, or the one that comes nearest; nothing where none can have them
    /// and nobody wants to see by how much. Beside it, the data it is made from.
    fn fitted(
        &self,
        job: &Job<'_>,
        said: &[Json],
        essais: &Essais,
    ) -> Result<Option<(Printed, String)>, Vec<Diagnostic>> {
        let tries =
            said.iter().flat_map(|data| essais.corps.iter().map(move |&corps| (data, corps)));
        let tries: Vec<(&Json, f32)> = tries.collect();
        let mut worth: Vec<(&Json, f32)> =
            tries.iter().copied().filter(|(data, corps)| essais.peut_tenir(data, *corps)).collect();
        // The last one says least: where nothing fits, it comes nearest.
        if worth.is_empty() && (!essais.strict || self.presse.sur_demande) {
            worth.extend(tries.last());
        }
        let mut best: Option<(Printed, String)> = None;
        for (data, corps) in worth {
            let data = sized(data, corps);
            let printed = self.press.set(&Job { data: &data, ..*job })?;
            let pages = printed.pages;
            if best.as_ref().is_none_or(|(nearest, _)| pages < nearest.pages) {
                best = Some((printed, data));
            }
            if pages <= essais.pages {
                break;
            }
        }
        Ok(best)
    }

    /// Puts the pages of a booklet two by two on larger sheets.
    fn fold(&mut self, sheet: &Sheet, guide: usize, papier: Papier) -> Result<(), Vec<Diagnostic>> {
        let twin = (guide, Papier { forme: Forme::Lue, ..papier });
        let read = self.read.get(&twin).and_then(|address| self.tirages.of(address));
        let Some(read) = read.cloned() else { return Ok(()) };
        let theme = &self.world.themes.guides[guide];
        let data = serde_json::json!({
            "pages": read.pages,
            "bord": if papier.forme == Forme::ImposeeBordLong { "long" } else { "court" },
            "mots": document::mots(&theme.labels),
        });
        let data = data.to_string();
        let stamp = Stamp::of([VERSION, &self.themes[guide].0, data.as_bytes(), &read.bytes]);
        if self.known(sheet, stamp) {
            return Ok(());
        }
        let job = Job {
            files: &theme.print,
            main: "print/imposition.typ",
            data: &data,
            pages: Some(&read.bytes),
            day: self.world.guides.today,
            tagged: false,
            stamp,
        };
        let printed = self.press.set(&job)?;
        self.keep(sheet, printed, String::new());
        Ok(())
    }

    /// Takes the file of the last build, where it was made from the same.
    fn known(&mut self, sheet: &Sheet, stamp: Stamp) -> bool {
        let before = (self.presse.avant)(&sheet.address);
        let Some(bytes) = before else { return false };
        let Some((_, pages)) = stamped(&bytes).filter(|(known, _)| *known == stamp) else {
            return false;
        };
        self.tirages.made.insert(
            sheet.address.clone(),
            Tirage { bytes, pages, pages_of: BTreeMap::new(), data: String::new() },
        );
        true
    }

    fn keep(&mut self, sheet: &Sheet, printed: Printed, data: String) {
        self.tirages.poses += 1;
        let Printed { bytes, pages, pages_of, doubts } = printed;
        self.tell(doubts);
        let data = if self.presse.sur_demande { data } else { String::new() };
        let one = Tirage { bytes, pages, pages_of, data };
        self.tirages.made.insert(sheet.address.clone(), one);
    }

    fn tell(&mut self, said: Vec<Diagnostic>) {
        for one in said {
            if !self.said.contains(&one) {
                self.said.push(one);
            }
        }
    }
}

/// The version of the program is part of what a file is made from.
const VERSION: &[u8] = env!("CARGO_PKG_VERSION").as_bytes();

/// The data of a document, in letters of a size.
fn sized(data: &Json, corps: f32) -> String {
    let mut data = data.clone();
    data["format"]["corps"] = corps.into();
    data.to_string()
}

/// The fingerprint of a theme; its fonts are those of the program, whose version counts too.
fn stamp_of(files: &Files) -> Stamp {
    let parts = files.iter().flat_map(|(name, source)| [name.as_bytes(), source.text.as_bytes()]);
    Stamp::of(parts)
}
