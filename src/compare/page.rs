//! What tells two versions of a page apart, for somebody who reads it.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::address::Address;

use super::dates::dates;
use super::sorte::Sorte;
use super::text;

/// What tells two versions of a file apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// Every byte is the same, or all but the day a file for programs was made.
    Nothing,
    /// The dates of the edition, and nothing else.
    Date,
    /// What is not read.
    Form,
    /// What is read.
    Text(Vec<Line>),
}

/// A sentence that goes or comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// It is read no longer.
    Gone(String),
    /// It is read from now on.
    New(String),
}

/// Whether a file is a page.
pub(super) fn is_page(address: &Address) -> bool {
    address.as_str().ends_with(".html")
}

/// Compares two versions of a file; what is no page is the same or is not.
pub(super) fn difference(address: &Address, old: &[u8], new: &[u8]) -> Difference {
    if old == new {
        return Difference::Nothing;
    }
    // A file to take along bears its day and says what pages say.
    if Sorte::of(address) == Sorte::Emport {
        return Difference::Nothing;
    }
    match (is_page(address), str::from_utf8(old), str::from_utf8(new)) {
        (true, Ok(old), Ok(new)) if address.as_str().ends_with("/hors-ligne/index.html") => {
            match (without_weights(old), without_weights(new)) {
                (old, new) if old == new => Difference::Nothing,
                (old, new) => of_page(&old, &new),
            }
        }
        (true, Ok(old), Ok(new)) => of_page(old, new),
        // A sheet of paper bears its day and says what pages say.
        _ if address.as_str().ends_with(".pdf") => Difference::Nothing,
        (false, Ok(old), Ok(new)) if undated(address, old, new) => Difference::Nothing,
        _ => Difference::Text(Vec::new()),
    }
}

/// The page that lists files to take along, without their weights: what these files say is told of the pages that say it.
fn without_weights(page: &str) -> String {
    let mut parts = page.split("\u{a0}ko)");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut text, part| {
        text.truncate(text.trim_end_matches(|sign: char| sign.is_ascii_digit()).len());
        text + ")" + part
    })
}

/// The lines of a file of data that say of which day it is.
const DAYS: [&str; 2] = ["\"genere_le\":", "\"valable_jusqu_au\":"];

/// Whether two versions of a file of data say the same, whatever the day they were made.
fn undated(address: &Address, old: &str, new: &str) -> bool {
    let says = |line: &&str| !DAYS.iter().any(|day| line.starts_with(day));
    address.as_str().ends_with(".json") && old.lines().filter(says).eq(new.lines().filter(says))
}

fn of_page(old: &str, new: &str) -> Difference {
    let days = (foot_dates(old), foot_dates(new));
    let raw = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    if changes(&raw(old), &raw(new), &days).is_empty() {
        return Difference::Date;
    }
    let lines = changes(&text::sentences(old), &text::sentences(new), &days);
    if lines.is_empty() { Difference::Form } else { Difference::Text(lines) }
}

/// The dates in the foot of a page: when it was made, until when it is good.
fn foot_dates(html: &str) -> Vec<String> {
    let foot = html.rfind("<footer").map_or("", |at| &html[at..]);
    dates(foot).into_iter().map(str::to_owned).collect()
}

/// The lines that go and come, in the order of the page, without those that only the dates of the edition change.
fn changes(old: &[String], new: &[String], days: &(Vec<String>, Vec<String>)) -> Vec<Line> {
    let mut lines = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, old, new) {
        if step.tag() == DiffTag::Equal {
            continue;
        }
        let (gone, came) = (&old[step.old_range()], &new[step.new_range()]);
        let undated = |lines: &[String], days: &[String]| -> Vec<String> {
            lines.iter().map(|line| without(line, days)).collect()
        };
        let (before, after) = (undated(gone, &days.0), undated(came, &days.1));
        let gone = gone.iter().zip(&before).filter(|(_, line)| !after.contains(line));
        let came = came.iter().zip(&after).filter(|(_, line)| !before.contains(line));
        lines.extend(gone.map(|(line, _)| Line::Gone(line.clone())));
        lines.extend(came.map(|(line, _)| Line::New(line.clone())));
    }
    lines
}

/// A line with the rank of each date of the edition in its place.
fn without(line: &str, days: &[String]) -> String {
    days.iter().enumerate().fold(line.to_owned(), |line, (rank, day)| {
        line.replace(day.as_str(), &format!("\u{0}{rank}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(main: &str, day: &str) -> String {
        format!(
            "<main>\n{main}\n</main>\n<footer>\n<p>Pages faites le {day} novembre 2026.</p>\n</footer>\n"
        )
    }

    fn told(old: &str, new: &str) -> Difference {
        difference(&Address::new("a.html").unwrap(), old.as_bytes(), new.as_bytes())
    }

    #[test]
    fn the_date_of_the_edition_is_no_change_wherever_it_stands() {
        let dated = |day| page(&format!("<p>Déclaration faite le {day} novembre 2026.</p>"), day);
        assert_eq!(told(&dated("25"), &dated("26")), Difference::Date);
    }

    #[test]
    fn another_date_is_a_change() {
        let event = |on: &str, day| page(&format!("<p>Le {on} décembre 2026.</p>"), day);
        let Difference::Text(lines) = told(&event("12", "25"), &event("13", "26")) else {
            panic!("not seen")
        };
        let expected =
            [Line::Gone("Le 12 décembre 2026.".into()), Line::New("Le 13 décembre 2026.".into())];
        assert_eq!(lines, expected);
    }

    #[test]
    fn the_day_a_file_of_data_was_made_is_no_change() {
        let file = |nom: &str, day: &str| {
            format!("{{\n\"genere_le\":\"{day}\",\n\"titre\":\"{nom}\"\n}}\n")
        };
        let told = |path: &str, old: &str, new: &str| {
            difference(&Address::new(path).unwrap(), old.as_bytes(), new.as_bytes())
        };
        let (old, new) = (file("A", "2026-11-25"), file("A", "2026-11-26"));
        assert_eq!(told("donnees/guide.json", &old, &new), Difference::Nothing);
        assert_eq!(told("donnees/guide.csv", &old, &new), Difference::Text(Vec::new()));
        let other = file("B", "2026-11-26");
        assert_eq!(told("donnees/guide.json", &old, &other), Difference::Text(Vec::new()));
    }

    #[test]
    fn what_is_not_read_is_told_apart() {
        assert_eq!(
            told(&page("<p>A</p>", "25"), &page("<p class=\"b\">A</p>", "26")),
            Difference::Form
        );
        assert_eq!(told("<p>A</p>", "<p>A</p>"), Difference::Nothing);
    }
}
