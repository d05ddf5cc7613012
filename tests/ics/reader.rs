//! A strict reader of calendar files: lines are unfolded, components nested, texts unescaped; the rest is a fault.

/// A line: `DTSTART;TZID=Europe/Paris:20261215T140000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    pub name: String,
    pub parameters: Vec<(String, String)>,
    pub value: String,
}

/// What stands between `BEGIN` and `END`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    pub name: String,
    pub properties: Vec<Property>,
    pub parts: Vec<Component>,
}

impl Property {
    fn read(line: &str) -> Result<Self, String> {
        let (head, value) = line.split_once(':').ok_or(format!("no colon: {line:?}"))?;
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default().to_owned();
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-') {
            return Err(format!("no name of a property: {line:?}"));
        }
        let parameter = |part: &str| {
            let (name, value) = part.split_once('=').ok_or(format!("no parameter: {line:?}"))?;
            Ok((name.to_owned(), value.to_owned()))
        };
        let parameters = parts.map(parameter).collect::<Result<_, String>>()?;
        Ok(Self { name, parameters, value: value.to_owned() })
    }

    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(is, _)| is == name).map(|(_, value)| value.as_str())
    }

    /// The text it holds, without escapes.
    pub fn text(&self) -> Result<String, String> {
        let mut text = String::new();
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            text.push(match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => '\n',
                    Some(same @ ('\\' | ';' | ',')) => same,
                    other => return Err(format!("\\ before {other:?} in {:?}", self.value)),
                },
                ';' | ',' => return Err(format!("bare {letter:?} in {:?}", self.value)),
                plain => plain,
            });
        }
        Ok(text)
    }
}

impl Component {
    /// Every property of a name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Property> + use<'a> {
        let name = name.to_owned();
        self.properties.iter().filter(move |one| one.name == name)
    }

    /// The only property of a name.
    pub fn one(&self, name: &str) -> Result<&Property, String> {
        let mut found = self.all(name);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => Err(format!("{} without {name}", self.name)),
            _ => Err(format!("{} with two {name}", self.name)),
        }
    }

    /// The text of the only property of a name; empty where there is none.
    pub fn text(&self, name: &str) -> Result<String, String> {
        match self.all(name).next() {
            Some(_) => self.one(name)?.text(),
            None => Ok(String::new()),
        }
    }

    /// The components of a name right inside.
    pub fn parts_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Component> {
        self.parts.iter().filter(move |one| one.name == name)
    }
}

/// Physical lines without their CRLF, each of at most 75 octets, whole letters and no control.
fn physical(bytes: &[u8]) -> Result<Vec<&str>, String> {
    let mut lines = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|pair| pair == b"\r\n").ok_or("no CRLF at the end")?;
        let line = std::str::from_utf8(&rest[..end]).map_err(|error| error.to_string())?;
        if line.len() > 75 {
            return Err(format!("{} octets: {line:?}", line.len()));
        }
        if line.chars().any(char::is_control) {
            return Err(format!("a control in {line:?}"));
        }
        if line.trim_start_matches(' ').is_empty() {
            return Err("an empty line".into());
        }
        lines.push(line);
        rest = &rest[end + 2..];
    }
    Ok(lines)
}

/// Lines whose folds are undone.
pub fn unfolded(bytes: &[u8]) -> Result<Vec<String>, String> {
    let mut lines: Vec<String> = Vec::new();
    for line in physical(bytes)? {
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            (Some(_), None) => return Err("the first line goes on from nothing".into()),
            (None, _) => lines.push(line.to_owned()),
        }
    }
    Ok(lines)
}

/// The calendar of a file.
pub fn read(bytes: &[u8]) -> Result<Component, String> {
    let mut open = vec![Component::default()];
    for line in unfolded(bytes)? {
        let property = Property::read(&line)?;
        match property.name.as_str() {
            "BEGIN" => open.push(Component { name: property.value, ..Component::default() }),
            "END" => {
                let closed = open.pop().filter(|one| one.name == property.value);
                let closed = closed.ok_or(format!("{line} ends nothing"))?;
                open.last_mut().ok_or("ended too often")?.parts.push(closed);
            }
            _ => open.last_mut().ok_or("ended too often")?.properties.push(property),
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(Component { mut parts, properties, .. }), true)
            if properties.is_empty() && parts.len() == 1 && parts[0].name == "VCALENDAR" =>
        {
            Ok(parts.remove(0))
        }
        other => Err(format!("not one calendar: {other:?}")),
    }
}
