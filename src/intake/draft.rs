//! A record on its way to YAML: its values by key, and what was said of them.

use std::ops::Range;

use crate::territory::{self, Commune};

use super::finding::{Finding, REPORT_ONLY, Verdict};
use super::sort::Sort;
use super::yaml_text::{Sheet, quoted};

/// Longest refused value quoted beside the record, in characters; the report has it whole.
const LONGEST_QUOTE: usize = 300;

/// How the values of a key are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A text.
    Text,
    /// A date or a number.
    Bare,
    /// A list.
    List,
    /// A list of maps, each already YAML between braces.
    Items,
    /// A list under a key of this key, each item already YAML between braces: the stops of a tour.
    Under(&'static str),
}

/// The values of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The key; `inscription.telephone` is a key of a map.
    pub key: &'static str,
    form: Form,
    /// Its values; one, unless it is a list.
    pub values: Vec<String>,
}

/// Where a value stands in a text: the key's place in the draft, the value's place in the key.
pub(super) type Spans = Vec<(Range<usize>, usize, usize)>;

/// A record on its way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// Line of the file it comes from.
    pub line: usize,
    /// Its name.
    pub nom: String,
    /// Its commune; an event that is followed from home has none.
    pub commune: Option<&'static Commune>,
    /// What tells it from others of its name and commune in the name of its file.
    pub apart: Option<String>,
    /// Its values.
    pub fields: Vec<Field>,
    /// What was said of its cells.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// A record without any value yet.
    pub fn new(line: usize, nom: String, commune: Option<&'static Commune>) -> Self {
        Self { line, nom, commune, apart: None, fields: Vec::new(), findings: Vec::new() }
    }

    /// Adds the values of a key; none is no key, and a list says no value twice.
    pub fn put(&mut self, key: &'static str, form: Form, values: impl IntoIterator<Item = String>) {
        let mut values: Vec<String> = values.into_iter().collect();
        match self.fields.iter_mut().find(|field| field.key == key && form == Form::List) {
            Some(field) => {
                values.retain(|value| !field.values.contains(value));
                field.values.extend(values);
            }
            None if values.is_empty() => {}
            None => self.fields.push(Field { key, form, values }),
        }
    }

    /// The first value of a key.
    pub fn value(&self, key: &str) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.key == key)?;
        field.values.first().map(String::as_str)
    }

    /// Adds the INSEE code where name and postal code would lead a reader of the record elsewhere.
    pub fn add_code_if_needed(&mut self, departement: &str) {
        let Some(commune) = self.commune else { return };
        let postal = self.value("code_postal");
        let found = territory::find(commune.nom, postal, None, Some(departement));
        let again = found.is_ok_and(|found| found.code == commune.code);
        if self.value("code_insee").is_none() && !again {
            self.put("code_insee", Form::Text, Some(commune.code.to_owned()));
        }
    }

    /// Takes a value out of the record.
    pub fn take(&mut self, field: usize, value: usize) -> String {
        self.fields[field].values.remove(value)
    }

    /// Forgets keys that hold nothing any more.
    pub fn sweep(&mut self) {
        self.fields.retain(|field| !field.values.is_empty());
    }

    /// The YAML of the record, and where each value stands; beside each key, what was refused under it.
    pub fn yaml(&self, sort: &Sort<'_>) -> (String, Spans) {
        let mut sheet = Sheet::default();
        let mut spans = Spans::new();
        for group in
            sort.keys.chunk_by(|one, next| map_of(one).is_some() && map_of(one) == map_of(next))
        {
            let fields = group
                .iter()
                .filter_map(|key| self.fields.iter().position(|field| field.key == *key));
            let fields: Vec<usize> = fields.collect();
            spans.extend(self.write(&mut sheet, &fields));
            for key in group {
                self.comments(&mut sheet, key, &(sort.column)(key));
            }
        }
        (sheet.finish(), spans)
    }

    /// Writes the fields of one key, or of one map.
    fn write(&self, sheet: &mut Sheet, fields: &[usize]) -> Spans {
        let Some(&first) = fields.first() else { return Spans::new() };
        let placed = |spans: Vec<Range<usize>>, field| {
            spans.into_iter().enumerate().map(move |(value, span)| (span, field, value))
        };
        let Some(map) = map_of(self.fields[first].key) else {
            return placed(write(sheet, &self.fields[first]), first).collect();
        };
        let entries: Vec<(&str, &str)> = fields
            .iter()
            .flat_map(|&field| {
                let Field { key, values, .. } = &self.fields[field];
                values.iter().map(move |value| (&key[map.len() + 1..], value.as_str()))
            })
            .collect();
        let spans = sheet.map(map, &entries);
        let each = fields.iter().flat_map(|&field| {
            (0..self.fields[field].values.len()).map(move |value| (field, value))
        });
        spans.into_iter().zip(each).map(|(span, (field, value))| (span, field, value)).collect()
    }

    /// Writes beside a key what was refused under it.
    fn comments(&self, sheet: &mut Sheet, key: &str, column: &str) {
        let refused = |finding: &&Finding| {
            finding.column == column
                && finding.verdict == Verdict::Refuse
                && !REPORT_ONLY.contains(&finding.code.as_str())
        };
        for finding in self.findings.iter().filter(refused) {
            sheet.comment(&note(key, finding));
        }
    }
}

/// The map that a key is of: `inscription` of `inscription.telephone`.
fn map_of(key: &str) -> Option<&str> {
    key.split_once('.').map(|(map, _)| map)
}

fn write(sheet: &mut Sheet, field: &Field) -> Vec<Range<usize>> {
    let values: Vec<&str> = field.values.iter().map(String::as_str).collect();
    match (field.form, values.as_slice()) {
        (Form::List, values) => sheet.list(field.key, values),
        (Form::Items, values) => sheet.items(field.key, values),
        (Form::Under(inner), values) => sheet.items_under(field.key, inner, values),
        (Form::Bare, [value]) => vec![sheet.bare(field.key, value)],
        (_, values) => values.iter().map(|value| sheet.text(field.key, value)).collect(),
    }
}

/// The words beside a key whose value was refused, so that whoever opens the file can mend it.
fn note(key: &str, finding: &Finding) -> String {
    let mut value: String = finding.value.chars().take(LONGEST_QUOTE).collect();
    if value.len() < finding.value.len() {
        value.push('…');
    }
    format!("À corriger, non repris : {key}: {} ({})", quoted(&value), finding.reason)
}
