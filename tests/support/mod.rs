//! What several tests need: a content folder in a temporary place, the program, trees as values.
#![allow(dead_code, clippy::disallowed_methods, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day every test guide is built for.
pub const TODAY: &str = "2026-11-23";

/// A folder with a `content/` that goes away with the value.
pub struct Desk {
    /// The folder.
    pub folder: tempfile::TempDir,
}

impl Desk {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with one guide and the files given, by path below `content/`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self::empty();
        desk.write(
            "content/86-vienne/guide.yaml",
            "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\n",
        );
        for (path, text) in files {
            desk.write(&format!("content/{path}"), text);
        }
        desk
    }

    /// A copy of a folder of the repository, at the same path.
    pub fn copy_of(folder: &str) -> Self {
        let desk = Self::empty();
        copy(&repository().join(folder), &desk.path().join(folder));
        desk
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with its folders.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Runs the program here.
    pub fn jalon(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The program, ready to run here.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command.current_dir(self.path()).args(arguments).env("NO_COLOR", "1");
        command
    }

    /// Builds for [`TODAY`].
    pub fn build(&self) -> Output {
        self.jalon(&["build", "--sans-imprimes", "--today", TODAY])
    }

    /// Messages of a check for [`TODAY`], as people read them.
    pub fn messages(&self) -> String {
        String::from_utf8(self.jalon(&["check", "--today", TODAY]).stderr).unwrap()
    }
}

/// The repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with its bytes, by path with `/`; dot files left out.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for path in paths(folder) {
        let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        if !name.split('/').any(|part| part.starts_with('.')) {
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
    files
}

/// Paths of every file below a folder.
pub fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(paths(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Copies every file below a folder to another.
pub fn copy(from: &Path, to: &Path) {
    for path in paths(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(&path, target).unwrap();
    }
}

/// Files to take along are read alone: they have no frame of the site, and tests of their own (`hors_ligne`, `emporter`).
pub fn is_carried(path: &str) -> bool {
    path.contains("hors-ligne/") && !path.ends_with("hors-ligne/index.html")
}
