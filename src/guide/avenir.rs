//! A day to come proves nothing: what is said to be verified or changed later than today is set aside, for a rule to tell.

use crate::calendar::Date;
use crate::record::Fiche;
use crate::record::fiche::Avenir;

use super::Guides;

/// Sets aside, in every record, the days of verification and of change that are still to come.
pub(super) fn set_aside(guides: &mut Guides) {
    let today = guides.today;
    let each = guides.guides.iter_mut().flat_map(|guide| {
        let acteurs = guide.acteurs.iter_mut().map(|one| &mut one.fiche);
        acteurs
            .chain(guide.evenements.iter_mut().map(|one| &mut one.fiche))
            .chain(guide.pages.iter_mut().map(|one| &mut one.fiche))
    });
    let shared = guides.dispositifs.iter_mut().map(|one| &mut one.fiche);
    let shared = shared.chain(guides.territoires.iter_mut().map(|one| &mut one.fiche));
    let shared = shared.chain(guides.pages.iter_mut().map(|one| &mut one.fiche));
    each.chain(shared).for_each(|fiche| believe(fiche, today));
}

fn believe(fiche: &mut Fiche, today: Date) {
    if let Some(later) = fiche.verifie.take_if(|checked| checked.le > today) {
        fiche.a_venir.push(Avenir { cle: "verifie", le: later.le, span: later.span });
    }
    let Some(changed) = fiche.date_maj.take_if(|day| *day > today) else { return };
    // Unless written, it is the day of the verification, which has been told.
    if let Some(span) = fiche.date_maj_ecrite.clone() {
        fiche.a_venir.push(Avenir { cle: "date_maj", le: changed, span });
        fiche.date_maj = fiche.verifie.as_ref().map(|checked| checked.le);
    }
}
