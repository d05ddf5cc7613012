//! Tables, JSON and scripts: data that stays data.

/// Signs that begin a formula, in any width and behind whatever a spreadsheet leaves out.
const FORMULA: &str = "=+-@＝＋－＠";

/// What is wrong with a table.
pub fn csv(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for row in reader.records() {
        match row {
            Ok(row) => found.extend(row.iter().filter_map(formula)),
            Err(fault) => found.push(fault.to_string()),
        }
    }
    found
}

/// What a spreadsheet would run of a cell.
fn formula(cell: &str) -> Option<String> {
    let shown =
        cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let runs = shown.starts_with(|c| FORMULA.contains(c)) && shown.parse::<f64>().is_err();
    runs.then(|| format!("the cell {cell:?}"))
}

/// What is wrong with data for machines.
pub fn json(text: &str) -> Vec<String> {
    // What ends a script, or opens a comment in one, is nowhere where data stand in a page.
    serde_json::from_str::<serde_json::Value>(text)
        .err()
        .map(|fault| fault.to_string())
        .into_iter()
        .collect()
}

/// What is wrong with a script: its only data are one text, on a line of its own.
pub fn script(text: &str) -> Vec<String> {
    const AFTER: &str = ".split(\"\\n\").forEach(ligne => {";
    let mut found = Vec::new();
    for line in text.lines() {
        let Some(literal) = line.strip_suffix(AFTER) else {
            if line.len() > 2_000 {
                found.push(format!("a line of {} bytes", line.len()));
            }
            continue;
        };
        if serde_json::from_str::<String>(literal).is_err()
            || literal.contains(['\u{2028}', '\u{2029}'])
        {
            found.push("the text of a script is none".to_owned());
        }
    }
    found
}

#[test]
fn cells_that_are_run_are_found_out() {
    for bad in ["a,=1+1", "\"\t@x\"", "＝1", "-1+1", "\u{feff}=x,=y", "a,b\nc"] {
        assert!(!csv(bad).is_empty(), "{bad}");
    }
    assert_eq!(csv("a,b\n'=1,-0.34\n"), [] as [String; 0]);
    assert!(!json("{\"a\":}").is_empty());
    assert!(!script("\"a\"+x+\"b\".split(\"\\n\").forEach(ligne => {").is_empty());
}
