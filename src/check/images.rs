//! Pictures that exist and say what they show.

use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides};
use crate::record::Fiche;
use crate::record::fiche::Image;
use crate::text::{fold, nearest};
use crate::theme::Themes;

fn all(guide: &Guide) -> impl Iterator<Item = (&Fiche, &Image)> {
    let acteurs = guide.acteurs.iter().map(|acteur| &acteur.fiche);
    let evenements = guide.evenements.iter().map(|event| &event.fiche);
    let pages = guide.pages.iter().map(|page| &page.fiche);
    let fiches = acteurs.chain(evenements).chain(pages);
    fiches.flat_map(|fiche| fiche.images.iter().map(move |image| (fiche, image)))
}

/// A picture named in a record and absent from the guide's `images/`.
pub fn missing(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let names: Vec<&str> = guide.images.iter().map(|image| image.name()).collect();
        for (fiche, image) in all(guide) {
            let wanted = image.fichier.value.as_str();
            if names.contains(&wanted) {
                continue;
            }
            let remedy = match nearest(wanted, names.iter().copied()) {
                Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
                None => format!("Mettez le fichier dans « {}/images ».", guide.dossier),
            };
            out.push(Diagnostic::error(
                "image-absente",
                fiche.place(&image.fichier.span),
                format!("L’image « {wanted} » n’est pas dans le dossier « images » du guide."),
                remedy,
            ));
        }
    }
}

/// An alternative text that is the name of a file: it says nothing to who cannot see.
pub fn useless_alt(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        for (fiche, image) in all(guide).filter(|(_, image)| looks_like_a_file(&image.alt)) {
            out.push(Diagnostic::error(
                "image-texte-inutile",
                fiche.place(&image.fichier.span),
                format!("Le texte de remplacement « {} » est un nom de fichier.", image.alt),
                "Écrivez ce que montre l’image, en une phrase, ou « alt: \"\" » si elle ne fait que décorer.",
            ));
        }
    }
}

/// `20230908_110231 (1)-min`, `IMG_1234.jpg`, `Copie de …`.
pub(super) fn looks_like_a_file(alt: &str) -> bool {
    let folded = fold(alt);
    let extension =
        [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"].iter().any(|end| folded.ends_with(end));
    let digits = alt.chars().filter(char::is_ascii_digit).count();
    let mostly_digits = !alt.contains(' ') && digits * 2 > alt.chars().count();
    let camera = ["img_", "dsc_", "dscn", "pict", "copie de", "capture d'ecran"];
    let numbered = digits >= 8 && alt.chars().filter(|c| c.is_alphabetic()).count() < digits;
    extension || mostly_digits || numbered || camera.iter().any(|start| folded.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_say_nothing() {
        for name in [
            "20230908_110231 (1)-min",
            "IMG_1234",
            "photo.jpg",
            "Copie de Photo principale",
            "20230908_112544",
        ] {
            assert!(looks_like_a_file(name), "{name}");
        }
        for text in ["Le bus devant la mairie", "", "Atelier du 8 septembre 2023 à Poitiers"] {
            assert!(!looks_like_a_file(text), "{text}");
        }
    }
}
