//! Communes by any of their names, however written.

use std::sync::LazyLock;

use super::commune::{Commune, commune, communes};
use super::key::key;
use super::other_names::{Status, all_other_names};

/// A commune found by one of its names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named {
    /// The commune of today.
    pub commune: &'static Commune,
    /// How the name belongs to it.
    pub by: Status,
    /// The name, as it is officially written.
    pub nom: &'static str,
}

/// Keys and what they name, sorted by key, then how, then code.
static INDEX: LazyLock<Vec<(String, Named)>> = LazyLock::new(|| {
    let mut index = Vec::with_capacity(45_000);
    for named in all_named() {
        let key = key(named.nom);
        // « Bors (Canton de …) » is also looked for as « Bors ».
        if let Some((short, _)) = named.nom.split_once(" (") {
            index.push((self::key(short), named));
        }
        index.push((key, named));
    }
    index.sort_by(|(a, x), (b, y)| (a, x.by, x.commune.code).cmp(&(b, y.by, y.commune.code)));
    index
});

fn all_named() -> impl Iterator<Item = Named> {
    let current =
        communes().iter().map(|commune| Named { commune, by: Status::Current, nom: commune.nom });
    let others = all_other_names().iter().filter_map(|other| {
        Some(Named { commune: commune(other.commune)?, by: other.kind, nom: other.nom })
    });
    current.chain(others)
}

/// The communes that bear or bore a name: current ones first, then delegated, associated, former.
///
/// Accents, case, hyphens, `St` for `Saint`, CEDEX, postal codes and arrondissement numbers do not
/// count. Each commune comes once, by the best of its names; the order is that of codes within a status.
pub fn communes_named(nom: &str) -> Vec<Named> {
    let key = key(nom);
    let start = INDEX.partition_point(|(other, _)| *other < key);
    let same = INDEX[start..].iter().take_while(|(other, _)| *other == key);
    let mut found: Vec<Named> = Vec::new();
    for (_, named) in same {
        if !found.iter().any(|n| n.commune.code == named.commune.code) {
            found.push(*named);
        }
    }
    found
}

/// The name nearest to what was written among those of the communes that are wanted: the one with the
/// fewest letters to change, else the only one that goes on after it (`Brive`, `Brive-la-Gaillarde`)
/// or that it goes on after (`Les Mathes - La Palmyre`).
pub(super) fn nearest_name(nom: &str, wanted: impl Fn(&Commune) -> bool) -> Option<Named> {
    let among = || INDEX.iter().filter(|(_, named)| wanted(named.commune));
    let written = key(nom);
    let nearest = crate::text::nearest(&written, among().map(|(key, _)| key.as_str()));
    if let Some(nearest) = nearest {
        return among().find(|(key, _)| key == nearest).map(|e| e.1);
    }
    let mut longer = among().filter(|(key, _)| goes_on(key, &written));
    let (_, first) = longer.next()?;
    let alone = longer.all(|(_, other)| other.commune.code == first.commune.code);
    alone.then_some(*first)
}

/// Whether one key is the other and some words more.
fn goes_on(a: &str, b: &str) -> bool {
    let more = |long: &str, short: &str| {
        let rest = long.strip_prefix(short);
        !short.is_empty() && rest.is_some_and(|rest| rest.starts_with(' '))
    };
    more(a, b) || more(b, a)
}
