//! Series: as many sessions as they announce, of the length they announce.

use crate::{said, told};

/// A series on Thursdays outside school holidays, from 3 December 2026: five up to 14 January, nine up to 11 February.
fn series(nombre: u32, more: &str) -> String {
    format!(
        "seances: {{nombre: {nombre}, quand: \"jeudi 14h-16h, sauf vacances scolaires\", du: 2026-12-03, au: 2027-02-11}}\n{more}"
    )
}

#[test]
fn a_series_has_as_many_sessions_as_it_announces() {
    assert_eq!(
        said(&series(10, "")),
        "\
attention[serie-compte]: Cette série annonce 10 séances, et sa règle en donne 9 du 3 décembre 2026 au 11 février 2027.
 --> content/86-vienne/evenements/e.yaml:3:30
  |
3 | seances: {nombre: 10, quand: \"jeudi 14h-16h, sauf vacances scolaires\", du: 2026-12-03, au: 2027-02-11}
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = à faire: Vérifiez « nombre », « du », « au » et « sauf », ou ajoutez à « dates » ce qui manque.

"
    );
    assert_eq!(said(&series(9, "")), "");
    assert_eq!(
        told(&said(&series(1, ""))),
        [
            "attention[serie-compte]: Cette série annonce 1 séance, et sa règle en donne 9 du 3 décembre 2026 au 11 février 2027.",
            "  = à faire: Vérifiez « nombre », « du » et « au », ou enlevez avec « sauf » les jours sans séance."
        ]
    );
    // A day taken away, two added after the end.
    let dates = "sauf: [le 7 janvier 2027]\ndates: [{le: 2027-02-18, horaires: 14h-16h}, {le: 2027-02-25, horaires: 14h-16h}]\n";
    assert_eq!(said(&series(10, dates)), "");
    assert_eq!(
        told(&said(&series(9, dates)))[0],
        "attention[serie-compte]: Cette série annonce 9 séances, et sa règle et ses dates en donnent 10 du 3 décembre 2026 au 25 février 2027."
    );
}

#[test]
fn a_session_that_is_cancelled_was_announced_and_one_that_makes_up_for_it_is_no_other() {
    let cancelled = "dates: [{le: 2027-01-07, etat: annulé}]\n";
    let made_up = "dates: [{le: 2027-01-07, etat: annulé}, {le: 2027-02-18, horaires: 14h-16h}]\n";
    let cases: [(u32, &str, bool); 8] = [
        (9, cancelled, true),
        // Somebody counted again.
        (8, cancelled, true),
        (7, cancelled, false),
        (10, cancelled, false),
        (9, made_up, true),
        (10, made_up, true),
        (8, made_up, false),
        (11, made_up, false),
    ];
    for (nombre, dates, good) in cases {
        let said = said(&series(nombre, dates));
        assert_eq!(said.is_empty(), good, "{nombre} {dates}: {said}");
    }
}

#[test]
fn a_day_of_two_hours_is_one_session_or_two() {
    let of = |nombre: u32| {
        said(&format!(
            "seances: {{nombre: {nombre}, quand: \"mardi 9h-12h, 14h-17h\", du: 2026-12-01, au: 2026-12-15}}\n"
        ))
    };
    assert_eq!((of(3), of(6)), (String::new(), String::new()));
    assert_eq!(told(&of(4)).len(), 2);
}

#[test]
fn named_sessions_are_counted() {
    let dates = "seances: {nombre: 3}\ndates:\n  - {le: 2026-12-03, horaires: 9h-10h}\n  - {le: 2026-12-10, horaires: 9h-10h}\n";
    assert_eq!(
        told(&said(dates)),
        [
            "attention[serie-compte]: Cette série annonce 3 séances, et ses dates en donnent 2 du 3 au 10 décembre 2026.",
            "  = à faire: Vérifiez « nombre », « dates » : il y manque peut-être un jour."
        ]
    );
    assert_eq!(said(&dates.replace("nombre: 3", "nombre: 2")), "");
}

#[test]
fn nobody_counts_what_is_not_known_or_over() {
    // The schools of 2028-2029 are not published; those of Corse neither.
    for silent in [
        "seances: {nombre: 3, quand: \"jeudi 14h-16h, sauf vacances scolaires\", du: 2028-08-03, au: 2028-12-07}\n",
        "seances: {nombre: 3, quand: jeudi 14h-16h, au: 2027-06-03}\n",
        "seances: {nombre: 3, quand: jeudi 14h-16h, du: 2026-09-03, au: 2026-11-19}\n",
        "seances: {nombre: 3, duree: 2h, au: 2027-06-03}\n",
    ] {
        assert_eq!(said(silent), "", "{silent}");
    }
}

#[test]
fn sessions_last_as_long_as_the_series_says() {
    let of = |duree: &str, quand: &str| {
        said(&format!(
            "seances: {{duree: {duree}, quand: \"{quand}\", du: 2026-12-01, au: 2027-01-05}}\n"
        ))
    };
    assert_eq!(
        of("2h30", "mardi 14h-16h"),
        "\
attention[serie-duree]: Une séance dure 2 h 30, et les horaires disent de 14 h à 16 h.
 --> content/86-vienne/evenements/e.yaml:3:31
  |
3 | seances: {duree: 2h30, quand: \"mardi 14h-16h\", du: 2026-12-01, au: 2027-01-05}
  |                               ^^^^^^^^^^^^^^^
  |
  = à faire: Corrigez « duree », ou les heures.

"
    );
    // Each of two hours, or both together.
    for good in
        [("2h", "mardi 14h-16h"), ("3h", "mardi 9h-12h, 14h-17h"), ("6h", "mardi 9h-12h, 14h-17h")]
    {
        assert_eq!(of(good.0, good.1), "", "{good:?}");
    }
    assert_eq!(told(&of("3h", "mardi 9h-12h, 14h-16h")).len(), 2);
    assert_eq!(told(&of("3h", "mardi 9h-12h ; jeudi 9h-11h")).len(), 2);
    // Named sessions; a day without hours says nothing.
    let named = |hours: &str| {
        said(&format!("seances: {{duree: 1h}}\ndates: [{{le: 2026-12-03{hours}}}]\n"))
    };
    assert_eq!(named(", horaires: 9h-10h"), "");
    assert_eq!(named(""), "");
    assert_eq!(
        told(&named(", horaires: 9h-11h"))[0],
        "attention[serie-duree]: Une séance dure 1 h, et les horaires disent de 9 h à 11 h."
    );
}
