//! What the pages of all kinds of records share: end, verification, long text, pictures, phones.

use serde::Serialize;

use crate::calendar;
use crate::record::Fiche;
use crate::record::fiche::Image;
use crate::text::{sentence, typography};

pub(in crate::edition) use crate::theme::tel;

use crate::theme::Labels;

use super::here::Here;
use super::markdown::{self, Links};
use super::parts::{Avis, Figure};

/// The language of a text that is not French.
#[derive(Serialize)]
pub(in crate::edition) struct Langue<'a> {
    /// BCP 47 code.
    code: &'a str,
    /// Whether it is written from right to left.
    droite: bool,
}

/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "fa", "he", "prs", "ps", "sd", "ur", "yi"];

impl<'a> Langue<'a> {
    /// The language of a record's texts, when it is not French.
    pub fn of(fiche: &'a Fiche) -> Option<Self> {
        let code = fiche.langue.as_deref().filter(|code| *code != "fr")?;
        let main = code.split('-').next().unwrap_or(code);
        Some(Self { code, droite: RIGHT_TO_LEFT.contains(&main) })
    }
}

/// « Mis à jour le 23 novembre 2026. »
pub(in crate::edition) fn updated(fiche: &Fiche, labels: &Labels) -> Option<String> {
    let day = fiche.date_maj.map(calendar::short)?;
    Some(labels.say("texte.mise_a_jour", &[("jour", &day)]))
}

/// « Source : Liste France services, août 2024. »
pub(in crate::edition) fn source(fiche: &Fiche, labels: &Labels) -> Option<String> {
    let written = fiche.source.as_deref().map(typography)?;
    Some(labels.say("texte.source", &[("source", &written)]))
}

impl<'a> Here<'a> {
    /// A notice of the labels: its first word, and its sentence with values put in.
    pub fn notice(&self, key: &str, values: &[(&str, &str)]) -> Avis<'a> {
        let mot = self.labels().say(&format!("{key}.mot"), values);
        let texte = self.labels().say(&format!("{key}.texte"), values);
        Avis { mot: sentence(&mot).into(), texte: texte.into(), lien: None }
    }

    /// « Fini depuis le 10 juin 2024 », why, and what replaces it.
    pub fn ended(&self, fiche: &'a Fiche) -> Avis<'a> {
        let end = fiche.termine.as_ref();
        let mut avis = match end.and_then(|end| end.le) {
            Some(le) => self.notice("avis.fini_depuis", &[("jour", &calendar::short(le))]),
            None => self.notice("avis.fini", &[]),
        };
        if let Some(raison) = end.and_then(|end| end.raison.as_deref()) {
            avis.texte = sentence(&typography(raison)).into();
        }
        avis.lien = end.and_then(|end| end.remplace_par.as_ref()).map(|next| self.reference(next));
        if avis.lien.is_some() {
            avis.texte = format!("{} {}", avis.texte, self.labels().word("avis.remplace")).into();
        }
        avis
    }

    /// The longer text of a record, below a heading of level 2.
    pub fn detail(&self, fiche: &Fiche) -> String {
        self.detail_from(fiche, 3)
    }

    /// The longer text of a record, its headings from a level on.
    pub fn detail_from(&self, fiche: &Fiche, top: usize) -> String {
        let text = fiche.presentation_detail.as_ref();
        text.map(|text| markdown::html(&text.value, top, self)).unwrap_or_default()
    }

    /// « vérifiée le 3 mars 2026 par téléphone, le hub ».
    pub fn verified(&self, fiche: &Fiche) -> Option<String> {
        let verifie = fiche.verifie.as_ref()?;
        let jour = calendar::short(verifie.le);
        let comment = verifie.comment.as_deref().map(manner);
        let said = match comment {
            Some(how) => {
                self.labels().say("verifie.comment", &[("jour", &jour), ("comment", &how)])
            }
            None => self.labels().say("verifie.le", &[("jour", &jour)]),
        };
        let by = verifie.par.as_deref().map(typography);
        Some(match by {
            Some(who) => self.labels().say("verifie.par", &[("quoi", &said), ("qui", &who)]),
            None => said,
        })
    }

    /// « Fiche vérifiée le 3 mars 2026 par téléphone, le hub. », as a line by itself.
    pub fn verified_line(&self, fiche: &Fiche) -> Option<String> {
        let said = self.verified(fiche)?;
        Some(sentence(&format!("{} {said}", self.labels().word("fait.verifie"))))
    }

    /// The pictures of a record that the guide has.
    pub fn figures(&self, fiche: &Fiche) -> Vec<Figure> {
        let figure = |image: &Image| {
            Some(Figure {
                image: self.image(&image.fichier.value)?.html(&typography(&image.alt)),
                legende: self.legende(image),
            })
        };
        fiche.images.iter().filter_map(figure).collect()
    }

    /// Caption and author of a picture; empty for none.
    pub fn legende(&self, image: &Image) -> String {
        let credit = image.credit.as_deref().map(typography);
        let credit = credit.map(|credit| self.labels().say("image.credit", &[("credit", &credit)]));
        let said = image.legende.as_deref().map(typography).into_iter().chain(credit);
        said.collect::<Vec<_>>().join(" ")
    }
}

/// How a record was checked, in words that follow a day: « par téléphone », « (presse) ».
fn manner(written: &str) -> String {
    let follows = ["par ", "lors ", "sur ", "d’", "d'", "avec ", "chez ", "à ", "en "];
    let text = typography(written);
    if follows.iter().any(|word| written.starts_with(word)) { text } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_it_was_checked() {
        assert_eq!(manner("par téléphone"), "par téléphone");
        assert_eq!(manner("presse"), "(presse)");
    }
}
