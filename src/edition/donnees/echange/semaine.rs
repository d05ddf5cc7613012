//! A plain week of opening hours as rules of calendars (RFC 5545): days, from when, until when.

/// Days as OpenStreetMap and as calendars write them.
const DAYS: [(&str, &str); 7] = [
    ("Mo", "MO"),
    ("Tu", "TU"),
    ("We", "WE"),
    ("Th", "TH"),
    ("Fr", "FR"),
    ("Sa", "SA"),
    ("Su", "SU"),
];

/// Some days with the same span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plage {
    /// `MO,TU`.
    pub jours: String,
    /// `09:00`.
    pub de: String,
    /// `12:00`.
    pub a: String,
}

impl Plage {
    /// As schema.org has it: `Mo,Tu 09:00-12:00`.
    pub fn ouverture(&self) -> String {
        let osm = |day: &str| DAYS.iter().find(|(_, ical)| *ical == day).map_or("", |(osm, _)| osm);
        let days: Vec<&str> = self.jours.split(',').map(osm).collect();
        format!("{} {}-{}", days.join(","), self.de, self.a)
    }
}

/// The spans of a week; nothing where the hours are more than a week (`week`, `PH`, months, nth days).
pub(super) fn plages(osm: &str) -> Option<Vec<Plage>> {
    let mut found: Vec<Plage> = Vec::new();
    let mut named: Vec<usize> = Vec::new();
    for rule in osm.split(';').map(str::trim) {
        let (days, times) = rule.split_once(' ')?;
        let days = days_of(days)?;
        // A later rule on the same day replaces the first: that is no list of spans.
        if days.iter().any(|day| named.contains(day)) {
            return None;
        }
        named.extend(&days);
        let jours: Vec<&str> = days.iter().map(|&day| DAYS[day].1).collect();
        for span in times.split(',') {
            let (de, a) = span.split_once('-').filter(|(de, a)| is_clock(de) && is_clock(a))?;
            found.push(Plage { jours: jours.join(","), de: de.into(), a: a.into() });
        }
    }
    Some(found)
}

/// `Mo-We,Fr` as ranks from Monday.
fn days_of(text: &str) -> Option<Vec<usize>> {
    let rank = |name: &str| DAYS.iter().position(|(osm, _)| *osm == name);
    let mut days = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            Some((first, last)) => {
                let (first, last) = (rank(first)?, rank(last)?);
                days.extend(if first <= last { first..=last } else { return None });
            }
            None => days.push(rank(part)?),
        }
    }
    Some(days)
}

fn is_clock(text: &str) -> bool {
    text.len() == 5
        && text.split_once(':').is_some_and(|(hour, minute)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 24)
                && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(osm: &str) -> Option<Vec<String>> {
        let plages = plages(osm)?;
        Some(plages.iter().map(|one| format!("{} {}-{}", one.jours, one.de, one.a)).collect())
    }

    #[test]
    fn a_week_and_nothing_more() {
        assert_eq!(
            said("Mo-We,Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00").unwrap(),
            ["MO,TU,WE,FR 09:00-12:00", "MO,TU,WE,FR 14:00-17:00", "SA 10:00-12:00"]
        );
        for more in [
            "Mo 09:30-12:00; PH off",
            "week 1-53/2 Tu 09:00-12:00",
            "Th[1,3] 09:30-12:30",
            "Mo 09:00-12:00; Mo 14:00-17:00",
            "Jul-Aug Mo 09:00-12:00",
            "Mo 09:00+",
            "24/7",
            "\"sur rendez-vous\"",
        ] {
            assert_eq!(said(more), None, "{more}");
        }
    }
}
