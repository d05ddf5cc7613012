//! A year of a hub in one folder, by the commands alone: what somebody wrote stands at the end, every comment included.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods, clippy::panic)]
#![cfg(feature = "print")]

mod support;

use std::collections::BTreeMap;

use jalon::source::yaml;
use jalon::tableur::{self, Case};
use support::{Desk, tree};

const HEAD: &str = "id,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,horaires,services,date_maj,source";
const SERVICE: &str = "Aide aux démarches administratives";

/// The rows of the hub's file as it is in January.
const JANUARY: [&str; 6] = [
    "hub-1,Médiathèque de Lusignan,Lusignan,86600,86139,4 place Haute,46.4355,0.1222,0536491201,Tu-Fr 09:00-12:00",
    "hub-2,CCAS de Vivonne,Vivonne,86370,86293,1 place Basse,46.4266,0.2617,0536491202,Mo-Fr 09:00-12:00",
    "hub-3,Espace numérique,Poitiers,86000,86194,2 rue Neuve,46.5802,0.3404,0536491203,Mo 14:00-17:00",
    "hub-4,Cyberbase de Chauvigny,Chauvigny,86300,86070,3 rue du Moulin,46.5690,0.6480,0536491204,We 14:00-17:00",
    "hub-5,Maison des habitants,Poitiers,86000,86194,5 rue Haute,46.5850,0.3450,0536491205,Th 09:00-12:00",
    "hub-6,Maison des habitants du Pont,Poitiers,86000,86194,5 rue Haute,46.5850,0.3451,0536491205,Th 09:00-12:00",
];

const MEDIATHEQUE: &str = "mediatheque-de-lusignan";
const CCAS: &str = "ccas-de-vivonne";
const ESPACE: &str = "espace-numerique-poitiers";
const CYBERBASE: &str = "cyberbase-de-chauvigny";

/// A file of the hub, some of its rows changed.
fn file(rows: &[&str], changes: &[(&str, &str)], day: &str) -> String {
    let mut text = format!("{HEAD}\n");
    for row in rows {
        let mut row = (*row).to_owned();
        for (old, new) in changes {
            row = row.replace(old, new);
        }
        text += &format!("{row},{SERVICE},{day},Hub\n");
    }
    text
}

/// A folder through the year, and the comments that were ever seen in it.
struct Annee {
    desk: Desk,
    notes: BTreeMap<String, usize>,
}

impl Annee {
    /// Runs a command on a day; what it said. Every comment that was there is there still.
    fn run(&mut self, day: &str, arguments: &[&str]) -> String {
        // The order of keys is that of every day.
        let day: &[&str] = if arguments[0] == "fmt" { &[] } else { &["--today", day] };
        let done = self.desk.jalon(&[arguments, day].concat());
        let said = String::from_utf8_lossy(&done.stdout).replace(['\u{a0}', '\u{202f}'], " ");
        let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{arguments:?}\n{said}\n{wrong}");
        self.remember(&format!("{arguments:?}"));
        said
    }

    /// Counts the comments: none may go.
    fn remember(&mut self, after: &str) {
        let mut now: BTreeMap<String, usize> = BTreeMap::new();
        for (path, bytes) in tree(&self.desk.path().join("content")) {
            let text = String::from_utf8(bytes).unwrap();
            if !path.ends_with(".yaml") {
                continue;
            }
            for note in yaml::comments(&text).unwrap() {
                // The first line of what a source gave is the program's own.
                let note = text[note].trim().to_owned();
                if !note.starts_with("# Importé par jalon") {
                    *now.entry(note).or_default() += 1;
                }
            }
        }
        for (note, count) in &self.notes {
            assert!(
                now.get(note).is_some_and(|left| left >= count),
                "« {note} » is lost after {after}"
            );
        }
        self.notes = now;
    }

    /// Changes a record by hand.
    fn edit(&mut self, name: &str, old: &str, new: &str) {
        let text = self.record(name);
        assert!(text.contains(old), "{old}\n{text}");
        self.desk.write(&path(name), text.replacen(old, new, 1));
        self.remember(name);
    }

    fn record(&self, name: &str) -> String {
        self.desk.read(&path(name))
    }

    /// Whether a record holds these lines.
    fn holds(&self, name: &str, lines: &[&str]) {
        let text = self.record(name);
        for line in lines {
            assert!(text.contains(line), "« {line} » is not in {name}:\n{text}");
        }
    }
}

fn path(name: &str) -> String {
    format!("content/86-vienne/acteurs/{name}.yaml")
}

#[test]
fn a_year_loses_nothing() {
    let mut annee = Annee { desk: Desk::empty(), notes: BTreeMap::new() };
    january_begins_with_a_file(&mut annee);
    february_writes_by_hand(&mut annee);
    march_imports_the_file_again(&mut annee);
    april_decides_on_duplicates(&mut annee);
    may_calls_everybody(&mut annee);
    june_prints(&mut annee);
    september_works_in_a_spreadsheet(&mut annee);
    october_prints_again_and_tells_what_changed(&mut annee);
    december_gives_the_guide_away(&mut annee);
    assert!(annee.notes.len() > 20, "{:?}", annee.notes);
}

fn january_begins_with_a_file(annee: &mut Annee) {
    annee.run("2026-01-05", &["init", ".", "--departement", "86"]);
    annee.desk.write("lieux.csv", file(&JANUARY, &[], "2025-12-01"));
    let said = annee.run("2026-01-12", &["import", "lieux.csv"]);
    assert!(said.contains("6 fiches écrites (6 nouvelles, 0 changée)"), "{said}");
    annee.run("2026-01-12", &["build", "--sans-imprimes"]);
}

/// What somebody knows and no file says.
fn february_writes_by_hand(annee: &mut Annee) {
    annee.edit(
        MEDIATHEQUE,
        "telephone: 05 36 49 12 01\n",
        "# ligne directe, donnée le 3 février\ntelephone: 05 36 49 12 91   # pas le standard\n",
    );
    annee.edit(
        CCAS,
        "horaires: Mo-Fr 09:00-12:00\n",
        "horaires: lundi au vendredi 9h-12h, 14h-16h # vu sur la porte\n",
    );
    annee.edit(
        ESPACE,
        "services:",
        "# La permanence du mardi vient d’un accord avec la mairie.\npermanences:\n  # avec la conseillère\n  - {qui: conseiller numérique, horaires: mardi 14h-17h}\ninterne: clé chez le gardien # ne pas publier\nservices:",
    );
    annee.run("2026-02-10", &["fmt"]);
    annee.run("2026-02-10", &["check"]);
}

/// Upstream, a phone, hours and a street changed, a place is gone, another is new.
fn march_imports_the_file_again(annee: &mut Annee) {
    let mut rows = JANUARY.to_vec();
    rows.remove(3);
    rows.push("hub-7,Relais de Civray,Civray,86400,86078,1 rue Fraîche,46.1490,0.2950,0536491207,Fr 09:00-12:00");
    let changes = [
        ("0536491201", "0536491208"),
        ("2 rue Neuve", "20 rue Neuve"),
        ("1 place Basse", "1 bis place Basse"),
    ];
    annee.desk.write("lieux-2026-03.csv", file(&rows, &changes, "2026-03-01"));
    let said = annee.run("2026-03-15", &["import", "lieux-2026-03.csv"]);
    assert!(said.contains("La fiche dit « 05 36 49 12 91 », le fichier dit maintenant « 05 36 49 12 08 » ; il disait « 05 36 49 12 01 »."), "{said}");
    assert!(said.contains("Cyberbase de Chauvigny"), "{said}");
    annee.holds(
        MEDIATHEQUE,
        &["telephone: 05 36 49 12 91   # pas le standard", "date_maj: 2026-03-01"],
    );
    annee.holds(
        ESPACE,
        &["adresse: 20 rue Neuve", "  - {qui: conseiller numérique, horaires: mardi 14h-17h}"],
    );
    annee.holds(CCAS, &["adresse: 1 bis place Basse", "14h-16h # vu sur la porte"]);
    annee.holds("relais-de-civray", &["telephone: 05 36 49 12 07"]);
    let decided = ["--garder", "hub-1:telephone", "--fermer", "hub-4"];
    annee.run("2026-03-16", &[&["import", "lieux-2026-03.csv"][..], &decided].concat());
    annee.holds(CYBERBASE, &["termine: {le: 2026-03-16}"]);
    let said = annee.run("2026-03-17", &["import", "lieux-2026-03.csv"]);
    assert!(
        !said.contains("maintenant « 05 36 49 12 08 »"),
        "a decision is asked for again: {said}"
    );
}

fn april_decides_on_duplicates(annee: &mut Annee) {
    let said = annee.run("2026-04-02", &["doublons"]);
    assert!(said.contains("noms proches, à 8 m l’un de l’autre, même téléphone"), "{said}");
    annee.desk.write(
        "content/doublons.yaml",
        "# deux portes, deux équipes\n- {fiches: [hub-5, hub-6], decision: différents, raison: deux équipes}\n",
    );
    let said = annee.run("2026-04-02", &["doublons"]);
    assert_eq!(said, "Aucun doublon à décider.\n");
}

/// The sheet of calls goes out with what is published, and comes back filled.
fn may_calls_everybody(annee: &mut Annee) {
    annee.run("2026-05-04", &["export", "--format", "appels", "--output", "appels.xlsx"]);
    let read =
        tableur::lire(&std::fs::read(annee.desk.path().join("appels.xlsx")).unwrap()).unwrap();
    let lines = &read[0].lignes;
    let column = |name: &str| lines[0].iter().position(|title| title == name).unwrap();
    let (id, answer) = (column("id"), column("reponse"));
    let colonnes = lines[0].iter().map(|name| tableur::Colonne::new(name.as_str(), 12)).collect();
    let filled = lines[1..].iter().map(|line| {
        let mut cells: Vec<Case> = line.iter().map(|cell| Case::texte(cell)).collect();
        cells.resize(lines[0].len(), Case::Vide);
        if ["hub-1", "hub-2", "hub-3", "hub-7"].contains(&line[id].as_str()) {
            cells[answer] = Case::texte("juste");
        }
        cells
    });
    let sheet = tableur::Feuille { nom: "appels".into(), colonnes, lignes: filled.collect() };
    annee.desk.write("appels-remplis.xlsx", tableur::xlsx(&[sheet]).unwrap());
    let said = annee.run(
        "2026-05-06",
        &["confirm", "--depuis", "appels-remplis.xlsx", "--par", "hub", "--comment", "téléphone"],
    );
    assert!(said.contains("4 fiches confirmées"), "{said}");
    annee.holds(MEDIATHEQUE, &["verifie: {le: 2026-05-06, par: hub, comment: téléphone}"]);
    annee.run("2026-05-06", &["confirmer", "hub-5", "--par", "mairie", "--comment", "visite"]);
}

fn june_prints(annee: &mut Annee) {
    annee.run("2026-06-01", &["build"]);
    annee.run("2026-06-01", &["edition"]);
    annee.desk.write(
        "content/86-vienne/diffusion.yaml",
        "# chez les partenaires\n- {ou: Marché du samedi, edition: 1, exemplaires: 40, le: 2026-06-02}\n",
    );
    annee.run("2026-06-02", &["check"]);
}

/// Somebody who prefers a spreadsheet changes hours, a phone and a permanence there.
fn september_works_in_a_spreadsheet(annee: &mut Annee) {
    annee.run("2026-09-01", &["export", "--format", "ods", "--output", "guide.ods"]);
    let read = tableur::lire(&std::fs::read(annee.desk.path().join("guide.ods")).unwrap()).unwrap();
    let changed = |cell: &str| match cell {
        "Th 09:00-12:00" => "jeudi 9h-12h, 14h-17h".to_owned(),
        "mardi 14h-17h" => "mardi 9h-17h".to_owned(),
        "05 36 49 12 02" => "05 36 49 12 92".to_owned(),
        other => other.to_owned(),
    };
    let sheets: Vec<tableur::Feuille> = read
        .iter()
        .map(|sheet| tableur::Feuille {
            nom: sheet.nom.clone(),
            colonnes: sheet.lignes[0]
                .iter()
                .map(|name| tableur::Colonne::new(name.as_str(), 12))
                .collect(),
            lignes: sheet.lignes[1..]
                .iter()
                .map(|line| {
                    let cells = line.iter().map(|cell| Case::texte(&changed(cell)));
                    cells.chain(std::iter::repeat(Case::Vide)).take(sheet.lignes[0].len()).collect()
                })
                .collect(),
        })
        .collect();
    annee.desk.write("guide-relu.ods", tableur::ods(&sheets).unwrap());
    let said = annee.run("2026-09-03", &["import", "guide-relu.ods"]);
    assert!(said.contains("4 changées"), "{said}");
    annee.holds(CCAS, &["telephone: 05 36 49 12 92", "14h-16h # vu sur la porte"]);
    annee.holds(ESPACE, &["horaires: mardi 9h-17h}", "# avec la conseillère"]);
    annee.run("2026-09-03", &["check"]);
}

fn october_prints_again_and_tells_what_changed(annee: &mut Annee) {
    annee.run("2026-10-01", &["edition"]);
    annee.run("2026-10-01", &["print", "errata", "--depuis", "1", "--donnees"]);
    let folder = annee.desk.path().join("rapports");
    let errata = tree(&folder)
        .into_iter()
        .find(|(path, _)| path.contains("errata") && path.ends_with(".json"));
    let told = String::from_utf8(errata.unwrap().1).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    for words in ["05 36 49 12 92", "Relais de Civray", "Cyberbase de Chauvigny"] {
        assert_eq!(told.contains(words), words.starts_with("05"), "{words}: {told}");
    }
    annee.run("2026-10-02", &["bilan"]);
    let spread = annee.desk.read("rapports/86-vienne/diffusion.csv");
    assert!(spread.contains("Marché du samedi"), "{spread}");
}

/// What leaves comes back as the same places in another folder.
fn december_gives_the_guide_away(annee: &mut Annee) {
    annee.run("2026-12-01", &["export", "--format", "schema-national", "--output", "national.csv"]);
    let other = Desk::empty();
    other.write("national.csv", annee.desk.read("national.csv"));
    let done = other.jalon(&["import", "national.csv", "--today", "2026-12-01"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    for (name, words) in [
        (MEDIATHEQUE, "telephone: 05 36 49 12 91"),
        (CCAS, "telephone: 05 36 49 12 92"),
        (ESPACE, "adresse: 20 rue Neuve"),
    ] {
        let text = other.read(&path(name));
        assert!(text.contains(words), "{words}\n{text}");
    }
    // The year ends with what was written by hand in February.
    annee.holds(
        MEDIATHEQUE,
        &["# ligne directe, donnée le 3 février", "telephone: 05 36 49 12 91   # pas le standard"],
    );
    annee.holds(
        ESPACE,
        &[
            "# La permanence du mardi vient d’un accord avec la mairie.",
            "interne: clé chez le gardien # ne pas publier",
        ],
    );
    annee.run("2026-12-02", &["fmt", "--check"]);
    annee.run("2026-12-02", &["build"]);
}
