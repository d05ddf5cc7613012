//! `jalon` alone says what can be done in this folder.

use crate::support::Desk;

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
