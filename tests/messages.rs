//! Whole messages: a file with many mistakes says them all in one run, each with line, caret and remedy.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "messages/audit.rs"]
mod audit;
#[path = "messages/avenir.rs"]
mod avenir;
#[path = "messages/clarte.rs"]
mod clarte;
#[path = "messages/ecriture.rs"]
mod ecriture;
#[path = "messages/images.rs"]
mod images;
#[path = "messages/langues.rs"]
mod langues;
#[path = "messages/lieux.rs"]
mod lieux;
#[path = "messages/modeles.rs"]
mod modeles;
#[path = "messages/preuves.rs"]
mod preuves;
#[path = "messages/produits.rs"]
mod produits;
mod support;

use support::{Desk, repository};

/// The messages of one record of an otherwise good guide.
fn said_of(record: &str) -> String {
    Desk::with(&[("86-vienne/acteurs/a.yaml", record)]).messages()
}

/// The codes of messages, in order.
fn codes(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| line.starts_with("erreur[") || line.starts_with("attention["))
        .map(|line| &line[line.find('[').unwrap() + 1..line.find(']').unwrap()])
        .collect()
}

#[test]
fn a_file_with_many_mistakes_says_them_all_at_once() {
    let desk = Desk::empty();
    let folder = repository().join("tests/messages");
    for path in ["content/86-vienne/guide.yaml", "content/86-vienne/acteurs/dix-fautes.yaml"] {
        desk.write(path, std::fs::read(folder.join(path)).unwrap());
    }
    let expected = std::fs::read_to_string(folder.join("messages.txt")).unwrap();
    assert_eq!(desk.messages(), expected);
    assert_eq!(codes(&expected).len(), 16);
    assert_eq!(expected.matches("= à faire: ").count(), 16);
}

#[test]
fn a_missing_key_is_missing_and_an_empty_one_is_empty() {
    assert_eq!(codes(&said_of("commune: Poitiers\n")), ["champ-manquant"]);
    let said = said_of("nom:\ncommune: Poitiers\n");
    assert!(said.contains("« nom » est vide."), "{said}");
    assert_eq!(codes(&said_of("nom: A\n")), ["champ-manquant"]);
    // A network is not a place to visit: it needs no commune.
    assert_eq!(said_of("nom: A\nsorte: réseau\n"), "");
}

#[test]
fn a_broken_line_hides_neither_the_rest_nor_invents_a_missing_key() {
    let said = said_of("nom: \"A\ncommune: Poitiers\ntelphone: 05 36 49 12 00\n");
    assert_eq!(codes(&said), ["yaml-guillemets", "cle-inconnue"]);
    assert!(said.contains("a.yaml:1:6"), "{said}");
}

#[test]
fn values_that_yaml_reads_as_numbers_keep_their_zeros() {
    assert_eq!(
        said_of("nom: A\ncommune: Bourg-en-Bresse\ncode_postal: 01000\ntelephone: 0536491200\n"),
        ""
    );
}

#[test]
fn a_cut_phone_number_is_no_short_number() {
    assert_eq!(
        codes(&said_of("nom: A\ncommune: Poitiers\ntelephone: 05 49 00\n")),
        ["telephone-invalide"]
    );
    assert_eq!(said_of("nom: A\ncommune: Poitiers\ntelephone: 39 39\n"), "");
}

#[test]
fn an_older_wording_is_understood_and_the_new_one_proposed() {
    let said =
        said_of("nom: A\ncommune: Poitiers\ndispositif_programmes_nationaux: [France services]\n");
    assert_eq!(codes(&said), ["valeur-ancienne"]);
    assert!(said.contains("= à faire: Écrivez « France Services »."), "{said}");
}

#[test]
fn a_change_of_a_stop_that_the_tour_does_not_have_is_refused() {
    let said_with = |stop: &str| {
        said_of(&format!(
            "nom: Bus\ncommune: Poitiers\nchangements:\n  - {{le: 2026-12-01, arret: {stop}, etat: annulé}}\ntournee:\n  arrets: [{{nom: Marché, commune: Lusignan, horaires: mardi 9h-12h}}]\n"
        ))
    };
    assert_eq!(
        said_with("Marchet"),
        "\
erreur[arret-inconnu]: « arret » nomme « Marchet », et la tournée n’a pas cet arrêt.
 --> content/86-vienne/acteurs/a.yaml:4:29
  |
4 |   - {le: 2026-12-01, arret: Marchet, etat: annulé}
  |                             ^^^^^^^
  |
  = à faire: Vouliez-vous dire « Marché » ?

"
    );
    // Nothing near: the remedy says where names of stops are.
    let said = said_with("Couronneries");
    assert_eq!(codes(&said), ["arret-inconnu"]);
    let remedy = "= à faire: Écrivez le nom d’un arrêt de « tournee », ou effacez « arret ».";
    assert!(said.contains(remedy), "{said}");
    assert_eq!(said_with("marche"), "", "capitals and accents do not count");
}

#[test]
fn a_series_that_is_counted_has_a_last_day() {
    let said_with = |end: &str| {
        let event = format!(
            "nom: Parcours\ncommune: Poitiers\nseances: {{nombre: 10, quand: jeudi 14h-16h, du: 2026-12-03{end}}}\n"
        );
        Desk::with(&[("86-vienne/evenements/e.yaml", &event)]).messages()
    };
    assert_eq!(
        said_with(""),
        "\
erreur[serie-sans-fin]: Une série de 10 séances a une fin, et elle n’est pas écrite.
 --> content/86-vienne/evenements/e.yaml:3:11
  |
3 | seances: {nombre: 10, quand: jeudi 14h-16h, du: 2026-12-03}
  |           ^^^^^^
  |
  = à faire: Ajoutez « au », le jour de la dernière séance, ou la liste des « dates ».

"
    );
    assert_eq!(said_with(", au: 2027-02-04"), "");
}

#[test]
fn even_weeks_of_an_event_are_in_doubt_between_its_days_only() {
    let said_with = |days: &str| {
        let event =
            format!("nom: A\ncommune: Poitiers\nquand: lundi 9h-12h, semaines paires\n{days}");
        Desk::with(&[("86-vienne/evenements/e.yaml", &event)]).messages()
    };
    assert_eq!(codes(&said_with("")), ["horaires-semaine-53"]);
    assert_eq!(said_with("du: 2027-01-11\n"), "");
}

#[test]
fn a_guide_whose_last_day_is_past_is_told() {
    let said_until = |day: &str| {
        let guide =
            format!("titre: Guide\ndepartement: \"86\"\nediteur: Essai\nvalable_jusqu_au: {day}\n");
        Desk::with(&[("86-vienne/guide.yaml", &guide)]).messages()
    };
    assert_eq!(
        said_until("2026-11-22"),
        "\
attention[guide-perime]: Ce guide n’était valable que jusqu’au 22 novembre 2026 : plus aucune date n’est annoncée.
 --> content/86-vienne/guide.yaml:1:1
  |
1 | titre: Guide
  | ^^^^^
  |
  = à faire: Donnez un nouveau jour à « valable_jusqu_au », ou effacez la ligne : le guide vaudra toujours huit semaines.

"
    );
    assert_eq!(said_until("2026-11-23"), "");
}

#[test]
fn a_word_explained_twice_is_a_remark() {
    let glossary = |second: &str| {
        let entries = format!(
            "- terme: Espace public numérique\n  sigle: EPN\n  definition: Un lieu avec des ordinateurs.\n- {second}\n  definition: Autre chose.\n"
        );
        Desk::with(&[("glossaire.yaml", &entries)])
    };
    let twice = glossary("terme: Établissement public national\n  sigle: EPN");
    assert_eq!(
        twice.messages(),
        "\
attention[mot-en-double]: Le glossaire explique deux fois « EPN » : « Espace public numérique » et « Établissement public national ».
 --> content/glossaire.yaml:4:3
  |
4 | - terme: Établissement public national
  |   ^^^^^
  |
  = à faire: Gardez une seule explication dans « glossaire.yaml », et l’autre nom dans « autres_noms ».

"
    );
    assert!(twice.build().status.success(), "a remark forbids nothing");
    assert_eq!(codes(&glossary("terme: espace public numerique").messages()), ["mot-en-double"]);
    assert_eq!(glossary("terme: Maison pour tous").messages(), "");
}

#[test]
fn communes_and_postal_codes_are_held_against_each_other() {
    let said = said_of("nom: A\ncommune: Lusignan\ncode_postal: 86000\n");
    assert!(said.contains("Ce code postal est celui de Poitiers, pas de Lusignan."), "{said}");
    let said = said_of("nom: A\ncommune: Lusinan\n");
    assert!(said.contains("Vouliez-vous dire « Lusignan » ?"), "{said}");
    let said = said_of("nom: A\ncommune: Poitiers\ncode_insee: 86139\n");
    assert_eq!(codes(&said), ["commune-et-code"]);
}

#[test]
fn two_records_with_one_id_are_both_named() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/a.yaml", "id: x\nnom: Premier\ncommune: Poitiers\n"),
        ("86-vienne/acteurs/b.yaml", "id: x\nnom: Second\ncommune: Poitiers\n"),
    ]);
    let said = desk.messages();
    assert_eq!(codes(&said), ["identifiant-en-double"]);
    assert!(said.contains("b.yaml:1:1") && said.contains("a.yaml)"), "{said}");
}

#[test]
fn two_pages_at_one_address_are_refused_before_anything_is_written() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/nord/point.yaml", "id: nord\nnom: Point nord\ncommune: Poitiers\n"),
        ("86-vienne/acteurs/sud/point.yaml", "id: sud\nnom: Point sud\ncommune: Poitiers\n"),
    ]);
    assert_eq!(codes(&desk.messages()), ["adresse-en-double"]);
    assert_eq!(desk.build().status.code(), Some(1));
    assert!(!desk.path().join("output").exists());
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    let desk = Desk::with(&[]);
    desk.write("content/86-vienne/acteurs/a.yaml", b"nom: A\ncommune: \xc9vry\n");
    desk.write("content/86-vienne/acteurs/b.yaml", b"nom: B\0\n");
    desk.write("content/86-vienne/acteurs/c.yaml", b"\xef\xbb\xbfnom: C\r\ncommune: Poitiers\r\n");
    desk.write("content/86-vienne/acteurs/d.yaml", "nom: D\n\u{a0}\u{a0}commune: Poitiers\n");
    let said = desk.messages();
    assert_eq!(codes(&said)[..2], ["encodage", "caractere-nul"]);
    assert!(said.contains("a.yaml:2:10") && said.contains("« É »"), "{said}");
    assert!(said.contains("espace-insecable") && !said.contains("c.yaml"), "{said}");
}

#[test]
fn a_guide_without_settings_is_said_once() {
    let desk = Desk::empty();
    desk.write("content/86-vienne/acteurs/a.yaml", "nom: A\n");
    desk.write("content/86-vienne/acteurs/b.yaml", "nom: B\n");
    assert_eq!(codes(&desk.messages()), ["aucun-guide", "guide-sans-reglages"]);
}

#[test]
fn hostile_files_are_refused_in_a_moment() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/a.yaml", &"[".repeat(100_000)),
        ("86-vienne/acteurs/b.yaml", &"{a: ".repeat(100_000)),
        ("86-vienne/acteurs/c.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nnom: *b\n"),
    ]);
    let said = desk.messages();
    assert!(said.contains("yaml-profondeur") && said.contains("yaml-ancre"), "{said}");
}

#[test]
fn a_pale_accent_is_refused_and_a_bad_one_named() {
    let said_with = |accent: &str| {
        let desk = Desk::with(&[]);
        let settings = desk.read("content/86-vienne/guide.yaml");
        desk.write(
            "content/86-vienne/guide.yaml",
            format!("{settings}couleurs: {{accent: \"{accent}\"}}\n"),
        );
        desk.messages()
    };
    let pale = said_with("#ffcc00");
    assert_eq!(codes(&pale), ["contraste"]);
    assert!(pale.contains("contraste 1,5"), "{pale}");
    assert_eq!(codes(&said_with("jaune")), ["couleur-invalide"]);
    assert_eq!(said_with("#7a2e12"), "");
}
