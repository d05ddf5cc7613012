//! Pages above the guides: a site of texts alone, links between its pages, the home by region.

use std::collections::BTreeMap;

use crate::reading::{built, headings, href, lines, links, part, under, words};
use crate::support::{Desk, TODAY};

const SITE: &str =
    "titre: Manuel d'essai\nediteur: Essai\ncontact: {courriel: aide@essai.example}\n";

/// A content folder with no guide.
fn texts(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::empty();
    desk.write("content/site.yaml", SITE);
    for (name, text) in files {
        desk.write(&format!("content/pages/{name}"), text);
    }
    desk
}

const THREE: [(&str, &str); 3] = [
    (
        "10-zebre.md",
        "---\ntitre: Le zèbre\n---\n\nPuis [le début](20-abeille.md#le-miel) et [la fin](30-mer.md).\n",
    ),
    ("20-abeille.md", "---\ntitre: Abeille\n---\n\n## Le miel\n\nVoir [le zèbre](10-zebre.md).\n"),
    (
        "30-mer.md",
        "---\ntitre: La mer\n---\n\nVoir [cette partie](#bleu).\n\n## Bleu\n\nUn texte.\n",
    ),
];

#[test]
fn a_site_of_texts_alone_is_published_in_the_order_of_its_files() {
    let pages = built(&texts(&THREE), TODAY);
    assert_eq!(
        pages.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "404.html",
            "accessibilite.html",
            "index.html",
            "mentions-legales.html",
            "pages/10-zebre.html",
            "pages/20-abeille.html",
            "pages/30-mer.html",
            "plan-du-site.html",
        ]
    );
    assert_eq!(words(part(&pages["index.html"], "title")), "Manuel d’essai");
    let pair = |to: &str, said: &str| (to.to_owned(), said.to_owned());
    assert_eq!(
        links(under(&pages["index.html"], "À lire")),
        [
            pair("pages/10-zebre.html", "Le zèbre"),
            pair("pages/20-abeille.html", "Abeille"),
            pair("pages/30-mer.html", "La mer"),
        ]
    );
    assert!(!words(&pages["index.html"]).contains("Choisissez votre département"));
}

#[test]
fn pages_lead_to_each_other_by_file_and_anchor_and_to_their_neighbours() {
    let pages = built(&texts(&THREE), TODAY);
    let main = |name: &str| part(&pages[&format!("pages/{name}.html")], "main");
    assert_eq!(href(main("10-zebre"), "le début"), "20-abeille.html#le-miel");
    assert!(pages["pages/20-abeille.html"].contains("id=\"le-miel\""));
    assert_eq!(href(main("20-abeille"), "le zèbre"), "10-zebre.html");
    assert_eq!(href(main("30-mer"), "cette partie"), "#bleu");
    assert_eq!(href(main("20-abeille"), "Avant : Le zèbre"), "10-zebre.html");
    assert_eq!(href(main("20-abeille"), "Après : La mer"), "30-mer.html");
    assert!(!words(main("10-zebre")).contains("Avant :"));
    assert!(!words(main("30-mer")).contains("Après :"));
    assert_eq!(words(part(&pages["pages/10-zebre.html"], "title")), "Le zèbre – Manuel d’essai");
}

#[test]
fn a_dead_link_between_pages_forbids_publishing_and_says_where() {
    for (text, told) in [
        ("[la mer](30-mer.md)", "30-mer.md » ne mène à aucune page."),
        (
            "[le miel](20-abeille.md#le-mil)",
            "« pages/20-abeille.html#le-mil » ne mène à aucun endroit de la page.",
        ),
    ] {
        let first = format!("---\ntitre: Le zèbre\n---\n\nPuis {text}.\n");
        let desk = texts(&[("10-zebre.md", &first), THREE[1]]);
        let build = desk.build();
        let said = String::from_utf8(build.stderr).unwrap();
        assert!(!build.status.success(), "{said}");
        assert_eq!(said.matches("erreur[").count(), 1, "{said}");
        assert!(said.contains("erreur[lien-mort]: ") && said.contains(told), "{said}");
        assert!(said.contains("--> pages/10-zebre.html"), "{said}");
        assert!(
            said.contains("Commencez par « content/pages/10-zebre.md »."),
            "the author's file is named: {said}"
        );
        assert!(!desk.path().join("output").exists(), "nothing is published");
    }
}

/// The pages of several guides, each of one place, below a site.
fn region(site: &str, guides: &[(&str, &str, &str)]) -> BTreeMap<String, String> {
    let desk = Desk::empty();
    desk.write("content/site.yaml", site);
    for (folder, code, commune) in guides {
        desk.write(
            &format!("content/{folder}/guide.yaml"),
            format!("titre: Guide {code}\ndepartement: \"{code}\"\nediteur: Essai\n"),
        );
        desk.write(
            &format!("content/{folder}/acteurs/lieu.yaml"),
            format!("nom: Lieu\ncommune: {commune}\n---\nid: fini\nnom: Fini\ncommune: {commune}\ntermine: {{le: 2026-01-01}}\n"),
        );
    }
    desk.write(
        "content/territoires/region.yaml",
        "nom: Occitanie\nsorte: région\ncode: \"76\"\npresentation_resume: Treize départements.\n",
    );
    built(&desk, TODAY)
}

const GUIDES: [(&str, &str, &str); 4] = [
    ("31-haute-garonne", "31", "Toulouse"),
    ("33-gironde", "33", "Bordeaux"),
    ("38-isere", "38", "Grenoble"),
    ("86-vienne", "86", "Poitiers"),
];

/// The lines of the choice of a département.
fn choices(site: &str, guides: &[(&str, &str, &str)]) -> Vec<String> {
    lines(under(&region(site, guides)["index.html"], "Choisissez votre département"))
}

#[test]
fn the_home_groups_guides_by_region_its_own_first() {
    let own = "titre: Site\nediteur: Essai\nregion: Nouvelle-Aquitaine\n";
    assert_eq!(
        choices(own, &GUIDES),
        [
            "Nouvelle-Aquitaine",
            "Gironde (33)",
            "1 lieu",
            "Vienne (86)",
            "1 lieu",
            "Auvergne-Rhône-Alpes",
            "Isère (38)",
            "1 lieu",
            "Occitanie",
            "Treize départements.",
            "Haute-Garonne (31)",
            "1 lieu",
        ]
    );
    let without = "titre: Site\nediteur: Essai\n";
    let regions: Vec<String> = choices(without, &GUIDES)
        .into_iter()
        .filter(|line| !line.contains(['(', '.']) && line != "1 lieu")
        .collect();
    assert_eq!(regions, ["Auvergne-Rhône-Alpes", "Nouvelle-Aquitaine", "Occitanie"]);
}

#[test]
fn one_region_needs_no_heading() {
    let own = "titre: Site\nediteur: Essai\nregion: Nouvelle-Aquitaine\n";
    assert_eq!(
        choices(own, &[GUIDES[1], GUIDES[3]]),
        ["Gironde (33)", "1 lieu", "Vienne (86)", "1 lieu"]
    );
}

#[test]
fn the_home_leads_to_each_guide_and_each_guide_back() {
    let own = "titre: Site\nediteur: Essai\nregion: Nouvelle-Aquitaine\ncontact: {courriel: aide@essai.example, telephone: 05 36 49 00 01, adresse: 1 rue de l'Exemple}\n";
    let pages = region(own, &GUIDES);
    let home = part(&pages["index.html"], "main");
    for (folder, _, _) in GUIDES {
        let to = format!("{folder}/index.html");
        assert!(links(home).iter().any(|(href, _)| *href == to), "{to}");
        let back = href(part(&pages[&to], "footer"), "Les autres départements");
        assert_eq!(back, "../index.html");
    }
    assert_eq!(
        headings(&pages["index.html"]),
        [
            "Choisissez votre département",
            "Qu’est-ce qu’un guide ?",
            "Sur papier",
            "Une erreur, un lieu qui manque ?",
        ]
    );
    let correct = under(&pages["index.html"], "Une erreur, un lieu qui manque ?");
    assert!(href(correct, "Écrire à aide@essai.example").starts_with("mailto:aide@essai.example?"));
    assert_eq!(href(correct, "Appeler le 05 36 49 00 01"), "tel:+33536490001");
    assert!(words(correct).contains("Par lettre : 1 rue de l’Exemple."));
}
