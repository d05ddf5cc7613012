//! A whole address in one cell: street, postal code, commune.

use crate::territory;
use crate::text::fold;

/// The parts of an address; those that are not written are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Number and street, and what else stands before the postal code.
    pub street: String,
    /// Postal code.
    pub code: String,
    /// Commune.
    pub commune: String,
}

/// Cuts an address at its last postal code; without one, all of it is a street.
pub(super) fn parts(cell: &str) -> Parts {
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((at, code)) = postal_code(&line) else {
        return Parts { street: line, ..Parts::default() };
    };
    let sign = |c: char| c.is_whitespace() || ",-–—;/()".contains(c);
    let street = line[..at].trim_matches(|c| sign(c) && c != '(' && c != ')').to_owned();
    let commune = line[at + 5..].trim_start_matches("-").trim_matches(|c| sign(c) || c == '.');
    let commune = ["france", "FRANCE", "France"]
        .iter()
        .find_map(|country| commune.strip_suffix(country).map(|rest| rest.trim_matches(sign)))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(commune);
    Parts { street, code: code.to_owned(), commune: commune.to_owned() }
}

/// Where the last number of five figures stands that is the postal code of some commune, or of a CEDEX before a name.
fn postal_code(line: &str) -> Option<(usize, &str)> {
    let figure = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let alone =
        |at: usize| (at == 0 || !figure(at - 1)) && (at..at + 5).all(figure) && !figure(at + 5);
    let starts: Vec<usize> = (0..line.len().saturating_sub(4)).filter(|at| alone(*at)).collect();
    let code = |at: &usize| (*at, &line[*at..at + 5]);
    let known = |(_, code): &(usize, &str)| !territory::communes_with_postal_code(code).is_empty();
    let before_cedex = |(at, _): &(usize, &str)| fold(&line[at + 5..]).contains("cedex");
    starts.iter().rev().map(code).find(|found| known(found) || before_cedex(found))
}

/// Whether most of some cells hold a postal code with something before or after it.
pub(super) fn are_whole<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut whole) = (0, 0);
    for cell in cells {
        all += 1;
        let parts = parts(cell);
        whole += usize::from(
            !parts.code.is_empty() && (!parts.street.is_empty() || !parts.commune.is_empty()),
        );
    }
    whole * 3 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_real_files() {
        for (cell, street, code, commune) in [
            ("8 rue de la Boétie - 33000 Bordeaux", "8 rue de la Boétie", "33000", "Bordeaux"),
            ("4 rue du Mulet 33000 Bordeaux", "4 rue du Mulet", "33000", "Bordeaux"),
            ("2 Place Aimé césaire, 87000 Limoges", "2 Place Aimé césaire", "87000", "Limoges"),
            ("Le Canon - 33950 LEGE CAP FERRET", "Le Canon", "33950", "LEGE CAP FERRET"),
            ("2 Pl. de la Mairie\n23290 Fursac.", "2 Pl. de la Mairie", "23290", "Fursac"),
            ("1 rue A, 33000 Bordeaux, France", "1 rue A", "33000", "Bordeaux"),
            (
                "BP 50001, 1 rue A (hall B) 86021 Poitiers Cedex",
                "BP 50001, 1 rue A (hall B)",
                "86021",
                "Poitiers Cedex",
            ),
            ("Rue Robert Schuman", "Rue Robert Schuman", "", ""),
            ("33000 Bordeaux", "", "33000", "Bordeaux"),
            ("12345 rue sans code", "12345 rue sans code", "", ""),
            ("", "", "", ""),
        ] {
            let expected =
                Parts { street: street.into(), code: code.into(), commune: commune.into() };
            assert_eq!(parts(cell), expected, "{cell}");
        }
    }
}
