//! The page of an event: its rule, its particular days, the list of its days or sessions.

use std::collections::BTreeMap;

use crate::reading::{fact, headings, lines, part, under, vienne, words};

/// The pages of a guide with a library, a town hall elsewhere and one event in the library.
pub fn guide(more: &str) -> BTreeMap<String, String> {
    let event = format!("nom: Café\nchez: lieu\n{more}");
    vienne(&[
        ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque\ncommune: Lusignan\n"),
        ("86-vienne/acteurs/mairie.yaml", "nom: Mairie\ncommune: Vivonne\n"),
        ("86-vienne/evenements/cafe.yaml", &event),
    ])
}

/// What is said of when: « Quand : » and « Ce qui change : », a line each; then the lines under a heading.
fn said(pages: &BTreeMap<String, String>, heading: &str) -> (Vec<String>, Vec<String>) {
    let page = &pages["evenements/cafe.html"];
    let lines_of = |name: &str| -> Vec<String> {
        let said = fact(page, name).unwrap_or_default();
        said.split(" / ").filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let changes = lines_of("Ce qui change").into_iter().map(|line| format!("change : {line}"));
    let quand = lines_of("Quand").into_iter().chain(changes).collect();
    let mut days = lines(under(page, heading));
    assert_eq!(days.pop().as_deref(), Some("Mettre dans l’agenda de mon téléphone"));
    (quand, days)
}

/// Tuesdays in the library, with days of every kind.
pub const RULE: &str = "quand: mardi 14h-16h
du: 2026-11-03
au: 2027-02-23
dates:
  - {le: 2026-11-10, etat: annulé}
  - {le: 2026-12-01, etat: annulé, raison: animatrice absente}
  - {le: 2026-12-08, horaires: 10h-12h}
  - {le: 2026-12-15, chez: mairie}
  - {le: 2026-12-19, horaires: 9h-12h, ou: salle du conseil}
  - {le: 2027-02-02, etat: complet}
  - {le: 2027-06-05, horaires: 9h-10h}
";

#[test]
fn the_rule_comes_first_then_what_changes_then_the_days() {
    let (quand, days) = said(&guide(RULE), "Les dates jusqu’au 18 janvier 2027");
    // 10 November is past. A day that the rule does not give is said to be one more.
    assert_eq!(
        quand,
        [
            "Mardi de 14 h à 16 h, jusqu’au 23 février 2027.",
            "change : Annulé : mardi 1er décembre 2026, de 14 h à 16 h (animatrice absente).",
            "change : Mardi 8 décembre 2026, de 10 h à 12 h.",
            "change : Déplacé : mardi 15 décembre 2026, de 14 h à 16 h, Vivonne, Mairie.",
            "change : Aussi samedi 19 décembre 2026, de 9 h à 12 h, Médiathèque, salle du conseil.",
            "change : Complet : mardi 2 février 2027, de 14 h à 16 h.",
            "change : Aussi samedi 5 juin 2027, de 9 h à 10 h.",
        ]
    );
    // Up to the last day of the guide; the rule ends in February, whatever was added in June.
    assert_eq!(
        days,
        [
            "Mardi 24 novembre 2026, de 14 h à 16 h.",
            "Annulé : mardi 1er décembre 2026, de 14 h à 16 h.",
            "Mardi 8 décembre 2026, de 10 h à 12 h.",
            "Déplacé : mardi 15 décembre 2026, de 14 h à 16 h.",
            "Samedi 19 décembre 2026, de 9 h à 12 h.",
            "Mardi 22 décembre 2026, de 14 h à 16 h.",
            "Mardi 29 décembre 2026, de 14 h à 16 h.",
            "Mardi 5 janvier 2027, de 14 h à 16 h.",
            "Mardi 12 janvier 2027, de 14 h à 16 h.",
            "Ensuite : aux mêmes jours et heures, jusqu’au 23 février 2027.",
        ]
    );
}

#[test]
fn hours_are_not_repeated_where_all_are_the_same() {
    let (_, days) = said(
        &guide("quand: 1er mardi 14h-16h\ndates: [{le: 2027-01-05, etat: annulé}]\n"),
        "Les dates jusqu’au 18 janvier 2027",
    );
    assert_eq!(
        days,
        [
            "Mardi 1er décembre 2026.",
            "Annulé : mardi 5 janvier 2027.",
            "Ensuite : aux mêmes jours et heures.",
        ]
    );
    // Nothing comes after: nothing is said to.
    let (_, days) = said(&guide("quand: 1er mardi 14h-16h\nau: 2027-01-12\n"), "Les dates");
    assert_eq!(days, ["Mardi 1er décembre 2026.", "Mardi 5 janvier 2027."]);
}

#[test]
fn an_end_that_is_announced_ends_the_rule() {
    let (_, days) = said(
        &guide("termine: {le: 2027-02-03}\nquand: 1er mardi 14h-16h\nau: 2027-06-30\n"),
        "Les dates jusqu’au 18 janvier 2027",
    );
    assert_eq!(days[2], "Ensuite : aux mêmes jours et heures, jusqu’au 2 février 2027.");
}

const SERIES: &str = "seances: {nombre: 10, duree: 2h, quand: \"jeudi 14h-16h, sauf vacances scolaires\", du: 2026-12-03, au: 2027-02-25}
dates: [{le: 2026-12-17, etat: annulé}, {le: 2027-03-04, horaires: 14h-16h}]
";

#[test]
fn all_the_sessions_of_a_series_are_told_however_far() {
    let (quand, sessions) = said(&guide(SERIES), "Les séances");
    assert_eq!(
        quand,
        [
            "10 séances de 2 h.",
            "Du 3 décembre 2026 au 25 février 2027 : jeudi de 14 h à 16 h, sauf pendant les vacances scolaires.",
            "change : Annulé : jeudi 17 décembre 2026, de 14 h à 16 h.",
            "change : Aussi jeudi 4 mars 2027, de 14 h à 16 h.",
        ]
    );
    // No school from 19 December to 3 January and from 13 to 28 February.
    assert_eq!(
        sessions,
        [
            "Jeudi 3 décembre 2026.",
            "Jeudi 10 décembre 2026.",
            "Annulé : jeudi 17 décembre 2026.",
            "Jeudi 7 janvier 2027.",
            "Jeudi 14 janvier 2027.",
            "Jeudi 21 janvier 2027.",
            "Jeudi 28 janvier 2027.",
            "Jeudi 4 février 2027.",
            "Jeudi 11 février 2027.",
            "Jeudi 4 mars 2027.",
        ]
    );
}

#[test]
fn a_series_that_has_begun_says_those_left() {
    let (_, sessions) = said(
        &guide("seances: {nombre: 4, quand: jeudi 14h-16h, du: 2026-11-12, au: 2026-12-03}\n"),
        "Les séances à venir",
    );
    assert_eq!(sessions, ["Jeudi 26 novembre 2026.", "Jeudi 3 décembre 2026."]);
}

#[test]
fn a_series_of_named_days_lists_them_once() {
    let pages = guide(
        "seances: {nombre: 3}\ndates: [{le: 2026-11-05, horaires: 9h-10h}, {le: 2026-12-03, horaires: 9h-10h}, {le: 2026-12-10, horaires: 9h-10h, etat: annulé}]\n",
    );
    let page = &pages["evenements/cafe.html"];
    assert_eq!(
        fact(page, "Quand").unwrap(),
        "3 séances. / Jeudi 3 décembre 2026, de 9 h à 10 h. / Annulé : jeudi 10 décembre 2026, de 9 h à 10 h."
    );
    assert_eq!(headings(page), [""; 0]);
}

#[test]
fn days_to_come_that_are_all_cancelled_are_said_in_the_name() {
    for dates in ["", "seances: {nombre: 2}\n"] {
        let pages = guide(&format!(
            "{dates}dates: [{{le: 2026-11-05}}, {{le: 2026-12-03, etat: annulé}}, {{le: 2026-12-10, etat: annulé}}]\n"
        ));
        assert_eq!(words(part(&pages["evenements/cafe.html"], "h1")), "Annulé : Café", "{dates}");
    }
    // Beside a rule, others take place.
    let pages = guide("quand: jeudi 9h-10h\ndates: [{le: 2026-12-03, etat: annulé}]\n");
    assert_eq!(words(part(&pages["evenements/cafe.html"], "h1")), "Café");
}

#[test]
fn what_is_over_says_the_days_it_named_and_what_goes_on_does_not() {
    let named = |more: &str| {
        let page = &guide(&format!(
            "quand: mardi 14h-16h\ndu: 2026-11-03\ndates: [{{le: 2026-11-10, etat: annulé}}]\n{more}"
        ))["evenements/cafe.html"];
        [fact(page, "Quand"), fact(page, "Ce qui change")].into_iter().flatten().collect::<Vec<_>>()
    };
    assert_eq!(
        named("au: 2026-11-17\ncompte_rendu: Une belle série.\n"),
        [
            "Mardi de 14 h à 16 h, jusqu’au 17 novembre 2026.",
            "Annulé : mardi 10 novembre 2026, de 14 h à 16 h."
        ]
    );
    assert_eq!(named(""), ["Mardi de 14 h à 16 h."]);
    // It goes on, though none of its days is known yet.
    assert_eq!(
        named("sauf: [du 2 novembre 2026 au 30 décembre 2028]\n"),
        ["Mardi de 14 h à 16 h, sauf du 2 novembre 2026 au 30 décembre 2028."]
    );
}
