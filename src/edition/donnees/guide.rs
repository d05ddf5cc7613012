//! The whole guide as one JSON file, documented by its schema and by the manual.

use std::fmt::Write as _;

use super::champs::Champs;
use super::scribe::Scribe;
use super::tout::Tout;

/// Version of the form of the file. An addition raises the second number; taking a field away, naming
/// it otherwise or giving it another meaning raises the first.
const VERSION: &str = "1.1";

/// What the file is like: JSON Schema, draft 2020-12.
const SCHEMA: &str = include_str!("guide.schema.json");

/// The schema without the indentation of its source: half its weight.
pub(super) fn schema() -> Vec<u8> {
    let lines: Vec<&str> = SCHEMA.lines().map(str::trim_start).collect();
    (lines.join("\n") + "\n").into_bytes()
}

/// The file: what it is, then lists; a line a field, a line a thing.
pub(super) fn file(scribe: &Scribe<'_>, tout: &Tout<'_>) -> Vec<u8> {
    let mut out = String::from("{");
    about(scribe).lines(&mut out);
    let events = tout.evenements.iter().map(|(_, event)| event);
    let passages = tout.passages.iter().map(|(_, passage)| passage);
    list("acteurs", tout.acteurs.iter(), &mut out);
    list("evenements", events, &mut out);
    list("passages", passages, &mut out);
    list("communes", tout.communes.iter(), &mut out);
    list("intercommunalites", tout.intercommunalites.iter(), &mut out);
    list("territoires", tout.territoires.iter(), &mut out);
    list("dispositifs", tout.dispositifs.iter(), &mut out);
    out.push_str("\n}\n");
    out.into_bytes()
}

/// What the file is, of whom, of which day, under which licence.
fn about<'a>(scribe: &Scribe<'a>) -> Champs<'a> {
    let here = scribe.here();
    let reglages = &here.reglages.reglages;
    let mut fields = Champs::default();
    fields.text("$schema", "guide.schema.json");
    fields.text("version", VERSION);
    fields.text("titre", &*reglages.titre);
    fields.text("editeur", &*reglages.editeur);
    fields.text("licence", scribe.labels().word("donnees.licence"));
    fields.said("genere_le", Some(scribe.guides().today));
    let end = scribe.guides().fin_de_l_agenda(here);
    fields.said("valable_jusqu_au", Some(end));
    fields.flag("demonstration", here.reglages.demonstration.then_some(true));
    let home = crate::plan::About::Fixed(
        crate::plan::Scope::Guide(scribe.guide),
        crate::plan::Fixed::Accueil,
    );
    fields.some("page", scribe.page(home));
    let mut departement = Champs::default();
    departement.text("code", here.departement.code);
    departement.text("nom", here.departement.nom);
    fields.object("departement", departement);
    fields
}

fn list<'t>(key: &str, things: impl Iterator<Item = &'t Champs<'t>>, out: &mut String) {
    let _ = write!(out, ",\n\"{key}\":[");
    for (rank, thing) in things.enumerate() {
        out.push_str(if rank == 0 { "\n" } else { ",\n" });
        thing.json(out);
    }
    out.push(']');
}
