//! The statement of accessibility: « non conforme » until an audit that holds says better, and every legal part.

use std::collections::BTreeMap;

use crate::reading::{built, headings, href, lines, links, part, under, words};
use crate::support::{Desk, TODAY};

const PLACE: (&str, &str) = ("86-vienne/acteurs/a.yaml", "nom: Agora\ncommune: Poitiers\n");

const SETTINGS: &str = "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\ncontact: {courriel: aide@essai.example, telephone: 05 36 49 00 10, adresse: \"1 rue de l'Exemple, 86000 Poitiers\"}\n";

fn desk(more: &str) -> Desk {
    Desk::with(&[PLACE, ("86-vienne/guide.yaml", &format!("{SETTINGS}{more}"))])
}

fn pages(more: &str) -> BTreeMap<String, String> {
    built(&desk(more), TODAY)
}

fn audit(date: &str, taux: u32) -> String {
    let pages =
        if taux == 100 && date > "2023-11-22" { ", pages: [Accueil, Recherche]" } else { "" };
    format!("audit: {{date: {date}, auditeur: Cabinet Exemple, taux: {taux}{pages}}}\n")
}

/// The sentence on the state of the site.
fn state(more: &str) -> String {
    let pages = pages(more);
    lines(under(&pages["86-vienne/accessibilite.html"], "Où en est ce site")).join(" ")
}

const RGAA: &str =
    "avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2.";

#[test]
fn nothing_declared_is_not_conform() {
    assert_eq!(
        state(""),
        format!(
            "Ce site est non conforme {RGAA} Aucun audit n’a encore été fait : tant qu’il manque, la loi demande d’écrire « non conforme »."
        )
    );
}

#[test]
fn an_audit_says_how_much_is_met_and_by_whom() {
    let partly = audit("2026-10-01", 72);
    assert_eq!(state(&partly), format!("Ce site est partiellement conforme {RGAA}"));
    let pages = pages(&partly);
    assert_eq!(
        lines(under(&pages["86-vienne/accessibilite.html"], "Résultats de l’audit")),
        [
            "L’audit du 1er octobre 2026, fait par Cabinet Exemple, trouve 72 % des critères du RGAA respectés."
        ]
    );
    assert_eq!(state(&audit("2026-10-01", 100)), format!("Ce site est totalement conforme {RGAA}"));
    assert_eq!(
        state(&audit("2026-10-01", 50)),
        format!("Ce site est partiellement conforme {RGAA}")
    );
    assert_eq!(state(&audit("2026-10-01", 49)), format!("Ce site est non conforme {RGAA}"));
}

#[test]
fn an_audit_holds_three_years() {
    // Today is 23 November 2026.
    assert_eq!(state(&audit("2023-11-23", 100)), format!("Ce site est totalement conforme {RGAA}"));
    assert_eq!(
        state(&audit("2023-11-22", 100)),
        format!(
            "Ce site est non conforme {RGAA} Le dernier audit est trop ancien : tant qu’un nouveau manque, la loi demande d’écrire « non conforme »."
        )
    );
    assert_eq!(
        desk(&audit("2023-11-22", 100)).messages(),
        "attention[audit-douteux]: Cet audit d’accessibilité a plus de trois ans : le site redevient « non conforme ».\n --> content/86-vienne/guide.yaml:5:9\n  |\n5 | audit: {date: 2023-11-22, auditeur: Cabinet Exemple, taux: 100}\n  |         ^^^^\n  |\n  = à faire: Faites faire un nouvel audit, ou effacez « audit ».\n\n"
    );
}

#[test]
fn an_audit_to_come_is_refused() {
    let desk = desk(&audit("2026-11-24", 72));
    assert!(!desk.build().status.success());
    assert_eq!(
        desk.messages(),
        "erreur[audit-douteux]: Cet audit d’accessibilité est daté d’un jour à venir.\n --> content/86-vienne/guide.yaml:5:9\n  |\n5 | audit: {date: 2026-11-24, auditeur: Cabinet Exemple, taux: 72}\n  |         ^^^^\n  |\n  = à faire: Écrivez le jour où l’audit a été fait ; d’ici là, le site est « non conforme ».\n\n"
    );
}

#[test]
fn a_site_that_meets_everything_says_which_pages_were_looked_at() {
    let silent = desk("audit: {date: 2026-10-01, auditeur: Cabinet Exemple, taux: 100}\n");
    assert!(!silent.build().status.success());
    assert_eq!(
        silent.messages(),
        "erreur[audit-douteux]: Un site « totalement conforme » dit quelles pages l’audit a regardées, et « pages » manque.\n --> content/86-vienne/guide.yaml:5:9\n  |\n5 | audit: {date: 2026-10-01, auditeur: Cabinet Exemple, taux: 100}\n  |         ^^^^\n  |\n  = à faire: Écrivez dans « pages » celles du rapport d’audit. Sans rapport, effacez « audit » : le site est « non conforme ».\n\n"
    );
    assert_eq!(desk(&audit("2026-10-01", 100)).messages(), "");
    // One who did not say who looked, or when, is told as much of any record.
    for (missing, left) in [
        ("date", "auditeur: Cabinet Exemple, taux: 100, pages: [Accueil]"),
        ("auditeur", "date: 2026-10-01, taux: 100, pages: [Accueil]"),
        ("taux", "date: 2026-10-01, auditeur: Cabinet Exemple, pages: [Accueil]"),
    ] {
        let partial = desk(&format!("audit: {{{left}}}\n"));
        assert!(!partial.build().status.success(), "{missing}");
        let said = partial.messages();
        assert!(said.starts_with("erreur[") && said.contains(&format!("« {missing} »")), "{said}");
    }
}

#[test]
fn the_statement_has_its_legal_parts() {
    let pages = pages("");
    let page = &pages["86-vienne/accessibilite.html"];
    assert_eq!(
        headings(page),
        [
            "Où en est ce site",
            "Ce qui n’est pas accessible",
            "Ce qui est fait pour vous",
            "Schéma pluriannuel",
            "Vous n’arrivez pas à lire une page ?",
            "Si nous ne répondons pas",
            "Comment cette déclaration a été faite",
        ]
    );
    let said = words(part(page, "main"));
    assert!(said.contains("Essai s’engage à rendre ce site accessible à tout le monde, comme le demande l’article 47 de la loi n° 2005-102 du 11 février 2005."));
    assert!(said.contains("Elle a été établie le 23 novembre 2026."));
    let contact = under(page, "Vous n’arrivez pas à lire une page ?");
    assert_eq!(href(contact, "aide@essai.example"), "mailto:aide@essai.example");
    assert_eq!(href(contact, "05 36 49 00 10"), "tel:+33536490010");
    assert!(words(contact).contains("Envoyez une lettre : 1 rue de l’Exemple, 86000 Poitiers."));
    assert!(
        words(under(page, "Si nous ne répondons pas"))
            .contains("Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07")
    );
}

#[test]
fn derogations_and_the_plan_of_several_years_are_shown() {
    let declared = "accessibilite:\n  etablie_le: 2026-10-05\n  contenus_non_accessibles: [Une vidéo sans sous-titres]\n  derogations: [\"Les plans scannés : les refaire coûterait 20 000 €\"]\n  contenus_exempts: [Les archives d'avant 2019]\n  schema_pluriannuel: {periode: 2026-2028, lien: \"https://essai.example/schema\", actions: [Sous-titrer les vidéos]}\n";
    let pages = pages(&format!("{}{declared}", audit("2026-10-01", 72)));
    let page = &pages["86-vienne/accessibilite.html"];
    assert_eq!(
        lines(under(page, "Ce qui n’est pas accessible")),
        [
            "Défauts connus",
            "Une vidéo sans sous-titres",
            "Dérogations pour charge disproportionnée",
            "Les plans scannés : les refaire coûterait 20 000 €",
            "Contenus que la loi ne vise pas",
            "Les archives d’avant 2019",
        ]
    );
    let plan = under(page, "Schéma pluriannuel");
    assert_eq!(
        lines(plan),
        [
            "Schéma pluriannuel d’accessibilité 2026-2028 : lire le schéma pluriannuel d’accessibilité.",
            "Ce qui est fait cette année :",
            "Sous-titrer les vidéos",
        ]
    );
    assert_eq!(links(plan)[0].0, "https://essai.example/schema");
    assert!(words(page).contains("Elle a été établie le 5 octobre 2026."));
}

/// The page of a wrong address stands under any address: it leads to the home only.
#[test]
fn the_mention_is_one_click_from_every_page() {
    for (more, mention) in [
        ("", "Accessibilité : non conforme"),
        (&*audit("2026-10-01", 72), "Accessibilité : partiellement conforme"),
        (&*audit("2026-10-01", 100), "Accessibilité : totalement conforme"),
        (&*audit("2023-11-22", 100), "Accessibilité : non conforme"),
    ] {
        let pages = pages(more);
        assert!(pages.len() > 15, "{}", pages.len());
        for (path, page) in pages.iter().filter(|(path, _)| !path.ends_with("404.html")) {
            let to = href(part(page, "footer"), mention);
            assert_eq!(target(path, &to), "86-vienne/accessibilite.html", "{path}");
        }
    }
}

#[test]
fn an_audit_of_the_site_holds_for_its_guides_unless_they_have_their_own() {
    let guide = |code: &str, more: &str| {
        format!("titre: Guide {code}\ndepartement: \"{code}\"\nediteur: Essai\n{more}")
    };
    let own = audit("2026-11-02", 100);
    let desk = Desk::with(&[
        ("site.yaml", &format!("titre: Site\nediteur: Essai\n{}", audit("2026-10-01", 72))),
        ("86-vienne/guide.yaml", &guide("86", "")),
        ("33-gironde/guide.yaml", &guide("33", &own)),
    ]);
    let pages = built(&desk, TODAY);
    for (path, state) in [
        ("accessibilite.html", "partiellement conforme"),
        ("86-vienne/accessibilite.html", "partiellement conforme"),
        ("33-gironde/accessibilite.html", "totalement conforme"),
    ] {
        let page = &pages[path];
        assert!(words(page).contains(&format!("Ce site est {state} avec")), "{path}");
        let to = href(part(page, "footer"), &format!("Accessibilité : {state}"));
        assert_eq!(target(path, &to), path);
    }
}

/// The page a relative link leads to, from the folder of its own.
fn target(from: &str, href: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for name in href.split('/') {
        if name == ".." {
            folders.pop();
        } else {
            folders.push(name);
        }
    }
    folders.join("/")
}
