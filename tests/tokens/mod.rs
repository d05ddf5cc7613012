//! A small strict reader of HTML: what it does not understand is a fault.

/// Elements without content.
const VOID: [&str; 6] = ["meta", "link", "br", "img", "hr", "input"];

/// Elements whose end HTML lets out, each with what ends it (HTML Standard, 13.1.2.4): the others are closed.
const ENDED: [(&str, &[&str]); 4] = [
    ("li", &["li", "/ul", "/ol"]),
    ("dd", &["dd", "dt", "/dl"]),
    ("td", &["td", "th", "tr", "/thead", "/tbody"]),
    ("tr", &["tr", "/thead", "/tbody"]),
];

/// The names of all tags in order, `/name` for closing ones; or what is wrong.
pub fn tags(html: &str) -> Result<Vec<String>, String> {
    let mut rest = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    loop {
        let raw = open.last().is_some_and(|name| ["style", "script"].contains(&name.as_str()));
        let Some(at) = rest.find(if raw { "</" } else { "<" }) else { break };
        text(&rest[..at], raw)?;
        rest = &rest[at + 1..];
        let (name, attributes, after) = tag(rest)?;
        rest = after;
        let ends = |last: &String| {
            ENDED.iter().any(|(one, by)| one == last && by.contains(&name.as_str()))
        };
        while open.last().is_some_and(ends) {
            open.pop();
        }
        if let Some(closed) = name.strip_prefix('/') {
            let opened = open.pop();
            if opened.as_deref() != Some(closed) {
                return Err(format!("</{closed}> closes {opened:?}"));
            }
        } else if !VOID.contains(&name.as_str()) && !attributes.ends_with('/') {
            open.push(name.clone());
        }
        tags.push(name);
    }
    text(rest, false)?;
    if open.is_empty() { Ok(tags) } else { Err(format!("never closed: {open:?}")) }
}

/// Text holds no `>` and no `&` that begins no entity; styles and scripts are left alone.
fn text(text: &str, raw: bool) -> Result<(), String> {
    if raw {
        return Ok(());
    }
    if text.contains('>') {
        return Err(format!("a stray > in {text:?}"));
    }
    for (at, _) in text.match_indices('&') {
        let entity = text[at + 1..].split_once(';').map(|(name, _)| name);
        let good = entity.is_some_and(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        });
        if !good {
            return Err(format!("a stray & in {text:?}"));
        }
    }
    Ok(())
}

/// The name of a tag, its attributes, and what follows its `>`.
fn tag(rest: &str) -> Result<(String, &str, &str), String> {
    let name: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
    if name.trim_start_matches('/').is_empty() {
        return Err(format!("no tag at {:?}", rest.chars().take(20).collect::<String>()));
    }
    let mut at = name.len();
    loop {
        let here = &rest[at..];
        if let Some(after) = here.strip_prefix('>') {
            return Ok((name.trim_end_matches('/').to_owned(), &rest[..at], after));
        }
        if let Some(after) = here.strip_prefix("/>").or_else(|| here.strip_prefix(" />")) {
            return Ok((name, "/", after));
        }
        at += attribute(here)?;
    }
}

/// The length of ` name="value"`.
fn attribute(here: &str) -> Result<usize, String> {
    let wrong = || format!("no attribute at {:?}", here.chars().take(30).collect::<String>());
    let inner = here.strip_prefix(' ').ok_or_else(wrong)?;
    let (name, rest) = inner.split_once("=\"").ok_or_else(wrong)?;
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') || name.is_empty() {
        return Err(wrong());
    }
    let value = rest.split('"').next().ok_or_else(wrong)?;
    if value.contains('<') {
        return Err(format!("a stray < in {value:?}"));
    }
    text(value, false)?;
    Ok(1 + name.len() + 2 + value.len() + 1)
}
