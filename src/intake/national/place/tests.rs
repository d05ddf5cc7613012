use super::*;
use crate::intake::finding::Verdict;

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
