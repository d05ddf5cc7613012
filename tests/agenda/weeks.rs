//! The pages of weeks: address, title, order, states, the weeks around; no day is said relative to today.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{headings, href, lines, links, listed, part, under, vienne, words};

/// A bus, a permanence, events; nothing in the week of 21 December.
const FILES: [(&str, &str); 7] = [
    ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque du Parc\ncommune: Lusignan\n"),
    (
        "86-vienne/acteurs/bus.yaml",
        "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 01\nchangements: [{le: 2027-01-04, arret: Halles, etat: annulé, raison: entretien}]\ntournee:\n  sauf: [du 19 au 27 décembre 2026]\n  arrets:\n    - {nom: Halles, commune: Poitiers, ou: place du marché, horaires: lundi 14h-17h}\n    - {nom: Gare, commune: Vivonne, horaires: lundi 9h30-12h}\n",
    ),
    (
        "86-vienne/acteurs/ville.yaml",
        "nom: Ville de Poitiers\ncommune: Poitiers\npermanences: [{chez: lieu, qui: conseillère numérique, horaires: mercredi 9h-12h, sauf: [du 19 au 27 décembre 2026]}]\n",
    ),
    (
        "86-vienne/evenements/cafe.yaml",
        "nom: Café numérique\nsorte: atelier\nchez: lieu\ndates: [{le: 2027-01-06, horaires: 8h30-10h, etat: complet}]\nfrais_a_charge: [Gratuit]\ninscription: {telephone: 05 36 49 12 02}\n",
    ),
    (
        "86-vienne/evenements/visio.yaml",
        "nom: Rencontre à distance\nen_ligne: {lien: \"https://visio.example/salle\"}\ndates: [{le: 2027-01-05}]\n",
    ),
    (
        "86-vienne/evenements/expo.yaml",
        "nom: Exposition\ncommune: Poitiers\ndu: 2027-01-04\nau: 2027-03-31\n",
    ),
    ("86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\nUn texte.\n"),
];

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| vienne(&FILES));

/// What stands under a day or a commune, without the links to other pages that follow the last one.
fn entries<'a>(page: &'a str, heading: &str) -> &'a str {
    under(page, heading).split("<nav").next().unwrap()
}

fn week(name: &str) -> &'static str {
    &PAGES[&format!("agenda/{name}.html")]
}

#[test]
fn every_week_with_something_has_its_address() {
    let weeks: Vec<&str> = PAGES
        .keys()
        .filter_map(|path| path.strip_prefix("agenda/")?.strip_suffix(".html"))
        .filter(|name| name.contains("-s") && !name.ends_with("-par-commune"))
        .collect();
    // From Monday 23 November 2026, week 48, to Monday 18 January 2027, week 3; 52 has nothing.
    assert_eq!(
        weeks,
        [
            "2026-s48", "2026-s49", "2026-s50", "2026-s51", "2026-s53", "2027-s01", "2027-s02",
            "2027-s03"
        ]
    );
}

#[test]
fn the_last_week_of_a_year_of_53_and_the_first_of_the_next_say_their_days() {
    let h1 = |name| words(part(week(name), "h1"));
    let title = |name| words(part(week(name), "title"));
    assert_eq!(h1("2026-s53"), "Semaine du 28 décembre 2026 au 3 janvier 2027");
    assert_eq!(title("2026-s53"), "Semaine du 28 décembre 2026 au 3 janvier 2027 – Guide d’essai");
    assert_eq!(h1("2027-s01"), "Semaine du 4 au 10 janvier 2027");
    assert_eq!(h1("2026-s49"), "Semaine du 30 novembre au 6 décembre 2026");
}

#[test]
fn a_week_leads_to_those_before_and_after_that_have_something() {
    let around = |name: &str| -> Vec<(String, String)> {
        let all = links(part(week(name), "main"));
        all.into_iter()
            .filter(|(_, said)| said.starts_with("Avant : ") || said.starts_with("Après : "))
            .collect()
    };
    let pair = |href: &str, said: &str| (href.to_owned(), said.to_owned());
    assert_eq!(
        around("2026-s53"),
        [
            pair("2026-s51.html", "Avant : semaine du 14 au 20 décembre 2026"),
            pair("2027-s01.html", "Après : semaine du 4 au 10 janvier 2027")
        ]
    );
    assert_eq!(
        around("2026-s48"),
        [pair("2026-s49.html", "Après : semaine du 30 novembre au 6 décembre 2026")]
    );
    assert_eq!(
        around("2027-s03"),
        [pair("2027-s02.html", "Avant : semaine du 11 au 17 janvier 2027")]
    );
}

#[test]
fn days_stand_in_order_and_hours_in_each() {
    let page = week("2027-s01");
    assert_eq!(
        headings(page),
        ["Lundi 4 janvier 2027", "Mardi 5 janvier 2027", "Mercredi 6 janvier 2027"]
    );
    assert_eq!(
        lines(under(page, "Lundi 4 janvier 2027")),
        [
            "Jusqu’au 31 mars 2027 · Poitiers",
            "Exposition",
            "9 h 30 à 12 h · Vivonne",
            "Bus",
            "Gare.",
            "14 h à 17 h · Poitiers",
            "Annulé : Bus",
            "Halles, place du marché. Entretien."
        ]
    );
    assert_eq!(
        lines(under(page, "Mardi 5 janvier 2027")),
        ["Heure non précisée · Par Internet", "Rencontre à distance"]
    );
    assert_eq!(
        lines(entries(page, "Mercredi 6 janvier 2027")),
        [
            "8 h 30 à 10 h · Lusignan",
            "Complet : Café numérique",
            "Médiathèque du Parc. Gratuit.",
            "Appeler le 05 36 49 12 02",
            "9 h à 12 h · Lusignan",
            "Ville de Poitiers",
            "Conseillère numérique, Médiathèque du Parc."
        ]
    );
}

#[test]
fn every_entry_leads_to_its_record_and_to_the_phone_that_registers() {
    let page = week("2027-s01");
    let hrefs = |day: &str| -> Vec<String> {
        links(entries(page, day)).into_iter().map(|(href, _)| href).collect()
    };
    assert_eq!(
        hrefs("Lundi 4 janvier 2027"),
        ["../evenements/expo.html", "../acteurs/bus.html", "../acteurs/bus.html"]
    );
    assert_eq!(
        hrefs("Mercredi 6 janvier 2027"),
        ["../evenements/cafe.html", "tel:+33536491202", "../acteurs/ville.html"]
    );
}

/// What stands under a day of a guide with a permanence by appointment and an event in this state.
fn thursday(state: &str) -> Vec<String> {
    let event = format!(
        "nom: Atelier\nchez: lieu\ndates: [{{le: 2026-12-03, horaires: 14h-16h{state}}}]\ninscription: {{telephone: 05 36 49 12 02}}\n"
    );
    let pages = vienne(&[
        FILES[0],
        ("86-vienne/evenements/atelier.yaml", &event),
        (
            "86-vienne/acteurs/ville.yaml",
            "nom: Ville\ncommune: Poitiers\npermanences: [{chez: lieu, horaires: jeudi 9h-12h sur rendez-vous}]\n",
        ),
    ]);
    lines(entries(&pages["agenda/2026-s49.html"], "Jeudi 3 décembre 2026"))
}

#[test]
fn nobody_registers_for_what_does_not_take_place() {
    assert_eq!(thursday("").last().unwrap(), "S’inscrire : 05 36 49 12 02");
    // Nobody registers for what is full; one calls, since a place may be given back.
    assert_eq!(thursday(", etat: complet").last().unwrap(), "Appeler le 05 36 49 12 02");
    for state in [", etat: annulé", ", etat: reporté"] {
        let said = thursday(state);
        assert!(!said.iter().any(|line| line.contains("05 36 49 12 02")), "{state}: {said:?}");
    }
}

#[test]
fn an_appointment_is_said_where_one_is_needed() {
    assert_eq!(
        thursday("")[..3],
        ["9 h à 12 h · Lusignan", "Ville", "Médiathèque du Parc. Sur rendez-vous."]
    );
    let event = &thursday("")[3..];
    assert!(!event.iter().any(|line| line.contains("endez-vous")), "{event:?}");
}

#[test]
fn a_week_too_full_for_a_page_keeps_its_events_and_leads_to_its_communes() {
    let desk = |town: &str| {
        let held = (0..20)
            .map(|n| format!("  - {{qui: agent {n}, horaires: du lundi au jeudi 9h-12h}}\n"));
        format!(
            "nom: Mairie de {town}\ncommune: {town}\npermanences:\n{}",
            held.collect::<String>()
        )
    };
    let (lusignan, vivonne) = (desk("Lusignan"), desk("Vivonne"));
    let pages = vienne(&[
        ("86-vienne/acteurs/lusignan.yaml", &lusignan),
        ("86-vienne/acteurs/vivonne.yaml", &vivonne),
        (
            "86-vienne/evenements/cafe.yaml",
            "nom: Café\ncommune: Vivonne\ndates: [{le: 2026-12-03}]\n",
        ),
    ]);
    for (name, first) in
        [("2026-s49", "Jeudi 3 décembre 2026"), ("2026-s49-par-commune", "Vivonne")]
    {
        let page = &pages[&format!("agenda/{name}.html")];
        assert_eq!(headings(page), [first, "Toutes les dates, commune par commune"]);
        assert_eq!(listed(page, first), ["Café"]);
        let communes = under(page, "Toutes les dates, commune par commune");
        assert_eq!(lines(communes)[..2], ["Lusignan : 80 dates", "Vivonne : 81 dates"]);
        assert_eq!(href(communes, "Lusignan"), "../communes/lusignan.html");
    }
}

#[test]
fn the_agenda_lists_its_weeks() {
    let page = &PAGES["agenda/index.html"];
    let main = part(page, "main");
    assert!(words(main).contains(
        "Ce qui a lieu jusqu’au lundi 18 janvier 2027. Cet agenda est valable jusqu’à ce jour."
    ));
    let weeks: Vec<(String, String)> =
        links(main).into_iter().filter(|(_, said)| said.starts_with("Semaine du ")).collect();
    assert_eq!(weeks.len(), 8);
    // Two stops and a permanence; the first week of January has six.
    assert_eq!(
        weeks[0],
        ("2026-s48.html".into(), "Semaine du 23 au 29 novembre 2026 3 dates".into())
    );
    assert_eq!(
        weeks[5],
        ("2027-s01.html".into(), "Semaine du 4 au 10 janvier 2027 6 dates".into())
    );
    assert_eq!(href(part(page, "header"), "Agenda"), "index.html");
}

#[test]
fn the_agenda_says_the_stretches_without_anything() {
    let said = lines(part(&PAGES["agenda/index.html"], "main"));
    let nothing: Vec<&String> =
        said.iter().filter(|line| line.starts_with("Rien n’est annoncé")).collect();
    // The week between those of 14 and of 28 December, and no other.
    assert_eq!(nothing, ["Rien n’est annoncé du 21 au 27 décembre 2026."]);
}

#[test]
fn a_week_cut_by_the_last_day_of_the_guide_says_so_first() {
    let call = "Téléphonez avant de vous déplacer si vous venez de loin.";
    // Monday 18 January 2027 is the last day shown, eight weeks after today.
    assert_eq!(
        lines(part(week("2027-s03"), "main"))[1..3],
        [
            "Ce guide s’arrête le lundi 18 janvier 2027 : la fin de la semaine n’y est pas encore.",
            call
        ]
    );
    assert_eq!(lines(part(week("2027-s02"), "main"))[1], call);
    // A guide that ends on a Sunday cuts no week.
    let settings = "titre: G\ndepartement: \"86\"\nediteur: E\nvalable_jusqu_au: 2026-12-06\n";
    let pages = vienne(&[&[("86-vienne/guide.yaml", settings)], &FILES[..]].concat());
    assert_eq!(lines(part(&pages["agenda/2026-s49.html"], "main"))[1], call);
}

#[test]
fn no_page_says_a_day_relative_to_the_day_it_was_made() {
    for (path, page) in PAGES.iter() {
        let said = words(part(page, "body")).to_lowercase();
        for word in [
            "aujourd’hui",
            "demain",
            "hier",
            "cette semaine",
            "semaine prochaine",
            "ce mois",
            "bientôt",
            "en ce moment",
        ] {
            let is_word = said.match_indices(word).any(|(at, _)| {
                let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
                !letter(said[..at].chars().next_back())
                    && !letter(said[at + word.len()..].chars().next())
            });
            assert!(!is_word, "{path} says « {word} »");
        }
    }
}
