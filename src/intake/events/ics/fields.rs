//! The properties of a calendar's event under the keys of a record.

use std::collections::BTreeSet;

use super::cells::{cells, column, id, is_aside};
use super::component::{Component, Property};
use super::location;
use super::series::Series;
use crate::intake::draft::{Draft, Form};
use crate::intake::events::happening::{Cell, Happening, Spot, refusal};
use crate::intake::events::people;
use crate::intake::national::words;
use crate::vocabulary::EVENEMENT_ETAT;

/// Who collected an event of a calendar file.
const SOURCE: &str = "Calendrier iCalendar";
/// An event of a calendar as far as its own properties tell it.
pub(super) fn happening(series: Series) -> Happening {
    let event = series.event.clone();
    let nom = words::line(
        event.value("SUMMARY"),
        &mut crate::intake::finding::Notes::about("SUMMARY", &mut Vec::new()),
    );
    let mut one = Happening {
        draft: Draft::new(event.line, people::without(nom.as_deref().unwrap_or_default()), None),
        columns: Vec::new(),
        spot: Spot::default(),
        organisers: Vec::new(),
        online: false,
        cells: cells(&series),
        aside: BTreeSet::new(),
        refusal: refused(&event, nom.is_none()),
        timing: Box::new(series),
    };
    one.aside = one
        .cells
        .iter()
        .map(|cell| cell.column.clone())
        .filter(|column| is_aside(column))
        .collect();
    one.put("id", Form::Text, "UID", id(&event));
    one.put("source", Form::Text, "", SOURCE);
    if let Some(day) = event.value("LAST-MODIFIED").get(..8) {
        let date = day.parse::<jiff::civil::Date>().ok().map(|date| date.to_string());
        one.draft.put("date_maj", Form::Bare, date);
    }
    let mut seen = Vec::new();
    for property in &event.properties {
        let column = column(&mut seen, &property.name);
        one.property(property, &column);
    }
    if one.draft.value("etat").is_none() {
        one.state(event.value("STATUS"));
    }
    for line in &event.broken {
        one.notes("ligne").refused(
            "ligne-illisible",
            line,
            "Cette ligne n’est pas de celles d’un calendrier.",
            "Si elle compte, recopiez-la dans la fiche.",
        );
    }
    one
}

impl Happening {
    /// Puts a property where a record has it.
    fn property(&mut self, property: &Property, column: &str) {
        let value = property.value.trim();
        if value.is_empty() || is_aside(column) && !property.name.starts_with("X-GOOGLE-CONF") {
            return;
        }
        match property.name.as_str() {
            "SUMMARY" => self.line("nom", column, value),
            "DESCRIPTION" => self.text(column, value, false),
            "URL" => self.site("site_web", column, value),
            "CONFERENCE" | "X-GOOGLE-CONFERENCE" => self.online(column, value),
            "LOCATION" if value.starts_with("http") => self.online(column, value),
            "LOCATION" => {
                let Spot { latitude, longitude, .. } = std::mem::take(&mut self.spot);
                self.spot = Spot { latitude, longitude, ..location::spot(column, value) };
            }
            "GEO" => {
                let (latitude, longitude) = value.split_once(';').unwrap_or((value, ""));
                let cell = |value: &str| Cell {
                    column: column.to_owned(),
                    value: value.trim().to_owned(),
                };
                (self.spot.latitude, self.spot.longitude) = (cell(latitude), cell(longitude));
            }
            "CATEGORIES" => {
                let cell = |value| Cell { column: column.to_owned(), value };
                self.keywords(&property.list().into_iter().map(cell).collect::<Vec<_>>());
            }
            "ORGANIZER" => self.organiser(property, column),
            _ => self.keyless(column, value),
        }
    }

    /// A link to follow from home.
    fn online(&mut self, column: &str, value: &str) {
        self.online = true;
        self.site("en_ligne.lien", column, value);
    }

    /// Who organises: the name is looked for among actors, the address kept when it is a role's.
    fn organiser(&mut self, property: &Property, column: &str) {
        let address = property.value.trim();
        let address = address
            .get(..7)
            .filter(|start| start.eq_ignore_ascii_case("mailto:"))
            .map_or(address, |_| &address[7..]);
        if address.contains('@') {
            self.email(column, address);
        } else if !address.is_empty() {
            self.keyless(column, address);
        }
        if let Some(name) = property.parameter("CN").filter(|name| !name.contains('@')) {
            self.organisers.push(Cell { column: format!("{column};CN"), value: name.to_owned() });
        }
    }

    /// The state of the event: confirmed is what every event is.
    fn state(&mut self, status: &str) {
        match status.trim().to_ascii_uppercase().as_str() {
            "CANCELLED" => {
                let etat = EVENEMENT_ETAT.read("annulé").term().map_or("annulé", |term| term.code);
                self.put("etat", Form::Text, "STATUS", etat);
            }
            "TENTATIVE" => self.notes("STATUS").doubtful(
                "a-confirmer",
                "TENTATIVE",
                None,
                "L’agenda d’origine dit que cet événement n’est pas encore sûr.",
                "Demandez à qui l’organise avant de publier.",
            ),
            _ => {}
        }
    }
}

/// Why an event makes no record whatever else it says.
fn refused(event: &Component, nameless: bool) -> Option<crate::intake::national::Refusal> {
    if event.cut {
        return Some(refusal(
            "fichier-coupe",
            "Le fichier s’arrête au milieu de cet événement.",
            "Téléchargez de nouveau le fichier.",
        ));
    }
    let class = event.value("CLASS").to_ascii_uppercase();
    if matches!(class.as_str(), "PRIVATE" | "CONFIDENTIAL") {
        return Some(refusal(
            "non-publie",
            "L’agenda d’origine dit que cet événement est privé.",
            "S’il doit être public, changez-le dans l’agenda d’origine.",
        ));
    }
    nameless.then(|| {
        refusal(
            "sans-nom",
            "Cet événement n’a pas de nom.",
            "Donnez-lui un titre dans l’agenda d’origine, puis exportez de nouveau.",
        )
    })
}
