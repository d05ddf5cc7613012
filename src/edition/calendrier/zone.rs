//! `VTIMEZONE`: what hours of a calendar file mean, for those who do not know the zone by its name.

use crate::territory::{Bascule, Fuseau, Heure};

use super::lines::Lines;

/// Writes the time zone of a département.
pub(super) fn write(fuseau: &Fuseau, out: &mut Lines) {
    out.component("VTIMEZONE", |out| {
        out.raw("TZID", fuseau.nom);
        match &fuseau.ete {
            None => part("STANDARD", fuseau.hiver, fuseau.hiver, None, out),
            Some(ete) => {
                part("DAYLIGHT", fuseau.hiver, ete.heure, Some(ete.debut), out);
                part("STANDARD", ete.heure, fuseau.hiver, Some(ete.fin), out);
            }
        }
    });
}

/// One of the times of a zone, from its first beginning on.
fn part(name: &str, from: Heure, to: Heure, change: Option<Bascule>, out: &mut Lines) {
    out.component(name, |out| {
        out.raw("DTSTART", change.map_or("19700101T000000", |change| change.premiere));
        if let Some(change) = change {
            out.raw("RRULE", &format!("FREQ=YEARLY;{}", change.regle));
        }
        out.raw("TZOFFSETFROM", from.decalage);
        out.raw("TZOFFSETTO", to.decalage);
        out.raw("TZNAME", to.nom);
    });
}
