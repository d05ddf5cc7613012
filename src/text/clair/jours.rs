//! Days that are hard to find in a week: in figures alone, or in words without the day of the week.

use crate::text::fold;

/// Months as they are written, folded.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Days known by their date, whatever the day of the week.
const FEASTS: [&str; 9] = [
    "1 janvier",
    "1 mai",
    "8 mai",
    "14 juillet",
    "15 aout",
    "1 novembre",
    "11 novembre",
    "25 decembre",
    "31 decembre",
];

/// What stands before « le 12 mars » when nobody has to come on that day: a limit, or something that is done.
const NO_MEETING: [&str; 18] = [
    "depuis", "avant", "apres", "des", "ne", "nee", "cree", "creee", "fonde", "fondee", "jour",
    "publie", "publiee", "paru", "parue", "signe", "verifie", "ans",
];

/// The first day written in figures alone.
pub(super) fn in_figures(words: &[&str]) -> Option<String> {
    words.iter().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let parts: Vec<&str> = word.split('/').collect();
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok());
        let lengths = parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4));
        let day = number(0).is_some_and(|day| (1..=31).contains(&day))
            && number(1).is_some_and(|month| (1..=12).contains(&month));
        let whole = parts.len() == 3 && number(2).is_some()
            || parts.len() == 2 && parts.iter().all(|part| part.len() == 2);
        (lengths && day && whole && word != "24/24").then(|| word.to_owned())
    })
}

/// The first « le 12 mars » to come to, without its weekday. A day with its year tells a past or a rule, unless an hour
/// follows it.
pub(super) fn without_weekday(words: &[&str]) -> Option<String> {
    let bare = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let at = |rank: usize| words.get(rank).map(|word| bare(word)).unwrap_or_default();
    (1..words.len().saturating_sub(1)).find_map(|rank| {
        let number = at(rank);
        let number = number.strip_suffix("er").unwrap_or(&number);
        let month = at(rank + 1);
        let is_day = number.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
            && MONTHS.contains(&month.as_str());
        let before = rank.checked_sub(2).map(at).unwrap_or_default();
        let meets = at(rank - 1) == "le"
            && !NO_MEETING.contains(&before.trim_end_matches('s'))
            && !NO_MEETING.contains(&before.as_str())
            && !FEASTS.contains(&format!("{number} {month}").as_str());
        let year = at(rank + 2);
        let has_year = year.len() == 4 && year.parse::<u16>().is_ok();
        let hour = ["a", "de", "des"].contains(&at(rank + 3).as_str())
            && at(rank + 4).starts_with(|c: char| c.is_ascii_digit());
        let written = || {
            format!(
                "{} {}",
                words[rank],
                words[rank + 1].trim_end_matches(|c: char| !c.is_alphanumeric())
            )
        };
        (is_day && meets && (!has_year || hour)).then(written)
    })
}

#[cfg(test)]
mod tests {
    use super::without_weekday;

    fn found(text: &str) -> Option<String> {
        without_weekday(&text.split_whitespace().collect::<Vec<_>>())
    }

    #[test]
    fn a_day_to_come_to_has_its_weekday() {
        for (text, day) in [
            ("Portes ouvertes le 12 mars, à la mairie.", "12 mars"),
            ("Prochain atelier le 1er février.", "1er février"),
            ("Rendez-vous le 3 mai 2027 à 14 h.", "3 mai"),
        ] {
            assert_eq!(found(text).as_deref(), Some(day), "{text}");
        }
        for text in [
            "Portes ouvertes le jeudi 12 mars.",
            "Ouvert depuis le 12 mars, sauf le 14 juillet.",
            "Loi du 11 février 2005, publiée le 12 février 2005.",
            "Du 3 mars au 4 avril, le 12 à Poitiers.",
            "Fermé le 1er mai.",
            "le 12",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
