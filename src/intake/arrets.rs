//! Rows that are the stops of one tour become one record again: their ids tell, `bus-arret-1`, `bus-arret-2`.

use std::collections::BTreeMap;

use crate::record::Kind;

use super::coming::Fate;
use super::draft::{Draft, Form};
use super::header::Header;
use super::judge;
use super::report::RowReport;
use super::rows::{Read, cells};
use super::sort::{ACTEUR, Sort};
use super::table::Row;
use super::yaml_text::scalar;

/// What stands between the id of who makes a tour and the rank of a stop.
const ARRET: &str = "-arret-";
/// What stands between the name of who makes a tour and that of a stop.
const TIRET: &str = " – ";
/// Keys of a stop, in their order, with the column that each is read from.
const OF_A_STOP: [(&str, &str); 8] = [
    ("commune", "commune"),
    ("code_postal", "code_postal"),
    ("code_insee", "code_insee"),
    ("adresse", "adresse"),
    ("latitude", "latitude"),
    ("longitude", "longitude"),
    ("ou", "complement_adresse"),
    ("horaires", "horaires"),
];
/// Keys of a row that are those of its stop, not of who makes the tour.
const OF_THE_STOP: [&str; 5] =
    ["adresse", "complement_adresse", "latitude", "longitude", "horaires"];

/// Puts the stops of a tour together; each row was judged alone, the whole is judged again.
pub(super) fn judged(
    header: &Header,
    read: &mut [Read],
    departement: Option<&str>,
) -> Vec<Option<usize>> {
    let mut drafts: Vec<Option<&mut Draft>> =
        read.iter_mut().map(|read| read.as_mut().ok().map(|(draft, _)| draft)).collect();
    let joined = join(&mut drafts);
    let column = |key: &str| header.name(key).to_owned();
    let sort = Sort { kind: Kind::Acteur, keys: &ACTEUR, column: &column };
    for read in read.iter_mut() {
        let Ok((draft, _)) = read else { continue };
        if draft.value("tournee").is_none() {
            continue;
        }
        let own = draft.commune.map_or("", |commune| commune.departement);
        let judged = judge::judge(draft, &sort, departement.unwrap_or(own));
        match (read.as_mut(), judged) {
            (Ok((_, body)), Ok(text)) => *body = text,
            (_, Err(refusal)) => *read = Err(refusal),
            _ => {}
        }
    }
    joined
}

/// What became of a stop: what became of its tour.
pub(super) fn stop(header: &Header, row: &Row, read: Read, tour: &RowReport) -> RowReport {
    let (findings, reason) = match read {
        Ok((draft, _)) => (draft.findings, tour.reason.clone()),
        Err(refusal) => {
            (Vec::new(), Some((refusal.code.to_owned(), refusal.reason, refusal.remedy)))
        }
    };
    let whole = reason.is_some();
    RowReport {
        line: row.line,
        nom: None,
        fate: if matches!(tour.fate, Fate::New | Fate::Changed) { Fate::Joined } else { tour.fate },
        record: tour.record.clone(),
        reason,
        findings,
        cells: if whole { cells(header, row) } else { Vec::new() },
    }
}

/// For each row, the row that it is a stop of; the record of the first of a tour becomes that of the whole.
fn join(drafts: &mut [Option<&mut Draft>]) -> Vec<Option<usize>> {
    let mut tours: BTreeMap<String, Vec<(u32, usize)>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        if let Some((tour, rank)) = draft.as_deref().and_then(stop_of) {
            tours.entry(tour).or_default().push((rank, at));
        }
    }
    let mut joined = vec![None; drafts.len()];
    for (tour, mut stops) in tours {
        stops.sort_unstable();
        let rows: Vec<&Draft> = stops.iter().filter_map(|(_, at)| drafts[*at].as_deref()).collect();
        let name = name(&rows);
        let items: Vec<String> = rows.iter().map(|row| item(row, &name)).collect();
        let first = stops.iter().map(|(_, at)| *at).min().unwrap_or_default();
        if let Some(draft) = drafts[first].as_deref_mut() {
            draft.fields.retain(|field| !OF_THE_STOP.contains(&field.key));
            draft.nom.clone_from(&name);
            for (key, value) in [("id", &tour), ("nom", &name)] {
                draft.fields.retain(|field| field.key != key);
                draft.put(key, Form::Text, Some(value.clone()));
            }
            draft.put("tournee", Form::Under("arrets"), items);
        }
        for (_, at) in stops.into_iter().filter(|(_, at)| *at != first) {
            joined[at] = Some(first);
        }
    }
    joined
}

/// The id of the tour that a row is a stop of, and its rank there.
fn stop_of(draft: &Draft) -> Option<(String, u32)> {
    let (tour, rank) = draft.value("id")?.rsplit_once(ARRET)?;
    let moves = draft.fields.iter().find(|field| field.key == "itinerance")?;
    let moves = moves.values.iter().any(|value| value == "Itinérant");
    Some((tour.to_owned(), rank.parse().ok()?)).filter(|(tour, _)| moves && !tour.is_empty())
}

/// The name of who makes the tour: what all rows begin with, up to a dash.
fn name(rows: &[&Draft]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let cuts = first.nom.match_indices(TIRET).map(|(at, _)| &first.nom[..at]);
    let shared = |name: &&str| {
        rows.iter()
            .all(|row| row.nom.strip_prefix(*name).is_some_and(|rest| rest.starts_with(TIRET)))
    };
    cuts.filter(shared).last().unwrap_or(&first.nom).to_owned()
}

/// A stop, as YAML between braces.
fn item(row: &Draft, name: &str) -> String {
    let own = row.nom.strip_prefix(name).and_then(|rest| rest.strip_prefix(TIRET));
    let own = own.unwrap_or(&row.nom);
    let places = OF_A_STOP.iter().filter_map(|(key, column)| Some((*key, row.value(column)?)));
    braces([("nom", own)].into_iter().chain(places))
}

/// Keys and values between braces, degrees as they stand.
pub(super) fn braces<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let pair = |(key, value): (&str, &str)| match key {
        "latitude" | "longitude" => format!("{key}: {value}"),
        _ => format!("{key}: {}", scalar(value, true)),
    };
    format!("{{{}}}", pairs.map(pair).collect::<Vec<_>>().join(", "))
}
