//! Where the page of a territory leads: its communes, the quartiers of a priority district, what its labels mean.

use crate::plan::About;
use crate::record::Territoire;
use crate::text::{fold, typography};

use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Fait, Mot, Rubrique};

/// The commune of a territory that has one, and its intercommunalité.
pub(super) fn situe<'a>(here: Here<'a>, written: &Territoire) -> Vec<Fait<'a>> {
    let [_] = &written.communes[..] else { return Vec::new() };
    let commune = written.communes_of(here.guide().departement.code).next();
    let labels = here.labels();
    let of = |(key, mot): (&'static str, Mot<'a>)| {
        mot.href.is_some().then(|| Fait::of(labels.word(key), vec![mot]))
    };
    let communes = commune.map(|commune| ("territoire.commune", here.commune(commune)));
    let epci = commune.and_then(|commune| here.epci_of(commune));
    let epci = epci.map(|epci| ("territoire.epci", epci));
    communes.into_iter().chain(epci).filter_map(of).collect()
}

/// The communes of a network, each with what it has where it has a page.
pub(super) fn communes<'a>(here: Here<'a>, written: &Territoire) -> Rubrique<'a> {
    if written.communes.len() < 2 {
        return Rubrique::default();
    }
    let known = written.communes_of(here.guide().departement.code);
    let entry = |commune: &'static crate::territory::Commune| {
        let mot = here.commune(commune);
        let rank = here.common().communes.get(commune.code);
        let what = rank.map(|&rank| here.what(&here.guide().communes[rank]));
        let suite = what.map(|what| format!("\u{a0}: {what}")).unwrap_or_default();
        Entree { href: mot.href, nom: mot.texte, suite: suite.into(), ..Entree::default() }
    };
    Rubrique {
        court: known.map(entry).filter(|entry| entry.href.is_some()).collect(),
        ..here.rubrique("intercommunalite.communes")
    }
}

/// The quartiers that a priority district meets.
pub(super) fn quartiers<'a>(here: Here<'a>, district: &Territoire) -> Vec<Mot<'a>> {
    let guides = here.world.guides;
    let meets = |index: &usize| {
        let link = guides.territoires[*index].qpv.as_ref();
        let nom = link.and_then(|link| link.nom.as_deref());
        nom.is_some_and(|nom| district.est("qpv") && district.est_nomme(nom))
    };
    let mot = |index: usize| {
        let href = here.href(About::Territoire(here.at(index)));
        Mot::to(href, typography(&guides.territoires[index].fiche.nom))
    };
    here.guide().territoires.iter().copied().filter(meets).map(mot).collect()
}

/// Labels as they are written; one that begins with the name of a scheme or of a page of the guide leads there.
pub(super) fn labels<'a>(here: Here<'a>, written: &Territoire) -> Vec<Mot<'a>> {
    let guides = here.world.guides;
    let mot = |text: &String| {
        let scheme = guides.dispositifs.iter().position(|found| is_named(text, found.fiche.noms()));
        let pages = &here.guide().pages;
        let page = || pages.iter().position(|found| is_named(text, found.fiche.noms()));
        let about = scheme
            .map(|index| About::Dispositif(here.at(index)))
            .or_else(|| page().map(|index| About::Page(here.at(index))));
        Mot::to(about.and_then(|about| here.href(about)), typography(text))
    };
    written.labels.iter().map(mot).collect()
}

/// Whether a label begins with one of some names, its article left out: « Charte … » is « La charte … ».
pub(in crate::edition::html) fn is_named<'n>(
    label: &str,
    mut names: impl Iterator<Item = &'n str>,
) -> bool {
    let label = fold(label);
    names.any(|name| {
        let name = fold(name);
        let bare =
            ["la ", "le ", "les ", "l'"].iter().find_map(|article| name.strip_prefix(article));
        label.starts_with(bare.unwrap_or(&name))
    })
}
