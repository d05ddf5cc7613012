//! What the spellings of one place name share.

use crate::text::fold;

/// The key of a commune name: lower case, no accents, one space between words, `St` spelt out.
///
/// CEDEX and what follows it, numbers (postal codes, arrondissements) and the word arrondissement
/// are left out; `s/` is `sur`, `lez` and `lès` are `les`, `Rochelle (La)` is `la rochelle`.
pub(super) fn key(nom: &str) -> String {
    let folded = fold(nom);
    let (article, stem) = trailing_article(&folded);
    let mut key = String::with_capacity(folded.len() + 4);
    for word in article.into_iter().chain(words(stem)) {
        if word == "cedex" {
            break;
        }
        let numbered = word.starts_with(|c: char| c.is_ascii_digit());
        if numbered || word == "arrondissement" {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// The words of a folded name, abbreviations spelt out.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let separates = |c: char| !c.is_alphanumeric();
    folded
        .split_inclusive(separates)
        .map(move |word| (word.trim_end_matches(separates), word.ends_with('/')))
        .filter(|(word, _)| !word.is_empty())
        .map(|(word, slash)| match word {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            "lez" => "les",
            "s" if slash => "sur",
            _ => word,
        })
}

/// Splits `rochelle (la)`, as sorted lists write it, into its article and the rest.
fn trailing_article(folded: &str) -> (Option<&str>, &str) {
    let split = folded.trim_end().strip_suffix(')').and_then(|open| open.rsplit_once('('));
    match split {
        Some((stem, article @ ("le" | "la" | "les"))) => (Some(article), stem),
        Some((stem, "l'")) => (Some("l"), stem),
        _ => (None, folded),
    }
}

/// The key of an EPCI name: that of its words, without its legal nature and the article after it.
pub(super) fn epci_key(nom: &str) -> String {
    let key = key(nom);
    let mut rest = key.as_str();
    for nature in NATURES {
        if let Some(after) = rest.strip_prefix(nature).and_then(|r| r.strip_prefix(' ')) {
            rest = without_article(after);
            break;
        }
        if let Some(before) = rest.strip_suffix(nature).and_then(|r| r.strip_suffix(' ')) {
            rest = before;
            break;
        }
    }
    rest.into()
}

/// Legal natures as people write them, once folded.
const NATURES: [&str; 8] = [
    "communaute de communes",
    "communaute d agglomeration",
    "communaute urbaine",
    "metropole",
    "cc",
    "ca",
    "cu",
    "cdc",
];

fn without_article(text: &str) -> &str {
    ["de la ", "de l ", "du ", "des ", "de ", "d "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_commune() {
        let all = [
            ("ST GEORGES LES BAILLARGEAUX", "saint georges les baillargeaux"),
            ("Saint-Georges-lès-Baillargeaux", "saint georges les baillargeaux"),
            ("Poitiers Cedex 9", "poitiers"),
            ("86000 POITIERS", "poitiers"),
            ("Poitiers (86)", "poitiers"),
            ("Paris 12e Arrondissement", "paris"),
            ("ROCHELLE (LA)", "la rochelle"),
            ("Isle-Jourdain (L’)", "l isle jourdain"),
            ("Chalon s/ Saône", "chalon sur saone"),
            ("Les Stes-Maries-de-la-Mer", "les saintes maries de la mer"),
            ("Bors (Canton de Charente-Sud)", "bors canton de charente sud"),
            ("86000", ""),
        ];
        for (written, expected) in all {
            assert_eq!(key(written), expected, "{written}");
        }
    }

    #[test]
    fn spellings_of_one_epci() {
        for written in [
            "CU du Grand Poitiers",
            "Grand Poitiers Communauté urbaine",
            "communauté urbaine du Grand Poitiers",
            "GRAND POITIERS",
        ] {
            assert_eq!(epci_key(written), "grand poitiers", "{written}");
        }
        assert_eq!(epci_key("Bordeaux Métropole"), "bordeaux");
        assert_eq!(epci_key("CC de l'Ile d'Oléron"), "ile d oleron");
    }
}
