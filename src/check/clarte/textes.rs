//! The texts of a guide that readers read as sentences, with where they are written.

use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Place, Source};
use crate::guide::{Guide, Guides};
use crate::record::{Acteur, Evenement, Fiche, Page};

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Texte<'a> {
    /// The name of the record, or the word that is explained.
    pub nom: &'a str,
    /// Its key; « texte » for the text of a page.
    pub cle: &'static str,
    /// As it is written.
    pub ecrit: &'a str,
    fichier: &'a Arc<Source>,
    /// Where to look for it in its file, in bytes.
    debut: usize,
    markdown: bool,
}

/// The texts of the records and pages of a guide.
pub fn of_guide(guide: &Guide) -> Vec<Texte<'_>> {
    let acteurs = guide.acteurs.iter().flat_map(acteur);
    acteurs
        .chain(guide.evenements.iter().flat_map(evenement))
        .chain(guide.pages.iter().flat_map(page))
        .collect()
}

/// The texts that all guides share: schemes, territories, pages above the guides, words explained.
pub fn shared(guides: &Guides) -> Vec<Texte<'_>> {
    let schemes = guides.dispositifs.iter().flat_map(|one| presented(&one.fiche));
    let territories = guides
        .territoires
        .iter()
        .flat_map(|one| with(&one.fiche, [("strategie", one.strategie.as_deref())]));
    let words = guides.glossaire.iter().map(|entry| Texte {
        nom: &entry.terme,
        cle: "definition",
        ecrit: &entry.definition,
        fichier: &entry.place.source,
        debut: entry.place.span.start,
        markdown: false,
    });
    schemes.chain(territories).chain(guides.pages.iter().flat_map(page)).chain(words).collect()
}

fn acteur(one: &Acteur) -> Vec<Texte<'_>> {
    let plain = [
        ("accessibilite", one.accessibilite.as_deref()),
        ("venir", one.venir.as_deref()),
        ("tarif", one.tarif.as_deref()),
    ];
    with(&one.fiche, plain)
}

fn evenement(one: &Evenement) -> Vec<Texte<'_>> {
    let plain = [
        ("avant_de_venir", one.avant_de_venir.as_deref()),
        ("a_la_fin", one.a_la_fin.as_deref()),
        ("accessibilite", one.accessibilite.as_deref()),
        ("tarif", one.tarif.as_deref()),
    ];
    with(&one.fiche, plain)
}

fn page(one: &Page) -> Vec<Texte<'_>> {
    let mut texts = presented(&one.fiche);
    if texts_are_french(&one.fiche) {
        texts.push(Texte {
            debut: one.debut,
            markdown: true,
            ..plain(&one.fiche, "texte", &one.texte)
        });
    }
    texts
}

fn with<'a, const N: usize>(
    fiche: &'a Fiche,
    plain_texts: [(&'static str, Option<&'a str>); N],
) -> Vec<Texte<'a>> {
    let mut texts = presented(fiche);
    if texts_are_french(fiche) {
        let one =
            |(cle, text): (&'static str, Option<&'a str>)| text.map(|text| plain(fiche, cle, text));
        texts.extend(plain_texts.into_iter().filter_map(one));
    }
    texts
}

/// The presentation of a record, in brief and at length.
fn presented(fiche: &Fiche) -> Vec<Texte<'_>> {
    if !texts_are_french(fiche) {
        return Vec::new();
    }
    let brief =
        fiche.presentation_resume.as_deref().map(|text| plain(fiche, "presentation_resume", text));
    let long = fiche.presentation_detail.as_ref().map(|text| Texte {
        debut: text.span.start,
        markdown: true,
        ..plain(fiche, "presentation_detail", &text.value)
    });
    brief.into_iter().chain(long).collect()
}

fn plain<'a>(fiche: &'a Fiche, cle: &'static str, ecrit: &'a str) -> Texte<'a> {
    Texte {
        nom: &fiche.nom,
        cle,
        ecrit,
        fichier: &fiche.fichier,
        debut: fiche.span.start,
        markdown: false,
    }
}

fn texts_are_french(fiche: &Fiche) -> bool {
    fiche.langue.as_deref().is_none_or(|language| language.starts_with("fr"))
}

impl Texte<'_> {
    /// Its paragraphs and items as they are read, without any mark of Markdown; headings and tables are no sentences.
    pub fn blocs(&self) -> Vec<String> {
        match self.markdown {
            true => blocks(self.ecrit),
            false => vec![self.ecrit.to_owned()],
        }
    }

    /// Where words of it stand in its file, whatever the ends of lines between them; where it may begin otherwise.
    pub fn place(&self, words: &str) -> Place {
        let found = find(&self.fichier.text, self.debut, words);
        self.fichier.at(found.unwrap_or(self.debut..self.debut))
    }
}

/// Words of a sentence by which it is found again in its file.
const ENOUGH: usize = 4;

/// The bytes of the first words of a sentence, after some byte; signs of Markdown or YAML may stand between them.
fn find(file: &str, from: usize, sentence: &str) -> Option<std::ops::Range<usize>> {
    let wanted: Vec<&str> = sentence.split_whitespace().take(ENOUGH).collect();
    let rest = file.get(from..)?;
    let first = wanted.first()?;
    rest.match_indices(first).find_map(|(at, _)| {
        let mut end = at + first.len();
        for word in &wanted[1..] {
            let gap = rest[end..].find(|c: char| !c.is_whitespace() && !"*_[".contains(c))?;
            if !rest[end + gap..].starts_with(word) {
                return None;
            }
            end += gap + word.len();
        }
        Some(from + at..from + end)
    })
}

fn blocks(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut blocks = vec![String::new()];
    let mut silent = 0_usize;
    for event in Parser::new_ext(markdown, options) {
        let last = blocks.last_mut();
        match (event, last) {
            (
                Event::Start(
                    Tag::Heading { .. } | Tag::Table(_) | Tag::CodeBlock(_) | Tag::HtmlBlock,
                ),
                _,
            ) => silent += 1,
            (
                Event::End(
                    TagEnd::Heading(_) | TagEnd::Table | TagEnd::CodeBlock | TagEnd::HtmlBlock,
                ),
                _,
            ) => {
                silent = silent.saturating_sub(1);
            }
            (
                Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_))
                | Event::End(TagEnd::Paragraph | TagEnd::Item),
                _,
            ) => {
                blocks.push(String::new());
            }
            (Event::Text(text) | Event::Code(text), Some(block)) if silent == 0 => {
                block.push_str(&text)
            }
            (Event::SoftBreak | Event::HardBreak, Some(block)) if silent == 0 => block.push('\n'),
            _ => {}
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks
}
