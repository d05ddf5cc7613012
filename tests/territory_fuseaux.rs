//! Time zones of the départements: what calendar files say of them, against the database of time zones.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

use jalon::territory::{Bascule, departements};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

/// Minutes from UTC: `-0330` is −210.
fn minutes(decalage: &str) -> i32 {
    let sign = if decalage.starts_with('-') { -1 } else { 1 };
    let hours: i32 = decalage[1..3].parse().unwrap();
    let rest: i32 = decalage[3..5].parse().unwrap();
    sign * (hours * 60 + rest)
}

/// The offset of a zone at a local time of UTC, in minutes.
fn offset(zone: &TimeZone, utc: DateTime) -> i32 {
    let instant = TimeZone::UTC.to_timestamp(utc).unwrap();
    zone.to_offset(instant).seconds() / 60
}

/// The day of a change of hour in a year, from its rule.
fn day(bascule: Bascule, year: i16) -> Date {
    let (month, nth) = bascule.regle.split_once(";BYDAY=").unwrap();
    let month: i8 = month.strip_prefix("BYMONTH=").unwrap().parse().unwrap();
    let nth: i8 = nth.strip_suffix("SU").unwrap().parse().unwrap();
    Date::constant(year, month, 1).nth_weekday_of_month(nth, Weekday::Sunday).unwrap()
}

#[test]
fn every_offset_of_every_departement_is_that_of_the_database() {
    for departement in departements() {
        let fuseau = departement.fuseau();
        let zone = TimeZone::get(fuseau.nom).expect(fuseau.nom);
        let ete = fuseau.ete.map_or(fuseau.hiver, |ete| ete.heure);
        for year in 2024..=2030 {
            let noon = |month| Date::constant(year, month, 15).at(12, 0, 0, 0);
            assert_eq!(offset(&zone, noon(1)), minutes(fuseau.hiver.decalage), "{}", fuseau.nom);
            assert_eq!(offset(&zone, noon(7)), minutes(ete.decalage), "{}", fuseau.nom);
        }
    }
}

#[test]
fn every_change_of_hour_is_that_of_the_database() {
    for code in ["75", "975"] {
        let fuseau = jalon::territory::departement(code).unwrap().fuseau();
        let zone = TimeZone::get(fuseau.nom).unwrap();
        let ete = fuseau.ete.unwrap();
        let changes = [(ete.debut, fuseau.hiver, ete.heure), (ete.fin, ete.heure, fuseau.hiver)];
        for (bascule, before, after) in changes {
            for year in 2024..=2030 {
                let hour: i8 = bascule.premiere[9..11].parse().unwrap();
                let local = day(bascule, year).at(hour, 0, 0, 0);
                let utc = local - jiff::Span::new().minutes(minutes(before.decalage));
                let minute = jiff::Span::new().minutes(1);
                assert_eq!(offset(&zone, utc - minute), minutes(before.decalage), "{code} {year}");
                assert_eq!(offset(&zone, utc), minutes(after.decalage), "{code} {year}");
            }
        }
    }
}
