//! The list of what jalon published in a folder: it makes the folder ours, and tells our files from those of others.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{self, ErrorKind};
use std::ops::Bound;
use std::path::Path;

use super::fault::fault;
use super::{disk, part};
use crate::address::Address;
use crate::diagnostic::Diagnostic;

/// The name of the list in the published folder.
pub const NAME: &str = ".jalon-fichiers";

/// The first line: what the file is, for whoever opens it, and the version of its form.
const HEADER: &str =
    "# Fichiers publiés par jalon, avec leur empreinte BLAKE3 et leur taille (forme 1)";

/// What is known of one published file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// BLAKE3 of the bytes.
    pub hash: blake3::Hash,
    /// Length in bytes.
    pub size: u64,
}

impl Entry {
    /// The entry of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: blake3::hash(bytes), size: bytes.len() as u64 }
    }
}

/// Published files by address, in order: the same files always give the same text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(pub BTreeMap<Address, Entry>);

impl Manifest {
    /// Reads the list of a folder; `None` where there is none. `shown` is the folder as the user wrote it.
    pub fn read(folder: &Path, shown: &str) -> Result<Option<Self>, Diagnostic> {
        let shown = format!("{shown}/{NAME}");
        Self::load(folder).map_err(|error| match error.kind() {
            ErrorKind::InvalidData => unreadable(shown),
            _ => fault(shown, &error),
        })
    }

    /// Reads the list of a folder, or the newer one that came with a folder in it; one that is damaged is `InvalidData`.
    pub fn load(folder: &Path) -> io::Result<Option<Self>> {
        let Some(text) = disk::text(&folder.join(NAME))? else {
            return Ok(None);
        };
        if let Some((_, newer)) = part::newer(folder, &text)? {
            return Ok(Some(newer));
        }
        Ok(Some(Self::parse(&text).ok_or(ErrorKind::InvalidData)?))
    }

    /// Reads the text of a list. Every address passes through `Address`: none can lead out of the folder.
    pub fn parse(text: &str) -> Option<Self> {
        let lines = text.strip_prefix(HEADER)?.strip_prefix('\n')?.lines();
        lines.map(entry).collect::<Option<_>>().map(Self)
    }

    /// The text of the list: hash, size and address, a line each.
    pub fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for (address, entry) in &self.0 {
            let _ = writeln!(text, "{} {} {address}", entry.hash, entry.size);
        }
        text
    }

    /// Whether a file at `path` would stand where a sheet or the folder of a sheet must go.
    ///
    /// A path that is not UTF-8 can only be in the way by a folder above it.
    pub fn needs_the_place_of(&self, path: &Path) -> bool {
        self.has_at_or_above(path) || self.has_under(path)
    }

    /// Whether a sheet stands at this path or where one of its folders is.
    pub fn has_at_or_above(&self, path: &Path) -> bool {
        path.ancestors().filter_map(slashed).any(|path| self.0.contains_key(path.as_str()))
    }

    /// Whether a sheet stands in this folder or below.
    pub fn has_under(&self, folder: &Path) -> bool {
        slashed(folder).is_some_and(|mut prefix| {
            prefix.push('/');
            let from = (Bound::Included(prefix.as_str()), Bound::Unbounded);
            let next = self.0.range::<str, _>(from).next();
            next.is_some_and(|(address, _)| address.as_str().starts_with(&prefix))
        })
    }
}

/// A relative path as an address writes it.
pub fn slashed(path: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = path.iter().map(|name| name.to_str()).collect();
    names.map(|names| names.join("/"))
}

/// What a line of a list names.
pub fn address(line: &str) -> Option<&str> {
    line.splitn(3, ' ').nth(2)
}

fn entry(line: &str) -> Option<(Address, Entry)> {
    let (hash, rest) = line.split_once(' ')?;
    let (size, address) = rest.split_once(' ')?;
    let entry = Entry { hash: blake3::Hash::from_hex(hash).ok()?, size: size.parse().ok()? };
    Some((Address::listed(address).ok()?, entry))
}

fn unreadable(shown: String) -> Diagnostic {
    Diagnostic::about_file(
        "liste-illisible",
        shown,
        "La liste des fichiers publiés est abîmée, ou vient d’une autre version de jalon.",
        "Publiez dans un dossier neuf, ou videz celui-ci puis relancez la commande.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(addresses: &[&str]) -> Manifest {
        let entry = |text: &&str| (Address::listed(text).unwrap(), Entry::of(text.as_bytes()));
        let entries = addresses.iter().map(entry);
        Manifest(entries.collect())
    }

    #[test]
    fn a_list_is_read_back_as_it_was_written() {
        let list =
            manifest(&["index.html", "acteurs/bus.html", "a-z.html", ".htaccess", "index.html.br"]);
        assert_eq!(Manifest::parse(&list.text()), Some(list));
        assert_eq!(Manifest::parse(&Manifest::default().text()), Some(Manifest::default()));
    }

    #[test]
    fn a_list_that_leads_out_or_is_cut_off_is_not_believed() {
        let hash = blake3::hash(b"");
        let good = manifest(&["index.html"]).text();
        for bad in [
            format!("{HEADER}\n{hash} 0 ../index.html\n"),
            format!("{HEADER}\n{hash} 0 /etc/passwd\n"),
            format!("{HEADER}\n{hash} -1 index.html\n"),
            format!("{HEADER}\n<<<<<<< HEAD\n"),
            good.replace("forme 1", "forme 2"),
            good[..good.len() - 20].to_owned(),
            String::new(),
        ] {
            assert_eq!(Manifest::parse(&bad), None, "{bad}");
        }
    }

    #[test]
    fn places_that_sheets_need_are_known() {
        let list = manifest(&["acteurs/bus.html", "acteurs-1.html", "plan"]);
        for path in ["acteurs", "acteurs/bus.html", "acteurs/bus.html/a", "plan", "plan/a/b"] {
            assert!(list.needs_the_place_of(Path::new(path)), "{path}");
        }
        for path in ["acteurs/pimms.html", "acteur", "acteurs-1", "CNAME", "plan.html"] {
            assert!(!list.needs_the_place_of(Path::new(path)), "{path}");
        }
    }
}
