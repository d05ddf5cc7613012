//! What RFC 5545 asks of a whole calendar file, beyond its lines.

use std::collections::BTreeSet;

use crate::reader::{Component, read};

/// Properties that hold a text.
pub const TEXTS: [&str; 8] = [
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "CATEGORIES",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
    "UID",
];

/// The calendar of a file that keeps every rule.
pub fn checked(bytes: &[u8]) -> Result<Component, String> {
    let calendar = read(bytes)?;
    if calendar.one("VERSION")?.value != "2.0" {
        return Err("another version".into());
    }
    calendar.one("PRODID")?;
    let zones: Vec<&Component> = calendar.parts_named("VTIMEZONE").collect();
    let [zone] = zones[..] else { return Err(format!("{} time zones", zones.len())) };
    let zone = &zone.one("TZID")?.value;
    texts(&calendar)?;
    let mut uids = BTreeSet::new();
    for event in &calendar.parts {
        match event.name.as_str() {
            "VTIMEZONE" => continue,
            "VEVENT" => {}
            other => return Err(format!("a {other}")),
        }
        self::event(event, zone).map_err(|fault| format!("{fault} in {event:?}"))?;
        if !uids.insert(&event.one("UID")?.value) {
            return Err(format!("a second {:?}", event.one("UID")));
        }
    }
    if uids.is_empty() { Err("no event".into()) } else { Ok(calendar) }
}

fn texts(component: &Component) -> Result<(), String> {
    let is_text = |name: &str| TEXTS.contains(&name);
    for property in component.properties.iter().filter(|one| is_text(&one.name)) {
        property.text()?;
    }
    Ok(())
}

fn event(event: &Component, zone: &str) -> Result<(), String> {
    texts(event)?;
    for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE"] {
        if event.one(name)?.value.is_empty() {
            return Err(format!("empty {name}"));
        }
    }
    let stamp = &event.one("DTSTAMP")?.value;
    if stamp.len() != 16 || !stamp.ends_with('Z') {
        return Err(format!("no instant: {stamp}"));
    }
    for date in event.properties.iter().filter(|one| is_date(&one.name)) {
        let whole = date.parameter("VALUE") == Some("DATE");
        let local = date.parameter("TZID") == Some(zone);
        let long = |one: &str| one.len() == if whole { 8 } else { 15 };
        if whole == local || !date.value.split(',').all(long) {
            return Err(format!("neither a day nor an hour of {zone}: {date:?}"));
        }
    }
    let state = &event.one("STATUS")?.value;
    if !["CONFIRMED", "CANCELLED"].contains(&state.as_str()) {
        return Err(format!("state {state}"));
    }
    Ok(())
}

fn is_date(name: &str) -> bool {
    matches!(name, "DTSTART" | "DTEND" | "EXDATE")
}

#[cfg(test)]
mod tests {
    use super::checked;

    const SOUND: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:essai\nBEGIN:VTIMEZONE\nTZID:Europe/Paris\nEND:VTIMEZONE\n\
        BEGIN:VEVENT\nUID:a@essai\nDTSTAMP:20261123T000000Z\nSEQUENCE:1\nDTSTART;TZID=Europe/Paris:20261215T140000\n\
        DTEND;TZID=Europe/Paris:20261215T160000\nSUMMARY:Thé\\, café\nSTATUS:CONFIRMED\nEND:VEVENT\nEND:VCALENDAR\n";

    /// The fault found in the file where a text takes the place of another.
    fn fault(from: &str, to: &str) -> String {
        assert!(SOUND.contains(from));
        let file = SOUND.replacen(from, to, 1).replace('\n', "\r\n").replace('¶', "\n");
        checked(file.as_bytes()).expect_err(to)
    }

    #[test]
    fn planted_faults_are_found() {
        assert!(checked(SOUND.replace('\n', "\r\n").as_bytes()).is_ok());
        let long = format!("SUMMARY:{}\n", "a".repeat(68));
        let entry = &SOUND[SOUND.find("BEGIN:VEVENT").unwrap()..SOUND.find("END:VCAL").unwrap()];
        let zone = "BEGIN:VTIMEZONE\nTZID:Europe/Paris\nEND:VTIMEZONE\n";
        for (from, to, said) in [
            ("VERSION:2.0\n", "VERSION:2.0¶", "a control in"),
            ("SUMMARY:Thé", "SUMMARY:T\u{7}hé", "a control in"),
            ("SUMMARY:Thé\\, café\n", &long, "76 octets"),
            ("SUMMARY:Thé", "SUMMARY:\n\n Thé", "an empty line"),
            ("SUMMARY:Thé\\,", "SUMMARY:Thé,", "bare ','"),
            ("SUMMARY:Thé\\,", "SUMMARY:Thé\\x", "\\ before"),
            ("SUMMARY:Thé\\, café", "Thé", "no colon"),
            ("UID:a@essai\n", "", "VEVENT without UID"),
            ("UID:a@essai\n", "UID:a@essai\nUID:b@essai\n", "VEVENT with two UID"),
            ("END:VCALENDAR", &format!("{entry}END:VCALENDAR"), "a second"),
            ("END:VEVENT\n", "", "END:VCALENDAR ends nothing"),
            (zone, "", "0 time zones"),
            (zone, &zone.repeat(2), "2 time zones"),
            ("DTSTART;TZID=Europe/Paris", "DTSTART", "neither a day nor an hour of"),
            ("DTSTART;TZID=Europe/Paris", "DTSTART;TZID=Europe/Rome", "neither a day nor an hour"),
            ("STATUS:CONFIRMED", "STATUS:DONE", "state DONE"),
        ] {
            let found = fault(from, to);
            assert!(found.contains(said), "{to:?}: {found}");
        }
        let cut = SOUND.replace('\n', "\r\n");
        let mut cut = cut.into_bytes();
        let at = cut.iter().position(|byte| *byte == 0xc3).unwrap() + 1;
        cut.splice(at..at, *b"\r\n ");
        assert!(checked(&cut).unwrap_err().contains("utf-8"));
    }
}
