//! Cards for the address book of a phone (vCard 4.0): one beside the page of each place that receives people.

use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides, Ref};
use crate::plan::{About, Medium, Sheet};
use crate::record::Acteur;
use crate::text::slug;

use super::donnees::echange;
use super::{Edition, World};

/// The cards.
pub struct Cartes;

impl Edition for Cartes {
    fn nom(&self) -> &'static str {
        "cartes de contact"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let of_guide = |(guide, here): (usize, &Guide)| {
            let folder = slug(&here.dossier);
            let sheet = move |(index, acteur): (usize, &Acteur)| {
                let address = Address::new(format!("{folder}/acteurs/{}.vcf", acteur.fiche.slug));
                let about = About::Acteur(Ref { guide, index });
                Some(Sheet { address: address.ok()?, medium: Medium::Vcard, about })
            };
            let acteurs = here.acteurs.iter().enumerate();
            let kept = acteurs.filter(|(_, acteur)| has_a_card(acteur, guides));
            kept.filter_map(sheet).collect::<Vec<_>>()
        };
        guides.guides.iter().enumerate().flat_map(of_guide).collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Acteur(at) = sheet.about else { return Ok(Vec::new()) };
        Ok(echange::carte(world, at).into_bytes())
    }
}

/// Whether there is something to keep in a phone: a number, or a mail.
fn has_a_card(acteur: &Acteur, guides: &Guides) -> bool {
    acteur.recoit(guides.today) && (acteur.telephone.is_some() || !acteur.courriels.is_empty())
}
