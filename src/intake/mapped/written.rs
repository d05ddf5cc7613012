//! A mapping as a small YAML file, with words in French for those who edit it.

use std::fmt::Write;

use crate::intake::seen::often;
use crate::intake::table::Row;
use crate::intake::yaml_text::scalar;

use super::correspondance::{Colonne, Correspondance, Dit, LAISSER, PERSONAL, Valeur};

/// Longest example beside a column, in characters.
const LONGEST: usize = 60;

/// What stands first in the file.
const HEAD: &str = "\
# À droite de chaque colonne : la clé de la fiche où va sa valeur, ou l’un de ces mots :
#   laisser   la colonne ne sert pas dans un guide ;
#   à placer  on ne sait pas encore : ses valeurs restent dans le rapport.
# Les clés sont dans le manuel, page « Importer des lieux et des événements ».
# Sous « valeurs », ce que veut dire une valeur : une valeur de la liste, ou « laisser ».
";

/// The text of a mapping, with an example of each column.
pub fn yaml(mapping: &Correspondance, file: &str, columns: &[String], rows: &[Row]) -> String {
    let name = crate::intake::rows::base_name(file);
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let mut out = format!("# Ce que devient chaque colonne de « {name} ».\n{HEAD}\n");
    let word = mapping.lignes.word();
    out.push_str("# Une ligne du fichier est un lieu, un service (les lignes d’un même lieu font une fiche),\n");
    out.push_str("# ou un arrêt (les lignes d’une même tournée font une fiche).\n");
    let _ = writeln!(out, "lignes: {word}\n");
    if let Some(prefixe) = &mapping.prefixe {
        out.push_str("# Ce qui précède les numéros du fichier, pour les distinguer de ceux d’une autre source.\n");
        let _ = writeln!(out, "prefixe_id: {}\n", scalar(prefixe, false));
    }
    everybody(&mut out, &mapping.pour_tous);
    out.push_str("colonnes:\n");
    for (place, colonne) in mapping.colonnes.iter().enumerate() {
        let example = often(rows, place).into_iter().next().filter(|_| !is_personal(colonne));
        let shown = columns.get(place).map_or("", String::as_str);
        column(&mut out, colonne, shown, example.as_ref().map(|(value, _)| value.as_str()));
    }
    out
}

/// Whether an example may be a person's name, number or address: a mapping goes from hand to hand.
fn is_personal(colonne: &Colonne) -> bool {
    matches!(colonne.cible.said(), "telephone" | "courriels") || colonne.raison == PERSONAL
}

fn everybody(out: &mut String, all: &[Dit]) {
    if all.is_empty() {
        out.push_str("# Ce qui vaut pour toutes les fiches du fichier, par exemple :\n");
        out.push_str("# pour_tous: {source: Département de la Gironde}\n\n");
        return;
    }
    out.push_str("# Ce qui vaut pour toutes les fiches du fichier.\n");
    let _ = writeln!(out, "pour_tous: {}\n", meaning("", all));
}

fn column(out: &mut String, colonne: &Colonne, shown: &str, example: Option<&str>) {
    let why = match (colonne.raison.as_str(), example) {
        (why, None) => why.to_owned(),
        (why, Some(example)) => format!("{why} ; par exemple « {} »", short(example)),
    };
    let why: String = why.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(out, "  # {why}");
    let name = if shown.is_empty() { colonne.nom.as_str() } else { shown };
    let name = scalar(name, false);
    let key = colonne.cible.said();
    if colonne.valeurs.is_empty() {
        let _ = writeln!(out, "  {name}: {key}");
        return;
    }
    let _ = writeln!(out, "  {name}:\n    cle: {key}\n    valeurs:");
    for Valeur { ecrite, sens } in &colonne.valeurs {
        let _ = writeln!(out, "      {}: {}", scalar(ecrite, false), meaning(key, sens));
    }
}

/// What a value says: a value of the column's key, or keys and values.
fn meaning(key: &str, all: &[Dit]) -> String {
    match all {
        [] => LAISSER.to_owned(),
        [only] if only.cle == key => scalar(&only.valeur, false),
        all => {
            let mut keys: Vec<&str> = Vec::new();
            all.iter().for_each(|dit| {
                if !keys.contains(&dit.cle.as_str()) {
                    keys.push(&dit.cle)
                }
            });
            let pairs = keys.iter().map(|key| {
                let own: Vec<String> = all
                    .iter()
                    .filter(|dit| dit.cle == **key)
                    .map(|dit| scalar(&dit.valeur, true))
                    .collect();
                match own.as_slice() {
                    [one] => format!("{key}: {one}"),
                    several => format!("{key}: [{}]", several.join(", ")),
                }
            });
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(LONGEST).collect();
    if cut.len() < line.len() { cut + "…" } else { line }
}
