//! What somebody has in mind before writing records: rules, what is excepted, what changes.

use crate::years::Day;

/// From a minute of the day to another.
pub type Span = (u16, u16);

/// Which days of those weekdays.
#[derive(Clone, Debug)]
pub enum Which {
    All,
    Nth(Vec<usize>),
    Last,
    Even,
    Odd,
    OneInTwo(Day),
}

/// What a rule has to do with school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum School {
    Whatever,
    NotInHolidays,
    OnlyInHolidays,
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    pub weekdays: Vec<usize>,
    pub which: Which,
    pub hours: Vec<Span>,
    pub school: School,
    pub not_on_public: bool,
}

/// One item of a `sauf` list.
#[derive(Clone, Copy, Debug)]
pub enum Except {
    Public,
    School,
    Between(Day, Day),
}

/// A rule that holds between two days, with what is excepted beside it.
#[derive(Clone, Debug)]
pub struct Held {
    pub rule: Rule,
    pub du: Option<Day>,
    pub au: Option<Day>,
    pub sauf: Vec<Except>,
}

/// A closure or another change of an actor.
#[derive(Clone, Debug)]
pub struct Change {
    pub from: Day,
    pub to: Option<Day>,
    pub state: &'static str,
    /// Rank of the stop it names.
    pub stop: Option<usize>,
    pub hours: Option<Span>,
}

/// Somebody who comes to the library.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub held: Held,
    pub changes: Vec<Change>,
    pub ends: Option<Day>,
}

/// A bus; a stop is in front of the library, or in Vivonne.
#[derive(Clone, Debug)]
pub struct Bus {
    pub stops: Vec<(Rule, bool)>,
    pub sauf: Vec<Except>,
    pub changes: Vec<Change>,
}

/// A day that an event names.
#[derive(Clone, Debug)]
pub struct Named {
    pub day: Day,
    pub hours: Option<Span>,
    pub state: Option<&'static str>,
    /// In the town hall of Vivonne, not in the library of Lusignan.
    pub moved: bool,
}

/// An event by rule, as a series or not.
#[derive(Clone, Debug)]
pub struct Event {
    pub held: Held,
    pub is_series: bool,
    pub dates: Vec<Named>,
    pub state: Option<&'static str>,
    pub ends: Option<Day>,
}

/// Everything of a small guide.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Changes of the library.
    pub library: Vec<Change>,
    pub visitors: Vec<Visitor>,
    pub bus: Option<Bus>,
    pub events: Vec<Event>,
}
