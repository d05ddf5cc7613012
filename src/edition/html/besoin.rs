//! The page of a need, and that of the need that cannot wait: what it is, then where to go.

mod lieux;

use serde::Serialize;

use crate::guide::Sujet;
use crate::plan::{About, Cible, Fixed, Produit};
use crate::text::{phone, typography};
use crate::vocabulary::{BESOINS, Besoin, URGENCE, besoin};

use super::fiche::tel;
use super::frame::{Frame, Head};
use super::here::Here;
use super::numeros::{self, Numero};
use super::parts::{Avis, Choix, Groupe, Mot, Rubrique};

/// The page of a need, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    /// What this help is.
    quoi: [&'static str; 2],
    qui: &'static str,
    /// The way down to the places.
    action: Option<Mot<'a>>,
    /// The phone that helps to choose.
    aide: Option<Mot<'a>>,
    a_apporter: &'static [&'static str],
    conseils: &'static [&'static str],
    /// The places come before the advice.
    presse: bool,
    titre_lieux: String,
    /// The criteria that narrow the list.
    preciser: Vec<Mot<'a>>,
    /// The intercommunalités of a long list.
    sommaire: Vec<Mot<'a>>,
    groupes: Vec<Groupe<'a>>,
    /// Said in place of an empty list.
    rien: Option<Avis<'a>>,
    /// The days to come of what answers it.
    agenda: Vec<Rubrique<'a>>,
    /// Its sheet to print.
    papier: Vec<Mot<'a>>,
    /// Needs near this one.
    autres: Vec<Choix<'a>>,
    /// Numbers of emergencies.
    urgences: Vec<Numero>,
    /// Numbers to call when one cannot move.
    numeros: Vec<Numero>,
}

/// Makes the page of a need of this guide.
pub(in crate::edition) fn view<'a>(here: Here<'a>, slug: &str) -> Option<View<'a>> {
    let rank = BESOINS.iter().position(|besoin| besoin.slug == slug)?;
    let besoin = &BESOINS[rank];
    let acteurs = &here.guide().pour_besoin[rank];
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Besoins), labels.word("menu.besoins"));
    let head = Head::new(typography(besoin.title), "").below([above]).about(besoin.what[0]);
    Some(View {
        page: here.frame(head),
        quoi: besoin.what,
        qui: besoin.who,
        action: (!acteurs.is_empty())
            .then(|| Mot::to(Some("#lieux".into()), labels.count("besoin.voir", acteurs.len()))),
        aide: here.help(),
        a_apporter: besoin.bring,
        conseils: besoin.advice,
        presse: false,
        titre_lieux: labels.count("besoin.lieux", acteurs.len()),
        preciser: here.criteres_de(rank, None),
        sommaire: here.contents(acteurs),
        groupes: here.by_epci(acteurs),
        rien: acteurs.is_empty().then(|| here.notice("avis.aucun_lieu", &[])),
        agenda: Some(here.days_to_come(Sujet::Besoin(besoin.slug)))
            .filter(|days| !days.est_vide())
            .into_iter()
            .collect(),
        papier: here.imprimes(Produit::Besoin, Cible::Besoin(besoin.slug)),
        autres: besoin
            .related
            .iter()
            .filter_map(|slug| here.choice(crate::vocabulary::besoin(slug)?))
            .collect(),
        urgences: Vec::new(),
        numeros: Vec::new(),
    })
}

/// Makes the page « J’ai une démarche urgente » of this guide.
pub(in crate::edition) fn urgence(here: Here<'_>) -> View<'_> {
    let acteurs = &here.common().urgence;
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Besoins), labels.word("menu.besoins"));
    let head = Head::new(typography(URGENCE.title), "").below([above]).about(URGENCE.what[0]);
    View {
        page: here.frame(head),
        quoi: URGENCE.what,
        qui: "",
        action: None,
        aide: here.help(),
        a_apporter: &[],
        conseils: URGENCE.advice,
        presse: true,
        titre_lieux: labels.word("urgence.lieux").to_owned(),
        preciser: Vec::new(),
        sommaire: Vec::new(),
        groupes: lieux::by_surety(here, acteurs),
        rien: None,
        agenda: Vec::new(),
        papier: Vec::new(),
        autres: besoin("faire-une-demarche")
            .and_then(|besoin| here.choice(besoin))
            .into_iter()
            .collect(),
        urgences: numeros::emergencies(here.world.guides),
        numeros: numeros::others(here.world.guides),
    }
}

impl<'a> Here<'a> {
    /// The phone that answers people who look for help, as an action.
    pub(in crate::edition) fn help(&self) -> Option<Mot<'a>> {
        let number = self.guide().reglages.telephone_aide.as_ref()?;
        let texte = self.labels().say("action.aide", &[("numero", &phone(number))]);
        Some(Mot::to(Some(tel(number)), texte))
    }

    /// A need as a choice, with the number of its places.
    pub(in crate::edition) fn choice(&self, besoin: &'static Besoin) -> Option<Choix<'a>> {
        let rank = BESOINS.iter().position(|known| known.slug == besoin.slug)?;
        let places = self.guide().pour_besoin[rank].len();
        Some(Choix {
            href: self.href(About::Besoin(self.index, besoin.slug))?,
            texte: typography(besoin.title).into(),
            nombre: self.labels().count("nombre.lieux", places),
            icone: self.theme().icon(besoin.slug).into(),
        })
    }
}
