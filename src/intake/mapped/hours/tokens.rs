//! Words, hours and signs of a text about hours.

use crate::intake::mapped::keys::JOURS;
use crate::text::fold;

/// A piece of a text about hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An hour, as it is to be written.
    Time(String),
    /// A number that is an hour only beside another.
    Number(String),
    /// A word, or anything else that is kept letter for letter.
    Word(String),
    /// A sign alone.
    Sign(char),
    /// The end of a line.
    Line,
}

/// The tokens of a text, in lower case; short names of days are written whole.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let lower: Vec<char> = text.to_lowercase().chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let c = lower[at];
        if let Some((token, taken)) = time(&lower[at..]) {
            tokens.push(token);
            at += taken;
        } else if c == '\n' {
            tokens.push(Token::Line);
            at += 1;
        } else if c.is_whitespace() {
            at += 1;
        } else if c.is_alphanumeric() {
            let word: String = lower[at..]
                .iter()
                .take_while(|c| c.is_alphanumeric() || "’'".contains(**c))
                .collect();
            at += word.chars().count();
            // « mar. » is a shortened day: its full stop ends nothing.
            let short = day_of(&word);
            at += usize::from(short.is_some() && lower.get(at) == Some(&'.'));
            tokens.push(Token::Word(short.map_or(word, str::to_owned)));
        } else {
            tokens.push(Token::Sign(c));
            at += 1;
        }
    }
    tokens
}

/// The day that a shortened word is.
fn day_of(word: &str) -> Option<&'static str> {
    const SHORT: [&str; 9] = ["lun", "mar", "mer", "jeu", "ven", "vend", "sam", "dim", "merc"];
    const DAYS: [usize; 9] = [0, 1, 2, 3, 4, 4, 5, 6, 2];
    let place = SHORT.iter().position(|short| *short == fold(word))?;
    Some(JOURS[DAYS[place]])
}

/// An hour at the start, and its length: `9h`, `9h30`, `09:30`, `9 h 30`, `17h 00`, `8h30h`; or a number.
fn time(text: &[char]) -> Option<(Token, usize)> {
    let digits = |from: usize| {
        text[from.min(text.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
    };
    let hours = digits(0);
    if !(1..=2).contains(&hours) {
        return None;
    }
    let number: u32 = text[..hours].iter().collect::<String>().parse().ok()?;
    if number > 24 {
        return None;
    }
    let blank = usize::from(text.get(hours) == Some(&' '));
    let after_blank = text.get(hours + blank).copied();
    let (sign, mut at) = match (text.get(hours).copied(), after_blank) {
        (Some(sign @ (':' | 'h')), _) => (sign, hours + 1),
        (_, Some('h')) => ('h', hours + blank + 1),
        _ => (' ', hours),
    };
    // « 9heures », « 9 habitants »: only the letter alone, or « heures », is an hour.
    let word: String =
        text[at.min(text.len())..].iter().take_while(|c| c.is_alphabetic()).collect();
    match (sign, word.as_str()) {
        ('h', "" | "eure" | "eures") => at += word.len(),
        (':', "") if digits(at) == 2 => {}
        (' ', "") if !text.get(hours).is_some_and(|c| c.is_alphanumeric()) => {
            return Some((Token::Number(number.to_string()), hours));
        }
        _ => return None,
    }
    let gap = usize::from(text.get(at) == Some(&' ') && digits(at + 1) == 2 && sign == 'h');
    let minutes = digits(at + gap);
    let ended = !text.get(at + gap + minutes).is_some_and(|c| *c == ':' || *c == 'h' && gap > 0);
    let (minutes, gap) = if gap > 0 && !ended { (0, 0) } else { (minutes, gap) };
    let written: String = text[at + gap..at + gap + minutes].iter().collect();
    if !matches!(minutes, 0 | 2) || written.parse::<u32>().is_ok_and(|minutes| minutes > 59) {
        return None;
    }
    let mut end = at + gap + minutes;
    // « 8h30h »: a letter too many.
    end += usize::from(
        minutes == 2
            && text.get(end) == Some(&'h')
            && !text.get(end + 1).is_some_and(|c| c.is_alphanumeric()),
    );
    let minutes = if written == "00" { "" } else { written.as_str() };
    Some((Token::Time(format!("{number}h{minutes}")), end))
}
