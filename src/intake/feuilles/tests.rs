use super::case::{self, Morceau};
use super::*;

fn champ(many: bool, inner: bool) -> Field {
    let mut champ = Field::new("essai", "liste de textes", "");
    champ.many = many;
    champ.inner = if inner { vec![Field::new("nom", "texte", "")] } else { Vec::new() };
    champ
}

#[test]
fn a_cell_of_several_values_is_parted_by_bars() {
    let texts = |cell: &str| case::lire(cell, &champ(true, true));
    let text = |text: &str| Morceau::Texte(text.into());
    assert_eq!(texts("a | b|c"), [text("a"), text("b"), text("c")]);
    assert_eq!(
        texts(r"a \| b | \{c} | d \\ e | f \ g"),
        [text("a | b"), text("{c}"), text(r"d \ e"), text(r"f \ g")]
    );
    assert_eq!(
        texts("wifi | {nom: ordinateur, nombre: 4}"),
        [text("wifi"), Morceau::Cles("{nom: ordinateur, nombre: 4}".into())]
    );
    assert_eq!(texts(" | "), []);
    assert_eq!(case::lire("a | b", &champ(false, false)), [text("a | b")]);
}

#[test]
fn sheets_have_the_keys_of_the_readers() {
    let of = |nom: &str| {
        let rank = ONGLETS.iter().position(|onglet| onglet.nom == nom).unwrap();
        FORMES[rank].colonnes.iter().map(|colonne| colonne.nom.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("changements"), ["le", "du", "au", "etat", "arret", "horaires", "raison"]);
    let acteurs = of("acteurs");
    for key in [
        "nom",
        "verifie.le",
        "reserve_a.quartiers",
        "tournee.base",
        "equipements",
        "acces_libre.horaires",
    ] {
        assert!(acteurs.contains(&key), "{key}");
    }
    for key in ["permanences", "changements", "tournee.arrets", "tournee", "verifie"] {
        assert!(!acteurs.contains(&key), "{key}");
    }
}

#[test]
fn what_a_spreadsheet_took_away_is_given_back() {
    let of = |nom: &str, shape: &'static str, texte: &str| {
        let (became, said) = super::abime::repare(nom, texte, &Field::new("essai", shape, ""));
        (became, said.into_iter().map(|one| one.code).collect::<Vec<_>>().join(","))
    };
    let text = |became: &str, code: &str| (became.to_owned(), code.to_owned());
    assert_eq!(of("date_maj", "date AAAA-MM-JJ", "3/11/2026"), text("2026-11-03", "date-ecriture"));
    assert_eq!(of("date_maj", "date AAAA-MM-JJ", "31/02/2026"), text("31/02/2026", ""));
    assert_eq!(of("date_maj", "date AAAA-MM-JJ", "2026-11-03"), text("2026-11-03", ""));
    assert_eq!(of("code_postal", "texte", "1000"), text("01000", "zero-perdu"));
    assert_eq!(of("code_postal", "texte", "86000"), text("86000", ""));
    assert_eq!(of("pivot", "texte", "3352572340021"), text("03352572340021", "zero-perdu"));
    assert_eq!(
        of("telephone", "téléphone", "536491201"),
        text("0536491201", "telephone-zero-perdu")
    );
    assert_eq!(
        of("inscription.telephone", "téléphone", "05 36 49 12 01"),
        text("05 36 49 12 01", "")
    );
    assert_eq!(of("places", "nombre entier", "1000"), text("1000", ""));
}
