//! One phone number in pairs, as people dial it in France.

use super::super::finding::Notes;

/// Country codes of overseas départements: dialled from France with a zero before what follows.
const OVERSEAS: [&str; 4] = ["262", "590", "594", "596"];

/// How a number was written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Written {
    /// The number itself, in any of its usual forms.
    Whole(String),
    /// Without its zero, as spreadsheets lose it.
    ZeroLost(String),
}

/// The number of a cell; what cannot be read stays as written, for the reader to refuse.
pub(super) fn phone(cell: &str, notes: &mut Notes<'_>) -> String {
    if let Some(written) = read(cell) {
        return told(cell, written, notes);
    }
    if let Some((first, others)) = several(cell) {
        let number = told(first, read(first).unwrap_or(Written::Whole(first.into())), notes);
        for other in others {
            notes.refused(
                "telephone-en-plus",
                other,
                "La cellule contient plusieurs numéros ; le schéma n’en admet qu’un, le premier est gardé.",
                "Si ce numéro est utile, écrivez-le dans « presentation_detail ».",
            );
        }
        return number;
    }
    match only_number(cell) {
        Some(number) => {
            notes.corrected(
                "telephone-avec-texte",
                cell,
                &number,
                "Le numéro est tiré du texte qui l’entoure.",
            );
            number
        }
        None => cell.to_owned(),
    }
}

fn told(cell: &str, written: Written, notes: &mut Notes<'_>) -> String {
    match written {
        Written::Whole(number) => number,
        Written::ZeroLost(number) => {
            notes.corrected(
                "telephone-zero-perdu",
                cell,
                &number,
                "Le zéro du début s’était perdu.",
            );
            number
        }
    }
}

/// Reads one number: national, +33 or 0033, overseas, another country's, or short.
fn read(text: &str) -> Option<Written> {
    let sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+.-/()_".contains(c);
    if !text.chars().all(sign) || text.chars().skip(1).any(|c| c == '+') {
        return None;
    }
    // « +33 (0)5 » has a zero that is not dialled after +33.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("00").or(text.starts_with('+').then_some(digits.as_str()));
    if let Some(digits) = abroad {
        return from_abroad(digits);
    }
    match digits.len() {
        10 if digits.starts_with('0') => Some(Written::Whole(pairs(&digits))),
        9 if !digits.starts_with('0') => Some(Written::ZeroLost(pairs(&format!("0{digits}")))),
        11 if digits.starts_with("33") => from_abroad(&digits),
        2..=6 if digits.starts_with(['1', '3']) => Some(Written::Whole(text.trim().to_owned())),
        _ => None,
    }
}

/// Reads a number with its country code.
fn from_abroad(digits: &str) -> Option<Written> {
    let (country, rest) = match digits.strip_prefix("33") {
        Some(rest) => ("33", rest.trim_start_matches('0')),
        None => digits.split_at_checked(3)?,
    };
    let national = || Some(Written::Whole(pairs(&format!("0{rest}"))));
    match (country, rest.len()) {
        ("33", 9) => national(),
        (country, 9) if OVERSEAS.contains(&country) => national(),
        ("33", _) => None,
        (_, 5..=10) => Some(Written::Whole(format!("+{country} {rest}"))),
        _ => None,
    }
}

/// Ten figures in pairs.
fn pairs(digits: &str) -> String {
    let pairs: Vec<&str> = (0..digits.len()).step_by(2).map(|at| &digits[at..at + 2]).collect();
    pairs.join(" ")
}

/// Several numbers in a cell, all good: the first and the others.
fn several(cell: &str) -> Option<(&str, Vec<&str>)> {
    for separator in ["|", ";", ",", "\n", " ou ", " et ", " / ", "/", " - "] {
        let mut parts = cell.split(separator).map(str::trim).filter(|part| !part.is_empty());
        let first = parts.next()?;
        let others: Vec<&str> = parts.collect();
        let good =
            !others.is_empty() && others.iter().chain([&first]).all(|part| read(part).is_some());
        if good {
            return Some((first, others));
        }
    }
    None
}

/// The only number of ten figures in a text.
fn only_number(cell: &str) -> Option<String> {
    let part = |c: char| c.is_ascii_digit() || " .-+\u{a0}".contains(c);
    let runs = cell.split(|c: char| !part(c)).filter_map(|run| {
        let run = run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
        let long = run.chars().filter(char::is_ascii_digit).count() >= 10;
        if long { Some(read(run)) } else { None }
    });
    let numbers: Vec<Option<Written>> = runs.collect();
    match numbers.as_slice() {
        [Some(Written::Whole(number))] => Some(number.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::finding::Verdict;
    use super::*;

    /// The number, and the verdicts with their values.
    fn of(cell: &str) -> (String, Vec<(Verdict, String)>) {
        let mut found = Vec::new();
        let number = phone(cell, &mut Notes::about("telephone", &mut found));
        (number, found.into_iter().map(|finding| (finding.verdict, finding.value)).collect())
    }

    #[test]
    fn usual_forms_are_one_number() {
        for cell in [
            "+33549000000",
            "0549000000",
            "05.49.00.00.00",
            "05-49-00-00-00",
            "+33 (0)5 49 00 00 00",
            "0033 5 49 00 00 00",
            "05/49/00/00/00",
            "33549000000",
            "05\u{a0}49 00 00 00",
        ] {
            assert_eq!(of(cell), ("05 49 00 00 00".into(), vec![]), "{cell}");
        }
        assert_eq!(of("+262262123456").0, "02 62 12 34 56");
        assert_eq!(of("+687123456").0, "+687 123456");
        assert_eq!(of("3949"), ("3949".into(), vec![]));
        assert_eq!(of("36 46").0, "36 46");
    }

    #[test]
    fn what_was_lost_or_added_is_told() {
        assert_eq!(
            of("549000000"),
            ("05 49 00 00 00".into(), vec![(Verdict::Corrige, "549000000".into())])
        );
        let (number, found) = of("05 49 00 00 00 / 05.49.11.11.11");
        assert_eq!(number, "05 49 00 00 00");
        assert_eq!(found, [(Verdict::Refuse, "05.49.11.11.11".into())]);
        let accueil = "Accueil : 05 49 00 00 00 (Mme Roy)";
        assert_eq!(
            of(accueil),
            ("05 49 00 00 00".into(), vec![(Verdict::Corrige, accueil.into())])
        );
    }

    #[test]
    fn the_rest_stays_for_the_reader_to_refuse() {
        for cell in [
            "05 49 00",
            "demander à l’accueil",
            "05 49 00 00 00 poste 05 49 11 11 11",
            "000",
            "+33549",
        ] {
            assert_eq!(of(cell), (cell.into(), vec![]), "{cell}");
        }
    }
}
