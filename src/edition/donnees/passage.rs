//! Permanences and stops: who comes where, when, and the next days.

use std::collections::BTreeSet;

use crate::edition::calendrier::nom_de_passage;
use crate::guide::{Passage, Quoi, Sorte};
use crate::plan::About;
use crate::record::Adresse;
use crate::record::passage::Arret;

use super::acteur::phone;
use super::champs::{Champs, day};
use super::scribe::{self, Scribe};

/// The columns of the table of passages.
pub(super) const COLUMNS: [&str; 26] = [
    "id",
    "sorte",
    "nom",
    "qui",
    "de",
    "de_id",
    "chez",
    "chez_id",
    "adresse",
    "ou",
    "code_postal",
    "commune",
    "code_insee",
    "epci",
    "latitude",
    "longitude",
    "precision_du_point",
    "horaires",
    "horaires_en_mots",
    "du",
    "au",
    "prochaines_dates",
    "services",
    "sans_rendez_vous",
    "telephone",
    "page",
];

/// The passages of a guide that still take place, each with its rank in the guide.
pub(super) fn all<'a>(scribe: &Scribe<'a>) -> Vec<(usize, Champs<'a>)> {
    let guides = scribe.guides();
    let passages = scribe.here().passages.iter().enumerate();
    let mut taken = BTreeSet::new();
    let mut name = |passage: &Passage| {
        let nom = nom_de_passage(guides, passage);
        // The same visitor at the same place on two lines of hours: the second has a number.
        let numbered = (2..).map(|rank| format!("{nom}-{rank}"));
        let free = std::iter::once(nom.clone()).chain(numbered).find(|id| !taken.contains(id));
        let id = free.unwrap_or(nom);
        taken.insert(id.clone());
        id
    };
    passages
        .filter(|(_, passage)| guides.passe(passage))
        .map(|(rank, passage)| (rank, whole(scribe, rank, passage, name(passage))))
        .collect()
}

fn whole<'a>(scribe: &Scribe<'a>, rank: usize, passage: &'a Passage, id: String) -> Champs<'a> {
    let mut fields = Champs::default();
    fields.text("id", id);
    match passage.sorte {
        Sorte::Permanence => fields.text("sorte", "permanence"),
        Sorte::Arret(rank) => {
            fields.text("sorte", "arrêt");
            fields.number("rang", u32::try_from(rank + 1).ok());
        }
    }
    fields.some("nom", passage.nom.as_deref());
    fields.some("qui", passage.qui.as_deref());
    if let Some(who) = passage.de {
        fields.object("de", scribe.acteur(who));
    }
    if let Some(host) = passage.chez {
        fields.object("chez", scribe.acteur(host));
    }
    place(scribe, &mut fields, passage);
    let rule = passage.horaires.clone().map(|rule| rule.except(&passage.sauf));
    scribe::hours(&mut fields, rule.as_ref());
    fields.some("du", day(passage.du));
    fields.some("au", day(passage.au));
    let days = scribe.here().jours_de.get(&Quoi::Passage(rank)).into_iter().flatten();
    let days = days.map(|&rank| &scribe.here().agenda[rank]);
    fields.objects("prochaines_dates", scribe::days(days));
    fields.terms("services", &passage.aide);
    fields.term("sans_rendez_vous", passage.sans_rendez_vous);
    phone(&mut fields, "telephone", passage.telephone.as_deref());
    let page = passage.de.or(passage.chez).and_then(|at| scribe.page(About::Acteur(at)));
    fields.some("page", page);
    fields
}

/// Where it is: the stop's own address first, then the host's, then the commune.
pub(super) fn place<'a>(scribe: &Scribe<'a>, fields: &mut Champs<'a>, passage: &'a Passage) {
    let own = stop(scribe, passage).map(|stop| &stop.adresse);
    let host = passage.chez.map(|host| &scribe.guides().acteur(host).adresse);
    // A stop that says its commune is not at its host's door, unless they are in the same one.
    let host = host.filter(|host| {
        host.commune.map(|commune| commune.code) == passage.commune.map(|commune| commune.code)
    });
    let first =
        |of: fn(&'a Adresse) -> Option<&'a str>| own.and_then(of).or_else(|| host.and_then(of));
    fields.some("adresse", first(|adresse| adresse.adresse.as_deref()));
    fields.some("ou", passage.ou.as_deref());
    let postal = first(|adresse| adresse.code_postal.as_deref());
    scribe::commune(fields, postal, passage.commune);
    fields.some("epci", passage.commune.and_then(|commune| commune.epci));
    let point = own.and_then(|own| own.point).or_else(|| host.and_then(|host| host.point));
    scribe::coordinates(fields, scribe::point(point, passage.commune));
}

/// The stop of the tour that a passage is.
pub(super) fn stop<'a>(scribe: &Scribe<'a>, passage: &Passage) -> Option<&'a Arret> {
    let Sorte::Arret(rank) = passage.sorte else { return None };
    scribe.guides().acteur(passage.de?).tournee.as_ref()?.arrets.get(rank)
}

/// A line of the table: who comes and who hosts by name, their ids beside.
pub(super) fn line<'a>(whole: &Champs<'a>) -> Champs<'a> {
    whole.flattened(&[
        ("de", "nom", "de"),
        ("de", "id", "de_id"),
        ("chez", "nom", "chez"),
        ("chez", "id", "chez_id"),
    ])
}
