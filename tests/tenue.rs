//! Records kept up to date in place: `confirm` and `fmt`, with whole messages and whole files compared.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods, clippy::panic)]

mod support;

use support::{Desk, tree};

/// What jalon writes itself, `fmt` leaves alone.
#[test]
fn what_jalon_writes_is_in_order() {
    let desk = Desk::empty();
    desk.write(
        "bus.csv",
        "id,nom,commune,code_insee,horaires,itinerance,services,tarif,langues\n\
         bus-arret-1,Bus – Un,Lusignan,86139,mardi 9h-12h,Itinérant,Aide aux démarches administratives,,\n\
         bus-arret-2,Bus – Deux,Vivonne,86293,jeudi 9h-12h,Itinérant,Aide aux démarches administratives,,\n",
    );
    for arguments in [
        &["init", ".", "--departement", "86"][..],
        &["import", "bus.csv"],
        &["nouveau", "acteur", "Maison"],
    ] {
        assert_eq!(run(&desk, arguments).0, Some(0), "{arguments:?}");
    }
    let (code, said, complaints) = run(&desk, &["fmt", "--check"]);
    assert_eq!((code, complaints.as_str()), (Some(0), ""), "{said}");
}

const BUS: &str = "content/86-vienne/acteurs/bus.yaml";
const LIEUX: &str = "content/86-vienne/acteurs/lieux.yaml";

/// Runs the program on the day of the tests; its code, what it says, what it complains of.
fn run(desk: &Desk, arguments: &[&str]) -> (Option<i32>, String, String) {
    let said = desk.jalon(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap().replace('\\', "/");
    (said.status.code(), text(said.stdout), text(said.stderr))
}

fn desk() -> Desk {
    Desk::with(&[
        (
            "86-vienne/acteurs/bus.yaml",
            "# Tenue par le hub.\r\nnom: Bus numérique   # le nom peint dessus\r\ncommune: Poitiers\r\n\r\nservices:\r\n  - Aide aux démarches administratives # oui\r\n\
             verifie: {le: 2026-01-05, par: 'la mairie', comment: visite} # à refaire\r\ninterne: Demander l’agent d’accueil.\r\n",
        ),
        (
            "86-vienne/acteurs/lieux.yaml",
            "\u{feff}# Deux lieux.\n- id: mediatheque\n  nom: Médiathèque\n  commune: Lusignan\n  # le mardi\n  telephone: 05 36 49 12 01\n\n- id: relais\n  nom: Relais\n  commune: Vivonne\n  verifie:\n    le: 2026-02-01   # au téléphone\n    par: hub",
        ),
    ])
}

#[test]
fn a_verification_is_written_and_nothing_else() {
    let desk = desk();
    let (code, said, complaints) = run(
        &desk,
        &[
            "confirm",
            "bus",
            "mediatheque",
            "--par",
            "hub",
            "--comment",
            "appel",
            "--today",
            "2026-11-23",
        ],
    );
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    assert_eq!(said, "2 fiches confirmées, dont 0 terminée, 0 déjà à jour, 0 chose à faire.\n");
    assert_eq!(
        desk.read(BUS),
        "# Tenue par le hub.\r\nnom: Bus numérique   # le nom peint dessus\r\ncommune: Poitiers\r\n\r\nservices:\r\n  - Aide aux démarches administratives # oui\r\n\
         verifie: {le: 2026-11-23, par: 'hub', comment: téléphone} # à refaire\r\ninterne: Demander l’agent d’accueil.\r\n"
    );
    assert_eq!(
        desk.read(LIEUX),
        "\u{feff}# Deux lieux.\n- id: mediatheque\n  nom: Médiathèque\n  commune: Lusignan\n  # le mardi\n  telephone: 05 36 49 12 01\n  \
         verifie: {le: 2026-11-23, par: hub, comment: téléphone}\n\n- id: relais\n  nom: Relais\n  commune: Vivonne\n  verifie:\n    le: 2026-02-01   # au téléphone\n    par: hub"
    );
    // Again, nothing changes.
    let before = tree(desk.path());
    let (_, said, _) = run(
        &desk,
        &["confirmer", "bus", "--par", "hub", "--comment", "téléphone", "--today", "2026-11-23"],
    );
    assert_eq!(said, "0 fiche confirmée, dont 0 terminée, 1 déjà à jour, 0 chose à faire.\n");
    assert_eq!(tree(desk.path()), before);
}

#[test]
fn a_record_is_found_by_its_short_code_and_an_older_check_does_not_stay_mixed_with_the_new_one() {
    let desk = desk();
    let code = jalon::text::code("relais");
    let typed = format!("{}-{}", &code[..2].to_lowercase(), &code[2..]);
    let (status, said, complaints) = run(
        &desk,
        &["confirm", &typed, "--par", "équipe", "--le", "2026-11-03", "--today", "2026-11-23"],
    );
    assert_eq!((status, complaints.as_str()), (Some(0), ""));
    assert!(said.starts_with("1 fiche confirmée"), "{said}");
    assert!(
        desk.read(LIEUX)
            .ends_with("  verifie:\n    le: 2026-11-03   # au téléphone\n    par: équipe"),
        "{}",
        desk.read(LIEUX)
    );
    // How it was checked before is not how it was checked now.
    run(&desk, &["confirm", "bus", "--par", "hub", "--today", "2026-11-23"]);
    assert!(desk.read(BUS).contains("\r\nverifie: {le: 2026-11-23, par: 'hub'} # à refaire\r\n"));
}

#[test]
fn what_cannot_be_confirmed_is_said_and_nothing_is_written() {
    let desk = desk();
    let before = tree(desk.path());
    for (arguments, complaint) in [
        (
            &["bos", "--par", "hub"][..],
            "erreur[fiche-introuvable]: Aucune fiche ne s’appelle « bos ».\n |\n = à faire: Vouliez-vous dire « bus » ?\n\n",
        ),
        (
            &["bus"][..],
            "erreur[verification-sans-auteur]: On ne sait pas qui a vérifié : « Bus numérique » n’a pas changé.\n--> content/86-vienne/acteurs/bus.yaml\n = à faire: Ajoutez --par, par exemple --par hub, ou remplissez la colonne « par ».\n\n",
        ),
        (
            &["bus", "--par", "hub", "--le", "2026-12-01"][..],
            "erreur[verification-a-venir]: Le 1er décembre 2026 n’est pas encore passé : « Bus numérique » n’a pas changé.\n--> content/86-vienne/acteurs/bus.yaml\n = à faire: Corrigez le jour de la vérification.\n\n",
        ),
        (
            &["bus", "--par", "hub", "--le", "2025-12-01"][..],
            "erreur[verification-ancienne]: Cette fiche a déjà été vérifiée le 5 janvier 2026, après le 1er décembre 2025 : « Bus numérique » n’a pas changé.\n--> content/86-vienne/acteurs/bus.yaml\n = à faire: Corrigez le jour de la vérification, ou laissez la fiche comme elle est.\n\n",
        ),
    ] {
        let all = [&["confirm", "--today", "2026-11-23"], arguments].concat();
        let (code, _, complaints) = run(&desk, &all);
        assert_eq!(code, Some(1), "{arguments:?}");
        assert_eq!(complaints.replace('\u{a0}', " "), complaint, "{arguments:?}");
    }
    let (code, _, complaints) = run(&desk, &["confirm"]);
    assert_eq!(code, Some(2));
    assert!(complaints.starts_with("erreur: Il manque la fiche vérifiée."), "{complaints}");
    assert_eq!(tree(desk.path()), before);
}

/// A day of calls, as a French spreadsheet saves it.
const CALLS: &str = "\u{feff}code;id;guide;nom;commune;reponse;le;par;comment;remarque\r\n\
;bus;86-vienne;Bus;Poitiers;Juste;03/11/2026;hub;téléphone;\r\n\
;mediatheque;;;;fermé;;;;Ne rouvrira pas.\r\n\
;relais;;;;changé;;;;\"Nouveaux horaires :\nle lundi\"\r\n\
;ailleurs;;;;juste;;;;\r\n\
;bus;;;;bof;;;;\r\n\
;bus;;;;;;;;\r\n";

#[test]
fn a_day_of_calls_is_written_and_what_is_left_is_listed() {
    let desk = desk();
    desk.write("appels.csv", CALLS);
    let arguments =
        ["confirm", "--depuis", "appels.csv", "--par", "équipe", "--today", "2026-11-23"];
    let (code, said, complaints) = run(&desk, &arguments);
    assert_eq!(code, Some(1));
    assert_eq!(
        complaints.replace('\u{a0}', " "),
        "erreur[fiche-introuvable]: Aucune fiche ne s’appelle « ailleurs ».\n--> appels.csv:6\n = à faire: Donnez le nom du fichier de la fiche, son identifiant, ou son code court.\n\n\
         erreur[appel-illisible]: « bof » n’est pas une réponse de feuille d’appel.\n--> appels.csv:7\n = à faire: Écrivez « juste », ou « changé », ou « fermé », ou « pas de réponse ».\n\n"
    );
    let (relais, mediatheque) = (jalon::text::code("relais"), jalon::text::code("mediatheque"));
    assert_eq!(
        said,
        format!(
            "À corriger dans la fiche, puis à confirmer :\n  Relais [{relais}], content/86-vienne/acteurs/lieux.yaml\n    « Nouveaux horaires : le lundi »\n\
             Fermé. Pour de bon, relancez avec --fermer ; pour un temps, écrivez « changements » :\n  Médiathèque [{mediatheque}], content/86-vienne/acteurs/lieux.yaml\n    « Ne rouvrira pas. »\n\
             1 fiche confirmée, dont 0 terminée, 0 déjà à jour, 2 choses à faire.\n"
        )
    );
    assert!(
        desk.read(BUS)
            .contains("verifie: {le: 2026-11-03, par: 'hub', comment: téléphone} # à refaire")
    );
    // Closed for good: the end is written with the verification.
    let (_, said, _) = run(&desk, &[&arguments[..], &["--fermer"]].concat());
    assert!(
        said.ends_with("1 fiche confirmée, dont 1 terminée, 1 déjà à jour, 1 chose à faire.\n"),
        "{said}"
    );
    assert!(
        desk.read(LIEUX).contains(
            "  telephone: 05 36 49 12 01\n  verifie: {le: 2026-11-23, par: équipe}\n  termine: {le: 2026-11-23}\n\n- id: relais"
        ),
        "{}",
        desk.read(LIEUX)
    );
    // What is written builds.
    assert_eq!(desk.messages(), "");
}

#[test]
fn an_essay_writes_nothing() {
    let desk = desk();
    let before = tree(desk.path());
    let (code, said, _) =
        run(&desk, &["confirm", "bus", "--par", "hub", "--today", "2026-11-23", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert_eq!(
        said,
        "1 fiche confirmée, dont 0 terminée, 0 déjà à jour, 0 chose à faire.\nEssai : rien n’a été écrit.\n"
    );
    assert_eq!(tree(desk.path()), before);
}

#[test]
fn keys_are_put_in_order_with_their_comments() {
    let desk = Desk::with(&[
        (
            "86-vienne/acteurs/bus.yaml",
            "# Le bus.\nverifie: {par: hub, le: 2026-11-03}\n# par téléphone d’abord\ntelephone: 05 36 49 12 01\ncommune: Poitiers\nnom: Bus # le nom\n",
        ),
        ("86-vienne/acteurs/range.yaml", "nom: Rangé\ncommune: Poitiers\n"),
    ]);
    let before = tree(desk.path());
    let (code, said, complaints) = run(&desk, &["fmt", "--check"]);
    assert_eq!((code, complaints.as_str()), (Some(1), ""));
    assert_eq!(said, "3 fichiers, dont 1 à ranger :\n  content/86-vienne/acteurs/bus.yaml\n");
    assert_eq!(tree(desk.path()), before);
    let (code, said, _) = run(&desk, &["ranger"]);
    assert_eq!(code, Some(0));
    assert_eq!(
        said,
        "3 fichiers, dont 1 à ranger : c’est fait.\n  content/86-vienne/acteurs/bus.yaml\n"
    );
    assert_eq!(
        desk.read(BUS),
        "# Le bus.\nnom: Bus # le nom\ncommune: Poitiers\n# par téléphone d’abord\ntelephone: 05 36 49 12 01\nverifie: {le: 2026-11-03, par: hub}\n"
    );
    let (code, said, _) = run(&desk, &["fmt", BUS]);
    assert_eq!((code, said.as_str()), (Some(0), "1 fichier : tout est rangé.\n"));
    let (code, _, complaints) = run(&desk, &["fmt", "content/absent.yaml"]);
    assert_eq!(code, Some(2));
    assert!(
        complaints.starts_with("erreur: « content/absent.yaml » n’est pas une fiche"),
        "{complaints}"
    );
}

#[test]
fn what_could_not_be_read_is_not_said_to_be_in_order() {
    let desk = desk();
    assert_eq!(run(&desk, &["fmt"]).0, Some(0));
    desk.write("content/86-vienne/acteurs/casse.yaml", b"nom: M\xe9diath\xe8que\n");
    let (code, said, complaints) = run(&desk, &["fmt"]);
    assert_eq!(
        (code, said.as_str()),
        (Some(1), "4 fichiers : rien à ranger dans ce que jalon a pu lire.\n")
    );
    assert!(complaints.starts_with("erreur[encodage]: "), "{complaints}");
    let (code, said, complaints) = run(&desk, &["fmt", "--content", "absent"]);
    assert_eq!(
        (code, said.as_str()),
        (Some(1), "0 fichier : rien à ranger dans ce que jalon a pu lire.\n")
    );
    assert!(complaints.starts_with("erreur[dossier-illisible]: "), "{complaints}");
}

#[test]
fn the_example_guides_say_the_same_once_in_order() {
    let desk = Desk::copy_of("content");
    let facts = |desk: &Desk| {
        let (records, said) = jalon::record::read(&desk.path().join("content"), "content");
        let each = records.guides.iter().flat_map(|guide| &guide.acteurs);
        let names: Vec<String> =
            each.map(|acteur| format!("{} {:?}", acteur.fiche.id, acteur.services)).collect();
        (names, said.len())
    };
    let before = facts(&desk);
    let comments = |desk: &Desk| -> usize {
        tree(&desk.path().join("content"))
            .iter()
            .filter(|(path, _)| path.ends_with(".yaml"))
            .map(|(_, bytes)| {
                jalon::source::yaml::comments(std::str::from_utf8(bytes).unwrap()).unwrap().len()
            })
            .sum()
    };
    let notes = comments(&desk);
    let (code, _, complaints) = run(&desk, &["fmt"]);
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    assert_eq!(facts(&desk), before);
    assert_eq!(comments(&desk), notes);
    let (code, said, _) = run(&desk, &["fmt", "--check"]);
    assert_eq!(code, Some(0), "{said}");
}

/// Options, what they name, and what is said.
const ABOUT_NOTHING: [(&str, &str, &str, &str); 5] = [
    (
        "--garder",
        "Lieu Poitier",
        "Rien n’est en conflit sous le nom « Lieu Poitier ».",
        "Vouliez-vous dire « --garder lieu-poitiers » ? À décider : a:telephone, c.",
    ),
    (
        "--garder",
        "a:tel",
        "La clé « tel » de « a » n’est pas en conflit.",
        "À décider : a:telephone.",
    ),
    (
        "--prendre",
        "nimporte",
        "Rien n’est en conflit sous le nom « nimporte ».",
        "À décider : a:telephone.",
    ),
    (
        "--fermer",
        "nimporte",
        "Aucune fiche disparue du fichier ne s’appelle « nimporte ».",
        "À décider : c.",
    ),
    (
        "--fermer",
        "b",
        "La fiche « b » n’a pas disparu du fichier, ou elle est déjà terminée.",
        "Pour fermer une fiche que le fichier dit encore, écrivez-y « termine », avec le jour. Relancez sans cette option.",
    ),
];

#[test]
fn a_decision_about_nothing_is_refused_and_nothing_is_written() {
    let desk = Desk::empty();
    let first = "id,nom,commune,telephone\na,Lieu,Poitiers,05 36 49 12 01\nb,Autre,Poitiers,\nc,Parti,Poitiers,\n";
    desk.write("lieux-2026-01.csv", first);
    run(&desk, &["import", "lieux-2026-01.csv", "--today", "2026-01-05"]);
    let place = "content/86-vienne/acteurs/lieu-poitiers.yaml";
    desk.write(place, desk.read(place).replace("12 01", "12 05"));
    desk.write(
        "lieux-2026-11.csv",
        first.replace("12 01", "12 09").replace("c,Parti,Poitiers,\n", ""),
    );
    let kept = ".jalon/sources/86-vienne/lieux.json";
    let before = (tree(desk.path()), desk.read(kept));
    let import = ["import", "lieux-2026-11.csv", "--today", "2026-11-23"];
    for (option, wanted, message, remedy) in ABOUT_NOTHING {
        for trial in [&["--essai"][..], &[]] {
            let (code, said, told) = run(&desk, &[&import[..], &[option, wanted], trial].concat());
            assert_eq!((code, said.as_str()), (Some(1), "Rien n’a été écrit : 1 erreur.\n"));
            assert_eq!(
                told,
                format!(
                    "erreur[decision-sans-objet]: {message}\n--> {option} {wanted}\n = à faire: {remedy}\n\n"
                )
            );
        }
    }
    assert!((tree(desk.path()), desk.read(kept)) == before);
    // What is there to be decided is decided; once that is done, saying it again is about nothing.
    let decided = [&import[..], &["--garder", "a:telephone", "--garder", "c"]].concat();
    assert_eq!(run(&desk, &decided).0, Some(0));
    let (code, _, told) = run(&desk, &[&import[..], &["--prendre", "a"]].concat());
    assert_eq!(code, Some(1));
    assert!(
        told.ends_with("Rien n’est à décider ainsi dans cet import : relancez sans --prendre.\n\n"),
        "{told}"
    );
    assert_eq!(run(&desk, &[&import[..], &["--garder", "tout"]].concat()).0, Some(0));
}

#[test]
fn an_import_remembers_its_source_beside_the_content() {
    let desk = Desk::empty();
    let sheet = |phone: &str, third: &str| {
        format!(
            "id,nom,commune,telephone\na,Lieu,Poitiers,{phone}\nb,Autre,Poitiers,05 36 49 12 02\n{third}"
        )
    };
    desk.write("lieux-2026-01.csv", sheet("05 36 49 12 01", "c,Parti,Poitiers,\n"));
    let (code, ..) = run(&desk, &["import", "lieux-2026-01.csv", "--today", "2026-01-05"]);
    assert_eq!(code, Some(0));
    let place = "content/86-vienne/acteurs/lieu-poitiers.yaml";
    let gone = "content/86-vienne/acteurs/parti-poitiers.yaml";
    desk.write(place, desk.read(place).replace("nom: Lieu", "nom: Le Lieu # dit la mairie"));
    desk.write("lieux-2026-11.csv", sheet("05 36 49 12 09", ""));
    let kept = ".jalon/sources/86-vienne/lieux.json";
    let before = (tree(&desk.path().join("content")), desk.read(kept));
    let again = ["import", "lieux-2026-11.csv", "--fermer", "c", "--today", "2026-11-23"];
    run(&desk, &[&again[..], &["--essai"]].concat());
    assert_eq!((tree(&desk.path().join("content")), desk.read(kept)), before);
    let (code, said, _) = run(&desk, &again);
    assert_eq!(code, Some(0), "{said}");
    let body = desk.read(place).split_once('\n').unwrap().1.to_owned();
    assert_eq!(
        body,
        "id: a\nnom: Le Lieu # dit la mairie\ncommune: Poitiers\ntelephone: 05 36 49 12 09\n"
    );
    assert!(
        said.contains(
            "\nDisparues de leur fichier :\n  Parti : « termine » est écrit dans 86-vienne/acteurs/parti-poitiers.yaml.\n"
        ),
        "{said}"
    );
    assert!(desk.read(gone).ends_with("\ntermine: {le: 2026-11-23}\n"), "{}", desk.read(gone));
    let kept: serde_json::Value = serde_json::from_str(&desk.read(kept)).unwrap();
    assert_eq!(kept["fiches"]["acteurs/a"]["champs"]["nom"], "Lieu");
    assert_eq!(kept["fiches"]["acteurs/a"]["champs"]["telephone"], "05 36 49 12 09");
}
