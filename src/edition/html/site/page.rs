//! A page that the site writes, above the guides.

use serde::Serialize;

use crate::address::Address;
use crate::edition::World;
use crate::edition::html::fiche::{self, Langue};
use crate::edition::html::markdown::{self, Links};
use crate::edition::html::parts::Mot;
use crate::edition::html::photo::Photo;
use crate::plan::About;
use crate::text::typography;

use super::Cadre;

/// A page that the site writes, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition::html) struct Page<'a> {
    #[serde(flatten)]
    cadre: Cadre<'a>,
    resume: String,
    langue: Option<Langue<'a>>,
    texte: String,
    /// The pages before and after, in the order of their files.
    autour: Vec<Mot<'a>>,
    /// « Mis à jour le 23 novembre 2026. », « Source : … »
    fin: Vec<String>,
}

/// Makes a page that the site wrote.
pub(in crate::edition::html) fn view<'a>(
    world: &'a World<'a>,
    from: &Address,
    index: usize,
) -> Page<'a> {
    let written = &world.guides.pages[index];
    let fiche = &written.fiche;
    let labels = &world.themes.site.labels;
    let nom = typography(&fiche.nom);
    let resume = fiche.presentation_resume.as_deref().map(typography).unwrap_or_default();
    Page {
        cadre: super::cadre(world, from, Some(&nom), resume.clone()),
        resume,
        langue: Langue::of(fiche),
        texte: markdown::page(&written.texte, &Above { world, from }),
        autour: autour(world, from, index),
        fin: [fiche::updated(fiche, labels), fiche::source(fiche, labels)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn autour<'a>(world: &'a World<'a>, from: &Address, index: usize) -> Vec<Mot<'a>> {
    let link = |at: Option<usize>, key: &str| {
        let at = at?;
        let nom = typography(&world.guides.pages.get(at)?.fiche.nom);
        let address = world.plan.page(About::PageSite(at))?;
        let texte = world.themes.site.labels.say(key, &[("nom", &nom)]);
        Some(Mot::to(Some(from.to(address)), texte))
    };
    [link(index.checked_sub(1), "site.avant"), link(index.checked_add(1), "site.apres")]
        .into_iter()
        .flatten()
        .collect()
}

/// Texts above the guides name other such pages by their file, and anything else by its path.
struct Above<'a> {
    world: &'a World<'a>,
    from: &'a Address,
}

impl Links for Above<'_> {
    fn page(&self, path: &str) -> Option<String> {
        let id = path.strip_suffix(".md").unwrap_or(path);
        let page = self.world.guides.pages.iter().position(|page| page.fiche.id == id);
        let address = match page {
            Some(index) => self.world.plan.page(About::PageSite(index))?.clone(),
            // One that is not planned is written all the same: the check of dead links tells its author.
            None => Address::new(path).ok().filter(|path| self.world.may_lead_to(path))?,
        };
        Some(self.from.to(&address))
    }

    fn image(&self, _: &str) -> Option<Photo> {
        None
    }
}
