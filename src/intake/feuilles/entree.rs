//! The staff's own sheets become records: parts find their record, each record its file, every line its fate.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::compte::{Sort, alone, refuse, reports, tell};
use super::fiche::{Fiche, Partie};
use super::juge::{self, Jugee};
use super::lecture::{Ligne, Onglets};
use super::rangement::{self, Rangee};
use super::{EMPREINTE, FICHE, FICHIER, GUIDE, ONGLETS};
use crate::intake::Order;
use crate::intake::national::Refusal;
use crate::intake::report::FileReport;
use crate::intake::settle::Settling;
use crate::record::Kind;
use crate::text::fold;

/// A record that was read, before it has a place.
pub(super) struct Lue {
    /// The guide's folder as written; empty when it is not.
    pub guide: String,
    /// The file as written; empty when it is not.
    pub fichier: String,
    /// The id that its parts call it by, when it has one.
    pub id: Option<String>,
    /// The footprint of the record when it was exported; empty when it is not written.
    pub empreinte: String,
    /// Name of the file it comes from.
    pub source: String,
    /// Its lines.
    pub fiche: Fiche,
}

impl Lue {
    pub fn kind(&self) -> Kind {
        ONGLETS[self.fiche.tete().rang].kind
    }

    pub fn nom(&self) -> String {
        self.fiche.tete().texte("nom").unwrap_or_default().to_owned()
    }
}

/// Takes the sheets of all files together: parts may stand in another file than their record.
pub(in crate::intake) fn reprendre(
    onglets: &[Onglets],
    order: &Order<'_>,
    settling: &mut Settling,
    rows_of: &mut BTreeMap<usize, usize>,
) -> Vec<FileReport> {
    let mut fiches = heads(onglets);
    let mut sort = Sort::new();
    attach(onglets, &mut fiches, settling, order, &mut sort);
    let guides: Vec<Result<usize, Refusal>> =
        fiches.iter().map(|lue| rangement::guide(lue, order, settling)).collect();
    let codes: Vec<Option<&'static str>> = guides
        .iter()
        .map(|guide| settling.departement(*guide.as_ref().ok()?).map(|found| found.code))
        .collect();
    let judged: Vec<Result<Jugee, Refusal>> = fiches
        .par_iter_mut()
        .zip(codes)
        .map(|(lue, code)| juge::juger(&mut lue.fiche, code))
        .collect();
    let mut rangees = Vec::new();
    for ((lue, guide), jugee) in fiches.iter().zip(guides).zip(judged) {
        match guide.and_then(|guide| jugee.map(|jugee| (guide, jugee))) {
            Ok((guide, jugee)) => {
                *rows_of.entry(guide).or_default() += 1;
                rangees.push(Rangee { lue, guide, jugee });
            }
            Err(refusal) => refuse(onglets, lue, &refusal, &mut sort),
        }
    }
    for (rangee, settled) in rangement::ranger(rangees, onglets, order, settling) {
        match settled {
            Ok(settled) => tell(onglets, &rangee, &settled, &mut sort),
            Err(refusal) => refuse(onglets, rangee.lue, &refusal, &mut sort),
        }
    }
    reports(onglets, sort)
}

/// The lines that are records.
fn heads(onglets: &[Onglets]) -> Vec<Lue> {
    let mut found = Vec::new();
    for (sheet, onglet) in onglets.iter().enumerate() {
        if !ONGLETS[onglet.rang].est_de_fiches() {
            continue;
        }
        for (row, ligne) in onglet.lignes.iter().enumerate() {
            let tete = Partie::of(onglet.rang, (sheet, row), ligne);
            found.push(Lue {
                guide: cell(ligne, GUIDE),
                fichier: cell(ligne, FICHIER),
                empreinte: cell(ligne, EMPREINTE),
                id: tete.texte("id").map(str::to_owned),
                source: onglet.source.clone(),
                fiche: Fiche { parties: vec![tete] },
            });
        }
    }
    name(&mut found);
    found
}

/// Without a written id, the name of its file is that of a record; one of several of a file has its rank too.
fn name(found: &mut [Lue]) {
    let mut many: BTreeMap<(String, bool, String), usize> = BTreeMap::new();
    let key = |lue: &Lue| (lue.guide.clone(), lue.kind() == Kind::Acteur, lue.fichier.clone());
    for lue in found.iter() {
        *many.entry(key(lue)).or_default() += 1;
    }
    let mut ranks: BTreeMap<(String, bool, String), usize> = BTreeMap::new();
    for lue in found.iter_mut().filter(|lue| !lue.fichier.is_empty()) {
        let key = key(lue);
        let rank = ranks.entry(key.clone()).or_default();
        *rank += 1;
        let stem = lue.fichier.rsplit('/').next().unwrap_or_default();
        let own = if many[&key] > 1 { format!("{stem}-{rank}") } else { stem.to_owned() };
        lue.id.get_or_insert(own);
    }
}

/// The text of a cell; nothing when it is empty.
pub(super) fn cell(ligne: &Ligne, nom: &str) -> String {
    let found = ligne.cases.iter().find(|(known, _)| known == nom);
    found.map_or_else(String::new, |(_, cell)| cell.trim().to_owned())
}

/// Gives every part to its record; one whose record is not here is told.
fn attach(
    onglets: &[Onglets],
    fiches: &mut [Lue],
    settling: &Settling,
    order: &Order<'_>,
    sort: &mut Sort,
) {
    for (sheet, onglet) in onglets.iter().enumerate() {
        if ONGLETS[onglet.rang].est_de_fiches() {
            continue;
        }
        let kind = ONGLETS[onglet.rang].kind;
        for (row, ligne) in onglet.lignes.iter().enumerate() {
            let (guide, id) = (cell(ligne, GUIDE), cell(ligne, FICHE));
            match whose(fiches, kind, &guide, &id) {
                Some(lue) => lue.fiche.parties.push(Partie::of(onglet.rang, (sheet, row), ligne)),
                None => {
                    let there = rangement::connue(settling, order, &guide, &id);
                    sort.insert((sheet, row), alone(ligne, &id, there));
                }
            }
        }
    }
}

/// The record of an id, or else of a name that only one has.
fn whose<'f>(fiches: &'f mut [Lue], kind: Kind, guide: &str, id: &str) -> Option<&'f mut Lue> {
    let here = |lue: &Lue| {
        lue.kind() == kind && (guide.is_empty() || lue.guide.is_empty() || lue.guide == guide)
    };
    let by_id = fiches.iter().position(|lue| here(lue) && lue.id.as_deref() == Some(id));
    let named = || {
        let wanted = fold(id);
        let mut same =
            (0..fiches.len()).filter(|&at| here(&fiches[at]) && fold(&fiches[at].nom()) == wanted);
        same.next().filter(|_| !id.is_empty() && same.next().is_none())
    };
    let at = by_id.or_else(named)?;
    Some(&mut fiches[at])
}
