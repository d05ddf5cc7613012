//! The report as one page for a browser: light, without script, read from the folder it lies in.

mod parts;
mod values;

use std::fmt::Write;

use super::{ColumnReport, FileReport, Report, RowReport, Tally};
use crate::intake::coming::Fate;
use crate::intake::finding::Verdict;
use crate::text::{escaped, thousands};
use parts::{dit, scrolled, short};
use values::{findings, rows};

/// One column, black on white, dark where the screen is; nothing is said by colour alone.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:.75rem;color:CanvasText;background:Canvas}\
h1{font-size:1.6rem;line-height:1.2}h2{margin-top:2.5rem;border-top:3px solid;padding-top:.5rem;font-size:1.3rem;overflow-wrap:anywhere}\
h3{font-size:1.1rem}.prive{border:3px solid;padding:.4rem .6rem;font-weight:700;margin:0}a{color:LinkText}\
nav a,summary{display:inline-block;padding:.25rem 0}:focus-visible{outline:3px solid;outline-offset:2px}\
.large{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;width:100%}\
caption{text-align:left;font-weight:700;padding:.4rem 0}\
th,td{border:1px solid GrayText;padding:.25rem .4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
tbody th{font-weight:400}.n{text-align:right;white-space:nowrap}pre{overflow-x:auto;border:1px solid GrayText;padding:.5rem}\
summary{font-weight:700;cursor:pointer}\
@media print{body{max-width:none;padding:0;font-size:10pt}.large{overflow:visible}nav{display:none}tr{break-inside:avoid}}";

/// The whole page.
pub fn page(report: &Report) -> String {
    let title = format!("Import du {}", report.date);
    let mut main = format!("<h1>{}</h1>\n", dit(&title));
    main.push_str(
        "<p>Chaque valeur qui n’est pas reprise telle quelle est ici, avec sa raison. « Corrigé » : rien à faire. \
         « Douteux » : reprise, à vérifier. « Refusé » et « sans clé » : pas reprise. Le fichier .json du même nom \
         dit tout, ligne par ligne.</p>\n",
    );
    if report.files.len() > 1 {
        main.push_str("<nav aria-label=\"Fichiers\"><ul>\n");
        for (rank, file) in report.files.iter().enumerate() {
            let _ = writeln!(main, "<li><a href=\"#f{rank}\">{}</a></li>", dit(&file.name));
        }
        main.push_str("</ul></nav>\n");
    }
    for (rank, file) in report.files.iter().enumerate() {
        main.push_str(&of_file(rank, file));
    }
    if !report.failures.is_empty() {
        main.push_str("<h2>Fichiers qui n’ont pas pu être écrits</h2>\n<ul>\n");
        for (path, why) in &report.failures {
            let _ = writeln!(main, "<li>{} : {}</li>", dit(path), dit(why));
        }
        main.push_str("</ul>\n");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <p class=\"prive\">Document de travail, à ne pas publier</p>\n<main>\n{main}</main>\n</body>\n</html>\n",
        dit(&title),
    )
}

fn of_file(rank: usize, file: &FileReport) -> String {
    let mut out = format!("<section id=\"f{rank}\">\n<h2>{}</h2>\n", dit(&file.name));
    if let Some(fault) = &file.fault {
        let _ = writeln!(
            out,
            "<p>{} À faire : {}</p>\n</section>",
            dit(&fault.message),
            dit(&fault.remedy)
        );
        return out;
    }
    out.push_str(&counts(file));
    out.push_str(&columns(file));
    let of = |fate| file.rows.iter().filter(move |row: &&RowReport| row.fate == fate);
    out.push_str(&rows("Lignes refusées", of(Fate::Refused)));
    out.push_str(&rows("Fiches gardées telles quelles", of(Fate::Kept)));
    out.push_str(&rows("Événements passés", of(Fate::Past)));
    for (verdict, title) in [
        (Verdict::Refuse, "Refusé : pas repris dans la fiche"),
        (Verdict::Douteux, "Douteux : repris, à vérifier"),
        (Verdict::Corrige, "Corrigé : rien à faire"),
    ] {
        out.push_str(&findings(file, verdict, title));
    }
    if let Some(guess) = &file.guess {
        let name = if guess.kept_in.is_some() {
            "La correspondance suivie"
        } else {
            "La correspondance devinée"
        };
        let _ = writeln!(
            out,
            "<details>\n<summary>{name}, à garder dans un fichier</summary>\n<pre tabindex=\"0\">{}</pre>\n</details>",
            escaped(&guess.yaml)
        );
    }
    out.push_str("</section>\n");
    out
}

fn counts(file: &FileReport) -> String {
    let counts = file.counts();
    let lines = [
        ("Lignes lues", counts.rows),
        ("Fiches nouvelles", counts.new),
        ("Fiches changées", counts.changed),
        ("Fiches inchangées", counts.unchanged),
        ("Fiches gardées", counts.kept),
        ("Lignes réunies à une autre", counts.joined),
        ("Lignes refusées", counts.refused),
        ("Valeurs corrigées", counts.corrected),
        ("Valeurs douteuses", counts.doubtful),
        ("Valeurs refusées", counts.refused_values),
        ("Valeurs sans clé", counts.unplaced),
    ];
    let rows = lines.map(|(name, count)| {
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td></tr>\n",
            dit(name),
            thousands(count)
        )
    });
    let caption = format!("Ce qui a été fait ({})", file.form);
    scrolled(&caption, &format!("<tbody>\n{}</tbody>", rows.concat()))
}

/// What became of each column, the ones that no key takes with their values.
fn columns(file: &FileReport) -> String {
    if file.columns.is_empty() {
        return String::new();
    }
    let tallies = file.tallies();
    let head = [
        "Colonne",
        "Clé",
        "Pourquoi",
        "Cellules",
        "Lues",
        "Corrigées",
        "Douteuses",
        "Refusées",
        "Sans clé",
        "Exemples",
    ];
    let head: String =
        head.iter().map(|name| format!("<th scope=\"col\">{}</th>", dit(name))).collect();
    let body: String = file
        .columns
        .iter()
        .map(|column| {
            let tally = tallies.get(column.name.as_str()).copied().unwrap_or_default();
            line(column, tally)
        })
        .collect();
    scrolled(
        "Ce que devient chaque colonne",
        &format!("<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>"),
    )
}

fn line(column: &ColumnReport, tally: Tally) -> String {
    let key = if column.key.is_empty() { "aucune" } else { column.key.as_str() };
    let mut cells = format!(
        "<th scope=\"row\">{}</th><td>{}</td><td>{}</td>",
        escaped(&column.name),
        escaped(key),
        dit(&column.why)
    );
    for count in
        [column.filled, tally.read, tally.corrected, tally.doubtful, tally.refused, tally.unplaced]
    {
        let _ = write!(cells, "<td class=\"n\">{}</td>", thousands(count));
    }
    let examples: Vec<String> = column
        .examples
        .iter()
        .map(|(value, count)| {
            let value = short(value);
            if *count > 1 { format!("{value} ({count})") } else { value }
        })
        .collect();
    let more = if column.is_unplaced() && column.different > column.examples.len() {
        format!(" … {} valeurs différentes", thousands(column.different))
    } else {
        String::new()
    };
    format!("<tr>{cells}<td>{}{}</td></tr>\n", escaped(&examples.join(" ; ")), dit(&more))
}
