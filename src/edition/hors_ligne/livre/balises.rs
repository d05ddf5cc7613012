//! The pieces of a chapter in tags that XML takes.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::hors_ligne::pieces::{Dit, Entree, Piece, Section};
use crate::edition::papier::contrat::Mot;
use crate::text::{escaped, readable};

/// A chapter on its way to tags.
pub(super) struct Balises<'a> {
    /// The file that tells each name, for links from one chapter to another.
    fichiers: &'a BTreeMap<String, String>,
    /// Its own file: a link into it names no file.
    ici: &'a str,
    /// Names already borne: no two pieces of a file have the same.
    nommes: BTreeSet<String>,
    out: String,
}

/// A chapter, its heading first.
pub(super) fn chapitre(
    section: &Section,
    ici: &str,
    fichiers: &BTreeMap<String, String>,
) -> String {
    let mut to = Balises { fichiers, ici, nommes: BTreeSet::new(), out: String::new() };
    let labelled =
        format!("epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"{}\"", section.ancre);
    to.ouvre("section", &labelled, |to| {
        to.nomme("h1", &section.ancre, |to| to.texte(&section.titre));
        section.pieces.iter().for_each(|piece| to.piece(piece));
    });
    to.out
}

/// A text as XML takes it: no control, no code that is no character, no sign that opens a tag.
pub(super) fn lettres(texte: &str) -> String {
    escaped(&readable(texte)).replace(['\u{fffe}', '\u{ffff}'], "")
}

impl Balises<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            // Parts have level 2 in a page; here each is a page, with the one heading of level 1.
            Piece::Titre { niveau, texte, ancre, .. } => {
                let name = format!("h{}", niveau.saturating_sub(1).clamp(2, 6));
                self.nomme(&name, ancre, |to| to.texte(texte));
            }
            Piece::Texte { mots } => self.en("p", |to| to.mots(mots)),
            Piece::Lignes { lignes } => self.en("p", |to| to.lignes(lignes)),
            Piece::Liste { numerotee, items } => {
                self.en(if *numerotee { "ol" } else { "ul" }, |to| {
                    items.iter().for_each(|item| to.en("li", |to| to.mots(item)));
                });
            }
            Piece::Avis(avis) => self.ouvre("p", "class=\"avis\"", |to| {
                to.en("strong", |to| to.texte(&avis.mot));
                to.texte(&format!(" {}", avis.texte));
            }),
            Piece::Faits { faits, .. } => self.faits(faits),
            Piece::Semaine { titre, rangs } => self.en("table", |to| {
                to.en("caption", |to| to.texte(titre));
                for (jours, heures) in rangs {
                    to.en("tr", |to| {
                        to.ouvre("th", "scope=\"row\"", |to| to.texte(jours));
                        to.en("td", |to| to.texte(heures));
                    });
                }
            }),
            Piece::Tableau { titre, colonnes, rangs } => self.tableau(titre, colonnes, rangs),
            Piece::Entrees { entrees } => self.ouvre("ul", "class=\"fiches\"", |to| {
                entrees.iter().for_each(|one| to.entree(one));
            }),
            Piece::Index { entrees } => self.en("ul", |to| {
                for (nom, suite) in entrees {
                    to.en("li", |to| {
                        to.mot(nom);
                        to.texte(suite);
                    });
                }
            }),
            Piece::Glossaire { mots } => self.en("dl", |to| {
                for (ancre, mot, sens) in mots {
                    to.nomme("dt", ancre, |to| to.texte(mot));
                    to.en("dd", |to| to.texte(sens));
                }
            }),
            Piece::Fin { texte } => self.en("p", |to| to.en("small", |to| to.texte(texte))),
        }
    }

    fn entree(&mut self, entree: &Entree) {
        self.nomme("li", &entree.ancre, |to| {
            if !entree.avant.is_empty() {
                to.texte(&format!("{}\u{a0}: ", entree.avant));
            }
            to.en("strong", |to| to.mot(&entree.nom));
            to.texte(&entree.suite);
            entree.lignes.iter().for_each(|line| to.en("p", |to| to.mot(line)));
        });
    }

    fn faits(&mut self, faits: &[Dit]) {
        self.en("dl", |to| {
            for fait in faits {
                to.en("dt", |to| to.texte(&fait.nom));
                fait.lignes.iter().for_each(|line| to.en("dd", |to| to.mot(line)));
            }
        });
    }

    fn tableau(&mut self, titre: &str, colonnes: &[String], rangs: &[Vec<String>]) {
        self.en("table", |to| {
            to.en("caption", |to| to.texte(titre));
            to.en("tr", |to| {
                let head = |to: &mut Self, text: &String| {
                    to.ouvre("th", "scope=\"col\"", |to| to.texte(text));
                };
                colonnes.iter().for_each(|colonne| head(to, colonne));
            });
            for rang in rangs {
                to.en("tr", |to| rang.iter().for_each(|cell| to.en("td", |to| to.texte(cell))));
            }
        });
    }

    fn mots(&mut self, mots: &[Mot]) {
        mots.iter().for_each(|mot| self.mot(mot));
    }

    /// Lines of one paragraph.
    fn lignes(&mut self, lines: &[Mot]) {
        for (rank, line) in lines.iter().enumerate() {
            if rank > 0 {
                self.out.push_str("<br/>");
            }
            self.mot(line);
        }
    }

    /// A run of letters; a link that no reader would take is its letters alone.
    fn mot(&mut self, mot: &Mot) {
        match (mot.lien.as_deref().and_then(|lien| self.vers(lien)), mot.gras) {
            (Some(href), _) => {
                self.ouvre("a", &format!("href=\"{}\"", escaped(&href)), |to| to.texte(&mot.texte));
            }
            (None, true) => self.en("strong", |to| to.texte(&mot.texte)),
            (None, false) => self.texte(&mot.texte),
        }
    }

    /// Where a link leads from here: to the file that tells a name, or out of the book.
    fn vers(&self, lien: &str) -> Option<String> {
        let Some(ancre) = lien.strip_prefix('#') else {
            return is_uri(lien).then(|| lien.to_owned());
        };
        let fichier = self.fichiers.get(ancre)?;
        Some(if fichier == self.ici { lien.to_owned() } else { format!("{fichier}{lien}") })
    }

    /// An element that bears a name, unless another piece of this file does already.
    fn nomme(&mut self, name: &str, ancre: &str, inside: impl FnOnce(&mut Self)) {
        let own = !ancre.is_empty() && self.nommes.insert(ancre.to_owned());
        let id = if own { format!("id=\"{}\"", escaped(ancre)) } else { String::new() };
        self.ouvre(name, &id, inside);
    }

    fn en(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.ouvre(name, "", inside);
    }

    /// An element with its attributes, written as they stand.
    fn ouvre(&mut self, name: &str, attributes: &str, inside: impl FnOnce(&mut Self)) {
        let parted = if attributes.is_empty() { "" } else { " " };
        self.out.push_str(&format!("<{name}{parted}{attributes}>"));
        inside(self);
        self.out.push_str(&format!("</{name}>"));
        if !matches!(name, "strong" | "a" | "small") {
            self.out.push('\n');
        }
    }

    fn texte(&mut self, texte: &str) {
        self.out.push_str(&lettres(texte));
    }
}

/// Whether an address is one letter for letter (RFC 3986): a space or an accent would not be.
fn is_uri(link: &str) -> bool {
    const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let rest = SCHEMES.iter().find_map(|scheme| link.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        let start = |first: char| first.is_ascii_alphanumeric() || first == '+';
        // A sign of percent stands before two figures, or the whole is refused.
        let escapes = rest.split('%').skip(1).all(|after| {
            after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit())
        });
        rest.starts_with(start)
            && rest.bytes().all(plain)
            && escapes
            && rest.matches('#').count() < 2
    })
}
