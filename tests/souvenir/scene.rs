//! Four neighbouring guides that look at each other in every way they can, and what is done to them.

use std::path::PathBuf;

use jalon::calendar::Date;
use jalon::diagnostic::{Format, report};
use jalon::{Built, Order};

use crate::support::{Desk, tree};

/// Small départements side by side: few communes, places near each other across borders.
pub const FILES: [(&str, &str); 21] = [
    ("75-paris/guide.yaml", "titre: Paris\ndepartement: \"75\"\nediteur: Essai\n"),
    (
        "92-hauts-de-seine/guide.yaml",
        "titre: Hauts-de-Seine\ndepartement: \"92\"\nediteur: Essai\n",
    ),
    (
        "93-seine-saint-denis/guide.yaml",
        "titre: Seine-Saint-Denis\ndepartement: \"93\"\nediteur: Essai\n",
    ),
    ("94-val-de-marne/guide.yaml", "titre: Val-de-Marne\ndepartement: \"94\"\nediteur: Essai\n"),
    ("glossaire.yaml", "- terme: Mot de passe\n  definition: Un mot secret, pour vous seul.\n"),
    (
        "territoires/reseau.yaml",
        "nom: Réseau des voisins\nsorte: réseau local\npresentation_resume: On s'aide.\n",
    ),
    (
        "75-paris/acteurs/mairie.yaml",
        "nom: Mairie du centre\ncommune: Paris\ncode_insee: \"75056\"\ntelephone: 05 36 49 10 01\nhoraires: lundi 9h-12h\nservices: [Aide aux démarches administratives]\noriente_vers: [bus-du-nord, atelier]\n",
    ),
    (
        "75-paris/acteurs/poste.yaml",
        "nom: La Poste\ncommune: Paris\ncode_insee: \"75056\"\nlatitude: 48.88\nlongitude: 2.35\nservices: [Maîtrise des outils numériques du quotidien]\n",
    ),
    (
        "75-paris/pages/voisins.md",
        "---\ntitre: Chez les voisins\n---\n\nVoir [l'atelier](atelier) et [le bus](bus-du-nord).\n",
    ),
    (
        "92-hauts-de-seine/acteurs/atelier.yaml",
        "nom: Atelier\ncommune: Clichy\nlatitude: 48.9\nlongitude: 2.3\ntelephone: 05 36 49 10 02\nhoraires: mardi 14h-17h\nsans_rendez_vous: oui\nservices: [Maîtrise des outils numériques du quotidien, Aide aux démarches administratives]\nreseaux: [reseau]\n",
    ),
    (
        "92-hauts-de-seine/acteurs/maison.yaml",
        "nom: Maison ouverte\ncommune: Clichy\nservices: [Acquisition de matériel informatique à prix solidaire]\npermanences:\n  - {chez: mairie, horaires: jeudi 9h-12h}\n",
    ),
    (
        "92-hauts-de-seine/evenements/cafe.yaml",
        "nom: Café numérique\nchez: poste\norganisateur: atelier\ndates:\n  - {le: 2026-12-09, horaires: 14h-16h}\n",
    ),
    (
        "93-seine-saint-denis/acteurs/bus-du-nord.yaml",
        "nom: Bus du Nord\ncommune: Pantin\ntelephone: 05 36 49 10 03\nservices: [Accès internet et matériel informatique]\ntournee:\n  base: Pantin\n  arrets:\n    - {nom: Pantin, commune: Pantin, horaires: lundi 9h-12h}\n    - {nom: Clichy, commune: Clichy, code_insee: \"92024\", horaires: mardi 9h-12h}\n    - {nom: Vincennes, commune: Vincennes, code_insee: \"94080\", chez: cercle, horaires: mercredi 9h-12h}\n",
    ),
    (
        "93-seine-saint-denis/acteurs/bus-2.yaml",
        "nom: Espace\ncommune: Bobigny\nservices: [Utilisation sécurisée du numérique]\n",
    ),
    (
        "93-seine-saint-denis/acteurs/bus-3.yaml",
        "nom: Espace public\ncommune: Bobigny\nservices: [Utilisation sécurisée du numérique]\n",
    ),
    (
        "93-seine-saint-denis/evenements/fete.yaml",
        "nom: Fête des voisins\ncommune: Pantin\ndates:\n  - {le: 2026-12-12, horaires: 14h-18h}\n",
    ),
    (
        "94-val-de-marne/acteurs/cercle.yaml",
        "nom: Le Cercle\ncommune: Vincennes\nhoraires: vendredi 9h-12h\nservices: [Aide aux démarches administratives]\npresentation_resume: On demande un mot de passe.\nreseaux: [reseau]\n",
    ),
    (
        "94-val-de-marne/acteurs/relais.yaml",
        "nom: Relais\ncommune: Créteil\ninterne: appeler avant le printemps\nservices: [Insertion professionnelle via le numérique]\n",
    ),
    (
        "94-val-de-marne/evenements/atelier-mail.yaml",
        "nom: Atelier courriel\ncommune: Créteil\norganisateur: atelier\ndates:\n  - {le: 2026-12-15, horaires: 10h-12h}\n",
    ),
    (
        "94-val-de-marne/evenements/suite.yaml",
        "nom: La suite\ncommune: Créteil\nchez: cercle\ndates:\n  - {le: 2026-12-16, horaires: 10h-12h}\n",
    ),
    ("numeros-utiles.yaml", "- {nom: Violences, numero: \"3919\", pour_quoi: On vous écoute.}\n"),
];

/// What is done to the files: the file, the text that goes, the text that comes. An empty text to go: the file is written.
/// Both empty: it is removed.
pub const EDITS: [(&str, &str, &str); 36] = [
    // Told on its own page alone.
    (
        "content/93-seine-saint-denis/acteurs/bus-3.yaml",
        "nom: Espace",
        "presentation_resume: Des ordinateurs.\nnom: Espace",
    ),
    // What neighbours say of a place: name, phone, hours, appointment, a closure.
    ("content/92-hauts-de-seine/acteurs/atelier.yaml", "nom: Atelier", "nom: Atelier du pont"),
    ("content/92-hauts-de-seine/acteurs/atelier.yaml", "10 02", "10 12"),
    ("content/92-hauts-de-seine/acteurs/atelier.yaml", "mardi 14h-17h", "mardi 14h-18h"),
    (
        "content/92-hauts-de-seine/acteurs/atelier.yaml",
        "sans_rendez_vous: oui",
        "sans_rendez_vous: non",
    ),
    (
        "content/92-hauts-de-seine/acteurs/atelier.yaml",
        "reseaux:",
        "changements: [{du: 2026-12-01, au: 2026-12-20, etat: fermé, raison: travaux}]\nreseaux:",
    ),
    // Where it is, and for what.
    ("content/92-hauts-de-seine/acteurs/atelier.yaml", "latitude: 48.9", "latitude: 48.91"),
    (
        "content/92-hauts-de-seine/acteurs/atelier.yaml",
        "[Maîtrise des outils numériques du quotidien, ",
        "[",
    ),
    // A second record of the same name: both carry their commune.
    (
        "content/92-hauts-de-seine/acteurs/second.yaml",
        "",
        "nom: Atelier du pont\ncommune: Nanterre\nservices: [Aide aux démarches administratives]\n",
    ),
    ("content/92-hauts-de-seine/acteurs/second.yaml", "", ""),
    // Who comes, who receives, who organises.
    ("content/92-hauts-de-seine/acteurs/maison.yaml", "jeudi 9h-12h", "jeudi 9h-11h"),
    ("content/92-hauts-de-seine/acteurs/maison.yaml", "Maison ouverte", "Maison de tous"),
    ("content/75-paris/acteurs/mairie.yaml", "Mairie du centre", "Mairie du cœur"),
    ("content/75-paris/acteurs/poste.yaml", "nom: La Poste", "nom: La Poste du Nord"),
    ("content/93-seine-saint-denis/acteurs/bus-du-nord.yaml", "mardi 9h-12h", "mardi 14h-17h"),
    (
        "content/93-seine-saint-denis/acteurs/bus-du-nord.yaml",
        "nom: Bus du Nord",
        "nom: Le grand bus",
    ),
    ("content/94-val-de-marne/acteurs/cercle.yaml", "nom: Le Cercle", "nom: Le Petit Cercle"),
    ("content/92-hauts-de-seine/evenements/cafe.yaml", "14h-16h", "15h-17h"),
    // Order among places at one point: which is the nearest.
    ("content/93-seine-saint-denis/acteurs/bus-3.yaml", "nom: Espace public", "nom: Au premier"),
    // An id changes, its former one still leads there; another guide takes the same one.
    (
        "content/92-hauts-de-seine/acteurs/atelier.yaml",
        "nom: Atelier",
        "id: atelier-du-pont\nanciens_ids: [atelier]\nnom: Atelier",
    ),
    (
        "content/75-paris/acteurs/autre.yaml",
        "",
        "id: atelier\nnom: Un atelier à Paris\ncommune: Paris\ncode_insee: \"75056\"\nservices: [Aide aux démarches administratives]\n",
    ),
    ("content/75-paris/acteurs/autre.yaml", "", ""),
    // Events come and go.
    (
        "content/93-seine-saint-denis/evenements/bal.yaml",
        "",
        "nom: Bal\ncommune: Les Lilas\ndates:\n  - {le: 2026-12-20, horaires: 14h-18h}\n",
    ),
    ("content/93-seine-saint-denis/evenements/fete.yaml", "", ""),
    // Notes, drafts, deadlines.
    ("content/94-val-de-marne/acteurs/relais.yaml", "avant le printemps", "après le printemps"),
    ("content/94-val-de-marne/acteurs/relais.yaml", "nom: Relais", "brouillon: oui\nnom: Relais"),
    ("content/94-val-de-marne/acteurs/relais.yaml", "brouillon: oui", "brouillon: non"),
    ("content/94-val-de-marne/guide.yaml", "editeur: Essai", "editeur: Un autre"),
    // What all guides share.
    ("content/glossaire.yaml", "Un mot secret", "Un mot caché"),
    ("content/territoires/reseau.yaml", "Réseau des voisins", "Réseau des amis"),
    ("content/numeros-utiles.yaml", "3919", "3939"),
    ("content/site.yaml", "", "titre: Tous les guides\nediteur: Essai\n"),
    ("themes/75-paris/labels/fr.yaml", "", "menu:\n  accueil: Retour au début\n"),
    ("themes/75-paris/style.css", "", "p { margin: 1em 0 }\n"),
    // A guide goes, another comes.
    (
        "content/92-hauts-de-seine/guide.yaml",
        "departement: \"92\"",
        "departement: \"92\"\ncouleurs: {accent: \"#7a2e12\"}",
    ),
    (
        "content/95-val-d-oise/guide.yaml",
        "",
        "titre: Val-d'Oise\ndepartement: \"95\"\nediteur: Essai\n",
    ),
];

/// A desk with all four guides.
pub fn desk() -> Desk {
    let desk = Desk::empty();
    for (path, text) in FILES {
        desk.write(&format!("content/{path}"), text);
    }
    // What `init`, an import or a printed edition leaves: only there is a build remembered.
    std::fs::create_dir(desk.path().join(".jalon")).unwrap();
    desk
}

/// Does one thing to the files.
pub fn edit(desk: &Desk, (path, from, to): (&str, &str, &str)) {
    match (from, to) {
        ("", "") => std::fs::remove_file(desk.path().join(path)).unwrap(),
        ("", text) => desk.write(path, text),
        (from, to) => {
            let text = desk.read(path);
            assert!(text.contains(from), "{path} has no « {from} »");
            desk.write(path, text.replacen(from, to, 1));
        }
    }
}

/// An order for a desk; `programme` where guides may keep their files.
pub fn order(desk: &Desk, output: &str, programme: Option<&str>) -> Order {
    Order {
        content: desk.path().join("content"),
        shown: "content".to_owned(),
        themes: desk.path().join("themes"),
        output: desk.path().join(output),
        grounds: vec![PathBuf::from("/")],
        in_place: false,
        today: Date::constant(2026, 11, 23),
        strict: false,
        imprimes: false,
        precompression: None,
        hors_ligne: true,
        programme: programme.map(str::to_owned),
        avance: None,
        chrono: None,
    }
}

/// Builds; nothing may forbid publishing.
pub fn build(order: &Order) -> (Built, String) {
    let (built, said) = jalon::build(order);
    let said = report(&said, Format::Text { colour: false });
    assert!(built.outcome.is_some(), "{said}");
    (built, said)
}

/// Builds again where guides may keep their files, and from nothing; both say and publish the same. How many sheets stayed.
pub fn as_from_nothing(kept: &Order, what: &str) -> usize {
    let (again, said) = build(kept);
    let fresh = Desk::empty();
    let new = Order { output: fresh.path().join("output"), programme: None, ..kept.clone() };
    let (anew, all_said) = build(&new);
    assert_eq!(said, all_said, "{what}");
    let (now, then) = (tree(&kept.output), tree(&new.output));
    let differs = |path: &&String| now.get(*path) != then.get(*path);
    let stale: Vec<&String> = now.keys().chain(then.keys()).filter(differs).collect();
    assert!(stale.is_empty(), "{what}: {stale:?}");
    assert_eq!(again.rendered, anew.rendered, "{what}");
    again.repris
}
