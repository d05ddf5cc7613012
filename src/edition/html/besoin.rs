//! The page of a need, and that of the need that cannot wait: what it is, then where to go.

use serde::Serialize;

use crate::guide::{Groupe as Epci, Surete, by_epci, surete};
use crate::plan::{About, Fixed};
use crate::text::{phone, typography};
use crate::vocabulary::{BESOINS, Besoin, URGENCE, besoin};

use super::fiche::tel;
use super::frame::{Frame, Head};
use super::here::Here;
use super::numeros::{self, Numero};
use super::parts::{Avis, Choix, Entree, Groupe, Mot};
use super::plan::LONGEST_LIST;

/// The page of a need, as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
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
    groupes: Vec<Groupe<'a>>,
    /// Said in place of an empty list.
    rien: Option<Avis<'a>>,
    /// Needs near this one.
    autres: Vec<Choix<'a>>,
    /// Numbers to call when one cannot move.
    numeros: Vec<Numero>,
}

/// Makes the page of a need of this guide.
pub(super) fn view<'a>(here: Here<'a>, slug: &str) -> Option<View<'a>> {
    let rank = BESOINS.iter().position(|besoin| besoin.slug == slug)?;
    let besoin = &BESOINS[rank];
    let acteurs = &here.common().of_need[rank];
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Besoins), labels.word("menu.besoins"));
    let head = Head::new(typography(besoin.title), &format!("besoin {slug}"))
        .below([above])
        .about(besoin.what[0]);
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
        groupes: here.by_epci(acteurs),
        rien: acteurs.is_empty().then(|| here.notice("avis.aucun_lieu", &[])),
        autres: besoin
            .related
            .iter()
            .filter_map(|slug| here.choice(crate::vocabulary::besoin(slug)?))
            .collect(),
        numeros: Vec::new(),
    })
}

/// Makes the page « J’ai une démarche urgente » of this guide.
pub(super) fn urgence(here: Here<'_>) -> View<'_> {
    let acteurs = &here.common().urgence;
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Besoins), labels.word("menu.besoins"));
    let head = Head::new(typography(URGENCE.title), "demarche urgente")
        .below([above])
        .about(URGENCE.what[0]);
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
        groupes: by_surety(here, acteurs),
        rien: None,
        autres: besoin("faire-une-demarche")
            .and_then(|besoin| here.choice(besoin))
            .into_iter()
            .collect(),
        numeros: numeros::others(here.world.guides),
    }
}

/// The three groups of the urgent page, surest first; each by commune.
fn by_surety<'a>(here: Here<'a>, acteurs: &[usize]) -> Vec<Groupe<'a>> {
    let groups = [
        (Surete::SansRendezVous, "urgence.sans_rendez_vous"),
        (Surete::Appeler, "urgence.appelez"),
        (Surete::SurRendezVous, "urgence.sur_rendez_vous"),
    ];
    let group = |(surety, key): (Surete, &str)| {
        let sure = |acteur: &&usize| surete(&here.guide().acteurs[**acteur]) == surety;
        let members: Vec<usize> = acteurs.iter().filter(sure).copied().collect();
        let (titre, texte) = (format!("{key}.titre"), format!("{key}.texte"));
        (!members.is_empty()).then(|| Groupe {
            titre: here.labels().say(&titre, &[]).into(),
            texte: here.labels().say(&texte, &[]).into(),
            groupes: here.communes(&members, acteurs.len() > LONGEST_LIST, true),
            ..Groupe::default()
        })
    };
    groups.into_iter().filter_map(group).collect()
}

impl<'a> Here<'a> {
    /// The phone that answers people who look for help, as an action.
    pub(super) fn help(&self) -> Option<Mot<'a>> {
        let number = self.guide().reglages.telephone_aide.as_ref()?;
        let texte = self.labels().say("action.aide", &[("numero", &phone(number))]);
        Some(Mot::to(Some(tel(number)), texte))
    }

    /// A need as a choice, with the number of its places.
    pub(super) fn choice(&self, besoin: &'static Besoin) -> Option<Choix<'a>> {
        let rank = BESOINS.iter().position(|known| known.slug == besoin.slug)?;
        let places = self.common().of_need[rank].len();
        Some(Choix {
            href: self.href(About::Besoin(self.index, besoin.slug))?,
            texte: typography(besoin.title).into(),
            nombre: self.labels().count("nombre.lieux", places),
            icone: self.theme().icon(besoin.slug),
        })
    }

    /// Places by intercommunalité, then commune; above some number, communes with counts.
    fn by_epci(&self, acteurs: &[usize]) -> Vec<Groupe<'a>> {
        let many = acteurs.len() > LONGEST_LIST;
        let groups = by_epci(self.guide(), acteurs);
        let group = |epci: Epci| {
            let members: Vec<usize> =
                epci.communes.iter().flat_map(|(_, members)| members.clone()).collect();
            let nom = epci
                .communes
                .first()
                .and_then(|(commune, _)| commune.epci)
                .and_then(crate::territory::epci);
            Groupe {
                titre: nom.map_or(epci.nom, |epci| epci.nom_entier()).into(),
                groupes: self.communes(&members, many, false),
                ..Groupe::default()
            }
        };
        groups.into_iter().map(group).collect()
    }

    /// Places by commune: under a heading each, or, when there are many, one line a commune.
    fn communes(&self, acteurs: &[usize], many: bool, phones: bool) -> Vec<Groupe<'a>> {
        let mut groups: Vec<(&'static crate::territory::Commune, Vec<usize>)> = Vec::new();
        for (commune, members) in
            by_epci(self.guide(), acteurs).into_iter().flat_map(|epci| epci.communes)
        {
            groups.push((commune, members));
        }
        groups.sort_by_cached_key(|(commune, _)| crate::text::sort_key(commune.nom));
        if many {
            let line = |(commune, members): (&'static crate::territory::Commune, Vec<usize>)| {
                let link = self.commune(commune);
                let suite =
                    format!("\u{a0}: {}", self.labels().count("nombre.lieux", members.len()))
                        .into();
                Entree { href: link.href, nom: link.texte, suite, ..Entree::default() }
            };
            let entrees = groups.into_iter().map(line).collect();
            return vec![Groupe { entrees, ..Groupe::default() }];
        }
        let group = |(commune, mut members): (&'static crate::territory::Commune, Vec<usize>)| {
            members.sort_by_key(|&acteur| surete(&self.guide().acteurs[acteur]));
            let entrees = members.into_iter().map(|acteur| self.answer(acteur, phones)).collect();
            Groupe { titre: typography(commune.nom).into(), entrees, ..Groupe::default() }
        };
        groups.into_iter().map(group).collect()
    }

    /// A place that answers a need: how one comes and when, and its phone where time counts.
    fn answer(&self, acteur: usize, with_phone: bool) -> Entree<'a> {
        let brief = &self.common().acteurs[acteur];
        let mut entree = self.entree(acteur);
        let note = if with_phone { brief.quand.clone() } else { brief.note() };
        entree.lignes.extend((!note.is_empty()).then(|| note.into()));
        let number = self.guide().acteurs[acteur].telephone.as_deref().filter(|_| with_phone);
        entree.appel = number.map(|number| Mot::to(Some(tel(number)), phone(number)));
        entree
    }
}
