//! A module imports only from the floors below it; no cycles: read from the `use` lines themselves.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floors of `ARCHITECTURE.md`; modules of the ground may use each other without cycle.
const FLOORS: [(&str, u8); 20] = [
    ("main", 9),
    ("lib", 9),
    ("command", 8),
    ("build", 7),
    ("publish", 6),
    ("bilan", 6),
    ("edition", 5),
    ("intake", 5),
    ("compare", 5),
    ("check", 4),
    ("plan", 3),
    ("theme", 3),
    ("guide", 2),
    ("schema", 2),
    ("record", 1),
    ("source", 0),
    ("diagnostic", 0),
    ("calendar", 0),
    ("text", 0),
    ("vocabulary", 0),
];
const GROUND: [&str; 11] = [
    "archive",
    "picture",
    "source",
    "diagnostic",
    "calendar",
    "text",
    "vocabulary",
    "territory",
    "typeset",
    "address",
    "tableur",
];

fn floor(module: &str) -> u8 {
    if GROUND.contains(&module) {
        return 0;
    }
    FLOORS
        .iter()
        .find(|(name, _)| *name == module)
        .unwrap_or_else(|| {
            panic!("« {module} » stands on no floor: add it to ARCHITECTURE.md and here")
        })
        .1
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every `module -> module` arrow, from `crate::name` wherever it is written, tests left out.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&source, &mut found);
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in found {
        let below = path.strip_prefix(&source).unwrap();
        let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs").to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        let targets = arrows.entry(module.clone()).or_default();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..]
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                    .collect();
                if !name.is_empty() && name != module && !["verify"].contains(&name.as_str()) {
                    targets.insert(name);
                }
            }
        }
    }
    arrows
}

#[test]
fn arrows_point_down() {
    for (from, targets) in arrows() {
        for to in targets.iter().filter(|to| from != "lib" && from != "main" && **to != from) {
            let (high, low) = (floor(&from), floor(to));
            let ground = high == 0 && low == 0;
            assert!(high > low || ground, "{from} (floor {high}) imports {to} (floor {low})");
        }
    }
}

#[test]
fn the_ground_has_no_cycle() {
    let arrows = arrows();
    for start in GROUND {
        let mut reached = BTreeSet::new();
        let mut next = vec![start.to_owned()];
        while let Some(module) = next.pop() {
            for to in arrows.get(&module).into_iter().flatten() {
                assert_ne!(to, start, "{start} reaches itself through {module}");
                if reached.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
    }
}
