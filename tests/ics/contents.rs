//! Content folders that calendars are made from: those of the repository, and guides written here beside them.

use std::path::PathBuf;

use crate::support::{Desk, TODAY, repository};

/// A content folder on a day.
pub struct Content {
    /// How it is called.
    pub name: &'static str,
    pub path: PathBuf,
    pub today: &'static str,
    /// Keeps the folder as long as it is needed.
    _desk: Option<Desk>,
}

/// Départements of several time zones, with a town of each.
const ZONES: [(&str, &str); 4] =
    [("86", "Poitiers"), ("971", "Les Abymes"), ("974", "Saint-Denis"), ("975", "Saint-Pierre")];

/// The time zone of a département, as its prefecture keeps it.
pub fn zone(code: &str) -> &'static str {
    match code {
        "971" => "America/Guadeloupe",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        _ => "Europe/Paris",
    }
}

/// Every content that is compared.
pub fn all() -> Vec<Content> {
    let of = |name, folder: &str, today| Content {
        name,
        path: repository().join(folder),
        today,
        _desk: None,
    };
    vec![
        of("exemples", "content", TODAY),
        of("petit", "tests/golden/content", TODAY),
        of("bus", "tests/bus/content", TODAY),
        // The clock changes on 14 March in Miquelon, on the 28th in Paris; then on 25 October and 1 November.
        zones("printemps", "2027-03-01"),
        zones("automne", "2026-10-12"),
    ]
}

/// A guide for each time zone, with something right before, across and right after each change of hour.
///
/// In the very hour that the clock skips or repeats, readers of calendars do not agree, and nobody receives.
fn zones(name: &'static str, today: &'static str) -> Content {
    let desk = Desk::empty();
    for (code, town) in ZONES {
        let guide = format!("titre: Guide du {code}\ndepartement: \"{code}\"\nediteur: Essai\n");
        let write = |path: &str, text: String| {
            desk.write(&format!("content/{code}-essai/{path}"), text);
        };
        write("guide.yaml", guide);
        write("acteurs/lieu.yaml", host(town));
        write("acteurs/bus.yaml", bus(town));
        for (name, record) in events(today) {
            write(&format!("evenements/{name}.yaml"), record);
        }
    }
    Content { name, path: desk.path().join("content"), today, _desk: Some(desk) }
}

fn host(town: &str) -> String {
    format!(
        "nom: Tiers-lieu, « L’Œuvre »; l'été\ncommune: {town}\npermanences:\n  \
         - {{qui: médiatrice, horaires: \"dimanche 0h15-0h45, 3h15-4h45, 10h-12h\"}}\n  \
         - {{qui: juriste, horaires: \"Sa 22:00-04:00\"}}\n  \
         - {{qui: écrivain public, horaires: \"1er et 3e mardi du mois 9h-12h, sauf jours fériés\"}}\n\
         changements:\n  - {{du: 2027-03-20, au: 2027-03-25, etat: fermé, raison: \"travaux, peinture\"}}\n"
    )
}

fn bus(town: &str) -> String {
    format!(
        "nom: Bus\ncommune: {town}\ntournee:\n  arrets:\n    \
         - {{nom: Port, commune: {town}, horaires: \"lundi et vendredi 9h-12h, semaines paires\"}}\n    \
         - {{nom: Halle, chez: lieu, horaires: \"vendredi 14h-16h, une semaine sur deux à partir du 2 octobre 2026\"}}\n"
    )
}

fn events(today: &str) -> [(&'static str, String); 4] {
    let year = &today[..4];
    let (first, second) = if year == "2027" { ("03-14", "03-28") } else { ("10-25", "11-01") };
    [
        (
            "nuit",
            format!(
                "nom: Nuit du code\nchez: lieu\ndates:\n  - {{le: {year}-{first}, horaires: 0h30-5h}}\n  \
                 - {{le: {year}-{second}, horaires: 0h15-4h, etat: annulé}}\n"
            ),
        ),
        (
            "semaine",
            format!("nom: \"Semaine : l'écran\"\nchez: lieu\ndu: {year}-{first}\nau: {year}-{second}\n"),
        ),
        ("sans-heure", format!("nom: Journée portes ouvertes\nchez: lieu\ndates: [{{le: {year}-{second}}}]\n")),
        (
            "cafe",
            "nom: Café\nchez: lieu\nquand: \"mercredi et dimanche 14h-16h30, sauf vacances scolaires\"\n".into(),
        ),
    ]
}
