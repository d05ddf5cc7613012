//! Where entries of a map begin and end, line by line: what a person sees as one key and its value.

use std::ops::Range;

use super::{Key, Node, Value};

/// A text with the places of its comments.
pub(super) struct Shape<'a> {
    pub text: &'a str,
    pub comments: Vec<Range<usize>>,
}

impl Shape<'_> {
    /// Whether a list or map is written between brackets or braces.
    pub fn is_flow(&self, node: &Node) -> bool {
        // The parser begins a list whose dashes stand below its key at its first item, which may be a map in braces.
        let sign = match node.value {
            Value::List(_) => '[',
            Value::Map(_) => '{',
            _ => return false,
        };
        self.text[node.span.start..].starts_with(sign)
    }

    /// What introduces a text that stands on lines of its own: `|`, `>-`, `|+`; nothing for another one.
    ///
    /// The parser begins such a text at its first letter.
    fn introduced(&self, node: &Node) -> Option<&str> {
        let before = self.text[..node.span.start].trim_end();
        if !matches!(node.value, Value::Text(_))
            || !self.text[before.len()..node.span.start].contains('\n')
        {
            return None;
        }
        let line = self.line_start(before.len())..before.len();
        let comment = self.comments.iter().find(|comment| line.contains(&comment.start));
        let end = comment.map_or(line.end, |comment| comment.start);
        let word = self.text[line.start..end].split_whitespace().next_back()?;
        let rest = word.strip_prefix(['|', '>'])?;
        rest.chars().all(|c| "+-0123456789".contains(c)).then_some(word)
    }

    /// Whether the empty lines below a text are a part of it.
    pub fn keeps_lines(&self, node: &Node) -> bool {
        self.introduced(node).is_some_and(|word| word.contains('+'))
    }

    /// Just after the colon of a key; nothing for a key that is written in an unusual way.
    pub fn after_colon(&self, key: &Key) -> Option<usize> {
        let rest = &self.text[key.span.end..];
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        rest[blanks..].starts_with(':').then_some(key.span.end + blanks + 1)
    }

    /// Where an entry ends: after the last letter of its value, comments left out.
    pub fn end(&self, key: &Key, value: &Node) -> Option<usize> {
        match &value.value {
            Value::Empty if value.span.is_empty() => self.after_colon(key),
            // `|` above nothing: no byte says where it ends.
            _ if value.span.is_empty() => None,
            _ => self.end_of(value),
        }
    }

    /// Where a value ends. The parser ends a list or map of lines at what follows it, comments included.
    pub fn end_of(&self, node: &Node) -> Option<usize> {
        match &node.value {
            Value::List(items) if !self.is_flow(node) => match items.last()? {
                // Where a dash holds nothing, no byte says where it ends.
                last if last.value == Value::Empty && last.span.is_empty() => None,
                last => self.end_of(last),
            },
            Value::Map(entries) if !self.is_flow(node) => {
                let (key, value) = entries.last()?;
                self.end(key, value)
            }
            _ => Some(self.with_kept_lines(node)),
        }
    }

    /// The end of a text, with the empty lines that `|+` keeps as a part of it.
    fn with_kept_lines(&self, node: &Node) -> usize {
        let end = node.span.end;
        if !self.keeps_lines(node) {
            return end;
        }
        let blank = |line: &&str| line.trim().is_empty();
        let mut lines = self.text[end..].split_inclusive('\n');
        let own = lines.next().map_or(0, str::len);
        let kept: usize = lines.take_while(blank).map(str::len).sum();
        let kept = &self.text[..end + own + kept];
        kept.strip_suffix('\n').map_or(kept.len(), |kept| kept.trim_end_matches('\r').len())
    }

    /// The first byte of the line of an offset.
    pub fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The first byte after the line of an offset.
    pub fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    /// What ends the lines here: that of the line of an offset, or else of the first line.
    pub fn eol(&self, at: usize) -> &'static str {
        let line = &self.text[self.line_start(at)..self.line_end(at)];
        let line = if line.ends_with('\n') { line } else { &self.text[..self.line_end(0)] };
        if line.ends_with("\r\n") { "\r\n" } else { "\n" }
    }

    /// How many letters stand before an offset on its line.
    pub fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// Whether only blanks stand before an offset on its line.
    pub fn begins_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].chars().all(|c| c == ' ')
    }

    /// The comments that begin in some bytes.
    pub fn comments_in(&self, range: &Range<usize>) -> Vec<&str> {
        let inside = self.comments.iter().filter(|comment| range.contains(&comment.start));
        inside.map(|comment| self.text[comment.clone()].trim_end()).collect()
    }

    /// The line of an offset when it holds a comment and nothing else: the column of its `#`.
    pub fn comment_line(&self, at: usize) -> Option<usize> {
        let range = self.line_start(at)..self.line_end(at);
        let comment = self.comments.iter().find(|comment| range.contains(&comment.start))?;
        self.begins_line(comment.start).then(|| self.column(comment.start))
    }
}
