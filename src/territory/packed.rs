//! Embedded tables become rows.

use super::point::Point;

/// Ten-thousandths of a degree, the unit of the embedded coordinates.
const SCALE: f64 = 10_000.0;

/// A compressed table as text that lives as long as the program: every row borrows from it.
///
/// A table that cannot be read is empty; the tests count the rows of each.
pub(super) fn unpack(packed: &[u8]) -> &'static str {
    let mut text = Vec::with_capacity(packed.len() * 4);
    match brotli::BrotliDecompress(&mut &*packed, &mut text) {
        Ok(()) => String::from_utf8(text).unwrap_or_default().leak(),
        Err(_) => "",
    }
}

/// One row of the table of communes or of municipal arrondissements.
pub(super) struct PlaceRow {
    pub code: &'static str,
    pub nom: &'static str,
    /// SIREN of the EPCI, or code of the commune of an arrondissement; may be empty.
    pub parent: &'static str,
    pub codes_postaux: &'static [&'static str],
    pub population: u32,
    pub point: Option<Point>,
    pub mairie: Option<Point>,
}

/// The rows of a table of places. A line that has not the shape `data/refresh.py` writes is left out.
pub(super) fn place_rows(table: &'static str) -> impl Iterator<Item = PlaceRow> {
    table.lines().filter_map(place_row)
}

/// Reads one line.
fn place_row(line: &'static str) -> Option<PlaceRow> {
    let mut fields = line.split('\t');
    let (code, nom, parent) = (fields.next()?, fields.next()?, fields.next()?);
    let codes = fields.next()?.split('|').filter(|code| !code.is_empty());
    let codes_postaux = Box::leak(codes.collect::<Box<[_]>>());
    let population = fields.next()?.parse().ok()?;
    let point = pair(&mut fields);
    let mairie = point.zip(pair(&mut fields));
    Some(PlaceRow {
        code,
        nom,
        parent,
        codes_postaux,
        population,
        point: point.map(degrees),
        mairie: mairie.map(|(point, from)| degrees((point.0 + from.0, point.1 + from.1))),
    })
}

/// The next two fields as whole numbers, when both are written.
fn pair<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<(i32, i32)> {
    let (first, second) = (fields.next()?, fields.next()?);
    Some((first.parse().ok()?, second.parse().ok()?))
}

fn degrees((latitude, longitude): (i32, i32)) -> Point {
    Point { latitude: f64::from(latitude) / SCALE, longitude: f64::from(longitude) / SCALE }
}

/// The values written under one key of an index sorted by key.
pub(super) fn under<'a, V: Copy>(
    index: &'a [(&'static str, V)],
    key: &str,
) -> impl Iterator<Item = V> + use<'a, V> {
    let start = index.partition_point(|(other, _)| *other < key);
    let end = index.partition_point(|(other, _)| *other <= key);
    index[start..end].iter().map(|(_, value)| *value)
}
