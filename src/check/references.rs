//! A reference leads somewhere.

use crate::diagnostic::Diagnostic;
use crate::guide::{Guides, Linked};
use crate::record::{At, Fiche};
use crate::text::{fold, nearest};
use crate::theme::Themes;

/// What a reference may lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Acteur,
    Evenement,
    Any,
    Territoire,
    Network,
    Shared,
}

/// References of every record that lead nowhere, or to the wrong kind.
pub fn unknown(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for index in 0..guides.guides.len() {
        acteurs(guides, index, out);
        evenements(guides, index, out);
    }
    let at =
        |fiche: &Fiche, out: &mut Vec<Diagnostic>| common(guides, 0, fiche, Wanted::Shared, out);
    for found in &guides.dispositifs {
        at(&found.fiche, out);
    }
    for found in &guides.territoires {
        at(&found.fiche, out);
        judge(
            guides,
            0,
            &found.fiche,
            "coordinateur",
            found.coordinateur.iter(),
            Wanted::Acteur,
            out,
        );
    }
}

fn acteurs(guides: &Guides, guide: usize, out: &mut Vec<Diagnostic>) {
    for acteur in &guides.guides[guide].acteurs {
        let fiche = &acteur.fiche;
        common(guides, guide, fiche, Wanted::Acteur, out);
        judge(guides, guide, fiche, "quartier", acteur.quartier.iter(), Wanted::Territoire, out);
        judge(guides, guide, fiche, "reseaux", acteur.reseaux.iter(), Wanted::Network, out);
        for permanence in &acteur.permanences {
            judge(guides, guide, fiche, "chez", permanence.chez.iter(), Wanted::Acteur, out);
            judge(guides, guide, fiche, "de", permanence.de.iter(), Wanted::Acteur, out);
        }
        for arret in acteur.tournee.iter().flat_map(|tour| &tour.arrets) {
            judge(guides, guide, fiche, "chez", arret.chez.iter(), Wanted::Acteur, out);
        }
    }
}

fn evenements(guides: &Guides, guide: usize, out: &mut Vec<Diagnostic>) {
    for event in &guides.guides[guide].evenements {
        let fiche = &event.fiche;
        common(guides, guide, fiche, Wanted::Evenement, out);
        judge(guides, guide, fiche, "organisateur", event.organisateur.iter(), Wanted::Acteur, out);
        judge(guides, guide, fiche, "chez", event.chez.iter(), Wanted::Acteur, out);
        judge(guides, guide, fiche, "decline_de", event.decline_de.iter(), Wanted::Evenement, out);
        judge(
            guides,
            guide,
            fiche,
            "lieux_visites",
            event.lieux_visites.iter(),
            Wanted::Acteur,
            out,
        );
        let days = event.quand.dates().iter().filter_map(|day| day.ailleurs.as_ref());
        let hosts = days.filter_map(|place| place.chez.as_ref());
        judge(guides, guide, fiche, "chez", hosts, Wanted::Acteur, out);
    }
}

/// Changes that name a stop the tour does not have: nobody would see them where they count.
pub fn stops(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for acteur in guides.guides.iter().flat_map(|guide| &guide.acteurs) {
        let stops = acteur.tournee.iter().flat_map(|tour| &tour.arrets);
        let stops: Vec<&str> = stops.map(|stop| stop.nom.as_str()).collect();
        for change in &acteur.changements {
            let Some(named) = change.arret.as_deref() else { continue };
            if stops.iter().any(|stop| fold(stop) == fold(named)) {
                continue;
            }
            let remedy = match nearest(named, stops.iter().copied()) {
                Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
                None => "Écrivez le nom d’un arrêt de « tournee », ou effacez « arret ».".into(),
            };
            out.push(Diagnostic::error(
                "arret-inconnu",
                acteur.fiche.place(&change.span),
                format!("« arret » nomme « {named} », et la tournée n’a pas cet arrêt."),
                remedy,
            ));
        }
    }
}

/// The references every record may have.
fn common(guides: &Guides, guide: usize, fiche: &Fiche, itself: Wanted, out: &mut Vec<Diagnostic>) {
    let replaced = fiche.termine.iter().flat_map(|end| &end.remplace_par);
    let replacement = if itself == Wanted::Evenement { Wanted::Any } else { itself };
    judge(guides, guide, fiche, "remplace_par", replaced, replacement, out);
    judge(guides, guide, fiche, "oriente_vers", fiche.oriente_vers.iter(), Wanted::Acteur, out);
    judge(guides, guide, fiche, "finance_par", fiche.finance_par.iter(), Wanted::Acteur, out);
}

fn judge<'a>(
    guides: &Guides,
    guide: usize,
    fiche: &Fiche,
    key: &str,
    references: impl Iterator<Item = &'a At<String>>,
    wanted: Wanted,
    out: &mut Vec<Diagnostic>,
) {
    for reference in references {
        if leads(guides, guide, &reference.value, wanted) {
            continue;
        }
        let remedy = match nearest(&reference.value, known(guides, guide, wanted)) {
            Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
            None => "Écrivez l’identifiant d’une fiche qui existe : c’est le nom de son fichier sans « .yaml ».".into(),
        };
        out.push(Diagnostic::error(
            "reference-inconnue",
            fiche.place(&reference.span),
            format!(
                "« {key} » renvoie à « {} », qui n’existe pas{}.",
                reference.value,
                among(wanted)
            ),
            remedy,
        ));
    }
}

fn leads(guides: &Guides, guide: usize, id: &str, wanted: Wanted) -> bool {
    let linked = guides.ids.find(id, guide);
    let acteur = matches!(linked, Some(Linked::Acteur(_)));
    match wanted {
        Wanted::Acteur => acteur,
        Wanted::Evenement => matches!(linked, Some(Linked::Evenement(_))),
        Wanted::Any => linked.is_some(),
        Wanted::Territoire => guides.territoire(id).is_some(),
        Wanted::Network => acteur || guides.territoire(id).is_some(),
        Wanted::Shared => {
            guides.territoire(id).is_some()
                || guides.dispositifs.iter().any(|found| found.fiche.id == id)
        }
    }
}

fn known(guides: &Guides, guide: usize, wanted: Wanted) -> Vec<&str> {
    let territoires = guides.territoires.iter().map(|found| found.fiche.id.as_str());
    let dispositifs = guides.dispositifs.iter().map(|found| found.fiche.id.as_str());
    match wanted {
        Wanted::Territoire => territoires.collect(),
        Wanted::Shared => territoires.chain(dispositifs).collect(),
        Wanted::Network => guides.ids.known(guide).into_iter().chain(territoires).collect(),
        _ => guides.ids.known(guide),
    }
}

fn among(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Acteur => " parmi les acteurs",
        Wanted::Evenement => " parmi les événements",
        Wanted::Any => " parmi les fiches",
        Wanted::Territoire => " parmi les territoires",
        Wanted::Network => " parmi les territoires et les acteurs",
        Wanted::Shared => " parmi les dispositifs et les territoires",
    }
}
