//! A record on its way to YAML: its values by key, and what was said of them.

use std::ops::Range;

use crate::territory::Commune;

use super::columns::COLUMNS;
use super::finding::{Finding, Verdict};
use super::national::{self, UNKNOWN_COLUMN};
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
}

/// The values of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The key.
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
    /// Its commune.
    pub commune: &'static Commune,
    /// Its values, in the order of the schema.
    pub fields: Vec<Field>,
    /// What was said of its cells.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// A record without any value yet.
    pub fn new(line: usize, nom: String, commune: &'static Commune) -> Self {
        Self { line, nom, commune, fields: Vec::new(), findings: Vec::new() }
    }

    /// Adds the values of a key; none is no key.
    pub fn put(&mut self, key: &'static str, form: Form, values: impl IntoIterator<Item = String>) {
        let values: Vec<String> = values.into_iter().collect();
        if !values.is_empty() {
            self.fields.push(Field { key, form, values });
        }
    }

    /// The first value of a key.
    pub fn value(&self, key: &str) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.key == key)?;
        field.values.first().map(String::as_str)
    }

    /// Adds the INSEE code where name and postal code would lead a reader of the record elsewhere.
    pub fn add_code_if_needed(&mut self, departement: &str) {
        let known = self.value("code_insee").is_some();
        if known || national::is_found_again(self.commune, self.value("code_postal"), departement) {
            return;
        }
        let code = self.commune.code.to_owned();
        let place = self.fields.iter().position(|field| rank(field.key) > rank("code_insee"));
        let field = Field { key: "code_insee", form: Form::Text, values: vec![code] };
        self.fields.insert(place.unwrap_or(self.fields.len()), field);
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
    pub fn yaml(&self, column: impl Fn(&'static str) -> String) -> (String, Spans) {
        let mut sheet = Sheet::default();
        let mut spans = Spans::new();
        for (key, _) in COLUMNS {
            let field = self.fields.iter().position(|field| field.key == key);
            if let Some(index) = field {
                let written = write(&mut sheet, &self.fields[index]);
                spans.extend(
                    written.into_iter().enumerate().map(|(value, span)| (span, index, value)),
                );
            }
            let column = column(key);
            let refused = |finding: &&Finding| {
                finding.column == column
                    && finding.verdict == Verdict::Refuse
                    && finding.code != UNKNOWN_COLUMN
            };
            for finding in self.findings.iter().filter(refused) {
                sheet.comment(&note(key, finding));
            }
        }
        (sheet.finish(), spans)
    }
}

fn write(sheet: &mut Sheet, field: &Field) -> Vec<Range<usize>> {
    let values: Vec<&str> = field.values.iter().map(String::as_str).collect();
    match (field.form, values.as_slice()) {
        (Form::List, values) => sheet.list(field.key, values),
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

/// The place of a key in the schema.
fn rank(key: &str) -> usize {
    COLUMNS.iter().position(|(name, _)| *name == key).unwrap_or(COLUMNS.len())
}
