//! Place names in a French sentence: « du Havre », « aux Sables-d’Olonne », « d’Agen ».

/// Names in H that are elided, after INSEE; one a line, sorted. All others are said « de H… ».
const MUTE_H: &str = include_str!("data/h_muets.txt");

/// A commune name after « de »: « de Poitiers », « d’Agen », « du Havre », « de La Rochelle ».
pub fn de_nom(nom: &str) -> String {
    let nom = curly(nom);
    match Article::of(&nom) {
        (Article::Le, rest) => format!("du {rest}"),
        (Article::Les, rest) => format!("des {rest}"),
        (Article::Other, _) if is_elided(&nom) => format!("d’{nom}"),
        (Article::Other, _) => format!("de {nom}"),
    }
}

/// A commune name after « à »: « à Poitiers », « au Havre », « aux Sables-d’Olonne ».
pub fn a_nom(nom: &str) -> String {
    let nom = curly(nom);
    match Article::of(&nom) {
        (Article::Le, rest) => format!("au {rest}"),
        (Article::Les, rest) => format!("aux {rest}"),
        (Article::Other, _) => format!("à {nom}"),
    }
}

/// The article that contracts at the head of a name. `La` and `L’` stay as they are.
enum Article {
    Le,
    Les,
    Other,
}

impl Article {
    /// The article of a name, and the name after it.
    fn of(nom: &str) -> (Self, &str) {
        if let Some(rest) = nom.strip_prefix("Le ") {
            (Self::Le, rest)
        // « Aux Marais » (Oise) is already contracted: « des Marais ».
        } else if let Some(rest) = nom.strip_prefix("Les ").or(nom.strip_prefix("Aux ")) {
            (Self::Les, rest)
        } else {
            (Self::Other, nom)
        }
    }
}

/// Whether « de » loses its vowel: before a vowel, before Y (« d’Yvetot »), before some H.
fn is_elided(nom: &str) -> bool {
    match nom.chars().next() {
        Some('H') => {
            let straight = nom.replace('’', "'");
            MUTE_H.lines().any(|mute| mute == straight)
        }
        Some(first) => "AÀÂEÉÈÊËIÎÏOÔÖUÛÜYŒÆ".contains(first),
        None => false,
    }
}

fn curly(nom: &str) -> String {
    nom.replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_de() {
        for (nom, expected) in [
            ("Poitiers", "de Poitiers"),
            ("Agen", "d’Agen"),
            ("Évreux", "d’Évreux"),
            ("Œting", "d’Œting"),
            ("Yvetot", "d’Yvetot"),
            ("Le Havre", "du Havre"),
            ("Les Sables-d'Olonne", "des Sables-d’Olonne"),
            ("La Rochelle", "de La Rochelle"),
            ("L'Isle-Jourdain", "de L’Isle-Jourdain"),
            ("Lespinasse", "de Lespinasse"),
            ("Hyères", "d’Hyères"),
            ("Hendaye", "d’Hendaye"),
            ("Honfleur", "de Honfleur"),
            ("Ham", "de Ham"),
            ("Aux Marais", "des Marais"),
            ("Los Masos", "de Los Masos"),
        ] {
            assert_eq!(de_nom(nom), expected);
        }
    }

    #[test]
    fn after_a() {
        for (nom, expected) in [
            ("Poitiers", "à Poitiers"),
            ("Le Havre", "au Havre"),
            ("Les Sables-d'Olonne", "aux Sables-d’Olonne"),
            ("La Rochelle", "à La Rochelle"),
            ("L'Isle-Jourdain", "à L’Isle-Jourdain"),
            ("Aux Marais", "aux Marais"),
        ] {
            assert_eq!(a_nom(nom), expected);
        }
    }
}
