//! What readers are told of hours that staff write.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::said::all;
use jalon::calendar::Horaires;

#[test]
fn what_staff_write() {
    all(&[
        ("lundi 9h30-12h", "Lundi de 9 h 30 à 12 h."),
        ("mardi et jeudi 9h-12h, 14h-17h", "Mardi et jeudi de 9 h à 12 h et de 14 h à 17 h."),
        (
            "Lundi, mardi 9h-12h ; mercredi 14h-17h",
            "Lundi et mardi de 9 h à 12 h. Mercredi de 14 h à 17 h.",
        ),
        ("lundi 9h-12, 14-17h", "Lundi de 9 h à 12 h et de 14 h à 17 h."),
        ("lundi au samedi de 10h à 18h", "Du lundi au samedi de 10 h à 18 h."),
        (
            "1er et 3e jeudi du mois 9h30-12h30",
            "Le 1er et le 3e jeudi du mois de 9 h 30 à 12 h 30.",
        ),
        (
            "2ème et dernier samedis de chaque mois, 10 h 00 – 12 h 00",
            "Le 2e et le dernier samedi du mois de 10 h à 12 h.",
        ),
        ("mardi 9h30-12h, semaines paires", "Mardi de 9 h 30 à 12 h, les semaines paires."),
        (
            "un mardi sur deux à partir du 12 janvier 2027, 9h-12h",
            "Mardi de 9 h à 12 h, une semaine sur deux à partir du 12 janvier 2027.",
        ),
        (
            "1er et 3e mardi 14h-16h, sauf vacances scolaires",
            "Le 1er et le 3e mardi du mois de 14 h à 16 h, sauf pendant les vacances scolaires.",
        ),
        (
            "mardi et jeudi 9h-12h, 14h-17h ; sauf vacances scolaires",
            "Mardi et jeudi de 9 h à 12 h et de 14 h à 17 h. \
             Fermé pendant les vacances scolaires.",
        ),
        (
            "lundi 9h-12h, sauf jours fériés et du 24 décembre 2026 au 3 janvier 2027",
            "Lundi de 9 h à 12 h, sauf les jours fériés et du 24 décembre 2026 au 3 janvier 2027.",
        ),
        ("tous les jours sauf dimanche 9h-12h", "Du lundi au samedi de 9 h à 12 h."),
    ]);
}

#[test]
fn holidays_appointments_and_closures_as_staff_write_them() {
    all(&[
        (
            "mercredi 14h-17h en période scolaire ; mercredi 10h-12h pendant les vacances scolaires",
            "Mercredi de 14 h à 17 h, sauf pendant les vacances scolaires. \
             Pendant les vacances scolaires, le mercredi de 10 h à 12 h.",
        ),
        (
            "pendant les vacances de la Toussaint : lundi 9h-12h, mardi 14h-17h",
            "Pendant les vacances de la Toussaint, le lundi de 9 h à 12 h et le mardi de 14 h à 17 h.",
        ),
        ("sur rendez-vous", "Sur rendez-vous."),
        ("mardi 9h-12h sur RDV", "Mardi de 9 h à 12 h, sur rendez-vous."),
        (
            "lundi 9h-12h ; mardi 14h-17h ; toujours sur rendez-vous",
            "Lundi de 9 h à 12 h. Mardi de 14 h à 17 h. Toujours sur rendez-vous.",
        ),
        (
            "lundi 9h-12h ; fermé les jours fériés et en août",
            "Lundi de 9 h à 12 h. Fermé les jours fériés et en août.",
        ),
        ("fermé le lundi. Mardi 9h-12h", "Mardi de 9 h à 12 h."),
        ("mardi 2 mars 2027 9h-12h", "Le 2 mars 2027, de 9 h à 12 h."),
        (
            "jeudi de 14h à 15h30, et 15h30 à 17h (entrée par la cour)",
            "Jeudi de 14 h à 15 h 30 et de 15 h 30 à 17 h (entrée par la cour).",
        ),
    ]);
}

#[test]
fn weeks_of_school_holidays() {
    all(&[
        (
            "mardi et jeudi 9h-12h, 14h-17h ; fermé pendant les vacances scolaires, sauf la première semaine",
            "Mardi et jeudi de 9 h à 12 h et de 14 h à 17 h. \
             Fermé pendant les vacances scolaires, sauf la première semaine.",
        ),
        (
            "lundi 9h-12h ; sauf vacances de Noël, sauf les 2 dernières semaines",
            "Lundi de 9 h à 12 h. Fermé pendant les vacances de Noël, sauf les deux dernières semaines.",
        ),
        (
            "lundi 9h-12h, sauf vacances scolaires sauf la 1re semaine",
            "Lundi de 9 h à 12 h, sauf pendant les vacances scolaires (mais ouvert la première semaine).",
        ),
        (
            "lundi 9h-12h, sauf la deuxième semaine des vacances de printemps",
            "Lundi de 9 h à 12 h, sauf pendant la 2e semaine des vacances de printemps.",
        ),
        (
            "pendant la première semaine des vacances d'hiver : lundi 9h-12h, mardi 14h-17h",
            "Pendant la première semaine des vacances d’hiver, \
             le lundi de 9 h à 12 h et le mardi de 14 h à 17 h.",
        ),
        (
            "du lundi au vendredi 9h-17h, pendant les vacances scolaires, sauf la 1ère et la 3e semaine",
            "Pendant les vacances scolaires, sauf la première semaine et la 3e semaine, \
             du lundi au vendredi de 9 h à 17 h.",
        ),
        (
            "lundi 9h-12h ; fermé le lundi, sauf jours fériés et vacances scolaires, sauf la première semaine",
            "Lundi de 9 h à 12 h. Fermé le lundi, sauf les jours fériés, \
             sauf pendant les vacances scolaires, sauf la première semaine.",
        ),
    ]);
}

#[test]
fn weeks_by_their_number_and_the_first_days_of_a_month() {
    all(&[
        ("lundi 9h-12h ; fermé semaine 33", "Lundi de 9 h à 12 h. Fermé la semaine 33."),
        (
            "lundi 9h-12h ; fermé semaines 31 à 33",
            "Lundi de 9 h à 12 h. Fermé de la semaine 31 à la semaine 33.",
        ),
        ("week 1,3,5 Mo 09:00-12:00", "Lundi de 9 h à 12 h, les semaines 1, 3 et 5."),
        ("les deux premiers mardis 9h-12h", "Le 1er et le 2e mardi du mois de 9 h à 12 h."),
        ("en semaine 9h-12h", "Du lundi au vendredi de 9 h à 12 h."),
        (
            "Mo 09:00-12:00; Dec 25,Jan 01 off",
            "Lundi de 9 h à 12 h. Fermé le 25 décembre et le 1er janvier chaque année.",
        ),
        (
            "Mo 09:00-12:00; Jul-Aug,Dec off",
            "Lundi de 9 h à 12 h. Fermé en juillet, en août et en décembre.",
        ),
    ]);
}

/// Fields of a bus and of a hub written by their own staff, kept in their shape.
#[test]
fn prose_that_is_hours() {
    all(&[
        (
            "Lundi, Mardi, Mercredi et Vendredi de 9H30 à 10H30 puis 11h à 12H et Vendredi de 14h à 15H",
            "Du lundi au mercredi de 9 h 30 à 10 h 30 et de 11 h à 12 h. \
             Vendredi de 9 h 30 à 10 h 30, de 11 h à 12 h et de 14 h à 15 h.",
        ),
        (
            "mardi de 10h à 12h, le mardi de 14h à 16h, le vendredi de 14 à 16h",
            "Mardi de 10 h à 12 h et de 14 h à 16 h. Vendredi de 14 h à 16 h.",
        ),
        (
            "le lundi et le mardi de 17H30 à 19H30, le mercredi de 10h à 12H",
            "Lundi et mardi de 17 h 30 à 19 h 30. Mercredi de 10 h à 12 h.",
        ),
    ]);
}

#[test]
fn times_and_dates_never_break_across_lines() {
    let hours = Horaires::parse("lundi 9h30-12h, sauf le 1er mars 2027").unwrap();
    assert_eq!(
        hours.sentence(),
        "Lundi de 9\u{a0}h\u{a0}30 à 12\u{a0}h, sauf le 1er\u{a0}mars 2027."
    );
}

#[test]
fn later_rules_have_the_last_word_and_it_is_said() {
    all(&[
        (
            "du lundi au vendredi 9h-17h ; en juillet et août lundi 9h-12h",
            "Du lundi au vendredi de 9 h à 17 h. \
             En juillet et en août, le lundi de 9 h à 12 h seulement. \
             Les autres jours, rien ne change.",
        ),
        (
            "du lundi au vendredi 9h-17h ; en juillet et août samedi 9h-12h",
            "Du lundi au vendredi de 9 h à 17 h. \
             En juillet et en août, aussi le samedi de 9 h à 12 h.",
        ),
        (
            "mardi 9h-12h ; 1er mardi du mois 14h-17h seulement",
            "Mardi de 9 h à 12 h. Le 1er mardi du mois de 14 h à 17 h seulement.",
        ),
        (
            "du lundi au vendredi 9h-12h ; aussi mercredi 14h-17h",
            "Lundi, mardi, jeudi et vendredi de 9 h à 12 h. \
             Mercredi de 9 h à 12 h et de 14 h à 17 h.",
        ),
        (
            "samedi 10h-12h ; 1er samedi du mois fermé",
            "Samedi de 10 h à 12 h. Fermé le 1er samedi du mois.",
        ),
    ]);
}

/// A stroke between two hours is read, but not where it may part two spans.
#[test]
fn a_stroke_stands_for_a_dash_between_two_hours() {
    let read = |text| Horaires::parse(text).unwrap().rules;
    assert_eq!(read("lun-ven 9h/12h 14h/17h"), read("lun-ven 9h-12h, 14h-17h"));
    assert_eq!(read("lun-ven 9h-12h/14h-17h"), read("lun-ven 9h-12h, 14h-17h"));
    let unclear = Horaires::parse("lun-ven 9h/12h-14h/17h").unwrap_err();
    assert_eq!(unclear[0].message, "l’heure de fin manque après 9 h");
}
