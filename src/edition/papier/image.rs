//! A picture on paper: four greys in dots, for a printer of an office and a copy of its copy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::edition::html::here::Here;
use crate::picture::on_paper;
use crate::record::Fiche;
use crate::text::typography;

use super::contrat::Bloc;

/// Dots to the inch: finer ones run together on a copy.
const DOTS: f32 = 150.0;

/// The first picture of a record that says something; what only decorates is not printed.
pub(super) fn first(here: Here<'_>, fiche: &Fiche) -> Option<Bloc> {
    let image = fiche.images.iter().find(|image| !image.alt.trim().is_empty())?;
    let (_, made) = here.guide().picture(&image.fichier.value)?;
    let png = STANDARD.encode(on_paper(made)?);
    let (width, height) = (made.width, made.height);
    Some(Bloc::Image {
        svg: format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <image width=\"{width}\" height=\"{height}\" href=\"data:image/png;base64,{png}\"/></svg>"
        ),
        largeur: (width as f32 * 254.0 / DOTS).round() / 10.0,
        alt: typography(&image.alt),
        legende: here.legende(image),
    })
}
