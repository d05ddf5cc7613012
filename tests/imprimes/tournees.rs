//! A tour is told where it stops: on the extract of the commune, and on a poster for the door.

use crate::poppler::{plat, text};
use crate::scene::{SCENE, clean};

/// A stop as its record writes it: its commune's extract, its poster, then what both say.
struct Arret {
    extrait: &'static str,
    affiche: &'static str,
    dits: [&'static str; 2],
    /// A day of December that the poster names.
    jour: &'static str,
}

const ARRETS: [Arret; 3] = [
    Arret {
        extrait: "commune-vivonne",
        affiche: "affiche-vivonne-halles-de-vivonne",
        dits: ["Halles de Vivonne", "9 h 30 à 12 h"],
        jour: "jeudi 17 décembre",
    },
    Arret {
        extrait: "commune-lusignan",
        affiche: "affiche-lusignan-vieux-pont",
        dits: ["Vieux-Pont", "14 h à 17 h"],
        jour: "Mercredi 9 décembre",
    },
    Arret {
        extrait: "commune-civray",
        affiche: "affiche-civray-champ-de-foire",
        dits: ["Champ de foire", "9 h 30 à 12 h"],
        jour: "Mardi 15 décembre",
    },
];

const BUS: &str = "Bus des Quatre-Routes";

/// What the sheets of a stop should say and do not.
fn unsaid(arret: &Arret) -> Vec<String> {
    let large = format!("{}-a3", arret.affiche);
    let sheets =
        [(arret.extrait, None), (arret.affiche, Some(arret.jour)), (&*large, Some(arret.jour))];
    let missing = |(nom, jour): (&str, Option<&'static str>)| {
        let said = plat(&text(&SCENE.un(nom).chemin)).to_lowercase();
        let asked = [BUS].into_iter().chain(arret.dits).chain(jour);
        let lost = asked.filter(|words| !said.contains(&plat(words).to_lowercase()));
        lost.map(|words| format!("{nom} does not say « {words} »")).collect::<Vec<_>>()
    };
    sheets.into_iter().flat_map(missing).collect()
}

#[test]
fn every_stop_is_on_its_extract_and_on_its_poster() {
    let guide = &SCENE.guides.guides[0];
    let bus = guide.acteurs.iter().find(|acteur| acteur.fiche.nom == BUS).unwrap();
    assert_eq!(bus.tournee.as_ref().unwrap().arrets.len(), ARRETS.len());
    clean(ARRETS.iter().flat_map(unsaid).collect());
}

/// A host's door tells who comes too.
#[test]
fn hosts_tell_who_comes() {
    for nom in ["affiche-mediatheque-lusignan", "affiche-mediatheque-lusignan-a3"] {
        let said = plat(&text(&SCENE.un(nom).chemin));
        for who in [BUS, "Conseil numérique du Haut-Poitou"] {
            assert!(said.contains(&plat(who)), "{nom}: {who}");
        }
    }
}

#[test]
fn planted_stops_are_caught() {
    let elsewhere = Arret { extrait: "commune-chatellerault", ..ARRETS[0] };
    assert!(unsaid(&elsewhere).iter().any(|fault| fault.contains("« Halles de Vivonne »")));
    let other = Arret { affiche: ARRETS[2].affiche, ..ARRETS[0] };
    assert_eq!(unsaid(&other).len(), 4);
}
