//! How much each record tells of what readers need, on screen and on paper, and why: no score without its reasons.

use std::collections::BTreeMap;

use crate::guide::{Guide, Guides, Moment};
use crate::record::Acteur;
use crate::territory::Commune;
use crate::text::sort_key;

/// Something that a good record tells.
pub struct Critere {
    /// What is missing, when it is.
    pub manque: &'static str,
    /// The key to write.
    pub cle: &'static str,
    /// How much it counts.
    pub points: u32,
    /// Why readers need it.
    pub pourquoi: &'static str,
    /// Whether a record tells it; nothing when it has not to.
    juge: fn(&Guides, &Guide, &Acteur) -> Option<bool>,
}

impl std::fmt::Debug for Critere {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.cle)
    }
}

const fn critere(
    manque: &'static str,
    cle: &'static str,
    points: u32,
    pourquoi: &'static str,
    juge: fn(&Guides, &Guide, &Acteur) -> Option<bool>,
) -> Critere {
    Critere { manque, cle, points, pourquoi, juge }
}

/// What a record of a place is judged by, what misleads most first.
#[rustfmt::skip] // One line a criterion.
pub static CRITERES: [Critere; 12] = [
    critere("vérification récente", "verifie", 3, "un horaire faux fait venir pour rien", |guides, guide, acteur| Some(guides.moment(guide, acteur) == Moment::Verifie)),
    critere("services", "services", 2, "sans eux, la fiche ne répond à aucun besoin", |_, _, acteur| Some(!acteur.services.is_empty() || !acteur.equipements.is_empty())),
    critere("horaires", "horaires", 2, "c’est la première question, sur le papier surtout", |_, _, acteur| Some(acteur.horaires.is_some() || acteur.tournee.is_some() || !acteur.permanences.is_empty())),
    critere("téléphone", "telephone", 2, "qui lit le papier appelle", |_, _, acteur| Some(acteur.telephone.is_some())),
    critere("adresse", "adresse", 1, "la commune seule ne mène pas à la porte", |_, _, acteur| fixed(acteur).then_some(acteur.adresse.adresse.is_some())),
    critere("point sur la carte", "latitude » et « longitude", 1, "sans point, le plus proche est compté depuis la mairie", |_, _, acteur| fixed(acteur).then_some(acteur.adresse.point.is_some())),
    critere("résumé", "presentation_resume", 1, "une phrase simple dit si c’est le bon endroit", |_, _, acteur| Some(acteur.fiche.presentation_resume.is_some())),
    critere("avec ou sans rendez-vous", "sans_rendez_vous", 1, "venir sans rendez-vous est impossible à deviner", |_, _, acteur| Some(acteur.sans_rendez_vous.is_some())),
    critere("prix", "frais_a_charge", 1, "la peur de payer empêche de venir", |_, _, acteur| Some(!acteur.frais_a_charge.is_empty() || acteur.tarif.is_some())),
    critere("accès en fauteuil", "accessibilite", 1, "qui se déplace mal doit le savoir avant", |_, _, acteur| fixed(acteur).then_some(acteur.accessibilite.is_some() || acteur.fiche_acces_libre.is_some())),
    critere("façon d’aider", "modalites_accompagnement", 1, "seul, à deux ou en groupe n’est pas la même aide", |_, _, acteur| Some(!acteur.modalites_accompagnement.is_empty() || !acteur.niveau_aide.is_empty())),
    critere("courriel ou site", "courriels", 1, "qui n’entend pas bien écrit", |_, _, acteur| Some(!acteur.courriels.is_empty() || !acteur.site_web.is_empty())),
];

/// What stands somewhere: a bus has no door.
fn fixed(acteur: &Acteur) -> bool {
    acteur.tournee.is_none() || acteur.horaires.is_some()
}

/// How much a record tells.
#[derive(Debug)]
pub struct Note<'a> {
    /// The record.
    pub acteur: &'a Acteur,
    /// Points it has.
    pub points: u32,
    /// Points it could have.
    pub sur: u32,
    /// What it does not tell.
    pub manque: Vec<&'static Critere>,
}

impl Note<'_> {
    /// Out of a hundred.
    pub fn pour_cent(&self) -> u32 {
        self.points * 100 / self.sur.max(1)
    }
}

/// How much the records of a commune tell, together.
#[derive(Debug)]
pub struct Ensemble {
    /// The commune.
    pub commune: &'static Commune,
    /// Its records.
    pub fiches: usize,
    /// The middle of their marks, out of a hundred.
    pub note: u32,
    /// What most of them lack: the first criterion of the list among those that lack as often.
    pub manque: Option<&'static str>,
}

/// The marks of the places of a guide, the lowest first.
pub(super) fn of<'a>(guides: &Guides, guide: &'a Guide) -> Vec<Note<'a>> {
    let places = guide.acteurs.iter().filter(|acteur| acteur.recoit(guides.today));
    let mut notes: Vec<Note<'a>> = places.map(|acteur| judged(guides, guide, acteur)).collect();
    notes.sort_by_cached_key(|note| (note.pour_cent(), sort_key(&note.acteur.fiche.nom)));
    notes
}

fn judged<'a>(guides: &Guides, guide: &Guide, acteur: &'a Acteur) -> Note<'a> {
    let mut note = Note { acteur, points: 0, sur: 0, manque: Vec::new() };
    for critere in &CRITERES {
        let Some(told) = (critere.juge)(guides, guide, acteur) else { continue };
        note.sur += critere.points;
        match told {
            true => note.points += critere.points,
            false => note.manque.push(critere),
        }
    }
    note
}

/// The same by commune, the lowest first.
pub(super) fn by_commune(notes: &[Note<'_>]) -> Vec<Ensemble> {
    let mut towns: BTreeMap<&str, (&'static Commune, Vec<&Note<'_>>)> = BTreeMap::new();
    for note in notes {
        if let Some(commune) = note.acteur.adresse.commune {
            towns.entry(commune.code).or_insert((commune, Vec::new())).1.push(note);
        }
    }
    let together = |(commune, notes): (&'static Commune, Vec<&Note<'_>>)| {
        let lacks = |critere: &&Critere| {
            notes.iter().filter(|note| note.manque.iter().any(|one| one.cle == critere.cle)).count()
        };
        // The first of those that lack as often: `max_by_key` would give the last.
        let most = CRITERES.iter().rev().max_by_key(lacks).filter(|critere| lacks(critere) > 0);
        let marks: Vec<u32> = notes.iter().map(|note| note.pour_cent()).collect();
        Ensemble {
            commune,
            fiches: notes.len(),
            note: middle(&marks),
            manque: most.map(|one| one.manque),
        }
    };
    let mut all: Vec<Ensemble> = towns.into_values().map(together).collect();
    all.sort_by_cached_key(|one| (one.note, sort_key(one.commune.nom)));
    all
}

/// The middle of marks that are in order; between two, the lower one.
pub(super) fn middle(marks: &[u32]) -> u32 {
    marks.get(marks.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}
