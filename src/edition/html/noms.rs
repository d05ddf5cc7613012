//! Every name of a guide's A–Z: actors, schemes, words explained, and the other names that lead to them.

use crate::guide::{Guide, Guides};
use crate::record::Fiche;
use crate::text::search::joined;

/// Names on one page above which the list from A to Z is split by letter: some 8 kB compressed.
pub(super) const LONGEST: usize = 400;

/// A name, and what it is a name of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nom<'a> {
    /// As written.
    pub nom: &'a str,
    /// What bears it.
    pub vers: Vers,
    /// Whether it is its first name.
    pub propre: bool,
}

/// What bears a name: its rank in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vers {
    /// An actor of the guide.
    Acteur(usize),
    /// A scheme.
    Dispositif(usize),
    /// A word of the glossary.
    Mot(usize),
}

/// Every name of a guide, in no order.
pub(super) fn all<'a>(guides: &'a Guides, guide: &'a Guide) -> Vec<Nom<'a>> {
    let mut names = Vec::new();
    for (rank, acteur) in guide.acteurs.iter().enumerate() {
        push(&mut names, &acteur.fiche, Vers::Acteur(rank));
    }
    for (rank, dispositif) in guides.dispositifs.iter().enumerate() {
        push(&mut names, &dispositif.fiche, Vers::Dispositif(rank));
    }
    for (rank, mot) in guides.glossaire.iter().enumerate() {
        let vers = dispositif_of(guides, rank).map_or(Vers::Mot(rank), Vers::Dispositif);
        let of_word = |(nom, propre)| Nom { nom, vers, propre };
        // A scheme has given its own names already; so has an actor the other names that it shares.
        let known = |(nom, propre): &(&str, bool)| match vers {
            Vers::Dispositif(at) => guides.dispositifs[at].est_nomme(nom),
            _ => !propre && guide.acteurs.iter().any(|acteur| acteur.fiche.est_nommee(nom)),
        };
        let written = std::iter::once((mot.terme.as_str(), true))
            .chain(others(mot).map(|nom| (nom, false)))
            .filter(|written| !known(written));
        names.extend(written.map(of_word));
    }
    names
}

/// Whether a guide's names are too many for one page.
pub(super) fn is_split(guides: &Guides, guide: &Guide) -> bool {
    all(guides, guide).len() > LONGEST
}

/// The scheme that a word of the glossary names; its page says more than one sentence.
pub(super) fn dispositif_of(guides: &Guides, mot: usize) -> Option<usize> {
    let terme = &guides.glossaire[mot].terme;
    guides.dispositifs.iter().position(|found| found.est_nomme(terme))
}

/// The sigle and the other names of a word, each once however it is written.
pub(super) fn others(mot: &crate::record::savoir::Entree) -> impl Iterator<Item = &str> {
    once(&mot.terme, mot.sigle.iter().chain(&mot.autres_noms))
}

/// The other names of a record, those that searching holds for its name left out.
pub(super) fn autres(fiche: &Fiche) -> impl Iterator<Item = &str> {
    once(&fiche.nom, &fiche.autres_noms)
}

/// Names that are not the first one, nor each other, for who searches.
fn once<'a>(
    first: &str,
    names: impl IntoIterator<Item = &'a String>,
) -> impl Iterator<Item = &'a str> {
    let mut said = vec![joined(first)];
    names.into_iter().map(String::as_str).filter(move |name| {
        let key = joined(name);
        let new = !said.contains(&key);
        said.push(key);
        new
    })
}

fn push<'a>(names: &mut Vec<Nom<'a>>, fiche: &'a Fiche, vers: Vers) {
    names.push(Nom { nom: &fiche.nom, vers, propre: true });
    names.extend(fiche.autres_noms.iter().map(|nom| Nom { nom, vers, propre: false }));
}
