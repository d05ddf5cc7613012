//! Hours as tables, the questions filters ask, and doubts.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

use jalon::calendar::{Exception, Form, Horaires, parse_date};

fn hours(text: &str) -> Horaires {
    Horaires::parse(text).unwrap()
}

/// Groups of the table, each on one line.
fn table(text: &str) -> Vec<String> {
    let line = |group: jalon::calendar::DayGroup| {
        let spans = group.spans.join(", ");
        let closed = if group.ferme { "fermé" } else { "" };
        [group.jours, spans, group.note, closed.to_owned()]
            .into_iter()
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
            .replace(['\u{a0}', '\u{202f}'], " ")
    };
    let groups = hours(text).groups();
    groups.into_iter().flatten().map(line).collect()
}

#[test]
fn seven_rows_from_monday() {
    let week = hours("mardi et jeudi 9h-12h, 14h-17h").week().unwrap();
    let days: Vec<&str> = week.iter().map(|row| row.jour).collect();
    assert_eq!(days, ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]);
    assert_eq!(week[1].spans, ["9\u{a0}h à 12\u{a0}h", "14\u{a0}h à 17\u{a0}h"]);
    assert!(week[0].ferme && !week[1].ferme);
}

#[test]
fn equal_days_are_grouped_for_paper() {
    assert_eq!(
        table("Mo-We 09:00-12:00; Fr 14:00-17:00"),
        [
            "Lundi à mercredi | 9 h à 12 h",
            "Jeudi | fermé",
            "Vendredi | 14 h à 17 h",
            "Samedi et dimanche | fermé"
        ]
    );
}

#[test]
fn conditions_are_in_the_row_they_narrow() {
    assert_eq!(
        table("mardi 9h30-12h, semaines paires")[1],
        "Mardi | 9 h 30 à 12 h | semaines paires"
    );
    assert_eq!(
        table("mardi 9h-12h, semaines paires ; mardi 14h-17h, semaines impaires")[1],
        "Mardi | 9 h à 12 h (semaines paires), 14 h à 17 h (semaines impaires)"
    );
    assert_eq!(
        table("lundi 9h-12h ; en août lundi 14h-17h")[0],
        "Lundi | 9 h à 12 h | en août : 14 h à 17 h"
    );
    assert_eq!(
        table("lundi 9h-12h ; 1er samedi du mois 9h-12h")[2],
        "Samedi | le 1er samedi du mois : 9 h à 12 h"
    );
    assert_eq!(table("lundi 9h-12h sur rendez-vous")[0], "Lundi | 9 h à 12 h | sur rendez-vous");
}

#[test]
fn no_table_where_it_would_lie() {
    for text in [
        "1er mardi du mois 9h-12h",
        "Sep-Jun We 14:00-17:00",
        "sur rendez-vous",
        "le 2 mars 2027 9h-12h",
        "fermé",
    ] {
        assert_eq!(hours(text).week(), None, "{text}");
    }
}

#[test]
fn what_the_table_leaves_out_is_said_under_it() {
    let remarks = hours("Mo-Fr 09:00-12:00; Th[1] 14:00-17:00; PH off").remarks();
    assert_eq!(
        remarks.join(" ").replace('\u{a0}', " "),
        "Le 1er jeudi du mois de 14 h à 17 h seulement. Fermé les jours fériés."
    );
    assert!(hours("Mo-Fr 09:00-12:00").remarks().is_empty());
}

#[test]
fn filters() {
    assert!(hours("Mo-Sa 09:00-12:00").opens_on_saturday());
    assert!(hours("1er samedi du mois 9h-12h").opens_on_saturday());
    for text in [
        "Mo-Fr 09:00-12:00",
        "Mo-Sa 09:00-12:00; Sa off",
        "Mo-Fr 09:00-12:00; PH 10:00-12:00",
        "sur rendez-vous",
        "Sa 09:00-12:00 unknown",
    ] {
        assert!(!hours(text).opens_on_saturday(), "{text}");
    }
    assert!(hours("Th 09:00-18:30").opens_after_18h());
    assert!(hours("jeudi à partir de 17h").opens_after_18h());
    assert!(!hours("Th 09:00-18:00").opens_after_18h());
    assert!(!hours("sur rendez-vous").opens_after_18h());
}

#[test]
fn a_map_and_both_forms_give_the_same_rules() {
    let osm = hours("Mo 09:00-12:00,14:00-17:00; Tu off; We-Th 09:00-12:00; SH off");
    let french = hours(
        "lundi 9h-12h, 14h-17h ; mardi fermé ; mercredi et jeudi 9h-12h ; sauf vacances scolaires",
    );
    let map = Horaires::from_days(&[
        ("lundi", "9h-12h, 14h-17h"),
        ("mardi", "fermé"),
        ("mercredi et jeudi", "9h-12h"),
        ("sauf", "vacances scolaires"),
    ])
    .unwrap();
    assert_eq!(osm.rules, french.rules);
    assert_eq!(french, map);
    assert_eq!((osm.form, french.form), (Form::Osm, Form::French));
    assert!(Horaires::from_days(&[]).is_err());
}

#[test]
fn a_tour_takes_its_days_off_every_stop() {
    let except = Exception::parse("jours fériés").unwrap();
    let stop = hours("mardi 9h30-12h, semaines paires").except(&except);
    assert_eq!(
        stop.sentence().replace('\u{a0}', " "),
        "Mardi de 9 h 30 à 12 h, les semaines paires, sauf les jours fériés."
    );
    let two = hours("lundi 9h-12h ; jeudi 14h-17h").except(&except);
    assert_eq!(
        two.sentence().replace('\u{a0}', " "),
        "Lundi de 9 h à 12 h. Jeudi de 14 h à 17 h. Sauf les jours fériés."
    );
}

#[test]
fn doubts_have_their_code() {
    let codes = |text: &str| -> Vec<&str> {
        let lints = hours(text).lints();
        assert!(lints.iter().all(|lint| !lint.remedy.is_empty()));
        lints.iter().map(|lint| lint.code).collect()
    };
    assert_eq!(codes("Mo-Fr"), ["horaires-sans-heures"]);
    assert_eq!(codes("24/7"), ["horaires-24-7"]);
    assert_eq!(codes("Mo-Fr 17:00-09:00"), ["horaires-de-nuit"]);
    assert_eq!(codes("Mo-Fr 02:00-05:00"), ["horaires-de-nuit"]);
    assert_eq!(codes("\"appeler avant\""), ["horaires-remarque-seule"]);
    assert_eq!(codes("PH off; Mo-Fr 09:00-12:00"), ["horaires-fermeture-annulee"]);
    assert_eq!(codes("Mo-Fr 14:00-18:00; We 09:00-12:00"), ["horaires-jour-remplace"]);
    for clean in [
        "Mo-Fr 09:00-12:00,14:00-18:00; Tu 09:00-12:00; PH off",
        "\"sur rendez-vous\"",
        "mardi 9h-12h ; 1er mardi du mois 14h-17h seulement",
        "Th 09:00-12:00; Th[5] off",
    ] {
        assert!(codes(clean).is_empty(), "{clean}");
    }
}

#[test]
fn weeks_53_and_1_are_both_odd() {
    let day = |text| parse_date(text).unwrap();
    let lint = |text: &str, from, to| hours(text).parity_lint(day(from), day(to));
    let odd = "mardi 9h-12h, semaines impaires";
    let found = lint(odd, "2026-11-23", "2027-01-18").unwrap();
    assert_eq!(
        found.message,
        "la semaine 53 de 2026 et la semaine 1 de 2027 se suivent et sont toutes deux impaires"
    );
    assert_eq!(lint(odd, "2026-11-23", "2026-12-31"), None);
    assert_eq!(lint(odd, "2027-01-04", "2032-12-26"), None);
    assert!(lint(odd, "2027-01-04", "2033-01-04").is_some());
    let anchored = "mardi 9h-12h, une semaine sur deux à partir du 12 janvier 2027";
    assert_eq!(lint(anchored, "2026-11-23", "2027-01-18"), None);
}

#[test]
fn a_rule_on_one_side_of_week_53_is_in_no_doubt() {
    let day = |text| parse_date(text).unwrap();
    let lint = |text: &str| hours(text).parity_lint(day("2026-11-23"), day("2027-01-18"));
    for apart in [
        "mardi 9h-12h, semaines paires, à partir du 18 janvier 2027",
        "mardi 9h-12h, semaines impaires, jusqu'au 18 décembre 2026",
        "mardi 9h-12h, semaines impaires, en février et mars",
    ] {
        assert_eq!(lint(apart), None, "{apart}");
    }
    for across in [
        "mardi 9h-12h, semaines paires, à partir du 28 décembre 2026",
        "mardi 9h-12h, semaines paires, jusqu'au 4 janvier 2027",
        "mardi 9h-12h, semaines impaires, de septembre à juin",
        "mardi 9h-12h, semaines impaires, sauf du 21 décembre 2026 au 3 janvier 2027",
    ] {
        assert!(lint(across).is_some(), "{across}");
    }
}
