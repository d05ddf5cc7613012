//! Pictures that exist, are shown and say what they show.

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::images::{file, page_pictures};
use crate::guide::{Guide, Guides};
use crate::record::Fiche;
use crate::record::fiche::Image;
use crate::text::{fold, nearest};
use crate::theme::Themes;

fn all(guide: &Guide) -> impl Iterator<Item = (&Fiche, &Image)> {
    guide.illustrated().flat_map(|fiche| fiche.images.iter().map(move |image| (fiche, image)))
}

/// A picture named in a record or a text and absent from the guide's `images/`. Of a text, the words stay.
pub fn missing(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let absent = |severity, place, message: String, remedy: String| {
        Diagnostic::new("image-absente", severity, Subject::Written(place), message, remedy)
    };
    for guide in &guides.guides {
        let names: Vec<&str> = guide.images.iter().map(|image| image.entry.name()).collect();
        let own = all(guide).map(|(fiche, image)| {
            let place = fiche.place(&image.fichier.span);
            (Severity::Error, image.fichier.value.clone(), place)
        });
        let texts = guide.cited().into_iter().map(|one| (Severity::Warning, one.file, one.place));
        for (severity, wanted, place) in own.chain(texts) {
            if names.contains(&file(&wanted)) {
                continue;
            }
            let remedy = match nearest(&wanted, names.iter().copied()) {
                Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
                None => format!("Mettez le fichier dans « {}/images ».", guide.dossier),
            };
            let message =
                format!("L’image « {wanted} » n’est pas dans le dossier « images » du guide.");
            out.push(absent(severity, place, message, remedy));
        }
    }
    for page in &guides.pages {
        for one in page_pictures(page) {
            let message = format!(
                "L’image « {} » ne peut pas être montrée : cette page n’est dans aucun guide.",
                one.file
            );
            let remedy = "Mettez la page et l’image dans le dossier d’un guide, ou dites en mots ce que montre l’image.";
            out.push(absent(Severity::Warning, one.place, message, remedy.into()));
        }
    }
}

/// A picture of a text without words: nobody knows whether it decorates or was forgotten.
pub fn silent(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let silent = |guide: &Guide| {
        let cited = guide.cited().into_iter();
        let own = cited.filter(|one| guide.picture(&one.file).is_some());
        own.filter(|one| one.alt.trim().is_empty()).collect::<Vec<_>>()
    };
    for one in guides.guides.iter().flat_map(silent) {
        out.push(Diagnostic::error(
            "image-sans-texte",
            one.place,
            format!("L’image « {} » n’a pas de texte de remplacement.", one.file),
            "Écrivez entre les crochets ce que montre l’image : « ![Le bus devant la mairie](bus.jpg) ». Une image qui ne fait que décorer se met en tête de page, dans « images », avec « alt: \"\" ».",
        ));
    }
}

/// A file that nothing shows: it is not published, and somebody may wait for it.
pub fn unused(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        for image in guide.images.iter().filter(|image| !image.shown) {
            out.push(Diagnostic::new(
                "image-inutile",
                Severity::Warning,
                Subject::File(image.entry.shown.clone()),
                "Aucune fiche ni aucune page ne montre cette image : elle n’est pas publiée.",
                "Citez-la dans « images » d’une fiche, ou effacez le fichier.",
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
