//! Lines that somebody typed or broke in a spreadsheet: a record where there is one, a message where there is none.

use crate::scene::run;
use crate::support::{Desk, TODAY, tree};

/// A folder with two tables as a French spreadsheet saves them.
fn desk() -> Desk {
    let desk =
        Desk::with(&[("86-vienne/acteurs/la.yaml", "# à nous\nnom: Déjà là\ncommune: Poitiers\n")]);
    desk.write(
        "acteurs.csv",
        "guide;fichier;id;nom;commune;telephone;date_maj;services;equipements;verifie.le;une colonne à nous\r\n\
         ;;;Lieu neuf;Lusignan;536491201;3/11/2026;Aide aux démarches administratives | Coudre;wifi | {nom: ordinateur, nombre: 4};2026-11-03;vu\r\n\
         86-vienne;../hors;;Dehors;Poitiers;;;;;;\r\n\
         99-rien;a;;Ailleurs;Poitiers;;;;;;\r\n\
         86-vienne;sans-nom;;;Poitiers;;;;;;\r\n\
         86-vienne;la;;Déjà là;Poitiers;05 36 49 12 01;;;;;\r\n\
         86-vienne;deux;la;Encore;Poitiers;;;;;;\r\n\
         ;accolades;;Accolades;Lusignan;;;;{nom: ordinateur;;\r\n",
    );
    desk.write(
        "permanences.csv",
        "guide;fiche;horaires;du\r\n\
         ;Lieu neuf;lundi 9h-12h;2026-12-01\r\n\
         86-vienne;personne;lundi 9h-12h;\r\n",
    );
    desk
}

#[test]
fn lines_of_the_staff_become_records() {
    let desk = desk();
    run(&desk, &["import", "acteurs.csv", "permanences.csv"]);
    let files: Vec<String> = tree(&desk.path().join("content")).into_keys().collect();
    assert_eq!(
        files,
        [
            "86-vienne/acteurs/accolades.yaml",
            "86-vienne/acteurs/la.yaml",
            "86-vienne/acteurs/lieu-neuf-lusignan.yaml",
            "86-vienne/guide.yaml"
        ]
    );
    assert_eq!(
        desk.read("content/86-vienne/acteurs/lieu-neuf-lusignan.yaml"),
        "# Repris par jalon de « acteurs.csv ». Ce fichier est à vous : jalon n’en changera que ce que vous changez.\n\
         nom: Lieu neuf\n\
         verifie: {le: 2026-11-03}\n\
         date_maj: 2026-11-03\n\
         commune: Lusignan\n\
         telephone: \"0536491201\"\n\
         services: [Aide aux démarches administratives]\n\
         equipements: [wifi, {nom: ordinateur, nombre: 4}]\n\
         permanences:\n  - {horaires: lundi 9h-12h, du: 2026-12-01}\n\
         # À corriger, non repris : services: \"Coudre\" (« Coudre » n’est pas une valeur de « services ».)\n"
    );
    assert_eq!(
        desk.read("content/86-vienne/acteurs/la.yaml"),
        "# à nous\nnom: Déjà là\ncommune: Poitiers\n"
    );
    assert_eq!(
        desk.read("content/86-vienne/acteurs/accolades.yaml"),
        "# Repris par jalon de « acteurs.csv ». Ce fichier est à vous : jalon n’en changera que ce que vous changez.\n\
         nom: Accolades\ncommune: Lusignan\n\
         # À corriger, non repris : equipements: \"{nom: ordinateur\" (Ce qui est entre accolades ne se lit pas.)\n"
    );
}

#[test]
fn every_line_that_made_no_record_is_told() {
    let desk = desk();
    let done = desk.jalon(&["import", "acteurs.csv", "permanences.csv", "--today", TODAY]);
    assert_eq!(done.status.code(), Some(0));
    let said = String::from_utf8(done.stdout).unwrap();
    for told in [
        "acteurs.csv (UTF-8, séparateur « ; ») : 7 lignes lues\n  2 fiches écrites (2 nouvelles, 0 changée), 1 inchangée, 0 gardée\n",
        "permanences.csv (UTF-8, séparateur « ; ») : 2 lignes lues\n  1 jointe à sa fiche, 0 inchangée, 0 gardée\n",
        "acteurs.csv:3 « Dehors » : « ../hors » ne peut pas être le nom d’un fichier.",
        "acteurs.csv:4 « Ailleurs » : « 99-rien » n’est le dossier d’aucun guide.",
        "acteurs.csv:5 : Il manque « nom ».",
        "acteurs.csv:6, telephone « 05 36 49 12 01 » : La fiche dit rien, le fichier dit maintenant « 05 36 49 12 01 ». La fiche n’a pas changé.",
        "acteurs.csv:7 « Encore » : L’identifiant « la » est déjà celui d’une autre ligne de cet import.",
        "acteurs.csv:2, une colonne à nous « vu » : Ce n’est le nom d’aucune clé de cette feuille.",
        "permanences.csv:3 : Aucune ligne n’est la fiche « personne ».",
        "acteurs.csv:2, services « Coudre » : « Coudre » n’est pas une valeur de « services ».",
        "corrigé       1 × date remise dans l’ordre année-mois-jour",
        "corrigé       1 × numéro de téléphone sans son zéro",
    ] {
        assert!(said.contains(told), "{told}\n\n{said}");
    }
}
