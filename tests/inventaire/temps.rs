//! What the example guides show of time: each way of saying when stands there at least twice.

use std::collections::BTreeMap;

use jalon::calendar::{Date, Horaires, Nth, Weeks, parse_date};
use jalon::guide::{self, Guides};
use jalon::record::acteur::Changement;
use jalon::record::{self, Acteur, Evenement, Quand};

use crate::support::{Desk, repository, tree};

/// The day the example guides are made for.
const TODAY: &str = "2026-11-23";
const STATES: [&str; 6] = ["prévu", "complet", "déplacé", "reporté", "annulé", "terminé"];
const CHANGES: [&str; 5] = ["fermé", "horaires changés", "complet", "déplacé", "annulé"];

/// How many times each thing is shown.
type Counts = BTreeMap<String, usize>;

fn examples() -> Guides {
    let (records, said) = record::read(&repository().join("content"), "content");
    assert_eq!(said, []);
    guide::link(records, parse_date(TODAY).unwrap())
}

#[test]
fn every_way_to_say_when_is_shown_twice() {
    let guides = examples();
    let mut shown = Counts::new();
    for guide in &guides.guides {
        for event in &guide.evenements {
            let given = |day| event.regle_donne(day, &guide.conges);
            for what in of_event(event, given) {
                *shown.entry(what).or_default() += 1;
            }
        }
        for acteur in &guide.acteurs {
            for what in of_acteur(acteur) {
                *shown.entry(what).or_default() += 1;
            }
        }
    }
    let states = STATES.map(|state| format!("événement {state}"));
    let changes = CHANGES.map(|state| format!("changement {state}"));
    let wanted = WANTED.iter().map(|what| (*what).to_owned()).chain(states).chain(changes);
    let rare: Vec<String> =
        wanted.filter(|what| shown.get(what).copied().unwrap_or_default() < 2).collect();
    assert_eq!(rare, [""; 0], "shown less than twice, of {shown:#?}");
}

const WANTED: [&str; 23] = [
    "règle avec sauf et dates",
    "règle, jour annulé et raison",
    "règle, autres heures",
    "règle, autre lieu",
    "règle, jour ajouté",
    "série, séance annulée",
    "série, autre lieu",
    "série aux jours nommés",
    "en ligne, lien et téléphone",
    "plusieurs jours",
    "nième jour",
    "semaines paires",
    "semaines impaires",
    "une semaine sur deux",
    "permanence de celui qui vient",
    "permanence du lieu qui accueille",
    "tournée paire et impaire",
    "tournée variable",
    "changement d’un arrêt",
    "changement sans fin",
    "changement fini",
    "changement en décembre",
    "changement en janvier",
];

fn of_event(event: &Evenement, given: impl Fn(Date) -> bool) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    let dates = event.quand.dates();
    let cancelled = dates.iter().any(|day| {
        day.etat.is_some_and(|etat| etat.label == "annulé") && day.raison.is_some() && given(day.le)
    });
    let moved = dates.iter().any(|day| day.ailleurs.is_some() && given(day.le));
    match &event.quand {
        Quand::Regle { regle, sauf, .. } => {
            found.extend(weeks(&regle.value));
            let hours = dates.iter().any(|day| !day.horaires.is_empty() && given(day.le));
            let added = dates.iter().any(|day| !given(day.le));
            let parts = [
                ("règle avec sauf et dates", !sauf.is_empty() && !dates.is_empty()),
                ("règle, jour annulé et raison", cancelled),
                ("règle, autres heures", hours),
                ("règle, autre lieu", moved),
                ("règle, jour ajouté", added),
            ];
            found.extend(parts.iter().filter(|(_, is)| *is).map(|(what, _)| what));
        }
        Quand::Serie { regle: None, dates, .. } if !dates.is_empty() => {
            found.push("série aux jours nommés");
        }
        Quand::Serie { .. } => {
            let parts = [("série, séance annulée", cancelled), ("série, autre lieu", moved)];
            found.extend(parts.iter().filter(|(_, is)| *is).map(|(what, _)| what));
        }
        Quand::Periode { au: Some(_), .. } => found.push("plusieurs jours"),
        _ => {}
    }
    if event.en_ligne.as_ref().is_some_and(|way| way.lien.is_some() && way.telephone.is_some()) {
        found.push("en ligne, lien et téléphone");
    }
    let state = event.etat.map(|etat| format!("événement {}", etat.label));
    found.into_iter().map(str::to_owned).chain(state).collect()
}

fn of_acteur(acteur: &Acteur) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    for desk in &acteur.permanences {
        found.extend(desk.horaires.iter().flat_map(|at| weeks(&at.value)));
        if desk.du.is_some() && desk.au.is_some() && !desk.sauf.is_empty() {
            let comes = desk.chez.is_some();
            found.push(if comes {
                "permanence de celui qui vient"
            } else {
                "permanence du lieu qui accueille"
            });
        }
    }
    if let Some(tour) = &acteur.tournee {
        let stops = tour.arrets.iter().filter_map(|stop| stop.horaires.as_ref());
        let said: Vec<&str> = stops.flat_map(|at| weeks(&at.value)).collect();
        if said.contains(&"semaines paires") && said.contains(&"semaines impaires") {
            found.push("tournée paire et impaire");
        }
        found.extend(tour.variable.then_some("tournée variable"));
    }
    let changes = acteur.changements.iter().flat_map(of_change);
    found.into_iter().map(str::to_owned).chain(changes).collect()
}

fn of_change(change: &Changement) -> Vec<String> {
    let over = !change.en_cours(parse_date(TODAY).unwrap());
    if over {
        return vec!["changement fini".into()];
    }
    let month = |year, month| {
        let in_it = |day: Date| (day.year(), day.month()) == (year, month);
        in_it(change.du) || change.au.is_some_and(in_it)
    };
    let parts = [
        ("changement d’un arrêt", change.arret.is_some()),
        ("changement sans fin", change.au.is_none()),
        ("changement en décembre", month(2026, 12)),
        ("changement en janvier", month(2027, 1)),
    ];
    let parts = parts.iter().filter(|(_, is)| *is).map(|(what, _)| (*what).to_owned());
    parts.chain([format!("changement {}", change.etat.label)]).collect()
}

/// How a rule chooses its weeks.
fn weeks(horaires: &Horaires) -> Vec<&'static str> {
    let of = |rule: &jalon::calendar::Rule| match &rule.days.weeks {
        Weeks::Even => Some("semaines paires"),
        Weeks::Odd => Some("semaines impaires"),
        Weeks::OneIn { .. } => Some("une semaine sur deux"),
        _ => (rule.days.nth != Nth::EVERY).then_some("nième jour"),
    };
    horaires.rules.iter().filter_map(of).collect()
}

#[test]
fn a_change_that_is_over_shows_nowhere() {
    let guides = examples();
    let changes = guides.guides.iter().flat_map(|guide| &guide.acteurs);
    let changes = changes.flat_map(|acteur| &acteur.changements);
    let (today, mut over, mut to_come) = (parse_date(TODAY).unwrap(), Vec::new(), Vec::new());
    for change in changes {
        let reason = change.raison.clone().unwrap();
        if change.en_cours(today) { to_come.push(reason) } else { over.push(reason) }
    }
    let desk = Desk::copy_of("content");
    assert!(desk.jalon(&["build", "--sans-imprimes", "--today", TODAY]).status.success());
    let pages = tree(&desk.path().join("output"));
    let plain = |bytes: &[u8]| super::folded(&super::decoded(&String::from_utf8_lossy(bytes)));
    let pages: Vec<String> = pages.values().map(|bytes| plain(bytes)).collect();
    let said = |reason: &&String| pages.iter().any(|page| page.contains(&super::folded(reason)));
    assert!(over.len() >= 2);
    assert_eq!(over.iter().filter(said).count(), 0, "{over:?}");
    let silent: Vec<&String> = to_come.iter().filter(|reason| !said(reason)).collect();
    assert_eq!(silent, [""; 0], "a change to come that no page says");
}
