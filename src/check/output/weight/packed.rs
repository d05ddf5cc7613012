//! What a page weighs once compressed, measured no more often and no better than needed.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::plan::{Medium, Plan, Sheet};
use crate::text::pack::brotli;

use super::Budget;

/// What a page weighs once compressed, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Weight {
    /// As a host in a hurry sends it (brotli 5).
    pub usual: usize,
    /// As small as it gets (brotli 11), known when the usual weight is over the budget.
    pub least: Option<usize>,
}

impl Weight {
    /// Weighs a page; the long way only when the short one leaves a doubt.
    pub(in super::super) fn of(page: &[u8], budget: Budget) -> Self {
        let usual = brotli(page, 5).len();
        Self { usual, least: (usual > budget.soft).then(|| brotli(page, 11).len().min(usual)) }
    }
}

/// Whether a page may be over its budget: letter by letter, without any repetition found, it would be.
pub(in super::super) fn may_exceed(page: &[u8], budget: Budget) -> bool {
    page.len() > budget.soft && letter_by_letter(page) > budget.soft
}

/// Bytes of a page whose letters are coded one by one, often ones shortly (its entropy): no compressor
/// worth its name does worse, and counting is fifty times quicker than compressing.
fn letter_by_letter(page: &[u8]) -> usize {
    let mut counts = [0_u32; 256];
    for byte in page {
        counts[usize::from(*byte)] += 1;
    }
    let all = page.len() as f64;
    let bits: f64 = counts
        .into_iter()
        .filter(|count| *count > 0)
        .map(f64::from)
        .map(|count| count * (all / count).log2())
        .sum();
    (bits / 8.0) as usize + TABLE
}

/// Room for the table of codes, in bytes.
const TABLE: usize = 256;

/// The pages weighed whatever their size: all of a small site, an even part of a large one.
#[derive(Debug, Default)]
pub(in super::super) struct Sample(HashSet<String>);

/// Pages weighed in a large site.
const LARGEST_SAMPLE: usize = 1_000;

impl Sample {
    /// Chooses by the order of addresses alone, so that two builds weigh the same pages.
    pub(in super::super) fn of(plan: &Plan) -> Self {
        let pages: Vec<&Sheet> = plan
            .sheets
            .iter()
            .map(|(_, sheet)| sheet)
            .filter(|sheet| sheet.medium == Medium::Html)
            .collect();
        let taken = pages.len().min(LARGEST_SAMPLE);
        let address = |rank: usize| pages[rank * pages.len() / taken].address.to_string();
        Self((0..taken).map(address).collect())
    }

    /// Whether a page is weighed.
    pub(in super::super) fn has(&self, sheet: &Sheet) -> bool {
        self.0.contains(sheet.address.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_letters_never_says_less_than_compressing() {
        // Every byte as often as any other, in an order without repetition.
        let mut state = 1_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let noise: Vec<u8> = noise.take(20_000).collect();
        let letters: Vec<u8> = noise.iter().map(|byte| b'a' + byte % 26).collect();
        let page = include_bytes!("../../../../themes/base/html/parts.html");
        for text in [&noise[..], &letters[..], &page[..]] {
            assert!(letter_by_letter(text) >= brotli(text, 5).len());
        }
        let budget = Budget { soft: 10_000, hard: 14_600 };
        assert!(may_exceed(&noise, budget) && may_exceed(&letters, budget));
        assert!(!may_exceed(page, budget));
    }

    #[test]
    fn a_weight_is_refined_only_over_the_budget() {
        let page = include_bytes!("../../../../themes/base/style.css");
        let light = Weight::of(page, Budget { soft: 10_000, hard: 14_600 });
        assert_eq!(light.least, None);
        let heavy = Weight::of(page, Budget { soft: 100, hard: 200 });
        assert_eq!(heavy.usual, light.usual);
        assert!(heavy.least.is_some_and(|least| least > 200 && least < heavy.usual));
    }
}
