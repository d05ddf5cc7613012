//! What has changed in a published folder since it was last sent to a host: files to send, files to delete.

use std::path::Path;

use super::disk;
use super::fault::fault;
use super::manifest::{Manifest, NAME};
use super::single::replace;
use crate::address::Address;
use crate::diagnostic::Diagnostic;

/// Files to send and to delete, each list in the order that hurts readers least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// New files, then changed ones; homes, which lead everywhere, last.
    pub send: Vec<Address>,
    /// Files that are published no longer.
    pub delete: Vec<Address>,
    /// Bytes to send.
    pub bytes: u64,
    /// Files that the host has already.
    pub same: usize,
    /// Whether nothing was ever noted as sent.
    pub first: bool,
}

/// Compares a published folder with the list kept when it was last sent.
pub fn sending(output: &Path, kept: &Path) -> Result<Sending, Diagnostic> {
    let now = list(output)?;
    let before =
        match disk::text(kept).map_err(|error| fault(kept.display().to_string(), &error))? {
            None => None,
            Some(text) => Some(Manifest::parse(&text).ok_or_else(|| unreadable(kept))?),
        };
    let mut sending = Sending { first: before.is_none(), ..Sending::default() };
    let before = before.unwrap_or_default();
    let mut send = Vec::new();
    for (address, entry) in &now.0 {
        let known = before.0.get(address);
        if known == Some(entry) {
            sending.same += 1;
            continue;
        }
        sending.bytes += entry.size;
        send.push((is_home(address), known.is_some(), address.clone()));
    }
    send.sort();
    sending.send = send.into_iter().map(|(_, _, address)| address).collect();
    let gone = before.0.keys().filter(|address| !now.0.contains_key(*address));
    sending.delete = gone.cloned().collect();
    Ok(sending)
}

/// Every published address, in order.
pub fn addresses(output: &Path) -> Result<Vec<Address>, Diagnostic> {
    Ok(list(output)?.0.into_keys().collect())
}

/// Notes that a published folder has been sent as it is.
pub fn sent(output: &Path, kept: &Path) -> Result<usize, Diagnostic> {
    let now = list(output)?;
    replace(kept, now.text().as_bytes())?;
    Ok(now.0.len())
}

/// The home of the site, of a guide: what visitors see first must lead to pages that are there already.
fn is_home(address: &Address) -> bool {
    address.as_str().rsplit('/').next() == Some("index.html")
}

fn list(output: &Path) -> Result<Manifest, Diagnostic> {
    let shown = output.display().to_string();
    Manifest::read(output, &shown)?.ok_or_else(|| {
        Diagnostic::about_file(
            "rien-de-publie",
            format!("{shown}/{NAME}"),
            "Rien n’est publié dans ce dossier : il n’y a rien à envoyer.",
            "Lancez « jalon build », ou donnez avec --output le dossier où vous publiez.",
        )
    })
}

fn unreadable(kept: &Path) -> Diagnostic {
    Diagnostic::about_file(
        "liste-d-envoi-illisible",
        kept.display().to_string(),
        "La liste de ce qui a été envoyé est abîmée, ou vient d’une autre version de jalon.",
        "Effacez ce fichier : tous les fichiers seront à envoyer de nouveau.",
    )
}
