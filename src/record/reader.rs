//! Hands out the fields of one map, goes on after a mistake, and knows every field it was asked for.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::source::yaml::{Key, Node, Value, glued};
use crate::text::blanked;

use super::advice::{self, Wanted};
use super::catalogue::{Catalogue, Field};

/// A value and the bytes it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Byte offsets in the record's file.
    pub span: Range<usize>,
}

/// The fields of one map of a file.
pub struct Reader<'a> {
    source: &'a Arc<Source>,
    entries: &'a [(Key, Node)],
    span: Range<usize>,
    asked: Vec<&'static str>,
    /// Keys that a syntax mistake made unreadable: they are not missing.
    excused: &'a [String],
    out: &'a mut Vec<Diagnostic>,
    catalogue: Option<&'a mut Catalogue>,
}

impl<'a> Reader<'a> {
    /// A reader of a map; what is no map is reported and read as an empty one.
    pub fn new(
        source: &'a Arc<Source>,
        node: &'a Node,
        excused: &'a [String],
        out: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            _ => {
                out.push(Diagnostic::error(
                    "cles-attendues",
                    source.at(node.span.clone()),
                    "On attend ici des clés suivies d’une valeur, par exemple « nom: Mairie ».",
                    "Écrivez sur chaque ligne une clé, deux-points, une espace, puis la valeur.",
                ));
                &[]
            }
        };
        let span = node.span.clone();
        Self { source, entries, span, asked: Vec::new(), excused, out, catalogue: None }
    }

    /// Writes every field asked for into a catalogue: the source of the manual and of the schemas.
    pub fn documenting(mut self, catalogue: &'a mut Catalogue) -> Self {
        self.catalogue = Some(catalogue);
        self
    }

    /// The file read.
    pub fn source(&self) -> &'a Arc<Source> {
        self.source
    }

    /// A place in the file.
    pub fn place(&self, span: Range<usize>) -> Place {
        self.source.at(span)
    }

    /// The bytes of the whole map.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Reports a mistake.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }

    /// Reports an error at some bytes of the file.
    pub fn error(
        &mut self,
        code: &'static str,
        span: &Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.report(Diagnostic::error(code, self.place(span.clone()), message, remedy));
    }

    /// Reports a doubt about some bytes of the file.
    pub fn warn(
        &mut self,
        code: &'static str,
        span: &Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.report(Diagnostic::warning(code, self.place(span.clone()), message, remedy));
    }

    /// Whether a key is written, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name.name == key)
    }

    /// Whether a key is written with something after it, which a mistake may have made unreadable.
    pub fn holds(&self, key: &str) -> bool {
        let full = |node: &Node| !matches!(node.value, Value::Empty) && !blank(node);
        let glued = |name: &str| glued::parts(name).is_some_and(|(name, _)| name == key);
        let holds = |(name, node): &(Key, Node)| match name.name == key {
            true => full(node),
            false => glued(&name.name),
        };
        self.entries.iter().any(holds) || self.excused.iter().any(|excused| excused == key)
    }

    /// The node of a key that holds something; remembers that the key exists.
    pub(super) fn node(&mut self, field: Field) -> Option<&'a Node> {
        let name = field.name;
        self.asked.push(name);
        if let Some(catalogue) = &mut self.catalogue {
            catalogue.fields.push(field);
        }
        self.entries
            .iter()
            .find(|(key, _)| key.name == name)
            .map(|(_, node)| node)
            .filter(|node| node.value != Value::Empty)
    }

    /// The text of a key.
    pub fn text(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        self.text_at(key, about).map(|text| text.value)
    }

    /// The text of a key and where it stands.
    pub fn text_at(&mut self, key: &'static str, about: &'static str) -> Option<At<String>> {
        self.scalar(Field::new(key, "texte", about))
    }

    /// The text of a key that must be there.
    pub fn required(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        let found = self.scalar(Field::new(key, "texte, obligatoire", about));
        if found.is_none() {
            self.missing(key);
        }
        found.map(|text| text.value)
    }

    /// Says that a key is missing, unless it is there and was already judged.
    pub fn missing(&mut self, key: &'static str) {
        if let Some(catalogue) = &mut self.catalogue {
            catalogue.missed.push(key);
            return;
        }
        if self.holds(key) {
            return;
        }
        let empty = self.entries.iter().find(|(name, _)| name.name == key);
        let (span, message) = match empty {
            Some((name, _)) => (name.span.clone(), format!("« {key} » est vide.")),
            None => (self.first_line(), format!("Il manque « {key} ».")),
        };
        let remedy = match empty {
            Some(_) => format!("Écrivez la valeur après « {key}: » et une espace."),
            None if self.in_braces() => format!("Ajoutez « {key}: … » entre les accolades."),
            None => format!("Ajoutez une ligne « {key}: … »."),
        };
        self.error("champ-manquant", &span, message, remedy);
    }

    /// Whether the map is written between braces.
    fn in_braces(&self) -> bool {
        self.source.text.get(self.span.clone()).is_some_and(|text| text.starts_with('{'))
    }

    /// Doubts about keys of a model that nobody filled in.
    pub fn left_blank(&mut self, keys: &[&'static str]) {
        for &key in keys {
            if self.holds(key) {
                continue;
            }
            let written = self.entries.iter().find(|(name, _)| name.name == key);
            let Some(span) = written.map(|(name, _)| name.span.clone()) else { continue };
            self.warn(
                "reste-a-remplir",
                &span,
                format!("« {key} » n’est pas rempli."),
                "Écrivez sa valeur après « : », ou effacez la ligne.",
            );
        }
    }

    /// The first key of the map: where what concerns the whole record is shown.
    pub fn first_line(&self) -> Range<usize> {
        self.entries.first().map_or_else(|| self.span.clone(), |(key, _)| key.span.clone())
    }

    /// A scalar as trimmed text; blank text is nothing.
    pub(super) fn scalar(&mut self, field: Field) -> Option<At<String>> {
        let name = field.name;
        let node = self.node(field)?;
        match &node.value {
            Value::Text(text) => written(text).map(|value| At { value, span: node.span.clone() }),
            _ => {
                self.error(
                    "texte-attendu",
                    &node.span,
                    format!("« {name} » attend un seul texte, pas une liste ni des clés."),
                    "Écrivez la valeur sur la même ligne, après « : ».",
                );
                None
            }
        }
    }

    /// The texts of a list; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str, about: &'static str) -> Vec<String> {
        self.texts_at(key, about).into_iter().map(|text| text.value).collect()
    }

    /// The texts of a list and where they stand.
    pub fn texts_at(&mut self, key: &'static str, about: &'static str) -> Vec<At<String>> {
        self.list(Field::new(key, "liste de textes", about))
    }

    pub(super) fn list(&mut self, field: Field) -> Vec<At<String>> {
        let name = field.name;
        let Some(node) = self.node(field.listed()) else { return Vec::new() };
        let items = items(node);
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) => {
                    texts.extend(written(text).map(|value| At { value, span: item.span.clone() }));
                }
                Value::Empty => {}
                _ => self.error(
                    "texte-attendu",
                    &item.span,
                    format!("Chaque élément de « {name} » est un texte."),
                    "Écrivez un texte par tiret, entre guillemets s’il contient « : ».",
                ),
            }
        }
        texts
    }

    /// A nested map.
    pub fn map<T>(
        &mut self,
        key: &'static str,
        about: &'static str,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> Option<T> {
        if self.catalogue.is_some() {
            self.document(Field::new(key, "clés", about), read);
            return None;
        }
        let node = self.node(Field::new(key, "clés", about))?;
        Some(self.nested(Wanted::Keys(key), node, read))
    }

    /// A list of nested maps.
    pub fn maps<T>(
        &mut self,
        key: &'static str,
        about: &'static str,
        read: impl Fn(&mut Reader<'_>) -> T,
    ) -> Vec<T> {
        if self.catalogue.is_some() {
            self.document(Field::new(key, "liste de clés", about).listed(), read);
            return Vec::new();
        }
        let Some(node) = self.node(Field::new(key, "liste de clés", about)) else {
            return Vec::new();
        };
        let wanted = match node.value {
            Value::List(_) => Wanted::Item(key),
            _ => Wanted::Items(key),
        };
        items(node).iter().map(|item| self.nested(wanted, item, &read)).collect()
    }

    /// Either a text or a nested map (`fraicheur: 12 mois`, `fraicheur: {lieu: 12 mois}`).
    pub(super) fn text_or_map<T>(
        &mut self,
        field: Field,
        plain: impl FnOnce(&mut Self, At<String>) -> T,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> Option<T> {
        if self.catalogue.is_some() {
            self.document(field, read);
            return None;
        }
        let is_map = |(key, node): &(Key, Node)| {
            key.name == field.name && matches!(node.value, Value::Map(_))
        };
        if self.entries.iter().any(is_map) {
            let wanted = Wanted::Keys(field.name);
            return self.node(field).map(|node| self.nested(wanted, node, read));
        }
        self.scalar(field).map(|written| plain(self, written))
    }

    /// Items that are either a text or a map (`[France Services]`, `[{nom: France Services, depuis: 2022}]`).
    pub fn texts_or_maps<T>(
        &mut self,
        key: &'static str,
        about: &'static str,
        plain: impl Fn(&mut Self, At<String>) -> Option<T>,
        read: impl Fn(&mut Reader<'_>) -> Option<T>,
    ) -> Vec<T> {
        if self.catalogue.is_some() {
            let field = Field::new(key, "liste de textes ou de clés", about).listed();
            self.document(field, |r| read(r));
            return Vec::new();
        }
        let Some(node) = self.node(Field::new(key, "liste de textes ou de clés", about)) else {
            return Vec::new();
        };
        let one = |reader: &mut Self, item: &Node| match &item.value {
            Value::Text(text) => {
                let value = written(text).unwrap_or_default();
                plain(reader, At { value, span: item.span.clone() })
            }
            Value::Empty => None,
            _ => reader.nested(Wanted::Item(key), item, &read),
        };
        items(node).iter().filter_map(|item| one(self, item)).collect()
    }

    /// Reads one nested map with all its mistakes; of another value it only says which keys are wanted.
    fn nested<T>(
        &mut self,
        wanted: Wanted,
        node: &Node,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> T {
        if !matches!(node.value, Value::Map(_)) {
            let (value, fields) = self.without_keys(node.span.clone(), read);
            self.report(advice::keys_wanted(self.source, wanted, node, &fields));
            return value;
        }
        let mut reader = Reader::new(self.source, node, &[], self.out);
        let value = read(&mut reader);
        reader.finish();
        value
    }

    /// What is read where no key stands, and the keys that were asked for.
    fn without_keys<T>(
        &self,
        span: Range<usize>,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> (T, Vec<Field>) {
        let node = Node { span, value: Value::Map(Vec::new()) };
        let mut inner = Catalogue::default();
        let mut quiet = Vec::new();
        let mut reader = Reader::new(self.source, &node, &[], &mut quiet).documenting(&mut inner);
        let value = read(&mut reader);
        (value, inner.settled())
    }

    /// Puts a nested map with its own fields into the catalogue.
    fn document<T>(&mut self, field: Field, read: impl FnOnce(&mut Reader<'_>) -> T) {
        let (_, inner) = self.without_keys(0..0, read);
        self.asked.push(field.name);
        if let Some(catalogue) = &mut self.catalogue {
            catalogue.fields.push(Field { inner, ..field });
        }
    }

    /// Whether this reader only collects its fields.
    pub fn is_documenting(&self) -> bool {
        self.catalogue.is_some()
    }

    /// Reports the keys nobody asked for.
    pub fn finish(self) {
        for (key, node) in self.entries {
            if !self.asked.contains(&key.name.as_str()) {
                self.out.push(advice::unknown(self.source, key, node, &self.asked));
            }
        }
    }
}

/// The items of a list; a single value is a list of one.
pub(super) fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// Whether a node holds nothing but white space.
fn blank(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if written(text).is_none())
}

/// A text without the blanks around it nor the controls that an escape can put into one: no file shows them.
fn written(text: &str) -> Option<String> {
    let text = blanked(text);
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
