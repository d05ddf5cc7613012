//! A scene for each test: a temporary folder with an output in it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use jalon::address::Address;
use jalon::diagnostic::Diagnostic;
use jalon::publish::{Destination, Outcome, Staging};

/// Pages by address.
pub type Pages<'a> = &'a [(&'a str, &'a str)];

/// A folder with room for an output; the test that made it removes it.
pub struct Scene {
    pub folder: Folder,
    pub output: PathBuf,
}

/// Ours to remove, or that of the test that started this process.
pub enum Folder {
    Own(tempfile::TempDir),
    Told(PathBuf),
}

impl Folder {
    pub fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Told(path) => path,
        }
    }
}

impl Scene {
    pub fn new() -> Self {
        Self::of(Folder::Own(tempfile::tempdir().unwrap()))
    }

    /// The scene of the test that started this process.
    pub fn told() -> Option<Self> {
        let folder = crate::child::told("JALON_SCENE")?;
        Some(Self::of(Folder::Told(folder.into())))
    }

    fn of(folder: Folder) -> Self {
        let output = folder.path().join("site");
        Self { folder, output }
    }

    pub fn with(pages: Pages) -> Self {
        let scene = Self::new();
        scene.publish(pages).unwrap();
        scene
    }

    pub fn begin(&self) -> Result<Staging, Diagnostic> {
        Staging::begin(&destination(&self.output, false))
    }

    pub fn publish(&self, pages: Pages) -> Result<Outcome, Diagnostic> {
        publish(&destination(&self.output, false), pages)
    }

    pub fn publish_in_place(&self, pages: Pages) -> Result<Outcome, Diagnostic> {
        publish(&destination(&self.output, true), pages)
    }

    /// Puts a file in the output that jalon did not make.
    pub fn add(&self, path: impl AsRef<Path>, text: &str) {
        let path = self.output.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// All published files but the list, as text by path.
    pub fn pages(&self) -> BTreeMap<PathBuf, String> {
        let mut pages = tree(&self.output);
        pages.remove(Path::new(".jalon-fichiers"));
        pages
    }

    /// Date and inode: what a page keeps when its bytes do not change.
    pub fn identity(&self, address: &str) -> (i64, i64, u64) {
        let found = fs::symlink_metadata(self.output.join(address)).unwrap();
        (found.mtime(), found.mtime_nsec(), found.ino())
    }

    /// Names in the scene and at the top of the output that only a running or killed build leaves.
    pub fn traces(&self) -> Vec<String> {
        let beside = names(self.folder.path());
        let inside = names(&self.output);
        let traces = beside.into_iter().chain(inside);
        traces.filter(|name| name.contains(".jalon-") && name != ".jalon-fichiers").collect()
    }
}

pub fn destination(output: &Path, in_place: bool) -> Destination<'_> {
    Destination { output, sources: &[], grounds: &[], in_place }
}

pub fn publish(wanted: &Destination, pages: Pages) -> Result<Outcome, Diagnostic> {
    let staging = Staging::begin(wanted)?;
    for (address, text) in pages {
        staging.put(&Address::new(*address).unwrap(), text.as_bytes())?;
    }
    staging.publish()
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Every file below a folder; a link is shown by what it leads to.
pub fn tree(root: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut left = vec![PathBuf::new()];
    while let Some(folder) = left.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else {
            continue;
        };
        for entry in entries.map(Result::unwrap) {
            let path = folder.join(entry.file_name());
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                left.push(path);
            } else if kind.is_symlink() {
                let target = fs::read_link(entry.path()).unwrap();
                files.insert(path, format!("lien vers {}", target.display()));
            } else {
                files.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    files
}

/// Pages as `tree` shows them.
pub fn expected(pages: Pages) -> BTreeMap<PathBuf, String> {
    pages.iter().map(|(address, text)| (address.into(), text.to_string())).collect()
}
