//! A safe relative path in the output: the one place that makes sub-path, `file://` and USB work.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Longest name of one folder or file, in bytes: below the limits of every file system and zip tool.
pub const LONGEST_NAME: usize = 80;

/// Hidden files that hosts read: the only names with a dot in front that jalon publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// The rules of Apache for a folder.
    Htaccess,
    /// Tells GitHub Pages to publish every file as it is.
    Nojekyll,
}

impl Hidden {
    /// All of them.
    const ALL: [Self; 2] = [Self::Htaccess, Self::Nojekyll];

    /// Its name.
    fn name(self) -> &'static str {
        match self {
            Self::Htaccess => ".htaccess",
            Self::Nojekyll => ".nojekyll",
        }
    }
}

/// What the name of a compressed file has after that of the file it stands for: brotli, gzip.
pub const PACKED: [&str; 2] = [".br", ".gz"];

/// Names that Windows keeps for devices, whatever the extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A relative path of lower-case ASCII names joined by `/`, ending in a file name.
///
/// It never starts with `/`, never holds `..`, and is the same on every file system. The plan, the list of what is
/// published and every reading of a sheet share one text: a country has 180,000 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(Arc<str>);

impl Address {
    /// Reads an address, or says in French why it is not one.
    pub fn new(path: impl Into<String>) -> Result<Self, String> {
        let path = path.into();
        match path.split('/').find_map(fault) {
            Some(fault) => Err(format!("« {path} » : {fault}")),
            None => Ok(Self(path.into())),
        }
    }

    /// A hidden file of a host, in a folder of the output or in the output itself.
    pub fn hidden(folder: Option<&str>, file: Hidden) -> Result<Self, String> {
        match folder {
            None => Ok(Self(file.name().into())),
            Some(folder) => {
                Self::new(folder).map(|folder| Self(format!("{folder}/{}", file.name()).into()))
            }
        }
    }

    /// The address of a compressed form of this file, by its end (one of `PACKED`).
    pub fn packed(&self, end: &str) -> Self {
        Self(format!("{self}{end}").into())
    }

    /// The file that this one is a compressed form of; nothing when it is none.
    pub fn unpacked(&self) -> Option<Self> {
        let plain = PACKED.iter().find_map(|end| self.0.strip_suffix(end))?;
        Self::new(plain).ok()
    }

    /// Reads an address in a list of published files: those of records, hidden files of hosts, compressed forms.
    pub fn listed(path: &str) -> Result<Self, String> {
        let parts = path.rsplit_once('/');
        let (folder, name) = parts.map_or((None, path), |(folder, name)| (Some(folder), name));
        if let Some(file) = Hidden::ALL.into_iter().find(|file| file.name() == name) {
            return Self::hidden(folder, file);
        }
        let longer = |fault| {
            // A compressed form has a longer name than records may give.
            let packed = PACKED.iter().find_map(|end| Some((path.strip_suffix(end)?, end)));
            let (plain, end) = packed.ok_or(fault)?;
            Self::new(plain).map(|plain| plain.packed(end))
        };
        Self::new(path).or_else(longer)
    }

    /// The path as text, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The relative link from this sheet to another: it names the file in full.
    pub fn to(&self, other: &Self) -> String {
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = other.0.split('/').collect();
        let folders = here.len() - 1;
        let shared = (0..folders.min(there.len() - 1))
            .take_while(|&depth| here[depth] == there[depth])
            .count();
        let mut link = "../".repeat(folders - shared);
        link.push_str(&there[shared..].join("/"));
        link
    }
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Address {
    type Error = String;

    /// Reads what was written down of a published file.
    fn try_from(path: String) -> Result<Self, String> {
        Self::listed(&path)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.as_str().to_owned()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What is wrong with one name of a path.
fn fault(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or_default();
    let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    if name.is_empty() {
        Some("un nom est vide".into())
    } else if name.len() > LONGEST_NAME {
        Some(format!("un nom dépasse {LONGEST_NAME} octets"))
    } else if name.starts_with('.') || name.ends_with('.') {
        Some("un nom commence ou finit par un point".into())
    } else if let Some(c) = name.chars().find(|&c| !safe(c)) {
        Some(format!("le caractère « {c} » n’est pas permis"))
    } else if RESERVED.contains(&stem) {
        Some(format!("« {stem} » est réservé par Windows"))
    } else {
        None
    }
}

/// Whether a stem would be taken for a device by Windows.
pub fn is_reserved(stem: &str) -> bool {
    RESERVED.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(path: &str) -> Address {
        Address::new(path).unwrap()
    }

    #[test]
    fn links_name_the_file_in_full() {
        let page = address("86-vienne/acteurs/bus.html");
        assert_eq!(page.to(&address("86-vienne/acteurs/pimms.html")), "pimms.html");
        assert_eq!(page.to(&address("86-vienne/index.html")), "../index.html");
        assert_eq!(page.to(&address("index.html")), "../../index.html");
        assert_eq!(address("index.html").to(&page), "86-vienne/acteurs/bus.html");
        assert_eq!(
            address("acteurs/index.html").to(&address("acteurs/acteurs.html")),
            "acteurs.html"
        );
    }

    #[test]
    fn what_could_leave_the_folder_or_break_a_host_is_refused() {
        for path in ["", "/a", "a//b", "../a", "a/..", "a\\b", "É", "A", "con.html", "a b", ".a"] {
            assert!(Address::new(path).is_err(), "{path:?}");
        }
        assert!(Address::new("x".repeat(81)).is_err());
    }

    #[test]
    fn a_list_may_name_hidden_files_of_hosts_and_compressed_forms() {
        let longest = format!("{}.html", "x".repeat(75));
        for path in
            ["a.html", ".htaccess", "86-vienne/.htaccess", ".nojekyll", "a.html.br", "a.ics.gz"]
        {
            assert_eq!(Address::listed(path).unwrap().as_str(), path);
        }
        assert!(Address::listed(&format!("{longest}.br")).is_ok());
        for path in [
            "",
            ".a",
            ".git",
            "../.htaccess",
            "/.htaccess",
            ".htaccess/a",
            ".htaccess.br",
            ".br",
            "a/.br",
        ] {
            assert!(Address::listed(path).is_err(), "{path:?}");
        }
        assert!(
            Address::new(".htaccess").is_err()
                && Address::hidden(Some(".."), Hidden::Htaccess).is_err()
        );
        assert_eq!(address("a.html").packed(".br").unpacked(), Some(address("a.html")));
        assert_eq!(address("a.html").unpacked(), None);
    }
}
