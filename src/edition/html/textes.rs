//! Pages that are texts: those the guide writes, who makes it, accessibility, legal notice.

use serde::Serialize;

use crate::plan::{About, Fixed};
use crate::record::acteur::LIEU;
use crate::text::typography;

use super::declaration::Declaration;
use super::fiche::{self, Langue};
use super::frame::{Frame, Head};
use super::here::Here;
use super::markdown;
use super::parts::{Avis, Figure, Mot};

/// A page the guide writes, as its template sees it.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    page: Frame<'a>,
    avis: Vec<Avis<'a>>,
    resume: String,
    langue: Option<Langue<'a>>,
    texte: String,
    images: Vec<Figure>,
    /// « Mis à jour le 23 novembre 2026. »
    mise_a_jour: Option<String>,
    source: Option<String>,
    /// Others to read.
    autres: Vec<Mot<'a>>,
}

/// Other pages shown.
const OTHERS: usize = 3;

/// The pages that follow one, the first after the last, those that have ended left out.
fn autres(here: Here<'_>, index: usize) -> Vec<Mot<'_>> {
    let pages = &here.guide().pages;
    let next = (1..pages.len()).map(|step| (index + step) % pages.len());
    let running = next.filter(|&rank| pages[rank].fiche.en_cours(here.world.guides.today));
    let link = |rank: usize| {
        Mot::to(here.href(About::Page(here.at(rank))), typography(&pages[rank].fiche.nom))
    };
    running.take(OTHERS).map(link).collect()
}

/// Makes a page that this guide wrote.
pub(super) fn page(here: Here<'_>, index: usize) -> Page<'_> {
    let written = &here.guide().pages[index];
    let fiche = &written.fiche;
    let resume = fiche.presentation_resume.as_deref().map(typography).unwrap_or_default();
    let labels = here.labels();
    let ended = !fiche.en_cours(here.world.guides.today);
    Page {
        page: here.frame(Head::new(typography(&fiche.nom), &fiche.id).about(&resume)),
        avis: ended.then(|| here.ended(fiche)).into_iter().collect(),
        resume,
        langue: Langue::of(fiche),
        texte: markdown::page(&written.texte, &here),
        images: here.figures(fiche),
        mise_a_jour: fiche::updated(fiche, labels),
        source: fiche::source(fiche, labels),
        autres: autres(here, index),
    }
}

/// A page that is there whatever the records say, as its template sees it.
#[derive(Serialize)]
pub(super) struct Fixe<'a> {
    page: Frame<'a>,
    declaration: Declaration,
    /// The plan of the site.
    plan: Option<String>,
    lieux: usize,
    evenements: usize,
    communes: usize,
    delai: Option<String>,
}

/// Makes « À propos », the statement of accessibility or the legal notice of this guide.
pub(super) fn fixe<'a>(here: Here<'a>, titre: &str) -> Fixe<'a> {
    let guide = here.guide();
    let today = here.world.guides.today;
    let place = |acteur: &&crate::record::Acteur| acteur.recoit(today);
    Fixe {
        page: here.frame(Head::new(here.labels().word(titre), "")),
        declaration: Declaration::of(&guide.reglages.reglages, today, here.labels()),
        plan: here.fixed(Fixed::Plan),
        lieux: guide.acteurs.iter().filter(place).count(),
        evenements: guide.evenements.iter().filter(|event| event.a_venir(today)).count(),
        communes: guide.communes_servies().count(),
        delai: guide.reglages.fraicheur.de(LIEU).map(ToString::to_string),
    }
}
