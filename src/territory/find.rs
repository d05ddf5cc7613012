//! Which commune a record means, from its name and the codes beside it.

use super::commune::{Commune, commune_of_code, communes_with_postal_code};
use super::named::{Named, communes_named, nearest_name};
use super::unfound::Unfound;

/// What is written about a commune.
#[derive(Clone, Copy)]
struct Written<'a> {
    nom: &'a str,
    code_postal: Option<&'a str>,
    departement: Option<&'a str>,
}

/// The commune that a name and, where known, its codes mean.
///
/// The INSEE code may be a former one and the name that of a delegated, associated or former commune.
/// Among homonyms the postal code chooses, then the département, then the official name over the
/// others. A postal code no commune has (a CEDEX) is accepted when it begins like one of the commune.
/// The département (`86`) is where to look first: another is accepted when a code points to it.
pub fn find(
    nom: &str,
    code_postal: Option<&str>,
    code_insee: Option<&str>,
    departement: Option<&str>,
) -> Result<&'static Commune, Unfound> {
    let written = Written { nom, code_postal, departement };
    let named = communes_named(nom);
    if let Some(code) = code_insee {
        return by_code(code, &named, written);
    }
    if named.is_empty() {
        return Err(no_such_name(&named, written));
    }
    match code_postal {
        Some(code) => by_postal_code(code, &named, written),
        None => by_departement(&named, written),
    }
}

fn by_code(code: &str, named: &[Named], written: Written) -> Result<&'static Commune, Unfound> {
    let Some(of) = commune_of_code(code) else {
        let named = likely(named, written.departement);
        return Err(Unfound::NoSuchCode { named });
    };
    if named.is_empty() {
        let nearest = communes_named(of.nom).into_iter().find(|n| n.commune == of);
        return Err(Unfound::NoSuchName { nearest, elsewhere: Vec::new() });
    }
    match named.iter().find(|n| n.commune.code == of.code) {
        Some(same) => match written.code_postal {
            Some(code) => by_postal_code(code, &[*same], written),
            None => Ok(of),
        },
        None => Err(Unfound::CodeOfAnother { named: likely(named, written.departement), of }),
    }
}

fn by_postal_code(
    code_postal: &str,
    named: &[Named],
    written: Written,
) -> Result<&'static Commune, Unfound> {
    let of = communes_with_postal_code(code_postal);
    let good = |n: &&Named| match of.is_empty() {
        true => begins_alike(code_postal, n.commune),
        false => n.commune.codes_postaux.contains(&code_postal),
    };
    let good: Vec<Named> = named.iter().filter(good).copied().collect();
    if good.is_empty() {
        return Err(Unfound::PostalCodeOfAnother {
            named: likely(named, written.departement),
            of,
            nearest: nearest_with_postal_code(written.nom, code_postal),
        });
    }
    single(likely(&good, written.departement))
}

fn by_departement(named: &[Named], written: Written) -> Result<&'static Commune, Unfound> {
    let here = |code| named.iter().any(|n| n.commune.departement == code);
    match written.departement {
        Some(code) if !here(code) => Err(no_such_name(named, written)),
        departement => single(likely(named, departement)),
    }
}

/// Whether a code that no commune has could be a CEDEX of this commune: same département.
fn begins_alike(code_postal: &str, commune: &Commune) -> bool {
    let overseas = code_postal.starts_with("97") || code_postal.starts_with("98");
    let start = code_postal.get(..if overseas { 3 } else { 2 });
    let like = |own: &str| start.is_some_and(|start| own.starts_with(start));
    commune.codes_postaux.iter().any(|own| like(own))
}

/// The communes named that are in the département, or all if none is; then the best status only.
fn likely(named: &[Named], departement: Option<&str>) -> Vec<&'static Commune> {
    let here = |n: &&Named| departement.is_none_or(|code| n.commune.departement == code);
    let mut kept: Vec<&Named> = named.iter().filter(here).collect();
    if kept.is_empty() {
        kept = named.iter().collect();
    }
    let best = kept.iter().map(|n| n.by.rank()).min();
    kept.retain(|n| Some(n.by.rank()) == best);
    kept.into_iter().map(|n| n.commune).collect()
}

fn single(communes: Vec<&'static Commune>) -> Result<&'static Commune, Unfound> {
    match communes[..] {
        [commune] => Ok(commune),
        _ => Err(Unfound::Ambiguous(communes)),
    }
}

fn no_such_name(named: &[Named], written: Written) -> Unfound {
    let of_code = written.code_postal.and_then(|code| nearest_with_postal_code(written.nom, code));
    let of_departement = || {
        let code = written.departement?;
        nearest_name(written.nom, |c| c.departement == code)
    };
    Unfound::NoSuchName { nearest: of_code.or_else(of_departement), elsewhere: likely(named, None) }
}

/// The nearest name among those of the communes that have a postal code.
fn nearest_with_postal_code(nom: &str, code_postal: &str) -> Option<Named> {
    nearest_name(nom, |c| c.codes_postaux.contains(&code_postal))
}
