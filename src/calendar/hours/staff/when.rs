//! What narrows the weekdays of a rule: weeks, parts of the year, holidays, exceptions.

use jiff::civil::Date;

use super::super::cursor::{Cursor, parts};
use super::super::days::{Days, Exception, Holiday, Period, Weeks};
use super::super::fault::HoursFault;
use super::super::phrases::Sense;
use super::{date, except};

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
            Some(Sense::Since) => {
                cursor.pass(1);
                self.since = Some(date::whole_day(cursor)?);
            }
            Some(Sense::Until) => {
                cursor.pass(1);
                self.until = Some(date::whole_day(cursor)?);
            }
            Some(Sense::Except) => self.except.extend(except::list(cursor)?),
            Some(Sense::TermTime) => {
                cursor.pass(1);
                self.except.push(except::holiday(Holiday::School));
            }
            Some(Sense::During) => {
                cursor.pass(1);
                return self.read(cursor, false);
            }
            Some(Sense::Holiday(holiday)) => {
                if in_rule {
                    return Err(in_or_out(cursor));
                }
                cursor.pass(1);
                self.during.push(*holiday);
            }
            _ => match date::periods(cursor)? {
                Some(periods) => self.periods.extend(periods),
                None => return Ok(false),
            },
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

    /// These days narrowed, and what is taken away from them.
    pub fn narrow(
        self,
        days: Days,
        written: &Cursor<'_>,
    ) -> Result<(Days, Vec<Exception>), HoursFault> {
        let mut days = days;
        let (mut since, until) = (self.since, self.until);
        days.weeks = match self.one_in {
            None => self.weeks,
            Some(weeks) => {
                Weeks::OneIn { weeks, from: since.take().ok_or_else(|| no_anchor(written))? }
            }
        };
        days.periods = self.periods;
        days.during = self.during;
        if since.is_some() || until.is_some() {
            if !days.periods.is_empty() {
                return Err(two_periods(written));
            }
            days.periods.push(Period::Once { from: since, to: until });
        }
        let mut except = Vec::new();
        for exception in self.except {
            if exception.0.is_weekly() {
                days.weekdays = days.weekdays.without(exception.0.weekdays);
            } else if !except.contains(&exception) {
                except.push(exception);
            }
        }
        if days.weekdays.is_empty() {
            return Err(
                written.fault("tous les jours sont exclus", "corrigez ce qui suit « sauf »")
            );
        }
        Ok((days, except))
    }

    fn weeks(&mut self, cursor: &mut Cursor<'_>, weeks: Weeks) -> Result<(), HoursFault> {
        if self.weeks != Weeks::Every || self.one_in.is_some() {
            return Err(cursor.fault(
                "les semaines sont dites deux fois",
                "gardez « semaines paires » ou « semaines impaires », ou séparez par un point-virgule",
            ));
        }
        cursor.pass(1);
        self.weeks = weeks;
        Ok(())
    }
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
                | Sense::TermTime
                | Sense::During
                | Sense::Holiday(_)
                | Sense::Month(_)
        )
    ) || date::begins(cursor)
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

fn in_or_out(cursor: &Cursor<'_>) -> HoursFault {
    cursor.fault(
        "on ne sait pas si ces jours sont ouverts ou fermés",
        "écrivez « sauf … » ou « pendant … », par exemple « sauf vacances scolaires »",
    )
}

fn no_anchor(written: &Cursor<'_>) -> HoursFault {
    written.fault(
        "« une semaine sur deux » ne dit pas quelle semaine",
        "écrivez « une semaine sur deux à partir du 12 janvier 2027 », ou « semaines paires »",
    )
}

fn two_periods(written: &Cursor<'_>) -> HoursFault {
    written.fault(
        "deux périodes se contredisent ou se complètent",
        "écrivez une seule période, par exemple « du 1er mars 2027 au 30 juin 2027 »",
    )
}
