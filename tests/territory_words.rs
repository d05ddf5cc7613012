//! The words before the names of départements and regions, checked against INSEE's own liaison.

use jalon::territory::*;

const DEPARTEMENTS: &str = include_str!("../src/territory/data/departements.tsv");
const REGIONS: &str = include_str!("../src/territory/data/regions.tsv");

/// Code of each row of a table of the source, and what stands before the name after « de » by INSEE's
/// liaison, its last column. Overseas collectivities are left out: INSEE gives them none.
fn liaisons(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    const BEFORE: [&str; 6] = ["de ", "d’", "du ", "de la ", "des ", "de l’"];
    let rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| !row.contains(&"com")).map(|row| {
        let liaison = row[row.len() - 1].parse::<usize>();
        (row[0], BEFORE[liaison.unwrap_or(usize::MAX)])
    })
}

#[test]
fn words_agree_with_insee() {
    for (code, before) in liaisons(DEPARTEMENTS) {
        let it = departement(code).unwrap();
        let nom = it.nom.replace('\'', "’");
        assert_eq!(it.de_nom, format!("{}{nom}", before), "{code}");
    }
    for (code, before) in liaisons(REGIONS) {
        let it = region(code).unwrap();
        let nom = it.nom.replace('\'', "’");
        assert_eq!(it.de_nom, format!("{}{nom}", before), "{code}");
    }
}

#[test]
fn every_form_ends_with_the_name() {
    let departements = departements().iter().map(|d| (d.nom, [d.le_nom, d.de_nom, d.dans_nom]));
    let regions = regions().iter().map(|r| (r.nom, [r.le_nom, r.de_nom, r.dans_nom]));
    for (nom, forms) in departements.chain(regions) {
        let end = nom.replace('\'', "’").to_lowercase();
        for form in forms {
            assert!(form.to_lowercase().ends_with(&end), "{form} / {nom}");
        }
        let place = ["dans ", "en ", "à ", "sur "];
        assert!(place.iter().any(|word| forms[2].starts_with(word)), "{}", forms[2]);
    }
}

#[test]
fn usual_forms() {
    for (code, expected) in [
        ("86", ["la Vienne", "de la Vienne", "dans la Vienne"]),
        ("33", ["la Gironde", "de la Gironde", "en Gironde"]),
        ("47", ["le Lot-et-Garonne", "du Lot-et-Garonne", "en Lot-et-Garonne"]),
        ("40", ["les Landes", "des Landes", "dans les Landes"]),
        ("38", ["l’Isère", "de l’Isère", "en Isère"]),
        ("75", ["Paris", "de Paris", "à Paris"]),
        ("974", ["La Réunion", "de La Réunion", "à La Réunion"]),
    ] {
        let it = departement(code).unwrap();
        assert_eq!([it.le_nom, it.de_nom, it.dans_nom], expected);
    }
    assert_eq!(region("75").unwrap().dans_nom, "en Nouvelle-Aquitaine");
}
