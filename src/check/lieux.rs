//! A host and an address of its own that name two communes: readers would be sent to both.

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::record::{Adresse, At, Fiche};
use crate::theme::Themes;

/// Where something takes place: the host it names and the address beside it.
type Place<'a> = (&'a Fiche, Option<&'a At<String>>, &'a Adresse);

/// Events, days of events and stops of tours whose host is in another commune than theirs.
pub fn elsewhere(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for (rank, guide) in guides.guides.iter().enumerate() {
        let events = guide.evenements.iter().flat_map(|event| {
            let own: Place<'_> = (&event.fiche, event.chez.as_ref(), &event.adresse);
            let days = event.quand.dates().iter().filter_map(|day| day.ailleurs.as_ref());
            std::iter::once(own)
                .chain(days.map(|place| (&event.fiche, place.chez.as_ref(), &place.adresse)))
        });
        let stops = guide.acteurs.iter().flat_map(|acteur| {
            let stops = acteur.tournee.iter().flat_map(|tour| &tour.arrets);
            stops.map(|stop| -> Place<'_> { (&acteur.fiche, stop.chez.as_ref(), &stop.adresse) })
        });
        out.extend(events.chain(stops).filter_map(|place| contradiction(guides, rank, place)));
    }
}

/// What to say of one; with a street of its own, the host only lends its name.
fn contradiction(
    guides: &Guides,
    guide: usize,
    (fiche, chez, own): Place<'_>,
) -> Option<Diagnostic> {
    let chez = chez.filter(|_| own.adresse.is_none())?;
    let host = guides.acteur(guides.find_acteur(&chez.value, guide)?);
    let (hosted, written) = (host.adresse.commune?, own.commune?);
    let message = format!(
        "« chez » mène à « {} », commune de {}, et « commune » dit {} : la page dirait les deux.",
        host.fiche.nom, hosted.nom, written.nom
    );
    let remedy = "Effacez « commune » si c’est dans ce lieu ; sinon effacez « chez » et ajoutez « adresse ».";
    (hosted.code != written.code)
        .then(|| Diagnostic::warning("lieu-contredit", fiche.place(&chez.span), message, remedy))
}
