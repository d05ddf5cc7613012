//! The days of an event as a foreign file tells them, and how a record says them.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::calendar::{DAY, Date, TimeSpan};
use crate::intake::finding::{Finding, Notes};
use crate::intake::yaml_text::scalar;

use super::happening::Spot;

/// Days in a row that an event may have: three years; more is a date gone wrong.
const LONGEST: usize = 1_100;
/// The same as days of the calendar count.
const LONGEST_DAYS: i32 = 1_100;

/// One day of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Day {
    /// Its hours, in order; none for a whole day.
    pub spans: Vec<TimeSpan>,
    /// Its own state: « annulé ».
    pub etat: Option<&'static str>,
    /// Its own place, as keys and values of a record.
    pub moved: Vec<(&'static str, String)>,
}

impl Day {
    /// Whether nothing but its hours is said of it.
    pub fn is_plain(&self) -> bool {
        self.etat.is_none() && self.moved.is_empty()
    }

    /// The day as an item of `dates`: `{le: 2026-12-15, horaires: 14h-16h}`.
    pub fn item(&self, le: Date) -> String {
        let mut item = format!("{{le: {le}");
        if !self.spans.is_empty() {
            item.push_str(", horaires: ");
            item.push_str(&scalar(&hours(&self.spans), true));
        }
        for (key, value) in
            self.etat.map(|etat| ("etat", etat.to_owned())).iter().chain(&self.moved)
        {
            item.push_str(&format!(", {key}: {}", scalar(value, true)));
        }
        item + "}"
    }
}

/// When an event takes place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    /// Its days.
    pub days: BTreeMap<Date, Day>,
    /// The last day looked at of what has no end.
    pub endless: Option<Date>,
    /// Whether it lasts longer than anything that a guide announces.
    pub too_long: bool,
    /// How many of its days were taken out, added or changed one by one.
    pub departures: usize,
    /// Days that take place elsewhere than the others, and where.
    pub spots: BTreeMap<Date, Spot>,
}

impl When {
    /// Adds hours to a day; without hours, the day is there all the same.
    pub fn add(&mut self, day: Date, span: Option<TimeSpan>) {
        let spans = &mut self.days.entry(day).or_default().spans;
        spans.extend(span);
        *spans = joined(std::mem::take(spans));
    }

    /// Puts what begins and ends at given hours on its day; what lasts longer than a night on all its days.
    pub fn put(
        &mut self,
        start: DateTime,
        end: Option<DateTime>,
        found: &mut Vec<Finding>,
    ) -> Date {
        let minute = |at: DateTime| {
            u16::try_from(i32::from(at.hour()) * 60 + i32::from(at.minute())).unwrap_or_default()
        };
        let (day, from) = (start.date(), minute(start));
        let Some(end) = end.filter(|end| *end > start) else {
            self.add(day, Some(span(from, None)));
            return day;
        };
        let days = day.until(end.date()).map_or(0, |span| span.get_days());
        let whole = from == 0 && minute(end) == 0;
        match days {
            _ if whole => self.add_days(day, end.date().yesterday().unwrap_or(day)),
            0 => self.add(day, Some(span(from, Some(minute(end))))),
            1 if minute(end) == 0 => self.add(day, Some(span(from, Some(DAY)))),
            // Until the morning: an evening that ends late.
            1 if minute(end) <= 8 * 60 && from >= 12 * 60 => {
                self.add(day, Some(span(from, None)));
                let said = format!("{start} – {end}");
                Notes::about("horaires", found).corrected(
                    "apres-minuit",
                    &said,
                    &hours(&[span(from, None)]),
                    "Une fiche ne dit pas d’heure après minuit : la fin n’est pas reprise.",
                );
            }
            _ => {
                self.add_days(day, end.date());
                Notes::about("horaires", found).doubtful(
                    "plusieurs-jours",
                    &format!("{start} – {end}"),
                    Some(&format!("{day} – {}", end.date())),
                    "L’événement dure plusieurs jours : ils sont repris sans heures.",
                    "Si les heures comptent, écrivez-les dans « dates ».",
                );
            }
        }
        day
    }

    /// Adds whole days, both ends included; as many as an event may have.
    pub fn add_days(&mut self, first: Date, last: Date) {
        let days = first.series(1.day()).take_while(|day| *day <= last);
        days.take(LONGEST).for_each(|day| self.add(day, None));
        self.too_long |= first.until(last).is_ok_and(|span| span.get_days() > LONGEST_DAYS);
    }

    /// The last day; none for what has no end.
    pub fn last(&self) -> Option<Date> {
        if self.endless.is_some() { None } else { self.days.keys().next_back().copied() }
    }

    /// The first and last of several whole days in a row of which nothing else is said.
    pub fn stretch(&self) -> Option<(Date, Date)> {
        let (first, last) = (*self.days.keys().next()?, self.last()?);
        let whole = self.days.values().all(|day| day.is_plain() && day.spans.is_empty());
        let length = first.until(last).ok()?.get_days();
        let in_a_row = usize::try_from(length).ok()? + 1 == self.days.len();
        (whole && in_a_row && first < last).then_some((first, last))
    }
}

/// A span of one day from its first and last minute; one that passes midnight is open at its end, as
/// records say no span that does.
pub(super) fn span(from: u16, to: Option<u16>) -> TimeSpan {
    match to.filter(|to| from < *to && *to <= DAY) {
        Some(to) => TimeSpan { from, to, open_end: false },
        None => TimeSpan { from, to: DAY, open_end: true },
    }
}

/// Spans in order, those that share minutes as one: records say no two that do.
fn joined(mut spans: Vec<TimeSpan>) -> Vec<TimeSpan> {
    spans.sort_unstable();
    let mut joined: Vec<TimeSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.meets(*last) => {
                last.open_end |= span.open_end;
                last.to = last.to.max(span.to);
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// Hours as staff write them: `9h-12h, 14h30-17h`, `à partir de 20h`.
pub(in crate::intake) fn hours(spans: &[TimeSpan]) -> String {
    let clock = |minute: u16| match minute % 60 {
        0 => format!("{}h", minute / 60),
        rest => format!("{}h{rest:02}", minute / 60),
    };
    let said = |span: &TimeSpan| {
        if span.open_end {
            format!("à partir de {}", clock(span.from))
        } else {
            format!("{}-{}", clock(span.from), clock(span.to))
        }
    };
    spans.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_times;
    use jiff::civil::date;

    #[test]
    fn hours_are_read_back_the_same() {
        for (spans, text) in [
            (vec![span(840, Some(960))], "14h-16h"),
            (vec![span(570, Some(720)), span(845, Some(DAY))], "9h30-12h, 14h05-24h"),
            (vec![span(1200, Some(DAY + 30))], "à partir de 20h"),
            (vec![span(1200, None)], "à partir de 20h"),
            (vec![span(0, Some(60))], "0h-1h"),
        ] {
            assert_eq!(hours(&spans), text);
            assert_eq!(parse_times(text), Ok(spans), "{text}");
        }
    }

    #[test]
    fn days_in_a_row_are_a_stretch_only_when_nothing_else_is_said() {
        let mut when = When::default();
        when.add_days(date(2027, 3, 22), date(2027, 3, 24));
        assert_eq!(when.stretch(), Some((date(2027, 3, 22), date(2027, 3, 24))));
        when.add(date(2027, 3, 26), None);
        assert_eq!(when.stretch(), None);
        let mut one = When::default();
        one.add(date(2027, 3, 22), None);
        assert_eq!(one.stretch(), None);
        one.add(date(2027, 3, 23), Some(span(600, Some(660))));
        assert_eq!(one.stretch(), None);
    }

    #[test]
    fn spans_that_share_minutes_become_one() {
        let mut when = When::default();
        for (from, to) in [(840, 960), (600, 720), (900, 1020), (720, 780)] {
            when.add(date(2027, 3, 22), Some(span(from, Some(to))));
        }
        assert_eq!(
            when.days[&date(2027, 3, 22)].item(date(2027, 3, 22)),
            "{le: 2027-03-22, horaires: \"10h-12h, 12h-13h, 14h-17h\"}"
        );
    }
}
