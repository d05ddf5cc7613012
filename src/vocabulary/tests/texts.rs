//! What readers see: short, plain, and true to the field.

use super::super::*;
use crate::text::fold;

/// Longest sentence a tired reader follows, in words.
const LONGEST_SENTENCE: usize = 25;

#[test]
fn no_way_of_access_promises_to_do_without_appointment() {
    for term in MODALITES_ACCES.terms {
        let said = format!("{} {}", term.plain, term.sentence.unwrap_or_default());
        assert!(!said.contains("sans rendez-vous"), "{said}");
        assert!(!said.contains("directement"), "{said}");
    }
}

#[test]
fn lists_that_speak_to_the_reader_do_it_in_sentences() {
    for list in [
        &SERVICES,
        &NIVEAU_AIDE,
        &MODALITES_ACCES,
        &MODALITES_ACCOMPAGNEMENT,
        &FRAIS_A_CHARGE,
        &PUBLICS_SPECIFIQUEMENT_ADRESSES,
        &PRISE_EN_CHARGE_SPECIFIQUE,
        &ITINERANCE,
        &SANS_RENDEZ_VOUS,
        &DISPOSITIF_PROGRAMMES_NATIONAUX,
    ] {
        for term in list.terms {
            let sentence = term.sentence.unwrap_or_else(|| panic!("{}", term.code));
            assert!(sentence.ends_with('.'), "{sentence}");
        }
    }
}

#[test]
fn programmes_and_labels_are_told_in_about_six_words() {
    for term in
        [&DISPOSITIF_PROGRAMMES_NATIONAUX, &FORMATIONS_LABELS].iter().flat_map(|list| list.terms)
    {
        assert!(term.plain.split(' ').count() <= 7, "{}", term.plain);
    }
}

#[test]
fn plain_words_take_a_capital_without_losing_the_others() {
    let wifi = SERVICES.term("Accès internet et matériel informatique").unwrap();
    assert_eq!(wifi.title(), "Un ordinateur ou Internet à utiliser sur place");
}

/// Every text of this module that a reader may see.
fn texts() -> Vec<&'static str> {
    let terms = ALL.iter().flat_map(|list| list.terms);
    let mut texts: Vec<&str> =
        terms.flat_map(|term| [Some(term.plain), term.sentence]).flatten().collect();
    for besoin in &BESOINS {
        texts.extend([besoin.title, besoin.who]);
        texts.extend(besoin.what);
        texts.extend(besoin.bring);
        texts.extend(besoin.advice);
    }
    texts.push(URGENCE.title);
    texts.extend(URGENCE.what);
    texts.extend(URGENCE.advice);
    texts
}

#[test]
fn no_sentence_is_long_and_no_apostrophe_is_straight() {
    for text in texts() {
        for sentence in text.split(['.', '!', '?']) {
            let words =
                sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
            assert!(words.count() <= LONGEST_SENTENCE, "{sentence}");
        }
        assert!(!text.contains('\''), "{text}");
        assert!(!text.contains("  "), "{text}");
    }
}

#[test]
fn words_of_the_trade_stay_out_of_what_readers_see() {
    for text in texts() {
        for word in [
            "médiation numérique",
            "cartographie",
            "illectronisme",
            "dématérialis",
            "usager ",
            "capacitant",
        ] {
            assert!(!fold(text).contains(&fold(word)), "« {word} » in « {text} »");
        }
    }
}
