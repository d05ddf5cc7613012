//! Who holds an edition that is no longer the last one: where to bring the new one, and how many copies.

use crate::edition::papier::Editions;
use crate::guide::{Guide, Guides};
use crate::record::diffusion::Remise;
use crate::text::{sort_key, thousands};

use super::html::{dit, frame, paragraph, table};
use super::page::counted;
use super::tableau::{Cellule, Tableau};
use super::{Fichier, csv};

/// A place and the last copies of one product that it got.
#[derive(Debug)]
pub struct Detenteur<'a> {
    /// Its name, with its commune.
    pub ou: String,
    /// Its phone, or whom to tell.
    pub contact: String,
    /// The last copies it got.
    pub remise: &'a Remise,
    /// The number of its edition.
    pub numero: u32,
}

/// Who holds what, for one guide.
#[derive(Debug)]
pub struct Diffusion<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// The number of the last edition; none was frozen yet.
    pub derniere: Option<u32>,
    /// Everybody who got copies, by name.
    pub detenteurs: Vec<Detenteur<'a>>,
}

/// Who holds what of a guide: of each place and product, what it got last.
pub fn of<'a>(guides: &'a Guides, rank: usize, editions: &Editions) -> Diffusion<'a> {
    let guide = &guides.guides[rank];
    let derniere = editions.last(&guide.dossier, guides.today).map(|one| one.numero);
    let mut detenteurs: Vec<Detenteur<'a>> = Vec::new();
    for remise in &guide.remises {
        let Some(edition) = &remise.edition else { continue };
        let one = holder(guides, rank, remise, edition.value);
        let same = |known: &&mut Detenteur<'a>| {
            known.ou == one.ou && known.remise.produit() == one.remise.produit()
        };
        match detenteurs.iter_mut().find(same) {
            Some(known) if known.numero <= one.numero => *known = one,
            Some(_) => {}
            None => detenteurs.push(one),
        }
    }
    detenteurs.sort_by_cached_key(|one| (sort_key(&one.ou), one.remise.produit()));
    Diffusion { guide, derniere, detenteurs }
}

fn holder<'a>(guides: &'a Guides, rank: usize, remise: &'a Remise, numero: u32) -> Detenteur<'a> {
    let acteur = remise.chez.as_ref().and_then(|id| guides.find_acteur(&id.value, rank));
    let acteur = acteur.map(|at| guides.acteur(at));
    let ou = match (acteur, &remise.ou) {
        (Some(acteur), _) => match acteur.adresse.commune {
            Some(commune) => format!("{}, {}", acteur.fiche.nom, commune.nom),
            None => acteur.fiche.nom.clone(),
        },
        (None, Some(ou)) => ou.clone(),
        (None, None) => String::new(),
    };
    let phone = acteur.and_then(|acteur| acteur.telephone.clone());
    Detenteur { ou, contact: remise.contact.clone().or(phone).unwrap_or_default(), remise, numero }
}

impl<'a> Diffusion<'a> {
    /// Those who hold an edition older than the last one.
    pub fn en_retard(&self) -> Vec<&Detenteur<'a>> {
        let old = |one: &&Detenteur<'a>| self.derniere.is_some_and(|last| one.numero < last);
        self.detenteurs.iter().filter(old).collect()
    }

    /// « 12 endroits ont une édition plus ancienne que la n° 3 (340 exemplaires). »; nothing when nobody does.
    pub fn resume(&self) -> Option<String> {
        let late = self.en_retard();
        let copies: u32 = late.iter().filter_map(|one| one.remise.exemplaires).sum();
        let last = self.derniere?;
        let (places, have) = match late.len() {
            0 => return None,
            1 => ("1 endroit".to_owned(), "a"),
            count => (format!("{} endroits", thousands(count)), "ont"),
        };
        let copies = match usize::try_from(copies).unwrap_or_default() {
            0 => String::new(),
            copies => format!(" ({})", counted(copies, "exemplaire")),
        };
        Some(format!("{places} {have} une édition plus ancienne que la n° {last}{copies}."))
    }

    /// The files that say it; none for a guide without `diffusion.yaml`.
    pub fn fichiers(&self) -> Vec<Fichier> {
        if self.detenteurs.is_empty() {
            return Vec::new();
        }
        let path = |name: &str| format!("{}/{name}", self.guide.dossier);
        vec![
            (path("diffusion.html"), self.page().into_bytes()),
            (
                path("diffusion.csv"),
                csv::bytes(&self.table(&self.detenteurs.iter().collect::<Vec<_>>())),
            ),
        ]
    }

    fn table(&self, of: &[&Detenteur<'a>]) -> Tableau {
        let mut table = Tableau::new(&[
            "ou",
            "imprime",
            "edition",
            "exemplaires",
            "le",
            "contact",
            "note",
            "a_remplacer",
        ]);
        for one in of {
            let late = self.derniere.is_some_and(|last| one.numero < last);
            table.lignes.push(vec![
                Cellule::texte(&one.ou),
                Cellule::texte(one.remise.produit()),
                Cellule::habitants(one.numero),
                one.remise.exemplaires.map_or_else(|| Cellule::texte(""), Cellule::habitants),
                Cellule::texte(one.remise.le.map(|day| day.to_string()).unwrap_or_default()),
                Cellule::texte(&one.contact),
                Cellule::texte(one.remise.note.as_deref().unwrap_or_default()),
                Cellule::texte(if late { "oui" } else { "" }),
            ]);
        }
        table
    }

    fn page(&self) -> String {
        let title = format!("Diffusion du guide {}", self.guide.departement.de_nom);
        let lead = match (self.derniere, self.resume()) {
            (None, _) => "Aucune édition n’est encore figée : tapez « jalon edition » le jour où vous imprimez.".to_owned(),
            (Some(last), None) => format!("Tous ont l’édition n° {last}."),
            (Some(_), Some(said)) => format!("{said} Portez-leur la nouvelle, ou l’errata : jalon print errata."),
        };
        let columns = [
            (0, "où"),
            (1, "imprimé"),
            (2, "édition"),
            (3, "exemplaires"),
            (4, "le"),
            (5, "qui prévenir"),
            (6, "note"),
        ];
        let part = |caption: &str, of: &[&Detenteur<'a>]| match of.is_empty() {
            true => String::new(),
            false => table(caption, &columns, &self.table(of).lignes),
        };
        let late = self.en_retard();
        let all: Vec<&Detenteur<'a>> = self.detenteurs.iter().collect();
        let main = [
            format!("<h1>{}</h1>\n", dit(&title)),
            paragraph(&lead),
            part("À qui porter la nouvelle édition", &late),
            part("Qui a quoi", &all),
        ];
        frame(&title, &main.concat())
    }
}
