//! Where an event is: its commune, the guide it goes to, the actor that hosts it.

use crate::intake::draft::Form;
use crate::intake::national::{Refusal, place as commune};
use crate::territory::{Commune, Departement, Point};

use super::address;
use super::happening::{Happening, Spot, refusal};
use super::place::{Host, Match, Sought, find};

/// A guide that events may go to.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// Its folder.
    pub folder: String,
    /// Its département.
    pub departement: &'static Departement,
}

/// Where the commune of an event led.
pub(super) struct Located {
    /// The commune, when it is known.
    pub commune: Option<&'static Commune>,
    /// Its postal code and INSEE code, when written and its own.
    pub codes: (Option<String>, bool),
    /// Why it is not known.
    nowhere: Option<(String, String)>,
}

/// The commune of a place; what was corrected or deduced is told.
pub(super) fn locate(one: &mut Happening, hint: Option<&str>) -> Located {
    let spot = &one.spot;
    let unknown = |nowhere| Located { commune: None, codes: (None, false), nowhere };
    let written = commune::Written {
        commune: &spot.commune.value,
        code_postal: &spot.code_postal.value,
        code_insee: &spot.code_insee.value,
        departement: hint,
    };
    if [written.commune, written.code_postal, written.code_insee].iter().all(|cell| cell.is_empty())
    {
        return unknown(None);
    }
    let mut found = Vec::new();
    let place = commune::place(written, &mut found);
    for finding in &mut found {
        finding.column = spot.column(&finding.column).to_owned();
    }
    match place {
        Ok(place) => {
            one.draft.findings.extend(found);
            Located {
                commune: Some(place.commune),
                codes: (place.code_postal, place.with_code),
                nowhere: None,
            }
        }
        Err(nowhere) => unknown(Some((nowhere.reason, nowhere.remedy))),
    }
}

/// The guide of an event: that of its commune's département, or the only one there is.
pub(super) fn target<'a>(
    located: &Located,
    targets: &'a [Target],
    chosen: bool,
) -> Result<&'a Target, Refusal> {
    let Some(commune) = located.commune else {
        return match targets {
            [only] => Ok(only),
            _ => Err(refusal(
                "guide-inconnu",
                located.nowhere.as_ref().map_or_else(
                    || "Cet événement ne dit pas dans quelle commune il a lieu.".to_owned(),
                    |(reason, _)| reason.clone(),
                ),
                "Choisissez le guide avec « --into », ou complétez le lieu dans l’agenda d’origine.",
            )),
        };
    };
    let own = |target: &&Target| target.departement.code == commune.departement;
    targets.iter().find(own).ok_or_else(|| match (targets, chosen) {
        ([only], true) => refusal(
            "hors-departement",
            format!("{} n’est pas {}.", commune.nom, only.departement.dans_nom),
            "Importez-le dans le guide de son département, ou choisissez ce guide avec « --into ».",
        ),
        _ => refusal(
            "hors-guide",
            format!("{} ({}) n’est dans le département d’aucun guide.", commune.nom, commune.departement),
            "Créez le guide de ce département avec « jalon init », ou laissez cet événement de côté.",
        ),
    })
}

/// Who hosts an event, or where it is without host.
pub(super) enum Place<'a> {
    /// An actor of the guide.
    Hosted,
    /// A commune, and actors that somebody may think of.
    In(&'static Commune, Vec<&'a Host>),
    /// Nowhere on the ground.
    Nowhere,
}

/// The place of an event among the actors of its guide.
pub(super) fn place<'a>(
    one: &mut Happening,
    located: &Located,
    hosts: &'a [Host],
) -> Result<Place<'a>, Refusal> {
    let found = match_of(&one.spot, located.commune, hosts);
    match (found, located.commune) {
        (Match::Sure(host), _) => {
            let column = one.spot.nom.column.clone();
            // What the file writes is quoted whole: the record only names the host.
            let cell = one.cells.iter().find(|cell| cell.column == column);
            let written = cell.map_or_else(String::new, |cell| cell.value.clone());
            let reason = "Ce lieu a une fiche dans le guide.";
            one.notes(&column).corrected("lieu-reconnu", &written, &host.id, reason);
            one.put("chez", Form::Text, &column, host.id.clone());
            one.draft.commune = host.commune;
            Ok(Place::Hosted)
        }
        (Match::Unsure(candidates), Some(commune)) => {
            address::write(one, located, commune);
            Ok(Place::In(commune, candidates))
        }
        (Match::Unsure(_), None) if one.online && one.spot.is_empty() => Ok(Place::Nowhere),
        (Match::Unsure(_), None) => {
            let (reason, remedy) = located.nowhere.clone().unwrap_or_else(|| {
                let reason = match one.spot.nom.value.as_str() {
                    "" => "Cet événement ne dit pas où il a lieu.".to_owned(),
                    nom => format!("On ne sait pas dans quelle commune est « {nom} »."),
                };
                (reason, "Ajoutez la commune au lieu dans l’agenda d’origine, ou écrivez la fiche du lieu dans le guide.".to_owned())
            });
            Err(refusal("commune-introuvable", reason, remedy))
        }
    }
}

/// Which actor a written place is.
pub(super) fn match_of<'a>(
    spot: &Spot,
    commune: Option<&'static Commune>,
    hosts: &'a [Host],
) -> Match<'a> {
    let degrees = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    let point = match (degrees(&spot.latitude.value), degrees(&spot.longitude.value)) {
        (Some(latitude), Some(longitude)) => Some(Point { latitude, longitude }),
        _ => None,
    };
    find(&Sought { nom: &spot.nom.value, adresse: &spot.adresse.value, commune, point }, hosts)
}
