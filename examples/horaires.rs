//! Hours from a list, read as a médiatrice would: `cargo run --example horaires -- 20 < horaires.txt`.
//!
//! One text a line on the standard input. Prints how many give a sentence and how many a message, the
//! messages by kind, then as many texts as asked, drawn by chance (always the same), with their French.
#![allow(clippy::print_stdout)] // its only way to speak

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, stdin};

use jalon::calendar::Horaires;

fn main() -> std::io::Result<()> {
    let asked = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(20);
    let lines = stdin().lock().lines().collect::<Result<Vec<String>, _>>()?;
    let total = lines.len();
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines {
        *texts.entry(line).or_default() += 1;
    }
    let mut kinds: BTreeMap<String, (usize, usize, BTreeSet<String>)> = BTreeMap::new();
    for (text, times) in &texts {
        for kind in told(text) {
            let entry = kinds.entry(kind).or_default();
            entry.0 += 1;
            entry.1 += times;
            entry.2.insert(text.clone());
        }
    }
    println!("{total} textes, {} différents\n", texts.len());
    for (kind, (distinct, all, examples)) in &kinds {
        let example = examples.iter().min_by_key(|text| text.len());
        println!(
            "{distinct:6} différents {all:6} en tout  {kind}  ({})",
            example.map_or("", |e| e)
        );
    }
    println!();
    for text in drawn(&texts, asked) {
        println!("{text}\n  → {}\n", said(text));
    }
    Ok(())
}

/// What a text comes to: a phrase, a message or doubts, each without the words that vary.
fn told(text: &str) -> Vec<String> {
    match Horaires::parse(text) {
        Ok(hours) => {
            let lints = hours.lints().into_iter().map(|lint| format!("doute : {}", lint.code));
            std::iter::once("phrase".to_owned()).chain(lints).collect()
        }
        Err(faults) => {
            let message = &faults[0].message;
            let plain: String = message.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
            vec![format!("message : {plain}")]
        }
    }
}

fn said(text: &str) -> String {
    match Horaires::parse(text) {
        Ok(hours) => hours.sentence(),
        Err(faults) => {
            let told: Vec<String> = faults
                .iter()
                .map(|fault| {
                    format!("[{}] {} : {}", &text[fault.span.clone()], fault.message, fault.remedy)
                })
                .collect();
            told.join(" / ")
        }
    }
}

/// Texts in an order that looks like chance and never changes.
fn drawn(texts: &BTreeMap<String, usize>, asked: usize) -> Vec<&String> {
    let mut seed: u64 = 20_261_126;
    let mut keyed: Vec<(u64, &String)> = texts
        .keys()
        .map(|text| {
            // Knuth's linear congruence: no crate for twenty draws.
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33, text)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().take(asked).map(|(_, text)| text).collect()
}
