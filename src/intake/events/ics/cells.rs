//! Every cell of a calendar's event, what only machines use of it, and its identifier.

use super::component::Component;
use super::series::Series;
use crate::intake::events::happening::Cell;

/// Properties that only machines use, or that repeat another; those that begin with `X-` are too.
const ASIDE: [&str; 22] = [
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
    "CREATED",
    "LAST-MODIFIED",
    "TRANSP",
    "PRIORITY",
    "CLASS",
    "STATUS",
    "ATTENDEE",
    "RELATED-TO",
    "REQUEST-STATUS",
    "COLOR",
    "VALARM",
    "REFRESH-INTERVAL",
];
/// Longest identifier that is kept as it is.
const LONGEST_UID: usize = 80;

/// An identifier from that of the file: kept while it is short, else its footprint; without one, that of
/// its name and first day.
pub(super) fn id(event: &Component) -> String {
    let uid = event.value("UID");
    let good = |c: char| c.is_ascii_alphanumeric() || "-_.@+".contains(c);
    if !uid.is_empty() && uid.len() <= LONGEST_UID && uid.chars().all(good) {
        return format!("ics-{uid}");
    }
    let told = match uid {
        "" => format!("{}\n{}", event.value("SUMMARY"), event.value("DTSTART")),
        uid => uid.to_owned(),
    };
    let hash = blake3::hash(told.as_bytes()).to_hex();
    format!("ics-{}", hash.as_str().get(..16).unwrap_or_default())
}

/// Every property that holds something, with those of its changed days and what stands inside it.
pub(super) fn cells(series: &Series) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut add = |event: &Component, lead: &str| {
        let mut seen = Vec::new();
        for property in &event.properties {
            let column = format!("{lead}{}", column(&mut seen, &property.name));
            if let Some(name) = property.parameter("CN") {
                cells.push(Cell { column: format!("{column};CN"), value: name.to_owned() });
            }
            cells.push(Cell { column, value: property.value.trim().to_owned() });
        }
        let lines = event
            .broken
            .iter()
            .map(|line| Cell { column: format!("{lead}ligne"), value: line.clone() });
        cells.extend(lines);
        let parts = event.parts.iter().map(|part| Cell {
            column: format!("{lead}{}", part.name),
            value: part.value("TRIGGER").to_owned(),
        });
        cells.extend(parts);
    };
    add(&series.event, "");
    for (index, changed) in series.changed.iter().enumerate() {
        add(changed, &format!("date {} : ", index + 1));
    }
    // A changed day repeats most of what its event says.
    let own = cells.clone();
    let repeats = |cell: &Cell| {
        let (lead, name) = cell.column.split_once(" : ").unwrap_or(("", &cell.column));
        !lead.is_empty() && own.iter().any(|one| one.column == name && one.value == cell.value)
    };
    cells.retain(|cell| !cell.value.is_empty() && !repeats(cell));
    cells
}

/// What a property is called in the report: a second one of a name gets its number.
pub(super) fn column(seen: &mut Vec<String>, name: &str) -> String {
    seen.push(name.to_owned());
    match seen.iter().filter(|known| *known == name).count() {
        1 => name.to_owned(),
        count => format!("{name}[{count}]"),
    }
}

/// Whether only machines use what a column holds.
pub(super) fn is_aside(column: &str) -> bool {
    let name = column.rsplit(" : ").next().unwrap_or(column);
    let name = name.split(['[', ';']).next().unwrap_or(name);
    // The place of a changed day stands beside it.
    let moved = column.contains(" : ") && name == "LOCATION";
    name.starts_with("X-") || ASIDE.contains(&name) || moved
}
