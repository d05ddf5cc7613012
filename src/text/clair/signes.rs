//! Other signs of a text that is hard to read: sigles, capitals, parentheses, double negations, « par », dates.

use crate::text::fold;

use super::dessins::{drawn, is_drawing};
use super::jours::{in_figures, without_weekday};

/// What makes a text harder than it has to be, with the words as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signe {
    /// Words in capitals, read letter by letter by some and as a shout by others.
    Majuscules(String),
    /// Parentheses that break the sentence they stand in: how many.
    Parentheses(usize),
    /// Two negations that a reader has to undo.
    DoubleNegation(String),
    /// Who acts comes last: « est assuré par ».
    Passif(String),
    /// A day in figures only: « 12/03 ».
    Date(String),
    /// A day to come to, in words, without its weekday: « 12 mars ».
    Jour(String),
    /// An hour written otherwise than « 9 h 30 ».
    Heure(String),
    /// A place or a look on the page, which who listens or prints does not have: « ci-contre ».
    Repere(String),
    /// A drawing read as words by a voice, or not at all.
    Emoji(char),
    /// A drawing made with signs of a keyboard: « :-) », « ==> », « **** ».
    Dessin(String),
}

/// Parentheses of one text from which they are said to be many.
const PARENTHESES: usize = 3;
/// Words in capitals, one after the other, from which they are no name.
const CAPITALS: usize = 3;

/// Sigles that are said and known as they are.
const KNOWN: [&str; 25] = [
    "BTS", "CDD", "CDI", "CPAM", "DVD", "HDMI", "HLM", "IRM", "MJC", "MSA", "PDF", "PMI", "RDV",
    "RER", "RSA", "SMS", "SNCF", "SOS", "SVP", "TGV", "TSVP", "TTC", "USB", "VTT", "WWW",
];

/// The signs of a text, in the order of their kinds.
pub fn signes(text: &str) -> Vec<Signe> {
    let mut found = Vec::new();
    found.extend(shouted(text).map(Signe::Majuscules));
    let parentheses = text.matches('(').count();
    found.extend((parentheses >= PARENTHESES).then_some(Signe::Parentheses(parentheses)));
    let words: Vec<&str> = text.split_whitespace().collect();
    found.extend(negated(&words).map(Signe::DoubleNegation));
    found.extend(passive(&words).map(Signe::Passif));
    found.extend(in_figures(&words).map(Signe::Date));
    found.extend(without_weekday(&words).map(Signe::Jour));
    found.extend(hour(&words).map(Signe::Heure));
    found.extend(on_the_page(text).map(Signe::Repere));
    found.extend(text.chars().find(|c| is_drawing(*c)).map(Signe::Emoji));
    found.extend(drawn(text).map(Signe::Dessin));
    found
}

/// The sigles of a text that nothing in it explains, each once.
///
/// What is between parentheses next to a sigle explains it; so does being between parentheses after a word.
pub fn sigles(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        at += part.len();
        let explained =
            before.ends_with('(') || after.starts_with(" (") || after.starts_with("\u{a0}(");
        let inside = before.ends_with(['.', '-', '@', '/', '_'])
            || after.starts_with(['@', '_', '/'])
            || is_dotted(after);
        if is_sigle(word)
            && !explained
            && !inside
            && !is_among_capitals(before, after)
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    // Explained once is explained everywhere.
    found.retain(|sigle| {
        !text.contains(&format!("({sigle})")) && !text.contains(&format!("{sigle} ("))
    });
    found
}

/// Whether initials go on: « S.N. ».
fn is_dotted(after: &str) -> bool {
    let mut letters = after.chars();
    letters.next() == Some('.') && letters.next().is_some_and(char::is_alphanumeric)
}

/// Whether a word is a sigle that may need words: three to six capitals that no mouth reads as a word, so that names in
/// capitals are left alone; no Roman number, none that everybody knows.
fn is_sigle(word: &str) -> bool {
    let folded = fold(word);
    let letters: Vec<bool> = folded.chars().map(|c| !"aeiouy".contains(c)).collect();
    let begins = letters.starts_with(&[true, true])
        && !folded.chars().nth(1).is_some_and(|c| "hlr".contains(c));
    let ends = letters.ends_with(&[true, true]) && letters.first() == Some(&false);
    let hard = begins || ends || letters.windows(3).any(|three| three == [true; 3]);
    (3..=6).contains(&folded.len())
        && word.chars().all(char::is_uppercase)
        && hard
        && !word.chars().all(|c| "IVXLC".contains(c))
        && !KNOWN.contains(&word)
}

/// Whether a word in capitals stands beside another one: a text in capitals has no sigle.
fn is_among_capitals(before: &str, after: &str) -> bool {
    let is_capital =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && is_shouted(word);
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    is_capital(last) || is_capital(next)
}

fn is_shouted(word: &str) -> bool {
    // Letters of Arabic or Chinese are neither small nor capital.
    word.chars().any(char::is_uppercase) && word.chars().all(|c| !c.is_lowercase())
}

/// The first words in capitals, one after the other.
fn shouted(text: &str) -> Option<String> {
    let mut run: Vec<&str> = Vec::new();
    for word in text.split_whitespace().chain(["a"]) {
        if is_shouted(word) {
            run.push(word);
            continue;
        }
        // Sigles side by side are no shout: one word of it has to be a long one.
        let long = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 4;
        if run.len() >= CAPITALS && run.iter().filter(long).count() > 1 {
            return Some(run.join(" "));
        }
        run.clear();
    }
    None
}

/// « pas impossible », « pas sans », « pas inutile »: what has to be undone, with its two words.
fn negated(words: &[&str]) -> Option<String> {
    let undone = ["sans", "impossible", "inutile", "interdit", "exclu", "negligeable"];
    words.windows(2).find_map(|pair| {
        let [not, next] = pair else { return None };
        let next_bare = fold(next.trim_matches(|c: char| !c.is_alphanumeric()));
        (fold(not) == "pas" && undone.contains(&next_bare.as_str()))
            .then(|| format!("{not} {next}"))
    })
}

/// « est assurée par »: a verb of being, a participle, then who acts.
fn passive(words: &[&str]) -> Option<String> {
    const BEING: [&str; 7] = ["est", "sont", "sera", "seront", "ete", "etait", "etaient"];
    let is_participle = |word: &str| {
        let word = fold(word);
        let bare = word.trim_end_matches('s').trim_end_matches('e');
        let accented = word.len() > 4 && word.ends_with(['e', 's']) && !word.ends_with("ment");
        accented && bare.len() > 2
    };
    // « par jour », « par téléphone » say how, not who.
    let says_who = |word: &str| {
        let word = fold(word);
        word.starts_with("l'")
            || ["le", "la", "les", "un", "une", "des", "notre", "nos"].contains(&word.as_str())
    };
    words.windows(4).find_map(|four| {
        let [be, done, par, who] = four else { return None };
        let ok = BEING.contains(&fold(be).as_str())
            && is_participle(done)
            && *par == "par"
            && says_who(who);
        ok.then(|| format!("{be} {done} par"))
    })
}

/// The first hour written « 14H30 » or « 9:30 ».
fn hour(words: &[&str]) -> Option<String> {
    let is_hour = |word: &&str| {
        let Some((hour, minutes)) = word.split_once([':', 'H']) else { return false };
        let number = |text: &str, most: u8| text.parse::<u8>().is_ok_and(|number| number < most);
        hour.len() <= 2 && minutes.len() == 2 && number(hour, 25) && number(minutes, 60)
    };
    let bare = words.iter().map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()));
    bare.filter(|word| is_hour(word)).map(str::to_owned).next()
}

/// Words that only who sees the page can follow.
const SEEN: [&str; 10] = [
    "ci-contre",
    "colonne de droite",
    "colonne de gauche",
    "menu de droite",
    "menu de gauche",
    "bouton vert",
    "bouton rouge",
    "bouton bleu",
    "en haut a droite",
    "en haut a gauche",
];

/// The first words that send to a place or a colour of the page.
fn on_the_page(text: &str) -> Option<String> {
    let folded = fold(text);
    SEEN.iter().find(|words| folded.contains(**words)).map(|words| (*words).replace(" a ", " à "))
}
