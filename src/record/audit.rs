//! The grid of an audit of accessibility: `audit.yaml` of a guide, one entry a criterion.

use std::ops::Range;
use std::sync::Arc;

use crate::calendar::Date;
use crate::diagnostic::{Place, Source};
use crate::vocabulary::{self, RGAA, Term};

use super::reader::{At, Reader};
use super::site::Audit;

/// A grid, finished or not.
#[derive(Clone, Debug)]
pub struct Grille {
    /// Day of the audit.
    pub date: Option<Date>,
    /// Who made it.
    pub auditeur: Option<String>,
    /// Pages that were looked at.
    pub pages: Vec<String>,
    /// Browsers and assistive technologies.
    pub environnements: Vec<String>,
    /// Tools.
    pub outils: Vec<String>,
    /// What was found, criterion by criterion.
    pub criteres: Vec<Constat>,
    /// The file it is written in.
    pub fichier: Arc<Source>,
    /// The bytes of its first key.
    pub span: Range<usize>,
}

/// What was found of a criterion.
#[derive(Clone, Debug)]
pub struct Constat {
    /// Its number.
    pub numero: At<String>,
    /// What was found.
    pub etat: Option<&'static Term>,
    /// Where and what, in words.
    pub note: Option<String>,
    /// Why it is not mended, where mending it would be too heavy a load.
    pub derogation: Option<String>,
}

impl Grille {
    /// The place of some bytes of it.
    pub fn place(&self, span: &Range<usize>) -> Place {
        self.fichier.at(span.clone())
    }

    /// How many criteria were found in a state.
    pub fn combien(&self, etat: &str) -> usize {
        self.criteres.iter().filter(|one| one.est(etat)).count()
    }

    /// Criteria that nobody has judged yet: those « à vérifier », and those that the grid lacks.
    pub fn restent(&self) -> usize {
        let judged = |numero: &str| {
            self.criteres.iter().any(|one| {
                one.numero.value == numero && one.etat.is_some() && !one.est("à vérifier")
            })
        };
        RGAA.criteres().filter(|critere| !judged(critere.numero)).count()
    }

    /// Criteria met among those that apply, in percent: the method of the law, never rounded up.
    pub fn taux(&self) -> Option<u32> {
        let (good, bad) = (self.combien("conforme"), self.combien("non conforme"));
        u32::try_from((good * 100).checked_div(good + bad)?).ok()
    }

    /// The audit that it makes, once nothing is left to judge and it says when, by whom and of which pages.
    pub fn audit(&self) -> Option<Audit> {
        if self.restent() > 0 || self.pages.is_empty() {
            return None;
        }
        Some(Audit {
            date: self.date?,
            auditeur: self.auditeur.clone()?,
            taux: self.taux()?,
            pages: self.pages.clone(),
            environnements: self.environnements.clone(),
            outils: self.outils.clone(),
            span: self.span.clone(),
        })
    }

    /// What was found wrong, as the statement says it: first what is to be mended, then what is left as it is.
    pub fn defauts(&self) -> [Vec<String>; 2] {
        let wrong = self.criteres.iter().filter(|one| one.est("non conforme"));
        let (kept, mended): (Vec<&Constat>, Vec<&Constat>) =
            wrong.partition(|one| one.derogation.is_some());
        [mended, kept].map(|list| list.into_iter().map(Constat::dit).collect())
    }
}

impl Constat {
    fn est(&self, etat: &str) -> bool {
        self.etat.is_some_and(|term| term.code == etat)
    }

    /// « Critère 6.1 : un lien dit où il mène. La page « Aide » a … ».
    fn dit(&self) -> String {
        let numero = &self.numero.value;
        let asked = RGAA.critere(numero).map_or("", |critere| critere.demande);
        let more = [&self.note, &self.derogation].into_iter().flatten();
        let more: String = more.map(|text| format!(" {}", crate::text::sentence(text))).collect();
        format!("Critère {numero} : {asked}{more}")
    }
}

pub(super) fn read(r: &mut Reader<'_>) -> Grille {
    Grille {
        date: r.date("date", "Jour où l’audit a été fini."),
        auditeur: r.text("auditeur", "Qui l’a fait."),
        pages: r.texts(
            "pages",
            "Pages regardées : accueil, une fiche, une commune, la recherche, un imprimé…",
        ),
        environnements: r.texts(
            "environnements",
            "Navigateurs et aides techniques employés, par exemple « NVDA et Firefox ».",
        ),
        outils: r.texts("outils", "Outils employés."),
        criteres: r
            .maps("criteres", "Ce qui a été trouvé, critère par critère.", constat)
            .into_iter()
            .flatten()
            .collect(),
        fichier: Arc::clone(r.source()),
        span: r.first_line(),
    }
}

fn constat(r: &mut Reader<'_>) -> Option<Constat> {
    let numero = r.text_at("numero", "Numéro du critère, entre guillemets, par exemple \"6.1\".");
    if numero.is_none() {
        r.missing("numero");
    }
    let etat = r.term("etat", "Ce qui a été trouvé.", &vocabulary::AUDIT_ETAT);
    let note = r.text("note", "Où, et quoi, en mots ; publié si le critère n’est pas conforme.");
    let derogation = r.text(
        "derogation",
        "Pourquoi ce n’est pas corrigé, si ce serait une charge disproportionnée.",
    );
    numero.map(|numero| Constat { numero, etat, note, derogation })
}
