//! The report for the staff: whole lists compared, numbers held against a look at everything.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use jalon::bilan::{self, Bilan, Sorte};
use jalon::guide::{self, Guides};
use jalon::record;
use jalon::territory::{communes_of_departement, distance_km};
use proptest::prelude::*;
use support::{Desk, TODAY, tree};

const FRANCE_SERVICES: &str = "nom: France services de Lusignan
commune: Lusignan
latitude: 46.4353
longitude: 0.1225
telephone: 05 36 49 12 01
horaires: mardi 9h-12h
services: [Aide aux démarches administratives, Maîtrise des outils numériques du quotidien, Accès internet et matériel informatique]
verifie: {le: 2026-11-01, par: hub, comment: téléphone}
";

/// Guides from the files of a desk.
fn linked(desk: &Desk) -> Guides {
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert!(said.iter().all(|one| !one.is_error()), "{said:?}");
    guide::link(records, jiff::civil::date(2026, 11, 23))
}

/// Runs the command; it must go well.
fn report(desk: &Desk, arguments: &[&str]) -> String {
    let said = desk.jalon(&[&["bilan", "--today", TODAY], arguments].concat());
    assert_eq!(String::from_utf8(said.stderr).unwrap(), "");
    assert_eq!(said.status.code(), Some(0));
    String::from_utf8(said.stdout).unwrap()
}

/// Runs the command; it must refuse, and say this.
fn refused(desk: &Desk, arguments: &[&str]) -> String {
    let said = desk.jalon(&[&["bilan", "--today", TODAY], arguments].concat());
    assert_eq!(said.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(said.stderr).unwrap()
}

/// The rows of a table, by the names of its columns, read by a library as a spreadsheet would.
fn rows(desk: &Desk, table: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = tree(&desk.path().join("rapports")).remove(table).unwrap();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a mark for Excel");
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row =
        |row: csv::StringRecord| names.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|found| row(found.unwrap())).collect()
}

/// Everything to do, without proposals of permanences and needs, as « sorte | où | quoi | à faire | fichier ».
fn small_tasks(desk: &Desk) -> Vec<String> {
    let rows = rows(desk, "86-vienne/a-faire.csv").into_iter();
    let rows = rows
        .filter(|row| !["aide trop loin", "besoins sans réponse"].contains(&row["sorte"].as_str()));
    rows.map(|row| {
        let shown = ["habitants", "sorte", "ou", "quoi", "detail", "a_faire", "fichier"];
        shown.map(|name| row[name].clone()).join(" | ")
    })
    .collect()
}

/// Records that each lack something, beside some that lack nothing.
const TO_COMPLETE: [(&str, &str); 10] = [
    ("86-vienne/acteurs/lusignan.yaml", FRANCE_SERVICES),
    (
        "86-vienne/acteurs/a.yaml",
        "nom: Cyber\ncommune: Vivonne\nservices: [Aide aux démarches administratives]\n",
    ),
    (
        "86-vienne/acteurs/b.yaml",
        "nom: Relais\ncommune: Vivonne\ncourriels: [relais@example.org]\nlatitude: 46.42\nlongitude: 0.26\nhoraires: lundi 9h-12h\n\
             verifie: {le: 2024-05-02}\ntous_les: 12 mois\n",
    ),
    (
        "86-vienne/acteurs/c.yaml",
        "nom: Sans point\ncommune: Vivonne\ntelephone: 05 36 49 12 02\nhoraires: lundi 9h-12h\n\
             services: [Aide aux démarches administratives]\nverifie: {le: 2026-11-01}\n",
    ),
    ("86-vienne/acteurs/fini.yaml", "nom: Fini\ncommune: Vivonne\ntermine: {le: 2026-01-01}\n"),
    (
        "86-vienne/acteurs/bus.yaml",
        "nom: Bus\ncommune: Vivonne\ntelephone: 05 36 49 12 03\nservices: [Aide aux démarches administratives]\n\
             verifie: {le: 2026-11-01}\ntournee: {arrets: [{nom: Place, commune: Couhé, horaires: lundi 9h-12h}]}\n",
    ),
    (
        "86-vienne/evenements/e.yaml",
        "nom: Café\ncommune: Couhé\nquand: lundi 14h-16h\ndu: 2026-12-01\nau: 2026-12-06\n",
    ),
    ("86-vienne/evenements/f.yaml", "nom: Vu\ncommune: Couhé\ndates: [{le: 2026-12-01}]\n"),
    (
        "86-vienne/evenements/g.yaml",
        "nom: Non\ncommune: Couhé\netat: annulé\nquand: lundi 14h-16h\ndu: 2026-12-01\nau: 2026-12-06\n",
    ),
    ("territoires/qpv.yaml", "nom: Les Tours\nsorte: qpv\ncommunes: [Vivonne]\n"),
];

#[test]
fn records_to_complete_are_named_with_what_to_do() {
    let desk = Desk::with(&TO_COMPLETE);
    report(&desk, &[]);
    let vivonne = jalon::territory::communes_named("Vivonne")[0].commune;
    let couhe = jalon::territory::communes_named("Couhé")[0].commune;
    let bilans = linked(&desk);
    let concerned = |nom: &str| {
        let bilans = bilan::of_guides(&bilans, 10);
        bilans[0].actions.iter().find(|one| one.quoi == nom).unwrap().habitants
    };
    // Two places help in Vivonne; « Relais » would be a third.
    assert_eq!(concerned("Relais"), vivonne.population.div_ceil(3));
    let mut expected = vec![
        (
            concerned("Cyber"),
            "fiche à revoir | Vivonne | Cyber | pas d’horaires, pas de téléphone, pas de point sur la carte, jamais vérifiée | \
             Demander à la mairie, ou passer, puis écrire « horaires », « telephone », « latitude » et « longitude », « verifie ». | \
             content/86-vienne/acteurs/a.yaml",
        ),
        (
            vivonne.population.div_ceil(3),
            "fiche à revoir | Vivonne | Relais | on ne sait pas à quoi ce lieu aide, pas de téléphone, vérifiée le 2\u{a0}mai 2024, à refaire | \
             Écrire à relais@example.org, puis écrire « services », « telephone », « verifie ». | content/86-vienne/acteurs/b.yaml",
        ),
        (
            couhe.population,
            "événement sans jour | Valence-en-Poitou | Café | aucun jour dans l’année qui vient | Écrire « dates » ou « quand » ; s’il est fini, « etat: terminé ». | \
             content/86-vienne/evenements/e.yaml",
        ),
        (
            1_000,
            "quartier prioritaire | Vivonne | Les Tours | aucune aide dans le quartier, 2 lieux ailleurs dans la commune | \
             Écrire « quartier » dans les fiches des lieux qui y sont ; s’il n’y en a pas, y proposer une permanence. | content/territoires/qpv.yaml",
        ),
    ];
    expected.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    expected.push((
        concerned("Sans point"),
        "point à placer | Vivonne | Sans point | pas de point sur la carte | Écrire « latitude » et « longitude », lus sur une carte. | \
         content/86-vienne/acteurs/c.yaml",
    ));
    let expected: Vec<String> =
        expected.iter().map(|(people, text)| format!("{people} | {text}")).collect();
    assert_eq!(small_tasks(&desk), expected);
}

#[test]
fn a_district_with_help_inside_is_no_task() {
    let place = format!("{FRANCE_SERVICES}quartier: tours\n");
    let desk = Desk::with(&[
        ("86-vienne/acteurs/lusignan.yaml", &place),
        (
            "territoires/tours.yaml",
            "nom: Tours\nsorte: quartier\ncommunes: [Lusignan]\nqpv: {nom: Les Tours}\n",
        ),
        ("territoires/qpv.yaml", "nom: Les Tours\nsorte: qpv\ncommunes: [Lusignan]\n"),
    ]);
    report(&desk, &[]);
    assert_eq!(small_tasks(&desk), Vec::<String>::new());
}

#[test]
fn what_the_terminal_says() {
    // Its three services answer five of the ten needs, in one of the seven intercommunalités: the five others are said
    // once for all, then these five for each of the six others.
    let desk = Desk::with(&[("86-vienne/acteurs/lusignan.yaml", FRANCE_SERVICES)]);
    let said = report(&desk, &["--km", "300"]);
    let vienne = communes_of_departement("86").iter().map(|one| one.population as usize).sum();
    let thousands = jalon::text::thousands;
    let chatellerault = jalon::territory::communes_of_epci("248600413")
        .iter()
        .map(|one| one.population as usize)
        .sum();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "Vienne : 0 commune sur 265 à plus de 300 km d’une aide aux démarches (0 habitants), 7 lignes à faire.".to_owned(),
            format!("  {} habitants, Vienne : 5 besoins sans réponse.", thousands(vienne)),
            format!("  {} habitants, Communauté d’agglomération Grand Châtellerault : 5 besoins sans réponse.", thousands(chatellerault)),
        ]
    );
    assert_eq!(lines[4], "  rapports/86-vienne/bilan.html");
    assert!(lines[5].starts_with("12 fichiers écrits en "), "{said}");
}

/// Communes of the département with a place at random points: far ones are those of a look at everything.
fn check_far(bilan: &Bilan<'_>, places: &[(f64, f64)], km: u16) {
    let far: BTreeSet<&str> = bilan.loin().iter().map(|one| one.commune.code).collect();
    let mut expected = BTreeSet::new();
    for commune in communes_of_departement("86") {
        let from = commune.centre().unwrap();
        let nearest = places.iter().map(|(latitude, longitude)| {
            distance_km(
                from,
                jalon::territory::Point { latitude: *latitude, longitude: *longitude },
            )
        });
        if nearest.fold(f64::INFINITY, f64::min) > f64::from(km) {
            expected.insert(commune.code);
        }
    }
    assert_eq!(far, expected);
}

/// Proposals hold every commune that is far, each once; the first one serves most people of all choices.
fn check_proposals(bilan: &Bilan<'_>, km: u16) {
    let far: Vec<_> = bilan.loin().iter().map(|one| one.commune).collect();
    let proposals: Vec<_> =
        bilan.actions.iter().filter(|one| one.sorte == Sorte::Permanence).collect();
    let people: u32 = far.iter().map(|one| one.population).sum();
    assert_eq!(proposals.iter().map(|one| one.habitants).sum::<u32>(), people);
    let mut names: Vec<&str> = proposals.iter().flat_map(|one| one.detail.split(", ")).collect();
    let mut expected: Vec<&str> = far.iter().map(|one| one.nom).collect();
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
    let best = communes_of_departement("86").iter().map(|place| {
        let near = far.iter().filter(|one| {
            distance_km(one.centre().unwrap(), place.centre().unwrap()) <= f64::from(km)
        });
        near.map(|one| one.population).sum::<u32>()
    });
    assert_eq!(
        proposals.iter().map(|one| one.habitants).max(),
        best.max().filter(|_| !far.is_empty())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn far_communes_and_proposals_are_those_of_a_look_at_everything(
        places in prop::collection::vec((46.1..47.1_f64, 0.0..1.1_f64), 0..12),
        km in 1..40_u16,
    ) {
        let desk = Desk::with(&[]);
        for (rank, (latitude, longitude)) in places.iter().enumerate() {
            desk.write(
                &format!("content/86-vienne/acteurs/n{rank}.yaml"),
                format!("nom: N{rank}\ncommune: Poitiers\nlatitude: {latitude}\nlongitude: {longitude}\n\
                         services: [Aide aux démarches administratives]\n"),
            );
        }
        let guides = linked(&desk);
        let bilans = bilan::of_guides(&guides, km);
        check_far(&bilans[0], &places, km);
        check_proposals(&bilans[0], km);
    }
}

#[test]
fn tables_add_up_to_the_population_of_the_departement() {
    let desk = Desk::copy_of("content");
    report(&desk, &[]);
    for (folder, code) in [("86-vienne", "86"), ("17-charente-maritime", "17"), ("38-isere", "38")]
    {
        let people: u32 = communes_of_departement(code).iter().map(|one| one.population).sum();
        let sum = |rows: &[BTreeMap<String, String>], column: &str| -> u32 {
            rows.iter().map(|row| row[column].parse::<u32>().unwrap()).sum()
        };
        let communes = rows(&desk, &format!("{folder}/communes.csv"));
        assert_eq!(communes.len(), communes_of_departement(code).len());
        assert_eq!(sum(&communes, "habitants"), people);
        let mut epcis = rows(&desk, &format!("{folder}/intercommunalites.csv"));
        let whole = epcis.pop().unwrap();
        assert_eq!(whole["intercommunalite"], "Tout le département");
        for column in ["communes", "habitants", "lieux", "passages"] {
            assert_eq!(sum(&epcis, column), whole[column].parse::<u32>().unwrap(), "{column}");
        }
        assert_eq!(sum(&epcis, "habitants"), people);
        assert_eq!(sum(&communes, "lieux"), sum(&epcis, "lieux"));
        // Every record that is not ended stands once in the months.
        let months = rows(&desk, &format!("{folder}/fraicheur.csv"));
        let all = sum(&months, "verifiees") + sum(&months, "jamais_verifiees");
        let guides = linked(&desk);
        let guide = guides.guides.iter().find(|one| one.dossier == folder).unwrap();
        let running = guide.acteurs.iter().filter(|one| one.fiche.en_cours(guides.today));
        assert_eq!(usize::try_from(all).unwrap(), running.count());
    }
}

#[test]
fn no_cell_is_run_by_a_spreadsheet_nor_any_tag_by_a_browser() {
    let nasty = ["=1+1", "+33", "-2", "@SUM(A1)", "a;b \"c\"", "<script>alert(1)</script>"];
    let desk = Desk::with(&[]);
    for (rank, nom) in nasty.iter().enumerate() {
        desk.write(
            &format!("content/86-vienne/acteurs/n{rank}.yaml"),
            format!(
                "nom: '{nom}'\ncommune: Poitiers\nservices: [Aide aux démarches administratives]\n"
            ),
        );
    }
    report(&desk, &[]);
    let found = rows(&desk, "86-vienne/a-faire.csv");
    for nom in nasty {
        let safe =
            if nom.starts_with(['=', '+', '-', '@']) { format!("'{nom}") } else { nom.into() };
        assert_eq!(found.iter().filter(|row| row["quoi"] == safe).count(), 1, "{nom}");
    }
    for row in found.iter().chain(&rows(&desk, "86-vienne/communes.csv")) {
        assert!(row.values().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
    let page = desk.read("rapports/86-vienne/bilan.html");
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
}

#[test]
fn nothing_but_the_report_is_written_and_the_same_each_time() {
    let desk = Desk::copy_of("content");
    assert!(desk.build().status.success());
    desk.write("rapports/import-2026-11-01-1.txt", "à garder");
    desk.write("rapports/86-vienne/notes.txt", "à garder");
    let before = tree(desk.path());
    report(&desk, &[]);
    let after = tree(desk.path());
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{path}");
    }
    let new: BTreeSet<&String> = after.keys().filter(|path| !before.contains_key(*path)).collect();
    assert!(new.iter().all(|path| path.starts_with("rapports/")), "{new:?}");
    // Eight guides of twelve files, and the page above.
    assert_eq!(new.len(), 8 * 12 + 1);
    report(&desk, &[]);
    assert!(tree(desk.path()) == after);
    let hidden = support::paths(&desk.path().join("rapports"));
    assert!(hidden.iter().all(|path| !path.to_string_lossy().contains(".jalon-")), "{hidden:?}");
    let page = desk.read("rapports/86-vienne/bilan.html");
    let body = page.split_once("<body>\n").unwrap().1;
    assert!(body.starts_with("<p class=\"prive\">Document de travail, à ne pas publier</p>\n"));
}

#[test]
fn where_it_would_be_published_it_is_refused() {
    let desk = Desk::with(&[("86-vienne/acteurs/lusignan.yaml", FRANCE_SERVICES)]);
    for output in ["rapports", "rapports/site", ".", "rapports/../rapports/x"] {
        assert_eq!(
            refused(&desk, &["--output", output]),
            "erreur[rapport-publie]: Ce dossier de travail serait publié avec le guide : l’un des deux dossiers est dans l’autre.\n\
             --> rapports\n \
             = à faire: Donnez avec --output le dossier où le guide est publié, hors du dossier « rapports ».\n\n"
        );
    }
    assert!(!desk.path().join("rapports").exists());
}

#[test]
fn mistakes_in_records_leave_no_report() {
    let desk = Desk::with(&[("86-vienne/acteurs/a.yaml", "nom: A\ncomune: Poitiers\n")]);
    let said = refused(&desk, &[]);
    assert!(
        said.contains("cle-inconnue") && said.contains("Vouliez-vous dire « commune » ?"),
        "{said}"
    );
    assert!(!desk.path().join("rapports").exists());
    let kilometres = desk.jalon(&["bilan", "--km", "0"]);
    assert_eq!(kilometres.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(kilometres.stderr).unwrap(),
        "erreur: « 0 » n’est pas une valeur possible pour --km <NOMBRE>.\nà faire: Tapez « jalon bilan --help » pour voir ses options.\n"
    );
}

#[test]
fn a_file_in_the_way_is_said_in_french() {
    let desk = Desk::with(&[("86-vienne/acteurs/lusignan.yaml", FRANCE_SERVICES)]);
    desk.write("rapports/86-vienne", "un fichier");
    let said = refused(&desk, &[]);
    assert!(
        said.starts_with("erreur[ecriture-impossible]: Le système refuse d’écrire ou de lire ici"),
        "{said}"
    );
    assert_eq!(desk.read("rapports/86-vienne"), "un fichier");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_and_what_it_leads_to_kept() {
    let desk = Desk::with(&[("86-vienne/acteurs/lusignan.yaml", FRANCE_SERVICES)]);
    desk.write("ailleurs/garde.txt", "à garder");
    desk.write("rapports/garde.txt", "à garder");
    std::os::unix::fs::symlink(
        desk.path().join("ailleurs"),
        desk.path().join("rapports/86-vienne"),
    )
    .unwrap();
    let said = refused(&desk, &[]);
    assert!(
        said.starts_with(
            "erreur[rapport-ailleurs]: Un lien mène ce fichier hors du dossier « rapports »"
        ),
        "{said}"
    );
    assert_eq!(tree(&desk.path().join("ailleurs")).len(), 1);
    // A link to the published folder is seen through, too.
    std::fs::remove_file(desk.path().join("rapports/86-vienne")).unwrap();
    std::os::unix::fs::symlink(desk.path().join("rapports"), desk.path().join("output")).unwrap();
    assert!(refused(&desk, &[]).starts_with("erreur[rapport-publie]"));
}
