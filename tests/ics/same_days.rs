//! Every calendar file keeps the rules, and says the days of the agenda: those, all of them, and no other.

use std::collections::BTreeMap;

use jalon::plan::Medium;
use proptest::prelude::*;

use crate::expected::Line;
use crate::printed::Printed;
use crate::{any_guide, contents, expand, expected, strict};

/// Each file with its lines; how many lines in all.
fn compare(name: &str, printed: &Printed) -> usize {
    let mut lines = 0;
    for (address, guide, sujet) in printed.sujets(Medium::Ics) {
        let calendar = strict::checked(&printed.files[address]);
        let calendar = calendar.unwrap_or_else(|fault| panic!("{name}/{address}: {fault}"));
        let said = expand::lines(&calendar);
        let said = said.unwrap_or_else(|fault| panic!("{name}/{address}: {fault}"));
        let said: Vec<Line> = said.into_iter().map(|(line, _)| line).collect();
        let expected = expected::lines(&printed.guides, guide, sujet);
        assert_eq!(said, expected, "{name}/{address}");
        lines += said.len();
    }
    lines
}

#[test]
fn every_calendar_file_says_the_days_of_its_agenda() {
    let mut counts = BTreeMap::new();
    for content in contents::all() {
        let printed = Printed::of(&content.path, content.today);
        counts.insert(content.name, compare(content.name, &printed));
        assert_eq!(printed.again(), printed.files, "{}", content.name);
    }
    // Something is compared.
    assert!(counts["exemples"] > 2_000, "{counts:?}");
    assert!(counts["bus"] > 200 && counts["petit"] > 60, "{counts:?}");
    assert!(counts["printemps"] > 400 && counts["automne"] > 400, "{counts:?}");
}

#[test]
fn every_file_of_calendars_is_whole_bytes_of_its_own_zone() {
    for content in contents::all() {
        let printed = Printed::of(&content.path, content.today);
        for (address, guide, _) in printed.sujets(Medium::Ics) {
            let calendar = strict::checked(&printed.files[address]).unwrap();
            let zone = calendar.parts_named("VTIMEZONE").next().unwrap();
            let code = printed.guides.guides[guide].departement.code;
            assert_eq!(zone.one("TZID").unwrap().value, contents::zone(code), "{address}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn calendar_files_of_any_guide_say_the_days_of_its_agenda(
        (today, until, facts) in any_guide::guide(),
    ) {
        let files = facts.files(until);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        compare("any guide", &Printed::with(&files, &today.iso()));
    }
}
