//! Correct the guide or add to it: by mail already begun, by phone, or by a form on paper. No account.

use serde::Serialize;

use crate::plan::Fixed;
use crate::record::Reglages;
use crate::text::{mailto, percent, phone, typography};

use super::fiche::tel;
use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::Mot;

/// The page of contributions, as its template sees it.
#[derive(Serialize)]
pub(in crate::edition) struct View<'a> {
    page: Frame<'a>,
    /// A mail about a mistake, already begun.
    erreur: Option<Mot<'a>>,
    /// A mail about a place that is missing, already begun.
    proposer: Option<Mot<'a>>,
    appeler: Option<Mot<'a>>,
    /// Where letters go; empty when nobody wrote it.
    adresse: String,
    /// What the form on paper asks, a line each.
    lignes: Vec<&'a str>,
    donnees: Option<Mot<'a>>,
}

/// What we ask of whoever proposes a place, a label each.
const LINES: [&str; 9] = [
    "contribuer.nom",
    "contribuer.commune",
    "contribuer.adresse",
    "contribuer.telephone",
    "contribuer.horaires",
    "contribuer.services",
    "contribuer.prix",
    "contribuer.rendez_vous",
    "contribuer.vous",
];

/// What we ask of whoever found a mistake.
const MISTAKE: [&str; 3] = ["contribuer.page", "contribuer.faux", "contribuer.juste"];

/// Makes the page of contributions of this guide.
pub(in crate::edition) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let reglages = &here.guide().reglages.reglages;
    let begun = |subject: &str, lines: &[&'static str], word: &'static str| {
        let lines: Vec<&str> = lines.iter().map(|key| labels.word(key)).collect();
        let href = letter(reglages, labels.word(subject), &lines)?;
        Some(Mot::to(Some(href), labels.word(word)))
    };
    View {
        page: here.frame(Head::new(labels.word("contribuer.titre"), "")),
        erreur: begun("contribuer.objet_erreur", &MISTAKE, "contribuer.ecrire_erreur"),
        proposer: begun("contribuer.objet_lieu", &LINES, "contribuer.ecrire_lieu"),
        appeler: reglages.contact.telephone.as_deref().map(|number| {
            let texte = labels.say("action.appeler", &[("numero", &phone(number))]);
            Mot::to(Some(tel(number)), texte)
        }),
        adresse: reglages.contact.adresse.as_deref().map(typography).unwrap_or_default(),
        lignes: LINES.iter().map(|key| labels.word(key)).collect(),
        donnees: here
            .fixed(Fixed::Donnees)
            .map(|href| Mot::to(Some(href), labels.word("donnees.titre"))),
    }
}

/// A mail with a subject and a body of questions to answer.
fn letter(reglages: &Reglages, subject: &str, lines: &[&str]) -> Option<String> {
    let to = reglages.contact.courriel.as_ref()?;
    let body: Vec<String> = lines.iter().map(|line| format!("{line}\u{a0}: ")).collect();
    let body = percent(&body.join("\r\n"));
    Some(format!("{}?subject={}&body={body}", mailto(to), percent(subject)))
}
