//! What a person decided of records that look like one: `doublons.yaml`.

use crate::calendar::Date;
use crate::diagnostic::Place;
use crate::vocabulary::{self, Term};

use super::reader::{At, Reader};

/// One decision.
#[derive(Clone, Debug)]
pub struct Doublon {
    /// Ids of the records, each alone or after the folder of its guide: `86-vienne/mediatheque`.
    pub fiches: Vec<At<String>>,
    /// One place, or several.
    pub decision: Option<&'static Term>,
    /// Why, in plain words.
    pub raison: Option<String>,
    /// When it was decided.
    pub le: Option<Date>,
    /// Where it is written.
    pub place: Place,
}

impl Doublon {
    /// Whether the records are one place.
    pub fn est_un_seul_lieu(&self) -> bool {
        self.decision.is_some_and(|term| term.code == "même lieu")
    }
}

pub(super) fn read(r: &mut Reader<'_>) -> Doublon {
    let fiches = r.references(
        "fiches",
        "Les fiches qui se ressemblent, deux ou plus ; avec le dossier du guide si deux guides ont le même identifiant.",
    );
    if fiches.is_empty() {
        r.missing("fiches");
    }
    let decision = r.term(
        "decision",
        "Ce que vous avez décidé : différents, ou même lieu.",
        &vocabulary::DOUBLON_DECISION,
    );
    if !r.is_documenting() && !r.has("decision") {
        r.missing("decision");
    }
    Doublon {
        fiches,
        decision,
        raison: r.text("raison", "Pourquoi, pour qui relira."),
        le: r.date("le", "Le jour de la décision."),
        place: r.place(r.first_line()),
    }
}
