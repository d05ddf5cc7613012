//! Every proof that a criterion of accessibility names has a fault planted for it, which it catches.
//!
//! A code of a message: a test has its whole message. A fault of the judges, of axe or of the validator: `plants*.mjs` of
//! `tests/browser` has it, and `selftest.mjs` shows that it is caught. A test: there is one of this name.

use std::collections::BTreeSet;

use jalon::vocabulary::{Critere, RGAA, Tenu};

use crate::support::{paths, repository};

/// The texts of the files of a folder whose names pass.
fn texts(folder: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let files = paths(&repository().join(folder)).into_iter();
    files
        .filter(|path| !path.to_string_lossy().contains("node_modules"))
        .filter(|path| is_wanted(&path.file_name().unwrap_or_default().to_string_lossy()))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

struct Plants {
    /// What plants of the judges hold.
    judges: String,
    /// Tests, of `tests` and of the sources.
    tests: Vec<String>,
}

impl Plants {
    fn read() -> Self {
        let mut tests = texts("tests", |name| name.ends_with(".rs") && name != "preuves.rs");
        tests.extend(texts("src", |name| name.ends_with(".rs")));
        Self { judges: texts("tests/browser", |name| name.starts_with("plants")).concat(), tests }
    }

    /// What is planted for a proof: the rule that a judge gives, the message of a test, or the test itself.
    fn of(&self, proof: &str) -> Option<String> {
        let (kind, name) = proof.split_once(':').unwrap_or(("", proof));
        if name.is_empty() {
            return None;
        }
        let judged = |rule: String| {
            let ends = ["'", " [", "`", " ${"].map(|end| format!("{rule}{end}"));
            let starts = ["'", "`"].map(|start| ends.each_ref().map(|end| format!("{start}{end}")));
            starts.as_flattened().iter().any(|one| self.judges.contains(one)).then_some(rule)
        };
        match kind {
            "juge" => judged(name.to_owned()),
            "axe" => judged(format!("axe:{name}")),
            "vnu" => self.judges.contains(&format!("`error: {name}")).then(|| proof.to_owned()),
            "essai" => {
                let test = format!("#[test]\nfn {name}() {{");
                let bare = format!("#[test]\n    fn {name}() {{");
                let has = |text: &String| text.contains(&test) || text.contains(&bare);
                self.tests.iter().any(has).then(|| name.to_owned())
            }
            _ => {
                let messages =
                    ["erreur", "attention", "conseil"].map(|said| format!("{said}[{name}]: "));
                let said = |one: &&String| self.tests.iter().any(|text| text.contains(*one));
                messages.iter().find(said).cloned()
            }
        }
    }
}

fn unproved(critere: &Critere, plants: &Plants) -> Option<String> {
    let proved = match critere.preuve {
        None => matches!(critere.tenu, Tenu::SansObjet | Tenu::Personne | Tenu::Remarque),
        Some(proof) => plants.of(proof).is_some(),
    };
    (!proved).then(|| format!("{} : {:?}", critere.numero, critere.preuve))
}

#[test]
fn each_proof_of_a_criterion_has_its_planted_fault() {
    let plants = Plants::read();
    let numbers: BTreeSet<&str> = RGAA.criteres().map(|critere| critere.numero).collect();
    assert_eq!((numbers.len(), RGAA.criteres().count()), (106, 106));
    let missing: Vec<String> =
        RGAA.criteres().filter_map(|critere| unproved(&critere, &plants)).collect();
    assert!(missing.is_empty(), "without planted fault: {missing:#?}");
}

#[test]
fn a_proof_that_nothing_plants_is_found_out() {
    let plants = Plants::read();
    let whole =
        "juge:keyboard-trap axe:html-has-lang lien-vague essai:a_link_without_text_is_refused";
    for proof in whole.split(' ') {
        assert!(plants.of(proof).is_some(), "{proof}");
        assert_eq!(plants.of(&format!("{proof}s")), None, "{proof}s");
    }
    for proof in ["axe", "vnu", "juge:", "juge:keyboard", "essai:a_link"] {
        assert_eq!(plants.of(proof), None, "{proof}");
    }
}
