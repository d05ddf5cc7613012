//! Printing: each document becomes data, then a file; what did not change is not set again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{About, Forme, Papier, Sheet};
use crate::typeset::{Files, Job, Press, Printed, Stamp, stamped};

use super::contrat::Document;
use super::demande::Choix;
use super::essais::Essais;
use super::{here, lisible, produits};

/// A file that is printed.
#[derive(Clone, Debug)]
pub struct Tirage {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The page of each name that indexes point at; none is known of a file of the last build.
    pub pages_of: BTreeMap<String, usize>,
}

/// Every file printed, by its address.
#[derive(Debug, Default)]
pub struct Tirages {
    pub(super) made: BTreeMap<Address, Tirage>,
    /// Files that were set anew; the others are those of the last build.
    pub poses: usize,
    /// Leaflets that do not fit on a sheet, with the pages they would have: the booklet of the same place says all.
    pub refus: Vec<(Address, usize)>,
}

impl Tirages {
    /// The file at an address.
    pub fn of(&self, address: &Address) -> Option<&Tirage> {
        self.made.get(address)
    }

    /// Whether something is printed at an address.
    pub fn holds(&self, address: &Address) -> bool {
        self.made.contains_key(address)
    }

    /// How many files are printed.
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Whether nothing is printed.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }
}

/// What printing needs from the world around it.
pub struct Presse<'a> {
    /// The file that stood at an address in the last build.
    pub avant: &'a (dyn Fn(&Address) -> Option<Vec<u8>> + Sync),
    /// Told after each document: how many are done, of how many.
    pub avance: &'a (dyn Fn(usize, usize) + Sync),
}

/// Prints everything that the plan has on paper. What does not fit or has nothing to say is not made; why, where it is
/// worth a word, is said.
pub fn print(world: &World<'_>, presse: &Presse<'_>, said: &mut Vec<Diagnostic>) -> Tirages {
    let sheets = world.plan.sheets.iter().map(|(_, sheet)| sheet);
    run(world, presse, sheets, Choix::NONE, said)
}

/// The same for some sheets, with what was chosen for them.
pub(super) fn run<'s>(
    world: &World<'_>,
    presse: &Presse<'_>,
    sheets: impl IntoIterator<Item = &'s Sheet>,
    choix: Choix<'_>,
    said: &mut Vec<Diagnostic>,
) -> Tirages {
    let jobs: Vec<(&Sheet, usize, Papier)> = sheets
        .into_iter()
        .filter_map(|sheet| match sheet.about {
            About::Papier(guide, papier) => Some((sheet, guide, papier)),
            _ => None,
        })
        .collect();
    let total = jobs.len();
    let themes = world.themes.guides.iter().map(|theme| stamp_of(&theme.print)).collect();
    let mut imprimeur = Imprimeur {
        world,
        presse,
        choix,
        press: Press::new(),
        themes,
        tirages: Tirages::default(),
        lost: BTreeMap::new(),
        read: BTreeMap::new(),
    };
    // Sheets that are folded are made from those that are read.
    let (read, folded): (Vec<_>, Vec<_>) =
        jobs.into_iter().partition(|(_, _, papier)| !is_folded(papier.forme));
    for (done, (sheet, guide, papier)) in read.into_iter().chain(folded).enumerate() {
        if let Err(faults) = imprimeur.make(sheet, guide, papier) {
            said.extend(faults);
        }
        (presse.avance)(done + 1, total);
    }
    for (guide, lost) in &imprimeur.lost {
        lisible::tell(&world.guides.guides[*guide], lost, said);
    }
    imprimeur.tirages
}

fn is_folded(forme: Forme) -> bool {
    matches!(forme, Forme::Imposee | Forme::ImposeeBordLong)
}

/// Somebody who prints: the press, what is done, what could not be shown.
struct Imprimeur<'a> {
    world: &'a World<'a>,
    presse: &'a Presse<'a>,
    choix: Choix<'a>,
    press: Press,
    /// The fingerprint of each guide's theme.
    themes: Vec<Stamp>,
    tirages: Tirages,
    lost: BTreeMap<usize, BTreeSet<char>>,
    /// Where each file that is read stands: folded ones are made from them.
    read: BTreeMap<(usize, Papier), Address>,
}

impl Imprimeur<'_> {
    fn make(&mut self, sheet: &Sheet, guide: usize, papier: Papier) -> Result<(), Vec<Diagnostic>> {
        if is_folded(papier.forme) {
            return self.fold(sheet, guide, papier);
        }
        self.read.insert((guide, papier), sheet.address.clone());
        let essais = Essais::of(papier.produit);
        let here = here(self.world, sheet, guide);
        let mut lost = BTreeSet::new();
        let mut tried = Vec::new();
        for &(detail, corps) in essais.essais {
            let choix = Choix { detail, ..self.choix };
            let Some(mut document) = produits::document(here, papier, choix) else { return Ok(()) };
            if corps > 0.0 {
                document.format.corps = corps;
            }
            tried.push(written(&document, &mut lost));
        }
        self.lost.entry(guide).or_default().extend(lost);
        let files = &self.world.themes.guides[guide].print;
        let main = format!("print/{}.typ", papier.produit.nom());
        let theme = self.themes[guide].0;
        let from = [VERSION, &theme, main.as_bytes()].into_iter();
        let stamp = Stamp::of(from.chain(tried.iter().map(String::as_bytes)));
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
        let Some(printed) = self.fitted(&job, &tried, essais.pages)? else { return Ok(()) };
        if essais.strict && printed.pages > essais.pages {
            self.tirages.refus.push((sheet.address.clone(), printed.pages));
        } else {
            self.keep(sheet, printed);
        }
        Ok(())
    }

    /// Sets the first of some data that has the pages hoped for, or the last.
    fn fitted(
        &self,
        job: &Job<'_>,
        tried: &[String],
        pages: usize,
    ) -> Result<Option<Printed>, Vec<Diagnostic>> {
        let mut last = None;
        for data in tried {
            let printed = self.press.set(&Job { data, ..*job })?;
            let fits = printed.pages <= pages;
            last = Some(printed);
            if fits {
                break;
            }
        }
        Ok(last)
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
            "mots": super::document::mots(&theme.labels),
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
        self.keep(sheet, printed);
        Ok(())
    }

    /// Takes the file of the last build, where it was made from the same.
    fn known(&mut self, sheet: &Sheet, stamp: Stamp) -> bool {
        let before = (self.presse.avant)(&sheet.address);
        let Some(bytes) = before else { return false };
        let Some((_, pages)) = stamped(&bytes).filter(|(known, _)| *known == stamp) else {
            return false;
        };
        self.tirages
            .made
            .insert(sheet.address.clone(), Tirage { bytes, pages, pages_of: BTreeMap::new() });
        true
    }

    fn keep(&mut self, sheet: &Sheet, printed: Printed) {
        self.tirages.poses += 1;
        let Printed { bytes, pages, pages_of, .. } = printed;
        let one = Tirage { bytes, pages, pages_of };
        self.tirages.made.insert(sheet.address.clone(), one);
    }
}

/// The version of the program is part of what a file is made from.
const VERSION: &[u8] = env!("CARGO_PKG_VERSION").as_bytes();

/// A document as its theme reads it; letters that cannot be printed are marked.
fn written(document: &Document, lost: &mut BTreeSet<char>) -> String {
    let mut data = serde_json::to_value(document).unwrap_or(Json::Null);
    lisible::clean(&mut data, lost);
    data.to_string()
}

/// The fingerprint of a theme; its fonts are those of the program, whose version counts too.
fn stamp_of(files: &Files) -> Stamp {
    let parts = files.iter().flat_map(|(name, source)| [name.as_bytes(), source.text.as_bytes()]);
    Stamp::of(parts)
}
