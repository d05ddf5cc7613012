//! What is said of a text that is hard to read: its sentences to cut, its words to replace.

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::text::clair::{LONG, Phrase, Signe, Simple};

use super::analyse::{Analyse, FACILE, PAVE, PENIBLE};

/// Words proposed at once.
const PROPOSED: usize = 6;
/// Letters of a sentence that are quoted.
const QUOTED: usize = 60;

/// How easy a score is, in words.
pub fn facilite(note: u32) -> &'static str {
    match note {
        _ if note < PENIBLE => "très difficile",
        _ if note < FACILE => "difficile",
        _ if note < 80 => "facile",
        _ => "très facile",
    }
}

/// The advice about a text: one message, at its hardest sentence.
pub(super) fn advice(one: &Analyse<'_>) -> Diagnostic {
    let worst = one.pires();
    let place = one.place();
    Diagnostic::new(
        "texte-difficile",
        Severity::Advice,
        Subject::Written(place),
        message(one, &worst),
        remedy(one),
    )
}

fn message(one: &Analyse<'_>, worst: &[&Phrase]) -> String {
    let what = format!("« {} » de « {} »", one.texte.cle, one.texte.nom);
    let lead = match one.note() {
        Some(note) if note < FACILE => {
            format!("{what} est {} à lire : note {note} sur 100.", facilite(note))
        }
        _ => format!("{what} peut se lire plus facilement."),
    };
    let named: Vec<String> = worst.iter().map(|phrase| named(one, phrase)).collect();
    let mut said = vec![lead];
    match named.len() {
        0 => {}
        1 => said.push(format!("La phrase à couper : {}.", named.join(""))),
        _ => said.push(format!("Les phrases à couper d’abord : {}.", named.join(" ; "))),
    }
    // Said already of a paragraph that is one sentence.
    if one.lecture.paragraphe > PAVE && one.lecture.paragraphe > one.plus_longue() {
        said.push(format!("Un paragraphe a {} mots.", one.lecture.paragraphe));
    }
    said.join(" ")
}

/// « ligne 12, « Le conseiller… » (37 mots) ».
fn named(one: &Analyse<'_>, phrase: &Phrase) -> String {
    let line = one.texte.place(&phrase.texte).position().line;
    format!("ligne {line}, « {} » ({} mots)", quoted(&phrase.texte), phrase.mots)
}

/// The beginning of a sentence, cut between two words.
fn quoted(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.trim_end_matches('.').to_owned();
    }
    let start: String = text.chars().take(QUOTED).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{}…", start[..end].trim_end_matches([',', ';', ':', ' ']))
}

fn remedy(one: &Analyse<'_>) -> String {
    let mut said = Vec::new();
    if one.note().is_some_and(|note| note < FACILE) || one.plus_longue() > LONG {
        said.push(format!("Une idée par phrase, {LONG} mots au plus, des mots courts."));
    }
    if one.lecture.paragraphe > PAVE {
        said.push("Coupez ce paragraphe, ou faites une liste.".to_owned());
    }
    said.extend(proposed(&one.simples));
    match one.sigles.as_slice() {
        [] => {}
        [sigle] => said.push(format!(
            "Écrivez « {sigle} » en entier, ou expliquez ce sigle dans « glossaire.yaml »."
        )),
        sigles => said.push(format!(
            "Écrivez {} en entier, ou expliquez ces sigles dans « glossaire.yaml ».",
            sigles.iter().map(|sigle| format!("« {sigle} »")).collect::<Vec<_>>().join(", ")
        )),
    }
    said.extend(one.signes.iter().map(sign));
    said.join(" ")
}

/// « Écrivez « pour » au lieu de « afin de » ».
fn proposed(simples: &[Simple]) -> Option<String> {
    let one = |simple: &Simple| format!("« {} » au lieu de « {} »", simple.mieux, simple.ecrit);
    let all: Vec<String> = simples.iter().take(PROPOSED).map(one).collect();
    (!all.is_empty()).then(|| format!("Plus simple : {}.", all.join(" ; ")))
}

fn sign(signe: &Signe) -> String {
    match signe {
        Signe::Majuscules(words) => format!("Écrivez en minuscules « {} ».", quoted(words)),
        Signe::Parentheses(count) => {
            format!("Il y a {count} parenthèses : faites-en des phrases, ou une liste.")
        }
        Signe::DoubleNegation(words) => format!("« {words} » dit deux fois non : dites oui."),
        Signe::Passif(words) => format!("« {words} » : dites d’abord qui fait."),
        Signe::Date(day) => format!("Écrivez « {day} » en mots, avec le jour de la semaine."),
        Signe::Jour(day) => {
            format!("Ajoutez à « {day} » le jour de la semaine : c’est lui qu’on retient.")
        }
        Signe::Repere(words) => format!(
            "« {words} » : qui écoute la page ne voit ni la place ni la couleur ; nommez ce dont vous parlez."
        ),
        Signe::Emoji(drawing) => format!("Remplacez « {drawing} » par un mot, ou enlevez-le."),
        Signe::Dessin(drawing) => format!(
            "« {drawing} » se dit signe par signe, ou pas du tout : remplacez-le par un mot, ou enlevez-le."
        ),
        Signe::Heure(hour) => format!("Écrivez « {} » comme « 9h30 ».", hour),
    }
}
