//! Addresses of criteria never collide, fit everywhere, and every criterion has its words.

use std::collections::BTreeSet;
use std::sync::Arc;

use jalon::address::Address;
use jalon::diagnostic::Source;
use jalon::guide::CRITERES;
use jalon::territory;
use jalon::text::slug;
use jalon::theme::Labels;
use jalon::vocabulary::BESOINS;

use crate::support::repository;

#[test]
fn slugs_are_addresses_and_differ() {
    let slugs: BTreeSet<&str> = CRITERES.iter().map(|one| one.slug.as_str()).collect();
    assert_eq!(slugs.len(), CRITERES.len());
    for one in CRITERES.iter() {
        assert_eq!(slug(&one.slug), one.slug);
    }
}

/// A shared address holds on a line of a poster, in the guide of any of the 101 départements.
#[test]
fn addresses_are_short() {
    let overseas = ["975", "977", "978", "984", "986", "987", "988", "989"];
    let of_the_republic =
        territory::departements().iter().filter(|one| !overseas.contains(&one.code));
    let dossiers: Vec<String> =
        of_the_republic.map(|one| slug(&format!("{} {}", one.code, one.nom))).collect();
    assert_eq!(dossiers.len(), 101);
    let dossiers = dossiers.into_iter();
    let longest = dossiers.max_by_key(String::len).unwrap();
    for one in CRITERES.iter() {
        let mut paths = vec![format!("{longest}/criteres/{}.html", one.slug)];
        let needs = BESOINS.iter().filter(|_| one.croise);
        paths
            .extend(needs.map(|need| format!("{longest}/besoins/{}/{}.html", need.slug, one.slug)));
        for path in paths {
            assert!(path.len() <= 80, "{path}: {}", path.len());
            Address::new(path).unwrap();
        }
    }
}

#[test]
fn every_criterion_has_its_words() {
    let path = "themes/base/labels/fr.yaml";
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let labels = Labels::read(&Arc::new(Source { path: path.into(), text }), &mut Vec::new());
    for one in CRITERES.iter() {
        for word in ["titre", "mot", "texte"] {
            let key = format!("critere.{}.{word}", one.cle);
            assert!(labels.has(&key), "{key}");
        }
    }
}
