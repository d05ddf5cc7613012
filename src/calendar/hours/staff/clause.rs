//! One clause of hours, between two semicolons: one rule or several.

use super::super::EXAMPLES;
use super::super::days::{Exception, Nth};
use super::super::fault::HoursFault;
use super::super::read::Sense;
use super::super::read::{Cursor, parts};
use super::super::read::{Item, What};
use super::super::rule::{Link, State};
use super::super::times::TimeSpan;
use super::Written;
use super::draft::Draft;
use super::pick::{self, Pick};
use super::when::When;
use super::{span, unclear};

/// What a clause says.
pub(super) enum Clause {
    /// Rules in the order written.
    Rules(Vec<Written>),
    /// `sauf vacances scolaires` alone: it holds for the whole text.
    Except(Vec<Exception>),
    /// `toujours sur rendez-vous`: so does this.
    AllAppointment,
}

/// Reads a clause.
pub(super) fn clause(items: &[Item]) -> Result<Clause, HoursFault> {
    let cursor = Cursor::new(items);
    if let [Item { what: What::Sense(Sense::AllAppointment), .. }] = items {
        return Ok(Clause::AllAppointment);
    }
    let mut reader = Reader {
        draft: Draft::new(cursor.clone(), When::default(), None),
        cursor,
        prefix: When::default(),
        prefix_state: None,
        done: Vec::new(),
        bare: 0,
        parted: None,
    };
    while reader.cursor.peek(0).is_some() {
        reader.step()?;
    }
    reader.end()
}

/// Where the reading of a clause stands.
pub(super) struct Reader<'a> {
    pub cursor: Cursor<'a>,
    /// Qualifiers written before any day: they hold for what follows in the clause.
    pub prefix: When,
    /// `sur rendez-vous` written first, which holds for the whole clause.
    pub prefix_state: Option<State>,
    /// The rule being read.
    pub draft: Draft<'a>,
    /// The rules read.
    pub done: Vec<Written>,
    /// How many of them end without a qualifier of their own.
    pub bare: usize,
    /// `,`, `et` or `ou` just before the cursor.
    pub parted: Option<Sense>,
}

impl<'a> Reader<'a> {
    /// Reads one piece.
    fn step(&mut self) -> Result<(), HoursFault> {
        if parts(self.cursor.sense(0)) {
            self.parted = self.cursor.sense(0).cloned();
            self.cursor.pass(1);
            return Ok(());
        }
        let start = self.cursor.clone();
        if let Some(span) = span::span(&mut self.cursor)? {
            self.times(span, &start)?;
        } else if self.state()? || self.holiday_beside_days() {
            // Read by the test itself.
        } else if let Some(pick) = pick::pick(&mut self.cursor)? {
            self.days(pick, &start)?;
        } else if !self.qualifier()? {
            return Err(self.cursor.fault("ceci n’a pas de sens ici", EXAMPLES));
        }
        self.parted = None;
        Ok(())
    }

    /// Ends the rule being read and begins another here.
    pub fn next(&mut self, start: &Cursor<'a>) -> Result<(), HoursFault> {
        let draft = Draft::new(start.clone(), self.prefix.clone(), self.prefix_state);
        let draft = std::mem::replace(&mut self.draft, draft);
        if self.parted == Some(Sense::And) {
            self.draft.link = Link::Add;
        }
        self.bare += usize::from(!draft.has_suffix);
        let span = start.up_to(&draft.start);
        let only = draft.only;
        for rule in draft.finish(span.clone())? {
            self.done.push(Written { rule, span: span.clone(), only });
        }
        Ok(())
    }

    fn times(&mut self, span: TimeSpan, start: &Cursor<'a>) -> Result<(), HoursFault> {
        if self.draft.state == Some(State::Closed) && !self.closes_at() {
            return Err(HoursFault::new(
                self.cursor.up_to(start),
                "on ne sait pas si ces heures sont ouvertes ou fermées",
                "séparez par un point-virgule ce qui est fermé et ce qui est ouvert",
            ));
        }
        if self.parted == Some(Sense::Or) {
            return Err(unclear::either(self.cursor.up_to(start)));
        }
        if self.draft.has_suffix {
            return Err(unclear::times_after(self.cursor.up_to(start)));
        }
        if self.draft.days_last && self.draft.has_days() && !self.draft.times.is_empty() {
            self.next(start)?;
        }
        if let Some(words) = self.draft.said_after {
            return Err(unclear::hours_after(self.cursor.up_to(start), words));
        }
        self.draft.days_last = !self.draft.has_days();
        self.draft.times.push(span);
        Ok(())
    }

    /// `fermé le mercredi de 12h à 14h`: times that follow the days at once are closed too.
    fn closes_at(&self) -> bool {
        let follows = self.parted.is_none() || !self.draft.times.is_empty();
        self.draft.has_days() && follows && !self.draft.comma_days
    }

    fn days(&mut self, pick: Pick, start: &Cursor<'a>) -> Result<(), HoursFault> {
        if self.parted == Some(Sense::Or) {
            return Err(unclear::either(self.cursor.up_to(start)));
        }
        let week = start.sense(0) == Some(&Sense::Week);
        if week && self.parted.is_none() && !self.draft.picks.is_empty() {
            return Err(unclear::which_week(self.cursor.up_to(start)));
        }
        if self.draft.has_hours() && !self.draft.days_last {
            self.next(start)?;
        }
        let after_nth = self.draft.picks.iter().any(|pick| pick.nth != Nth::EVERY);
        if after_nth && pick.nth == Nth::EVERY {
            return Err(HoursFault::new(
                self.cursor.up_to(start),
                "on ne sait pas de quelle semaine du mois est ce jour",
                "redites-le pour chaque jour, par exemple « 1er lundi et 1er mardi du mois »",
            ));
        }
        self.draft.comma_days |= !self.draft.picks.is_empty() && self.parted == Some(Sense::Comma);
        self.draft.picks.push(pick);
        Ok(())
    }

    /// `lundi et jours fériés`: holidays beside weekdays.
    fn holiday_beside_days(&mut self) -> bool {
        let hours = self.draft.has_hours() && !self.draft.days_last;
        let beside = self.parted.is_some() && !self.draft.picks.is_empty() && !hours;
        match self.cursor.sense(0) {
            Some(Sense::Holiday(holiday)) if beside => self.draft.holidays.push(*holiday),
            _ => return false,
        }
        self.cursor.pass(1);
        true
    }

    /// Ends the clause.
    fn end(mut self) -> Result<Clause, HoursFault> {
        if self.draft.is_blank() && self.done.is_empty() {
            if let Some(except) = self.prefix.only_exceptions() {
                return Ok(Clause::Except(except));
            }
            if self.draft.remark.is_some() && self.prefix.is_empty() {
                self.draft.state = Some(State::Unknown);
            }
        }
        let end = self.cursor.clone();
        self.next(&end)?;
        Ok(Clause::Rules(self.done))
    }

    /// Whether the next thing is a word between quotation marks or a known remark.
    pub fn remark_ahead(&self) -> Option<String> {
        match self.cursor.peek(0) {
            Some(What::Sense(Sense::Remark(words))) => Some((*words).to_owned()),
            Some(What::Quoted(words)) => Some(words.clone()),
            _ => None,
        }
    }
}
