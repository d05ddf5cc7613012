//! What jalon published in a folder, read back: nothing is locked, swept or written.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::disk;
use super::fault::fault;
use super::manifest::Manifest;
use crate::address::Address;
use crate::diagnostic::Diagnostic;

/// The file that stands at an address of `output`; nothing when there is none or it cannot be read.
pub fn at(output: &Path, address: &Address) -> Option<Vec<u8>> {
    disk::bytes(&output.join(address.as_str())).ok().flatten()
}

/// The files that jalon published in `output`, with the bytes that stand there now.
///
/// What others put there is left out, and so is a file that somebody removed; a folder that does not exist
/// holds nothing.
pub fn published(output: &Path) -> Result<BTreeMap<Address, Vec<u8>>, Diagnostic> {
    let list = Manifest::read(output, &output.display().to_string())?.unwrap_or_default();
    let read = |address: &Address| {
        let path = output.join(address.as_str());
        let bytes = disk::bytes(&path).map_err(|error| fault(path.display().to_string(), &error));
        bytes.map(|bytes| Some((address.clone(), bytes?))).transpose()
    };
    list.0.par_iter().filter_map(|(address, _)| read(address)).collect()
}

/// Those of `addresses` where somebody else's file stands in `output`.
pub fn of_others<'a>(
    output: &Path,
    addresses: impl Iterator<Item = &'a Address>,
) -> HashSet<&'a Address> {
    let list = Manifest::load(output).ok().flatten().unwrap_or_default();
    let stands = |address: &Address| {
        disk::look(&output.join(address.as_str())).is_ok_and(|found| found.is_some())
    };
    addresses.filter(|address| !list.0.contains_key(*address) && stands(address)).collect()
}
