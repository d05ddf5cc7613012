//! A record, whole, as pieces: what is needed to come first, then what it is, then the rest.

use std::collections::BTreeMap;

use crate::edition::papier::contrat::{Bloc, Fait, Fiche, Mot, Passage};
use crate::edition::quand::Row;

use super::{Dit, Entree, LOWEST, Piece, Plieur, dit, lien, telephone};

impl Plieur<'_> {
    /// Adds a record whose name is a heading of this level.
    pub(super) fn fiche(&self, fiche: &Fiche, niveau: u8, pieces: &mut Vec<Piece>) {
        let (texte, ancre) = (fiche.nom.clone(), fiche.ancre.clone());
        pieces.push(Piece::Titre { niveau, texte, ancre, fiche: true });
        pieces.extend(said(&fiche.sous));
        pieces.extend(fiche.avis.iter().cloned().map(Piece::Avis));
        let street = fiche.adresse.iter().map(dit).chain(telephone(&fiche.telephone));
        let street: Vec<Mot> = street.collect();
        pieces.extend((!street.is_empty()).then_some(Piece::Lignes { lignes: street }));
        if fiche.semaine.is_empty() {
            pieces.extend(said(&fiche.quand));
        } else {
            let rangs = fiche.semaine.iter().map(row).collect();
            let titre = format!("{}\u{a0}: {}", self.mot("semaine"), fiche.nom);
            pieces.push(Piece::Semaine { titre, rangs });
            pieces.extend(said(&fiche.plus));
        }
        pieces.extend(fiche.dates.iter().filter_map(|line| said(line)));
        if !fiche.bref.is_empty() {
            pieces.push(self.faits(&fiche.bref, true, &fiche.liens));
        }
        pieces.extend(said(&fiche.resume));
        if !fiche.services.is_empty() {
            let items = fiche.services.iter().map(|service| vec![dit(service)]).collect();
            pieces.push(Piece::Liste { numerotee: false, items });
        }
        let below = (niveau + 1).min(LOWEST);
        self.passages("recoit", &fiche.recoit, below, pieces);
        self.passages("va", &fiche.va, below, pieces);
        let facts: Vec<Fait> = fiche.contact.iter().chain(&fiche.faits).cloned().collect();
        if !facts.is_empty() {
            pieces.push(self.faits(&facts, false, &fiche.liens));
        }
        let mut last = niveau;
        for bloc in &fiche.detail {
            let lowered = match bloc {
                Bloc::Titre { texte, ancre, .. } => {
                    Bloc::Titre { niveau, texte: texte.clone(), ancre: ancre.clone() }
                }
                other => other.clone(),
            };
            self.bloc(&lowered, &mut last, below, pieces);
        }
        pieces.extend(self.age(&fiche.verifie, &fiche.code).map(|texte| Piece::Fin { texte }));
    }

    /// Who comes, or where it goes, under a heading.
    fn passages(&self, word: &str, all: &[Passage], niveau: u8, pieces: &mut Vec<Piece>) {
        if all.is_empty() {
            return;
        }
        let texte = self.mot(word).to_owned();
        pieces.push(Piece::Titre { niveau, texte, ancre: String::new(), fiche: false });
        let entrees: Vec<Entree> = all.iter().map(|one| self.passage(one)).collect();
        pieces.push(Piece::Entrees { entrees });
    }

    /// Facts, their lines as links where they lead somewhere.
    pub(super) fn faits(
        &self,
        faits: &[Fait],
        bref: bool,
        liens: &BTreeMap<String, String>,
    ) -> Piece {
        let line = |text: &String| match liens.get(text) {
            Some(url) => lien(text, url.clone()),
            None => dit(text),
        };
        let told = |fait: &Fait| Dit {
            nom: fait.nom.clone(),
            lignes: fait.lignes.iter().map(line).collect(),
        };
        Piece::Faits { bref, faits: faits.iter().map(told).collect() }
    }
}

/// A paragraph of plain words; nothing for none.
fn said(texte: &str) -> Option<Piece> {
    (!texte.is_empty()).then(|| Piece::Texte { mots: vec![dit(texte)] })
}

/// Days, then their hours and what they hold for.
fn row(row: &Row) -> (String, String) {
    let note = Some(format!("({})", row.note)).filter(|_| !row.note.is_empty());
    let hours = Some(row.heures.join(", ")).filter(|hours| !hours.is_empty());
    let said: Vec<String> = hours.into_iter().chain(note).collect();
    (row.jours.clone(), said.join(" "))
}
