//! Days of a rule: there is one at least, and what is cancelled is one of them.

use crate::{said, told};

#[test]
fn a_rule_gives_at_least_one_day() {
    // 1 December 2026 is a Tuesday.
    assert_eq!(
        said("quand: lundi 14h-16h\ndu: 2026-12-01\nau: 2026-12-06\n"),
        "\
attention[evenement-sans-jour]: La règle de cet événement ne donne aucun jour du 1er au 6 décembre 2026.
 --> content/86-vienne/evenements/e.yaml:3:8
  |
3 | quand: lundi 14h-16h
  |        ^^^^^^^^^^^^^
  |
  = à faire: Vérifiez le jour de la semaine, « du », « au » et « sauf ».

"
    );
    assert_eq!(
        told(&said("quand: lundi 14h-16h\nsauf: [du 1er novembre 2026 au 31 décembre 2028]\n"))[0],
        "attention[evenement-sans-jour]: La règle de cet événement ne donne aucun jour du 23 novembre 2026 au 23 novembre 2027."
    );
    for silent in [
        "quand: mardi 14h-16h\ndu: 2026-12-01\nau: 2026-12-06\n",
        // Over, or on days of which nobody knows whether there is school.
        "quand: lundi 14h-16h\ndu: 2026-11-17\nau: 2026-11-20\n",
        "quand: lundi 14h-16h, pendant les vacances scolaires\ndu: 2030-01-07\nau: 2030-01-14\n",
        // One has to call: no day is promised.
        "quand: sur rendez-vous\n",
    ] {
        assert_eq!(said(silent), "", "{silent}");
    }
}

/// A rule on Tuesdays of January 2027 with a day.
fn tuesday(day: &str) -> String {
    said(&format!(
        "quand: \"mardi 14h-16h, sauf vacances scolaires\"\ndu: 2026-12-01\nau: 2027-02-09\nsauf: [le 26 janvier 2027]\ndates:\n  - {{le: {day}}}\n"
    ))
}

#[test]
fn a_day_that_is_cancelled_is_one_of_the_rule() {
    assert_eq!(
        tuesday("2027-01-13, etat: annulé, raison: grève"),
        "\
attention[date-hors-regle]: Le mercredi 13 janvier 2027 est annulé, et la règle ne donne pas ce jour.
 --> content/86-vienne/evenements/e.yaml:8:6
  |
8 |   - {le: 2027-01-13, etat: annulé, raison: grève}
  |      ^^
  |
  = à faire: Elle donne le mardi 12 janvier 2027 : corrigez « le ». Si ce jour s’ajoute à la règle, écrivez ses « horaires ».

"
    );
    let first = |day: &str| told(&tuesday(day)).first().map(|line| (*line).to_owned());
    let not_given = |day: &str, what: &str| {
        Some(format!(
            "attention[date-hors-regle]: Le {day} est {what}, et la règle ne donne pas ce jour."
        ))
    };
    let thursday = "jeudi 14 janvier 2027";
    assert_eq!(first("2027-01-14, etat: complet"), not_given(thursday, "complet"));
    assert_eq!(first("2027-01-14, etat: reporté"), not_given(thursday, "reporté"));
    assert_eq!(first("2027-01-14, chez: mairie"), not_given(thursday, "déplacé"));
    assert_eq!(first("2027-01-14, horaires: 9h-10h, etat: annulé"), not_given(thursday, "annulé"));
    // After the last day of the rule.
    assert_eq!(first("2027-02-16, etat: annulé"), not_given("mardi 16 février 2027", "annulé"));
    for silent in [
        "2027-01-12, etat: annulé",
        "2027-01-12, chez: mairie",
        // Added, with its hours; or simply added.
        "2027-01-14",
        "2027-01-14, etat: prévu",
        "2027-01-14, horaires: 9h-10h, etat: complet",
        "2027-01-14, horaires: 9h-10h, chez: mairie",
        // The rule would give it, were it not for its exceptions.
        "2026-12-22, etat: annulé",
        "2027-01-26, etat: annulé",
        // Past.
        "2026-11-19, etat: annulé",
    ] {
        assert_eq!(tuesday(silent), "", "{silent}");
    }
}

#[test]
fn the_nearest_day_is_one_that_nothing_is_said_of() {
    let said = said(
        "quand: mardi 14h-16h\ndates: [{le: 2027-01-12, etat: complet}, {le: 2027-01-13, etat: annulé}]\n",
    );
    let remedy = "Elle donne le mardi 19 janvier 2027 : corrigez « le ».";
    assert!(told(&said)[1].contains(remedy), "{said}");
}
