//! What `jalon import` reads and writes: files, records, a mapping, reports.

use std::path::{Path, PathBuf};

use super::Request;
use crate::build::Phase;
use crate::command::arguments::OUTPUT;
use crate::command::watch::Watch;
use crate::command::{reports, sources};
use crate::diagnostic::Diagnostic;
use crate::intake::{self, Correspondance, Foreign, Imported, Output, Report};
use crate::{publish, source};

/// The files to import; what cannot be read is told, and the others are imported.
pub(super) fn read_all(paths: &[PathBuf]) -> (Vec<Foreign>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut said = Vec::new();
    for path in paths {
        let name = path.to_string_lossy().replace('\\', "/");
        match source::read_file(path, &name) {
            Ok(bytes) => files.push(Foreign { name, bytes }),
            Err(diagnostic) => said.push(diagnostic),
        }
    }
    (files, said)
}

/// A mapping that the staff keep, or all that is wrong with it.
pub(super) fn kept(path: &str) -> Result<Correspondance, Vec<Diagnostic>> {
    let name = path.replace('\\', "/");
    let bytes = source::read_file(Path::new(path), &name).map_err(|said| vec![said])?;
    let source = source::decode(&name, bytes).map_err(|said| vec![said])?;
    intake::correspondance(&source)
}

/// Writes what was understood of the columns of the file, where that was asked for; what stands there is never touched.
pub(super) fn keep(request: &Request, report: &Report) -> Result<Option<String>, Diagnostic> {
    let Some(path) = &request.ecrire else { return Ok(None) };
    let name = path.to_string_lossy().replace('\\', "/");
    let Some(guess) = report.files.first().and_then(|file| file.guess.as_ref()) else {
        return Err(Diagnostic::about_file(
            "correspondance-inutile",
            name,
            "Il n’y a rien à écrire : ce fichier est au schéma national, ou jalon n’en comprend pas les colonnes.",
            "Importez-le sans --ecrire-correspondance, ou lisez ce que le rapport dit de ses colonnes.",
        ));
    };
    publish::keep_out(path, Path::new(OUTPUT))?;
    publish::write_new(path, guess.yaml.as_bytes())?;
    Ok(Some(name))
}

/// The YAML of a content folder; what cannot be read is for `check` to tell.
pub(in crate::command) fn read_content(content: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = source::walk(content, "").files.into_iter();
    let yaml = entries
        .filter(|entry| entry.relative.ends_with(".yaml") || entry.relative.ends_with(".yml"));
    yaml.map(|entry| {
        let bytes = source::read_file(&entry.path, &entry.shown).unwrap_or_default();
        (entry.relative, bytes)
    })
    .collect()
}

/// Writes every record; what cannot be written is told, and the others are written.
///
/// Once it is to stop, no other record is begun: then how many were written.
pub(super) fn write_all(
    content: &Path,
    imported: &mut Imported,
    watch: &Watch,
    said: &mut Vec<Diagnostic>,
) -> Result<(), usize> {
    let before = said.len();
    for (done, output) in imported.outputs.iter().enumerate() {
        watch.tell(Phase::Ecriture, done, imported.outputs.len());
        if watch.is_to_stop() {
            return Err(done - (said.len() - before));
        }
        if let Err(diagnostic) = write(&content.join(&output.path), output) {
            imported.report.failures.push((output.path.clone(), diagnostic.message.clone()));
            said.push(diagnostic);
        }
    }
    // What a source says now is remembered only when all of it is in the records.
    if said.len() == before {
        said.extend(sources::write(content, &imported.sources));
    }
    Ok(())
}

/// Writes a new file, or changes one that is still as it was read.
fn write(path: &Path, output: &Output) -> Result<(), Diagnostic> {
    match &output.before {
        None => publish::write_new(path, &output.bytes),
        Some(before) => publish::edit(path, before, &output.bytes),
    }
}

/// Writes the report three times, for people with or without a browser and for programs; returns its name without extension.
pub(super) fn write_report(
    request: &Request,
    report: &Report,
) -> Result<Option<String>, Diagnostic> {
    let folder = reports(&request.content);
    let taken = source::walk(&folder, "").files;
    let name = |number: usize| format!("import-{}-{number}", request.today);
    let free = |number: &usize| {
        let name = name(*number);
        !taken.iter().any(|entry| entry.stem() == name)
    };
    let name = name((1..).find(free).unwrap_or(1));
    publish::write_new(
        &folder.join(format!("{name}.txt")),
        intake::report::whole(report).as_bytes(),
    )?;
    publish::write_new(&folder.join(format!("{name}.json")), report.json().as_bytes())?;
    publish::write_new(
        &folder.join(format!("{name}.html")),
        intake::report::page(report).as_bytes(),
    )?;
    Ok(Some(folder.join(name).to_string_lossy().replace('\\', "/")))
}
