//! Closures, new hours and the like, in words: what to know before one sets out.

use crate::calendar::{self, Date, times_said};
use crate::record::Acteur;
use crate::record::acteur::Changement;
use crate::text::typography;
use crate::theme::Labels;

/// « à Trois-Cités, le mardi 8 décembre 2026 : entretien du bus. »
pub(in crate::edition) fn said(change: &Changement, labels: &Labels) -> String {
    let days = match change.au {
        Some(last) if last == change.du => {
            labels.say("quand.le", &[("jour", &calendar::long(last))])
        }
        Some(last) => calendar::range(change.du, last),
        None => labels.say("quand.a_partir_du", &[("jour", &calendar::short(change.du))]),
    };
    let stop = change
        .arret
        .as_deref()
        .map(|stop| labels.say("avis.arret", &[("arret", &typography(stop))]));
    let hours = times_said(&change.horaires);
    let facts: Vec<&str> = [stop.as_deref(), Some(&*days), Some(&*hours)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let mut said = facts.join(", ");
    if let Some(reason) = change.raison.as_deref().map(typography) {
        said = labels.say("avis.raison", &[("quoi", &said), ("raison", &reason)]);
    }
    format!("{}.", said.trim_end_matches('.'))
}

/// The change of a whole place that comes first, with its state: « Fermé du 14 au 31 décembre 2026. »; empty
/// for none.
pub(in crate::edition) fn first(acteur: &Acteur, today: Date, labels: &Labels) -> String {
    let whole = acteur.changements.iter().filter(|change| change.arret.is_none());
    let next = whole.filter(|change| change.en_cours(today)).min_by_key(|change| change.du);
    next.map_or_else(String::new, |change| {
        format!("{} {}", change.etat.title(), said(change, labels))
    })
}
