//! How to register for an event of OpenAgenda, its links, who organises it.

use serde_json::Value;

use super::values;
use crate::intake::events::happening::Happening;

/// Fields of agendas that name who organises, signs and capitals aside.
const ORGANISERS: [&str; 7] = [
    "organizatorname",
    "organizername",
    "organisateur",
    "organizer",
    "organisation",
    "nomdelorganisateur",
    "structureorganisatrice",
];
/// Fields of agendas that hold how to write to who organises.
const CONTACTS: [&str; 4] = ["organizatorcontact", "contact", "contactorganisateur", "email"];

impl Happening {
    /// Puts every way to reach who organises where a record has it.
    pub(super) fn contacts(&mut self, event: &Value) {
        let ways = event.get("registration").and_then(Value::as_array).into_iter().flatten();
        for (index, way) in ways.enumerate() {
            let (value, column) = match way {
                Value::String(value) => (value.as_str(), format!("registration[{index}]")),
                way => {
                    let value = way.get("value").and_then(Value::as_str).unwrap_or_default();
                    (value, format!("registration[{index}].value"))
                }
            };
            let value = value.trim();
            match way.get("type").and_then(Value::as_str).unwrap_or_else(|| kind(value)) {
                _ if value.is_empty() => {}
                "phone" => self.phone("inscription.telephone", &column, value),
                "email" => self.email(&column, value),
                "link" => self.site("inscription.lien", &column, value),
                _ => self.keyless(&column, value),
            }
        }
        if let Some(link) = event.get("onlineAccessLink").and_then(Value::as_str) {
            self.site("en_ligne.lien", "onlineAccessLink", link.trim());
        }
        let links = event.get("links").and_then(Value::as_array).into_iter().flatten();
        for (index, link) in links.enumerate() {
            if let Some(address) = link.get("link").and_then(Value::as_str) {
                self.site("site_web", &format!("links[{index}].link"), address.trim());
            }
        }
        let keys = event.as_object().into_iter().flat_map(|event| event.keys());
        for key in keys {
            let letters: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
            let letters = letters.to_ascii_lowercase();
            let Some((cell, _)) = values::text(event, key) else { continue };
            match kind(&cell.value) {
                "email" if CONTACTS.contains(&letters.as_str()) => {
                    self.email(&cell.column, &cell.value)
                }
                "phone" if CONTACTS.contains(&letters.as_str()) => {
                    self.phone("telephone", &cell.column, &cell.value)
                }
                _ if ORGANISERS.contains(&letters.as_str()) => self.organisers.push(cell),
                _ => {}
            }
        }
    }
}

/// What a way to register is, where only its value tells.
fn kind(value: &str) -> &'static str {
    match value {
        _ if value.contains('@') && !value.contains("://") => "email",
        _ if value.starts_with("http") || value.starts_with("www.") => "link",
        _ if value.chars().filter(char::is_ascii_digit).count() >= 9 => "phone",
        _ => "",
    }
}
