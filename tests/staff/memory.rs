//! A guide that is read again from memory is the guide that is read anew.

use jalon::record::{Memory, read, read_again};

use crate::support::{Desk, repository, tree};

#[test]
fn what_is_remembered_is_what_would_be_read() {
    let desk = Desk::empty();
    for (path, bytes) in tree(&repository().join("tests/golden/content")) {
        desk.write(&format!("content/{path}"), bytes);
    }
    let content = desk.path().join("content");
    let mut memory = Memory::default();
    let mut same = |what: &str| {
        let again = format!("{:?}", read_again(&content, "content", Some(&mut memory)));
        assert!(again == format!("{:?}", read(&content, "content")), "{what}");
        again
    };
    let first = same("nothing was read before");
    assert_eq!(same("nothing changed"), first);
    let record = "content/86-vienne/acteurs/mediatheque.yaml";
    let written = desk.read(record);
    desk.write(record, written.replace("nom: ", "nom: Autre "));
    assert_ne!(same("a record changed"), first);
    desk.write(record, format!("{written}cle_inconnue: 1\n"));
    same("a record has a mistake");
    // The same bytes are read otherwise in a guide of another département.
    let settings = desk.read("content/86-vienne/guide.yaml");
    desk.write("content/86-vienne/guide.yaml", settings.replace("86", "79"));
    same("the guide is of another département");
    std::fs::remove_file(desk.path().join(record)).unwrap();
    desk.write(
        "content/86-vienne/evenements/nouveau.yaml",
        "nom: Nouveau\ncommune: Niort\ndates: [{le: 2026-12-01}]\n",
    );
    same("a record went, an event came");
}
