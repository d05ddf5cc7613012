//! A theme sees its own files, its data and its pages; nothing of the disk, nothing of the network.

use crate::press::{PRESS, START, files, job, page, set, told};

const DATA: &str = r#"{"titre": "Essai"}"#;

/// What is said of a theme that asks for something outside.
fn refused(line: &str) -> String {
    told(&set(&format!("{START}= Titre\n{line}"), DATA).unwrap_err())
}

#[test]
fn nothing_of_the_disk_is_read() {
    assert!(std::path::Path::new("/etc/passwd").exists());
    assert_eq!(
        refused("#read(\"/etc/passwd\")"),
        "erreur[imprime-invalide]: Ce modèle ne peut pas être mis en page : le fichier « etc/passwd » n’est pas dans le thème, et rien d’autre n’est lu.\n \
        --> themes/86-vienne/print/essai.typ:5:7\n  |\n5 | #read(\"/etc/passwd\")\n  |       ^^^^^^^^^^^^^\n  |\n  \
        = à faire: Corrigez cette ligne du thème, ou effacez le fichier pour reprendre celui de jalon.\n\n"
    );
    for line in [
        "#image(\"/etc/passwd\", alt: \"\")",
        "#include \"/etc/passwd\"",
        "#read(\"../Cargo.toml\")",
        "#plugin(\"/etc/passwd\")",
        "#bibliography(\"/etc/passwd\")",
        "#csv(\"/etc/passwd\")",
    ] {
        let said = refused(line);
        assert!(said.contains(" n’est pas dans le thème, et rien d’autre n’est lu.\n"), "{said}");
    }
    let said = refused("#read(\"../../../etc/passwd\")");
    assert!(
        said.contains(
            " : le chemin \"../../../etc/passwd\" sort du thème, et rien d’autre n’est lu.\n"
        ),
        "{said}"
    );
}

#[test]
fn no_package_is_fetched() {
    let said = refused("#import \"@preview/cetz:0.3.4\"");
    let sentence = " : le paquet « @preview/cetz:0.3.4 » n’est pas pris : jalon ne va rien chercher au-dehors.\n";
    assert!(said.contains(sentence), "{said}");
    assert!(said.contains(" --> themes/86-vienne/print/essai.typ:5:9\n"), "{said}");
}

#[test]
fn files_of_a_theme_see_one_another() {
    let main = format!(
        "#import \"base.typ\": nom\n#import \"/print/autre.typ\": suite\n{START}= #nom #suite"
    );
    let all = [
        ("print/essai.typ", main.as_str()),
        ("print/base.typ", "#let nom = \"Un\""),
        ("print/autre.typ", "#let suite = read(\"base.typ\")"),
    ];
    let files = files(&all);
    assert_eq!(PRESS.set(&job(&files, DATA)).unwrap().pages, 1);
}

#[test]
fn pages_are_imposed() {
    let a5 = page("#set page(\"a5\")\n= Un\n#for n in range(5) [#pagebreak() #n]", DATA);
    let theme = "#set page(\"a4\", flipped: true, margin: 0pt, columns: 2)\n\
        #for n in range(6) [#image(\"/pages.pdf\", page: n + 1, height: 100%)]";
    let files = files(&[("print/essai.typ", theme)]);
    let mut sheets = job(&files, "{}");
    sheets.pages = Some(&a5.bytes);
    // What is read must be tagged, and pages put in as pictures are not.
    let said = told(&PRESS.set(&sheets).unwrap_err());
    assert!(said.starts_with("erreur[imprime-inaccessible]: "), "{said}");
    sheets.tagged = false;
    assert_eq!(PRESS.set(&sheets).unwrap().pages, 3);
}
