//! The grid of an audit: begun, kept as it is written, believed once it is finished.

use crate::support::{Desk, TODAY};

const PLACE: (&str, &str) = ("86-vienne/acteurs/lieu.yaml", "nom: Lieu\ncommune: Poitiers\n");
const GRID: &str = "content/86-vienne/audit.yaml";

fn audit(desk: &Desk) -> String {
    let done = desk.jalon(&["audit", "--today", TODAY]);
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// A grid where everything was looked at: two criteria are not met, one of them for a reason.
fn finished(desk: &Desk) -> String {
    audit(desk);
    desk.read(GRID)
        .replace("# date: 2027-02-15", "date: 2026-11-20")
        .replace("# auditeur: Nom de la structure qui a fait l’audit", "auditeur: Cabinet Exemple")
        .replace("etat: à vérifier", "etat: conforme")
        .replace(
            "numero: \"6.1\"\n    etat: conforme\n    note:",
            "numero: \"6.1\"\n    etat: non conforme\n    note: la page « Aide » dit deux fois « plus »",
        )
        .replace(
            "numero: \"1.8\"\n    etat: conforme\n    note:",
            "numero: \"1.8\"\n    etat: non conforme\n    note: deux affiches\n    derogation: elles viennent de partenaires",
        )
}

fn statement(desk: &Desk) -> String {
    assert!(desk.build().status.success());
    desk.read("output/86-vienne/accessibilite.html").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_grid_begins_with_what_holds_and_says_what_is_left() {
    let desk = Desk::with(&[PLACE]);
    assert_eq!(
        audit(&desk),
        "content/86-vienne/audit.yaml : grille commencée, 12 critères à vérifier.\n"
    );
    let grid = desk.read(GRID);
    assert_eq!(grid.matches("  - numero: ").count(), 106);
    assert!(
        grid.contains(
            "  # 6.2 Un lien a un texte.\n  # Tenu par jalon, qui refuse le contraire : Un lien vide est refusé.\n  - numero: \"6.2\"\n    \
             etat: conforme\n    note:\n"
        ),
        "{grid}"
    );
    // A grid that nobody finished says nothing, and the statement stays as the law wants it.
    assert_eq!(desk.messages(), "");
    assert!(statement(&desk).contains("<strong>Ce site est non conforme</strong>"));
    assert_eq!(
        audit(&desk),
        "content/86-vienne/audit.yaml : 54 conformes, 0 non conforme, 40 non applicables, 12 à vérifier.\n"
    );
}

#[test]
fn a_grid_is_kept_as_it_is_written_and_given_what_it_lacks() {
    let desk = Desk::with(&[PLACE]);
    audit(&desk);
    let whole = desk.read(GRID);
    let last = whole.find("  # 13.12 ").unwrap();
    let mine = whole[..last].replace("    note:\n", "    note: vu le 3 # avec Marie\n");
    desk.write(GRID, &mine);
    audit(&desk);
    assert_eq!(desk.read(GRID), format!("{mine}{}", &whole[last..]));
    audit(&desk);
    assert_eq!(desk.read(GRID), format!("{mine}{}", &whole[last..]));
}

#[test]
fn a_finished_grid_makes_the_statement() {
    let desk = Desk::with(&[PLACE]);
    desk.write(GRID, finished(&desk));
    assert_eq!(desk.messages(), "");
    // 54 + 12 − 2 = 64 criteria met of 66 that apply: 96.97 %, never rounded up.
    assert_eq!(
        audit(&desk),
        "content/86-vienne/audit.yaml : 64 conformes, 2 non conformes, 40 non applicables, 0 à vérifier, taux 96 %.\n"
    );
    let page = statement(&desk);
    for words in [
        "<strong>Ce site est partiellement conforme</strong>",
        "fait par Cabinet Exemple, trouve 96 % des critères",
        "<li>Critère 6.1 : Un lien dit où il mène. La page « Aide » dit deux fois « plus ».",
        "<li>Critère 1.8 : Un texte n’est pas montré par une image. Deux affiches. Elles viennent de partenaires.",
        "<li>Recherche<li>Plan du site",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let met = desk.read(GRID).replace("etat: non conforme", "etat: conforme");
    desk.write(GRID, met);
    assert!(statement(&desk).contains("<strong>Ce site est totalement conforme</strong>"));
}

#[test]
fn a_grid_that_cannot_be_believed_is_told() {
    let desk = Desk::with(&[PLACE]);
    let grid = finished(&desk);
    desk.write(GRID, grid.replacen("etat: conforme", "etat: à vérifier", 1));
    assert_eq!(
        desk.messages(),
        "attention[audit-incomplet]: Cet audit a un jour, mais il reste un critère à vérifier : la déclaration dit encore « non \
         conforme ».
 --> content/86-vienne/audit.yaml:3:1
  |
3 | date: 2026-11-20
  | ^^^^
  |
  = à faire: Finissez la grille, ou effacez « date » jusqu’à ce qu’elle soit finie. « jalon audit » dit ce qui reste.

"
    );
    assert!(statement(&desk).contains("<strong>Ce site est non conforme</strong>"));
    desk.write(GRID, grid.replace("numero: \"6.2\"", "numero: \"6.1\""));
    assert!(
        desk.messages()
            .contains("erreur[critere-inconnu]: Le critère 6.1 est deux fois dans cette grille.")
    );
    desk.write(GRID, grid.replace("numero: \"6.2\"", "numero: \"16.2\""));
    assert!(
        desk.messages()
            .contains("erreur[critere-inconnu]: Le RGAA 4.1.2 n’a pas de critère « 16.2 ».")
    );
    let head = |key: &str| {
        grid.lines()
            .filter(|line| !line.starts_with(key))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    desk.write(GRID, head("auditeur:"));
    assert!(
        desk.messages().contains("Cet audit a un jour, mais il manque « auditeur »"),
        "{}",
        desk.messages()
    );
    desk.write(GRID, grid.replace("pages:\n", "pages: []\nx:\n"));
    assert!(
        desk.messages().contains("il manque « pages », les pages regardées"),
        "{}",
        desk.messages()
    );
}

#[test]
fn a_language_that_is_no_code_is_refused() {
    let record = "nom: Lieu\ncommune: Poitiers\nlangue: anglais\n";
    assert_eq!(
        Desk::with(&[("86-vienne/acteurs/lieu.yaml", record)]).messages(),
        "erreur[langue-inconnue]: « anglais » n’est pas le code d’une langue : la voix d’un lecteur d’écran ne serait pas la bonne.
 --> content/86-vienne/acteurs/lieu.yaml:1:1
  |
1 | nom: Lieu
  | ^^^
  |
  = à faire: Écrivez dans « langue » un code de deux ou trois lettres : « en », « ar », « uk », « fsl ».

"
    );
    for good in ["en", "ar", "fsl", "pt-BR", "zh-Hant"] {
        let record = record.replace("anglais", good);
        assert_eq!(
            Desk::with(&[("86-vienne/acteurs/lieu.yaml", &record)]).messages(),
            "",
            "{good}"
        );
    }
}
