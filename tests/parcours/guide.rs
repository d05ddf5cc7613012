//! A guide of four hundred places over every commune of a département, with events, tours, quartiers and a network.

use std::fmt::Write as _;

use jalon::territory::communes_of_departement;

use crate::support::Desk;

const PLACES: usize = 400;
const SERVICES: [&str; 3] = [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Accès internet et matériel informatique",
];
const NAMES: [&str; 12] = [
    "Atelier", "Bureau", "Centre", "Dépôt", "Espace", "Foyer", "Guichet", "Halle", "Kiosque",
    "Maison", "Point", "Salle",
];

/// The content folder of such a guide.
pub fn large() -> Desk {
    let desk = Desk::with(&[
        (
            "glossaire.yaml",
            "- {terme: Atelier, definition: Un moment où l'on apprend à plusieurs.}\n",
        ),
        ("dispositifs/label.yaml", "nom: Label d'essai\nen_six_mots: Un essai\n"),
        (
            "territoires/reseau.yaml",
            "nom: Réseau d'essai\nsorte: réseau local\ncommunes: [Lusignan, Vivonne]\ncoordinateur: lieu-0\n",
        ),
        ("territoires/quartier.yaml", "nom: Le Bourg\nsorte: quartier\ncommunes: [Lusignan]\n"),
        ("86-vienne/pages/lire.md", "---\ntitre: À savoir\n---\n\nUn texte.\n"),
    ]);
    let communes = communes_of_departement("86");
    for place in 0..PLACES {
        let commune = &communes[place % communes.len()];
        let mut text = format!(
            "nom: {} {place}\ncommune: \"{}\"\ncode_insee: \"{}\"\nservices: [{}]\nhoraires: mardi 9h-12h\n",
            NAMES[place % NAMES.len()],
            commune.nom,
            commune.code,
            SERVICES[place % SERVICES.len()],
        );
        // Some go round; some of those have ended.
        if [7, 9].contains(&(place % 40)) {
            let stop = &communes[(place + 1) % communes.len()];
            let _ = write!(
                text,
                "tournee:\n  arrets:\n    - {{nom: Place, commune: \"{}\", horaires: lundi 9h-10h}}\n",
                stop.nom
            );
        }
        if place % 40 == 9 {
            text.push_str("termine: {le: 2026-01-31}\n");
        }
        desk.write(&format!("content/86-vienne/acteurs/lieu-{place}.yaml"), text);
    }
    for event in 0..PLACES / 10 {
        let text = format!(
            "nom: Rencontre {event}\nchez: lieu-{}\nquand: jeudi 14h-16h\ndu: 2026-11-26\nau: 2027-03-25\n",
            event * 10
        );
        desk.write(&format!("content/86-vienne/evenements/rencontre-{event}.yaml"), text);
    }
    desk
}
