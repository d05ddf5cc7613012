//! Days on which holidays close a place that its week says open: as dates.

use jiff::ToSpan;

use crate::calendar::{Date, HolidayCalendar, Holidays, Horaires, Link, SchoolBreak, State};

use super::{Guide, Guides};

/// No holidays at all: the week as it usually is.
struct Usual;

impl Holidays for Usual {
    fn is_public(&self, _: Date) -> bool {
        false
    }
    fn is_school(&self, _: Date) -> bool {
        false
    }
    fn school_break(&self, _: Date) -> Option<SchoolBreak> {
        None
    }
    fn school_span(&self, _: Date) -> Option<(Date, Date)> {
        None
    }
}

impl Guides {
    /// The stretches, from the day of the build to the last day shown, on which the hours of an actor close days
    /// that are open in its usual week; first and last day of each, in order.
    ///
    /// Nothing where the hours ask for school holidays that nobody knows.
    pub fn fermetures(&self, guide: &Guide, acteur: usize) -> Vec<(Date, Date)> {
        let Some(horaires) = &guide.acteurs[acteur].horaires else { return Vec::new() };
        let days = (self.today, self.fin_de_l_agenda(guide));
        stretches(&horaires.value, days, &guide.conges)
    }
}

/// The stretches of days closed by more than the weekday; days closed every week between two of them join them.
fn stretches(
    horaires: &Horaires,
    days: (Date, Date),
    conges: &HolidayCalendar,
) -> Vec<(Date, Date)> {
    let Some(usual) = usual(horaires) else { return Vec::new() };
    let asks = horaires.asks_for_school();
    let mut found: Vec<(Date, Date)> = Vec::new();
    // Whether nothing has been open since the last closed day.
    let mut going_on = false;
    for day in days.0.series(1.day()).take_while(|day| *day <= days.1) {
        if asks && !conges.knows_school(day) {
            return Vec::new();
        }
        let open = !horaires.on(day, conges).spans.is_empty();
        let closed = !open && !usual.on(day, &Usual).spans.is_empty();
        match found.last_mut().filter(|_| going_on) {
            Some(last) if closed => last.1 = day,
            _ if closed => found.push((day, day)),
            _ => {}
        }
        going_on = closed || going_on && !open;
    }
    found
}

/// The hours without what holidays close; nothing where they close nothing, or where a part of the year is open on
/// its own hours: no week is usual then.
fn usual(horaires: &Horaires) -> Option<Horaires> {
    let mut usual = horaires.clone();
    // What is closed by dates is said with its dates already.
    usual.rules.retain(|rule| rule.state != State::Closed || rule.days.during.is_empty());
    for rule in &mut usual.rules {
        rule.except.retain(|except| except.0.during.is_empty());
    }
    let seasonal = |rule: &crate::calendar::Rule| {
        let days = &rule.days;
        !days.periods.is_empty() || !days.during.is_empty() || !days.years.is_empty()
    };
    let open = usual.rules.iter().filter(|rule| rule.state != State::Closed);
    let plain = open.clone().all(|rule| !seasonal(rule) && rule.link != Link::Otherwise);
    (plain && open.count() > 0 && usual != *horaires).then_some(usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Closed stretches in the Vienne (zone A: 19 December 2026 to 3 January 2027), from 23 November to 18 January.
    fn closed(text: &str) -> Vec<String> {
        let hours = Horaires::parse(text).unwrap();
        let days = (date(2026, 11, 23), date(2027, 1, 18));
        let found = stretches(&hours, days, &HolidayCalendar::of("86", Vec::new()));
        found.into_iter().map(|(first, last)| crate::calendar::range(first, last)).collect()
    }

    #[test]
    fn public_holidays_on_open_days_are_dated() {
        // 25 December 2026 and 1 January 2027 are Fridays.
        let fridays = ["le 25\u{a0}décembre 2026", "le 1er\u{a0}janvier 2027"];
        assert_eq!(closed("lundi et vendredi 9h-12h, sauf jours fériés"), fridays);
        assert_eq!(closed("Mo,Fr 09:00-12:00; PH off"), fridays);
        assert_eq!(closed("lundi 9h-12h, sauf jours fériés"), [""; 0]);
    }

    #[test]
    fn school_holidays_are_one_stretch() {
        assert_eq!(
            closed("mardi et jeudi 9h-12h, sauf vacances scolaires"),
            ["du 22 au 31\u{a0}décembre 2026"]
        );
    }

    #[test]
    fn what_only_the_week_decides_closes_nothing() {
        assert_eq!(closed("mardi 9h-12h, semaines paires"), [""; 0]);
        assert_eq!(closed("mardi 9h-12h, en juillet et août"), [""; 0]);
    }

    #[test]
    fn unknown_school_holidays_say_nothing() {
        let hours = Horaires::parse("mardi 9h-12h, sauf vacances scolaires").unwrap();
        let days = (date(2026, 11, 23), date(2027, 1, 18));
        assert!(stretches(&hours, days, &HolidayCalendar::of("2A", Vec::new())).is_empty());
    }
}
