//! Files to take along that need another one, or are too heavy for a mail.

use crate::{noise, number_in, said_of_theme, thousands};

/// What a build says of one place and a template of files to take along with something more in its `main`.
fn said_of_file_with(more: &str) -> (String, bool) {
    let base = include_str!("../../themes/base/html/fichier.html");
    said_of_theme("html/fichier.html", &base.replace("</main>", &format!("{more}</main>")))
}

const CARRIED: &str = "\n = à faire: Corrigez le thème ou le texte : ce fichier est lu seul, sans Internet et sans les autres pages.\n\n";

#[test]
fn a_file_to_take_along_that_needs_another_is_refused() {
    let faults = [
        (
            "<p><a href=\"../index.html\">Accueil du guide</a></p>",
            "Le lien « ../index.html » sort de ce fichier vers une page qui n’est pas avec lui.",
        ),
        (
            "<p><a href=\"#fin\">La fin du fichier</a></p>",
            "Le lien « #fin » ne mène à rien dans ce fichier.",
        ),
        ("<img src=\"plan.png\" alt=\"Plan\">", "Ce fichier va chercher « plan.png » ailleurs."),
        (
            "<link rel=\"stylesheet\" href=\"https://a.example/a.css\">",
            "Ce fichier va chercher « https://a.example/a.css » ailleurs.",
        ),
        (
            "<p id=\"contenu\">Encore</p>",
            "Deux endroits de ce fichier ont le même nom (id) : « contenu ».",
        ),
        (
            "<style>p{background:url(a.png)}</style>",
            "Le style de ce fichier va chercher une image ou un autre style ailleurs.",
        ),
    ];
    for (more, message) in faults {
        let (said, published) = said_of_file_with(more);
        let others = " C’est aussi le cas de 2 autres pages.";
        let expected = format!(
            "erreur[fichier-a-emporter]: {message}{others}\n--> 86-vienne/hors-ligne/communes/poitiers.html{CARRIED}"
        );
        assert_eq!((said, published), (expected, false));
    }
}

#[test]
fn a_file_too_heavy_for_a_mail_is_a_doubt_and_a_heavier_one_is_refused() {
    let (doubt, published) = said_of_file_with(&format!("<p>{}</p>", noise(160_000)));
    assert!(published);
    let weight = number_in(&doubt);
    assert_eq!(
        doubt,
        format!(
            "attention[fichier-trop-lourd]: Ce fichier à emporter pèse {} octets : mieux vaut rester sous 150\u{202f}000.\n--> 86-vienne/hors-ligne/communes/poitiers.html\n = à faire: Raccourcissez les textes des fiches, ou retirez ce genre de fichiers de « hors_ligne » dans « guide.yaml ».\n\n",
            thousands(weight)
        )
    );
    let (refusal, published) = said_of_file_with(&format!("<p>{}</p>", noise(510_000)));
    assert!(!published && refusal.starts_with("erreur[fichier-trop-lourd]: "), "{refusal}");
    assert!(refusal.contains(" octets : la limite est 500\u{202f}000.\n"), "{refusal}");
}
