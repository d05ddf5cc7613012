//! Where an export goes: a file, a folder, or standard output.

use std::io::IsTerminal;
use std::path::Path;

use super::asked::Demande;
use crate::command::arguments::OUTPUT;
use crate::command::said::{bytes_out, counted};
use crate::diagnostic::Diagnostic;
use crate::publish;

/// What was made.
pub(super) enum Produit {
    /// One file.
    Fichier { bytes: Vec<u8>, nombre: usize, mot: &'static str },
    /// Several files, by name.
    Dossier { fichiers: Vec<(String, Vec<u8>)>, nombre: usize },
}

/// Writes what was made, and says so; on standard output nothing else is said.
pub(super) fn write(demande: &Demande, made: &Produit) -> Result<String, Diagnostic> {
    match (made, &demande.output) {
        (Produit::Fichier { bytes, nombre, mot }, Some(path)) => {
            put(demande, path, bytes)?;
            Ok(format!("{} : {}.\n", shown(path), counted(*nombre, mot)))
        }
        (Produit::Fichier { bytes, .. }, None) => {
            if demande.forme.est_binaire() && std::io::stdout().is_terminal() {
                return Err(Diagnostic::about_file(
                    "export-a-l-ecran",
                    demande.forme.nom(),
                    "Un classeur ne se lit pas dans un terminal.",
                    format!("Donnez un fichier : --output guide.{}", demande.forme.nom()),
                ));
            }
            bytes_out(bytes);
            Ok(String::new())
        }
        (Produit::Dossier { fichiers, nombre }, output) => {
            let folder = output.as_deref().unwrap_or_else(|| Path::new("."));
            // All or none: what cannot be written is found before anything is.
            for (name, _) in fichiers {
                may(demande, &folder.join(name))?;
            }
            for (name, bytes) in fichiers {
                put(demande, &folder.join(name), bytes)?;
            }
            Ok(format!(
                "{} : {}, {}.\n",
                shown(folder),
                counted(fichiers.len(), "fichier"),
                counted(*nombre, "ligne")
            ))
        }
    }
}

fn put(demande: &Demande, path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    may(demande, path)?;
    if demande.replace { publish::replace(path, bytes) } else { publish::write_new(path, bytes) }
}

/// Whether a file may be written: nowhere in what is published, and over nothing that is to stay.
fn may(demande: &Demande, path: &Path) -> Result<(), Diagnostic> {
    publish::keep_out(path, Path::new(OUTPUT))?;
    publish::writable(path, demande.replace)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
