//! The events to come: named days by month, then what takes place every week or month.

use crate::calendar::{self, Date};
use crate::edition::html::evenement::is_regular;
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Groupe, Mot};
use crate::edition::html::plan::LONGEST_LIST;
use crate::text::typography;

use super::View;

/// Makes the list of events of this guide.
pub(in crate::edition::html) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let today = here.world.guides.today;
    let events = here.guide().evenements.iter().enumerate();
    let to_come: Vec<usize> =
        events.filter(|(_, event)| event.a_venir(today)).map(|(rank, _)| rank).collect();
    let more = to_come.len() > LONGEST_LIST;
    let regular = |rank: &usize| is_regular(&here.guide().evenements[*rank]);
    let (regular, dated): (Vec<usize>, Vec<usize>) = to_come.into_iter().partition(regular);
    let mut groupes = by_month(here, dated);
    if !regular.is_empty() {
        groupes.push(Groupe {
            titre: labels.word("evenements.reguliers").into(),
            ancre: "reguliers".into(),
            entrees: regular
                .into_iter()
                .take(LONGEST_LIST / 3)
                .map(|rank| here.event(rank, 2, true))
                .collect(),
            ..Groupe::default()
        });
    }
    let mut textes = vec![labels.word("evenements.texte").to_owned()];
    if more {
        textes.push(labels.word("evenements.suite").to_owned());
    }
    let link = |groupe: &Groupe<'_>| {
        Mot::to(Some(format!("#{}", groupe.ancre)), typography(&groupe.titre))
    };
    let sommaire = if groupes.len() > 1 { groupes.iter().map(link).collect() } else { Vec::new() };
    let head = Head::new(labels.word("evenements.titre"), "");
    View { textes, sommaire, groupes, ..View::new(here.frame(head)) }
}

/// Events by the month of their next day.
fn by_month<'a>(here: Here<'a>, ranks: Vec<usize>) -> Vec<Groupe<'a>> {
    let mut dated: Vec<(Date, usize)> = ranks
        .into_iter()
        .filter_map(|rank| Some((here.common().evenements[rank].prochain?, rank)))
        .collect();
    dated.sort_unstable();
    let mut groups: Vec<Groupe<'a>> = Vec::new();
    for (day, rank) in dated.into_iter().take(LONGEST_LIST * 2 / 3) {
        let ancre = format!("m{}-{:02}", day.year(), day.month());
        let entree = here.event(rank, 3, true);
        match groups.iter_mut().find(|group| group.ancre == ancre) {
            Some(group) => group.entrees.push(entree),
            None => groups.push(Groupe {
                titre: crate::edition::html::parts::capital(&calendar::month(day)).into(),
                ancre,
                entrees: vec![entree],
                ..Groupe::default()
            }),
        }
    }
    groups
}
