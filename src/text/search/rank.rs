//! What answers a question, and which answer stands first.

use super::words::{joined, words};

/// The whole question is the name.
const NAME: u32 = 0;
/// The whole question is one of the other things said: another name, a sigle, a postal code; or a short code.
const PART: u32 = 1;
/// The name begins with the whole question.
const BEGINS: u32 = 2;
/// The whole question stands in it, from the beginning of a word.
const HOLDS: u32 = 3;
/// Every word of the question is found; what each costs is added.
const WORDS: u32 = 4;
/// What a word costs that is only begun.
const BEGUN: u32 = 1;
/// What a word costs that stands beside the name.
const BESIDE: u32 = 1;
/// What a word costs that was written with a fault.
const FAULT: u32 = 99;
/// Words up to this many letters must be right.
const SURE: usize = 4;

/// Something that may be found.
#[derive(Clone, Debug)]
pub struct Target {
    name: String,
    parts: Vec<String>,
    words: Vec<String>,
    /// How many of the words are those of the name.
    of_name: usize,
    /// All that is said, from each of its words on.
    from: Vec<String>,
}

impl Target {
    /// By its name, and by what is said beside it: its parts stand between `, : ; ( )`.
    pub fn new(name: &str, beside: &str) -> Self {
        let mut all = words(name);
        let of_name = all.len();
        all.extend(words(beside));
        Self {
            name: joined(name),
            parts: beside.split([',', ':', ';', '(', ')']).map(joined).collect(),
            from: (0..all.len()).map(|at| all[at..].concat()).collect(),
            words: all,
            of_name,
        }
    }

    /// The same, found by its short codes too: each as a whole, as another name is.
    pub fn coded<'a>(mut self, codes: impl IntoIterator<Item = &'a str>) -> Self {
        self.parts.extend(codes.into_iter().map(joined));
        self
    }
}

/// What was typed.
#[derive(Clone, Debug)]
pub struct Query {
    whole: String,
    words: Vec<String>,
}

impl Query {
    /// Nothing when too little was typed to look for: single letters, words that say nothing.
    pub fn new(text: &str) -> Option<Self> {
        let mut all = words(text);
        let whole = all.concat();
        all.retain(|word| word.len() > 1);
        (!all.is_empty()).then_some(Self { whole, words: all })
    }

    /// How near an answer is, the nearest first; nothing when it is none.
    fn rank(&self, target: &Target) -> Option<u32> {
        if target.name == self.whole {
            return Some(NAME);
        }
        if target.parts.contains(&self.whole) {
            return Some(PART);
        }
        match target.from.iter().position(|rest| rest.starts_with(&self.whole)) {
            Some(0) => Some(BEGINS),
            Some(_) => Some(HOLDS),
            None => self
                .words
                .iter()
                .map(|word| cost(word, target))
                .sum::<Option<u32>>()
                .map(|sum| sum + WORDS),
        }
    }
}

/// What one word of the question costs, at its best.
fn cost(word: &str, target: &Target) -> Option<u32> {
    let costs = target.words.iter().enumerate().filter_map(|(at, other)| {
        let beside = if at < target.of_name { 0 } else { BESIDE };
        let written = match other.starts_with(word) {
            true if other == word => 0,
            true => BEGUN,
            false if word.len() > SURE && is_near(word.as_bytes(), other.as_bytes()) => FAULT,
            false => return None,
        };
        Some(beside + written)
    });
    costs.min()
}

/// Whether a word begins like another with one letter more, less, other, or two swapped.
fn is_near(word: &[u8], other: &[u8]) -> bool {
    let same = word.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (word, other) = (&word[same..], &other[same..]);
    let after = |letters: &[u8], from: usize| letters.get(from..).unwrap_or_default().to_vec();
    let swapped =
        [&word[1..word.len().min(2)], &word[..word.len().min(1)], &after(word, 2)].concat();
    other.starts_with(&after(word, 1))
        || after(other, 1).starts_with(word)
        || after(other, 1).starts_with(&after(word, 1))
        || other.starts_with(&swapped)
}

/// What answers a question, the best first, in the order of the list where two are as good.
///
/// Answers that need a fault to be forgiven are left out where others need none. Nothing when there is no
/// question yet.
pub fn find(targets: &[Target], text: &str) -> Option<Vec<usize>> {
    let query = Query::new(text)?;
    let ranked = targets.iter().enumerate();
    let mut found: Vec<(u32, usize)> =
        ranked.filter_map(|(at, target)| Some((query.rank(target)?, at))).collect();
    found.sort_unstable();
    if found.first().is_some_and(|(best, _)| *best < FAULT) {
        found.retain(|(rank, _)| *rank < FAULT);
    }
    Some(found.into_iter().map(|(_, at)| at).collect())
}
