//! Random facts of a small guide, around a day: enough rules that something takes place, enough changes that meet them.

use proptest::prelude::*;

use crate::facts::{
    Bus, Change, Event, Except, Facts, Held, Named, Rule, School, Span, Visitor, Which,
};
use crate::years::Day;

/// Hours that share no minute.
const HOURS: [Span; 4] = [(540, 720), (750, 810), (840, 990), (1_050, 1_140)];

/// Days on which guides are made: any from March 2026 to December 2028, more often those where calendars turn.
pub fn today() -> impl Strategy<Value = Day> {
    let around = |iso: &str| {
        let day = Day::of(iso);
        (-25..10_i64).prop_map(move |days| day.plus(days))
    };
    prop_oneof![
        6 => (60..1_096_usize).prop_map(Day),
        // The clock goes forward, or back.
        1 => around("2026-03-29"),
        1 => around("2026-10-25"),
        1 => around("2027-03-28"),
        1 => around("2027-10-31"),
        // Week 53, a year that ends on a Friday, 29 February, the last day of which schools are known.
        2 => around("2026-12-28"),
        1 => around("2027-12-27"),
        1 => around("2028-02-29"),
        1 => around("2028-08-31"),
        1 => around("2028-12-31"),
    ]
}

fn which(today: Day) -> impl Strategy<Value = Which> {
    prop_oneof![
        4 => Just(Which::All),
        2 => proptest::sample::subsequence(vec![1, 2, 3, 4, 5], 1..=3).prop_map(Which::Nth),
        1 => Just(Which::Last),
        2 => Just(Which::Even),
        2 => Just(Which::Odd),
        2 => (-30..20_i64).prop_map(move |days| Which::OneInTwo(today.plus(days))),
    ]
}

prop_compose! {
    fn rule(today: Day)(
        weekdays in proptest::sample::subsequence((0..7).collect::<Vec<usize>>(), 1..=3),
        which in which(today),
        hours in proptest::sample::subsequence(HOURS.to_vec(), 1..=2),
        school in prop_oneof![
            3 => Just(School::Whatever),
            2 => Just(School::NotInHolidays),
            1 => Just(School::OnlyInHolidays),
        ],
        not_on_public in any::<bool>(),
    ) -> Rule {
        // « 1er et 3e mardi »: staff count one weekday at a time.
        let one_day = matches!(which, Which::Nth(_) | Which::Last);
        let weekdays = if one_day { weekdays[..1].to_vec() } else { weekdays };
        Rule { weekdays, which, hours, school, not_on_public }
    }
}

/// What is excepted beside a rule; nobody excepts the same thing twice.
fn sauf(today: Day) -> impl Strategy<Value = Vec<Except>> {
    let between = (-20..70_i64, 0..15_i64).prop_map(move |(first, days)| {
        Except::Between(today.plus(first), today.plus(first + days))
    });
    let items = (
        proptest::option::weighted(0.2, Just(Except::Public)),
        proptest::option::weighted(0.2, Just(Except::School)),
        proptest::option::weighted(0.4, between),
    );
    items.prop_map(|(public, school, between)| {
        [public, school, between].into_iter().flatten().collect()
    })
}

prop_compose! {
    fn held(today: Day)(
        rule in rule(today),
        du in proptest::option::of(-40..60_i64),
        length in proptest::option::of(0..90_i64),
        sauf in sauf(today),
    ) -> Held {
        let au = length.map(|length| today.plus(du.unwrap_or(-10) + length));
        Held { rule, du: du.map(|du| today.plus(du)), au, sauf }
    }
}

prop_compose! {
    fn change(today: Day, stops: usize)(
        first in -30..60_i64,
        days in proptest::option::weighted(0.9, 0..20_i64),
        state in proptest::sample::select(
            vec!["fermé", "annulé", "complet", "déplacé", "horaires changés"],
        ),
        stop in proptest::option::of(0..stops.max(1)),
    ) -> Change {
        Change {
            from: today.plus(first),
            to: days.map(|days| today.plus(first + days)),
            state,
            stop: stop.filter(|_| stops > 0),
            hours: (state == "horaires changés").then_some((1_200, 1_230)),
        }
    }
}

fn changes(today: Day, stops: usize) -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec(change(today, stops), 0..=2)
}

prop_compose! {
    fn visitor(today: Day)(
        held in held(today),
        changes in changes(today, 0),
        ends in proptest::option::weighted(0.2, -5..70_i64),
    ) -> Visitor {
        Visitor { held, changes, ends: ends.map(|days| today.plus(days)) }
    }
}

prop_compose! {
    fn bus(today: Day)(
        stops in proptest::collection::vec((rule(today), any::<bool>()), 1..=3),
        sauf in sauf(today),
        changes in changes(today, 3),
    ) -> Bus {
        // A change names a stop that the bus has.
        let here = |change: &Change| change.stop.is_none_or(|stop| stop < stops.len());
        let changes = changes.into_iter().filter(here).collect();
        Bus { stops, sauf, changes }
    }
}

/// What one day says of itself: two days in three are changed, one in six is named twice.
fn named(day: Day) -> impl Strategy<Value = Vec<Named>> {
    let one = (
        proptest::option::of(proptest::sample::select(HOURS.to_vec())),
        proptest::option::of(proptest::sample::select(vec![
            "prévu",
            "complet",
            "déplacé",
            "reporté",
            "annulé",
        ])),
        proptest::bool::weighted(0.3),
    );
    (one, proptest::bool::weighted(0.16)).prop_map(move |((hours, state, moved), twice)| {
        let first = Named { day, hours, state, moved };
        let second =
            twice.then_some(Named { day, hours: Some((1_200, 1_260)), state: None, moved: false });
        std::iter::once(first).chain(second).collect()
    })
}

/// Days named around today, in any order.
fn dates(today: Day) -> impl Strategy<Value = Vec<Named>> {
    let days = proptest::sample::subsequence((-6..75_i64).collect::<Vec<i64>>(), 0..=9);
    let days = days.prop_shuffle();
    days.prop_flat_map(move |days| {
        days.into_iter().map(|day| named(today.plus(day))).collect::<Vec<_>>()
    })
    .prop_map(|days| days.concat())
}

prop_compose! {
    fn event(today: Day)(
        held in held(today),
        is_series in any::<bool>(),
        dates in dates(today),
        state in proptest::option::weighted(
            0.3,
            proptest::sample::select(vec!["prévu", "complet", "déplacé", "reporté", "annulé"]),
        ),
        ends in proptest::option::weighted(0.2, -5..70_i64),
    ) -> Event {
        Event { held, is_series, dates, state, ends: ends.map(|days| today.plus(days)) }
    }
}

prop_compose! {
    fn around(today: Day)(
        library in changes(today, 0),
        visitors in proptest::collection::vec(visitor(today), 0..=2),
        bus in proptest::option::of(bus(today)),
        events in proptest::collection::vec(event(today), 1..=3),
        shown in 0..80_i64,
    ) -> (Day, Day, Facts) {
        (today, today.plus(shown), Facts { library, visitors, bus, events })
    }
}

/// A day, the last day that is asked for, and everything of a guide made on that day.
pub fn guide() -> impl Strategy<Value = (Day, Day, Facts)> {
    today().prop_flat_map(around)
}
