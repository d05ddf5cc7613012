//! A page made of a few facts and some parts: territories, schemes, pages about the guide.

use serde::Serialize;

use crate::record::Fiche;
use crate::text::typography;

use super::fiche::{self, Langue};
use super::frame::{Frame, Head};
use super::here::Here;
use super::parts::{Avis, Entree, Fait, Figure, Groupe, Rubrique};

/// Such a page, as its template sees it.
#[derive(Serialize)]
pub(super) struct Dossier<'a> {
    page: Frame<'a>,
    /// What it is, in one line.
    pub sous: String,
    pub avis: Vec<Avis<'a>>,
    pub langue: Option<Langue<'a>>,
    pub resume: String,
    /// Markdown made HTML.
    pub detail: String,
    /// The facts that decide.
    pub bref: Vec<Fait<'a>>,
    pub rubriques: Vec<Rubrique<'a>>,
    pub images: Vec<Figure>,
    /// Last lines: when it was written, from what.
    pub fin: Vec<String>,
}

impl<'a> Dossier<'a> {
    /// A page with nothing but its frame.
    pub fn new(here: Here<'a>, head: Head<'a>) -> Self {
        Self {
            page: here.frame(head),
            sous: String::new(),
            avis: Vec::new(),
            langue: None,
            resume: String::new(),
            detail: String::new(),
            bref: Vec::new(),
            rubriques: Vec::new(),
            images: Vec::new(),
            fin: Vec::new(),
        }
    }

    /// The page with what its content policy lets run.
    pub fn letting(mut self, scripts: String) -> Self {
        self.page.scripts = scripts;
        self
    }

    /// The page with what every record says: summary, text, pictures, end, dates, source.
    pub fn of(mut self, here: Here<'a>, fiche: &'a Fiche) -> Self {
        let labels = here.labels();
        let ended = !fiche.en_cours(here.world.guides.today);
        self.avis = ended.then(|| here.ended(fiche)).into_iter().collect();
        self.langue = Langue::of(fiche);
        self.resume = fiche.presentation_resume.as_deref().map(typography).unwrap_or_default();
        self.detail = here.detail(fiche);
        self.images = here.figures(fiche);
        let verified = here.verified_line(fiche);
        let updated = fiche::updated(fiche, labels).filter(|_| verified.is_none());
        let source = fiche::source(fiche, labels);
        self.fin = [verified, updated, source].into_iter().flatten().collect();
        self
    }

    /// The page with the parts that have something to say.
    pub fn with(mut self, rubriques: impl IntoIterator<Item = Rubrique<'a>>) -> Self {
        self.rubriques.extend(rubriques.into_iter().filter(|part| !part.est_vide()));
        self
    }
}

impl<'a> Here<'a> {
    /// A part of a page whose heading is a word of the labels.
    pub(super) fn rubrique(&self, key: &'a str) -> Rubrique<'a> {
        Rubrique { titre: self.labels().word(key).into(), ..Rubrique::default() }
    }

    /// Places under a heading: as records when they are few, by commune when they are many.
    pub(super) fn places(&self, key: &'a str, acteurs: &[usize]) -> Rubrique<'a> {
        let part = self.rubrique(key);
        if acteurs.len() <= FEW {
            let fiches: Vec<Entree<'a>> = acteurs.iter().map(|&at| self.place(at, true)).collect();
            return Rubrique { fiches: self.with_communes(fiches, acteurs), ..part };
        }
        let many = acteurs.len() > super::plan::LONGEST_LIST;
        let groupes = self.communes(acteurs, many, false);
        match many {
            // One group of communes with counts, and no heading of its own.
            true => {
                let court = groupes.into_iter().flat_map(|group: Groupe<'a>| group.entrees);
                Rubrique { court: court.collect(), ..part }
            }
            false => Rubrique { groupes, ..part },
        }
    }

    /// The same entries with the commune of each on its first line, unless its name says it.
    fn with_communes(&self, mut fiches: Vec<Entree<'a>>, acteurs: &[usize]) -> Vec<Entree<'a>> {
        for (fiche, &acteur) in fiches.iter_mut().zip(acteurs) {
            let brief = &self.common().acteurs[acteur];
            if !brief.commune.is_empty() && !brief.nom.contains(&brief.commune) {
                fiche.lignes.insert(0, brief.commune.as_str().into());
            }
        }
        fiches
    }
}

/// Places up to which a list needs no communes.
const FEW: usize = 12;
