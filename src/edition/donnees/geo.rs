//! Things on a map: GeoJSON (RFC 7946), one feature a line.

use std::fmt::Write as _;

use super::champs::{Champs, Valeur, quoted};

/// Decimals of a coordinate: 5 are a metre, and a door is not more exact.
const DECIMALS: f64 = 1e5;

/// Things as features, each with its fields; one whose place nobody knows has no geometry.
pub(super) fn collection<'a>(things: impl IntoIterator<Item = &'a Champs<'a>>) -> Vec<u8> {
    let mut out = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    for (rank, thing) in things.into_iter().enumerate() {
        out.push_str(if rank == 0 { "\n" } else { ",\n" });
        feature(thing, &mut out);
    }
    out.push_str("\n]}\n");
    out.into_bytes()
}

fn feature(thing: &Champs<'_>, out: &mut String) {
    out.push_str("{\"type\":\"Feature\",\"id\":");
    quoted(&thing.cell("id"), out);
    out.push_str(",\"geometry\":");
    let degrees = |key: &str| match thing.get(key) {
        Some(Valeur::Nombre(degrees)) => Some((degrees * DECIMALS).round() / DECIMALS),
        _ => None,
    };
    match (degrees("longitude"), degrees("latitude")) {
        (Some(east), Some(north)) => {
            let _ = write!(out, "{{\"type\":\"Point\",\"coordinates\":[{east},{north}]}}");
        }
        _ => out.push_str("null"),
    }
    out.push_str(",\"properties\":");
    thing.json_without(&["latitude", "longitude"], out);
    out.push('}');
}
