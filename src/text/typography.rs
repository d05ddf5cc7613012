//! French typography: no-break spaces, real apostrophes, phones in pairs.

/// Narrow no-break space, before `; ! ?`.
const NARROW: char = '\u{202f}';
/// No-break space, before `:` and inside guillemets.
const WIDE: char = '\u{a0}';

/// Puts French spaces and apostrophes into a text for reading.
///
/// `9h30` becomes `9 h 30`; `l'aide` becomes `l’aide`; a space before `: ; ! ? » %` and after `«`
/// no longer breaks. Addresses of the web and of mail are left alone.
pub fn typography(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(join(&out, word));
        }
        push_word(&mut out, word);
    }
    out
}

/// The space that stands between what was said and the next word.
fn join(before: &str, word: &str) -> char {
    match word.chars().next() {
        Some(';' | '!' | '?') => NARROW,
        Some(':' | '»' | '%' | '€') => WIDE,
        _ if before.ends_with('«') || before.ends_with("n°") => WIDE,
        Some('h') if word == "h" && before.ends_with(|c: char| c.is_ascii_digit()) => WIDE,
        Some(c) if c.is_ascii_digit() && before.ends_with("\u{a0}h") => WIDE,
        _ => ' ',
    }
}

/// Adds one word, with its apostrophes, hours and double punctuation set right.
fn push_word(out: &mut String, word: &str) {
    if word.contains("://") || word.contains('@') || word.starts_with("www.") {
        out.push_str(word);
        return;
    }
    if let Some((hour, rest)) = hour(word) {
        out.push_str(&format!("{hour}{WIDE}h{rest}"));
        return;
    }
    let mut previous = out.chars().last();
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let inside = previous.is_some_and(char::is_alphanumeric);
        match c {
            '\'' if inside => out.push('’'),
            ';' | '!' | '?' if inside && letters.peek().is_none() => out.extend([NARROW, c]),
            ':' if inside && letters.peek().is_none() => out.extend([WIDE, c]),
            '«' if letters.peek().is_some() => out.extend([c, WIDE]),
            '»' if previous.is_some_and(|p| !p.is_whitespace()) => out.extend([WIDE, c]),
            _ => out.push(c),
        }
        previous = Some(c);
    }
}

/// Splits `9h30,` into the hour and what follows the `h`, with its space.
fn hour(word: &str) -> Option<(&str, String)> {
    let (hour, rest) = word.split_once('h')?;
    let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let tail = &rest[number.len()..];
    let good = (1..=2).contains(&hour.len())
        && hour.bytes().all(|b| b.is_ascii_digit())
        && (number.is_empty() || number.len() == 2)
        && tail.chars().all(|c| ",.;:)!?".contains(c));
    let minutes = if number.is_empty() { tail.into() } else { format!("{WIDE}{number}{tail}") };
    good.then_some((hour, minutes))
}

/// A French phone number in pairs joined by no-break spaces; anything else comes back as it is.
///
/// `0536491201`, `+33536491201` and `05.36.49.12.01` give `05 36 49 12 01`; `3939` stays `3939`.
pub fn phone(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let national = match digits.strip_prefix("+33") {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits.clone(),
    };
    if national.len() == 10 && national.starts_with('0') {
        if national.starts_with("08") {
            // Numbers of services are said by threes: « 0 805 805 817 ».
            return ["0", &national[1..4], &national[4..7], &national[7..]].join("\u{a0}");
        }
        let pairs: Vec<&str> = (0..5).map(|pair| &national[pair * 2..pair * 2 + 2]).collect();
        return pairs.join("\u{a0}");
    }
    number.trim().replace(' ', "\u{a0}")
}

/// A text with a capital first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text as one whole sentence: a capital first, a full stop at the end.
pub fn sentence(text: &str) -> String {
    let mut whole = capital(text.trim());
    if !whole.is_empty() && !whole.ends_with(['.', '!', '?', '…']) {
        whole.push('.');
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces() {
        assert_eq!(
            typography("Venez à 9h30, l'accueil est ouvert !"),
            "Venez à 9\u{a0}h\u{a0}30, l’accueil est ouvert\u{202f}!"
        );
        assert_eq!(typography("« Oui » : 5 €"), "«\u{a0}Oui\u{a0}»\u{a0}: 5\u{a0}€");
        assert_eq!(typography("de 14h à 16h."), "de 14\u{a0}h à 16\u{a0}h.");
        assert_eq!(typography("https://a.fr/l'x a'b@c.fr"), "https://a.fr/l'x a'b@c.fr");
    }

    #[test]
    fn phones_in_pairs() {
        assert_eq!(phone("0536491201"), "05\u{a0}36\u{a0}49\u{a0}12\u{a0}01");
        assert_eq!(phone("+33 5 36 49 12 01"), "05\u{a0}36\u{a0}49\u{a0}12\u{a0}01");
        assert_eq!(phone("3939"), "3939");
        assert_eq!(phone("0805805817"), "0\u{a0}805\u{a0}805\u{a0}817");
    }
}
