//! What to do first: one list, what concerns most people at its head.

use crate::guide::Ref;
use crate::territory;
use crate::text::sort_key;
use crate::vocabulary::BESOINS;

use super::terrain::Terrain;
use super::{Bilan, Intercommunale, Permanence, fiches, permanences};

/// What kind of work an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sorte {
    /// A permanence to propose where help is too far.
    Permanence,
    /// Needs that nothing answers in an intercommunalité.
    Besoins,
    /// A priority district without help inside.
    Quartier,
    /// A record to complete or to check.
    Fiche,
    /// An event without days.
    Evenement,
    /// A record that lacks a point alone: its town hall stands for it meanwhile.
    Point,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Which kind of work.
    pub sorte: Sorte,
    /// What is wrong, in a few words.
    pub quoi: String,
    /// Which communes, needs or keys; may be empty.
    pub detail: String,
    /// Where.
    pub ou: String,
    /// How many people it concerns; at least.
    pub habitants: u32,
    /// What to do.
    pub faire: String,
    /// The record's file.
    pub fichier: Option<String>,
}

impl Sorte {
    /// All of them, in their order.
    pub const TOUTES: [Self; 6] = [
        Self::Permanence,
        Self::Besoins,
        Self::Quartier,
        Self::Fiche,
        Self::Evenement,
        Self::Point,
    ];

    /// Its name in tables.
    pub fn nom(self) -> &'static str {
        match self {
            Self::Permanence => "aide trop loin",
            Self::Besoins => "besoins sans réponse",
            Self::Quartier => "quartier prioritaire",
            Self::Fiche => "fiche à revoir",
            Self::Evenement => "événement sans jour",
            Self::Point => "point à placer",
        }
    }
}

impl Action {
    /// What is wrong, as one sentence.
    pub fn quoi_entier(&self) -> String {
        match self.detail.as_str() {
            "" => format!("{}.", self.quoi),
            detail => format!("{} : {detail}.", self.quoi),
        }
    }
}

/// All that is to be done in a guide, what concerns most people first; points to place come last.
pub(super) fn of(bilan: &Bilan<'_>, terrain: &Terrain, rank: usize) -> Vec<Action> {
    let permanences = permanences::proposees(bilan.guides, &bilan.communes, bilan.km);
    let mut actions: Vec<Action> = permanences.iter().map(|one| permanence(bilan, one)).collect();
    actions.extend(besoins(bilan));
    actions.extend(fiches::quartiers(bilan, rank));
    for (index, acteur) in bilan.guide.acteurs.iter().enumerate() {
        let habitants = terrain.concernes(Ref { guide: rank, index }, acteur);
        actions.extend(fiches::acteur(bilan, index, habitants));
    }
    actions.extend(
        bilan
            .guide
            .evenements
            .iter()
            .enumerate()
            .filter_map(|(index, event)| fiches::evenement(bilan, rank, index, event)),
    );
    actions.sort_by_cached_key(|one| {
        let last = one.sorte == Sorte::Point;
        (last, std::cmp::Reverse(one.habitants), one.sorte, sort_key(&one.ou), sort_key(&one.quoi))
    });
    actions
}

fn permanence(bilan: &Bilan<'_>, one: &Permanence) -> Action {
    let km = bilan.km;
    let place = one.commune;
    let far = bilan.communes.iter().filter(|ici| one.pour.contains(&ici.commune));
    let alone = far.clone().filter(|ici| ici.est_seule(km)).count();
    let names: Vec<&str> = one.pour.iter().map(|commune| commune.nom).collect();
    let passes = far.filter(|ici| !ici.ici.passages.is_empty()).count();
    let here = bilan.communes.iter().find(|ici| ici.commune == place);
    let faire = match here.is_some_and(|ici| ici.lieux > 0) {
        true => format!(
            "Demander aux lieux de {} d’aider aux démarches, ou y proposer une permanence.",
            place.nom
        ),
        false => format!("Proposer une permanence ou un arrêt à {}.", place.nom),
    };
    let already = match passes {
        0 => String::new(),
        1 => {
            " Quelqu’un passe déjà dans une de ces communes : ses jours suffisent-ils ?".to_owned()
        }
        _ => format!(
            " Quelqu’un passe déjà dans {passes} de ces communes : ces jours suffisent-ils ?"
        ),
    };
    let what = match (one.pour.len(), alone) {
        (1, 1) => format!("1 commune à plus de {km} km de toute aide"),
        (1, _) => format!("1 commune à plus de {km} km d’une aide aux démarches"),
        (count, alone) if alone == count => {
            format!("{count} communes à plus de {km} km de toute aide")
        }
        (count, 0) => format!("{count} communes à plus de {km} km d’une aide aux démarches"),
        (count, alone) => format!(
            "{count} communes à plus de {km} km d’une aide aux démarches, dont {alone} de toute aide"
        ),
    };
    let epci = place.epci.and_then(territory::epci).map(|epci| epci.nom_entier());
    Action {
        sorte: Sorte::Permanence,
        quoi: what,
        detail: names.join(", "),
        ou: [Some(place.nom.to_owned()), epci].into_iter().flatten().collect::<Vec<_>>().join(", "),
        habitants: one.habitants,
        faire: faire + &already,
        fichier: None,
    }
}

/// Needs without answer: those of the whole département once, then those of each intercommunalité.
fn besoins(bilan: &Bilan<'_>) -> Vec<Action> {
    let nowhere = |rank: &usize| bilan.epcis.iter().all(|epci| epci.trous().contains(rank));
    let everywhere: Vec<usize> = (0..BESOINS.len()).filter(nowhere).collect();
    let has = bilan.epcis.iter().any(Intercommunale::a_quelque_chose);
    let whole = trous(bilan.guide.departement.nom, bilan.habitants(), &everywhere, has);
    let each = bilan.epcis.iter().filter_map(|epci| {
        let mut holes = epci.trous();
        holes.retain(|rank| !everywhere.contains(rank));
        trous(&epci.nom, epci.habitants, &holes, epci.a_quelque_chose())
    });
    whole.into_iter().chain(each).collect()
}

fn trous(ou: &str, habitants: u32, holes: &[usize], has: bool) -> Option<Action> {
    let quoi = match holes.len() {
        0 => return None,
        all if all == BESOINS.len() => "aucun besoin n’a de réponse".to_owned(),
        1 => "1 besoin sans réponse".to_owned(),
        some => format!("{some} besoins sans réponse"),
    };
    let titles: Vec<&str> = holes.iter().map(|rank| BESOINS[*rank].title).collect();
    let faire = match has {
        true => {
            "Vérifier « services » et « equipements » dans les fiches d’ici : un oubli fait le même trou. Sinon, chercher qui pourrait répondre."
        }
        false => {
            "Chercher qui aide déjà ici, mairies et médiathèques d’abord, et écrire leurs fiches."
        }
    };
    Some(Action {
        sorte: Sorte::Besoins,
        quoi,
        detail: titles.join(" ; "),
        ou: ou.to_owned(),
        habitants,
        faire: faire.to_owned(),
        fichier: None,
    })
}
