//! Texts that are hard to read: gentle advice, which forbids nothing (docs/adr/0029-plain-language.md).

mod analyse;
mod dire;
mod textes;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::Guides;
use crate::text::thousands;

pub use analyse::{Analyse, FACILE, Lecteur};
pub use dire::facilite;
pub use textes::{Texte, of_guide, shared};

/// Texts told at once for a guide: who has forty to rewrite begins with the hardest.
const TOLD: usize = 10;

/// The texts that are worth rewriting, the hardest of each guide first; the report of `bilan` has them all.
pub fn advise(guides: &Guides, out: &mut Vec<Diagnostic>) {
    let reader = Lecteur::of(guides);
    for guide in &guides.guides {
        tell(reader.analyses(of_guide(guide)), &guide.dossier, out);
    }
    tell(reader.analyses(shared(guides)), "", out);
}

fn tell(all: Vec<Analyse<'_>>, dossier: &str, out: &mut Vec<Diagnostic>) {
    let hard: Vec<Analyse<'_>> = all.into_iter().filter(Analyse::est_difficile).collect();
    out.extend(hard.iter().take(TOLD).map(dire::advice));
    let others = hard.len().saturating_sub(TOLD);
    if others > 0 {
        out.push(rest(others, dossier));
    }
}

/// How many more there are, and where to find them.
fn rest(others: usize, dossier: &str) -> Diagnostic {
    let whose = match dossier {
        "" => "Parmi les textes communs à tous les guides".to_owned(),
        dossier => format!("Dans « {dossier} »"),
    };
    let (noun, verb) = if others == 1 { ("autre texte", "est") } else { ("autres textes", "sont") };
    Diagnostic::new(
        "texte-difficile",
        Severity::Advice,
        Subject::Whole,
        format!(
            "{whose}, {} {noun} {verb} difficile{} à lire.",
            thousands(others),
            if others == 1 { "" } else { "s" }
        ),
        "Commencez par ceux qui sont cités ici. « jalon bilan » les donne tous, dans le tableau « lisibilite ».",
    )
}
