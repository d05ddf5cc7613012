//! The parts of a report's page that show holes: needs without answer, records nobody checked.

use crate::calendar;
use crate::text::thousands;
use crate::vocabulary::BESOINS;

use super::html::{dit, paragraph, scrolled, section};
use super::page::{counted, file};
use super::{Bilan, Fraicheur};

/// Length of the longest bar, in pixels.
const BAR: usize = 240;

/// The needs, intercommunalité by intercommunalité: how many places answer each.
pub(super) fn besoins(bilan: &Bilan<'_>) -> String {
    let heads: String =
        BESOINS.iter().map(|one| format!("<th scope=\"col\">{}</th>", dit(one.title))).collect();
    let cell = |found: &(usize, usize)| match found {
        (0, 0) => "<td class=\"n trou\">aucun</td>".to_owned(),
        (0, passages) => format!("<td class=\"n\">{}</td>", dit(&counted(*passages, "passage"))),
        (lieux, _) => format!("<td class=\"n\">{}</td>", thousands(*lieux)),
    };
    let rows: String = bilan
        .epcis
        .iter()
        .map(|one| {
            let cells: String = one.besoins.iter().map(cell).collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", dit(&one.nom))
        })
        .collect();
    let body = format!(
        "<thead><tr><th scope=\"col\">intercommunalité</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>"
    );
    let body = scrolled("Combien de lieux répondent à chaque besoin", &body)
        + &paragraph(
            "« aucun », dans un cadre épais, est un trou. Où il n’y a pas de lieu, les passages sont comptés.",
        )
        + &file("besoins", "En tableau, une ligne par intercommunalité et besoin");
    section("besoins", "Besoins", &body)
}

/// When records were checked, month by month.
pub(super) fn fraicheur(found: &Fraicheur) -> String {
    let months = found.mois.iter();
    let months = months.map(|(month, checked, dated)| (calendar::month(*month), *checked, *dated));
    let mut rows: Vec<(String, usize, usize)> = months.collect();
    if found.avant != (0, 0) {
        rows.push(("avant".to_owned(), found.avant.0, found.avant.1));
    }
    if found.sans_date > 0 {
        rows.push(("sans date".to_owned(), 0, found.sans_date));
    }
    let most = rows.iter().map(|(_, checked, dated)| checked + dated).max().unwrap_or(1).max(1);
    let row = |(month, checked, dated): &(String, usize, usize)| {
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
            dit(month),
            thousands(*checked),
            thousands(*dated),
            bars(checked * BAR / most, dated * BAR / most)
        )
    };
    let body = format!(
        "<thead><tr><th scope=\"col\">mois</th><th scope=\"col\" class=\"n\">vérifiées</th>\
         <th scope=\"col\" class=\"n\">jamais vérifiées</th><th scope=\"col\">ensemble</th></tr></thead>\n<tbody>\n{}</tbody>",
        rows.iter().map(row).collect::<String>()
    );
    let words = format!(
        "{} : {} à jour, {} à vérifier de nouveau, {} jamais vérifiées. Une fiche jamais vérifiée est comptée au mois de sa dernière mise à jour. Barre pleine : vérifiées ; barre vide : jamais vérifiées.",
        counted(found.fiches, "fiche"),
        thousands(found.a_jour),
        thousands(found.a_refaire),
        thousands(found.jamais)
    );
    let body = paragraph(&words) + &scrolled("Fiches par mois de dernière vérification", &body);
    section("fraicheur", "Fraîcheur des fiches", &(body + &file("fraicheur", "En tableau")))
}

/// Two bars end to end: full, then empty.
fn bars(full: usize, empty: usize) -> String {
    let outline = match empty {
        0 => String::new(),
        _ => format!(
            "<path d=\"M{full} 1h{empty}v10h-{empty}z\" fill=\"none\" stroke=\"currentColor\"/>"
        ),
    };
    format!(
        "<svg width=\"{}\" height=\"12\" aria-hidden=\"true\"><path d=\"M0 0h{full}v12h-{full}z\" fill=\"currentColor\"/>{outline}</svg>",
        BAR + 2
    )
}
