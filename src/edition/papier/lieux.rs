//! Places on paper: commune by commune, whole or in a few lines, and what is nearest where nothing is.

use crate::edition::html::commune::autour;
use crate::edition::html::commune::ici;
use crate::edition::html::here::Here;
use crate::edition::html::parts::capital;
use crate::guide::{Ici, Passage, Ref};
use crate::record::Fiche as Record;
use crate::text::typography;

use super::blocs;
use super::contrat::{Bloc, Partie, Renvoi};
use super::{fiche, visites};

/// How much is told of each place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Everything.
    Entier,
    /// What it is, in a sentence or two, and what is needed to come: name, street, phone, hours.
    Bref,
    /// What is needed to come.
    Venir,
    /// What is needed to call: name, street, phone.
    Joindre,
}

/// The actors settled in a commune that paper tells, those to visit without appointment first.
pub(super) fn settled(here: Here<'_>, ici: &Ici) -> Vec<usize> {
    ici::settled(here, ici).into_iter().filter(|&acteur| printed(here, acteur)).collect()
}

/// Those who go round, as paper tells them.
pub(super) fn touring(here: Here<'_>) -> Vec<usize> {
    here.tournees().into_iter().filter(|&acteur| printed(here, acteur)).collect()
}

/// Whether paper tells an actor: not one that nobody checked for too long, where the guide sets a limit.
pub(super) fn printed(here: Here<'_>, acteur: usize) -> bool {
    here.world.guides.imprimable(here.guide(), &here.guide().acteurs[acteur])
}

/// The same for who comes somewhere.
pub(super) fn comes_on_paper(here: Here<'_>, passage: &Passage) -> bool {
    let guides = here.world.guides;
    passage.de.is_none_or(|who| guides.imprimable(&guides.guides[who.guide], guides.acteur(who)))
}

/// The entries of a commune: its places, in a line those that another part tells whole, then who comes, then who acts
/// there without receiving.
pub(super) fn commune(
    here: Here<'_>,
    rank: usize,
    detail: Detail,
    ailleurs: &[usize],
) -> Vec<Bloc> {
    let ici = &here.guide().communes[rank];
    let settled = settled(here, ici);
    // The entry of a place tells who comes there.
    let told = |host: Option<Ref>| match detail {
        Detail::Entier => {
            host.is_some_and(|host| host.guide == here.index && settled.contains(&host.index))
        }
        _ => false,
    };
    let comes =
        visites::visits(here, ici, |passage| !told(passage.chez)).into_iter().map(Bloc::Passage);
    let elsewhere = |acteur: usize| {
        let entry = named(short(here, acteur), ici);
        Bloc::Renvoi(Renvoi { lignes: Vec::new(), ..entry })
    };
    let places = settled.iter().map(|&acteur| match detail {
        _ if ailleurs.contains(&acteur) => elsewhere(acteur),
        Detail::Entier => whole(here, acteur),
        _ => Bloc::Renvoi(own(named(lines(here, acteur, detail), ici))),
    });
    let others = ici.autres.iter().filter(|&&rank| printed(here, rank));
    let others = others.map(|&rank| Bloc::Renvoi(fiche::place(rank, short(here, rank))));
    places.chain(comes).chain(others).collect()
}

/// An entry under the heading of its commune: which is not said a second time.
pub(super) fn named(entry: Renvoi, ici: &Ici) -> Renvoi {
    let same = entry.ou == typography(ici.commune.nom);
    if same { Renvoi { ou: String::new(), ..entry } } else { entry }
}

/// An entry that is the only one of its document: indexes point at it.
fn own(entry: Renvoi) -> Renvoi {
    Renvoi { ancre: entry.vers, vers: String::new(), ..entry }
}

/// An actor, whole.
pub(super) fn whole(here: Here<'_>, acteur: usize) -> Bloc {
    Bloc::Fiche(Box::new(fiche::of_acteur(here, acteur)))
}

/// An actor in a few lines.
pub(super) fn short(here: Here<'_>, acteur: usize) -> Renvoi {
    let record = &here.guide().acteurs[acteur];
    let commune = here.brief(here.at(acteur)).commune.clone();
    Renvoi {
        ou: commune,
        code: fiche::code(&record.fiche),
        vers: fiche::ancre(acteur),
        verifie: fiche::verifie(here, record),
        ..blocs::renvoi(here.sheet(acteur, true))
    }
}

/// An actor in the lines that an amount of detail has.
pub(super) fn lines(here: Here<'_>, acteur: usize, detail: Detail) -> Renvoi {
    let entry = short(here, acteur);
    let brief = here.brief(here.at(acteur));
    let record = &here.guide().acteurs[acteur];
    let lignes = match detail {
        Detail::Entier | Detail::Bref => return entry,
        // Who goes round is found at its stops, not at its office.
        Detail::Joindre if record.tournee.is_none() => {
            let street = record.adresse.adresse.as_deref().map(typography);
            brief.warnings(here.labels()).chain(street).collect()
        }
        _ => entry.lignes.into_iter().filter(|line| *line != brief.resume).collect(),
    };
    Renvoi { lignes, ..entry }
}

/// What a sheet says at its top where it leaves hours out.
pub(super) fn left_out(here: Here<'_>, detail: Detail) -> Option<Bloc> {
    let said = here.labels().word("papier.sans_horaires").to_owned();
    blocs::texte(said).filter(|_| detail == Detail::Joindre)
}

/// For each need that nothing here answers, the nearest that does.
pub(super) fn nearest(here: Here<'_>, ici: &Ici) -> Vec<Bloc> {
    let found = autour::manque(here, ici);
    let entry = |(entry, at): (_, &Ref)| {
        let record = here.world.guides.acteur(*at);
        Bloc::Renvoi(Renvoi {
            verifie: fiche::verifie(Here { index: at.guide, ..here }, record),
            code: fiche::code(&record.fiche),
            ..blocs::renvoi(entry)
        })
    };
    let guides = here.world.guides;
    let told =
        |(_, at): &(_, &Ref)| guides.imprimable(&guides.guides[at.guide], guides.acteur(**at));
    found.partout.into_iter().zip(&found.lieux).filter(told).map(entry).collect()
}

/// The part of an intercommunalité: its communes where something is, each whole; the others named.
pub(super) fn intercommunalite(
    here: Here<'_>,
    rank: usize,
    detail: Detail,
    ailleurs: &[usize],
) -> Partie {
    let epci = &here.guide().intercommunalites[rank];
    let nom = typography(&epci.epci.nom_entier());
    let mut blocs = Vec::new();
    let mut empty = Vec::new();
    for &commune in &epci.communes {
        let ici = &here.guide().communes[commune];
        let inside = self::commune(here, commune, detail, ailleurs);
        if !inside.is_empty() {
            blocs.push(town(here, commune));
            blocs.extend(inside);
        } else if ici.est_vide() {
            empty.push(typography(ici.commune.nom));
        }
    }
    if blocs.is_empty() {
        return Partie::default();
    }
    if !empty.is_empty() {
        let said = [("communes", &*empty.join(", "))];
        blocs.extend(blocs::texte(here.labels().say("papier.communes_vides", &said)));
    }
    Partie {
        titre: nom,
        courant: typography(epci.epci.nom_propre()),
        page: true,
        blocs,
        ..Partie::default()
    }
}

/// The heading of a commune.
pub(super) fn town(here: Here<'_>, rank: usize) -> Bloc {
    let ici = &here.guide().communes[rank];
    Bloc::Titre { niveau: 2, texte: typography(ici.commune.nom), ancre: ancre(rank) }
}

/// The name that indexes point at.
pub(super) fn ancre(rank: usize) -> String {
    format!("commune-{rank}")
}

/// Actors that no commune has: they act everywhere, or nobody wrote where they are.
pub(super) fn everywhere(here: Here<'_>) -> Partie {
    let placed: Vec<usize> = here
        .guide()
        .communes
        .iter()
        .flat_map(|ici| settled(here, ici).into_iter().chain(ici.autres.iter().copied()))
        .collect();
    let running = |&(index, acteur): &(usize, &crate::record::Acteur)| {
        acteur.fiche.en_cours(here.world.guides.today) && printed(here, index)
    };
    let all = here.guide().acteurs.iter().enumerate().filter(running);
    // A bus is told among those who go round.
    let left = all.filter(|(index, acteur)| !placed.contains(index) && acteur.tournee.is_none());
    Partie {
        titre: here.labels().word("papier.partout").to_owned(),
        blocs: left.map(|(index, _)| whole(here, index)).collect(),
        ..Partie::default()
    }
}

/// Those who go round: who, then every stop, in a table where to stand and when, then the next days.
pub(super) fn tours(here: Here<'_>) -> Partie {
    let blocs = touring(here).into_iter().map(|acteur| whole(here, acteur)).collect();
    Partie {
        titre: here.labels().word("papier.tournees").to_owned(),
        page: true,
        blocs,
        ..Partie::default()
    }
}

/// A record verified, whatever its kind: « Information vérifiée en mars 2026. »
pub(super) fn checked(here: Here<'_>, record: &Record) -> String {
    let month = record.verifie.as_ref().map(|checked| crate::calendar::month(checked.le));
    let sure = record.verifie.as_ref().is_some();
    fiche::said(here, month.as_deref(), sure).map(|said| capital(&said)).unwrap_or_default()
}
