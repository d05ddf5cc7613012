//! Something takes place where the host says it is closed: one of the two records is wrong, and nobody knows which.

use crate::calendar::{Date, long, range, short};
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides, Occurrence, Quoi, Ref, Sorte};
use crate::record::acteur::Changement;
use crate::record::{Acteur, Evenement};
use crate::text::fold;
use crate::theme::Themes;

/// Events and stops of a tour on a day when their host is closed.
pub fn closed(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for index in 0..guides.guides.len() {
        events(guides, index, out);
        stops(guides, index, out);
    }
}

fn events(guides: &Guides, index: usize, out: &mut Vec<Diagnostic>) {
    let guide = &guides.guides[index];
    for (event, days) in guide.evenements.iter().zip(&guide.jours_des_evenements) {
        if !may_meet(guides, index, event) {
            continue;
        }
        // « prévu » on a day is the word of somebody who knows.
        let sure = |one: &Occurrence| {
            guide.seance(one).and_then(|day| day.etat).is_some_and(|etat| etat.label == "prévu")
        };
        let mut told: Vec<(Ref, Date)> = Vec::new();
        for one in days.iter().filter(|one| one.tient() && !sure(one)) {
            let Some(host) = guides.lieu(index, one).chez else { continue };
            let Some((since, why)) = shut(guides.acteur(host), one.jour) else { continue };
            // Once for each closure, on its first day.
            if !told.contains(&(host, since)) {
                told.push((host, since));
                let nom = &guides.acteur(host).fiche.nom;
                out.push(event_there(guide, event, one, (nom, &why)));
            }
        }
    }
}

/// Whether one of the hosts of an event is ever closed: few are, and every day would be looked at.
fn may_meet(guides: &Guides, index: usize, event: &Evenement) -> bool {
    let moved = event.quand.dates().iter().filter_map(|day| day.ailleurs.as_ref()?.chez.as_ref());
    let hosts = event.chez.iter().chain(moved);
    let mut hosts = hosts.filter_map(|id| guides.find_acteur(&id.value, index));
    hosts.any(|host| {
        let host = guides.acteur(host);
        host.fiche.termine.is_some()
            || host.changements.iter().any(|change| change.etat.label == "fermé")
    })
}

fn event_there(
    guide: &Guide,
    event: &Evenement,
    one: &Occurrence,
    (host, why): (&str, &str),
) -> Diagnostic {
    let elsewhere = guide.seance(one).and_then(|day| day.ailleurs.as_ref()?.chez.as_ref());
    let chez = elsewhere.or(event.chez.as_ref()).map(|chez| &chez.span);
    Diagnostic::warning(
        "lieu-ferme",
        event.fiche.place(chez.unwrap_or(&event.fiche.span)),
        format!("Le {}, cet événement a lieu chez « {host} », qui est {why}.", long(one.jour)),
        "S’il n’a pas lieu, écrivez ce jour dans « dates » avec « etat: annulé » ou un autre lieu ; s’il a lieu quand même, avec « etat: prévu » ; sinon, corrigez la fermeture.",
    )
}

fn stops(guides: &Guides, index: usize, out: &mut Vec<Diagnostic>) {
    let guide = &guides.guides[index];
    let mut told: Vec<(usize, Date)> = Vec::new();
    for one in &guide.agenda {
        let Quoi::Passage(rank) = one.quoi else { continue };
        let passage = &guide.passages[rank];
        let (Sorte::Arret(stop), Some(bus), Some(host)) = (passage.sorte, passage.de, passage.chez)
        else {
            continue;
        };
        // The tour of another guide is told there.
        let (bus, host) = (Some(bus).filter(|bus| bus.guide == index), guides.acteur(host));
        let Some(bus) = bus.map(|bus| guides.acteur(bus)) else { continue };
        let Some(change) = closure(host, one.jour) else { continue };
        let known = told.contains(&(rank, change.du));
        if known || cancels(bus, passage.nom.as_deref(), one.jour) {
            continue;
        }
        told.push((rank, change.du));
        let written = bus.tournee.as_ref().and_then(|tour| tour.arrets.get(stop));
        let span = written.map_or(&bus.fiche.span, |stop| &stop.span);
        out.push(Diagnostic::warning(
            "lieu-ferme",
            bus.fiche.place(span),
            format!(
                "Le {}, cet arrêt est chez « {} », qui est {} : le guide dit qu’il n’a pas lieu.",
                long(one.jour),
                host.fiche.nom,
                when(host, change)
            ),
            "S’il n’a pas lieu, écrivez-le dans « changements », avec « arret » ; s’il a lieu quand même, remplacez « chez » par « commune » et « ou », ou corrigez la fermeture.",
        ));
    }
}

/// Why a place is not open on a day, and since when: a closure, or its end.
fn shut(host: &Acteur, day: Date) -> Option<(Date, String)> {
    if let Some(change) = closure(host, day) {
        return Some((change.du, when(host, change)));
    }
    let end = host.fiche.termine.as_ref().filter(|_| !host.fiche.en_cours(day))?;
    let since = end.le.map(|le| format!(" depuis le {}", short(le))).unwrap_or_default();
    let path = &host.fiche.fichier.path;
    Some((end.le.unwrap_or(Date::MIN), format!("fermé définitivement{since} ({path})")))
}

/// The closure of a whole place on a day.
fn closure(host: &Acteur, day: Date) -> Option<&Changement> {
    host.changements
        .iter()
        .find(|change| change.etat.label == "fermé" && change.arret.is_none() && change.vaut(day))
}

/// Whether an actor says already that it does not receive on a day, everywhere or at a stop.
pub(super) fn cancels(acteur: &Acteur, stop: Option<&str>, day: Date) -> bool {
    acteur.changements.iter().any(|change| {
        let of_stop = match (&change.arret, stop) {
            (Some(named), Some(stop)) => fold(named) == fold(stop),
            (Some(_), None) => false,
            (None, _) => true,
        };
        of_stop && change.vaut(day) && matches!(change.etat.label, "annulé" | "fermé")
    })
}

/// « fermé du 1er au 31 décembre 2026 (content/86-vienne/acteurs/lieu.yaml, ligne 3) ».
fn when(host: &Acteur, change: &Changement) -> String {
    let days = match change.au {
        Some(au) => range(change.du, au),
        None => format!("à partir du {}", short(change.du)),
    };
    let place = host.fiche.place(&change.span);
    format!("fermé {days} ({}, ligne\u{a0}{})", place.source.path, place.position().line)
}
