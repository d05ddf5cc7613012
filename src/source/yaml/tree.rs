//! From the parser's events to nodes with spans.

use std::ops::Range;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span, options};

use super::advice::Fault;
use super::{Key, Node, Value};

/// Values one file may hold: a record has about fifty, so this is some ten thousand records.
const MOST_VALUES: usize = 600_000;

/// Keys that one map may hold: a record has about fifty. Each new one is looked for among those before it.
const MOST_KEYS: usize = 2_000;

/// Depth that no record reaches and no stack minds.
const DEEPEST: usize = 40;

/// The documents of a text, and mistakes that do not stop the reading.
pub(super) struct Tree {
    pub documents: Vec<Node>,
    pub faults: Vec<Fault>,
}

/// An open list or map, or the place where a document's node will go.
enum Open {
    List(usize, Vec<Node>),
    Map(usize, Vec<(Key, Node)>, Option<Key>),
}

/// Reads a text, or says where its syntax breaks.
pub(super) fn parse(text: &str) -> Result<Tree, Fault> {
    let options = options! {
        emit_comments: false,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
        bom_inside_document_as_content: false,
    };
    let mut builder = Builder::default();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| Fault::syntax(&error, text))?;
        builder.take(event, &span, text)?;
    }
    Ok(Tree { documents: builder.documents, faults: builder.faults })
}

/// The bytes of every comment, in order; nothing when the syntax breaks somewhere.
pub(super) fn comments(text: &str) -> Option<Vec<Range<usize>>> {
    let options = options! { emit_comments: true, bom_inside_document_as_content: false };
    let mut found = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        if let (Event::Comment(..), span) = event.ok()? {
            found.push(span.byte_range()?);
        }
    }
    Some(found)
}

#[derive(Default)]
struct Builder {
    documents: Vec<Node>,
    open: Vec<Open>,
    faults: Vec<Fault>,
    values: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: &Span, text: &str) -> Result<(), Fault> {
        let bytes = span.byte_range().unwrap_or_default();
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Fault::too_much(bytes));
        }
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), &bytes);
                let plain = style == ScalarStyle::Plain;
                self.scalar(value.into_owned(), plain, trimmed(bytes, text))?;
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), &bytes);
                self.open.push(Open::List(bytes.start, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), &bytes);
                self.open.push(Open::Map(bytes.start, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&bytes, text),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.faults.push(Fault::alias(bytes.clone()));
                self.node(Node { span: bytes, value: Value::Empty });
            }
            _ => {}
        }
        Ok(())
    }

    fn refuse_marks(&mut self, anchor: usize, tagged: bool, bytes: &Range<usize>) {
        if anchor > 0 {
            self.faults.push(Fault::anchor(bytes.clone()));
        }
        if tagged {
            self.faults.push(Fault::tag(bytes.clone()));
        }
    }

    /// A scalar is a key when a map waits for one.
    fn scalar(&mut self, text: String, plain: bool, span: Range<usize>) -> Result<(), Fault> {
        if let Some(Open::Map(_, entries, waiting @ None)) = self.open.last_mut() {
            if entries.len() == MOST_KEYS {
                return Err(Fault::too_many_keys(span, MOST_KEYS));
            }
            if let Some((first, _)) = entries.iter().find(|(key, _)| key.name == text) {
                self.faults.push(Fault::duplicate(&text, span.clone(), first.span.clone()));
            }
            *waiting = Some(Key { name: text, span });
            return Ok(());
        }
        let empty = plain && matches!(text.as_str(), "" | "~" | "null");
        let value = if empty { Value::Empty } else { Value::Text(text) };
        self.node(Node { span, value });
        Ok(())
    }

    fn close(&mut self, end: &Range<usize>, text: &str) {
        let node = match self.open.pop() {
            Some(Open::List(start, items)) => {
                Node { span: trimmed(start..end.end.max(start), text), value: Value::List(items) }
            }
            Some(Open::Map(start, entries, _)) => {
                Node { span: trimmed(start..end.end.max(start), text), value: Value::Map(entries) }
            }
            None => return,
        };
        self.node(node);
    }

    /// Puts a finished node where it belongs.
    fn node(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, waiting)) => match waiting.take() {
                Some(key) => {
                    // The first of two equal keys stands; the second was reported.
                    if !entries.iter().any(|(known, _)| known.name == key.name) {
                        entries.push((key, node));
                    }
                }
                None => {
                    self.faults.push(Fault::odd_key(node.span.clone()));
                    *waiting = Some(Key { name: String::new(), span: node.span });
                }
            },
            None => self.documents.push(node),
        }
    }
}

/// A span without the white space at its end (block scalars and maps end at the next token).
fn trimmed(span: Range<usize>, text: &str) -> Range<usize> {
    let written = text.get(span.clone()).unwrap_or_default();
    span.start..span.start + written.trim_end().len()
}
