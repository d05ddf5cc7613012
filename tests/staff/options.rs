//! `jalon print` leaves no option unread: one that does not fit the product is refused, a day that is past is told.

use crate::support::{Desk, TODAY};

fn desk() -> Desk {
    Desk::with(&[(
        "86-vienne/acteurs/mairie.yaml",
        "nom: Mairie\ncommune: Lusignan\nhoraires: mardi 9h-12h\nverifie: {le: 2026-11-03, par: hub}\n",
    )])
}

/// Prints: the code, and what the program complains of.
fn printed(desk: &Desk, arguments: &[&str]) -> (Option<i32>, String) {
    let run = desk.jalon(&[&["print"], arguments, &["--today", TODAY]].concat());
    (run.status.code(), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn an_option_that_does_not_fit_the_product_is_refused() {
    let desk = desk();
    let commune = "va avec : gros-caracteres, commune, depliant, affiche.";
    for (arguments, said) in [
        (
            &["guide", "--commune", "Lusignan"][..],
            format!("« guide » ne prend pas --commune, qui {commune} Il se fait pour tout le guide."),
        ),
        (
            &["livret", "--commune", "Lusignan"],
            format!("« livret » ne prend pas --commune, qui {commune} Donnez --intercommunalite, ou rien pour tout le guide."),
        ),
        (
            &["fiche", "--commune", "Lusignan"],
            format!("« fiche » ne prend pas --commune, qui {commune} Donnez --acteur."),
        ),
        (
            &["selection", "--commune", "Lusignan"],
            format!("« selection » ne prend pas --commune, qui {commune} Donnez --acteur."),
        ),
        (
            &["commune", "--acteur", "mairie"],
            "« commune » ne prend pas --acteur, qui va avec : affiche, fiche, selection. Donnez --commune.".into(),
        ),
        (
            &["depliant", "--besoin", "apprendre"],
            "« depliant » ne prend pas --besoin, qui va avec : besoin. Donnez --commune ou --intercommunalite.".into(),
        ),
        (
            &["fiche", "--acteur", "mairie", "--languettes"],
            "« fiche » ne prend pas --languettes, qui va avec : affiche. Donnez --acteur.".into(),
        ),
        (
            &["affiche", "--acteur", "mairie", "--commune", "Lusignan"],
            "« affiche » se fait pour une chose à la fois. Donnez --commune ou --acteur.".into(),
        ),
        (&["besoin"], "Dites pour quoi imprimer « besoin ». Donnez --besoin.".into()),
    ] {
        assert_eq!(printed(&desk, arguments), (Some(2), format!("erreur: {said}\n")));
    }
    assert!(!desk.path().join("rapports").exists());
}

#[test]
fn a_month_that_is_past_is_told() {
    let desk = desk();
    let poster = |du: &str| printed(&desk, &["affiche", "--acteur", "mairie", "--du", du]);
    assert_eq!(
        poster("2026-02-01"),
        (
            Some(0),
            "attention[imprime-perime]: Cet imprimé n’est valable que jusqu’au 28\u{a0}février 2026 : ce jour est passé.\n |\n \
             = à faire: Corrigez le jour donné à --du, ou l’année, puis imprimez de nouveau.\n\n"
                .to_owned()
        )
    );
    assert_eq!(poster("2026-11-01"), (Some(0), String::new()));
}
