//! One rule while it is being read.

use std::ops::Range;

use super::super::days::{Days, Nth, Weekdays};
use super::super::fault::HoursFault;
use super::super::holiday::Holiday;
use super::super::read::Cursor;
use super::super::rule::{Link, Rule, State};
use super::super::times::{TimeSpan, overlap};
use super::pick::Pick;
use super::unclear;
use super::when::When;

/// What is known so far of one rule, and the place where it begins.
#[derive(Clone)]
pub(super) struct Draft<'a> {
    pub start: Cursor<'a>,
    pub link: Link,
    pub picks: Vec<Pick>,
    /// `lundi et jours fériés`: holidays beside weekdays.
    pub holidays: Vec<Holiday>,
    pub when: When,
    /// Whether a qualifier came after the times.
    pub has_suffix: bool,
    /// `sur rendez-vous`, `sans rendez-vous` where it came after the times.
    pub said_after: Option<&'static str>,
    pub times: Vec<TimeSpan>,
    pub state: Option<State>,
    /// Whether `fermé` or times came before the days.
    pub days_last: bool,
    pub remark: Option<String>,
    /// Whether `seulement` is written: no doubt that it replaces what was said.
    pub only: bool,
    /// Whether commas part its days: `fermé lundi, mardi 9h-12h` is not clear.
    pub comma_days: bool,
    pub half_day: Option<Range<usize>>,
}

impl<'a> Draft<'a> {
    pub fn new(start: Cursor<'a>, when: When, state: Option<State>) -> Self {
        Self {
            start,
            link: Link::Replace,
            picks: Vec::new(),
            holidays: Vec::new(),
            when,
            has_suffix: false,
            said_after: None,
            times: Vec::new(),
            state,
            days_last: false,
            remark: None,
            only: false,
            comma_days: false,
            half_day: None,
        }
    }

    /// Whether its times or its state are said.
    pub fn has_hours(&self) -> bool {
        !self.times.is_empty() || self.state.is_some()
    }

    /// Whether its days are said.
    pub fn has_days(&self) -> bool {
        !self.picks.is_empty() || !self.holidays.is_empty() || self.when.tells_days()
    }

    /// Whether nothing is said yet, qualifiers aside.
    pub fn is_blank(&self) -> bool {
        self.picks.is_empty() && self.holidays.is_empty() && !self.has_hours()
    }

    /// Adds a remark after those already there.
    pub fn add_remark(&mut self, words: &str) {
        self.remark = Some(match self.remark.take() {
            Some(before) => format!("{before}, {words}"),
            None => words.to_owned(),
        });
    }

    /// The rules it makes, one for each way of choosing days; `span` is where it is written.
    pub fn finish(mut self, span: Range<usize>) -> Result<Vec<Rule>, HoursFault> {
        self.check(span)?;
        if self.picks.is_empty() && self.holidays.is_empty() {
            self.picks.push(Pick { weekdays: Weekdays::ALL, nth: Nth::EVERY });
        }
        let mut rules = Vec::new();
        for pick in self.joined_picks() {
            let days = Days { weekdays: pick.weekdays, nth: pick.nth, ..Days::every() };
            rules.push(self.rule(days)?);
        }
        for holiday in &self.holidays {
            let mut rule = self.rule(Days::every())?;
            rule.days.during = vec![*holiday];
            rules.push(rule);
        }
        Ok(rules)
    }

    /// Picks of the same nth weekdays together, in the order written.
    fn joined_picks(&self) -> Vec<Pick> {
        let mut joined: Vec<Pick> = Vec::new();
        for pick in &self.picks {
            match joined.iter_mut().find(|other| other.nth == pick.nth) {
                Some(other) => other.weekdays = other.weekdays.with(pick.weekdays),
                None => joined.push(*pick),
            }
        }
        joined
    }

    fn rule(&self, days: Days) -> Result<Rule, HoursFault> {
        let (days, except) = self.when.clone().narrow(days, &self.start)?;
        Ok(Rule {
            link: self.link,
            days,
            except,
            times: self.times.clone(),
            state: self.state.unwrap_or(State::Open),
            remark: self.remark.clone(),
        })
    }

    /// Whether days and hours are both there, and the hours in good order.
    fn check(&mut self, span: Range<usize>) -> Result<(), HoursFault> {
        if let (true, Some(half_day)) = (self.times.is_empty(), &self.half_day) {
            let closed = self.state == Some(State::Closed);
            return Err(unclear::half_day(half_day.clone(), closed));
        }
        if !self.has_hours() {
            return Err(HoursFault::new(
                span,
                "les heures manquent",
                "écrivez les heures, par exemple « mardi 9h-12h », ou « mardi fermé »",
            ));
        }
        let always = self.times == [TimeSpan::WHOLE_DAY];
        if self.state.is_none() && !self.has_days() && !always {
            return Err(HoursFault::new(
                span,
                "les jours manquent",
                "écrivez par exemple « tous les jours 9h-12h » ou « mardi et jeudi 9h-12h »",
            ));
        }
        let weekdays = !self.picks.is_empty() || !self.holidays.is_empty();
        let opens = !self.times.is_empty() && self.state != Some(State::Closed) && !always;
        if opens && !weekdays && self.when.is_season() {
            return Err(unclear::which_weekdays(span));
        }
        self.times.sort_unstable();
        if always {
            self.times.clear();
            self.state = self.state.or(Some(State::Open));
        }
        overlap(&self.times)
            .map_or(Ok(()), |message| Err(HoursFault::new(span, message, "corrigez les heures")))
    }
}
