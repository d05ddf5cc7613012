//! Which guide and which file each record of a sheet goes to: a new file, or the record that it is.

use std::collections::{BTreeMap, BTreeSet};

use super::entree::Lue;
use super::juge::Jugee;
use super::lecture::Onglets;
use super::{ONGLETS, reprise};
use crate::intake::Order;
use crate::intake::coming::{Fate, Settled};
use crate::intake::draft::{Draft, Form};
use crate::intake::national::Refusal;
use crate::intake::settle::Settling;
use crate::territory;

/// A record, its guide and its YAML.
pub(super) struct Rangee<'l> {
    pub lue: &'l Lue,
    pub guide: usize,
    pub jugee: Jugee,
}

/// The guide of a record: the one asked for, the one written, or that of its commune.
pub(super) fn guide(
    lue: &Lue,
    order: &Order<'_>,
    settling: &mut Settling,
) -> Result<usize, Refusal> {
    if let Some((folder, departement)) = order.into {
        return Ok(settling.guide_named(folder, departement));
    }
    if lue.guide.is_empty() {
        let tete = lue.fiche.tete();
        let (postal, code) = (tete.texte("code_postal"), tete.texte("code_insee"));
        let found =
            tete.texte("commune").and_then(|nom| territory::find(nom, postal, code, None).ok());
        let found = found.or_else(|| territory::commune(code?));
        let departement = found.and_then(|commune| territory::departement(commune.departement));
        return match departement {
            Some(departement) => Ok(settling.guide_of(departement)),
            None => Err(unknown_guide(
                "Cette ligne ne dit pas de quel guide elle est, et sa commune non plus.",
            )),
        };
    }
    let known = settling.guides().find(|(folder, _)| *folder == lue.guide);
    let known = known.map(|(_, departement)| departement);
    let code = lue.guide.split('-').next().unwrap_or_default().to_uppercase();
    match known.or_else(|| territory::departement(&code)).filter(|_| is_safe(&lue.guide)) {
        Some(departement) => Ok(settling.guide_named(&lue.guide, departement)),
        None => Err(unknown_guide(&format!("« {} » n’est le dossier d’aucun guide.", lue.guide))),
    }
}

fn unknown_guide(reason: &str) -> Refusal {
    Refusal {
        code: "guide-inconnu",
        reason: reason.to_owned(),
        remedy: "Écrivez dans « guide » le nom du dossier, par exemple 86-vienne.".into(),
    }
}

/// The file of a record that is in the content, by its id.
pub(super) fn connue(
    settling: &Settling,
    order: &Order<'_>,
    guide: &str,
    id: &str,
) -> Option<String> {
    let guide = order.into.map_or(guide, |(folder, _)| folder);
    settling.path_of(guide, id)
}

/// Gives every record its file: those of one file together, in the order of their lines.
pub(super) fn ranger<'l>(
    rangees: Vec<Rangee<'l>>,
    onglets: &[Onglets],
    order: &Order<'_>,
    settling: &mut Settling,
) -> Vec<(Rangee<'l>, Result<Settled, Refusal>)> {
    let mut groups: BTreeMap<(usize, &str, String), Vec<Rangee<'l>>> = BTreeMap::new();
    let mut claimed = BTreeSet::new();
    let mut out = Vec::new();
    for (rank, rangee) in rangees.into_iter().enumerate() {
        if rangee.lue.id.as_ref().is_some_and(|id| !claimed.insert((rangee.guide, id.clone()))) {
            let refusal = said_twice(&rangee);
            out.push((rangee, Err(refusal)));
            continue;
        }
        let dossier = ONGLETS[rangee.lue.fiche.tete().rang].dossier();
        // A record without file has one of its own; a blank begins no name of a file.
        let fichier = match rangee.lue.fichier.as_str() {
            "" => format!(" {rank:09}"),
            fichier => fichier.to_owned(),
        };
        groups.entry((rangee.guide, dossier, fichier)).or_default().push(rangee);
    }
    for ((guide, dossier, fichier), group) in groups {
        let Some(first) = group.first() else { continue };
        let settled = match fichier.strip_prefix(' ') {
            Some(_) => Ok(own_name(first, guide, dossier, settling)),
            None if is_safe(&fichier) => Ok(settling.path(guide, dossier, &fichier)),
            None => Err(odd_name(&fichier)),
        };
        let path = match settled {
            Ok(path) => path,
            Err(refusal) => {
                out.extend(group.into_iter().map(|one| (one, Err(refusal.clone()))));
                continue;
            }
        };
        let there = reprise::there(&group, &path, guide, order, settling);
        let (known, new): (Vec<_>, Vec<_>) =
            group.into_iter().zip(there).partition(|(_, there)| there.is_some());
        for (one, there) in known {
            let Some(there) = there else { continue };
            let settled = reprise::meet(&one, &there, onglets, settling);
            out.push((one, Ok(settled)));
        }
        let new: Vec<Rangee<'l>> = new.into_iter().map(|(one, _)| one).collect();
        let paths = write(&new, guide, dossier, path, order, settling);
        out.extend(
            new.into_iter().zip(paths).map(|(one, path)| {
                (one, Ok(Settled { fate: Fate::New, path, ..Settled::default() }))
            }),
        );
    }
    out
}

/// Writes new records: together in the file that they name, or each in its own when that one is there.
fn write(
    group: &[Rangee<'_>],
    guide: usize,
    dossier: &'static str,
    path: String,
    order: &Order<'_>,
    settling: &mut Settling,
) -> Vec<String> {
    let source = group.first().map_or("", |one| &one.lue.source);
    let lead = format!(
        "# Repris par jalon de « {source} ». Ce fichier est à vous : jalon n’en changera que ce que vous changez.\n"
    );
    let bodies: Vec<&str> = group.iter().map(|one| one.jugee.texte.as_str()).collect();
    if order.content.iter().any(|(known, _)| *known == path) {
        let each = group.iter().zip(bodies).map(|(one, body)| {
            let path = own_name(one, guide, dossier, settling);
            settling.give(guide, &path, (lead.clone() + body).into_bytes());
            path
        });
        return each.collect();
    }
    if !group.is_empty() {
        settling.give(guide, &path, (lead + &bodies.join("---\n")).into_bytes());
    }
    group.iter().map(|_| path.clone()).collect()
}

/// The file of a record that names none: its name and commune.
fn own_name(one: &Rangee<'_>, guide: usize, dossier: &'static str, settling: &Settling) -> String {
    let tete = one.lue.fiche.tete();
    let find =
        |nom| territory::find(nom, tete.texte("code_postal"), tete.texte("code_insee"), None).ok();
    let mut draft = Draft::new(0, one.lue.nom(), tete.texte("commune").and_then(find));
    for key in ["id", "adresse"] {
        draft.put(key, Form::Text, tete.texte(key).map(str::to_owned));
    }
    settling.free(guide, dossier, &draft)
}

/// Whether a name written in a cell leads to a file below its folder, on every desk.
fn is_safe(name: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty()
            && !part.starts_with(['.', ' '])
            && !part.ends_with(['.', ' '])
            && !part.chars().any(|c| c.is_control() || "\\:*?\"<>|".contains(c))
    };
    name.split('/').all(sound)
}

fn odd_name(fichier: &str) -> Refusal {
    Refusal {
        code: "nom-de-fichier",
        reason: format!("« {fichier} » ne peut pas être le nom d’un fichier."),
        remedy: "Écrivez des lettres sans accent, des chiffres et des tirets, ou laissez « fichier » vide.".into(),
    }
}

fn said_twice(one: &Rangee<'_>) -> Refusal {
    let id = one.lue.id.as_deref().unwrap_or_default();
    Refusal {
        code: "identifiant-en-double",
        reason: format!("L’identifiant « {id} » est déjà celui d’une autre ligne de cet import."),
        remedy: "Si ce sont deux fiches, donnez-leur deux identifiants ; sinon, effacez la ligne en trop.".into(),
    }
}
