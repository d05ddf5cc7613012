//! A calendar file as a tree of components; a line that says nothing is kept aside, the rest is read.

use icalendar::parser;

use super::lines::Line;

/// A property: `DTSTART;TZID=Europe/Paris:20261215T140000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// Its name, in capitals.
    pub name: String,
    /// Its parameters, names in capitals.
    pub parameters: Vec<(String, String)>,
    /// Its value; a text without its escapes.
    pub value: String,
}

/// A component: `VCALENDAR`, `VEVENT`, `VTIMEZONE`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Component {
    /// Its name, in capitals.
    pub name: String,
    /// Line of the file where it begins.
    pub line: usize,
    /// Its properties, in order.
    pub properties: Vec<Property>,
    /// What is inside it.
    pub parts: Vec<Component>,
    /// Lines that are no property.
    pub broken: Vec<String>,
    /// Whether the file ends before it does.
    pub cut: bool,
}

impl Property {
    /// Reads a line; nothing when it is no property.
    fn read(text: &str) -> Option<Self> {
        // The library gives a value to what has none: a property has a colon, and a value after it is kept.
        let name = text.split([':', ';']).next()?.trim().to_ascii_uppercase();
        let rest = text.get(text.find([':', ';'])?..)?;
        let line = format!("{name}{rest}");
        let read = parser::Property::try_from(line.as_str()).ok()?;
        let parameter = |one: &parser::Parameter<'_>| {
            let value = one.val.as_ref().map_or("", |value| value.as_str());
            (one.key.as_str().to_ascii_uppercase(), value.trim_matches('"').to_owned())
        };
        let property = Self {
            name,
            parameters: read.params.iter().map(parameter).collect(),
            value: read.val.as_str().to_owned(),
        };
        let lost = property.value.is_empty() && !line.ends_with(':');
        (!lost
            && !property.name.is_empty()
            && property.name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)))
        .then_some(property)
    }

    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The values of a list of texts: a comma parts them unless it is escaped.
    pub fn list(&self) -> Vec<String> {
        let mut values = vec![String::new()];
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            let Some(last) = values.last_mut() else { break };
            match letter {
                ',' => values.push(String::new()),
                '\\' => last.extend(letters.next().map(|c| if c == 'n' { ' ' } else { c })),
                letter => last.push(letter),
            }
        }
        let trimmed = values.iter().map(|value| value.trim().to_owned());
        trimmed.filter(|value| !value.is_empty()).collect()
    }
}

impl Component {
    /// The first property of a name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The properties of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The value of the first property of a name; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        self.property(name).map_or("", |property| property.value.trim())
    }
}

/// The components of a file; several calendars may follow each other.
pub(super) fn read<'a>(lines: impl Iterator<Item = Line<'a>>) -> Component {
    let mut open = vec![Component::default()];
    for line in lines {
        match bound(line.text) {
            Some((true, name)) => {
                open.push(Component { name, line: line.number, ..Component::default() });
            }
            Some((false, name)) if open.iter().skip(1).any(|one| one.name == name) => {
                // An end that was forgotten: what is inside was cut.
                while close(&mut open, &name) {}
            }
            Some(_) => {}
            None => {
                let Some(inside) = open.last_mut() else { break };
                match Property::read(line.text) {
                    Some(property) => inside.properties.push(property),
                    None => inside.broken.push(line.text.trim().to_owned()),
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open, "");
    }
    open.pop().unwrap_or_default()
}

/// Closes the innermost component; whether one of this name is still to be closed.
fn close(open: &mut Vec<Component>, name: &str) -> bool {
    let Some(mut inside) = open.pop() else { return false };
    let found = inside.name == name;
    inside.cut = !found;
    if let Some(outside) = open.last_mut() {
        outside.parts.push(inside);
    }
    !found && open.len() > 1
}

/// `BEGIN:VEVENT` or `END:VEVENT`.
fn bound(text: &str) -> Option<(bool, String)> {
    let (word, name) = text.trim().split_once(':')?;
    let begins = word.eq_ignore_ascii_case("BEGIN");
    (begins || word.eq_ignore_ascii_case("END")).then(|| (begins, name.trim().to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn of(text: &str) -> Component {
        let (bytes, numbers) = lines::unfolded(text.as_bytes());
        read(lines::lines(&String::from_utf8(bytes).unwrap(), &numbers))
    }

    #[test]
    fn properties_with_parameters_and_escapes() {
        for (text, name, value, tzid) in [
            (
                "DTSTART;TZID=\"Europe/Paris\":20261215T140000",
                "DTSTART",
                "20261215T140000",
                "Europe/Paris",
            ),
            (
                "summary;language=fr:Café\\, thé\\; \\nlait : 2 €",
                "SUMMARY",
                "Café, thé; \nlait : 2 €",
                "",
            ),
            ("URL:https://a.example/b?c=d;e,f", "URL", "https://a.example/b?c=d;e,f", ""),
            ("X-VIDE:", "X-VIDE", "", ""),
        ] {
            let property = Property::read(text).unwrap();
            assert_eq!((property.name.as_str(), property.value.as_str()), (name, value));
            assert_eq!(property.parameter("TZID").unwrap_or_default(), tzid);
        }
        for text in ["du texte sans rien", "", ":valeur", "UN NOM:valeur"] {
            assert_eq!(Property::read(text), None, "{text}");
        }
        let list = Property::read("CATEGORIES:Atelier,Café\\, thé, ").unwrap().list();
        assert_eq!(list, ["Atelier", "Café, thé"]);
    }

    #[test]
    fn what_is_cut_or_broken_is_told_and_the_rest_is_read() {
        let file = of(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nn’importe quoi\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nUID:3",
        );
        let calendar = &file.parts[0];
        assert!(calendar.cut);
        let told: Vec<(usize, &str, bool, usize)> = calendar
            .parts
            .iter()
            .map(|one| (one.line, one.value("UID"), one.cut, one.broken.len()))
            .collect();
        assert_eq!(told, [(2, "1", false, 1), (6, "2", false, 0), (10, "3", true, 0)]);
    }
}
