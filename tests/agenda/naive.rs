//! Random guides: the agenda is what somebody finds who asks of each day, one after the other, what takes place.

use std::collections::BTreeMap;

use jalon::calendar::parse_date;
use jalon::guide::{self, Guides, Occurrence, Quoi};
use jalon::record;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::any_guide;
use crate::facts::{Change, Event, Except, Facts, Held, Rule, School, Span, Which};
use crate::support::Desk;
use crate::years::Day;

/// Day, hours, what, where, state.
type Line = (String, Vec<Span>, String, String, Option<String>);

impl Rule {
    fn is_on(&self, day: Day) -> bool {
        let chosen = match &self.which {
            Which::All => true,
            Which::Nth(all) => all.iter().any(|nth| day.is_nth(*nth)),
            Which::Last => day.is_last(),
            Which::Even => day.week().is_multiple_of(2),
            Which::Odd => !day.week().is_multiple_of(2),
            Which::OneInTwo(from) => *from <= day && (day.weeks() - from.weeks()).is_multiple_of(2),
        };
        let school = match self.school {
            School::Whatever => true,
            School::NotInHolidays => day.is_published() && !day.is_school(),
            School::OnlyInHolidays => day.is_published() && day.is_school(),
        };
        let free = !(self.not_on_public && day.is_public());
        chosen && school && free && self.weekdays.contains(&day.weekday())
    }
}

impl Except {
    /// Whether a day is taken away, or nobody knows.
    fn takes(self, day: Day) -> bool {
        match self {
            Self::Public => day.is_public(),
            Self::School => !day.is_published() || day.is_school(),
            Self::Between(first, last) => first <= day && day <= last,
        }
    }
}

impl Held {
    fn is_on(&self, day: Day) -> bool {
        self.rule.is_on(day)
            && self.du.is_none_or(|du| du <= day)
            && self.au.is_none_or(|au| day <= au)
            && !self.sauf.iter().any(|except| except.takes(day))
    }
}

impl Change {
    fn is_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    fn closes(&self) -> bool {
        self.state == "fermé" || self.state == "annulé"
    }
}

impl Event {
    /// What it does on a day: hours, whether it is elsewhere, state.
    fn on(&self, day: Day) -> Vec<(Vec<Span>, bool, Option<&'static str>)> {
        if self.ends.is_some_and(|end| end <= day) {
            return Vec::new();
        }
        let told = |state: Option<&'static str>| state.filter(|state| *state != "prévu");
        let whole = told(self.state);
        let of_rule = self.held.is_on(day).then(|| self.held.rule.hours.clone());
        let named: Vec<_> = self.dates.iter().filter(|named| named.day == day).collect();
        if named.is_empty() {
            return of_rule.into_iter().map(|hours| (hours, false, whole)).collect();
        }
        let mut found = Vec::new();
        for one in named {
            let moved = (one.moved && of_rule.is_some()).then_some("déplacé");
            let state = if matches!(whole, Some("annulé" | "reporté")) {
                whole
            } else if told(one.state).is_some() {
                one.state
            } else if whole.is_some() {
                whole
            } else {
                moved
            };
            let hours =
                one.hours.map_or_else(|| of_rule.clone().unwrap_or_default(), |own| vec![own]);
            found.push((hours, one.moved, state));
        }
        found
    }
}

impl Facts {
    /// What the library does to those it receives on a day.
    fn library_closes(&self, day: Day) -> Option<&Change> {
        self.library.iter().find(|change| change.is_on(day) && change.closes())
    }

    fn visits(&self, day: Day, out: &mut Vec<Line>) {
        for (rank, visitor) in self.visitors.iter().enumerate() {
            let ended = visitor.ends.is_some_and(|end| end <= day);
            if ended || !visitor.held.is_on(day) {
                continue;
            }
            // Of a house that receives elsewhere, only its being closed counts there.
            let own = visitor.changes.iter().find(|change| change.is_on(day) && change.closes());
            let state = own.or_else(|| self.library_closes(day)).map(|change| change.state.into());
            let hours = visitor.held.rule.hours.clone();
            out.push((day.iso(), hours, format!("Visite {rank}"), "Lusignan".into(), state));
        }
    }

    fn stops(&self, day: Day, out: &mut Vec<Line>) {
        let Some(bus) = &self.bus else { return };
        for (rank, (rule, hosted)) in bus.stops.iter().enumerate() {
            if !rule.is_on(day) || bus.sauf.iter().any(|except| except.takes(day)) {
                continue;
            }
            let of = |closes: bool, stop: Option<usize>| {
                let fits =
                    |one: &&Change| one.is_on(day) && one.closes() == closes && one.stop == stop;
                bus.changes.iter().find(fits)
            };
            // What closes counts before what only changes, the stop before the tour, the bus before the house.
            let change = of(true, Some(rank))
                .or_else(|| of(true, None))
                .or_else(|| self.library_closes(day).filter(|_| *hosted))
                .or_else(|| of(false, Some(rank)))
                .or_else(|| of(false, None));
            let hours = change.and_then(|change| change.hours);
            let hours = hours.map_or_else(|| rule.hours.clone(), |new| vec![new]);
            let place = if *hosted { "Lusignan" } else { "Vivonne" };
            let state = change.map(|change| change.state.into());
            out.push((day.iso(), hours, format!("Arrêt {rank}"), place.into(), state));
        }
    }

    fn events(&self, day: Day, out: &mut Vec<Line>) {
        for (rank, event) in self.events.iter().enumerate() {
            for (hours, moved, state) in event.on(day) {
                let place = if moved { "Vivonne" } else { "Lusignan" };
                let name = format!("Atelier {rank}");
                out.push((day.iso(), hours, name, place.into(), state.map(Into::into)));
            }
        }
    }
}

/// What jalon found, in the same words.
fn line(guides: &Guides, one: &Occurrence) -> Line {
    let here = &guides.guides[0];
    let name = match one.quoi {
        Quoi::Evenement(rank) => here.evenements[rank].fiche.nom.clone(),
        Quoi::Passage(rank) => {
            let passage = &here.passages[rank];
            let who = || passage.de.map(|who| guides.acteur(who).fiche.nom.clone());
            passage.nom.clone().or_else(who).unwrap()
        }
    };
    let hours = one.horaires.iter().map(|span| (span.from, span.to)).collect();
    let place = guides.lieu(0, one).commune.map_or("", |commune| commune.nom);
    (one.jour.to_string(), hours, name, place.into(), one.etat.map(|etat| etat.label.to_owned()))
}

fn linked(facts: &Facts, today: Day, until: Day) -> Guides {
    let files = facts.files(until);
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let desk = Desk::with(&files);
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert_eq!(said, [], "{files:?}");
    guide::link(records, parse_date(&today.iso()).unwrap())
}

/// Days from one to another, each asked for what takes place.
fn asked(first: Day, last: Day, of: impl Fn(Day, &mut Vec<Line>)) -> Vec<Line> {
    let mut found = Vec::new();
    (first.0..=last.0).for_each(|day| of(Day(day), &mut found));
    found.sort();
    found
}

/// All that takes place in a guide, from a day to another.
fn everything(facts: &Facts, first: Day, last: Day) -> Vec<Line> {
    asked(first, last, |day, out| {
        facts.visits(day, out);
        facts.stops(day, out);
        facts.events(day, out);
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_agenda_is_what_each_day_answers((today, until, facts) in any_guide::guide()) {
        let guides = linked(&facts, today, until);
        let here = &guides.guides[0];
        let agenda: Vec<Line> = here.agenda.iter().map(|one| line(&guides, one)).collect();
        prop_assert!(agenda.is_sorted_by_key(|(day, hours, ..)| (day, hours.first())));
        let mut sorted = agenda;
        sorted.sort();
        // Nine weeks at most, whatever the guide asks for.
        let expected = everything(&facts, today, until.min(today.plus(63)));
        prop_assert_eq!(&sorted, &expected, "made on {}: {:#?}", today.iso(), facts.files(until));
        // Of events, a whole year is known: 53 weeks.
        let year = asked(today, today.plus(371), |day, out| facts.events(day, out));
        let known = here.jours_des_evenements.iter().flatten();
        let mut known: Vec<Line> = known.map(|one| line(&guides, one)).collect();
        known.sort();
        prop_assert_eq!(&known, &year, "made on {}: {:#?}", today.iso(), facts.files(until));
    }
}

/// A test that meets no cancelled stop proves nothing about them.
#[test]
fn every_kind_of_day_is_met() {
    let mut runner = TestRunner::deterministic();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..500 {
        let (today, until, facts) = any_guide::guide().new_tree(&mut runner).unwrap().current();
        for (.., what, place, state) in everything(&facts, today, until.min(today.plus(63))) {
            let kind = what.split(' ').next().unwrap();
            let state = state.unwrap_or_else(|| "prévu".into());
            *met.entry(format!("{kind} {place} {state}")).or_default() += 1;
        }
    }
    for (kind, states) in [
        ("Atelier Lusignan", &["prévu", "complet", "déplacé", "reporté", "annulé"][..]),
        ("Atelier Vivonne", &["prévu", "complet", "déplacé", "reporté", "annulé"]),
        ("Visite Lusignan", &["prévu", "annulé", "fermé"]),
        ("Arrêt Lusignan", &["prévu", "annulé", "fermé", "complet", "déplacé", "horaires changés"]),
        ("Arrêt Vivonne", &["prévu", "annulé", "fermé", "complet", "déplacé", "horaires changés"]),
    ] {
        for state in states {
            let times = met.get(&format!("{kind} {state}")).copied().unwrap_or_default();
            assert!(times >= 10, "« {kind} {state} » is met {times} times: {met:#?}");
        }
    }
}
