//! What codes and short words of OpenAgenda say, in the words of a record.

use crate::text::fold;

/// Difficulties for which something is arranged, by the codes of OpenAgenda.
const ACCESS: [(&str, &str); 5] = [
    ("hi", "auditif"),
    ("vi", "visuel"),
    ("mi", "moteur"),
    ("pi", "psychique"),
    ("ii", "intellectuel"),
];

/// A plain sentence of the codes that are set.
pub(super) fn accessibility(is_set: impl Fn(&str) -> bool) -> Option<String> {
    let named: Vec<String> = ACCESS
        .iter()
        .filter(|(code, _)| is_set(code))
        .map(|(_, word)| format!("au handicap {word}"))
        .collect();
    let listed = match named.as_slice() {
        [] => return None,
        [only] => only.clone(),
        [most @ .., last] => format!("{} et {last}", most.join(", ")),
    };
    Some(format!("Accueil adapté {listed}, dit l’organisateur."))
}

/// Whom two ages speak of; nothing when they let everybody in.
pub(super) fn ages(min: Option<i64>, max: Option<i64>) -> Option<String> {
    let years = |count: i64| if count < 2 { "an" } else { "ans" };
    let (min, max) = (min.filter(|age| *age > 0), max.filter(|age| *age < 99));
    match (min, max) {
        (None, None) => None,
        (Some(min), None) => Some(format!("À partir de {min} {}", years(min))),
        (None, Some(max)) => Some(format!("Jusqu’à {max} {}", years(max))),
        (Some(min), Some(max)) if min == max => Some(format!("{min} {}", years(min))),
        (Some(min), Some(max)) => Some(format!("De {min} à {max} {}", years(max))),
    }
}

/// What conditions say of the price, where they say it surely: a term of `frais_a_charge`.
pub(super) fn price(conditions: &str) -> Option<&'static str> {
    let folded = fold(conditions);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let free = words.iter().any(|word| word.starts_with("gratuit"));
    let sum = conditions.contains('€')
        || words.iter().any(|word| matches!(*word, "euro" | "euros" | "payant" | "payante"));
    let limited = ["condition", "sauf", "pour les", "moins de", "adherent", "abonne", "reserve"];
    match (free, sum) {
        (true, false) if folded.contains("non gratuit") || folded.contains("pas gratuit") => None,
        (true, false) if limited.iter().any(|word| folded.contains(word)) => None,
        (true, false) => Some("Gratuit"),
        (false, true) => Some("Payant"),
        _ => None,
    }
}

/// Whether conditions say that one comes with or without registering: a term of `sans_rendez_vous`.
pub(super) fn registering(conditions: &str) -> Option<&'static str> {
    let folded = fold(conditions);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let without = has(&["sans inscription", "sans reservation", "sans rendez-vous"]);
    let with = has(&[
        "sur inscription",
        "sur reservation",
        "inscription obligatoire",
        "inscriptions obligatoires",
        "reservation obligatoire",
        "sur rendez-vous",
    ]);
    match (without, with) {
        (true, false) => Some("oui"),
        (false, true) => Some("non"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_say_what_they_surely_say() {
        for (words, price_said, registering_said) in [
            ("Gratuit, sans inscription", Some("Gratuit"), Some("oui")),
            ("Gratuit. Sur inscription.", Some("Gratuit"), Some("non")),
            ("gratuit et ouvert à tous", Some("Gratuit"), None),
            ("Entrée libre et gratuite", Some("Gratuit"), None),
            ("Plein 26€ | Réduit 20€", Some("Payant"), None),
            ("Tarifs : 6€. Gratuit pour les - 12 ans.", None, None),
            ("Gratuit pour les adhérents", None, None),
            ("29 à 62", None, None),
            (
                "Inscription obligatoire pour l’ensemble des animations au 05 36 49 00 00.",
                None,
                Some("non"),
            ),
        ] {
            assert_eq!(
                (price(words), registering(words)),
                (price_said, registering_said),
                "{words}"
            );
        }
    }

    #[test]
    fn ages_and_codes_in_words() {
        assert_eq!(ages(Some(11), Some(17)).unwrap(), "De 11 à 17 ans");
        assert_eq!(ages(Some(18), Some(99)).unwrap(), "À partir de 18 ans");
        assert_eq!(ages(Some(0), Some(6)).unwrap(), "Jusqu’à 6 ans");
        assert_eq!(ages(Some(0), Some(99)), None);
        assert_eq!(ages(None, None), None);
        let said = accessibility(|code| code == "mi" || code == "hi").unwrap();
        assert_eq!(
            said,
            "Accueil adapté au handicap auditif et au handicap moteur, dit l’organisateur."
        );
        assert_eq!(accessibility(|_| false), None);
    }
}
