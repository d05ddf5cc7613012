//! Days that cannot be yet: a verification or a change to come, a registration after the event.

use crate::support::Desk;

fn desk(acteur: &str) -> Desk {
    Desk::with(&[("86-vienne/acteurs/a.yaml", acteur)])
}

#[test]
fn a_verification_to_come_is_told_and_not_published() {
    let desk = desk("nom: A\ncommune: Poitiers\nverifie: {le: 2027-11-03, par: hub}\n");
    assert_eq!(
        desk.messages(),
        "\
attention[verification-a-venir]: Cette vérification est datée du 3\u{a0}novembre 2027, qui n’est pas encore passé : le guide n’en tient pas compte.
 --> content/86-vienne/acteurs/a.yaml:3:15
  |
3 | verifie: {le: 2027-11-03, par: hub}
  |               ^^^^^^^^^^
  |
  = à faire: Corrigez le jour, ou l’année ; si le jour est juste, vérifiez la date de l’ordinateur.

"
    );
    assert!(desk.build().status.success());
    let page = desk.read("output/86-vienne/acteurs/a.html");
    assert!(!page.contains("novembre 2027"), "{page}");
    assert!(page.contains("onfirmer"), "{page}");
}

#[test]
fn a_change_to_come_is_told_and_the_day_of_the_verification_stays() {
    let desk = desk(
        "nom: A\ncommune: Poitiers\nverifie: {le: 2026-11-03, par: hub}\ndate_maj: 2027-05-05\n",
    );
    assert_eq!(
        desk.messages(),
        "\
attention[mise-a-jour-a-venir]: Cette mise à jour est datée du 5\u{a0}mai 2027, qui n’est pas encore passé : le guide ne la dit pas.
 --> content/86-vienne/acteurs/a.yaml:4:11
  |
4 | date_maj: 2027-05-05
  |           ^^^^^^^^^^
  |
  = à faire: Corrigez le jour, ou l’année ; si le jour est juste, vérifiez la date de l’ordinateur.

"
    );
    assert!(desk.build().status.success());
    let page = desk.read("output/86-vienne/acteurs/a.html");
    assert!(!page.contains("mai 2027"), "{page}");
    assert!(page.replace('\u{a0}', " ").contains("3 novembre 2026"), "{page}");
}

#[test]
fn the_day_itself_is_past_enough() {
    let said = desk(
        "nom: A\ncommune: Poitiers\nverifie: {le: 2026-11-23, par: hub}\ndate_maj: 2026-11-23\n",
    );
    assert_eq!(said.messages(), "");
}

fn event(avant: &str) -> String {
    let text = format!(
        "nom: Atelier\ncommune: Poitiers\ndates: [{{le: 2026-12-15, horaires: 14h-16h}}]\ninscription:\n  telephone: 05 36 49 12 00\n  avant: {avant}\n"
    );
    Desk::with(&[("86-vienne/evenements/a.yaml", &text)]).messages()
}

#[test]
fn a_registration_does_not_end_after_the_event() {
    assert_eq!(
        event("2026-12-31"),
        "\
attention[inscription-tardive]: On s’inscrirait jusqu’au 31\u{a0}décembre 2026, et le dernier jour de cet événement est le 15\u{a0}décembre 2026.
 --> content/86-vienne/evenements/a.yaml:6:10
  |
6 |   avant: 2026-12-31
  |          ^^^^^^^^^^
  |
  = à faire: Corrigez « avant » : le dernier jour pour s’inscrire n’est pas après l’événement.

"
    );
    assert_eq!(event("2026-12-15"), "");
}
