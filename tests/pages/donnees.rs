//! « D’où viennent ces informations » and « À imprimer »: counts that can be checked, who prints for you.

use crate::reading::{lines, links, listed, under, vienne};

#[test]
fn the_data_of_a_guide_are_counted() {
    let source = "source: Carte nationale\n";
    let pages = vienne(&[
        ("86-vienne/guide.yaml", "titre: G\ndepartement: \"86\"\nediteur: E\nfraicheur: 12 mois\n"),
        (
            "86-vienne/acteurs/a.yaml",
            &format!("nom: A\ncommune: Poitiers\nverifie: {{le: 2026-06-01}}\n{source}"),
        ),
        ("86-vienne/acteurs/b.yaml", "nom: B\ncommune: Poitiers\nverifie: {le: 2025-06-01}\n"),
        ("86-vienne/acteurs/c.yaml", &format!("nom: C\ncommune: Lusignan\n{source}")),
        ("86-vienne/acteurs/d.yaml", "nom: D\ncommune: Lusignan\ntermine: {le: 2026-01-01}\n"),
        (
            "86-vienne/acteurs/bus.yaml",
            "nom: Bus\ncommune: Poitiers\ntournee: {arrets: [{nom: X, commune: Vivonne, horaires: lundi 9h-12h}]}\n",
        ),
        ("86-vienne/evenements/e.yaml", "nom: E\ncommune: Poitiers\ndates: [{le: 2026-12-03}]\n"),
        ("86-vienne/evenements/f.yaml", "nom: F\ncommune: Poitiers\ndates: [{le: 2026-10-03}]\n"),
    ]);
    let page = &pages["donnees/index.html"];
    // A, B, C and the bus; Lusignan, Poitiers, Vivonne; E; one stop.
    assert_eq!(
        lines(under(page, "Ce que contient ce guide")),
        ["4 lieux, 3 communes, 1 événement, 1 passage."]
    );
    assert_eq!(
        lines(under(page, "Ce qui est vérifié")),
        [
            "1 lieu a été vérifié assez récemment.",
            "1 lieu est à vérifier de nouveau.",
            "2 lieux n’ont jamais été vérifiés.",
        ]
    );
    assert_eq!(lines(under(page, "D’où viennent les fiches")), ["Carte nationale : 2 fiches."]);
}

#[test]
fn whoever_has_no_printer_learns_where_there_is_one() {
    let pages = vienne(&[
        ("86-vienne/acteurs/a.yaml", "nom: Agora\ncommune: Poitiers\nequipements: [imprimante]\n"),
        (
            "86-vienne/acteurs/b.yaml",
            "nom: Bureau\ncommune: Poitiers\nequipements: [{nom: imprimante, nombre: 2}]\n",
        ),
        (
            "86-vienne/acteurs/c.yaml",
            "nom: Comptoir\ncommune: Poitiers\nequipements: [ordinateur]\n",
        ),
        (
            "86-vienne/acteurs/d.yaml",
            "nom: Disparu\ncommune: Poitiers\nequipements: [imprimante]\ntermine: {le: 2026-01-01}\n",
        ),
    ]);
    let page = &pages["imprimer/index.html"];
    assert_eq!(
        listed(page, "Vous n’avez pas d’imprimante ? Ces lieux en ont une"),
        ["Agora", "Bureau"]
    );
    // Sheets that this guide has: no tour and no agenda here.
    let sheets: Vec<String> =
        links(under(page, "Des feuilles toutes prêtes")).into_iter().map(|(to, _)| to).collect();
    assert_eq!(sheets, ["../communes/index.html", "../intercommunalites/index.html"]);
}
