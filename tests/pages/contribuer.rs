//! Corrections and proposals: mails already begun in French, and all of it in words too.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::reading::{built, href, lines, links, part, under, words};
use crate::support::{Desk, TODAY};

const SETTINGS: &str = "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\ncontact: {courriel: aide@essai.example, telephone: 05 36 49 00 10, adresse: \"1 rue de l'Exemple, 86000 Poitiers\"}\n";

const FILES: [(&str, &str); 4] = [
    ("86-vienne/guide.yaml", SETTINGS),
    (
        "86-vienne/acteurs/seve.yaml",
        "id: maison-de-quartier-seve\nnom: Maison de Seve\ncommune: Poitiers\n",
    ),
    (
        "86-vienne/evenements/cafe.yaml",
        "nom: Café numérique\ncommune: Poitiers\ndates: [{le: 2026-12-03, horaires: 9h-12h}]\n",
    ),
    ("dispositifs/aidants-connect.yaml", "nom: Aidants Connect\n"),
];

static PAGES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| built(&Desk::with(&FILES), TODAY));

/// Every page of the guide; that of a wrong address has no foot of its own.
fn of_guide() -> impl Iterator<Item = (&'static String, &'static String)> {
    PAGES.iter().filter(|(path, _)| path.starts_with("86-vienne/") && !path.ends_with("404.html"))
}

fn page(path: &str) -> &'static str {
    &PAGES[&format!("86-vienne/{path}.html")]
}

/// The text that a program of mail shows (RFC 6068): two digits after each `%`.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if bytes[at] == b'%' {
            out.push(u8::from_str_radix(&text[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

/// Who a mail is for, its subject, the lines of its body.
fn mail(href: &str) -> (String, String, Vec<String>) {
    let (to, query) = href.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
    let field = |name: &str| {
        let found = query.split('&').find_map(|field| field.strip_prefix(&format!("{name}=")));
        decoded(found.unwrap_or_default()).replace(['\u{a0}', '\u{202f}'], " ")
    };
    let body = field("body");
    let lines = body.split("\r\n").filter(|line| !line.is_empty());
    (to.to_owned(), field("subject"), lines.map(|line| line.trim_end().to_owned()).collect())
}

#[test]
fn a_mistake_is_told_by_a_mail_that_asks_three_things() {
    let under = under(page("contribuer"), "Une erreur ?");
    assert_eq!(
        mail(&href(under, "Signaler une erreur par courriel")),
        (
            "aide@essai.example".into(),
            "Erreur dans le guide".into(),
            vec![
                "Nom de la page, ou code de quatre signes :".into(),
                "Ce qui est faux :".into(),
                "Ce qu’il faut écrire :".into()
            ]
        )
    );
}

#[test]
fn a_place_is_proposed_by_a_mail_that_asks_what_a_record_needs() {
    let under = under(page("contribuer"), "Proposez un lieu, un atelier, une ressource");
    let (to, subject, lines) = mail(&href(under, "Proposer un lieu par courriel"));
    assert_eq!(
        (to.as_str(), subject.as_str()),
        ("aide@essai.example", "Proposition pour le guide")
    );
    assert_eq!(
        lines,
        [
            "Nom du lieu ou du service :",
            "Commune :",
            "Adresse :",
            "Téléphone :",
            "Jours et heures :",
            "Ce qu’on y fait :",
            "Gratuit ou payant :",
            "Avec ou sans rendez-vous :",
            "Comment vous joindre :",
        ]
    );
}

#[test]
fn whoever_has_no_mail_finds_a_phone_an_address_and_a_form_to_print() {
    let other = under(page("contribuer"), "Autrement");
    assert_eq!(
        lines(other)[..4],
        [
            "Écrivez à aide@essai.example.",
            "Appeler le 05 36 49 00 10",
            "Par lettre : 1 rue de l’Exemple, 86000 Poitiers.",
            "Nous vérifions ce que vous nous dites avant de l’écrire dans le guide.",
        ]
    );
    assert_eq!(href(other, "Appeler le 05 36 49 00 10"), "tel:+33536490010");
    let form = words(under(page("contribuer"), "Formulaire à imprimer"));
    for asked in ["Nom du lieu ou du service", "Jours et heures", "Comment vous joindre"] {
        assert!(form.contains(asked), "{form}");
    }
}

/// Whether a page is that of a record, which has an id; lists are not.
fn is_record(path: &str) -> bool {
    let below = path.strip_prefix("86-vienne/").unwrap();
    let folders = ["acteurs/", "evenements/", "dispositifs/", "pages/", "territoires/"];
    folders.iter().any(|folder| below.starts_with(folder)) && !below.ends_with("/index.html")
}

#[test]
fn every_page_says_how_to_correct_it_by_its_own_name() {
    let (mut subjects, mut names) = (Vec::new(), Vec::new());
    for (path, page) in of_guide() {
        let foot = part(page, "footer");
        let (to, subject, _) = mail(&href(foot, "Écrivez à aide@essai.example"));
        assert_eq!(to, "aide@essai.example", "{path}");
        let reference = subject.strip_prefix("Erreur ").unwrap();
        if !is_record(path) {
            assert_eq!(reference, words(part(page, "h1")), "{path}");
        }
        // A record says its code, four signs that its sheet of paper says too, and a mail says it: the staff finds the
        // record by it. Elsewhere people say the title they see.
        let coded =
            ["acteurs/", "evenements/"].iter().any(|of| path.contains(of)) && is_record(path);
        let say = match reference.split_once(' ') {
            Some((code, _)) if coded => {
                assert_eq!(code.chars().count(), 4, "{path} {code}");
                format!("le code {code}")
            }
            _ => "le nom de cette page".to_owned(),
        };
        assert_eq!(
            lines(foot)[0],
            format!(
                "Une erreur, un oubli ? Écrivez à aide@essai.example. Appelez le 05 36 49 00 10. Dites {say}."
            ),
            "{path}"
        );
        subjects.push(subject);
        names.push(words(part(page, "title")));
    }
    for mut said in [subjects, names] {
        let all = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), all, "two pages bear one name: {said:?}");
    }
}

#[test]
fn a_record_page_names_its_record() {
    for (path, reference) in [
        ("acteurs/seve", format!("{} maison-de-quartier-seve", jalon::text::code("seve"))),
        ("evenements/cafe", format!("{} cafe", jalon::text::code("cafe"))),
        ("dispositifs/aidants-connect", "aidants-connect".to_owned()),
    ] {
        let (_, subject, _) =
            mail(&href(part(page(path), "footer"), "Écrivez à aide@essai.example"));
        assert_eq!(subject, format!("Erreur {reference}"));
    }
}

#[test]
fn a_guide_without_mail_still_says_what_to_do() {
    let settings = SETTINGS.replace("courriel: aide@essai.example, ", "");
    let mut files = FILES;
    files[0].1 = &settings;
    let pages = built(&Desk::with(&files), TODAY);
    let foot = part(&pages["86-vienne/acteurs/seve.html"], "footer");
    let said = format!(
        "Une erreur, un oubli ? Appelez le 05 36 49 00 10. Dites le code {}.",
        jalon::text::code("seve")
    );
    assert_eq!(lines(foot)[0], said);
    let mails =
        pages.values().flat_map(|page| links(page)).filter(|(to, _)| to.starts_with("mailto:"));
    assert_eq!(mails.count(), 0);
}
