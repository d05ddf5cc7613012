//! Columns that hold values of lists: what their values mean, and boxes that are ticked.

use crate::intake::mapped::correspondance::{Dit, Valeur};
use crate::intake::mapped::values::LISTS;
use crate::text::fold;
use crate::vocabulary::Vocabulary;

use super::evidence::Cells;
use super::names::bare;

/// Cells of a box that is ticked.
const YES: [&str; 9] =
    ["x", "oui", "vrai", "true", "1", "souvent", "toujours", "de temps en temps", "regulierement"];
/// Cells of a box that is not.
const NO: [&str; 6] = ["non", "faux", "false", "0", "jamais", "pas du tout"];
/// Cells that are neither one nor the other.
const SELDOM: [&str; 3] = ["exceptionnellement", "parfois", "rarement"];

/// What questions ask, by a part of their name.
static QUESTIONS: [(&str, &str, &str); 9] = [
    ("demarchesadministratives", "services", "Aide aux démarches administratives"),
    ("initiationaunumerique", "services", "Maîtrise des outils numériques du quotidien"),
    ("accesadesequipements", "services", "Accès internet et matériel informatique"),
    ("accesinternet", "services", "Accès internet et matériel informatique"),
    ("enlibreacces", "modalites_accompagnement", "En autonomie"),
    ("individuel", "modalites_accompagnement", "Accompagnement individuel"),
    ("collectif", "modalites_accompagnement", "Dans un atelier collectif"),
    ("itineran", "itinerance", "Itinérant"),
    ("aidantsconnect", "dispositif_programmes_nationaux", "Aidants Connect"),
];

/// What a column of ticked boxes says when it is ticked: the term that its name is, and the values that tick it.
pub(super) fn ticks(name: &str, cells: &Cells<'_>) -> Option<(Dit, Vec<Valeur>)> {
    let is = |list: &[&str], cell: &str| list.contains(&fold(cell).trim());
    let all = cells.all();
    let known = |cell: &str| is(&YES, cell) || is(&NO, cell) || is(&SELDOM, cell);
    if all.is_empty()
        || !all.iter().all(|cell| known(cell))
        || !all.iter().any(|cell| is(&YES, cell))
    {
        return None;
    }
    let dit = term(name)?;
    let yes = all
        .iter()
        .filter(|cell| is(&YES, cell))
        .map(|cell| Valeur { ecrite: (*cell).to_owned(), sens: vec![dit.clone()] });
    let no = all
        .iter()
        .filter(|cell| is(&NO, cell))
        .map(|cell| Valeur { ecrite: (*cell).to_owned(), sens: Vec::new() });
    Some((dit.clone(), yes.chain(no).collect()))
}

/// The term that a name is, in the lists of the standard or in the questions of surveys.
fn term(name: &str) -> Option<Dit> {
    let closed = LISTS.iter().filter(|list| !list.open);
    let read =
        closed.filter_map(|list| Some(Dit::new(list.name, list.read(name).term()?.code))).next();
    let asked = || {
        let name = bare(name);
        let found = QUESTIONS.iter().find(|(part, _, _)| name.contains(part));
        found.map(|(_, key, term)| Dit::new(key, term))
    };
    read.or_else(asked)
}

/// Words of a value, by the list of its column, and what they say; an empty term says nothing of a place.
static WORDS: [(&str, &str, &str, &str); 22] = [
    ("services", "demarche", "services", "Aide aux démarches administratives"),
    ("services", "acces aux droits", "services", "Aide aux démarches administratives"),
    ("services", "emploi", "services", "Insertion professionnelle via le numérique"),
    ("services", "recreati", "services", "Loisirs et créations numériques"),
    ("services", "parental", "services", "Parentalité et éducation avec le numérique"),
    ("services", "protection des donnees", "services", "Compréhension du monde numérique"),
    ("services", "culture numerique", "services", "Compréhension du monde numérique"),
    (
        "services",
        "pret materiel",
        "services",
        "Acquisition de matériel informatique à prix solidaire",
    ),
    ("services", "imprimante", "services", "Accès internet et matériel informatique"),
    ("services", "materiel", "services", "Accès internet et matériel informatique"),
    ("services", "connexion", "services", "Accès internet et matériel informatique"),
    ("services", "initiation", "services", "Maîtrise des outils numériques du quotidien"),
    ("services", "decouverte", "services", "Maîtrise des outils numériques du quotidien"),
    ("services", "bureautique", "services", "Maîtrise des outils numériques du quotidien"),
    ("services", "equipement", "services", "Accès internet et matériel informatique"),
    ("publics_specifiquement_adresses", "tous public", "", ""),
    ("publics_specifiquement_adresses", "tout public", "", ""),
    ("publics_specifiquement_adresses", "tous les public", "", ""),
    ("publics_specifiquement_adresses", "toutpubl", "", ""),
    ("typologie", "cyberbase", "typologie", "EPN"),
    ("typologie", "espace public numerique", "typologie", "EPN"),
    ("dispositif_programmes_nationaux", "espace public numerique", "typologie", "EPN"),
];

/// What the values say that no list knows, as far as their words tell.
pub(super) fn words(list: &'static Vocabulary, cells: &Cells<'_>) -> Vec<Valeur> {
    let mut found: Vec<Valeur> = Vec::new();
    for part in unknown(list, cells) {
        let folded = fold(&part);
        let meant = WORDS.iter().find(|(of, word, _, _)| *of == list.name && folded.contains(word));
        if let Some((_, _, key, term)) = meant {
            let sens = if key.is_empty() { Vec::new() } else { vec![Dit::new(key, term)] };
            found.push(Valeur { ecrite: part, sens });
        }
    }
    found
}

/// The parts of cells that no list knows.
fn unknown(list: &'static Vocabulary, cells: &Cells<'_>) -> Vec<String> {
    let closed = || LISTS.iter().filter(|other| !other.open);
    let reads = |part: &str| {
        list.read(part).term().is_some() || closed().any(|other| other.read(part).term().is_some())
    };
    let mut found: Vec<String> = Vec::new();
    for cell in cells.all() {
        let (parts, _) = crate::intake::mapped::cut::parts(cell, reads);
        for part in parts.into_iter().filter(|part| !reads(part)) {
            if !found.iter().any(|known| known == part) {
                found.push(part.to_owned());
            }
        }
    }
    found
}
