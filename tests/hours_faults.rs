//! What whoever writes hours is told when they cannot be read, word for word.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::faults::{fault, faults, says};
use jalon::calendar::{Exception, Horaires, parse_times};

#[test]
fn a_slip_in_a_word_gets_the_word_that_was_meant() {
    for (text, word) in [
        ("mercredri 9h-12h", "mercredi"),
        ("Jedui 9h-12h", "jeudi"),
        ("mardi 9h-12h, semaines piares", "paires"),
        ("mardi 9h-12h, suaf vacances scolaires", "sauf"),
        ("mardi 9h-12h, à partir du 12 janveir 2027", "janvier"),
    ] {
        assert_eq!(fault(text).2, format!("vouliez-vous dire « {word} » ?"));
    }
}

#[test]
fn all_faults_of_a_text_are_told_at_once() {
    let pieces =
        |text: &str| -> Vec<String> { faults(text).into_iter().map(|(piece, ..)| piece).collect() };
    assert_eq!(pieces("lunid 9h-12h ; mradi 9h-12h"), ["lunid", "mradi"]);
    assert_eq!(pieces("Mo 09:00-13:00; Tu 09:00; Th 13:00"), ["09:00", "13:00"]);
    assert_eq!(pieces("lundi ; 9h-12h"), ["lundi", "9h-12h"]);
}

#[test]
fn what_is_missing_is_named() {
    says("mardi", "mardi", "les heures manquent");
    says("mardi matin", "matin", "les heures manquent");
    says("9h-12h", "9h-12h", "les jours manquent");
    says("mardi 14h", "14h", "l’heure de fin manque après 14 h");
    says("Tu 12:30", "12:30", "l’heure de fin manque après 12:30");
    says("mardi jusqu'à 12h", "jusqu'à", "l’heure du début manque");
    says("1er et 3e du mois 9h-12h", "1er et 3e", "le jour de la semaine manque");
    says("", "", "les horaires sont vides");
    says(" ;; ", " ;; ", "les horaires sont vides");
}

#[test]
fn times_that_cannot_be() {
    says("mardi 9h-9h", "9h-9h", "le créneau commence et finit à 9 h");
    says("Fr 14:00-14:00", "14:00-14:00", "le créneau commence et finit à 14 h");
    says("mardi 18h-2h", "18h-2h", "le créneau finit à 2 h avant d’avoir commencé");
    says("mardi 9h-12h-14h", "-", "trois heures se suivent");
    says("Mo 09:00-12:00-13:30", "09:00-12:00-13:30", "trois heures se suivent");
    says("mardi 9-12", "9-12", "rien ne dit que ces nombres sont des heures");
    says("mardi 9h75-12h", "9h75", "l’heure « 9h75 » n’existe pas");
    says("Mo 25:00-26:00", "25:00", "l’heure « 25:00 » n’existe pas");
    says(
        "mardi 9h-12h, 11h-14h",
        "mardi 9h-12h, 11h-14h",
        "les créneaux 9 h à 12 h et 11 h à 14 h se chevauchent",
    );
    assert_eq!(fault("mardi 9.30-12h").2, "écrivez 9h30");
}

#[test]
fn dates_that_cannot_be() {
    says("lundi 9h-12h, sauf le 30 février", "30 février", "le 30 février n’existe pas");
    says("lundi 2 mars 2027 9h-12h", "lundi 2 mars 2027", "le 2 mars 2027 est un mardi");
    says("Mo 09:00-12:00; Feb 30 off", "Mo 09:00-12:00; Feb 30 off", "le 30 février n’existe pas");
}

/// Hours that were published wrong, in silence.
#[test]
fn what_narrows_only_some_of_the_hours_is_refused() {
    let instead = "on ne sait pas si ces heures remplacent celles d’avant ou s’y ajoutent";
    for (text, piece) in [
        ("lundi et mardi 9h-12h (14h-17h pendant les vacances)", "(14h-17h pendant les vacances)"),
        ("mardi 9h-12h (14h-17h sur rdv)", "(14h-17h sur rdv)"),
    ] {
        says(text, piece, instead);
    }
    let weekdays = "les jours de la semaine manquent";
    says("lundi 9h-12h ; vacances scolaires : 10h-12h", "vacances scolaires : 10h-12h", weekdays);
    says("lundi 9h-12h ; en août 10h-12h", "août 10h-12h", weekdays);
    let part = "on ne sait pas de quelles heures parle ce moment de la journée";
    says("mardi et mercredi 9h-12h, 14h-17h, sauf mercredi après-midi", "après-midi", part);
    says("mardi 9h-12h, 14h-17h (sur rdv l'après-midi)", "après-midi", part);
    let remedy = fault("mardi et mercredi 9h-12h, 14h-17h, sauf mercredi après-midi").2;
    assert!(
        remedy.ends_with("par exemple « mardi 9h-12h, 14h-17h ; mercredi 9h-12h »"),
        "{remedy}"
    );
    let these = "on ne sait pas si « sur rendez-vous » vaut aussi pour ces heures";
    says("lundi 9h-12h (sur rendez-vous) et 14h-17h", "14h-17h", these);
    says(
        "mardi 9h-12h sans rendez-vous, 14h-17h sur rendez-vous",
        "14h-17h",
        "on ne sait pas si « sans rendez-vous » vaut aussi pour ces heures",
    );
    for text in [
        "mardi 9h-12h (et jeudi 14h-17h)",
        "lundi (9h-12h sur rendez-vous)",
        "mardi 9h-12h sans rendez-vous ; mardi 14h-17h sur rendez-vous",
        "lundi 9h-12h ; aussi lundi 14h-17h, pendant les vacances scolaires",
        "lundi 9h-12h ; du 3 au 7 août 2026 10h-12h",
        "tous les jours 10h-12h, pendant les vacances scolaires",
        "mardi 9h-12h (entrée par la cour), 14h-17h",
    ] {
        assert!(Horaires::parse(text).is_ok(), "{text}");
    }
}

/// Days that nobody can tell.
#[test]
fn days_that_are_one_or_the_other_are_refused() {
    let either = "« ou » ne dit pas quand c’est ouvert";
    says("mardi ou jeudi 9h-12h", "jeudi", either);
    says("mardi 9h-12h ou 14h-17h", "14h-17h", either);
    says("1er ou 3e lundi du mois 9h-12h", "1er", either);
    let week = "on ne sait pas de quelles semaines parlent ces horaires";
    says("mardi semaine A 9h-12h", "semaine", week);
    assert_eq!(faults("mardi 9h-12h (deux fois par mois)")[0].0, "fois");
    assert!(fault("un lundi sur deux 9h-12h").2.contains("à partir du 11 janvier 2027"));
    assert_eq!(
        fault("fermé vendredi après-midi").2,
        "écrivez les heures, par exemple « fermé vendredi 14h-17h »"
    );
    for text in ["en semaine et samedi 9h-12h", "mardi 9h-12h, sauf jours fériés ou en août"] {
        assert!(Horaires::parse(text).is_ok(), "{text}");
    }
}

/// Two readings send somebody to a closed door: none is chosen.
#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    says(
        "lundi 9h-12h, mardi 14h-17h, sauf vacances scolaires",
        "sauf",
        "on ne sait pas si cela vaut pour tous les jours écrits avant",
    );
    says(
        "du lundi au vendredi 9h-12h ; mercredi 14h-17h",
        "mercredi 14h-17h",
        "on ne sait pas si ces heures remplacent celles d’avant ou s’y ajoutent",
    );
    says(
        "mardi 9h-12h vacances scolaires",
        "vacances scolaires",
        "on ne sait pas si ces jours sont ouverts ou fermés",
    );
    says(
        "mardi 9h-12h, une semaine sur deux",
        "mardi",
        "« une semaine sur deux » ne dit pas quelle semaine",
    );
    says(
        "1er lundi et mardi du mois 9h-12h",
        "mardi",
        "on ne sait pas de quelle semaine du mois est ce jour",
    );
    says(
        "lundi 9h-12h ; sur rendez-vous",
        "sur rendez-vous",
        "on ne sait pas si « sur rendez-vous » vaut pour les heures écrites avant",
    );
    for text in [
        "Mar 9h-12h",
        "Mar",
        "Mar off",
        "mar 9-12",
        "mar 9-12, 14-17; Th 09:00-12:00",
        "mar; Tu 09:00-12:00",
        "Jan,Mar 09:00-12:00",
    ] {
        let (at, length) = (text.to_lowercase().find("mar").unwrap(), "Mar".len());
        says(text, &text[at..at + length], "« Mar » se lit mars ou mardi");
    }
    for text in ["Mar 9-12 off", "Mar 9-12 Mo 09:00-12:00", "Mar 9-12 09:00-12:00"] {
        assert!(Horaires::parse(text).is_ok(), "{text} is of March");
    }
}

#[test]
fn weeks_of_holidays_that_have_no_name() {
    says(
        "lundi 9h-12h, sauf la première semaine",
        "sauf la première semaine",
        "on ne sait pas de quelles vacances est cette semaine",
    );
    says(
        "lundi 9h-12h, sauf vacances de Noël et vacances d'été, sauf la première semaine",
        "sauf la première semaine",
        "on ne sait pas de quelles vacances est cette semaine",
    );
    says(
        "fermé pendant les vacances scolaires, sauf la première semaine et les jours fériés",
        "jours fériés",
        "on ne sait pas si ces jours sont ouverts ou fermés",
    );
    says(
        "lundi 9h-12h la première semaine des vacances",
        "première",
        "on ne sait pas si ces jours sont ouverts ou fermés",
    );
    says(
        "la première semaine du mois, 9h-12h",
        "première semaine",
        "on ne sait pas où commence la première semaine d’un mois",
    );
    says(
        "lundi 9h-12h, sauf vacances scolaires (mais ouvert le mardi)",
        "(mais ouvert",
        "« mais ouvert » ne se comprend que devant des semaines de vacances",
    );
    says("fermé semaine 54", "54", "cette semaine n’existe pas");
    says("fermé semaines 50 à 2", "semaines 50 à 2", "ces semaines vont à rebours");
}

/// Prose in which a reader who skips a word would say the contrary.
#[test]
fn prose_is_never_half_understood() {
    for (text, piece) in [
        ("du lundi au vendredi 9h-12h. Fermé le mercredi après-midi", "après-midi"),
        ("lundi de 9h à 12h et l'après-midi sur rendez-vous", "après-midi"),
        ("mardi matin sur rendez-vous", "matin"),
        ("du lundi au vendredi 9h-12h sauf mercredi 14h-17h", "14h-17h"),
        ("mardi 9h-12h, semaines paires, 14h-17h", "14h-17h"),
        ("sur rendez-vous le mardi, sans rendez-vous le jeudi 9h-12h", "sans rendez-vous"),
        ("lundi 9h-12h, mardi 14h-17h sauf vacances scolaires", "sauf"),
        ("un jour sur deux 9h-12h", "jour sur deux"),
        ("mardi 9h-12h, sauf le dernier du mois", "dernier"),
        ("fermé lundi, mardi 10h-11h", "10h-11h"),
        ("mardi 9h-12h, en juillet et pendant les vacances de Noël", "vacances de Noël"),
    ] {
        assert_eq!(fault(text).0, piece, "{text}");
    }
}

#[test]
fn a_map_says_which_entry_and_which_half() {
    let faults = Horaires::from_days(&[
        ("lundi", "9h-12h"),
        ("mradi", "9h-12h"),
        ("mercredi", ""),
        ("jeudi", "9h-9h"),
    ])
    .unwrap_err();
    // Words that nobody knows come first; the rest is judged once they are right.
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].entry, faults[0].in_key), (1, true));
    assert_eq!(faults[0].fault.span, 0..5);
    let faults = Horaires::from_days(&[("lundi", "9h-12h"), ("mercredi", ""), ("jeudi", "9h-9h")])
        .unwrap_err();
    let places: Vec<_> =
        faults.iter().map(|fault| (fault.entry, fault.in_key, fault.fault.span.clone())).collect();
    assert_eq!(places, [(1, true, 0..8), (2, false, 0..5)]);
}

#[test]
fn times_alone() {
    let shown = |text: &str| -> Vec<String> {
        let times = parse_times(text).unwrap();
        times.iter().map(|time| time.shown().replace('\u{a0}', " ")).collect()
    };
    assert_eq!(shown("14h-16h"), ["14 h à 16 h"]);
    assert_eq!(shown("de 14h à 16h30"), ["14 h à 16 h 30"]);
    assert_eq!(shown("14h-17h, 9h30-12h"), ["9 h 30 à 12 h", "14 h à 17 h"]);
    assert_eq!(shown("à partir de 18h"), ["dès 18 h"]);
    let message = |text: &str| parse_times(text).unwrap_err()[0].message.clone();
    assert_eq!(message("mardi 14h-16h"), "seules des heures sont attendues ici");
    assert_eq!(message("matin"), "les heures manquent");
    assert_eq!(message("9h-12h, 11h-13h"), "les créneaux 9 h à 12 h et 11 h à 13 h se chevauchent");
}

#[test]
fn exceptions_of_a_tour() {
    let words = |text: &str| -> Vec<String> {
        let found = Exception::parse(text).unwrap();
        found.iter().map(|except| except.words().replace('\u{a0}', " ")).collect()
    };
    assert_eq!(words("jours fériés"), ["les jours fériés"]);
    assert_eq!(words("sauf vacances scolaires"), ["pendant les vacances scolaires"]);
    assert_eq!(
        words("du 24 décembre 2026 au 3 janvier 2027"),
        ["du 24 décembre 2026 au 3 janvier 2027"]
    );
    assert_eq!(words("2026-12-08"), ["le 8 décembre 2026"]);
    assert_eq!(words("24 et 31 décembre 2026"), ["le 24 décembre 2026", "le 31 décembre 2026"]);
    assert_eq!(words("1er mardi du mois"), ["le 1er mardi du mois"]);
    assert_eq!(
        words("vacances de Noël, sauf la dernière semaine"),
        ["pendant les vacances de Noël (mais ouvert la dernière semaine)"]
    );
    assert!(Exception::parse("").is_err());
    assert!(Exception::parse("9h-12h").is_err());
    assert_eq!(
        Exception::parse("vaccances").unwrap_err()[0].remedy,
        "vouliez-vous dire « vacances » ?"
    );
}
