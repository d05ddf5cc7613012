//! Sheets that somebody changed come back: what changed in them changes in the records, and no other byte.

use jalon::calendar::Date;
use jalon::intake::feuilles;
use jalon::tableur::{self, Case, Feuille};

use crate::scene::{full, run};
use crate::support::{Desk, TODAY, tree};

const BUS: &str = "\
# Notre bus, tenu à la main.
nom: Bus numérique   # son nom d’usage
commune: Lusignan
telephone: 05 36 49 12 01
horaires: lundi 9h-12h
tournee:
  arrets:
    # la place du marché est en travaux
    - {nom: Halle, commune: Lusignan, ou: sur la place, horaires: mardi 9h-12h}
    - nom: Vivonne   # devant la gare
      commune: Vivonne
      horaires: jeudi 9h-12h
permanences:
  - {horaires: vendredi 9h-12h, qui: Association}
interne: à rappeler
";

const PATH: &str = "content/86-vienne/acteurs/bus.yaml";

fn desk() -> Desk {
    Desk::with(&[("86-vienne/acteurs/bus.yaml", BUS)])
}

/// The sheets of a folder.
fn sheets(desk: &Desk) -> Vec<Feuille> {
    let content: Vec<(String, Vec<u8>)> = tree(&desk.path().join("content")).into_iter().collect();
    feuilles::feuilles(&content, |_| true)
}

fn sheet<'s>(sheets: &'s mut [Feuille], name: &str) -> &'s mut Feuille {
    sheets.iter_mut().find(|sheet| sheet.nom == name).unwrap()
}

fn column(sheet: &Feuille, name: &str) -> usize {
    sheet.colonnes.iter().position(|column| column.nom == name).unwrap()
}

fn put(sheet: &mut Feuille, line: usize, name: &str, text: &str) {
    let at = column(sheet, name);
    sheet.lignes[line][at] = Case::texte(text);
}

/// Imports sheets as a workbook; what was said.
fn import(desk: &Desk, sheets: &[Feuille], more: &[&str]) -> String {
    desk.write("guide.xlsx", tableur::xlsx(sheets).unwrap());
    run(desk, &[&["import", "guide.xlsx"], more].concat())
}

#[test]
fn what_changes_in_the_sheets_changes_in_the_record_and_nothing_else() {
    let desk = desk();
    let mut all = sheets(&desk);
    let actors = sheet(&mut all, "acteurs");
    put(actors, 0, "telephone", "05 36 49 12 02");
    put(actors, 0, "horaires", "");
    put(actors, 0, "site_web", "https://www.exemple.fr");
    put(sheet(&mut all, "arrêts"), 0, "horaires", "mardi 14h-17h");
    put(sheet(&mut all, "arrêts"), 1, "ou", "Gare");
    put(sheet(&mut all, "permanences"), 0, "qui", "");
    let said = import(&desk, &all, &[]);
    assert!(
        said.contains("1 fiche écrite (0 nouvelle, 1 changée), 0 inchangée, 0 gardée"),
        "{said}"
    );
    assert_eq!(
        desk.read(PATH),
        BUS.replace("49 12 01", "49 12 02")
            .replace("horaires: lundi 9h-12h\n", "")
            .replace("mardi 9h-12h", "mardi 14h-17h")
            .replace("jeudi 9h-12h\n", "jeudi 9h-12h\n      ou: Gare\n")
            .replace(", qui: Association", "")
            .replace(
                "telephone: 05 36 49 12 02\n",
                "telephone: 05 36 49 12 02\nsite_web: [https://www.exemple.fr]\n"
            )
    );
    // The same workbook again: the record says it already.
    let said = run(&desk, &["import", "guide.xlsx"]);
    assert!(
        said.contains("0 fiche écrite (0 nouvelle, 0 changée), 1 inchangée, 0 gardée"),
        "{said}"
    );
}

#[test]
fn lines_that_are_added_or_taken_away_are_items_that_come_and_go() {
    let desk = desk();
    let mut all = sheets(&desk);
    let lines = &mut sheet(&mut all, "permanences").lignes;
    lines.push(lines[0].clone());
    put(sheet(&mut all, "permanences"), 1, "horaires", "samedi 9h-12h");
    import(&desk, &all, &[]);
    let two = "permanences:\n  - {qui: Association, horaires: vendredi 9h-12h}\n  - {qui: Association, horaires: samedi 9h-12h}\n";
    let one = "permanences:\n  - {horaires: vendredi 9h-12h, qui: Association}\n";
    assert_eq!(desk.read(PATH), BUS.replace(one, two));
    let mut all = sheets(&desk);
    sheet(&mut all, "permanences").lignes.clear();
    import(&desk, &all, &[]);
    assert_eq!(desk.read(PATH), BUS.replace(one, ""));
}

#[test]
fn a_line_that_comes_or_goes_leaves_the_others_and_every_comment() {
    let desk = desk();
    let mut all = sheets(&desk);
    let lines = &mut sheet(&mut all, "arrêts").lignes;
    lines.push(lines[0].clone());
    put(sheet(&mut all, "arrêts"), 2, "nom", "Gare");
    import(&desk, &all, &[]);
    let last = "      horaires: jeudi 9h-12h\n";
    let gare = "    - {nom: Gare, commune: Lusignan, ou: sur la place, horaires: mardi 9h-12h}\n";
    let longer = BUS.replace(last, &format!("{last}{gare}"));
    assert_eq!(desk.read(PATH), longer);
    let mut all = sheets(&desk);
    sheet(&mut all, "arrêts").lignes.remove(1);
    import(&desk, &all, &[]);
    let vivonne = format!("    - nom: Vivonne   # devant la gare\n      commune: Vivonne\n{last}");
    assert_eq!(desk.read(PATH), longer.replace(&vivonne, "    # devant la gare\n"));
}

#[test]
fn a_record_that_changed_meanwhile_is_not_undone() {
    let desk = desk();
    let mut all = sheets(&desk);
    put(sheet(&mut all, "acteurs"), 0, "adresse", "1 rue Neuve");
    let meanwhile = BUS.replace("49 12 01", "49 12 09").replace("interne: à rappeler\n", "");
    desk.write(PATH, &meanwhile);
    let said = import(&desk, &all, &[]);
    // Nobody knows any more who changed what: a person decides.
    assert_eq!(desk.read(PATH), meanwhile);
    for told in [
        "adresse « 1 rue Neuve » : La fiche dit rien, le fichier dit maintenant « 1 rue Neuve ». La fiche n’a pas changé.",
        "telephone « 05 36 49 12 01 » : La fiche dit « 05 36 49 12 09 », le fichier dit maintenant « 05 36 49 12 01 ». La fiche n’a pas changé.",
        "interne « à rappeler » : La fiche dit rien, le fichier dit maintenant « à rappeler ». La fiche n’a pas changé.",
    ] {
        assert!(said.contains(told), "{told}\n\n{said}");
    }
    import(&desk, &all, &["--prendre", "bus:adresse", "--garder", "bus:telephone"]);
    assert_eq!(
        desk.read(PATH),
        meanwhile.replace("telephone:", "adresse: 1 rue Neuve\ntelephone:")
    );
}

#[test]
fn a_sheet_or_a_column_that_is_not_there_takes_nothing_away() {
    let desk = desk();
    let mut all = sheets(&desk);
    all.retain(|sheet| sheet.nom == "acteurs" || sheet.nom == "arrêts");
    for (name, gone) in [("acteurs", "interne"), ("acteurs", "horaires"), ("arrêts", "ou")] {
        let sheet = sheet(&mut all, name);
        let at = column(sheet, gone);
        sheet.colonnes.remove(at);
        sheet.lignes.iter_mut().for_each(|line| _ = line.remove(at));
    }
    put(sheet(&mut all, "arrêts"), 1, "horaires", "jeudi 14h-17h");
    let said = import(&desk, &all, &[]);
    assert_eq!(desk.read(PATH), BUS.replace("jeudi 9h-12h", "jeudi 14h-17h"), "{said}");
    // Without all its columns, a list takes no line more.
    let lines = &mut sheet(&mut all, "arrêts").lignes;
    lines.push(lines[0].clone());
    let said = import(&desk, &all, &[]);
    assert_eq!(desk.read(PATH), BUS.replace("jeudi 9h-12h", "jeudi 14h-17h"));
    assert!(
        said.contains("la feuille n’a plus toutes ses colonnes : la liste n’a pas changé."),
        "{said}"
    );
}

#[test]
fn a_value_that_cannot_be_read_leaves_what_is_there() {
    let desk = desk();
    let mut all = sheets(&desk);
    put(sheet(&mut all, "acteurs"), 0, "horaires", "quand on peut");
    put(sheet(&mut all, "arrêts"), 0, "horaires", "un jour");
    put(sheet(&mut all, "acteurs"), 0, "telephone", "05 36 49 12 03");
    let said = import(&desk, &all, &[]);
    assert_eq!(desk.read(PATH), BUS.replace("49 12 01", "49 12 03"), "{said}");
    assert!(
        said.contains("horaires « quand on peut »") && said.contains("horaires « un jour »"),
        "{said}"
    );
}

#[test]
fn lines_of_several_records_of_a_file_change_each_its_own() {
    let desk = Desk::with(&[(
        "86-vienne/acteurs/deux.yaml",
        "# les deux\n- {nom: Un, commune: Lusignan}\n- {nom: Deux, commune: Vivonne} # le second\n",
    )]);
    let mut all = sheets(&desk);
    put(sheet(&mut all, "acteurs"), 1, "commune", "Poitiers");
    put(sheet(&mut all, "acteurs"), 0, "nom", "Premier");
    import(&desk, &all, &[]);
    assert_eq!(
        desk.read("content/86-vienne/acteurs/deux.yaml"),
        "# les deux\n- {nom: Premier, commune: Lusignan}\n- {nom: Deux, commune: Poitiers} # le second\n"
    );
}

/// Any text, number and day of any record, changed alone: the sheets of the records are then those that came in.
#[test]
fn every_cell_that_is_changed_alone_comes_in_alone() {
    let desk = full();
    let before = tree(&desk.path().join("content"));
    let mut changed = 0;
    let first = sheets(&desk);
    for (rank, name) in first.iter().map(|sheet| sheet.nom.clone()).enumerate() {
        for at in 0..first[rank].colonnes.len() {
            let mut all = first.clone();
            let Some((line, new)) = another(&all[rank], at) else { continue };
            all[rank].lignes[line][at] = new;
            let title = all[rank].colonnes[at].nom.clone();
            desk.write("guide.xlsx", tableur::xlsx(&all).unwrap());
            let done = desk.jalon(&["import", "guide.xlsx", "--today", TODAY]);
            let said = String::from_utf8_lossy(&done.stdout).into_owned();
            let mut after = sheets(&desk);
            for (one, other) in after.iter_mut().zip(&mut all) {
                without_footprint(one);
                without_footprint(other);
            }
            assert_eq!(after, all, "{name}, {title}: {said}");
            changed += 1;
            for (path, bytes) in &before {
                desk.write(&format!("content/{path}"), bytes);
            }
        }
    }
    assert!(changed > 35, "{changed}");
}

/// A line of a column that has a plain text, a number or a day, and another such value.
fn another(sheet: &Feuille, at: usize) -> Option<(usize, Case)> {
    const FREE: [&str; 15] = [
        "adresse",
        "complement_adresse",
        "presentation_resume",
        "presentation_detail",
        "interne",
        "date_maj",
        "du",
        "au",
        "le",
        "ou",
        "qui",
        "base",
        "credit",
        "acces",
        "latitude",
    ];
    let name = sheet.colonnes[at].nom.rsplit('.').next().unwrap();
    if !FREE.contains(&name) {
        return None;
    }
    let other = |case: &Case| match case {
        Case::Texte(text) if name == "du" || name == "au" || name == "le" => {
            assert!(!text.is_empty());
            None
        }
        Case::Texte(_) => Some(Case::texte("Autre texte : « l’ombre », #1")),
        Case::Nombre(number) => Some(Case::Nombre(number + 0.001)),
        Case::Jour(day) => Some(Case::Jour(next(*day))),
        Case::Vide => None,
    };
    sheet.lignes.iter().enumerate().find_map(|(line, cells)| Some((line, other(&cells[at])?)))
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap()
}

fn without_footprint(sheet: &mut Feuille) {
    if let Some(at) = sheet.colonnes.iter().position(|column| column.nom == "empreinte") {
        sheet.lignes.iter_mut().for_each(|line| line[at] = Case::Vide);
    }
}
