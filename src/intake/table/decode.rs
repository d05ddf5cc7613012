//! The letters of a file: UTF-8, UTF-16, or Windows-1252 when it is neither.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::lines::Lines;
use super::{TableFault, fault};

/// A text, and how its bytes were read.
pub(in crate::intake) struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// Name of the encoding.
    pub encoding: &'static str,
    /// Whether nothing but the failure of UTF-8 spoke for it.
    pub guessed: bool,
}

/// What to do with a file that a spreadsheet opens.
const EXPORT: &str = "Ouvrez-le dans un tableur et enregistrez-le au format xlsx, sans mot de passe, puis importez-le.";
/// What to do with an archive.
const UNPACK: &str = "Décompressez-le, puis importez le fichier qu’il contient.";

/// What the first bytes of files that are no text say: the name of the thing, and what to do.
const NO_TEXT: [(&[u8], &str, &str); 3] = [
    (b"\xd0\xcf\x11\xe0", "un ancien classeur Excel (xls), ou protégé par un mot de passe", EXPORT),
    (b"%PDF", "un PDF", "Demandez le tableau d’où il vient, au format CSV."),
    (b"\x1f\x8b", "une archive gzip", UNPACK),
];

pub(in crate::intake) fn decode(bytes: &[u8]) -> Result<Decoded, TableFault> {
    if let Some((_, thing, remedy)) = NO_TEXT.iter().find(|(start, ..)| bytes.starts_with(start)) {
        return Err(fault(
            None,
            format!("Ce fichier est {thing}, pas un tableau de texte."),
            *remedy,
        ));
    }
    let decoded = read(bytes);
    match decoded.text.find('\0') {
        None => Ok(decoded),
        Some(at) => Err(fault(
            Some(Lines::of(&decoded.text).at(at)),
            "Le fichier contient un caractère nul : ce n’est pas du texte, ou il a été abîmé.",
            "Ouvrez-le dans un tableur et enregistrez-le de nouveau au format « CSV UTF-8 ».",
        )),
    }
}

fn read(bytes: &[u8]) -> Decoded {
    let marked =
        Encoding::for_bom(bytes).filter(|(found, _)| *found == UTF_16LE || *found == UTF_16BE);
    if let Some((encoding, _)) = marked {
        let (text, _, _) = encoding.decode(bytes);
        return Decoded { text: text.into_owned(), encoding: "UTF-16", guessed: false };
    }
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(unmarked) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: "UTF-8", guessed: false },
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(unmarked);
            Decoded { text: text.into_owned(), encoding: "Windows-1252", guessed: true }
        }
    }
}
