//! Frozen editions and what changed since: whole messages, whole data, pages held against another reader of PDF.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods, clippy::panic)]
#![cfg(feature = "print")]

mod support;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value as Json, json};
use support::{Desk, paths};

/// The day of the edition, and a later one.
const DAY: &str = "2026-11-26";
const LATER: &str = "2027-01-05";

/// The one frozen edition of the test guide.
const KEPT: &str = ".jalon/editions/86-vienne/1.json";

/// Seven records that change or not, after the place they are in.
const RECORDS: [(&str, &str); 7] = [
    (
        "acteurs/espace.yaml",
        "nom: Espace du Clain\ncommune: Vivonne\nadresse: 3 rue du Clain\ntelephone: 05 36 49 12 01\n\
         horaires: lundi au mercredi 9h-12h\nfrais_a_charge: [Gratuit]\n\
         services: [Accès internet et matériel informatique]\npresentation_resume: Repère Alpha.\n\
         verifie: {le: 2026-11-03, par: hub, comment: téléphone}\n",
    ),
    (
        "acteurs/maison.yaml",
        "nom: Maison des halles\ncommune: Lusignan\ntelephone: 05 36 49 12 02\n\
         services: [Accès internet et matériel informatique]\npresentation_resume: Repère Bravo.\n\
         permanences:\n  - {chez: espace, qui: conseiller numérique, horaires: \"mardi 9h-12h\", du: 2027-01-04, au: 2027-06-30}\n",
    ),
    (
        "acteurs/relais.yaml",
        "nom: Relais de la gare\ncommune: Chauvigny\ntelephone: 05 36 49 12 03\npresentation_resume: Repère Charlie.\n",
    ),
    (
        "acteurs/ecole.yaml",
        "nom: École du numérique\ncommune: Poitiers\ntelephone: 05 36 49 12 04\npresentation_resume: Repère Delta.\n",
    ),
    (
        "acteurs/stable.yaml",
        "nom: Lieu stable\ncommune: Lusignan\ntelephone: 05 36 49 12 05\npresentation_resume: Repère Écho.\n",
    ),
    (
        "evenements/cafe.yaml",
        "nom: Café Foxtrot\nchez: espace\ndates:\n  - {le: 2026-12-15, horaires: 14h-16h}\n\
         \x20 - {le: 2027-01-12, horaires: 14h-16h}\n",
    ),
    (
        "evenements/passe.yaml",
        "nom: Atelier passé\nchez: maison\ndates:\n  - {le: 2026-12-01, horaires: 14h-16h}\n",
    ),
];

/// A guide of several pages: those records, and forty places of which nothing is to be said.
fn desk() -> Desk {
    let desk = Desk::with(&[]);
    for (path, text) in RECORDS {
        desk.write(&format!("content/86-vienne/{path}"), text);
    }
    for (rank, commune) in
        ["Lusignan", "Vivonne", "Chauvigny", "Poitiers"].repeat(10).iter().enumerate()
    {
        let text = format!(
            "nom: Lieu numéro {rank}\ncommune: {commune}\ntelephone: 05 36 49 13 {rank:02}\n"
        );
        desk.write(&format!("content/86-vienne/acteurs/lieu-{rank}.yaml"), text);
    }
    desk
}

/// Runs the program; its code, what it says, what it complains of.
fn run(desk: &Desk, arguments: &[&str]) -> (Option<i32>, String, String) {
    let said = desk.jalon(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (said.status.code(), text(said.stdout), text(said.stderr))
}

/// Freezes an edition; what is said, without the seconds.
fn freeze(desk: &Desk, day: &str) -> String {
    let (code, out, complaints) = run(desk, &["edition", "--today", day]);
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    let (said, seconds) = out.rsplit_once(" en ").unwrap();
    assert!(seconds.ends_with(" s.\n"), "{out}");
    said.to_owned()
}

/// The data of a product, as its theme reads them.
fn data(desk: &Desk, product: &str, more: &[&str]) -> Json {
    let (code, _, complaints) = run(desk, &[&["print", product, "--donnees"], more].concat());
    assert_eq!((code, complaints.as_str()), (Some(0), ""), "{product}");
    serde_json::from_str(&desk.read(&format!("rapports/86-vienne/{product}.json"))).unwrap()
}

/// The text of each page of a file, by a program that is not ours; nothing where the machine has none.
fn pages(desk: &Desk, product: &str) -> Option<Vec<String>> {
    let path = desk.path().join(format!("rapports/86-vienne/{product}.pdf"));
    let said = Command::new("pdftotext").arg(path).arg("-").output().ok()?;
    let text = String::from_utf8(said.stdout).unwrap();
    Some(text.split('\x0c').map(str::to_owned).collect())
}

#[test]
fn an_edition_is_frozen_and_says_so() {
    let desk = desk();
    let before: Vec<_> = paths(desk.path());
    let said = freeze(&desk, DAY);
    let kept: Json = serde_json::from_str(&desk.read(KEPT)).unwrap();
    let count = kept["pages"].as_u64().unwrap();
    assert!(count > 8, "{count} pages prove nothing");
    assert_eq!(
        said,
        format!(
            "Vienne : édition n° 1 du 26 novembre 2026 figée : 45 acteurs, 2 événements, guide imprimé de {count} pages.\n  \
             {KEPT}\n  Imprimez maintenant, avec des fiches qui n’ont pas changé :\n  \
             jalon print guide --guide 86-vienne --today 2026-11-26\n1 édition"
        )
    );
    // Nothing else was written.
    let mut after = before;
    after.push(desk.path().join(KEPT));
    after.sort();
    assert_eq!(paths(desk.path()), after);
    // The next one has the next number, and the first does not change.
    let first = desk.read(KEPT);
    assert!(freeze(&desk, LATER).contains("édition n° 2 du 5 janvier 2027 figée"));
    assert_eq!(desk.read(KEPT), first);
}

#[test]
fn pages_of_an_edition_are_those_of_the_printed_guide() {
    let desk = desk();
    freeze(&desk, DAY);
    let kept: Json = serde_json::from_str(&desk.read(KEPT)).unwrap();
    data(&desk, "guide", &["--today", DAY]);
    let Some(printed) = pages(&desk, "guide") else { return };
    assert_eq!(printed.len() as u64 - 1, kept["pages"].as_u64().unwrap());
    assert!(printed.iter().all(|page| page.is_empty() || plain(page).contains("Édition n° 1 du 26 novembre 2026")));
    let mut seen = BTreeMap::new();
    for one in kept["fiches"].as_array().unwrap() {
        let mark = match one["id"].as_str().unwrap() {
            "espace" => "Repère Alpha",
            "maison" => "Repère Bravo",
            "relais" => "Repère Charlie",
            "ecole" => "Repère Delta",
            "stable" => "Repère Écho",
            "cafe" => "Café Foxtrot",
            _ => continue,
        };
        let found = printed.iter().position(|page| page.contains(mark)).unwrap() + 1;
        assert_eq!(one["page"], json!(found), "{mark}");
        seen.insert(mark, found);
    }
    assert_eq!(seen.len(), 6);
    assert!(seen["Repère Charlie"] != seen["Repère Bravo"], "all on one page proves nothing");
}

/// Changes everything that can change.
fn change(desk: &Desk) {
    let edit = |path: &str, from: &str, to: &str| {
        let path = format!("content/86-vienne/{path}");
        let text = desk.read(&path);
        assert!(text.contains(from), "{from}");
        desk.write(&path, text.replace(from, to));
    };
    edit("acteurs/espace.yaml", "05 36 49 12 01", "05 36 49 12 99");
    edit(
        "acteurs/espace.yaml",
        "lundi au mercredi 9h-12h",
        "lundi au mercredi 9h-12h, jeudi 14h-17h",
    );
    edit("acteurs/maison.yaml", "Maison des halles", "Maison du marché");
    edit(
        "acteurs/relais.yaml",
        "nom:",
        "termine: {le: 2026-12-20, raison: Le relais a fermé}\nnom:",
    );
    edit(
        "evenements/cafe.yaml",
        "- {le: 2027-01-12, horaires: 14h-16h}",
        "- {le: 2027-01-12, horaires: 14h-16h, etat: annulé}",
    );
    std::fs::remove_file(desk.path().join("content/86-vienne/acteurs/ecole.yaml")).unwrap();
    std::fs::remove_file(desk.path().join("content/86-vienne/evenements/passe.yaml")).unwrap();
    desk.write(
        "content/86-vienne/acteurs/atelier.yaml",
        "nom: Atelier neuf\ncommune: Lusignan\ntelephone: 05 36 49 12 06\nfrais_a_charge: [Gratuit]\n\
         verifie: {le: 2027-01-04, par: hub, comment: téléphone}\n",
    );
}

#[test]
fn errata_tell_each_change_and_nothing_else() {
    let desk = desk();
    freeze(&desk, DAY);
    change(&desk);
    let told = data(&desk, "errata", &["--today", LATER]);
    let heads = ["titre", "sous_titre"].map(|key| told[key].as_str().unwrap());
    let edition = told["edition"]["texte"].as_str().unwrap();
    assert_eq!(
        plain(&heads.join(" | ")),
        "Ce qui a changé | Depuis l’édition n° 1 du 26 novembre 2026"
    );
    assert_eq!(plain(edition), "Imprimé le 5 janvier 2027, après l’édition n° 1");
    let kept: Json = serde_json::from_str(&desk.read(KEPT)).unwrap();
    let page = |id: &str| {
        let all = kept["fiches"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["page"].to_string()
    };
    let wanted = WANTED.replace("{lusignan}", &kept["communes"]["86139"].to_string());
    let wanted = ["relais", "maison", "ecole", "cafe", "espace"]
        .iter()
        .fold(wanted, |text, id| text.replace(&format!("{{{id}}}"), &page(id)));
    assert_eq!(told_in_lines(&told).join("\n"), wanted);
    // It is printed: each line is on it.
    let Some(printed) = pages(&desk, "errata") else { return };
    let printed = plain(&printed.join(" ")).split_whitespace().collect::<Vec<_>>().join(" ");
    for line in wanted.lines() {
        let said = line.trim_start_matches(['#', '[', ' ']).replace("] ", ". ").replace(" | ", " ");
        assert!(printed.contains(&said), "{said}\n{printed}");
    }
}

/// What changed, part by part: lines that differ only, and nothing of what passes by itself.
const WANTED: &str = "# Comment se servir de cette feuille\n\
    Corrigez au stylo votre guide de l’édition n° 1, ou glissez-y cette feuille. Elle dit les fiches nouvelles, celles à barrer, et les lignes qui ont changé, commune par commune.\n\
    # Chauvigny\n\
    ## Relais de la gare\n\
    [Fiche à barrer] Page {relais} de l’édition n° 1. Fini depuis le 20 décembre 2026. Le relais a fermé.\n\
    Code K6FY.\n\
    # Lusignan\n\
    ## Atelier neuf\n\
    [Fiche nouvelle] Ajoutez-la à sa commune, page {lusignan} de l’édition n° 1.\n\
    Adresse : 86600 Lusignan\n\
    Téléphone : 05 36 49 12 06\n\
    Horaires : Horaires non précisés : appelez avant de venir.\n\
    Prix : gratuit\n\
    Information vérifiée en janvier 2027. Code HND8.\n\
    ## Maison du marché\n\
    [Fiche à corriger] Page {maison} de l’édition n° 1.\n\
    Nom, avant : Maison des halles\n\
    Nom, maintenant : Maison du marché\n\
    À confirmer par téléphone : personne ne l’a encore vérifié. Code 94RD.\n\
    # Poitiers\n\
    ## École du numérique\n\
    [Fiche à barrer] Page {ecole} de l’édition n° 1.\n\
    Code Y46H.\n\
    # Vivonne\n\
    ## Café Foxtrot\n\
    [Fiche à corriger] Page {cafe} de l’édition n° 1.\n\
    Dates, avant : mardi 12 janvier 2027, de 14 h à 16 h\n\
    Dates, maintenant : annulé : mardi 12 janvier 2027, de 14 h à 16 h\n\
    Code YHJ4.\n\
    ## Espace du Clain\n\
    [Fiche à corriger] Page {espace} de l’édition n° 1.\n\
    Téléphone, avant : 05 36 49 12 01\n\
    Téléphone, maintenant : 05 36 49 12 99\n\
    Horaires, avant : Du lundi au mercredi de 9 h à 12 h.\n\
    Horaires, maintenant : Du lundi au mercredi de 9 h à 12 h. Jeudi de 14 h à 17 h.\n\
    Qui vient ici, avant : Maison des halles, conseiller numérique : Mardi de 9 h à 12 h, du 4 janvier au 30 juin 2027.\n\
    Qui vient ici, maintenant : Maison du marché, conseiller numérique : Mardi de 9 h à 12 h, du 4 janvier au 30 juin 2027.\n\
    Information vérifiée en novembre 2026. Code 9NWJ.";

/// Parts, entries, notices and facts, a line each.
fn told_in_lines(told: &Json) -> Vec<String> {
    let text = |value: &Json| plain(value.as_str().unwrap());
    let mut lines = Vec::new();
    for part in told["parties"].as_array().unwrap() {
        lines.push(format!("# {}", text(&part["titre"])));
        for bloc in part["blocs"].as_array().unwrap() {
            match bloc["bloc"].as_str().unwrap() {
                "titre" => lines.push(format!("## {}", text(&bloc["texte"]))),
                "avis" => lines.push(format!("[{}] {}", text(&bloc["mot"]), text(&bloc["texte"]))),
                "texte" => lines.push(text(&bloc["mots"][0]["texte"])),
                "faits" => lines.extend(bloc["faits"].as_array().unwrap().iter().map(|fait| {
                    let said: Vec<String> =
                        fait["lignes"].as_array().unwrap().iter().map(text).collect();
                    format!("{} : {}", text(&fait["nom"]), said.join(" | "))
                })),
                other => panic!("{other}"),
            }
        }
    }
    lines
}

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn days_that_go_by_change_nothing() {
    let desk = desk();
    freeze(&desk, DAY);
    let told = data(&desk, "errata", &["--today", LATER]);
    let wanted = [
        "# Comment se servir de cette feuille",
        "Rien n’a changé : votre guide de l’édition n° 1 est juste.",
    ];
    assert_eq!(told_in_lines(&told), wanted);
}

#[test]
fn what_cannot_be_frozen_or_compared_is_said() {
    let desk = desk();
    let refused = |arguments: &[&str]| {
        let (code, out, complaints) = run(&desk, arguments);
        assert_ne!(code, Some(0), "{out}");
        out + &complaints
    };
    let errata = |more: &[&str]| refused(&[&["print", "errata", "--today", DAY], more].concat());
    assert_eq!(
        errata(&[]),
        "erreur: « errata » compare avec une édition, et aucune n’est figée pour 86-vienne. Tapez « jalon edition » le jour \
         où vous imprimez le guide.\n"
    );
    freeze(&desk, DAY);
    assert_eq!(
        errata(&["--depuis", "7"]),
        "erreur: 86-vienne n’a pas d’édition n° 7. Choisissez : 1.\n"
    );
    assert_eq!(
        refused(&["edition", "--today", DAY, "--guide", "79"]),
        "erreur: Aucun guide n’est dans le dossier « 79 ». Choisissez : 86-vienne.\n"
    );
    assert_eq!(
        refused(&["editer", "--today", DAY, "--output", "."]),
        "Rien n’a été figé : 1 erreur.\nerreur[rapport-publie]: Ce dossier de travail serait publié avec le guide : l’un des \
         deux dossiers est dans l’autre.\n--> .jalon\n = à faire: Donnez avec --output le dossier où le guide est publié, hors \
         du dossier « .jalon ».\n\n"
    );
    let kept = desk.read(KEPT);
    desk.write(KEPT, &kept[..kept.len() / 2]);
    let cut = refused(&["edition", "--today", DAY]);
    assert_eq!(
        cut,
        "Rien n’a été figé : 1 erreur.\nerreur[edition-illisible]: Cette édition figée ne se lit pas : son fichier a été \
         changé, coupé ou renommé.\n--> .jalon/editions/86-vienne/1.json\n = à faire: Remettez le fichier que jalon avait \
         écrit, depuis une sauvegarde. Si vous ne l’avez plus, retirez-le : rien ne pourra plus être comparé à cette \
         édition.\n\n"
    );
    desk.write(KEPT, &kept);
    desk.write(
        "content/86-vienne/acteurs/faux.yaml",
        "nom: Faux\ncommune: Poitiers\ntelefone: 05 36 49 12 07\n",
    );
    let wrong = refused(&["edition", "--today", DAY]);
    assert!(wrong.starts_with("Rien n’a été figé : 1 erreur.\nerreur[cle-inconnue]"), "{wrong}");
    assert_eq!(desk.read(KEPT), kept);
    assert!(!desk.path().join(".jalon/editions/86-vienne/2.json").exists());
}

#[test]
fn killed_at_any_moment_an_edition_is_whole_or_absent() {
    let desk = desk();
    freeze(&desk, DAY);
    let first = desk.read(KEPT);
    let second = ".jalon/editions/86-vienne/2.json";
    let start = Instant::now();
    freeze(&desk, LATER);
    let length = start.elapsed();
    let whole = desk.read(second);
    std::fs::remove_file(desk.path().join(second)).unwrap();
    let folder = desk.path().join(".jalon/editions/86-vienne");
    let files = || std::fs::read_dir(&folder).unwrap().count();
    let mut absent = 0;
    for moment in 0..16 {
        let before = files();
        let mut command = desk.command(&["edition", "--today", LATER]);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if moment % 2 == 0 {
            std::thread::sleep(length * moment / 14);
        } else {
            // As soon as something is written.
            while files() == before && running.try_wait().unwrap().is_none() {}
        }
        running.kill().unwrap();
        running.wait().unwrap();
        assert_eq!(desk.read(KEPT), first, "moment {moment}");
        match std::fs::read_to_string(desk.path().join(second)) {
            Ok(found) => assert_eq!(found, whole, "moment {moment}"),
            Err(_) => absent += 1,
        }
        let _ = std::fs::remove_file(desk.path().join(second));
    }
    assert!(absent > 0, "no kill fell before the writing");
    freeze(&desk, LATER);
    assert_eq!(desk.read(second), whole);
}
