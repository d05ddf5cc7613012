//! Texts in another language than French that nothing says.

use crate::support::Desk;

const PLACE: &str = "nom: Lieu\ncommune: Poitiers\n";

fn said_of(more: &str) -> String {
    Desk::with(&[("86-vienne/acteurs/lieu.yaml", &format!("{PLACE}{more}"))]).messages()
}

const ENGLISH: &str =
    "presentation_resume: Come and see us on Monday, we help you with your phone for free.\n";

#[test]
fn a_text_in_another_language_is_told_with_its_code() {
    assert_eq!(
        said_of(ENGLISH),
        "attention[langue-non-dite]: « presentation_resume » de « Lieu » semble être en anglais, et rien ne le dit : un lecteur \
         d’écran le lirait avec la voix du français.
 --> content/86-vienne/acteurs/lieu.yaml:3:22
  |
3 | presentation_resume: Come and see us on Monday, we help you with your phone for free.
  |                      ^^^^^^^^^^^^^^^
  |
  = à faire: Écrivez « langue: en » si tous les textes de cette fiche sont en anglais. Sinon, mettez ce passage dans une page à \
         lui, avec sa « langue ».

"
    );
    assert_eq!(said_of(&format!("langue: en\n{ENGLISH}")), "");
}

#[test]
fn one_paragraph_is_enough_and_names_are_not() {
    let page = |text: &str| {
        let page = format!("---\ntitre: Aide\n---\n\nVenez avec vos questions.\n\n{text}\n");
        Desk::with(&[("86-vienne/acteurs/lieu.yaml", PLACE), ("86-vienne/pages/aide.md", &page)])
            .messages()
    };
    let arabic = page("مساعدة مجانية لاستعمال الإنترنت");
    assert_eq!(arabic.matches(" = à faire: ").count(), 1, "{arabic}");
    assert!(
        arabic.starts_with(
            "attention[langue-non-dite]: « texte » de « Aide » semble être en arabe, et"
        ),
        "{arabic}"
    );
    assert!(arabic.contains("content/86-vienne/pages/aide.md:7:1"), "{arabic}");
    for text in ["Nous parlons anglais, العربية, русский.", "Le groupe « We are the kids »."]
    {
        assert_eq!(page(text), "", "{text}");
    }
}
