//! Links to what is printed: each says its format, its pages and its weight, since a file costs paper and time.

use crate::plan::{Cible, Forme, Papier, Produit};
use crate::text::{capital, decimal};

use super::here::Here;
use super::parts::Mot;

impl<'a> Here<'a> {
    /// The files of a product about something, as links; nothing for what is not printed.
    pub(in crate::edition) fn imprimes(&self, produit: Produit, cible: Cible) -> Vec<Mot<'a>> {
        let forms = [Forme::Lue, Forme::A3, Forme::Imposee, Forme::ImposeeBordLong];
        forms
            .into_iter()
            .filter_map(|forme| self.imprime(Papier { produit, cible, forme }))
            .collect()
    }

    /// A file to print, as a link: « Affiche (PDF, A4, 1 page, 24 ko) ».
    fn imprime(&self, papier: Papier) -> Option<Mot<'a>> {
        let (address, printed) = self.world.tirage(self.index, papier)?;
        let labels = self.labels();
        let nom = labels.word(&format!("imprimer.lien.{}", key(papier))).to_owned();
        let pages = labels.count("nombre.pages", printed.pages);
        let poids = weight(printed.bytes.len());
        let said = [("nom", &*capital(&nom)), ("pages", &*pages), ("poids", &*poids)];
        Some(Mot::to(Some(self.from.to(address)), labels.say("imprimer.lien.fichier", &said)))
    }
}

/// The word that names a file: its product, and the way it is folded where it is.
fn key(papier: Papier) -> String {
    format!("{}{}", papier.produit.nom(), papier.forme.suffixe()).replace('-', "_")
}

/// « 38 ko », « 1,2 Mo ».
pub(super) fn weight(bytes: usize) -> String {
    match bytes {
        0..=999_499 => format!("{}\u{a0}ko", bytes.div_ceil(1000)),
        _ => format!("{}\u{a0}Mo", decimal(bytes as f64 / 1e6, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn weights_are_read() {
        assert_eq!(weight(23_412), "24\u{a0}ko");
        assert_eq!(weight(1_230_000), "1,2\u{a0}Mo");
    }
}
