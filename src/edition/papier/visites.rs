//! Who comes to a commune, and when: permanences and stops, with what a sheet must say without its page.

use crate::edition::html::acteur::gathered;
use crate::edition::html::commune::ici;
use crate::edition::html::here::Here;
use crate::guide::Ici;

use super::contrat::Passage;
use super::{blocs, fiche, lieux};

/// Who comes to a commune, with the next days; the stops of one tour stand together.
pub(super) fn visits(
    here: Here<'_>,
    ici: &Ici,
    wanted: impl Fn(&crate::guide::Passage) -> bool,
) -> Vec<Passage> {
    let ranks = ici.passages.iter().copied();
    let told = |passage: &_| wanted(passage) && lieux::comes_on_paper(here, passage);
    let ranks = ranks.filter(|&rank| told(&here.guide().passages[rank]));
    let visits = gathered(ranks.map(|rank| ici::visit(here, ici, rank)));
    let mut found: Vec<Passage> = visits.into_iter().map(blocs::passage).collect();
    for one in &mut found {
        complete(here, ici, one);
    }
    found
}

/// The next days of who comes, its phone and who checked it: a sheet must do without its page.
fn complete(here: Here<'_>, ici: &Ici, one: &mut Passage) {
    let of = |rank: &&usize| {
        let passage = &here.guide().passages[**rank];
        blocs::said(&here.visitor(passage)) == one.nom
    };
    let ranks: Vec<usize> = ici.passages.iter().filter(of).copied().collect();
    one.prochains = next_days(here, &ranks);
    let who = ranks.iter().find_map(|&rank| here.guide().passages[rank].de);
    let Some(who) = who else { return };
    let record = here.world.guides.acteur(who);
    let there = Here { index: who.guide, ..here };
    one.verifie = fiche::verifie(there, record);
    one.code = fiche::code(&record.fiche);
    if one.telephone.is_empty() {
        one.telephone = record.telephone.as_deref().map(crate::text::phone).unwrap_or_default();
    }
}

/// Days shown of who comes.
const DAYS: usize = 4;

/// The next days of some passages, in full.
pub(super) fn next_days(here: Here<'_>, ranks: &[usize]) -> Vec<String> {
    let days = here.guide().jours(ranks.iter().map(|&rank| crate::guide::Quoi::Passage(rank)));
    let said = |one: &&crate::guide::Occurrence| {
        let day = crate::calendar::day_month(one.jour);
        match one.etat {
            Some(etat) => format!("{day} ({})", etat.plain),
            None => day,
        }
    };
    let mut days: Vec<String> = days.iter().map(said).collect();
    days.dedup();
    days.truncate(DAYS);
    days
}

/// Whether two passages are of one visitor at one place.
pub(super) fn same_stop(here: Here<'_>, a: usize, b: usize) -> bool {
    let place = |rank: usize| {
        let passage = &here.guide().passages[rank];
        (
            passage.de,
            passage.commune.map(|commune| commune.code),
            passage.nom.as_deref(),
            passage.ou.as_deref(),
        )
    };
    place(a) == place(b)
}
