//! Files compressed beforehand, beside those they stand for: hosts that know them send them as they are.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::{Order, editions};
use crate::address::{Address, PACKED};
use crate::diagnostic::Diagnostic;
use crate::edition::hebergeur::is_text;
use crate::publish::{self, Destination, Staging, Trace};
use crate::text::pack;

/// How small files are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precompression {
    /// Brotli 5, gzip 9: for every build.
    Normale,
    /// Brotli 11, gzip 9: the smallest, for what stays a while.
    Finale,
}

/// The folder, among what jalon keeps, of what took long to compress.
const CACHE: &str = "precompresse";

/// Compresses files on their way to the output.
pub(super) struct Packer {
    force: Precompression,
    /// What the last final build compressed; it is published as an output is, so what serves no more goes.
    cache: Option<(PathBuf, Staging)>,
    /// Several files may hold the same bytes.
    kept: Mutex<HashSet<blake3::Hash>>,
    /// How many files were compressed.
    count: Mutex<usize>,
}

impl Packer {
    /// Gets ready; nothing where files are not to be compressed.
    pub(super) fn begin(order: &Order) -> Result<Option<Self>, Diagnostic> {
        let Some(force) = order.precompression else { return Ok(None) };
        let cache = match force {
            Precompression::Normale => None,
            Precompression::Finale => Some(open(order, CACHE)?),
        };
        Ok(Some(Self { force, cache, kept: Mutex::default(), count: Mutex::default() }))
    }

    /// Puts the compressed forms of a file beside it, those that are smaller than it.
    pub(super) fn put(
        &self,
        staging: &Staging,
        address: &Address,
        bytes: &[u8],
    ) -> Result<(), Diagnostic> {
        if !is_text(address.as_str()) {
            return Ok(());
        }
        let forms = [self.brotli(bytes)?, pack::gzip(bytes)];
        for (end, packed) in
            PACKED.iter().zip(&forms).filter(|(_, packed)| packed.len() < bytes.len())
        {
            staging.put(&address.packed(end), packed)?;
            *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        }
        Ok(())
    }

    /// Takes note of a file that stays, itself a compressed form or not; what of it took long to compress stays as well.
    pub(super) fn keep(&self, address: &Address, trace: &Trace) {
        if address.unpacked().is_some() {
            *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        }
        let hash = trace.hash().filter(|_| is_text(address.as_str()));
        if let (Some((_, staging)), Some(hash)) = (&self.cache, hash)
            && let Ok(known) = cached(hash)
            && self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(hash)
        {
            staging.keep(&known);
        }
    }

    /// Keeps what was compressed for the next final build; how many files were made.
    pub(super) fn finish(self) -> Result<usize, Diagnostic> {
        if let Some((_, staging)) = self.cache {
            staging.publish()?;
        }
        Ok(self.count.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn brotli(&self, bytes: &[u8]) -> Result<Vec<u8>, Diagnostic> {
        let Some((folder, staging)) = &self.cache else {
            return Ok(pack::brotli(bytes, self.force.quality()));
        };
        let hash = blake3::hash(bytes);
        let Ok(address) = cached(hash) else {
            return Ok(pack::brotli(bytes, self.force.quality()));
        };
        let known = publish::at(folder, &address).filter(|known| pack::is_brotli_of(known, bytes));
        let packed = known.unwrap_or_else(|| pack::brotli(bytes, self.force.quality()));
        if self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(hash) {
            staging.put(&address, &packed)?;
        }
        Ok(packed)
    }
}

impl Precompression {
    fn quality(self) -> i32 {
        match self {
            Self::Normale => 5,
            Self::Finale => 11,
        }
    }
}

/// The name of what took long to compress, by the hash of what it was.
fn cached(plain: blake3::Hash) -> Result<Address, String> {
    Address::new(format!("{plain}.br"))
}

/// A folder of files that only make the next build faster; it is published as an output is.
pub(super) fn open(order: &Order, name: &str) -> Result<(PathBuf, Staging), Diagnostic> {
    let kept = editions::kept(&order.content);
    publish::folder(&kept)?;
    let folder = kept.join(name);
    let staging = Staging::begin(&Destination {
        output: &folder,
        sources: &[&order.content, &order.output],
        grounds: &[],
        in_place: false,
    })?;
    Ok((folder, staging))
}
