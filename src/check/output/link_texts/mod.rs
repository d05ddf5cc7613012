//! A link says where it leads, even read alone, as screen readers list them.

mod read;

pub(super) use read::LinkTexts;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Severity};

use super::say::{Rule, say, say_of_files};
use super::{Made, Rendered};

const EMPTY: Rule = Rule {
    code: "lien-sans-texte",
    severity: Severity::Error,
    remedy: "Écrivez dans le lien où il mène ; si c’est une image, donnez-lui un texte de remplacement.",
};

const VAGUE: Rule = Rule {
    code: "lien-vague",
    severity: Severity::Error,
    remedy: "Écrivez où il mène : « Les horaires de la médiathèque » plutôt que « cliquez ici ».",
};

const SPELT: Rule = Rule {
    code: "lien-vague",
    severity: Severity::Warning,
    remedy: "Écrivez le nom de la page ou du site, par exemple « [le site de la mairie](https://…) ».",
};

const TWINS: Rule = Rule {
    code: "liens-de-meme-texte",
    severity: Severity::Warning,
    remedy: "Ajoutez à l’un des deux ce qui le distingue : la commune, le jour, l’année.",
};

/// A link with neither words, nor a picture that says something, nor a label.
pub(super) fn empty(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message = |href: &String| {
        format!("Le lien vers « {href} » n’a pas de texte : personne ne saura où il mène.")
    };
    say(
        made,
        &EMPTY,
        |page: &Rendered| page.faults().empty_links.iter().map(message).collect(),
        out,
    );
}

/// A link that says only that it is one, or an address read letter by letter.
pub(super) fn vague(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let targets = made.rendered.iter().flat_map(|page| &page.faults().vague_links);
    let targets: BTreeSet<&str> = targets.filter_map(|(_, target)| target.as_deref()).collect();
    let is_target = |page: &&Rendered| targets.contains(page.address.as_str());
    let titles: BTreeMap<&str, &str> = made
        .rendered
        .iter()
        .filter(is_target)
        .filter_map(|page| Some((page.address.as_str(), page.title.as_deref()?)))
        .collect();
    // A place may be called « Ici » or « Le Lien »: its name says where the link leads.
    let is_a_name = |text: &str, target: &Option<String>| {
        let title = target.as_ref().and_then(|target| titles.get(target.as_str()));
        title.is_some_and(|title| title.starts_with(text))
    };
    let found = |page: &Rendered| {
        let unnamed = page.faults().vague_links.iter().filter(|(text, to)| !is_a_name(text, to));
        let message = |(text, _): &(String, Option<String>)| {
            format!("Le texte de lien « {text} » ne dit pas où il mène.")
        };
        unnamed.map(message).collect()
    };
    say(made, &VAGUE, found, out);
    let spelt =
        |text: &String| format!("Un lecteur d’écran dirait le lien « {text} » lettre par lettre.");
    say(made, &SPELT, |page: &Rendered| page.faults().spelt_links.iter().map(spelt).collect(), out);
}

/// Two links of one page that read alike and lead elsewhere, with nothing around to tell them apart.
pub(super) fn twins(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message = |[text, one, other]: &[String; 3]| {
        format!("Deux liens disent « {text} » et mènent l’un à « {one} », l’autre à « {other} ».")
    };
    // The page only lists them: the words to tell apart are in the records that the links lead to.
    let files = |page: &Rendered, [_, one, other]: &[String; 3]| {
        let mut files: Vec<&str> =
            [one, other].into_iter().filter_map(|href| made.file_of_link(page, href)).collect();
        files.dedup();
        files
    };
    let found = |page: &Rendered| {
        let twins = page.faults().twin_links.iter();
        twins.map(|twin| (message(twin), files(page, twin))).collect()
    };
    say_of_files(made, &TWINS, found, out);
}

/// Texts that say nothing of where a link leads, in lower case; with and without the accents that people leave out.
const SAY_NOTHING: [&str; 35] = [
    "ici",
    "cliquez ici",
    "cliquer ici",
    "cliquez",
    "cliquez la",
    "par ici",
    "cliquez là",
    "par là",
    "c'est ici",
    "en savoir plus",
    "savoir plus",
    "en savoir +",
    "plus",
    "plus d'infos",
    "plus d'informations",
    "lire",
    "lire la suite",
    "lire plus",
    "la suite",
    "suite",
    "voir",
    "voir plus",
    "voir la suite",
    "voir ici",
    "lien",
    "ce lien",
    "le lien",
    "page",
    "cette page",
    "telecharger",
    "télécharger",
    "acceder",
    "accéder",
    "details",
    "détails",
];

/// Longest text with accents that may say nothing, in bytes: « plus d’informations ».
const LONGEST: usize = 21;

/// Whether a text says nothing of where its link leads, whatever signs stand around it. « Liré » is a commune.
pub fn says_nothing(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let plain = |word: &str| word.to_lowercase().replace('’', "'").replace('\u{a0}', " ");
    match word.is_ascii() {
        true => SAY_NOTHING.iter().any(|known| known.eq_ignore_ascii_case(word)),
        false => word.len() <= LONGEST && SAY_NOTHING.contains(&plain(word).as_str()),
    }
}

/// Whether a text is an address that no voice can say.
fn is_spelt(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing() {
        for text in ["ici", "Cliquez ici !", "→ En savoir plus", "Télécharger", "en savoir\u{a0}+"]
        {
            assert!(says_nothing(&text.replace('\u{a0}', " ")), "{text}");
        }
        for text in
            ["Voir tous les événements", "05 36 49 12 01", "A–Z", "Plus de 60 ans", "é", "Liré"]
        {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
