//! Drawings in a text: those of a keyboard, and those that are one sign.

/// Faces and hearts drawn with signs.
const FACES: [&str; 24] = [
    ":)",
    ":-)",
    ":o)",
    ":(",
    ":-(",
    ":'(",
    ";)",
    ";-)",
    ":D",
    ":-D",
    ":p",
    ":-p",
    ":P",
    ":-P",
    ":/",
    ":-/",
    ":o",
    ":-o",
    "xD",
    "XD",
    "^^",
    "<3",
    "</3",
    "¯\\_(ツ)_/¯",
];

/// Signs that draw a line when they are repeated.
const LINES: &str = "-*=_~#|/\\";

/// The first drawing made with signs of a keyboard: a face, an arrow, a line.
pub(super) fn drawn(text: &str) -> Option<String> {
    text.split_whitespace().map(face_or_word).find(|word| is_drawn(word)).map(str::to_owned)
}

/// A word without the stop that ends its sentence; a face keeps all of its signs.
fn face_or_word(word: &str) -> &str {
    if FACES.contains(&word) { word } else { word.trim_end_matches(['.', ',', '!', '?']) }
}

fn is_drawn(word: &str) -> bool {
    FACES.contains(&word)
        || is_arrow(word)
        || is_line(word)
        || word.chars().any(|c| matches!(u32::from(c), 0x2500..=0x259f))
}

/// « -> », « ==> », « <- »; « << » and « >> » stand for French quotes.
fn is_arrow(word: &str) -> bool {
    let shaft = |c: char| "-=~".contains(c);
    let head = |c: char| "<>".contains(c);
    word.chars().all(|c| shaft(c) || head(c)) && word.contains(shaft) && word.contains(head)
}

/// « **** »: one sign, three times or more.
fn is_line(word: &str) -> bool {
    let first = word.chars().next().filter(|c| LINES.contains(*c));
    first.is_some_and(|first| word.len() > 2 && word.chars().all(|c| c == first))
}

/// Whether a sign is a drawing: a smiley, a pictogram, an arrow made of a picture.
pub(super) fn is_drawing(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27bf | 0x1f300..=0x1faff)
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn drawings_are_told_from_words() {
        for (text, drawing) in [
            ("Venez :-)", ":-)"),
            ("À bientôt <3.", "<3"),
            ("Demande -> rendez-vous", "->"),
            ("Attention ===> porte B", "===>"),
            ("**** Fermé ****", "****"),
            ("┌──┐ porte", "┌──┐"),
        ] {
            assert_eq!(drawn(text).as_deref(), Some(drawing), "{text}");
        }
        for text in [
            "Ouvert de 9 h à 12 h - sauf le lundi.",
            "Plus de 20 ordinateurs << neufs >>, moins de 3 < 4.",
            "Adresse : https://a.example/b, 3/4 du temps, n° 5.",
            "Il attend... et revient !!!",
        ] {
            assert_eq!(drawn(text), None, "{text}");
        }
    }
}
