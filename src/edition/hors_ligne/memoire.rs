//! The guide kept in a browser's memory, where somebody asks for it: the script that answers without network, and the one
//! of the page where the reader chooses.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::plan::{Cible, Sheet};
use crate::text::slug;
use crate::theme::policy_hash;

/// The script of the page, and what the content policy lets it do.
#[derive(Debug, Serialize)]
pub(in crate::edition) struct Memoire {
    /// The text between `<script>` and `</script>`.
    pub script: String,
    /// What the policy names: this script, and files of this very folder to be kept.
    pub permis: String,
}

/// The script of the page of a guide.
pub(in crate::edition) fn of_page(here: Here<'_>) -> Memoire {
    let script = named(here, include_str!("memoire-page.js"));
    let permis = format!("'{}'; connect-src 'self'; worker-src 'self'", policy_hash(&script));
    Memoire { script, permis }
}

/// The script that answers: it stands in the folder of the files, and answers for nothing above.
pub(super) fn worker(here: Here<'_>, _: Cible, _: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    Ok(named(here, include_str!("memoire.js")).into_bytes())
}

/// A script with the name of the memory of its guide, without comments.
fn named(here: Here<'_>, source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    code.replace("MEMOIRE", &format!("jalon-{}", slug(&here.guide().dossier)))
}
