//! Files to take along: they say what pages say, they open anywhere, and the guide chooses which are made.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod support;
mod tokens;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jalon::calendar::Date;
use jalon::edition;
use jalon::guide;
use jalon::record;
use jalon::text::{escaped, phone, typography};
use support::{Desk, TODAY, repository, tree};

const DAY: Date = Date::constant(2026, 11, 23);

/// A small guide: a place with everything, a bus that stops, an event, a page of the day.
const PLACE: &str = "nom: Médiathèque\ncommune: Lusignan\nadresse: 3 rue Haute\ntelephone: 05 36 49 12 01\n\
    courriels: [accueil@mediatheque.example]\nsite_web: [https://mediatheque.example/aide]\nhoraires: mardi 9h-12h\n\
    services: [Aide aux démarches administratives]\nfrais_a_charge: [Gratuit]\nsans_rendez_vous: oui\n\
    verifie: {le: 2026-11-03}\n";
const BUS: &str = "nom: Bus\ncommune: Poitiers\ntelephone: 05 36 49 12 02\n\
    tournee:\n  arrets:\n    - {nom: Place du marché, commune: Lusignan, horaires: jeudi 14h-16h}\n\
    verifie: {le: 2026-11-03}\n";
const EVENT: &str = "nom: Café numérique\nsorte: atelier\norganisateur: mediatheque\nchez: mediatheque\n\
    dates: [{le: 2026-12-15, horaires: 14h-16h}]\npresentation_resume: Venez avec vos questions.\n\
    inscription: {lien: https://mediatheque.example/cafe}\n";

fn desk(more: &[(&str, &str)]) -> Desk {
    let files = [
        ("86-vienne/acteurs/mediatheque.yaml", PLACE),
        ("86-vienne/acteurs/bus.yaml", BUS),
        ("86-vienne/evenements/cafe.yaml", EVENT),
    ];
    Desk::with(&[files.as_slice(), more].concat())
}

/// The files of a build that are in `hors-ligne/`, as texts.
fn carried(desk: &Desk, arguments: &[&str]) -> BTreeMap<String, String> {
    let all = [&["build", "--sans-imprimes", "--today", TODAY], arguments].concat();
    let built = desk.jalon(&all);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let files = tree(&desk.path().join("output/86-vienne/hors-ligne")).into_iter();
    let text = |(path, bytes): (String, Vec<u8>)| Some((path, String::from_utf8(bytes).ok()?));
    files.filter_map(text).collect()
}

fn guide_yaml(more: &str) -> String {
    format!("titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\n{more}\n")
}

#[test]
fn the_code_of_a_piece_is_all_there_is_to_paste() {
    let files = carried(&desk(&[]), &[]);
    let code = |slug: &str| jalon::text::code(slug);
    let expected = format!(
        "<section lang=\"fr\" aria-labelledby=\"jalon-lusignan\">\n\
         <h2 id=\"jalon-lusignan\">Se faire aider &#224; Lusignan</h2>\n\
         <h3>&#192; Lusignan</h3>\n<ul>\n\
         <li><strong>M&#233;diath&#232;que</strong><br>Mardi de 9&#160;h &#224; 12&#160;h.<br>3 rue Haute<br>\
         Sans rendez-vous. Gratuit.<br><a href=\"tel:+33536491201\">05&#160;36&#160;49&#160;12&#160;01</a><br>\
         Information v&#233;rifi&#233;e en novembre 2026. Code&#160;{}.</li>\n\
         <li><strong>Bus</strong><br>Place du march&#233;&#160;: Jeudi de 14&#160;h &#224; 16&#160;h.<br>\
         <a href=\"tel:+33536491202\">05&#160;36&#160;49&#160;12&#160;02</a><br>\
         Information v&#233;rifi&#233;e en novembre 2026. Code&#160;{}.</li>\n</ul>\n\
         <p><small>Guide d&#8217;essai, Essai. &#201;dition du 23&#160;novembre 2026.</small></p>\n</section>\n",
        code("mediatheque"),
        code("bus"),
    );
    assert_eq!(files["encarts/lusignan.txt"], expected);
}

#[test]
fn plain_text_opens_in_the_oldest_notepad() {
    let text = &carried(&desk(&[]), &[])["guide.txt"];
    let body = text.strip_prefix('\u{feff}').unwrap();
    assert!(
        body.starts_with("Guide d’essai\r\n=============\r\n\r\nÉdition du 23\u{a0}novembre 2026."),
        "{body}"
    );
    assert!(body.ends_with("\r\n"));
    for line in body.split("\r\n") {
        assert!(!line.contains(['\n', '\r', '\u{202f}', '\t']), "{line:?}");
        assert!(line.chars().count() <= 72, "{line:?}");
    }
    for said in [
        "05\u{a0}36\u{a0}49\u{a0}12\u{a0}01",
        "accueil@mediatheque.example",
        "mediatheque.example/aide",
        "Mardi de 9\u{a0}h à 12\u{a0}h.",
        "mediatheque.example/cafe",
        "Venez avec vos questions.",
        "Code\u{a0}",
    ] {
        assert!(body.contains(said), "« {said} » is not in\n{body}");
    }
}

#[test]
fn the_whole_guide_in_one_file_says_what_its_pages_say() {
    let desk = Desk::copy_of("content");
    let files = carried(&desk, &[]);
    let (records, _) = record::read(&repository().join("content"), "content");
    let guides = guide::link(records, DAY);
    let vienne = guides.guides.iter().find(|guide| guide.dossier == "86-vienne").unwrap();
    let (page, text) = (&files["guide.html"], &files["guide.txt"]);
    // Lines of the text are cut at its spaces.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = |said: &str| {
        assert!(page.contains(&escaped(said)), "« {said} » is not in guide.html");
        let said = said.split([' ', '\u{a0}', '\u{202f}']).collect::<Vec<_>>().join(" ");
        let text = text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(text.contains(&said), "« {said} » is not in guide.txt");
    };
    for acteur in vienne.acteurs.iter().filter(|one| one.fiche.en_cours(DAY)) {
        told(&typography(&acteur.fiche.nom));
        acteur.telephone.iter().for_each(|number| told(&phone(number)));
        acteur.courriels.iter().for_each(|mail| told(mail));
        acteur.adresse.adresse.iter().for_each(|street| told(&typography(street)));
    }
    for event in vienne.evenements.iter().filter(|event| event.a_venir(DAY)) {
        told(&typography(&event.fiche.nom));
    }
    for (_, ici) in vienne.communes_servies() {
        told(&typography(ici.commune.nom));
    }
    guides.numeros.iter().for_each(|numero| told(&phone(&numero.numero)));
    // The page says sigles in words at their first use.
    guides.glossaire.iter().for_each(|word| told(&typography(&word.terme)));
    tokens::tags(page).unwrap();
}

#[test]
fn no_text_of_a_record_is_markup() {
    let nasty = "nom: \"<b onclick='x'>\\\"Nom\\\"</b> & co </script><!--\"\ncommune: Lusignan\n\
        telephone: 05 36 49 12 03\npresentation_resume: \"</main><script>alert(1)</script>\"\n\
        presentation_detail: \"**[ici](javascript:alert(1))** <i>x</i>\"\nadresse: \"3 <rue> & \\\"place\\\"\"\n";
    let files = carried(&desk(&[("86-vienne/acteurs/mechant.yaml", nasty)]), &[]);
    for (path, file) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        tokens::tags(file).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let scripts = usize::from(path == "guide.html");
        assert_eq!(file.matches("<script").count(), scripts, "{path}");
        assert!(!file.contains("javascript:") && !file.contains("<b "), "{path}");
    }
    let code = &files["encarts/lusignan.txt"];
    assert!(code.is_ascii() && !code.contains("<script") && !code.contains("<b "), "{code}");
    let page = format!("<!DOCTYPE html><html><body>{code}</body></html>");
    tokens::tags(&page).unwrap();
}

#[test]
fn a_file_names_its_page_only_where_the_guide_knows_its_address() {
    let known = guide_yaml("adresse_publique: https://aide.example/86/");
    let files = carried(&desk(&[("86-vienne/guide.yaml", &known)]), &[]);
    assert!(
        files["communes/lusignan.html"]
            .contains("<a href=\"https://aide.example/86/communes/lusignan.html\">")
    );
    assert!(
        files["encarts/lusignan.txt"]
            .contains("<a href=\"https://aide.example/86/communes/lusignan.html\">")
    );
    assert!(files["guide.html"].contains("<a href=\"https://aide.example/86/\">"));
    assert!(
        files["index.html"]
            .contains("&lt;iframe src=&quot;https://aide.example/86/hors-ligne/encarts/")
    );
    for (path, file) in carried(&desk(&[]), &[]) {
        let web = file.matches("href=\"http").filter(|_| path != "index.html").count();
        let own = file.matches("href=\"https://mediatheque.example").count();
        assert_eq!(web, own, "{path}");
    }
}

#[test]
fn a_guide_chooses_its_files() {
    let names = |settings: &str, arguments: &[&str]| -> Vec<String> {
        let settings = guide_yaml(settings);
        let desk = desk(&[("86-vienne/guide.yaml", &settings)]);
        let names = carried(&desk, arguments).into_keys().collect();
        let home = desk.read("output/86-vienne/index.html");
        let plan = desk.read("output/86-vienne/plan-du-site.html");
        let offered = home.contains("hors-ligne/index.html");
        assert_eq!(offered, plan.contains("hors-ligne/index.html"));
        assert_eq!(offered, desk.path().join("output/86-vienne/hors-ligne").exists());
        names
    };
    assert_eq!(names("hors_ligne: [texte, guide]", &[]), ["guide.html", "guide.txt", "index.html"]);
    assert_eq!(names("hors_ligne: aucun", &[]), [""; 0]);
    assert_eq!(names("", &["--sans-hors-ligne"]), [""; 0]);
    let all = names("", &[]);
    for name in
        ["communes/lusignan.html", "encarts/lusignan.html", "encarts/lusignan.txt", "guide.html"]
    {
        assert!(all.iter().any(|one| one == name), "{name} is not in {all:?}");
    }
    assert!(!all.iter().any(|name| name.ends_with(".js")), "{all:?}");
}

#[test]
fn a_guide_of_more_than_five_hundred_places_is_cut() {
    let paths = |count: usize| -> Vec<String> {
        let mut many = String::new();
        for rank in 0..count {
            let _ = writeln!(many, "- {{id: lieu-{rank}, nom: Lieu {rank}, commune: Poitiers}}");
        }
        let desk = Desk::with(&[("86-vienne/acteurs/lieux.yaml", &many)]);
        let (records, _) = record::read(&desk.path().join("content"), "content");
        let guides = guide::link(records, DAY);
        let plan = edition::plan(&guides, &mut Vec::new());
        let carried = plan.addresses().map(ToString::to_string);
        let carried = carried
            .filter_map(|path| path.strip_prefix("86-vienne/hors-ligne/").map(str::to_owned));
        carried
            .filter(|path| {
                path.ends_with("guide.html") || path.ends_with(".txt") && !path.contains("encarts")
            })
            .collect()
    };
    assert_eq!(paths(500), ["guide.html", "guide.txt"]);
    assert_eq!(paths(501), ["intercommunalites/grand-poitiers.txt"]);
}

#[test]
fn the_memory_of_the_browser_is_asked_for_and_its_policy_names_it() {
    let asked = guide_yaml("hors_ligne: [guide, communes, memoire]");
    let files = carried(&desk(&[("86-vienne/guide.yaml", &asked)]), &[]);
    let page = &files["index.html"];
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    let hash = jalon::theme::policy_hash(script);
    let policy = format!("script-src '{hash}'; connect-src 'self'; worker-src 'self'\"");
    assert!(page.contains(&policy), "{page}");
    for name in [script, &files["memoire.js"]] {
        assert!(name.contains("\"jalon-86-vienne\""), "{name}");
    }
    let weight = files["guide.html"].len().div_ceil(1000);
    assert!(page.contains(&format!(
        "<option value=\"guide.html\">Guide d’essai (page web, {weight}\u{a0}ko)</option>"
    )));
    assert!(page.contains(">Lusignan (page web, "), "{page}");
}
