//! Labels and programmes of an actor, each with what it means in six words.

use crate::calendar;
use crate::plan::About;
use crate::record::Acteur;
use crate::record::acteur::Label;
use crate::text::{sentence, typography};

use crate::edition::html::here::Here;
use crate::edition::html::parts::{Fait, joined};

/// Labels and programmes, each with what it means in six words.
pub(in crate::edition) fn faits<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let today = here.world.guides.today;
    let stands = |label: &&'a Label| label.jusqu_au.is_none_or(|last| last >= today);
    let all = acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
    let mut faits: Vec<Fait<'a>> = all.filter(stands).map(|label| meaning(here, label)).collect();
    if !acteur.autres_formations_labels.is_empty() {
        faits.push(Fait::of(
            here.labels().word("fait.autres_labels"),
            joined(&acteur.autres_formations_labels),
        ));
    }
    faits
}

fn meaning<'a>(here: Here<'a>, label: &'a Label) -> Fait<'a> {
    let guides = here.world.guides;
    let index = guides.dispositif_of(label.term.label);
    let dispositif = index.map(|index| &guides.dispositifs[index]);
    let words = dispositif.and_then(|found| found.en_six_mots.as_deref()).map(typography);
    let mut text = sentence(&words.unwrap_or_else(|| typography(label.term.plain)));
    if let Some(depuis) = label.depuis {
        text = format!("{text} {}", sentence(&calendar::since(depuis)));
    }
    let nom = dispositif.map_or(label.term.label, |found| found.fiche.nom.as_str());
    let href = index.and_then(|index| here.href(About::Dispositif(here.at(index))));
    Fait { href, ..Fait::new(nom, text) }
}
