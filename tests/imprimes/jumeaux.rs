//! What cannot be read aloud is offered just after what can: a sheet to fold, beside the same pages tagged. And a page of the
//! site names every place that the sheet of the same commune does.

use std::collections::BTreeSet;

use jalon::edition::{Forme, Produit};

use crate::poppler::info;
use crate::scene::{Imprime, SCENE, clean, faults};
use crate::suite::list;
use crate::support::tree;

/// The names of the PDF files that a page links to, in order.
fn links(page: &str) -> Vec<&str> {
    let hrefs = page.split("href=").skip(1).map(|rest| {
        let rest = rest.trim_start_matches('"');
        &rest[..rest.find(['"', '>', ' ']).unwrap_or(rest.len())]
    });
    hrefs
        .filter_map(|href| href.strip_suffix(".pdf"))
        .filter_map(|path| path.rsplit('/').next())
        .collect()
}

/// A name without the way its pages are put on sheets.
fn bare(name: &str) -> &str {
    let ways = [Forme::ImposeeBordLong, Forme::Imposee, Forme::A3];
    let mut ends = ways.into_iter().map(Forme::suffixe).filter(|end| !end.is_empty());
    ends.find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// The files of a page that are not tagged, without the same pages tagged just before.
fn lonely(page: &str, untagged: &BTreeSet<String>) -> Vec<String> {
    let links = links(page);
    let is_alone = |rank: usize| {
        let twin = bare(links[rank]);
        let mut before = links[..rank].iter().rev().take_while(|name| bare(name) == twin);
        !before.any(|name| *name == twin)
    };
    let folded = (0..links.len()).filter(|rank| untagged.contains(links[*rank]));
    folded.filter(|rank| is_alone(*rank)).map(|rank| links[rank].to_owned()).collect()
}

/// The files that are published without tags: what poppler says of them, whatever they are called.
fn untagged() -> BTreeSet<String> {
    let files = tree(&SCENE.publie).into_keys().filter(|name| name.ends_with(".pdf"));
    files
        .filter(|name| info(&SCENE.publie.join(name), "Tagged") != "yes")
        .filter_map(|name| Some(name.strip_suffix(".pdf")?.rsplit('/').next()?.to_owned()))
        .collect()
}

#[test]
fn what_is_not_tagged_stands_beside_its_tagged_twin() {
    let untagged = untagged();
    assert!(untagged.len() >= 4, "{untagged:?}");
    let mut linked = BTreeSet::new();
    let mut found = Vec::new();
    for (path, bytes) in tree(&SCENE.publie).iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        found.extend(lonely(page, &untagged).into_iter().map(|name| format!("{path}: {name}")));
        linked.extend(links(page).into_iter().map(str::to_owned));
    }
    clean(found);
    let unlinked: Vec<&String> = untagged.difference(&linked).collect();
    assert!(unlinked.is_empty(), "no page offers {unlinked:?}");
}

#[test]
fn a_sheet_to_fold_that_stands_alone_is_found_out() {
    let end = Forme::Imposee.suffixe();
    let sheet = format!("livret-x{end}");
    let untagged = BTreeSet::from([sheet.clone()]);
    let page = |names: &[&str]| {
        let link = |name: &&str| format!("<li><a href=\"../imprimer/{name}.pdf\">Livret</a>");
        names.iter().map(link).collect::<String>()
    };
    assert_eq!(lonely(&page(&["livret-x", &sheet]), &untagged), Vec::<String>::new());
    for alone in [&[sheet.as_str()][..], &[&sheet, "livret-x"], &["livret-x", "affiche", &sheet]] {
        assert_eq!(lonely(&page(alone), &untagged), [sheet.as_str()]);
    }
}

/// The page of the site about what a sheet is about.
fn page_of(one: &Imprime, folder: &str, start: &str) -> String {
    let slug = one.nom.strip_prefix(start).unwrap();
    std::fs::read_to_string(SCENE.publie.join(format!("86-vienne/{folder}/{slug}.html"))).unwrap()
}

/// The places that a sheet tells whole and a page does not name.
fn unnamed(one: &Imprime, page: &str) -> Vec<String> {
    let data = one.data();
    let parts = list(data, "parties").iter();
    let blocs = parts.flat_map(|part| list(part, "blocs"));
    let places =
        blocs.filter(|bloc| bloc["bloc"] == "fiche").filter_map(|bloc| bloc["nom"].as_str());
    places.filter(|nom| !page.contains(&jalon::text::escaped(nom))).map(str::to_owned).collect()
}

fn communes() -> impl Iterator<Item = &'static Imprime> {
    let all = SCENE.imprimes.iter().filter(|one| one.produit() == Produit::Commune);
    all.filter(|one| one.data.is_some() && one.nom.starts_with("commune-"))
}

#[test]
fn the_page_of_a_commune_names_every_place_of_its_sheet() {
    clean(faults(communes(), |one| unnamed(one, &page_of(one, "communes", "commune-"))));
    // A page of somewhere else does not.
    let mut two = communes().map(|one| (one, page_of(one, "communes", "commune-")));
    let (first, page) = two.next().unwrap();
    assert!(two.any(|(other, _)| !unnamed(other, &page).is_empty()), "{}", first.nom);
}
