//! What the system refuses, said in French.

use std::io::{self, ErrorKind};

use crate::diagnostic::Diagnostic;

/// The diagnostic for a file or folder, as shown to the user, that the system refuses to write or to read.
pub fn fault(shown: impl Into<String>, error: &io::Error) -> Diagnostic {
    let (code, message, remedy) = match error.kind() {
        _ if is_held(error.kind(), error.raw_os_error(), cfg!(windows)) => (
            "fichier-ouvert-ailleurs",
            "Ce fichier est ouvert dans un autre logiciel.".into(),
            "Fermez-le dans cet autre logiciel (tableur, éditeur, lecteur de PDF), puis relancez la commande.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "disque-plein",
            "Il n’y a plus de place sur le disque pour écrire ce fichier.".into(),
            "Libérez de la place, puis relancez la commande.",
        ),
        ErrorKind::FileTooLarge => (
            "fichier-trop-grand",
            "Le système refuse d’écrire un fichier aussi grand.".into(),
            "Choisissez un autre disque, ou demandez à qui gère cet ordinateur de relever la limite.",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            "disque-en-lecture-seule",
            "Ce disque est en lecture seule.".into(),
            "Choisissez un dossier sur un disque où vous pouvez écrire.",
        ),
        ErrorKind::PermissionDenied => (
            "acces-refuse",
            "Vous n’avez pas le droit d’écrire ou de lire ici.".into(),
            "Vérifiez à qui appartient ce fichier ou ce dossier et quels sont ses droits, puis relancez la commande.",
        ),
        _ => (
            "ecriture-impossible",
            format!("Le système refuse d’écrire ou de lire ici{}.", number(error)),
            "Vérifiez que ce fichier ou ce dossier existe et que le disque est en bon état, puis relancez la commande.",
        ),
    };
    Diagnostic::about_file(code, shown, message, remedy)
}

/// Whether a file is held by another program: Windows says so by two numbers (sharing, lock) that have no name here.
fn is_held(kind: ErrorKind, number: Option<i32>, windows: bool) -> bool {
    matches!(kind, ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy)
        || windows && matches!(number, Some(32 | 33))
}

/// The system's own number, for whoever looks the error up.
fn number(error: &io::Error) -> String {
    error.raw_os_error().map(|number| format!(" (erreur {number} du système)")).unwrap_or_default()
}

/// The same diagnostic, with the good news that the published folder is as it was.
pub fn untouched(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.remedy.push_str(" Le dossier publié n’a pas changé.");
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_another_program_holds_is_named_so() {
        assert!(is_held(ErrorKind::Other, Some(32), true));
        assert!(!is_held(ErrorKind::Other, Some(32), false), "elsewhere 32 is a broken pipe");
        let busy = fault("a.xlsx", &ErrorKind::ResourceBusy.into());
        assert_eq!(
            (busy.code, &*busy.message),
            ("fichier-ouvert-ailleurs", "Ce fichier est ouvert dans un autre logiciel.")
        );
    }
}
