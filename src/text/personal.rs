//! What looks like one person's own phone or e-mail, rather than a service's.

use std::ops::Range;

use super::order::fold;

/// Given names that people in France often have, without accents: enough to see « prenom.nom@ ».
#[rustfmt::skip]
const NAMES: [&str; 248] = [
    "adele", "adrien", "agathe", "agnes", "alain", "albert", "alex", "alexandra", "alexandre", "alexis", "alice", "alicia", "aline",
    "alison", "amandine", "ambre", "amelie", "anais", "andre", "andrea", "angelique", "anna", "anne", "anthony", "antoine", "armelle",
    "arnaud", "arthur", "audrey", "aurelie", "aurelien", "aurore", "axel", "axelle", "baptiste", "bastien", "beatrice", "benedicte", "benjamin",
    "benoit", "bernadette", "bernard", "bertrand", "brigitte", "bruno", "camille", "carine", "carole", "caroline", "catherine", "cecile", "cedric",
    "celia", "celine", "chantal", "charlene", "charles", "charlotte", "chloe", "christelle", "christian", "christine", "christophe", "claire", "clara",
    "claude", "claudine", "clemence", "clement", "colette", "coralie", "corentin", "corinne", "cyril", "damien", "daniel", "danielle", "david",
    "deborah", "delphine", "denis", "denise", "didier", "dominique", "dorian", "dylan", "edith", "elena", "elisa", "elisabeth", "elise",
    "elodie", "emeline", "emilie", "emma", "emmanuel", "emmanuelle", "eric", "estelle", "etienne", "eva", "evelyne", "fabien", "fabienne",
    "fabrice", "fanny", "florence", "florent", "florian", "franck", "francois", "francoise", "frederic", "gabriel", "gaelle", "gaetan", "genevieve",
    "geoffrey", "georges", "gerald", "gerard", "ghislaine", "gilles", "gregory", "guillaume", "guy", "helene", "henri", "herve", "hugo",
    "isabelle", "jacqueline", "jacques", "jean", "jennifer", "jeremy", "jerome", "jessica", "joel", "joelle", "johanna", "jonathan", "jordan",
    "joseph", "josiane", "julia", "julie", "julien", "juliette", "justine", "karen", "karim", "karine", "kevin", "laetitia", "laura",
    "laure", "laurence", "laurent", "lea", "leila", "leo", "liliane", "linda", "lionel", "loic", "louis", "louise", "lucas",
    "lucie", "ludovic", "lydie", "magali", "manon", "marc", "marie", "marine", "marion", "martine", "mathieu", "mathilde", "matthieu",
    "maud", "maxime", "melanie", "melissa", "michel", "michele", "mickael", "mohamed", "monique", "morgane", "muriel", "myriam", "nadege",
    "nadia", "nathalie", "nicolas", "nicole", "noemie", "oceane", "odile", "olivier", "pascal", "pascale", "patrice", "patricia", "patrick",
    "paul", "pauline", "philippe", "pierre", "quentin", "rachel", "raphael", "regine", "remi", "renaud", "rene", "robert", "robin",
    "roland", "romain", "sabine", "sabrina", "samuel", "sandra", "sandrine", "sarah", "sebastien", "severine", "sophie", "stephane", "stephanie",
    "sylvain", "sylvie", "thibault", "thierry", "thomas", "valerie", "vanessa", "veronique", "vincent", "virginie", "viviane", "xavier", "yannick",
    "yves",
];

/// Whether a phone number is that of a mobile of France: few services have one, most people do.
pub fn is_mobile(phone: &str) -> bool {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let bare = digits.trim_start_matches('0');
    let national = match bare.strip_prefix("33") {
        Some(rest) if bare.len() > 9 => rest.trim_start_matches('0'),
        _ => bare,
    };
    national.len() == 9 && national.starts_with(['6', '7'])
}

/// Whether an e-mail is named after a person: « prenom.nom@ », unless `names` has these words too.
///
/// A social centre named after Jean Moulin may write « jean.moulin@ ».
pub fn is_nominative<'a>(email: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    let Some((local, _)) = email.split_once('@') else { return false };
    let local = fold(local);
    let parts: Vec<&str> = local.split(['.', '-', '_']).filter(|part| !part.is_empty()).collect();
    let worded = parts.iter().all(|part| part.chars().all(char::is_alphabetic));
    if !(2..=3).contains(&parts.len()) || !worded {
        return false;
    }
    let given = parts.iter().any(|part| NAMES.contains(part));
    let known: Vec<String> = names.into_iter().map(fold).collect();
    let is_known = |part: &&str| part.len() > 1 && known.iter().any(|name| name.contains(*part));
    given && !parts.iter().all(is_known)
}

/// The e-mail addresses that stand in a text, as bytes of it.
pub fn emails(text: &str) -> impl Iterator<Item = Range<usize>> {
    let sign = |c: char| c.is_whitespace() || "<>()[]«»\",;:|!?*/=&".contains(c);
    let edge = |c: char| ".'’_".contains(c);
    let mut next = 0;
    text.split_inclusive(sign).filter_map(move |piece| {
        let start = next;
        next += piece.len();
        let word = piece.trim_end_matches(sign);
        let lead = word.len() - word.trim_start_matches(edge).len();
        let word = word.trim_matches(edge);
        let (name, host) = word.split_once('@')?;
        (!name.is_empty() && host.contains('.')).then(|| start + lead..start + lead + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_of_france_are_seen_however_written() {
        for mobile in ["06 00 00 00 00", "+33 6 00 00 00 00", "0033700000000", "07.00.00.00.00"] {
            assert!(is_mobile(mobile), "{mobile}");
        }
        for other in
            ["05 36 49 00 00", "+33 5 36 49 00 00", "3949", "0800 000 000", "+262 6 92 00 00 00"]
        {
            assert!(!is_mobile(other), "{other}");
        }
    }

    #[test]
    fn emails_are_found_in_texts_and_accounts_are_not() {
        let text = "Écrire à <jeanne@a.example>, [ici](mailto:b.c@d.example?subject=Bus), 'e@f.example'. Ou @jeanne, \
                    https://www.example/@une.chaine, https://carte.example/@46.58,0.34";
        let found: Vec<&str> = emails(text).map(|at| &text[at]).collect();
        assert_eq!(found, ["jeanne@a.example", "b.c@d.example", "e@f.example"]);
    }

    #[test]
    fn emails_of_people_are_seen_and_those_of_services_are_not() {
        for person in
            ["camille.exemple@exemple.fr", "Exemple-Éric@exemple.fr", "exemple_camille@exemple.fr"]
        {
            assert!(is_nominative(person, []), "{person}");
        }
        for service in [
            "accueil@exemple.fr",
            "france.services@exemple.fr",
            "camille@exemple.fr",
            "espace-numerique@exemple.fr",
            "mairie.saint-martin@exemple.fr",
        ] {
            assert!(!is_nominative(service, []), "{service}");
        }
        assert!(!is_nominative("jean.moulin@exemple.fr", ["Centre social Jean-Moulin"]));
        assert!(is_nominative("jean.exemple@exemple.fr", ["Centre social Jean-Moulin"]));
    }
}
