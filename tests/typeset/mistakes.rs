//! Mistakes of themes: where, what, what to do.

use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::typeset::{Files, Job};

use crate::press::{PRESS, START, files, job, page, set, told};

const DATA: &str = r#"{"titre": "Essai", "fiches": [{"nom": "A"}]}"#;

/// First line said, and where.
fn said(body: &str) -> (String, String) {
    let said = told(&set(&format!("{START}{body}"), DATA).unwrap_err());
    let mut lines = said.lines();
    let first = lines.next().unwrap().to_owned();
    let place = lines.next().unwrap().trim().to_owned();
    (first, place.trim_start_matches("--> themes/86-vienne/print/essai.typ").to_owned())
}

#[test]
fn usual_mistakes_are_told_in_french() {
    let invalid = |sentence: &str| {
        format!("erreur[imprime-invalide]: Ce modèle ne peut pas être mis en page : {sentence}.")
    };
    for (body, place, sentence) in [
        ("= A\n#fiche()", ":5:2", "le nom « fiche » n’existe pas"),
        ("= A\n#text(size: \"grand\")[a]", ":5:13", "il faut une longueur, et il y a un texte"),
        ("= A\n#d.commune", ":5:4", "la donnée « commune » n’existe pas ici"),
        ("= A\n#d.fiches.at(3)", ":5:2", "la liste n’a pas d’élément 3 : elle en a 1"),
        ("= A\n#let f(x) = x\n#f()", ":6:2", "il manque « x »"),
        ("= A\n#text(taille: 3pt)[a]", ":5:7", "« taille » n’est pas attendu ici"),
        ("= A\n#(1 + \"a\")", ":5:3", "« integer » et « string » ne s’ajoutent pas"),
        (
            "= A\n#text(",
            ":5:6",
            "une parenthèse, un crochet, une accolade ou un signe n’est pas refermé",
        ),
        ("= A\n#let x = \"a", ":5:10", "un texte entre guillemets n’est pas refermé"),
        ("= A\n#let f(n) = f(n)\n#f(1)", ":5:13", "il se rappelle lui-même sans fin"),
        ("= A\n#let n = 1\n#while n < 2 { n -= 1 }", ":6:2", "une boucle ne finit pas"),
        ("= A\n#while true { }", ":5:8", "une boucle ne finit pas"),
        ("= A\n#panic(\"trop\")", ":5:2", "il s’arrête lui-même et dit : « trop »"),
        ("= A\n#link(<la>)[a]", ":5:2", "rien ne porte l’étiquette « <la> »"),
        ("= A\n#import \"essai.typ\": x", ":5:9", "ces fichiers se lisent l’un l’autre sans fin"),
    ] {
        assert_eq!(said(body), (invalid(sentence), place.to_owned()), "{body}");
    }
}

#[test]
fn an_unusual_mistake_quotes_the_engine() {
    let (first, place) = said("= A\n#grid(columns: 2, grid.cell(x: 5)[a])");
    assert!(
        first.starts_with(
            "erreur[imprime-invalide]: Ce modèle ne peut pas être mis en page ; le moteur dit : "
        ),
        "{first}"
    );
    assert_eq!(place, ":5:19");
}

#[test]
fn what_cannot_be_read_by_all_is_refused() {
    let refused = |fault: &str| {
        format!(
            "erreur[imprime-inaccessible]: Cette feuille ne pourrait pas être lue par tout le monde : {fault}."
        )
    };
    let svg = "bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9'/></svg>\")";
    for (body, fault) in [
        (
            format!("= A\n#image({svg}, format: \"svg\")"),
            "une image ou une figure n’a pas de texte de remplacement",
        ),
        ("= A\n=== B".to_owned(), "un titre de niveau 1 est suivi d’un titre de niveau 3"),
        ("== A".to_owned(), "le premier titre n’est pas de niveau 1"),
        ("= \u{1f389}".to_owned(), "aucune police de jalon n’a les caractères \"🎉\""),
    ] {
        assert_eq!(said(&body).0, refused(fault), "{body}");
    }
    let no_title = told(&set("= A", DATA).unwrap_err());
    assert_eq!(
        no_title,
        "erreur[imprime-inaccessible]: Cette feuille ne pourrait pas être lue par tout le monde : le document n’a pas de titre.\n\
        --> themes/86-vienne/print/essai.typ\n \
        = à faire: Donnez-lui un titre : « #set document(title: d.titre) ».\n\n"
    );
    page(&format!("= A\n#image({svg}, format: \"svg\", alt: \"Un trait\")"), DATA);
}

#[test]
fn doubts_are_told_beside_the_pages() {
    let printed = page("#set text(font: \"Comic Sans MS\")\n= A", DATA);
    let said = told(&printed.doubts);
    assert!(said.starts_with(
        "attention[imprime-douteux]: Ce modèle est mis en page, mais mal : la police « comic sans ms » n’est pas dans jalon, qui n’en prend pas d’autre.\n"
    ), "{said}");
    let restless = "= A\n#context if calc.odd(counter(page).final().first()) { pagebreak() }";
    let said = told(&page(restless, DATA).doubts);
    assert!(said.contains("les numéros de page ne se fixent pas"), "{said}");
}

/// A guide's own file that calls one of jalon's badly is the one to mend.
#[test]
fn the_guide_s_own_file_is_shown_rather_than_jalon_s() {
    let main = format!("#import \"base.typ\": fiche\n{START}= A\n#fiche(3)");
    let base = Source {
        path: "themes/base/print/base.typ".into(),
        text: "#let fiche(f) = [#f.nom]".into(),
    };
    let own = files(&[("print/essai.typ", &main)]);
    let own = Arc::clone(own.get("print/essai.typ").unwrap());
    let all: Files = [("print/essai.typ".into(), own), ("print/base.typ".into(), Arc::new(base))]
        .into_iter()
        .collect();
    let said = told(&PRESS.set(&job(&all, DATA)).unwrap_err());
    assert!(said.contains(" --> themes/86-vienne/print/essai.typ:6:2\n"), "{said}");
}

#[test]
fn a_main_file_that_is_not_there_is_told() {
    let none = Files::default();
    let said = told(&PRESS.set(&Job { main: "print/absent.typ", ..job(&none, DATA) }).unwrap_err());
    assert!(said.contains("le fichier « print/absent.typ » n’est pas dans le thème"), "{said}");
}
