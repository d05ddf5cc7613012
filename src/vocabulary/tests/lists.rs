//! Sizes of the lists, and how values are recognised in them.

use std::collections::BTreeSet;

use super::super::wording::key;
use super::super::*;

#[test]
fn the_national_lists_have_their_sizes() {
    let sizes = ALL[..10].iter().map(|list| (list.name, list.terms.len()));
    assert_eq!(
        sizes.collect::<Vec<_>>(),
        [
            ("typologie", 92),
            ("itinerance", 2),
            ("services", 9),
            ("publics_specifiquement_adresses", 5),
            ("prise_en_charge_specifique", 7),
            ("frais_a_charge", 3),
            ("dispositif_programmes_nationaux", 11),
            ("formations_labels", 10),
            ("modalites_acces", 6),
            ("modalites_accompagnement", 4),
        ]
    );
}

#[test]
fn lists_bear_different_names() {
    let names: BTreeSet<&str> = ALL.iter().map(|list| list.name).collect();
    assert_eq!(names.len(), ALL.len());
}

#[test]
fn every_term_is_read_as_itself_and_has_plain_words() {
    for list in ALL {
        for term in list.terms {
            assert_eq!(list.read(term.code), Reading::Exact(term), "{}", list.name);
            assert_eq!(list.read(term.label), Reading::Exact(term), "{}", list.name);
            assert!(!term.plain.trim().is_empty(), "{}: {}", list.name, term.code);
            assert!(!term.plain.ends_with('.'), "{}", term.plain);
        }
    }
}

#[test]
fn no_two_terms_of_a_list_share_a_wording() {
    for list in ALL {
        let mut seen = BTreeSet::new();
        for term in list.terms {
            let words = term.without_sigle().unwrap_or(term.label);
            for wording in BTreeSet::from([term.code, term.label, words].map(key)) {
                assert!(seen.insert(wording), "{}: {}", list.name, term.label);
            }
        }
        for (older, _) in list.older {
            assert!(seen.insert(key(older)), "{}: « {older} » twice", list.name);
        }
    }
}

#[test]
fn older_wordings_lead_to_their_terms() {
    for list in ALL {
        for (older, code) in list.older {
            let term = list.term(code).unwrap_or_else(|| panic!("{code} in {}", list.name));
            assert_eq!(list.read(older), Reading::Older(term), "{}", list.name);
        }
    }
}

#[test]
fn the_kind_of_apostrophe_and_of_space_is_not_a_fault() {
    let closed = MODALITES_ACCES.term("Ce lieu n'accueille pas de public").unwrap();
    assert_eq!(
        MODALITES_ACCES.read(" Ce lieu n’accueille pas\u{a0}de  public "),
        Reading::Exact(closed)
    );
    let seniors = PUBLICS_SPECIFIQUEMENT_ADRESSES.term("Seniors").unwrap();
    assert_eq!(PUBLICS_SPECIFIQUEMENT_ADRESSES.read("séniors"), Reading::Older(seniors));
    let decomposed = "E\u{301}tudiants";
    let students = PUBLICS_SPECIFIQUEMENT_ADRESSES.term("Étudiants").unwrap();
    assert_eq!(PUBLICS_SPECIFIQUEMENT_ADRESSES.read(decomposed), Reading::Exact(students));
}

#[test]
fn typologie_is_read_by_code_and_in_words() {
    let ccas = TYPOLOGIE.term("CCAS").unwrap();
    assert_eq!(TYPOLOGIE.read("CCAS"), Reading::Exact(ccas));
    assert_eq!(TYPOLOGIE.read("Centre communal d'action sociale (CCAS)"), Reading::Exact(ccas));
    assert_eq!(TYPOLOGIE.read("centre communal d’action sociale"), Reading::Older(ccas));
    assert_eq!(TYPOLOGIE.read("C.C.A.S."), Reading::Older(ccas));
    assert_eq!(TYPOLOGIE.read("PE").term(), TYPOLOGIE.term("FT"));
}

#[test]
fn what_is_unknown_gets_a_likely_term_or_none() {
    let meant = |list: &Vocabulary, written| match list.read(written) {
        Reading::Unknown { nearest } => nearest.map(|term| term.code),
        reading => panic!("{written} was read as {reading:?}"),
    };
    assert_eq!(
        meant(&SERVICES, "Aide aux démarche administrative"),
        Some("Aide aux démarches administratives")
    );
    assert_eq!(meant(&SERVICES, "impôts"), Some("Aide aux démarches administratives"));
    assert_eq!(meant(&SERVICES, "smartphone"), None, "to learn it or to use one?");
    assert_eq!(meant(&DISPOSITIF_PROGRAMMES_NATIONAUX, "Campus connecté"), None);
    assert_eq!(meant(&SERVICES, "numérique"), None, "nearly all hold it");
    assert_eq!(meant(&SERVICES, "Coiffure"), None);
    assert_eq!(meant(&SERVICES, "—"), None);
    assert_eq!(meant(&TYPOLOGIE, "Mision locale"), Some("ML"));
    assert_eq!(meant(&TYPOLOGIE, "CQ"), None, "a sigle is one edit away from too many");
    assert_eq!(
        meant(&FRAIS_A_CHARGE, "Gratuit pour les adhérents"),
        None,
        "a condition must not be lost"
    );
}

#[test]
fn the_level_of_help_survives_the_old_wording_that_hid_it() {
    let written = "A ma place : une personne habilitée fait les démarches à ma place";
    assert_eq!(NIVEAU_AIDE.read(written).term(), NIVEAU_AIDE.term("faire à la place"));
    assert!(MODALITES_ACCOMPAGNEMENT.read(written).term().is_some());
}
