//! The pages of the example guide: whole, safe, and saying no more than the records do.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jalon::calendar::Date;
use jalon::edition::{self, EDITIONS, World};
use jalon::guide::{self, Guides};
use jalon::plan::{About, Medium, Plan};
use jalon::record::{self, acteur::ReserveA};
use jalon::theme::{self, Themes};
use proptest::prelude::*;

mod support;
mod tokens;

const TODAY: Date = Date::constant(2026, 11, 23);

/// The example guide, linked, with its themes and its plan.
struct Example {
    guides: Guides,
    themes: Themes,
    plan: Plan,
}

impl Example {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (records, _) = record::read(&root.join("content"), "content");
        let guides = guide::link(records, TODAY);
        let (themes, faults) = theme::read(&root.join("themes"), &guides);
        assert_eq!(faults, []);
        let mut out = Vec::new();
        let plan = edition::plan(&guides, &mut out);
        assert_eq!(out, []);
        Self { guides, themes, plan }
    }

    fn pages(&self) -> BTreeMap<String, String> {
        let world = World::new(&self.guides, &self.themes, &self.plan);
        let html = self.plan.sheets.iter().filter(|(_, sheet)| sheet.medium == Medium::Html);
        let render = |(edition, sheet): &(usize, jalon::plan::Sheet)| {
            let bytes = EDITIONS[*edition].render(&world, sheet).unwrap();
            (sheet.address.to_string(), String::from_utf8(bytes).unwrap())
        };
        html.map(render).collect()
    }
}

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| Example::new().pages());

fn page(path: &str) -> &'static str {
    &PAGES[&format!("86-vienne/{path}.html")]
}

#[test]
fn every_page_is_whole() {
    for (path, page) in PAGES.iter() {
        let tags = tokens::tags(page).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        assert_eq!(tags.iter().filter(|tag| *tag == "h1").count(), 1, "{path}");
        assert!(page.contains("<html lang=\"fr\">"), "{path}");
    }
}

#[test]
fn every_title_is_its_own() {
    let title = |page: &str| {
        page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned()
    };
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (path, page) in PAGES.iter().filter(|(path, _)| !path.ends_with("404.html")) {
        if let Some(other) = seen.insert(title(page), path) {
            panic!("{path} and {other} share a title");
        }
    }
    assert!(seen.contains_key("Médiathèque municipale, Loudun – Où se faire aider dans la Vienne"));
    assert!(seen.contains_key("France services de Civray – Où se faire aider dans la Vienne"));
}

#[test]
fn the_style_is_the_one_the_policy_names() {
    use base64::Engine;
    use sha2::Digest;
    let page = page("index");
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style));
    assert!(page.contains(&format!("style-src 'sha256-{hash}'")));
    assert!(!page.contains("style=\""));
    assert!(!PAGES.values().any(|page| page.contains("javascript:")));
}

#[test]
fn only_the_page_of_search_has_a_script_and_its_policy_names_it() {
    use jalon::theme::policy_hash;
    for (path, page) in PAGES.iter() {
        let searches = path.ends_with("/recherche.html");
        // What engines read is no script: nothing runs it.
        let data = page.matches("<script type=\"application/ld+json\">").count();
        assert!(data <= usize::from(path.contains("/evenements/")), "{path}");
        assert_eq!(page.matches("<script").count(), data + usize::from(searches), "{path}");
        assert_eq!(page.matches("script-src").count(), usize::from(searches), "{path}");
        if searches {
            let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
            // A file is run where the page names one, and only there.
            let file =
                if page.contains("data-liste=\"recherche-liste.js\"") { " 'self'" } else { "" };
            let hash = policy_hash(script);
            let policy = format!("form-action 'none'; script-src '{hash}'{file}\">");
            assert!(page.contains(&policy), "{path}");
        }
    }
}

#[test]
fn notes_for_the_staff_and_drafts_are_nowhere() {
    for (path, page) in PAGES.iter() {
        assert!(!page.contains("Espace numérique de Naintré"), "{path} shows a draft");
        assert!(!page.contains("Rappeler la mairie"), "{path} shows a note for the staff");
    }
    assert!(!PAGES.keys().any(|path| path.contains("epn-naintre")));
}

#[test]
fn what_is_unknown_is_said_and_not_guessed() {
    let page = page("acteurs/salle-numerique-saint-savin");
    assert!(
        page.contains("<strong>À confirmer.</strong> Personne n’a encore vérifié cette fiche.")
    );
    assert!(page.contains("<dt>Sans rendez-vous\u{a0}:</dt> <dd>non précisé\n"));
    assert!(page.contains("<dt>Prix\u{a0}:</dt> <dd>non précisé\n"));
    assert!(page.contains("Horaires non précisés"));
    let stale = self::page("acteurs/point-numerique-isle-jourdain");
    assert!(stale.contains(
        "La dernière vérification date du 14\u{a0}janvier 2025. Appelez avant de vous déplacer."
    ));
    assert!(stale.contains("<dt>Sans rendez-vous\u{a0}:</dt> <dd>non précisé, appelez\n"));
}

#[test]
fn what_is_known_is_said_in_plain_words() {
    let page = page("acteurs/pimms-mediation-poitiers");
    assert!(page.contains("<a class=\"agir\" href=\"tel:+33536491206\">Appeler le 05\u{a0}36\u{a0}49\u{a0}12\u{a0}06</a>"));
    assert!(page.contains("<dt>Sans rendez-vous\u{a0}:</dt> <dd>oui\n"));
    assert!(page.contains("<dt>Qui peut venir\u{a0}:</dt> <dd>tout le monde\n"));
    assert!(page.contains(
        "<dt><a href=\"../dispositifs/aidants-connect.html\">Aidants Connect</a>\u{a0}:</dt> \
         <dd>Une démarche à votre place, légalement.\n"
    ));
    assert!(page.contains(
        "<dt>Fiche\u{a0}:</dt> <dd>vérifiée le 20\u{a0}octobre 2026 par une visite, équipe du guide\n"
    ));
}

#[test]
fn what_ended_says_so_and_leaves_the_lists() {
    let page = page("acteurs/hubikoop");
    assert!(page.contains("<strong>Fini depuis le 10\u{a0}juin 2024.</strong> La coopérative a annoncé sa fin en juin 2024."));
    assert!(!page.contains("class=\"agir"));
    for (path, page) in
        PAGES.iter().filter(|(path, _)| path.contains("/besoins/") || path.contains("/communes/"))
    {
        assert!(!page.contains("Atelier Ordi Solidaire"), "{path} sends people to what has ended");
    }
    assert!(self::page("a-z").contains("Atelier Ordi Solidaire</a>, Poitiers, fini"));
}

#[test]
fn a_permanence_is_seen_from_both_sides() {
    assert!(page("acteurs/pimms-mediation-poitiers").contains(
        "Ville de Poitiers, conseillers numériques</a><p><strong>Conseiller numérique.</strong>"
    ));
    assert!(
        page("acteurs/ville-de-poitiers")
            .contains("PIMMS Médiation Grand Poitiers</a><p><strong>Conseiller numérique.")
    );
    assert!(
        page("acteurs/maison-de-quartier-seve")
            .contains("Bus numérique D’Clics</a><p><strong>Saint-Éloi.</strong>")
    );
    assert!(
        page("communes/lusignan")
            .contains("Bus numérique D’Clics</a><p><strong>Place du marché.</strong>")
    );
}

#[test]
fn a_tour_without_hours_shows_none() {
    let page = page("acteurs/guitoune");
    assert!(
        page.contains("Les lieux et les horaires changent\u{a0}: appelez pour savoir où et quand.")
    );
    assert!(!page.contains("<table>"));
}

#[test]
fn past_events_leave_the_lists_and_keep_their_page() {
    let past = "Mieux agir pour l’inclusion numérique dans les quartiers";
    assert!(
        page("evenements/journee-quartiers-poitiers-2023")
            .contains("<strong>C’est passé.</strong>")
    );
    assert!(!page("evenements/index").contains(past));
    assert!(!page("index").contains(past));
    assert!(page("plan-du-site").contains(past));
}

#[test]
fn a_former_address_leads_to_the_page_of_today() {
    let page = page("acteurs/msap-poitiers");
    assert!(page.contains("content=\"0; url=pimms-mediation-poitiers.html\""));
    assert!(page.contains("<a href=\"pimms-mediation-poitiers.html\">"));
}

#[test]
fn the_urgent_page_goes_from_the_surest() {
    let page = page("besoins/demarche-urgente");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at("<h3>Sans rendez-vous</h3>") < at("<h3>Appelez avant de venir</h3>"));
    assert!(at("France services de Civray") < at("<h3>Appelez avant de venir</h3>"));
    assert!(at("CCAS de Poitiers") > at("<h3>Appelez avant de venir</h3>"));
    assert!(!page.contains("Ville de Poitiers, conseillers numériques"));
}

#[test]
fn texts_name_pages_by_id_or_by_path() {
    let desk = support::Desk::with(&[
        ("86-vienne/acteurs/bus.yaml", "nom: Bus\ncommune: Poitiers\nanciens_ids: [car]\n"),
        (
            "86-vienne/pages/aide.md",
            "---\ntitre: Aide\n---\n\n[bus](bus) [car](car) [besoins](besoins/index.html) [non](//a.fr) ![x](y.png)\n",
        ),
    ]);
    let built = desk.build();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let page = desk.read("output/86-vienne/pages/aide.html");
    let links = "<p><a href=\"../acteurs/bus.html\">bus</a> <a href=\"../acteurs/bus.html\">car</a> \
                 <a href=\"../besoins/index.html\">besoins</a> non x</p>";
    assert!(page.contains(links), "{page}");
}

#[test]
fn a_link_to_no_page_forbids_publishing_and_says_where() {
    let desk = support::Desk::with(&[(
        "86-vienne/pages/aide.md",
        "---\ntitre: Aide\n---\n\n[x](besoins/indx.html)\n",
    )]);
    let said = String::from_utf8(desk.build().stderr).unwrap();
    assert!(said.contains("erreur[lien-mort]"), "{said}");
    assert!(said.contains("86-vienne/pages/aide.html"), "{said}");
    assert!(said.contains("../besoins/indx.html"), "{said}");
}

#[test]
fn a_guide_dresses_its_pages_and_is_told_of_its_slips() {
    let desk =
        support::Desk::with(&[("86-vienne/acteurs/bus.yaml", "nom: Bus\ncommune: Poitiers\n")]);
    desk.write("themes/86-vienne/labels/fr.yaml", "acteur: {ou: À quelle adresse}\n");
    desk.write("themes/86-vienne/styl.css", "");
    let said = String::from_utf8(desk.build().stderr).unwrap();
    assert!(said.contains("attention[fichier-de-theme-inconnu]"), "{said}");
    assert!(said.contains("Vouliez-vous dire « style.css » ?"), "{said}");
    assert!(desk.read("output/86-vienne/acteurs/bus.html").contains("<h2>À quelle adresse</h2>"));
    desk.write(
        "themes/86-vienne/html/acteur.html",
        "{% extends \"html/base.html\" %}\n{{ nm }}\n{% block main %}{{ nm }}{% endblock main %}\n",
    );
    let said = String::from_utf8(desk.build().stderr).unwrap();
    assert!(said.contains("erreur[modele-invalide]"), "{said}");
    assert!(said.contains("themes/86-vienne/html/acteur.html:"), "{said}");
}

#[test]
fn a_long_list_is_cut_by_letter() {
    let actors: Vec<(String, String)> = (0..450)
        .map(|rank| {
            let letter = char::from(b'A' + (rank % 5) as u8);
            let text = format!("nom: {letter} lieu {rank}\ncommune: Poitiers\nservices: [Aide aux démarches administratives]\n");
            (format!("86-vienne/acteurs/lieu-{rank}.yaml"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> =
        actors.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let desk = support::Desk::with(&files);
    assert!(desk.build().status.success());
    assert!(!desk.read("output/86-vienne/a-z.html").contains("lieu 7"));
    assert!(desk.read("output/86-vienne/a-z.html").contains("<a href=\"a-z/c.html\">C</a>"));
    assert!(desk.read("output/86-vienne/a-z/c.html").contains(">C lieu 7</a>"));
    let need = desk.read("output/86-vienne/besoins/faire-une-demarche.html");
    assert!(
        need.contains("<a href=\"../communes/poitiers.html\">Poitiers</a>\u{a0}: 450 lieux"),
        "{need}"
    );
    assert!(!need.contains("lieu 7<"));
}

/// Puts one text into every free text of an actor.
fn fill(acteur: &mut record::Acteur, text: &str) {
    let some = || Some(text.to_owned());
    let fiche = &mut acteur.fiche;
    fiche.nom = text.to_owned();
    fiche.autres_noms = vec![text.to_owned()];
    fiche.presentation_resume = some();
    fiche.id = text.to_owned();
    fiche.langue = some();
    if let Some(verifie) = &mut fiche.verifie {
        verifie.comment = some();
    }
    acteur.adresse.adresse = some();
    acteur.adresse.complement_adresse = some();
    acteur.accessibilite = some();
    acteur.venir = some();
    acteur.tarif = some();
    acteur.a_apporter = vec![text.to_owned()];
    acteur.langues = vec![text.to_owned()];
    acteur.autres_formations_labels = vec![text.to_owned()];
    acteur.reserve_a = Some(ReserveA {
        quartiers: vec![text.to_owned()],
        communes: vec![text.to_owned()],
        texte: some(),
    });
    for thing in &mut acteur.equipements {
        thing.nom = text.to_owned();
    }
    for change in &mut acteur.changements {
        change.arret = some();
        change.raison = some();
    }
}

/// The page of the bus with one text everywhere.
fn filled(text: &str) -> String {
    let mut example = Example::new();
    let vienne =
        example.guides.guides.iter().position(|guide| guide.dossier == "86-vienne").unwrap();
    let rank = example.guides.guides[vienne]
        .acteurs
        .iter()
        .position(|acteur| acteur.fiche.id == "bus-dclics")
        .unwrap();
    fill(&mut example.guides.guides[vienne].acteurs[rank], text);
    let world = World::new(&example.guides, &example.themes, &example.plan);
    let about = About::Acteur(guide::Ref { guide: vienne, index: rank });
    let sheet = example.plan.sheets.iter().find(|(_, sheet)| sheet.about == about).unwrap();
    String::from_utf8(EDITIONS[0].render(&world, &sheet.1).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is written in a record, the page keeps its tags: text stays text.
    #[test]
    fn no_text_breaks_a_page(text in "\\PC{0,24}|[<>&\"'`/!=a-z -]{0,40}") {
        let hostile = filled(&format!("x{text}x"));
        let plain = tokens::tags(&filled("xx"));
        prop_assert_eq!(tokens::tags(&hostile), plain);
    }
}
