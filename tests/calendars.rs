//! School holidays that nobody knows, and the calendars that staff write: what is said, and what is shown.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use support::{Desk, TODAY};

const CORSE: (&str, &str) =
    ("2a-corse/guide.yaml", "titre: Guide de Corse\ndepartement: \"2A\"\nediteur: Essai\n");

const BUS: (&str, &str) = (
    "2a-corse/acteurs/bus.yaml",
    "nom: Bus\ncommune: Ajaccio\ntournee:\n  sauf: [vacances scolaires]\n  arrets:\n    - {nom: Port, commune: Ajaccio, horaires: mardi 9h-12h}\n    - {nom: Gare, commune: Ajaccio, horaires: jeudi 9h-12h}\n",
);

/// What is said of some files on a day.
fn said(files: &[(&str, &str)], today: &str) -> String {
    let checked = Desk::with(files).jalon(&["check", "--today", today]);
    String::from_utf8(checked.stderr).unwrap()
}

/// The remedy that gives the calendar of a school year to fill in.
fn remedy(lead: &str, code: &str, years: &str) -> String {
    let file = code.to_lowercase();
    let lines = ["de la Toussaint", "de Noël", "d’hiver", "de printemps", "d’été"]
        .map(|name| format!("  - {{nom: Vacances {name}, du: AAAA-MM-JJ, au: AAAA-MM-JJ}}"));
    let calendar = [
        format!("nom: Vacances scolaires {years}"),
        "vacances_scolaires: oui".into(),
        format!("departements: [\"{code}\"]"),
        "jours:".into(),
        lines.join("\n"),
        "source: où ces dates sont publiées".into(),
    ];
    let lead = format!("{lead} dans « content/calendriers/vacances-{file}-{years}.yaml » :\n");
    let lines = (lead + &calendar.join("\n")).replace('\n', &format!("\n{:13}", ""));
    format!("  = à faire: {lines}\n\n")
}

#[test]
fn rules_that_make_no_day_are_said_once_with_the_calendar_to_write() {
    let message = "\
attention[vacances-inconnues]: jalon ne connaît pas les vacances scolaires de la Corse-du-Sud : cette règle et une autre sont dites en mots et ne donnent aucune date.
 --> content/2a-corse/acteurs/bus.yaml:6:47
  |
6 |     - {nom: Port, commune: Ajaccio, horaires: mardi 9h-12h}
  |                                               ^^^^^^^^^^^^
  |
";
    let remedy = remedy("Écrivez les vacances de toute l’année scolaire", "2A", "2026-2027");
    assert_eq!(said(&[CORSE, BUS], TODAY), format!("{message}{remedy}"));
    let plain = BUS.1.replace("vacances scolaires", "jours fériés");
    assert_eq!(said(&[CORSE, (BUS.0, &plain)], TODAY), "");
    let over = format!("{}termine: {{le: 2026-10-01}}\n", BUS.1);
    assert_eq!(said(&[CORSE, (BUS.0, &over)], TODAY), "");
}

/// The calendar that a message gives, with days, as somebody would copy it.
fn filled(today: &str, days: &[(&str, &str)]) -> (String, String) {
    let desk = Desk::with(&[CORSE, BUS]);
    let checked = desk.jalon(&["check", "--today", today, "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let remedy = told[0]["remede"].as_str().unwrap();
    let (lead, mut calendar) = remedy.split_once(" :\n").map(|(a, b)| (a, b.to_owned())).unwrap();
    for (first, last) in days {
        calendar = calendar.replacen("AAAA-MM-JJ", first, 1).replacen("AAAA-MM-JJ", last, 1);
    }
    let file = lead.split(['«', '»']).nth(1).unwrap().trim();
    (file.strip_prefix("content/").unwrap().to_owned(), calendar)
}

const DAYS: [(&str, &str); 5] = [
    ("2026-10-17", "2026-11-01"),
    ("2026-12-19", "2027-01-03"),
    ("2027-02-13", "2027-02-28"),
    ("2027-04-10", "2027-04-25"),
    ("2027-07-03", "2027-08-31"),
];

#[test]
fn the_calendar_of_the_message_filled_in_makes_the_days_known() {
    let (file, calendar) = filled(TODAY, &DAYS);
    assert_eq!(said(&[CORSE, BUS, (&file, &calendar)], TODAY), "");
    // Not filled in, it is refused: no holiday passes for another.
    let (file, empty) = filled(TODAY, &[]);
    assert_eq!(said(&[CORSE, BUS, (&file, &empty)], TODAY).matches("[date-invalide]").count(), 10);
    // With three holidays, the year is not known, and the message counts them.
    let three: Vec<&str> = calendar.lines().filter(|line| !line.contains("’")).collect();
    let three = format!("{}\n", three.join("\n"));
    let counted = said(&[CORSE, BUS, (&file, &three)], TODAY);
    assert!(
        counted.starts_with("attention[vacances-inconnues]: Les vacances scolaires de la Corse-du-Sud ne sont pas toutes écrites (3 sur 4 au moins) : cette règle et une autre sont dites en mots et ne donnent aucune date.\n"),
        "{counted}"
    );
}

#[test]
fn a_year_that_ends_before_the_days_shown_is_said_with_its_last_day() {
    let (file, calendar) = filled(TODAY, &DAYS);
    let files = [CORSE, BUS, (file.as_str(), calendar.as_str())];
    assert_eq!(said(&files, "2027-07-06"), "");
    let message = "\
attention[vacances-depassees]: Les vacances scolaires de la Corse-du-Sud ne sont connues que jusqu’au 31\u{a0}août 2027 : cette règle et une autre en dépendent, et les jours d’après ne sont pas montrés.
 --> content/2a-corse/acteurs/bus.yaml:6:47
  |
6 |     - {nom: Port, commune: Ajaccio, horaires: mardi 9h-12h}
  |                                               ^^^^^^^^^^^^
  |
";
    let remedy = remedy("Écrivez la suite", "2A", "2027-2028");
    assert_eq!(said(&files, "2027-07-07"), format!("{message}{remedy}"));
}

#[test]
fn holidays_as_published_are_outlived_by_rules_that_go_on_for_long() {
    let event = |end: &str| {
        format!(
            "nom: Café\ncommune: Poitiers\nquand: jeudi 14h-16h, sauf vacances scolaires\ndu: 2028-03-02\nau: {end}\n"
        )
    };
    let on =
        |end: &str, today: &str| said(&[("86-vienne/evenements/cafe.yaml", &event(end))], today);
    let message = "\
attention[vacances-depassees]: Les vacances scolaires de la Vienne ne sont connues que jusqu’au 31\u{a0}août 2028 : cette règle en dépend, et les jours d’après ne sont pas montrés.
 --> content/86-vienne/evenements/cafe.yaml:3:8
  |
3 | quand: jeudi 14h-16h, sauf vacances scolaires
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
";
    let remedy = remedy("Mettez jalon à jour, ou écrivez la suite", "86", "2028-2029");
    assert_eq!(on("2028-09-28", "2028-03-02"), format!("{message}{remedy}"));
    assert_eq!(on("2028-08-31", "2028-03-02"), "");
    // More than a year ahead, nobody publishes holidays: it is too early to say so.
    assert_eq!(on("2028-09-28", "2027-08-31"), "");
    assert_eq!(on("2028-09-28", "2027-09-01"), format!("{message}{remedy}"));
}

#[test]
fn days_to_take_away_that_were_never_off_are_a_remark() {
    let calendar = |days: &str| {
        format!(
            "nom: Corrections\nvacances_scolaires: oui\ndepartements: [\"86\"]\njours:\n  - {days}\n"
        )
    };
    let with = |days: &str| said(&[("calendriers/a.yaml", &calendar(days))], TODAY);
    assert_eq!(with("{du: 2027-02-13, au: 2027-02-28, retire: oui}"), "");
    assert_eq!(
        with("{du: 2027-03-13, au: 2027-03-28, retire: oui}"),
        "\
attention[rien-a-retirer]: Rien à retirer du 13 au 28\u{a0}mars 2027 : jalon n’y connaît aucun jour de vacances scolaires.
 --> content/calendriers/a.yaml:5:6
  |
5 |   - {du: 2027-03-13, au: 2027-03-28, retire: oui}
  |      ^^
  |
  = à faire: Vérifiez les dates, surtout l’année, ou effacez cette ligne.

"
    );
    // A calendar of another place is not judged by this one.
    let elsewhere = calendar("{le: 2027-03-26, retire: oui}").replace("86", "57");
    assert_eq!(said(&[("calendriers/a.yaml", &elsewhere)], TODAY), "");
}

#[test]
fn mistakes_of_a_calendar_are_named() {
    let calendar = "nom: Vacances\ndepartements: [\"1\", \"86\"]\njours:\n  - {nom: Vacances de Noël, du: 2028-12-23, au: 2029-01-07}\n  - {nom: Pont}\n";
    assert_eq!(
        said(&[("calendriers/a.yaml", calendar)], TODAY),
        "\
erreur[departement-inconnu]: « 1 » n’est le code d’aucun département.
 --> content/calendriers/a.yaml:2:16
  |
2 | departements: [\"1\", \"86\"]
  |                ^^^
  |
  = à faire: Écrivez \"01\" pour Ain.

attention[vacances-ou-feries]: Ce calendrier parle de vacances, mais ses jours comptent comme des jours fériés.
 --> content/calendriers/a.yaml:4:6
  |
4 |   - {nom: Vacances de Noël, du: 2028-12-23, au: 2029-01-07}
  |      ^^^
  |
  = à faire: Ajoutez « vacances_scolaires: oui », ou « non » si ce sont bien des jours fériés.

erreur[champ-manquant]: Il manque « le », ou « du » et « au ».
 --> content/calendriers/a.yaml:5:6
  |
5 |   - {nom: Pont}
  |      ^^^
  |
  = à faire: Ajoutez « le: … » pour un seul jour, « du: … » et « au: … » pour plusieurs.

"
    );
    let said_as_public =
        calendar.replace("departements: [\"1\", \"86\"]", "vacances_scolaires: non");
    let said_as_public = said_as_public.replace("  - {nom: Pont}\n", "");
    assert_eq!(said(&[("calendriers/a.yaml", &said_as_public)], TODAY), "");
}
