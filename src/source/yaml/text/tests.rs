use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Source;
use crate::source::yaml::{self, Value};

/// The values that a text holds, by jalon's own reading; it must be free of mistakes.
fn read(text: &str) -> Vec<(String, Value, Range<usize>)> {
    let source = Arc::new(Source { path: "a.yaml".into(), text: text.to_owned() });
    let mut documents = yaml::documents(&source);
    assert_eq!(documents.diagnostics, [], "{text}");
    let Value::Map(entries) = documents.nodes.remove(0).value else { panic!("{text}") };
    entries.into_iter().map(|(key, node)| (key.name, node.value, node.span)).collect()
}

fn written(value: &str) -> String {
    let mut sheet = Sheet::default();
    sheet.text("a", value);
    sheet.finish()
}

#[test]
fn quotes_only_where_a_value_could_be_misread() {
    for plain in [
        "Mairie de Lusignan",
        "05 36 49 12 01",
        "Bus numérique D'Clics",
        "Tu,Th 09:00-12:00",
        "https://exemple.fr/a?b=c#d",
        "2A Rue Villeneuve",
        "1er étage",
        "une virgule, un croisillon#collé, des {accolades}",
    ] {
        assert_eq!(written(plain), format!("a: {plain}\n"));
    }
    for misread in [
        "01000",
        "86000",
        "2022-05-11",
        "9:00",
        "1e3",
        "0x1F",
        ".5",
        "oui",
        "Non",
        "NO",
        "~",
        "- tiret",
        "-5",
        "+33 5",
        "a: b",
        "a #b",
        "fin:",
        "[a]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "'a",
        "\"a",
        "|",
        ">",
        "#a",
        "",
        " a",
        "a ",
        "null",
        "=",
        "<<",
    ] {
        assert!(written(misread).starts_with(['a']) && !written(misread).contains("a: a b"));
        assert!(matches!(written(misread).as_bytes()[3], b'"' | b'\''), "{misread:?}");
    }
    assert_eq!(written("\"Chez nous\""), "a: '\"Chez nous\"'\n");
    assert_eq!(written("\u{200b}a\u{85}b\u{2028}"), "a: \"\\u200ba\\x85b\\u2028\"\n");
}

#[test]
fn lists_stand_on_one_line_while_short() {
    let mut sheet = Sheet::default();
    sheet.list("services", &["Gratuit", "a, b", "https://a.fr"]);
    let long = "Maîtrise des outils numériques du quotidien";
    sheet.list("long", &[long, long, "a, b"]);
    assert_eq!(
        sheet.finish(),
        format!(
            "services: [Gratuit, \"a, b\", https://a.fr]\nlong:\n  - {long}\n  - {long}\n  - a, b\n"
        )
    );
}

#[test]
fn several_lines_stand_as_they_are() {
    assert_eq!(written("un\n\ndeux\n"), "a: |\n  un\n\n  deux\n");
    assert_eq!(written("un\n  deux"), "a: |-\n  un\n    deux\n");
    assert_eq!(written(" un\ndeux"), "a: \" un\\ndeux\"\n");
}

#[test]
fn comments_stay_on_their_line() {
    let mut sheet = Sheet::default();
    sheet.comment("un\ndeux\u{85}trois\u{2028}nom: B");
    sheet.text("nom", "A");
    let text = sheet.finish();
    assert_eq!(text, "# un deux trois nom: B\nnom: A\n");
    assert_eq!(read(&text).len(), 1);
}

/// Texts made of what is dangerous in YAML, or of anything.
fn texts() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "---",
        "...",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\u{a0}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\u{7f}",
        "\u{200b}",
        ":",
        ": ",
        "#",
        " #",
        "-",
        "- ",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "'",
        "\"",
        "%",
        "@",
        "`",
        "\\",
        "/",
        "~",
        "=",
        "null",
        "oui",
        "no",
        "0",
        "007",
        "1.5",
        "2022-01-01",
        "12:30",
        "é",
        "🚌",
        "nom",
        "mot",
    ]);
    prop_oneof![prop::collection::vec(odd, 0..12).prop_map(|parts| parts.concat()), any::<String>(),]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads_back_as_itself(
        text in texts(),
        items in prop::collection::vec(texts(), 1..5),
        note in texts(),
    ) {
        let mut sheet = Sheet::default();
        sheet.comment(&note);
        let span = sheet.text("texte", &text);
        sheet.comment(&note);
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let spans = sheet.list("liste", &items);
        sheet.text("fin", "fin");
        let written = sheet.finish();
        let found = read(&written);
        prop_assert_eq!(found.len(), 3, "{}", written);
        prop_assert_eq!(&found[0].1, &Value::Text(text), "{}", written);
        let inside = span.start <= found[0].2.start && found[0].2.end <= span.end;
        prop_assert!(inside, "{:?} {:?} {}", span, found[0].2, written);
        let Value::List(nodes) = &found[1].1 else { panic!("{written}") };
        let read: Vec<&Value> = nodes.iter().map(|node| &node.value).collect();
        let meant: Vec<Value> = items.iter().map(|item| Value::Text((*item).into())).collect();
        prop_assert_eq!(read, meant.iter().collect::<Vec<_>>(), "{}", written);
        for (node, span) in nodes.iter().zip(spans) {
            prop_assert_eq!(&node.span, &span, "{}", written);
        }
    }
}
