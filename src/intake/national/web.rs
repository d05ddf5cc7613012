//! E-mail addresses and addresses of the web.

use super::super::finding::Notes;
use super::list::parts;

/// E-mail addresses of a cell; the reader refuses what is none.
pub(in crate::intake) fn emails(cell: &str, notes: &mut Notes<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in parts(cell) {
        let cut: Vec<&str> = part
            .split(|c: char| c.is_whitespace() || ";,/<>".contains(c))
            .filter(|piece| piece.contains('@'))
            .collect();
        let emails = match cut.len() {
            0 | 1 => vec![email(part)],
            _ => cut.into_iter().map(email).collect(),
        };
        if emails != [part] {
            let reason = "L’adresse est remise seule, sans espace ni signe autour.";
            notes.corrected("courriel-ecriture", part, &emails.join("|"), reason);
        }
        found.extend(emails);
    }
    distinct(found)
}

/// An address without what forms and sentences leave around it, when nothing else is lost.
fn email(part: &str) -> String {
    let bare = part.trim_start_matches("mailto:").trim_matches(|c: char| "<>.;,:".contains(c));
    let joined: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    // « a @ b.fr » is an address with stray spaces; « écrire à a@b.fr » is a sentence.
    let stray =
        bare.split_whitespace().filter(|word| !word.contains('@') && word.len() > 1).count();
    if stray <= 1 && bare.split_once('@').is_some_and(|(name, _)| !name.trim().contains(' ')) {
        joined
    } else {
        part.to_owned()
    }
}

/// Addresses of the web of a cell; the reader refuses what is none.
pub(in crate::intake) fn sites(cell: &str, notes: &mut Notes<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(cell) {
        let cut: Vec<&str> = part
            .split(|c: char| c.is_whitespace() || ";,".contains(c))
            .filter(|piece| !piece.is_empty())
            .collect();
        let several = cut.len() > 1 && cut.iter().all(|piece| is_begun(piece));
        let sites: Vec<String> =
            if several { cut.into_iter().map(site).collect() } else { vec![site(part)] };
        if sites != [part] {
            let reason = "L’adresse est écrite en entier, avec https:// et sans rien autour.";
            notes.corrected("adresse-web-ecriture", part, &sites.join("|"), reason);
        }
        found.extend(sites);
    }
    distinct(found)
}

/// The first address of a cell that holds one; others are refused.
pub(in crate::intake) fn only_site(cell: &str, notes: &mut Notes<'_>) -> Option<String> {
    let mut sites = sites(cell, notes).into_iter();
    let first = sites.next();
    for other in sites {
        notes.refused(
            "adresse-web-en-plus",
            &other,
            "Cette colonne n’admet qu’une adresse ; la première est gardée.",
            "Ajoutez cette adresse à « site_web » si elle est utile.",
        );
    }
    first
}

fn is_begun(piece: &str) -> bool {
    let lower = piece.to_lowercase();
    ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start))
}

/// An address with its protocol; what does not look like one is left alone.
fn site(part: &str) -> String {
    let lower = part.to_lowercase();
    for scheme in ["http://", "https://"] {
        if lower.starts_with(scheme) {
            return format!("{scheme}{}", &part[scheme.len()..]);
        }
    }
    let host = part.split(['/', '?', '#']).next().unwrap_or_default();
    let good = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let (name, end) = host.rsplit_once('.').unwrap_or((host, ""));
    let is_site = !name.is_empty() && end.len() >= 2 && host.chars().all(good);
    if is_site { format!("https://{part}") } else { part.to_owned() }
}

fn distinct(mut found: Vec<String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    found.retain(|value| {
        let new = !seen.contains(value);
        seen.push(value.clone());
        new
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(read: fn(&str, &mut Notes<'_>) -> Vec<String>, cell: &str) -> (Vec<String>, usize) {
        let mut found = Vec::new();
        let values = read(cell, &mut Notes::about("colonne", &mut found));
        (values, found.len())
    }

    #[test]
    fn addresses_of_mail() {
        for (cell, expected, told) in [
            ("a@b.fr", vec!["a@b.fr"], 0),
            ("a@b.fr|c@d.fr|a@b.fr", vec!["a@b.fr", "c@d.fr"], 0),
            ("a@b.fr; c@d.fr", vec!["a@b.fr", "c@d.fr"], 1),
            ("a@b.fr / c@d.fr", vec!["a@b.fr", "c@d.fr"], 1),
            ("mailto:a@b.fr", vec!["a@b.fr"], 1),
            ("a @b.fr", vec!["a@b.fr"], 1),
            ("<a@b.fr>.", vec!["a@b.fr"], 1),
            ("écrire à a@b.fr", vec!["écrire à a@b.fr"], 0),
            ("sur demande", vec!["sur demande"], 0),
        ] {
            assert_eq!(
                with(emails, cell),
                (expected.into_iter().map(String::from).collect(), told),
                "{cell}"
            );
        }
    }

    #[test]
    fn addresses_of_the_web() {
        for (cell, expected, told) in [
            ("https://a.fr/b;c,d", vec!["https://a.fr/b;c,d"], 0),
            ("www.a.fr", vec!["https://www.a.fr"], 1),
            ("a.fr/contact", vec!["https://a.fr/contact"], 1),
            ("HTTP://A.fr/B", vec!["http://A.fr/B"], 1),
            ("http://a.fr https://b.fr", vec!["http://a.fr", "https://b.fr"], 1),
            ("http://a.fr|www.b.fr", vec!["http://a.fr", "https://www.b.fr"], 1),
            ("en cours", vec!["en cours"], 0),
            ("a@b.fr", vec!["a@b.fr"], 0),
        ] {
            let expected: Vec<String> = expected.into_iter().map(String::from).collect();
            assert_eq!(with(sites, cell), (expected, told), "{cell}");
        }
    }
}
