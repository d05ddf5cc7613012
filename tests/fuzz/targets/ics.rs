//! Any lines as a calendar to import.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0..=191, rest)) => {
            let start = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nLOCATION:Poitiers\nDTSTART:20261215T140000\n";
            let end = b"\nEND:VEVENT\nEND:VCALENDAR\n";
            jalon_fuzz::imported("agenda.ics", &[&start[..], rest, end].concat());
        }
        Some((_, rest)) => jalon_fuzz::imported("agenda.ics", rest),
        None => {}
    }
});
