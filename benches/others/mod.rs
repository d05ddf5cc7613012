//! Hugo and Zola beside jalon, where `HUGO` and `ZOLA` name their programs: the same places, a page each, one for each
//! commune, one A–Z. Hugo reads the records as they are (a content adapter); Zola needs a file in Markdown for each.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

/// A site that another program makes of the corpus.
pub struct Other {
    /// Its name in the table.
    pub name: &'static str,
    /// Makes the site into `output`.
    pub command: Command,
    /// Where it goes.
    pub output: PathBuf,
}

/// The sites of the programs that were given, ready to be made.
pub fn of(corpus: &Path) -> Vec<Other> {
    let given = |variable| std::env::var_os(variable);
    let hugo = given("HUGO").map(|program| {
        let site = site(corpus, "hugo");
        let data = site.join("data/acteurs");
        std::fs::create_dir_all(&data).unwrap();
        for record in records(corpus) {
            std::fs::copy(&record, data.join(record.file_name().unwrap())).unwrap();
        }
        ready("Hugo", Command::new(program), &site, "--quiet")
    });
    let zola = given("ZOLA").map(|program| {
        let site = site(corpus, "zola");
        for record in records(corpus) {
            let name = record.file_stem().unwrap().to_str().unwrap();
            let text = markdown(&std::fs::read_to_string(&record).unwrap());
            std::fs::write(site.join(format!("content/acteurs/{name}.md")), text).unwrap();
        }
        ready("Zola", Command::new(program), &site, "build")
    });
    hugo.into_iter().chain(zola).collect()
}

fn ready(name: &'static str, mut command: Command, site: &Path, word: &str) -> Other {
    command.arg(word).current_dir(site);
    Other { name, command, output: site.join("public") }
}

/// Copies the templates of a program beside the corpus.
fn site(corpus: &Path, program: &str) -> PathBuf {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/others").join(program);
    let site = corpus.join(program);
    for entry in WalkDir::new(&model).into_iter().map(Result::unwrap) {
        let to = site.join(entry.path().strip_prefix(&model).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    site
}

/// The places of the corpus.
fn records(corpus: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = WalkDir::new(corpus.join("content")).into_iter().map(Result::unwrap);
    entries.map(walkdir::DirEntry::into_path).filter(|path| {
        path.extension().is_some_and(|end| end == "yaml")
            && path.parent().is_some_and(|folder| folder.ends_with("acteurs"))
    })
}

/// A record of the corpus as a page of Zola: keys of one line in its head, the long text below.
fn markdown(record: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.trim_matches('"').replace('"', "\\\""));
    let (mut title, mut commune) = (String::new(), String::new());
    let (mut extra, mut body) = (String::new(), String::new());
    let mut in_text = false;
    for line in record.lines() {
        if let Some(text) = line.strip_prefix("  ") {
            let _ = if in_text { writeln!(body, "{text}") } else { Ok(()) };
            continue;
        }
        let Some((key, value)) = line.split_once(": ") else { continue };
        in_text = value == "|";
        let list = value.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
        let _ = match (key, list) {
            ("nom", _) => writeln!(title, "title = {}", quoted(value)),
            ("commune", _) => writeln!(commune, "communes = [{}]", quoted(value)),
            (_, Some(list)) => {
                let items: Vec<String> = list.split(", ").map(quoted).collect();
                writeln!(extra, "{key} = [{}]", items.join(", "))
            }
            _ if in_text || value.starts_with('{') => Ok(()),
            _ => writeln!(extra, "{key} = {}", quoted(value)),
        };
    }
    format!("+++\n{title}[taxonomies]\n{commune}[extra]\n{extra}+++\n\n{body}")
}
