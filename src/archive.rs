//! A zip whose bytes depend on its files alone: one date for all, no attribute of a machine.

use std::io::Cursor;

use zip::result::ZipResult;
use zip::write::{PreparedZipFile, SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::calendar::Date;

/// A zip on its way.
#[derive(Debug)]
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    day: DateTime,
}

/// A file packed, on its way into a zip: several may be packed side by side.
#[derive(Debug)]
pub struct Packed(PreparedZipFile);

impl Default for Archive {
    /// A zip whose files bear the first date that a zip can say.
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), day: DateTime::default() }
    }
}

impl Archive {
    /// A zip whose files all bear a day.
    pub fn of(day: Date) -> Self {
        let parts = (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()));
        let day = match parts {
            (Ok(year), Ok(month), Ok(day)) => {
                DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default()
            }
            _ => DateTime::default(),
        };
        Self { day, ..Self::default() }
    }

    /// Packs a file, or leaves as it is what is packed already.
    pub fn packed(&self, name: &str, bytes: &[u8], as_it_is: bool) -> ZipResult<Packed> {
        let method = if as_it_is { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(self.day)
            .unix_permissions(0o644);
        PreparedZipFile::from_data(name, options, bytes).map(Packed)
    }

    /// Adds a file packed by [`Archive::packed`].
    pub fn add(&mut self, file: Packed) -> ZipResult<()> {
        self.zip.add_prepared_file(file.0)
    }

    /// The bytes of the zip.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}

/// Puts files in a zip, in this order; the first of them as it is, which is how a document says what it is.
pub fn pack(mut out: Archive, files: &[(&str, &[u8])]) -> ZipResult<Vec<u8>> {
    for (rank, (name, bytes)) in files.iter().enumerate() {
        let file = out.packed(name, bytes, rank == 0)?;
        out.add(file)?;
    }
    out.finish()
}
