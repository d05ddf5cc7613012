//! A commune: what takes place there, what is near where nothing is, how very much is split.

use crate::reading::{headings, lines, links, listed, part, under, vienne, words};

/// A desk held each working day fills the days shown before the event comes.
#[test]
fn an_event_beyond_the_days_shown_is_still_listed() {
    let files = [
        (
            "86-vienne/acteurs/salle.yaml",
            "nom: Salle\ncommune: Lusignan\npermanences:\n  - {qui: médiateur, horaires: du lundi au vendredi 9h-12h}\n",
        ),
        (
            "86-vienne/evenements/pres.yaml",
            "nom: Café proche\nchez: salle\ndates: [{le: 2026-11-24, horaires: 14h-16h}]\n",
        ),
        (
            "86-vienne/evenements/loin.yaml",
            "nom: Café lointain\nchez: salle\ndates: [{le: 2026-12-17, horaires: 14h-16h}]\n",
        ),
    ];
    let pages = vienne(&files);
    let page = &pages["communes/lusignan.html"];
    let days = words(under(page, "Ce qui a lieu du 23 novembre au 7 décembre 2026"));
    assert!(days.contains("Café proche") && !days.contains("Café lointain"), "{days}");
    let events = words(under(page, "Événements"));
    assert!(events.contains("Café lointain") && !events.contains("Café proche"), "{events}");
    assert!(words(part(page, "main")).contains("Jeudi 17 décembre 2026, de 14 h à 16 h."));
}

/// Adriers has nothing: one honest sentence, the nearest answers, who passes near by.
#[test]
fn a_commune_with_nothing_says_so_and_what_is_near() {
    let files = [
        (
            "86-vienne/acteurs/point.yaml",
            "nom: Point numérique\ncommune: L'Isle-Jourdain\ntelephone: 05 36 49 12 23\nfrais_a_charge: [Gratuit]\nservices: [Aide aux démarches administratives]\n",
        ),
        (
            "86-vienne/acteurs/bus.yaml",
            "nom: Bus\ncommune: Poitiers\ntournee:\n  arrets:\n    - {nom: Marché, commune: Moulismes, ou: place de la mairie, horaires: jeudi 9h-12h}\n",
        ),
        (
            "86-vienne/acteurs/mairie.yaml",
            "nom: Mairie d'Adriers\nsorte: collectivité\ncommune: Adriers\npresentation_resume: La mairie prête une salle.\n",
        ),
    ];
    let pages = vienne(&files);
    let page = &pages["communes/adriers.html"];
    assert_eq!(
        lines(part(page, "main")),
        [
            "Se faire aider à Adriers",
            "Communauté de communes Vienne et Gartempe",
            "Nous ne connaissons pas de lieu d’aide à Adriers. Voici ce qui est le plus près.",
            "Le plus près",
            "Les distances sont à vol d’oiseau : la route est plus longue.",
            "Point numérique",
            "Gratuit.",
            "L’Isle-Jourdain, à 9 km à l’ouest",
            "Faire une démarche sur Internet",
            "05 36 49 12 23",
            "Quelqu’un passe près d’ici",
            "Bus",
            "Place de la mairie, Moulismes, à 8 km au nord.",
            "Jeudi de 9 h à 12 h.",
            "Prochain passage : jeudi 26 novembre.",
            "Ils agissent à Adriers",
            "Mairie d’Adriers",
            "La mairie prête une salle.",
            "J’ai une démarche urgente",
            "Autour d’Adriers",
            "Moulismes",
            "À 8 km au nord, 1 passage",
            "L’Isle-Jourdain",
            "À 9 km à l’ouest, 1 lieu",
            "Poitiers",
            "À 50 km au nord-ouest, 1 lieu",
        ]
    );
}

/// Two taps from the home: the letter of a former commune leads to that of today.
#[test]
fn letters_lead_to_communes_of_today_and_of_before() {
    let pages = vienne(&[("86-vienne/acteurs/a.yaml", "nom: Agora\ncommune: Poitiers\n")]);
    let home = part(&pages["index.html"], "main");
    let letter = ("communes/lettre-c.html".to_owned(), "C".to_owned());
    assert!(links(home).contains(&letter), "{:?}", links(home));
    let page = part(&pages["communes/lettre-c.html"], "main");
    let couhe = ("valence-en-poitou.html".to_owned(), "Couhé".to_owned());
    assert!(links(page).contains(&couhe));
    assert!(lines(page).contains(&"Couhé : voir Valence-en-Poitou".to_owned()));
    assert!(lines(page).contains(&"Civray".to_owned()));
    let page = words(part(&pages["communes/valence-en-poitou.html"], "main"));
    assert!(page.contains("Anciennes communes et autres noms : Ceaux-en-Couhé, Châtillon, Couhé"));
}

/// Fifty places: choices by need, a list by quartier, names; the details are on the page of a need.
#[test]
fn a_commune_with_very_much_is_split_by_quartier_and_need() {
    let place = |n: usize| {
        let quartier = if n < 12 { "quartier: saint-eloi\n" } else { "" };
        let service = match n % 5 {
            0 => "Aide aux démarches administratives",
            _ => "Insertion professionnelle via le numérique",
        };
        let text =
            format!("nom: Lieu {n:02}\ncommune: Poitiers\n{quartier}services: [{service}]\n");
        (format!("86-vienne/acteurs/lieu-{n:02}.yaml"), text)
    };
    let mut files: Vec<(String, String)> = (0..50).map(place).collect();
    files.push((
        "territoires/saint-eloi.yaml".into(),
        "nom: Saint-Éloi\nsorte: quartier\ncommunes: [Poitiers]\n".into(),
    ));
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let pages = vienne(&files);
    let page = &pages["communes/poitiers.html"];
    assert_eq!(
        headings(page)[..3],
        ["De quoi avez-vous besoin ?", "Quartier par quartier", "À Poitiers"]
    );
    let needs = under(page, "De quoi avez-vous besoin ?");
    let job = links(needs).into_iter().find(|(_, said)| said.starts_with("Chercher un travail"));
    let job = job.unwrap();
    assert_eq!(job.0, "poitiers/chercher-un-travail.html");
    assert!(job.1.ends_with("40 lieux"), "{}", job.1);
    assert_eq!(words(under(page, "Quartier par quartier")), "Saint-Éloi : 12 lieux");
    let names = listed(page, "À Poitiers");
    assert_eq!(names.iter().filter(|name| name.starts_with("Lieu ")).count(), 50);
    let page = &pages["communes/poitiers/faire-une-demarche.html"];
    assert_eq!(words(part(page, "h1")), "Faire une démarche sur Internet, à Poitiers");
    assert_eq!(listed(page, "Saint-Éloi"), ["Lieu 00", "Lieu 05", "Lieu 10"]);
    assert_eq!(listed(page, "Ailleurs dans la commune").len(), 7);
    assert!(!pages.contains_key("communes/poitiers/me-proteger.html"));
}
