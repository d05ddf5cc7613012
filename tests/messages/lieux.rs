//! Where things take place, and the languages spoken there.

use super::support::{Desk, TODAY};

const HOST: &str = "nom: Mairie\ncommune: Lusignan\nadresse: 1 rue A\n";

fn said_of_event(lines: &str) -> String {
    let event = format!("nom: Atelier\ndates: [{{le: 2026-12-15}}]\n{lines}");
    Desk::with(&[("86-vienne/acteurs/mairie.yaml", HOST), ("86-vienne/evenements/e.yaml", &event)])
        .messages()
}

#[test]
fn a_host_in_another_commune_is_a_doubt() {
    assert_eq!(
        said_of_event("chez: mairie\ncommune: Poitiers\n"),
        "\
attention[lieu-contredit]: « chez » mène à « Mairie », commune de Lusignan, et « commune » dit Poitiers : la page dirait les deux.
 --> content/86-vienne/evenements/e.yaml:3:7
  |
3 | chez: mairie
  |       ^^^^^^
  |
  = à faire: Effacez « commune » si c’est dans ce lieu ; sinon effacez « chez » et ajoutez « adresse ».

"
    );
    for lines in [
        "chez: mairie\n",
        "chez: mairie\ncommune: Lusignan\n",
        "commune: Poitiers\nadresse: 2 rue B\n",
        "chez: mairie\ncommune: Poitiers\nadresse: 2 rue B\n",
    ] {
        assert_eq!(said_of_event(lines), "", "{lines}");
    }
}

#[test]
fn languages_in_one_text_are_read_one_by_one() {
    let page = |langues: &str| {
        let place = format!("{HOST}langues: {langues}\n");
        let desk = Desk::with(&[("86-vienne/acteurs/mairie.yaml", &place)]);
        assert!(desk.build().status.success());
        desk.read("output/86-vienne/acteurs/mairie.html")
    };
    let listed = page("[anglais, arabe]");
    for text in ["anglais, arabe", "anglais et arabe", "\"en; ar\"", "[\"anglais, arabe\"]"] {
        assert_eq!(page(text), listed, "{text}");
    }
    assert_ne!(page("poitevin"), listed);
}

#[test]
fn twin_links_name_the_files_of_the_records() {
    let event = |day: u8| {
        format!("nom: Atelier\nchez: mairie\ndates: [{{le: 2026-12-{day}, horaires: 9h-12h}}]\n")
    };
    let desk = Desk::with(&[
        ("86-vienne/acteurs/mairie.yaml", HOST),
        ("86-vienne/evenements/a.yaml", &event(15)),
        ("86-vienne/evenements/b.yaml", &event(15)),
    ]);
    let built = desk.jalon(&["build", "--sans-imprimes", "--sans-hors-ligne", "--today", TODAY]);
    let said = String::from_utf8(built.stderr).unwrap();
    let files = "Ajoutez à l’un des deux ce qui le distingue : la commune, le jour, l’année. \
                 Leurs fichiers : « content/86-vienne/evenements/a.yaml » et « content/86-vienne/evenements/b.yaml ».";
    assert!(said.contains("attention[liens-de-meme-texte]"), "{said}");
    assert!(said.contains(files), "{said}");
}
