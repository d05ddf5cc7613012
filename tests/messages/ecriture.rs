//! Slips of writing: each is said once, and what is advised is accepted when it is followed to the letter.

use super::support::Desk;

/// What is said of some files, each message and its remedy on one line.
fn told(files: &[(&str, &str)]) -> Vec<String> {
    let said = Desk::with(files).messages();
    let lines = said.lines().map(|line| line.trim_start_matches([' ', '|']));
    let wanted = |line: &&str| {
        ["erreur[", "attention[", "= à faire: "].iter().any(|start| line.starts_with(start))
    };
    let lines: Vec<&str> = lines.filter(wanted).collect();
    lines.chunks(2).map(|pair| pair.join(" ")).collect()
}

/// The same of the lines of one place, or of one event.
fn of_place(lines: &str) -> Vec<String> {
    told(&[("86-vienne/acteurs/x.yaml", &format!("nom: A\ncommune: Poitiers\n{lines}"))])
}

fn of_event(lines: &str) -> Vec<String> {
    told(&[("86-vienne/evenements/e.yaml", &format!("nom: A\ncommune: Poitiers\n{lines}"))])
}

fn of_calendar(lines: &str) -> Vec<String> {
    told(&[("calendriers/c.yaml", &format!("nom: A\nvacances_scolaires: oui\n{lines}"))])
}

/// What is said where a key awaits keys.
fn keys(key: &str, remedy: &str) -> String {
    format!(
        "erreur[cles-attendues]: « {key} » attend des clés, chacune suivie de sa valeur. = à faire: Écrivez « {remedy} »."
    )
}

#[test]
fn a_value_where_keys_belong_is_shown_under_its_key() {
    let place = |line: &str| of_place(&format!("{line}\n"));
    let event = |line: &str| of_event(&format!("quand: lundi 9h-12h\n{line}\n"));
    for (said, key, remedy) in [
        (place("verifie: 2026-11-03"), "verifie", "verifie: {le: 2026-11-03}"),
        (place("termine: 2026-10-31"), "termine", "termine: {le: 2026-10-31}"),
        (
            place("reserve_a: le quartier, seulement"),
            "reserve_a",
            "reserve_a: {texte: \"le quartier, seulement\"}",
        ),
        (
            place("changements: fermé en août"),
            "changements",
            "changements: [{etat: …, raison: fermé en août}]",
        ),
        (place("images: [photo.jpg]"), "images", "{fichier: photo.jpg, alt: …}"),
        (
            event("inscription: 05 36 49 12 14"),
            "inscription",
            "inscription: {telephone: 05 36 49 12 14}",
        ),
        (of_event("dates: 2026-12-15\n"), "dates", "dates: [{le: 2026-12-15}]"),
        (of_event("dates:\n  - 2026-12-15\n"), "dates", "{le: 2026-12-15}"),
        (of_event("seances: 10\n"), "seances", "seances: {nombre: 10}"),
        (of_calendar("jours: 2026-12-24\n"), "jours", "jours: [{le: 2026-12-24}]"),
    ] {
        assert_eq!(said, [keys(key, remedy)]);
    }
    for followed in [
        "verifie: {le: 2026-11-03}",
        "termine: {le: 2026-10-31}",
        "reserve_a: {texte: \"le quartier, seulement\"}",
    ] {
        assert_eq!(place(followed), [""; 0], "{followed}");
    }
    // Nothing says which key is meant: all are named.
    assert_eq!(
        place("termine: oui"),
        ["erreur[cles-attendues]: « termine » attend des clés, chacune suivie de sa valeur. \
          = à faire: Écrivez « termine: {clé: valeur} », avec une ou plusieurs de ces clés : « le », « raison », « remplace_par »."]
    );
}

#[test]
fn a_key_is_filled_where_it_stands() {
    let empty = told(&[("86-vienne/acteurs/x.yaml", "nom: A\ncommune:\n")]);
    assert_eq!(
        empty,
        [
            "erreur[champ-manquant]: « commune » est vide. = à faire: Écrivez la valeur après « commune: » et une espace."
        ]
    );
    assert_eq!(
        of_place("verifie: {par: hub}\n"),
        [
            "erreur[champ-manquant]: Il manque « le ». = à faire: Ajoutez « le: … » entre les accolades."
        ]
    );
    assert_eq!(
        of_calendar("jours:\n  - du:\n    au:\n"),
        [
            "erreur[champ-manquant]: « du » est vide. = à faire: Écrivez le premier jour après « du: » et une espace, le dernier \
          après « au: ». Pour un seul jour, écrivez « le: … » à la place de « du » et « au »."
        ]
    );
}

/// What is said of a key without space.
fn space(key: &str, value: &str) -> String {
    format!(
        "erreur[espace-manquante]: Il manque une espace après « {key}: ». = à faire: Écrivez « {key}: {value} »."
    )
}

#[test]
fn a_missing_space_is_said_once_at_its_line() {
    for line in ["telephone:05 36 49 12 14\nadresse: 3 rue du Lac\n", "telephone:05 36 49 12 14\n"]
    {
        assert_eq!(of_place(line), [space("telephone", "05 36 49 12 14")], "{line}");
    }
    for lines in
        ["nom:Mairie\ncommune: Poitiers\n", "commune: Poitiers\nnom:Mairie\n", "nom:Mairie\n"]
    {
        assert_eq!(
            told(&[("86-vienne/acteurs/x.yaml", lines)]),
            [space("nom", "Mairie")],
            "{lines}"
        );
    }
    // Every line of the file is judged, and the others are read.
    assert_eq!(
        told(&[(
            "86-vienne/acteurs/x.yaml",
            "nom:Mairie\ncommune:Poitiers\ntelephone:05 36 49 12 14\n"
        )]),
        [
            space("nom", "Mairie"),
            space("commune", "Poitiers"),
            space("telephone", "05 36 49 12 14")
        ]
    );
    let said = of_place("telephone:05 36 49 12 14\nadresse: 3 rue du Lac\ncomune: Poitiers\n");
    assert_eq!(said.len(), 2, "{said:?}");
    let le = space("le", "2026-11-03");
    assert_eq!(of_place("verifie: {le:2026-11-03, par:hub}\n"), [le.clone(), space("par", "hub")]);
    for lines in ["verifie:\n  le:2026-11-03\n  par: hub\n", "verifie:\n  le:2026-11-03\n"] {
        assert_eq!(of_place(lines), std::slice::from_ref(&le), "{lines}");
    }
    assert_eq!(
        of_place("permanences:\n  - chez:mairie\n    horaires: mardi 9h-12h\n"),
        [space("chez", "mairie")]
    );
}

#[test]
fn a_comma_between_braces_a_bracket_and_a_quote_are_said_as_they_are() {
    let comma = |cut: &str| {
        format!(
            "erreur[virgule-dans-accolades]: La virgule a coupé la valeur en deux : « {cut} » est pris pour une clé. \
             = à faire: Mettez la valeur entière entre guillemets doubles \"."
        )
    };
    assert_eq!(of_place("termine: {le: 2026-10-31, raison: congés, noël}\n"), [comma("noël")]);
    assert_eq!(of_place("horaires: {lundi: 9h-12h, 14h-17h, mardi: 9h-12h}\n"), [comma("14h-17h")]);
    for line in ["frais_a_charge: [Gratuit, Payant\n", "frais_a_charge: [Gratuit, Payant"] {
        assert_eq!(
            of_place(line),
            [
                "erreur[yaml-crochet]: « ] » manque pour fermer ce qui est ouvert ici, ou une virgule manque entre deux valeurs. \
              = à faire: Ajoutez « ] » à la fin de la liste, et une virgule entre deux valeurs."
            ]
        );
    }
    assert_eq!(
        of_place("adresse: \"Rue \"Anché\"\"\n"),
        [
            "erreur[yaml-guillemets]: Le guillemet se ferme avant la fin de la valeur. = à faire: À l’intérieur, remplacez les \
          guillemets doubles \" par « », ou entourez toute la valeur d’apostrophes droites '."
        ]
    );
    assert_eq!(of_place("adresse: 'Rue \"Anché\"'\n"), [""; 0]);
}

#[test]
fn what_is_proposed_for_an_address_or_a_commune_is_accepted() {
    let web = |written: &str, remedy: &str| {
        let said = format!(
            "erreur[adresse-web-invalide]: « {written} » n’est pas une adresse web. = à faire: {remedy}"
        );
        assert_eq!(of_place(&format!("site_web: \"{written}\"\n")), [said]);
    };
    let browser = "Recopiez l’adresse que montre votre navigateur quand vous êtes sur le site ; s’il n’y a pas de site, effacez ce texte.";
    web("facebook : centre social", browser);
    web("facebook", browser);
    web(
        "mairie@exemple.fr",
        "C’est un courriel : écrivez-le dans « courriels » (« courriel » dans « inscription »), et effacez-le ici.",
    );
    web("www.exemple.fr", "Écrivez l’adresse en entier : https://www.exemple.fr");
    let commune = |written: &str, remedy: &str| {
        let said = format!(
            "erreur[commune-inconnue]: « {written} » n’est le nom d’aucune commune de France. = à faire: {remedy}"
        );
        let record = format!("nom: A\ncommune: {written}\n");
        assert_eq!(told(&[("86-vienne/acteurs/x.yaml", &record)]), [said]);
    };
    commune("Mairie de Poitiers", "Écrivez seulement le nom de la commune : « Poitiers ».");
    commune(
        "86000",
        "C’est un code postal : mettez-le dans « code_postal », et écrivez ici le nom de la commune : « Poitiers ».",
    );
    commune(
        "Là-haut",
        "Écrivez le nom de la commune tel qu’il est sur une enveloppe, sans autre mot ; en cas de doute, ajoutez « code_insee ».",
    );
}
