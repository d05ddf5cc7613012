//! Entries: places in a few lines, people who come, things on a day, numbers, names, words.

use crate::edition::papier::contrat::{Passage, Rendezvous, Renvoi, Repere};
use crate::text::sentence;

use super::{Entree, Piece, Plieur, dit, lien, telephone};

impl Plieur<'_> {
    /// A record in a few lines.
    pub(super) fn renvoi(&self, renvoi: &Renvoi) -> Entree {
        let told = match renvoi.vers.is_empty() {
            true => self.vers_code(&renvoi.nom, &renvoi.code),
            false => self.vers_ancre(&renvoi.nom, &renvoi.vers),
        };
        let known = told.lien.is_some();
        let nom = if renvoi.ancre.is_empty() { told } else { dit(&renvoi.nom) };
        let lines = renvoi.lignes.iter().map(dit).chain(telephone(&renvoi.telephone));
        // What tells it whole says how old it is.
        let age = self.age(&renvoi.verifie, &renvoi.code).filter(|_| !known);
        Entree {
            ancre: renvoi.ancre.clone(),
            nom,
            suite: beside(&renvoi.ou),
            lignes: lines.chain(age.map(dit)).collect(),
            ..Entree::default()
        }
    }

    /// Somebody who comes, where and when.
    pub(super) fn passage(&self, passage: &Passage) -> Entree {
        let nom = self.vers_code(&passage.nom, &passage.code);
        let known = nom.lien.is_some();
        let times = passage.fois.iter().map(|one| match one.ou.is_empty() {
            true => one.quand.clone(),
            false => format!("{}\u{a0}: {}", one.ou, one.quand),
        });
        let next = (!passage.prochains.is_empty())
            .then(|| format!("{}\u{a0}: {}.", self.mot("prochains"), passage.prochains.join(", ")));
        let suite = Some(passage.suite.clone()).filter(|suite| !suite.is_empty());
        let lines = times.chain(suite).chain(next).map(dit).chain(telephone(&passage.telephone));
        let age = self.age(&passage.verifie, &passage.code).filter(|_| !known);
        Entree { nom, lignes: lines.chain(age.map(dit)).collect(), ..Entree::default() }
    }

    /// Something on a day.
    pub(super) fn rendezvous(&self, one: &Rendezvous) -> Entree {
        let nom = match one.ancre.is_empty() {
            true => self.vers_code(&one.nom, &one.code),
            false => dit(&one.nom),
        };
        let known = nom.lien.is_some();
        let place = Some(one.ou.clone()).filter(|place| !place.is_empty());
        let lines = place.into_iter().chain(one.lignes.iter().cloned()).map(dit);
        let lines = lines.chain(telephone(&one.telephone));
        let age = self.age(&one.verifie, &one.code).filter(|_| !known);
        Entree {
            ancre: one.ancre.clone(),
            avant: one.heures.clone(),
            nom,
            lignes: lines.chain(age.map(dit)).collect(),
            ..Entree::default()
        }
    }

    /// Names that lead to where they are told; the first place of each.
    pub(super) fn index(&self, entrees: &[Repere]) -> Piece {
        let entry = |one: &Repere| {
            let vers = one.vers.first().map_or("", String::as_str);
            (self.vers_ancre(&one.nom, vers), beside(&one.suite))
        };
        Piece::Index { entrees: entrees.iter().map(entry).collect() }
    }

    /// « Information vérifiée en mars 2026. Code K7RM. »
    pub(super) fn age(&self, verifie: &str, code: &str) -> Option<String> {
        let code = (!code.is_empty()).then(|| format!("{}\u{a0}{code}.", self.mot("code")));
        let said = Some(sentence(verifie)).filter(|_| !verifie.is_empty());
        let said: Vec<String> = said.into_iter().chain(code).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}

/// Words after a name: « , Lusignan »; empty for none.
fn beside(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(", {words}") }
}

/// A public number.
pub(super) fn numero(numero: &str, nom: &str, texte: &str) -> Entree {
    let said = Some(dit(texte)).filter(|_| !texte.is_empty());
    Entree {
        nom: lien(format!("{numero} {nom}"), crate::theme::tel(numero)),
        lignes: said.into_iter().collect(),
        ..Entree::default()
    }
}

/// Words explained.
pub(super) fn glossaire(mots: &[(String, String)]) -> Piece {
    let word = |(mot, sens): &(String, String)| (String::new(), mot.clone(), sens.clone());
    Piece::Glossaire { mots: mots.iter().map(word).collect() }
}
