//! Zones of time: the ones of the départements, and the ones that calendar files name.
//!
//! Written as rules, so that nothing is read from the system: a file gives the same record everywhere.

use jiff::tz::TimeZone;

use crate::territory::Departement;

/// The zone of mainland France and of its neighbours, since 1996.
const CET: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
/// Names of zones, by the last part of the name: those of the IANA and of Windows.
const NAMES: [(&str, &str); 45] = [
    ("utc", "UTC0"),
    ("gmt", "UTC0"),
    ("z", "UTC0"),
    ("zulu", "UTC0"),
    ("paris", CET),
    ("brussels", CET),
    ("madrid", CET),
    ("berlin", CET),
    ("rome", CET),
    ("amsterdam", CET),
    ("luxembourg", CET),
    ("zurich", CET),
    ("monaco", CET),
    ("andorra", CET),
    ("vienna", CET),
    ("copenhagen", CET),
    ("stockholm", CET),
    ("oslo", CET),
    ("prague", CET),
    ("warsaw", CET),
    ("budapest", CET),
    ("belgrade", CET),
    ("cet", CET),
    ("romance standard time", CET),
    ("w. europe standard time", CET),
    ("central europe standard time", CET),
    ("central european standard time", CET),
    ("london", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("dublin", "GMT0IST,M3.5.0/1,M10.5.0"),
    ("gmt standard time", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("lisbon", "WET0WEST,M3.5.0/1,M10.5.0"),
    ("athens", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("bucharest", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("helsinki", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("guadeloupe", "<-04>4"),
    ("martinique", "<-04>4"),
    ("st_barthelemy", "<-04>4"),
    ("marigot", "<-04>4"),
    ("cayenne", "<-03>3"),
    ("reunion", "<+04>-4"),
    ("miquelon", "<-03>3<-02>,M3.2.0,M11.1.0"),
    ("mayotte", "<+03>-3"),
    ("noumea", "<+11>-11"),
    ("tahiti", "<-10>10"),
    ("wallis", "<+12>-12"),
];

/// The zone of a département.
pub(super) fn of_departement(departement: &Departement) -> TimeZone {
    named(departement.fuseau().nom).unwrap_or(TimeZone::UTC)
}

/// The zone of a name; files put names of folders before it.
pub(super) fn named(name: &str) -> Option<TimeZone> {
    let last = name.trim().trim_matches('"').rsplit('/').next()?.to_lowercase();
    let found = NAMES.iter().find(|(known, _)| *known == last);
    rule(found?.1)
}

/// The zone of a rule as POSIX writes it.
pub(super) fn rule(posix: &str) -> Option<TimeZone> {
    TimeZone::posix(posix).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Every rule gives what the zone of that name on this machine gives, summer and winter.
    #[test]
    fn rules_agree_with_the_zones_of_the_system() {
        let mut compared = 0;
        for (name, posix) in [
            ("Europe/Paris", CET),
            ("Europe/Brussels", CET),
            ("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"),
            ("Europe/Lisbon", "WET0WEST,M3.5.0/1,M10.5.0"),
            ("Europe/Athens", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
            ("America/Miquelon", "<-03>3<-02>,M3.2.0,M11.1.0"),
            ("America/Guadeloupe", "<-04>4"),
            ("America/Cayenne", "<-03>3"),
            ("Indian/Reunion", "<+04>-4"),
            ("Indian/Mayotte", "<+03>-3"),
            ("Pacific/Noumea", "<+11>-11"),
            ("Pacific/Tahiti", "<-10>10"),
            ("Pacific/Wallis", "<+12>-12"),
        ] {
            let ours = rule(posix).unwrap();
            assert_eq!(named(name), Some(ours.clone()), "{name}");
            let Ok(system) = TimeZone::get(name) else { continue };
            let mut day = date(2024, 1, 1).at(0, 30, 0, 0);
            while day.year() < 2028 {
                let stamp = day.to_zoned(TimeZone::UTC).unwrap().timestamp();
                assert_eq!(ours.to_datetime(stamp), system.to_datetime(stamp), "{name} {day}");
                day += jiff::Span::new().hours(1);
            }
            compared += 1;
        }
        assert!(compared == 13 || TimeZone::get("Europe/Paris").is_err());
    }

    #[test]
    fn names_as_files_write_them() {
        for name in [
            "/freeassociation.sourceforge.net/Europe/Paris",
            "\"Europe/Paris\"",
            "Romance Standard Time",
        ] {
            assert_eq!(named(name), rule(CET), "{name}");
        }
        assert_eq!(named("Heure de chez nous"), None);
    }

    #[test]
    fn every_departement_has_its_zone() {
        for departement in crate::territory::departements() {
            assert!(named(departement.fuseau().nom).is_some(), "{}", departement.nom);
        }
        let reunion = crate::territory::departement("974").unwrap();
        assert_eq!(of_departement(reunion), rule("<+04>-4").unwrap());
    }
}
