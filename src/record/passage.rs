//! Somebody at a place at given times: permanences and tours, the same thing from two sides.

use crate::calendar::{Date, Exception, Horaires};
use crate::vocabulary::{self, Term};

use super::adresse::{self, Adresse};
use super::reader::{At, Reader};

/// A permanence, written by the one who comes or by the one who hosts.
#[derive(Clone, Debug)]
pub struct Permanence {
    /// The host, when written by the one who comes.
    pub chez: Option<At<String>>,
    /// The one who comes, when written by the host.
    pub de: Option<At<String>>,
    /// Role of the person who comes.
    pub qui: Option<String>,
    /// When.
    pub horaires: Option<At<Horaires>>,
    /// What is done there.
    pub services: Vec<&'static Term>,
    /// How.
    pub modalites_accompagnement: Vec<&'static Term>,
    /// With or without appointment.
    pub sans_rendez_vous: Option<&'static Term>,
    /// The phone of this permanence.
    pub telephone: Option<String>,
    /// First day.
    pub du: Option<Date>,
    /// Last day: funding changes.
    pub au: Option<Date>,
    /// When it does not take place.
    pub sauf: Vec<Exception>,
    /// Where it is written.
    pub span: std::ops::Range<usize>,
}

/// A tour: ordered stops, or no hours at all.
#[derive(Clone, Debug)]
pub struct Tournee {
    /// Where it starts from.
    pub base: Option<String>,
    /// It goes without fixed hours: only how to know is shown.
    pub variable: bool,
    /// When no stop takes place.
    pub sauf: Vec<Exception>,
    /// Its stops, in order.
    pub arrets: Vec<Arret>,
}

/// A stop of a tour.
#[derive(Clone, Debug)]
pub struct Arret {
    /// Its name.
    pub nom: String,
    /// The host, when it has one.
    pub chez: Option<At<String>>,
    /// Where it is, when it has no host.
    pub adresse: Adresse,
    /// Where exactly: « place du marché ».
    pub ou: Option<String>,
    /// When.
    pub horaires: Option<At<Horaires>>,
    /// Where it is written.
    pub span: std::ops::Range<usize>,
}

pub(super) fn read_permanence(r: &mut Reader<'_>) -> Permanence {
    let mut permanence = Permanence {
        chez: r.reference(
            "chez",
            "Le lieu qui accueille, si la permanence est écrite par celui qui vient.",
        ),
        de: r.reference(
            "de",
            "Celui qui vient, si la permanence est écrite par le lieu qui accueille.",
        ),
        qui: r
            .text("qui", "Le rôle de la personne qui vient, par exemple « conseiller numérique »."),
        horaires: r.hours("horaires", "Quand."),
        services: r.terms("services", "Ce qu’on y fait.", &vocabulary::SERVICES),
        modalites_accompagnement: r.terms(
            "modalites_accompagnement",
            "Seul, à deux, en groupe, à distance.",
            &vocabulary::MODALITES_ACCOMPAGNEMENT,
        ),
        sans_rendez_vous: r.term(
            "sans_rendez_vous",
            "oui, non, ou « appelez avant de venir ».",
            &vocabulary::SANS_RENDEZ_VOUS,
        ),
        telephone: r.phone("telephone", "Téléphone de la permanence."),
        du: None,
        au: None,
        sauf: Vec::new(),
        span: r.first_line(),
    };
    (permanence.du, permanence.au) = r.period();
    permanence.sauf = r.exceptions("sauf", "Quand elle n’a pas lieu.");
    permanence
}

pub(super) fn read_tournee(r: &mut Reader<'_>, departement: Option<&str>) -> Tournee {
    let regularite = r.term(
        "regularite",
        "« variable » quand il n’y a pas d’horaires fixes.",
        &vocabulary::REGULARITE,
    );
    let variable = regularite.is_some_and(|term| term.label == "variable");
    let tournee = Tournee {
        base: r.text("base", "D’où part la tournée."),
        variable,
        sauf: r.exceptions("sauf", "Quand aucun arrêt n’a lieu."),
        arrets: r.maps("arrets", "Les arrêts, dans l’ordre.", |r| {
            read_arret(r, departement, variable)
        }),
    };
    if !r.is_documenting() && !variable && tournee.arrets.is_empty() {
        r.missing("arrets");
    }
    if let Some(timed) = tournee.arrets.iter().find(|stop| variable && stop.horaires.is_some()) {
        r.error(
            "tournee-variable",
            &timed.span,
            "La tournée est dite « variable », mais cet arrêt a des horaires.",
            "Enlevez les horaires de l’arrêt, ou la ligne « regularite ».",
        );
    }
    tournee
}

fn read_arret(r: &mut Reader<'_>, departement: Option<&str>, variable: bool) -> Arret {
    let nom = r.required("nom", "Nom de l’arrêt.").unwrap_or_default();
    let chez = r.reference("chez", "Le lieu qui accueille l’arrêt.");
    let adresse = adresse::read(r, departement);
    if !r.is_documenting() && chez.is_none() && !r.holds("commune") {
        r.missing("commune");
    }
    if !variable && r.has("horaires") && !r.holds("horaires") {
        let span = r.first_line();
        r.warn(
            "arret-sans-horaires",
            &span,
            "On ne sait pas quand la tournée passe à cet arrêt.",
            "Écrivez ses « horaires », ou « regularite: variable » sous « tournee » si rien n’est fixe.",
        );
    }
    Arret {
        nom,
        chez,
        adresse,
        ou: r.text("ou", "Où exactement, par exemple « place du marché »."),
        horaires: r.hours("horaires", "Quand."),
        span: r.first_line(),
    }
}
