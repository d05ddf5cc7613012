//! The pages above the guides: the home with its départements, the texts, the plan.

mod accueil;
mod page;

use serde::Serialize;

use crate::address::Address;
use crate::edition::World;
use crate::guide::Conformite;
use crate::plan::{About, Fixed, Scope};
use crate::record::Reglages;
use crate::text::typography;

use super::cartes;
use super::declaration::Declaration;
use super::numeros::{self, Numero};
use super::parts::{Mot, Rubrique};

pub(super) use page::view as page;

/// What surrounds every page above the guides.
#[derive(Serialize)]
pub(super) struct Cadre<'a> {
    titre: String,
    /// The title of the site.
    site: String,
    h1: String,
    description: String,
    /// The home above the guides; nothing on the home itself.
    accueil: Option<String>,
    pied: Vec<Mot<'a>>,
}

/// A page above the guides, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    #[serde(flatten)]
    cadre: Cadre<'a>,
    resume: Option<String>,
    /// The départements, by region where there are several.
    regions: Vec<accueil::Region<'a>>,
    /// Their map; empty where there is one guide.
    carte: String,
    rubriques: Vec<Rubrique<'a>>,
    /// Numbers of emergencies.
    numeros: Vec<Numero>,
    /// Every page above the guides.
    pages: Vec<Mot<'a>>,
    declaration: Option<Declaration>,
}

/// Pages above the guides besides the home, with the words that name them.
const PAGES: [(Fixed, &str); 3] = [
    (Fixed::Accessibilite, "accessibilite.titre"),
    (Fixed::MentionsLegales, "pied.mentions"),
    (Fixed::Plan, "plan.titre"),
];

/// Makes a page above the guides: the home, or one of the others.
pub(super) fn view<'a>(world: &'a World<'a>, from: &Address, fixed: Option<Fixed>) -> View<'a> {
    let labels = &world.themes.site.labels;
    let named =
        PAGES.iter().find(|(page, _)| Some(*page) == fixed).map(|(_, word)| labels.word(word));
    let resume = reglages(world)
        .and_then(|reglages| reglages.presentation_resume.as_deref())
        .map(typography);
    let description = resume.clone().unwrap_or_else(|| title(world));
    let home = fixed.is_none();
    View {
        cadre: cadre(world, from, named, description),
        regions: accueil::regions(world, from),
        carte: if home { map(world) } else { String::new() },
        rubriques: if home { accueil::rubriques(world, from) } else { Vec::new() },
        numeros: if home { numeros::emergencies(world.guides) } else { Vec::new() },
        pages: pages(world, from),
        declaration: reglages(world)
            .map(|reglages| Declaration::of(reglages, world.guides.today, labels)),
        resume,
    }
}

/// The départements of the guides.
fn map(world: &World<'_>) -> String {
    cartes::departements(world.guides.guides.iter(), &world.themes.site.labels)
}

/// The frame of a page above the guides; the home has no name of its own.
fn cadre<'a>(
    world: &'a World<'a>,
    from: &Address,
    named: Option<&str>,
    description: String,
) -> Cadre<'a> {
    let labels = &world.themes.site.labels;
    let site = title(world);
    let of_guides = if world.guides.guides.is_empty() { "site.titre_seul" } else { "site.titre" };
    Cadre {
        titre: match named {
            Some(named) => format!("{named} – {site}"),
            // A guide whose site has no settings of its own bears the same title.
            None => labels.say(of_guides, &[("site", &site)]),
        },
        description,
        accueil: named.and_then(|_| world.plan.page(About::Site)).map(|home| from.to(home)),
        pied: foot(world, from),
        h1: named.map_or_else(|| site.clone(), str::to_owned),
        site,
    }
}

/// The title of the site; without settings of its own it must not bear that of its first guide.
pub(super) fn title(world: &World<'_>) -> String {
    let own = world.guides.site.as_ref().map(|site| typography(&site.reglages.titre));
    own.unwrap_or_else(|| world.themes.site.labels.word("site.sans_titre").to_owned())
}

/// The settings of the site, or those of the first guide.
pub(super) fn reglages<'a>(world: &World<'a>) -> Option<&'a Reglages> {
    let first = world.guides.guides.first().map(|guide| &guide.reglages.reglages);
    world.guides.site.as_ref().map(|site| &site.reglages).or(first)
}

/// Every page above the guides: those the site writes, then those that are always there.
fn pages<'a>(world: &'a World<'a>, from: &Address) -> Vec<Mot<'a>> {
    let link = |(fixed, word): &(Fixed, &'static str)| {
        let address = world.plan.page(About::Fixed(Scope::Site, *fixed))?;
        Some(Mot::to(Some(from.to(address)), world.themes.site.labels.word(word)))
    };
    written(world, from).into_iter().chain(PAGES.iter().filter_map(link)).collect()
}

/// The pages that the site writes, in the order of their files.
fn written<'a>(world: &'a World<'a>, from: &Address) -> Vec<Mot<'a>> {
    let link = |(index, page): (usize, &crate::record::Page)| {
        let address = world.plan.page(About::PageSite(index))?;
        Some(Mot::to(Some(from.to(address)), typography(&page.fiche.nom)))
    };
    let running =
        |(_, page): &(usize, &crate::record::Page)| page.fiche.en_cours(world.guides.today);
    world.guides.pages.iter().enumerate().filter(running).filter_map(link).collect()
}

/// Accessibility, legal notice, plan: of the site, or of its only guide.
fn foot<'a>(world: &'a World<'a>, from: &Address) -> Vec<Mot<'a>> {
    let labels = &world.themes.site.labels;
    let state = reglages(world)
        .map_or(Conformite::Non, |reglages| reglages.conformity(world.guides.today))
        .key();
    let link = |fixed, texte: String| {
        let own = world.plan.page(About::Fixed(Scope::Site, fixed));
        let address = own.or_else(|| world.plan.page(About::Fixed(Scope::Guide(0), fixed)))?;
        Some(Mot::to(Some(from.to(address)), texte))
    };
    let links = [
        link(Fixed::Accessibilite, labels.say(&format!("pied.accessibilite.{state}"), &[])),
        link(Fixed::MentionsLegales, labels.word("pied.mentions").to_owned()),
        link(Fixed::Plan, labels.word("pied.plan").to_owned()),
    ];
    links.into_iter().flatten().collect()
}
