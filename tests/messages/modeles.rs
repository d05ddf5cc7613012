//! What is left to fill in: `check` says it, as every model promises.

use crate::support::{Desk, TODAY};

/// Begins a record and says what `check` finds in it, code by code with its line.
fn begun(kind: &[&str], filled: &[(&str, &str)], path: &str) -> String {
    let desk = Desk::with(&[("86-vienne/acteurs/mairie.yaml", "nom: Mairie\ncommune: Poitiers\n")]);
    let words = [&["nouveau"], kind, &["--today", TODAY]].concat();
    assert!(desk.jalon(&words).status.success(), "{words:?}");
    let mut text = desk.read(path);
    for (from, to) in filled {
        assert!(text.contains(from), "{from} in {text}");
        text = text.replacen(from, to, 1);
    }
    desk.write(path, text);
    let said = desk.messages();
    let heads =
        said.lines().filter(|line| line.starts_with("erreur[") || line.starts_with("attention["));
    heads.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_series_that_says_nothing_of_its_days_has_no_date() {
    let path = "content/86-vienne/evenements/atelier.yaml";
    let said = |filled: &[(&str, &str)]| begun(&["serie", "Atelier"], filled, path);
    assert_eq!(
        said(&[("\nchez:", "\nchez: mairie")]),
        "erreur[evenement-sans-date]: On ne sait pas quand cet événement a lieu.\n"
    );
    assert_eq!(
        said(&[("\nchez:", "\nchez: mairie"), ("\n  quand:", "\n  quand: mardi 14h-16h")]),
        "attention[reste-a-remplir]: « du » n’est pas rempli.\n\
         attention[reste-a-remplir]: « au » n’est pas rempli.\n"
    );
}

#[test]
fn a_stop_without_hours_is_told_unless_the_tour_has_none() {
    let said = |tour: &str| {
        let text = format!(
            "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 00\ntournee:\n{tour}  arrets:\n    - nom: Marché\n      commune: Vivonne\n      horaires:\n"
        );
        Desk::with(&[("86-vienne/acteurs/bus.yaml", &text)]).messages()
    };
    assert_eq!(
        said(""),
        "\
attention[arret-sans-horaires]: On ne sait pas quand la tournée passe à cet arrêt.
 --> content/86-vienne/acteurs/bus.yaml:6:7
  |
6 |     - nom: Marché
  |       ^^^
  |
  = à faire: Écrivez ses « horaires », ou « regularite: variable » sous « tournee » si rien n’est fixe.

"
    );
    assert_eq!(said("  regularite: variable\n"), "");
}

#[test]
fn a_page_does_not_keep_the_sentence_of_its_model() {
    let path = "content/86-vienne/pages/charte.md";
    assert_eq!(
        begun(&["page", "Charte"], &[], path),
        "attention[reste-a-remplir]: Cette phrase est celle du modèle : elle serait publiée.\n"
    );
    let written = [("Écrivez votre texte ici, en Markdown.", "Nous aidons gratuitement.")];
    assert_eq!(begun(&["page", "Charte"], &written, path), "");
}

#[test]
fn a_territory_says_what_it_is_and_its_communes() {
    let path = "content/territoires/bel-air.yaml";
    assert_eq!(
        begun(&["territoire", "Bel-Air"], &[], path),
        "attention[reste-a-remplir]: « sorte » n’est pas rempli.\n\
         attention[reste-a-remplir]: « communes » n’est pas rempli.\n"
    );
    let given = ["territoire", "Bel-Air", "--commune", "Poitiers"];
    assert_eq!(begun(&given, &[("\nsorte:", "\nsorte: quartier")], path), "");
    let refused = Desk::with(&[]).jalon(&["nouveau", "page", "Charte", "--commune", "Poitiers"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(refused.stderr).unwrap(),
        "erreur: Une fiche de la sorte « page » n’a pas de commune : enlevez --commune.\n"
    );
}

#[test]
fn the_publisher_of_the_model_is_told_once_the_guide_is_real() {
    let desk = Desk::empty();
    assert!(desk.jalon(&["init", ".", "--departement", "86", "--today", TODAY]).status.success());
    assert_eq!(desk.messages(), "");
    let settings = desk.read("content/86-vienne/guide.yaml");
    desk.write("content/86-vienne/guide.yaml", settings.replace("\ndemonstration: oui", ""));
    assert_eq!(
        desk.messages(),
        "\
attention[reste-a-remplir]: « editeur » est encore celui du modèle : les mentions légales le publient.
 --> content/86-vienne/guide.yaml:6:33
  |
6 | editeur: Nom de votre structure (à compléter)
  |                                 ^^^^^^^^^^^^^
  |
  = à faire: Écrivez le nom de votre structure, tel que les lecteurs le connaissent.

"
    );
}
