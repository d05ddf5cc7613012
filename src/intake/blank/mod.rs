//! A record to fill in: the keys that must be written, the others as comments, each with what it means.
//!
//! Descriptions, lists of values and examples are those of the readers: the manual and the schemas say the same.

mod outline;

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::record::catalogue::{Field, sample};
use crate::record::savoir::TEXTE_A_ECRIRE;
use crate::record::{Kind, catalogue};
use crate::vocabulary::{self, Vocabulary};

use super::yaml_text::scalar;

use outline::EXAMPLES;
pub use outline::{MODELS, Model};

/// Longest line of a comment, in characters.
const WIDTH: usize = 100;
/// Longest list of values that is told whole above a key, in characters, and beside one that is inside another.
const LONGEST_LIST: (usize, usize) = (400, 70);

/// What is known of a record before it is written.
#[derive(Clone, Debug)]
pub struct Blank<'a> {
    /// What it begins from.
    pub model: &'static Model,
    /// Values by key.
    pub known: BTreeMap<&'static str, &'a str>,
    /// The day: that of the examples.
    pub today: Date,
    /// Whether every key is wanted, not only those that most records have.
    pub whole: bool,
}

impl Blank<'_> {
    /// The text of the file.
    pub fn text(&self) -> String {
        let mut sheet = Sheet { blank: self, text: String::new() };
        let fields = catalogue(self.model.kind);
        if self.model.kind == Kind::Page {
            sheet.text.push_str("---\n");
        }
        sheet.comment("", "Créé par « jalon nouveau ». Enlevez « # » devant les clés qui vous servent, effacez les autres ; \
             « jalon check » dit ce qui reste à remplir.");
        sheet.keys(&fields);
        if self.model.kind == Kind::Page {
            sheet.text += &format!("---\n\n{TEXTE_A_ECRIRE}\n");
        }
        sheet.text
    }
}

/// A text on its way.
struct Sheet<'a> {
    blank: &'a Blank<'a>,
    text: String,
}

impl Sheet<'_> {
    /// Every key of the record, those of the outline first.
    fn keys(&mut self, fields: &[Field]) {
        let mut told = Vec::new();
        let outline = self.below("");
        for (name, live) in &outline {
            told.extend(
                fields.iter().find(|field| field.name == *name).map(|field| (field, *live)),
            );
        }
        if self.blank.whole {
            let more =
                fields.iter().filter(|field| !outline.iter().any(|(name, _)| *name == field.name));
            told.extend(more.map(|field| (field, false)));
        }
        for (field, live) in told {
            self.text.push('\n');
            let must = if live && field.required { " Obligatoire." } else { "" };
            self.comment("", &format!("{}{must}{}", field.about, values(field, LONGEST_LIST.0)));
            self.key(field, "", live, "");
        }
    }

    /// One key with what is inside, a line each; those that are only proposed stand behind « # ».
    fn key(&mut self, field: &Field, path: &str, live: bool, indent: &str) {
        let path =
            if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        let live = live || self.blank.known.contains_key(path.as_str());
        let mark = if live { "" } else { "# " };
        let about = match path.contains('.') {
            true => format!("  # {}{}", field.about, values(field, LONGEST_LIST.1)),
            false => String::new(),
        };
        if field.inner.is_empty() {
            let value = self.value(field, &path, live);
            let space = if value.is_empty() { "" } else { " " };
            self.text += &format!("{mark}{indent}{}:{space}{value}{about}\n", field.name);
            return;
        }
        self.text += &format!("{mark}{indent}{}:{about}\n", field.name);
        for (rank, (inner, inner_live)) in self.inside(field, &path).into_iter().enumerate() {
            // A key that is only proposed below one that waits has its mark at the head of the line too.
            let dash = match (field.many, rank) {
                (true, 0) => "- ",
                (true, _) => "  ",
                (false, _) => "",
            };
            let deeper = format!("{}  {dash}", indent.replace('-', " "));
            let shown = live && inner_live;
            self.key(inner, &path, shown, &deeper);
        }
    }

    /// The keys inside another one: those of the outline, or all of them.
    fn inside<'f>(&self, field: &'f Field, path: &str) -> Vec<(&'f Field, bool)> {
        let outline = self.below(path);
        if outline.is_empty() {
            return field.inner.iter().map(|inner| (inner, false)).collect();
        }
        let find = |name: &str| field.inner.iter().find(|inner| inner.name == name);
        outline.iter().filter_map(|(name, live)| Some((find(name)?, *live))).collect()
    }

    /// The names of the outline just below a path, and whether each waits to be filled in.
    fn below(&self, path: &str) -> Vec<(&'static str, bool)> {
        let one = |written: &'static str| {
            let name = written.trim_start_matches('!');
            let own = match name.rsplit_once('.') {
                Some((above, own)) if above == path => own,
                None if path.is_empty() => name,
                _ => return None,
            };
            Some((own, written.starts_with('!')))
        };
        self.blank.model.keys().filter_map(one).collect()
    }

    /// What is known, nothing for what waits, an example for what is proposed.
    fn value(&self, field: &Field, path: &str, live: bool) -> String {
        if let Some(known) = self.blank.known.get(path) {
            return scalar(known, false);
        }
        if live {
            return String::new();
        }
        if field.shape == "date AAAA-MM-JJ" {
            return self.blank.today.to_string();
        }
        if let Some((_, example)) = EXAMPLES.iter().find(|(known, _)| *known == path) {
            return (*example).to_owned();
        }
        let term = list(field).and_then(|list| list.terms.first()).map(|term| term.label);
        match (term, sample(field.shape)) {
            (Some(term), _) if field.many => format!("[{}]", scalar(term, true)),
            (Some(term), _) => scalar(term, false),
            (None, Some(list)) if list.starts_with('[') => list.to_owned(),
            (None, Some(value)) if matches!(field.shape, "horaires" | "heures") => {
                format!("\"{value}\"")
            }
            (None, Some(value)) => value.to_owned(),
            (None, None) => String::new(),
        }
    }

    /// A comment, folded between words; no line begins with a sign that follows a word.
    fn comment(&mut self, indent: &str, words: &str) {
        let joined = [("« ", "«\u{a0}"), (" »", "\u{a0}»"), (" ;", "\u{a0};"), (" :", "\u{a0}:")];
        let words =
            joined.iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to));
        let mut line = String::new();
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && line.chars().count() + word.chars().count() > WIDTH {
                self.text += &format!("{indent}#{}\n", line.replace('\u{a0}', " "));
                line.clear();
            }
            line.push(' ');
            line.push_str(word);
        }
        self.text += &format!("{indent}#{}\n", line.replace('\u{a0}', " "));
    }
}

fn list(field: &Field) -> Option<&'static &'static Vocabulary> {
    vocabulary::ALL.iter().find(|list| list.name == field.shape)
}

/// The values of a list, in words that end a comment; those of a long one stand in the manual.
fn values(field: &Field, longest: usize) -> String {
    let Some(list) = list(field) else { return String::new() };
    let labels: Vec<&str> = list.terms.iter().map(|term| term.label).collect();
    let labels = labels.join(" ; ");
    if labels.chars().count() > longest {
        return format!(" Valeurs : manuel, liste « {} ».", list.name);
    }
    format!(" Valeurs : {labels}{}.", if list.open { " ; ou vos mots" } else { "" })
}
