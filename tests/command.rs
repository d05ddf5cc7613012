//! The command line speaks French and exits as documented.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use support::Desk;

fn refused(arguments: &[&str]) -> String {
    let said = Desk::empty().jalon(arguments);
    assert_eq!(said.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(said.stderr).unwrap()
}

#[test]
fn a_misspelt_command_is_named_and_corrected() {
    assert_eq!(
        refused(&["biuld"]),
        "erreur: « biuld » n’est pas une commande de jalon.\nà faire: Vouliez-vous dire « bilan » ou « build » ?\n"
    );
    assert_eq!(
        refused(&["build", "--strct"]),
        "erreur: « --strct » n’existe pas pour cette commande.\nà faire: Vouliez-vous dire « --strict » ?\n"
    );
}

#[test]
fn help_is_that_of_the_command_that_was_typed() {
    assert_eq!(
        refused(&["imprimer", "--xyzzy"]),
        "erreur: « --xyzzy » n’existe pas pour cette commande.\nà faire: Tapez « jalon imprimer --help » pour voir ses options.\n"
    );
    assert_eq!(
        refused(&["xyzzy"]),
        "erreur: « xyzzy » n’est pas une commande de jalon.\nà faire: Tapez « jalon --help » pour voir les commandes.\n"
    );
    let help = |arguments: &[&str]| {
        let said = Desk::empty().jalon(arguments);
        (said.status.code(), String::from_utf8(said.stdout).unwrap())
    };
    for word in ["aide", "help"] {
        assert_eq!(help(&[word]), help(&["--help"]));
        assert_eq!(help(&[word, "print"]), help(&["print", "--help"]));
    }
    assert_eq!(help(&["aide", "print"]).0, Some(0));
}

#[test]
fn a_folder_of_several_words_is_said_in_quotes() {
    let said = Desk::empty().jalon(&["init", "mon guide", "--departement", "86"]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.ends_with("Ensuite : cd \"mon guide\" puis jalon build\n"), "{said}");
}

#[test]
fn a_record_is_named_by_its_file_too() {
    let record = "nom: Bus\ncommune: Poitiers\n";
    let desk = Desk::with(&[("86-vienne/acteurs/bus.yaml", record)]);
    let file = "content/86-vienne/acteurs/bus.yaml";
    let absolute = desk.path().join(file).to_string_lossy().into_owned();
    let dotted = format!("./{file}");
    for name in ["bus", "bus.yaml", file, &dotted, &absolute] {
        let confirmed = desk.jalon(&["confirm", name, "--par", "hub", "--today", "2026-11-23"]);
        assert_eq!(confirmed.status.code(), Some(0), "{name}: {confirmed:?}");
        let printed = desk.jalon(&["print", "fiche", "--acteur", name, "--today", "2026-11-23"]);
        assert_eq!(printed.status.code(), Some(0), "{name}: {printed:?}");
    }
}

#[test]
fn a_bad_day_is_explained() {
    let said = refused(&["check", "--today", "2026-02-30"]);
    assert!(said.contains("30 février"), "{said}");
}

#[test]
fn help_is_french() {
    let commands =
        ["init", "import", "export", "check", "print", "serve", "diff", "report", "build"]
            .map(|name| [name, "--help"]);
    let helps = commands.iter().map(|arguments| &arguments[..]).chain([&["--help"][..], &[]]);
    for arguments in helps {
        let help = String::from_utf8(Desk::empty().jalon(arguments).stdout).unwrap();
        assert!(help.contains("Utilisation :"), "{help}");
        for english in
            ["Usage", "Print help", "default:", "possible values", "aliases:", "Commands:"]
        {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn a_folder_without_guide_says_how_to_begin() {
    let desk = Desk::empty();
    desk.write("content/notes.txt", "rien");
    let said = desk.messages();
    assert!(said.contains("aucun-guide") && said.contains("jalon init"), "{said}");
}

#[test]
fn json_messages_can_be_read_by_a_program() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncomune: Poitiers\n")]);
    let said = desk.jalon(&["check", "--format", "json"]);
    assert_eq!(said.status.code(), Some(1));
    let messages: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let unknown = messages
        .as_array()
        .unwrap()
        .iter()
        .find(|message| message["code"] == "cle-inconnue")
        .unwrap();
    assert_eq!(unknown["fichier"], "content/86-vienne/acteurs/a.yaml");
    assert_eq!((unknown["ligne"].as_u64(), unknown["colonne"].as_u64()), (Some(2), Some(1)));
    assert_eq!(unknown["remede"], "Vouliez-vous dire « commune » ?");
}

/// The first cells of the lines of a table, and the seconds of its second column.
fn table(said: &str, title: &str) -> Vec<(String, Vec<f64>)> {
    let lines = said.lines().skip_while(|line| *line != title).skip(2);
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().split("  ").filter(|cell| !cell.is_empty()).collect();
        let seconds = |cell: &&str| cell.trim().strip_suffix(" s").map(|s| s.replace(',', "."));
        let figures = cells.iter().filter_map(seconds).map(|s| s.parse().unwrap());
        (cells[0].to_owned(), figures.collect())
    };
    lines.take_while(|line| line.starts_with("  ")).map(row).collect()
}

#[test]
fn timings_tell_every_step_in_order_and_add_up() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n")]);
    let said = desk.jalon(&[
        "build",
        "--quiet",
        "--sans-imprimes",
        "--timings",
        "--today",
        support::TODAY,
    ]);
    let said = String::from_utf8(said.stderr).unwrap();
    let steps = table(&said, "Temps et mémoire :");
    let names: Vec<&str> = steps.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "lecture",
        "liens",
        "images",
        "thèmes",
        "règles des fiches",
        "plan",
        "ouverture",
        "préparation",
        "fichiers",
        "règles des pages",
        "publication",
        "total",
    ];
    assert_eq!(names, expected, "{said}");
    // Each figure is rounded to a thousandth.
    let clock = |rows: &[(String, Vec<f64>)]| rows.iter().map(|(_, row)| row[0]).sum::<f64>();
    let (rows, total) = steps.split_at(steps.len() - 1);
    assert!(clock(rows) <= clock(total) + 0.0005 * 13.0, "{said}");
    let sorts = table(&said, "Temps de chaque sorte de fichiers, fils additionnés :");
    assert!(sorts.iter().all(|(_, times)| times.len() == 3), "{said}");
    assert!(sorts.iter().any(|(sort, _)| sort == "pages"), "{said}");
    // On Linux the processor and the memory are known.
    if cfg!(target_os = "linux") {
        assert!(steps.iter().all(|(_, row)| row.len() == 2), "{said}");
        assert_eq!(said.matches(" Mio").count(), expected.len(), "{said}");
    }
}

#[test]
fn timings_are_one_object_for_programs() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n")]);
    let said = desk.jalon(&["check", "--format", "json", "--timings", "--today", support::TODAY]);
    let timings: serde_json::Value = serde_json::from_slice(&said.stderr).unwrap();
    let steps = timings["etapes"].as_array().unwrap();
    let names: Vec<&str> = steps.iter().map(|step| step["etape"].as_str().unwrap()).collect();
    let expected = ["lecture", "liens", "images", "thèmes", "règles des fiches", "plan", "clarté"];
    assert_eq!(names, expected);
    let seconds = |step: &serde_json::Value| step["secondes"].as_f64().unwrap();
    assert!(steps.iter().map(seconds).sum::<f64>() <= seconds(&timings["total"]));
    assert_eq!(steps[0]["nombre"], 1);
    let quiet = desk.jalon(&["check", "--format", "json", "--today", support::TODAY]);
    assert_eq!(String::from_utf8(quiet.stderr).unwrap(), "");
}

#[test]
fn quiet_commands_say_mistakes_alone() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncommune: Poitiers\n")]);
    desk.write("lieux.csv", "id,nom,commune\nl1,Lieu,Lusignan\n");
    let export = ["export", "--format", "csv", "--output", "tables", "--replace"];
    for words in [&["check"][..], &["bilan"], &export, &["import", "lieux.csv"]] {
        let run = |more: &[&str]| desk.jalon(&[words, more, &["--today", support::TODAY]].concat());
        let quiet = run(&["--quiet"]);
        assert_eq!(quiet.status.code(), Some(0), "{words:?}");
        assert_eq!(String::from_utf8(quiet.stdout).unwrap(), "", "{words:?}");
        assert_ne!(run(&[]).stdout, b"", "{words:?}");
    }
    desk.write("content/86-vienne/acteurs/a.yaml", "nom: A\ncomune: Poitiers\n");
    let wrong = desk.jalon(&["check", "--quiet", "--today", support::TODAY]);
    assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("erreur[cle-inconnue]"));
}
