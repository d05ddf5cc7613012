//! Which rules of a clause a qualifier or a state holds for; what is unclear is refused, since a
//! wrong guess sends somebody to a closed door.

use super::super::fault::HoursFault;
use super::super::read::Cursor;
use super::super::read::Sense;
use super::super::read::What;
use super::super::rule::{Link, State};
use super::super::times::TimeSpan;
use super::clause::Reader;
use super::when::{self, When};
use super::{pick, span, unclear};

/// What is told of hours by appointment.
const APPOINTMENT: &str = "sur rendez-vous";

impl<'a> Reader<'a> {
    /// Reads `fermé`, `sur rendez-vous`, `sinon`, a remark; says whether there was one.
    pub fn state(&mut self) -> Result<bool, HoursFault> {
        let start = self.cursor.clone();
        if let Some(words) = self.remark_ahead() {
            if self.draft.state == Some(State::Appointment) && words == "sans rendez-vous" {
                return Err(unclear::scope(&self.cursor, Some(APPOINTMENT)));
            }
            if let (false, Some(Sense::Remark(said))) =
                (self.draft.times.is_empty(), self.cursor.sense(0))
            {
                self.draft.said_after = Some(said);
            }
            self.cursor.pass(1);
            self.draft.add_remark(&words);
            return Ok(true);
        }
        match self.cursor.sense(0) {
            Some(Sense::Closed) => self.closed(&start)?,
            Some(Sense::Appointment) => self.appointment(&start)?,
            Some(Sense::Else) => self.otherwise(&start)?,
            Some(Sense::Perhaps) => self.draft.state = Some(State::Unknown),
            Some(Sense::Also) => self.also(&start)?,
            Some(Sense::Only) => self.draft.only = true,
            Some(Sense::Always) => self.draft.times = vec![TimeSpan::WHOLE_DAY],
            Some(Sense::AllAppointment) => self.all_by_appointment(),
            Some(Sense::HalfDay) => self.half_day()?,
            _ => return Ok(false),
        }
        self.cursor.pass(1);
        Ok(true)
    }

    fn closed(&mut self, start: &Cursor<'a>) -> Result<(), HoursFault> {
        if self.draft.has_hours() {
            self.next(start)?;
        }
        self.draft.days_last = self.draft.picks.is_empty();
        self.draft.state = Some(State::Closed);
        Ok(())
    }

    fn appointment(&mut self, start: &Cursor<'a>) -> Result<(), HoursFault> {
        let blank = self.draft.is_blank();
        let hours = self.draft.has_hours();
        let leads = hours && self.parted.is_some() && self.days_follow(1);
        if leads || self.draft.state == Some(State::Closed) {
            self.next(start)?;
        } else if self.parted == Some(Sense::And) && (blank || hours) {
            self.otherwise(start)?;
        } else if hours {
            self.check_scope(Some(APPOINTMENT))?;
            self.draft.said_after = Some(APPOINTMENT).filter(|_| !self.draft.times.is_empty());
        } else if blank && self.done.is_empty() {
            self.prefix_state = Some(State::Appointment);
        }
        self.draft.days_last |= !self.draft.has_days();
        self.draft.state = Some(State::Appointment);
        Ok(())
    }

    /// `toujours sur rendez-vous` at the end of a clause holds for the whole of it.
    fn all_by_appointment(&mut self) {
        super::join::all_by_appointment(&mut self.done);
        self.draft.state = self.draft.state.or(Some(State::Appointment));
    }

    /// `le matin` beside times says nothing more; alone it says no hours.
    fn half_day(&mut self) -> Result<(), HoursFault> {
        let beside = !self.draft.times.is_empty() && self.parted.is_none();
        if !self.draft.times.is_empty() && !beside && !self.days_follow(1) {
            return Err(unclear::half_day(self.cursor.span(), false));
        }
        if self.draft.has_suffix || self.draft.said_after.is_some() {
            return Err(unclear::half_day_after(self.cursor.span(), self.draft.said_after));
        }
        self.draft.half_day = Some(self.cursor.span());
        Ok(())
    }

    /// Whether days or times begin so many items ahead.
    fn days_follow(&self, items: usize) -> bool {
        let mut ahead = self.cursor.clone();
        ahead.pass(items);
        pick::begins(&ahead)
            || matches!(ahead.peek(0), Some(What::Time(_)))
            || span::span(&mut ahead).is_ok_and(|span| span.is_some())
    }

    /// What follows `aussi`, or stands before it, comes on top.
    fn also(&mut self, start: &Cursor<'a>) -> Result<(), HoursFault> {
        if self.parted.is_some() && self.draft.has_hours() {
            self.next(start)?;
        }
        self.draft.link = Link::Add;
        Ok(())
    }

    /// What follows speaks only where the rest is closed.
    fn otherwise(&mut self, start: &Cursor<'a>) -> Result<(), HoursFault> {
        if !self.draft.is_blank() {
            self.next(start)?;
        }
        self.draft.link = Link::Otherwise;
        Ok(())
    }

    /// Reads one qualifier; says whether there was one.
    pub fn qualifier(&mut self) -> Result<bool, HoursFault> {
        if !when::begins(&self.cursor) {
            return Ok(false);
        }
        if self.draft.has_hours() && self.parted.is_some() && self.leads() {
            self.begin_by_qualifier()?;
        }
        if self.closes_besides() {
            let start = self.cursor.clone();
            self.next(&start)?;
            self.draft.state = Some(State::Closed);
            self.draft.days_last = true;
        }
        if self.draft.is_blank() {
            self.prefix.read(&mut self.cursor, false)?;
            self.draft.when = self.prefix.clone();
        } else if !self.draft.has_hours() {
            self.draft.when.read(&mut self.cursor, true)?;
        } else if self.draft.days_last {
            self.draft.when.read(&mut self.cursor, false)?;
        } else {
            self.check_scope(None)?;
            self.draft.when.read(&mut self.cursor, true)?;
            self.draft.has_suffix = true;
        }
        Ok(true)
    }

    /// `fermé le lundi et en août`, `fermé en août, les jours fériés`: one closure, then another.
    fn closes_besides(&self) -> bool {
        let closed = self.draft.state == Some(State::Closed);
        if self.cursor.sense(0) == Some(&Sense::Except) {
            return false;
        }
        match self.parted {
            Some(Sense::And) => closed && self.draft.has_days(),
            Some(_) => closed && self.draft.when.tells_days(),
            None => false,
        }
    }

    /// Whether the qualifier here is followed at once by days or times: it leads a new rule.
    fn leads(&self) -> bool {
        let mut ahead = self.cursor.clone();
        if When::default().read(&mut ahead, false).is_err() {
            return false;
        }
        let passed = ahead.passed() - self.cursor.passed();
        ahead.sense(0) == Some(&Sense::Closed) || self.days_follow(passed)
    }

    fn begin_by_qualifier(&mut self) -> Result<(), HoursFault> {
        if !self.prefix.is_empty() && !self.prefix.tells_days() {
            return Err(unclear::scope(&self.cursor, None));
        }
        self.prefix = When::default();
        let start = self.cursor.clone();
        self.next(&start)
    }

    /// Refuses `lundi 9h-12h, mardi 14h-17h, sauf …`: it may hold for Tuesday or for both.
    fn check_scope(&self, what: Option<&str>) -> Result<(), HoursFault> {
        let except = self.cursor.sense(0) == Some(&Sense::Except);
        if (self.parted == Some(Sense::Comma) || except) && self.bare > 0 {
            return Err(unclear::scope(&self.cursor, what));
        }
        Ok(())
    }
}
