//! The home of a guide: one purpose, one urgent action, the needs, the places, the days to come.

use serde::Serialize;

use crate::edition::carte::vignette;
use crate::plan::{About, Fixed};
use crate::text::typography;
use crate::vocabulary::{BESOINS, URGENCE};

use super::agenda::{self, Prochains};
use super::frame::{Frame, Head};
use super::here::Here;
use super::listes;
use super::numeros::{self, Numero};
use super::parts::{Choix, Fait, Mot};
use super::territoire;

/// The home of a guide, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    page: Frame<'a>,
    resume: String,
    urgence: Option<Mot<'a>>,
    /// The phone that helps to choose.
    aide: Option<Mot<'a>>,
    besoins: Vec<Choix<'a>>,
    lieux: Vec<Choix<'a>>,
    /// The letters that communes start with.
    lettres: Vec<Mot<'a>>,
    /// What takes place next, under the days it is about.
    prochains: Option<Prochains<'a>>,
    agenda: Option<Mot<'a>>,
    /// Who coordinates the département, and what the staff says of it.
    departement: Option<Departement<'a>>,
    papier: Vec<Choix<'a>>,
    /// Pages the guide wrote.
    pages: Vec<Mot<'a>>,
    numeros: Vec<Numero>,
    autres_numeros: Option<String>,
    /// How it is checked.
    verification: String,
}

/// What the staff says of the département as a whole.
#[derive(Serialize)]
struct Departement<'a> {
    resume: String,
    faits: Vec<Fait<'a>>,
}

/// Makes the home of this guide.
pub(super) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let reglages = &here.guide().reglages.reglages;
    let resume = reglages.presentation_resume.as_deref().map(typography).unwrap_or_default();
    let head = Head::new(labels.word("accueil.titre"), "").about(&resume);
    let urgence = here.fixed(Fixed::Urgence);
    View {
        page: here.frame(head),
        resume,
        autres_numeros: urgence
            .as_ref()
            .filter(|_| !numeros::others(here.world.guides).is_empty())
            .map(|href| format!("{href}#numeros")),
        urgence: urgence.map(|href| Mot::to(Some(href), typography(URGENCE.title))),
        aide: here.help(),
        besoins: BESOINS
            .iter()
            .filter(|besoin| besoin.home)
            .filter_map(|besoin| here.choice(besoin))
            .collect(),
        lieux: lieux(here),
        lettres: listes::alphabet(here, None),
        prochains: agenda::prochains(here),
        agenda: here
            .fixed(Fixed::Agenda)
            .map(|href| Mot::to(Some(href), labels.word("accueil.agenda"))),
        departement: departement(here),
        papier: papier(here),
        pages: pages(here),
        numeros: numeros::emergencies(here.world.guides),
        verification: verification(here),
    }
}

/// The ways to choose by place.
fn lieux(here: Here<'_>) -> Vec<Choix<'_>> {
    let labels = here.labels();
    let guide = here.guide();
    let ways = [
        (
            Fixed::Communes,
            "accueil.communes",
            labels.count("nombre.communes", guide.communes.len()),
        ),
        (
            Fixed::Intercommunalites,
            "accueil.intercommunalites",
            labels.count("nombre.intercommunalites", guide.intercommunalites.len()),
        ),
        (
            Fixed::Territoires,
            "accueil.territoires",
            labels.count("nombre.territoires", guide.territoires.len()),
        ),
        (Fixed::AZ, "accueil.az", labels.count("nombre.fiches", guide.acteurs.len())),
    ];
    let choice = |(fixed, word, nombre): (Fixed, &'static str, String)| {
        let href = here.fixed(fixed)?;
        let icone = match fixed {
            Fixed::Intercommunalites => vignette(guide.departement.code).unwrap_or_default(),
            _ => String::new(),
        };
        Some(Choix { href, texte: labels.word(word).into(), nombre, icone: icone.into() })
    };
    ways.into_iter().filter_map(choice).collect()
}

/// What the staff says of the département: who coordinates, its labels, its strategy.
fn departement(here: Here<'_>) -> Option<Departement<'_>> {
    let guides = here.world.guides;
    let index = guides.territoire_of_code("département", here.guide().departement.code)?;
    let written = &guides.territoires[index];
    let resume = written.fiche.presentation_resume.as_deref().map(typography).unwrap_or_default();
    let mut faits = territoire::faits(here, written);
    // « Autres noms : département de la Vienne » tells nobody anything here.
    faits.retain(|fait| fait.nom != here.labels().word("fait.autres_noms"));
    Some(Departement { resume, faits })
}

/// The ways to have the guide on paper.
fn papier(here: Here<'_>) -> Vec<Choix<'_>> {
    let choice = |fixed, texte: &'static str, nombre: &'static str| {
        Some(Choix {
            href: here.fixed(fixed)?,
            texte: here.labels().word(texte).into(),
            nombre: here.labels().word(nombre).to_owned(),
            icone: "".into(),
        })
    };
    let ways = [
        choice(Fixed::Imprimer, "accueil.papier_lien", "accueil.papier_pour"),
        choice(Fixed::Emporter, "accueil.emporter_lien", "accueil.emporter_pour"),
    ];
    ways.into_iter().flatten().collect()
}

fn pages(here: Here<'_>) -> Vec<Mot<'_>> {
    let pages = here.guide().pages.iter().enumerate();
    let running = pages.filter(|(_, page)| page.fiche.en_cours(here.world.guides.today));
    let link = |(rank, page): (usize, &crate::record::Page)| {
        Mot::to(here.href(About::Page(here.at(rank))), typography(&page.fiche.nom))
    };
    running.map(link).collect()
}

/// « 22 lieux sur 26 ont été vérifiés assez récemment. »
fn verification(here: Here<'_>) -> String {
    let today = here.world.guides.today;
    let places = || here.guide().acteurs.iter().filter(move |acteur| acteur.recoit(today));
    let all = places().count().to_string();
    let said = here.labels().count("accueil.verification", here.checked(places()));
    said.replace("{total}", &all)
}
