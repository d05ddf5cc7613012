//! A scheme or label: what it means, who carries it, and where to find it in this guide.

use crate::calendar;
use crate::plan::{About, Fixed};
use crate::record::Dispositif;
use crate::text::{sentence, typography};

use super::acteur::shown_url;
use super::dossier::Dossier;
use super::frame::Head;
use super::here::Here;
use super::parts::{Entree, Fait, Mot, Rubrique, joined};
use super::territoire::is_named;

/// The roles in the pass numérique, with the heading of each, as long as it lives and after.
const ROLES: [(&str, &str, &str); 3] = [
    ("commanditaire", "dispositif.commanditaires", "dispositif.commanditaires_avant"),
    ("prescripteur", "dispositif.prescripteurs", "dispositif.prescripteurs_avant"),
    ("accepte", "dispositif.acceptent", "dispositif.acceptent_avant"),
];

/// Makes the page of a scheme in this guide.
pub(super) fn view<'a>(here: Here<'a>, index: usize) -> Dossier<'a> {
    let found = &here.world.guides.dispositifs[index];
    let labels = here.labels();
    let above = Mot::to(here.fixed(Fixed::Dispositifs), labels.word("menu.dispositifs"));
    let head = Head::new(typography(&found.fiche.nom), &found.fiche.id).below([above]);
    let mut page = Dossier::new(here, head).of(here, &found.fiche);
    page.sous =
        found.en_six_mots.as_deref().map(|text| sentence(&typography(text))).unwrap_or_default();
    page.bref = faits(here, found);
    let ended = !found.fiche.en_cours(here.world.guides.today);
    let parts =
        if found.est_le_pass() { roles(here, ended) } else { vec![carriers(here, found, ended)] };
    // Only what a record can carry can be missing: a contract or a plan is no place to go.
    let can_be_carried = found.terme_national.is_some() || found.est_le_pass();
    let nobody = can_be_carried && !ended && parts.iter().all(Rubrique::est_vide);
    let nobody = nobody.then(|| Rubrique {
        textes: vec![Mot::new(labels.word("dispositif.personne"))],
        ..here.rubrique("dispositif.ou")
    });
    page.with(parts.into_iter().chain(nobody).chain([territoires(here, found)]))
}

/// The territories of this guide that bear it as a label.
fn territoires<'a>(here: Here<'a>, found: &Dispositif) -> Rubrique<'a> {
    let guides = here.world.guides;
    let bears = |index: usize| {
        let labels = &guides.territoires[index].labels;
        labels.iter().any(|label| is_named(label, found.fiche.noms()))
    };
    let epcis = here.guide().intercommunalites.iter().enumerate();
    let epcis = epcis.filter(|(_, epci)| epci.territoire.is_some_and(bears));
    let others = here.guide().territoires.iter().copied().filter(|&index| bears(index));
    Rubrique {
        court: epcis
            .map(|(rank, _)| here.intercommunalite(rank))
            .chain(others.map(|index| here.territoire(index)))
            .collect(),
        ..here.rubrique("dispositif.territoires")
    }
}

/// Who carries it, since when, where it was tried.
fn faits<'a>(here: Here<'a>, found: &'a Dispositif) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait::of(labels.word(key), mots));
        }
    };
    add(
        "dispositif.porte_par",
        found.porte_par.iter().map(|text| Mot::new(typography(text))).collect(),
    );
    add(
        "dispositif.depuis",
        found.depuis.map(|since| Mot::new(since.to_string())).into_iter().collect(),
    );
    let tried = found.experimente.iter().map(|tried| {
        let parts: Vec<&str> =
            [&tried.territoire, &tried.periode].into_iter().flatten().map(String::as_str).collect();
        Mot::new(typography(&parts.join(", ")))
    });
    add("dispositif.experimente", tried.collect());
    add("fait.autres_noms", joined(&found.fiche.autres_noms));
    add(
        "dispositif.lien",
        found.lien.iter().map(|url| Mot::to(Some(url.clone()), shown_url(url))).collect(),
    );
    faits
}

/// The actors that carry it.
fn carriers<'a>(here: Here<'a>, found: &Dispositif, ended: bool) -> Rubrique<'a> {
    let heading = if ended { "dispositif.ou_avant" } else { "dispositif.ou" };
    here.places(heading, &here.world.guides.acteurs_of_dispositif(here.guide(), found))
}

/// Those who order, prescribe and accept the pass: three lists that are not the same.
fn roles(here: Here<'_>, ended: bool) -> Vec<Rubrique<'_>> {
    let of = |(role, now, then): (&str, &'static str, &'static str)| {
        let acteurs = here.world.guides.acteurs_of_pass(here.guide(), role);
        here.places(if ended { then } else { now }, &acteurs)
    };
    ROLES.into_iter().map(of).collect()
}

impl<'a> Here<'a> {
    /// A scheme in a list: its name, then what it means.
    pub(super) fn dispositif(&self, index: usize) -> Entree<'a> {
        let found = &self.world.guides.dispositifs[index];
        let words = found.en_six_mots.as_deref().map(|text| sentence(&typography(text)).into());
        let ended =
            found.fiche.termine.as_ref().filter(|_| !found.fiche.en_cours(self.world.guides.today));
        let ended = ended.map(|end| match end.le {
            Some(day) => {
                let day = calendar::short(day);
                sentence(&self.labels().say("avis.fini_depuis.mot", &[("jour", &day)])).into()
            }
            None => sentence(&self.labels().say("avis.fini.mot", &[])).into(),
        });
        Entree {
            href: self.href(About::Dispositif(self.at(index))),
            nom: typography(&found.fiche.nom).into(),
            lignes: words.into_iter().chain(ended).collect(),
            ..Entree::default()
        }
    }
}
