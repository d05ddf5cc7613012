//! Holidays: those that no list gives make no day, never a false one; those the staff writes do.

use crate::days::{agenda, days, lines, linked};

const CORSE: (&str, &str) =
    ("2a-corse/guide.yaml", "titre: Guide de Corse\ndepartement: \"2A\"\nediteur: Essai\n");

/// A guide of Corse only, with these files.
fn corse(files: &[(&str, &str)]) -> Vec<String> {
    let guides = linked(&[&[CORSE], files].concat());
    let at = guides.guides.iter().position(|guide| guide.departement.code == "2A").unwrap();
    lines(&guides, at)
}

fn place(rule: &str) -> String {
    format!(
        "nom: Lieu\ncommune: Ajaccio\n---\nid: qui\nnom: Conseillère\ncommune: Ajaccio\npermanences: [{{chez: lieux-1, horaires: \"{rule}\"}}]\n"
    )
}

const SCHOOL: &str =
    "nom: Académie de Corse\nvacances_scolaires: oui\ndepartements: [2A, 2B]\njours:\n";

#[test]
fn no_list_gives_the_school_holidays_of_corse() {
    for rule in
        ["mardi 9h-12h, sauf vacances scolaires", "mardi 9h-12h, pendant les vacances scolaires"]
    {
        assert_eq!(corse(&[("2a-corse/acteurs/lieux.yaml", &place(rule))]), [""; 0], "{rule}");
    }
    // A rule that asks nothing of schools is not touched.
    let plain = place("mardi 9h-12h, sauf jours fériés");
    assert_eq!(
        days(&corse(&[("2a-corse/acteurs/lieux.yaml", &plain)])),
        [
            "2026-11-24",
            "2026-12-01",
            "2026-12-08",
            "2026-12-15",
            "2026-12-22",
            "2026-12-29",
            "2027-01-05",
            "2027-01-12"
        ]
    );
}

/// Three holidays of the school year from September 2026; a year has four before summer.
const THREE: &str = "  - {nom: Vacances de la Toussaint, du: 2026-10-17, au: 2026-11-01}\n  - {nom: Vacances de Noël, du: 2026-12-19, au: 2027-01-03}\n  - {nom: Vacances d'hiver, du: 2027-02-13, au: 2027-02-28}\n";
const SPRING: &str = "  - {nom: Vacances de printemps, du: 2027-04-10, au: 2027-04-25}\n";

/// The days of a rule in Corse with these lines in the calendar of its schools.
fn with_calendar(rule: &str, holidays: &str) -> Vec<String> {
    let (place, year) = (place(rule), format!("{SCHOOL}{holidays}"));
    let files =
        [("2a-corse/acteurs/lieux.yaml", place.as_str()), ("calendriers/corse.yaml", &year)];
    days(&corse(&files)).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_calendar_of_the_staff_gives_them() {
    let with = |rule: &str| with_calendar(rule, &format!("{THREE}{SPRING}"));
    assert_eq!(
        with("mardi 9h-12h, sauf vacances scolaires"),
        ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15", "2027-01-05", "2027-01-12"]
    );
    assert_eq!(with("mardi 9h-12h, pendant les vacances scolaires"), ["2026-12-22", "2026-12-29"]);
}

#[test]
fn a_school_year_is_known_once_its_four_holidays_are_written() {
    // A school year goes from September to August: a spring or an August of before is of another one.
    let spring_before = SPRING.replace("2027", "2026");
    let august_before = "  - {nom: Vacances d'été, du: 2026-07-04, au: 2026-08-31}\n";
    for other in ["", &spring_before, august_before] {
        for rule in [
            "mardi 9h-12h, sauf vacances scolaires",
            "mardi 9h-12h, pendant les vacances scolaires",
        ] {
            assert_eq!(with_calendar(rule, &format!("{THREE}{other}")), [""; 0], "{rule} {other}");
        }
    }
}

#[test]
fn a_calendar_says_nothing_of_the_days_outside_it() {
    let noel = format!("{SCHOOL}  - {{nom: Vacances de Noël, du: 2026-12-19, au: 2027-01-03}}\n");
    let rule = place("mardi 9h-12h, sauf vacances scolaires");
    let files = [("2a-corse/acteurs/lieux.yaml", rule.as_str()), ("calendriers/corse.yaml", &noel)];
    assert_eq!(corse(&files), [""; 0]);
    // That of other départements says nothing of Corse.
    let elsewhere = noel.replace("[2A, 2B]", "[\"971\"]");
    let rule = place("mardi 9h-12h, pendant les vacances scolaires");
    let files =
        [("2a-corse/acteurs/lieux.yaml", rule.as_str()), ("calendriers/ailleurs.yaml", &elsewhere)];
    assert_eq!(corse(&files), [""; 0]);
}

#[test]
fn local_public_holidays_hold_where_they_are_written_for() {
    let of = |departements: &str| {
        let calendar = format!(
            "nom: Saint-Nicolas\n{departements}jours:\n  - {{le: 2026-12-08, nom: Fête locale}}\n"
        );
        agenda(&[
            ("calendriers/local.yaml", &calendar),
            (
                "86-vienne/acteurs/bus.yaml",
                "nom: Bus\ncommune: Poitiers\ntournee:\n  sauf: [jours fériés]\n  arrets: [{nom: Marché, commune: Lusignan, horaires: \"mardi 9h-12h, semaines paires\"}]\n",
            ),
        ])
    };
    // Tuesdays of weeks 48, 50 and 52 of 2026, and 2 of 2027; 8 December is in week 50.
    assert_eq!(days(&of("departements: [\"86\"]\n")), ["2026-11-24", "2026-12-22", "2027-01-12"]);
    assert_eq!(days(&of("")), ["2026-11-24", "2026-12-22", "2027-01-12"]);
    assert_eq!(
        days(&of("departements: [\"17\"]\n")),
        ["2026-11-24", "2026-12-08", "2026-12-22", "2027-01-12"]
    );
}

#[test]
fn the_holidays_of_alsace_moselle_are_its_own() {
    let of = |folder: &str, code: &str, commune: &str| {
        let settings = format!("titre: G\ndepartement: \"{code}\"\nediteur: E\n");
        let bus = format!(
            "nom: Bus\ncommune: {commune}\ntournee:\n  arrets: [{{nom: A, commune: {commune}, horaires: \"samedi 9h-12h, sauf jours fériés\"}}]\n"
        );
        let guides = linked(&[
            (&format!("{folder}/guide.yaml"), &settings),
            (&format!("{folder}/acteurs/bus.yaml"), &bus),
        ]);
        let at = guides.guides.iter().position(|guide| guide.dossier == folder).unwrap();
        lines(&guides, at)
    };
    // 26 December 2026 is a Saturday.
    let day = "2026-12-26 9h-12h Bus, A".to_owned();
    assert!(!of("67-bas-rhin", "67", "Strasbourg").contains(&day));
    assert!(of("54-meurthe-et-moselle", "54", "Nancy").contains(&day));
}

#[test]
fn holidays_that_move_give_their_old_days_back_and_take_the_new_ones() {
    // Noël of every zone is 19 December to 3 January; here it comes a week earlier.
    let moved = "nom: Noël avancé\nvacances_scolaires: oui\ndepartements: [\"86\"]\njours:\n  - {nom: Vacances de Noël, du: 2026-12-12, au: 2026-12-27}\n  - {du: 2026-12-19, au: 2027-01-03, retire: oui}\n";
    let of = |rule: &str, calendar: &str| {
        let bus = format!(
            "nom: Bus\ncommune: Poitiers\ntournee:\n  arrets: [{{nom: Marché, commune: Lusignan, horaires: \"{rule}\"}}]\n"
        );
        agenda(&[("calendriers/noel.yaml", calendar), ("86-vienne/acteurs/bus.yaml", &bus)])
    };
    assert_eq!(
        days(&of("mardi 9h-12h, sauf vacances scolaires", moved)),
        ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-29", "2027-01-05", "2027-01-12"]
    );
    assert_eq!(
        days(&of("mardi 9h-12h, pendant les vacances de Noël", moved)),
        ["2026-12-15", "2026-12-22"]
    );
    let elsewhere = moved.replace("86", "17");
    assert_eq!(
        days(&of("mardi 9h-12h, pendant les vacances de Noël", &elsewhere)),
        ["2026-12-22", "2026-12-29"]
    );
}
