//! `jalon diff` says in words what a build would change, and changes nothing.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use support::{Desk, TODAY, is_carried, tree};

const TOMORROW: &str = "2026-11-24";
const RELAIS: &str = "nom: Relais du centre\ncommune: Poitiers\nhoraires: mardi 9h-12h\n";
const BUS: &str = "nom: Bus des villages\ncommune: Poitiers\npresentation_detail: |\n  Il passe.\n";

/// A published guide of two actors.
fn published() -> Desk {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/relais.yaml", RELAIS),
        ("86-vienne/acteurs/bus.yaml", BUS),
    ]);
    assert!(desk.build().status.success());
    desk
}

/// What the command says on a good day; the output keeps every byte.
fn diff(desk: &Desk, arguments: &[&str]) -> String {
    let before = tree(desk.path());
    let said = desk.jalon(&[&["diff"], arguments].concat());
    assert_eq!(String::from_utf8(said.stderr).unwrap(), "");
    assert_eq!(said.status.code(), Some(0));
    assert!(tree(desk.path()) == before, "a comparison writes nothing");
    String::from_utf8(said.stdout).unwrap()
}

/// The part about one kind, without its heading.
fn part<'a>(said: &'a str, heading: &str) -> &'a str {
    let (_, rest) = said.split_once(&format!("\n\n{heading}\n")).unwrap();
    rest.split("\n\n").next().unwrap()
}

#[test]
fn nothing_to_say() {
    assert_eq!(diff(&published(), &["--today", TODAY]), "Aucun texte ne changerait dans output.\n");
}

#[test]
fn the_date_alone_is_no_change() {
    let desk = published();
    // The two pages for wrong addresses carry no date.
    let dated = tree(&desk.path().join("output"))
        .into_iter()
        .filter(|(path, _)| !is_carried(path))
        .filter(|(_, page)| String::from_utf8_lossy(page).contains("23\u{a0}novembre 2026"))
        .count();
    assert_eq!(
        diff(&desk, &["--today", TOMORROW]),
        format!(
            "Aucun texte ne changerait dans output.\nSur {dated} pages, seule la date d’édition change.\n"
        )
    );
}

#[test]
fn hours_that_change_are_read() {
    let desk = published();
    desk.write("content/86-vienne/acteurs/relais.yaml", RELAIS.replace("12h", "11h"));
    let said = diff(&desk, &["--today", TODAY]);
    assert!(said.starts_with("1 fiche changée, "), "{said}");
    assert_eq!(
        part(&said, "Fiches"),
        "  changée : Relais du centre (86-vienne/acteurs/relais.html)\n\
         \x20   - Mardi de 9 h à 12 h.\n\
         \x20   + Mardi de 9 h à 11 h."
            .replace(" h.", "\u{a0}h.")
            .replace("9 h", "9\u{a0}h")
    );
    let again = diff(&desk, &["--today", TOMORROW]);
    assert_eq!(
        part(&again, "Fiches"),
        part(&said, "Fiches"),
        "the date of the edition stays apart"
    );
    assert!(again.contains("autres pages, seule la date d’édition change."), "{again}");
}

#[test]
fn records_that_come_and_go_are_named() {
    let desk = published();
    std::fs::remove_file(desk.path().join("content/86-vienne/acteurs/bus.yaml")).unwrap();
    desk.write("content/86-vienne/acteurs/ecole.yaml", "nom: École des clics\ncommune: Poitiers\n");
    desk.write(
        "content/86-vienne/evenements/cafe.yaml",
        "nom: Café\norganisateur: relais\nchez: relais\ndates: [{le: 2026-12-15, horaires: 14h-16h}]\n",
    );
    let said = diff(&desk, &["--today", TODAY]);
    let summary = said.lines().next().unwrap();
    assert!(
        summary.contains(", 1 fiche disparaît, 1 fiche nouvelle, 1 événement nouveau"),
        "{said}"
    );
    assert!(
        part(&said, "Fiches")
            .contains("  disparaît : Bus des villages (86-vienne/acteurs/bus.html)")
    );
    assert!(
        part(&said, "Fiches")
            .contains("  nouvelle : École des clics (86-vienne/acteurs/ecole.html)")
    );
    assert_eq!(part(&said, "Événements"), "  nouveau : Café (86-vienne/evenements/cafe.html)");
}

#[test]
fn a_long_change_is_cut_short() {
    let desk = published();
    let long: String = (1..=10).map(|rank| format!("  - Chose {rank}\n")).collect();
    let record = format!("{BUS}\n{long}");
    desk.write("content/86-vienne/acteurs/bus.yaml", record);
    let said = diff(&desk, &["--today", TODAY]);
    let files = "\n\nFichiers de données\n  changé : acteurs.csv (86-vienne/donnees/acteurs.csv)\n  \
                 changé : guide.json (86-vienne/donnees/guide.json)";
    assert_eq!(
        said.replace(files, ""),
        "1 fiche changée, 2 fichiers de données changés.\n\nFiches\n  changée : Bus des villages (86-vienne/acteurs/bus.html)\n    \
         + Chose 1\n    + Chose 2\n    + Chose 3\n    + Chose 4\n    + Chose 5\n    + Chose 6\n    … et 4 autres\n"
    );
}

#[test]
fn a_change_of_style_is_told_apart() {
    let desk = published();
    let files = tree(&desk.path().join("output/86-vienne"));
    let pages = files.keys().filter(|path| path.ends_with(".html") && !is_carried(path)).count();
    desk.write("themes/86-vienne/style.css", "body{color:#111;background:#fff}");
    assert_eq!(
        diff(&desk, &["--today", TODAY]),
        format!(
            "Aucun texte ne changerait dans output.\n\
             Sur {pages} pages, le texte reste le même, seule la présentation change.\n"
        )
    );
}

/// Published files that somebody reads: hosts alone read the other.
fn read_by_people(desk: &Desk) -> usize {
    tree(&desk.path().join("output")).keys().filter(|name| *name != "_headers").count()
}

#[test]
fn without_output_everything_is_new() {
    let desk = published();
    let pages = read_by_people(&desk);
    let expected =
        format!("Rien n’est encore publié dans ailleurs : {pages} pages seraient nouvelles.\n");
    assert_eq!(diff(&desk, &["--today", TODAY, "--output", "ailleurs"]), expected);
    std::fs::create_dir(desk.path().join("ailleurs")).unwrap();
    assert_eq!(diff(&desk, &["--today", TODAY, "--output", "ailleurs"]), expected);
}

#[test]
fn files_of_others_do_not_count() {
    let desk = published();
    desk.write("output/CNAME", "guide.example");
    desk.write("output/86-vienne/acteurs/note.html", "<h1>À moi</h1>");
    assert_eq!(diff(&desk, &["--today", TODAY]), "Aucun texte ne changerait dans output.\n");
    // A page that somebody removed by hand would come back.
    std::fs::remove_file(desk.path().join("output/86-vienne/acteurs/bus.html")).unwrap();
    assert_eq!(
        diff(&desk, &["--today", TODAY]),
        "1 fiche nouvelle.\n\nFiches\n  nouvelle : Bus des villages (86-vienne/acteurs/bus.html)\n"
    );
}

#[test]
fn programs_read_the_whole() {
    let desk = published();
    desk.write("content/86-vienne/acteurs/bus.yaml", BUS.replace("passe.", "passe. Il klaxonne."));
    let said = diff(&desk, &["--today", TODAY, "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let pages = read_by_people(&desk);
    let data = |name: &str| {
        serde_json::json!({
            "sorte": "fichier de données",
            "etat": "change",
            "nom": name,
            "adresse": format!("86-vienne/donnees/{name}"),
            "enleve": [],
            "ajoute": [],
        })
    };
    assert_eq!(
        said,
        serde_json::json!({
            "sortie": "output",
            "changements": [{
                "sorte": "fiche",
                "etat": "change",
                "nom": "Bus des villages",
                "adresse": "86-vienne/acteurs/bus.html",
                "enleve": [],
                "ajoute": ["Il klaxonne."],
            }, data("acteurs.csv"), data("guide.json")],
            "date_seule": 0,
            "presentation_seule": 0,
            "inchangees": pages - 3,
        })
    );
}

#[test]
fn a_guide_with_mistakes_is_not_compared() {
    let desk = published();
    desk.write("content/86-vienne/acteurs/bus.yaml", format!("telphone: 05\n{BUS}"));
    let said = desk.jalon(&["comparer", "--today", TODAY]);
    assert_eq!(said.status.code(), Some(1));
    assert_eq!(String::from_utf8(said.stdout).unwrap(), "Rien n’a été comparé : 1 erreur.\n");
    let check = desk.jalon(&["check", "--today", TODAY]);
    assert!(!check.stderr.is_empty());
    assert_eq!(String::from_utf8(said.stderr), String::from_utf8(check.stderr));
    let json = desk.jalon(&["diff", "--today", TODAY, "--format", "json"]);
    let messages: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(messages[0]["code"], "cle-inconnue");
    assert_eq!(desk.jalon(&["diff", "--today", "hier"]).status.code(), Some(2));
}
