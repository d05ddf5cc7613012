//! Where room is short: less is told, in smaller letters, then a leaflet is not made; each is said.

use std::path::Path;

use crate::poppler::{pages, plat, text};
use crate::support::{Desk, TODAY};

/// A guide of one commune with so many places.
fn desk(places: usize) -> Desk {
    let desk = Desk::with(&[]);
    for rank in 0..places {
        let text = format!(
            "nom: Lieu numéro {rank}\ncommune: Lusignan\nadresse: {rank} rue du Lavoir\ntelephone: 05 36 49 13 {rank:02}\n\
             presentation_resume: On vous aide ici à tout faire.\nhoraires: lundi au vendredi 9h-12h\nfrais_a_charge: [Gratuit]\n"
        );
        desk.write(&format!("content/86-vienne/acteurs/lieu-{rank:02}.yaml"), text);
    }
    desk
}

/// What the program says of a product of the commune, and its file.
fn printed(desk: &Desk, produit: &str) -> (String, std::path::PathBuf) {
    let said = desk.jalon(&["print", produit, "--commune", "Lusignan", "--today", TODAY]);
    let path = desk.path().join(format!("rapports/86-vienne/{produit}-lusignan.pdf"));
    (String::from_utf8(said.stdout).unwrap(), path)
}

/// Of each kind of fact, how many a sheet has: what it is, when, where, the number.
fn told(path: &Path) -> [usize; 4] {
    let said = plat(&text(path));
    ["Onvousaideiciàtoutfaire", "de9hà12h", "rueduLavoir", "05364913"]
        .map(|fact| said.matches(fact).count())
}

#[test]
fn a_full_commune_keeps_to_its_two_sides_and_says_less_of_each_place() {
    let left_out = "appelezavantdeveniroudemandezleguideentier";
    let found = [4, 14, 20, 26].map(|places| {
        let desk = desk(places);
        let (_, path) = printed(&desk, "commune");
        assert!(pages(&path) <= 2, "{places} places");
        (told(&path), plat(&text(&path)).contains(left_out))
    });
    assert_eq!(
        found,
        [([4; 4], false), ([14; 4], false), ([0, 20, 20, 20], false), ([0, 0, 26, 26], true)]
    );
}

#[test]
fn a_leaflet_that_does_not_fit_is_not_made_and_says_how_long_it_would_be() {
    let desk = desk(90);
    let (said, path) = printed(&desk, "depliant");
    assert!(!path.exists());
    assert!(said.starts_with("Rien n’a été imprimé"), "{said}");
    assert!(said.contains("pages"), "{said}");
}
