//! Whole small files of both forms, and the whole records they give.

use super::{one, vienne, when};

/// A calendar as several programs write them: folds, escapes, zones of its own, a series with changes.
const AGENDA: &str = include_str!("agenda.ics");
/// An export of OpenAgenda.
const EXPORT: &str = include_str!("openagenda.json");

#[test]
fn a_calendar_becomes_records() {
    let mut scene = vienne();
    scene.import("agenda.ics", AGENDA.replace('\n', "\r\n"));
    assert_eq!(scene.errors(), [] as [String; 0]);
    for (path, record) in [
        (
            "cafe-numerique-avec-le-bus-lusignan",
            "id: ics-un@agenda.example\nnom: Café numérique, avec le bus\npresentation_resume: Venez avec vos questions.\nsorte: atelier\norganisateur: bus\nchez: mediatheque-lusignan\ndates:\n  - {le: 2026-12-15, horaires: 14h-16h}\ninscription: {courriel: contact@bus.example}\nservices: [Accès internet et matériel informatique]\nsite_web: [https://bus.example/cafe]\nsource: Calendrier iCalendar\ndate_maj: 2026-11-10\n",
        ),
        (
            "permanence-du-mercredi-lusignan",
            "id: ics-deux\nnom: Permanence du mercredi\ncommune: Lusignan\nadresse: place du marché\ncomplement_adresse: Salle des fêtes\nquand: mercredi 18h-19h30\ndu: 2026-12-02\nau: 2027-04-02\nsauf: [du 23 au 30 décembre 2026]\ndates:\n  - {le: 2027-01-06, horaires: 19h-20h, chez: mediatheque-lusignan}\n  - {le: 2027-01-13, horaires: 18h-19h30, etat: annulé}\n  - {le: 2027-01-20, horaires: 18h-19h30, commune: Vivonne, code_insee: \"86293\", adresse: 2 place du marché, ou: Salle A}\n  - {le: 2027-04-02, horaires: 18h-19h30}\nsource: Calendrier iCalendar\n",
        ),
        (
            "fete-du-numerique-poitiers",
            "id: ics-trois\nnom: Fête du numérique\ncommune: Poitiers\netat: annulé\ndu: 2027-03-22\nau: 2027-03-27\nsource: Calendrier iCalendar\n",
        ),
        (
            "cours-a-distance",
            "id: ics-quatre\nnom: Cours à distance\nsorte: en ligne\nen_ligne: {lien: https://visio.example/salle}\nquand: 2e mardi du mois 9h-10h\ndu: 2026-12-08\nsource: Calendrier iCalendar\n",
        ),
        (
            "rencontre-des-aidants-poitiers",
            "id: ics-cinq\nnom: Rencontre des aidants\ncommune: Poitiers\ncode_postal: \"86000\"\nadresse: 12 rue de la Paix\ncomplement_adresse: Mairie\nlatitude: 46.58\nlongitude: 0.34\ndates:\n  - {le: 2027-01-05, horaires: à partir de 9h}\nsource: Calendrier iCalendar\n",
        ),
    ] {
        assert_eq!(scene.record(&format!("86-vienne/evenements/{path}.yaml")), record);
    }
    assert_eq!(scene.files.len(), 8);
}

#[test]
fn an_export_of_openagenda_becomes_records() {
    let mut scene = vienne();
    scene.import("export.json", EXPORT);
    assert_eq!(scene.errors(), [] as [String; 0]);
    for (path, record) in [
        (
            "atelier-smartphone-lusignan",
            "id: openagenda-101\nnom: Atelier smartphone\npresentation_resume: Apprendre à se servir de son téléphone.\npresentation_detail: |\n  ### Au programme\n\n\n  - appeler ;\n  - photographier.\n\n\n  Renseignements : [le site](https://mediatheque.example/).\nsorte: atelier\nchez: mediatheque-lusignan\netat: complet\nquand: mercredi 14h-16h, une semaine sur deux à partir du 6 janvier 2027\ndu: 2027-01-06\nau: 2027-04-14\ninscription:\n  telephone: 05 36 49 00 01\n  lien: https://mediatheque.example/inscription\n  courriel: accueil@mediatheque.example\npublics_specifiquement_adresses: [Seniors]\nfrais_a_charge: [Gratuit]\ntarif: Gratuit. Sur inscription.\nsans_rendez_vous: non\nreserve_a: {texte: À partir de 60 ans}\naccessibilite: Accueil adapté au handicap auditif et au handicap moteur, dit l’organisateur.\nsite_web: [https://mediatheque.example/programme]\nsource: OpenAgenda\ndate_maj: 2026-11-20\n",
        ),
        (
            "visio-poitiers",
            "id: openagenda-102\nnom: Visio\npresentation_resume: Poser vos questions de chez vous ou sur place.\ncommune: Poitiers\ncode_postal: \"86000\"\ncode_insee: \"86194\"\nadresse: 1 place Leclerc\ncomplement_adresse: Hôtel de ville\nlatitude: 46.580224\nlongitude: 0.340375\nen_ligne: {lien: https://visio.example/poitiers}\netat: déplacé\ndates:\n  - {le: 2026-12-05, horaires: 20h-22h30}\n  - {le: 2026-12-06, horaires: \"10h-12h, à partir de 21h\"}\nsource: OpenAgenda\n",
        ),
    ] {
        assert_eq!(scene.record(&format!("86-vienne/evenements/{path}.yaml")), record);
    }
    assert_eq!(scene.files.len(), 5);
}

/// When an event of a calendar takes place, as its record says it.
fn said(lines: &str) -> Vec<String> {
    let event = format!("UID:1\nSUMMARY:A\nLOCATION:Poitiers\n{lines}");
    let (record, _) = one(&event);
    when(&record).into_iter().map(str::to_owned).collect()
}

#[test]
fn hours_are_those_of_the_departement() {
    for (lines, hours) in [
        ("DTSTART:20261215T140000\nDTEND:20261215T160000", "14h-16h"),
        ("DTSTART:20261215T130000Z\nDTEND:20261215T150000Z", "14h-16h"),
        (
            "DTSTART;TZID=Europe/London:20261215T130000\nDTEND;TZID=Europe/Paris:20261215T160000",
            "14h-16h",
        ),
        ("DTSTART;TZID=W. Europe Standard Time:20261215T140000\nDURATION:PT1H45M", "14h-15h45"),
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20261215T140000\nDURATION:PT2H",
            "14h-16h",
        ),
        ("DTSTART;TZID=Autre part:20261215T140000\nDURATION:PT2H", "14h-16h"),
        ("DTSTART;VALUE=DATE-TIME:20261215T140000", "à partir de 14h"),
        ("DTSTART:20261215T220000\nDTEND:20261216T010000", "à partir de 22h"),
        ("DTSTART:20261215T220000\nDTEND:20261216T000000", "22h-24h"),
    ] {
        let expected =
            vec!["dates:".to_owned(), format!("  - {{le: 2026-12-15, horaires: {hours}}}")];
        assert_eq!(said(lines), expected, "{lines}");
    }
}

#[test]
fn whole_days() {
    for (lines, expected) in [
        ("DTSTART;VALUE=DATE:20261215", vec!["dates:", "  - {le: 2026-12-15}"]),
        (
            "DTSTART;VALUE=DATE:20261215\nDTEND;VALUE=DATE:20261216",
            vec!["dates:", "  - {le: 2026-12-15}"],
        ),
        ("DTSTART;VALUE=DATE:20261215\nDURATION:P3D", vec!["du: 2026-12-15", "au: 2026-12-17"]),
        (
            "DTSTART:20261214T230000Z\nDTEND:20261216T230000Z",
            vec!["du: 2026-12-15", "au: 2026-12-16"],
        ),
        (
            "DTSTART:20261215T100000\nDTEND:20261217T170000",
            vec!["du: 2026-12-15", "au: 2026-12-17"],
        ),
    ] {
        assert_eq!(said(lines), expected, "{lines}");
    }
}

#[test]
fn rules_of_every_kind() {
    let start = "DTSTART;TZID=Europe/Paris:20270105T140000\nDURATION:PT2H\n";
    for (rule, expected) in [
        ("RRULE:FREQ=WEEKLY", vec!["quand: mardi 14h-16h", "du: 2027-01-05"]),
        (
            "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630T215959Z",
            vec!["quand: mardi et jeudi 14h-16h", "du: 2027-01-05", "au: 2027-06-29"],
        ),
        (
            "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10",
            vec![
                "quand: mardi 14h-16h, une semaine sur deux à partir du 5 janvier 2027",
                "du: 2027-01-05",
                "au: 2027-05-11",
            ],
        ),
        (
            "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20271231T225959Z",
            vec!["quand: 1er et 3e mardi du mois 14h-16h", "du: 2027-01-05", "au: 2027-12-21"],
        ),
        (
            "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=8",
            vec!["quand: 1er mardi du mois 14h-16h", "du: 2027-01-05", "au: 2027-08-03"],
        ),
        (
            "RRULE:FREQ=DAILY;COUNT=5;BYDAY=MO,TU,WE,TH,FR",
            vec!["quand: du lundi au vendredi 14h-16h", "du: 2027-01-05", "au: 2027-01-11"],
        ),
        (
            "RRULE:FREQ=WEEKLY;COUNT=3",
            vec![
                "dates:",
                "  - {le: 2027-01-05, horaires: 14h-16h}",
                "  - {le: 2027-01-12, horaires: 14h-16h}",
                "  - {le: 2027-01-19, horaires: 14h-16h}",
            ],
        ),
        (
            "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270112T130000Z",
            vec![
                "dates:",
                "  - {le: 2027-01-05, horaires: 14h-16h}",
                "  - {le: 2027-01-19, horaires: 14h-16h}",
            ],
        ),
        (
            "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20270112,20270119",
            vec!["dates:", "  - {le: 2027-01-05, horaires: 14h-16h}"],
        ),
        (
            "RDATE;TZID=Europe/Paris:20270107T100000,20270109T100000",
            vec![
                "dates:",
                "  - {le: 2027-01-05, horaires: 14h-16h}",
                "  - {le: 2027-01-07, horaires: 10h-12h}",
                "  - {le: 2027-01-09, horaires: 10h-12h}",
            ],
        ),
    ] {
        assert_eq!(said(&format!("{start}{rule}")), expected, "{rule}");
    }
}

#[test]
fn a_series_in_universal_time_that_has_no_end_is_written_day_by_day() {
    let said = said("DTSTART:20270105T130000Z\nDURATION:PT2H\nRRULE:FREQ=MONTHLY;BYDAY=1TU");
    assert_eq!(said.len(), 13);
    assert_eq!(said[3], "  - {le: 2027-03-02, horaires: 14h-16h}");
    assert_eq!(said[4], "  - {le: 2027-04-06, horaires: 15h-17h}");
    let (_, codes) = one(
        "UID:1\nSUMMARY:A\nLOCATION:Poitiers\nDTSTART:20270105T130000Z\nDURATION:PT2H\nRRULE:FREQ=MONTHLY;BYDAY=1TU",
    );
    assert_eq!(codes, ["sans-fin"]);
}
