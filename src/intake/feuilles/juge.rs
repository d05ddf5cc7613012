//! What the reader of records refuses leaves the record, stays beside it as a remark, and is told.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ONGLETS;
use super::case::{self, Morceau};
use super::fiche::Fiche;
use super::yaml::{self, Places};
use crate::diagnostic::{Diagnostic, Source, Subject};
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::Refusal;
use crate::intake::yaml_text::{Sheet, quoted};
use crate::record;

/// What was said of a cell, with the rank of its line among those of the record.
pub(super) type Dit = Vec<(usize, Finding)>;

/// A record that jalon reads without any mistake.
pub(super) struct Jugee {
    /// Its YAML.
    pub texte: String,
    /// What was said of its cells.
    pub dit: Dit,
    /// Lines of parts that are in no record.
    pub refusees: Vec<(usize, Refusal)>,
}

/// Each pass takes out at least one part of a cell, so that there are as many passes as parts at most.
pub(super) fn juger(fiche: &mut Fiche, departement: Option<&str>) -> Result<Jugee, Refusal> {
    let (mut dit, mut refusees) = (Dit::new(), Vec::new());
    unreadable(fiche, &mut dit);
    let kind = ONGLETS[fiche.tete().rang].kind;
    loop {
        let (text, places) = fiche.yaml();
        let source = Arc::new(Source { path: "fiche.yaml".into(), text });
        let said = record::read_text(&source, kind, departement);
        let mistakes: Vec<&Diagnostic> =
            said.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        if mistakes.is_empty() {
            for diagnostic in &said {
                doubt(fiche, diagnostic, &places, &mut dit);
            }
            let texte = with_remarks(&source.text, fiche, &dit);
            return Ok(Jugee { texte, dit, refusees });
        }
        let mut done = BTreeSet::new();
        for diagnostic in mistakes {
            match place(diagnostic, &places) {
                Some(at) if done.insert(at) => refuse(fiche, at, diagnostic, &mut dit)?,
                Some(_) => {}
                // Something that must be there is not: without it there is no part, or no record.
                None => {
                    match after(diagnostic, &places).map(|at| at.ligne).filter(|ligne| *ligne > 0) {
                        None => return Err(refusal(diagnostic)),
                        Some(ligne) if fiche.parties[ligne].cellules.is_empty() => {}
                        Some(ligne) => {
                            fiche.parties[ligne].cellules.clear();
                            refusees.push((ligne, refusal(diagnostic)));
                            break;
                        }
                    }
                }
            }
        }
    }
}

/// Keys between braces that nobody can read would make the whole record unreadable.
fn unreadable(fiche: &mut Fiche, dit: &mut Dit) {
    for ligne in 0..fiche.parties.len() {
        let Some(partie) = fiche.parties.get_mut(ligne) else { continue };
        for cell in &mut partie.cellules {
            let nom = cell.nom.clone();
            for part in &mut cell.morceaux {
                let Some(Morceau::Cles(cles)) = part else { continue };
                if case::se_lit(cles) {
                    continue;
                }
                let mut found = Vec::new();
                Notes::about(&nom, &mut found).refused(
                    "accolades-illisibles",
                    cles,
                    "Ce qui est entre accolades ne se lit pas.",
                    "Écrivez par exemple {nom: ordinateur, nombre: 4}.",
                );
                dit.extend(found.into_iter().map(|finding| (ligne, finding)));
                *part = None;
            }
        }
    }
}

/// Takes out a part of a cell; without its name there is no record.
fn refuse(
    fiche: &mut Fiche,
    at: yaml::Morceau,
    diagnostic: &Diagnostic,
    dit: &mut Dit,
) -> Result<(), Refusal> {
    let Some(cell) = fiche.parties[at.ligne].cellules.get_mut(at.case) else { return Ok(()) };
    if at.ligne == 0 && cell.nom == "nom" {
        return Err(refusal(diagnostic));
    }
    let Some(taken) = cell.morceaux[at.rang].take() else { return Err(refusal(diagnostic)) };
    let (Morceau::Texte(taken) | Morceau::Cles(taken)) = taken;
    let mut found = Vec::new();
    Notes::about(&cell.nom, &mut found).refused(
        diagnostic.code,
        &taken,
        &diagnostic.message,
        &diagnostic.remedy,
    );
    dit.extend(found.into_iter().map(|finding| (at.ligne, finding)));
    Ok(())
}

fn doubt(fiche: &Fiche, diagnostic: &Diagnostic, places: &Places, dit: &mut Dit) {
    let Some(at) = place(diagnostic, places) else { return };
    let cell = &fiche.parties[at.ligne].cellules[at.case];
    let Some(Morceau::Texte(value) | Morceau::Cles(value)) = &cell.morceaux[at.rang] else {
        return;
    };
    let mut found = Vec::new();
    let (message, remedy) = (&diagnostic.message, &diagnostic.remedy);
    Notes::about(&cell.nom, &mut found).doubtful(diagnostic.code, value, None, message, remedy);
    dit.extend(found.into_iter().map(|finding| (at.ligne, finding)));
}

/// The part of a cell that a diagnostic speaks of.
fn place(diagnostic: &Diagnostic, places: &Places) -> Option<yaml::Morceau> {
    let Subject::Written(place) = &diagnostic.subject else { return None };
    let (start, end) = (place.span.start, place.span.end.max(place.span.start + 1));
    let over =
        |span: &std::ops::Range<usize>| span.start < end && start < span.end.max(span.start + 1);
    places.iter().find(|(span, _)| over(span)).map(|(_, at)| *at)
}

/// The first part of a cell that stands behind what a diagnostic speaks of.
fn after(diagnostic: &Diagnostic, places: &Places) -> Option<yaml::Morceau> {
    let Subject::Written(place) = &diagnostic.subject else { return None };
    let behind = places.iter().filter(|(span, _)| span.start >= place.span.start);
    behind.min_by_key(|(span, _)| span.start).map(|(_, at)| *at)
}

/// A mistake of no cell in particular: something that must be there is not.
fn refusal(diagnostic: &Diagnostic) -> Refusal {
    Refusal {
        code: diagnostic.code,
        reason: diagnostic.message.clone(),
        remedy: diagnostic.remedy.clone(),
    }
}

/// The record, and under it what was refused, so that whoever opens the file can mend it.
fn with_remarks(text: &str, fiche: &Fiche, dit: &Dit) -> String {
    let mut sheet = Sheet::default();
    for (ligne, finding) in
        dit.iter().filter(|(_, one)| one.verdict == super::super::Verdict::Refuse)
    {
        let rang = fiche.parties[*ligne].rang;
        let onglet = if *ligne == 0 { "" } else { ONGLETS[rang].nom };
        let key = [onglet, &finding.column].join(" ");
        let value = quoted(&finding.value);
        sheet.comment(&format!(
            "À corriger, non repris : {}: {value} ({})",
            key.trim(),
            finding.reason
        ));
    }
    text.to_owned() + &sheet.finish()
}
