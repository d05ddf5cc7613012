//! What became of each line of the sheets: its fate, its record, why, and what was said of its cells.

use std::collections::BTreeMap;

use super::entree::{Lue, cell};
use super::fiche::Lieu;
use super::lecture::{Ligne, Onglets};
use super::rangement::Rangee;
use super::{NOM_DE_LA_FICHE, ONGLETS};
use crate::intake::coming::{Fate, Settled};
use crate::intake::national::Refusal;
use crate::intake::report::{FileReport, Matter, RowReport};

/// What became of every line.
pub(super) type Sort = BTreeMap<Lieu, RowReport>;

/// A part whose record is not among the lines: it is in the content already, or nowhere.
pub(super) fn alone(ligne: &Ligne, id: &str, there: Option<String>) -> RowReport {
    let report = row(ligne, Fate::Refused);
    match there {
        Some(path) => RowReport {
            fate: Fate::Kept,
            record: Some(path),
            reason: Some((
                "ligne-sans-fiche".into(),
                "La ligne de sa fiche n’est pas dans ce qui est importé : rien n’a changé.".into(),
                "Importez ensemble cette feuille et celle des acteurs ou des événements.".into(),
            )),
            ..report
        },
        None => RowReport {
            reason: Some((
                "partie-sans-fiche".into(),
                format!("Aucune ligne n’est la fiche « {id} »."),
                "Écrivez dans « fiche » l’identifiant, ou le nom exact, d’une ligne de la feuille des acteurs ou des événements.".into(),
            )),
            ..report
        },
    }
}

/// The report of a line that made no record: its cells stand in it whole.
fn row(ligne: &Ligne, fate: Fate) -> RowReport {
    let nom = cell(ligne, "nom");
    let nom = if nom.is_empty() { cell(ligne, NOM_DE_LA_FICHE) } else { nom };
    RowReport {
        line: ligne.ligne,
        nom: Some(nom).filter(|nom| !nom.is_empty()),
        fate,
        record: None,
        reason: None,
        findings: Vec::new(),
        cells: ligne.cases.clone(),
    }
}

/// A record that is none: all its lines are told.
pub(super) fn refuse(onglets: &[Onglets], lue: &Lue, refusal: &Refusal, sort: &mut Sort) {
    for partie in &lue.fiche.parties {
        sort.insert(partie.lieu, refused(onglets, partie.lieu, refusal));
    }
}

fn refused(onglets: &[Onglets], (sheet, at): Lieu, refusal: &Refusal) -> RowReport {
    let reason = (refusal.code.to_owned(), refusal.reason.clone(), refusal.remedy.clone());
    RowReport { reason: Some(reason), ..row(&onglets[sheet].lignes[at], Fate::Refused) }
}

/// What became of a record and of each of its parts.
pub(super) fn tell(onglets: &[Onglets], rangee: &Rangee<'_>, settled: &Settled, sort: &mut Sort) {
    for (rank, partie) in rangee.lue.fiche.parties.iter().enumerate() {
        let (sheet, at) = partie.lieu;
        let mut report = row(&onglets[sheet].lignes[at], settled.fate);
        report.record = Some(settled.path.clone());
        if !settled.merged {
            report.cells = Vec::new();
        }
        if settled.fate == Fate::New && rank > 0 {
            report.fate = Fate::Joined;
        }
        let said = rangee.jugee.dit.iter().filter(|(ligne, _)| *ligne == rank);
        let met = settled.findings.iter().filter(|_| rank == 0);
        let said = partie.dit.iter().chain(said.map(|(_, finding)| finding)).chain(met);
        report.findings = said.cloned().collect();
        sort.insert(partie.lieu, report);
    }
    for (rank, refusal) in &rangee.jugee.refusees {
        let lieu = rangee.lue.fiche.parties[*rank].lieu;
        sort.insert(lieu, refused(onglets, lieu, refusal));
    }
}

/// The report of each sheet.
pub(super) fn reports(onglets: &[Onglets], mut sort: Sort) -> Vec<FileReport> {
    let report = |(sheet, onglet): (usize, &Onglets)| FileReport {
        name: onglet.nom.clone(),
        form: onglet.forme.clone(),
        guessed_letters: onglet.lettres_devinees,
        matter: if ONGLETS[onglet.rang].est_de_fiches() { Matter::Rows } else { Matter::Parts },
        rows: (0..onglet.lignes.len()).filter_map(|row| sort.remove(&(sheet, row))).collect(),
        ..FileReport::default()
    };
    let full = |(_, onglet): &(usize, &Onglets)| !onglet.lignes.is_empty();
    onglets.iter().enumerate().filter(full).map(report).collect()
}
