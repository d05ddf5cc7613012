//! Words: the glossary, and sigles said in words once a page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::reading::{anchors, headings, href, lines, links, part, under, vienne, words};

const GLOSSARY: &str = "
- {terme: Centre communal d'action sociale, sigle: CCAS, definition: Le service social de la mairie.}
- {terme: Revenu de solidarité active, sigle: RSA, autres_noms: [ancien RMI], definition: Un revenu minimum.}
- {terme: Aidants Connect, definition: Une démarche faite à votre place.}
- {terme: Contenu, definition: Ce qu'une page dit.}
- {terme: Lettre A, definition: La première de l'alphabet.}
- {terme: 2G et 3G, definition: Les anciens réseaux des téléphones.}
- {terme: Écran, definition: La partie d'un appareil qui montre des images.}
";

const FILES: [(&str, &str); 6] = [
    ("glossaire.yaml", GLOSSARY),
    ("dispositifs/aidants-connect.yaml", "nom: Aidants Connect\n"),
    (
        "86-vienne/acteurs/ccas.yaml",
        "nom: CCAS de Loudun\ncommune: Loudun\npresentation_resume: On y parle du RSA et de vos droits.\n",
    ),
    (
        "86-vienne/acteurs/mairie.yaml",
        "nom: Mairie\ncommune: Poitiers\npresentation_resume: Le CCAS est au premier étage. Le CCAS reçoit le matin.\n",
    ),
    (
        "86-vienne/pages/droits.md",
        "---\ntitre: Vos droits\n---\n\nLe centre communal d'action sociale (CCAS) vous aide. Le CCAS est gratuit.\n\n## RSA\n\nDemandez le RSA.\n",
    ),
    ("86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\nRien à dire.\n"),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FILES));

#[test]
fn a_sigle_leads_to_its_words() {
    let page = &PAGES["glossaire.html"];
    let to = href(part(page, "main"), "voir Centre communal d’action sociale");
    let anchor = to.strip_prefix('#').unwrap();
    let entry = page.split_once(&format!("id=\"{anchor}\"")).unwrap().1.split("<li").next();
    let entry = words(entry.unwrap().split_once('>').unwrap().1);
    assert!(entry.starts_with("Centre communal d’action sociale (CCAS)"), "{entry}");
    assert!(entry.ends_with("Le service social de la mairie."), "{entry}");
    let under_r = lines(under(page, "R"));
    assert_eq!(
        under_r,
        [
            "Revenu de solidarité active (RSA)",
            "Un revenu minimum.",
            "On dit aussi : ancien RMI.",
            "RSA",
            "voir Revenu de solidarité active"
        ]
    );
}

#[test]
fn words_are_in_french_order_and_lead_to_their_scheme() {
    let page = &PAGES["glossaire.html"];
    assert_eq!(headings(page).iter().filter(|heading| heading.len() == 1).count(), 5);
    assert!(headings(page).iter().any(|heading| heading == "E"), "É stands under E");
    assert_eq!(
        href(part(page, "main"), "Voir la page : Aidants Connect"),
        "dispositifs/aidants-connect.html"
    );
}

#[test]
fn every_anchor_of_the_glossary_is_its_own_and_every_link_finds_one() {
    let page = &PAGES["glossaire.html"];
    let all = anchors(page);
    for (href, said) in links(page) {
        if let Some(anchor) = href.strip_prefix('#') {
            assert!(all.iter().any(|known| known == anchor), "« {said} » leads nowhere: {href}");
        }
    }
    let unique: BTreeSet<&String> = all.iter().collect();
    assert_eq!(unique.len(), all.len(), "{all:?}");
}

/// How many times the words of a sigle stand in what a page says.
fn said(path: &str, of: &str) -> usize {
    words(part(&PAGES[path], "main")).to_lowercase().matches(of).count()
}

const CCAS: &str = "centre communal d’action sociale";

#[test]
fn a_sigle_is_said_in_words_at_its_first_use_only() {
    let page = words(part(&PAGES["acteurs/mairie.html"], "main"));
    assert!(
        page.contains(&format!("Le CCAS ({CCAS}) est au premier étage. Le CCAS reçoit le matin."))
    );
    assert_eq!(said("acteurs/mairie.html", CCAS), 1);
}

#[test]
fn a_sigle_in_a_name_is_said_in_a_last_line() {
    let page = words(part(&PAGES["acteurs/ccas.html"], "main"));
    assert!(page.starts_with("CCAS de Loudun "), "the name is left whole: {page}");
    assert!(page.contains("On y parle du RSA (revenu de solidarité active) et de vos droits."));
    assert!(page.ends_with(&format!("Sigles : CCAS : {CCAS}.")), "{page}");
}

#[test]
fn what_the_author_said_in_words_is_not_said_again() {
    let page = words(part(&PAGES["pages/droits.html"], "main"));
    assert!(
        page.contains("Le centre communal d’action sociale (CCAS) vous aide. Le CCAS est gratuit.")
    );
    assert_eq!(said("pages/droits.html", CCAS), 1);
    assert!(page.contains("Demandez le RSA (revenu de solidarité active)."), "{page}");
}

#[test]
fn every_page_that_shows_a_sigle_says_it_once() {
    let mut seen = 0;
    // Lists hold names, not sentences.
    let list = |path: &str| {
        path.ends_with("index.html")
            || ["a-z.html", "codes.html", "plan-du-site.html", "glossaire.html"].contains(&path)
    };
    for (path, page) in PAGES.iter().filter(|(path, _)| !list(path)) {
        if words(part(page, "main")).contains("CCAS") {
            assert_eq!(said(path, CCAS), 1, "{path}");
            seen += 1;
        }
    }
    // The two records, the page, the two communes and their intercommunalités.
    assert!(seen >= 7, "{seen}");
    assert_eq!(said("pages/aide.html", CCAS), 0);
}
