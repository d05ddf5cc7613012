//! What was rendered, read again before it is published: links, anchors, titles, notes for the staff.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::Guides;
use crate::plan::{Medium, Plan, Sheet};

/// A rule on what was rendered.
pub type OutputCheck = fn(&Plan, &[Rendered], &mut Vec<Diagnostic>);

/// Every rule on what was rendered; a new one is a function and a line of this table.
pub const OUTPUT_CHECKS: [(&str, OutputCheck); 3] =
    [("lien-mort", dead_links), ("titre-en-double", same_titles), ("note-interne", staff_notes)];

/// What is kept of a sheet once its bytes are staged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Where it goes.
    pub address: String,
    /// Bytes.
    pub size: usize,
    /// Bytes as a browser would load them (brotli 5, an upper bound); weighed only when large.
    pub weight: Option<usize>,
    /// Title of a page.
    pub title: Option<String>,
    /// Links that lead to nothing planned.
    pub dead: Vec<String>,
    /// Links to an anchor: the page and the anchor.
    pub anchors: Vec<(String, String)>,
    /// Its own anchors.
    pub ids: Vec<String>,
    /// A note for the staff found in it.
    pub note: Option<String>,
}

impl Rendered {
    /// Reads the bytes of a sheet; only pages have links and titles.
    pub fn of(sheet: &Sheet, bytes: &[u8], plan: &Plan, notes: &Notes) -> Self {
        let mut rendered =
            Self { address: sheet.address.to_string(), size: bytes.len(), ..Self::default() };
        let Ok(text) = std::str::from_utf8(bytes) else { return rendered };
        rendered.note = notes.found_in(text);
        if sheet.medium == Medium::Html {
            rendered.weight = (bytes.len() >= WORTH_WEIGHING).then(|| weigh(bytes));
            rendered.title = between(text, "<title>", "</title>").map(str::to_owned);
            rendered.ids = values(text, " id=\"").map(str::to_owned).collect();
            rendered.links(text, &sheet.address, plan);
        }
        rendered
    }

    /// Sorts the links of a page into those that are planned and those that are not.
    fn links(&mut self, text: &str, from: &Address, plan: &Plan) {
        for link in values(text, " href=\"").chain(values(text, " src=\"")) {
            let (path, anchor) =
                link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
            if has_scheme(path) {
                continue;
            }
            match resolve(from, path) {
                Some(target) if path.is_empty() || plan.holds(&target) => {
                    if let Some(anchor) = anchor {
                        self.anchors.push((target, anchor.to_owned()));
                    }
                }
                _ => self.dead.push(link.to_owned()),
            }
        }
    }
}

/// Smallest page that is weighed, in bytes: text packs three to one, so a smaller page is far from its budget,
/// and weighing costs more than rendering.
const WORTH_WEIGHING: usize = 24_000;

/// Bytes of a page compressed with brotli 5: what the least careful host sends.
fn weigh(bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(length) => length,
        Err(_) => bytes.len(),
    }
}

/// Every note for the staff, long enough to be told from ordinary words: its letters, and as written.
#[derive(Debug, Default)]
pub struct Notes(Vec<(String, String)>);

/// Shortest note looked for, in letters and digits: « à voir » could stand anywhere.
const SHORTEST_NOTE: usize = 10;

impl Notes {
    /// The notes of every record.
    pub fn of(guides: &Guides) -> Self {
        let per_guide = guides.guides.iter().flat_map(|guide| {
            let acteurs = guide.acteurs.iter().map(|acteur| &acteur.fiche);
            let pages = guide.pages.iter().map(|page| &page.fiche);
            acteurs.chain(guide.evenements.iter().map(|event| &event.fiche)).chain(pages)
        });
        let shared = guides.dispositifs.iter().map(|found| &found.fiche);
        let fiches =
            per_guide.chain(shared).chain(guides.territoires.iter().map(|found| &found.fiche));
        let notes = fiches.filter_map(|fiche| fiche.interne.as_deref()).map(str::trim);
        // A note is no page: its own signs < and & begin neither tag nor escape.
        let notes = notes.map(|note| (letters(&note.replace(['<', '&'], " ")), note.to_owned()));
        Self(notes.filter(|(letters, _)| letters.chars().count() >= SHORTEST_NOTE).collect())
    }

    /// The note that stands in a text, whatever typography, escapes and tags came between its letters.
    fn found_in(&self, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let text = letters(text);
        self.0.iter().find(|(note, _)| text.contains(note.as_str())).map(|(_, note)| note.clone())
    }
}

/// Longest escape of a character in a page, such as `&quot;` or `&#39;`.
const LONGEST_ESCAPE: usize = 8;

/// Letters and digits of a text, without tags and escapes.
fn letters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '<' => rest.find('>').map_or(1, |end| end + 1),
            '&' => {
                rest.bytes().take(LONGEST_ESCAPE).position(|b| b == b';').map_or(1, |end| end + 1)
            }
            _ => c.len_utf8(),
        };
        if c.is_alphanumeric() {
            kept.extend(c.to_lowercase());
        }
        rest = &rest[skipped..];
    }
    kept
}

/// A link to a page or an anchor that does not exist.
fn dead_links(_: &Plan, rendered: &[Rendered], out: &mut Vec<Diagnostic>) {
    let ids: BTreeMap<&str, &[String]> =
        rendered.iter().map(|page| (page.address.as_str(), page.ids.as_slice())).collect();
    for page in rendered {
        for link in &page.dead {
            out.push(about(
                page,
                "lien-mort",
                format!("Le lien « {link} » ne mène à aucune page."),
            ));
        }
        for (target, anchor) in &page.anchors {
            let known = anchor.is_empty()
                || ids.get(target.as_str()).is_some_and(|ids| ids.contains(anchor));
            if !known {
                let message = format!(
                    "Le lien vers « {target}#{anchor} » ne mène à aucun endroit de la page."
                );
                out.push(about(page, "lien-mort", message));
            }
        }
    }
}

/// Two pages with one title cannot be told apart in a list of tabs or of results.
fn same_titles(_: &Plan, rendered: &[Rendered], out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for page in rendered {
        let Some(title) = &page.title else { continue };
        if let Some(first) = seen.insert(title, &page.address) {
            let message = format!("Cette page a le même titre que « {first} » : « {title} ».");
            out.push(about(page, "titre-en-double", message));
        }
    }
}

/// A note for the staff is in no output.
fn staff_notes(_: &Plan, rendered: &[Rendered], out: &mut Vec<Diagnostic>) {
    for page in rendered {
        if let Some(note) = &page.note {
            let message = format!("Une note interne serait publiée : « {note} ».");
            out.push(about(page, "note-interne", message));
        }
    }
}

fn about(page: &Rendered, code: &'static str, message: String) -> Diagnostic {
    let remedy = match code {
        "lien-mort" => "Corrigez le lien dans la fiche, la page ou le thème.",
        "titre-en-double" => {
            "Donnez à l’une des deux fiches un nom qui la distingue, ou une adresse."
        }
        _ => "Enlevez ce texte des champs publics de la fiche.",
    };
    let severity = if code == "titre-en-double" { Severity::Warning } else { Severity::Error };
    let subject = match Address::new(page.address.clone()) {
        Ok(address) => Subject::Sheet(address),
        Err(_) => Subject::Whole,
    };
    Diagnostic::new(code, severity, subject, message, remedy)
}

/// The values of an attribute as jalon's own templates write it: double quotes, one space before.
fn values<'a>(text: &'a str, attribute: &'static str) -> impl Iterator<Item = &'a str> {
    text.match_indices(attribute).filter_map(move |(at, _)| {
        let value = &text[at + attribute.len()..];
        value.find('"').map(|end| &value[..end])
    })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let from = text.find(start)? + start.len();
    let length = text[from..].find(end)?;
    Some(&text[from..from + length])
}

/// `https:`, `mailto:`, `tel:`, `data:`…
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/') && !scheme.is_empty())
}

/// The address a relative link leads to; nothing when it leaves the folder.
fn resolve(from: &Address, link: &str) -> Option<String> {
    if link.is_empty() {
        return Some(from.to_string());
    }
    let mut names: Vec<&str> = from.as_str().split('/').collect();
    names.pop();
    for name in link.split('/') {
        match name {
            ".." => drop(names.pop()?),
            "." => {}
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}
