//! Expressions: every path they follow, and the components they call.

use std::collections::BTreeMap;

use super::super::shape::Shape;
use super::super::tags::{Kind, Word};
use super::words::{WORDS, closing, comprehended, joined, trimmed};
use super::{Unknown, Walk};

impl Walk<'_> {
    /// Checks every name of an expression; its shape when it is a name and nothing else.
    pub(super) fn expression(&mut self, words: &[Word<'_>]) -> Shape {
        let words = trimmed(words);
        if words.first().is_some_and(|word| word.is("<")) {
            self.call(&words[1..]);
            return Shape::Text;
        }
        let bound: BTreeMap<String, Shape> =
            comprehended(words).map(|name| (name.to_owned(), Shape::Any)).collect();
        self.scope.enter(bound);
        let mut only = Shape::Any;
        let mut rank = 0;
        while rank < words.len() {
            if self.is_use(words, rank) {
                let (shape, after) = self.path(words, rank);
                only = if rank == 0 && after == words.len() { shape } else { Shape::Any };
                rank = after;
            } else {
                rank += 1;
            }
        }
        self.scope.leave();
        only
    }

    /// Whether the word at a rank names something of the page.
    fn is_use(&self, words: &[Word<'_>], rank: usize) -> bool {
        let word = &words[rank];
        if word.kind != Kind::Name || WORDS.contains(&word.text) {
            return false;
        }
        let next = words.get(rank + 1);
        let function = next.is_some_and(|next| next.is("("));
        let argument = next.is_some_and(|next| next.is("="));
        let before = |back: usize| rank.checked_sub(back).map(|rank| &words[rank]);
        let after_is = before(1).is_some_and(|word| word.is("is"))
            || before(1).is_some_and(|word| word.is("not"))
                && before(2).is_some_and(|word| word.is("is"));
        let filter = before(1).is_some_and(|word| word.is("|"));
        !function && !argument && !after_is && !filter
    }

    /// Follows `a.b[0].c`; its shape, and the rank after it.
    fn path(&mut self, words: &[Word<'_>], start: usize) -> (Shape, usize) {
        let first = &words[start];
        let mut path = first.text.to_owned();
        let mut shape = self.scope.find(first.text).unwrap_or_else(|| {
            let known = self.scope.names().into_iter().map(str::to_owned).collect();
            self.miss(&path, first, known)
        });
        let mut rank = start + 1;
        while let Some(sign) = words.get(rank) {
            let name = words.get(rank + 1).filter(|word| word.kind == Kind::Name);
            match (sign.text, name) {
                (".", Some(name)) => {
                    let above = path.clone();
                    path = format!("{above}.{}", name.text);
                    shape = shape.under(name.text).unwrap_or_else(|| {
                        let known = shape.names().into_iter().map(|name| format!("{above}.{name}"));
                        self.miss(&path, name, known.collect())
                    });
                    rank += 2;
                }
                // The template knows that it may be missing.
                ("?.", Some(name)) => {
                    path = format!("{path}.{}", name.text);
                    shape = shape.under(name.text).unwrap_or(Shape::Any);
                    rank += 2;
                }
                ("[", _) => {
                    let end = closing(words, rank);
                    let number = end == rank + 2 && words[rank + 1].kind == Kind::Number;
                    self.expression(&words[rank + 1..end]);
                    shape = if number { shape.item() } else { Shape::Any };
                    path.push_str("[]");
                    rank = end + 1;
                }
                _ => break,
            }
        }
        (shape, rank.min(words.len()))
    }

    /// Notes a name that nothing gives; what stands under it is not judged.
    fn miss(&mut self, path: &str, word: &Word<'_>, known: Vec<String>) -> Shape {
        let tested = self.tested.iter().any(|tested| {
            path.strip_prefix(tested.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
        if !tested {
            self.unknown.push(Unknown {
                path: path.to_owned(),
                span: word.at..word.at + word.text.len(),
                known,
                component: self.scope.component().map(str::to_owned),
            });
        }
        Shape::Any
    }

    /// `<name a="…" b={…} c>`: each argument, and its name alone for itself.
    fn call(&mut self, words: &[Word<'_>]) {
        let mut end = 1;
        while words.get(end).is_some_and(|word| word.is(".")) {
            end += 2;
        }
        let end = end.min(words.len());
        let name = joined(&words[..end]);
        let mut rank = end;
        while let Some(word) = words.get(rank) {
            if word.is("{") {
                let end = closing(words, rank);
                self.expression(&words[rank + 1..end]);
                rank = end + 1;
                continue;
            }
            if word.kind != Kind::Name {
                rank += 1;
                continue;
            }
            let (shape, after) = match words.get(rank + 1).filter(|next| next.is("=")) {
                Some(_) if words.get(rank + 2).is_some_and(|value| value.is("{")) => {
                    let end = closing(words, rank + 2);
                    (self.expression(&words[rank + 3..end]), end + 1)
                }
                Some(_) => (Shape::Text, rank + 3),
                None => (self.path(&words[..=rank], rank).0, rank + 1),
            };
            let called = self.calls.entry(name.clone()).or_default();
            called.entry(word.text.to_owned()).or_default().merge(shape);
            rank = after;
        }
    }
}
