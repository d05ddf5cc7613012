//! What is kept of a sheet once its bytes are staged: read once, for every rule.

use crate::check::alternatives::Doubt;
use crate::guide::Guides;
use crate::plan::{About, Medium, Plan, Sheet};

use super::carried::{self, Carried};
use super::headings::Headings;
use super::images::Pictures;
use super::link_texts::LinkTexts;
use super::links::Links;
use super::listen;
use super::notes::Notes;
use super::titles::Title;
use super::unfinished::Sentences;
use super::weight::{Budget, Budgets, Sample, Weight, may_exceed};

/// What is kept of a sheet once its bytes are staged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Where it goes.
    pub address: String,
    /// The file of the record it shows, when it shows one.
    pub file: Option<String>,
    /// Whether it is a page.
    pub is_page: bool,
    /// Bytes.
    pub size: usize,
    /// What it may weigh.
    pub budget: Budget,
    /// Whether it is of the pages whose weights stand for those of the site.
    pub sampled: bool,
    /// What it weighs once compressed; only pages of the sample and those that may be too heavy are weighed.
    pub weight: Option<Weight>,
    /// Title of a page.
    pub title: Option<String>,
    /// Links that lead to nothing planned.
    pub dead: Vec<String>,
    /// Links to an anchor: the page and the anchor.
    pub anchors: Vec<(String, String)>,
    /// Its own anchors.
    pub ids: Vec<String>,
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
    /// What a file to take along may weigh.
    pub bar: Option<Budget>,
}

/// What every sheet is read with.
pub struct Inspection<'a> {
    guides: &'a Guides,
    plan: &'a Plan,
    notes: Notes,
    budgets: Budgets,
    sample: Sample,
}

impl<'a> Inspection<'a> {
    /// Gets ready to read the sheets of a plan.
    pub fn of(guides: &'a Guides, plan: &'a Plan) -> Self {
        Self {
            guides,
            plan,
            notes: Notes::of(guides),
            budgets: Budgets::of(guides),
            sample: Sample::of(plan),
        }
    }

    /// Reads the bytes of a sheet; only pages have links, titles and budgets.
    pub fn read(&self, sheet: &Sheet, bytes: &[u8]) -> Rendered {
        let mut rendered = Rendered {
            address: sheet.address.to_string(),
            file: file(self.guides, sheet.about),
            is_page: sheet.medium == Medium::Html,
            size: bytes.len(),
            budget: self.budgets.page(sheet),
            sampled: self.sample.has(sheet),
            bar: carried::bar(sheet),
            ..Rendered::default()
        };
        if rendered.is_page && (rendered.sampled || may_exceed(bytes, rendered.budget)) {
            rendered.weight = Some(Weight::of(bytes, rendered.budget));
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            rendered.note = self.notes.found_in(text);
            if rendered.is_page {
                self.read_page(sheet, text, &mut rendered);
            } else if carried::is_read(sheet) {
                read_file(sheet, text, &mut rendered);
            }
        }
        rendered
    }

    /// One pass over a page, for every rule.
    fn read_page(&self, sheet: &Sheet, page: &str, rendered: &mut Rendered) {
        let mut title = Title::default();
        let mut links = Links::new(&sheet.address, self.plan);
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
        (rendered.dead, rendered.anchors, rendered.ids) = (links.dead, links.anchors, links.ids);
        (rendered.empty_links, rendered.vague_links) = (texts.empty, texts.vague);
        (rendered.spelt_links, rendered.twin_links) = (texts.spelt, texts.twins);
        (rendered.silent_images, rendered.useless_alts) = (pictures.silent, pictures.useless);
        rendered.doubtful_alts = pictures.doubtful;
        rendered.heading_faults = headings.faults();
        rendered.unfinished = sentences.found;
    }
}

/// One pass over a file to take along; the code of a piece of somebody else's page has no main heading of its own.
fn read_file(sheet: &Sheet, text: &str, rendered: &mut Rendered) {
    let mut carried = Carried::default();
    let mut texts = LinkTexts::new(text);
    let mut headings = Headings::new(text);
    listen::read(text, &mut [&mut carried, &mut texts, &mut headings]);
    let texts = texts.faults(&sheet.address);
    rendered.carried = carried.faults();
    rendered.empty_links = texts.empty;
    // A link inside leads to a name that a record has: « Le Lien ».
    rendered.vague_links = texts.vague;
    rendered.vague_links.retain(|(_, target)| target.as_ref().is_none_or(|to| !to.contains('#')));
    if sheet.medium != Medium::Fragment {
        rendered.heading_faults = headings.faults();
    }
}

/// The file of the record that a sheet shows.
fn file(guides: &Guides, about: About) -> Option<String> {
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
    Some(fiche.fichier.path.clone())
}
