//! Where copies went and who needs the new edition; what to send to a host and what to delete there.

use serde_json::json;

use crate::support::{Desk, TODAY};

const SPREAD: &str = "\
- {chez: mediatheque, edition: 1, exemplaires: 20, le: 2026-03-02}
- {chez: mediatheque, edition: 2, exemplaires: 30, le: 2026-09-01, note: à l'accueil}
- {chez: mediatheque, imprime: livret, edition: 1, exemplaires: 5}
- {ou: \"Marché du samedi; place\", edition: 1, exemplaires: 100, contact: service des marchés}
";

/// A guide with two places, copies that went, and so many frozen editions.
fn desk(editions: u32) -> Desk {
    let desk = Desk::with(&[
        (
            "86-vienne/acteurs/mediatheque.yaml",
            "nom: Médiathèque\ncommune: Lusignan\ntelephone: 05 36 49 12 01\n",
        ),
        ("86-vienne/diffusion.yaml", SPREAD),
    ]);
    for numero in 1..=editions {
        let one = json!({
            "jalon": "0.1.0", "guide": "86-vienne", "numero": numero, "jour": format!("2026-0{numero}-01"),
            "valable": "2026-12-31", "pages": 12, "communes": {}, "fiches": [],
        });
        desk.write(&format!(".jalon/editions/86-vienne/{numero}.json"), one.to_string());
    }
    desk
}

fn said(desk: &Desk, arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = desk.jalon(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (run.status.code(), text(run.stdout), text(run.stderr))
}

#[test]
fn who_holds_an_older_edition_is_listed_with_how_many_copies() {
    let desk = desk(2);
    let (code, told, complaints) = said(&desk, &["bilan", "--today", TODAY]);
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    assert!(
        told.contains(
            "  2 endroits ont une édition plus ancienne que la n° 2 (105 exemplaires).\n"
        ),
        "{told}"
    );
    assert_eq!(
        desk.read("rapports/86-vienne/diffusion.csv")
            .trim_start_matches('\u{feff}')
            .replace("\r\n", "\n"),
        "ou;imprime;edition;exemplaires;le;contact;note;a_remplacer\n\
         \"Marché du samedi; place\";guide;1;100;;service des marchés;;oui\n\
         Médiathèque, Lusignan;guide;2;30;2026-09-01;05\u{a0}36\u{a0}49\u{a0}12\u{a0}01;à l'accueil;\n\
         Médiathèque, Lusignan;livret;1;5;;05\u{a0}36\u{a0}49\u{a0}12\u{a0}01;;oui\n"
    );
    let page = desk.read("rapports/86-vienne/diffusion.html");
    assert!(
        page.contains("À qui porter la nouvelle édition") && page.contains("Qui a quoi"),
        "{page}"
    );
    // Nothing of it is published, and no page is made where nobody holds anything.
    assert!(desk.build().status.success());
    for path in crate::support::paths(&desk.path().join("output")) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        assert!(
            !text.contains("Marché du samedi") && !text.contains("service des marchés"),
            "{path:?}"
        );
    }
}

#[test]
fn without_a_frozen_edition_nobody_is_late() {
    let desk = desk(0);
    let (_, told, _) = said(&desk, &["bilan", "--today", TODAY]);
    assert!(!told.contains("plus ancienne"), "{told}");
    assert!(
        desk.read("rapports/86-vienne/diffusion.html")
            .contains("Aucune édition n’est encore figée")
    );
}

#[test]
fn a_file_of_copies_is_checked_as_records_are() {
    let desk = Desk::with(&[
        ("86-vienne/acteurs/mediatheque.yaml", "nom: Médiathèque\ncommune: Lusignan\n"),
        (
            "86-vienne/diffusion.yaml",
            "- {chez: mediateque, edition: 1}\n- {exemplaires: 3}\n- {ou: Ici, imprime: afiche, edition: deux}\n",
        ),
    ]);
    let codes: Vec<String> = desk
        .messages()
        .lines()
        .filter(|line| line.starts_with("erreur["))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        codes,
        [
            "erreur[reference-inconnue]: « chez » renvoie à « mediateque », qui n’existe pas parmi les acteurs.",
            "erreur[champ-manquant]: Il manque « chez ».",
            "erreur[champ-manquant]: Il manque « edition ».",
            "erreur[valeur-inconnue]: « afiche » n’est pas une valeur de « imprime ».",
            "erreur[nombre-attendu]: « edition » attend un nombre entier, pas « deux ».",
        ]
    );
}

/// Every file to send: what hosts read begins with a dot, and jalon's own list of files is none.
fn sent(folder: &std::path::Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let named = |path: std::path::PathBuf| {
        let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (!name.starts_with(".jalon-")).then(|| (name, std::fs::read(&path).unwrap()))
    };
    crate::support::paths(folder).into_iter().filter_map(named).collect()
}

#[test]
fn a_host_is_told_what_changed_since_the_last_sending() {
    let desk = desk(0);
    assert_eq!(
        said(&desk, &["envoi"]).2.lines().next().unwrap(),
        "erreur[rien-de-publie]: Rien n’est publié dans ce dossier : il n’y a rien à envoyer."
    );
    assert!(desk.build().status.success());
    let (code, told, _) = said(&desk, &["envoi"]);
    assert_eq!(code, Some(0));
    assert!(told.starts_with("Premier envoi : rien n’a encore été noté comme envoyé.\n"), "{told}");
    let list = |name: &str| -> Vec<String> {
        desk.read(&format!("rapports/envoi/{name}.txt")).lines().map(str::to_owned).collect()
    };
    // Everything that was published, once; the homes last.
    let published: std::collections::BTreeSet<String> =
        sent(&desk.path().join("output")).into_keys().collect();
    let first = list("a-envoyer");
    assert_eq!(first.iter().cloned().collect::<std::collections::BTreeSet<_>>(), published);
    assert_eq!(first.len(), published.len());
    assert_eq!(first.last().unwrap().rsplit('/').next(), Some("index.html"));
    assert_eq!(list("a-effacer"), [""; 0]);
    let (_, told, _) = said(&desk, &["upload", "--fait"]);
    assert_eq!(told, format!("C’est noté : {} fichiers chez l’hébergeur.\n", published.len()));
    assert_eq!(said(&desk, &["envoi"]).1, "Rien à envoyer : l’hébergeur a déjà tout.\n");
    // Several builds between two sendings count as one.
    desk.write("content/86-vienne/acteurs/nouveau.yaml", "nom: Nouveau lieu\ncommune: Vivonne\n");
    assert!(desk.build().status.success());
    std::fs::remove_file(desk.path().join("content/86-vienne/acteurs/mediatheque.yaml")).unwrap();
    desk.write("content/86-vienne/diffusion.yaml", "- {ou: Ici, edition: 1}\n");
    assert!(desk.build().status.success());
    let (_, told, _) = said(&desk, &["envoi", "--copie"]);
    assert!(told.contains("Envoyez d’abord, effacez ensuite."), "{told}");
    let (send, delete) = (list("a-envoyer"), list("a-effacer"));
    assert!(send.contains(&"86-vienne/acteurs/nouveau.html".to_owned()), "{send:?}");
    assert!(delete.contains(&"86-vienne/acteurs/mediatheque.html".to_owned()), "{delete:?}");
    let copied = sent(&desk.path().join("rapports/envoi/fichiers"));
    let output = sent(&desk.path().join("output"));
    assert_eq!(copied.keys().cloned().collect::<Vec<_>>(), {
        let mut sorted = send.clone();
        sorted.sort();
        sorted
    });
    assert!(copied.iter().all(|(path, bytes)| output[path] == *bytes));
    // A host that does what it is told holds what is published.
    let host: std::collections::BTreeSet<&String> =
        published.iter().chain(&send).filter(|path| !delete.contains(path)).collect();
    assert_eq!(host, output.keys().collect());
    desk.write(".jalon/envoi.txt", "abîmé");
    assert!(said(&desk, &["envoi"]).2.contains("liste-d-envoi-illisible"));
}
