//! What is kept of a sheet once its bytes are staged: read once, for every rule.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::check::alternatives::Doubt;
use crate::guide::Guides;
use crate::plan::{About, Medium, Plan, Sheet};

use super::carried::{self, Carried};
use super::headings::Headings;
use super::images::Pictures;
use super::link_texts::LinkTexts;
use super::links::{Links, Mark};
use super::listen;
use super::notes::Notes;
use super::titles::Title;
use super::unfinished::Sentences;
use super::weight::{Budget, Budgets, Sample, Weight, may_exceed};

/// What is kept of a sheet once its bytes are staged, beside what its plan and its record say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// Where it goes.
    pub address: Address,
    /// Whether it is a page.
    #[serde(skip)]
    pub is_page: bool,
    /// Bytes.
    pub size: usize,
    /// Whether it is of the pages whose weights stand for those of the site.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sampled: bool,
    /// What it weighs once compressed; only pages of the sample and those that may be too heavy are weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Title of a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Links to an anchor of another page: the page and the anchor; and those of its own that it lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<(Address, String)>,
    /// Its own anchors, each by its mark.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<Mark>,
    /// Whether it leads to another guide, or to what no archive of its own holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leaves: bool,
    /// What is wrong with it: most sheets are kept without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) faults: Option<Box<Faults>>,
}

/// What the rules found of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Faults {
    /// Links that lead to nothing planned.
    pub dead: Vec<String>,
    /// A note for the staff found in it.
    pub note: Option<String>,
    /// Addresses of pictures without `alt`.
    pub silent_images: Vec<String>,
    /// Names of files written as `alt`.
    pub useless_alts: Vec<String>,
    /// Texts of pictures that are heard in vain.
    pub doubtful_alts: Vec<Doubt>,
    /// Where links without text lead.
    pub empty_links: Vec<String>,
    /// Link texts that say nothing, and the page each leads to.
    pub vague_links: Vec<(String, Option<String>)>,
    /// Link texts that are addresses.
    pub spelt_links: Vec<String>,
    /// Link texts that lead to two places, with both.
    pub twin_links: Vec<[String; 3]>,
    /// What is wrong with its headings.
    pub heading_faults: Vec<String>,
    /// Sentences that stop after a colon.
    pub unfinished: Vec<String>,
    /// What of a file to take along would not work without network.
    pub carried: Vec<String>,
}

impl Rendered {
    /// What is known of a sheet while nothing is but its address.
    pub(crate) fn nothing(address: Address) -> Self {
        Self {
            address,
            is_page: false,
            size: 0,
            sampled: false,
            weight: None,
            title: None,
            anchors: Vec::new(),
            ids: Vec::new(),
            leaves: false,
            faults: None,
        }
    }

    /// What its bytes weigh, where that is to be known.
    fn weighed(&self, bytes: &[u8], budget: Budget) -> Option<Weight> {
        let asked = self.is_page && (self.sampled || may_exceed(bytes, budget));
        asked.then(|| Weight::of(bytes, budget))
    }

    /// What is wrong with the sheet.
    pub fn faults(&self) -> &Faults {
        static NONE: LazyLock<Faults> = LazyLock::new(Faults::default);
        self.faults.as_deref().unwrap_or(&NONE)
    }
}

/// What every sheet is read with.
pub struct Inspection<'a> {
    plan: &'a Plan,
    notes: Notes,
    budgets: Budgets,
    sample: Sample,
}

impl<'a> Inspection<'a> {
    /// Gets ready to read the sheets of a plan.
    pub fn of(guides: &'a Guides, plan: &'a Plan) -> Self {
        Self {
            plan,
            notes: Notes::of(guides),
            budgets: Budgets::of(guides),
            sample: Sample::of(plan),
        }
    }

    /// What is known of a sheet of so many bytes before it is read.
    fn unread(&self, sheet: &Sheet, size: usize) -> Rendered {
        Rendered {
            is_page: sheet.medium == Medium::Html,
            size,
            sampled: self.sample.has(sheet),
            ..Rendered::nothing(sheet.address.clone())
        }
    }

    /// What reading a sheet again would give, from what its last reading gave; its bytes are asked for where it is of
    /// the sample and was not, or the other way round.
    pub fn recall(
        &self,
        sheet: &Sheet,
        last: Rendered,
        bytes: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Rendered> {
        let Rendered { address, is_page, sampled, .. } = self.unread(sheet, last.size);
        let now = Rendered { address, is_page, sampled, ..last };
        if last.sampled == sampled {
            return Some(now);
        }
        let weight = now.weighed(&bytes()?, self.budgets.page(sheet));
        Some(Rendered { weight, ..now })
    }

    /// Reads the bytes of a sheet; only pages have links, titles and budgets.
    pub fn read(&self, sheet: &Sheet, bytes: &[u8]) -> Rendered {
        let mut rendered = self.unread(sheet, bytes.len());
        rendered.weight = rendered.weighed(bytes, self.budgets.page(sheet));
        if let Ok(text) = std::str::from_utf8(bytes) {
            let mut faults = if rendered.is_page {
                read_page(self.plan, sheet, text, &mut rendered)
            } else if carried::is_read(sheet) {
                read_file(sheet, text)
            } else {
                Faults::default()
            };
            faults.note = self.notes.found_in(text);
            rendered.faults = (faults != Faults::default()).then(|| Box::new(faults));
        }
        rendered
    }
}

/// One pass over a page, for every rule.
fn read_page(plan: &Plan, sheet: &Sheet, page: &str, rendered: &mut Rendered) -> Faults {
    let mut title = Title::default();
    let mut links = Links::new(&sheet.address, plan);
    let mut texts = LinkTexts::new(page);
    let mut pictures = Pictures::default();
    let mut headings = Headings::new(page);
    let mut sentences = Sentences::new(page);
    listen::read(
        page,
        &mut [&mut title, &mut links, &mut texts, &mut pictures, &mut headings, &mut sentences],
    );
    let texts = texts.faults(&sheet.address);
    rendered.title = title.text;
    (rendered.anchors, rendered.ids) = links.kept();
    rendered.leaves = links.leaves;
    Faults {
        dead: links.dead,
        empty_links: texts.empty,
        vague_links: texts.vague,
        spelt_links: texts.spelt,
        twin_links: texts.twins,
        silent_images: pictures.silent,
        useless_alts: pictures.useless,
        doubtful_alts: pictures.doubtful,
        heading_faults: headings.faults(),
        unfinished: sentences.found,
        ..Faults::default()
    }
}

/// One pass over a file to take along; the code of a piece of somebody else's page has no main heading of its own.
fn read_file(sheet: &Sheet, text: &str) -> Faults {
    let mut carried = Carried::default();
    let mut texts = LinkTexts::new(text);
    let mut headings = Headings::new(text);
    listen::read(text, &mut [&mut carried, &mut texts, &mut headings]);
    let mut texts = texts.faults(&sheet.address);
    // A link inside leads to a name that a record has: « Le Lien ».
    texts.vague.retain(|(_, target)| target.as_ref().is_none_or(|to| !to.contains('#')));
    let headings = if sheet.medium == Medium::Fragment { Vec::new() } else { headings.faults() };
    Faults {
        carried: carried.faults(),
        empty_links: texts.empty,
        vague_links: texts.vague,
        heading_faults: headings,
        ..Faults::default()
    }
}

/// The file of the record that a sheet shows.
pub(super) fn file(guides: &Guides, about: About) -> Option<&str> {
    let fiche = match about {
        About::Acteur(at) => &guides.guides[at.guide].acteurs[at.index].fiche,
        About::Evenement(at) => &guides.guides[at.guide].evenements[at.index].fiche,
        About::Page(at) => &guides.guides[at.guide].pages[at.index].fiche,
        About::Tournee(at) => &guides.guides[at.guide].acteurs[at.index].fiche,
        About::Dispositif(at) => &guides.dispositifs[at.index].fiche,
        About::Territoire(at) => &guides.territoires[at.index].fiche,
        About::PageSite(index) => &guides.pages[index].fiche,
        _ => return None,
    };
    Some(&fiche.fichier.path)
}
