//! A text as the words that are compared.

use super::super::order::fold;
use super::table::{EMPTY, ENDINGS, Row, SHORT, SHORTEST, SOUNDS};

/// The words of a text as they are compared: without accents, plural or spelling of a sound.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long))
        .filter(|word| !EMPTY.contains(word))
        .map(sound)
        .collect()
}

/// The words of a text in one: « D’Clic », « dclic » and « d clic » are the same.
pub fn joined(text: &str) -> String {
    words(text).concat()
}

/// What a word sounds like, in the singular.
fn sound(word: &str) -> String {
    let stem = |(ending, single): &Row| Some(format!("{}{single}", word.strip_suffix(ending)?));
    let long = word.len() > SHORTEST;
    let single = ENDINGS.iter().find_map(stem).filter(|_| long);
    let mut sound = single.unwrap_or_else(|| word.to_owned());
    for (written, said) in SOUNDS {
        sound = sound.replace(written, said);
    }
    without_pairs(&sound)
}

/// One letter for two of the same; figures stay, they are codes.
fn without_pairs(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_lowercase() {
            letters.next_if_eq(&letter);
        }
        out.push(letter);
    }
    out
}
