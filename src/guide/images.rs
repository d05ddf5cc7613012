//! The pictures of a guide: which of them it shows, and what is published of those. The others stay at home.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;

use crate::address::{Address, LONGEST_NAME};
use crate::diagnostic::{Diagnostic, Place};
use crate::picture::{self, Developed, Form};
use crate::record::{Fiche, Memory, Page};
use crate::source::{self, Entry};
use crate::text::slug;

use super::{Guide, Guides};

/// A file of the folder `images` of a guide.
#[derive(Debug)]
pub struct Image {
    /// The file that was given; it is never published.
    pub entry: Entry,
    /// Whether a record or a text shows it.
    pub shown: bool,
    /// What is published of it, with the address of its file; nothing where nothing shows it, or can.
    pub developed: Option<(Address, Arc<Developed>)>,
}

/// A picture that a text in Markdown shows.
#[derive(Debug)]
pub struct Cited {
    /// The file, as it is named among those of the guide.
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// Where the text says so.
    pub place: Place,
}

/// The file that stood at an address in the last build.
pub type Before<'a> = &'a (dyn Fn(&Address) -> Option<Vec<u8>> + Sync);

impl From<Entry> for Image {
    fn from(entry: Entry) -> Self {
        Self { entry, shown: false, developed: None }
    }
}

/// The name of a picture among those of its guide, however a record or a text writes it.
pub fn file(written: &str) -> &str {
    written.strip_prefix("images/").unwrap_or(written)
}

/// The address of the AVIF beside a JPEG.
pub fn modern(address: &Address) -> Option<Address> {
    Address::new(format!("{}.avif", address.as_str().strip_suffix(".jpg")?)).ok()
}

impl Guide {
    /// Everything of this guide that shows pictures.
    pub fn illustrated(&self) -> impl Iterator<Item = &Fiche> {
        let acteurs = self.acteurs.iter().map(|acteur| &acteur.fiche);
        let evenements = self.evenements.iter().map(|event| &event.fiche);
        acteurs.chain(evenements).chain(self.pages.iter().map(|page| &page.fiche))
    }

    /// What is published of a picture, however a record or a text names it, and where.
    pub fn picture(&self, written: &str) -> Option<(&Address, &Developed)> {
        let name = file(written);
        let image = self.images.iter().find(|image| image.entry.name() == name)?;
        image.developed.as_ref().map(|(address, made)| (address, &**made))
    }

    /// The pictures that its texts in Markdown show.
    pub fn cited(&self) -> Vec<Cited> {
        let reports = self.evenements.iter().filter_map(|event| {
            let text = event.compte_rendu.as_ref()?;
            Some((text.value.as_str(), event.fiche.place(&text.span)))
        });
        let texts = self.illustrated().filter_map(detail).chain(reports);
        let pages = self.pages.iter().flat_map(page_pictures);
        texts.flat_map(|(text, place)| cited(text, |_| place.clone())).chain(pages).collect()
    }
}

/// The longer text of a record, and where it stands.
fn detail(fiche: &Fiche) -> Option<(&str, Place)> {
    let text = fiche.presentation_detail.as_ref()?;
    Some((text.value.as_str(), fiche.place(&text.span)))
}

/// The pictures that the text of a page shows.
pub fn page_pictures(page: &Page) -> Vec<Cited> {
    let start = page.debut;
    cited(&page.texte, |at| page.fiche.place(&(start + at.start..start + at.end)))
}

/// The pictures that a text shows.
fn cited(text: &str, place: impl Fn(Range<usize>) -> Place) -> Vec<Cited> {
    let mut found: Vec<Cited> = Vec::new();
    if !text.contains("![") {
        return found;
    }
    let mut inside = false;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                let file = file(&dest_url).to_owned();
                found.push(Cited { file, alt: String::new(), place: place(at) });
                inside = true;
            }
            Event::End(TagEnd::Image) => inside = false,
            Event::Text(words) | Event::Code(words) if inside => {
                if let Some(last) = found.last_mut() {
                    last.alt.push_str(&words);
                }
            }
            _ => {}
        }
    }
    found
}

/// Makes what is published of the pictures that are shown. What the last build made of the same bytes is taken again.
pub fn develop(
    guides: &mut Guides,
    memory: Option<&mut Memory>,
    before: Before<'_>,
    out: &mut Vec<Diagnostic>,
) {
    let above = guides.dispositifs.iter().map(|one| &one.fiche);
    let above = above.chain(guides.territoires.iter().map(|one| &one.fiche));
    let shared: BTreeSet<String> = above.flat_map(shown_by).collect();
    for guide in &mut guides.guides {
        let own = guide.illustrated().flat_map(|fiche| &fiche.images);
        let own = own.map(|image| file(&image.fichier.value).to_owned());
        let wanted: BTreeSet<String> =
            own.chain(guide.cited().into_iter().map(|one| one.file)).collect();
        let folder = slug(&guide.dossier);
        let last = memory.as_deref();
        for image in &mut guide.images {
            let name = image.entry.name();
            image.shown = wanted.contains(name) || shared.contains(name);
        }
        let one = |image: &mut Image| {
            image.developed = Some(made(&image.entry, &folder, last, before)?);
            Ok(())
        };
        let made: Vec<Result<(), Diagnostic>> =
            guide.images.par_iter_mut().filter(|image| image.shown).map(one).collect();
        out.extend(made.into_iter().filter_map(Result::err));
    }
    if let Some(memory) = memory {
        let all = guides.guides.iter().flat_map(|guide| &guide.images);
        memory.images = all.filter_map(|image| image.developed.clone()).collect();
    }
}

/// The pictures of a record above the guides: each guide that shows it looks for them among its own.
fn shown_by(fiche: &Fiche) -> Vec<String> {
    let own = fiche.images.iter().map(|image| file(&image.fichier.value).to_owned());
    let text =
        detail(fiche).into_iter().flat_map(|(text, place)| cited(text, move |_| place.clone()));
    own.chain(text.map(|one| one.file)).collect()
}

/// What is published of a file, and where.
fn made(
    entry: &Entry,
    folder: &str,
    memory: Option<&Memory>,
    before: Before<'_>,
) -> Result<(Address, Arc<Developed>), Diagnostic> {
    let original = source::read_file(&entry.path, &entry.shown)?;
    let refused = |code: &'static str, message: String, remedy: &str| {
        Diagnostic::about_file(code, &entry.shown, message, remedy)
    };
    let hash = picture::name(&original);
    let room = LONGEST_NAME - hash.len() - "-.avif".len();
    let stem: String = slug(entry.stem()).chars().take(room).collect();
    let address = |form: Form| {
        let path = format!("{folder}/images/{stem}-{hash}.{}", form.extension());
        Address::new(path).map_err(|why| {
            refused(
                "nom-de-fichier",
                format!("Le nom de cette image ne peut pas être une adresse : {why}."),
                "Renommez-la avec des lettres sans accent, des chiffres et des tirets.",
            )
        })
    };
    for form in Form::ALL {
        let address = address(form)?;
        if let Some(known) = memory.and_then(|memory| memory.images.get(&address)) {
            return Ok((address, Arc::clone(known)));
        }
        let avif = || modern(&address).and_then(|address| before(&address));
        let known = before(&address).and_then(|bytes| picture::known(form, bytes, avif()));
        if let Some(known) = known {
            return Ok((address, Arc::new(known)));
        }
    }
    let developed = picture::develop(&original)
        .map_err(|fault| refused(fault.code(), fault.message(), fault.remedy()))?;
    Ok((address(developed.form)?, Arc::new(developed)))
}
