//! What an export does to files that are there: nothing, unless it is asked to.

use crate::scene::run;
use crate::support::{Desk, TODAY, tree};

fn desk() -> Desk {
    Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: Lieu\ncommune: Poitiers\n")])
}

/// What a command that is refused says.
fn refused(desk: &Desk, arguments: &[&str], code: i32) -> String {
    let done = desk.jalon(&[arguments, &["--today", TODAY]].concat());
    assert_eq!(done.status.code(), Some(code));
    String::from_utf8(done.stderr).unwrap() + &String::from_utf8(done.stdout).unwrap()
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
    let desk = desk();
    desk.write("guide.xlsx", "à moi");
    let said = refused(&desk, &["export", "--format", "xlsx", "-o", "guide.xlsx"], 1);
    assert_eq!(
        said,
        "erreur[fichier-deja-la]: Un fichier porte déjà ce nom ; il n’a pas été touché.\n--> guide.xlsx\n \
         = à faire: Choisissez un autre nom, ou ajoutez --replace pour remplacer le fichier qui est là.\n\nRien n’a été exporté : 1 erreur.\n"
    );
    assert_eq!(desk.read("guide.xlsx"), "à moi");
    let said = run(&desk, &["export", "--format", "xlsx", "-o", "guide.xlsx", "--replace"]);
    assert_eq!(said, "guide.xlsx : 1 ligne.\n");
    assert!(std::fs::read(desk.path().join("guide.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn a_file_open_in_a_spreadsheet_or_locked_is_told() {
    for mark in [".~lock.guide.ods#", "~$guide.ods"] {
        let desk = desk();
        desk.write("guide.ods", "ouvert");
        desk.write(mark, "");
        let said =
            refused(&desk, &["export", "--format", "ods", "-o", "guide.ods", "--replace"], 1);
        assert!(said.contains("erreur[fichier-ouvert]: Ce fichier est ouvert dans un tableur : il n’a pas été touché."), "{said}");
        assert_eq!(desk.read("guide.ods"), "ouvert");
    }
    let desk = desk();
    desk.write("guide.ods", "gardé");
    let path = desk.path().join("guide.ods");
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    let said = refused(&desk, &["export", "--format", "ods", "-o", "guide.ods", "--replace"], 1);
    assert!(
        said.contains(
            "erreur[fichier-protege]: Ce fichier est en lecture seule : il n’a pas été touché."
        ),
        "{said}"
    );
    assert_eq!(desk.read("guide.ods"), "gardé");
}

#[test]
fn tables_go_all_or_none() {
    let desk = desk();
    desk.write("tables/dates.csv", "à moi");
    refused(&desk, &["export", "--format", "csv", "-o", "tables"], 1);
    assert_eq!(tree(&desk.path().join("tables")).len(), 1);
    run(&desk, &["export", "--format", "csv", "-o", "autres"]);
    let names: Vec<String> = tree(&desk.path().join("autres")).into_keys().collect();
    assert_eq!(
        names,
        [
            "acteurs.csv",
            "arrets.csv",
            "changements.csv",
            "dates.csv",
            "evenements.csv",
            "permanences.csv"
        ]
    );
}

#[test]
fn nothing_goes_where_the_guide_is_published() {
    let desk = desk();
    let done = desk.jalon(&["build", "--sans-imprimes", "--today", TODAY, "--output", "site"]);
    assert!(done.status.success());
    let published = tree(desk.path());
    for (format, output, told, name) in [
        ("xlsx", "output/equipe.xlsx", "output/equipe.xlsx", "output"),
        ("csv", "output/tab", "output/tab/acteurs.csv", "output"),
        (
            "appels",
            "tables/../site/86-vienne/appels.csv",
            "tables/../site/86-vienne/appels.csv",
            "site",
        ),
        ("geojson", "site/lieux.geojson", "site/lieux.geojson", "site"),
    ] {
        let said = refused(&desk, &["export", "--format", format, "-o", output, "--replace"], 1);
        let file = told.rsplit('/').next().unwrap();
        assert_eq!(
            said,
            format!(
                "erreur[rapport-publie]: Ce fichier serait publié avec le guide : « {name} » est un dossier où jalon publie.\n--> {told}\n \
                 = à faire: Écrivez-le hors de ce dossier, par exemple sous « rapports/{file} ».\n\nRien n’a été exporté : 1 erreur.\n"
            )
        );
    }
    assert!(tree(desk.path()) == published);
    // Beside it, and in a folder that is not there yet.
    assert_eq!(
        run(&desk, &["export", "--format", "appels", "-o", "rapports/mai/appels.CSV"]),
        "rapports/mai/appels.CSV : 1 ligne.\n"
    );
}

#[test]
fn a_name_ends_as_its_file() {
    let desk = desk();
    let before = tree(desk.path());
    for (arguments, told) in [
        (
            &["appels", "-o", "x.pdf"][..],
            "« x.pdf » ne finit pas comme un fichier de la forme appels. Donnez un nom qui finit par .xlsx ou .ods ou .csv, par exemple « x.xlsx ».",
        ),
        (
            &["xlsx", "-o", "mes fiches.xls"],
            "« mes fiches.xls » ne finit pas comme un fichier de la forme xlsx. Donnez un nom qui finit par .xlsx, par exemple « mes fiches.xlsx ».",
        ),
        (
            &["geojson", "-o", "lieux"],
            "« lieux » ne finit pas comme un fichier de la forme geojson. Donnez un nom qui finit par .geojson ou .json, par exemple « lieux.geojson ».",
        ),
        (
            &["csv", "--feuille", "dates", "-o", "dates.ods"],
            "« dates.ods » ne finit pas comme un fichier de la forme csv. Donnez un nom qui finit par .csv, par exemple « dates.csv ».",
        ),
        (
            &["csv", "-o", "guide.csv"],
            "La forme csv fait plusieurs fichiers, et « guide.csv » est le nom d’un seul. Donnez un dossier avec --output, ou une seule feuille avec --feuille.",
        ),
    ] {
        let said = refused(&desk, &[&["export", "--format"], arguments].concat(), 2);
        assert_eq!(said, format!("erreur: {told}\n"));
    }
    assert!(tree(desk.path()) == before);
}

#[test]
fn what_was_not_understood_is_told() {
    let desk = desk();
    for (arguments, told) in [
        (
            &["--format", "xls"][..],
            "« xls » n’est pas une forme d’export. Vouliez-vous dire « xlsx » ? Formes : ",
        ),
        (&["--format", "csv"], "La forme csv fait plusieurs fichiers."),
        (&["--format", "xlsx", "--feuille", "acteurs"], "--feuille ne va qu’avec --format csv."),
        (
            &["--format", "csv", "--feuille", "lieux"],
            "« lieux » n’est pas une feuille. Feuilles : acteurs, permanences, arrêts, ",
        ),
        (
            &["--format", "xlsx", "--guide", "17-x"],
            "Aucun guide n’est dans le dossier « 17-x ». Guides : 86-vienne.",
        ),
    ] {
        let said = refused(&desk, &[&["export"], arguments].concat(), 2);
        assert!(said.starts_with(&format!("erreur: {told}")), "{said}");
    }
}

#[test]
fn nothing_leaves_while_a_record_has_a_mistake() {
    let desk = desk();
    desk.write("content/86-vienne/acteurs/b.yaml", "nom: Sans commune\n");
    let said = refused(&desk, &["export", "--format", "xlsx", "-o", "guide.xlsx"], 1);
    assert!(said.ends_with("Rien n’a été exporté : 1 erreur.\n"), "{said}");
    assert!(!desk.path().join("guide.xlsx").exists());
}
