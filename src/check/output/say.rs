//! A fault said once, however many pages have it: one slip in a theme is on every page.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::text::thousands;

use super::{Made, Rendered};

/// What a rule says whatever the fault.
pub(super) struct Rule {
    /// Its code.
    pub code: &'static str,
    /// How grave a fault is.
    pub severity: Severity,
    /// What to do.
    pub remedy: &'static str,
}

/// Says the faults that a rule finds in each page: each on the first page that has it, with the number of the others.
pub(super) fn say(
    made: &Made<'_>,
    rule: &Rule,
    found: impl Fn(&Rendered) -> Vec<String>,
    out: &mut Vec<Diagnostic>,
) {
    let alone =
        |page: &Rendered| found(page).into_iter().map(|message| (message, Vec::new())).collect();
    say_of_files(made, rule, alone, out);
}

/// The same, where each fault may know the files to look at better than the page it is on.
pub(super) fn say_of_files<'a>(
    made: &Made<'a>,
    rule: &Rule,
    found: impl Fn(&Rendered) -> Vec<(String, Vec<&'a str>)>,
    out: &mut Vec<Diagnostic>,
) {
    let mut faults: BTreeMap<String, (&Rendered, Vec<&str>, usize)> = BTreeMap::new();
    for page in made.rendered {
        for (message, files) in found(page) {
            faults.entry(message).or_insert((page, files, 0)).2 += 1;
        }
    }
    out.extend(faults.into_iter().map(|(message, (page, files, pages))| {
        let message = message + &others(pages.saturating_sub(1));
        let remedy = match files[..] {
            [one, other] => format!("{} Leurs fichiers : « {one} » et « {other} ».", rule.remedy),
            _ => remedy(made, rule, page, pages),
        };
        Diagnostic::new(rule.code, rule.severity, subject(page), message, remedy)
    }));
}

/// « C’est aussi le cas de 3 autres pages. »
fn others(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " C’est aussi le cas d’une autre page.".into(),
        _ => format!(" C’est aussi le cas de {} autres pages.", thousands(count)),
    }
}

/// What to do; for a fault of one page, the file to look at first.
fn remedy(made: &Made<'_>, rule: &Rule, page: &Rendered, pages: usize) -> String {
    match made.file(page).filter(|_| pages == 1) {
        Some(file) => format!("{} Commencez par « {file} ».", rule.remedy),
        None => rule.remedy.to_owned(),
    }
}

/// The page itself.
fn subject(page: &Rendered) -> Subject {
    Subject::Sheet(page.address.clone())
}
