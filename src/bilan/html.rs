//! What pages of the report are made of: a frame, tables that scroll, texts that break nothing.

use crate::text::{escaped, typography};

use super::tableau::Cellule;

/// The style of a report: one column, black on white, dark where the screen is, nothing by colour alone.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:.75rem;color:CanvasText;background:Canvas}\
h1{font-size:1.6rem;line-height:1.2}h2{margin-top:2.5rem;border-top:3px solid;padding-top:.5rem;font-size:1.3rem}\
.prive{border:3px solid;padding:.4rem .6rem;font-weight:700;margin:0}\
nav ul{padding-left:1.2rem}a{color:LinkText}nav a,.suite a{display:inline-block;padding:.2rem 0}\
:focus-visible{outline:3px solid;outline-offset:2px}\
.large{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;width:100%}\
caption{text-align:left;font-weight:700;padding:.4rem 0}\
th,td{border:1px solid GrayText;padding:.25rem .4rem;text-align:left;vertical-align:top}\
tbody th{font-weight:400}.n{text-align:right;white-space:nowrap}.trou{border:3px solid;font-weight:700}\
#intercommunalites tr:last-child :is(th,td){font-weight:700}\
ol.faire>li{margin:0 0 1rem;break-inside:avoid}.faire p{margin:0}code{overflow-wrap:anywhere}\
.chiffres{list-style:none;padding:0}.chiffres strong{font-size:1.2rem}\
.carte{width:100%;max-width:40rem;height:auto}.cle svg{vertical-align:middle}.cle{list-style:none;padding:0}\
@media print{body{max-width:none;padding:0;font-size:10pt}table{font-size:8pt}.large{overflow:visible}\
nav{display:none}tr{break-inside:avoid}h2,caption{break-after:avoid}a{color:inherit;text-decoration:none}}";

/// A whole page around its main part.
pub(super) fn frame(title: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <p class=\"prive\">Document de travail, à ne pas publier</p>\n<main>\n{main}</main>\n</body>\n</html>\n",
        title = dit(title),
    )
}

/// A text for reading, which no sign of it can end.
pub(super) fn dit(text: &str) -> String {
    escaped(&typography(text))
}

/// A section under its title, which the summary of the page leads to.
pub(super) fn section(id: &str, title: &str, body: &str) -> String {
    format!("<section id=\"{id}\">\n<h2>{}</h2>\n{body}</section>\n", dit(title))
}

/// A paragraph of plain text.
pub(super) fn paragraph(text: &str) -> String {
    format!("<p>{}</p>\n", dit(text))
}

/// A table of some columns of some rows, the first of them as the heads of its rows.
///
/// It scrolls by itself where it is wider than the screen, with the keyboard too.
pub(super) fn table(caption: &str, columns: &[(usize, &str)], rows: &[Vec<Cellule>]) -> String {
    let heads: String = columns
        .iter()
        .map(|(at, name)| {
            let number = rows.first().and_then(|row| row.get(*at)).is_some_and(Cellule::is_number);
            format!(
                "<th scope=\"col\"{}>{}</th>",
                if number { " class=\"n\"" } else { "" },
                dit(name)
            )
        })
        .collect();
    let body: String = rows.iter().map(|row| line(columns, row)).collect();
    scrolled(caption, &format!("<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>"))
}

fn line(columns: &[(usize, &str)], row: &[Cellule]) -> String {
    let cells = columns.iter().filter_map(|(at, _)| row.get(*at)).enumerate();
    let cells: String = cells
        .map(|(rank, cell)| {
            let text = dit(&cell.lue());
            match (rank, cell.is_number()) {
                (0, _) => format!("<th scope=\"row\">{text}</th>"),
                (_, true) => format!("<td class=\"n\">{text}</td>"),
                (_, false) => format!("<td>{text}</td>"),
            }
        })
        .collect();
    format!("<tr>{cells}</tr>\n")
}

/// A table in a part of the page that scrolls.
pub(super) fn scrolled(caption: &str, rows: &str) -> String {
    let caption = dit(caption);
    format!(
        "<div class=\"large\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n\
         <caption>{caption}</caption>\n{rows}\n</table>\n</div>\n"
    )
}
