//! A record in a few words, as every list shows it.

use crate::calendar::Date;
use crate::guide::{Guide, Guides, Moment};
use crate::record::{Acteur, Evenement};
use crate::text::{sentence, typography};
use crate::theme::Labels;
use crate::vocabulary::Term;

use super::fiche::Langue;
use super::parts::capital;
use super::titres::{counts, tell_apart, with_commune};
use crate::edition::changes;
use crate::edition::quand::{self, Line, Said};

/// An actor as lists show it.
#[derive(Debug)]
pub(in crate::edition) struct Brief {
    /// Its name; homonyms carry their commune.
    pub nom: String,
    /// Its commune; empty without one.
    pub commune: String,
    /// Title of its page, without that of the guide.
    pub titre: String,
    /// What it is, in a sentence or two; may be empty.
    pub resume: String,
    /// Whether its texts are in French: lists show no others, which would need their own language.
    pub francais: bool,
    /// « Fermé, du 14 au 31 décembre 2026 »: the change that counts most; empty for none.
    pub changement: String,
    /// Nobody checked it lately.
    pub a_confirmer: bool,
    /// « Sans rendez-vous »; empty when nobody knows.
    pub rendez_vous: String,
    /// When, in one sentence; empty when nobody knows.
    pub quand: String,
    /// « Gratuit »; empty when nobody knows.
    pub prix: String,
}

/// An event as lists show it.
#[derive(Debug)]
pub(in crate::edition) struct EventBrief {
    /// Its name, its state first: « Complet : Café numérique ».
    pub nom: String,
    /// Title of its page, without that of the guide.
    pub titre: String,
    /// Where: host or street, or « par Internet »; may be empty.
    pub lieu: String,
    /// Its commune; empty without one.
    pub commune: String,
    /// When, a line each; days that are past are left out while others are to come.
    pub quand: Vec<Line>,
    /// The next named day, when it has one.
    pub prochain: Option<Date>,
}

impl Brief {
    /// Every actor of a guide.
    pub fn all(guides: &Guides, guide: &Guide, labels: &Labels) -> Vec<Self> {
        let names = guide.acteurs.iter().map(|acteur| acteur.fiche.nom.as_str());
        let homonyms = counts(names);
        let brief = |acteur: &Acteur| Self::of(guides, guide, acteur, labels);
        let mut briefs: Vec<Self> = guide.acteurs.iter().map(brief).collect();
        let streets = |acteur: &Acteur| acteur.adresse.adresse.clone().unwrap_or_default();
        let more = guide.acteurs.iter().map(|acteur| [streets(acteur), acteur.fiche.id.clone()]);
        tell_apart(briefs.iter_mut().map(|brief| &mut brief.titre), more.collect());
        // In lists, homonyms are told apart as their titles are: by commune, then by street.
        for (brief, acteur) in briefs.iter_mut().zip(&guide.acteurs) {
            if homonyms[acteur.fiche.nom.as_str()] > 1 {
                brief.nom.clone_from(&brief.titre);
            }
        }
        briefs
    }

    fn of(guides: &Guides, guide: &Guide, acteur: &Acteur, labels: &Labels) -> Self {
        let nom = typography(&acteur.fiche.nom);
        let commune =
            acteur.adresse.commune.map_or_else(String::new, |commune| typography(commune.nom));
        let titre = with_commune(&nom, &commune);
        let lieu = acteur.est_un_lieu();
        Self {
            resume: acteur.fiche.presentation_resume.as_deref().map(typography).unwrap_or_default(),
            rendez_vous: acteur
                .sans_rendez_vous
                .filter(|_| lieu)
                .map(|term| sentence(&typography(term.plain)))
                .unwrap_or_default(),
            quand: quand::brief(acteur, labels),
            prix: price(&acteur.frais_a_charge).filter(|_| lieu).unwrap_or_default(),
            francais: Langue::of(&acteur.fiche).is_none(),
            changement: changes::first(acteur, guides.today, labels),
            a_confirmer: lieu && guides.moment(guide, acteur) == Moment::AConfirmer,
            nom,
            titre,
            commune,
        }
    }

    /// What decides whether one comes: « Sans rendez-vous. Gratuit. »
    pub fn decides(&self) -> String {
        [self.rendez_vous.as_str(), self.prix.as_str()].join(" ").trim().to_owned()
    }

    /// What nobody should come without knowing: a closure, a record that nobody checked.
    pub fn warnings(&self, labels: &Labels) -> impl Iterator<Item = String> {
        let change = Some(self.changement.clone()).filter(|change| !change.is_empty());
        let doubt = self.a_confirmer.then(|| sentence(labels.word("avis.a_confirmer")));
        change.into_iter().chain(doubt)
    }
}

/// « Gratuit. »; nothing when nobody wrote it.
pub(in crate::edition) fn price(frais: &[&'static Term]) -> Option<String> {
    let terms: Vec<&str> = frais.iter().map(|term| term.plain).collect();
    (!terms.is_empty()).then(|| sentence(&terms.join(", ")))
}

impl EventBrief {
    /// Every event of a guide.
    pub fn all(guides: &Guides, guide: usize, labels: &Labels) -> Vec<Self> {
        let events = &guides.guides[guide].evenements;
        let mut briefs: Vec<Self> =
            (0..events.len()).map(|rank| Self::of(guides, guide, rank, labels)).collect();
        let day = |event: &Evenement| {
            event.premier_jour().map(crate::calendar::short).unwrap_or_default()
        };
        let more = events.iter().map(|event| [day(event), event.fiche.id.clone()]).collect();
        tell_apart(briefs.iter_mut().map(|brief| &mut brief.titre), more);
        briefs
    }

    fn of(guides: &Guides, guide: usize, rank: usize, labels: &Labels) -> Self {
        let event = &guides.guides[guide].evenements[rank];
        let said = Said { guides, guide, rank, labels };
        let nom = said.name();
        let commune = guides.commune_of_event(guide, event);
        let commune = commune.map_or_else(String::new, |commune| typography(commune.nom));
        let host = event.chez.as_ref().and_then(|id| guides.find_acteur(&id.value, guide));
        let lieu = match (host, &event.adresse.adresse, &event.en_ligne) {
            (Some(host), ..) => typography(&guides.acteur(host).fiche.nom),
            (None, Some(street), _) => typography(street),
            (None, None, Some(_)) => labels.word("evenement.en_ligne").to_owned(),
            (None, None, None) => String::new(),
        };
        Self {
            titre: with_commune(&nom, &commune),
            nom,
            lieu,
            commune,
            quand: said.lines(),
            prochain: said.next_day(),
        }
    }

    /// When and where, as lines under a name; at most `days` of its days, those that stand first.
    pub fn lines(&self, days: usize, with_commune: bool) -> Vec<String> {
        let all = self.quand.len() <= days;
        let shown = self.quand.iter().filter(|line| all || line.tient).take(days);
        let mut lines: Vec<String> = shown.map(|line| line.texte.clone()).collect();
        let commune = if with_commune { self.commune.as_str() } else { "" };
        let place: Vec<&str> =
            [commune, &self.lieu].into_iter().filter(|text| !text.is_empty()).collect();
        lines.extend((!place.is_empty()).then(|| capital(&place.join(", "))));
        lines
    }
}
