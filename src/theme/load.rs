//! A theme from its files: the base theme, with a guide's own files over it, name by name.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde::Serialize;
use tera::{Context, Tera};

use crate::diagnostic::{Diagnostic, Source};
use crate::typeset::Files;

use super::base::FILES;
use super::colour::Colour;
use super::labels::Labels;
use super::mistake;
use super::names::Given;
use super::shared::Shared;
use super::style::Style;
use super::trim::Trimmer;

/// What a guide's pages are made with.
#[derive(Debug)]
pub struct Theme {
    /// Style of every page.
    pub style: Style,
    trimmer: Trimmer,
    /// Words of the interface.
    pub labels: Arc<Labels>,
    /// The accent its colours are made from.
    pub accent: Colour,
    /// The style of the guide's own, when it has one.
    pub own_style: Option<Arc<Source>>,
    /// Themes of paper.
    pub print: Files,
    /// What its own templates are given, when it has any.
    given: Option<Given>,
    icons: BTreeMap<String, String>,
    shared: Shared,
    /// The engine, from the first page to the last: of a hundred themes few make pages at the same moment.
    engine: Mutex<Option<Arc<Tera>>>,
    /// The texts of the templates, to show where a mistake stands.
    sources: BTreeMap<String, Arc<Source>>,
    /// The fingerprint of all that it was put together from, the base apart.
    pub empreinte: blake3::Hash,
}

/// Files of a theme by name, as [`FILES`] has them.
pub(super) type Overlay = BTreeMap<String, Arc<Source>>;

/// The accent of a guide that chooses none: a deep blue, 10:1 on white.
pub const DEFAULT_ACCENT: Colour = Colour::new(0x1b, 0x3a, 0x6b);

impl Theme {
    /// Puts a guide's own files over the base theme; what is wrong with them is said.
    pub(super) fn load(
        overlay: &Overlay,
        accent: Colour,
        shared: Shared,
        out: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut files = BASE.files.clone();
        let mut labels = Arc::clone(&BASE.labels);
        for (name, source) in overlay {
            match name.as_str() {
                LABELS => labels = Arc::new(Labels::clone(&labels).with(source, out)),
                _ => drop(files.insert(name.clone(), Arc::clone(source))),
            }
        }
        let style = Style::new(&files[STYLE].text, accent);
        let icon = |(name, source): (&String, &Arc<Source>)| {
            let stem = name.strip_prefix("icones/")?.strip_suffix(".svg")?;
            Some((stem.to_owned(), source.text.trim().to_owned()))
        };
        let icons = files.iter().filter_map(icon).collect();
        let print = |(name, source): (&String, &Arc<Source>)| {
            name.starts_with(PRINT).then(|| (name.clone(), Arc::clone(source)))
        };
        let print = files.iter().filter_map(print).collect();
        let templates = files.into_iter().filter(|(name, _)| name.ends_with(".html")).collect();
        let trimmer = Trimmer::new(&style);
        // Templates are read once where a guide changes none.
        let own = overlay.keys().any(|name| name.ends_with(".html"));
        let mut theme = Self {
            style,
            trimmer,
            labels,
            accent,
            own_style: overlay.get(STYLE).map(Arc::clone),
            print,
            given: Given::for_templates_of(overlay),
            icons,
            sources: templates,
            empreinte: empreinte(overlay, accent, &shared),
            shared,
            engine: Mutex::default(),
        };
        if own {
            theme.compile(out);
        }
        theme
    }

    /// An engine that has what all pages share.
    fn equipped(&self, mut engine: Tera) -> Tera {
        let everywhere = engine.global_context();
        everywhere.insert("guide", &self.shared);
        everywhere.insert("t", &self.labels.groups());
        everywhere.insert("style", &self.style);
        engine
    }

    /// Reads the templates of a guide that has its own.
    fn compile(&mut self, out: &mut Vec<Diagnostic>) {
        if let Some(given) = &mut self.given {
            given.add_everywhere("guide", &self.shared);
            given.add_everywhere("t", &self.labels.groups());
            given.add_everywhere("style", &self.style);
        }
        let mut engine = self.equipped(Tera::new());
        let templates = self.sources.iter().map(|(name, source)| (name, source.text.as_str()));
        if let Err(error) = engine.add_raw_templates(templates) {
            out.extend(mistake::all(&error, &self.sources, None));
        }
        self.engine = Mutex::new(Some(Arc::new(engine)));
    }

    /// The engine; that of a guide without templates of its own is a copy of the base's, made when it is asked for.
    fn engine(&self) -> Arc<Tera> {
        let mut engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let made = engine.get_or_insert_with(|| Arc::new(self.equipped(BASE.tera.clone())));
        Arc::clone(made)
    }

    /// Puts the engine away: the next page makes it again.
    pub fn rest(&self) {
        if !self.has_own_templates() {
            *self.engine.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    /// Remembers what a page is made from, where a guide has templates of its own: their names are checked against it.
    pub fn remember(&self, template: &str, view: &impl Serialize) {
        if let Some(given) = &self.given {
            given.add(template, view);
        }
    }

    /// Names that the guide's own templates use and no page gives them.
    pub fn unknown_names(&self) -> Vec<Diagnostic> {
        self.given.as_ref().map_or_else(Vec::new, |given| given.unknown_names(&self.sources))
    }

    /// Whether the guide has templates of its own, whose names are known when all its pages are made.
    pub fn has_own_templates(&self) -> bool {
        self.given.is_some()
    }

    /// Renders a page with the rules of the style that it uses; a mistake of a template is said where it stands.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Diagnostic> {
        let mut bytes = Vec::with_capacity(16 * 1024);
        match self.engine().render_to(template, context, &mut bytes) {
            // The engine writes texts made of texts.
            Ok(()) => Ok(self.trimmer.trimmed(String::from_utf8(bytes).unwrap_or_default())),
            Err(error) => Err(mistake::first(&error, &self.sources, template)),
        }
    }

    /// A pictogram by its name, as inline SVG; nothing when the theme has none.
    pub fn icon(&self, name: &str) -> &str {
        self.icons.get(name).map_or("", String::as_str)
    }
}

/// The fingerprint of a guide's own files, of its colour and of what all its pages share.
fn empreinte(overlay: &Overlay, accent: Colour, shared: &Shared) -> blake3::Hash {
    let mut all = blake3::Hasher::new();
    for (name, source) in overlay {
        for part in [name, &source.text] {
            all.update(blake3::hash(part.as_bytes()).as_bytes());
        }
    }
    all.update(format!("{accent:?} {shared:?}").as_bytes());
    all.finalize()
}

/// The base theme, read once.
struct Base {
    files: Overlay,
    labels: Arc<Labels>,
    tera: Tera,
}

/// Nothing is wrong with it: the tests read it too.
static BASE: LazyLock<Base> = LazyLock::new(|| {
    let files: Overlay = FILES.iter().map(|(name, text)| base_file(name, text)).collect();
    let labels = Arc::new(Labels::read(&files[LABELS], &mut Vec::new()));
    let mut tera = Tera::new();
    let templates = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let _ = tera.add_raw_templates(templates.map(|(name, source)| (name, source.text.as_str())));
    Base { files, labels, tera }
});

const LABELS: &str = "labels/fr.yaml";
/// Where themes of paper stand.
pub(super) const PRINT: &str = "print/";
const STYLE: &str = "style.css";

fn base_file(name: &str, text: &str) -> (String, Arc<Source>) {
    let source = Source { path: format!("themes/base/{name}"), text: text.to_owned() };
    (name.to_owned(), Arc::new(source))
}
