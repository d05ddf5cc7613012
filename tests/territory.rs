//! What users of the territory rely on: every commune of 2026, by code, name, postal code and place.

use std::collections::BTreeSet;

use jalon::territory::*;

fn code_of(
    nom: &str,
    postal: Option<&str>,
    insee: Option<&str>,
    departement: Option<&str>,
) -> Result<&'static str, Unfound> {
    find(nom, postal, insee, departement).map(|commune| commune.code)
}

fn codes(communes: &[&Commune]) -> Vec<&'static str> {
    communes.iter().map(|commune| commune.code).collect()
}

#[test]
fn the_counts_are_those_of_the_source() {
    assert_eq!(communes().len(), 34_969);
    assert_eq!(epcis().len(), 1_255);
    assert_eq!(arrondissements().len(), 45);
    assert_eq!(departements().len(), 109);
    assert_eq!(regions().len(), 26);
    let names = communes().iter().flat_map(Commune::anciens_noms);
    let kinds: Vec<Status> = names.map(|name| name.kind).collect();
    let count = |kind| kinds.iter().filter(|other| **other == kind).count();
    assert_eq!(count(Status::Delegated), 2_105);
    assert_eq!(count(Status::Associated), 471);
    assert_eq!(count(Status::Former), 4_475);
    let collectivity = |d: &&Departement| d.zone == Zone::Collectivite;
    assert_eq!(departements().iter().filter(collectivity).count(), 8);
    assert_eq!(communes_of_departement("86").len(), 265);
}

#[test]
fn what_is_embedded_stays_small() {
    let embedded = [
        &include_bytes!("../src/territory/data/communes.tsv.br")[..],
        include_bytes!("../src/territory/data/names.tsv.br"),
        include_bytes!("../src/territory/data/epcis.tsv.br"),
        include_bytes!("../src/territory/data/arrondissements.tsv"),
        include_bytes!("../src/territory/data/departements.tsv"),
        include_bytes!("../src/territory/data/departements-words.tsv"),
        include_bytes!("../src/territory/data/regions.tsv"),
        include_bytes!("../src/territory/data/regions-words.tsv"),
        include_bytes!("../src/territory/data/h_muets.txt"),
    ];
    let bytes: usize = embedded.iter().map(|file| file.len()).sum();
    assert!(bytes <= 1_500_000, "{bytes} bytes");
}

#[test]
fn tables_are_sorted_and_refer_to_each_other() {
    assert!(communes().is_sorted_by(|a, b| a.code < b.code));
    assert!(epcis().is_sorted_by(|a, b| a.siren < b.siren));
    assert!(departements().is_sorted_by(|a, b| a.code < b.code));
    assert!(regions().is_sorted_by(|a, b| a.code < b.code));
    for commune in communes() {
        let known = departement(commune.departement);
        assert!(known.is_some(), "{commune:?}");
        assert!(commune.epci.is_none_or(|siren| epci(siren).is_some()), "{commune:?}");
    }
    for departement in departements() {
        assert!(region(departement.region).is_some(), "{departement:?}");
        assert!(!communes_of_departement(departement.code).is_empty(), "{departement:?}");
    }
    for epci in epcis() {
        assert!(!communes_of_epci(epci.siren).is_empty(), "{epci:?}");
    }
    for arrondissement in arrondissements() {
        assert!(commune(arrondissement.commune).is_some(), "{arrondissement:?}");
    }
}

#[test]
fn a_commune_says_what_is_known_of_it() {
    let lusignan = commune("86139").unwrap();
    assert_eq!(lusignan.nom, "Lusignan");
    assert_eq!(lusignan.departement, "86");
    assert_eq!(lusignan.codes_postaux, ["86600"]);
    assert_eq!(lusignan.population, 2_544);
    assert_eq!(lusignan.de_nom(), "de Lusignan");
    let epci = epci(lusignan.epci.unwrap()).unwrap();
    assert_eq!(epci.nom_entier(), "Communauté urbaine du Grand Poitiers");
    let poitiers = commune("86194").unwrap().centre().unwrap();
    let km = distance_km(lusignan.centre().unwrap(), poitiers);
    assert!((23.0..26.0).contains(&km), "{km}");
    assert_eq!(direction(lusignan.centre().unwrap(), poitiers), "au nord-est");
}

#[test]
fn special_codes() {
    assert_eq!(commune("2A004").unwrap().departement, "2A");
    assert_eq!(commune("2B033").unwrap().nom, "Bastia");
    assert_eq!(communes_of_departement("976").len(), 17);
    assert_eq!(commune("97611").unwrap().nom, "Mamoudzou");
    assert_eq!(commune("97801").unwrap().departement, "978");
    assert_eq!(commune("86234").unwrap().nom, "Saint-Martin-l'Ars");
    assert_eq!(commune("75112"), None);
    assert_eq!(commune("99999"), None);
    assert!(communes_of_departement("20").is_empty());
}

#[test]
fn nearly_every_commune_has_a_point() {
    let placed = |c: &&Commune| c.point.is_some();
    assert_eq!(communes().iter().filter(placed).count(), 34_871);
    assert!(communes().iter().all(|c| c.mairie.is_none() || c.point.is_some()));
    let zone = |c: &Commune| departement(c.departement).map(|d| d.zone);
    let here = |c: &&Commune| zone(c) != Some(Zone::Collectivite);
    let without: Vec<&Commune> = communes().iter().filter(here).filter(|c| !placed(c)).collect();
    // Four communes of the Cantal that were one until lately: the source has no contour of them yet.
    assert_eq!(codes(&without), ["15031", "15035", "15047", "15171"]);
    for commune in communes().iter().filter(|c| zone(c) == Some(Zone::Metropole)) {
        for point in commune.point.iter().chain(&commune.mairie) {
            assert!((41.3..51.1).contains(&point.latitude), "{commune:?}");
            assert!((-5.2..9.6).contains(&point.longitude), "{commune:?}");
        }
    }
}

#[test]
fn arrondissements_lead_to_their_commune() {
    let paris = commune("75056").unwrap();
    assert_eq!(paris.arrondissements().count(), 20);
    assert_eq!(commune("69123").unwrap().arrondissements().count(), 9);
    assert_eq!(commune("13055").unwrap().arrondissements().count(), 16);
    let twelfth = arrondissement("75112").unwrap();
    assert_eq!(twelfth.nom, "Paris 12e Arrondissement");
    assert_eq!(twelfth.codes_postaux, ["75012"]);
    assert_eq!(commune_of_code("75112"), Some(paris));
    assert_eq!(code_of("Paris 12e", Some("75012"), Some("75112"), None), Ok("75056"));
    assert!(distance_km(twelfth.point.unwrap(), paris.point.unwrap()) < 10.0);
}

#[test]
fn codes_of_other_times_lead_to_a_commune() {
    assert_eq!(commune_of_code("86231").unwrap().nom, "Val-de-Comporté");
    assert_eq!(commune_of_code("01018").unwrap().nom, "Valserhône");
    assert_eq!(commune_of_code("20004").unwrap().nom, "Ajaccio");
    assert_eq!(commune_of_code("86139").unwrap().nom, "Lusignan");
    assert_eq!(commune_of_code("00000"), None);
}

#[test]
fn other_names_tell_what_they_are() {
    let names = commune("86082").unwrap().anciens_noms();
    let kind = |nom| names.iter().find(|name| name.nom == nom).map(|name| name.kind);
    assert_eq!(kind("Payré"), Some(Status::Delegated));
    assert_eq!(kind("Ceaux"), Some(Status::Former));
    assert_eq!(commune("86139").unwrap().anciens_noms(), []);
    let targe = communes_named("Targé")[0];
    assert_eq!((targe.commune.code, targe.by), ("86066", Status::Associated));
}

#[test]
fn names_are_found_however_they_are_written() {
    for written in ["POITIERS", "Poitiers Cedex 9", "86000 poitiers", "Poitiers (86)"] {
        let found = communes_named(written);
        assert_eq!(found[0].commune.code, "86194", "{written}");
        assert_eq!(found[0].by, Status::Current);
    }
    let georges = communes_named("ST GEORGES LES BAILLARGEAUX");
    assert_eq!(georges[0].commune.code, "86222");
    assert_eq!(georges[0].nom, "Saint-Georges-lès-Baillargeaux");
    assert_eq!(communes_named("ROCHELLE (LA)")[0].nom, "La Rochelle");
    assert_eq!(communes_named("l'ile d'yeu")[0].nom, "L'Île-d'Yeu");
    assert!(communes_named("").is_empty());
    assert!(communes_named("Trifouilly").is_empty());
}

#[test]
fn homonyms_come_current_first_in_the_order_of_codes() {
    let found = communes_named("Sainte-Colombe");
    let current: Vec<&str> = found
        .iter()
        .filter(|named| named.by == Status::Current)
        .map(|named| named.commune.code)
        .collect();
    assert_eq!(current.len(), 12);
    assert!(current.is_sorted());
    assert!(found.is_sorted_by_key(|named| named.by));
    let communes: BTreeSet<&str> = found.iter().map(|named| named.commune.code).collect();
    assert_eq!(communes.len(), found.len());
}

#[test]
fn both_bors_are_told_apart_by_their_postal_code() {
    let Err(Unfound::Ambiguous(both)) = find("Bors", None, None, Some("16")) else {
        panic!("Bors alone is ambiguous");
    };
    assert_eq!(codes(&both), ["16052", "16053"]);
    assert_eq!(code_of("BORS", Some("16190"), None, Some("16")), Ok("16052"));
    assert_eq!(code_of("Bors", Some("16360"), None, Some("16")), Ok("16053"));
    let whole = "Bors (canton de Charente-Sud)";
    assert_eq!(code_of(whole, None, None, None), Ok("16053"));
}

#[test]
fn the_departement_chooses_among_homonyms_and_gives_way_to_codes() {
    let Err(Unfound::Ambiguous(many)) = find("Sainte-Colombe", None, None, None) else {
        panic!("twelve communes bear this name");
    };
    assert_eq!(many.len(), 12);
    assert_eq!(code_of("Ste Colombe", None, None, Some("33")), Ok("33390"));
    assert_eq!(code_of("Ste Colombe", Some("69560"), None, Some("86")), Ok("69189"));
    assert_eq!(code_of("Agen", Some("47000"), None, Some("86")), Ok("47001"));
}

#[test]
fn a_misspelt_name_gets_the_nearest_of_its_departement() {
    let Err(Unfound::NoSuchName { nearest, elsewhere }) = find("Lusignant", None, None, Some("86"))
    else {
        panic!("there is no Lusignant");
    };
    assert_eq!(nearest.unwrap().nom, "Lusignan");
    assert!(elsewhere.is_empty());
    let Err(Unfound::NoSuchName { nearest, .. }) = find("Saint-Savein", Some("86310"), None, None)
    else {
        panic!("there is no Saint-Savein");
    };
    assert_eq!(nearest.unwrap().commune.code, "86246");
    let Err(Unfound::NoSuchName { elsewhere, .. }) = find("Agen", None, None, Some("86")) else {
        panic!("Agen is not in the Vienne");
    };
    assert_eq!(codes(&elsewhere), ["47001"]);
    let Err(Unfound::NoSuchName { nearest, .. }) = find("Pwatié", None, Some("86194"), None)
    else {
        panic!("there is no Pwatié");
    };
    assert_eq!(nearest.unwrap().nom, "Poitiers");
}

#[test]
fn a_shortened_name_gets_the_whole_one() {
    for (written, postal, whole) in [
        ("Brive", "19100", "Brive-la-Gaillarde"),
        ("Les Mathes - La Palmyre", "17570", "Les Mathes"),
    ] {
        let Err(Unfound::NoSuchName { nearest, .. }) = find(written, Some(postal), None, None)
        else {
            panic!("there is no {written}");
        };
        assert_eq!(nearest.unwrap().nom, whole);
    }
    let Err(Unfound::PostalCodeOfAnother { nearest, .. }) =
        find("Beaulieu", Some("19120"), None, None)
    else {
        panic!("no Beaulieu has 19120");
    };
    assert_eq!(nearest.unwrap().nom, "Beaulieu-sur-Dordogne");
}

#[test]
fn a_postal_code_of_elsewhere_is_told() {
    let Err(Unfound::PostalCodeOfAnother { named, of, .. }) =
        find("Lusignan", Some("86150"), None, Some("86"))
    else {
        panic!("86150 is not that of Lusignan");
    };
    assert_eq!(codes(&named), ["86139"]);
    assert!(codes(&of).contains(&"86112"));
    assert!(matches!(
        find("Lusignan", Some("86150"), Some("86139"), None),
        Err(Unfound::PostalCodeOfAnother { .. })
    ));
    // No commune has 86036: a CEDEX of the Vienne. Nor has any 37036, which is not of the Vienne.
    assert_eq!(code_of("Poitiers CEDEX", Some("86036"), None, None), Ok("86194"));
    let Err(Unfound::PostalCodeOfAnother { of, .. }) = find("Poitiers", Some("37036"), None, None)
    else {
        panic!("37036 is not of the Vienne");
    };
    assert!(of.is_empty());
}

#[test]
fn an_insee_code_of_elsewhere_is_told() {
    assert_eq!(code_of("Lusignan", Some("86600"), Some("86139"), None), Ok("86139"));
    assert_eq!(code_of("Saint-Macoux", None, Some("86231"), None), Ok("86247"));
    let Err(Unfound::CodeOfAnother { named, of }) =
        find("Lusignan", None, Some("86194"), Some("86"))
    else {
        panic!("86194 is Poitiers");
    };
    assert_eq!((codes(&named), of.nom), (vec!["86139"], "Poitiers"));
    assert!(matches!(find("Lusignan", None, Some("86999"), None), Err(Unfound::NoSuchCode { .. })));
}

#[test]
fn postal_codes_list_their_communes() {
    let found = codes(&communes_with_postal_code("86600"));
    assert!(found.contains(&"86139") && found.is_sorted());
    assert!(communes_with_postal_code("86036").is_empty());
    assert!(communes_with_postal_code("").is_empty());
}

#[test]
fn epcis_are_found_by_siren_name_and_departement() {
    let here: Vec<&str> = epcis_of_departement("86").iter().map(|epci| epci.nom).collect();
    assert_eq!(here.len(), 7);
    assert!(here.contains(&"CC du Civraisien en Poitou"));
    let [grand_poitiers] = epci_named("Grand Poitiers Communauté urbaine")[..] else {
        panic!("one EPCI is called Grand Poitiers");
    };
    let members = communes_of_epci(grand_poitiers.siren);
    assert!(codes(&members).contains(&"86139"));
    assert!(members.iter().all(|c| c.epci == Some(grand_poitiers.siren)));
    assert_eq!(epci_named("bordeaux metropole")[0].nature, Nature::Metropole);
    assert!(epci_named("").is_empty());
    assert_eq!(epci("000000000"), None);
}

#[test]
fn nearest_communes_are_those_of_a_naive_search() {
    for code in ["86139", "2A004", "97411", "97302", "59183"] {
        let from = commune(code).unwrap().centre().unwrap();
        let mut all: Vec<(f64, &str)> = communes()
            .iter()
            .filter_map(|c| Some((distance_km(from, c.centre()?), c.code)))
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        let found = nearest_communes(from, 12);
        assert_eq!(found[0].value.code, code);
        let found: Vec<(f64, &str)> = found.iter().map(|near| (near.km, near.value.code)).collect();
        assert_eq!(found, all[..12]);
    }
}
