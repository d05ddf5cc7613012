//! The letters of text messages (GSM 03.38, now 3GPP TS 23.038): which there are, what each counts, how to write the others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::search::table::LIGATURES;

/// Septets of one message: with one letter that is not of the alphabet, it would hold 70 letters.
pub const SEPTETS: usize = 160;

/// Letters of one septet: « Ç » is one of them and « ç » is not.
const BASIC: &str = concat!(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?",
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/// Letters of two septets: a sign of escape, then that of the letter.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// What stands for signs that are not letters.
const SIGNS: [(&[char], &str); 7] = [
    (&['’', '‘', 'ʼ', '′'], "'"),
    (&['“', '”', '″'], "\""),
    (&['–', '—', '−', '‐', '\u{2011}', '•', '·'], "-"),
    (&['×'], "x"),
    (&['°'], "o"),
    (&['⁄'], "/"),
    (&['…'], "..."),
];

/// Septets of a text; nothing where a letter is not of the alphabet.
pub fn septets(text: &str) -> Option<usize> {
    text.chars().map(septets_of).sum()
}

fn septets_of(letter: char) -> Option<usize> {
    match letter {
        _ if BASIC.contains(letter) => Some(1),
        _ if EXTENDED.contains(letter) => Some(2),
        _ => None,
    }
}

/// A text in letters of the alphabet: those it has stay as they are, the others lose what makes them another letter; a
/// letter of another script is a question mark, a picture nothing. One space parts words, none stands inside guillemets.
pub fn gsm(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        push(&mut out, letter);
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ").replace("« ", "\"").replace(" »", "\"").replace(['«', '»'], "\"")
}

/// Adds a letter as the alphabet writes it.
fn push(out: &mut String, letter: char) {
    let two = |c: char| LIGATURES.iter().find(|(one, _)| one.starts_with(c));
    let sign = |c: char| SIGNS.iter().find(|(signs, _)| signs.contains(&c));
    // Guillemets wait for the spaces inside them; `\u{c}` and the like are spaces.
    if septets_of(letter).is_some() || letter.is_whitespace() || "«»".contains(letter) {
        out.push(letter);
    } else if let Some((_, plain)) = sign(letter) {
        out.push_str(plain);
    } else if let Some((_, two)) = two(letter) {
        out.push_str(two);
    } else if let Some((_, two)) = letter.to_lowercase().next().and_then(two) {
        out.push_str(&two.to_uppercase());
    } else {
        let plain = std::iter::once(letter).nfkd().filter(|&c| !is_combining_mark(c));
        for c in plain {
            match sign(c) {
                _ if septets_of(c).is_some() => out.push(c),
                Some((_, plain)) => out.push_str(plain),
                None if c.is_alphanumeric() => out.push('?'),
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_alphabet_has_128_places_of_which_one_escapes() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENDED.chars().count(), 10);
    }

    #[test]
    fn only_what_is_not_of_the_alphabet_changes() {
        let kept = "Où ? À 2 € près";
        assert_eq!(gsm(kept), "Où ? A 2 € près");
        assert_eq!(septets(&gsm(kept)), Some(16));
        let all = "éèàùìò ÉÇÄÖÑÜ äöñü ß §";
        assert_eq!(gsm(all), all);
        assert_eq!(
            gsm("ça êâîôû ëï œuvre Œuvre ŒUVRE È À"),
            "ca eaiou ei oeuvre OEuvre OEUVRE E A"
        );
        assert_eq!(gsm("L’« Espace\u{a0}», n°\u{a0}3… – 50 m²"), "L'\"Espace\", no 3... - 50 m2");
        assert_eq!(gsm("«\u{a0}Le Local\u{a0}»\u{202f}!"), "\"Le Local\" !");
        assert_eq!(gsm("e\u{301}te\u{301}\tet  \u{7}puis 📞 مرحبا"), "été et puis ?????");
    }

    #[test]
    fn letters_count_once_or_twice() {
        assert_eq!(septets("Ç[]"), Some(5));
        assert_eq!(septets("ç"), None);
        assert_eq!(septets(""), Some(0));
    }

    proptest! {
        #[test]
        fn any_text_can_be_sent(text in ".{0,80}") {
            let sent = gsm(&text);
            prop_assert!(septets(&sent).is_some(), "{:?}", sent);
            prop_assert_eq!(gsm(&sent), sent);
        }
    }
}
