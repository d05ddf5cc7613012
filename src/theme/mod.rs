//! Templates, style and words in force: the base theme inside the binary, a guide's own files over it.

mod base;
pub mod colour;
pub mod css;
mod labels;
mod load;
mod mistake;
mod names;
pub mod policy;
mod shared;
mod style;
#[cfg(test)]
mod tests;
mod trim;

use std::path::Path;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::{Guide, Guides};
use crate::source;
use crate::text::nearest;

use colour::Colour;
use load::{Overlay, PRINT};

pub use labels::Labels;
pub use load::{DEFAULT_ACCENT, Theme};
pub use shared::tel;
pub use style::{Style, policy_hash};

/// The themes of a build.
#[derive(Debug)]
pub struct Themes {
    /// The home above the guides: the base theme, in the colours of the first guide.
    pub site: Theme,
    /// One for each guide, in the order of the guides.
    pub guides: Vec<Theme>,
}

/// Reads `themes/<folder of a guide>/` over the base theme; a guide without folder has the base theme.
pub fn read(folder: &Path, guides: &Guides) -> (Themes, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut overlays = Vec::new();
    for guide in &guides.guides {
        let path = folder.join(&guide.dossier);
        let shown = format!("{}/{}", folder.to_string_lossy().replace('\\', "/"), guide.dossier);
        let found = if path.is_dir() { files(&path, &shown, &mut out) } else { Overlay::new() };
        overlays.push(found);
    }
    let themes = Themes::load(guides, &overlays, &mut out);
    (themes, out)
}

/// The files of one overlay; a name that no theme has is a doubt.
fn files(path: &Path, shown: &str, out: &mut Vec<Diagnostic>) -> Overlay {
    let folder = source::walk(path, shown);
    out.extend(folder.diagnostics);
    let mut overlay = Overlay::new();
    for entry in folder.files {
        // A copy of the base theme has its fonts too: the program has them already.
        if CARRIED.contains(&entry.relative.as_str()) {
            continue;
        }
        if !has_a_place(&entry.relative) {
            out.push(unknown(&entry.shown, &entry.relative));
            continue;
        }
        let read = source::read_file(&entry.path, &entry.shown)
            .and_then(|bytes| source::decode(&entry.shown, bytes));
        match read {
            Ok(source) => drop(overlay.insert(entry.relative, source)),
            Err(diagnostic) => out.push(diagnostic),
        }
    }
    overlay
}

/// Files of the base theme that a guide cannot change.
const CARRIED: [&str; 3] = [
    "print/fonts/AtkinsonHyperlegibleNext-Bold.ttf",
    "print/fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    "print/fonts/OFL.txt",
];

/// Whether a theme can have a file of this name: those of the base, more templates, more pictograms, more sheets of paper.
fn has_a_place(name: &str) -> bool {
    name.starts_with("html/") && name.ends_with(".html")
        || name.starts_with("icones/") && name.ends_with(".svg")
        || name.starts_with(PRINT) && name.ends_with(".typ")
        || base::FILES.iter().any(|(known, _)| *known == name)
}

fn unknown(shown: &str, name: &str) -> Diagnostic {
    let remedy = match nearest(name, base::FILES.iter().map(|(known, _)| *known)) {
        Some(meant) => format!("Vouliez-vous dire « {meant} » ?"),
        None => {
            "Un thème a « style.css », « labels/fr.yaml », « html/….html », « icones/….svg » et « print/….typ »."
                .into()
        }
    };
    Diagnostic::new(
        "fichier-de-theme-inconnu",
        Severity::Warning,
        Subject::File(shown.to_owned()),
        "Ce fichier du thème ne sert à rien : aucun modèle n’a ce nom.",
        remedy,
    )
}

impl Themes {
    /// The theme of the site and that of each guide; `overlays` follow the order of the guides.
    pub(crate) fn load(guides: &Guides, overlays: &[Overlay], out: &mut Vec<Diagnostic>) -> Self {
        let none = Overlay::new();
        let first = guides.guides.first();
        let accent_of_site = first.map_or(DEFAULT_ACCENT, accent);
        let site = Theme::load(&none, accent_of_site, shared::site(guides), out);
        let of_guide = |(index, guide): (usize, &Guide)| {
            let (mut said, overlay) = (Vec::new(), overlays.get(index).unwrap_or(&none));
            let theme =
                Theme::load(overlay, accent(guide), shared::guide(guides, guide), &mut said);
            (theme, said)
        };
        let loaded: Vec<_> = guides.guides.par_iter().enumerate().map(of_guide).collect();
        let (themes, said): (Vec<_>, Vec<_>) = loaded.into_iter().unzip();
        out.extend(said.into_iter().flatten());
        Self { site, guides: themes }
    }
}

fn accent(guide: &Guide) -> Colour {
    let written = guide.reglages.couleurs.accent.as_ref();
    written.and_then(|accent| Colour::parse(&accent.value)).unwrap_or(DEFAULT_ACCENT)
}
