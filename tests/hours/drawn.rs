//! Thoughts drawn by chance.

use jalon::calendar::{Date, SchoolBreak};
use proptest::prelude::*;

use super::thought::{Narrowed, Off, Rule, Thought, Which};

fn date() -> impl Strategy<Value = Date> {
    (0..730i64).prop_map(|days| {
        Date::constant(2026, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap()
    })
}

fn which() -> impl Strategy<Value = Which> {
    prop_oneof![
        4 => Just(Which::All),
        2 => proptest::sample::subsequence(vec![1, 2, 3, 4, 5, -2, -1], 1..=2).prop_map(Which::Nth),
        1 => Just(Which::Even),
        1 => Just(Which::Odd),
        2 => (2..=4i32, date()).prop_map(|(weeks, from)| Which::OneIn(weeks, from)),
        1 => (1..=53i8, 0..20i8).prop_map(|(from, more)| Which::Numbered(from, (from + more).min(53))),
    ]
}

fn days_off() -> impl Strategy<Value = Off> {
    let of = || {
        prop::sample::select(vec![
            None,
            None,
            Some(SchoolBreak::Noel),
            Some(SchoolBreak::Hiver),
            Some(SchoolBreak::Ete),
            Some(SchoolBreak::Toussaint),
        ])
    };
    let nths = || proptest::sample::subsequence(vec![1i8, 2, 3, -2, -1], 1..=2);
    prop_oneof![
        Just(Off::Public),
        of().prop_map(Off::School),
        (of(), nths()).prop_map(|(of, nths)| Off::Weeks(of, nths)),
        (of(), nths()).prop_map(|(of, nths)| Off::Without(of, nths)),
        ((1..=12i8, 1..=28i8), (1..=12i8, 1..=28i8)).prop_map(|(from, to)| Off::Days(from, to)),
        (date(), 0..40i64).prop_map(|(from, more)| {
            Off::Once(from, from.checked_add(jiff::Span::new().days(more)).unwrap())
        }),
    ]
}

fn narrowed() -> impl Strategy<Value = Narrowed> {
    prop_oneof![
        2 => Just(Narrowed::No),
        2 => days_off().prop_map(Narrowed::Except),
        1 => days_off().prop_map(Narrowed::During),
    ]
}

/// Rules drawn by chance.
pub fn thought() -> impl Strategy<Value = Thought> {
    let weekdays = Just((0..7).collect::<Vec<usize>>()).prop_shuffle();
    let hours: Vec<&'static [(u16, u16)]> =
        vec![&[(540, 720)], &[(570, 720), (840, 1020)], &[(845, 1110)]];
    let rule = (1..=2usize, prop::sample::select(hours), which(), narrowed());
    let closed = prop::collection::vec(days_off(), 0..=2);
    (weekdays, prop::collection::vec(rule, 1..=3), closed).prop_map(|(weekdays, rules, closed)| {
        let mut weekdays = weekdays.into_iter();
        let rules = rules
            .into_iter()
            .map(|(count, hours, which, narrowed)| {
                let mut weekdays: Vec<usize> = weekdays.by_ref().take(count).collect();
                weekdays.sort_unstable();
                Rule { weekdays, hours, which, narrowed }
            })
            .collect();
        Thought { rules, closed }
    })
}
