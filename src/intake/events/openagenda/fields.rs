//! The fields of an event of OpenAgenda under the keys of a record.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;

use super::timings::Timings;
use super::{said, values};
use crate::intake::draft::{Draft, Form};
use crate::intake::events::happening::{Cell, Happening, Spot, refusal};
use crate::intake::events::people;
use crate::intake::national::Refusal;

/// Who collected an event of OpenAgenda.
const SOURCE: &str = "OpenAgenda";
/// Fields that only machines use, or that repeat others.
const ASIDE: [&str; 33] = [
    "uid",
    "slug",
    "extIds",
    "country",
    "featured",
    "private",
    "draft",
    "dateRange",
    "firstTiming",
    "lastTiming",
    "nextTiming",
    "timings",
    "timezone",
    "createdAt",
    "updatedAt",
    "addMethod",
    "ownerUid",
    "creatorUid",
    "state",
    "status",
    "attendanceMode",
    "accessibility",
    "age",
    "motive",
    "valid",
    "location",
    "locationUid",
    "member",
    "originAgenda",
    "sourceAgendas",
    "agendaUid",
    "relevance",
    "lang",
];
/// An event as far as its own fields tell it.
pub(super) fn happening(line: usize, event: &Value) -> Happening {
    let title = values::text(event, "title");
    let nom = title.as_ref().map_or("", |(cell, _)| cell.value.as_str()).to_owned();
    let words = nom.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut one = Happening {
        draft: Draft::new(line, people::without(&words), None),
        columns: Vec::new(),
        spot: spot(event),
        organisers: Vec::new(),
        online: matches!(values::number(event, "attendanceMode"), Some(2 | 3)),
        timing: Box::new(Timings::of(event)),
        cells: values::cells(event),
        aside: BTreeSet::new(),
        refusal: refused(event, nom.is_empty()),
    };
    let aside = one.cells.iter().filter(|cell| is_aside(cell, event));
    one.aside = aside.map(|cell| cell.column.clone()).collect();
    if let Some(uid) = values::number(event, "uid") {
        one.put("id", Form::Text, "uid", format!("openagenda-{uid}"));
    }
    one.put("source", Form::Text, "", SOURCE);
    if let Some((title, language)) = title {
        one.line("nom", &title.column, &title.value);
        if language != "fr" {
            one.put("langue", Form::Text, &title.column, language);
        }
    }
    one.texts(event);
    one.terms(event);
    one.contacts(event);
    one
}

impl Happening {
    fn texts(&mut self, event: &Value) {
        if let Some((cell, _)) = values::text(event, "description") {
            self.text(&cell.column, &cell.value, true);
        }
        if let Some((cell, _)) = values::text(event, "longDescription") {
            // The longer text often is the shorter one again.
            let summary = self.draft.value("presentation_resume");
            if summary == Some(cell.value.as_str()) {
                self.columns.push(("presentation_resume", cell.column));
            } else {
                self.text(&cell.column, &cell.value, false);
            }
        }
        let access = |code: &str| {
            let value = event.get("accessibility").and_then(|codes| codes.get(code));
            value.and_then(Value::as_bool).unwrap_or(false)
        };
        if let Some(sentence) = said::accessibility(access) {
            self.put("accessibilite", Form::Text, "accessibility", sentence);
        }
        let age = |key| event.get("age").and_then(|age| values::number(age, key));
        if let Some(words) = said::ages(age("min"), age("max")) {
            self.put("reserve_a.texte", Form::Text, "age", words);
        }
    }

    fn terms(&mut self, event: &Value) {
        if let Some((cell, _)) = values::text(event, "conditions") {
            if let Some(price) = said::price(&cell.value) {
                self.put("frais_a_charge", Form::List, &cell.column, price);
            }
            if let Some(registering) = said::registering(&cell.value) {
                self.put("sans_rendez_vous", Form::Bare, &cell.column, registering);
            }
            // The word alone says no more than the term.
            if !cell.value.trim_end_matches('.').eq_ignore_ascii_case("gratuit") {
                self.line("tarif", &cell.column, &cell.value);
            }
        }
        let status = match values::number(event, "status") {
            Some(3) => Some("déplacé"),
            Some(4) => Some("reporté"),
            Some(5) => Some("complet"),
            Some(6) => Some("annulé"),
            _ => None,
        };
        if let Some(etat) = status {
            self.put("etat", Form::Text, "status", etat);
        }
        self.keywords(&values::texts(event, "keywords"));
        let updated = event.get("updatedAt").and_then(Value::as_str).and_then(|at| at.get(..10));
        let day = updated.and_then(|day| day.parse::<Date>().ok());
        self.draft.put("date_maj", Form::Bare, day.map(|day| day.to_string()));
    }
}

fn spot(event: &Value) -> Spot {
    let cell = |key| values::of_place(event, key);
    Spot {
        nom: cell("name"),
        adresse: cell("address"),
        commune: cell("city"),
        code_postal: cell("postalCode"),
        code_insee: cell("insee"),
        latitude: cell("latitude"),
        longitude: cell("longitude"),
        besides: [cell("phone"), cell("website"), cell("email")]
            .into_iter()
            .filter(|cell| !cell.value.is_empty())
            .collect(),
    }
}

/// Whether only machines use a cell: other languages, codes of an agenda's own lists, what repeats others.
fn is_aside(cell: &Cell, event: &Value) -> bool {
    let path = cell.column.as_str();
    let first = path.split(['.', '[']).next().unwrap_or(path);
    let language = path.split_once('.').map(|(_, rest)| rest).filter(|rest| rest.len() == 2);
    let known = values::text(event, first).is_some_and(|(shown, _)| shown.column == path);
    let translated = path.split('.').nth(1).and_then(|part| part.split('[').next());
    let other_language =
        translated.is_some_and(|part| part.len() == 2 && part != "fr") && first == "keywords";
    let code =
        !cell.value.is_empty() && (cell.value == "true" || cell.value.parse::<f64>().is_ok());
    ASIDE.contains(&first)
        || language.is_some() && !known
        || other_language
        || path.ends_with("].type")
        || first == "links" && !path.ends_with("].link")
        || code && !path.starts_with("registration")
}

/// Why an event makes no record whatever else it says.
fn refused(event: &Value, nameless: bool) -> Option<Refusal> {
    let flag = |key| values::number(event, key).is_some_and(|value| value != 0);
    let state = values::number(event, "state");
    if flag("private") || flag("draft") || state.is_some_and(|state| state != 2) {
        return Some(refusal(
            "non-publie",
            "OpenAgenda ne montre pas cet événement au public : il est privé, en brouillon ou pas encore accepté.",
            "Publiez-le dans l’agenda d’origine, puis exportez de nouveau.",
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
