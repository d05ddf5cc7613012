//! What a guide asks to print at each build.

use crate::vocabulary::{A_LA_DEMANDE, PRODUITS, Term};

use super::catalogue::Field;
use super::reader::{At, Reader};

/// The products that are asked for, each once; those made on demand are refused with their reason.
pub(super) fn read(r: &mut Reader<'_>) -> Vec<&'static Term> {
    let about = "Ce qui s’imprime à chaque construction ; ce qu’il faut à une bibliothèque, sinon.";
    let mut found: Vec<&'static Term> = Vec::new();
    for written in r.list(Field::new("produits", PRODUITS.name, about)) {
        if is_on_demand(r, &written) {
            continue;
        }
        let term = r.judge_term("produits", &written, &PRODUITS);
        found.extend(term.filter(|term| !found.contains(term)));
    }
    found
}

/// Whether a product is one that no build makes; says why.
fn is_on_demand(r: &mut Reader<'_>, written: &At<String>) -> bool {
    let known = A_LA_DEMANDE.iter().find(|(nom, _)| *nom == written.value);
    if let Some((nom, why)) = known {
        r.error(
            "produit-a-la-demande",
            &written.span,
            format!("« {nom} » ne s’imprime pas à chaque construction : {why}."),
            format!("Effacez ce mot d’ici, et tapez « jalon print {nom} » le jour venu."),
        );
    }
    known.is_some()
}
