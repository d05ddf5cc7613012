//! Phrases of several words that staff use for hours, and words proposed for others.

use super::super::days::Weekdays;
use super::super::holiday::{Holiday, SchoolBreak};
use super::lex::{Raw, Token};
use super::sense::Sense;

/// Phrases of several tokens, the longer before those it begins with; tokens are parted by spaces.
const PHRASES: &[(&str, Sense)] = &[
    ("avec ou sans rendez - vous", Sense::Remark("avec ou sans rendez-vous")),
    ("avec ou sans rendez vous", Sense::Remark("avec ou sans rendez-vous")),
    ("avec ou sans rdv", Sense::Remark("avec ou sans rendez-vous")),
    ("sans rendez - vous", Sense::Remark("sans rendez-vous")),
    ("sans rendez vous", Sense::Remark("sans rendez-vous")),
    ("sans rdv", Sense::Remark("sans rendez-vous")),
    ("sur rendez - vous", Sense::Appointment),
    ("sur rendez vous", Sense::Appointment),
    ("sur rdv", Sense::Appointment),
    ("avec rendez - vous", Sense::Appointment),
    ("rendez - vous", Sense::Appointment),
    ("rendez vous", Sense::Appointment),
    ("sans interruption", Sense::Skip),
    ("non - stop", Sense::Skip),
    ("non stop", Sense::Skip),
    ("jours feries", Sense::Holiday(Holiday::Public)),
    ("jour ferie", Sense::Holiday(Holiday::Public)),
    ("vacances de la toussaint", Sense::Holiday(Holiday::Break(SchoolBreak::Toussaint))),
    ("vacances de toussaint", Sense::Holiday(Holiday::Break(SchoolBreak::Toussaint))),
    ("vacances de noel", Sense::Holiday(Holiday::Break(SchoolBreak::Noel))),
    ("vacances d ' hiver", Sense::Holiday(Holiday::Break(SchoolBreak::Hiver))),
    ("vacances de fevrier", Sense::Holiday(Holiday::Break(SchoolBreak::Hiver))),
    ("vacances de printemps", Sense::Holiday(Holiday::Break(SchoolBreak::Printemps))),
    ("vacances de paques", Sense::Holiday(Holiday::Break(SchoolBreak::Printemps))),
    ("vacances d ' ete", Sense::Holiday(Holiday::Break(SchoolBreak::Ete))),
    ("vacances scolaires", Sense::Holiday(Holiday::School)),
    ("vacance scolaire", Sense::Holiday(Holiday::School)),
    ("conges scolaires", Sense::Holiday(Holiday::School)),
    ("periode de vacances scolaires", Sense::Holiday(Holiday::School)),
    ("periodes scolaires", Sense::TermTime),
    ("periode scolaire", Sense::TermTime),
    ("temps scolaire", Sense::TermTime),
    ("( mais ouvert", Sense::StillOpen),
    ("( mais ouverte", Sense::StillOpen),
    ("en dehors", Sense::Except),
    ("a l ' exception", Sense::Except),
    ("a partir", Sense::Since),
    ("a compter", Sense::Since),
    ("jusqu ' au", Sense::Until),
    ("jusqu ' a", Sense::Until),
    ("toutes les semaines", Sense::Skip),
    ("chaque semaine", Sense::Skip),
    ("jour sur deux", Sense::Unsaid),
    ("jours ouvres", Sense::Days(Weekdays::WORKING)),
    ("jours ouvrables", Sense::Days(Weekdays::WORKING.with(Weekdays::one(5)))),
    ("toutes les 2 semaines", Sense::OneIn(2)),
    ("une semaine sur 2", Sense::OneIn(2)),
    ("sur 2", Sense::OneIn(2)),
    ("toutes les deux semaines", Sense::OneIn(2)),
    ("toutes les trois semaines", Sense::OneIn(3)),
    ("tous les quinze jours", Sense::OneIn(2)),
    ("tous les 15 jours", Sense::OneIn(2)),
    ("une semaine sur deux", Sense::OneIn(2)),
    ("une semaine sur trois", Sense::OneIn(3)),
    ("une semaine sur quatre", Sense::OneIn(4)),
    ("1 semaine sur 2", Sense::OneIn(2)),
    ("1 semaine / 2", Sense::OneIn(2)),
    ("sur deux", Sense::OneIn(2)),
    ("sur trois", Sense::OneIn(3)),
    ("sur quatre", Sense::OneIn(4)),
    ("semaines paires", Sense::Even),
    ("semaine paire", Sense::Even),
    ("sem . paires", Sense::Even),
    ("paires", Sense::Even),
    ("semaines impaires", Sense::Odd),
    ("semaine impaire", Sense::Odd),
    ("sem . impaires", Sense::Odd),
    ("impaires", Sense::Odd),
    ("avant - derniere", Sense::Nth(-2)),
    ("avant - dernier", Sense::Nth(-2)),
    ("avant - derniers", Sense::Nth(-2)),
    ("apres - midi", Sense::HalfDay),
    ("apres - midis", Sense::HalfDay),
    ("apres midi", Sense::HalfDay),
    ("week - end", Sense::Days(Weekdays::WEEKEND)),
    ("week - ends", Sense::Days(Weekdays::WEEKEND)),
    ("week end", Sense::Days(Weekdays::WEEKEND)),
    ("24h / 24 7 j / 7", Sense::Always),
    ("24h / 24", Sense::Always),
    ("24h sur 24", Sense::Always),
    ("24heures sur 24", Sense::Always),
    ("les autres jours , rien ne change", Sense::Skip),
    ("toujours sur rendez - vous", Sense::AllAppointment),
    ("toujours sur rdv", Sense::AllAppointment),
    ("a confirmer", Sense::Perhaps),
    ("en plus", Sense::Also),
    ("a la place", Sense::Only),
    ("24 / 24", Sense::Always),
    ("24 / 7", Sense::Always),
    ("7 j / 7", Sense::Days(Weekdays::ALL)),
    ("7 / 7", Sense::Days(Weekdays::ALL)),
    ("ainsi que", Sense::And),
];

/// Words proposed for one that nobody knows, besides weekdays and months.
pub(super) const SUGGESTED: [&str; 16] = [
    "semaines",
    "paires",
    "impaires",
    "vacances",
    "scolaires",
    "fériés",
    "sauf",
    "pendant",
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "dernier",
    "fermé",
    "rendez-vous",
    "jours",
];

/// Names of feasts, folded: they are dates that change or public holidays like the others.
pub(super) const FEASTS: [&str; 6] =
    ["paques", "pentecote", "ascension", "toussaint", "noel", "armistice"];

/// The longest phrase at the start of the tokens, and how many tokens it has.
pub(super) fn phrase(text: &str, tokens: &[Token]) -> Option<(usize, Sense)> {
    let fits = |words: &str| {
        let mut length = 0;
        let all = words.split(' ').all(|word| {
            let token = tokens.get(length);
            length += 1;
            token.is_some_and(|token| is_word(text, token, word))
        });
        all.then_some(length)
    };
    PHRASES
        .iter()
        .filter_map(|(words, sense)| Some((fits(words)?, sense)))
        .max_by_key(|(length, _)| *length)
        .map(|(length, sense)| (length, sense.clone()))
}

/// Whether a token is written as a word of a phrase.
fn is_word(text: &str, token: &Token, word: &str) -> bool {
    match &token.raw {
        Raw::Word(written) => written == word,
        Raw::Mark('’' | 'ʼ') => word == "'",
        Raw::Mark('-') => word == "-",
        Raw::Mark(_) | Raw::Quoted(_) => text[token.span.clone()] == *word,
        // `24 heures` is one token: blanks inside it do not count.
        _ => text[token.span.clone()]
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_lowercase)
            .eq(word.chars()),
    }
}

/// Whether a word is known as a part of some phrase.
pub(super) fn is_in_phrase(word: &str) -> bool {
    PHRASES.iter().any(|(words, _)| words.split(' ').any(|part| part == word))
}
