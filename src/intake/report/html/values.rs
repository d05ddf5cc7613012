//! Rows and values of a report, by what was said of them.

use std::collections::BTreeMap;

use super::parts::{dit, folded, short};
use crate::intake::finding::{Finding, Verdict};
use crate::intake::report::labels::label;
use crate::intake::report::{FileReport, RowReport};
use crate::text::{escaped, thousands};

/// Lines named of one value, before « et … autres ».
const LINES: usize = 8;

/// Rows that wrote no record, with the reason.
pub(super) fn rows<'a>(title: &str, rows: impl Iterator<Item = &'a RowReport>) -> String {
    let items: Vec<String> = rows
        .filter_map(|row| {
            let (_, reason, remedy) = row.reason.as_ref()?;
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|(column, value)| format!("{column} : {}", short(value)))
                .collect();
            let cells = if cells.is_empty() {
                String::new()
            } else {
                format!("<br>{}", escaped(&cells.join(" ; ")))
            };
            let nom =
                row.nom.as_deref().map_or_else(String::new, |nom| format!(" ({})", escaped(nom)));
            Some(format!(
                "<li>Ligne {}{nom} : {} {}{cells}</li>\n",
                row.line,
                dit(reason),
                dit(remedy)
            ))
        })
        .collect();
    if items.is_empty() {
        return String::new();
    }
    folded(
        &format!("{title} ({})", thousands(items.len())),
        &format!("<ul>\n{}</ul>\n", items.concat()),
    )
}

/// Values by reason, then each value with the lines it is on.
pub(super) fn findings(file: &FileReport, verdict: Verdict, title: &str) -> String {
    type Lines<'a> = BTreeMap<(&'a str, &'a str, Option<&'a str>), (Vec<usize>, &'a Finding)>;
    let mut by_code: BTreeMap<&str, Lines<'_>> = BTreeMap::new();
    for (row, finding) in file.findings().filter(|(_, finding)| finding.verdict == verdict) {
        let key = (finding.column.as_str(), finding.value.as_str(), finding.became.as_deref());
        let lines = by_code.entry(finding.code.as_str()).or_default();
        lines.entry(key).or_insert_with(|| (Vec::new(), finding)).0.push(row.line);
    }
    if by_code.is_empty() {
        return String::new();
    }
    let mut out = format!("<h3>{}</h3>\n", dit(title));
    for (code, values) in by_code {
        let count: usize = values.values().map(|(lines, _)| lines.len()).sum();
        let items: String =
            values.into_iter().map(|(key, (lines, finding))| value(key, &lines, finding)).collect();
        let said = crate::text::capital(label(code));
        out.push_str(&folded(
            &format!("{said} ({})", thousands(count)),
            &format!("<ul>\n{items}</ul>\n"),
        ));
    }
    out
}

fn value(
    (column, value, became): (&str, &str, Option<&str>),
    lines: &[usize],
    finding: &Finding,
) -> String {
    let became = match became {
        None => String::new(),
        Some("") => " → vide".to_owned(),
        Some(became) => format!(" → « {} »", escaped(&short(became))),
    };
    let shown: Vec<String> = lines.iter().take(LINES).map(usize::to_string).collect();
    let more = if lines.len() > LINES {
        format!(" et {} autres", lines.len() - LINES)
    } else {
        String::new()
    };
    let word = if lines.len() > 1 { "lignes" } else { "ligne" };
    format!(
        "<li>{} « {} »{became}, {word} {}{more}. {} {}</li>\n",
        escaped(column),
        escaped(&short(value)),
        shown.join(", "),
        dit(&finding.reason),
        dit(&finding.remedy),
    )
}
