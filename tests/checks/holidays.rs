//! Rules that fall on a public holiday and do not speak of it.

use crate::{said, said_with, told};

/// The messages of a permanence in the library, with these lines; 25 December 2026 and 1 January 2027 are Fridays.
fn permanence(horaires: &str, more: &str, actor: &str) -> String {
    let record = format!(
        "nom: Ville\ncommune: Poitiers\n{actor}permanences:\n  - {{chez: lieu, horaires: \"{horaires}\"{more}}}\n"
    );
    said_with(&[("86-vienne/acteurs/ville.yaml", &record)])
}

#[test]
fn a_permanence_that_forgets_christmas_is_told() {
    assert_eq!(
        permanence("vendredi 9h-12h", "", ""),
        "\
attention[jour-ferie]: Cette règle donne le vendredi 25 décembre 2026 et le vendredi 1er janvier 2027, qui sont des jours fériés.
 --> content/86-vienne/acteurs/ville.yaml:4:28
  |
4 |   - {chez: lieu, horaires: \"vendredi 9h-12h\"}
  |                            ^^^^^^^^^^^^^^^^^
  |
  = à faire: Ajoutez « sauf jours fériés » à la règle. Si quelqu’un reçoit vraiment ce jour-là, laissez la règle.

"
    );
    assert_eq!(
        told(&permanence("vendredi 9h-12h", ", au: 2026-12-31", ""))[0],
        "attention[jour-ferie]: Cette règle donne le vendredi 25 décembre 2026, qui est un jour férié."
    );
}

#[test]
fn a_rule_that_speaks_of_holidays_or_closes_that_day_is_as_it_was_meant() {
    let closed = "changements: [{du: 2026-12-24, au: 2027-01-03, etat: fermé}]\n";
    for (horaires, more, actor) in [
        ("vendredi 9h-12h, sauf jours fériés", "", ""),
        ("vendredi 9h-12h", ", sauf: [jours fériés]", ""),
        ("vendredi 9h-12h ; jours fériés 10h-11h", "", ""),
        ("vendredi 9h-12h, sauf vacances scolaires", "", ""),
        ("vendredi 9h-12h", ", sauf: [du 19 décembre 2026 au 3 janvier 2027]", ""),
        ("vendredi 9h-12h", ", au: 2026-12-24", ""),
        ("vendredi 9h-12h", "", closed),
        ("vendredi 9h-12h", "", "termine: {le: 2026-11-01}\n"),
        ("vendredi sur rendez-vous", "", ""),
        ("mardi 9h-12h", "", ""),
    ] {
        assert_eq!(permanence(horaires, more, actor), "", "{horaires}{more}{actor}");
    }
}

#[test]
fn a_host_that_is_closed_that_day_says_it_for_the_permanence() {
    let host = "nom: Médiathèque\ncommune: Lusignan\nchangements: [{du: 2026-12-24, au: 2027-01-03, etat: fermé}]\n";
    let visitor =
        "nom: Ville\ncommune: Poitiers\npermanences: [{chez: lieu, horaires: vendredi 9h-12h}]\n";
    assert_eq!(
        said_with(&[
            ("86-vienne/acteurs/lieu.yaml", host),
            ("86-vienne/acteurs/ville.yaml", visitor)
        ]),
        ""
    );
}

#[test]
fn so_is_a_stop_that_forgets_them() {
    let bus = |tour: &str, changes: &str| {
        let record = format!(
            "nom: Bus\ncommune: Poitiers\nchangements: [{changes}]\ntournee:\n  {tour}\n  arrets: [{{nom: Gare, commune: Vivonne, horaires: vendredi 9h-12h}}]\n"
        );
        said_with(&[("86-vienne/acteurs/bus.yaml", &record)])
    };
    assert_eq!(
        told(&bus("", ""))[0],
        "attention[jour-ferie]: Cette règle donne le vendredi 25 décembre 2026 et le vendredi 1er janvier 2027, qui sont des jours fériés."
    );
    assert_eq!(bus("sauf: [jours fériés]", ""), "");
    assert_eq!(
        told(&bus("", "{le: 2026-12-25, arret: gare, etat: annulé}"))[0],
        "attention[jour-ferie]: Cette règle donne le vendredi 1er janvier 2027, qui est un jour férié."
    );
}

#[test]
fn an_event_is_told_unless_the_day_is_named() {
    let rule = "quand: vendredi 9h-12h\ndu: 2026-12-18\nau: 2027-01-08\n";
    assert_eq!(
        told(&said(rule)),
        [
            "attention[jour-ferie]: Cette règle donne le vendredi 25 décembre 2026 et le vendredi 1er janvier 2027, qui sont des jours fériés.",
            "  = à faire: Ajoutez « sauf jours fériés » à la règle. Si l’événement a lieu ce jour-là, écrivez-le dans « dates » avec « etat: prévu »."
        ]
    );
    let named = "dates: [{le: 2026-12-25, etat: annulé}, {le: 2027-01-01, etat: prévu}]\n";
    assert_eq!(said(&format!("{rule}{named}")), "");
    assert_eq!(said(&format!("{rule}etat: annulé\n")), "");
    assert_eq!(said("dates: [{le: 2026-12-25, horaires: 9h-12h}]\n"), "");
    let series = "seances: {quand: vendredi 9h-12h, du: 2026-12-18, au: 2027-01-08}\n";
    assert_eq!(told(&said(series)).len(), 2);
    // Ascension Day 2027 is after the days shown: the guide is made again before.
    assert_eq!(said("quand: jeudi 9h-12h\ndu: 2027-05-06\nau: 2027-05-13\n"), "");
}
