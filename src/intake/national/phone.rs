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
pub(in crate::intake) fn phone(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    if let Some(written) = read(cell) {
        return Some(told(cell, written, notes));
    }
    if let Some((first, others)) = several(cell) {
        return Some(first_of(cell, first, &others, notes));
    }
    if let Some(number) = only_number(cell) {
        let reason = "Le numéro est tiré du texte qui l’entoure.";
        notes.corrected("telephone-avec-texte", cell, &number, reason);
        return Some(number);
    }
    if is_cut(cell) {
        let reason = format!("« {cell} » n’est pas un numéro entier.");
        notes.refused("telephone-invalide", cell, reason, "Écrivez les dix chiffres du numéro.");
        return None;
    }
    Some(cell.to_owned())
}

/// The first of several numbers; the schema has room for one.
fn first_of(cell: &str, first: &str, others: &[&str], notes: &mut Notes<'_>) -> String {
    let number = match read(first) {
        Some(Written::Whole(number) | Written::ZeroLost(number)) => number,
        None => first.to_owned(),
    };
    let reason = "La cellule contient plusieurs numéros ; le premier est gardé.";
    notes.corrected("telephone-plusieurs", cell, &number, reason);
    for other in others {
        notes.refused(
            "telephone-en-plus",
            other,
            "Le schéma n’admet qu’un numéro par lieu.",
            "Si ce numéro est utile, écrivez-le dans « presentation_detail ».",
        );
    }
    number
}

/// Whether a cell is a number that lost its end: short ones begin with 1 or 3.
fn is_cut(cell: &str) -> bool {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    (1..=6).contains(&digits.len()) && !digits.starts_with(['1', '3'])
}

fn told(cell: &str, written: Written, notes: &mut Notes<'_>) -> String {
    let (number, code, reason) = match written {
        Written::Whole(number) if national(&number) == national(cell) => return number,
        Written::Whole(number) => {
            (number, "telephone-ecriture", "Le numéro est écrit comme on le compose en France.")
        }
        Written::ZeroLost(number) => {
            (number, "telephone-zero-perdu", "Le zéro du début s’était perdu.")
        }
    };
    notes.corrected(code, cell, &number, reason);
    number
}

/// The figures of a number; +33 and 0033 are the zero that is dialled in mainland France.
fn national(number: &str) -> String {
    let figures: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match figures.strip_prefix("+33").or(figures.strip_prefix("0033")) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => figures,
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
        (country, 5..=10) if !country.starts_with('0') => {
            Some(Written::Whole(format!("+{country} {rest}")))
        }
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
        let number = phone(cell, &mut Notes::about("telephone", &mut found)).unwrap_or_default();
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
            "05\u{a0}49 00 00 00",
        ] {
            assert_eq!(of(cell), ("05 49 00 00 00".into(), vec![]), "{cell}");
        }
        assert_eq!(of("+262262123456").0, "02 62 12 34 56");
        assert_eq!(of("33549000000").0, "05 49 00 00 00");
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
        let other = (Verdict::Refuse, "05.49.11.11.11".to_owned());
        let whole = "05 49 00 00 00 / 05.49.11.11.11".to_owned();
        assert_eq!(found, [(Verdict::Corrige, whole), other]);
        let accueil = "Accueil : 05 49 00 00 00 (Mme Roy)";
        assert_eq!(
            of(accueil),
            ("05 49 00 00 00".into(), vec![(Verdict::Corrige, accueil.into())])
        );
    }

    #[test]
    fn the_rest_stays_for_the_reader_to_refuse() {
        for cell in ["demander à l’accueil", "05 49 00 00 00 poste 05 49 11 11 11", "+33549"] {
            assert_eq!(of(cell), (cell.into(), vec![]), "{cell}");
        }
        for cell in ["05 49 00", "000"] {
            assert_eq!(of(cell), (String::new(), vec![(Verdict::Refuse, cell.into())]), "{cell}");
        }
    }
}
