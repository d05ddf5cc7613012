//! Whatever a file holds, the import ends, and what it writes is read back without a mistake.

use proptest::prelude::*;

use super::vienne;

/// Lines that calendars have, good and bad.
const LINES: [&str; 26] = [
    "SUMMARY:Atelier",
    "SUMMARY:# no: [a, {b}] \\; \\, \\n 'c\"",
    "UID:a b",
    "UID:1",
    "DTSTART:20261215T140000",
    "DTSTART;TZID=Europe/London:20270328T013000",
    "DTSTART;VALUE=DATE:20270228",
    "DTSTART:00010101T000000Z",
    "DTSTART:99991231T235959Z",
    "DTEND:20261215T160000",
    "DTEND:20261214T160000",
    "DURATION:-PT2H",
    "DURATION:P9999W",
    "RRULE:FREQ=WEEKLY",
    "RRULE:FREQ=DAILY;COUNT=99999999",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "RRULE:FREQ=MONTHLY;INTERVAL=2147483647",
    "EXDATE:20261222T140000",
    "RDATE:20270101,20270102T100000Z/PT1H,x",
    "RECURRENCE-ID:20261222T140000",
    "LOCATION:Mairie\\, 1 rue A\\, 86000 Poitiers",
    "LOCATION:https://visio.example/é è",
    "GEO:46.58;0.34",
    "DESCRIPTION:<p>\\n\\n\u{b} - x\\n: y",
    "ORGANIZER;CN=\":mailto:contact@a.example",
    "END:VEVENT\nBEGIN:VEVENT",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_lines(
        lines in proptest::collection::vec(prop_oneof![
            4 => proptest::sample::select(&LINES[..]).prop_map(str::to_owned),
            1 => "[A-Z-]{1,12}[;:=]{1,2}\\PC{0,20}",
        ], 0..14),
        cut in 0..400_usize,
    ) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nLOCATION:Poitiers\nDTSTART:20261215T140000\n{}\nEND:VEVENT\nEND:VCALENDAR\n", lines.join("\n"));
        let end = text.len().saturating_sub(cut.saturating_sub(300));
        let mut scene = vienne();
        scene.import("a.ics", &text.as_bytes()[..end]);
        prop_assert_eq!(scene.errors(), [] as [String; 0]);
    }

    #[test]
    fn any_values_of_an_export(title in "\\PC{0,30}", text in "\\PC{0,60}", begin in "[0-9T:+-]{0,25}", number in any::<i64>()) {
        let export = serde_json::json!([{
            "uid": number, "title": {"fr": title}, "description": text, "longDescription": {"fr": text},
            "timings": [{"begin": begin, "end": "2026-12-15T16:00:00+01:00"}, {"begin": "2026-12-15T14:00:00+01:00", "end": begin}],
            "conditions": {"fr": text}, "keywords": [title], "status": number, "age": {"min": number, "max": text},
            "registration": [{"type": "phone", "value": text}, {"type": "link", "value": title}, text],
            "location": {"name": title, "address": text, "city": "Poitiers", "latitude": number, "longitude": text},
        }]);
        let mut scene = vienne();
        scene.import("a.json", export.to_string());
        prop_assert_eq!(scene.errors(), [] as [String; 0]);
    }
}
