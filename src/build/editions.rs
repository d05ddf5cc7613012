//! The frozen editions that stand beside the records, read back.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::edition::papier::{Editions, Figee};
use crate::guide::Guides;
use crate::source::{read_file, walk};

/// The folder of what jalon keeps beside the records, and the one of editions in it.
pub const KEPT: &str = ".jalon";
/// The folder of editions in it.
pub const EDITIONS: &str = "editions";

/// The folder of what jalon keeps, beside the content folder.
pub fn kept(content: &Path) -> PathBuf {
    content.parent().map_or_else(PathBuf::new, Path::to_owned).join(KEPT)
}

/// Every edition of every guide; what cannot be read is said.
pub fn read(content: &Path, guides: &Guides, said: &mut Vec<Diagnostic>) -> Editions {
    let mut editions = Editions::default();
    for guide in &guides.guides {
        let folder = kept(content).join(EDITIONS).join(&guide.dossier);
        if !folder.is_dir() {
            continue;
        }
        let found = walk(&folder, &folder.to_string_lossy().replace('\\', "/"));
        said.extend(found.diagnostics);
        let is_one = |file: &&crate::source::Entry| {
            file.folder().is_empty() && file.name().to_ascii_lowercase().ends_with(".json")
        };
        for file in found.files.iter().filter(is_one) {
            let bytes = read_file(&file.path, &file.shown);
            let one = bytes.and_then(|bytes| {
                let one = Figee::read(&bytes).filter(|one| file.stem() == one.numero.to_string());
                one.ok_or_else(|| unreadable(&file.shown))
            });
            match one {
                Ok(one) => editions.add(&guide.dossier, one),
                Err(fault) => said.push(fault),
            }
        }
    }
    editions
}

fn unreadable(shown: &str) -> Diagnostic {
    Diagnostic::about_file(
        "edition-illisible",
        shown,
        "Cette édition figée ne se lit pas : son fichier a été changé, coupé ou renommé.",
        "Remettez le fichier que jalon avait écrit, depuis une sauvegarde. Si vous ne l’avez plus, retirez-le : rien ne \
         pourra plus être comparé à cette édition.",
    )
}
