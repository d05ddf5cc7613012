//! An independent judge: on every day of two years, the crate `opening-hours` finds the same hours as we do.
//!
//! The two years hold a week 53, two turns of a year and four changes of clock, which move no hour of a
//! door. The list of real texts is in `tests/hours/`; `JALON_HORAIRES` names another, one text a line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)] // a test may stop at the first surprise

use std::sync::Arc;

use jalon::calendar::{DAY, Date, HolidayCalendar, Holidays, Horaires, State};
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

/// A stretch of a day: first minute, end, and whether somebody is sure to be there.
type Stretch = (u16, u16, bool);

const FIRST: Date = Date::constant(2026, 1, 1);

fn days() -> impl Iterator<Item = Date> {
    FIRST.series(jiff::Span::new().days(1)).take(730)
}

/// The holidays of the Vienne, as both know them.
fn calendar() -> HolidayCalendar {
    HolidayCalendar::of("86", Vec::new())
}

/// The judge's own calendar, made of ours day by day.
fn context() -> Context {
    let holidays = calendar();
    // Overnight hours look at the day before, fallbacks at none after.
    let all = || FIRST.series(jiff::Span::new().days(1)).take(730);
    let of = |test: &dyn Fn(Date) -> bool| {
        Arc::new(
            all().filter(|day| test(*day)).map(|day| day.to_string().parse().unwrap()).collect(),
        )
    };
    let public = of(&|day| holidays.is_public(day));
    let school = of(&|day| holidays.is_school(day));
    Context::default().with_holidays(ContextHolidays::new(public, school))
}

/// What the judge says of a day.
fn theirs(hours: &OpeningHours, day: Date) -> Vec<Stretch> {
    let schedule = hours.schedule_at(day.to_string().parse().unwrap());
    let stretch = |range: opening_hours::schedule::TimeRange| {
        let (from, to) =
            (range.range.start.mins_from_midnight(), range.range.end.mins_from_midnight());
        (range.kind != RuleKind::Closed).then_some((from, to, range.kind == RuleKind::Open))
    };
    joined(schedule.into_iter().filter_map(stretch).collect())
}

/// What we say of it: what begins that day, and what is left of the night before.
fn ours(hours: &Horaires, day: Date) -> Vec<Stretch> {
    let holidays = calendar();
    let yesterday = day.yesterday().unwrap();
    let of = |day: Date| {
        let sure = |state| matches!(state, State::Open | State::Appointment);
        let spans = hours.on(day, &holidays).spans.into_iter();
        spans.map(move |planned| (planned.span.from, planned.span.to, sure(planned.state)))
    };
    let night = of(yesterday).filter(|(_, to, _)| *to > DAY);
    let night = night.map(|(from, to, sure)| (from.saturating_sub(DAY), to - DAY, sure));
    let today = of(day).map(|(from, to, sure)| (from, to.min(DAY), sure));
    joined(night.chain(today).collect())
}

/// Stretches in order; those that touch or meet and are as sure, as one.
fn joined(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for (from, to, sure) in stretches {
        match joined.last_mut() {
            Some(last) if from <= last.1 && sure == last.2 => last.1 = last.1.max(to),
            _ => joined.push((from, to, sure)),
        }
    }
    joined
}

/// What a comparison comes to.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// One of the two does not read the text.
    Unread,
    /// Both say the same of every day.
    Same,
    /// The first day of which they say otherwise, we then the judge.
    Other(Date, Vec<Stretch>, Vec<Stretch>),
}

fn compare(text: &str, context: &Context) -> Found {
    let (Ok(read), Ok(judge)) = (Horaires::parse(text), text.parse::<OpeningHours>()) else {
        return Found::Unread;
    };
    let judge = judge.with_context(context.clone());
    let both = days().map(|day| (day, ours(&read, day), theirs(&judge, day)));
    let other = both.into_iter().find(|(_, ours, theirs)| ours != theirs);
    other.map_or(Found::Same, |(day, ours, theirs)| Found::Other(day, ours, theirs))
}

#[test]
fn real_hours_are_those_of_an_independent_reader() {
    let named = std::env::var("JALON_HORAIRES").ok();
    let list = match &named {
        Some(path) => std::fs::read_to_string(path).unwrap(),
        None => include_str!("hours/horaires-reels.txt").to_owned(),
    };
    let context = context();
    let texts: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let mut read = 0;
    for text in &texts {
        match compare(text, &context) {
            Found::Unread => {}
            Found::Same => read += 1,
            other => panic!("{text}: {other:?}"),
        }
    }
    println!("{} textes, {read} que les deux lisent de même", texts.len());
    // Texts that neither reads: `00:00-00:00`, three times in a row, a time without an end.
    assert!(named.is_some() || (texts.len(), read) == (453, 432), "{read} of {}", texts.len());
}

/// Forms of OpenStreetMap's hours that a place may write, besides those of the real files.
#[test]
fn forms_of_the_grammar_are_those_of_an_independent_reader() {
    let context = context();
    let others: Vec<(&str, Found)> =
        FORMS.iter().map(|text| (*text, compare(text, &context))).collect();
    let others: Vec<&(&str, Found)> =
        others.iter().filter(|(_, found)| *found != Found::Same).collect();
    assert!(others.is_empty(), "{others:#?}");
}

/// Where the judge reads otherwise, and why we do not follow it.
#[test]
fn readings_apart_are_known_by_name() {
    let context = context();
    for (text, why) in APART {
        let found = compare(text, &context);
        assert!(matches!(found, Found::Other(..)), "{text} is now read alike ({why}): take it off");
    }
}

const APART: [(&str, &str); 8] = [
    ("Fr 18:00-02:00; Sa 10:00-12:00", "a night belongs to the day it begins"),
    ("Sa 22:00-03:00; Su 01:00-05:00 off", "the same"),
    ("SH Mo-Fr 09:00-12:00", "a holiday before weekdays narrows them; the judge reads « or »"),
    ("PH Mo-Fr 09:00-12:00", "the same"),
    ("Mo-Fr 09:00-12:00; SH,PH We off", "the same"),
    ("Tu 09:00-12:00; SH Tu off; week 53 off", "the same"),
    ("\"fermé pour travaux\"", "a remark alone leaves open whether somebody is there"),
    ("Mo-Fr 09:00-12:00 || \"appeler\"", "the same"),
];

const FORMS: [&str; 77] = [
    "week 10-20 Mo 09:00-12:00",
    "week 10-20/3 Mo 09:00-12:00",
    "week 1,3,5 Mo 09:00-12:00",
    "week 53 off",
    "2026+ Mo 09:00-12:00",
    "2026 Mo 09:00-12:00",
    "2026-2027 Jan-Mar Mo 09:00-12:00",
    "24/7 off",
    "24/7; Mo off",
    "24/7 closed \"travaux\"",
    "Mo 18:00+",
    "Mo 09:00-12:00+",
    "Mo-Fr 09:00-12:00 unknown",
    "Mo-Fr 09:00-12:00 unknown \"appeler\"",
    "unknown",
    "closed",
    "open",
    "Mo-Fr open",
    "Mo-Fr 09:00-12:00 || Sa 09:00-10:00",
    "Mo-Fr 09:00-12:00 || unknown",
    "Mo-Fr,SH 09:00-12:00",
    "Mo-Fr,PH 09:00-12:00",
    "PH,Mo-Fr 09:00-12:00",
    "PH,SH off",
    "Jan Mo[1] 09:00-12:00",
    "Jan-Mar Mo[1] 09:00-12:00",
    "Jul 1-Aug 31 off",
    "Jul 1+ off",
    "2026 Jul 1+ off",
    "2026 Dec 24-2027 Jan 3 off",
    "Dec 24-Jan 3 off",
    "2026 Dec 24-26 off",
    "Jul,Aug off",
    "Jul-Aug,Dec off",
    "Dec 25,Jan 1 off",
    "Mo[1-3] 09:00-12:00",
    "Mo[1,3-5] 09:00-12:00",
    "Mo[2],Tu 09:00-12:00",
    "Mo[-1],Tu[1] 09:00-12:00",
    "Mo,We,Fr 09:00-12:00,14:00-18:00; Tu,Th off",
    "Mo-Fr 09:00-26:00",
    "Mo-Fr 22:00-02:00",
    "Mo-Fr 00:00-24:00",
    "00:00-24:00",
    "Mo-Fr 09:00-12:00 open \"par la cour\"",
    "Mo-Fr 09:00-12:00 \"sur RDV\"; Sa off",
    "Mo-Fr 09:00-12:00, 14:00-17:00",
    "Su-Mo 09:00-12:00",
    "Fr-Mo 09:00-12:00",
    "Mo-Fr 09:00-12:00; Sa,Su,PH off",
    "Mo-Su,PH 09:00-12:00",
    "Mo-Sa 09:00-12:00; Su,PH closed",
    "SH off; Mo-Fr 09:00-12:00",
    "Mo 09:00-12:00 , Tu 14:00-17:00",
    "2027 Jan 12 09:00-12:00",
    "week 2-52/2: Mo 09:00-12:00",
    "Mo-Fr 08:00-20:00; 12:00-14:00 off",
    "Mo-Fr 09:00-12:00 \"by appointment\"",
    "Mo-Fr \"sur rendez-vous\"",
    "Mo-Fr 09:00-12:00 off",
    "Apr-Oct: Mo-Fr 09:00-19:00; Nov-Mar: Mo-Fr 09:00-17:00",
    "Apr 1-Oct 15 Mo-Fr 09:00-19:00",
    "May-Sep Mo-Fr 09:00-12:00; Oct-Apr off",
    "Mo 09:00-12:00; Mo 14:00-17:00",
    "Mo[1] off",
    "Mo-Fr 09:00-12:00; SH 10:00-11:00",
    "Sep 1-Jun 30 Mo 09:00-12:00; Jul-Aug off",
    "Tu 09:00-12:00; week 53 off",
    "PH 10:00-12:00; Mo-Fr 09:00-12:00,14:00-17:00; SH,PH off",
    "Mo-Fr 09:00-12:00; SH off; Jul-Aug Mo-Fr 10:00-11:00",
    "Nov-Feb Mo-Fr 09:00-12:00; Dec 24-Jan 02 off",
    "week 52-53,1 Mo-Fr 09:00-12:00",
    "week 1-53/2 Tu 09:00-12:00; week 2-52/2 Tu 14:00-17:00",
    "Tu[5] 09:00-12:00",
    "Th[-2] 09:00-12:00",
    "Feb 29 09:00-12:00",
    "2027 Feb-Mar Mo 09:00-12:00",
];
