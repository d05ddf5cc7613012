//! « Emporter le guide »: every file that is read without network, for whom it is and how to open it.

use serde::Serialize;

use crate::calendar;
use crate::edition::hors_ligne::memoire::{self, Memoire};
use crate::edition::hors_ligne::{EMPORTS, Emport};
use crate::plan::{About, Cible, Medium};
use crate::text::typography;

use super::dossier::Dossier;
use super::frame::Head;
use super::here::Here;
use super::papier::weight;
use super::parts::{Entree, Mot, Rubrique};

/// The page « Emporter le guide », as its template sees it.
#[derive(Serialize)]
pub(super) struct View<'a> {
    #[serde(flatten)]
    dossier: Dossier<'a>,
    /// The script that keeps a file in the browser's memory; only where the guide asks for it.
    memoire: Option<Memoire>,
    /// The files it may keep.
    choix: Vec<Mot<'a>>,
}

/// Makes the page « Emporter le guide » of this guide.
pub(super) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let mut page = Dossier::new(here, Head::new(labels.word("emporter.titre"), ""));
    let day = calendar::short(here.world.guides.today);
    page.resume = match here.world.is_copy() {
        true => labels.say("archive.copie", &[("jour", &day)]),
        false => labels.word("emporter.resume").to_owned(),
    };
    let end = calendar::short(here.world.guides.fin_de_l_agenda(here.guide()));
    // The fingerprint of the archive stands beside it.
    let kinds = EMPORTS.iter().filter(|emport| emport.medium != Medium::Checksum);
    let kinds = kinds.flat_map(|emport| [whole(here, emport), parts(here, emport)]);
    page.fin = vec![labels.say("emporter.date", &[("jour", &day), ("fin", &end)])];
    let about = About::Emporter(here.index, Cible::Guide);
    let kept = here.world.plan.address(Medium::Worker, about).map(|_| memoire::of_page(here));
    let choix = if kept.is_some() { kept_files(here) } else { Vec::new() };
    let permis = kept.as_ref().map(|memoire| memoire.permis.clone()).unwrap_or_default();
    View { dossier: page.with(kinds.chain([by_key(here)])).letting(permis), memoire: kept, choix }
}

/// The pages in one file, each with its weight: what a browser may keep.
fn kept_files(here: Here<'_>) -> Vec<Mot<'_>> {
    let pages = EMPORTS.iter().filter(|emport| emport.medium == Medium::OneFile);
    let all = pages.flat_map(|emport| {
        let cibles = emport.cibles(here.guide()).into_iter();
        cibles.filter_map(move |cible| file(here, emport, cible, &nom(here, cible)))
    });
    all.collect()
}

/// The name of what a file is about.
fn nom(here: Here<'_>, cible: Cible) -> String {
    let guide = here.guide();
    match cible {
        Cible::Commune(rank) => typography(guide.communes[rank].commune.nom),
        Cible::Intercommunalite(rank) => {
            typography(guide.intercommunalites[rank].epci.nom_propre())
        }
        _ => typography(&guide.reglages.reglages.titre),
    }
}

/// The file of the whole guide: what it is as a heading, then for whom, how to open it, and the file itself.
fn whole<'a>(here: Here<'a>, emport: &'static Emport) -> Rubrique<'a> {
    let wanted = emport.cibles(here.guide()).contains(&Cible::Guide);
    let nom = said(here, emport, "fichier");
    let Some(file) = file(here, emport, Cible::Guide, &nom).filter(|_| wanted) else {
        return Rubrique::default();
    };
    let lines = ["pour", "ouvrir"].map(|key| Mot::new(said(here, emport, key)));
    let proof = fingerprint(here).filter(|_| emport.medium == Medium::Zip);
    let textes = lines.into_iter().chain([file]).chain(proof).collect();
    Rubrique { textes, titre: said(here, emport, "titre").into(), ..Rubrique::default() }
}

/// The files of the communes or intercommunalités, under one heading.
fn parts<'a>(here: Here<'a>, emport: &'static Emport) -> Rubrique<'a> {
    let entry = |cible: Cible| {
        let file = file(here, emport, cible, &nom(here, cible))?;
        Some(Entree { href: file.href, nom: file.texte.into_owned().into(), ..Entree::default() })
    };
    let cibles = emport.cibles(here.guide()).into_iter().filter(|cible| *cible != Cible::Guide);
    let court: Vec<Entree<'a>> = cibles.filter_map(entry).collect();
    if court.is_empty() {
        return Rubrique::default();
    }
    let lines = ["pour", "ouvrir"].map(|key| Mot::new(said(here, emport, key)));
    Rubrique {
        textes: lines.into_iter().chain(frame_code(here, emport)).collect(),
        court,
        titre: said(here, emport, "titres").into(),
        ..Rubrique::default()
    }
}

/// The fingerprint of the archive, for who wants to know that it came whole.
fn fingerprint(here: Here<'_>) -> Option<Mot<'_>> {
    let about = About::Emporter(here.index, Cible::Guide);
    let address = here.world.plan.address(Medium::Checksum, about)?;
    Some(Mot::to(Some(here.from.to(address)), here.labels().word("archive.empreinte")))
}

/// The code that shows the bare page of a commune in a frame, where the guide knows its public address.
fn frame_code<'a>(here: Here<'a>, emport: &Emport) -> Option<Mot<'a>> {
    let cible = *emport.cibles(here.guide()).first().filter(|_| emport.medium == Medium::Embed)?;
    let about = About::Emporter(here.index, cible);
    let url = here.world.public(here.index, here.world.plan.address(emport.medium, about)?)?;
    let said = [("adresse", &*url), ("commune", &*nom(here, cible))];
    Some(Mot::new(here.labels().say("emporter.cadres.code", &said)))
}

/// What the labels say of a kind of files.
fn said(here: Here<'_>, emport: &Emport, key: &str) -> String {
    here.labels().word(&format!("emporter.{}.{key}", emport.mots)).to_owned()
}

/// A file as a link: « Lusignan (page web, 24 ko) »; without its weight where it is not made yet.
fn file<'a>(here: Here<'a>, emport: &Emport, cible: Cible, nom: &str) -> Option<Mot<'a>> {
    let about = About::Emporter(here.index, cible);
    let address = here.world.plan.address(emport.medium, about)?;
    let format = said(here, emport, "format");
    let beside = match here.world.poids(address) {
        Some(bytes) => format!("{format}, {}", weight(bytes)),
        None => format,
    };
    Some(Mot::to(Some(here.from.to(address)), format!("{nom} ({beside})")))
}

/// How to put a file on a key, one gesture a line.
fn by_key(here: Here<'_>) -> Rubrique<'_> {
    let steps = ["emporter.cle_1", "emporter.cle_2", "emporter.cle_3", "emporter.cle_4"];
    Rubrique {
        etapes: steps.into_iter().map(|key| here.labels().word(key)).collect(),
        ..here.rubrique("emporter.cle")
    }
}
