//! Alternative texts that are heard in vain: too long, « Photo de… », or the words that stand beside the picture.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::{Guide, Guides};
use crate::record::Fiche;
use crate::record::fiche::Image;
use crate::text::fold;
use crate::theme::Themes;

/// Letters of an alternative text: a voice says it in one go, and nobody can hear half of it again.
const LONGEST: usize = 120;

/// What a voice says already before the text.
const SAID: [&str; 8] = [
    "image",
    "photo",
    "photographie",
    "illustration",
    "visuel",
    "icone",
    "pictogramme",
    "capture d'ecran",
];
/// What follows these words when they only announce what is shown.
const ANNOUNCES: [&str; 6] = [" de ", " du ", " des ", " d'", " montrant ", " representant "];

/// What to do about a text that repeats, announces, or goes on too long.
pub(super) const REMEDIES: [&str; 3] = [
    "Dites ce que l’image montre de plus : la porte, l’enseigne, le chemin. « alt: \"\" » si elle ne fait que décorer.",
    "Dites tout de suite ce qu’elle montre : « Le bus devant la mairie ».",
    "Gardez l’essentiel, en 120 signes au plus. Le reste va dans le texte, où tout le monde le lit.",
];

/// What is wrong with an alternative text, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: Cow<'static, str>,
}

/// The doubt about an alternative text, which has words beside it, each with what they are: « la légende ».
pub(super) fn doubt(alt: &str, beside: &[(&str, &str)]) -> Option<Doubt> {
    let alt = alt.trim();
    let length = alt.chars().count();
    let [repeats, announces, goes_on] = REMEDIES;
    let (message, remedy) = if let Some((what, _)) =
        beside.iter().find(|(_, words)| same(alt, words))
    {
        let message = format!(
            "Le texte de remplacement « {alt} » répète {what} : il serait entendu deux fois."
        );
        (message, repeats)
    } else if let Some(start) = announced(alt) {
        let message = format!(
            "Le texte de remplacement commence par « {start} » : un lecteur d’écran dit déjà que c’est une image."
        );
        (message, announces)
    } else if length > LONGEST {
        let message = format!(
            "Le texte de remplacement a {length} signes : un lecteur d’écran le dit d’une traite, sans qu’on puisse revenir en arrière."
        );
        (message, goes_on)
    } else {
        return None;
    };
    Some(Doubt { message, remedy: remedy.into() })
}

/// Whether two texts say the same words, whatever their capitals and their full stop.
fn same(alt: &str, words: &str) -> bool {
    let bare = |text: &str| fold(text.trim().trim_end_matches('.').trim_end());
    !alt.is_empty() && bare(alt) == bare(words)
}

/// The first words of a text when they only say that a picture comes, as they are written.
fn announced(alt: &str) -> Option<&str> {
    let article =
        ["Une ", "une ", "L’", "L'", "l’", "l'"].iter().find(|start| alt.starts_with(**start));
    let rest = &alt[article.map_or(0, |article| article.len())..];
    let folded = fold(rest);
    let word = SAID.iter().find(|word| {
        let after = folded.strip_prefix(**word);
        after.is_some_and(|after| {
            after.is_empty() || ANNOUNCES.iter().any(|next| after.starts_with(next))
        })
    })?;
    // Accents and apostrophes change bytes, never the number of words.
    let words = word.split_whitespace().count();
    let end = rest.match_indices(' ').nth(words - 1).map_or(rest.len(), |(at, _)| at);
    Some(&alt[..alt.len() - rest.len() + end])
}

/// The pictures of all records.
pub fn told(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let own = guides.guides.iter().flat_map(Guide::illustrated);
    let schemes = guides.dispositifs.iter().map(|one| &one.fiche);
    let shared = schemes.chain(guides.territoires.iter().map(|one| &one.fiche));
    for fiche in own.chain(shared) {
        out.extend(fiche.images.iter().filter_map(|image| of(fiche, image)));
    }
}

fn of(fiche: &Fiche, image: &Image) -> Option<Diagnostic> {
    let caption = image.legende.as_deref().unwrap_or_default();
    let brief = fiche.presentation_resume.as_deref().unwrap_or_default();
    let beside =
        [("la légende", caption), ("le nom de la fiche", &fiche.nom), ("le résumé", brief)];
    let doubt = doubt(&image.alt, &beside)?;
    let place = Subject::Written(fiche.place(&image.fichier.span));
    Some(Diagnostic::new(
        "image-texte-inutile",
        Severity::Warning,
        place,
        doubt.message,
        doubt.remedy,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_only_announce_a_picture_are_found_as_they_are_written() {
        for (alt, start) in [
            ("Photo de la mairie", "Photo"),
            ("Une photo du bus", "Une photo"),
            ("l’image d’un arbre", "l’image"),
            ("Capture d’écran de la page", "Capture d’écran"),
            ("Pictogramme représentant un clavier", "Pictogramme"),
            ("Icône", "Icône"),
        ] {
            assert_eq!(announced(alt), Some(start), "{alt}");
        }
        for alt in ["Photocopieuse", "Photographe au travail", "Un bus bleu", "Images animées", ""]
        {
            assert_eq!(announced(alt), None, "{alt}");
        }
    }

    #[test]
    fn a_text_may_have_a_hundred_and_twenty_letters() {
        assert!(doubt(&"é".repeat(120), &[]).is_none());
        assert!(doubt(&"é".repeat(121), &[]).is_some());
        assert!(doubt("", &[("la légende", "")]).is_none());
    }
}
