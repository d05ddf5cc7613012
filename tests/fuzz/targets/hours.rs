//! Any text as hours: what is understood is said as a sentence, and written for OpenStreetMap so that it reads the same.
#![no_main]

use jalon::calendar::{
    Date, Exception, Horaires, Interval, Length, PlannedSpan, SchoolBreak, Since, TimeSpan,
    hours_in_prose, parse_date, parse_times,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // Records and imports leave controls out before they read hours.
    let text = jalon::text::blanked(&jalon_fuzz::text(bytes)).into_owned();
    match Horaires::parse(&text) {
        Ok(hours) => said(&hours),
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(text.get(fault.span.clone()).is_some(), "{fault:?}");
                assert!(!fault.message.is_empty() && !fault.remedy.is_empty(), "{fault:?}");
            }
        }
    }
    let (key, value) = text.split_at(text.floor_char_boundary(text.len() / 2));
    for fault in Horaires::from_days(&[(key, value)]).err().into_iter().flatten() {
        let part = if fault.in_key { key } else { value };
        assert!(part.get(fault.fault.span.clone()).is_some(), "{fault:?}");
    }
    let _ = (Exception::parse(&text), parse_times(&text), parse_date(&text), hours_in_prose(&text));
    let _ = (Since::parse(&text), Interval::parse(&text), Length::parse(&text));
});

fn said(hours: &Horaires) {
    let sentence = hours.sentence();
    assert!(sentence.ends_with(['.', '!', '?', '…']), "{sentence}");
    assert!(!sentence.contains(|c: char| c.is_control() && !"\n\t\r".contains(c)), "{sentence:?}");
    let _ = (hours.week(), hours.groups(), hours.remarks(), hours.lints());
    let Some(osm) = hours.osm() else { return };
    let again = Horaires::parse(&osm).unwrap_or_else(|faults| panic!("{osm:?}: {faults:?}"));
    let mut day = Date::constant(2026, 11, 23);
    for _ in 0..400 {
        let plans = [hours, &again].map(|hours| whole(hours.on(day, &Holidays).spans));
        assert_eq!(plans[0], plans[1], "{day} of {osm:?}");
        day = day.tomorrow().unwrap();
    }
}

/// Spans of a day, those that touch and say the same as one: OpenStreetMap has no other way to say them.
fn whole(mut spans: Vec<PlannedSpan>) -> Vec<PlannedSpan> {
    spans.dedup_by(|next, last| {
        let one = (&next.state, &next.remark, next.span.from) == (&last.state, &last.remark, last.span.to);
        if one {
            last.span = TimeSpan { from: last.span.from, ..next.span };
        }
        one
    });
    spans
}

/// A few public holidays, and a break at the end of the year.
struct Holidays;

impl jalon::calendar::Holidays for Holidays {
    fn is_public(&self, day: Date) -> bool {
        [(12, 25), (1, 1), (5, 1)].contains(&(day.month(), day.day()))
    }
    fn is_school(&self, day: Date) -> bool {
        self.school_span(day).is_some()
    }
    fn school_break(&self, day: Date) -> Option<SchoolBreak> {
        self.school_span(day).map(|_| SchoolBreak::Noel)
    }
    fn school_span(&self, day: Date) -> Option<(Date, Date)> {
        let span = (Date::constant(2026, 12, 19), Date::constant(2027, 1, 3));
        (span.0..=span.1).contains(&day).then_some(span)
    }
}
