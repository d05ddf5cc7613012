//! `robots.txt`: examples are left alone, the pages worth finding are told.

use std::fmt::Write as _;

use crate::edition::{World, joined};
use crate::guide::Guides;
use crate::plan::{About, HostFile, Medium, Scope};

use super::{base, folder, is_example};

/// The file of the site, or of a guide with its own address: only at the root of a host do robots read it.
pub(super) fn robots(world: &World<'_>, scope: Scope) -> String {
    let guides = world.guides;
    let Some(here) = base(guides, scope) else { return String::new() };
    let mut out = String::from(
        "# Écrit par jalon. Les robots ne lisent ce fichier qu’à la racine d’un nom de site.\nUser-agent: *\n",
    );
    let together: Vec<Scope> = match scope {
        Scope::Site => (0..guides.guides.len()).map(Scope::Guide).collect(),
        Scope::Guide(_) => Vec::new(),
    };
    let together: Vec<Scope> = std::iter::once(scope)
        .chain(together)
        .filter(|one| place(guides, *one).is_some_and(|place| host(&place) == host(here)))
        .collect();
    let closed: Vec<String> = if is_example(guides, scope) {
        vec![place(guides, scope).unwrap_or_default()]
    } else {
        together
            .iter()
            .filter(|one| is_example(guides, **one))
            .filter_map(|one| place(guides, *one))
            .collect()
    };
    if closed.is_empty() {
        out += "Disallow:\n";
    }
    for address in closed {
        let _ = writeln!(out, "Disallow: {}", path(&address));
    }
    for one in together {
        let map = world.plan.address(Medium::Host, About::Host(one, HostFile::Sitemap));
        if let Some((base, _)) = base(guides, one).zip(map) {
            let _ = writeln!(out, "Sitemap: {}", joined(base, "sitemap.xml"));
        }
    }
    out
}

/// The public address of a folder, with a `/` at its end: that of the site or of a guide, wherever the guide is.
fn place(guides: &Guides, scope: Scope) -> Option<String> {
    let below = || {
        base(guides, Scope::Site).map(|site| joined(site, &format!("{}/", folder(guides, scope))))
    };
    match (base(guides, scope), scope) {
        (Some(own), _) => Some(joined(own, "")),
        (None, Scope::Guide(_)) => below(),
        (None, Scope::Site) => None,
    }
}

/// The scheme and the name of a host.
fn host(address: &str) -> &str {
    &address[..address.len() - path(address).len()]
}

/// What follows the name of the host.
fn path(address: &str) -> &str {
    let after = address.find("://").map_or(0, |at| at + 3);
    address[after..].find('/').map_or("", |at| &address[after + at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_path() {
        assert_eq!(host("https://a.fr/b/"), "https://a.fr");
        assert_eq!(path("https://a.fr/b/"), "/b/");
        assert_eq!((host("https://a.fr"), path("https://a.fr")), ("https://a.fr", ""));
    }
}
