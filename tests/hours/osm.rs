//! Rules of OpenStreetMap's form, and their days counted by hand.

use jalon::calendar::Date;
use proptest::prelude::*;

/// One rule as this test understands it, apart from all the code it tests.
#[derive(Clone, Debug)]
pub struct Naive {
    /// From Monday.
    weekdays: Vec<usize>,
    /// The nth of the month, or the last for −1.
    nth: Option<i8>,
    /// Every second ISO week, by remainder.
    parity: Option<i8>,
    months: Option<(i8, i8)>,
    /// `off` where there are none.
    spans: Vec<(u16, u16)>,
    pub adds: bool,
}

const OSM: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Naive {
    fn text(&self) -> String {
        let month = |index: i8| MONTHS[usize::try_from(index - 1).unwrap()];
        let months = self.months.map(|(from, to)| format!("{}-{} ", month(from), month(to)));
        let weeks = self.parity.map(|odd| if odd == 1 { "week 1-53/2 " } else { "week 2-52/2 " });
        let nth = self.nth.map(|nth| format!("[{nth}]")).unwrap_or_default();
        let days: Vec<String> =
            self.weekdays.iter().map(|day| format!("{}{nth}", OSM[*day])).collect();
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let spans: Vec<String> =
            self.spans.iter().map(|(a, b)| format!("{}-{}", clock(*a), clock(*b))).collect();
        let hours = if spans.is_empty() { "off".into() } else { spans.join(",") };
        let (months, weeks) = (months.unwrap_or_default(), weeks.unwrap_or_default());
        format!("{months}{weeks}{} {hours}", days.join(","))
    }

    fn speaks_of(&self, date: Date) -> bool {
        let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap();
        let months = |(from, to): (i8, i8)| {
            // Walks the months rather than comparing them.
            let mut month = from;
            loop {
                if month == date.month() {
                    return true;
                }
                if month == to {
                    return false;
                }
                month = month % 12 + 1;
            }
        };
        self.weekdays.contains(&weekday)
            && self.nth.is_none_or(|nth| is_nth(date, nth))
            && self.parity.is_none_or(|odd| iso_week(date) % 2 == odd)
            && self.months.is_none_or(months)
    }
}

/// Counts the same weekdays of the month on this side of the day.
pub fn is_nth(date: Date, nth: i8) -> bool {
    let step = jiff::Span::new().days(if nth > 0 { -7 } else { 7 });
    let same_month = |other: &Date| other.month() == date.month();
    let count = date.series(step).take_while(same_month).count();
    count == usize::from(nth.unsigned_abs())
}

/// Weeks since the Monday of the week that holds 4 January, where week 1 begins.
pub fn iso_week(date: Date) -> i8 {
    let monday = |date: Date| {
        let back = i64::from(date.weekday().to_monday_zero_offset());
        date.checked_sub(jiff::Span::new().days(back)).unwrap()
    };
    let thursday = monday(date).checked_add(jiff::Span::new().days(3)).unwrap();
    let first = monday(Date::constant(thursday.year(), 1, 4));
    i8::try_from((monday(date) - first).get_days() / 7 + 1).unwrap()
}

pub fn naive_minutes(rules: &[Naive], date: Date) -> Vec<bool> {
    let mut open = vec![false; 1440];
    for rule in rules.iter().filter(|rule| rule.speaks_of(date)) {
        if !rule.adds || rule.spans.is_empty() {
            open = vec![false; 1440];
        }
        for (from, to) in &rule.spans {
            open[usize::from(*from)..usize::from(*to)].fill(true);
        }
    }
    open
}

pub fn naive() -> impl Strategy<Value = Naive> {
    let nth = prop::option::weighted(0.25, prop::sample::select(vec![1, 2, 3, 4, 5, -1]));
    let months = prop::option::weighted(0.3, (1..=12i8, 1..=12i8));
    let spans = prop::sample::select(vec![
        vec![],
        vec![(540, 720)],
        vec![(540, 720), (840, 1020)],
        vec![(600, 780)],
        vec![(840, 1110)],
    ]);
    let weekdays = prop::sample::subsequence((0..7).collect::<Vec<usize>>(), 1..=4);
    let parity = prop::option::weighted(0.2, 0..=1i8);
    (weekdays, nth, parity, months, spans, any::<bool>()).prop_map(
        |(weekdays, nth, parity, months, spans, adds)| Naive {
            weekdays,
            nth,
            parity,
            months,
            spans,
            adds,
        },
    )
}

/// Rules as one OSM text; the first never adds.
pub fn osm(rules: &[Naive]) -> String {
    let mut text = String::new();
    for (index, rule) in rules.iter().enumerate() {
        if index > 0 {
            text.push_str(if rule.adds { ", " } else { "; " });
        }
        text.push_str(&rule.text());
    }
    text
}
