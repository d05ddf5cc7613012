//! Days of an event held elsewhere: told where they were, where they are, and nowhere else.

use std::collections::BTreeMap;

use crate::evenements::{RULE, guide};
use crate::reading::{headings, lines, under};

/// What stands under « Événements » of a page, and the days of its agenda.
fn on(pages: &BTreeMap<String, String>, path: &str) -> (Vec<String>, Vec<String>) {
    let page = &pages[path];
    let under = |heading: &str| {
        let found = headings(page).into_iter().find(|said| said.starts_with(heading));
        found.map(|said| lines(under(page, &said))).unwrap_or_default()
    };
    (under("Événements"), under("Ce qui a lieu "))
}

#[test]
fn a_day_moved_is_told_where_it_was_and_where_it_is() {
    let pages = guide(RULE);
    let (events, days) = on(&pages, "communes/lusignan.html");
    assert_eq!(
        events,
        [
            "Café",
            "Mardi de 14 h à 16 h, jusqu’au 23 février 2027.",
            // A day that the rule announces and that is cancelled is not left out of a list.
            "Annulé : mardi 1er décembre 2026, de 14 h à 16 h (animatrice absente).",
            "Médiathèque",
        ]
    );
    assert_eq!(
        days[9..12],
        ["Mardi 15 décembre, 14 h à 16 h · Vivonne", "Déplacé : Café", "Mairie."],
        "{days:?}"
    );
    // In Vivonne it is one day, and nobody is sent to a library that is not there.
    let (events, days) = on(&pages, "communes/vivonne.html");
    assert_eq!(events, [""; 0]);
    assert_eq!(
        days,
        [
            "Mardi 15 décembre, 14 h à 16 h",
            "Déplacé : Café",
            "Mairie.",
            "Mettre dans l’agenda de mon téléphone",
            "Suivre les nouvelles dates (flux pour un lecteur RSS)",
            "Tout l’agenda, semaine par semaine"
        ]
    );
    let (events, _) = on(&pages, "acteurs/mairie.html");
    assert_eq!(
        events,
        [
            "Café",
            "Déplacé : mardi 15 décembre 2026, de 14 h à 16 h, Vivonne, Mairie.",
            "Mettre dans l’agenda de mon téléphone"
        ]
    );
}

#[test]
fn a_day_moved_beyond_the_weeks_shown_is_listed_where_it_is() {
    let moved = |le: &str| {
        guide(&format!(
            "quand: mardi 14h-16h\ndu: 2026-11-03\ndates: [{{le: {le}, chez: mairie}}]\n"
        ))
    };
    let pages = moved("2027-02-02");
    let (events, days) = on(&pages, "communes/vivonne.html");
    assert_eq!(
        events,
        ["Café", "Déplacé : mardi 2 février 2027, de 14 h à 16 h, Vivonne, Mairie."]
    );
    assert_eq!(days, [""; 0]);
    // A day that is past is told nowhere but on the page of the event.
    let pages = moved("2026-11-17");
    assert_eq!(on(&pages, "communes/vivonne.html"), (Vec::new(), Vec::new()));
    assert_eq!(on(&pages, "acteurs/mairie.html").0, [""; 0]);
}

#[test]
fn an_event_in_two_communes_of_an_intercommunalite_is_listed_once() {
    let pages = guide(
        "quand: mardi 14h-16h\ndates: [{le: 2026-12-15, commune: Poitiers, adresse: 3 rue du Marché}]\n",
    );
    let page = &pages["intercommunalites/grand-poitiers.html"];
    assert_eq!(
        lines(under(page, "Les communes"))[2..4],
        ["Lusignan : 1 lieu", "Poitiers : 1 événement"]
    );
    let names = lines(under(page, "Événements"));
    assert_eq!(names.iter().filter(|line| *line == "Café").count(), 1, "{names:?}");
}
