//! Communes, intercommunalités, quartiers, networks, schemes: what is there and who leads.

use crate::guide::Ici;
use crate::plan::About;
use crate::record::{Dispositif, Territoire};

use super::acteur::written;
use super::champs::{Champs, day};
use super::scribe::{self, Scribe};

/// The communes of a guide, with what each has.
pub(super) fn communes<'a>(
    scribe: &Scribe<'a>,
    passages: &[(usize, Champs<'a>)],
) -> Vec<Champs<'a>> {
    let each = scribe.here().communes.iter().enumerate();
    each.map(|(rank, ici)| commune(scribe, rank, ici, passages)).collect()
}

fn commune<'a>(
    scribe: &Scribe<'a>,
    rank: usize,
    ici: &'a Ici,
    passages: &[(usize, Champs<'a>)],
) -> Champs<'a> {
    let here = scribe.here();
    let mut fields = Champs::default();
    fields.text("code_insee", ici.commune.code);
    fields.text("nom", ici.commune.nom);
    fields.some("page", scribe.page(About::Commune(scribe.at(rank))));
    fields.list("codes_postaux", ici.commune.codes_postaux.iter().copied());
    fields.text("departement", ici.commune.departement);
    fields.some("epci", ici.commune.epci);
    fields.number("population", Some(ici.commune.population));
    fields.number("latitude", ici.commune.point.map(|point| point.latitude));
    fields.number("longitude", ici.commune.point.map(|point| point.longitude));
    fields.list("acteurs", ici.acteurs.iter().map(|&at| &*here.acteurs[at].fiche.id));
    let others = ici.autres.iter().map(|&at| &*here.acteurs[at].fiche.id);
    fields.list("autres_acteurs", others);
    let ids = ici.passages.iter().filter_map(|rank| {
        let found = passages.binary_search_by_key(rank, |(known, _)| *known).ok()?;
        Some(passages[found].1.cell("id").into_owned())
    });
    fields.list("passages", ids);
    fields.list("evenements", ici.evenements.iter().map(|&at| &*here.evenements[at].fiche.id));
    fields
}

/// The intercommunalités of a guide, by the codes of their communes.
pub(super) fn intercommunalites<'a>(scribe: &Scribe<'a>) -> Vec<Champs<'a>> {
    let here = scribe.here();
    let one = |(rank, found): (usize, &'a crate::guide::Intercommunalite)| {
        let mut fields = Champs::default();
        fields.text("siren", found.epci.siren);
        fields.text("nom", found.epci.nom);
        fields.some("page", scribe.page(About::Intercommunalite(scribe.at(rank))));
        let communes = found.communes.iter().map(|&rank| here.communes[rank].commune.code);
        fields.list("communes", communes);
        let said = found.territoire.map(|rank| &*scribe.guides().territoires[rank].fiche.id);
        fields.some("territoire", said);
        fields
    };
    here.intercommunalites.iter().enumerate().map(one).collect()
}

/// What the team says of territories: quartiers, districts and networks, intercommunalités, the
/// département, its region.
pub(super) fn territoires<'a>(scribe: &Scribe<'a>) -> Vec<Champs<'a>> {
    let (guides, here) = (scribe.guides(), scribe.here());
    let of_epcis = here.intercommunalites.iter().filter_map(|found| found.territoire);
    let departement = guides.territoire_of_code("département", here.departement.code);
    let region = guides.territoire_of_code("région", here.departement.region);
    let all = here.territoires.iter().copied().chain(of_epcis).chain(departement).chain(region);
    let mut ranks: Vec<usize> = all.collect();
    ranks.sort_unstable();
    ranks.dedup();
    ranks.into_iter().map(|rank| territoire(scribe, rank)).collect()
}

fn territoire<'a>(scribe: &Scribe<'a>, rank: usize) -> Champs<'a> {
    let guides = scribe.guides();
    let said: &'a Territoire = &guides.territoires[rank];
    let mut fields = Champs::default();
    fields.text("id", &*said.fiche.id);
    fields.text("nom", &*said.fiche.nom);
    fields.some("page", scribe.page(About::Territoire(scribe.at(rank))));
    scribe::named(&mut fields, &said.fiche);
    fields.term("sorte", said.sorte);
    fields.some("code", said.code.as_ref().map(|at| &*at.value));
    fields.list("communes", said.communes.iter().map(|at| &*at.value));
    texts(&mut fields, &said.fiche);
    fields.object("coordinateur", scribe.reference(said.coordinateur.as_ref()));
    fields.list("labels", said.labels.iter().map(String::as_str));
    fields.some("strategie", said.strategie.as_deref());
    if let Some(contract) = &said.contrat_de_ville {
        let mut told = Champs::default();
        told.some("periode", contract.periode.as_deref());
        told.list("signataires", contract.signataires.iter().map(String::as_str));
        told.list("axes", contract.axes.iter().map(String::as_str));
        fields.object("contrat_de_ville", told);
    }
    if let Some(figure) = &said.couverture {
        let mut told = Champs::default();
        told.some("valeur", figure.valeur.as_deref());
        told.some("date", day(figure.date));
        told.some("source", figure.source.as_deref());
        fields.object("couverture", told);
    }
    if let Some(link) = &said.qpv {
        let mut told = Champs::default();
        told.some("nom", link.nom.as_deref());
        told.some("depuis", link.depuis.map(written));
        fields.object("qpv", told);
    }
    fields.list("acteurs", ids(scribe, guides.acteurs_of_territoire(scribe.guide, said)));
    scribe::checked(scribe, &mut fields, &said.fiche);
    fields
}

/// Schemes and labels, and the actors that carry them.
pub(super) fn dispositifs<'a>(scribe: &Scribe<'a>) -> Vec<Champs<'a>> {
    let each = scribe.guides().dispositifs.iter().enumerate();
    each.map(|(rank, said)| dispositif(scribe, rank, said)).collect()
}

fn dispositif<'a>(scribe: &Scribe<'a>, rank: usize, said: &'a Dispositif) -> Champs<'a> {
    let mut fields = Champs::default();
    fields.text("id", &*said.fiche.id);
    fields.text("nom", &*said.fiche.nom);
    fields.some("page", scribe.page(About::Dispositif(scribe.at(rank))));
    scribe::named(&mut fields, &said.fiche);
    texts(&mut fields, &said.fiche);
    fields.some("en_six_mots", said.en_six_mots.as_deref());
    fields.some("porte_par", said.porte_par.as_deref());
    fields.some("depuis", said.depuis.map(written));
    fields.some("lien", said.lien.as_deref());
    fields.term("terme_national", said.terme_national);
    if let Some(trial) = &said.experimente {
        let mut told = Champs::default();
        told.some("territoire", trial.territoire.as_deref());
        told.some("periode", trial.periode.as_deref());
        fields.object("experimente", told);
    }
    let acteurs = scribe.guides().acteurs_of_dispositif(scribe.here(), said);
    fields.list("acteurs", ids(scribe, acteurs));
    scribe::checked(scribe, &mut fields, &said.fiche);
    fields
}

/// Summary, text, source, day.
fn texts<'a>(fields: &mut Champs<'a>, fiche: &'a crate::record::Fiche) {
    fields.some("presentation_resume", fiche.presentation_resume.as_deref());
    fields.some("presentation_detail", fiche.presentation_detail.as_ref().map(|at| &*at.value));
    fields.some("source", fiche.source.as_deref());
    fields.said("date_maj", fiche.date_maj);
}

/// The ids of actors of this guide.
fn ids<'a>(scribe: &Scribe<'a>, acteurs: Vec<usize>) -> impl Iterator<Item = &'a str> {
    let here = scribe.here();
    acteurs.into_iter().map(move |at| &*here.acteurs[at].fiche.id)
}
