//! What poppler and qpdf read in a PDF.

use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;

/// What a program says of a file, and whether it is content.
pub fn run(program: &str, arguments: &[&str], path: &Path) -> (String, bool) {
    let output = Command::new(program).args(arguments).arg(path).output();
    let output = output.unwrap_or_else(|fault| {
        panic!("{program}: {fault}; « tests/run test » installs poppler-utils and qpdf")
    });
    (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success())
}

/// Keys and values of `pdfinfo`.
pub fn info(path: &Path, key: &str) -> String {
    let (said, _) = run("pdfinfo", &[], path);
    let value = said.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    value.unwrap_or_default().trim().to_owned()
}

pub fn pages(path: &Path) -> usize {
    info(path, "Pages").parse().unwrap_or_default()
}

/// The text page by page, in the order in which it was put on the sheet.
pub fn texts(path: &Path) -> Vec<String> {
    // The text goes to standard output where its name is « - », after that of the file.
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}').map(str::to_owned).collect()
}

pub fn text(path: &Path) -> String {
    texts(path).join("\n")
}

/// Words with the box of each, page by page: left, top, right, bottom, in points.
pub fn words(path: &Path) -> Vec<Vec<([f64; 4], String)>> {
    let output = Command::new("pdftotext").arg("-bbox").arg(path).arg("-").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split("<page ").skip(1).map(|page| page.lines().filter_map(word).collect()).collect()
}

fn word(line: &str) -> Option<([f64; 4], String)> {
    let rest = line.trim().strip_prefix("<word ")?;
    let (head, text) = rest.split_once('>')?;
    let number = |name: &str| attribute(head, name)?.parse::<f64>().ok();
    let sides = [number("xMin")?, number("yMin")?, number("xMax")?, number("yMax")?];
    Some((sides, unescaped(text.strip_suffix("</word>")?)))
}

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[at..].split('"').next()
}

pub fn unescaped(text: &str) -> String {
    let all = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    all.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Letters of one look, as `pdftohtml` sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    pub page: usize,
    pub texte: String,
    /// In points, to a third.
    pub corps: f64,
    /// `#7a2e12`.
    pub couleur: String,
    /// Its name in the page: the same for letters of the same look.
    pub police: String,
}

/// The program enlarges three times at most: it tells sizes in whole numbers.
const ZOOM: f64 = 3.0;

/// Every text with its look, in the order of the file.
pub fn traits(path: &Path) -> Vec<Trait> {
    let (said, _) = run("pdftohtml", &["-xml", "-i", "-stdout", "-zoom", "3"], path);
    let mut looks = std::collections::BTreeMap::new();
    let mut page = 0;
    let mut found = Vec::new();
    // The program says « link to page 7 » before tags of some pages.
    for line in said.lines().filter_map(|line| line.get(line.find('<')?..)) {
        if let Some(tag) = line.strip_prefix("<page ") {
            page = attribute(tag, "number").unwrap().parse().unwrap();
        } else if let Some(tag) = line.strip_prefix("<fontspec ") {
            let of = |name| attribute(tag, name).unwrap().to_owned();
            let size: f64 = of("size").parse().unwrap();
            looks.insert(of("id"), (size / ZOOM, of("color")));
        } else if let Some((tag, inside)) =
            line.strip_prefix("<text ").and_then(|l| l.split_once('>'))
        {
            let police = attribute(tag, "font").unwrap().to_owned();
            let (corps, couleur) = looks[&police].clone();
            let texte = bare(inside.strip_suffix("</text>").unwrap_or(inside));
            found.push(Trait { page, texte, corps, couleur, police });
        }
    }
    found
}

/// A text without the tags inside it.
fn bare(text: &str) -> String {
    let mut said = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => said.push(letter),
            _ => {}
        }
    }
    unescaped(&said)
}

/// The objects of a file, as `qpdf` tells them.
pub fn objects(path: &Path) -> Json {
    let (said, _) = run("qpdf", &["--json=2", "--json-key=qpdf"], path);
    let all: Json = serde_json::from_str(&said).unwrap_or_default();
    all["qpdf"][1].clone()
}

/// The catalogue of a file.
pub fn catalogue(objects: &Json) -> &Json {
    resolved(objects, &objects["trailer"]["value"]["/Root"])
}

/// What a reference leads to; the thing itself where it is none.
pub fn resolved<'a>(objects: &'a Json, value: &'a Json) -> &'a Json {
    let leads = value.as_str().filter(|name| name.ends_with(" R"));
    leads.map_or(value, |name| &objects[format!("obj:{name}")]["value"])
}

/// Letters and figures alone: what does not change when lines break, words are cut or joined.
pub fn plat(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}
