//! Alternative texts that are heard in vain, of records and of texts.

use crate::support::{Desk, repository};

/// What a check says of a place whose picture has a text and a caption.
fn said_of(alt: &str, caption: &str) -> String {
    let record = format!(
        "nom: Espace des Halles\ncommune: Poitiers\nimages: [{{fichier: porte.png, alt: \"{alt}\", legende: \"{caption}\"}}]\n"
    );
    with_picture(&[("86-vienne/acteurs/lieu.yaml", &record)]).messages()
}

fn with_picture(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::with(files);
    let drawing = repository().join("content/31-haute-garonne/images/borne-arcade.png");
    desk.write("content/86-vienne/images/porte.png", std::fs::read(drawing).unwrap());
    desk
}

#[test]
fn a_text_that_announces_a_picture_is_a_doubt() {
    let line = r#"images: [{fichier: porte.png, alt: "Photo de la porte", legende: "L'entrée"}]"#;
    assert_eq!(
        said_of("Photo de la porte", "L'entrée"),
        format!(
            "attention[image-texte-inutile]: Le texte de remplacement commence par « Photo » : un lecteur d’écran dit déjà que c’est \
             une image.
 --> content/86-vienne/acteurs/lieu.yaml:3:20
  |
3 | {line}
  |                    ^^^^^^^^^
  |
  = à faire: Dites tout de suite ce qu’elle montre : « Le bus devant la mairie ».

"
        )
    );
}

#[test]
fn a_text_said_beside_the_picture_too_is_a_doubt() {
    let heads = |said: String| said.lines().next().unwrap_or_default().to_owned();
    let twice = |what: &str, alt: &str| {
        format!(
            "attention[image-texte-inutile]: Le texte de remplacement « {alt} » répète {what} : il serait entendu deux fois."
        )
    };
    let said = said_of("La porte verte", "La porte verte.");
    assert!(said.ends_with("= à faire: Dites ce que l’image montre de plus : la porte, l’enseigne, le chemin. « alt: \"\" » si elle ne fait que décorer.\n\n"), "{said}");
    assert_eq!(heads(said), twice("la légende", "La porte verte"));
    assert_eq!(
        heads(said_of("espace des halles", "La porte")),
        twice("le nom de la fiche", "espace des halles")
    );
}

#[test]
fn a_text_that_is_too_long_is_a_doubt() {
    let long = format!("La porte verte{}", " et la rampe".repeat(10));
    let said = said_of(&long, "");
    assert!(said.starts_with("attention[image-texte-inutile]: Le texte de remplacement a 134 signes : un lecteur d’écran le dit d’une traite, sans qu’on puisse revenir en arrière.\n"), "{said}");
    assert!(said.ends_with("= à faire: Gardez l’essentiel, en 120 signes au plus. Le reste va dans le texte, où tout le monde le lit.\n\n"), "{said}");
}

#[test]
fn a_text_that_shows_is_left_alone() {
    for (alt, caption) in [
        ("", "La porte"),
        ("La porte verte et la rampe", "L'entrée"),
        ("Photocopieuse et imprimante", ""),
        ("Logo de la mairie", ""),
    ] {
        assert_eq!(said_of(alt, caption), "", "{alt}");
    }
}

/// Pictures of texts are read in the page.
#[test]
fn a_picture_of_a_text_is_judged_too() {
    let page = "---\ntitre: Aide\n---\n\n![Image du bus](porte.png)\n";
    let place = ("86-vienne/acteurs/lieu.yaml", "nom: Lieu\ncommune: Poitiers\n");
    let desk = with_picture(&[place, ("86-vienne/pages/aide.md", page)]);
    let built = desk.build();
    assert!(built.status.success());
    assert_eq!(
        String::from_utf8(built.stderr).unwrap(),
        "attention[image-texte-inutile]: Le texte de remplacement commence par « Image » : un lecteur d’écran dit déjà que c’est une image.
--> 86-vienne/pages/aide.html
 = à faire: Dites tout de suite ce qu’elle montre : « Le bus devant la mairie ». Commencez par « content/86-vienne/pages/aide.md ».

"
    );
    // What a record shows is said once, where it is written.
    let record =
        "nom: Lieu\ncommune: Poitiers\nimages: [{fichier: porte.png, alt: Image du bus}]\n";
    let desk = with_picture(&[("86-vienne/acteurs/lieu.yaml", record)]);
    let built = String::from_utf8(desk.build().stderr).unwrap();
    assert_eq!(built.matches("image-texte-inutile").count(), 1, "{built}");
    assert!(built.contains("content/86-vienne/acteurs/lieu.yaml:3:20"), "{built}");
}
