//! What takes place where the host is closed or gone: both records are told.

use crate::{said_with, told};

/// A library closed from 7 to 12 December 2026.
const CLOSED: (&str, &str) = (
    "86-vienne/acteurs/lieu.yaml",
    "nom: Médiathèque\ncommune: Lusignan\nchangements:\n  - {du: 2026-12-07, au: 2026-12-12, etat: fermé, raison: travaux}\n",
);

/// The messages of an event in the library on Tuesdays up to 15 December, with these lines.
fn event(more: &str) -> String {
    let record = format!("nom: Café\nchez: lieu\nquand: mardi 14h-16h\nau: 2026-12-15\n{more}");
    said_with(&[CLOSED, ("86-vienne/evenements/e.yaml", &record)])
}

#[test]
fn an_event_in_a_closed_place_is_told_with_both_records() {
    assert_eq!(
        event(""),
        "\
attention[lieu-ferme]: Le mardi 8 décembre 2026, cet événement a lieu chez « Médiathèque », qui est fermé du 7 au 12 décembre 2026 (content/86-vienne/acteurs/lieu.yaml, ligne 4).
 --> content/86-vienne/evenements/e.yaml:2:7
  |
2 | chez: lieu
  |       ^^^^
  |
  = à faire: S’il n’a pas lieu, écrivez ce jour dans « dates » avec « etat: annulé » ou un autre lieu ; s’il a lieu quand même, avec « etat: prévu » ; sinon, corrigez la fermeture.

"
    );
}

#[test]
fn nothing_is_told_of_a_day_that_is_cancelled_moved_or_confirmed() {
    for day in ["etat: annulé", "etat: reporté", "chez: mairie", "commune: Poitiers", "etat: prévu"]
    {
        assert_eq!(event(&format!("dates: [{{le: 2026-12-08, {day}}}]\n")), "", "{day}");
    }
    assert_eq!(event("etat: annulé\n"), "");
    assert_eq!(event("sauf: [le 8 décembre 2026]\n"), "");
    // Full, or in another room: somebody comes.
    for day in ["etat: complet", "ou: salle du conseil"] {
        let said = event(&format!("dates: [{{le: 2026-12-08, {day}}}]\n"));
        assert_eq!(told(&said).len(), 2, "{day}: {said}");
    }
}

#[test]
fn a_day_moved_to_a_closed_place_is_told_on_that_day() {
    let record = "nom: Café\nchez: mairie\nquand: mardi 14h-16h\nau: 2026-12-15\ndates:\n  - {le: 2026-12-08, chez: lieu}\n";
    let said = said_with(&[CLOSED, ("86-vienne/evenements/e.yaml", record)]);
    assert!(said.contains("--> content/86-vienne/evenements/e.yaml:6:28\n"), "{said}");
    let begins = "attention[lieu-ferme]: Le mardi 8 décembre 2026, cet événement a lieu chez « Médiathèque »";
    assert!(told(&said)[0].starts_with(begins), "{said}");
}

#[test]
fn a_closure_is_told_once_for_all_the_days_it_meets() {
    let closed = "nom: Médiathèque\ncommune: Lusignan\nchangements: [{du: 2026-12-07, etat: fermé}, {le: 2026-12-01, etat: fermé}]\n";
    let record = "nom: Café\nchez: lieu\nquand: mardi 14h-16h\n";
    let said = said_with(&[
        ("86-vienne/acteurs/lieu.yaml", closed),
        ("86-vienne/evenements/e.yaml", record),
    ]);
    let said: Vec<&str> = told(&said).into_iter().step_by(2).collect();
    let path = "content/86-vienne/acteurs/lieu.yaml, ligne 3";
    assert_eq!(
        said,
        [
            format!(
                "attention[lieu-ferme]: Le mardi 1er décembre 2026, cet événement a lieu chez « Médiathèque », qui est fermé le 1er décembre 2026 ({path})."
            ),
            format!(
                "attention[lieu-ferme]: Le mardi 8 décembre 2026, cet événement a lieu chez « Médiathèque », qui est fermé à partir du 7 décembre 2026 ({path})."
            ),
        ]
    );
}

#[test]
fn a_place_that_is_only_full_or_opens_at_other_hours_is_not_closed() {
    for state in ["complet", "horaires changés", "déplacé"] {
        let place = format!(
            "nom: Médiathèque\ncommune: Lusignan\nchangements: [{{le: 2026-12-08, etat: {state}}}]\n"
        );
        let record = "nom: Café\nchez: lieu\nquand: mardi 14h-16h\nau: 2026-12-15\n";
        let files =
            [("86-vienne/acteurs/lieu.yaml", &*place), ("86-vienne/evenements/e.yaml", record)];
        assert_eq!(said_with(&files), "", "{state}");
    }
}

#[test]
fn an_event_in_a_place_that_is_gone_is_told() {
    let gone = "nom: Médiathèque\ncommune: Lusignan\ntermine: {le: 2026-12-02}\n";
    let record = "nom: Café\nchez: lieu\nquand: mardi 14h-16h\n";
    let said = said_with(&[
        ("86-vienne/acteurs/lieu.yaml", gone),
        ("86-vienne/evenements/e.yaml", record),
    ]);
    assert_eq!(
        told(&said)[0],
        "attention[lieu-ferme]: Le mardi 8 décembre 2026, cet événement a lieu chez « Médiathèque », qui est fermé définitivement depuis le 2 décembre 2026 (content/86-vienne/acteurs/lieu.yaml)."
    );
    // Its last day comes before.
    let record = format!("{record}au: 2026-12-01\n");
    assert_eq!(
        said_with(&[
            ("86-vienne/acteurs/lieu.yaml", gone),
            ("86-vienne/evenements/e.yaml", &record)
        ]),
        ""
    );
}

/// The messages of a bus in front of the library on Tuesdays, with these changes.
fn bus(changes: &str) -> String {
    let record = format!(
        "nom: Bus\ncommune: Poitiers\nchangements: [{changes}]\ntournee:\n  arrets:\n    - {{nom: Parvis, chez: lieu, horaires: mardi 9h-12h}}\n    - {{nom: Gare, commune: Vivonne, horaires: mardi 14h-16h}}\n"
    );
    said_with(&[CLOSED, ("86-vienne/acteurs/bus.yaml", &record)])
}

#[test]
fn a_stop_in_front_of_a_closed_place_is_told() {
    assert_eq!(
        bus(""),
        "\
attention[lieu-ferme]: Le mardi 8 décembre 2026, cet arrêt est chez « Médiathèque », qui est fermé du 7 au 12 décembre 2026 (content/86-vienne/acteurs/lieu.yaml, ligne 4) : le guide dit qu’il n’a pas lieu.
 --> content/86-vienne/acteurs/bus.yaml:6:8
  |
6 |     - {nom: Parvis, chez: lieu, horaires: mardi 9h-12h}
  |        ^^^
  |
  = à faire: S’il n’a pas lieu, écrivez-le dans « changements », avec « arret » ; s’il a lieu quand même, remplacez « chez » par « commune » et « ou », ou corrigez la fermeture.

"
    );
    assert_eq!(bus("{le: 2026-12-08, arret: parvis, etat: annulé}"), "");
    assert_eq!(bus("{le: 2026-12-08, etat: annulé}"), "");
    assert_eq!(told(&bus("{le: 2026-12-08, arret: Gare, etat: annulé}")).len(), 2);
    assert_eq!(told(&bus("{le: 2026-12-08, arret: Parvis, etat: complet}")).len(), 2);
}

#[test]
fn a_day_held_by_a_host_that_does_not_exist_is_refused() {
    let record = "nom: Café\nchez: lieu\nquand: mardi 14h-16h\ndates:\n  - {le: 2026-12-08, chez: mairrie}\n";
    assert_eq!(
        said_with(&[("86-vienne/evenements/e.yaml", record)]),
        "\
erreur[reference-inconnue]: « chez » renvoie à « mairrie », qui n’existe pas parmi les acteurs.
 --> content/86-vienne/evenements/e.yaml:5:28
  |
5 |   - {le: 2026-12-08, chez: mairrie}
  |                            ^^^^^^^
  |
  = à faire: Vouliez-vous dire « mairie » ?

"
    );
}
