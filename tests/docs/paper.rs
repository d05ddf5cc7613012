//! The pages on paper say what the program prints, and what a theme of paper is given, field by field.

use std::collections::BTreeSet;

use jalon::edition::papier::Imprimes;
use jalon::edition::{About, Edition, Produit};
use jalon::{guide, record};

use crate::manual::PAGES;
use crate::support::{TODAY, repository};

/// Cells of the rows of a table below a heading of a page, their code marks kept.
fn rows(file: &str, heading: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(repository().join(PAGES).join(file)).unwrap();
    let below = text.lines().skip_while(|line| *line != heading).skip(1);
    let section = below.take_while(|line| !line.starts_with('#'));
    let rows = section.filter(|line| line.starts_with("| `"));
    let cell = |cell: &str| cell.trim().to_owned();
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(cell).collect());
    // The head of a table may be code too.
    cells.filter(|row: &Vec<String>| row.get(1).is_none_or(|next| next != "ses champs")).collect()
}

/// What is written as code in a cell.
fn codes(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What a build of a guide prints whose settings do not say.
fn printed_by_default() -> BTreeSet<&'static str> {
    let (records, said) = record::read(&repository().join("tests/golden/content"), "content");
    assert_eq!(said, []);
    let guides = guide::link(records, jalon::calendar::parse_date(TODAY).unwrap());
    let sheets = Imprimes.plan(&guides).into_iter();
    let products = sheets.filter_map(|sheet| match sheet.about {
        About::Papier(_, papier) => Some(papier.produit.nom()),
        _ => None,
    });
    products.collect()
}

#[test]
fn every_product_is_in_the_table_and_what_a_build_makes_is_said() {
    let table = rows("19-imprimer.md", "## Ce qui peut s’imprimer");
    let mut told: Vec<String> = table.iter().flat_map(|row| codes(&row[0])).collect();
    let mut known: Vec<&str> = Produit::ALL.into_iter().map(Produit::nom).collect();
    told.sort_unstable();
    known.sort_unstable();
    assert_eq!(told, known);
    let made: BTreeSet<String> = table
        .iter()
        .filter(|row| row[3].starts_with("oui"))
        .flat_map(|row| codes(&row[0]))
        .collect();
    let printed: BTreeSet<String> = printed_by_default().into_iter().map(str::to_owned).collect();
    assert_eq!(made, printed);
}

/// The fields of each struct of a source, and the fields of each variant of its one enum, in order.
fn given(path: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let (mut inside, mut skipped) = (false, false);
    for line in text.lines() {
        let code = line.trim();
        let name = code.rsplit_once("struct ").map(|(_, name)| name.trim_end_matches(" {"));
        match (name, line.strip_prefix("    ")) {
            (Some(name), _) if code.starts_with("pub") && code.ends_with('{') => {
                found.push((name.to_owned(), Vec::new()));
                inside = true;
            }
            _ if line.starts_with("pub enum Bloc") => inside = true,
            _ if line == "}" => inside = false,
            (_, Some(own)) if inside && own.starts_with(char::is_uppercase) => {
                let name = own.split([' ', '(']).next().unwrap_or_default();
                found.push((format!("Bloc.{}", name.to_lowercase()), Vec::new()));
            }
            // What is not written into the data is given to no theme.
            _ if inside && code == "#[serde(skip)]" => skipped = true,
            _ if inside && !code.starts_with(['/', '#']) && std::mem::take(&mut skipped) => {}
            _ if inside && !code.starts_with(['/', '#']) => {
                let field = code.trim_start_matches("pub ").split_once(": ");
                let last = found.last_mut();
                if let (Some((field, _)), Some((_, fields))) = (field, last) {
                    fields.push(field.to_owned());
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn the_fields_given_to_themes_of_paper_are_those_of_the_manual() {
    let page = "37-modeles-imprimes.md";
    let mut all = given("src/edition/papier/contrat.rs");
    all.extend(given("src/edition/papier/contrat/entrees.rs"));
    let row = given("src/edition/quand.rs").into_iter().find(|(name, _)| name == "Row").unwrap();
    all.push(("Rang".into(), row.1));
    assert!(all.len() > 30, "only {} were read", all.len());
    let blocs = rows(page, "### Bloc");
    let mut wrong = Vec::new();
    for (name, fields) in &all {
        let told: Vec<String> = match name.strip_prefix("Bloc.") {
            Some(kind) => {
                let row = blocs.iter().find(|row| codes(&row[0]) == [kind]);
                row.map(|row| codes(&row[1])).unwrap_or_else(|| vec!["nothing".into()])
            }
            None => {
                rows(page, &format!("### {name}")).iter().flat_map(|row| codes(&row[0])).collect()
            }
        };
        if told != *fields {
            wrong.push(format!("{name}: {told:?} is told, {fields:?} is given"));
        }
    }
    let kinds = all.iter().filter(|(name, _)| name.starts_with("Bloc.")).count();
    assert_eq!(blocs.len(), kinds, "kinds of blocs that are gone");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
