//! Days off that a guide writes itself: those no list gives, and corrections of those jalon knows.

use crate::calendar::{Date, named_break};
use crate::diagnostic::{Diagnostic, Place};
use crate::territory::Departement;

use super::reader::Reader;
use super::site;

/// Local holidays or corrections of the embedded ones.
#[derive(Clone, Debug)]
pub struct Calendrier {
    /// Name.
    pub nom: String,
    /// School holidays, or public ones.
    pub scolaire: bool,
    /// Départements concerned; none for all.
    pub departements: Vec<&'static Departement>,
    /// Its days, as written.
    pub jours: Vec<Jours>,
    /// Where this comes from.
    pub source: Option<String>,
}

impl Calendrier {
    /// Whether it holds for a département; one that names none holds for all.
    pub fn concerne(&self, departement: &str) -> bool {
        let of = |found: &&'static Departement| found.code == departement;
        self.departements.is_empty() || self.departements.iter().any(of)
    }
}

/// Some days in a row.
#[derive(Clone, Debug)]
pub struct Jours {
    /// First day.
    pub du: Date,
    /// Last day.
    pub au: Date,
    /// Their name.
    pub nom: Option<String>,
    /// They are no days off, whatever jalon knows.
    pub retire: bool,
    /// Where they are written.
    pub place: Place,
}

pub(super) fn read(r: &mut Reader<'_>) -> Calendrier {
    let nom = r.required("nom", "Nom du calendrier.").unwrap_or_default();
    let scolaire =
        r.flag("vacances_scolaires", "oui pour des vacances, non pour des jours fériés.");
    let codes = r.texts_at(
        "departements",
        "Codes des départements, entre guillemets ; tous s’il n’y en a pas.",
    );
    let departements = codes.iter().filter_map(|code| site::departement_of(r, code)).collect();
    let jours = r.maps("jours", "Les jours ou périodes.", read_jours);
    let jours: Vec<Jours> = jours.into_iter().flatten().collect();
    let school = |days: &&Jours| days.nom.as_deref().and_then(named_break).is_some();
    if let Some(days) = jours.iter().find(school).filter(|_| scolaire.is_none()) {
        let message =
            "Ce calendrier parle de vacances, mais ses jours comptent comme des jours fériés.";
        let remedy =
            "Ajoutez « vacances_scolaires: oui », ou « non » si ce sont bien des jours fériés.";
        let place = days.place.clone();
        r.report(Diagnostic::warning("vacances-ou-feries", place, message, remedy));
    }
    Calendrier {
        nom,
        scolaire: scolaire.unwrap_or(false),
        departements,
        jours,
        source: r.text("source", "D’où viennent ces dates."),
    }
}

fn read_jours(r: &mut Reader<'_>) -> Option<Jours> {
    let le = r.date("le", "Le jour, s’il n’y en a qu’un.");
    let (du, au) = r.period();
    let nom = r.text("nom", "Leur nom.");
    let retire = r.flag(
        "retire",
        "oui pour des jours qui ne sont pas de congé, alors que jalon les compte ainsi.",
    );
    if !r.is_documenting() && !r.holds("le") && !r.holds("du") {
        require_day(r);
    }
    let first = le.or(du)?;
    Some(Jours {
        du: first,
        au: if le.is_some() { first } else { au.unwrap_or(first) },
        nom,
        retire: retire.unwrap_or(false),
        place: r.place(r.first_line()),
    })
}

/// Says both ways of naming days, one day or several, around what is written already.
fn require_day(r: &mut Reader<'_>) {
    let (message, remedy) = match r.has("du") {
        true => (
            "« du » est vide.",
            "Écrivez le premier jour après « du: » et une espace, le dernier après « au: ». Pour un seul jour, écrivez « le: … » à la place de « du » et « au ».",
        ),
        false => (
            "Il manque « le », ou « du » et « au ».",
            "Ajoutez « le: … » pour un seul jour, « du: … » et « au: … » pour plusieurs.",
        ),
    };
    let span = r.first_line();
    r.error("champ-manquant", &span, message, remedy);
}
