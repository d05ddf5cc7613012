//! `jalon new`: a record that says what is to be filled in, and whose proposals all read.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::intake::blank::{Blank, MODELS};
use jalon::record::{Kind, read_text};

use crate::support::{Desk, TODAY};

/// The text with what stands behind « # » written out: every key proposed.
fn uncommented(text: &str) -> String {
    let key = |line: &str| {
        let bare = line.trim_start().trim_start_matches("- ");
        let name = bare.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
        name > 0
            && bare[name..].starts_with(':')
            && bare.len() != name
            && !bare[name + 1..].starts_with("//")
    };
    let line = |line: &str| match line.strip_prefix("# ") {
        Some(rest) if key(rest) => rest.to_owned(),
        _ => line.to_owned(),
    };
    text.lines().map(|one| line(one) + "\n").collect()
}

fn codes(kind: Kind, text: String) -> Vec<&'static str> {
    let source = Arc::new(Source { path: "fiche".into(), text });
    let mut codes: Vec<&str> =
        read_text(&source, kind, Some("86")).iter().map(|diagnostic| diagnostic.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn every_key_proposed_is_read_and_its_example_is_good() {
    // What is left to say of a record whose every proposal is taken, without a word of one's own.
    let still = |name: &str| -> &[&str] {
        match name {
            "acteur" | "page" => &[],
            "dispositif" | "territoire" => &["reste-a-remplir"],
            "evenement" => &["champ-manquant", "reste-a-remplir"],
            "serie" => &["reste-a-remplir", "serie-sans-fin"],
            "tournee" => &["arret-sans-horaires", "champ-manquant"],
            _ => &["champ-manquant"],
        }
    };
    for model in &MODELS {
        for whole in [false, true] {
            let name = if model.kind == Kind::Page { "titre" } else { "nom" };
            let known = BTreeMap::from([(name, "Essai : un « nom »"), ("commune", "Poitiers")]);
            let blank = Blank { model, known, today: TODAY.parse().unwrap(), whole };
            let all = uncommented(&blank.text());
            assert!(!codes(model.kind, all.clone()).contains(&"cle-inconnue"), "{all}");
            if !whole {
                assert_eq!(codes(model.kind, all.clone()), still(model.name), "{all}");
            }
        }
    }
}

#[test]
fn a_record_begun_passes_but_for_what_a_person_must_fill() {
    let desk = Desk::with(&[]);
    let begun =
        desk.jalon(&["nouveau", "acteur", "Médiathèque", "de Lusignan", "--commune", "Lusignan"]);
    assert_eq!(
        String::from_utf8(begun.stdout).unwrap(),
        "content/86-vienne/acteurs/mediatheque-de-lusignan.yaml est prêt à remplir. Ensuite : jalon check\n"
    );
    assert_eq!(desk.messages(), "");
    desk.jalon(&["nouveau", "tournee", "Bus"]);
    desk.jalon(&["nouveau", "evenement", "Atelier"]);
    let said = desk.messages();
    let missing: Vec<&str> = said.lines().filter(|line| line.contains("[")).collect();
    assert_eq!(
        missing,
        [
            "erreur[champ-manquant]: « commune » est vide.",
            "erreur[champ-manquant]: « nom » est vide.",
            "attention[arret-sans-horaires]: On ne sait pas quand la tournée passe à cet arrêt.",
            "erreur[champ-manquant]: « commune » est vide.",
            "erreur[evenement-sans-lieu]: On ne sait pas où cet événement a lieu.",
            "erreur[champ-manquant]: « le » est vide.",
            "attention[reste-a-remplir]: « horaires » n’est pas rempli.",
        ],
        "{said}"
    );
}

#[test]
fn a_small_record_reads_as_it_is_meant() {
    let desk = Desk::with(&[]);
    desk.jalon(&["nouveau", "calendrier", "Jours de l'Alsace"]);
    assert_eq!(
        desk.read("content/calendriers/jours-de-l-alsace.yaml"),
        "\
# Créé par « jalon nouveau ». Enlevez « # » devant les clés qui vous servent, effacez les autres ;
# « jalon check » dit ce qui reste à remplir.

# Nom du calendrier. Obligatoire.
nom: Jours de l'Alsace

# oui pour des vacances, non pour des jours fériés.
vacances_scolaires:

# Codes des départements, entre guillemets ; tous s’il n’y en a pas.
# departements: [\"67\", \"68\"]

# Les jours ou périodes.
jours:
  - du:  # Premier jour.
    au:  # Dernier jour, compris.
    nom:  # Leur nom.

# D’où viennent ces dates.
# source:
"
    );
}

#[test]
fn nothing_is_written_over_and_what_is_missing_is_asked_for() {
    let desk = Desk::with(&[("86-vienne/acteurs/nord/bus.yaml", "nom: Bus\ncommune: Poitiers\n")]);
    let run = |arguments: &[&str]| {
        let run = desk.jalon(arguments);
        (run.status.code(), String::from_utf8(run.stderr).unwrap())
    };
    let (code, said) = run(&["nouveau", "acteur", "Bus"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("content/86-vienne/acteurs/nord/bus.yaml"), "{said}");
    assert!(
        said.contains("Une fiche s’appelle déjà « bus » ; elle n’a pas été touchée."),
        "{said}"
    );
    let (code, said) = run(&["nouveau", "acteurr", "Bus"]);
    assert_eq!(
        (code, said.as_str()),
        (
            Some(2),
            "erreur: « acteurr » n’est pas une sorte de fiche. Vouliez-vous dire « acteur » ?\n"
        )
    );
    let (_, said) = run(&["nouveau", "acteur"]);
    assert_eq!(
        said,
        "erreur: Il manque le nom. Écrivez par exemple : jalon nouveau acteur \"Le nom\"\n"
    );
    desk.write(
        "content/17-charente-maritime/guide.yaml",
        "titre: Autre\ndepartement: \"17\"\nediteur: Essai\n",
    );
    let (_, said) = run(&["nouveau", "page", "Aide"]);
    assert_eq!(
        said,
        "erreur: Il y a plusieurs guides. Ajoutez --guide avec l’un d’eux : 17-charente-maritime, 86-vienne.\n"
    );
    let (code, _) = run(&["nouveau", "page", "Aide", "--guide", "17-charente-maritime"]);
    assert_eq!(code, Some(0));
    assert!(desk.read("content/17-charente-maritime/pages/aide.md").contains("\ntitre: Aide\n"));
    let nowhere = Desk::empty().jalon(&["nouveau", "acteur", "Bus"]);
    assert_eq!(
        String::from_utf8(nowhere.stderr).unwrap(),
        "erreur: Il n’y a pas encore de guide ici. Commencez par : jalon init . --departement 86\n"
    );
}
