//! Particular days of a rule or a series: cancelled, changed, moved, added; what they leave as it was.

use jalon::guide::{Guides, Occurrence, Quoi};

use crate::days::{days, line, linked};

/// Two places, so that a day can move from one to the other.
const PLACES: [(&str, &str); 2] = [
    ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque\ncommune: Lusignan\n"),
    ("86-vienne/acteurs/mairie.yaml", "nom: Mairie\ncommune: Vivonne\n"),
];

/// A guide with one event, in the library of Lusignan unless it says otherwise.
fn guide(more: &str) -> Guides {
    let record = format!("nom: Atelier\nchez: lieu\n{more}");
    linked(&[&PLACES[..], &[("86-vienne/evenements/atelier.yaml", &record)]].concat())
}

/// A day with its place: « 2026-12-08 14h-16h Atelier, Lusignan, Médiathèque: complet ».
fn placed(guides: &Guides, one: &Occurrence) -> String {
    let lieu = guides.lieu(0, one);
    let commune = lieu.commune.map(|commune| commune.nom);
    let host = lieu.chez.map(|host| guides.acteur(host).fiche.nom.as_str());
    let place: Vec<&str> = [commune, host, lieu.rue, lieu.ou].into_iter().flatten().collect();
    line(guides, 0, one).replace("Atelier", &format!("Atelier, {}", place.join(", ")))
}

/// The agenda of a guide with one event; the library of Lusignan, where it is at home, is not repeated.
fn event(more: &str) -> Vec<String> {
    let guides = guide(more);
    let all = guides.guides[0].agenda.iter().map(|one| placed(&guides, one));
    all.map(|line| line.replace(", Lusignan, Médiathèque", "")).collect()
}

const CHANGED: &str = "dates:
  - {le: 2026-12-01, etat: annulé, raison: animatrice absente}
  - {le: 2026-12-08, horaires: 10h-12h}
  - {le: 2026-12-15, chez: mairie}
  - {le: 2026-12-19, horaires: 9h-12h, ou: salle du conseil}
  - {le: 2026-12-22, etat: complet}
  - {le: 2026-12-29, commune: Poitiers, adresse: 3 rue du Marché, horaires: 15h-17h}
";

/// The Tuesdays from 24 November 2026 to 5 January 2027 with what [`CHANGED`] makes of them.
const EXPECTED: [&str; 8] = [
    "2026-11-24 14h-16h Atelier",
    "2026-12-01 14h-16h Atelier: annulé",
    "2026-12-08 10h-12h Atelier",
    "2026-12-15 14h-16h Atelier, Vivonne, Mairie: déplacé",
    "2026-12-19 9h-12h Atelier, salle du conseil",
    "2026-12-22 14h-16h Atelier: complet",
    "2026-12-29 15h-17h Atelier, Poitiers, 3 rue du Marché: déplacé",
    "2027-01-05 14h-16h Atelier",
];

#[test]
fn days_of_a_rule_are_cancelled_changed_moved_and_added() {
    let rule = "quand: mardi 14h-16h\ndu: 2026-11-03\nau: 2027-01-05\n";
    assert_eq!(event(&format!("{rule}{CHANGED}")), EXPECTED);
}

#[test]
fn days_of_a_series_too() {
    let series = "seances: {nombre: 11, quand: mardi 14h-16h, du: 2026-11-03, au: 2027-01-05}\n";
    assert_eq!(event(&format!("{series}{CHANGED}")), EXPECTED);
}

#[test]
fn a_series_may_name_all_its_days() {
    assert_eq!(
        event(
            "seances: {nombre: 3, duree: 2h}\ndates: [{le: 2026-12-10, horaires: 10h-12h}, {le: 2026-12-03, horaires: 10h-12h, etat: complet}, {le: 2027-01-07, chez: mairie}]\n"
        ),
        [
            "2026-12-03 10h-12h Atelier: complet",
            "2026-12-10 10h-12h Atelier",
            // Nothing is said to have moved: no rule says where this day should be.
            "2027-01-07 ? Atelier, Vivonne, Mairie",
        ]
    );
}

#[test]
fn what_sauf_takes_away_can_be_given_back_by_name() {
    let rule = "quand: mardi 14h-16h\nau: 2027-01-05\nsauf: [du 15 au 29 décembre 2026]\n";
    let plain = ["2026-11-24", "2026-12-01", "2026-12-08", "2027-01-05"];
    assert_eq!(days(&event(rule)), plain);
    let series =
        "seances: {quand: mardi 14h-16h, au: 2027-01-05}\nsauf: [du 15 au 29 décembre 2026]\n";
    assert_eq!(days(&event(series)), plain);
    // The rule says nothing of that day any more: neither its hours nor that it moved.
    let back = event(&format!(
        "{rule}dates: [{{le: 2026-12-22, chez: mairie}}, {{le: 2026-12-29, horaires: 9h-10h}}]\n"
    ));
    assert_eq!(
        back[3..],
        [
            "2026-12-22 ? Atelier, Vivonne, Mairie",
            "2026-12-29 9h-10h Atelier",
            "2027-01-05 14h-16h Atelier"
        ]
    );
}

#[test]
fn a_day_may_be_named_before_the_first_and_after_the_last_of_the_rule() {
    assert_eq!(
        event(
            "quand: mardi 14h-16h\ndu: 2026-12-01\nau: 2026-12-08\ndates: [{le: 2026-11-26, horaires: 9h-10h}, {le: 2026-12-15, horaires: 9h-10h}]\n"
        ),
        [
            "2026-11-26 9h-10h Atelier",
            "2026-12-01 14h-16h Atelier",
            "2026-12-08 14h-16h Atelier",
            "2026-12-15 9h-10h Atelier",
        ]
    );
    // The rule is over, the event is not: a session is caught up.
    assert_eq!(
        event(
            "quand: mardi 14h-16h\nau: 2026-11-17\ndates: [{le: 2026-12-15, horaires: 9h-10h}]\n"
        ),
        ["2026-12-15 9h-10h Atelier"]
    );
}

#[test]
fn two_hours_of_one_day_both_take_the_place_of_the_rule() {
    assert_eq!(
        event(
            "quand: mardi 14h-16h\nau: 2026-12-01\ndates: [{le: 2026-12-01, horaires: 16h-17h, etat: complet}, {le: 2026-12-01, horaires: 9h-10h}]\n"
        ),
        [
            "2026-11-24 14h-16h Atelier",
            "2026-12-01 9h-10h Atelier",
            "2026-12-01 16h-17h Atelier: complet"
        ]
    );
}

#[test]
fn an_event_that_ends_takes_its_named_days_with_it() {
    let dates = "dates: [{le: 2026-12-05, horaires: 9h-10h}, {le: 2026-12-12, horaires: 9h-10h}]\n";
    let rule = "quand: mardi 14h-16h\n";
    for end in ["termine: {le: 2026-11-20}\n", "termine: {raison: fin}\n", "etat: terminé\n"] {
        assert_eq!(event(&format!("{end}{rule}{dates}")), [""; 0], "{end}");
    }
    // The day of the end is the first one without it.
    assert_eq!(
        days(&event(&format!("termine: {{le: 2026-12-08}}\n{rule}{dates}"))),
        ["2026-11-24", "2026-12-01", "2026-12-05"]
    );
}

/// The states of 1 and 8 December, of an event in one state whose second day has one of its own.
fn states(whole: &str, day: &str) -> [Option<String>; 2] {
    let lines = event(&format!(
        "{whole}quand: mardi 14h-16h\ndu: 2026-12-01\nau: 2026-12-08\ndates: [{{le: 2026-12-08{day}}}]\n"
    ));
    let state = |line: &String| line.split_once(": ").map(|(_, state)| state.to_owned());
    [state(&lines[0]), state(&lines[1])]
}

#[test]
fn what_stops_the_whole_event_wins_and_a_day_says_the_rest() {
    for (whole, day, expected) in [
        ("", ", etat: annulé", [None, Some("annulé")]),
        ("etat: complet\n", "", [Some("complet"), Some("complet")]),
        ("etat: complet\n", ", etat: annulé", [Some("complet"), Some("annulé")]),
        ("etat: complet\n", ", etat: reporté", [Some("complet"), Some("reporté")]),
        ("etat: annulé\n", ", etat: complet", [Some("annulé"), Some("annulé")]),
        ("etat: reporté\n", ", etat: prévu", [Some("reporté"), Some("reporté")]),
        ("etat: prévu\n", ", etat: complet", [None, Some("complet")]),
        // A day elsewhere is moved, unless what it says counts more.
        ("", ", chez: mairie", [None, Some("déplacé")]),
        ("", ", chez: mairie, etat: prévu", [None, Some("déplacé")]),
        ("", ", chez: mairie, etat: annulé", [None, Some("annulé")]),
        ("etat: annulé\n", ", chez: mairie", [Some("annulé"), Some("annulé")]),
    ] {
        let expected = expected.map(|state| state.map(str::to_owned));
        assert_eq!(states(whole, day), expected, "{whole} {day}");
    }
}

#[test]
fn both_communes_know_of_an_event_with_a_day_moved_to_come() {
    let communes = |le: &str| -> Vec<&str> {
        let guides = guide(&format!(
            "quand: mardi 14h-16h\nau: 2027-01-05\ndates: [{{le: {le}, commune: Poitiers}}]\n"
        ));
        let with = guides.guides[0].communes.iter().filter(|ici| !ici.evenements.is_empty());
        with.map(|ici| ici.commune.nom).collect()
    };
    assert_eq!(communes("2026-12-15"), ["Lusignan", "Poitiers"]);
    assert_eq!(communes("2026-11-17"), ["Lusignan"], "a day that is past calls nobody there");
}

#[test]
fn the_days_of_a_rule_are_known_for_a_year_and_named_ones_for_ever() {
    let guides = guide(
        "quand: mardi 14h-16h\ndates: [{le: 2026-11-17, etat: annulé}, {le: 2027-11-30, etat: annulé}, {le: 2029-05-02, horaires: 9h-10h}]\n",
    );
    let days = &guides.guides[0].jours_des_evenements[0];
    let all: Vec<String> = days.iter().map(|one| placed(&guides, one)).collect();
    // 53 weeks from Tuesday 24 November 2026; Monday 29 November 2027 is the last day.
    assert_eq!(all.len(), 53 + 2);
    assert!(all[0].starts_with("2026-11-24 14h-16h"), "{}", all[0]);
    assert_eq!(
        all[52..],
        [
            "2027-11-23 14h-16h Atelier, Lusignan, Médiathèque",
            "2027-11-30 14h-16h Atelier, Lusignan, Médiathèque: annulé",
            "2029-05-02 9h-10h Atelier, Lusignan, Médiathèque",
        ]
    );
    // The agenda shows those up to 18 January 2027.
    assert_eq!(guides.guides[0].agenda.last().unwrap().jour.to_string(), "2027-01-12");
    assert!(guides.guides[0].agenda.iter().all(|one| one.quoi == Quoi::Evenement(0)));
}
