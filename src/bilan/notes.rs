//! The part of a report's page about marks: what is asked of a record and why, how many tell it, which tell least.

use crate::text::thousands;

use super::html::{dit, paragraph, scrolled, section as framed, table};
use super::page::{counted, file};
use super::qualite::{self, CRITERES, Critere, Note};
use super::tableau::Cellule;
use super::{Bilan, tables};

/// Records and communes shown on the page; the tables of the files have them all.
const SHOWN: usize = 20;

/// The whole section.
pub(super) fn section(bilan: &Bilan<'_>) -> String {
    let notes = &bilan.notes;
    if notes.is_empty() {
        return framed(
            "qualite",
            "Qualité des fiches",
            &paragraph("Aucun lieu n’est encore décrit."),
        );
    }
    let marks: Vec<u32> = notes.iter().map(Note::pour_cent).collect();
    let lead = format!(
        "{} notées sur 100 selon ce qu’elles disent. La moitié ont {} ou plus. La note ne dit pas si le lieu est bon : elle dit \
         ce qu’il reste à demander.",
        counted(notes.len(), "fiche"),
        qualite::middle(&marks)
    );
    let body = paragraph(&lead)
        + &criteria(notes)
        + &lowest(notes)
        + &file("qualite", "Toutes les fiches, avec ce qui manque à chacune")
        + &communes(bilan)
        + &file("qualite-communes", "Toutes les communes")
        + "<p class=\"suite\"><a href=\"courriels.html\">Courriels tout écrits, pour demander</a></p>\n";
    framed("qualite", "Qualité des fiches", &body)
}

/// What is asked, why, and how many do not tell it.
fn criteria(notes: &[Note<'_>]) -> String {
    let lacks = |critere: &Critere| {
        notes.iter().filter(|note| note.manque.iter().any(|one| one.cle == critere.cle)).count()
    };
    let row = |critere: &Critere| {
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td>{}</td><td>« {} »</td><td class=\"n\">{}</td></tr>\n",
            dit(critere.manque),
            critere.points,
            dit(critere.pourquoi),
            dit(critere.cle),
            thousands(lacks(critere))
        )
    };
    let rows: String = CRITERES.iter().map(row).collect();
    scrolled(
        "Ce qui est compté",
        &format!(
            "<thead><tr><th scope=\"col\">ce que la fiche dit</th><th scope=\"col\" class=\"n\">points</th><th \
             scope=\"col\">pourquoi</th><th scope=\"col\">clé</th><th scope=\"col\" class=\"n\">fiches sans</th></tr></thead>\n\
             <tbody>\n{rows}</tbody>"
        ),
    )
}

fn lowest(notes: &[Note<'_>]) -> String {
    let row = |note: &Note<'_>| {
        let manque: Vec<&str> = note.manque.iter().map(|one| one.manque).collect();
        vec![
            Cellule::texte(&note.acteur.fiche.nom),
            Cellule::texte(note.acteur.adresse.commune.map_or("", |commune| commune.nom)),
            Cellule::habitants(note.pour_cent()),
            Cellule::texte(manque.join(", ")),
        ]
    };
    let rows: Vec<Vec<Cellule>> = notes.iter().take(SHOWN).map(row).collect();
    table(
        "Les fiches à compléter d’abord",
        &[(0, "fiche"), (1, "commune"), (2, "note"), (3, "il manque")],
        &rows,
    )
}

fn communes(bilan: &Bilan<'_>) -> String {
    let mut all = tables::qualite_communes(bilan);
    all.lignes.truncate(SHOWN);
    let columns = [(2, "commune"), (3, "fiches"), (0, "note"), (4, "il manque le plus")];
    table("Les communes à compléter d’abord", &columns, &all.lignes)
}
