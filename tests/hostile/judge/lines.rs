//! Files made of content lines: calendars (RFC 5545) and cards (vCard 4.0).

use icalendar::parser::{Component, read_calendar, unfold};

/// What a component of a calendar may hold: its properties, each with its components.
const CALENDAR: [(&str, &str, &str); 5] = [
    (
        "VCALENDAR",
        "VERSION PRODID CALSCALE METHOD UID LAST-MODIFIED NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC X-WR-TIMEZONE \
         REFRESH-INTERVAL X-PUBLISHED-TTL SOURCE URL",
        "VTIMEZONE VEVENT",
    ),
    ("VTIMEZONE", "TZID", "STANDARD DAYLIGHT"),
    ("STANDARD", "DTSTART RRULE TZOFFSETFROM TZOFFSETTO TZNAME", ""),
    ("DAYLIGHT", "DTSTART RRULE TZOFFSETFROM TZOFFSETTO TZNAME", ""),
    (
        "VEVENT",
        "UID DTSTAMP SEQUENCE DTSTART DTEND RRULE EXDATE SUMMARY LOCATION DESCRIPTION CATEGORIES STATUS TRANSP GEO URL \
         CONFERENCE",
        "",
    ),
];

/// Properties of a card, each once but those with several values.
const CARD: &str = "BEGIN VERSION KIND FN ORG ADR TEL EMAIL URL GEO NOTE UID REV LANG SOURCE END";
const SEVERAL: &str = "TEL EMAIL URL LANG";

/// What is wrong with a calendar.
pub fn calendar(text: &str) -> Vec<String> {
    let mut found = folded(text);
    match read_calendar(&unfold(text)) {
        Ok(calendar) if calendar.components.is_empty() => found.push("no calendar".into()),
        Ok(calendar) => {
            for component in &calendar.components {
                read(component, &mut found);
            }
        }
        Err(fault) => found.push(fault),
    }
    found
}

/// What a component holds that no calendar of a guide has; each property once.
fn read(component: &Component<'_>, found: &mut Vec<String>) {
    let name = component.name.to_string();
    let Some((_, properties, parts)) = CALENDAR.iter().find(|(known, ..)| *known == name) else {
        found.push(format!("the component {name}"));
        return;
    };
    let mut seen: Vec<String> = Vec::new();
    for property in &component.properties {
        let own = property.name.to_string();
        let twice = seen.contains(&own) && !["EXDATE", "CONFERENCE"].contains(&&*own);
        if !properties.split(' ').any(|known| known == own) || twice {
            found.push(format!("{name} has {own}: {}", property.val));
        }
        seen.push(own);
    }
    for inner in &component.components {
        if !parts.split(' ').any(|known| inner.name == known) {
            found.push(format!("{name} has {}", inner.name));
        }
        read(inner, found);
    }
}

/// What is wrong with the lines of a file: ends, lengths, letters cut in two.
fn folded(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.split("\r\n") {
        if line.len() > 75 {
            found.push(format!("a line of {} bytes: {line}", line.len()));
        }
        if line.contains(['\r', '\n']) {
            found.push(format!("a line that ends otherwise: {line:?}"));
        }
    }
    if !text.ends_with("\r\n") {
        found.push("the last line has no end".into());
    }
    found
}

/// What is wrong with a card.
pub fn card(text: &str) -> Vec<String> {
    let mut found = folded(text);
    let whole = text.replace("\r\n ", "");
    let mut seen: Vec<&str> = Vec::new();
    for line in whole.lines() {
        let name = line.split([':', ';']).next().unwrap_or_default();
        let twice = seen.contains(&name) && !SEVERAL.split(' ').any(|known| known == name);
        if !CARD.split(' ').any(|known| known == name) || twice {
            found.push(format!("the line {line:?}"));
        }
        if name == "ADR" && parts(line) != 7 {
            found.push(format!("an address of {} parts: {line}", parts(line)));
        }
        seen.push(name);
    }
    if (seen.first(), seen.last()) != (Some(&"BEGIN"), Some(&"END")) {
        found.push("more or less than a card".into());
    }
    found
}

/// The parts of a value, at semicolons without a backslash before them.
fn parts(line: &str) -> usize {
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let mut count = 1;
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            ';' => count += 1,
            _ => {}
        }
    }
    count
}

#[test]
fn lines_of_somebody_else_are_found_out() {
    let calendar_with = |line: &str| {
        let lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", line, "END:VEVENT", "END:VCALENDAR", ""];
        calendar(&lines.join("\r\n"))
    };
    assert_eq!(calendar_with("SUMMARY:x"), [] as [String; 0]);
    for bad in [
        "ATTACH:https://a.example",
        "SUMMARY:x\r\nSUMMARY:y",
        "BEGIN:VALARM\r\nEND:VALARM",
        "SUMMARY:x\ny",
        &format!("SUMMARY:{}", "x".repeat(80)),
    ] {
        assert!(!calendar_with(bad).is_empty(), "{bad}");
    }
    assert_eq!(card("BEGIN:VCARD\r\nADR:;;a\\;b;c;;d;France\r\nEND:VCARD\r\n"), [] as [String; 0]);
    for bad in ["PHOTO:x", "ADR:;;a;b;c;;d;France", "FN:x\r\nFN:y", "END:VCARD\r\nBEGIN:VCARD"] {
        assert!(!card(&format!("BEGIN:VCARD\r\n{bad}\r\nEND:VCARD\r\n")).is_empty(), "{bad}");
    }
}
