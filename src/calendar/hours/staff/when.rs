//! What narrows the weekdays of a rule: weeks, parts of the year, holidays, exceptions.

use jiff::civil::Date;

use super::super::days::{Days, Exception, Period, Weeks};
use super::super::fault::HoursFault;
use super::super::holiday::Holiday;
use super::super::read::Sense;
use super::super::read::{Cursor, parts};
use super::{date, except, numbered, unclear, weeks};

/// Qualifiers gathered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct When {
    weeks: Weeks,
    /// `une semaine sur deux`, which needs a first day.
    one_in: Option<u8>,
    since: Option<Date>,
    until: Option<Date>,
    periods: Vec<Period>,
    during: Vec<Holiday>,
    except: Vec<Exception>,
}

impl When {
    /// Reads one qualifier at the cursor; says whether there was one. `in_rule` tells whether the
    /// rule already has its times, so that a bare holiday would not say if it is in or out.
    pub fn read(&mut self, cursor: &mut Cursor<'_>, in_rule: bool) -> Result<bool, HoursFault> {
        match cursor.sense(0) {
            Some(Sense::Even) => self.weeks(cursor, Weeks::Even)?,
            Some(Sense::Odd) => self.weeks(cursor, Weeks::Odd)?,
            Some(Sense::OneIn(weeks)) => {
                self.weeks(cursor, Weeks::Every)?;
                self.one_in = Some(*weeks);
            }
            Some(Sense::Since) => self.since = Some(end(cursor)?),
            Some(Sense::Until) => self.until = Some(end(cursor)?),
            Some(Sense::Except | Sense::StillOpen) => self.except(cursor)?,
            Some(Sense::TermTime) => {
                cursor.pass(1);
                self.except.push(except::holiday(Holiday::School));
            }
            Some(Sense::During) => {
                cursor.pass(1);
                return self.read(cursor, false);
            }
            Some(Sense::Week | Sense::Weeks) if numbered::begins(cursor) => {
                self.numbered(cursor)?;
            }
            Some(Sense::Holiday(_)) if in_rule => return Err(unclear::in_or_out(cursor)),
            _ if in_rule && weeks::begins(cursor) => return Err(unclear::in_or_out(cursor)),
            Some(Sense::Holiday(holiday)) => {
                cursor.pass(1);
                self.during(cursor, *holiday)?;
            }
            _ => match weeks::part(cursor)? {
                Some(part) => self.during(cursor, part)?,
                None => return self.period(cursor),
            },
        }
        Ok(true)
    }

    fn during(&mut self, cursor: &mut Cursor<'_>, holiday: Holiday) -> Result<(), HoursFault> {
        if !self.periods.is_empty() {
            return Err(unclear::two_periods(cursor));
        }
        self.during.push(holiday);
        Ok(())
    }

    /// `sauf …`; `sauf la première semaine` gives weeks of the holidays just named back.
    fn except(&mut self, cursor: &mut Cursor<'_>) -> Result<(), HoursFault> {
        let back = if self.except.is_empty() {
            weeks::give_back(cursor, self.during.iter_mut())?
        } else {
            weeks::give_back(cursor, weeks::taken(&mut self.except))?
        };
        if !back {
            self.except.extend(except::list(cursor)?);
        }
        Ok(())
    }

    /// `semaines 10 à 20`, which « une semaine sur trois » before it narrows.
    fn numbered(&mut self, cursor: &mut Cursor<'_>) -> Result<(), HoursFault> {
        let step = self.one_in.take();
        if self.weeks != Weeks::Every {
            return Err(unclear::weeks_twice(cursor));
        }
        self.weeks = Weeks::Numbered(numbered::weeks(cursor, step.unwrap_or(1))?);
        Ok(())
    }

    fn period(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, HoursFault> {
        match date::periods(cursor)? {
            None => return Ok(false),
            Some(_) if !self.during.is_empty() => return Err(unclear::two_periods(cursor)),
            Some(periods) => self.periods.extend(periods),
        }
        Ok(true)
    }

    /// Whether nothing narrows.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether nothing but exceptions narrows; then they are taken.
    pub fn only_exceptions(&mut self) -> Option<Vec<Exception>> {
        let except = std::mem::take(&mut self.except);
        if self.is_empty() && !except.is_empty() {
            return Some(except);
        }
        self.except = except;
        None
    }

    /// Whether the days are told without weekdays.
    pub fn tells_days(&self) -> bool {
        !self.periods.is_empty() || !self.during.is_empty()
    }

    /// Whether a part of the year is told by its name: `en août`, `vacances scolaires`. Nobody says by that on which
    /// weekdays; a few days with their dates do.
    pub fn is_season(&self) -> bool {
        self.during.iter().any(|holiday| holiday.is_of_school())
            || self.periods.iter().any(Period::is_months)
    }

    /// These days narrowed, and what is taken away from them.
    pub fn narrow(
        mut self,
        mut days: Days,
        written: &Cursor<'_>,
    ) -> Result<(Days, Vec<Exception>), HoursFault> {
        if let Some(weeks) = self.one_in {
            let from = self.since.take();
            let from = from.ok_or_else(|| unclear::no_anchor(written, days.weekdays))?;
            self.weeks = Weeks::OneIn { weeks, from };
        }
        if self.since.is_some() || self.until.is_some() {
            if !self.periods.is_empty() {
                return Err(unclear::two_periods(written));
            }
            let (from, to) = (self.since, self.until);
            self.periods.push(Period::Once { from, to });
        }
        days.weeks = self.weeks;
        days.periods = self.periods;
        days.during = self.during;
        let (weekly, except): (Vec<_>, Vec<_>) =
            self.except.into_iter().partition(|except| except.0.is_weekly());
        for exception in weekly {
            days.weekdays = days.weekdays.without(exception.0.weekdays);
        }
        if days.weekdays.is_empty() {
            let remedy = "corrigez ce qui suit « sauf »";
            return Err(written.fault("tous les jours sont exclus", remedy));
        }
        Ok((days, except))
    }

    fn weeks(&mut self, cursor: &mut Cursor<'_>, weeks: Weeks) -> Result<(), HoursFault> {
        if self.weeks != Weeks::Every || self.one_in.is_some() {
            return Err(unclear::weeks_twice(cursor));
        }
        cursor.pass(1);
        self.weeks = weeks;
        Ok(())
    }
}

/// The day after `à partir du` or `jusqu’au`.
fn end(cursor: &mut Cursor<'_>) -> Result<Date, HoursFault> {
    cursor.pass(1);
    date::whole_day(cursor)
}

/// Whether a qualifier begins at the cursor.
pub(in super::super) fn begins(cursor: &Cursor<'_>) -> bool {
    let sense = cursor.sense(0);
    matches!(
        sense,
        Some(
            Sense::Even
                | Sense::Odd
                | Sense::OneIn(_)
                | Sense::Since
                | Sense::Until
                | Sense::Except
                | Sense::StillOpen
                | Sense::TermTime
                | Sense::During
                | Sense::Holiday(_)
                | Sense::Month(_)
        )
    ) || date::begins(cursor)
        || weeks::begins(cursor)
        || numbered::begins(cursor)
}

/// Passes what parts two items of a list; says whether something parted them.
pub(in super::super) fn pass_parts(cursor: &mut Cursor<'_>) -> bool {
    let mut parted = false;
    while parts(cursor.sense(0)) {
        cursor.pass(1);
        parted = true;
    }
    parted
}
