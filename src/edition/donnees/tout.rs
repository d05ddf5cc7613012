//! Everything of a guide, said once, from which each of its files is written.

use super::champs::Champs;
use super::scribe::Scribe;
use super::{acteur, evenement, national, passage, territoire};

/// Every thing of a guide, as fields.
pub(super) struct Tout<'a> {
    /// Actors, ended ones too.
    pub acteurs: Vec<Champs<'a>>,
    /// Places people may visit: lines of the national schema, and the same for a map.
    pub lieux: Vec<(Champs<'a>, Champs<'a>)>,
    /// Permanences and stops, with their rank in the guide.
    pub passages: Vec<(usize, Champs<'a>)>,
    /// Events, with whether they are to come.
    pub evenements: Vec<(bool, Champs<'a>)>,
    pub communes: Vec<Champs<'a>>,
    pub intercommunalites: Vec<Champs<'a>>,
    pub territoires: Vec<Champs<'a>>,
    pub dispositifs: Vec<Champs<'a>>,
}

impl<'a> Tout<'a> {
    pub fn of(scribe: &Scribe<'a>) -> Self {
        let today = scribe.guides().today;
        let mut lieux = Vec::new();
        let mut acteurs = Vec::new();
        for (index, who) in scribe.here().acteurs.iter().enumerate() {
            let columns = national::columns(scribe, who);
            let line = who.recoit(today).then(|| national::line(who, &columns));
            let whole = acteur::whole(scribe, index, columns);
            lieux.extend(line.map(|line| (line, whole.only(&acteur::ON_A_MAP))));
            acteurs.push(whole);
        }
        let passages = passage::all(scribe);
        Self {
            acteurs,
            lieux,
            communes: territoire::communes(scribe, &passages),
            passages,
            evenements: evenement::all(scribe),
            intercommunalites: territoire::intercommunalites(scribe),
            territoires: territoire::territoires(scribe),
            dispositifs: territoire::dispositifs(scribe),
        }
    }
}
