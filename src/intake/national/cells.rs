//! The cells of one row, each read as its column says.

use crate::calendar::{Form as Written, Horaires};
use crate::intake::columns::Holds;
use crate::intake::draft::{Draft, Form};
use crate::intake::finding::{Finding, Notes};
use crate::intake::header::Header;
use crate::intake::table::Row;
use crate::territory::Commune;
use crate::text::undefended;

use super::{Refusal, UNKNOWN_COLUMN, codes, day, list, phone, place, point, web, words};

/// A row, with the columns it is read by.
pub(super) struct Cells<'a> {
    pub header: &'a Header,
    pub row: &'a Row,
    /// What was said of them.
    pub found: Vec<Finding>,
}

/// What stands in the three columns that say which commune.
pub(super) struct Placed {
    commune: String,
    code_postal: Option<String>,
    code_insee: Option<String>,
}

impl Placed {
    pub fn value(&self, key: &str) -> Option<String> {
        match key {
            "commune" => Some(self.commune.clone()),
            "code_postal" => self.code_postal.clone(),
            _ => self.code_insee.clone(),
        }
    }
}

impl Cells<'_> {
    /// The cell of a column; what only says that there is nothing is told and counts as empty.
    fn cell(&mut self, key: &str) -> String {
        let Some(index) = self.header.column(key) else { return String::new() };
        let written = self.row.cells[index].trim();
        let cell = undefended(written).map_or(written, str::trim);
        if cell != written {
            let reason =
                "L’apostrophe empêchait un tableur de lire une formule : elle est enlevée.";
            self.notes(key).corrected("apostrophe-de-tableur", written, cell, reason);
        }
        if cell.is_empty() || !words::says_nothing(cell) {
            return cell.to_owned();
        }
        let reason = "Cette cellule dit seulement qu’il n’y a rien : elle est laissée vide.";
        self.notes(key).corrected("vide", cell, "", reason);
        String::new()
    }

    fn notes(&mut self, key: &str) -> Notes<'_> {
        Notes::about(self.header.name(key), &mut self.found)
    }

    pub fn nom(&mut self) -> Result<String, Refusal> {
        let mut quiet = Vec::new();
        let cell = self.cell("nom");
        self.found.clear();
        words::line(&cell, &mut Notes::about("nom", &mut quiet)).ok_or_else(|| Refusal {
            code: "sans-nom",
            reason: "Cette ligne n’a pas de nom.".into(),
            remedy: "Ajoutez le nom du lieu dans le fichier, puis importez de nouveau.".into(),
        })
    }

    pub fn place(
        &mut self,
        departement: Option<&str>,
    ) -> Result<(&'static Commune, Placed), Refusal> {
        let [commune, code_postal, code_insee] =
            ["commune", "code_postal", "code_insee"].map(|key| self.cell(key));
        let written = place::Written {
            commune: &commune,
            code_postal: &code_postal,
            code_insee: &code_insee,
            departement,
        };
        let start = self.found.len();
        let placed = place::place(written, &mut self.found).map_err(|nowhere| Refusal {
            code: "commune-introuvable",
            reason: nowhere.reason,
            remedy: nowhere.remedy,
        })?;
        self.name_columns(start);
        let code = placed.commune.code;
        let values = Placed {
            commune: placed.commune.nom.to_owned(),
            code_postal: placed.code_postal,
            code_insee: placed.with_code.then(|| code.to_owned()),
        };
        Ok((placed.commune, values))
    }

    pub fn point(&mut self, commune: &Commune, draft: &mut Draft) {
        let [latitude, longitude] = ["latitude", "longitude"].map(|key| self.cell(key));
        let start = self.found.len();
        let point = point::point(&latitude, &longitude, commune, &mut self.found);
        self.name_columns(start);
        for (key, value) in ["latitude", "longitude"].into_iter().zip(point.into_iter().flatten()) {
            draft.put(key, Form::Bare, Some(value));
        }
    }

    /// Columns read together are told by their own names; the report says those of the file.
    fn name_columns(&mut self, start: usize) {
        for finding in &mut self.found[start..] {
            finding.column = self.header.name(&finding.column).to_owned();
        }
    }

    /// Reads a column that needs no other.
    pub fn one(&mut self, key: &'static str, holds: Holds, draft: &mut Draft) {
        let cell = self.cell(key);
        if cell.is_empty() {
            return;
        }
        let mut notes = self.notes(key);
        let cell = cell.as_str();
        let (form, values) = match holds {
            Holds::Id => (Form::Text, vec![id(cell, &mut notes)]),
            Holds::Pivot => (Form::Text, Vec::from_iter(codes::pivot(cell, &mut notes))),
            Holds::Words => (Form::Text, Vec::from_iter(words::line(cell, &mut notes))),
            Holds::Text => (Form::Text, Vec::from_iter(words::text(cell, &mut notes))),
            Holds::Terms(list) => (Form::List, list::terms(cell, list, &mut notes)),
            Holds::Several => (Form::List, list::several(cell, &mut notes)),
            Holds::Phone => (Form::Text, Vec::from_iter(phone::phone(cell, &mut notes))),
            Holds::Emails => (Form::List, web::emails(cell, &mut notes)),
            Holds::Sites => (Form::List, web::sites(cell, &mut notes)),
            Holds::Site => (Form::Text, Vec::from_iter(web::only_site(cell, &mut notes))),
            Holds::Hours => (Form::Text, vec![hours(cell, &mut notes)]),
            Holds::Day => match day::day(cell, &mut notes) {
                Ok(day) => (Form::Bare, vec![day]),
                // As text it is safe to write, and the reader refuses it in its own words.
                Err(written) => (Form::Text, vec![written]),
            },
            Holds::Commune | Holds::Point => return,
        };
        draft.put(key, form, values);
    }

    /// Cells of columns that the schema does not have: nothing of them is in the record.
    pub fn unknown_columns(&mut self) {
        for (index, name) in self.header.unknown() {
            let cell = self.row.cells[*index].trim();
            if !cell.is_empty() {
                Notes::about(name, &mut self.found).refused(
                    UNKNOWN_COLUMN,
                    cell,
                    "Le schéma national n’a pas cette colonne.",
                    "Si la valeur est utile, copiez-la dans la fiche sous la clé qui convient.",
                );
            }
        }
    }
}

/// An identifier without the blanks that a page's address or a reference could not hold.
fn id(cell: &str, notes: &mut Notes<'_>) -> String {
    let id: Vec<&str> = cell
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect();
    let id = id.join("-");
    if id != cell {
        notes.corrected(
            "identifiant-ecriture",
            cell,
            &id,
            "Un identifiant ne contient ni espace ni saut de ligne.",
        );
    }
    id
}

/// Hours on one line; whether they can be read is the reader's to say.
fn hours(cell: &str, notes: &mut Notes<'_>) -> String {
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if line != cell {
        notes.corrected(
            "espaces",
            cell,
            &line,
            "Des espaces ou des sauts de ligne en trop sont enlevés.",
        );
    }
    let Some(words) = hours_in_a_remark(&line) else { return line };
    let reason = "Ces horaires étaient en toutes lettres, comme une remarque : ils sont lus comme des horaires.";
    notes.corrected("horaires-en-mots", cell, words, reason);
    words.to_owned()
}

/// Hours that OpenStreetMap cannot say, between the quotation marks of its remarks: so open data writes them.
fn hours_in_a_remark(cell: &str) -> Option<&str> {
    let words = cell.strip_prefix('"')?.strip_suffix('"')?;
    let hours = Horaires::parse(words).ok()?;
    (hours.form == Written::French && hours.osm().is_none()).then_some(words)
}
