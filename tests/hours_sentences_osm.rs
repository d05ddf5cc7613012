//! What readers are told of hours in OpenStreetMap's form: every shape met in real files, and more.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::said::{all, said};

#[test]
fn weeks_of_real_places() {
    all(&[
        ("Mo 09:00-12:00", "Lundi de 9 h à 12 h."),
        ("Mo-Fr 09:00-12:00", "Du lundi au vendredi de 9 h à 12 h."),
        (
            "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00",
            "Du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 17 h 30. Samedi de 9 h à 12 h.",
        ),
        ("Tu 09:00-12:00; Th 09:00-12:00", "Mardi et jeudi de 9 h à 12 h."),
        (
            "Mo 10:00-12:30; We 14:00-16:15; Fr 10:00-12:30",
            "Lundi et vendredi de 10 h à 12 h 30. Mercredi de 14 h à 16 h 15.",
        ),
        (
            "Mo-Tu 13:30-18:30; We 09:00-12:00; Th-Fr 13:30-18:30",
            "Lundi, mardi, jeudi et vendredi de 13 h 30 à 18 h 30. Mercredi de 9 h à 12 h.",
        ),
        (
            "Mo 08:30-12:00,14:00-17:00; Tu 08:30-12:00; We-Fr 08:30-12:00,14:00-17:00",
            "Lundi, mercredi, jeudi et vendredi de 8 h 30 à 12 h et de 14 h à 17 h. \
             Mardi de 8 h 30 à 12 h.",
        ),
        (
            "Mo-Th 08:30-12:00; Fr 08:30-12:00,14:00-17:30; Sa 08:30-12:00",
            "Du lundi au jeudi et le samedi de 8 h 30 à 12 h. \
             Vendredi de 8 h 30 à 12 h et de 14 h à 17 h 30.",
        ),
        (
            "Mo-Fr 08:00-12:00,13:30-19:00; Tu 08:00-12:00",
            "Lundi, mercredi, jeudi et vendredi de 8 h à 12 h et de 13 h 30 à 19 h. \
             Mardi de 8 h à 12 h.",
        ),
        (
            "Mo-Fr 08:00-18:00; We 12:00-14:00 off",
            "Lundi, mardi, jeudi et vendredi de 8 h à 18 h. \
             Mercredi de 8 h à 12 h et de 14 h à 18 h.",
        ),
        ("Mo-Su 09:00-12:00", "Tous les jours de 9 h à 12 h."),
        ("Mo 18:00-24:00", "Lundi de 18 h à minuit."),
        ("24/7", "Ouvert tous les jours, 24 heures sur 24."),
        ("off", "Fermé."),
    ]);
}

#[test]
fn what_osm_can_say_besides() {
    all(&[
        (
            "Mo-Fr 09:00-12:00; PH,SH off",
            "Du lundi au vendredi de 9 h à 12 h. \
             Fermé les jours fériés et pendant les vacances scolaires.",
        ),
        (
            "week 1-53/2 Mo 09:30-12:30; PH off",
            "Lundi de 9 h 30 à 12 h 30, les semaines impaires. Fermé les jours fériés.",
        ),
        ("Tu[1,3] 14:00-16:00", "Le 1er et le 3e mardi du mois de 14 h à 16 h."),
        ("Tu[-1] 14:00-16:00", "Le dernier mardi du mois de 14 h à 16 h."),
        ("Sep-Jun We 14:00-17:00", "De septembre à juin, le mercredi de 14 h à 17 h."),
        (
            "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00",
            "Du lundi au vendredi de 9 h à 17 h. \
             En juillet et en août, du lundi au vendredi de 9 h à 12 h seulement.",
        ),
        (
            "Mo-Fr 09:00-12:00; 2026 Dec 24-2027 Jan 03 off",
            "Du lundi au vendredi de 9 h à 12 h. Fermé du 24 décembre 2026 au 3 janvier 2027.",
        ),
        (
            "Mo-Fr 09:00-12:00; Dec 24-26 off; Aug off",
            "Du lundi au vendredi de 9 h à 12 h. \
             Fermé du 24 au 26 décembre chaque année et en août.",
        ),
        (
            "Mo-Fr 09:00-12:00 || \"sur rendez-vous\"",
            "Du lundi au vendredi de 9 h à 12 h. Sinon, sur rendez-vous.",
        ),
        (
            "Mo-Fr 09:00-12:00; PH off || \"sur rendez-vous\"",
            "Du lundi au vendredi de 9 h à 12 h. Fermé les jours fériés. Sinon, sur rendez-vous.",
        ),
        (
            "Mo-Fr 09:00-12:00 \"Entrée par la cour.\"",
            "Du lundi au vendredi de 9 h à 12 h (Entrée par la cour).",
        ),
        (
            "Mo-Fr 09:00-12:00, We 14:00-17:00",
            "Lundi, mardi, jeudi et vendredi de 9 h à 12 h. \
             Mercredi de 9 h à 12 h et de 14 h à 17 h.",
        ),
        (
            "PH off; week 2-52/2 Mo 09:00-12:00",
            "Lundi de 9 h à 12 h, les semaines paires, même les jours fériés. \
             Fermé les jours fériés.",
        ),
    ]);
}

#[test]
fn holidays_beside_weekdays() {
    all(&[
        (
            "Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00",
            "Du lundi au vendredi de 9 h à 12 h. \
             Pendant les vacances scolaires, du lundi au vendredi de 10 h à 11 h seulement.",
        ),
        (
            "Mo-Fr 09:00-12:00; SH,PH We,Fr off",
            "Du lundi au vendredi de 9 h à 12 h. \
             Pendant les vacances scolaires et les jours fériés, fermé le mercredi et le vendredi.",
        ),
        (
            "PH,Mo-Fr 09:00-12:00",
            "Du lundi au vendredi de 9 h à 12 h. Les jours fériés, de 9 h à 12 h.",
        ),
    ]);
}

#[test]
fn dirt_that_can_only_mean_one_thing() {
    let clean = said("Mo-Fr 09:00-12:00,14:00-17:30");
    for dirty in [
        "Mo-Fr  09:00-12:00,14:00-17:30;",
        "Mo-Fr 09h00-12h00,14h00-17h30",
        "Mo-Fr 9h-12h, 14h-17h30",
        "mo-fr 09:00-12:00 14:00-17:30",
        "Mo-Fr 09:00 – 12:00 / 14:00 – 17:30",
        "Mo - Fr: 9:00-12:00,14:00-17:30 ; ",
        "Mo, Tu, We, Th, Fr 09:00-12:00,14:00-17:30",
        "Mo-Fr 9-12,14-17:30",
        "Mo-Fr 09:00-12:00 + 14:00-17:30",
    ] {
        assert_eq!(said(dirty), clean, "{dirty}");
    }
}
