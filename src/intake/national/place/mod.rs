//! Which commune a row means, from its name and the two codes beside it.

mod name;

use crate::territory::{self, Commune};

use super::codes;
use crate::intake::finding::{Finding, Notes};

/// What is written of a place.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Written<'a> {
    /// Name of the commune.
    pub commune: &'a str,
    /// Postal code.
    pub code_postal: &'a str,
    /// INSEE code.
    pub code_insee: &'a str,
    /// The département looked in first, when the guide is chosen.
    pub departement: Option<&'a str>,
}

/// The commune, and the codes that stand beside its name.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::intake) struct Place {
    /// The commune of today.
    pub commune: &'static Commune,
    /// Its postal code, when written and its own.
    pub code_postal: Option<String>,
    /// Whether the INSEE code was written, and is the commune's.
    pub with_code: bool,
}

/// Why no commune was found: a French sentence and a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Nowhere {
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

/// The commune of a row; every doubt and correction is told.
pub(in crate::intake) fn place(
    written: Written<'_>,
    found: &mut Vec<Finding>,
) -> Result<Place, Nowhere> {
    let mut code_postal = match written.code_postal {
        "" => None,
        cell => codes::postal(cell, &mut Notes::about("code_postal", found)),
    };
    let insee = match written.code_insee {
        "" => None,
        cell => codes::insee(cell, &mut Notes::about("code_insee", found)),
    };
    let commune = match written.commune {
        "" => unnamed(insee, code_postal.as_deref(), written, found)?,
        name => name::named(name, insee, code_postal.as_deref(), written, found)?,
    };
    tell_name(written.commune, commune, found);
    code_postal = code_postal.filter(|code| is_of(code, commune, written.code_postal, found));
    let with_code = insee.is_some_and(|other| other.code == commune.code);
    if insee.is_some() && !with_code {
        let reason = format!(
            "Ce code INSEE n’est pas celui {}, que disent les autres colonnes.",
            commune.de_nom()
        );
        let remedy = format!("Si la commune est la bonne, son code est {}.", commune.code);
        Notes::about("code_insee", found).refused(
            "code-insee-autre-commune",
            written.code_insee,
            reason,
            remedy,
        );
    }
    Ok(Place { commune, code_postal, with_code })
}

/// Without a name, a code may be enough.
fn unnamed(
    insee: Option<&'static Commune>,
    code_postal: Option<&str>,
    written: Written<'_>,
    found: &mut Vec<Finding>,
) -> Result<&'static Commune, Nowhere> {
    if let Some(commune) = insee {
        return Ok(commune);
    }
    let of = code_postal.map(territory::communes_with_postal_code).unwrap_or_default();
    let [commune] = of[..] else {
        return Err(nowhere("Cette ligne ne dit pas dans quelle commune est le lieu."));
    };
    let reason =
        format!("La commune manquait ; c’est la seule qui a ce code postal : {}.", commune.nom);
    Notes::about("code_postal", found).doubtful(
        "commune-deduite",
        written.code_postal,
        Some(commune.nom),
        reason,
        "Vérifiez la commune.",
    );
    Ok(commune)
}

/// The name as the Code officiel géographique writes it; anything else was another spelling.
fn tell_name(written: &str, commune: &Commune, found: &mut Vec<Finding>) {
    let told = found.iter().any(|finding| finding.column == "commune");
    if written.is_empty() || told || written.replace('’', "'") == commune.nom {
        return;
    }
    let spelling = territory::communes_named(written).iter().any(|one| one.nom == commune.nom);
    let reason = if spelling {
        "Le nom officiel de la commune, dans son écriture officielle.".to_owned()
    } else {
        format!(
            "C’est un autre nom, ancien ou délégué : la commune d’aujourd’hui est {}.",
            commune.nom
        )
    };
    let code = if spelling { "commune-ecriture" } else { "commune-ancienne" };
    Notes::about("commune", found).corrected(code, written, commune.nom, reason);
}

/// Whether a postal code may be this commune's: its own, or a CEDEX that no commune has.
fn is_of(code: &str, commune: &Commune, cell: &str, found: &mut Vec<Finding>) -> bool {
    let others = territory::communes_with_postal_code(code);
    let Some(other) = others.first() else { return true };
    if commune.codes_postaux.contains(&code) {
        return true;
    }
    let reason = format!("Ce code postal est celui {}, pas {}.", other.de_nom(), commune.de_nom());
    let remedy =
        format!("Codes postaux {} : {}.", commune.de_nom(), commune.codes_postaux.join(", "));
    Notes::about("code_postal", found).refused("code-postal-autre-commune", cell, reason, remedy);
    false
}

fn nowhere(reason: &str) -> Nowhere {
    let remedy = "Ajoutez ou corrigez « code_insee » dans le fichier, puis importez de nouveau.";
    Nowhere { reason: reason.to_owned(), remedy: remedy.to_owned() }
}

#[cfg(test)]
mod tests;
