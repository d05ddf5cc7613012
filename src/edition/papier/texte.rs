//! Texts in Markdown, as paper shows them.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::edition::html::here::Here;
use crate::edition::html::markdown;
use crate::text::{on_the_web, typography};

use super::contrat::{Bloc, Mot};

/// The pieces of a text in Markdown, its headings from a level on: what no sheet can show (pictures, rules) is
/// left out, the words of everything else stay.
pub(super) fn markdown(here: Here<'_>, text: &str, top: u8) -> Vec<Bloc> {
    let mut writer = Writer { here, top, ..Writer::new(here) };
    for event in markdown::read(text) {
        writer.take(event);
    }
    writer.close();
    writer.blocs
}

/// Makes pieces out of the events of a text.
struct Writer<'a> {
    here: Here<'a>,
    top: u8,
    blocs: Vec<Bloc>,
    /// The run of words being read.
    mots: Vec<Mot>,
    /// Items of the list being read, and whether it is numbered; lists inside lists go on in it.
    items: Option<(Vec<Vec<Mot>>, bool)>,
    depth: usize,
    bold: usize,
    link: Option<String>,
    /// The level of the first heading.
    first: Option<u8>,
    /// Rows of the table being read.
    rows: Option<Vec<Vec<String>>>,
    /// Words of pictures are not read.
    picture: usize,
}

impl<'a> Writer<'a> {
    fn new(here: Here<'a>) -> Self {
        Self {
            here,
            top: 2,
            blocs: Vec::new(),
            mots: Vec::new(),
            items: None,
            depth: 0,
            bold: 0,
            link: None,
            first: None,
            rows: None,
            picture: 0,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.words(&typography(&text)),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            _ => {}
        }
    }

    fn words(&mut self, texte: &str) {
        if self.picture == 0 {
            self.mots.push(Mot {
                texte: texte.to_owned(),
                gras: self.bold > 0,
                lien: self.link.clone(),
            });
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Paragraph if self.depth == 0 => self.close(),
            Tag::List(start) => {
                if self.depth == 0 {
                    self.close();
                    self.items = Some((Vec::new(), start.is_some()));
                } else {
                    self.item();
                }
                self.depth += 1;
            }
            Tag::Strong | Tag::Emphasis => self.bold += 1,
            Tag::Link { dest_url, .. } => {
                self.link = Some(dest_url.to_string()).filter(|url| on_the_web(url));
            }
            Tag::Image { .. } => self.picture += 1,
            Tag::Table(_) => {
                self.close();
                self.rows = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => {
                self.rows.get_or_insert_default().push(Vec::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level as u8),
            TagEnd::Paragraph if self.depth == 0 => self.close(),
            TagEnd::Paragraph => self.words(" "),
            TagEnd::Item => self.item(),
            TagEnd::List(_) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.close();
                }
            }
            TagEnd::Strong | TagEnd::Emphasis => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            TagEnd::TableCell => {
                let cell = plain(&std::mem::take(&mut self.mots));
                if let Some(row) = self.rows.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.table(),
            _ => {}
        }
    }

    /// Where a link goes is written after its words, unless they say it.
    fn close_link(&mut self) {
        let Some(url) = self.link.take() else { return };
        let shown = crate::edition::html::acteur::shown_url(&url).to_owned();
        if !plain(&self.mots).contains(&shown) {
            self.words(&format!(" ({shown})"));
        }
    }

    /// Levels of a text begin where its sheet wants them, and never skip one.
    fn heading(&mut self, level: u8) {
        let first = *self.first.get_or_insert(level);
        let texte = plain(&std::mem::take(&mut self.mots));
        let niveau = (self.top + u8::from(level > first)).min(4);
        if !texte.is_empty() {
            self.blocs.push(Bloc::Titre { niveau, texte, ancre: String::new() });
        }
    }

    fn item(&mut self) {
        let mots = trimmed(std::mem::take(&mut self.mots));
        if let Some((items, _)) = self.items.as_mut().filter(|_| !mots.is_empty()) {
            items.push(mots);
        }
    }

    fn table(&mut self) {
        let mut rows = self.rows.take().unwrap_or_default().into_iter();
        let colonnes = rows.next().unwrap_or_default();
        let width = colonnes.len();
        let rangs: Vec<Vec<String>> = rows
            .map(|mut row| {
                row.resize(width, String::new());
                row
            })
            .collect();
        if width > 0 && !rangs.is_empty() {
            let titre = self.called();
            self.blocs.push(Bloc::Tableau { titre, colonnes, rangs });
        }
    }

    /// What a table is called, for who hears it: the heading above it says what it holds.
    fn called(&self) -> String {
        let word = self.here.labels().word("papier.tableau");
        let heading = self.blocs.iter().rev().find_map(|bloc| match bloc {
            Bloc::Titre { texte, .. } => Some(texte),
            _ => None,
        });
        heading.map_or_else(|| word.to_owned(), |heading| format!("{word}\u{a0}: {heading}"))
    }

    fn close(&mut self) {
        self.item_left();
        if let Some((items, numerotee)) = self.items.take().filter(|(items, _)| !items.is_empty()) {
            self.blocs.push(Bloc::Liste { numerotee, items });
        }
        let mots = trimmed(std::mem::take(&mut self.mots));
        if !mots.is_empty() {
            self.blocs.push(Bloc::Texte { mots });
        }
    }

    fn item_left(&mut self) {
        if self.items.is_some() {
            self.item();
        }
    }
}

fn plain(mots: &[Mot]) -> String {
    let text: String = mots.iter().map(|mot| mot.texte.as_str()).collect();
    text.trim().to_owned()
}

/// Runs of words without empty ones at their ends.
fn trimmed(mut mots: Vec<Mot>) -> Vec<Mot> {
    while mots.last().is_some_and(|mot| mot.texte.trim().is_empty()) {
        mots.pop();
    }
    let start = mots.iter().position(|mot| !mot.texte.trim().is_empty()).unwrap_or(mots.len());
    mots.split_off(start)
}
