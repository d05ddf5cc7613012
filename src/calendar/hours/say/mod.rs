//! Hours as plain French sentences, for reading and for screen readers: never a formula.

mod closed;
mod days;
mod layer;
mod meets;
mod open;
mod part;
mod row;
mod season;
mod when;

use super::Horaires;
use super::days::Exception;
use super::rule::Link;
use layer::layers;

pub(super) use days::{Article, weekdays};
pub(super) use layer::Layer;
pub(super) use open::tidy_remark;
pub(super) use row::Hours;
pub(super) use season::season_words;
pub(super) use when::{except_words, weeks_words};

impl Horaires {
    /// The whole in French: « Mardi et jeudi de 9 h à 12 h. Fermé les jours fériés. »
    pub fn sentence(&self) -> String {
        let layers = layers(&self.rules);
        let shared = Shared::of(&layers);
        let mut said: Vec<String> = Vec::new();
        let mut from = 0;
        for part in layers.chunk_by(|_, next| next.link != Link::Otherwise) {
            let to = from + part.len();
            for index in from..to {
                said.extend(open::sentences(&layers[index], &layers[..index], &shared));
            }
            if from == 0 {
                said.extend(shared.sentences());
            }
            said.extend(closed::sentences(&layers[..to], from, to < layers.len()));
            from = to;
        }
        if said.is_empty() {
            said.push("fermé".into());
        }
        let sentences: Vec<String> = said.iter().map(|words| finish(words)).collect();
        sentences.join(" ")
    }

    /// What a weekly table leaves out and must be said under it: closures, exceptions, other times
    /// of the year.
    pub fn remarks(&self) -> Vec<String> {
        let layers = layers(&self.rules);
        let none = Shared::default();
        let mut said: Vec<String> = Vec::new();
        for (index, layer) in layers.iter().enumerate() {
            if !layer.fits_table() {
                said.extend(open::sentences(layer, &layers[..index], &none));
            }
        }
        said.extend(closed::sentences(&layers, 0, false));
        said.iter().map(|words| finish(words)).collect()
    }

    /// The layers of these hours, for the table.
    pub(super) fn layers(&self) -> Vec<Layer<'_>> {
        layers(&self.rules)
    }
}

impl Exception {
    /// In French, as it follows « sauf »: `les jours fériés`, `le 2 mars 2027`.
    pub fn words(&self) -> String {
        except_words(std::slice::from_ref(self))
    }
}

/// What all sentences share, and so is said once after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared<'a> {
    except: &'a [Exception],
    appointment: bool,
}

impl<'a> Shared<'a> {
    fn of(layers: &[Layer<'a>]) -> Self {
        let open: Vec<&Layer> = layers.iter().filter(|layer| layer.is_open()).collect();
        let sentences: usize = open.iter().map(|layer| layer.groups().len()).sum();
        let otherwise = open.iter().any(|layer| layer.link == Link::Otherwise);
        let Some(first) = open.first().filter(|_| sentences > 1 && !otherwise) else {
            return Self::default();
        };
        let all = open.iter().all(|layer| layer.except == first.except);
        Self {
            except: if all { first.except } else { &[] },
            appointment: open.iter().all(|layer| layer.is_by_appointment()),
        }
    }

    fn sentences(&self) -> impl Iterator<Item = String> {
        let appointment = self.appointment.then(|| "toujours sur rendez-vous".to_owned());
        let except = !self.except.is_empty();
        let except = except.then(|| format!("sauf {}", except_words(self.except)));
        [appointment, except].into_iter().flatten()
    }
}

/// A sentence: a capital first, a full stop last.
fn finish(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mut sentence: String = first.chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

/// Words one after the other: `a`, `a et b`, `a, b et c`.
pub(super) fn listed(words: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            let last = index + 1 == words.len();
            out.push_str(if last { " et " } else { ", " });
        }
        out.push_str(word.as_ref());
    }
    out
}
