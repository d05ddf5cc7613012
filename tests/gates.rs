//! The gates on what was rendered: a fault planted for each is caught with its whole message.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "gates/carried.rs"]
mod carried;
#[path = "gates/pictures.rs"]
mod pictures;
mod support;

use support::{Desk, TODAY};

const DRAWING: &[u8] = include_bytes!("../content/31-haute-garonne/images/borne-arcade.png");

const PLACE: (&str, &str) = ("86-vienne/acteurs/bus.yaml", "nom: Bus\ncommune: Poitiers\n");

/// What a build says of a guide with one place and a page of Markdown, and whether it is published.
fn said_of_text(text: &str) -> (String, bool) {
    let page = format!("---\ntitre: Aide\n---\n\n{text}\n");
    said(&Desk::with(&[PLACE, ("86-vienne/pages/aide.md", &page)]))
}

/// What a build says of a guide with one place and a theme of its own, and whether it is published.
fn said_of_theme(file: &str, text: &str) -> (String, bool) {
    let desk = Desk::with(&[PLACE]);
    desk.write(&format!("themes/86-vienne/{file}"), text);
    said(&desk)
}

fn said(desk: &Desk) -> (String, bool) {
    let built = desk.build();
    (String::from_utf8(built.stderr).unwrap(), built.status.success())
}

/// A page of the base theme with something more before its last block ends.
fn page_with(more: &str) -> String {
    let base = include_str!("../themes/base/html/page.html");
    base.replace("{%- endblock main %}", &format!("{more}{{%- endblock main %}}"))
}

/// The theme of a page with something more, on a guide with one page of Markdown.
fn said_of_page_with(more: &str) -> (String, bool) {
    let desk = Desk::with(&[PLACE, ("86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\nx\n")]);
    desk.write("themes/86-vienne/html/page.html", page_with(more));
    said(&desk)
}

/// Letters that no compressor makes short.
fn noise(length: usize) -> String {
    let mut state = 7_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 16) as u8 % 26)
    };
    (0..length).map(|rank| if rank % 60 == 59 { ' ' } else { letter() }).collect()
}

#[test]
fn the_example_passes_every_gate() {
    let desk = Desk::copy_of("content");
    let (said, published) = said(&desk);
    assert!(published);
    let of_gates =
        said.lines().filter(|line| line.starts_with("erreur[") || line.starts_with("attention["));
    assert_eq!(
        of_gates.filter(|line| !line.contains("[horaires-semaine-53]")).count(),
        0,
        "{said}"
    );
}

#[test]
fn the_base_theme_passes_every_gate_as_a_theme_of_one_s_own() {
    let desk = Desk::copy_of("content");
    let base = support::repository().join("themes/base");
    for (name, bytes) in support::tree(&base) {
        desk.write(&format!("themes/86-vienne/{name}"), bytes);
    }
    let (said, published) = said(&desk);
    assert!(published, "{said}");
    assert_eq!(
        said.matches("[horaires-semaine-53]").count(),
        said.matches("= à faire:").count(),
        "{said}"
    );
}

#[test]
fn a_heavy_record_is_a_doubt_and_a_heavier_one_is_refused() {
    let weighs = |length: usize| {
        let record =
            format!("nom: Bus\ncommune: Poitiers\npresentation_detail: {}\n", noise(length));
        said(&Desk::with(&[("86-vienne/acteurs/bus.yaml", &record)]))
    };
    assert_eq!(weighs(5_000), (String::new(), true));
    let (doubt, published) = weighs(9_000);
    assert!(published);
    let weight = number_in(&doubt);
    assert!((6_001..10_000).contains(&weight), "{weight}");
    assert_eq!(
        doubt,
        format!(
            "attention[page-trop-lourde]: Cette page pèse {} octets une fois compressée : mieux vaut rester sous 6\u{202f}000.\n--> 86-vienne/acteurs/bus.html\n = à faire: Raccourcissez les textes de « content/86-vienne/acteurs/bus.yaml », ou coupez-les en plusieurs pages.\n\n",
            thousands(weight)
        )
    );
    let (refusal, published) = weighs(30_000);
    assert!(!published && refusal.starts_with("erreur[page-trop-lourde]: "), "{refusal}");
    assert!(
        refusal.contains(" octets une fois compressée : la limite est 14\u{202f}600.\n"),
        "{refusal}"
    );
}

/// The first number of a text, its thousands joined.
fn number_in(text: &str) -> usize {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || *c == '\u{202f}')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

fn thousands(number: usize) -> String {
    format!("{}\u{202f}{:03}", number / 1_000, number % 1_000)
}

#[test]
fn a_guide_sets_its_own_budget_and_pages_without_compression_have_theirs() {
    let settings = "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\nbudget: 1000\n";
    let (refusal, published) = said(&Desk::with(&[PLACE, ("86-vienne/guide.yaml", settings)]));
    assert!(!published);
    assert!(refusal.contains("la limite est 1\u{202f}000.\n"), "{refusal}");
    let text = "Un mot et encore un mot. ".repeat(2_600);
    let (doubt, published) = said_of_text(&text);
    assert!(published);
    assert!(
        doubt.contains(" octets sans compression : mieux vaut rester sous 60\u{202f}000.\n"),
        "{doubt}"
    );
}

#[test]
fn a_link_that_says_nothing_is_refused() {
    assert_eq!(
        said_of_text("Les horaires sont [ici](bus)."),
        (
            "erreur[lien-vague]: Le texte de lien « ici » ne dit pas où il mène.\n--> 86-vienne/pages/aide.html\n = à faire: Écrivez où il mène : « Les horaires de la médiathèque » plutôt que « cliquez ici ». \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            false
        )
    );
    assert_eq!(
        said_of_text("Allez sur <https://exemple.fr/page>."),
        (
            "attention[lien-vague]: Un lecteur d’écran dirait le lien « https://exemple.fr/page » lettre par lettre.\n--> 86-vienne/pages/aide.html\n = à faire: Écrivez le nom de la page ou du site, par exemple « [le site de la mairie](https://…) ». \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            true
        )
    );
}

#[test]
fn a_place_may_be_called_like_a_word_that_says_nothing() {
    let desk = Desk::with(&[("86-vienne/acteurs/lien.yaml", "nom: Le Lien\ncommune: Poitiers\n")]);
    assert_eq!(said(&desk), (String::new(), true));
}

#[test]
fn a_link_without_text_is_refused() {
    assert_eq!(
        said_of_text("Voir [](bus)."),
        (
            "erreur[lien-sans-texte]: Le lien vers « ../acteurs/bus.html » n’a pas de texte : personne ne saura où il mène.\n--> 86-vienne/pages/aide.html\n = à faire: Écrivez dans le lien où il mène ; si c’est une image, donnez-lui un texte de remplacement. \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            false
        )
    );
    let (said, published) = said_of_page_with(
        "<a href=\"../a-z.html\" aria-label=\"Tous les lieux\"><img src=\"data:,\" alt=\"\"></a>",
    );
    assert_eq!((said.as_str(), published), ("", true));
}

#[test]
fn two_links_that_read_alike_are_a_doubt_unless_something_tells_them_apart() {
    assert_eq!(
        said_of_text("- [Inscription](https://a.example)\n- [Inscription](https://b.example)"),
        (
            "attention[liens-de-meme-texte]: Deux liens disent « Inscription » et mènent l’un à « https://a.example », l’autre à « https://b.example ».\n--> 86-vienne/pages/aide.html\n = à faire: Ajoutez à l’un des deux ce qui le distingue : la commune, le jour, l’année. \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            true
        )
    );
    for text in [
        "- [Inscription](https://a.example), Poitiers\n- [Inscription](https://b.example), Loudun",
        "## Mardi\n\n[Inscription](https://a.example)\n\n## Jeudi\n\n[Inscription](https://b.example)",
        "| | |\n|-|-|\n| Mardi | [Inscription](https://a.example) |\n| Jeudi | [Inscription](https://b.example) |",
        "[Inscription](https://a.example) ou [Inscription](https://a.example)",
    ] {
        assert_eq!(said_of_text(text), (String::new(), true), "{text}");
    }
}

#[test]
fn a_sentence_that_stops_after_a_colon_is_a_doubt() {
    assert_eq!(
        said_of_text("Les horaires :\n\n## La suite\n\nx"),
        (
            "attention[phrase-inachevee]: Une phrase s’arrête après les deux-points : « Les horaires : ».\n--> 86-vienne/pages/aide.html\n = à faire: Écrivez la suite, ou enlevez ce début de phrase. Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            true
        )
    );
    for text in [
        "- Lundi :\n- Mardi : fermé",
        "| Jour | Heure |\n|-|-|\n| Lundi : | 9 h |",
        "Un mot :\n\n---",
        "Fin :",
    ] {
        let (said, published) = said_of_text(text);
        assert!(published && said.starts_with("attention[phrase-inachevee]"), "{text}: {said}");
    }
    for text in [
        "Il faut :\n\n- un papier\n- un stylo",
        "- Il faut :\n  - un papier",
        "Écrivez à :  \nMairie",
        "Ouvert : oui",
        "Voici :\n\n> une phrase",
    ] {
        assert_eq!(said_of_text(text), (String::new(), true), "{text}");
    }
}

#[test]
fn a_picture_without_text_or_named_after_its_file_is_refused() {
    let page = "---\ntitre: Aide\n---\n\n![IMG_1234.jpg](bus.png)\n";
    let desk = Desk::with(&[PLACE, ("86-vienne/pages/aide.md", page)]);
    desk.write("content/86-vienne/images/bus.png", DRAWING);
    assert_eq!(
        said(&desk),
        (
            "erreur[image-texte-inutile]: Le texte de remplacement « IMG_1234.jpg » est un nom de fichier.\n--> 86-vienne/pages/aide.html\n = à faire: Écrivez ce que montre l’image, en une phrase, entre les crochets : « ![Le bus devant la mairie](bus.jpg) ». \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            false
        )
    );
    assert_eq!(
        said_of_page_with("<img src=\"data:,\">"),
        (
            "erreur[image-sans-texte]: L’image « data:, » n’a pas de texte de remplacement.\n--> 86-vienne/pages/aide.html\n = à faire: Ajoutez « alt » : ce que montre l’image, en une phrase, ou rien entre les guillemets si elle ne fait que décorer. \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            false
        )
    );
}

#[test]
fn a_gap_between_headings_is_refused() {
    assert_eq!(
        said_of_page_with("<h2>Un</h2><h4>Deux</h4>"),
        (
            "erreur[titres-sautes]: Le titre « Deux » est de niveau 4, juste après un titre de niveau 2.\n--> 86-vienne/pages/aide.html\n = à faire: Suivez l’ordre des titres : un seul « h1 », puis « h2 », « h3 », sans en sauter. \
             Commencez par « content/86-vienne/pages/aide.md ».\n\n"
                .into(),
            false
        )
    );
    let (said, published) = said_of_page_with("<h1>Encore</h1>");
    assert!(!published && said.contains("Cette page a 2 titres principaux (h1).\n"), "{said}");
    let base = include_str!("../themes/base/html/base.html").replace("<h1>{{ page.h1 }}</h1>", "");
    let (said, published) = said_of_theme("html/base.html", &base);
    assert!(
        !published
            && said.contains("Cette page n’a pas de titre principal (h1). C’est aussi le cas de "),
        "{said}"
    );
}

#[test]
fn a_slip_on_every_page_is_said_once() {
    let base = include_str!("../themes/base/html/base.html")
        .replace("</footer>", "<a href=\"https://a.example\">ici</a></footer>");
    let (said, published) = said_of_theme("html/base.html", &base);
    assert!(!published);
    assert_eq!(said.matches("erreur[").count(), 1, "{said}");
    assert!(said.contains("« ici » ne dit pas où il mène. C’est aussi le cas de "), "{said}");
}

#[test]
fn a_dead_anchor_and_a_title_taken_twice_are_told() {
    let (said, published) = said_of_page_with("<p><a href=\"#fin\">La fin de cette page</a></p>");
    assert!(!published && said.contains("erreur[lien-mort]: Le lien vers « 86-vienne/pages/aide.html#fin » ne mène à aucun endroit de la page.\n"), "{said}");
    let page = "---\ntitre: Aide\n---\n\nx\n";
    let desk = Desk::with(&[PLACE, ("86-vienne/pages/a.md", page), ("86-vienne/pages/b.md", page)]);
    let (said, published) = self::said(&desk);
    assert!(published && said.contains("attention[titre-en-double]: Cette page a le même titre que « 86-vienne/pages/a.html » : « Aide – Guide d’essai ».\n"), "{said}");
}

#[test]
fn colours_that_cannot_be_read_are_refused_where_they_stand() {
    let base = include_str!("../themes/base/style.css");
    let line = base.lines().count() + 1;
    assert_eq!(
        said_of_theme("style.css", &format!("{base}.encart {{ color: #999; background: #eee }}\n")),
        (
            format!(
                "erreur[contraste]: « .encart » se lit mal sur écran clair et sur écran sombre : contraste 2,4 entre #999999 et #eeeeee.\n  \
                 --> themes/86-vienne/style.css:{line}:11\n   |\n{line} | .encart {{ color: #999; background: #eee }}\n   |           ^^^^^^^^^^^\n   |\n   \
                 = à faire: Le contraste doit être de 4,5 au moins : changez l’une des deux, ou écrivez « color » et « background » dans la même règle.\n\n"
            ),
            false
        )
    );
    let (said, published) = said_of_theme("style.css", &format!("{base}h2 {{ color: #444 }}\n"));
    assert!(!published);
    assert!(
        said.contains("« h2 » se lit mal sur écran sombre : contraste 1,5 entre #444444 et #"),
        "{said}"
    );
    assert!(said.contains("dans « @media screen and (prefers-color-scheme: dark) »"), "{said}");
}

#[test]
fn a_name_that_no_page_gives_is_refused_where_the_engine_is_silent() {
    let desk = Desk::with(&[PLACE]);
    desk.write(
        "themes/86-vienne/html/acteur.html",
        include_str!("../themes/base/html/acteur.html")
            .replace("{% if contact %}", "{% if contcat %}"),
    );
    let line = include_str!("../themes/base/html/acteur.html")
        .lines()
        .position(|line| line.starts_with("{% if contact %}"))
        .unwrap()
        + 1;
    let (said, published) = said(&desk);
    assert!(!published);
    assert_eq!(
        said,
        format!(
            "erreur[nom-inconnu-du-modele]: Ce modèle emploie « contcat », qu’aucune page ne lui donne.\n  \
             --> themes/86-vienne/html/acteur.html:{line}:7\n   |\n{line} | {{% if contcat %}}<h2>{{{{ t.acteur.contact }}}}</h2>\n   |       ^^^^^^^\n   |\n   \
             = à faire: Vouliez-vous dire « contact » ?\n\n"
        )
    );
}

#[test]
fn a_build_ends_with_the_weights_of_its_pages() {
    let desk = Desk::with(&[PLACE]);
    let built = desk.jalon(&["build", "--sans-imprimes", "--today", TODAY]);
    let told = String::from_utf8(built.stdout).unwrap();
    let table: Vec<&str> = told.lines().skip_while(|line| !line.starts_with("Poids")).collect();
    let name = |line: &&str| line.trim().split("  ").next().unwrap_or_default().to_owned();
    let names: Vec<String> = table.iter().map(name).collect();
    assert_eq!(
        names[1..7],
        ["pages", "poids médian", "95 % pèsent au plus", "la plus lourde", "erreurs", "remarques"],
        "{told}"
    );
    let files = support::tree(&desk.path().join("output"));
    // Files to take along are no pages, but the one that lists them is.
    let carried = |path: &str| path.contains("/hors-ligne/") && !path.ends_with("/index.html");
    let pages = files.keys().filter(|path| path.ends_with(".html") && !carried(path)).count();
    assert_eq!(table[1], format!("  pages                {pages}"));
    assert_eq!(table[5..7], ["  erreurs              0", "  remarques            0"]);
    let heaviest = table[4];
    assert!(heaviest.contains(" octets, 86-vienne/"), "{heaviest}");
}
