//! Whether an e-mail address is that of a role or of a person: only the first goes in a record.

use crate::text::fold;

/// Words by which desks, services and houses name their addresses.
const ROLES: [&str; 62] = [
    "accueil",
    "action",
    "admin",
    "agence",
    "agenda",
    "aidant",
    "animation",
    "asso",
    "atelier",
    "ateliers",
    "biblio",
    "billetterie",
    "bienvenue",
    "bonjour",
    "bureau",
    "ccas",
    "centre",
    "club",
    "com",
    "comite",
    "communication",
    "conseiller",
    "conseillers",
    "contact",
    "culture",
    "cyber",
    "direction",
    "ecole",
    "emploi",
    "epn",
    "equipe",
    "espace",
    "event",
    "fablab",
    "festival",
    "formation",
    "france",
    "hello",
    "info",
    "infos",
    "inscription",
    "inscriptions",
    "jeunesse",
    "ludotheque",
    "mairie",
    "maison",
    "mediation",
    "mediatheque",
    "mission",
    "mjc",
    "musee",
    "numerique",
    "office",
    "permanence",
    "point",
    "reservation",
    "reservations",
    "secretariat",
    "service",
    "services",
    "tiers",
    "tourisme",
];

/// Words that hold one of these name a house too: `maisondesaidants`, `mediatheque86`.
const INSIDE: [&str; 14] = [
    "accueil",
    "aidants",
    "association",
    "biblioth",
    "contact",
    "formation",
    "inscription",
    "mairie",
    "maison",
    "mediatheque",
    "numerique",
    "reservation",
    "service",
    "tourisme",
];

/// Whether an address is surely that of a role: a word before the `@` says so, or repeats the house's own
/// name after it.
pub(super) fn is_role(address: &str) -> bool {
    let folded = fold(address.trim());
    let Some((name, host)) = folded.split_once('@') else { return false };
    let words: Vec<&str> =
        name.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let house = host.rsplit_once('.').map_or(host, |(house, _)| house);
    let of_house =
        |word: &&str| word.len() > 2 && house.split(['.', '-']).any(|part| part == *word);
    words.iter().any(|word| {
        ROLES.contains(word) || INSIDE.iter().any(|inside| word.contains(inside)) || of_house(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_told_from_people() {
        for address in [
            "contact@ville.example",
            "mediatheque.inscriptions@ville.example",
            "Maisondesaidants@hopital.example",
            "accueil-86@asso.example",
            "lefil@lefil.example",
            "cyber.base@ville.example",
        ] {
            assert!(is_role(address), "{address}");
        }
        for address in [
            "jeanne.martin@ville.example",
            "jmartin@asso.example",
            "adresse.masquee-12@ville.example",
            "fil@lefil.example",
            "contact",
            "@contact.example",
        ] {
            assert!(!is_role(address), "{address}");
        }
    }
}
