//! How long a guide holds: a last day that is past leaves it without dates.

use crate::calendar;
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::theme::Themes;

/// The last day of a guide is past: no date is announced any more.
pub fn over(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let Some(last) = guide.reglages.valable_jusqu_au else { continue };
        if last < guides.today {
            out.push(Diagnostic::warning(
                "guide-perime",
                guide.reglages.reglages.first_line(),
                format!(
                    "Ce guide n’était valable que jusqu’au {} : plus aucune date n’est annoncée.",
                    calendar::short(last).replace('\u{a0}', " ")
                ),
                "Donnez un nouveau jour à « valable_jusqu_au », ou effacez la ligne : le guide vaudra toujours huit semaines.",
            ));
        }
    }
}
