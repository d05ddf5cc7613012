//! What a guide asks to print: names are those of the list, and what is made on demand is refused with its reason.

use jalon::plan::Produit;
use jalon::vocabulary::{A_LA_DEMANDE, PRODUITS};

use crate::support::Desk;

/// The messages of a guide that asks for some products.
fn said_of(products: &str) -> String {
    let guide = format!(
        "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\nproduits: {products}\n"
    );
    Desk::with(&[("86-vienne/guide.yaml", &guide)]).messages()
}

#[test]
fn an_unknown_product_is_refused_with_the_nearest_one() {
    assert_eq!(said_of("[guide, livret, gros-caracteres]"), "");
    assert_eq!(
        said_of("[guide, afiche]"),
        "\
erreur[valeur-inconnue]: « afiche » n’est pas une valeur de « produits ».
 --> content/86-vienne/guide.yaml:4:19
  |
4 | produits: [guide, afiche]
  |                   ^^^^^^
  |
  = à faire: Vouliez-vous dire « affiche » ?

"
    );
    let said = said_of("tract");
    let remedy = "= à faire: Choisissez parmi : « guide », « livret », « gros-caracteres », « commune », « intercommunalite », « besoin », « depliant », « affiche », « fiche », « semaine », « errata », « proposer ».";
    assert!(said.contains(remedy), "{said}");
}

#[test]
fn what_is_made_for_one_person_or_for_the_staff_is_never_published() {
    assert_eq!(
        said_of("[guide, feuille-d-appel]"),
        "\
erreur[produit-a-la-demande]: « feuille-d-appel » ne s’imprime pas à chaque construction : elle porte les contacts internes, et rien de cela ne se publie.
 --> content/86-vienne/guide.yaml:4:19
  |
4 | produits: [guide, feuille-d-appel]
  |                   ^^^^^^^^^^^^^^^
  |
  = à faire: Effacez ce mot d’ici, et tapez « jalon print feuille-d-appel » le jour venu.

"
    );
}

#[test]
fn the_list_has_every_product_of_the_program_in_one_place() {
    let asked = PRODUITS.terms.iter().map(|term| term.code);
    let mut listed: Vec<&str> = asked.chain(A_LA_DEMANDE.map(|(nom, _)| nom)).collect();
    let mut known: Vec<&str> = Produit::ALL.into_iter().map(Produit::nom).collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(listed, known);
}
