mod properties;

use super::*;

const ORDER: [&str; 6] = ["id", "nom", "commune", "telephone", "services", "verifie"];

fn text(value: &str) -> Wanted {
    Wanted::Text(value.into())
}

fn one(figure: &str) -> Wanted {
    Wanted::Map(vec![("a".into(), Wanted::Bare(figure.into()))])
}

fn checked(day: &str) -> Wanted {
    Wanted::Map(vec![
        ("le".into(), Wanted::Bare(day.into())),
        ("par".into(), text("hub")),
        ("comment".into(), text("téléphone")),
    ])
}

fn after(before: &str, path: &str, wanted: &Wanted) -> String {
    set(before, 0, path, wanted, &ORDER).unwrap()
}

#[test]
fn a_value_changes_and_nothing_else() {
    for (before, path, wanted, expected) in [
        // The comment of its line stays, and its quotation marks.
        ("nom: A # vu\nx: 1\n", "nom", text("B"), "nom: B # vu\nx: 1\n"),
        ("nom: \"A\"\r\nx: 1\r\n", "nom", text("B: c"), "nom: \"B: c\"\r\nx: 1\r\n"),
        ("nom: 'L''été'\n", "nom", text("L'hiver"), "nom: 'L''hiver'\n"),
        ("nom: A", "nom", text("B"), "nom: B"),
        ("nom:\nx: 1\n", "nom", text("B"), "nom: B\nx: 1\n"),
        ("nom:   # à trouver\nx: 1\n", "nom", text("B"), "nom: B   # à trouver\nx: 1\n"),
        // Braces and lines, as they were.
        (
            "verifie: {le: 2026-01-02, par: hub} # ok\n",
            "verifie.le",
            Wanted::Bare("2026-11-03".into()),
            "verifie: {le: 2026-11-03, par: hub} # ok\n",
        ),
        (
            "verifie:\n  # la mairie\n  le: 2026-01-02 # lundi\n  par: hub\nx: 1\n",
            "verifie.le",
            Wanted::Bare("2026-11-03".into()),
            "verifie:\n  # la mairie\n  le: 2026-11-03 # lundi\n  par: hub\nx: 1\n",
        ),
        (
            "services: [A, B] # deux\n",
            "services",
            Wanted::List(vec![text("A"), text("c, d")]),
            "services: [A, \"c, d\"] # deux\n",
        ),
        (
            "a: |\n  un\n  deux\nfin: 2\n",
            "a",
            text("trois\nquatre"),
            "a: |-\n  trois\n  quatre\nfin: 2\n",
        ),
    ] {
        assert_eq!(after(before, path, &wanted), expected, "{before:?}");
    }
}

#[test]
fn items_come_and_go_and_the_others_stay() {
    for (before, path, wanted, expected) in [
        // Items that stay are left alone; a note of one that goes stands where it was.
        (
            "x: 1\nservices:\n  - A # sûr\n  # à voir\n  - B # vu\nfin: 2\n",
            "services",
            Wanted::List(vec![text("A"), text("C")]),
            "x: 1\nservices:\n  - A # sûr\n  # à voir\n  # vu\n  - C\nfin: 2\n",
        ),
        (
            "l:\n- {a: 1}\n    # de un\n# de deux\n- {a: 2} # ici",
            "l",
            Wanted::List(vec![one("1"), one("9"), one("2")]),
            "l:\n- {a: 1}\n    # de un\n- {a: 9}\n# de deux\n- {a: 2} # ici",
        ),
        (
            "l:\n- {a: 1}\n# de deux\n- {a: 2} # ici",
            "l",
            Wanted::List(vec![one("1"), one("2"), one("3")]),
            "l:\n- {a: 1}\n# de deux\n- {a: 2} # ici\n- {a: 3}",
        ),
        (
            "l:\r\n- {a: 1}\r\n# de deux\r\n-  a: 2 # ici\r\n# fin\r\nm: 1\r\n",
            "l",
            Wanted::List(vec![one("1")]),
            "l:\r\n- {a: 1}\r\n# de deux\r\n# ici\r\n# fin\r\nm: 1\r\n",
        ),
        // A note inside a value of which nothing stays stands above the new one.
        (
            "x: 1\nservices:\n  - A # sûr\n  # à voir\n  - B\nfin: 2\n",
            "services",
            Wanted::List(vec![text("C"), text("D")]),
            "x: 1\n# sûr\n# à voir\nservices:\n  - C\n  - D\nfin: 2\n",
        ),
    ] {
        assert_eq!(after(before, path, &wanted), expected, "{before:?}");
    }
}

#[test]
fn a_new_key_has_its_place() {
    for (before, path, wanted, expected) in [
        (
            "# tête\nnom: A\n# le bourg\ncommune: B # vu\n\nservices: [C]\n",
            "telephone",
            text("05 36 49 12 01"),
            "# tête\nnom: A\n# le bourg\ncommune: B # vu\ntelephone: 05 36 49 12 01\n\nservices: [C]\n",
        ),
        (
            "nom: A\r\ncommune: B",
            "verifie",
            checked("2026-11-03"),
            "nom: A\r\ncommune: B\r\nverifie: {le: 2026-11-03, par: hub, comment: téléphone}",
        ),
        (
            "nom: A\n",
            "verifie.le",
            Wanted::Bare("2026-11-03".into()),
            "nom: A\nverifie: {le: 2026-11-03}\n",
        ),
        (
            "verifie: {le: 2026-01-02}\n",
            "verifie.par",
            text("hub"),
            "verifie: {le: 2026-01-02, par: hub}\n",
        ),
        ("verifie: {}\n", "verifie.par", text("hub"), "verifie: {par: hub}\n"),
        ("verifie:\nx: 1\n", "verifie.par", text("hub"), "verifie: {par: hub}\nx: 1\n"),
        (
            "verifie:\n  le: 2026-01-02\n  # sûr\nx: 1\n",
            "verifie.par",
            text("hub"),
            "verifie:\n  le: 2026-01-02\n  # sûr\n  par: hub\nx: 1\n",
        ),
        ("{nom: A}\n", "commune", text("B"), "{nom: A, commune: B}\n"),
        // The empty lines that `|+` keeps are the value's.
        ("nom: |+\n  A\n\nx: 1\n", "commune", text("B"), "nom: |+\n  A\n\ncommune: B\nx: 1\n"),
        ("x: 1\n", "commune", text("B"), "x: 1\ncommune: B\n"),
    ] {
        assert_eq!(after(before, path, &wanted), expected, "{before:?}");
    }
}

#[test]
fn a_key_goes_and_its_comments_stay() {
    for (before, path, expected) in [
        ("a: 1\nb: 2 # vu\nc: 3\n", "b", "a: 1\n# vu\nc: 3\n"),
        ("a: {x: 1, y: 2, z: 3}\n", "a.y", "a: {x: 1, z: 3}\n"),
        ("a: {x: 1, y: 2}\n", "a.y", "a: {x: 1}\n"),
        ("a: {x: 1}\nb: 2\n", "a.x", "b: 2\n"),
        ("- a: 1\n  b: 2\n", "a", "- b: 2\n"),
        ("a: 1\n", "z", "a: 1\n"),
        ("a: 1\nb:\n  - 1\n  - 2\n", "b", "a: 1\n"),
    ] {
        assert_eq!(remove(before, 0, path).unwrap(), expected, "{before:?}");
    }
}

#[test]
fn one_record_of_a_file_changes() {
    let list = "- nom: A\n  commune: B\n\n# suivant\n- nom: C\n  commune: D\n";
    assert_eq!(
        set(list, 1, "telephone", &text("05 36 49 12 01"), &ORDER).unwrap(),
        "- nom: A\n  commune: B\n\n# suivant\n- nom: C\n  commune: D\n  telephone: 05 36 49 12 01\n"
    );
    let documents = "---\nnom: A\n---\n# deux\nnom: B\n";
    assert_eq!(
        set(documents, 1, "nom", &text("C"), &[]).unwrap(),
        "---\nnom: A\n---\n# deux\nnom: C\n"
    );
    assert_eq!(
        set(documents, 0, "x", &text("C"), &[]).unwrap(),
        "---\nnom: A\nx: C\n---\n# deux\nnom: B\n"
    );
    let source = Arc::new(Source { path: "a".into(), text: documents.into() });
    let at = documents.rfind("nom").unwrap();
    assert_eq!(rank(&source, &(at..at + 3)), Some(1));
    assert_eq!(rank(&source, &(1..2)), None);
}

#[test]
fn what_is_not_sure_is_refused_and_said() {
    for (before, path, why) in [
        ("nom: A : B\n", "nom", Refused::Unreadable),
        ("\tnom: A\n", "nom", Refused::Unreadable),
        ("nom: &a A\n", "nom", Refused::Unreadable),
        ("verifie: hier\n", "verifie.le", Refused::Unusual),
        ("? nom\n: A\n", "nom", Refused::Unusual),
        ("a: {nom: A, # note\n  b: [1, # deux\n  2]}\n", "a.b", Refused::Unusual),
        ("", "nom", Refused::Unusual),
    ] {
        assert_eq!(set(before, 0, path, &text("X"), &[]), Err(why), "{before:?}");
    }
    let source = Arc::new(Source { path: "bus.yaml".into(), text: "verifie: hier\n".into() });
    let said = Refused::Unusual.diagnostic(&source, 0..7, "verifie", Some(&checked("2026-11-03")));
    assert_eq!(
        crate::diagnostic::report(&[said], crate::diagnostic::Format::Text { colour: false }),
        "erreur[modification-refusee]: « verifie » est écrit ici d’une façon que jalon ne sait pas changer sans risque pour le reste.\n \
         --> bus.yaml:1:1\n  |\n1 | verifie: hier\n  | ^^^^^^^\n  |\n  = à faire: Ouvrez la fiche et écrivez « verifie: {le: 2026-11-03, par: hub, comment: téléphone} ».\n\n"
    );
    assert_eq!(
        by_hand("verifie.le", Some(&Wanted::Bare("2026-11-03".into()))),
        "écrivez « verifie: {le: 2026-11-03} »"
    );
}
