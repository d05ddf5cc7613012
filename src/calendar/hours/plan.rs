//! What hours say of one day: the rules weighed in order, as OSM `opening_hours` defines it.

use jiff::civil::Date;

use super::Horaires;
use super::apart::within;
use super::days::{Days, Exception, Period, WeekRange, Weeks};
use super::holiday::Holidays;
use super::rule::{Link, Rule, State};
use super::times::TimeSpan;

/// What a day holds: spans in order that share no minute; none means closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayPlan {
    /// Open, by appointment, or perhaps: never closed.
    pub spans: Vec<PlannedSpan>,
}

/// A stretch of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedSpan {
    /// When; the whole day where the rule says no time.
    pub span: TimeSpan,
    /// Open, by appointment or unknown.
    pub state: State,
    /// Words of whoever wrote the rule.
    pub remark: Option<String>,
}

impl Horaires {
    /// What these hours say of a day. A span that passes midnight belongs to the day it begins.
    pub fn on(&self, date: Date, holidays: &dyn Holidays) -> DayPlan {
        let mut plan = DayPlan::default();
        for rule in &self.rules {
            let speaks = rule.speaks_of(date, holidays);
            match (rule.link, rule.state) {
                (Link::Otherwise, _) if !plan.spans.is_empty() => {}
                (Link::Otherwise, _) => plan = DayPlan::default().with(rule, speaks),
                (Link::Replace, State::Open | State::Appointment | State::Unknown) if speaks => {
                    plan = DayPlan::default().with(rule, true);
                }
                _ => plan = plan.with(rule, speaks),
            }
        }
        plan
    }
}

impl Horaires {
    /// Whether a rule or an exception asks for the school calendar.
    pub fn asks_for_school(&self) -> bool {
        let school = |days: &Days| days.during.iter().any(|holiday| holiday.is_of_school());
        self.rules
            .iter()
            .any(|rule| school(&rule.days) || rule.except.iter().any(|except| school(&except.0)))
    }
}

impl DayPlan {
    /// This plan with a rule laid over it, where the rule speaks.
    fn with(mut self, rule: &Rule, speaks: bool) -> Self {
        if !speaks {
            return self;
        }
        let whole = [TimeSpan::WHOLE_DAY];
        let times = if rule.times.is_empty() { &whole[..] } else { &rule.times[..] };
        for &span in times {
            self.cut(span);
            if rule.state != State::Closed {
                self.spans.push(PlannedSpan {
                    span,
                    state: rule.state,
                    remark: rule.remark.clone(),
                });
            }
        }
        self.spans.sort_by_key(|planned| planned.span);
        self
    }

    /// Takes the minutes of a span away.
    fn cut(&mut self, away: TimeSpan) {
        let spans = std::mem::take(&mut self.spans);
        for planned in spans {
            for span in planned.span.without(away) {
                self.spans.push(PlannedSpan { span, ..planned.clone() });
            }
        }
    }
}

impl Rule {
    /// Whether the rule speaks of a day.
    pub fn speaks_of(&self, date: Date, holidays: &dyn Holidays) -> bool {
        self.days.has(date, holidays) && !self.except.iter().any(|days| days.has(date, holidays))
    }
}

impl Exception {
    /// Whether a day is taken away.
    pub fn has(&self, date: Date, holidays: &dyn Holidays) -> bool {
        self.0.has(date, holidays)
    }
}

impl Days {
    /// Whether a day is one of these.
    pub fn has(&self, date: Date, holidays: &dyn Holidays) -> bool {
        let year = |&(first, last): &(i16, i16)| first <= date.year() && date.year() <= last;
        self.weekdays.contains(date.weekday())
            && self.nth.has(date)
            && self.weeks.has(date)
            && (self.years.is_empty() || self.years.iter().any(year))
            && (self.periods.is_empty() || self.periods.iter().any(|period| period.has(date)))
            && (self.during.is_empty()
                || self.during.iter().any(|holiday| holiday.has(date, holidays)))
    }
}

impl Weeks {
    /// Whether the week of a day is one of these.
    pub fn has(&self, date: Date) -> bool {
        let week = || u8::try_from(date.iso_week_date().week()).unwrap_or_default();
        match self {
            Self::Every => true,
            Self::Even => week().is_multiple_of(2),
            Self::Odd => !week().is_multiple_of(2),
            Self::OneIn { weeks, from } => {
                *from <= date && weeks_between(*from, date) % i32::from((*weeks).max(1)) == 0
            }
            Self::Numbered(ranges) => ranges.iter().any(|range| range.has(week())),
        }
    }
}

impl WeekRange {
    fn has(self, week: u8) -> bool {
        self.from <= week && week <= self.to && (week - self.from).is_multiple_of(self.step.max(1))
    }
}

/// Weeks, Monday to Sunday, from one day to a later one.
fn weeks_between(from: Date, to: Date) -> i32 {
    let since_monday = i32::from(from.weekday().to_monday_zero_offset());
    let days = from.until(to).map_or(0, |span| span.get_days());
    (days + since_monday) / 7
}

impl Period {
    /// Whether a day is in it.
    pub fn has(self, date: Date) -> bool {
        match self {
            Self::Yearly { from, to } => within((date.month(), date.day()), from, to),
            Self::Once { from, to } => {
                from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// No holidays at all.
    struct None;

    impl Holidays for None {
        fn is_public(&self, _: Date) -> bool {
            false
        }
        fn is_school(&self, _: Date) -> bool {
            false
        }
        fn school_break(&self, _: Date) -> Option<super::super::SchoolBreak> {
            Option::None
        }
        fn school_span(&self, _: Date) -> Option<(Date, Date)> {
            Option::None
        }
    }

    /// Days of December 2026 and January 2027 on which somebody is there.
    fn winter(text: &str) -> Vec<String> {
        let hours = Horaires::parse(text).unwrap();
        date(2026, 12, 1)
            .series(jiff::Span::new().days(1))
            .take(62)
            .filter(|day| !hours.on(*day, &None).spans.is_empty())
            .map(|day| day.strftime("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn one_week_in_two_does_not_drift_where_odd_weeks_do() {
        assert_eq!(
            winter("mardi 9h-12h, une semaine sur deux à partir du 15 décembre 2026"),
            ["12-15", "12-29", "01-12", "01-26"]
        );
        // Weeks 51, 53, 1 and 3.
        assert_eq!(
            winter("mardi 9h-12h, semaines impaires"),
            ["12-01", "12-15", "12-29", "01-05", "01-19"]
        );
        // The anchor names a week: its Thursday counts though the day written is a Tuesday.
        assert_eq!(
            winter("lundi et jeudi 9h-12h, une semaine sur deux à partir du 15 décembre 2026"),
            ["12-17", "12-28", "12-31", "01-11", "01-14", "01-25", "01-28"]
        );
    }

    #[test]
    fn a_fallback_speaks_where_the_rest_is_closed() {
        let hours = Horaires::parse("mardi 9h-12h ; sinon sur rendez-vous").unwrap();
        let state = |day| hours.on(day, &None).spans[0].state;
        assert_eq!(state(date(2026, 12, 1)), State::Open);
        assert_eq!(state(date(2026, 12, 2)), State::Appointment);
    }

    #[test]
    fn later_states_take_their_minutes_from_earlier_ones() {
        let hours = Horaires::parse("Mo 09:00-12:00, Mo 10:00-11:00 \"sur rendez-vous\"").unwrap();
        let spans = hours.on(date(2026, 12, 7), &None).spans;
        let told: Vec<_> = spans
            .iter()
            .map(|planned| (planned.span.from, planned.span.to, planned.state))
            .collect();
        assert_eq!(
            told,
            [(540, 600, State::Open), (600, 660, State::Appointment), (660, 720, State::Open)]
        );
    }
}
