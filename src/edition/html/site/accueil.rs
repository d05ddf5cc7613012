//! The home above the guides: the départements by region, what a guide is, how to have it, how to mend it.

use serde::Serialize;

use crate::address::Address;
use crate::edition::World;
use crate::edition::html::fiche::tel;
use crate::edition::html::frame::mail;
use crate::edition::html::parts::{Choix, Mot, Rubrique};
use crate::guide::Guide;
use crate::plan::{About, Fixed, Scope};
use crate::record::Acteur;
use crate::territory;
use crate::text::{phone, sort_key, typography};

/// The départements of one region.
#[derive(Serialize)]
pub(super) struct Region<'a> {
    /// Its name; empty when all guides are in one.
    titre: &'a str,
    /// What the staff says of it.
    resume: String,
    guides: Vec<Choix<'a>>,
}

/// The guides by region, in French order; the region of the site comes first.
pub(super) fn regions<'a>(world: &'a World<'a>, from: &Address) -> Vec<Region<'a>> {
    let own = world.guides.site.as_ref().and_then(|site| site.region.as_deref());
    let mut codes: Vec<&str> = Vec::new();
    for guide in &world.guides.guides {
        if !codes.contains(&guide.departement.region) {
            codes.push(guide.departement.region);
        }
    }
    let name = |code: &str| territory::region(code).map_or("", |region| region.nom);
    codes.sort_by_cached_key(|code| (own != Some(name(code)), sort_key(name(code))));
    let several = codes.len() > 1;
    let region = |code: &str| Region {
        titre: if several { name(code) } else { "" },
        resume: about(world, code),
        guides: guides(world, from, code),
    };
    codes.into_iter().map(region).collect()
}

/// What the staff says of a region, in a sentence or two.
fn about(world: &World<'_>, code: &str) -> String {
    let index = world.guides.territoire_of_code("région", code);
    let written = index.map(|index| &world.guides.territoires[index].fiche);
    let resume = written.and_then(|fiche| fiche.presentation_resume.as_deref());
    resume.map(typography).unwrap_or_default()
}

/// The guides of a region, each by its département.
fn guides<'a>(world: &'a World<'a>, from: &Address, region: &str) -> Vec<Choix<'a>> {
    let choice = |(index, guide): (usize, &Guide)| {
        let home = world.plan.page(About::Fixed(Scope::Guide(index), Fixed::Accueil))?;
        let running = |acteur: &&Acteur| acteur.recoit(world.guides.today);
        let places = guide.acteurs.iter().filter(running).count();
        let departement = guide.departement;
        Some(Choix {
            href: from.to(home),
            texte: typography(&format!("{} ({})", departement.nom, departement.code)).into(),
            nombre: world.themes.site.labels.count("nombre.lieux", places),
            icone: "".into(),
        })
    };
    let all = world.guides.guides.iter().enumerate();
    all.filter(|(_, guide)| guide.departement.region == region).filter_map(choice).collect()
}

/// What a guide is, what the site writes, how to have it on paper, how to mend it.
pub(super) fn rubriques<'a>(world: &'a World<'a>, from: &Address) -> Vec<Rubrique<'a>> {
    let part = |key: &str| Rubrique {
        titre: world.themes.site.labels.word(key).to_owned().into(),
        ..Rubrique::default()
    };
    let read = Rubrique { textes: super::written(world, from), ..part("site.pages") };
    let mut all = vec![read];
    if !world.guides.guides.is_empty() {
        let word = |key: &'static str| Mot::new(world.themes.site.labels.word(key));
        all.push(Rubrique { textes: vec![word("site.quoi_texte")], ..part("site.quoi") });
        all.push(Rubrique { textes: vec![word("site.papier_texte")], ..part("site.papier") });
        let contact = std::iter::once(word("site.corriger_texte")).chain(contact(world));
        all.push(Rubrique { textes: contact.collect(), ..part("site.corriger") });
    }
    all.retain(|part| !part.est_vide());
    all
}

/// Mail, phone and postal address of the publisher.
fn contact<'a>(world: &'a World<'a>) -> Vec<Mot<'a>> {
    let labels = &world.themes.site.labels;
    let Some(reglages) = super::reglages(world) else { return Vec::new() };
    let contact = &reglages.contact;
    let write = mail(reglages, labels.word("site.objet"), "").zip(contact.courriel.as_ref());
    let write = write.map(|(href, courriel)| {
        Mot::to(Some(href), labels.say("action.ecrire", &[("courriel", courriel)]))
    });
    let call = contact.telephone.as_deref().map(|number| {
        let texte = labels.say("action.appeler", &[("numero", &phone(number))]);
        Mot::to(Some(tel(number)), texte)
    });
    let address = contact.adresse.as_deref().map(|adresse| {
        Mot::new(labels.say("imprimer.ecrire", &[("adresse", &typography(adresse))]))
    });
    [write, call, address].into_iter().flatten().collect()
}
