use proptest::prelude::*;

use super::*;

fn order() -> Order {
    let flat = |names: &[&'static str]| {
        Order(names.iter().map(|name| (*name, Order::default())).collect())
    };
    Order(vec![
        ("id", Order::default()),
        ("nom", Order::default()),
        ("horaires", Order::default()),
        (
            "tournee",
            Order(vec![
                ("base", Order::default()),
                ("arrets", flat(&["nom", "commune", "horaires"])),
            ]),
        ),
        ("verifie", flat(&["le", "par", "comment"])),
    ])
}

fn arranged(text: &str) -> String {
    let once = sorted(text, &order()).unwrap();
    assert_eq!(sorted(&once, &order()).unwrap(), once, "twice is once");
    once
}

#[test]
fn comments_travel_with_their_key() {
    let before = "\
# La fiche du bus, tenue par le hub.

# vu avec la mairie
horaires: lundi 9h-12h # été compris
nom: Bus
# À corriger, non repris : nom: \"B\" (autre nom)
# deux arrêts
tournee:
  # par ordre
  arrets:
    - commune: Civray   # le bourg
      nom: Place
    - {horaires: mardi 9h-12h, nom: Halles, commune: Gençay}
  base: Poitiers

  # fin de tournée
id: bus
# pied";
    let after = "\
# La fiche du bus, tenue par le hub.

id: bus
nom: Bus
# À corriger, non repris : nom: \"B\" (autre nom)
# vu avec la mairie
horaires: lundi 9h-12h # été compris
# deux arrêts
tournee:
  base: Poitiers
  # par ordre
  arrets:
    - nom: Place
      commune: Civray   # le bourg
    - {nom: Halles, commune: Gençay, horaires: mardi 9h-12h}

  # fin de tournée
# pied";
    assert_eq!(arranged(before), after);
    assert_eq!(arranged(&before.replace('\n', "\r\n")), after.replace('\n', "\r\n"));
}

#[test]
fn what_is_in_order_or_cannot_be_put_so_stays() {
    for text in [
        "id: a\nnom: B\n",
        "",
        "# rien\n",
        "nom: A\nautre: 1\nencore: 2\n",
        // The note would come between the dash and its key.
        "- nom: A\n  # une note\n  id: a\n",
        "verifie: {par: hub, # une note\n  le: 2026-01-02}\n",
        "verifie: {par, le: 2026-01-02}\n",
    ] {
        assert_eq!(arranged(text), text);
    }
    assert_eq!(sorted("nom: A : B\nid: a\n", &order()), Err(Refused::Unreadable));
}

#[test]
fn every_record_of_a_file_is_put_in_order() {
    assert_eq!(
        arranged("- nom: A\n  id: a\n# deux\n- nom: B\n  id: b"),
        "- id: a\n  nom: A\n# deux\n- id: b\n  nom: B"
    );
    assert_eq!(
        arranged("# un\nnom: A\nid: a\n---\n# deux\nnom: B\nid: b\n"),
        "# un\nid: a\nnom: A\n---\n# deux\nid: b\nnom: B\n"
    );
    // A key nobody knows comes last; what `|+` keeps is the value's.
    assert_eq!(arranged("autre: 1\nnom: |+\n  A\n\nid: a\n"), "id: a\nnom: |+\n  A\n\nautre: 1\n");
}

/// Keys of `order`, each with what stands above it and its value.
fn entries() -> impl Strategy<Value = Vec<String>> {
    let leads = ["", "", "# une note\n", "\n", "# à part\n\n# une note\n"];
    let values = |key: &'static str| match key {
        "verifie" => {
            vec![" {par: hub, le: 2026-01-02}", "\n  par: hub # deux\n  # un\n  le: 2026-01-02", ""]
        }
        "tournee" => vec![
            "\n  arrets:\n    - commune: A\n      nom: B # b\n    - {commune: C, nom: D}\n  base: E",
            "\n  arrets:\n  - nom: B\n    commune: A\n  # f\n",
            " {arrets: [{commune: C, nom: D}], base: E}",
        ],
        _ => vec![
            " texte # x",
            " |\n  un\n\n  # du texte\n",
            " >-\n  un\n\n  deux",
            " |+\n  un\n\n",
            " [a,\n  b]",
            "",
            " ~",
        ],
    };
    let one = move |key: &'static str| {
        (prop::sample::select(leads.to_vec()), prop::sample::select(values(key)))
            .prop_map(move |(lead, value)| format!("{lead}{key}:{value}\n"))
    };
    let all: Vec<_> =
        ["id", "nom", "horaires", "tournee", "verifie", "autre", "encore"].map(one).into();
    all.prop_shuffle()
        .prop_flat_map(|order| (0..=order.len(), Just(order)))
        .prop_map(|(cut, all)| all[..cut].to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_twice_is_once(entries in entries(), crlf in any::<bool>(), two in any::<bool>()) {
        let mut text = entries.concat();
        if two {
            text = format!("nom: autre\n---\n{text}---\nid: b\nnom: a\n");
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let after = sorted(&text, &order()).unwrap();
        prop_assert_eq!(said(&text), said(&after));
        prop_assert_eq!(&sorted(&after, &order()).unwrap(), &after);
        // The same lines, in another order.
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(|line| line.trim_start().to_owned()).collect();
            lines.sort();
            lines
        };
        if !text.contains('{') {
            let dashless = |lines: Vec<String>| -> Vec<String> {
                let mut lines: Vec<String> = lines.into_iter().map(|line| line.trim_start_matches("- ").to_owned()).collect();
                lines.sort();
                lines
            };
            prop_assert_eq!(dashless(lines(&text)), dashless(lines(&after)));
        }
        // Keys at the margin are in order.
        let read = documents(&Arc::new(Source { path: "a".into(), text: after.clone() }));
        for record in read.records() {
            let Value::Map(entries) = &record.value else { continue };
            let ranks: Vec<usize> = entries.iter().map(|(key, _)| order().rank(&key.name)).collect();
            prop_assert!(ranks.is_sorted(), "{}", after);
        }
    }
}
