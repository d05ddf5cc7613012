//! One event on its way to its file: its place, its days, the judgement of the reader, what is told.

use std::collections::BTreeMap;

use crate::calendar::{Date, HolidayCalendar};
use crate::intake::coming::{Coming, Fate};
use crate::intake::draft::Form;
use crate::intake::known::EVENEMENTS;
use crate::intake::national::Refusal;
use crate::intake::report::{FileReport, PlaceReport, RowReport};
use crate::intake::rows::base_name;
use crate::intake::settle::Settling;
use crate::intake::sort::Sort;
use crate::intake::{Order, judge};
use crate::record::Kind;

use super::address::moved;
use super::days::When;
use super::happening::{Happening, refusal};
use super::keys::KEYS;
use super::place::{Host, hosts};
use super::setting::{Located, Place, Target, locate, place, target};
use super::{said, told, written, zone};

/// The events of one file while they are recorded.
pub(super) struct Recording<'a> {
    order: &'a Order<'a>,
    file: &'a str,
    /// Guides that events may go to.
    targets: Vec<Target>,
    /// Actors of each guide, by its folder.
    hosts: BTreeMap<String, Vec<Host>>,
    /// Places that no actor is, by name, address and commune.
    unknown: BTreeMap<(String, String, String), PlaceReport>,
    /// Events that an actor hosts.
    hosted: usize,
}

/// An event that is written: its guide, and the YAML of its record.
struct Ready {
    guide: usize,
    body: String,
}

impl<'a> Recording<'a> {
    /// Starts over the guides that are there.
    pub fn over(order: &'a Order<'a>, settling: &Settling, file: &'a str) -> Self {
        let targets: Vec<Target> = match order.into {
            Some((folder, departement)) => vec![Target { folder: folder.to_owned(), departement }],
            None => settling
                .guides()
                .map(|(folder, departement)| Target { folder: folder.to_owned(), departement })
                .collect(),
        };
        let departement = |folder: &str| {
            targets.iter().find(|target| target.folder == folder).map(|target| target.departement)
        };
        let hosts = hosts(order.content, departement, order.today);
        Self { order, file, targets, hosts, unknown: BTreeMap::new(), hosted: 0 }
    }

    /// Records an event; returns what became of it, and its guide.
    pub fn one(
        &mut self,
        mut one: Happening,
        settling: &mut Settling,
    ) -> (RowReport, Option<usize>) {
        if let Some(refusal) = one.refusal.take() {
            return (said::refused(&one, refusal), None);
        }
        let ready = match self.ready(&mut one, settling) {
            Ok(Ok(ready)) => ready,
            Ok(Err(last)) => return (said::past(&one, last), None),
            Err(refusal) => return (said::refused(&one, refusal), None),
        };
        let coming = Coming {
            draft: &one.draft,
            body: &ready.body,
            file: base_name(self.file),
            folder: EVENEMENTS,
        };
        match settling.settle(ready.guide, &coming) {
            Err(refusal) => (said::refused(&one, refusal), None),
            Ok(settled) if settled.fate == Fate::Kept => {
                (said::kept(&one, settled.path), Some(ready.guide))
            }
            Ok(settled) => {
                let mut findings = std::mem::take(&mut one.draft.findings);
                findings.extend(settled.findings);
                let row = said::written(&one, settled.fate, settled.path, findings);
                // Where somebody's values stay, those of the event are in the report.
                let cells = if settled.merged { said::cells(&one, |_| true) } else { row.cells };
                (RowReport { cells, ..row }, Some(ready.guide))
            }
        }
    }

    /// The record of an event as the reader of records takes it, or its last day when it is over.
    fn ready(
        &mut self,
        one: &mut Happening,
        settling: &mut Settling,
    ) -> Result<Result<Ready, Date>, Refusal> {
        let hint = match self.targets.as_slice() {
            [only] => Some(only.departement.code),
            _ => None,
        };
        let located = locate(one, hint);
        let target = target(&located, &self.targets, self.order.into.is_some())?.clone();
        let hosts: &[Host] = self.hosts.get(&target.folder).map_or(&[], Vec::as_slice);
        let (hosted, unknown) = placed(one, &located, hosts)?;
        let when = self.when(one, &target, hosts)?;
        if let Some(last) = when.last().filter(|last| *last < self.order.today && !self.order.past)
        {
            return Ok(Err(last));
        }
        let code = target.departement.code;
        written::put(one, &when, self.holidays(code).as_ref());
        one.draft.apart = when.days.keys().next().map(ToString::to_string);
        one.draft.add_code_if_needed(code);
        told::leftovers(one);
        let body = judged(one, code)?;
        self.hosted += usize::from(hosted);
        if let Some(place) = unknown {
            let key = (place.nom.clone(), place.adresse.clone(), place.commune.clone());
            self.unknown.entry(key).or_insert(place).evenements += 1;
        }
        let guide = settling.guide_named(&target.folder, target.departement);
        Ok(Ok(Ready { guide, body }))
    }

    /// The days of an event in the hours of its département.
    fn when(&self, one: &mut Happening, target: &Target, hosts: &[Host]) -> Result<When, Refusal> {
        let home = zone::of_departement(target.departement);
        let mut findings = Vec::new();
        let mut when = one.timing.when(&home, self.horizon(), &mut findings)?;
        one.draft.findings.extend(findings);
        if when.too_long {
            return Err(refusal(
                "evenement-trop-long",
                "Cet événement dure plus de trois ans.",
                "Vérifiez sa date de fin dans l’agenda d’origine.",
            ));
        }
        for (day, spot) in std::mem::take(&mut when.spots) {
            if let Some(one) = when.days.get_mut(&day) {
                one.moved = moved(&spot, hosts, target.departement.code);
            }
        }
        Ok(when)
    }

    /// The holidays of a département; none where the guide writes some of its own, which are not read here.
    fn holidays(&self, code: &str) -> Option<HolidayCalendar> {
        let own = self.order.content.iter().any(|(path, _)| path.starts_with("calendriers/"));
        (!own).then(|| HolidayCalendar::of(code, Vec::new()))
    }

    /// The day up to which what has no end is looked at: it changes once a year only, so that the same file
    /// gives the same record.
    fn horizon(&self) -> Date {
        let next = self.order.today.saturating_add(jiff::Span::new().years(1));
        next.last_of_year()
    }

    /// Tells the places that were found, and those that were not.
    pub fn tell(self, report: &mut FileReport) {
        report.hosted = self.hosted;
        report.places = self.unknown.into_values().collect();
        report.places.sort_by_key(|place| std::cmp::Reverse(place.evenements));
    }
}

/// Writes who organises and where; whether an actor hosts it, or the place that none surely is.
fn placed(
    one: &mut Happening,
    located: &Located,
    hosts: &[Host],
) -> Result<(bool, Option<PlaceReport>), Refusal> {
    told::organiser(one, hosts);
    let place = match place(one, located, hosts) {
        Err(_) if one.draft.value("organisateur").is_some() && one.spot.is_empty() => {
            Place::Nowhere
        }
        found => found?,
    };
    if one.draft.value("sorte").is_none() && one.online && one.draft.commune.is_none() {
        one.draft.put("sorte", Form::Text, Some("en ligne".to_owned()));
    }
    Ok(match place {
        Place::Hosted => (true, None),
        // A commune alone is no place to recognise.
        Place::In(commune, candidates) if !one.spot.is_only_commune() => {
            (false, Some(told::unknown(one, commune.nom, &candidates)))
        }
        Place::In(..) | Place::Nowhere => (false, None),
    })
}

/// The YAML of an event as the reader of records takes it.
fn judged(one: &mut Happening, departement: &str) -> Result<String, Refusal> {
    let columns = one.columns.clone();
    let column = |key: &str| {
        let known = columns.iter().find(|(known, _)| *known == key);
        known.map_or_else(|| key.to_owned(), |(_, column)| column.clone())
    };
    let sort = Sort { kind: Kind::Evenement, keys: &KEYS, column: &column };
    judge::judge(&mut one.draft, &sort, departement)
}
