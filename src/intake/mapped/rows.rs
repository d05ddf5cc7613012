//! Which rows of a file make one record together.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::table::{self, Row};
use crate::territory;

use super::address;
use super::correspondance::{Cible, Correspondance, Lignes};
use super::settled::letters;
use super::stops;

/// The rows of each record, in the order of the file.
pub(super) fn lots(mapping: &Correspondance, rows: &[Row]) -> Vec<Vec<usize>> {
    let keys: Vec<Option<String>> = match mapping.lignes {
        Lignes::Lieu => vec![None; rows.len()],
        Lignes::Service => places(mapping, rows),
        Lignes::Arret => rows.iter().map(|row| tour(mapping, row)).collect(),
    };
    let mut lots: Vec<Vec<usize>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, key) in keys.iter().enumerate() {
        match key.as_deref().and_then(|key| known.get(key)) {
            Some(lot) => lots[*lot].push(index),
            None => {
                if let Some(key) = key {
                    known.insert(key, lots.len());
                }
                lots.push(vec![index]);
            }
        }
    }
    lots
}

/// The place of each row: its name, commune and street; a row without street is at the only one of its name and commune.
fn places(mapping: &Correspondance, rows: &[Row]) -> Vec<Option<String>> {
    let heads: Vec<(String, String)> = rows
        .iter()
        .map(|row| {
            let nom = letters(&first(mapping, row, "nom"));
            (format!("{nom}|{}", letters(&commune(mapping, row))), letters(&street(mapping, row)))
        })
        .collect();
    let mut streets: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (head, street) in heads.iter().filter(|(_, street)| !street.is_empty()) {
        streets.entry(head).or_default().insert(street);
    }
    let only = |head: &str| {
        streets.get(head).filter(|all| all.len() == 1).and_then(|all| all.first().copied())
    };
    heads
        .iter()
        .map(|(head, street)| {
            let street = if street.is_empty() { only(head).unwrap_or_default() } else { street };
            // A row without a name is nobody's: it will be refused alone.
            (!head.starts_with('|')).then(|| format!("{head}|{street}"))
        })
        .collect()
}

fn tour(mapping: &Correspondance, row: &Row) -> Option<String> {
    let nom = first(mapping, row, "nom");
    stops::names(&nom).map(|(tour, _)| letters(tour))
}

fn street(mapping: &Correspondance, row: &Row) -> String {
    let whole = first(mapping, row, "adresse_complete");
    if whole.is_empty() { first(mapping, row, "adresse") } else { address::parts(&whole).street }
}

fn commune(mapping: &Correspondance, row: &Row) -> String {
    let written = first(mapping, row, "commune");
    if written.is_empty() {
        address::parts(&first(mapping, row, "adresse_complete")).commune
    } else {
        written
    }
}

/// The first cell of a row that goes under a key.
pub(super) fn first(mapping: &Correspondance, row: &Row, key: &str) -> String {
    let cells = mapping.colonnes.iter().zip(&row.cells);
    let mut own = cells.filter(|(colonne, cell)| {
        matches!(&colonne.cible, Cible::Cle(name, _) if name == key) && !cell.trim().is_empty()
    });
    own.next().map_or_else(String::new, |(_, cell)| cell.trim().to_owned())
}

/// The département that most rows with a code are in: a name alone is looked for there first.
pub(super) fn departement(mapping: &Correspondance, rows: &[Row]) -> Option<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for row in rows {
        let written = first(mapping, row, "code_postal");
        let code = match written.len() {
            0 => address::parts(&first(mapping, row, "adresse_complete")).code,
            _ => format!("{written:0>5}"),
        };
        if let Some(commune) = territory::communes_with_postal_code(&code).first() {
            *counts.entry(commune.departement).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let (departement, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (most >= 3 && most * 10 >= all * 9).then_some(departement)
}

/// The cells of a table whose nested objects (`{"lat": 46.5}`) stand in columns of their own.
pub(super) fn flat(columns: &[String], rows: &[Row]) -> (Vec<String>, Vec<Row>) {
    let mut names = unique(columns);
    let mut rows = rows.to_vec();
    for place in 0..columns.len() {
        let objects: Vec<Option<Vec<(String, String)>>> =
            rows.iter().map(|row| object(&row.cells[place])).collect();
        let whole = rows
            .iter()
            .zip(&objects)
            .all(|(row, object)| object.is_some() || row.cells[place].trim().is_empty());
        if !whole || objects.iter().all(Option::is_none) {
            continue;
        }
        let name = names[place].clone();
        for (row, object) in objects.into_iter().enumerate() {
            rows[row].cells[place].clear();
            for (key, value) in object.into_iter().flatten() {
                let key = format!("{name}.{key}");
                let column = names.iter().position(|known| *known == key).unwrap_or_else(|| {
                    names.push(key);
                    names.len() - 1
                });
                let width = names.len();
                rows.iter_mut().for_each(|row| row.cells.resize(width, String::new()));
                rows[row].cells[column] = value;
            }
        }
    }
    (names, rows)
}

/// Every name once: a second « nom » is « nom (2) ».
fn unique(columns: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (place, name) in columns.iter().enumerate() {
        let name =
            if name.is_empty() { format!("colonne {} sans nom", place + 1) } else { name.clone() };
        let again = (2..).map(|number| format!("{name} ({number})"));
        let free = std::iter::once(name.clone()).chain(again).find(|name| !names.contains(name));
        names.push(free.unwrap_or(name));
    }
    names
}

fn object(cell: &str) -> Option<Vec<(String, String)>> {
    table::object(cell).filter(|_| cell.trim_start().starts_with('{'))
}
