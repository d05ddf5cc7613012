//! A content folder on a day: its guides, and the bytes of its calendar files and feeds.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::calendar::parse_date;
use jalon::edition::{self, EDITIONS, World};
use jalon::guide::{self, Guides, Sujet};
use jalon::plan::{About, Medium, Plan, Sheet};
use jalon::record;
use jalon::theme::{self, Themes};

use crate::support::{Desk, repository};

/// The guides of a content folder and what is written for calendars.
pub struct Printed {
    pub guides: Guides,
    pub themes: Themes,
    pub plan: Plan,
    /// Calendar files and feeds, by address.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Printed {
    /// Of a content folder.
    pub fn of(content: &Path, today: &str) -> Self {
        let (records, said) = record::read(content, "content");
        assert!(!said.iter().any(jalon::diagnostic::Diagnostic::is_error), "{said:?}");
        let guides = guide::link(records, parse_date(today).unwrap());
        let (themes, faults) = theme::read(&repository().join("themes"), &guides);
        assert_eq!(faults, []);
        let mut said = Vec::new();
        let plan = edition::plan(&guides, &mut said);
        assert_eq!(said, []);
        let mut printed = Self { guides, themes, plan, files: BTreeMap::new() };
        printed.files = printed.again();
        printed
    }

    /// Of a few records beside the settings of the Vienne.
    pub fn with(files: &[(&str, &str)], today: &str) -> Self {
        Self::of(&Desk::with(files).path().join("content"), today)
    }

    /// The same bytes, made once more.
    pub fn again(&self) -> BTreeMap<String, Vec<u8>> {
        let world = World::new(&self.guides, &self.themes, &self.plan);
        let sheets = self.plan.sheets.iter().filter(|(_, sheet)| is_calendar(sheet));
        let made = sheets.map(|(edition, sheet)| {
            let bytes = EDITIONS[*edition].render(&world, sheet).unwrap();
            (sheet.address.to_string(), bytes)
        });
        made.collect()
    }

    /// Address, guide and subject of every file of one kind.
    pub fn sujets(&self, medium: Medium) -> Vec<(&str, usize, Sujet)> {
        let sheets = self.plan.sheets.iter().filter(|(_, sheet)| sheet.medium == medium);
        let sujet = |(_, sheet): &'_ (usize, Sheet)| match sheet.about {
            About::Agenda(guide, sujet) => (guide, sujet),
            other => panic!("{other:?} is no agenda"),
        };
        sheets
            .map(|one| {
                let (guide, sujet) = sujet(one);
                (one.1.address.as_str(), guide, sujet)
            })
            .collect()
    }
}

fn is_calendar(sheet: &Sheet) -> bool {
    matches!(sheet.medium, Medium::Ics | Medium::Atom)
}
