//! Sentences of hours, as tests compare them.

use jalon::calendar::Horaires;

/// The sentence with plain spaces; one test looks at the others.
pub fn said(text: &str) -> String {
    match Horaires::parse(text) {
        Ok(hours) => hours.sentence().replace(['\u{a0}', '\u{202f}'], " "),
        Err(faults) => format!("{faults:?}"),
    }
}

pub fn all(pairs: &[(&str, &str)]) {
    for (text, sentence) in pairs {
        assert_eq!(said(text), *sentence, "{text}");
    }
}
