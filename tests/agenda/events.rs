//! Events: named days, days in a row, long periods, rules and series; what is past or over is absent.

use crate::days::{agenda, days};

fn event(more: &str) -> Vec<String> {
    let record = format!("nom: Atelier\ncommune: Poitiers\n{more}");
    agenda(&[("86-vienne/evenements/atelier.yaml", &record)])
}

#[test]
fn one_of_the_dates_is_cancelled() {
    assert_eq!(
        event(
            "dates:\n  - {le: 2026-11-20, horaires: 9h-12h}\n  - {le: 2026-12-03, horaires: 14h-16h}\n  - {le: 2026-12-10, horaires: 14h-16h, etat: annulé}\n  - {le: 2026-12-17}\n  - {le: 2027-01-19, horaires: 14h-16h}\n"
        ),
        [
            "2026-12-03 14h-16h Atelier",
            "2026-12-10 14h-16h Atelier: annulé",
            "2026-12-17 ? Atelier",
        ]
    );
}

#[test]
fn the_state_of_an_event_is_that_of_its_dates_unless_they_have_their_own() {
    assert_eq!(
        event(
            "etat: complet\ndates: [{le: 2026-12-03, horaires: 14h-16h}, {le: 2026-12-10, horaires: 14h-16h, etat: annulé}]\n"
        ),
        ["2026-12-03 14h-16h Atelier: complet", "2026-12-10 14h-16h Atelier: annulé"]
    );
    // An event that is cancelled is so on all its days.
    assert_eq!(
        event("etat: annulé\ndates: [{le: 2026-12-03, horaires: 14h-16h, etat: complet}]\n"),
        ["2026-12-03 14h-16h Atelier: annulé"]
    );
}

#[test]
fn up_to_seven_days_in_a_row_are_each_a_day() {
    assert_eq!(
        event("du: 2026-12-01\nau: 2026-12-07\n"),
        [1, 2, 3, 4, 5, 6, 7].map(|day| format!("2026-12-0{day} ? Atelier"))
    );
    assert_eq!(event("du: 2026-12-01\n"), ["2026-12-01 ? Atelier"]);
    // One that has begun keeps the days left.
    assert_eq!(
        event("du: 2026-11-20\nau: 2026-11-24\n"),
        ["2026-11-23 ? Atelier", "2026-11-24 ? Atelier"]
    );
}

#[test]
fn a_long_period_stands_once_a_week_with_its_last_day() {
    // 1 December is a Tuesday; the week after begins on the 7th.
    let until = |days: &[&str], last: &str| -> Vec<String> {
        days.iter().map(|day| format!("{day} ? Atelier jusqu'au {last}")).collect()
    };
    assert_eq!(
        event("du: 2026-12-01\nau: 2026-12-08\n"),
        until(&["2026-12-01", "2026-12-07"], "2026-12-08")
    );
    // It has begun, and goes on after the last day shown, 18 January.
    assert_eq!(
        event("du: 2026-09-01\nau: 2027-06-30\n"),
        until(
            &[
                "2026-11-23",
                "2026-11-30",
                "2026-12-07",
                "2026-12-14",
                "2026-12-21",
                "2026-12-28",
                "2027-01-04",
                "2027-01-11",
                "2027-01-18"
            ],
            "2027-06-30"
        )
    );
    // It begins after the last day shown.
    assert_eq!(event("du: 2027-02-01\nau: 2027-06-30\n"), [""; 0]);
}

#[test]
fn a_rule_and_a_series_hold_between_their_days() {
    // Tuesdays of December 2026: 1, 8, 15, 22, 29; school is out from 19 December to 3 January.
    assert_eq!(
        event("quand: 1er et 3e mardi 14h-16h\ndu: 2026-12-02\nau: 2027-01-10\n"),
        ["2026-12-15 14h-16h Atelier", "2027-01-05 14h-16h Atelier"]
    );
    assert_eq!(
        event(
            "seances: {nombre: 5, duree: 2h30, quand: \"jeudi 14h-16h30, sauf vacances scolaires\", du: 2026-12-03, au: 2027-01-14}\n"
        ),
        [
            "2026-12-03 14h-16h30 Atelier",
            "2026-12-10 14h-16h30 Atelier",
            "2026-12-17 14h-16h30 Atelier",
            "2027-01-07 14h-16h30 Atelier",
            "2027-01-14 14h-16h30 Atelier",
        ]
    );
    // Without rule nobody knows the days of a series.
    assert_eq!(event("seances: {nombre: 5, du: 2026-12-03, au: 2027-01-14}\n"), [""; 0]);
}

#[test]
fn what_is_past_or_over_is_absent() {
    for over in [
        "dates: [{le: 2026-11-22, horaires: 9h-12h}]\n",
        "du: 2026-11-01\nau: 2026-11-22\n",
        "quand: mardi 9h-12h\ndu: 2026-09-01\nau: 2026-11-20\n",
        "etat: terminé\ndates: [{le: 2026-12-03, horaires: 9h-12h}]\n",
        "termine: {le: 2026-11-20}\nquand: mardi 9h-12h\n",
    ] {
        assert_eq!(event(over), [""; 0], "{over}");
    }
    // Today is not past.
    assert_eq!(
        event("dates: [{le: 2026-11-23, horaires: 9h-12h}]\n"),
        ["2026-11-23 9h-12h Atelier"]
    );
}

#[test]
fn an_event_that_ends_within_the_weeks_shown_has_no_day_after_its_end() {
    assert_eq!(
        days(&event("termine: {le: 2026-12-10}\nquand: mardi 9h-12h\n")),
        ["2026-11-24", "2026-12-01", "2026-12-08"]
    );
}

#[test]
fn the_order_is_by_day_then_hour_whatever_it_is() {
    assert_eq!(
        agenda(&[
            (
                "86-vienne/evenements/z.yaml",
                "nom: Zoom\ncommune: Poitiers\ndates: [{le: 2026-12-08, horaires: 8h-9h}]\n"
            ),
            (
                "86-vienne/evenements/a.yaml",
                "nom: Atelier\ncommune: Poitiers\ndates: [{le: 2026-12-08, horaires: 14h-16h}, {le: 2026-12-01, horaires: 14h-16h}]\n"
            ),
            (
                "86-vienne/acteurs/bus.yaml",
                "nom: Bus\ncommune: Poitiers\ntournee:\n  sauf: [du 9 décembre 2026 au 31 janvier 2027]\n  arrets: [{nom: Soir, commune: Lusignan, horaires: mardi 17h-18h}, {nom: Matin, commune: Lusignan, horaires: mardi 9h30-12h}]\n",
            ),
        ]),
        [
            "2026-11-24 9h30-12h Bus, Matin",
            "2026-11-24 17h-18h Bus, Soir",
            "2026-12-01 9h30-12h Bus, Matin",
            "2026-12-01 14h-16h Atelier",
            "2026-12-01 17h-18h Bus, Soir",
            "2026-12-08 8h-9h Zoom",
            "2026-12-08 9h30-12h Bus, Matin",
            "2026-12-08 14h-16h Atelier",
            "2026-12-08 17h-18h Bus, Soir",
        ]
    );
}
