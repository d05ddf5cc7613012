use super::*;

fn read(text: &str) -> Documents {
    documents(&Arc::new(Source { path: "fiche.yaml".into(), text: text.into() }))
}

/// Code, line and column of each mistake.
fn mistakes(text: &str) -> Vec<(&'static str, usize, usize)> {
    read(text)
        .diagnostics
        .iter()
        .map(|found| match &found.subject {
            crate::diagnostic::Subject::Written(place) => {
                (found.code, place.position().line, place.position().column)
            }
            other => panic!("{other:?}"),
        })
        .collect()
}

fn value(text: &str, key: &str) -> Node {
    let documents = read(text);
    assert_eq!(documents.diagnostics, []);
    let Value::Map(entries) = &documents.nodes[0].value else { panic!() };
    entries.iter().find(|(name, _)| name.name == key).unwrap().1.clone()
}

#[test]
fn no_zero_is_lost_and_spans_are_exact() {
    let text = "code_postal: 01000\ntelephone: 0549000000\nhoraires: 9:00\nnom: 'L''Été'\n";
    assert_eq!(value(text, "code_postal").value, Value::Text("01000".into()));
    assert_eq!(value(text, "telephone").value, Value::Text("0549000000".into()));
    assert_eq!(value(text, "horaires").value, Value::Text("9:00".into()));
    let nom = value(text, "nom");
    assert_eq!(nom.value, Value::Text("L'Été".into()));
    assert_eq!(&text[nom.span], "'L''Été'");
}

#[test]
fn several_documents_and_carriage_returns() {
    let documents = read("nom: A\r\n---\r\nnom: B\r\n");
    assert_eq!(documents.diagnostics, []);
    assert_eq!(documents.nodes.len(), 2);
}

#[test]
fn each_syntax_mistake_points_at_its_own_line() {
    assert_eq!(mistakes("nom: A\n\tville: B\n"), [("yaml-tabulation", 2, 1)]);
    assert_eq!(mistakes("nom: Atelier : découvrir\n"), [("yaml-deux-points", 1, 14)]);
    assert_eq!(mistakes("nom: \"A\nville: B\nrue: C\n"), [("yaml-guillemets", 1, 6)]);
    assert_eq!(mistakes("nom: @A\n"), [("yaml-signe", 1, 6)]);
    // A line that begins with such a sign and ends with an empty value.
    assert_eq!(mistakes("---\n%nom et la : "), [("yaml-signe", 2, 1)]);
    assert_eq!(mistakes("nom: A\nnom: B\n"), [("cle-en-double", 2, 1)]);
    assert_eq!(mistakes("services: [A, B\nville: C\n")[0].0, "yaml-crochet");
    assert_eq!(mistakes("a: &x 1\nb: *x\n"), [("yaml-ancre", 1, 7), ("yaml-ancre", 2, 4)]);
    assert_eq!(mistakes("nom: A\n\u{a0}ville: B\n")[0], ("espace-insecable", 2, 1));
}

#[test]
fn the_rest_of_the_file_is_read_after_a_mistake() {
    let documents = read("nom: A\nadresse: 1 rue : B\ncommune: C\nhoraires: @D\n");
    assert_eq!(documents.diagnostics.len(), 2);
    assert_eq!(documents.unread, ["adresse", "horaires"]);
    let Value::Map(entries) = &documents.nodes[0].value else { panic!() };
    let names: Vec<&str> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
    assert_eq!(names, ["nom", "commune"]);
}

#[test]
fn hostile_files_are_refused_at_once() {
    assert_eq!(mistakes(&"[".repeat(100_000))[0].0, "yaml-profondeur");
    assert_eq!(mistakes(&format!("a: {}", "{a: ".repeat(100_000)))[0].0, "yaml-profondeur");
    assert!(!mistakes(&"- ".repeat(5_000)).is_empty());
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    assert!(mistakes(bomb).iter().all(|(code, _, _)| *code == "yaml-ancre"));
}
