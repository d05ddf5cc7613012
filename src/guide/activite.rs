//! What takes place at an actor's, or by it: passages received and made, events to come.

use super::{Guides, Ref, Sorte};

/// What takes place at an actor's, or by it; indexes into the guide's lists, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activite {
    /// Passages that it hosts, itself excepted.
    pub recus: Vec<usize>,
    /// Passages that it makes.
    pub faits: Vec<usize>,
    /// Events to come that it hosts or organises.
    pub evenements: Vec<usize>,
}

/// The activity of every actor of a guide, by rank.
pub(super) fn of_guide(guides: &Guides, guide: usize) -> Vec<Activite> {
    let mut found = vec![Activite::default(); guides.guides[guide].acteurs.len()];
    passages(guides, guide, &mut found);
    events(guides, guide, &mut found);
    found
}

/// Passages that still take place, seen from both sides.
fn passages(guides: &Guides, guide: usize, found: &mut [Activite]) {
    for (rank, passage) in guides.guides[guide].passages.iter().enumerate() {
        if !guides.passe(passage) {
            continue;
        }
        if let Some(who) = passage.de.filter(|who| who.guide == guide) {
            found[who.index].faits.push(rank);
        }
        // A stop at its own premises is in the table of stops already.
        let elsewhere = |host: &Ref| {
            host.guide == guide
                && !(passage.de == Some(*host) && passage.sorte != Sorte::Permanence)
        };
        if let Some(host) = passage.chez.filter(elsewhere) {
            found[host.index].recus.push(rank);
        }
    }
}

fn events(guides: &Guides, guide: usize, found: &mut [Activite]) {
    for (rank, event) in guides.guides[guide].evenements.iter().enumerate() {
        if !event.a_venir(guides.today) {
            continue;
        }
        let dates = event.quand.dates().iter().filter(|day| day.le >= guides.today);
        let moved = dates.filter_map(|day| day.ailleurs.as_ref()?.chez.as_ref());
        for id in [&event.chez, &event.organisateur].into_iter().flatten().chain(moved) {
            let at = guides.find_acteur(&id.value, guide).filter(|at| at.guide == guide);
            let Some(at) = at else { continue };
            let events = &mut found[at.index].evenements;
            if events.last() != Some(&rank) {
                events.push(rank);
            }
        }
    }
}
