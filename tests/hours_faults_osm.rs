//! What is told of hours in OpenStreetMap's form that cannot be read, or not be said in French.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::faults::{fault, says};
use jalon::calendar::Horaires;

/// OpenStreetMap writes the holiday first: the other order has no meaning of its own.
#[test]
fn a_holiday_after_weekdays_is_refused_with_what_says_it() {
    let (piece, message, remedy) = fault("Mo-Fr 09:00-12:00; Mo-Fr SH 10:00-17:00");
    assert_eq!(piece, "Fr SH");
    assert_eq!(message, "« Fr SH » se lit de deux façons");
    assert_eq!(
        remedy,
        "écrivez « Mo-Fr,SH » pour ces jours et aussi les vacances, ou en français, par exemple « du lundi au vendredi 10h-17h, pendant les vacances scolaires »"
    );
    assert!(
        Horaires::parse("du lundi au vendredi 10h-17h, pendant les vacances scolaires").is_ok()
    );
}

#[test]
fn what_the_strict_reader_refuses_is_named_with_its_column() {
    says("Mo-Fr 09:00-12:00 open Tu", "Tu", "« Tu » ne se lit pas, colonne 24");
    says("  Mo-Fr  09:00-12:00 open Tu", "Tu", "« Tu » ne se lit pas, colonne 27");
}

/// What OpenStreetMap allows and a guide cannot say is named where it stands, and nothing else.
#[test]
fn what_a_guide_cannot_say_is_refused_at_its_place() {
    let unsayable = |text: &str, piece: &str, what: &str| {
        says(text, piece, &format!("jalon ne sait pas dire ceci en français : {what}"));
    };
    let easter = "une date comptée depuis Pâques";
    unsayable("Mo 09:00-12:00; easter off", "easter", easter);
    unsayable("Mo 09:00-12:00; easter +1 day off", "easter +1 day", easter);
    let sun = "le lever ou le coucher du soleil";
    unsayable("Mo sunrise-sunset", "sunrise-sunset", sun);
    unsayable("Mo 09:00-sunset", "sunset", sun);
    let days = "un nombre de jours avant ou après un autre";
    unsayable("Mo 09:00-12:00; PH +1 day off", "+1 day", days);
    unsayable("Mo 09:00-12:00; PH -2 days off", "-2 days", days);
    unsayable("Mo[1] +1 day 09:00-12:00", "+1 day", days);
    unsayable("Mo 09:00-12:00; Dec 25 -Mo off", "-Mo", days);
    unsayable("2026-2030/2 Mo 09:00-12:00", "/2", "une année sur plusieurs");
    unsayable("Mo 10:00-16:00/01:30", "/01:30", "une heure qui se répète");
    unsayable("Mo 10:00-16:00/90", "/90", "une heure qui se répète");
    let period = "une période qui commence un jour de la semaine";
    unsayable("Jan Mo[1]-Mar Mo[1] Tu 09:00-12:00", "-", period);
}

#[test]
fn pieces_in_another_order_are_told_their_place() {
    let remedy = |text: &str| fault(text).2;
    says("Mo week 2-52/2 09:00-12:00", "week", "les semaines s’écrivent avant les jours");
    says("Mo 09:00-12:00 Tu 14:00-17:00", "Tu", "rien ne sépare « Tu » de ce qui précède");
    says("Mo 09:00-12:00/Tu off", "Tu", "seule une barre sépare « Tu » de ce qui précède");
    says("Jan 12 2027 09:00-12:00", "Jan 12 2027", "l’année s’écrit avant le mois");
    assert_eq!(remedy("Jan 12 2027 09:00-12:00"), "écrivez 2027 Jan 12");
    says("12 Jan 09:00-12:00", "12 Jan", "le mois s’écrit avant le jour");
    assert_eq!(remedy("12 Jan 09:00-12:00"), "écrivez Jan 12");
    says("Mo-Fr[1] 09:00-12:00", "Mo-Fr[", "un numéro entre crochets ne va qu’avec un seul jour");
    says("\"vacances\": Mo 09:00-12:00", "\"vacances\"", "\"vacances\" ne dit pas quels jours");
    says("Mo 09.00-12:00", "09.00", "« 09.00 » n’est pas une heure");
    assert_eq!(remedy("Mo 09.00-12:00"), "écrivez 09:00");
}
