//! Lines of the national schema: a place a line, a tour one line a stop, and nothing that the schema refuses.

use crate::diagnostic::Diagnostic;
use crate::edition::donnees::champs::{Champs, Valeur};
use crate::edition::donnees::national::{self, COLUMNS};
use crate::edition::donnees::passage;
use crate::edition::donnees::scribe::Scribe;
use crate::guide::{Passage, Sorte};
use crate::record::Acteur;

use super::norme;

/// What stands between the id of who makes a tour and the rank of a stop.
const ARRET: &str = "-arret-";
/// What stands between the name of who makes a tour and that of a stop.
const TIRET: &str = " – ";

/// The lines of some guides; what is left out or written otherwise is told.
pub(super) fn lignes<'a>(scribes: &[Scribe<'a>], out: &mut Vec<Diagnostic>) -> Vec<Champs<'a>> {
    let mut lines = Vec::new();
    for scribe in scribes {
        let today = scribe.guides().today;
        for (index, acteur) in scribe.here().acteurs.iter().enumerate() {
            if acteur.recoit(today) {
                let of_one = of_acteur(scribe, index, acteur).into_iter();
                lines.extend(of_one.filter_map(|line| norme::line(&acteur.fiche, line, out)));
            }
        }
    }
    lines
}

/// The line of a place, or one a stop.
fn of_acteur<'a>(scribe: &Scribe<'a>, index: usize, acteur: &'a Acteur) -> Vec<Champs<'a>> {
    let line = national::line(acteur, &national::columns(scribe, acteur));
    let stops: Vec<(usize, &Passage)> = scribe
        .here()
        .passages
        .iter()
        .filter(|passage| passage.de == Some(scribe.at(index)))
        .filter_map(|passage| match passage.sorte {
            Sorte::Arret(rank) => Some((rank, passage)),
            Sorte::Permanence => None,
        })
        .collect();
    if stops.is_empty() {
        return vec![line];
    }
    stops.into_iter().map(|(rank, passage)| stop(scribe, &line, rank, passage)).collect()
}

/// A stop: what is said of who makes the tour, at its place and hours.
fn stop<'a>(
    scribe: &Scribe<'a>,
    line: &Champs<'a>,
    rank: usize,
    passage: &'a Passage,
) -> Champs<'a> {
    let mut place = Champs::default();
    passage::place(scribe, &mut place, passage);
    let exact = place.cell("precision_du_point") == "adresse";
    let rule = passage.horaires.clone().map(|rule| rule.except(&passage.sauf));
    let written = passage::stop(scribe, passage);
    let ou = written.and_then(|stop| stop.ou.as_deref());
    let further = written.and_then(|stop| stop.adresse.complement_adresse.as_deref());
    let host = passage.chez.map(|host| &*scribe.guides().acteur(host).fiche.nom);
    // A bar between both names would part them elsewhere when they come back.
    let name = passage.nom.as_deref().unwrap_or_default().replace(TIRET, "-");
    let mut out = Champs::default();
    for key in COLUMNS {
        match key {
            "id" => out.text(key, format!("{}{ARRET}{}", line.cell(key), rank + 1)),
            "nom" => out.text(key, format!("{}{TIRET}{name}", line.cell(key))),
            "commune" | "code_postal" | "code_insee" => copy(&mut out, key, place.get(key)),
            "latitude" | "longitude" if exact => copy(&mut out, key, place.get(key)),
            "latitude" | "longitude" => {}
            // « Place du marché » is where people go, when there is no street.
            "adresse" => match (place.get(key), ou.or(host)) {
                (Some(street), _) => out.put(key, street.clone()),
                (None, place) => out.some(key, place),
            },
            "complement_adresse" => {
                let known = place.get("adresse").is_some();
                let own = ou.filter(|_| known);
                let host = host.filter(|_| known || ou.is_some());
                let parts: Vec<&str> = [own, further, host].into_iter().flatten().collect();
                out.text(key, parts.join(", "));
            }
            "horaires" => out.some(key, rule.as_ref().map(national::hours)),
            "itinerance" => out.text(key, "Itinérant"),
            key => copy(&mut out, key, line.get(key)),
        }
    }
    out
}

fn copy<'a>(out: &mut Champs<'a>, key: &'static str, value: Option<&Valeur<'a>>) {
    if let Some(value) = value {
        out.put(key, value.clone());
    }
}
