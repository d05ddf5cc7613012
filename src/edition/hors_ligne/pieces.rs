//! A document of paper as few and simple pieces, which every file to take along writes in its own way: page, text, book.

mod entrees;
mod fiche;
mod piece;

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::papier::contrat::{Bloc, Document, Mot, Partie};
use crate::text::slug;

pub(in crate::edition) use piece::{Dit, Entree, Piece, Section};

/// The parts of a document as pieces.
pub(in crate::edition) fn sections(document: &Document) -> Vec<Section> {
    let plieur = Plieur::of(document);
    let parties = document.parties.iter().enumerate();
    let homonyms = |rank: usize, titre: &str| {
        document.parties[..rank].iter().filter(|before| before.titre == titre).count()
    };
    let section = |(rank, partie): (usize, &Partie)| {
        let ancre = ancre_de(&partie.titre, homonyms(rank, &partie.titre));
        plieur.section(ancre, &partie.titre, &partie.blocs)
    };
    parties.map(section).collect()
}

/// The name of a part, after its heading and how many parts before it have the same one.
pub(in crate::edition) fn ancre_de(titre: &str, before: usize) -> String {
    let nth = if before == 0 { String::new() } else { format!("-{}", before + 1) };
    format!("partie-{}{nth}", slug(titre))
}

/// A plain run of letters.
pub(in crate::edition) fn dit(texte: impl Into<String>) -> Mot {
    Mot { texte: texte.into(), ..Mot::default() }
}

/// A run of letters that leads somewhere.
fn lien(texte: impl Into<String>, lien: String) -> Mot {
    Mot { lien: Some(lien), ..dit(texte) }
}

/// A phone as a line that calls.
fn telephone(numero: &str) -> Option<Mot> {
    (!numero.is_empty()).then(|| lien(numero, crate::theme::tel(numero)))
}

/// What is known of a document while it becomes pieces.
struct Plieur<'a> {
    /// Words that the document itself says.
    mots: &'a BTreeMap<String, String>,
    /// Where each short code is told whole.
    codes: BTreeMap<&'a str, &'a str>,
    /// Every name that something bears.
    ancres: BTreeSet<&'a str>,
}

impl<'a> Plieur<'a> {
    fn of(document: &'a Document) -> Self {
        let blocs = || document.parties.iter().flat_map(|partie| &partie.blocs);
        let named = |bloc: &'a Bloc| match bloc {
            Bloc::Titre { ancre, .. } => ancre.as_str(),
            Bloc::Fiche(fiche) => fiche.ancre.as_str(),
            Bloc::Renvoi(renvoi) => renvoi.ancre.as_str(),
            Bloc::Rendezvous(one) => one.ancre.as_str(),
            _ => "",
        };
        let whole = |bloc: &'a Bloc| match bloc {
            Bloc::Fiche(fiche) => Some((fiche.code.as_str(), fiche.ancre.as_str())),
            _ => None,
        };
        Self {
            mots: &document.mots,
            codes: blocs().filter_map(whole).collect(),
            ancres: blocs().map(named).filter(|name| !name.is_empty()).collect(),
        }
    }

    /// A word of the document.
    fn mot(&self, name: &str) -> &'a str {
        self.mots.get(name).map_or("", String::as_str)
    }

    /// A name as a link to the entry of this document that tells it whole.
    fn vers_code(&self, nom: &str, code: &str) -> Mot {
        match self.codes.get(code).filter(|_| !code.is_empty()) {
            Some(ancre) => lien(nom, format!("#{ancre}")),
            None => dit(nom),
        }
    }

    /// A name as a link to what bears a name in this document.
    fn vers_ancre(&self, nom: &str, ancre: &str) -> Mot {
        match self.ancres.contains(ancre) {
            true => lien(nom, format!("#{ancre}")),
            false => dit(nom),
        }
    }

    fn section(&self, ancre: String, titre: &str, blocs: &[Bloc]) -> Section {
        let mut pieces = Vec::new();
        // The level of the last heading; that of the part is 2.
        let mut niveau = 2;
        for bloc in blocs {
            self.bloc(bloc, &mut niveau, 3, &mut pieces);
        }
        Section { ancre, titre: titre.to_owned(), pieces }
    }

    /// Adds the pieces of a bloc; no heading stands above level `plus_bas`, none is skipped.
    fn bloc(&self, bloc: &Bloc, niveau: &mut u8, plus_bas: u8, pieces: &mut Vec<Piece>) {
        match bloc {
            Bloc::Titre { niveau: wanted, texte, ancre } => {
                *niveau = (wanted + 1).clamp(plus_bas, (*niveau + 1).max(plus_bas)).min(LOWEST);
                let (texte, ancre) = (texte.clone(), ancre.clone());
                pieces.push(Piece::Titre { niveau: *niveau, texte, ancre, fiche: false });
            }
            Bloc::Texte { mots } => pieces.push(Piece::Texte { mots: mots.clone() }),
            Bloc::Liste { numerotee, items } => {
                pieces.push(Piece::Liste { numerotee: *numerotee, items: items.clone() });
            }
            Bloc::Avis(avis) => pieces.push(Piece::Avis(avis.clone())),
            Bloc::Faits { faits } => pieces.push(self.faits(faits, false, &BTreeMap::new())),
            Bloc::Fiche(fiche) => self.fiche(fiche, (*niveau + 1).min(LOWEST), pieces),
            Bloc::Tableau { titre, colonnes, rangs } => pieces.push(Piece::Tableau {
                titre: titre.clone(),
                colonnes: colonnes.clone(),
                rangs: rangs.clone(),
            }),
            Bloc::Renvoi(renvoi) => add(pieces, self.renvoi(renvoi)),
            Bloc::Passage(passage) => add(pieces, self.passage(passage)),
            Bloc::Rendezvous(one) => add(pieces, self.rendezvous(one)),
            Bloc::Numero { numero, nom, texte } => add(pieces, entrees::numero(numero, nom, texte)),
            Bloc::Index { entrees, .. } => pieces.push(self.index(entrees)),
            Bloc::Glossaire { mots } => pieces.push(entrees::glossaire(mots)),
            // Lines to write on, calls of the staff, codes to scan: nothing for a screen. Pictures stand on the sheet
            // of one place only.
            Bloc::Champ { .. }
            | Bloc::Notes { .. }
            | Bloc::Appel(_)
            | Bloc::Adresse(_)
            | Bloc::Image { .. } => {}
        }
    }
}

/// The lowest level of headings.
const LOWEST: u8 = 6;

/// Entries that follow each other are one list.
fn add(pieces: &mut Vec<Piece>, entree: Entree) {
    match pieces.last_mut() {
        Some(Piece::Entrees { entrees }) => entrees.push(entree),
        _ => pieces.push(Piece::Entrees { entrees: vec![entree] }),
    }
}
