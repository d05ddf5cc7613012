//! Verifying: intervals by kind, what is too old for paper, letters already written, marks with their reasons.

use std::collections::BTreeMap;

use jalon::guide::{self, Guides, Moment};
use jalon::record;

use crate::paper;
use crate::support::{Desk, TODAY};

fn linked(desk: &Desk) -> Guides {
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert!(said.iter().all(|one| !one.is_error()), "{said:?}");
    guide::link(records, TODAY.parse().unwrap())
}

fn settings(more: &str) -> String {
    format!(
        "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Hub d'essai\ncontact: {{courriel: hub@essai.example, telephone: 05 36 49 00 10}}\n{more}"
    )
}

fn desk(more: &str, records: &[(&str, &str)]) -> Desk {
    let desk = Desk::with(&[]);
    desk.write("content/86-vienne/guide.yaml", settings(more));
    for (name, text) in records {
        desk.write(&format!("content/86-vienne/acteurs/{name}.yaml"), text);
    }
    desk
}

#[test]
fn each_kind_has_its_interval_and_a_record_its_own() {
    let record = |name: &str, more: &str| {
        format!("nom: {name}\ncommune: Poitiers\nverifie: {{le: 2026-06-01}}\n{more}")
    };
    let records = [
        ("lieu", record("Lieu", "")),
        ("bus", record("Bus", "tournee: {regularite: variable}\n")),
        ("reseau", record("Réseau", "sorte: réseau\n")),
        ("propre", record("Propre", "sorte: réseau\ntous_les: 1 mois\n")),
    ];
    let moments = |more: &str| {
        let records: Vec<(&str, &str)> =
            records.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let desk = desk(more, &records);
        assert_eq!(desk.messages(), "");
        let guides = linked(&desk);
        let guide = &guides.guides[0];
        let stale = guide
            .acteurs
            .iter()
            .filter(|acteur| guides.moment(guide, acteur) == Moment::AConfirmer);
        stale.map(|acteur| acteur.fiche.nom.clone()).collect::<Vec<_>>()
    };
    assert_eq!(moments(""), ["Propre"]);
    assert_eq!(moments("fraicheur: 3 mois\n"), ["Bus", "Lieu", "Propre", "Réseau"]);
    assert_eq!(moments("fraicheur: {itinerant: 3 mois, autres: 12 mois}\n"), ["Bus", "Propre"]);
    assert_eq!(moments("fraicheur: {reseau: 30 jours}\n"), ["Propre", "Réseau"]);
    let wrong = desk("fraicheur: {bibliotheque: 3 mois}\n", &[]);
    assert!(
        wrong.messages().contains("La clé « bibliotheque » n’existe pas ici."),
        "{}",
        wrong.messages()
    );
}

/// Places of one commune: one checked this year, one two years ago, one never, one only dated.
const AGES: [(&str, &str); 5] = [
    (
        "neuf",
        "nom: Lieu Alpha\ncommune: Lusignan\nservices: [Aide aux démarches administratives]\nsans_rendez_vous: oui\nverifie: {le: 2026-10-01}\n",
    ),
    (
        "vieux",
        "nom: Lieu Bravo\ncommune: Lusignan\nservices: [Aide aux démarches administratives]\nsans_rendez_vous: oui\nverifie: {le: 2024-10-01}\n",
    ),
    (
        "jamais",
        "nom: Lieu Charlie\ncommune: Vivonne\nservices: [Aide aux démarches administratives]\n",
    ),
    (
        "date",
        "nom: Lieu Delta\ncommune: Vivonne\nservices: [Aide aux démarches administratives]\ndate_maj: 2026-01-01\n",
    ),
    (
        "bus",
        "nom: Bus Écho\ncommune: Poitiers\nverifie: {le: 2024-10-01}\ntournee: {arrets: [{nom: Place, commune: Lusignan, horaires: lundi 9h-12h}]}\n",
    ),
];

#[test]
fn what_nobody_checked_for_long_is_left_out_of_paper_and_counted() {
    let named = |more: &str| {
        let mut sheets: BTreeMap<&str, usize> = BTreeMap::new();
        let mut counted = false;
        for (produit, data) in paper::all(&desk(more, &AGES)) {
            if produit == "fiche" {
                continue;
            }
            for name in ["Lieu Alpha", "Lieu Bravo", "Lieu Charlie", "Lieu Delta", "Bus Écho"] {
                let told = data.contains(name);
                if told && !more.is_empty() && !["Lieu Alpha", "Lieu Delta"].contains(&name) {
                    panic!("{name} is told on « {produit} »: {data}");
                }
                *sheets.entry(name).or_default() += usize::from(told);
            }
            let data = data.replace('\u{a0}', " ");
            counted |= data.contains(
                "Sur le site seulement, faute de vérification depuis plus de 18 mois : 3 fiches.",
            );
        }
        (sheets, counted)
    };
    let (all, counted) = named("");
    assert!(all.values().all(|sheets| *sheets > 0) && !counted, "{all:?}");
    let (some, counted) = named("ne_plus_imprimer: 18 mois\n");
    let told: Vec<&str> =
        some.iter().filter(|(_, sheets)| **sheets > 0).map(|(name, _)| *name).collect();
    assert_eq!(told, ["Lieu Alpha", "Lieu Delta"]);
    assert!(counted, "nobody is told that something is left out");
    // The site still has all of them.
    let site = desk("ne_plus_imprimer: 18 mois\n", &AGES);
    assert!(site.build().status.success());
    for name in ["neuf", "vieux", "jamais", "date", "bus"] {
        assert!(
            site.path().join(format!("output/86-vienne/acteurs/{name}.html")).is_file(),
            "{name}"
        );
    }
}

/// A place that two addresses share, one alone, one without address, one that was just checked.
const OWNERS: [(&str, &str); 5] = [
    (
        "a",
        "nom: Médiathèque\ncommune: Lusignan\nadresse: 1 rue Neuve\ntelephone: 05 36 49 12 01\ncourriels: [Accueil@essai.example]\nhoraires: mardi 9h-12h\nservices: [Aide aux démarches administratives]\nfrais_a_charge: [Gratuit]\nsans_rendez_vous: oui\nverifie: {le: 2025-03-03}\n",
    ),
    ("b", "nom: Annexe\ncommune: Vivonne\ncourriels: [accueil@essai.example]\n"),
    ("c", "nom: Mairie & compagnie\ncommune: Poitiers\ncourriels: [mairie@essai.example]\n"),
    ("d", "nom: Sans adresse\ncommune: Poitiers\ntelephone: 05 36 49 12 02\n"),
    (
        "e",
        "nom: Juste\ncommune: Poitiers\ncourriels: [juste@essai.example]\nverifie: {le: 2026-11-01}\n",
    ),
];

#[test]
fn letters_to_owners_are_written_and_never_sent() {
    let desk = desk("fraicheur: 12 mois\n", &OWNERS);
    let guides = linked(&desk);
    let bilans = jalon::bilan::of_guides(&guides, 10);
    let letters = bilans[0].lettres();
    let to: Vec<(&str, Vec<&str>)> = letters
        .iter()
        .map(|letter| (letter.a.as_str(), letter.fiches.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        to,
        [
            ("accueil@essai.example", vec!["Annexe", "Médiathèque"]),
            ("mairie@essai.example", vec!["Mairie & compagnie"])
        ]
    );
    let code = |nom: &str| {
        guides.guides[0].acteurs.iter().find(|one| one.fiche.nom == nom).unwrap().fiche.code()
    };
    assert_eq!(letters[0].objet, "Guide d'essai : ces fiches sont-elles justes ?");
    assert_eq!(
        letters[0].texte,
        format!(
            "Bonjour,\n\nVoici ce que dit de vous le guide « Guide d'essai ».\n\n\
             Annexe (référence {})\n\
             - Adresse : Vivonne\n\
             - Téléphone : à nous dire\n\
             - Horaires : à nous dire\n\
             - Ce qu’on y fait : à nous dire\n\
             - Prix : à nous dire\n\
             - Rendez-vous : à nous dire\n\
             - Dernière vérification : jamais\n\n\
             Médiathèque (référence {})\n\
             - Adresse : 1 rue Neuve, Lusignan\n\
             - Téléphone : 05 36 49 12 01\n\
             - Horaires : mardi de 9 h à 12 h\n\
             - Ce qu’on y fait : {}\n\
             - Prix : gratuit\n\
             - Rendez-vous : sans rendez-vous\n\
             - Dernière vérification : 3 mars 2025\n\n\
             Répondez « tout est juste », ou corrigez les lignes fausses. Si le lieu a fermé, dites-le-nous : nous l’enlèverons.\n\n\
             Merci,\nHub d'essai\n05 36 49 00 10\nhub@essai.example\n",
            code("Annexe"),
            code("Médiathèque"),
            jalon::vocabulary::SERVICES.terms[0].plain,
        )
    );
}

#[test]
fn the_link_of_a_letter_opens_it_and_the_page_has_every_letter() {
    let desk = desk("fraicheur: 12 mois\n", &OWNERS);
    let guides = linked(&desk);
    let bilans = jalon::bilan::of_guides(&guides, 10);
    let letters = bilans[0].lettres();
    // No sign of a letter ends its link.
    let (link, whole) = letters[1].lien();
    assert!(
        whole
            && link.starts_with(
                "mailto:mairie@essai.example?subject=Guide%20d%27essai%20%3A%20cette%20fiche"
            ),
        "{link}"
    );
    assert!(!link.contains(['&', ' ', '"', '\'']) || link.matches('&').count() == 1, "{link}");
    let (short, whole) = letters[0].lien();
    assert!(whole == (short.len() > 200) && short.len() <= 1_900, "{short}");
    desk.jalon(&["bilan", "--today", TODAY]);
    let page = desk.read("rapports/86-vienne/courriels.html");
    assert!(
        page.contains("Sans adresse, Poitiers\u{a0}: 05\u{a0}36\u{a0}49\u{a0}12\u{a0}02"),
        "{page}"
    );
    assert!(
        page.contains("Mairie &amp; compagnie") && !page.contains("juste@essai.example"),
        "{page}"
    );
}

#[test]
fn marks_say_their_reasons_by_record_and_by_commune() {
    let full = "nom: Complet\ncommune: Lusignan\nadresse: 1 rue Neuve\nlatitude: 46.43\nlongitude: 0.12\ntelephone: 05 36 49 12 01\n\
                courriels: [accueil@essai.example]\nhoraires: mardi 9h-12h\nservices: [Aide aux démarches administratives]\n\
                frais_a_charge: [Gratuit]\nsans_rendez_vous: oui\npresentation_resume: Un lieu.\naccessibilite: De plain-pied.\n\
                modalites_accompagnement: [En autonomie]\nverifie: {le: 2026-11-01}\n";
    let records = [
        ("plein", full),
        ("vide", "nom: Vide\ncommune: Lusignan\n"),
        (
            "bus",
            "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 01\nverifie: {le: 2026-11-01}\ntournee: {regularite: variable}\n",
        ),
        ("reseau", "nom: Réseau\nsorte: réseau\n"),
        ("fini", "nom: Fini\ncommune: Poitiers\ntermine: {le: 2026-01-01}\n"),
    ];
    let desk = desk("fraicheur: 12 mois\n", &records);
    desk.jalon(&["bilan", "--today", TODAY]);
    let table = |name: &str| {
        let text = desk.read(&format!("rapports/86-vienne/{name}.csv"));
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    };
    assert_eq!(
        table("qualite"),
        "note;fiche;commune;points;sur;manque;fichier\n\
         0;Vide;Lusignan;0;17;vérification récente, services, horaires, téléphone, adresse, point sur la carte, résumé, avec ou \
         sans rendez-vous, prix, accès en fauteuil, façon d’aider, courriel ou site;content/86-vienne/acteurs/vide.yaml\n\
         50;Bus;Poitiers;7;14;services, résumé, avec ou sans rendez-vous, prix, façon d’aider, courriel ou site;content/86-vienne/acteurs/bus.yaml\n\
         100;Complet;Lusignan;17;17;;content/86-vienne/acteurs/plein.yaml\n"
    );
    assert_eq!(
        table("qualite-communes"),
        "note;code_insee;commune;fiches;manque_le_plus\n\
         0;86139;Lusignan;2;vérification récente\n\
         50;86194;Poitiers;1;services\n"
    );
    let page = desk.read("rapports/86-vienne/bilan.html");
    for words in ["3 fiches notées sur 100", "qui lit le papier appelle", "courriels.html"] {
        assert!(page.replace('\u{a0}', " ").contains(words), "{words}");
    }
}
