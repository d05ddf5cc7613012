//! The pages above the guides: the home, and the texts and the plan when there are several guides.

use serde::Serialize;

use crate::address::Address;
use crate::edition::World;
use crate::plan::{About, Fixed, Scope};
use crate::record::Reglages;
use crate::text::typography;

use super::frame::conformity;
use super::parts::{Choix, Mot};

/// A page above the guides, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    titre: String,
    /// The title of the site.
    site: String,
    h1: String,
    description: String,
    resume: Option<String>,
    /// The home above the guides; nothing on the home itself.
    accueil: Option<String>,
    guides: Vec<Choix<'a>>,
    /// Every page above the guides.
    pages: Vec<Mot<'a>>,
    pied: Vec<Mot<'a>>,
    /// « non conforme » until an audit says better.
    etat: String,
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
    let reglages = reglages(world);
    let site = title(world);
    let named =
        PAGES.iter().find(|(page, _)| Some(*page) == fixed).map(|(_, word)| labels.word(word));
    let resume =
        reglages.and_then(|reglages| reglages.presentation_resume.as_deref()).map(typography);
    let state = reglages.map_or("non", conformity);
    View {
        titre: match named {
            Some(named) => format!("{named} – {site}"),
            // A guide whose site has no settings of its own bears the same title.
            None => labels.say("site.titre", &[("site", &site)]),
        },
        description: resume.clone().unwrap_or_else(|| site.clone()),
        resume,
        accueil: fixed.and_then(|_| world.plan.page(About::Site)).map(|home| from.to(home)),
        guides: guides(world, from),
        pages: pages(world, from),
        pied: foot(world, from, state),
        etat: labels.say(&format!("accessibilite.{state}"), &[]),
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

/// The guides, each by its département.
fn guides<'a>(world: &'a World<'a>, from: &Address) -> Vec<Choix<'a>> {
    let choice = |(index, guide): (usize, &crate::guide::Guide)| {
        let home = world.plan.page(About::Fixed(Scope::Guide(index), Fixed::Accueil))?;
        let running = |acteur: &&crate::record::Acteur| {
            acteur.est_un_lieu() && acteur.fiche.en_cours(world.guides.today)
        };
        let places = guide.acteurs.iter().filter(running).count();
        Some(Choix {
            href: from.to(home),
            texte: typography(&format!("{} ({})", guide.departement.nom, guide.departement.code))
                .into(),
            nombre: world.themes.site.labels.count("nombre.lieux", places),
            icone: "",
        })
    };
    world.guides.guides.iter().enumerate().filter_map(choice).collect()
}

fn pages<'a>(world: &'a World<'a>, from: &Address) -> Vec<Mot<'a>> {
    let link = |(fixed, word): &(Fixed, &'static str)| {
        let address = world.plan.page(About::Fixed(Scope::Site, *fixed))?;
        Some(Mot::to(Some(from.to(address)), world.themes.site.labels.word(word)))
    };
    PAGES.iter().filter_map(link).collect()
}

/// Accessibility, legal notice, plan: of the site, or of its only guide.
fn foot<'a>(world: &'a World<'a>, from: &Address, state: &str) -> Vec<Mot<'a>> {
    let labels = &world.themes.site.labels;
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
