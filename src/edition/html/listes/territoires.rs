//! Lists of intercommunalités, of quartiers and networks, of schemes, of tours.

use crate::edition::html::cartes;
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Groupe};
use crate::text::typography;

use super::View;

/// Makes the list of the intercommunalités of this guide.
pub(in crate::edition::html) fn intercommunalites(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let carte = cartes::intercommunalites(here);
    let entries = |ranks: Vec<usize>| {
        ranks.into_iter().map(|rank| here.intercommunalite(rank)).collect::<Vec<Entree<'_>>>()
    };
    let all = 0..here.guide().intercommunalites.len();
    // Those of another département are not on the map.
    let others = entries(all.filter(|rank| !carte.rangs.contains(rank)).collect());
    let groups = [
        Groupe { entrees: entries(carte.rangs), numerote: true, ..Groupe::default() },
        Groupe { entrees: others, ..Groupe::default() },
    ];
    let legend = (!carte.svg.is_empty()).then(|| labels.word("carte.legende").to_owned());
    let texte = labels.word("intercommunalites.texte").to_owned();
    View {
        textes: std::iter::once(texte).chain(legend).collect(),
        carte: carte.svg,
        groupes: groups.into_iter().filter(|group| !group.entrees.is_empty()).collect(),
        court: true,
        ..View::new(here.frame(Head::new(labels.word("intercommunalites.titre"), "")))
    }
}

/// Kinds of territories, in the order of the list, each with its heading and a sentence.
const KINDS: [(&str, &str); 3] = [
    ("quartier", "territoires.quartiers"),
    ("qpv", "territoires.qpv"),
    ("réseau local", "territoires.reseaux"),
];

/// Makes the list of the quartiers, priority districts and networks of this guide, by kind.
pub(in crate::edition::html) fn territoires(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let group = |(sorte, key): (&str, &str)| {
        let all = here.guide().territoires.iter().copied();
        let guides = here.world.guides;
        let of_kind = all.filter(|&index| {
            let territoire = &guides.territoires[index];
            territoire.est(sorte) && territoire.fiche.en_cours(guides.today)
        });
        let entrees: Vec<Entree<'_>> = of_kind.map(|index| here.territoire(index)).collect();
        let text = labels.say(&format!("{key}.texte"), &[]);
        (!entrees.is_empty()).then(|| Groupe {
            titre: labels.say(&format!("{key}.titre"), &[]).into(),
            texte: text.into(),
            entrees,
            ..Groupe::default()
        })
    };
    View {
        groupes: KINDS.into_iter().filter_map(group).collect(),
        court: true,
        ..View::new(here.frame(Head::new(labels.word("territoires.titre"), "")))
    }
}

/// Makes the list of the schemes and labels, those that have ended last.
pub(in crate::edition::html) fn dispositifs(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let guides = here.world.guides;
    let all = guides.dispositifs.iter().enumerate();
    let (running, ended): (Vec<_>, Vec<_>) =
        all.partition(|(_, found)| found.fiche.en_cours(guides.today));
    let entries = |found: Vec<(usize, _)>| -> Vec<Entree<'_>> {
        found.into_iter().map(|(index, _)| here.dispositif(index)).collect()
    };
    let mut groupes = vec![Groupe { entrees: entries(running), ..Groupe::default() }];
    if !ended.is_empty() {
        let titre = labels.word("dispositifs.finis").into();
        groupes.push(Groupe { titre, entrees: entries(ended), ..Groupe::default() });
    }
    View {
        textes: vec![labels.word("dispositifs.texte").to_owned()],
        groupes,
        ..View::new(here.frame(Head::new(labels.word("dispositifs.titre"), "")))
    }
}

/// Makes the list of the tours of this guide.
pub(in crate::edition::html) fn tournees(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let entrees: Vec<Entree<'_>> = here.tournees().into_iter().map(|at| here.tournee(at)).collect();
    View {
        textes: vec![typography(labels.word("tournees.texte"))],
        groupes: vec![Groupe { entrees, ..Groupe::default() }],
        ..View::new(here.frame(Head::new(labels.word("tournees.titre"), "")))
    }
}
