//! Who prints: one document after the other becomes data, then a file; what did not change is not set again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{Forme, Papier, Sheet};
use crate::typeset::{Files, Job, Press, Printed, Stamp, stamped};

use super::demande::Choix;
use super::essais::{self, Essai, Essais};
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

/// What a document says with some amount of detail.
struct Dit {
    detail: Detail,
    data: Json,
    /// Lines it has at least.
    lignes: usize,
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
        let Some(dits) = self.dits(sheet, guide, papier, &essais) else { return Ok(()) };
        let files = &self.world.themes.guides[guide].print;
        let main = format!("print/{}.typ", papier.produit.nom());
        let said: Vec<String> = dits.iter().map(|dit| dit.data.to_string()).collect();
        let from = [VERSION, &self.themes[guide].0, main.as_bytes()].into_iter();
        let stamp = Stamp::of(from.chain(said.iter().map(String::as_bytes)));
        if self.known(sheet, stamp) {
            return Ok(());
        }
        let job = Job {
            files,
            main: &main,
            data: "",
            pages: None,
            day: self.world.guides.today,
            tagged: true,
            stamp,
        };
        let (printed, data) = self.fitted(&job, &dits, &essais)?;
        match printed {
            Some(printed) if !essais.strict || printed.pages <= essais.pages => {
                self.keep(sheet, printed, data);
            }
            refused => {
                let pages = refused.map(|printed| printed.pages);
                self.tirages.refus.push((sheet.address.clone(), pages));
            }
        }
        Ok(())
    }

    /// What a document says, once for each amount of detail that is tried; letters that cannot be printed are marked.
    fn dits(
        &mut self,
        sheet: &Sheet,
        guide: usize,
        papier: Papier,
        tries: &Essais,
    ) -> Option<Vec<Dit>> {
        let here = here(self.world, sheet, guide);
        let details: BTreeSet<Detail> = tries.essais.iter().map(|essai| essai.detail).collect();
        let mut lost = BTreeSet::new();
        let mut dits = Vec::new();
        for detail in details {
            let choix = Choix { detail, ..self.choix };
            let document = produits::document(here, papier, choix)?;
            let mut data = serde_json::to_value(&document).unwrap_or(Json::Null);
            lisible::clean(&mut data, &mut lost);
            let lignes = essais::lignes(&data);
            dits.push(Dit { detail, data, lignes });
        }
        self.lost.entry(guide).or_default().extend(lost);
        Some(dits)
    }

    /// Sets the first try that has the pages hoped for, or the one that comes nearest; nothing where none can have them
    /// and nobody wants to see by how much. Beside it, the data it is made from.
    fn fitted(
        &self,
        job: &Job<'_>,
        dits: &[Dit],
        essais: &Essais,
    ) -> Result<(Option<Printed>, String), Vec<Diagnostic>> {
        let mut best: Option<(Printed, String)> = None;
        let needed = !essais.strict || self.presse.sur_demande;
        for (rank, essai) in essais.essais.iter().enumerate() {
            let Some(dit) = dits.iter().find(|dit| dit.detail == essai.detail) else { continue };
            let last = needed && best.is_none() && rank + 1 == essais.essais.len();
            if dit.lignes > essai.tient && !last {
                continue;
            }
            let data = sized(&dit.data, essai);
            let printed = self.press.set(&Job { data: &data, ..*job })?;
            let pages = printed.pages;
            if best.as_ref().is_none_or(|(nearest, _)| pages < nearest.pages) {
                best = Some((printed, data));
            }
            if pages <= essais.pages {
                break;
            }
        }
        Ok(best.map_or((None, String::new()), |(printed, data)| (Some(printed), data)))
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

/// The data of a try: those of its document, in letters of its size.
fn sized(data: &Json, essai: &Essai) -> String {
    if essai.corps == 0.0 {
        return data.to_string();
    }
    let mut data = data.clone();
    data["format"]["corps"] = essai.corps.into();
    data.to_string()
}

/// The fingerprint of a theme; its fonts are those of the program, whose version counts too.
fn stamp_of(files: &Files) -> Stamp {
    let parts = files.iter().flat_map(|(name, source)| [name.as_bytes(), source.text.as_bytes()]);
    Stamp::of(parts)
}
