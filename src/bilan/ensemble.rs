//! The page above the reports of several guides.

use crate::text::{escaped, thousands};

use super::html::{dit, frame, paragraph, scrolled};
use super::page::people;
use super::tableau::Cellule;
use super::{Action, Bilan, Sorte, habitants, tables};

/// Actions shown, of all guides together.
const SHOWN: usize = 20;

/// The page: a row a guide, and what to do first anywhere.
pub(super) fn page(bilans: &[Bilan<'_>]) -> String {
    let title = "Bilan de tous les guides";
    let km = bilans.first().map_or(0, |bilan| bilan.km);
    let rows: String = bilans.iter().map(row).collect();
    let heads = [
        "habitants",
        "communes",
        "lieux",
        "démarches proches",
        "communes trop loin",
        "leurs habitants",
        "lignes à faire",
    ];
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\" class=\"n\">{}</th>", dit(head)))
        .collect();
    let body = format!(
        "<thead><tr><th scope=\"col\">guide</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>"
    );
    let mut first: Vec<(&Bilan<'_>, &Action)> = bilans
        .iter()
        .flat_map(|bilan| bilan.actions.iter().map(move |action| (bilan, action)))
        .collect();
    // Stable: guides keep their order among what concerns as many people.
    first.sort_by_key(|(_, action)| {
        (action.sorte == Sorte::Point, std::cmp::Reverse(action.habitants))
    });
    let first: String = first.into_iter().take(SHOWN).map(action).collect();
    let main = [
        format!("<h1>{title}</h1>\n"),
        paragraph(&format!("Une aide est dite proche jusqu’à {km} km, à vol d’oiseau.")),
        scrolled("Les guides", &body),
        format!("<h2>À faire d’abord, partout</h2>\n<ol class=\"faire\">\n{first}</ol>\n"),
    ];
    frame(title, &main.concat())
}

fn row(bilan: &Bilan<'_>) -> String {
    let whole = tables::total(bilan);
    let far = bilan.loin();
    let count = far.len();
    let cells = [
        Cellule::habitants(whole.habitants),
        Cellule::Nombre(whole.communes),
        Cellule::Nombre(whole.lieux),
        Cellule::Part(whole.pres, whole.habitants),
        Cellule::Nombre(count),
        Cellule::habitants(habitants(far)),
        Cellule::Nombre(bilan.actions.len()),
    ];
    let cells: String =
        cells.iter().map(|cell| format!("<td class=\"n\">{}</td>", dit(&cell.lue()))).collect();
    format!(
        "<tr><th scope=\"row\"><a href=\"{}/bilan.html\">{}</a></th>{cells}</tr>\n",
        escaped(&bilan.guide.dossier),
        dit(bilan.guide.departement.nom)
    )
}

fn action((bilan, one): (&Bilan<'_>, &Action)) -> String {
    let rank = bilan.actions.iter().position(|other| other == one).map_or(0, |rank| rank + 1);
    format!(
        "<li>\n<p><strong>{}</strong> – {}, {}</p>\n<p>{}</p>\n<p class=\"suite\"><a href=\"{}/bilan.html#faire\">Ligne {} {}</a></p>\n</li>\n",
        dit(&people(one.habitants)),
        dit(&one.ou),
        dit(bilan.guide.departement.nom),
        dit(&one.quoi_entier()),
        escaped(&bilan.guide.dossier),
        thousands(rank),
        dit(&format!("du bilan {}", bilan.guide.departement.de_nom)),
    )
}
