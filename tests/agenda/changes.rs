//! What bounds and changes a permanence or a stop: first and last day, an end, a cancelled day.

use crate::days::{HOST, agenda, days};

/// The Tuesdays of a permanence in the host's premises.
fn permanence(acteur: &str, more: &str) -> Vec<String> {
    let record = format!(
        "nom: Conseillère\ncommune: Poitiers\n{acteur}permanences: [{{chez: lieu, horaires: mardi 9h-12h{more}}}]\n"
    );
    agenda(&[HOST, ("86-vienne/acteurs/qui.yaml", &record)])
}

#[test]
fn a_permanence_has_a_first_and_a_last_day() {
    assert_eq!(
        days(&permanence("", ", du: 2026-12-02, au: 2026-12-22")),
        ["2026-12-08", "2026-12-15", "2026-12-22"]
    );
    assert_eq!(
        days(&permanence("", ", au: 2026-12-01, sauf: [du 24 au 30 novembre 2026]")),
        ["2026-12-01"]
    );
    // Ended before today, or begun after the window.
    assert_eq!(permanence("", ", au: 2026-11-22"), [""; 0]);
    assert_eq!(permanence("", ", du: 2027-03-01"), [""; 0]);
}

#[test]
fn who_ended_comes_no_more() {
    assert_eq!(permanence("termine: {le: 2026-11-20}\n", ""), [""; 0]);
    assert_eq!(permanence("termine: {raison: fin du contrat}\n", ""), [""; 0]);
    assert_eq!(
        days(&permanence("termine: {le: 2026-12-10}\n", "")),
        ["2026-11-24", "2026-12-01", "2026-12-08"],
        "nobody comes after the day it ends"
    );
}

#[test]
fn nobody_is_received_in_a_place_that_ended() {
    let closed = "nom: Médiathèque\ncommune: Lusignan\ntermine: {le: 2026-11-20}\n";
    let visitor = "nom: Conseillère\ncommune: Poitiers\npermanences: [{chez: lieu, horaires: mardi 9h-12h}]\n";
    let lines =
        agenda(&[("86-vienne/acteurs/lieu.yaml", closed), ("86-vienne/acteurs/qui.yaml", visitor)]);
    assert_eq!(lines, [""; 0]);
}

/// A bus with two stops on Tuesdays and one on Wednesdays, from 24 November to 9 December.
fn bus(changes: &str) -> Vec<String> {
    let record = format!(
        "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 01\nchangements: [{changes}]\ntournee:\n  sauf: [du 10 décembre 2026 au 31 janvier 2027]\n  arrets:\n    - {{nom: Marché, commune: Lusignan, horaires: mardi 9h30-12h}}\n    - {{nom: École, commune: Lusignan, horaires: mardi 14h-16h}}\n    - {{nom: Mairie, commune: Vivonne, horaires: mercredi 9h-12h}}\n"
    );
    agenda(&[("86-vienne/acteurs/bus.yaml", &record)])
}

/// The same days, with a state after each that starts so.
fn with(states: &[(&str, &str)]) -> Vec<String> {
    let days = [
        "2026-11-24 9h30-12h Bus, Marché",
        "2026-11-24 14h-16h Bus, École",
        "2026-11-25 9h-12h Bus, Mairie",
        "2026-12-01 9h30-12h Bus, Marché",
        "2026-12-01 14h-16h Bus, École",
        "2026-12-02 9h-12h Bus, Mairie",
        "2026-12-08 9h30-12h Bus, Marché",
        "2026-12-08 14h-16h Bus, École",
        "2026-12-09 9h-12h Bus, Mairie",
    ];
    let state = |day: &str| states.iter().find(|(start, _)| day.starts_with(start));
    days.iter()
        .map(|day| state(day).map_or((*day).to_owned(), |(_, state)| format!("{day}: {state}")))
        .collect()
}

#[test]
fn a_cancelled_stop_is_that_stop_on_that_day() {
    assert_eq!(bus(""), with(&[]));
    assert_eq!(
        bus("{le: 2026-12-01, arret: Marché, etat: annulé, raison: entretien}"),
        with(&[("2026-12-01 9h30", "annulé")])
    );
}

#[test]
fn a_change_of_the_whole_tour_is_on_every_stop_of_its_days() {
    assert_eq!(
        bus("{du: 2026-11-30, au: 2026-12-02, etat: annulé}"),
        with(&[("2026-12-01", "annulé"), ("2026-12-02", "annulé")])
    );
    // Without last day it goes on.
    assert_eq!(
        bus("{du: 2026-12-02, etat: complet}"),
        with(&[("2026-12-02", "complet"), ("2026-12-08", "complet"), ("2026-12-09", "complet")])
    );
    // One that is over changes nothing.
    assert_eq!(bus("{du: 2026-11-02, au: 2026-11-22, etat: annulé}"), with(&[]));
}

#[test]
fn changed_hours_are_those_shown() {
    let mut expected = with(&[]);
    expected[7] = "2026-12-08 15h-17h30 Bus, École: horaires changés".into();
    assert_eq!(
        bus("{le: 2026-12-08, arret: École, etat: horaires changés, horaires: 15h-17h30}"),
        expected
    );
}

#[test]
fn a_permanence_is_not_held_where_the_host_is_closed() {
    let closed = "nom: Médiathèque\ncommune: Lusignan\nchangements: [{du: 2026-12-01, au: 2026-12-05, etat: fermé}]\n";
    let visitor = "nom: Conseillère\ncommune: Poitiers\npermanences: [{chez: lieu, horaires: mardi 9h-12h, au: 2026-12-08}]\n";
    let lines =
        agenda(&[("86-vienne/acteurs/lieu.yaml", closed), ("86-vienne/acteurs/qui.yaml", visitor)]);
    let open = |day: &str| lines.iter().any(|line| *line == format!("{day} 9h-12h Conseillère"));
    assert!(open("2026-11-24") && open("2026-12-08"), "{lines:?}");
    assert!(
        !open("2026-12-01"),
        "« fermé » is said of that day, or the day is left out: {lines:?}"
    );
}

#[test]
fn an_appointment_without_hours_is_no_day_of_the_agenda() {
    let of = |rule: &str| {
        let record = format!(
            "nom: Conseillère\ncommune: Poitiers\npermanences: [{{chez: lieu, au: 2026-12-01, horaires: \"{rule}\"}}]\n"
        );
        agenda(&[HOST, ("86-vienne/acteurs/qui.yaml", &record)])
    };
    assert_eq!(of("mardi sur rendez-vous"), [""; 0]);
    assert_eq!(
        days(&of("mardi 9h-12h sur rendez-vous")),
        ["2026-11-24", "2026-12-01"],
        "hours at which one may be received are said"
    );
}
