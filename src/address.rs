//! A safe relative path in the output: the one place that makes sub-path, `file://` and USB work.

use std::fmt;

/// Longest name of one folder or file, in bytes: below the limits of every file system and zip tool.
pub const LONGEST_NAME: usize = 80;

/// Names that Windows keeps for devices, whatever the extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A relative path of lower-case ASCII names joined by `/`, ending in a file name.
///
/// It never starts with `/`, never holds `..`, and is the same on every file system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// Reads an address, or says in French why it is not one.
    pub fn new(path: impl Into<String>) -> Result<Self, String> {
        let path = path.into();
        match path.split('/').find_map(fault) {
            Some(fault) => Err(format!("« {path} » : {fault}")),
            None => Ok(Self(path)),
        }
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
}
