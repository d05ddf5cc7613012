//! The only door to a [`Guides`]: sorts, resolves, sees passages from both sides.

use std::collections::BTreeMap;

use jiff::ToSpan;
use rayon::prelude::*;

use crate::calendar::{Date, HolidayCalendar, LocalDays, named_break};
use crate::record::calendrier::{Calendrier, Jours};
use crate::record::{GuideRecords, Records};
use crate::text::sort_key;

use super::{
    Guide, Guides, Ids, Linked, Proches, Ref, activite, avenir, besoin, commune, critere, passage,
    proche, sujet, territoire,
};

/// Weeks shown ahead when a guide does not say how long it holds.
const WEEKS_AHEAD: i64 = 8;

/// Links records into guides; a guide without département is left out (its file was refused).
pub fn link(records: Records, today: Date) -> Guides {
    let mut guides = Guides {
        today,
        site: records.site,
        numeros: records.numeros,
        glossaire: records.glossaire,
        dispositifs: records.dispositifs,
        territoires: records.territoires,
        pages: records.pages,
        doublons: records.doublons,
        guides: {
            let calendars = &records.calendriers;
            let alone = |guide| alone(guide, calendars, today);
            records.guides.into_iter().filter_map(alone).collect()
        },
        calendriers: records.calendriers,
        ids: Ids::default(),
        proches: Proches::default(),
        empreintes: records.empreintes,
    };
    if let Some(site) = &guides.site {
        for guide in &mut guides.guides {
            guide.reglages.reglages.inherit(&site.reglages);
        }
    }
    avenir::set_aside(&mut guides);
    for guide in &mut guides.guides {
        if let Some(grille) = &guide.grille {
            guide.reglages.reglages.declare(grille);
        }
        let help = guide.reglages.telephone_aide.clone();
        let telephone = &mut guide.reglages.reglages.contact.telephone;
        *telephone = telephone.take().or(help);
    }
    guides.glossaire.sort_by_cached_key(|entry| sort_key(&entry.terme));
    guides.dispositifs.sort_by_cached_key(|found| sort_key(&found.fiche.nom));
    guides.territoires.sort_by_cached_key(|found| sort_key(&found.fiche.nom));
    guides.ids = ids(&guides.guides);
    see(&mut guides);
    guides.proches = proche::of_guides(&guides);
    guides
}

/// What each guide sees of all of them, one thing after the other since each stands on those before.
fn see(guides: &mut Guides) {
    fill(guides, passage::of_guide, |guide, passages| guide.passages = passages);
    fill(guides, commune::of_guide, |guide, communes| guide.communes = communes);
    let epcis = |all: &Guides, index| territoire::intercommunalites(all, &all.guides[index]);
    fill(guides, epcis, |guide, epcis| guide.intercommunalites = epcis);
    let answers = |all: &Guides, index| besoin::reponses(all, &all.guides[index]);
    fill(guides, answers, |guide, found| (guide.reponses, guide.pour_besoin) = found);
    fill(guides, Guides::territoires_of, |guide, found| guide.territoires = found);
    fill(guides, Guides::jours_des_evenements, |guide, days| guide.jours_des_evenements = days);
    fill(guides, activite::of_guide, |guide, found| guide.activites = found);
    fill(guides, critere::propres, |guide, found| guide.ouverts = found);
    fill(guides, critere::of_guide, |guide, found| guide.selections = found);
    fill(guides, Guides::agenda, |guide, agenda| {
        guide.jours_de = sujet::by_what(&agenda);
        guide.agenda = agenda;
    });
}

/// Makes something for every guide side by side, then gives each its own.
fn fill<T: Send>(
    guides: &mut Guides,
    make: impl Fn(&Guides, usize) -> T + Sync,
    put: impl Fn(&mut Guide, T),
) {
    let all = &*guides;
    let made: Vec<T> =
        (0..all.guides.len()).into_par_iter().map(|index| make(all, index)).collect();
    guides.guides.iter_mut().zip(made).for_each(|(guide, made)| put(guide, made));
}

/// A guide before anything is resolved, its lists in order.
fn alone(records: GuideRecords, calendars: &[Calendrier], today: Date) -> Option<Guide> {
    let departement = records.reglages.departement?;
    let conges = HolidayCalendar::of(departement.code, local_days(calendars, departement.code));
    let later = today.saturating_add(WEEKS_AHEAD.weeks());
    let mut guide = Guide {
        departement,
        valable_jusqu_au: records.reglages.valable_jusqu_au.unwrap_or(later),
        dossier: records.dossier,
        reglages: records.reglages,
        acteurs: records.acteurs,
        evenements: records.evenements,
        pages: records.pages,
        images: records.images.into_iter().map(Into::into).collect(),
        remises: records.remises,
        grille: records.grille,
        passages: Vec::new(),
        communes: Vec::new(),
        reponses: Vec::new(),
        pour_besoin: Vec::new(),
        intercommunalites: Vec::new(),
        territoires: Vec::new(),
        jours_des_evenements: Vec::new(),
        agenda: Vec::new(),
        jours_de: BTreeMap::new(),
        activites: Vec::new(),
        ouverts: Vec::new(),
        selections: Vec::new(),
        conges,
    };
    guide.acteurs.sort_by_cached_key(|acteur| {
        let commune = acteur.adresse.commune.map_or("", |commune| commune.nom);
        (sort_key(&acteur.fiche.nom), sort_key(commune), acteur.fiche.id.clone())
    });
    guide.evenements.sort_by_cached_key(|event| {
        (event.premier_jour(), sort_key(&event.fiche.nom), event.fiche.id.clone())
    });
    guide.pages.sort_by_cached_key(|page| (sort_key(&page.fiche.nom), page.fiche.id.clone()));
    Some(guide)
}

/// The days that the staff wrote for a département.
fn local_days(calendars: &[Calendrier], departement: &str) -> Vec<LocalDays> {
    let days = |calendar: &Calendrier| -> Vec<LocalDays> {
        let school = calendar.scolaire;
        let local = |jours: &Jours| LocalDays {
            school,
            days: (jours.du, jours.au),
            name: jours.nom.as_deref().and_then(named_break),
            taken_away: jours.retire,
        };
        calendar.jours.iter().map(local).collect()
    };
    calendars.iter().filter(|calendar| calendar.concerne(departement)).flat_map(days).collect()
}

/// Every id of actors and events.
fn ids(guides: &[Guide]) -> Ids {
    let mut ids = Ids::default();
    for (guide, linked) in guides.iter().enumerate() {
        for (index, acteur) in linked.acteurs.iter().enumerate() {
            ids.add(guide, &acteur.fiche, Linked::Acteur(Ref { guide, index }));
        }
        for (index, event) in linked.evenements.iter().enumerate() {
            ids.add(guide, &event.fiche, Linked::Evenement(Ref { guide, index }));
        }
    }
    ids
}
