//! What the page of search does not hold: one script file with the list, asked for on the first key.
//!
//! A line a commune (name, rest, address), then a line for each of its actors, which begins with a tab. An address
//! is written only where the name does not give it, short codes only where there were other ids.

use std::collections::BTreeMap;

use crate::edition::html::here::Here;
use crate::edition::html::parts::Entree;
use crate::guide::{Guide, Guides};
use crate::territory::Commune;
use crate::text::search::table::LIGATURES;
use crate::text::typography;

use super::entrees;

/// Letters of names and addresses that a page of search can hold: under 10 kB compressed (docs/adr/0012-search.md).
const MOST_LETTERS: usize = 16_000;

/// What the page holds of a guide; its file holds the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edition::html) struct Part {
    /// The actors, and the communes where something is.
    pub lieux: bool,
    /// The communes where nothing is.
    pub vides: bool,
}

impl Part {
    /// As much as a page can hold: everything, or all but the communes where nothing is, or neither.
    pub fn of(guides: &Guides, guide: &Guide) -> Self {
        let known = always(guides, guide);
        let (mut lieux, mut vides) = (known, 0);
        for acteur in &guide.acteurs {
            let fiche = &acteur.fiche;
            lieux += fiche.slug.len() + letters([&fiche.nom].into_iter().chain(&fiche.autres_noms));
            lieux += acteur.adresse.commune.map_or(0, |commune| commune.nom.len());
        }
        for ici in &guide.communes {
            let said = 2 * ici.commune.nom.len() + 7 * ici.commune.codes_postaux.len();
            let former: usize = ici.commune.anciens_noms().iter().map(|one| one.nom.len()).sum();
            *(if ici.est_vide() { &mut vides } else { &mut lieux }) += said + former;
        }
        Self { lieux: lieux <= MOST_LETTERS, vides: lieux + vides <= MOST_LETTERS }
    }
}

/// Letters of what stands in the page whatever its size: schemes, words, events, pages.
fn always(guides: &Guides, guide: &Guide) -> usize {
    let schemes = guides.dispositifs.iter().map(|found| &found.fiche);
    let events = guide.evenements.iter().map(|event| &event.fiche);
    let pages = guide.pages.iter().map(|page| &page.fiche);
    let records = schemes.chain(events).chain(pages);
    let records = records.map(|fiche| {
        fiche.slug.len() + letters([&fiche.nom].into_iter().chain(&fiche.autres_noms))
    });
    let words = guides
        .glossaire
        .iter()
        .map(|mot| 2 * mot.terme.len() + letters(mot.sigle.iter().chain(&mot.autres_noms)));
    records.chain(words).sum()
}

fn letters<'a>(names: impl IntoIterator<Item = &'a String>) -> usize {
    names.into_iter().map(|name| name.len() + 2).sum()
}

/// Whether a guide has more than its page of search can hold.
pub(in crate::edition::html) fn has_file(guides: &Guides, guide: &Guide) -> bool {
    !Part::of(guides, guide).vides
}

/// The script file of a guide.
pub(in crate::edition::html) fn file(here: Here<'_>) -> String {
    let code = include_str!("liste.js").lines().filter(|line| !line.starts_with("//"));
    let ligatures = LIGATURES.iter().map(|(one, two)| format!(".replace(/{one}/g, \"{two}\")"));
    let code = code.collect::<Vec<_>>().join("\n");
    let code = code.replace("/*LIGATURES*/", &ligatures.collect::<String>());
    let code = code.replace("SIGNES", crate::text::SIGNS);
    code.replace("\"LIGNES\"", &quoted(&lines(here)))
}

/// A text as a script writes it; U+2028 and U+2029 ended a line in older browsers.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.replace("</", "<\\/").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// The communes that have something, the actors without commune, the communes that have nothing.
fn lines(here: Here<'_>) -> String {
    let part = Part::of(here.world.guides, here.guide());
    let mut out = String::new();
    let mut actors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    if !part.lieux {
        for (rank, acteur) in here.guide().acteurs.iter().enumerate() {
            let code = acteur.adresse.commune.map_or("", |commune| commune.code);
            actors.entry(code).or_default().push(rank);
        }
    }
    for (rank, ici) in here.guide().communes.iter().enumerate() {
        if !ici.est_vide() && !part.lieux {
            commune(here, rank, &mut out);
            let own = actors.remove(ici.commune.code).unwrap_or_default();
            acteurs(here, ici.commune, own, &mut out);
        }
    }
    for (code, own) in actors {
        let away = crate::territory::commune(code);
        out.push_str(&away.map(|commune| typography(commune.nom)).unwrap_or_default());
        out.push('\n');
        match away {
            Some(commune) => acteurs(here, commune, own, &mut out),
            None => own.into_iter().for_each(|rank| acteur(here, "", rank, &mut out)),
        }
    }
    for (rank, ici) in here.guide().communes.iter().enumerate() {
        if ici.est_vide() {
            commune(here, rank, &mut out);
        }
    }
    out.trim_end_matches('\n').to_owned()
}

fn commune(here: Here<'_>, rank: usize, out: &mut String) {
    let entry = entrees::commune(here, rank);
    let own = &here.guide().communes[rank].slug;
    let own = if simple(&entry.nom) == *own { "" } else { own };
    line(out, &[&entry.nom, entry.suite.trim_start(), own]);
}

fn acteurs(here: Here<'_>, commune: &'static Commune, ranks: Vec<usize>, out: &mut String) {
    let nom = typography(commune.nom);
    ranks.into_iter().for_each(|rank| acteur(here, &nom, rank, out));
}

fn acteur(here: Here<'_>, commune: &str, rank: usize, out: &mut String) {
    let Entree { nom, suite, codes, .. } = entrees::acteur(here, rank);
    // The script makes the code of an address: only a record that had other ids writes its own.
    let others = !here.guide().acteurs[rank].fiche.anciens_ids.is_empty();
    let codes = if others { codes } else { String::new() };
    let beside = format!(", {commune}");
    let suite = if commune.is_empty() || nom.contains(commune) {
        &suite[..]
    } else {
        suite.strip_prefix(&beside).unwrap_or(&suite)
    };
    let slug = &here.guide().acteurs[rank].fiche.slug;
    let (short, end) = (simple(&nom), simple(commune));
    let guess = if short.ends_with(&end) { short } else { format!("{short}-{end}") };
    line(out, &["", &nom, suite, if guess == *slug { "" } else { slug }, &codes]);
}

/// Fields with tabs between them; those at the end that say nothing are left out, two stay.
fn line(out: &mut String, fields: &[&str]) {
    let last = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    let kept = last.max(2).min(fields.len());
    let plain = |field: &&str| field.replace(['\t', '\n'], " ");
    out.push_str(&fields[..kept].iter().map(plain).collect::<Vec<_>>().join("\t"));
    out.push('\n');
}

/// A name as the script makes an address of it: as [`crate::text::slug`], without its limits.
fn simple(text: &str) -> String {
    let folded = crate::text::fold(text);
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_leaves_its_quotes(text in any::<String>(), around in "(</script>|<!--|\"|'|\\\\|\u{2028}|\u{2029}|`|\\$\\{)") {
            let text = format!("{text}{around}{text}");
            let quoted = quoted(&text);
            let read: String = serde_json::from_str(&quoted).unwrap();
            prop_assert_eq!(read, text);
            let ends = ["</", "\u{2028}", "\u{2029}", "\n", "\r"];
            prop_assert!(ends.iter().all(|end| !quoted.contains(end)), "{}", quoted);
        }

        #[test]
        fn a_field_is_one_field(fields in proptest::collection::vec("[a-zé\t\n]{0,5}", 1..5)) {
            let mut out = String::new();
            line(&mut out, &fields.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(out.matches('\n').count(), 1);
            prop_assert!(out.matches('\t').count() < fields.len().max(2));
        }
    }

    #[test]
    fn names_give_addresses_as_in_the_browser() {
        assert_eq!(simple("L’Isle-Jourdain"), "l-isle-jourdain");
        assert_eq!(simple("« Œuvre », 3D "), "oeuvre-3d");
    }
}
