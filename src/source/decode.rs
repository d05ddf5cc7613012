//! Bytes as text: UTF-8, with exact words about everything else.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};

/// The text of a file, or what is wrong with its bytes.
///
/// A byte order mark is dropped and `\r\n` is left as it is: YAML reads both.
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<Arc<Source>, Diagnostic> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(path, error)),
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let source = Arc::new(Source { path: path.to_owned(), text });
    match source.text.find('\0') {
        Some(at) => Err(Diagnostic::error(
            "caractere-nul",
            source.at(at..at + 1),
            "Le fichier contient un caractère nul : ce n’est pas du texte, ou il a été abîmé.",
            "Ouvrez-le dans un éditeur de texte, effacez ce caractère, enregistrez en UTF-8.",
        )),
        None => Ok(source),
    }
}

/// Names the first wrong byte as a spreadsheet or an old editor would have meant it.
fn not_utf8(path: &str, error: std::string::FromUtf8Error) -> Diagnostic {
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    if let Some((meant, _)) = encoding_rs::Encoding::for_bom(&bytes) {
        return utf16(path, meant.decode(&bytes).0.into_owned());
    }
    let (meant, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
    let wrong = meant_letter(&bytes[at]);
    let source = Arc::new(Source { path: path.to_owned(), text: meant.into_owned() });
    // Every byte is one character in Windows-1252, so counting characters finds the offset.
    let offset = source.text.char_indices().nth(at).map_or(source.text.len(), |(offset, _)| offset);
    Diagnostic::error(
        "encodage",
        source.at(offset..offset + wrong.len_utf8()),
        format!(
            "Le fichier n’est pas en UTF-8 ; il semble en Windows-1252 (ici la lettre « {wrong} »)."
        ),
        "Réenregistrez-le en choisissant l’encodage « UTF-8 » dans votre éditeur.",
    )
}

/// The « Unicode » of old editors of Windows: every letter is wrong, so the first one is shown.
fn utf16(path: &str, text: String) -> Diagnostic {
    let end = text.chars().next().map_or(0, char::len_utf8);
    let source = Arc::new(Source { path: path.to_owned(), text });
    Diagnostic::error(
        "encodage",
        source.at(0..end),
        "Le fichier n’est pas en UTF-8 : il est en UTF-16, que le Bloc-notes appelle « Unicode ».",
        "Réenregistrez-le en choisissant l’encodage « UTF-8 » dans votre éditeur.",
    )
}

/// The letter a byte means in Windows-1252.
fn meant_letter(byte: &u8) -> char {
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(std::slice::from_ref(byte));
    text.chars().next().unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Subject;

    #[test]
    fn a_byte_order_mark_is_dropped() {
        let source = decode("a.yaml", b"\xef\xbb\xbfnom: A".to_vec()).unwrap();
        assert_eq!(source.text, "nom: A");
    }

    #[test]
    fn utf_16_is_named_and_its_text_can_be_read() {
        for bytes in [&b"\xff\xfen\0o\0m\0"[..], b"\xfe\xff\0n\0o\0m"] {
            let error = decode("a.yaml", bytes.to_vec()).unwrap_err();
            assert!(error.message.contains("UTF-16"), "{}", error.message);
            let Subject::Written(place) = error.subject else { panic!() };
            assert_eq!(place.source.text, "nom");
        }
    }

    #[test]
    fn windows_1252_is_named_with_its_letter_and_place() {
        let error = decode("a.yaml", b"nom: A\nville: \xc9vry\n".to_vec()).unwrap_err();
        assert!(error.message.contains("« É »"), "{}", error.message);
        let Subject::Written(place) = error.subject else { panic!() };
        assert_eq!((place.position().line, place.position().column), (2, 8));
    }

    #[test]
    fn nul_is_refused() {
        assert_eq!(decode("a.yaml", b"nom: \0".to_vec()).unwrap_err().code, "caractere-nul");
    }
}
