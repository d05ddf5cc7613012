//! Where a guide is published: which folder, whether jalon may, and how it can change.

use std::path::{Path, PathBuf};

use super::disk;
use super::fault::fault;
use crate::diagnostic::Diagnostic;

/// The folder to publish in, and the user's folders that it must not cover.
#[derive(Clone, Copy, Debug)]
pub struct Destination<'a> {
    /// The output folder as the user wrote it.
    pub output: &'a Path,
    /// What the guide is made of (content, theme): the output is neither in them nor around them.
    pub sources: &'a [&'a Path],
    /// Home, the folder the command runs in: the output is neither one of them nor around them.
    pub grounds: &'a [&'a Path],
    /// Whether files must be replaced one by one though the folder could be swapped: a web server in a
    /// container or in the folder itself goes on looking at the folder that was swapped away.
    pub in_place: bool,
}

/// An output folder that jalon may write.
#[derive(Debug)]
pub struct Target {
    /// Its path, absolute and without links.
    pub root: PathBuf,
    /// Its path as the user wrote it.
    pub shown: String,
    /// Why it cannot be swapped, if so.
    pub in_place: Option<&'static str>,
}

impl Target {
    /// Finds the folder, and refuses one that would cover what the user holds dear.
    pub fn resolve(wanted: &Destination) -> Result<Self, Diagnostic> {
        // Without the last slash, a link to a folder is seen as a link.
        let output: PathBuf = wanted.output.components().collect();
        let shown = output.display().to_string();
        let found = disk::look(&output).map_err(|error| fault(&*shown, &error))?;
        let root = match found {
            Some(_) => existing(&output, &shown)?,
            None => new(&output, &shown)?,
        };
        refuse_covering(&root, &shown, wanted)?;
        let linked = found.is_some_and(|found| found.is_symlink());
        let in_place = hindrance(&root, linked, wanted.in_place);
        Ok(Self { root, shown, in_place })
    }

    /// `<output>.jalon-<what>`, beside the folder.
    pub fn beside(&self, what: &str) -> PathBuf {
        let mut path = self.root.clone().into_os_string();
        path.push(format!(".jalon-{what}"));
        path.into()
    }

    /// `.jalon-<what>`, in the folder.
    pub fn inside(&self, what: &str) -> PathBuf {
        self.root.join(format!(".jalon-{what}"))
    }

    /// Where jalon works: beside a folder that will be swapped, in one that stays.
    pub fn workplace(&self, what: &str) -> PathBuf {
        match self.in_place {
            None => self.beside(what),
            Some(_) => self.inside(what),
        }
    }

    /// A file of the folder as the user is told of it.
    pub fn show(&self, relative: impl AsRef<Path>) -> String {
        Path::new(&self.shown)
            .join(relative)
            .components()
            .collect::<PathBuf>()
            .display()
            .to_string()
    }
}

/// The true path of what stands at `output`, which must be a folder.
fn existing(output: &Path, shown: &str) -> Result<PathBuf, Diagnostic> {
    let root = std::fs::canonicalize(output).ok();
    root.filter(|root| root.is_dir()).ok_or_else(|| {
        Diagnostic::about_file(
            "sortie-pas-un-dossier",
            shown,
            "Le guide doit être publié dans un dossier, et ceci n’en est pas un.",
            "Donnez le nom d’un autre dossier, ou déplacez ce qui porte ce nom.",
        )
    })
}

/// The true path of a folder that does not exist yet; the one above it must.
fn new(output: &Path, shown: &str) -> Result<PathBuf, Diagnostic> {
    let above = match output.parent() {
        Some(above) if above.as_os_str().is_empty() => Path::new("."),
        Some(above) => above,
        None => return Err(forbidden(shown)),
    };
    let above = std::fs::canonicalize(above).ok().filter(|above| above.is_dir());
    match (above, output.file_name()) {
        (Some(above), Some(name)) => Ok(above.join(name)),
        _ => Err(Diagnostic::about_file(
            "dossier-parent-absent",
            shown,
            "Le dossier où placer ce dossier de sortie n’existe pas.",
            "Vérifiez le chemin, ou créez d’abord le dossier qui le contient.",
        )),
    }
}

fn refuse_covering(root: &Path, shown: &str, wanted: &Destination) -> Result<(), Diagnostic> {
    let true_paths = |paths: &[&Path]| -> Vec<PathBuf> {
        paths
            .iter()
            .filter_map(|path| {
                let lexical = |_| std::path::absolute(path);
                std::fs::canonicalize(path).or_else(lexical).ok()
            })
            .collect()
    };
    let (sources, grounds) = (true_paths(wanted.sources), true_paths(wanted.grounds));
    let within = sources.iter().any(|source| root.starts_with(source));
    let around = sources.iter().chain(&grounds).any(|dear| dear.starts_with(root));
    if within || around || root.parent().is_none() {
        return Err(forbidden(shown));
    }
    Ok(())
}

fn forbidden(shown: &str) -> Diagnostic {
    Diagnostic::about_file(
        "sortie-interdite",
        shown,
        "Publier ici mêlerait le guide aux fichiers dont il est fait, ou à vos autres dossiers.",
        "Choisissez un dossier à part, par exemple « site » à côté du dossier « content ».",
    )
}

/// Why an output folder cannot be swapped for another, as far as it can be known beforehand.
fn hindrance(root: &Path, linked: bool, asked: bool) -> Option<&'static str> {
    let Ok(Some(found)) = disk::look(root) else {
        return None;
    };
    if asked {
        Some("vous l’avez demandé")
    } else if linked {
        Some("le dossier de sortie est un lien vers un autre dossier")
    } else if disk::is_mount(root) {
        Some("le dossier de sortie est un disque ou un dossier monté")
    } else if disk::is_of_another(&found) {
        Some("le dossier de sortie appartient à un autre utilisateur")
    } else {
        None
    }
}
