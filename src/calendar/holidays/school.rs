//! School holidays of the three zones, as the ministry publishes them.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::calendar::SchoolBreak;

/// One of the three zones of mainland schools.
pub(super) type Zone = char;

/// Some school holidays: zone, first and last day off, name when it is one of the five.
type Row = (Zone, Date, Date, Option<SchoolBreak>);

/// Zone of each académie's départements (Code de l’éducation, D521-1 and its yearly decrees).
const ZONES: [(Zone, &str); 3] = [
    (
        'A',
        "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90",
    ),
    (
        'B',
        "02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88",
    ),
    ('C', "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95"),
];

static ROWS: LazyLock<Vec<Row>> =
    LazyLock::new(|| include_str!("data/vacances-scolaires.csv").lines().filter_map(row).collect());

fn row(line: &str) -> Option<Row> {
    let mut cells = line.split(',');
    let zone = cells.next()?.chars().next()?;
    let name = super::named_break(cells.next()?);
    Some((zone, cells.next()?.parse().ok()?, cells.next()?.parse().ok()?, name))
}

/// The zone of a département; Corse and overseas have calendars of their own, which no list gives.
pub(super) fn zone(departement: &str) -> Option<Zone> {
    let of = |(_, codes): &&(Zone, &str)| codes.split(' ').any(|code| code == departement);
    ZONES.iter().find(of).map(|(zone, _)| *zone)
}

/// The first and last day that the published holidays of a zone speak of.
pub(super) fn span(zone: Zone) -> Option<(Date, Date)> {
    let rows =
        ROWS.iter().filter(|(of, ..)| *of == zone).map(|(_, first, last, _)| (*first, *last));
    rows.reduce(|all, days| (all.0.min(days.0), all.1.max(days.1)))
}

/// The school holidays a day is in.
pub(super) struct Off {
    /// First and last day.
    pub span: (Date, Date),
    /// Their name when it is one of the five.
    pub name: Option<SchoolBreak>,
}

/// The school holidays a day is in.
pub(super) fn break_of(zone: Zone, date: Date) -> Option<Off> {
    let holds = |(of, first, last, _): &&Row| *of == zone && *first <= date && date <= *last;
    ROWS.iter().find(holds).map(|(_, first, last, name)| Off { span: (*first, *last), name: *name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};

    #[test]
    fn every_line_is_read_and_every_mainland_departement_has_a_zone() {
        assert_eq!(ROWS.len(), include_str!("data/vacances-scolaires.csv").lines().count() - 1);
        let without: Vec<&str> = crate::territory::departements()
            .iter()
            .map(|departement| departement.code)
            .filter(|code| zone(code).is_none())
            .collect();
        // Corse and overseas decide for themselves.
        assert_eq!(
            without,
            [
                "2A", "2B", "971", "972", "973", "974", "975", "976", "977", "978", "984", "986",
                "987", "988", "989"
            ]
        );
        let listed: usize = ZONES.iter().map(|(_, codes)| codes.split(' ').count()).sum();
        assert_eq!(listed, 94);
    }

    #[test]
    fn zones_differ() {
        // Winter 2027: A from 13 February, B from 20 February, C from 6 February.
        let name = |zone, day| break_of(zone, day).map(|off| off.name);
        assert_eq!(name('B', date(2027, 2, 20)), Some(Some(SchoolBreak::Hiver)));
        assert_eq!(name('B', date(2027, 2, 19)), None);
        assert_eq!(name('A', date(2027, 5, 7)), Some(None));
    }

    #[test]
    fn bridges_and_ends_of_summer_are_those_of_the_arretes() {
        for zone in ['A', 'B', 'C'] {
            let name = |day| break_of(zone, day).map(|off| off.name);
            let off = |year, month, day| name(date(year, month, day));
            for friday in
                [date(2024, 5, 10), date(2025, 5, 30), date(2026, 5, 15), date(2027, 5, 7)]
            {
                assert_eq!(name(friday), Some(None), "{zone} {friday}");
                assert_eq!(name(friday + 3.days()), None, "{zone} {friday}");
            }
            // Classes resume on Thursday 2 September 2027, and end on Tuesday 4 July 2028.
            assert_eq!(off(2027, 9, 1), Some(Some(SchoolBreak::Ete)));
            assert_eq!((off(2027, 9, 2), off(2028, 7, 4)), (None, None));
            assert_eq!(off(2028, 7, 5), Some(Some(SchoolBreak::Ete)));
        }
    }
}
