//! The commune of a written name, held against the codes beside it.

use crate::intake::finding::{Finding, Notes};
use crate::territory::{self, Commune, Unfound};
use crate::text::fold;

use super::{Nowhere, Written, nowhere};

/// The commune of a name, the codes deciding where the name does not.
pub(super) fn named(
    name: &str,
    insee: Option<&'static Commune>,
    code_postal: Option<&str>,
    written: Written<'_>,
    found: &mut Vec<Finding>,
) -> Result<&'static Commune, Nowhere> {
    let code = insee.map(|commune| commune.code);
    let unfound = match territory::find(name, code_postal, code, written.departement) {
        Ok(commune) => return Ok(commune),
        Err(unfound) => unfound,
    };
    let guessed = match &unfound {
        Unfound::NoSuchName { nearest, elsewhere } => match (insee, elsewhere.as_slice()) {
            (Some(commune), _) => Some(commune),
            (None, [only]) => return Ok(only),
            (None, _) => {
                let near = nearest.map(|near| near.commune);
                near.filter(|near| has(near, code_postal)).or_else(|| part_of(name, code_postal))
            }
        },
        Unfound::PostalCodeOfAnother { named, .. } => match (insee, named.as_slice()) {
            (Some(commune), named) if named.contains(&commune) => return Ok(commune),
            (_, [only]) if shares_departement(code_postal, only) => return Ok(only),
            _ => part_of(name, code_postal),
        },
        Unfound::CodeOfAnother { named, of } => return between(name, named, of, code_postal),
        Unfound::Ambiguous(_) | Unfound::NoSuchCode { .. } => None,
    };
    let Some(commune) = guessed else { return Err(explain(name, &unfound)) };
    let reason = format!(
        "« {name} » n’est le nom d’aucune commune connue ici ; les autres colonnes mènent à {}.",
        commune.nom
    );
    Notes::about("commune", found).doubtful(
        "commune-deduite",
        name,
        Some(commune.nom),
        reason,
        "Vérifiez la commune.",
    );
    Ok(commune)
}

/// Whether a commune has a postal code.
fn has(commune: &Commune, code_postal: Option<&str>) -> bool {
    code_postal.is_some_and(|code| commune.codes_postaux.contains(&code))
}

/// The only commune of a postal code whose name holds every word that was written: « Beaulieu » for
/// Beaulieu-sur-Dordogne.
fn part_of(name: &str, code_postal: Option<&str>) -> Option<&'static Commune> {
    let written = words(name);
    let holds = |commune: &&Commune| {
        let own = words(commune.nom);
        written.iter().all(|word| own.contains(word))
    };
    let communes = territory::communes_with_postal_code(code_postal?);
    let mut found = communes.into_iter().filter(holds);
    let first = found.next().filter(|_| !written.is_empty())?;
    found.next().is_none().then_some(first)
}

/// The words of a name without case or accents, `St` spelt out.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let spelt = |word| match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word,
    };
    words.map(|word| spelt(word).to_owned()).collect()
}

/// A name and an INSEE code that speak of two communes: the postal code sides with one of them.
fn between(
    name: &str,
    named: &[&'static Commune],
    of: &'static Commune,
    code_postal: Option<&str>,
) -> Result<&'static Commune, Nowhere> {
    let by_name: Vec<&&'static Commune> =
        named.iter().filter(|one| has(one, code_postal)).collect();
    let alike: Vec<&&'static Commune> =
        named.iter().filter(|one| one.departement == of.departement).collect();
    match (by_name.as_slice(), has(of, code_postal), alike.as_slice()) {
        ([only], _, _) => Ok(only),
        (_, true, _) => Ok(of),
        (_, false, [only]) => Ok(only),
        _ => Err(Nowhere {
            reason: format!(
                "La commune « {name} » et le code INSEE ({}, {}) se contredisent.",
                of.nom, of.code
            ),
            remedy: "Corrigez l’un des deux dans le fichier, puis importez de nouveau.".into(),
        }),
    }
}

fn explain(name: &str, unfound: &Unfound) -> Nowhere {
    let reason = match unfound {
        Unfound::Ambiguous(communes) => {
            let codes: Vec<&str> = communes.iter().map(|commune| commune.code).take(4).collect();
            format!("Plusieurs communes s’appellent « {name} » ({}).", codes.join(", "))
        }
        Unfound::PostalCodeOfAnother { .. } => {
            format!("« {name} » et le code postal se contredisent.")
        }
        _ => format!("« {name} » n’est le nom d’aucune commune de France."),
    };
    nowhere(&reason)
}

/// Whether a postal code begins like those of a commune.
fn shares_departement(code_postal: Option<&str>, commune: &Commune) -> bool {
    let start = code_postal.and_then(|code| code.get(..2));
    commune.codes_postaux.iter().any(|own| own.get(..2) == start)
}
