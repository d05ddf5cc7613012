//! Calendar files (RFC 5545, RFC 7986) of a guide and of each commune, need, actor, tour and event.

mod annonce;
mod entree;
mod lines;
mod nom;
mod serie;
mod zone;

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, World};
use crate::guide::{Guide, Guides, Occurrence, Quoi, Sujet};
use crate::plan::{About, Medium, Sheet};
use crate::text::{slug, typography};
use crate::vocabulary::BESOINS;

use annonce::Crieur;
use entree::Fichier;
use lines::Lines;
pub(super) use nom::of_passage as nom_de_passage;

/// The calendar files.
pub struct Calendrier;

impl Edition for Calendrier {
    fn nom(&self) -> &'static str {
        "calendriers"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let of_guide = |(index, guide): (usize, &Guide)| {
            let folder = slug(&guide.dossier);
            let sheet = move |sujet| sheet(guides, index, &folder, sujet);
            sujets(guides, index).into_iter().filter_map(sheet).collect::<Vec<_>>()
        };
        guides.guides.iter().enumerate().flat_map(of_guide).collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Agenda(guide, sujet) = sheet.about else { return Ok(Vec::new()) };
        Ok(write(Crieur { world, guide }, sujet, &sheet.address))
    }
}

/// Whatever may have days.
fn sujets(guides: &Guides, guide: usize) -> Vec<Sujet> {
    let here = &guides.guides[guide];
    let tours = here.acteurs.iter().enumerate().filter(|(_, acteur)| acteur.tournee.is_some());
    let mut all = vec![Sujet::Guide];
    all.extend((0..here.communes.len()).map(Sujet::Commune));
    all.extend((0..here.intercommunalites.len()).map(Sujet::Intercommunalite));
    all.extend(BESOINS.iter().map(|besoin| Sujet::Besoin(besoin.slug)));
    all.extend((0..here.acteurs.len()).map(Sujet::Acteur));
    all.extend(tours.map(|(index, _)| Sujet::Tournee(index)));
    all.extend((0..here.evenements.len()).map(Sujet::Evenement));
    all
}

/// The file of a subject that has days or changes to tell.
fn sheet(guides: &Guides, guide: usize, folder: &str, sujet: Sujet) -> Option<Sheet> {
    let told = !guides.agenda_de(guide, sujet).is_empty()
        || !guides.changements_de(guide, sujet).is_empty();
    let path = format!("{folder}/calendriers/{}.ics", guides.guides[guide].chemin(sujet));
    let address = told.then(|| Address::new(path).ok()).flatten()?;
    Some(Sheet { address, medium: Medium::Ics, about: About::Agenda(guide, sujet) })
}

/// The bytes of a calendar file.
fn write(crieur: Crieur<'_>, sujet: Sujet, address: &Address) -> Vec<u8> {
    let guides = crieur.world.guides;
    let days = guides.agenda_de(crieur.guide, sujet);
    let end = guides.fin_de_l_agenda(&guides.guides[crieur.guide]);
    let last = match (sujet, days.last()) {
        // An event knows its days for a year.
        (Sujet::Evenement(_), Some(last)) => last.jusqu_au.unwrap_or(last.jour),
        _ => end,
    };
    let nom = name(crieur.world, crieur.guide, sujet);
    let fichier = Fichier::new(crieur, nom, address, last);
    let mut by_what: BTreeMap<Quoi, Vec<&Occurrence>> = BTreeMap::new();
    for one in days {
        by_what.entry(one.quoi).or_default().push(one);
    }
    let mut out = Lines::default();
    fichier.write(&mut out, |fichier, out| {
        for days in by_what.values() {
            fichier.days(days, out);
        }
        for (at, change) in guides.changements_de(crieur.guide, sujet) {
            fichier.change(at, change, out);
        }
    });
    out.into_bytes()
}

/// The name of a calendar: what it is about, then its guide.
pub(super) fn name(world: &World<'_>, index: usize, sujet: Sujet) -> String {
    let here = &world.guides.guides[index];
    let guide = typography(&here.reglages.reglages.titre);
    let about = match sujet {
        Sujet::Guide => return guide,
        Sujet::Commune(rank) => typography(here.communes[rank].commune.nom),
        Sujet::Intercommunalite(rank) => typography(here.intercommunalites[rank].epci.nom_propre()),
        Sujet::Besoin(slug) => BESOINS
            .iter()
            .find(|besoin| besoin.slug == slug)
            .map(|besoin| typography(besoin.title))
            .unwrap_or_default(),
        Sujet::Acteur(rank) | Sujet::Tournee(rank) => typography(&here.acteurs[rank].fiche.nom),
        Sujet::Evenement(rank) => typography(&here.evenements[rank].fiche.nom),
    };
    format!("{about} – {guide}")
}
