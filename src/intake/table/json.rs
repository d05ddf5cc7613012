//! Tables written as a JSON array of objects, or as an object that holds one such array.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::lines::Lines;
use super::{Row, Shape, Table, TableFault, fault};

/// The keys of an object in their order, equal ones too: a value that is there twice is not lost.
struct Pairs<T>(Vec<(String, T)>);

pub(super) fn read(text: &str) -> Result<Table, TableFault> {
    let lines = Lines::of(text);
    let lead = text.len() - text.trim_start().len();
    let malformed = |error: &serde_json::Error| {
        fault(
            Some(error.line()),
            format!("Le JSON est mal formé, colonne {}.", error.column()),
            "Demandez le fichier de nouveau à celui qui l’a produit, ou importez son CSV.",
        )
    };
    let items = items(text).map_err(|error| malformed(&error))?.ok_or_else(no_array)?;
    let mut table = Table {
        form: "JSON".into(),
        guessed_letters: false,
        columns: Vec::new(),
        rows: Vec::new(),
    };
    for item in items {
        // A part of `text`: where it begins tells its line.
        let at = (item.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize).max(lead);
        let line = lines.at(at);
        let Ok(Pairs(object)) = serde_json::from_str::<Pairs<&RawValue>>(item.get()) else {
            return Err(fault(
                Some(line),
                "Cet élément du tableau JSON n’est pas un objet.",
                "Chaque élément décrit un lieu : {\"nom\": …, \"commune\": …}.",
            ));
        };
        let cells = place(&mut table.columns, object);
        table.rows.push(Row { line, cells, shape: Shape::Whole });
    }
    let width = table.columns.len();
    table.rows.iter_mut().for_each(|row| row.cells.resize(width, String::new()));
    table.rows.retain(|row| !row.is_empty());
    Ok(table)
}

/// The elements of the array, still as text; nothing when there is none, or more than one.
fn items(text: &str) -> Result<Option<Vec<&RawValue>>, serde_json::Error> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map(Some);
    }
    let Pairs(keys) = serde_json::from_str::<Pairs<&RawValue>>(text)?;
    let mut arrays = keys.iter().filter(|(_, value)| value.get().starts_with('['));
    match (arrays.next(), arrays.next()) {
        (Some((_, array)), None) => serde_json::from_str(array.get()).map(Some),
        _ => Ok(None),
    }
}

fn no_array() -> TableFault {
    fault(
        None,
        "Ce JSON n’est pas un tableau de lieux.",
        "Donnez un fichier de la forme [{\"nom\": …}, …], ou un objet qui contient un seul tableau.",
    )
}

/// The cells of an object, each under its column; a key seen for the first time adds a column.
fn place(columns: &mut Vec<String>, object: Vec<(String, &RawValue)>) -> Vec<String> {
    let mut cells: Vec<Option<String>> = vec![None; columns.len()];
    for (key, value) in object {
        let key = key.trim();
        let free = |index: &usize| columns[*index] == key && cells[*index].is_none();
        let index = (0..columns.len()).find(free).unwrap_or_else(|| {
            columns.push(key.to_owned());
            cells.push(None);
            columns.len() - 1
        });
        cells[index] = Some(cell(value));
    }
    cells.into_iter().map(Option::unwrap_or_default).collect()
}

/// A value as a CSV of the schema would write it; a number letter for letter.
fn cell(value: &RawValue) -> String {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => serde_json::from_str(text).unwrap_or_default(),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            let flat = items.iter().all(|item| !item.get().starts_with(['[', '{']));
            if flat {
                items.into_iter().map(cell).collect::<Vec<_>>().join("|")
            } else {
                whole(text)
            }
        }
        Some(b'{') => whole(text),
        Some(b'n') => String::new(),
        _ => text.to_owned(),
    }
}

/// Lists and objects inside others, without the blanks between their parts.
fn whole(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let kept = |c: &char| {
        let blank = !inside && c.is_ascii_whitespace();
        if *c == '"' && !escaped {
            inside = !inside;
        }
        escaped = *c == '\\' && !escaped;
        !blank
    };
    text.chars().filter(kept).collect()
}

/// The keys and values of an object written in a cell; nothing when it is none.
pub(in crate::intake) fn object(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = serde_json::from_str::<Pairs<&RawValue>>(text).ok()?;
    Some(pairs.0.into_iter().map(|(key, value)| (key, cell(value))).collect())
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Keys<T> {
            type Value = Pairs<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("un objet")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Keys(std::marker::PhantomData))
    }
}
