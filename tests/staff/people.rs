//! Notes of the team and people who do not agree, or no longer, are in no output; what looks like a person is remarked on.

use std::collections::BTreeSet;

use jalon::text::fold;

use crate::full::{self, SECRETS};
use crate::support::{Desk, TODAY, paths};

/// Letters and figures alone: no escape, fold of a line, accent or capital hides a word.
fn bare(text: &str) -> String {
    let unescaped =
        text.replace("\r\n ", "").replace("&#39;", "").replace("&quot;", "").replace("\\u0027", "");
    fold(&unescaped).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Files that hold secrets of their own, beside those of the guide that says everything.
const MORE: [(&str, &str); 4] = [
    (
        "86-vienne/pages/aide.md",
        "---\ntitre: Aide\ninterne: note-d-une-page\n# commentaire-d-une-page\n---\nDu texte.\n",
    ),
    (
        "pages/commune.md",
        "---\ntitre: Au-dessus\ninterne: note-d-une-page-commune\n---\nDu texte.\n",
    ),
    (
        "86-vienne/diffusion.yaml",
        "- {ou: lieu-de-diffusion-secret, edition: 1, contact: contact-de-diffusion}\n",
    ),
    (
        "86-vienne/acteurs/commente.yaml",
        "# commentaire-d-une-fiche\nnom: Lieu commenté\ncommune: Poitiers # commentaire-de-fin\n",
    ),
];

#[test]
fn what_is_the_team_s_alone_is_in_no_file_of_any_edition() {
    let desk = full::desk();
    for (path, text) in MORE {
        desk.write(&format!("content/{path}"), text);
    }
    let built = desk.build();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    // Who verified is a role, and pages say it; data do not.
    let secrets = SECRETS.iter().copied().filter(|secret| !secret.contains("Qui-Verifie")).chain([
        "note-d-une-page",
        "note-d-une-page-commune",
        "commentaire-d-une-page",
        "commentaire-d-une-fiche",
        "commentaire-de-fin",
        "lieu-de-diffusion-secret",
        "contact-de-diffusion",
    ]);
    let secrets: Vec<(&str, String)> = secrets.map(|secret| (secret, bare(secret))).collect();
    let agreed = bare("Personne D'accord");
    let mut ends = BTreeSet::new();
    let mut naming = BTreeSet::new();
    for path in paths(&desk.path().join("output")) {
        let name = path.strip_prefix(desk.path()).unwrap().to_string_lossy().into_owned();
        let text = bare(&String::from_utf8_lossy(&std::fs::read(&path).unwrap())) + &bare(&name);
        for (secret, bare) in &secrets {
            assert!(!text.contains(bare.as_str()), "« {secret} » is in {name}");
        }
        let end = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if text.contains(&agreed) {
            naming.insert(end.clone());
        }
        ends.insert(end);
    }
    let sheets = crate::paper::all(&desk);
    assert!(
        sheets.len() > 10 && sheets.iter().any(|(_, data)| bare(data).contains(&agreed)),
        "{}",
        sheets.len()
    );
    for (produit, data) in &sheets {
        for (secret, hidden) in &secrets {
            assert!(!bare(data).contains(hidden.as_str()), "« {secret} » is on paper: {produit}");
        }
    }
    // The search sees: who agrees is found, in pages and in data, and every edition was looked at.
    assert!(naming.is_superset(&["html", "json"].map(str::to_owned).into()), "{naming:?}");
    for end in ["html", "ics", "atom", "json", "csv", "geojson"] {
        assert!(ends.contains(end), "no .{end} among {ends:?}");
    }
}

#[test]
fn what_looks_like_a_person_is_remarked_on_where_it_is_written() {
    let desk = Desk::with(&[(
        "86-vienne/acteurs/a.yaml",
        "nom: Lieu\ncommune: Poitiers\ntelephone: 06 00 00 00 01\ncourriels: [accueil@exemple.fr, camille.exemple@exemple.fr]\n",
    )]);
    assert_eq!(
        desk.messages(),
        "\
attention[personne-sans-accord]: « 06\u{a0}00\u{a0}00\u{a0}00\u{a0}01 » est un numéro de mobile : s’il est celui d’une personne, rien ne dit qu’elle accepte de le voir publié.
 --> content/86-vienne/acteurs/a.yaml:3:1
  |
3 | telephone: 06 00 00 00 01
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = à faire: Mettez le numéro ou le courriel d’un service. Si la personne est d’accord, écrivez-le : « contact_personne: {accord_jusqu_au: 2027-06-30} », avec la date qu’elle a choisie.

attention[personne-sans-accord]: « camille.exemple@exemple.fr » porte le nom d’une personne, et rien ne dit qu’elle accepte de le voir publié.
 --> content/86-vienne/acteurs/a.yaml:4:1
  |
4 | courriels: [accueil@exemple.fr, camille.exemple@exemple.fr]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = à faire: Mettez le numéro ou le courriel d’un service. Si la personne est d’accord, écrivez-le : « contact_personne: {accord_jusqu_au: 2027-06-30} », avec la date qu’elle a choisie.

"
    );
}

/// The codes that a record gives.
fn codes(files: &[(&str, &str)]) -> Vec<String> {
    let said = Desk::with(files).messages();
    let code = |line: &str| Some(line.split_once('[')?.1.split_once("]: ")?.0.to_owned());
    said.lines().filter(|line| !line.starts_with(' ')).filter_map(code).collect()
}

#[test]
fn an_agreement_that_holds_says_enough_and_one_that_ran_out_is_told() {
    let lieu =
        |consent: &str| format!("nom: Lieu\ncommune: Poitiers\ntelephone: 0600000001\n{consent}");
    let of = |consent: &str| codes(&[("86-vienne/acteurs/a.yaml", &lieu(consent))]);
    assert_eq!(of("contact_personne: {accord_jusqu_au: 2026-11-23}\n"), [""; 0]);
    assert_eq!(
        of("contact_personne: {accord_jusqu_au: 2026-11-22}\n"),
        ["personne-sans-accord", "accord-expire"]
    );
    assert_eq!(
        of("contact_personne: {nom: Camille Exemple}\n"),
        ["personne-sans-accord", "champ-manquant"]
    );
    // An event follows who organises it.
    let event = "nom: Atelier\norganisateur: a\ncommune: Poitiers\ndates: [{le: 2026-12-01, horaires: 14h-16h}]\ninscription: {telephone: 06 00 00 00 02}\n";
    let both = |consent: &str| {
        codes(&[
            ("86-vienne/acteurs/a.yaml", &lieu(consent)),
            ("86-vienne/evenements/e.yaml", event),
        ])
    };
    assert_eq!(both("contact_personne: {accord_jusqu_au: 2027-11-23}\n"), [""; 0]);
    assert_eq!(both(""), ["personne-sans-accord"; 2]);
}

#[test]
fn an_email_in_a_text_is_told_as_one_under_its_key_once() {
    let lieu = |text: &str| {
        let text = format!("nom: Espace Camille Exemple\ncommune: Poitiers\n{text}");
        codes(&[("86-vienne/acteurs/a.yaml", &text)])
    };
    let people = "courriels: [jean.essai@exemple.fr]\nvenir: \"Écrire à jean.essai@exemple.fr.\"\npresentation_detail: |\n  Ou à\n  [Anne](mailto:anne.essai@exemple.fr).\n";
    assert_eq!(lieu(people), ["personne-sans-accord"; 2]);
    assert_eq!(
        lieu(&format!("{people}contact_personne: {{accord_jusqu_au: 2027-01-01}}\n")),
        [""; 0]
    );
    let services = "presentation_resume: \"Contact : accueil@exemple.fr, camille.exemple@exemple.fr, mediatheque.lusignan@exemple.fr\"\n";
    assert_eq!(lieu(services), [""; 0]);
}

#[test]
fn who_publishes_is_a_service_and_is_judged_once() {
    let own = "titre: Guide\ndepartement: \"86\"\nediteur: Hub\ncontact: {courriel: camille.exemple@exemple.fr, telephone: 06 00 00 00 01}\n";
    assert_eq!(codes(&[("86-vienne/guide.yaml", own)]), ["personne-sans-accord"; 2]);
    let site = "titre: Site\nediteur: Hub\ncontact: {courriel: camille.exemple@exemple.fr, telephone: 05 36 49 00 10}\n";
    assert_eq!(codes(&[("site.yaml", site)]), ["personne-sans-accord"]);
}

#[test]
fn hundreds_of_them_are_counted_and_hide_nothing_else() {
    let record = |rank: usize| {
        format!("nom: Lieu {rank}\ncommune: Poitiers\ntelephone: 06 00 00 01 {rank:02}\n")
    };
    let files: Vec<(String, String)> = (10..35)
        .map(|rank| (format!("86-vienne/acteurs/lieu-{rank}.yaml"), record(rank)))
        .collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let desk = Desk::with(&files);
    let said = desk.messages();
    assert_eq!(said.matches("attention[personne-sans-accord]").count(), 21);
    assert!(
        said.contains("5 autres numéros ou courriels de ce guide ressemblent à ceux de personnes."),
        "{said}"
    );
    let strict = desk.jalon(&["check", "--strict", "--today", TODAY]);
    assert_eq!(strict.status.code(), Some(1));
}
