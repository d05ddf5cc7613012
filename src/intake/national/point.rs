//! Two coordinates, held against the commune they should be near.

use crate::territory::{Commune, Point, distance_km};

use super::super::finding::{Finding, Notes};
use super::lambert;

/// Farther from the middle of its commune, in kilometres, a point is somewhere else: the widest
/// communes of mainland France reach 20 km from theirs.
const TOO_FAR_KM: f64 = 40.0;

/// Latitude and longitude as they are to be written; what is left out is told.
pub(in crate::intake) fn point(
    latitude: &str,
    longitude: &str,
    commune: &Commune,
    found: &mut Vec<Finding>,
) -> Option<[String; 2]> {
    if [latitude, longitude].iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let cells = [("latitude", latitude), ("longitude", longitude)];
    let read = cells.map(|(_, cell)| number(cell));
    let [Some(north), Some(east)] = &read else {
        return refuse(
            &cells,
            "coordonnees-illisibles",
            "Les deux coordonnées ne sont pas deux nombres.",
            found,
        );
    };
    if value(north) == 0.0 && value(east) == 0.0 {
        for (column, cell) in cells {
            let reason =
                "Deux zéros veulent dire « inconnu » : le lieu est placé au milieu de sa commune.";
            Notes::about(column, found).corrected("coordonnees-nulles", cell, "", reason);
        }
        return None;
    }
    if value(north).abs() > 90.0 || value(east).abs() > 180.0 {
        if let Some(degrees) = from_metres(&cells, [value(north), value(east)], commune, found) {
            return Some(degrees);
        }
        let reason = "Ces coordonnées ne sont pas en degrés, et ne sont pas celles de la commune en Lambert 93.";
        return refuse(&cells, "coordonnees-pas-en-degres", reason, found);
    }
    place(&cells, [north, east], commune, found)
}

/// Metres of Lambert 93, in either order, when they fall near the commune.
fn from_metres(
    cells: &[(&str, &str); 2],
    [north, east]: [f64; 2],
    commune: &Commune,
    found: &mut Vec<Finding>,
) -> Option<[String; 2]> {
    let near = |(east, north)| {
        lambert::degrees(east, north)
            .filter(|(latitude, longitude)| is_near(*latitude, *longitude, commune))
    };
    let (latitude, longitude) = near((east, north)).or_else(|| near((north, east)))?;
    // Six decimals are ten centimetres.
    let degrees = [latitude, longitude].map(|degree| format!("{degree:.6}"));
    for ((column, cell), written) in cells.iter().zip(&degrees) {
        let reason = "Ces coordonnées en Lambert 93 sont converties en degrés.";
        Notes::about(column, found).corrected("lambert-93", cell, written, reason);
    }
    Some(degrees)
}

/// Keeps a point that is near its commune, exchanges two coordinates that were, refuses another.
fn place(
    cells: &[(&str, &str); 2],
    [north, east]: [&String; 2],
    commune: &Commune,
    found: &mut Vec<Finding>,
) -> Option<[String; 2]> {
    if is_near(value(north), value(east), commune) {
        for ((column, cell), written) in cells.iter().zip([north, east]) {
            if cell != written {
                Notes::about(column, found).corrected(
                    "virgule-decimale",
                    cell,
                    written,
                    "La virgule décimale devient un point.",
                );
            }
        }
        return Some([north.clone(), east.clone()]);
    }
    if is_near(value(east), value(north), commune) {
        for ((column, cell), written) in cells.iter().zip([east, north]) {
            let reason =
                "Latitude et longitude étaient échangées : le point tombe ainsi dans la commune.";
            Notes::about(column, found).doubtful(
                "coordonnees-echangees",
                cell,
                Some(written),
                reason,
                "Vérifiez le point sur une carte.",
            );
        }
        return Some([east.clone(), north.clone()]);
    }
    let reason = format!("Ce point est à plus de {TOO_FAR_KM} km {}.", commune.de_nom());
    refuse(cells, "coordonnees-trop-loin", &reason, found)
}

/// Whether a point may be in the commune; without a known middle, any may.
fn is_near(latitude: f64, longitude: f64, commune: &Commune) -> bool {
    commune
        .point
        .is_none_or(|middle| distance_km(middle, Point { latitude, longitude }) <= TOO_FAR_KM)
}

fn refuse(
    cells: &[(&str, &str); 2],
    code: &str,
    reason: &str,
    found: &mut Vec<Finding>,
) -> Option<[String; 2]> {
    for (column, cell) in cells.iter().filter(|(_, cell)| !cell.is_empty()) {
        let remedy = "Écrivez des degrés, par exemple 46.58 et 0.34 ; sans eux, le lieu est placé au milieu de sa commune.";
        Notes::about(column, found).refused(code, cell, reason, remedy);
    }
    None
}

/// A decimal number with a point; letters of all kinds that numbers may hold elsewhere are refused.
fn number(cell: &str) -> Option<String> {
    let text = cell.trim_end_matches(['°', ' ']).replace(',', ".").replace('−', "-");
    let figures = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let good = figures.chars().all(|c| c.is_ascii_digit() || c == '.')
        && figures.starts_with(|c: char| c.is_ascii_digit())
        && text.parse::<f64>().is_ok();
    good.then_some(text)
}

/// The value of what [`number`] let through.
fn value(number: &str) -> f64 {
    number.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::super::super::finding::Verdict;
    use super::*;

    /// What is written, and the codes told.
    fn of(latitude: &str, longitude: &str) -> (Option<[String; 2]>, Vec<(Verdict, String)>) {
        let poitiers = crate::territory::commune("86194").unwrap();
        let mut found = Vec::new();
        let point = point(latitude, longitude, poitiers, &mut found);
        (point, found.into_iter().map(|finding| (finding.verdict, finding.code)).collect())
    }

    #[test]
    fn points_are_kept_letter_for_letter() {
        let (point, told) = of("46.580224", "0.340");
        assert_eq!((point, told), (Some(["46.580224".into(), "0.340".into()]), vec![]));
    }

    #[test]
    fn points_that_something_was_done_to() {
        let code = |verdict, code: &str| vec![(verdict, code.to_owned()); 2];
        assert_eq!(of("46,58", "0,34").0, Some(["46.58".into(), "0.34".into()]));
        assert_eq!(of("46,58", "0,34").1, code(Verdict::Corrige, "virgule-decimale"));
        assert_eq!(of("0.34", "46.58").0, Some(["46.58".into(), "0.34".into()]));
        assert_eq!(of("0.34", "46.58").1, code(Verdict::Douteux, "coordonnees-echangees"));
        for (latitude, longitude, verdict, why) in [
            ("0", "0.0", Verdict::Corrige, "coordonnees-nulles"),
            ("6600000", "900000", Verdict::Refuse, "coordonnees-pas-en-degres"),
            ("12345678", "500000", Verdict::Refuse, "coordonnees-pas-en-degres"),
            ("48.85", "2.35", Verdict::Refuse, "coordonnees-trop-loin"),
            ("ici", "là", Verdict::Refuse, "coordonnees-illisibles"),
            ("inf", "nan", Verdict::Refuse, "coordonnees-illisibles"),
        ] {
            assert_eq!(of(latitude, longitude), (None, code(verdict, why)), "{latitude}");
        }
        let alone = vec![(Verdict::Refuse, "coordonnees-illisibles".to_owned())];
        assert_eq!(of("46.58", ""), (None, alone));
    }
}
