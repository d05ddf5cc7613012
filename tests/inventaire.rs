//! Every scheme, place, event and idea of the field has its record and its page: `docs/inventaire.md` says where.
//!
//! A row that fails names itself, and all failing rows are said at once.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

#[path = "inventaire/temps.rs"]
mod temps;

use std::path::Path;

use support::{Desk, repository};

/// The columns of the table, as the manual shows them.
const HEAD: &str = "| n° | ce qu’il faut pouvoir dire | écrit dans | page | on y lit |";
/// Rows are numbered from 1 to this one.
const LAST: usize = 123;
/// The day the example guides are built for.
const TODAY: &str = "2026-11-26";
/// Tags inside a sentence: they part no words.
const INLINE: [&str; 9] = ["a", "abbr", "b", "em", "i", "small", "span", "strong", "time"];

/// One line of the table.
struct Row {
    number: usize,
    subject: String,
    written: Vec<String>,
    pages: Vec<String>,
    words: Vec<String>,
}

#[test]
fn every_row_is_written_published_and_read() {
    let desk = Desk::copy_of("content");
    let built = desk.jalon(&["build", "--sans-imprimes", "--today", TODAY]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let table = std::fs::read_to_string(repository().join("docs/inventaire.md")).unwrap();
    let rows: Vec<Row> = table
        .lines()
        .skip_while(|line| *line != HEAD)
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(row)
        .collect();
    let mut faults = numbering(&rows);
    for row in &rows {
        let found = row_faults(row, &desk.path().join("output"));
        faults
            .extend(found.iter().map(|fault| format!("{} ({}): {fault}", row.number, row.subject)));
    }
    assert!(faults.is_empty(), "docs/inventaire.md\n{}", faults.join("\n"));
}

/// A line cut into its cells; a number that is none reads 0, which `numbering` refuses.
fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    assert_eq!(cells.len(), HEAD.matches('|').count() - 1, "cells of « {line} »");
    let in_backticks =
        |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let quoted = |part: &str| part.split_once('»').map(|(words, _)| words.to_owned());
    Row {
        number: cells[0].parse().unwrap_or_default(),
        subject: cells[1].to_owned(),
        written: in_backticks(cells[2]),
        pages: in_backticks(cells[3]),
        words: cells[4].split('«').skip(1).filter_map(quoted).collect(),
    }
}

/// Each number from 1 to the last, once; no other.
fn numbering(rows: &[Row]) -> Vec<String> {
    let times = |number| rows.iter().filter(|row| row.number == number).count();
    let counted = (1..=LAST).filter(|number| times(*number) != 1);
    let mut faults: Vec<String> =
        counted.map(|number| format!("{number}: there {} times", times(number))).collect();
    let strangers = rows.iter().filter(|row| !(1..=LAST).contains(&row.number));
    faults.extend(strangers.map(|row| format!("{}: no such number", row.subject)));
    faults
}

/// What is wrong with one row.
fn row_faults(row: &Row, output: &Path) -> Vec<String> {
    let missing = |path: &&String| !repository().join(path).is_file();
    let absent = row.written.iter().filter(missing);
    let mut faults: Vec<String> = absent.map(|path| format!("{path} does not exist")).collect();
    if row.subject.is_empty() || row.written.is_empty() || row.words.is_empty() {
        faults.push("a cell is empty".into());
    }
    let [page] = row.pages.as_slice() else {
        faults.push("one page is wanted".into());
        return faults;
    };
    match std::fs::read_to_string(output.join(page)) {
        Err(_) => faults.push(format!("{page} is not published")),
        Ok(html) => {
            let text = visible(&html);
            let unread = row.words.iter().filter(|words| !text.contains(&folded(words)));
            faults.extend(unread.map(|words| format!("{page} does not say « {} »", words.trim())));
        }
    }
    faults
}

/// The words of a page: tags dropped, entities decoded, spaces and apostrophes made one.
fn visible(html: &str) -> String {
    let body = html.find("<body").map_or(html, |start| &html[start..]);
    let mut text = String::new();
    let mut hidden = false;
    for (tag, after) in body.split('<').filter_map(|piece| piece.split_once('>')) {
        let closing = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if ["style", "script"].contains(&name) {
            hidden = !closing;
        }
        if !INLINE.contains(&name) {
            text.push(' ');
        }
        if !hidden {
            text.push_str(after);
        }
    }
    folded(&decoded(&text))
}

/// The entities of our pages as characters; `&amp;` last, so that nothing is decoded twice.
fn decoded(text: &str) -> String {
    [("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// No-break spaces are white space for Rust too: words one space apart, one apostrophe.
fn folded(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}
