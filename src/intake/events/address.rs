//! Where an event is that no actor hosts, under the keys of an address.

use crate::intake::draft::Form;
use crate::intake::finding::Notes;
use crate::intake::national::{place as commune, point, words};
use crate::territory::Commune;

use super::happening::{Happening, Spot};
use super::ics::is_street;
use super::people;
use super::place::{Host, Match};
use super::setting::{Located, match_of};

/// Writes where an event is that nobody of the guide hosts.
pub(super) fn write(one: &mut Happening, located: &Located, commune: &'static Commune) {
    let spot = one.spot.clone();
    one.draft.commune = Some(commune);
    one.put("commune", Form::Text, spot.column("commune"), commune.nom);
    if let (Some(code), _) = &located.codes {
        one.put("code_postal", Form::Text, spot.column("code_postal"), code.clone());
    }
    if located.codes.1 {
        one.put("code_insee", Form::Text, spot.column("code_insee"), commune.code);
    }
    let street = street(&spot, commune);
    if street != spot.adresse.value {
        one.notes(spot.column("adresse")).corrected(
            "adresse-seule",
            &spot.adresse.value,
            &street,
            "La commune et son code postal ne sont pas répétés dans l’adresse.",
        );
    }
    if !street.is_empty() {
        one.line("adresse", spot.column("adresse"), &street);
    }
    let nom = spot.nom.value.as_str();
    if street.is_empty() && is_street(nom) {
        one.line("adresse", &spot.nom.column, nom);
    } else if !nom.is_empty() && nom != street {
        one.line("complement_adresse", &spot.nom.column, nom);
    }
    let mut found = Vec::new();
    let point = point::point(&spot.latitude.value, &spot.longitude.value, commune, &mut found);
    for finding in &mut found {
        finding.column = spot.column(&finding.column).to_owned();
    }
    one.draft.findings.extend(found);
    for (key, value) in ["latitude", "longitude"].into_iter().zip(point.into_iter().flatten()) {
        one.put(key, Form::Bare, spot.column(key), value);
    }
}

/// An address without the commune and code that stand under their own keys.
pub(super) fn street(spot: &Spot, commune: &Commune) -> String {
    let code = |word: &str| commune.codes_postaux.contains(&word) || word == spot.code_postal.value;
    let own = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().filter(|word| !code(word)).collect();
        let rest = crate::text::slug(&words.join(" "));
        words.is_empty() || rest == crate::text::slug(commune.nom) || rest == "france"
    };
    let parts = spot.adresse.value.split(',').map(str::trim).filter(|part| !own(part));
    let kept: Vec<&str> = parts.collect();
    let line = kept.join(", ");
    // « 21 rue Camelle 33130 Bègles », without comma.
    let cut = commune.codes_postaux.iter().find_map(|code| {
        let (street, town) = line.split_once(&format!(" {code} "))?;
        own(town).then(|| street.trim().to_owned())
    });
    cut.unwrap_or(line)
}

/// The keys of a day that takes place elsewhere than the others.
pub(super) fn moved(spot: &Spot, hosts: &[Host], hint: &str) -> Vec<(&'static str, String)> {
    let mut quiet = Vec::new();
    let written = commune::Written {
        commune: &spot.commune.value,
        code_postal: &spot.code_postal.value,
        code_insee: &spot.code_insee.value,
        departement: Some(hint),
    };
    let here = commune::place(written, &mut quiet).ok().map(|place| place.commune);
    if let Match::Sure(host) = match_of(spot, here, hosts) {
        return vec![("chez", host.id.clone())];
    }
    let mut keys = Vec::new();
    if let Some(commune) = here {
        keys.push(("commune", commune.nom.to_owned()));
        keys.push(("code_insee", commune.code.to_owned()));
    }
    let adresse = here.map_or_else(|| spot.adresse.value.clone(), |commune| street(spot, commune));
    let words = |text: &str| {
        let line = words::line(text, &mut Notes::about("LOCATION", &mut Vec::new()));
        people::without(&line.unwrap_or_default())
    };
    if here.is_some() && !adresse.is_empty() {
        keys.push(("adresse", words(&adresse)));
        keys.push(("ou", words(&spot.nom.value)));
    } else {
        let all = [spot.nom.value.as_str(), adresse.as_str()].join(", ");
        keys.push(("ou", words(all.trim_matches([',', ' ']))));
    }
    keys.retain(|(_, value)| !value.is_empty());
    keys
}
