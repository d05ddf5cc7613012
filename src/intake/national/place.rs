//! Which commune a row means, from its name and the two codes beside it.

use crate::territory::{self, Commune, Unfound};
use crate::text::fold;

use super::super::finding::{Finding, Notes};
use super::codes;

/// What is written of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
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
pub(super) struct Place {
    /// The commune of today.
    pub commune: &'static Commune,
    /// Its postal code, when written and its own.
    pub code_postal: Option<String>,
    /// Whether the INSEE code was written, and is the commune's.
    pub with_code: bool,
}

/// Why no commune was found: a French sentence and a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nowhere {
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

/// The commune of a row; every doubt and correction is told.
pub(super) fn place(written: Written<'_>, found: &mut Vec<Finding>) -> Result<Place, Nowhere> {
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
        name => named(name, insee, code_postal.as_deref(), written, found)?,
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

/// The commune of a name, the codes deciding where the name does not.
fn named(
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

fn nowhere(reason: &str) -> Nowhere {
    let remedy = "Ajoutez ou corrigez « code_insee » dans le fichier, puis importez de nouveau.";
    Nowhere { reason: reason.to_owned(), remedy: remedy.to_owned() }
}

/// Whether a postal code begins like those of a commune.
fn shares_departement(code_postal: Option<&str>, commune: &Commune) -> bool {
    let start = code_postal.and_then(|code| code.get(..2));
    commune.codes_postaux.iter().any(|own| own.get(..2) == start)
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

#[cfg(test)]
mod tests {
    use super::super::super::finding::Verdict;
    use super::*;

    type Told = Vec<(Verdict, String)>;

    fn of(
        commune: &str,
        code_postal: &str,
        code_insee: &str,
    ) -> (Option<&'static str>, Option<String>, Told) {
        let mut found = Vec::new();
        let written = Written { commune, code_postal, code_insee, departement: None };
        let place = place(written, &mut found).ok();
        let told = found.into_iter().map(|finding| (finding.verdict, finding.code)).collect();
        (
            place.as_ref().map(|place| place.commune.code),
            place.and_then(|place| place.code_postal),
            told,
        )
    }

    fn told(verdict: Verdict, code: &str) -> Told {
        vec![(verdict, code.to_owned())]
    }

    #[test]
    fn usual_places_need_no_word() {
        let poitiers = (Some("86194"), Some("86000".to_owned()), vec![]);
        assert_eq!(of("Poitiers", "86000", "86194"), poitiers);
        assert_eq!(of("Poitiers", "86000", ""), poitiers);
        assert_eq!(of("L’Isle-Jourdain", "86150", "").0, Some("86112"));
        assert_eq!(of("L’Isle-Jourdain", "86150", "").2, vec![]);
        // A CEDEX, which no commune has.
        assert_eq!(of("Poitiers", "86021", "86194"), (Some("86194"), Some("86021".into()), vec![]));
    }

    #[test]
    fn other_spellings_become_the_official_name() {
        let (commune, _, said) = of("SAINT GEORGES LES BAILLARGEAUX", "86130", "");
        assert_eq!((commune, said), (Some("86222"), told(Verdict::Corrige, "commune-ecriture")));
        let (commune, _, said) = of("POITIERS CEDEX 9", "86000", "");
        assert_eq!((commune, said), (Some("86194"), told(Verdict::Corrige, "commune-ecriture")));
        // Delegated to Valence-en-Poitou since 2019, with the code that was Couhé's own.
        let (commune, _, said) = of("Couhé", "86700", "");
        assert_eq!((commune, said), (Some("86082"), told(Verdict::Corrige, "commune-ancienne")));
    }

    #[test]
    fn columns_that_disagree() {
        // Name and postal code against the INSEE code of another commune.
        let (commune, postal, said) = of("Poitiers", "86000", "86041");
        assert_eq!((commune, postal), (Some("86194"), Some("86000".into())));
        assert_eq!(said, told(Verdict::Refuse, "code-insee-autre-commune"));
        // Name and INSEE code against the postal code of another commune.
        let (commune, postal, said) = of("Poitiers", "79000", "86194");
        assert_eq!((commune, postal), (Some("86194"), None));
        assert_eq!(said, told(Verdict::Refuse, "code-postal-autre-commune"));
        // A name that nobody knows, and a code.
        let (commune, _, said) = of("Bourg d’en haut", "86000", "86194");
        assert_eq!((commune, said), (Some("86194"), told(Verdict::Douteux, "commune-deduite")));
        // A slip of the finger that the postal code confirms; without it, nothing is guessed.
        let (commune, _, said) = of("Poitier", "86000", "");
        assert_eq!((commune, said), (Some("86194"), told(Verdict::Douteux, "commune-deduite")));
        assert_eq!(of("Poitier", "", "").0, None);
        // A part of a name, among the communes of the postal code.
        let (commune, _, said) = of("BEAULIEU", "19120", "");
        assert_eq!((commune, said), (Some("19019"), told(Verdict::Douteux, "commune-deduite")));
        // A commune of this name exists, far from the postal code.
        assert_eq!(of("Gémozac", "16260", "").0, None);
    }

    #[test]
    fn codes_that_lost_something() {
        let (commune, postal, said) = of("BOURG-EN-BRESSE", "1000", "1053");
        assert_eq!((commune, postal), (Some("01053"), Some("01000".into())));
        assert_eq!(said.iter().filter(|(_, code)| code == "zero-perdu").count(), 2);
        let (commune, _, said) = of("Paris", "75012", "75112");
        assert_eq!((commune, said), (Some("75056"), told(Verdict::Corrige, "code-insee-ancien")));
        assert_eq!(of("Poitiers", "860", "").2, told(Verdict::Refuse, "code-postal-invalide"));
        assert_eq!(of("Poitiers", "", "99999").2, told(Verdict::Refuse, "code-insee-inconnu"));
    }

    #[test]
    fn without_a_name() {
        assert_eq!(of("", "", "86194").0, Some("86194"));
        assert_eq!(of("", "", ""), (None, None, vec![]));
        // 86000 is Poitiers alone; 86130 is that of several communes.
        assert_eq!(of("", "86000", "").2, told(Verdict::Douteux, "commune-deduite"));
        assert_eq!(of("", "86130", "").0, None);
    }

    #[test]
    fn homonyms_need_a_code() {
        assert_eq!(of("Saint-Denis", "", "").0, None);
        assert_eq!(of("Saint-Denis", "93200", "").0, Some("93066"));
    }
}
