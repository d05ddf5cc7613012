//! The command line speaks French and exits as documented.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use support::Desk;

fn refused(arguments: &[&str]) -> String {
    let said = Desk::empty().jalon(arguments);
    assert_eq!(said.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(said.stderr).unwrap()
}

#[test]
fn a_misspelt_command_is_named_and_corrected() {
    assert_eq!(
        refused(&["biuld"]),
        "erreur: « biuld » n’est pas une commande de jalon.\nà faire: Vouliez-vous dire « bilan » ou « build » ?\n"
    );
    assert_eq!(
        refused(&["build", "--strct"]),
        "erreur: « --strct » n’existe pas pour cette commande.\nà faire: Vouliez-vous dire « --strict » ?\n"
    );
}

#[test]
fn a_bad_day_is_explained() {
    let said = refused(&["check", "--today", "2026-02-30"]);
    assert!(said.contains("30 février"), "{said}");
}

#[test]
fn help_is_french() {
    let commands = ["init", "import", "check", "serve", "diff", "report", "build"]
        .map(|name| [name, "--help"]);
    let helps = commands.iter().map(|arguments| &arguments[..]).chain([&["--help"][..], &[]]);
    for arguments in helps {
        let help = String::from_utf8(Desk::empty().jalon(arguments).stdout).unwrap();
        assert!(help.contains("Utilisation :"), "{help}");
        for english in
            ["Usage", "Print help", "default:", "possible values", "aliases:", "Commands:"]
        {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn a_folder_without_guide_says_how_to_begin() {
    let desk = Desk::empty();
    desk.write("content/notes.txt", "rien");
    let said = desk.messages();
    assert!(said.contains("aucun-guide") && said.contains("jalon init"), "{said}");
}

#[test]
fn json_messages_can_be_read_by_a_program() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncomune: Poitiers\n")]);
    let said = desk.jalon(&["check", "--format", "json"]);
    assert_eq!(said.status.code(), Some(1));
    let messages: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let unknown = messages
        .as_array()
        .unwrap()
        .iter()
        .find(|message| message["code"] == "cle-inconnue")
        .unwrap();
    assert_eq!(unknown["fichier"], "content/86-vienne/acteurs/a.yaml");
    assert_eq!((unknown["ligne"].as_u64(), unknown["colonne"].as_u64()), (Some(2), Some(1)));
    assert_eq!(unknown["remede"], "Vouliez-vous dire « commune » ?");
}
