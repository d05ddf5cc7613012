//! Letters written as `&eacute;` or `&#233;`.

use super::Into;

/// Entities of French texts; others are left as they are.
const ENTITIES: [(&str, char); 40] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ocirc", 'ô'),
    ("oelig", 'œ'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("Agrave", 'À'),
    ("Acirc", 'Â'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Icirc", 'Î'),
    ("Ocirc", 'Ô'),
    ("OElig", 'Œ'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("euro", '€'),
    ("deg", '°'),
];

/// Writes the letter of an entity at the start; returns its length.
pub(super) fn entity(text: &str, into: Into, out: &mut String) -> Option<usize> {
    let inside = text.strip_prefix('&')?;
    let name = &inside[..inside.find(';').filter(|length| (2..=8).contains(length))?];
    let number =
        |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let letter = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16),
            None => number(code, 10),
        },
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter),
    }?;
    // In Markdown these three, as letters, could become a tag that the writer never meant.
    if into == Into::Markdown && "&<>".contains(letter) {
        return None;
    }
    out.push(letter);
    Some(name.len() + 2)
}
