//! `jalon` alone says what can be done in this folder.

use crate::support::{Desk, tree};

fn told(desk: &Desk, folder: &str) -> String {
    let run = desk.command(&[]).current_dir(desk.path().join(folder)).output().unwrap();
    assert_eq!(run.status.code(), Some(0));
    let said = String::from_utf8(run.stdout).unwrap();
    said.split_once("\njalon fabrique un guide").unwrap().0.to_owned()
}

#[test]
fn an_empty_folder_is_told_how_to_begin() {
    let desk = Desk::empty();
    assert_eq!(
        told(&desk, ""),
        "Il n’y a pas encore de guide dans ce dossier. Pour en commencer un, avec le numéro de votre département :\n  \
         jalon init . --departement 86\n"
    );
    desk.write("Lieux 2026.csv", "a;b\n");
    assert!(told(&desk, "").ends_with(
        "Ensuite, pour reprendre les lieux d’un fichier :\n  jalon import \"Lieux 2026.csv\"\n"
    ));
}

#[test]
fn a_folder_of_guides_is_counted_and_its_commands_named() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n"),
        ("86-vienne/evenements/b.yaml", "nom: B\n"),
        ("86-vienne/evenements/c.yaml", "nom: C\n"),
    ]);
    assert_eq!(
        told(&desk, ""),
        "\
1 guide dans ce dossier :
  86-vienne : 1 fichier d’acteur, 2 fichiers d’événements
Vous pouvez :
  jalon check                    voir ce qui ne va pas dans les fiches
  jalon nouveau acteur \"Le nom\"  commencer une fiche
  jalon apercu                   voir le guide pendant que vous écrivez
  jalon build                    fabriquer le guide dans output
  jalon bilan                    savoir quoi faire d’abord
  jalon print feuille-d-appel    imprimer la liste des lieux à appeler
"
    );
    assert_eq!(
        told(&desk, "content/86-vienne"),
        "Vous êtes à l’intérieur d’un guide. Les commandes se tapent dans le dossier qui contient « content » :\n  cd ../..\n"
    );
}

const INSIDE: &str = "\
erreur[mauvais-dossier]: Il n’y a pas de dossier « content » ici : vous êtes à l’intérieur d’un guide.
--> content
 = à faire: Les commandes se tapent dans le dossier qui contient « content » : tapez « cd ../.. », puis recommencez.

";

/// Runs a command in a folder of the desk: its code, and what it complains of.
fn tried(desk: &Desk, folder: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let run = desk.command(arguments).current_dir(desk.path().join(folder)).output().unwrap();
    assert_eq!(String::from_utf8(run.stdout).unwrap(), "", "{arguments:?}");
    (run.status.code(), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn no_command_does_anything_inside_a_guide() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n")]);
    desk.write("content/86-vienne/lieux.csv", "nom,commune\nMairie,Angoulême\n");
    let before = tree(desk.path());
    for arguments in [
        &["build"][..],
        &["check"],
        &["diff"],
        &["serve"],
        &["import", "lieux.csv"],
        &["export", "--format", "json"],
        &["bilan"],
        &["print", "guide"],
        &["edition"],
        &["init", ".", "--departement", "86"],
        &["init", "--departement", "79"],
        &["confirm", "a", "--par", "hub"],
        &["doublons"],
        &["audit"],
        &["fmt"],
        &["upload"],
        &["nouveau", "acteur", "Maison"],
        &["schema"],
    ] {
        let said = tried(&desk, "content/86-vienne", arguments);
        assert_eq!(said, (Some(1), INSIDE.to_owned()), "{arguments:?}");
    }
    let (code, said) = tried(&desk, "content/86-vienne/acteurs", &["check"]);
    assert_eq!((code, said), (Some(1), INSIDE.replace("../..", "../../..")));
    assert_eq!(
        tried(&desk, "", &["init", "content/86-vienne/autre", "--departement", "79"]),
        (
            Some(1),
            "erreur[mauvais-dossier]: Ce dossier est à l’intérieur d’un guide : un autre guide n’y serait pas lu.\n\
             --> content/86-vienne/autre\n = à faire: Choisissez un dossier hors de « content ».\n\n"
                .to_owned()
        )
    );
    assert_eq!(tree(desk.path()), before);
}

#[test]
fn whoever_says_where_the_records_are_may_stand_anywhere() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n")]);
    desk.write("content/86-vienne/lieux.csv", "nom,commune\nMairie,Poitiers\n");
    for arguments in [
        &["check", "--content", ".."][..],
        &["import", "lieux.csv", "--into", "../86-vienne"],
        &["schema", "acteur"],
        &["init", "../../autre", "--departement", "79"],
    ] {
        let mut command = desk.command(arguments);
        let run = command.current_dir(desk.path().join("content/86-vienne")).output().unwrap();
        assert_eq!(run.status.code(), Some(0), "{arguments:?}");
    }
}
