//! What a calendar says of an event, a passage or a closure: its title, its place, what to know.

use crate::calendar::Horaires;
use crate::edition::World;
use crate::edition::changes;
use crate::edition::quand::Said;
use crate::guide::{Lieu, Occurrence, Passage, Quoi, Ref};
use crate::plan::{About, Medium};
use crate::record::acteur::Changement;
use crate::record::{Acteur, Evenement};
use crate::territory::Point;
use crate::text::{capital, phone, sentence, typography};
use crate::vocabulary::Term;

use super::nom;

/// What a calendar says of something; all that is not known is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Annonce {
    /// What never changes of it: the beginning of its UID.
    pub nom: String,
    /// « Annulé : Café numérique ».
    pub titre: String,
    /// Host, street, town, in one line.
    pub lieu: String,
    /// Sentences, a line each.
    pub texte: String,
    /// Where it is on the ground.
    pub point: Option<Point>,
    /// Its page, where the public address is known.
    pub page: Option<String>,
    /// The meeting on the web.
    pub en_ligne: Option<String>,
    /// The number to follow it by phone.
    pub par_telephone: Option<String>,
    /// Kind, in a word.
    pub sorte: String,
    /// Whether it does not take place.
    pub annule: bool,
}

/// Everything that announcements of a guide are made from.
#[derive(Clone, Copy)]
pub(super) struct Crieur<'a> {
    pub world: &'a World<'a>,
    /// Index of the guide.
    pub guide: usize,
}

impl<'a> Crieur<'a> {
    fn labels(&self) -> &'a crate::theme::Labels {
        &self.world.themes.guides[self.guide].labels
    }

    /// What is said of something on one of its days.
    pub fn jour(&self, one: &Occurrence) -> Annonce {
        let here = &self.world.guides.guides[self.guide];
        let lieu = self.world.guides.lieu(self.guide, one);
        let mut annonce = match one.quoi {
            Quoi::Evenement(rank) => self.evenement(rank, one),
            Quoi::Passage(rank) => self.passage(&here.passages[rank], one),
        };
        if let Some(etat) = one.etat {
            let said = [("etat", &*etat.title()), ("nom", annonce.titre.as_str())];
            annonce.titre = self.labels().say("evenement.etat_et_nom", &said);
        }
        if one.sur_rendez_vous {
            annonce.add(self.labels().word("agenda.sur_rendez_vous"));
        }
        annonce.annule = !one.tient();
        annonce.lieu = self.place(&lieu);
        annonce.point = lieu.chez.and_then(|host| self.world.guides.acteur(host).adresse.point);
        annonce
    }

    /// An event: what it is, its rule, how to register, how much.
    fn evenement(&self, rank: usize, one: &Occurrence) -> Annonce {
        let guides = self.world.guides;
        let event = &guides.guides[self.guide].evenements[rank];
        let said = Said { guides, guide: self.guide, rank, labels: self.labels() };
        let mut annonce = Annonce {
            nom: nom::of(&["evenement", &event.fiche.id]),
            titre: typography(&event.fiche.nom),
            page: self.page(About::Evenement(Ref { guide: self.guide, index: rank })),
            sorte: event.sorte.map(Term::title).unwrap_or_default(),
            ..Annonce::default()
        };
        if let Some(etat) = one.etat.and_then(|etat| etat.sentence) {
            annonce.add(etat);
        }
        let raison = guides.guides[self.guide].seance(one).and_then(|day| day.raison.as_deref());
        annonce.add(&raison.map(typography).unwrap_or_default());
        annonce
            .add(&event.fiche.presentation_resume.as_deref().map(typography).unwrap_or_default());
        for line in said.rules() {
            annonce.add(&line);
        }
        if one.tient() {
            self.venir(event, &mut annonce);
        }
        annonce
    }

    /// With or without registration, how much, from home.
    fn venir(&self, event: &Evenement, annonce: &mut Annonce) {
        let labels = self.labels();
        let number = event.inscription.as_ref().and_then(|how| how.telephone.as_deref());
        match (number, event.sans_rendez_vous.map(|term| term.label)) {
            (Some(number), _) => {
                annonce.add(&labels.say("action.inscription_au", &[("numero", &phone(number))]));
            }
            (None, Some("oui")) => annonce.add(labels.word("fait.sans_inscription")),
            _ => {}
        }
        if let Some(link) = event.inscription.as_ref().and_then(|how| how.lien.as_deref()) {
            annonce.line(link);
        }
        annonce.add(&words(&event.frais_a_charge));
        if let Some(online) = &event.en_ligne {
            annonce.en_ligne.clone_from(&online.lien);
            annonce.par_telephone.clone_from(&online.telephone);
            if let Some(number) = &online.telephone {
                let said = [("numero", &*phone(number))];
                annonce.add(&labels.say("evenement.par_telephone", &said));
            }
        }
    }

    /// Somebody at a place: who comes, by which rule, how one is received.
    fn passage(&self, passage: &Passage, one: &Occurrence) -> Annonce {
        let guides = self.world.guides;
        let name = |at: Ref| typography(&guides.acteur(at).fiche.nom);
        let role = || passage.qui.as_deref().map(typography);
        let who = passage.de.map(name).or_else(role);
        let who = who.unwrap_or_else(|| self.labels().word("agenda.permanence").to_owned());
        let commune = passage.commune.map_or("", |commune| commune.nom);
        let at = self.page_of_passage(passage);
        let mut annonce = Annonce {
            nom: nom::of_passage(guides, passage),
            titre: match passage.nom.as_deref().filter(|stop| *stop != commune) {
                Some(stop) => self.labels().say(
                    "calendrier.arret",
                    &[("nom", &capital(&who)), ("arret", &typography(stop))],
                ),
                None => capital(&who),
            },
            page: at,
            ..Annonce::default()
        };
        let change = guides.changement_du(passage, one.jour);
        let raison = change.and_then(|change| change.raison.as_deref());
        annonce.add(&raison.map(typography).unwrap_or_default());
        let role = passage.qui.as_deref().filter(|_| passage.de.is_some()).map(typography);
        annonce.add(&role.unwrap_or_default());
        let rule = passage.horaires.clone().map(|rule| rule.except(&passage.sauf));
        annonce.add(&rule.as_ref().map(Horaires::sentence).unwrap_or_default());
        annonce.add(passage.sans_rendez_vous.and_then(|term| term.sentence).unwrap_or_default());
        if let Some(number) = &passage.telephone {
            let said = [("numero", &*phone(number))];
            annonce.add(&self.labels().say("action.appeler", &said));
        }
        annonce
    }

    /// The page of who comes, or of the host.
    fn page_of_passage(&self, passage: &Passage) -> Option<String> {
        let at = passage.de.or(passage.chez)?;
        self.page(About::Acteur(at))
    }

    /// A closure or another change of an actor.
    pub fn changement(&self, at: Ref, acteur: &Acteur, change: &Changement) -> Annonce {
        let labels = self.labels();
        let etat = change.etat.title();
        let nom = typography(&acteur.fiche.nom);
        let said = [("etat", &*etat), ("nom", nom.as_str())];
        let mut annonce = Annonce {
            nom: nom::of(&["changement", &acteur.fiche.id]),
            titre: labels.say("evenement.etat_et_nom", &said),
            lieu: self.place(&Lieu {
                chez: Some(at),
                rue: acteur.adresse.adresse.as_deref(),
                code_postal: acteur.adresse.code_postal.as_deref(),
                commune: acteur.adresse.commune,
                ..Lieu::default()
            }),
            point: acteur.adresse.point,
            page: self.page(About::Acteur(at)),
            ..Annonce::default()
        };
        annonce.add(&format!("{etat} {}", changes::said(change, labels)));
        annonce
    }

    /// « Devant l’école, Médiathèque, 4 rue de l’Université, 86000 Poitiers ».
    fn place(&self, lieu: &Lieu<'_>) -> String {
        let host = lieu.chez.map(|host| self.world.guides.acteur(host).fiche.nom.as_str());
        let town = lieu.commune.map(|commune| typography(commune.nom));
        let code = lieu.code_postal.map(str::to_owned);
        let town: Vec<String> = code.into_iter().chain(town).collect();
        let parts = [lieu.ou, host.or(lieu.nom), lieu.rue];
        let mut parts: Vec<String> = parts.into_iter().flatten().map(typography).collect();
        parts.extend((!town.is_empty()).then(|| town.join(" ")));
        parts.join(", ")
    }

    /// The public address of a page of the guide, where one is known.
    pub fn page(&self, about: About) -> Option<String> {
        let address = self.world.plan.address(Medium::Html, about)?;
        self.world.public(self.guide, address)
    }
}

impl Annonce {
    /// Adds a sentence on a line of its own.
    fn add(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.line(&sentence(text));
        }
    }

    fn line(&mut self, text: &str) {
        if !self.texte.is_empty() {
            self.texte.push('\n');
        }
        self.texte.push_str(text);
    }
}

/// « gratuit ».
fn words(terms: &[&'static Term]) -> String {
    terms.iter().map(|term| term.plain).collect::<Vec<_>>().join(", ")
}
