//! Names as parts of addresses: lower case, ASCII, short.

use super::order::fold;
use crate::address::{LONGEST_NAME, is_reserved};

/// Room left for an extension and for a number that tells homonyms apart.
const LONGEST_SLUG: usize = LONGEST_NAME - 12;

/// The slug of one text: `Médiathèque de l’Œuvre` gives `mediatheque-de-l-oeuvre`.
///
/// Never empty, never reserved, at most 68 bytes, cut between words where it can be.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = shorten(slug.trim_end_matches('-'));
    if slug.is_empty() || is_reserved(slug) {
        format!("x-{slug}").trim_end_matches('-').into()
    } else {
        slug.into()
    }
}

/// The slug of several texts, one after the other; a text already said is not said twice.
pub fn slug_of(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts.iter().map(|part| slug(part)) {
        if whole.is_empty() {
            whole = part;
        } else if !whole.ends_with(&format!("-{part}")) && whole != part {
            whole = format!("{whole}-{part}");
        }
    }
    shorten(&whole).into()
}

/// Cuts a slug to its longest length, between words where one ends in the second half.
fn shorten(slug: &str) -> &str {
    if slug.len() <= LONGEST_SLUG {
        return slug;
    }
    let cut = &slug[..LONGEST_SLUG];
    match cut.rfind('-') {
        Some(end) if end > LONGEST_SLUG / 2 => &cut[..end],
        _ => cut.trim_end_matches('-'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug("Médiathèque de l’Œuvre"), "mediatheque-de-l-oeuvre");
        assert_eq!(slug("  CCAS -- Saint-Éloi  "), "ccas-saint-eloi");
        assert_eq!(slug("CON"), "x-con");
        assert_eq!(slug("日本"), "x");
        assert_eq!(slug_of(&["Mairie de Lusignan", "Lusignan"]), "mairie-de-lusignan");
        assert_eq!(slug_of(&["France services", "Civray"]), "france-services-civray");
        assert!(slug(&"mot ".repeat(40)).len() <= LONGEST_SLUG);
    }
}
