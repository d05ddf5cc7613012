//! Why a text in OpenStreetMap's form is refused, in French and at its column: what the strict reader
//! would refuse without saying why, what it would read wrongly, what a guide cannot say.

mod beyond;
mod days;
mod order;
mod times;

use super::super::fault::HoursFault;
use super::super::read::{Raw, Token};

/// What every doubt looks at.
struct Text<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

/// A doubt about the tokens from an index on.
type Doubt = Option<HoursFault>;

/// Every doubt; the first about a token is told.
const DOUBTS: [fn(&Text<'_>, usize) -> Doubt; 17] = [
    times::bad,
    times::three,
    times::repeated,
    times::no_end,
    times::equal_ends,
    beyond::easter,
    beyond::sun,
    beyond::offset,
    beyond::years,
    beyond::weekday_period,
    beyond::words_as_days,
    days::weekdays_then_holiday,
    days::in_march,
    days::nth_of_range,
    order::week,
    order::unparted,
    order::date,
];

/// All that is doubtful in a text.
pub(super) fn check(text: &str, tokens: &[Token]) -> Result<(), Vec<HoursFault>> {
    let text = Text { text, tokens };
    let at = |index: usize| DOUBTS.iter().find_map(|doubt| doubt(&text, index));
    let faults: Vec<HoursFault> = (0..tokens.len()).filter_map(at).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

impl Text<'_> {
    fn raw(&self, index: usize) -> Option<&Raw> {
        self.tokens.get(index).map(|token| &token.raw)
    }

    /// What stands before a token.
    fn before(&self, index: usize) -> Option<&Raw> {
        self.raw(index.checked_sub(1)?)
    }

    fn is_mark(&self, index: usize, marks: &[char]) -> bool {
        matches!(self.raw(index), Some(Raw::Mark(mark)) if marks.contains(mark))
    }

    fn is_word(&self, index: usize, words: &[&str]) -> bool {
        matches!(self.raw(index), Some(Raw::Word(word)) if words.contains(&word.as_str()))
    }

    fn is_time(&self, index: usize) -> bool {
        is_time(self.raw(index))
    }

    /// The bytes of tokens from one to another, both included.
    fn written(&self, from: usize, to: usize) -> &str {
        let span = self.span(from, to);
        &self.text[span]
    }

    fn span(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        start..self.tokens.get(to).map_or(start, |token| token.span.end)
    }

    /// A fault about tokens from one to another, both included.
    fn fault(
        &self,
        (from, to): (usize, usize),
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Doubt {
        Some(HoursFault::new(self.span(from, to), message, remedy))
    }

    /// The same about what OpenStreetMap allows and a guide cannot say.
    fn unsayable(&self, at: (usize, usize), what: &str, remedy: &str) -> Doubt {
        self.fault(at, super::convert::unsayable(what), remedy)
    }
}

fn is_time(raw: Option<&Raw>) -> bool {
    matches!(raw, Some(Raw::Time(_) | Raw::BadTime))
}
