//! Needs reach every service, vulnerability and theme.

use std::collections::BTreeSet;

use super::super::*;
use crate::text::slug;

#[test]
fn every_service_answers_a_need_of_the_home_page() {
    let answered: BTreeSet<&str> =
        BESOINS.iter().filter(|b| b.home).flat_map(|b| b.services).copied().collect();
    let services: BTreeSet<&str> = SERVICES.terms.iter().map(|term| term.label).collect();
    assert_eq!(answered, services);
    let home = BESOINS.iter().filter(|b| b.home).count();
    assert!((5..=9).contains(&home), "{home}");
}

#[test]
fn needs_name_what_exists() {
    for need in &BESOINS {
        assert_eq!(slug(need.slug), need.slug);
        assert_eq!(besoin(need.slug), Some(need));
        assert!(
            need.equipements.iter().all(|code| EQUIPEMENTS.term(code).is_some()),
            "{}",
            need.slug
        );
        assert!(need.services.iter().all(|code| SERVICES.term(code).is_some()), "{}", need.slug);
        assert!(!need.related.is_empty() && !need.related.contains(&need.slug));
        assert!(need.related.iter().all(|slug| besoin(slug).is_some()), "{}", need.slug);
    }
    assert!(SERVICES.term(URGENCE.service).is_some());
    assert!(DISPOSITIF_PROGRAMMES_NATIONAUX.term(URGENCE.never_alone).is_some());
    assert!(besoin(URGENCE.slug).is_none());
}

#[test]
fn vulnerabilities_and_themes_are_all_met_on_the_home_page() {
    let met = |of: fn(&Besoin) -> &'static [&'static str]| -> BTreeSet<&str> {
        BESOINS.iter().filter(|b| b.home).flat_map(|b| of(b).iter().copied()).collect()
    };
    assert_eq!(met(|b| b.vulnerabilites), BTreeSet::from(VULNERABILITES));
    assert_eq!(met(|b| b.themes), BTreeSet::from(THEMES));
}
