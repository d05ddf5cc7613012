//! Records linked into a guide: passages from both sides, what ended leaves lists, urgency, order.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use jalon::guide::{self, Guide, Guides, Ici, Moment, by_epci};
use jalon::record;
use support::Desk;

fn linked(files: &[(&str, &str)]) -> Guides {
    let desk = Desk::with(files);
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert_eq!(said, []);
    guide::link(records, jalon::calendar::parse_date(support::TODAY).unwrap())
}

fn names<'a>(guide: &'a Guide, indexes: &[usize]) -> Vec<&'a str> {
    indexes.iter().map(|&index| guide.acteurs[index].fiche.nom.as_str()).collect()
}

#[test]
fn a_permanence_is_seen_from_both_sides_whoever_wrote_it() {
    let host = "nom: Médiathèque\ncommune: Lusignan\n";
    let visitor = "nom: Conseillère\ncommune: Poitiers\npermanences: [{chez: media, qui: conseillère, horaires: lundi 9h-12h}]\n";
    let by_visitor =
        linked(&[("86-vienne/acteurs/media.yaml", host), ("86-vienne/acteurs/cons.yaml", visitor)]);
    let written_by_host =
        format!("{host}permanences: [{{de: cons, qui: conseillère, horaires: lundi 9h-12h}}]\n");
    let by_host = linked(&[
        ("86-vienne/acteurs/media.yaml", &written_by_host),
        ("86-vienne/acteurs/cons.yaml", "nom: Conseillère\ncommune: Poitiers\n"),
    ]);
    let by_both = linked(&[
        ("86-vienne/acteurs/media.yaml", &written_by_host),
        ("86-vienne/acteurs/cons.yaml", visitor),
    ]);
    for guides in [by_visitor, by_host, by_both] {
        let guide = &guides.guides[0];
        assert_eq!(guide.passages.len(), 1);
        let passage = &guide.passages[0];
        assert_eq!(guides.acteur(passage.chez.unwrap()).fiche.nom, "Médiathèque");
        assert_eq!(guides.acteur(passage.de.unwrap()).fiche.nom, "Conseillère");
        let lusignan = guide.communes.iter().find(|here| here.commune.nom == "Lusignan").unwrap();
        assert_eq!((lusignan.acteurs.len(), lusignan.passages.len()), (1, 1));
    }
}

#[test]
fn a_stop_is_on_the_page_of_its_commune_even_where_nothing_else_is() {
    let bus = "nom: Bus\ncommune: Poitiers\ntournee:\n  arrets:\n    - {nom: Marché, commune: Lusignan, ou: place du marché, horaires: jeudi 9h-12h}\n";
    let guides = linked(&[("86-vienne/acteurs/bus.yaml", bus)]);
    let guide = &guides.guides[0];
    assert_eq!(guide.acteurs[0].sorte, "itinérant");
    let communes: Vec<(&str, usize)> =
        guide.communes_servies().map(|(_, here)| (here.commune.nom, here.passages.len())).collect();
    assert_eq!(communes, [("Lusignan", 1), ("Poitiers", 0)]);
    // Every other commune of the département has its page too.
    let all = jalon::territory::communes_of_departement("86").len();
    assert_eq!(guide.communes.len(), all);
}

#[test]
fn what_ended_leaves_every_list_of_where_to_go() {
    let place = "commune: Poitiers\nservices: [Aide aux démarches administratives]\n";
    let guides = linked(&[
        ("86-vienne/acteurs/a.yaml", &format!("nom: Ouvert\n{place}")),
        (
            "86-vienne/acteurs/b.yaml",
            &format!("nom: Fini\n{place}termine: {{le: 2026-01-31, remplace_par: a}}\n"),
        ),
        ("86-vienne/acteurs/c.yaml", &format!("nom: Finira\n{place}termine: {{le: 2027-01-31}}\n")),
        ("86-vienne/acteurs/d.yaml", "nom: Réseau\nsorte: réseau\ncommune: Poitiers\n"),
    ]);
    let guide = &guides.guides[0];
    assert_eq!(guide.acteurs.len(), 4);
    let served: Vec<&Ici> = guide.communes_servies().map(|(_, ici)| ici).collect();
    let [poitiers] = served[..] else { panic!("{served:?}") };
    assert_eq!(names(guide, &poitiers.acteurs), ["Finira", "Ouvert"]);
    assert_eq!(names(guide, &poitiers.autres), ["Réseau"]);
    assert_eq!(names(guide, &guides.for_urgence(guide)), ["Finira", "Ouvert"]);
}

#[test]
fn urgent_lists_the_surest_first_and_never_a_conseiller_alone() {
    let place = |name: &str, more: &str| {
        format!(
            "nom: {name}\ncommune: Poitiers\nservices: [Aide aux démarches administratives]\n{more}\n"
        )
    };
    let guides = linked(&[
        ("86-vienne/acteurs/a.yaml", &place("A sur rendez-vous", "sans_rendez_vous: non")),
        ("86-vienne/acteurs/b.yaml", &place("B personne ne sait", "")),
        ("86-vienne/acteurs/c.yaml", &place("C ouvert à tous", "sans_rendez_vous: oui")),
        (
            "86-vienne/acteurs/d.yaml",
            &place("D conseiller", "dispositif_programmes_nationaux: [Conseillers numériques]"),
        ),
        (
            "86-vienne/acteurs/e.yaml",
            &place(
                "E les deux",
                "sans_rendez_vous: oui\ndispositif_programmes_nationaux: [Conseillers numériques, France Services]",
            ),
        ),
    ]);
    let guide = &guides.guides[0];
    let urgent = guides.for_urgence(guide);
    assert_eq!(
        names(guide, &urgent),
        ["C ouvert à tous", "E les deux", "B personne ne sait", "A sur rendez-vous"]
    );
}

#[test]
fn freshness_follows_the_record_s_interval_then_the_guide_s() {
    let place = |more: &str| format!("nom: A\ncommune: Poitiers\n{more}\n");
    let moment = |more: &str| {
        let guides = linked(&[("86-vienne/acteurs/a.yaml", &place(more))]);
        guides.moment(&guides.guides[0], &guides.guides[0].acteurs[0])
    };
    assert_eq!(moment(""), Moment::AConfirmer);
    assert_eq!(moment("verifie: {le: 2026-11-01}\ntous_les: 1 mois"), Moment::Verifie);
    assert_eq!(moment("verifie: {le: 2026-10-22}\ntous_les: 1 mois"), Moment::AConfirmer);
}

#[test]
fn places_are_grouped_by_intercommunalite_then_commune_in_french_order() {
    let at = |commune: &str| format!("nom: Lieu\ncommune: {commune}\n");
    let guides = linked(&[
        ("86-vienne/acteurs/a.yaml", &at("Poitiers")),
        ("86-vienne/acteurs/b.yaml", &at("Lusignan")),
        ("86-vienne/acteurs/c.yaml", &at("Châtellerault")),
        ("86-vienne/acteurs/d.yaml", &at("Poitiers")),
    ]);
    let guide = &guides.guides[0];
    let groups = by_epci(guide, &[0, 1, 2, 3]);
    let shape: Vec<(&str, Vec<(&str, usize)>)> = groups
        .iter()
        .map(|group| {
            let communes =
                group.communes.iter().map(|(commune, places)| (commune.nom, places.len()));
            (group.nom.as_str(), communes.collect())
        })
        .collect();
    assert_eq!(shape.len(), 2, "{shape:?}");
    assert_eq!(shape[1].1, [("Lusignan", 1), ("Poitiers", 2)]);
}

#[test]
fn two_communes_of_one_name_keep_their_own_addresses() {
    let guides = linked(&[
        ("64-pyrenees-atlantiques/guide.yaml", "titre: G\ndepartement: \"64\"\nediteur: E\n"),
        (
            "64-pyrenees-atlantiques/acteurs/a.yaml",
            "nom: A\ncommune: Castillon (Canton d'Arthez-de-Béarn)\ncode_insee: \"64181\"\n",
        ),
        (
            "64-pyrenees-atlantiques/acteurs/b.yaml",
            "nom: B\ncommune: Castillon (Canton de Lembeye)\ncode_insee: \"64182\"\n",
        ),
    ]);
    let slugs: Vec<&str> =
        guides.guides[0].communes_servies().map(|(_, here)| here.slug.as_str()).collect();
    assert_eq!(slugs.len(), 2);
    assert_ne!(slugs[0], slugs[1]);
}

#[test]
fn every_key_of_the_example_guides_is_read() {
    let content = support::repository().join("content");
    let (records, said) = record::read(&content, "content");
    assert_eq!(said, []);
    let guides = guide::link(records, jalon::calendar::parse_date(support::TODAY).unwrap());
    let guide = &guides.guides[0];
    let stops = guide.passages.iter().filter(|passage| passage.nom.is_some()).count();
    assert!(stops >= 6, "the bus has six stops");
    assert!(guides.dispositif_of("Aidants Connect").is_some());
}

#[test]
fn a_guide_takes_from_the_site_what_it_leaves_unsaid() {
    let guides = linked(&[
        (
            "site.yaml",
            "titre: S\nediteur: E\ncontact: {courriel: site@essai.example, telephone: 05 36 49 00 01}\n",
        ),
        (
            "64-pyrenees-atlantiques/guide.yaml",
            "titre: G\ndepartement: \"64\"\nediteur: E\ncontact: {courriel: guide@essai.example}\n",
        ),
    ]);
    let courriels: Vec<Option<&str>> = guides
        .guides
        .iter()
        .map(|guide| guide.reglages.reglages.contact.courriel.as_deref())
        .collect();
    assert_eq!(courriels, [Some("guide@essai.example"), Some("site@essai.example")]);
}

#[test]
fn a_place_with_the_equipment_of_a_need_answers_it_whatever_its_services() {
    let place = |things: &str| format!("nom: A\ncommune: Poitiers\nequipements: {things}\n");
    let answers = |things: &str| {
        let guides = linked(&[("86-vienne/acteurs/a.yaml", &place(things))]);
        jalon::vocabulary::BESOINS
            .iter()
            .filter(|besoin| !guides.for_besoin(&guides.guides[0], besoin).is_empty())
            .count()
    };
    assert!(answers("[ordinateur]") > 0);
    assert!(answers("[{nom: imprimante, nombre: 2}]") > 0);
    assert_eq!(answers("[chaise]"), 0);
}
