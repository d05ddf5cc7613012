//! Who prints: a document becomes data, then a file; what did not change is not set again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::diagnostic::Diagnostic;
use crate::edition::World;
use crate::plan::{Forme, Sheet};
use crate::typeset::{Files, Job, Press, Printed, Stamp, stamped};

use super::demande::Choix;
use super::essais::Essais;
use super::lieux::Detail;
use super::tirage::{Ouvrage, Presse, Tirage};
use super::{document, here, lisible, produits};

/// Somebody who prints, one document or several at a time.
pub(super) struct Imprimeur<'a> {
    world: &'a World<'a>,
    presse: &'a Presse<'a>,
    choix: Choix<'a>,
    press: Press,
    /// The fingerprint of each guide's theme.
    themes: Vec<Stamp>,
}

/// What became of one document.
#[derive(Default)]
pub(super) struct Fait {
    /// Its file; nothing where its subject has nothing to say, or where it could not be made.
    pub tirage: Option<Tirage>,
    /// Whether it was set anew.
    pub pose: bool,
    /// Whether it has no place on its sheet, and the pages it would have had, where it was set to see it.
    pub refus: Option<Option<usize>>,
    /// Letters that no font has.
    pub lost: BTreeSet<char>,
    /// What went wrong, or badly.
    pub said: Vec<Diagnostic>,
}

impl<'a> Imprimeur<'a> {
    pub fn new(world: &'a World<'a>, presse: &'a Presse<'a>, choix: Choix<'a>) -> Self {
        Self {
            world,
            presse,
            choix,
            press: Press::new(),
            themes: world.themes.guides.iter().map(|theme| stamp_of(&theme.print)).collect(),
        }
    }

    /// Makes a file that is read, unless its subject has nothing to say.
    pub fn read(&self, ouvrage: Ouvrage<'_>) -> Fait {
        Self::made(|fait| self.set(ouvrage, fait))
    }

    /// Makes a file that is folded from the one that is read.
    pub fn folded(&self, ouvrage: Ouvrage<'_>, read: &Tirage) -> Fait {
        Self::made(|fait| self.fold(ouvrage, read, fait))
    }

    fn made(make: impl FnOnce(&mut Fait) -> Result<(), Vec<Diagnostic>>) -> Fait {
        let mut fait = Fait::default();
        if let Err(said) = make(&mut fait) {
            fait.said.extend(said);
        }
        fait
    }

    fn set(&self, ouvrage: Ouvrage<'_>, fait: &mut Fait) -> Result<(), Vec<Diagnostic>> {
        let Ouvrage { sheet, guide, papier } = ouvrage;
        let essais = Essais::of(papier.produit);
        let details = essais.as_ref().map_or([Detail::Entier].as_slice(), |essais| essais.details);
        let Some(said) = self.said_of(ouvrage, details, &mut fait.lost) else { return Ok(()) };
        let files = &self.world.themes.guides[guide].print;
        let main = format!("print/{}.typ", papier.produit.nom());
        let all: Vec<String> = said.iter().map(Json::to_string).collect();
        let from = [VERSION, &self.themes[guide].0, main.as_bytes()].into_iter();
        let stamp = Stamp::of(from.chain(all.iter().map(String::as_bytes)));
        fait.tirage = self.known(sheet, stamp);
        if fait.tirage.is_some() {
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
            self.keep(fait, printed, all.into_iter().next().unwrap_or_default());
            return Ok(());
        };
        match self.fitted(&job, &said, &essais)? {
            Some((printed, data)) if !essais.strict || printed.pages <= essais.pages => {
                self.keep(fait, printed, data);
            }
            refused => fait.refus = Some(refused.map(|(printed, _)| printed.pages)),
        }
        Ok(())
    }

    /// What a document says with each amount of detail; letters that cannot be printed are marked.
    fn said_of(
        &self,
        ouvrage: Ouvrage<'_>,
        details: &[Detail],
        lost: &mut BTreeSet<char>,
    ) -> Option<Vec<Json>> {
        let here = here(self.world, ouvrage.sheet, ouvrage.guide);
        let said = details.iter().map(|&detail| {
            let choix = Choix { detail, ..self.choix };
            let document = produits::document(here, ouvrage.papier, choix)?;
            let mut data = serde_json::to_value(&document).unwrap_or(Json::Null);
            lisible::clean(&mut data, lost);
            Some(data)
        });
        said.collect()
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
    fn fold(
        &self,
        ouvrage: Ouvrage<'_>,
        read: &Tirage,
        fait: &mut Fait,
    ) -> Result<(), Vec<Diagnostic>> {
        let Ouvrage { sheet, guide, papier } = ouvrage;
        let theme = &self.world.themes.guides[guide];
        let data = serde_json::json!({
            "pages": read.pages,
            "bord": if papier.forme == Forme::ImposeeBordLong { "long" } else { "court" },
            "mots": document::mots(&theme.labels),
        });
        let data = data.to_string();
        let stamp = Stamp::of([VERSION, &self.themes[guide].0, data.as_bytes(), &read.bytes]);
        fait.tirage = self.known(sheet, stamp);
        if fait.tirage.is_some() {
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
        self.keep(fait, printed, String::new());
        Ok(())
    }

    /// The file of the last build, where it was made from the same.
    fn known(&self, sheet: &Sheet, stamp: Stamp) -> Option<Tirage> {
        let bytes = (self.presse.avant)(&sheet.address)?;
        let (_, pages) = stamped(&bytes).filter(|(known, _)| *known == stamp)?;
        Some(Tirage { bytes, pages, pages_of: BTreeMap::new(), data: String::new() })
    }

    fn keep(&self, fait: &mut Fait, printed: Printed, data: String) {
        let Printed { bytes, pages, pages_of, doubts } = printed;
        let data = if self.presse.sur_demande { data } else { String::new() };
        fait.tirage = Some(Tirage { bytes, pages, pages_of, data });
        fait.pose = true;
        fait.said.extend(doubts);
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
