//! Rules a good guide obeys: one function a rule, listed in tables.

mod alternatives;
mod audits;
mod avenir;
mod calendriers;
pub mod clarte;
mod couleurs;
mod diffusions;
mod doublons;
mod feries;
mod fermetures;
mod glossaire;
mod grilles;
mod horaires;
mod identifiants;
mod images;
mod jours;
mod langues;
mod lieux;
mod modeles;
pub mod output;
mod personnes;
mod references;
mod series;
mod territoires;
mod vacances;
mod validite;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::theme::Themes;

pub use output::{OUTPUT_CHECKS, Rendered};

/// A rule on linked guides and their themes.
pub type Check = fn(&Guides, &Themes, &mut Vec<Diagnostic>);

/// Every rule, by the name of its subject; a new check is a function and a line of this table.
pub const CHECKS: [(&str, Check); 34] = [
    ("nom-de-dossier", identifiants::folders),
    ("identifiant-en-double", identifiants::doubles),
    ("reference-inconnue", references::unknown),
    ("reference-inconnue", diffusions::places),
    ("arret-inconnu", references::stops),
    ("lieu-contredit", lieux::elsewhere),
    ("mot-en-double", glossaire::doubles),
    ("doublon-a-fondre", doublons::decided),
    ("horaires-douteux", horaires::doubtful),
    ("vacances-inconnues", vacances::known),
    ("rien-a-retirer", calendriers::nothing_to_take),
    ("serie-compte", series::counts),
    ("serie-duree", series::lengths),
    ("evenement-sans-jour", jours::none),
    ("date-hors-regle", jours::strays),
    ("verification-a-venir", avenir::early),
    ("inscription-tardive", avenir::registration),
    ("lieu-ferme", fermetures::closed),
    ("jour-ferie", feries::forgotten),
    ("guide-perime", validite::over),
    ("reste-a-remplir", modeles::unwritten),
    ("image-absente", images::missing),
    ("image-sans-texte", images::silent),
    ("image-inutile", images::unused),
    ("image-texte-inutile", images::useless_alt),
    ("image-texte-inutile", alternatives::told),
    ("territoire-inconnu", territoires::unknown),
    ("contraste", couleurs::accent),
    ("contraste", couleurs::style),
    ("audit-douteux", audits::believable),
    ("critere-inconnu", grilles::believable),
    ("langue-inconnue", langues::known),
    ("langue-non-dite", langues::said),
    ("personne-sans-accord", personnes::agreed),
];

/// Runs every rule.
pub fn guides(guides: &Guides, themes: &Themes, out: &mut Vec<Diagnostic>) {
    let said = CHECKS.par_iter().map(|(_, check)| {
        let mut said = Vec::new();
        check(guides, themes, &mut said);
        said
    });
    out.extend(said.collect::<Vec<_>>().into_iter().flatten());
}
