//! What pages of criteria say: what the criterion means, who does not say, why each place is there, ways on.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{href, lines, links, part, under, vienne, words};

const SERVICES: &str = "services: [Aide aux démarches administratives]\n";

const FEW: [(&str, &str); 6] = [
    (
        "86-vienne/acteurs/mediatheque.yaml",
        "nom: Médiathèque\ncommune: Lusignan\nhoraires: \"samedi 9h-12h, semaines paires\"\nverifie: {le: 2026-11-03}\nsans_rendez_vous: oui\nlangues: [basque]\n",
    ),
    (
        "86-vienne/acteurs/mairie.yaml",
        "nom: Mairie\ncommune: Vivonne\nhoraires: lundi 9h-12h\nverifie: {le: 2026-11-03}\nsans_rendez_vous: non\npermanences:\n  - {qui: écrivain public, horaires: 1er samedi du mois 10h-12h}\n  - {qui: médiateur, horaires: mardi 14h-17h}\n",
    ),
    (
        "86-vienne/acteurs/bus.yaml",
        "nom: Bus\ncommune: Poitiers\nverifie: {le: 2026-11-03}\ntournee:\n  arrets:\n    - {nom: Marché, commune: Loudun, horaires: samedi 9h-11h}\n    - {nom: Gare, commune: Loudun, horaires: lundi 9h-11h}\n",
    ),
    (
        "86-vienne/acteurs/ferme.yaml",
        "nom: Atelier\ncommune: Poitiers\nhoraires: samedi 14h-17h\nverifie: {le: 2026-11-03}\naccessibilite: Trois marches.\nchangements: [{du: 2026-12-01, au: 2027-03-31, etat: fermé, raison: travaux}]\n",
    ),
    ("86-vienne/acteurs/muet.yaml", "nom: Muet\ncommune: Poitiers\nverifie: {le: 2026-11-03}\n"),
    (
        "86-vienne/acteurs/fini.yaml",
        "nom: Fini\ncommune: Poitiers\nhoraires: samedi 9h-12h\ntermine: {le: 2026-01-31}\n",
    ),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FEW));

#[test]
fn a_saturday_says_what_it_is_and_why_each_place_is_there() {
    assert_eq!(
        lines(part(&PAGES["criteres/samedi.html"], "main")),
        [
            "Se faire aider le samedi",
            "Ces lieux sont ouverts, ou quelqu’un y reçoit, au moins un samedi d’ici au 25 janvier 2027. Ce n’est pas toujours chaque semaine : lisez les horaires.",
            "1 autre lieu ne dit pas ses horaires : il n’est pas dans cette liste.",
            "Où aller : 4 lieux",
            "Communauté de communes des Vallées du Clain",
            "Vivonne",
            "Mairie",
            "Sur rendez-vous.",
            "Lundi de 9 h à 12 h.",
            "Écrivain public : le 1er samedi du mois de 10 h à 12 h.",
            "Communauté urbaine du Grand Poitiers",
            "Lusignan",
            "Médiathèque",
            "Sans rendez-vous.",
            "Samedi de 9 h à 12 h, les semaines paires.",
            "Poitiers",
            "Atelier",
            "Fermé du 1er décembre 2026 au 31 mars 2027 : travaux.",
            "Samedi de 14 h à 17 h.",
            "Bus",
            "S’arrête à ces endroits : Marché, Gare.",
            "Prochain passage : lundi 23 novembre, de 9 h à 11 h, Gare.",
            "Marché, Loudun : samedi de 9 h à 11 h.",
            "Élargir",
            "Tous les besoins",
        ]
    );
}

#[test]
fn silence_is_counted_and_said() {
    let page = words(part(&PAGES["criteres/sans-rendez-vous.html"], "main"));
    let said = "Ces lieux disent qu’on y vient sans rendez-vous, aux heures d’ouverture. 3 autres lieux ne le précisent pas : ils ne sont pas dans cette liste.";
    assert!(
        page.starts_with(&format!("Se faire aider sans rendez-vous {said} Où aller")),
        "{page}"
    );
    let page = words(part(&PAGES["criteres/en-basque.html"], "main"));
    assert!(
        page.starts_with(
            "Se faire aider en basque Ces lieux disent qu’on peut vous aider en basque."
        )
    );
}

#[test]
fn an_entrance_is_quoted_not_judged() {
    let page = lines(part(&PAGES["criteres/acces-decrit.html"], "main"));
    assert!(page.contains(&"Trois marches.".to_owned()), "{page:#?}");
}

#[test]
fn the_list_of_needs_and_the_plan_lead_to_every_criterion() {
    let criteria = |page: &str| -> Vec<String> {
        let all = links(part(page, "main")).into_iter();
        all.filter(|(href, _)| href.contains("criteres/")).map(|(_, text)| text).collect()
    };
    let all = [
        "Se faire aider sans rendez-vous",
        "On vient près de chez vous",
        "Se faire aider le samedi",
        "Se faire aider en basque",
        "Entrée et accès décrits",
    ];
    assert_eq!(criteria(&PAGES["besoins/index.html"]), all);
    assert_eq!(criteria(&PAGES["plan-du-site.html"]), all);
    let list = words(part(&PAGES["besoins/index.html"], "main"));
    assert!(list.contains("À quelle heure Se faire aider le samedi : 4 lieux"), "{list}");
}

/// A need that twenty-four places answer: nine without appointment, three on a Saturday, the rest silent.
fn many() -> BTreeMap<String, String> {
    let place = |rank: usize| {
        let more = match rank {
            0..=8 => "sans_rendez_vous: oui\n",
            9..=11 => "horaires: samedi 9h-12h\n",
            _ => "",
        };
        let commune = if rank.is_multiple_of(2) { "Poitiers" } else { "Loudun" };
        let path = format!("86-vienne/acteurs/lieu-{rank:02}.yaml");
        (path, format!("nom: Lieu {rank:02}\ncommune: {commune}\n{SERVICES}{more}"))
    };
    let mut files: Vec<(String, String)> = (0..24).map(place).collect();
    // Somebody comes there on Saturdays, but for something else.
    files.push((
        "86-vienne/acteurs/autre.yaml".into(),
        format!("nom: Autre\ncommune: Poitiers\n{SERVICES}permanences:\n  - {{qui: médiateur, services: [Insertion professionnelle via le numérique], horaires: samedi 9h-12h}}\n"),
    ));
    // It is without appointment too, and answers nothing.
    files.push((
        "86-vienne/acteurs/ailleurs.yaml".into(),
        "nom: Ailleurs\ncommune: Poitiers\nsans_rendez_vous: oui\n".into(),
    ));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    vienne(&files)
}

static MANY: LazyLock<BTreeMap<String, String>> = LazyLock::new(many);

#[test]
fn a_long_list_is_narrowed_and_begins_with_its_intercommunalites() {
    let page = &MANY["besoins/faire-une-demarche.html"];
    let list = lines(under(page, "Où aller : 25 lieux"));
    assert_eq!(
        list[..6],
        [
            "Préciser :",
            "Sans rendez-vous (9)",
            "Le samedi (3)",
            "Aller à :",
            "Pays Loudunais (12)",
            "Grand Poitiers (13)",
        ]
    );
    assert_eq!(href(page, "Grand Poitiers (13)"), "#communaute-urbaine-du-grand-poitiers");
    assert!(page.contains("<h3 id=\"communaute-urbaine-du-grand-poitiers\">"));
    assert_eq!(href(page, "Le samedi (3)"), "faire-une-demarche/samedi.html");
}

#[test]
fn a_need_with_a_criterion_leads_to_both_alone() {
    let page = &MANY["besoins/faire-une-demarche/samedi.html"];
    assert_eq!(words(part(page, "h1")), "Faire une démarche sur Internet : le samedi");
    let listed = links(under(page, "Où aller : 3 lieux"));
    assert_eq!(
        listed.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
        ["Sans rendez-vous (9)", "Lieu 09", "Lieu 11", "Lieu 10"]
    );
    assert_eq!(
        lines(under(page, "Élargir")),
        ["Faire une démarche sur Internet : 25 lieux", "Se faire aider le samedi : 4 lieux"]
    );
    assert_eq!(href(page, "Se faire aider le samedi"), "../../criteres/samedi.html");
    let above: Vec<String> =
        links(page.split_once("Vous êtes ici").unwrap().1.split_once("</nav>").unwrap().0)
            .into_iter()
            .map(|(_, text)| text)
            .collect();
    assert_eq!(above, ["Accueil", "Besoins", "Faire une démarche sur Internet"]);
}

#[test]
fn a_criterion_leads_to_the_needs_it_narrows() {
    let page = &MANY["criteres/sans-rendez-vous.html"];
    let all = lines(under(page, "Où aller : 10 lieux"));
    assert_eq!(all[..2], ["Préciser :", "Faire une démarche sur Internet (9)"]);
}
