//! Pictures of pages say what they show, whoever put them there: a record, a text, a theme.

use crate::check::alternatives::{Doubt, REMEDIES, doubt};
use crate::check::images::looks_like_a_file;
use crate::diagnostic::{Diagnostic, Severity};

use super::listen::Listener;
use super::say::{Rule, say};
use super::tokens::Tag;
use super::{Made, Rendered};

const SILENT: Rule = Rule {
    code: "image-sans-texte",
    severity: Severity::Error,
    remedy: "Ajoutez « alt » : ce que montre l’image, en une phrase, ou rien entre les guillemets si elle ne fait que décorer.",
};

const USELESS: Rule = Rule {
    code: "image-texte-inutile",
    severity: Severity::Error,
    remedy: "Écrivez ce que montre l’image, en une phrase, entre les crochets : « ![Le bus devant la mairie](bus.jpg) ».",
};

/// A picture without a text: its file name would be read aloud.
pub(super) fn silent(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message = |src: &String| format!("L’image « {src} » n’a pas de texte de remplacement.");
    say(
        made,
        &SILENT,
        |page: &Rendered| page.faults().silent_images.iter().map(message).collect(),
        out,
    );
}

/// A text that is the name of a file.
pub(super) fn useless(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let message =
        |alt: &String| format!("Le texte de remplacement « {alt} » est un nom de fichier.");
    say(
        made,
        &USELESS,
        |page: &Rendered| page.faults().useless_alts.iter().map(message).collect(),
        out,
    );
}

/// What a picture of a text in Markdown says in vain; those of records are judged before, where they are written.
pub(super) fn doubtful(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    for remedy in REMEDIES {
        let rule = Rule { code: "image-texte-inutile", severity: Severity::Warning, remedy };
        let mine = |page: &Rendered| {
            let all = page.faults().doubtful_alts.iter().filter(|one| one.remedy == remedy);
            all.map(|one| one.message.clone()).collect()
        };
        say(made, &rule, mine, out);
    }
}

/// Pictures that say nothing.
#[derive(Default)]
pub(super) struct Pictures {
    /// Addresses of pictures without `alt`.
    pub silent: Vec<String>,
    /// Names of files written as `alt`.
    pub useless: Vec<String>,
    /// What texts in Markdown say in vain.
    pub doubtful: Vec<Doubt>,
    /// Figures that are open: the pictures of records stand in them.
    figures: usize,
}

impl<'a> Listener<'a> for Pictures {
    fn open(&mut self, tag: &Tag<'a>, _: usize) {
        self.figures += usize::from(tag.name == "figure");
        if tag.name != "img" {
            return;
        }
        match tag.value("alt") {
            None => self.silent.push(tag.value("src").unwrap_or_default().into_owned()),
            Some(alt) if looks_like_a_file(&alt) => self.useless.push(alt.into_owned()),
            Some(alt) if self.figures == 0 => self.doubtful.extend(doubt(&alt, &[])),
            Some(_) => {}
        }
    }

    fn close(&mut self, name: &str, _: usize) {
        self.figures = self.figures.saturating_sub(usize::from(name == "figure"));
    }
}
