//! What would tell that somebody touched a published file: looked at instead of its bytes.

use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::disk;
use super::manifest::Entry;

/// A published file as it was left. Its name may change (a folder takes the place of another), its date then does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// BLAKE3 of the bytes that were published.
    empreinte: String,
    /// Its length in bytes.
    taille: u64,
    /// When its bytes were last changed, in nanoseconds since 1970.
    date: u64,
}

impl Trace {
    /// BLAKE3 of the bytes that were published; nothing where it was written by somebody else.
    pub fn hash(&self) -> Option<blake3::Hash> {
        blake3::Hash::from_hex(&self.empreinte).ok()
    }

    /// The file that stands at a path, where it has the length it was published with; its bytes are not read.
    pub(super) fn of(entry: &Entry, path: &Path) -> Option<Self> {
        let found = disk::look(path).ok()??;
        let whole = found.is_file() && found.len() == entry.size;
        let since = found.modified().ok().filter(|_| whole)?.duration_since(UNIX_EPOCH).ok()?;
        let date = u64::try_from(since.as_nanos()).ok()?;
        Some(Self { empreinte: entry.hash.to_hex().to_string(), taille: entry.size, date })
    }
}
