//! Water or relief that nobody crosses in a straight line: an estuary, an arm of the sea, a lake.

use crate::territory::Point;

use super::reader::{At, Reader};

/// Something to go round, unless at its crossings.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// Name with its article: « l’estuaire de la Gironde ».
    pub nom: String,
    /// Its points one after the other; an island's shore comes back to its first point.
    pub trace: Vec<Point>,
    /// Where it is crossed.
    pub traversees: Vec<Traversee>,
}

/// A bridge, a ford, a tunnel: where an obstacle is crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct Traversee {
    /// Name with its article: « le pont d’Aquitaine ».
    pub nom: String,
    /// Where it is.
    pub point: Point,
}

pub(super) fn read(r: &mut Reader<'_>) -> Obstacle {
    let nom = r.required("nom", "Nom avec son article, par exemple « l’estuaire de la Gironde ».");
    let written = r.texts_at(
        "trace",
        "Points du tracé, un par tiret : latitude, longitude. Pour une île, revenez au premier point.",
    );
    if written.is_empty() {
        r.missing("trace");
    }
    let trace: Vec<Point> = written.iter().filter_map(|text| point(r, text)).collect();
    if let (1, Some(only)) = (trace.len(), written.first()) {
        r.error(
            "trace-trop-court",
            &only.span,
            "Un seul point ne fait pas un tracé : rien ne serait contourné.",
            "Ajoutez au moins un deuxième point, sur la ligne suivante.",
        );
    }
    let traversees = r.maps("traversees", "Où l’on peut traverser.", |r| {
        let nom = r.required("nom", "Nom avec son article, par exemple « le pont d’Aquitaine ».");
        let at = r.text_at("point", "Latitude, longitude.");
        let point = at.and_then(|text| point(r, &text));
        Some(Traversee { nom: nom?, point: point? })
    });
    Obstacle {
        nom: nom.unwrap_or_default(),
        trace,
        traversees: traversees.into_iter().flatten().collect(),
    }
}

/// « 45.57, -1.06 », as maps give it to copy.
fn point(r: &mut Reader<'_>, written: &At<String>) -> Option<Point> {
    let degrees = |text: &str, bound: f64| -> Option<f64> {
        text.trim().parse().ok().filter(|value: &f64| value.abs() <= bound)
    };
    let read = written.value.split_once(',').and_then(|(latitude, longitude)| {
        Some(Point { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? })
    });
    if read.is_none() {
        r.error(
            "coordonnee-invalide",
            &written.span,
            format!("« {} » n’est pas un point.", written.value),
            "Écrivez la latitude, une virgule, la longitude, avec des points dans les nombres : 45.57, -1.06.",
        );
    }
    read
}
