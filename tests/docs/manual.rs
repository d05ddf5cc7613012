//! The pages of the manual as trees of headings, links and blocks of code.

use std::path::{Path, PathBuf};

use jalon::text::slug;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::support::{paths, repository};

/// Where the pages of the manual are.
pub const PAGES: &str = "docs/manuel/pages";

/// One Markdown file.
#[derive(Debug)]
pub struct Text {
    /// Its path below the repository.
    pub path: String,
    /// Level, words and anchor of each heading, in order.
    pub headings: Vec<(usize, String, String)>,
    /// Words of each section, and what is written as code in it; one a heading.
    pub sections: Vec<Section>,
    /// Where each link leads, as written.
    pub links: Vec<String>,
    /// Language and text of each block of code.
    pub blocks: Vec<(String, String)>,
}

/// What stands between a heading and the next one.
#[derive(Debug, Default)]
pub struct Section {
    /// Its words.
    pub words: String,
    /// What is written as code.
    pub code: Vec<String>,
}

/// Reads a Markdown file, its head left out.
pub fn read(path: &Path) -> Text {
    let whole = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let body = match whole.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((_, body)) => body,
        None => &whole,
    };
    let shown = path.strip_prefix(repository()).unwrap().to_string_lossy().replace('\\', "/");
    let mut text = Text {
        path: shown,
        headings: Vec::new(),
        sections: Vec::new(),
        links: Vec::new(),
        blocks: Vec::new(),
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut open = Open::Words;
    for event in Parser::new_ext(body, options) {
        text.take(event, &mut open);
    }
    text
}

/// What the words that come belong to.
enum Open {
    Words,
    Heading(usize, String),
    Block(String, String),
}

impl Text {
    fn take(&mut self, event: Event<'_>, open: &mut Open) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                *open = Open::Heading(level as usize, String::new());
            }
            Event::End(TagEnd::Heading(_)) | Event::End(TagEnd::CodeBlock) => {
                match std::mem::replace(open, Open::Words) {
                    Open::Heading(level, words) => self.heading(level, words),
                    Open::Block(language, code) => self.blocks.push((language, code)),
                    Open::Words => {}
                }
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                *open = Open::Block(language, String::new());
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.links.push(dest_url.to_string()),
            Event::Code(code) => self.words(&code, open, true),
            Event::Text(words) => self.words(&words, open, false),
            Event::SoftBreak | Event::HardBreak => self.words(" ", open, false),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, open: &mut Open, code: bool) {
        match open {
            Open::Heading(_, kept) | Open::Block(_, kept) => kept.push_str(words),
            Open::Words => {
                let Some(section) = self.sections.last_mut() else { return };
                section.words.push_str(words);
                if code {
                    section.code.push(words.to_owned());
                }
            }
        }
    }

    /// Anchors are those of the published pages: a slug, numbered when it comes again.
    fn heading(&mut self, level: usize, words: String) {
        let own = slug(&words);
        let taken = |anchor: &String| self.headings.iter().any(|(_, _, known)| known == anchor);
        let numbered = (2..).map(|number| format!("{own}-{number}"));
        let anchor = std::iter::once(own.clone()).chain(numbered).find(|one| !taken(one)).unwrap();
        self.headings.push((level, words, anchor));
        self.sections.push(Section::default());
    }

    /// The section of a heading, by its words.
    pub fn section(&self, words: &str) -> Option<&Section> {
        let index = self.headings.iter().position(|(_, heading, _)| heading == words)?;
        self.sections.get(index)
    }
}

/// Every page of the manual, in order.
pub fn pages() -> Vec<Text> {
    markdown(PAGES).iter().map(|path| read(path)).collect()
}

/// The pages whose file names start with one of these.
pub fn chapters(prefixes: &[&str]) -> Vec<Text> {
    let mut pages = pages();
    pages.retain(|page| {
        let name = page.path.rsplit('/').next().unwrap_or_default();
        prefixes.iter().any(|prefix| name.starts_with(prefix))
    });
    assert!(!pages.is_empty(), "no page {prefixes:?}");
    pages
}

/// The Markdown files below a folder of the repository.
pub fn markdown(folder: &str) -> Vec<PathBuf> {
    let mut found = paths(&repository().join(folder));
    found.retain(|path| path.extension().is_some_and(|end| end == "md"));
    found
}
