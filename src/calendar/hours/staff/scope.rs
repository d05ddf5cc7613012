//! Which rules of a clause a qualifier or a state holds for; what is unclear is refused, since a
//! wrong guess sends somebody to a closed door.

use super::super::cursor::Cursor;
use super::super::fault::HoursFault;
use super::super::items::What;
use super::super::phrases::Sense;
use super::super::rule::{Link, State};
use super::super::times::TimeSpan;
use super::clause::Reader;
use super::when::{self, When};
use super::{pick, span};

impl<'a> Reader<'a> {
    /// Reads `fermé`, `sur rendez-vous`, `sinon`, a remark; says whether there was one.
    pub fn state(&mut self) -> Result<bool, HoursFault> {
        let start = self.cursor.clone();
        if let Some(words) = self.remark_ahead() {
            self.cursor.pass(1);
            self.draft.add_remark(&words);
            return Ok(true);
        }
        match self.cursor.sense(0) {
            Some(Sense::Closed) => self.closed(&start)?,
            Some(Sense::Appointment) => self.appointment(&start)?,
            Some(Sense::Else) => self.otherwise(&start)?,
            Some(Sense::Always) => self.draft.times = vec![TimeSpan::WHOLE_DAY],
            Some(Sense::HalfDay) => self.draft.half_day = Some(start.span()),
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
        if self.parted == Some(Sense::And) && (blank || self.draft.has_hours()) {
            self.otherwise(start)?;
        } else if self.draft.state == Some(State::Closed) {
            self.next(start)?;
        } else if self.draft.has_hours() {
            self.check_scope("sur rendez-vous")?;
        } else if blank && self.done.is_empty() {
            self.prefix_state = Some(State::Appointment);
        }
        self.draft.days_last |= !self.draft.has_days();
        self.draft.state = Some(State::Appointment);
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
        if self.draft.is_blank() {
            self.prefix.read(&mut self.cursor, false)?;
            self.draft.when = self.prefix.clone();
        } else if !self.draft.has_hours() {
            self.draft.when.read(&mut self.cursor, true)?;
        } else if self.draft.days_last {
            self.draft.when.read(&mut self.cursor, false)?;
        } else {
            self.check_scope("cela")?;
            self.draft.when.read(&mut self.cursor, true)?;
            self.draft.has_suffix = true;
        }
        Ok(true)
    }

    /// Whether the qualifier here is followed at once by days or times: it leads a new rule.
    fn leads(&self) -> bool {
        let mut ahead = self.cursor.clone();
        When::default().read(&mut ahead, false).is_ok()
            && (pick::begins(&ahead)
                || matches!(ahead.peek(0), Some(What::Time(_)))
                || span::span(&mut ahead).is_ok_and(|span| span.is_some()))
    }

    fn begin_by_qualifier(&mut self) -> Result<(), HoursFault> {
        if !self.prefix.is_empty() && !self.prefix.tells_days() {
            return Err(self.unclear("cela"));
        }
        self.prefix = When::default();
        let start = self.cursor.clone();
        self.next(&start)
    }

    /// Refuses `lundi 9h-12h, mardi 14h-17h, sauf …`: it may hold for Tuesday or for both.
    fn check_scope(&self, what: &str) -> Result<(), HoursFault> {
        if self.parted == Some(Sense::Comma) && self.bare > 0 {
            return Err(self.unclear(what));
        }
        Ok(())
    }

    fn unclear(&self, what: &str) -> HoursFault {
        self.cursor.fault(
            format!("on ne sait pas si {} vaut pour tous les jours écrits avant", quoted(what)),
            "séparez les jours par « ; » et redites-le pour chacun ; « ; sauf … » à la fin vaut pour tous",
        )
    }
}

/// Words of the text between quotation marks; a pronoun stays as it is.
fn quoted(what: &str) -> String {
    if what == "cela" { what.to_owned() } else { format!("« {what} »") }
}
