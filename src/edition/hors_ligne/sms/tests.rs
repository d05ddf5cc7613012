//! Whole messages, and any record.

use super::*;
use proptest::prelude::*;

fn seve() -> Message {
    let one = |text: &str| vec![text.to_owned()];
    Message {
        nom: "Maison de quartier « La Sève »".into(),
        avis: Vec::new(),
        ou: vec!["11 boulevard Saint-Just, 86000 Poitiers".into(), "Poitiers".into()],
        telephone: one("Tél. 05\u{a0}36\u{a0}49\u{a0}12\u{a0}01"),
        quand: one("lun-ven 9h-12h"),
        rendez_vous: one("Sans rdv"),
        suite: vec!["https://guide.example.fr/86/acteurs/la-seve.html".into(), "Code K7RM".into()],
    }
}

#[test]
fn a_message_says_what_is_needed_to_come() {
    let mut message = seve();
    message.suite.remove(0);
    assert_eq!(
        message.texte(),
        "Maison de quartier \"La Sève\". 11 boulevard Saint-Just, 86000 Poitiers. Tél. 05 36 49 12 01. lun-ven 9h-12h. Sans rdv. Code K7RM"
    );
}

#[test]
fn what_does_not_fit_is_left_out_from_the_end() {
    // With the address of the page it would count 166 septets: the code stands for it.
    assert!(seve().texte().ends_with(". Sans rdv. Code K7RM"));
    // Without its hours, it has room for the address.
    let mut message = seve();
    message.quand =
        vec!["lun, mer 9h-12h, 14h-17h30 (semaines paires); mar, jeu, ven 9h-12h, 14h-17h".into()];
    assert_eq!(
        message.texte(),
        "Maison de quartier \"La Sève\". 11 boulevard Saint-Just, 86000 Poitiers. Tél. 05 36 49 12 01. Sans rdv. https://guide.example.fr/86/acteurs/la-seve.html"
    );
    message.avis = vec!["Fermé du 14 au 31 décembre 2026.".into()];
    assert_eq!(
        message.texte(),
        "Maison de quartier \"La Sève\". Fermé du 14 au 31 décembre 2026. 11 boulevard Saint-Just, 86000 Poitiers. Tél. 05 36 49 12 01. Sans rdv. Code K7RM"
    );
}

#[test]
fn a_very_long_name_is_cut_between_words() {
    let message = Message { nom: "Association des familles ".repeat(9), ..seve() };
    assert_eq!(
        message.texte(),
        "Association des familles Association des familles Association des familles Association des... 11 boulevard Saint-Just, 86000 Poitiers. Tél. 05 36 49 12 01"
    );
}

#[test]
fn no_text_leaves_the_body_of_its_address() {
    assert_eq!(lien("A & B ? 10 % #1"), "sms:?&body=A%20%26%20B%20%3F%2010%20%25%20%231");
}

fn forms() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(".{0,90}", 0..3)
}

proptest! {
    #[test]
    fn any_record_makes_one_message(nom in ".{0,200}", ou in forms(), quand in forms(), suite in forms()) {
        let message = Message { nom, ou, quand, suite, ..seve() };
        let said = message.texte();
        prop_assert!(septets(&said).is_some_and(|count| count <= SEPTETS), "{:?}", said);
        prop_assert!(!said.contains(char::is_control));
        let uri = lien(&said);
        let body = uri.strip_prefix("sms:?&body=").unwrap();
        prop_assert!(body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
    }
}
