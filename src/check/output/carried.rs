//! Files to take along are whole in themselves: nothing in them is fetched from beside or from the web, every link of
//! theirs leads somewhere without network, and they are light enough for a mail.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{About, Cible, Medium, Sheet};
use crate::text::thousands;

use super::escapes::decoded;
use super::listen::Listener;
use super::say::{Rule, say};
use super::tokens::Tag;
use super::weight::Budget;
use super::{Made, Rendered};

const RULE: Rule = Rule {
    code: "fichier-a-emporter",
    severity: Severity::Error,
    remedy: "Corrigez le thème ou le texte : ce fichier est lu seul, sans Internet et sans les autres pages.",
};

/// What would not work once the file is taken along.
pub(super) fn broken(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    say(made, &RULE, |file: &Rendered| file.faults().carried.clone(), out);
}

/// A file that a mail or an old phone would refuse.
pub(super) fn too_heavy(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    for (severity, above) in [(Severity::Error, true), (Severity::Warning, false)] {
        let rule = Rule {
            code: "fichier-trop-lourd",
            severity,
            remedy: "Raccourcissez les textes des fiches, ou retirez ce genre de fichiers de « hors_ligne » dans « guide.yaml ».",
        };
        let found = |file: &Rendered| {
            let Some(bar) = made.sheet(file).and_then(bar) else { return Vec::new() };
            let heavy = file.size > bar.hard;
            let (advice, limit) = match above {
                true => ("la limite est", bar.hard),
                false => ("mieux vaut rester sous", bar.soft),
            };
            let wanted = if above { heavy } else { !heavy && file.size > bar.soft };
            let said = format!(
                "Ce fichier à emporter pèse {} octets : {advice} {}.",
                thousands(file.size),
                thousands(limit)
            );
            if wanted { vec![said] } else { Vec::new() }
        };
        say(made, &rule, found, out);
    }
}

/// What a file to take along may weigh as it is: nobody compresses what goes by mail or on a key. Figures: docs/adr/0031.
fn bar(sheet: &Sheet) -> Option<Budget> {
    let About::Emporter(_, cible) = sheet.about else { return None };
    match (sheet.medium, cible) {
        (Medium::Embed | Medium::Fragment, _) => Some(Budget { soft: 30_000, hard: 100_000 }),
        (Medium::OneFile | Medium::Text, Cible::Commune(_)) => {
            Some(Budget { soft: 150_000, hard: 500_000 })
        }
        (Medium::OneFile | Medium::Messages | Medium::Text | Medium::Epub, _) => {
            Some(Budget { soft: 2_000_000, hard: 5_000_000 })
        }
        _ => None,
    }
}

/// Whether a sheet is read by the rules of files to take along.
pub(super) fn is_read(sheet: &Sheet) -> bool {
    matches!(sheet.medium, Medium::OneFile | Medium::Messages | Medium::Embed | Medium::Fragment)
}

/// Attributes that name something to fetch or to go to.
const ADDRESSES: [&str; 8] =
    ["href", "src", "srcset", "action", "data", "poster", "background", "formaction"];

/// What a link may begin with, and still works where there is no page beside: it leads to the file itself, calls, writes.
const WHOLE: [&str; 6] = ["#", "https://", "http://", "tel:", "sms:", "mailto:"];

/// The names and links of a file.
#[derive(Default)]
pub(super) struct Carried {
    ids: BTreeSet<String>,
    inner: BTreeSet<String>,
    faults: Vec<String>,
    /// Whether the text to come is a style.
    style: bool,
}

impl Carried {
    /// What is wrong, once the file is read.
    pub fn faults(mut self) -> Vec<String> {
        let lost = self.inner.iter().filter(|name| !name.is_empty() && !self.ids.contains(*name));
        let lost = lost.map(|name| format!("Le lien « #{name} » ne mène à rien dans ce fichier."));
        self.faults.extend(lost);
        self.faults
    }

    fn address(&mut self, tag: &Tag<'_>, name: &str, value: &str) {
        // A page is gone to; anything else would be fetched.
        let gone_to = tag.name == "a" && name == "href";
        if let Some(inner) = value.strip_prefix('#') {
            self.inner.insert(inner.to_owned());
        } else if gone_to && !WHOLE.iter().any(|start| value.starts_with(start)) {
            self.faults.push(format!(
                "Le lien « {value} » sort de ce fichier vers une page qui n’est pas avec lui."
            ));
        } else if !gone_to && !value.starts_with("data:") {
            self.faults.push(format!("Ce fichier va chercher « {value} » ailleurs."));
        }
    }
}

impl<'a> Listener<'a> for Carried {
    fn open(&mut self, tag: &Tag<'a>, _: usize) {
        self.style = tag.name == "style";
        for (name, value) in tag.attributes() {
            let value = decoded(value);
            if name == "id" && !self.ids.insert(value.to_string()) {
                self.faults.push(format!(
                    "Deux endroits de ce fichier ont le même nom (id) : « {value} »."
                ));
            } else if ADDRESSES.contains(&name) {
                self.address(tag, name, &value);
            }
        }
    }
    fn text(&mut self, text: &'a str) {
        if !std::mem::take(&mut self.style) {
            return;
        }
        if text.contains("@import") || text.replace("url(data:", "").contains("url(") {
            self.faults.push(
                "Le style de ce fichier va chercher une image ou un autre style ailleurs.".into(),
            );
        }
    }
}
