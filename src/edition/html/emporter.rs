//! « Emporter le guide »: every file that is read without network, for whom it is and how to open it.

use crate::calendar;
use crate::edition::hors_ligne::{EMPORTS, Emport};
use crate::plan::{About, Cible, Medium};
use crate::text::typography;

use super::dossier::Dossier;
use super::frame::Head;
use super::here::Here;
use super::papier::weight;
use super::parts::{Entree, Mot, Rubrique};

/// Makes the page « Emporter le guide » of this guide.
pub(super) fn view(here: Here<'_>) -> Dossier<'_> {
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
    page.with(kinds.chain([by_key(here)]))
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
    let guide = here.guide();
    let entry = |cible: Cible| {
        let nom = match cible {
            Cible::Commune(rank) => typography(guide.communes[rank].commune.nom),
            Cible::Intercommunalite(rank) => {
                typography(guide.intercommunalites[rank].epci.nom_propre())
            }
            _ => return None,
        };
        let file = file(here, emport, cible, &nom)?;
        Some(Entree { href: file.href, nom: file.texte.into_owned().into(), ..Entree::default() })
    };
    let court: Vec<Entree<'a>> = emport.cibles(guide).into_iter().filter_map(entry).collect();
    if court.is_empty() {
        return Rubrique::default();
    }
    let lines = ["pour", "ouvrir"].map(|key| Mot::new(said(here, emport, key)));
    Rubrique {
        textes: lines.into_iter().collect(),
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

/// What the labels say of a kind of files.
fn said(here: Here<'_>, emport: &Emport, key: &str) -> String {
    here.labels().word(&format!("emporter.{}.{key}", emport.terme)).to_owned()
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
