//! A file packed with gzip, as many sources give theirs.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::{TableFault, fault};

/// How a packed file begins.
const GZIP: &[u8] = b"\x1f\x8b";
/// Largest file unpacked, in bytes: four times what is read of a plain file.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The bytes of a file, unpacked when they are packed.
pub(in crate::intake) fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, TableFault> {
    if !bytes.starts_with(GZIP) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut whole = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(LARGEST + 1).read_to_end(&mut whole);
    let remedy =
        "Demandez le fichier de nouveau, ou décompressez-le et importez ce qu’il contient.";
    match read {
        Err(_) => Err(fault(None, "Cette archive gzip est abîmée ou incomplète.", remedy)),
        Ok(_) if whole.len() as u64 > LARGEST => {
            let size = LARGEST / 1024 / 1024;
            Err(fault(
                None,
                format!("Une fois décompressé, ce fichier pèse plus de {size} Mo."),
                remedy,
            ))
        }
        Ok(_) => Ok(Cow::Owned(whole)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn what_is_packed_is_read_and_what_is_broken_is_told() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(b"nom,commune\nA,B\n").unwrap();
        let packed = packer.finish().unwrap();
        assert_eq!(&*unpacked(&packed).unwrap(), b"nom,commune\nA,B\n");
        assert_eq!(&*unpacked(b"nom").unwrap(), b"nom");
        let broken = unpacked(&packed[..packed.len() - 6]).unwrap_err();
        assert_eq!(broken.message, "Cette archive gzip est abîmée ou incomplète.");
    }

    #[test]
    fn a_small_file_that_unpacks_without_end_is_left() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let zeros = vec![0; 1024 * 1024];
        (0..65).for_each(|_| packer.write_all(&zeros).unwrap());
        let said = unpacked(&packer.finish().unwrap()).unwrap_err();
        assert_eq!(said.message, "Une fois décompressé, ce fichier pèse plus de 64 Mo.");
    }
}
