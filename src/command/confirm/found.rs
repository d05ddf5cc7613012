//! Which record a name, an id or a short code is.

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::intake::appels::Appel;
use crate::record::{Fiche, Kind, Records};
use crate::text::{nearest, slug};

/// A record that may be verified.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// What it says of itself.
    pub fiche: &'a Fiche,
    /// Its kind.
    pub kind: Kind,
    /// The folder of its guide; empty for what several guides share.
    pub guide: &'a str,
}

/// Every record that has a verification.
pub(super) fn all(records: &Records) -> Vec<Known<'_>> {
    let mut known = Vec::new();
    for guide in &records.guides {
        let dossier = guide.dossier.as_str();
        let acteurs = guide.acteurs.iter().map(|one| (&one.fiche, Kind::Acteur));
        let evenements = guide.evenements.iter().map(|one| (&one.fiche, Kind::Evenement));
        let each = acteurs.chain(evenements);
        known.extend(each.map(|(fiche, kind)| Known { fiche, kind, guide: dossier }));
    }
    let dispositifs = records.dispositifs.iter().map(|one| (&one.fiche, Kind::Dispositif));
    let territoires = records.territoires.iter().map(|one| (&one.fiche, Kind::Territoire));
    let shared = dispositifs.chain(territoires);
    known.extend(shared.map(|(fiche, kind)| Known { fiche, kind, guide: "" }));
    known
}

/// A way in which a key names a record.
type Way<'a> = &'a dyn Fn(&Fiche, &str) -> bool;

/// The one record that a call speaks of, or what to do.
pub(super) fn find<'a>(call: &Appel, known: &[Known<'a>]) -> Result<Known<'a>, Diagnostic> {
    let in_guide = |one: &&Known<'a>| call.guide.as_deref().is_none_or(|guide| guide == one.guide);
    let here: Vec<Known<'a>> = known.iter().filter(in_guide).copied().collect();
    // An id says more than the name of a file, and both more than a code, which two records may share.
    let ways: [Way<'_>; 4] = [
        &|fiche, key| fiche.id == key,
        &|fiche, key| fiche.est_du_fichier(key),
        &|fiche, key| fiche.slug == slug(key) || fiche.anciens_ids.iter().any(|id| id == key),
        &|fiche, key| {
            let code: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
            fiche.codes().contains(&code.to_ascii_uppercase())
        },
    ];
    for way in ways {
        let several = call.cles.len() > 1;
        // A row has an id and a code: both must speak of one record.
        let named = |fiche: &Fiche, key: &str| {
            way(fiche, key) || several && fiche.codes().iter().any(|code| code == key)
        };
        let is_it = |one: &&Known<'a>| call.cles.iter().all(|key| named(one.fiche, key));
        match here.iter().filter(is_it).collect::<Vec<_>>()[..] {
            [] => {}
            [only] => return Ok(*only),
            ref several => return Err(ambiguous(call, several)),
        }
    }
    Err(unknown(call, &here))
}

fn refused(code: &'static str, call: &Appel, message: String, remedy: String) -> Diagnostic {
    let subject = call.place.clone().map_or(Subject::Whole, Subject::File);
    Diagnostic::new(code, Severity::Error, subject, message, remedy)
}

fn ambiguous(call: &Appel, several: &[&Known<'_>]) -> Diagnostic {
    let each = several.iter().map(|one| match one.guide {
        "" => format!("« {} » ({})", one.fiche.id, one.fiche.nom),
        guide => format!("« {} » ({}, {guide})", one.fiche.id, one.fiche.nom),
    });
    let names: Vec<String> = each.collect();
    let guides: Vec<&str> = several.iter().map(|one| one.guide).collect();
    let remedy = match guides.iter().all(|guide| *guide == guides[0]) {
        true => "Donnez l’identifiant, qui n’est qu’à une seule.",
        false => "Dites de quel guide, avec --guide ou la colonne « guide ».",
    };
    let message =
        format!("« {} » peut être plusieurs fiches : {}.", call.cles.join(", "), names.join(", "));
    refused("fiche-ambigue", call, message, remedy.into())
}

fn unknown(call: &Appel, here: &[Known<'_>]) -> Diagnostic {
    let key = call.cles.first().map_or("", String::as_str);
    let ids = here.iter().map(|one| one.fiche.id.as_str());
    let slugs = here.iter().map(|one| one.fiche.slug.as_str());
    let remedy = match nearest(key, ids.chain(slugs)) {
        Some(near) => format!("Vouliez-vous dire « {near} » ?"),
        None => "Donnez le nom du fichier de la fiche, son identifiant, ou son code court.".into(),
    };
    refused(
        "fiche-introuvable",
        call,
        format!("Aucune fiche ne s’appelle « {} ».", call.cles.join(", ")),
        remedy,
    )
}
