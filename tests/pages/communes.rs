//! A commune: every event is somewhere on its page, among the days to come or in the list of events.

use crate::reading::{part, under, vienne, words};

/// A desk held each working day fills the days shown before the event comes.
#[test]
fn an_event_beyond_the_days_shown_is_still_listed() {
    let files = [
        (
            "86-vienne/acteurs/salle.yaml",
            "nom: Salle\ncommune: Lusignan\npermanences:\n  - {qui: médiateur, horaires: du lundi au vendredi 9h-12h}\n",
        ),
        (
            "86-vienne/evenements/pres.yaml",
            "nom: Café proche\nchez: salle\ndates: [{le: 2026-11-24, horaires: 14h-16h}]\n",
        ),
        (
            "86-vienne/evenements/loin.yaml",
            "nom: Café lointain\nchez: salle\ndates: [{le: 2026-12-17, horaires: 14h-16h}]\n",
        ),
    ];
    let pages = vienne(&files);
    let page = &pages["communes/lusignan.html"];
    let days = words(under(page, "Ce qui a lieu du 23 novembre au 7 décembre 2026"));
    assert!(days.contains("Café proche") && !days.contains("Café lointain"), "{days}");
    let events = words(under(page, "Événements"));
    assert!(events.contains("Café lointain") && !events.contains("Café proche"), "{events}");
    assert!(words(part(page, "main")).contains("Jeudi 17 décembre 2026, de 14 h à 16 h."));
}
