//! Items of a list that come and go, each on lines of its own: the others stay as somebody wrote them.

use std::ops::Range;

use crate::source::yaml::shape::Shape;
use crate::source::yaml::{Node, Plain};

use super::patch::Patch;
use super::wanted::Wanted;

/// The patch that makes one list of another which begins or ends as it does; nothing where they share no item.
pub(super) fn patch(shape: &Shape<'_>, old: &[Node], new: &[Wanted]) -> Option<Patch> {
    let same = |(old, new): &(&Node, &Wanted)| Plain::of(old) == new.plain();
    let first = old.iter().zip(new).take_while(same).count();
    let rest = old.len().min(new.len()) - first;
    let last = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(same).count();
    if first + last == 0 {
        return None;
    }
    let (gone, come) = (&old[first..old.len() - last], &new[first..new.len() - last]);
    let indent = indent(shape, old)?;
    let range = match (gone.first().zip(gone.last()), first.checked_sub(1)) {
        (Some((from, to)), _) => shape.line_start(from.span.start)..after(shape, to)?,
        (None, Some(above)) => below(shape, &old[above], indent)?,
        (None, None) => {
            let at = shape.line_start(old[0].span.start);
            at..at
        }
    };
    let eol = shape.eol(old[0].span.start);
    let lead = " ".repeat(indent);
    let notes = shape.comments_in(&range).into_iter().map(|note| format!("{lead}{note}{eol}"));
    let items = come.iter().map(|item| format!("{lead}- {}{eol}", item.inline(false)));
    let with: String = notes.chain(items).collect();
    Some(fitted(shape, range, with, eol))
}

/// The column of the dashes; nothing where one of them does not stand alone before its item.
fn indent(shape: &Shape<'_>, items: &[Node]) -> Option<usize> {
    let dash = |item: &Node| {
        let lead = &shape.text[shape.line_start(item.span.start)..item.span.start];
        (lead.trim() == "-" && !lead.contains('\t')).then(|| lead.find('-')).flatten()
    };
    let first = items.first().and_then(dash)?;
    items.iter().all(|item| dash(item) == Some(first)).then_some(first)
}

/// The first byte below an item.
fn after(shape: &Shape<'_>, item: &Node) -> Option<usize> {
    Some(shape.line_end(shape.end_of(item)?))
}

/// Where an item goes below another one: behind the comments that are further in than its dash.
fn below(shape: &Shape<'_>, item: &Node, indent: usize) -> Option<Range<usize>> {
    let mut at = after(shape, item)?;
    while at < shape.text.len() && shape.comment_line(at).is_some_and(|inner| inner > indent) {
        at = shape.line_end(at);
    }
    Some(at..at)
}

/// Lines that stand behind a last line without an end begin with one.
fn fitted(shape: &Shape<'_>, range: Range<usize>, with: String, eol: &str) -> Patch {
    let unfinished = range.start > 0 && !shape.text[..range.start].ends_with('\n');
    match with.strip_suffix(eol) {
        Some(lines) if unfinished => Patch { range, with: format!("{eol}{lines}") },
        _ => Patch { range, with },
    }
}
