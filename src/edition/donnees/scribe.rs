//! What every file of open data says alike: links, references, places, hours.

use crate::address::Address;
use crate::calendar::Horaires;
use crate::edition::World;
use crate::guide::{Guide, Guides, Linked, Occurrence, Ref};
use crate::plan::{About, Medium};
use crate::record::{Adresse, At, Fiche};
use crate::territory::{Commune, Point};
use crate::theme::Labels;

use super::champs::Champs;

/// Who writes the files of one guide.
#[derive(Clone, Copy)]
pub(super) struct Scribe<'a> {
    /// Everything.
    pub world: &'a World<'a>,
    /// Index of the guide.
    pub guide: usize,
    /// A file of its folder of data: links are written from there.
    pub from: &'a Address,
}

impl<'a> Scribe<'a> {
    /// Every guide.
    pub fn guides(&self) -> &'a Guides {
        self.world.guides
    }

    /// Its guide.
    pub fn here(&self) -> &'a Guide {
        &self.world.guides.guides[self.guide]
    }

    /// The words of its guide.
    pub fn labels(&self) -> &'a Labels {
        &self.world.themes.guides[self.guide].labels
    }

    /// A thing of this guide.
    pub fn at(&self, index: usize) -> Ref {
        Ref { guide: self.guide, index }
    }

    /// The page of a subject: whole where the public address is known, from this folder otherwise.
    pub fn page(&self, about: About) -> Option<String> {
        let page = self.world.plan.address(Medium::Html, about)?;
        let of = match about {
            About::Acteur(at) | About::Evenement(at) => at.guide,
            _ => self.guide,
        };
        Some(self.world.public(of, page).unwrap_or_else(|| self.from.to(page)))
    }

    /// An actor that something leads to.
    pub fn acteur(&self, at: Ref) -> Champs<'a> {
        self.record(About::Acteur(at), &self.guides().acteur(at).fiche)
    }

    /// A record that something leads to.
    fn record(&self, about: About, fiche: &'a Fiche) -> Champs<'a> {
        let mut fields = Champs::default();
        fields.text("id", &*fiche.id);
        fields.text("nom", &*fiche.nom);
        fields.some("page", self.page(about));
        fields
    }

    /// What is written of somebody or something: a known record, or words.
    pub fn reference(&self, written: Option<&'a At<String>>) -> Champs<'a> {
        let mut fields = Champs::default();
        let Some(written) = written else { return fields };
        match self.guides().ids.find(&written.value, self.guide) {
            Some(Linked::Acteur(at)) => return self.acteur(at),
            Some(Linked::Evenement(at)) => {
                let fiche = &self.guides().guides[at.guide].evenements[at.index].fiche;
                fields.extend(self.record(About::Evenement(at), fiche));
            }
            None => match self.shared(&written.value) {
                Some((about, fiche)) => fields.extend(self.record(about, fiche)),
                None => fields.text("nom", &*written.value),
            },
        }
        fields
    }

    /// A scheme or a territory, which all guides share.
    fn shared(&self, id: &str) -> Option<(About, &'a Fiche)> {
        let guides = self.guides();
        let schemes = guides.dispositifs.iter().enumerate();
        let scheme = schemes.into_iter().find(|(_, found)| found.fiche.id == id);
        let scheme = scheme.map(|(at, found)| (About::Dispositif(self.at(at)), &found.fiche));
        let territory = || {
            let mut all = guides.territoires.iter().enumerate();
            let (at, found) = all.find(|(_, found)| found.fiche.id == id)?;
            Some((About::Territoire(self.at(at)), &found.fiche))
        };
        scheme.or_else(territory)
    }

    /// The same of several.
    pub fn references(&self, written: &'a [At<String>]) -> Vec<Champs<'a>> {
        written.iter().map(|one| self.reference(Some(one))).collect()
    }
}

/// Hours in words, and in OpenStreetMap's form where it says the same.
pub(super) fn hours(fields: &mut Champs<'_>, horaires: Option<&Horaires>) {
    let Some(horaires) = horaires else { return };
    fields.some("horaires", horaires.osm());
    fields.text("horaires_en_mots", horaires.sentence());
}

/// Where something is: its own point, or the middle of its commune, and which of the two.
pub(super) fn point(
    own: Option<Point>,
    commune: Option<&Commune>,
) -> Option<(Point, &'static str)> {
    let middle = || Some((commune?.point?, "commune"));
    own.map(|point| (point, "adresse")).or_else(middle)
}

/// The commune of something, with its codes.
pub(super) fn commune(fields: &mut Champs<'_>, postal: Option<&str>, commune: Option<&Commune>) {
    let only = commune.and_then(|commune| match commune.codes_postaux {
        [only] => Some(*only),
        _ => None,
    });
    fields.some("commune", commune.map(|commune| commune.nom.to_owned()));
    fields.some("code_postal", postal.or(only).map(str::to_owned));
    fields.some("code_insee", commune.map(|commune| commune.code.to_owned()));
}

/// Coordinates, and what they are those of.
pub(super) fn coordinates(fields: &mut Champs<'_>, point: Option<(Point, &'static str)>) {
    let Some((point, precision)) = point else { return };
    fields.number("latitude", Some(point.latitude));
    fields.number("longitude", Some(point.longitude));
    fields.text("precision_du_point", precision);
}

/// The days of something to come: hours, state, whether one must have an appointment.
pub(super) fn days<'a, 'o>(days: impl IntoIterator<Item = &'o Occurrence>) -> Vec<Champs<'a>> {
    days.into_iter().map(day).collect()
}

/// One of them.
pub(super) fn day<'a>(one: &Occurrence) -> Champs<'a> {
    let mut fields = Champs::default();
    fields.said("jour", Some(one.jour));
    fields.said("jusqu_au", one.jusqu_au);
    fields.times("horaires", &one.horaires);
    fields.term("etat", one.etat);
    if one.sur_rendez_vous {
        fields.text("acces", "sur rendez-vous");
    }
    fields
}

/// What every record says of itself, before what is its own.
pub(super) fn named<'a>(fields: &mut Champs<'a>, fiche: &'a Fiche) {
    fields.list("autres_noms", fiche.autres_noms.iter().map(String::as_str));
    fields.list("anciens_ids", fiche.anciens_ids.iter().map(String::as_str));
    fields.some("langue", fiche.langue.as_deref());
}

/// How a record was checked: never by whom.
pub(super) fn checked<'a>(scribe: &Scribe<'a>, fields: &mut Champs<'a>, fiche: &'a Fiche) {
    if let Some(verifie) = &fiche.verifie {
        let mut told = Champs::default();
        told.said("le", Some(verifie.le));
        told.some("comment", verifie.comment.as_deref());
        fields.object("verifie", told);
    }
    if let Some(termine) = &fiche.termine {
        let mut told = Champs::default();
        told.said("le", termine.le);
        told.some("raison", termine.raison.as_deref());
        told.object("remplace_par", scribe.reference(termine.remplace_par.as_ref()));
        // An end of which nothing is known is an end all the same.
        told.flag("fini", Some(!fiche.en_cours(scribe.guides().today)));
        fields.object("termine", told);
    }
}

/// Number, street and what completes it.
pub(super) fn street<'a>(fields: &mut Champs<'a>, adresse: &'a Adresse) {
    fields.some("adresse", adresse.adresse.as_deref());
    fields.some("complement_adresse", adresse.complement_adresse.as_deref());
}
