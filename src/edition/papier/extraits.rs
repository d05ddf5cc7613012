//! Small products: a commune, a need, a record, a choice of records, a week, the form.

use jiff::ToSpan;

use crate::calendar;
use crate::edition::html::agenda::week_said;
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::guide::Sujet;
use crate::plan::Produit;
use crate::text::typography;
use crate::vocabulary;

use super::contrat::{Bloc, Document, Format, Partie};
use super::document::{self, A4};
use super::lieux::Detail;
use super::produits::agenda;
use super::{blocs, image, jours, lieux, savoir};

/// A commune: what is here, who comes, what is nearest, the weeks to come, the numbers.
pub(super) fn commune(
    here: Here<'_>,
    produit: Produit,
    rank: usize,
    format: Format,
    detail: Detail,
) -> Document {
    let ici = &here.guide().communes[rank];
    let labels = here.labels();
    let a_nom = typography(&ici.commune.a_nom());
    let days =
        jours::soon(here, here.world.guides.agenda_de(here.index, Sujet::Commune(rank)), detail);
    let part = |titre: String, blocs| Partie { titre, blocs, ..Partie::default() };
    let near = labels.word(if ici.est_vide() { "commune.plus_pres" } else { "commune.manque" });
    let mut inside = lieux::commune(here, rank, detail, &[]);
    if ici.est_vide() {
        inside.extend(blocs::texte(labels.say("commune.rien", &[("a_commune", &a_nom)])));
    }
    let inside = lieux::left_out(here, detail).into_iter().chain(inside).collect();
    let parts = vec![
        part(capital(&labels.say("commune.lieux", &[("a_commune", &a_nom)])), inside),
        part(near.to_owned(), lieux::nearest(here, ici)),
        agenda(here, &days),
        part(labels.word("papier.urgences").to_owned(), savoir::emergencies_in_short(here)),
    ];
    let titre = labels.say("commune.titre", &[("a_commune", &a_nom)]);
    let epci = ici.commune.epci.and_then(crate::territory::epci);
    let mut made = Document {
        sous_titre: epci.map(|epci| typography(&epci.nom_entier())).unwrap_or_default(),
        ..document::new(here, produit.nom(), format, titre, parts)
    };
    let page = document::site(here, &format!("communes/{}.html", ici.slug));
    made.guide.site = page.or(made.guide.site);
    made
}

/// A need over the guide: what it is, what to bring, then places by intercommunalité and commune.
pub(super) fn besoin(here: Here<'_>, slug: &str, detail: Detail) -> Option<Document> {
    let rank = vocabulary::BESOINS.iter().position(|besoin| besoin.slug == slug)?;
    let besoin = &vocabulary::BESOINS[rank];
    let lines = |lines: &[&str]| lines.iter().map(|line| typography(line)).collect::<Vec<_>>();
    let what = besoin.what.iter().filter_map(|line| blocs::texte(typography(line)));
    let bring = blocs::liste(lines(besoin.bring), false);
    let first = Partie {
        titre: here.labels().word("papier.besoin.quoi").to_owned(),
        blocs: what
            .chain(blocs::texte(typography(besoin.who)))
            .chain(lieux::left_out(here, detail))
            .collect(),
        ..Partie::default()
    };
    let second = Partie {
        titre: here.labels().word("papier.besoin.apporter").to_owned(),
        blocs: bring.into_iter().collect(),
        ..Partie::default()
    };
    let places = here.guide().pour_besoin[rank].iter().copied();
    let places: Vec<usize> = places.filter(|&acteur| lieux::printed(here, acteur)).collect();
    let groups = crate::guide::by_epci(here.guide(), &places);
    let group = |group: crate::guide::Groupe| {
        let towns = group.communes.into_iter();
        let entries = towns
            .flat_map(|(_, acteurs)| acteurs)
            .map(|acteur| Bloc::Renvoi(lieux::lines(here, acteur, detail)));
        Partie { titre: typography(&group.nom), blocs: entries.collect(), ..Partie::default() }
    };
    let parts = [first, second].into_iter().chain(groups.into_iter().map(group));
    let titre = typography(besoin.title);
    Some(document::new(here, Produit::Besoin.nom(), A4, titre, parts.collect()))
}

/// One record, with lines for notes.
pub(super) fn sheet(here: Here<'_>, rank: usize) -> Document {
    let acteur = &here.guide().acteurs[rank];
    let notes = Partie {
        titre: here.labels().word("papier.notes").to_owned(),
        blocs: vec![Bloc::Notes { lignes: NOTES }],
        ..Partie::default()
    };
    let titre = here.brief(here.at(rank)).nom.clone();
    let site = document::site(here, &format!("acteurs/{}.html", acteur.fiche.slug));
    let part = Partie {
        titre: here.labels().word("papier.fiche").to_owned(),
        blocs: [lieux::whole(here, rank)]
            .into_iter()
            .chain(image::first(here, &acteur.fiche))
            .chain(site.map(Bloc::Adresse))
            .collect(),
        ..Partie::default()
    };
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Fiche.nom(), format, titre, vec![part, notes])
}

/// Some chosen records on one sheet, for one person.
pub(super) fn selection(here: Here<'_>, acteurs: &[usize]) -> Document {
    let labels = here.labels();
    let entries = acteurs.iter().map(|&acteur| Bloc::Renvoi(lieux::short(here, acteur)));
    let places = Partie {
        titre: labels.word("papier.selection.lieux").to_owned(),
        blocs: entries.collect(),
        ..Partie::default()
    };
    let notes = Partie {
        titre: labels.word("papier.notes").to_owned(),
        blocs: vec![Bloc::Notes { lignes: NOTES }],
        ..Partie::default()
    };
    let titre = labels.word("papier.selection.titre").to_owned();
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Selection.nom(), format, titre, vec![places, notes])
}

/// Lines for the helper's notes.
const NOTES: u8 = 8;

/// A week: by day, then by town.
pub(super) fn week(here: Here<'_>, monday: calendar::Date) -> Document {
    let days = jours::of_week(here, monday);
    let labels = here.labels();
    let part = |key: &str, blocs| Partie {
        titre: labels.word(key).to_owned(),
        blocs,
        ..Partie::default()
    };
    let towns =
        Partie { page: true, ..part("papier.semaine.communes", jours::by_town(here, &days)) };
    let titre = capital(&week_said(here, monday));
    let parts = vec![part("papier.semaine.jours", jours::by_day(here, &days)), towns];
    let mut made = document::new(here, Produit::Semaine.nom(), A4, titre, parts);
    let end = monday.saturating_add(6.days());
    made.edition.valable = labels.say("papier.valable", &[("jour", &calendar::short(end))]);
    made
}

/// « Proposez une ressource ».
pub(super) fn form(here: Here<'_>) -> Document {
    let part = savoir::form(here);
    let titre = part.titre.clone();
    let format = Format { colonnes: 1, ..A4 };
    document::new(here, Produit::Proposer.nom(), format, titre, vec![part])
}
