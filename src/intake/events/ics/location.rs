//! Where an event is, out of one line of words: « Médiathèque, 12 rue de la Paix, 86000 Poitiers, France ».

use crate::intake::events::happening::{Cell, Spot};
use crate::territory;
use crate::text::fold;

/// First words of a street.
const STREETS: [&str; 26] = [
    "allee",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "chemin",
    "cite",
    "clos",
    "cours",
    "esplanade",
    "faubourg",
    "impasse",
    "lieu",
    "mail",
    "montee",
    "parvis",
    "passage",
    "place",
    "pl",
    "promenade",
    "quai",
    "residence",
    "route",
    "rue",
    "square",
    "voie",
];

/// What the words of a place say, as far as it is sure.
pub(super) fn spot(column: &str, words: &str) -> Spot {
    let cell = |value: &str| Cell { column: column.to_owned(), value: value.trim().to_owned() };
    let mut spot = Spot { nom: cell(""), ..Spot::default() };
    let parts = words.split([',', '\n', ';', '|']).map(str::trim).filter(|part| !part.is_empty());
    let mut rest: Vec<&str> = Vec::new();
    for part in parts {
        match with_code(part) {
            Some((before, code, town)) if spot.code_postal.value.is_empty() => {
                spot.code_postal = cell(code);
                spot.commune = cell(town);
                rest.extend(Some(before).filter(|before| !before.is_empty()));
            }
            _ if is_country(part) => {}
            _ => rest.push(part),
        }
    }
    // Without a postal code, the last part that is the name of a commune.
    let town = rest.iter().rposition(|part| !territory::communes_named(part).is_empty());
    if let Some(town) = town.filter(|_| spot.commune.value.is_empty()) {
        spot.commune = cell(rest.remove(town));
    }
    if let Some(street) = rest.iter().position(|part| is_street(part)) {
        spot.adresse = cell(rest.remove(street));
    }
    spot.nom = cell(&rest.join(", "));
    spot
}

/// « 12 rue A 86000 Poitiers »: what stands before five figures, they, and the town after them.
fn with_code(part: &str) -> Option<(&str, &str, &str)> {
    let bytes = part.as_bytes();
    let is_code = |at: &usize| {
        let figures =
            bytes.get(*at..*at + 5).is_some_and(|five| five.iter().all(u8::is_ascii_digit));
        let alone = |at: Option<&u8>| at.is_none_or(|b| !b.is_ascii_alphanumeric());
        figures && alone(at.checked_sub(1).and_then(|at| bytes.get(at))) && alone(bytes.get(at + 5))
    };
    let at = (0..bytes.len()).find(is_code)?;
    let sign = |c: char| c.is_whitespace() || "-–(".contains(c);
    let town = part[at + 5..].trim_start_matches(sign).trim_end_matches([')', '.', ' ']);
    let town = without_country(town);
    Some((part[..at].trim_end_matches(sign), &part[at..at + 5], town))
}

/// A town without « France » or « Cedex 9 » after it.
fn without_country(town: &str) -> &str {
    let folded = town.to_lowercase();
    let end = [" cedex", " france"].iter().filter_map(|word| folded.find(word)).min();
    end.and_then(|end| town.get(..end)).unwrap_or(town).trim_end_matches([' ', '-'])
}

fn is_country(part: &str) -> bool {
    matches!(fold(part).as_str(), "france" | "france metropolitaine" | "fr")
}

/// « 12 rue A », « rue A », « 5 bis, … »: begins with a number or by what streets are called.
pub(in crate::intake::events) fn is_street(part: &str) -> bool {
    let folded = fold(part);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let numbered = first.parse::<u16>().is_ok() && words.next().is_some();
    numbered || STREETS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_place() {
        for (words, expected) in [
            (
                "Médiathèque, 12 rue de la Paix, 86000 Poitiers, France",
                ["Médiathèque", "12 rue de la Paix", "86000", "Poitiers"],
            ),
            (
                "Médiathèque\n12 rue de la Paix\n86000 Poitiers",
                ["Médiathèque", "12 rue de la Paix", "86000", "Poitiers"],
            ),
            (
                "12 rue de la Paix 86000 Poitiers Cedex 9",
                ["", "12 rue de la Paix", "86000", "Poitiers"],
            ),
            ("Salle A (86600 Lusignan)", ["Salle A", "", "86600", "Lusignan"]),
            (
                "Espace Seve, salle B, 11 boulevard Savari",
                ["Espace Seve, salle B", "11 boulevard Savari", "", ""],
            ),
            ("Salle des fêtes, Lusignan", ["Salle des fêtes", "", "", "Lusignan"]),
            ("Place du marché, Lusignan", ["", "Place du marché", "", "Lusignan"]),
            ("Mairie", ["Mairie", "", "", ""]),
            ("Mairie, 1 place A, Lusignan", ["Mairie", "1 place A", "", "Lusignan"]),
            ("", ["", "", "", ""]),
        ] {
            let spot = spot("LOCATION", words);
            let found =
                [spot.nom, spot.adresse, spot.code_postal, spot.commune].map(|cell| cell.value);
            assert_eq!(found, expected, "{words}");
        }
    }
}
