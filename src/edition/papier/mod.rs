//! The guide on paper: files to print, each set from plain data by a theme.

mod affiche;
mod appel;
mod blocs;
pub(in crate::edition) mod contrat;
mod demande;
mod depliant;
mod document;
mod editions;
pub(in crate::edition) mod emporter;
mod errata;
mod essais;
mod evenement;
mod extraits;
mod fiche;
mod image;
mod imprimeur;
mod index;
mod jours;
mod lieux;
mod lisible;
mod produits;
mod savoir;
mod texte;
mod tirage;
mod visites;

use std::collections::BTreeSet;

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::edition::{Edition, World};
use crate::guide::{Guide, Guides};
use crate::plan::{About, Cible, Forme, Medium, Papier, Produit, Sheet};
use crate::text::slug;

pub use demande::{Demande, Reponse, answer};
pub(in crate::edition) use jours::numero_de_l_evenement;

pub use editions::{Editions, Figee, Sorte, freeze};
pub use tirage::{Presse, Tirage, Tirages, print};

/// What is printed.
pub struct Imprimes;

impl Edition for Imprimes {
    fn nom(&self) -> &'static str {
        "imprimés"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let ranks = 0..guides.guides.len();
        let all = ranks.flat_map(|guide| asked(guides, guide));
        let mut taken = BTreeSet::new();
        all.filter_map(|(guide, papier)| {
            let free = |time: &usize| {
                let sheet = sheet(guides, guide, papier, *time)?;
                (!taken.contains(&sheet.address)).then_some(sheet)
            };
            // Two buses stop at one place: the second one has a number.
            let sheet = (1..=NAMESAKES).find_map(|time| free(&time))?;
            taken.insert(sheet.address.clone());
            Some(sheet)
        })
        .collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        Ok(world.tirages.of(&sheet.address).map(|one| one.bytes.clone()).unwrap_or_default())
    }
}

/// Everything that a guide prints in a build: what its settings ask for, or what every library needs.
fn asked(guides: &Guides, guide: usize) -> Vec<(usize, Papier)> {
    let written = &guides.guides[guide].reglages.produits;
    let wanted = |produit: &Produit| match written.is_empty() {
        true => produits::DEFAULT.contains(produit),
        // Without a frozen edition there is nothing to say, and no file.
        false => {
            *produit == Produit::Errata || written.iter().any(|term| term.code == produit.nom())
        }
    };
    let every = Produit::ALL.into_iter().filter(wanted);
    let of = |produit: Produit| {
        let subjects = produits::subjects(guides, guide, produit).into_iter();
        subjects.flat_map(move |cible| {
            formes(produit).iter().map(move |&forme| (guide, Papier { produit, cible, forme }))
        })
    };
    every.flat_map(of).collect()
}

/// The files of a product.
pub(in crate::edition) fn formes(produit: Produit) -> &'static [Forme] {
    match produit {
        Produit::Livret => &[Forme::Lue, Forme::Imposee, Forme::ImposeeBordLong],
        Produit::Affiche => &[Forme::Lue, Forme::A3],
        _ => &[Forme::Lue],
    }
}

/// Files of one name at most.
const NAMESAKES: usize = 99;

/// Where something to print goes; namesakes after the first have a number.
fn sheet(guides: &Guides, guide: usize, papier: Papier, time: usize) -> Option<Sheet> {
    let here = &guides.guides[guide];
    let folder = slug(&here.dossier);
    let nom = nom(here, papier);
    let number = if time > 1 { format!("-{time}") } else { String::new() };
    let address = Address::new(format!("{folder}/imprimer/{nom}{number}.pdf")).ok()?;
    Some(Sheet { address, medium: Medium::Pdf, about: About::Papier(guide, papier) })
}

/// The name of a file to print, without its extension: `commune-lusignan`.
pub(super) fn nom(here: &Guide, papier: Papier) -> String {
    let sujet = match papier.cible {
        Cible::Guide => String::new(),
        Cible::Commune(rank) => here.communes[rank].slug.clone(),
        Cible::Intercommunalite(rank) => here.intercommunalites[rank].slug.clone(),
        Cible::Besoin(slug) => slug.to_owned(),
        Cible::Acteur(rank) => here.acteurs[rank].fiche.slug.clone(),
        Cible::Evenement(rank) => here.evenements[rank].fiche.slug.clone(),
        Cible::Passage(rank) => stop_name(here, rank),
        Cible::Semaine(monday) => monday.to_string(),
    };
    let produit = papier.produit.nom();
    let nom = if sujet.is_empty() { produit.to_owned() } else { format!("{produit}-{sujet}") };
    let fin = papier.forme.suffixe();
    // An address has 80 bytes at most, folder and extension included.
    let room = LONGEST - fin.len();
    let cut: String = nom.chars().take(room).collect();
    format!("{}{fin}", cut.trim_end_matches('-'))
}

/// Letters of the name of a file at most: addresses hold 80 bytes.
const LONGEST: usize = 48;

/// The name of a stop among files: who comes, the commune, the stop.
fn stop_name(here: &Guide, rank: usize) -> String {
    let passage = &here.passages[rank];
    let commune = passage.commune.map(|commune| commune.nom).unwrap_or_default();
    let stop = passage.nom.as_deref().unwrap_or_default();
    let stop = if stop == commune { "" } else { stop };
    let place = passage.ou.as_deref().unwrap_or_default();
    let place = if stop.is_empty() { place } else { "" };
    slug(&[commune, stop, place].join(" "))
}

/// What stands around a sheet of paper while it is made.
fn here<'a>(world: &'a World<'a>, sheet: &'a Sheet, guide: usize) -> Here<'a> {
    Here { world, from: &sheet.address, index: guide }
}

/// The code to scan of an address; nothing when it is too long for one, or in a program without paper.
fn qr(url: &str) -> Option<contrat::Qr> {
    let (cote, svg) = crate::typeset::qr(url)?;
    Some(contrat::Qr { cote, svg })
}
