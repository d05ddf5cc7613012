//! Which actor of a guide a written place is: by name, by street, by a few steps between two points.

mod known;
mod street;

use crate::territory::{Commune, Point, distance_km};
use crate::text::{Likeness, is_telling, likeness};

pub(super) use known::{Host, hosts};
use street::Street;

/// Two points this near, in kilometres, are one place when the names are alike.
const NEAR_KM: f64 = 0.06;
/// Two places of one name farther apart, in kilometres, are two places.
const APART_KM: f64 = 0.4;

/// A place as a file writes it, its commune found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought<'a> {
    /// Its name; empty when nobody wrote one.
    pub nom: &'a str,
    /// Its street; empty when nobody wrote one.
    pub adresse: &'a str,
    /// Its commune; any when nobody wrote one.
    pub commune: Option<&'static Commune>,
    /// Where it is.
    pub point: Option<Point>,
}

/// What was found of a place.
#[derive(Debug, PartialEq)]
pub(super) enum Match<'a> {
    /// One actor, surely.
    Sure(&'a Host),
    /// Nobody surely; those that somebody may think of.
    Unsure(Vec<&'a Host>),
}

/// The actor that a place is.
pub(super) fn find<'a>(sought: &Sought<'_>, hosts: &'a [Host]) -> Match<'a> {
    let here = |host: &&Host| {
        sought.commune.is_none_or(|own| host.commune.is_some_and(|other| other.code == own.code))
    };
    let grades: Vec<(Grade, &Host)> =
        hosts.iter().filter(here).map(|host| (grade(sought, host), host)).collect();
    let of = |wanted: Grade| -> Vec<&'a Host> {
        grades.iter().filter(|(grade, _)| *grade == wanted).map(|(_, host)| *host).collect()
    };
    for sure in [Grade::Both, Grade::Name, Grade::Street, Grade::Near] {
        match of(sure)[..] {
            [] => {}
            // « Mairie » says enough only where the commune is known.
            [only] if sought.commune.is_some() || is_telling(sought.nom) => {
                return Match::Sure(only);
            }
            _ => return Match::Unsure(of(sure)),
        }
    }
    Match::Unsure(of(Grade::Perhaps))
}

/// The actor of a name, in whatever commune: who organises.
pub(super) fn named<'a>(nom: &str, hosts: &'a [Host]) -> Match<'a> {
    let same = |wanted: Likeness| -> Vec<&'a Host> {
        let commune = |host: &Host| host.commune.map_or("", |commune| commune.nom);
        let like = |host: &&Host| best_likeness(nom, host, commune(host)) == wanted;
        hosts.iter().filter(like).collect()
    };
    match same(Likeness::Same)[..] {
        [only] => Match::Sure(only),
        [] => Match::Unsure(same(Likeness::Alike)),
        _ => Match::Unsure(same(Likeness::Same)),
    }
}

/// How much speaks for a host, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    /// Name, and street or point.
    Both,
    /// Name, and nothing against it.
    Name,
    /// Number and street.
    Street,
    /// A few steps, and an alike name.
    Near,
    /// Worth a look.
    Perhaps,
    /// Nothing.
    No,
}

fn grade(sought: &Sought<'_>, host: &Host) -> Grade {
    // Where the commune is not known, its name in that of the place counts.
    let known = sought.commune.map_or("", |commune| commune.nom);
    let name = best_likeness(sought.nom, host, known);
    let commune = host.commune.map_or("", |commune| commune.nom);
    let street = Street::read(sought.adresse, commune).meets(&Street::read(&host.adresse, commune));
    let apart = match (sought.point, host.point) {
        (Some(one), Some(other)) => Some(distance_km(one, other)),
        _ => None,
    };
    let near = apart.is_some_and(|km| km <= NEAR_KM);
    let far = apart.is_some_and(|km| km > APART_KM);
    match name {
        Likeness::Same if street == Some(true) || near => Grade::Both,
        // Another number in another street, or far: a house of the same name.
        Likeness::Same if far || (street == Some(false) && apart.is_none()) => Grade::Perhaps,
        Likeness::Same => Grade::Name,
        Likeness::Alike if near => Grade::Near,
        _ if street == Some(true) && !far => Grade::Street,
        Likeness::Alike => Grade::Perhaps,
        Likeness::Other if near => Grade::Perhaps,
        Likeness::Other => Grade::No,
    }
}

/// How like a name is to the nearest of a host's own.
fn best_likeness(nom: &str, host: &Host, commune: &str) -> Likeness {
    let all = host.noms.iter().map(|own| likeness(nom, own, commune));
    all.min().unwrap_or(Likeness::Other)
}

#[cfg(test)]
mod tests;
