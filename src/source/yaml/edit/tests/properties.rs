//! Whatever a record holds and however it stands in its file, one key changes and no other byte.

use proptest::prelude::*;

use super::*;
use crate::source::yaml::Plain;

/// What stands after the colon of a key, and on the lines below.
const VALUES: [&str; 17] = [
    " texte",
    " texte # une note",
    " \"entre # guillemets\" # dehors",
    " 'l''été'",
    " [a, \"b, c\", d]",
    " [a,\n  # dedans\n  b]",
    "\n  - a # une note\n  # entre\n  - b",
    "\n- a\n- b",
    " {le: 2026-01-02, par: hub}",
    "\n  le: 2026-01-02\n  # dedans\n  par: hub # fin",
    " |\n  un\n\n  # du texte, pas une note\n  deux",
    " >-\n  un\n  deux # du texte",
    " |+\n  un\n\n",
    "",
    " ~",
    " un long texte\n  qui continue",
    " {le: {jour: 2, mois: mai}, par: [hub]}",
];

/// What stands above a key.
const LEADS: [&str; 5] = ["", "", "# une note\n", "\n", "# à part\n\n# une note\n"];

/// Texts as dangerous as they come, or any.
fn any_text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "a",
        "é",
        " ",
        "\n",
        ":",
        ": ",
        " #",
        "#",
        "- ",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "|",
        "&",
        "*",
        "!",
        "%",
        "\t",
        "\r\n",
        "---",
        "oui",
        "0",
        "2026-01-02",
        "\u{a0}",
        "\u{2028}",
        "\\",
    ]);
    prop_oneof![prop::collection::vec(odd, 0..8).prop_map(|parts| parts.concat()), ".{0,12}"]
}

fn any_wanted() -> impl Strategy<Value = Wanted> {
    let leaf = prop_oneof![
        any_text().prop_map(Wanted::Text),
        Just(Wanted::Bare("2026-11-03".into())),
        Just(Wanted::Bare("-0.34".into())),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Wanted::List),
            prop::collection::vec(inner, 1..4).prop_map(|values| {
                Wanted::Map(
                    values
                        .into_iter()
                        .enumerate()
                        .map(|(at, value)| (format!("c{at}"), value))
                        .collect(),
                )
            }),
        ]
    })
}

/// Entries of a record: each its key, what stands above it, and its value.
fn entries() -> impl Strategy<Value = Vec<(String, String)>> {
    let one = (prop::sample::select(LEADS.to_vec()), prop::sample::select(VALUES.to_vec()));
    prop::collection::vec(one, 1..7).prop_map(|all| {
        let entry = |(at, (lead, value)): (usize, (&str, &str))| {
            (format!("k{at}"), format!("{lead}k{at}:{value}\n"))
        };
        all.into_iter().enumerate().map(entry).collect()
    })
}

/// How a record stands in its file: alone, after another document, before one, as an item of a list.
fn framed(record: &str, frame: usize) -> (String, usize) {
    let indented = || -> String {
        let mut lines = record.split('\n').map(|line| match line.is_empty() {
            true => String::new(),
            false => format!("  {line}"),
        });
        lines.by_ref().collect::<Vec<_>>().join("\n")
    };
    match frame {
        0 => (record.into(), 0),
        1 => (format!("nom: autre\n---\n{record}"), 1),
        2 => (format!("{record}---\nnom: autre # fin\n"), 0),
        _ => (format!("- x: 0\n{}- nom: autre\n", indented()), 0),
    }
}

fn said(text: &str) -> Vec<Plain> {
    let read = documents(&Arc::new(Source { path: "a".into(), text: text.into() }));
    assert_eq!(read.diagnostics, [], "{text}");
    read.records().map(Plain::of).collect()
}

/// The comments of a text, as a person finds them: all of them begin a word, and none of ours is in a text.
fn notes(text: &str) -> Vec<String> {
    let mut notes: Vec<String> =
        comments(text).unwrap().into_iter().map(|at| text[at].trim_end().to_owned()).collect();
    notes.sort();
    notes
}

/// What a record says without one key.
fn without(record: &Plain, key: &str) -> Vec<(String, Plain)> {
    let Plain::Map(entries) = record else { panic!("{record:?}") };
    entries.iter().filter(|(name, _)| name != key).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_key_changes_and_no_other_byte(
        entries in entries(),
        at in 0_usize..9,
        wanted in prop::option::weighted(0.8, any_wanted()),
        frame in 0_usize..4,
        crlf in any::<bool>(),
    ) {
        let record: String = entries.iter().map(|(_, text)| text.as_str()).collect();
        let (mut before, rank) = framed(&record, frame);
        if crlf {
            before = before.replace('\n', "\r\n");
        }
        let key = format!("k{at}");
        prop_assume!(entries.len() > 1 || wanted.is_some() || at > 0);
        let after = edit(&before, rank, &key, wanted.as_ref(), &["k0", "k1", "k2", "k3"]);
        // Between a text that keeps its empty lines and an empty line, nothing can go: the text would take that line too.
        let between = wanted.is_none()
            && at.checked_sub(1).and_then(|above| entries.get(above)).is_some_and(|(_, text)| text.contains("|+"))
            && entries.get(at + 1).is_some_and(|(_, text)| text.starts_with('\n'));
        let after = match after {
            Ok(after) => after,
            Err(Refused::Unusual) if between => return Ok(()),
            Err(why) => panic!("{why:?} {key} {wanted:?}\n{before}"),
        };
        let (old, new) = (said(&before), said(&after));
        for (other, (old, new)) in old.iter().zip(&new).enumerate() {
            if other == rank {
                prop_assert_eq!(without(old, &key), without(new, &key), "{}", after);
                let Plain::Map(found) = new else { panic!() };
                let found = found.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone());
                prop_assert_eq!(found, wanted.as_ref().map(Wanted::plain), "{}", after);
            } else {
                prop_assert_eq!(old, new);
            }
        }
        prop_assert_eq!(old.len(), new.len());
        prop_assert_eq!(notes(&before), notes(&after), "{}", after);
        if frame == 0 {
            untouched(&entries, at, &before, &after, crlf)?;
        }
    }
}

/// The lines of every other key are the same bytes, in the same order.
fn untouched(
    entries: &[(String, String)],
    at: usize,
    before: &str,
    after: &str,
    crlf: bool,
) -> Result<(), TestCaseError> {
    let end = if crlf { "\r\n" } else { "\n" };
    let bytes = |chunks: &[(String, String)]| -> String {
        chunks.iter().map(|(_, text)| text.replace('\n', end)).collect()
    };
    if at < entries.len() {
        prop_assert!(after.starts_with(&bytes(&entries[..at])), "{before}\n{after}");
        prop_assert!(after.ends_with(&bytes(&entries[at + 1..])), "{before}\n{after}");
    } else if after != before {
        // A new line, or several, at one place.
        let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        let added = after.len() - before.len();
        let one = (0..=same).any(|cut| {
            before.as_bytes()[..cut] == after.as_bytes()[..cut]
                && before.as_bytes()[cut..] == after.as_bytes()[cut + added..]
        });
        prop_assert!(one, "{before}\n{after}");
    }
    Ok(())
}
