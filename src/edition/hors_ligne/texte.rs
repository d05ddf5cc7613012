//! The guide in plain text: lines short enough for any screen, in the order in which they are read aloud.

use crate::edition::papier::contrat::{Document, Mot};

use super::pieces::{self, Entree, Piece, Section};

/// Letters on a line.
const WIDTH: usize = 72;

/// A document as text. It begins with the mark of UTF-8 and its lines end as those of Windows do: the Notepad of old
/// computers needs both, nothing that reads text is hurt by either.
pub(super) fn write(document: &Document, head: &[String]) -> String {
    let sections = pieces::sections(document);
    let mut out = Texte::default();
    out.heading(&document.titre, '=');
    head.iter().filter(|line| !line.is_empty()).for_each(|line| out.paragraph(line, "", ""));
    if sections.len() > 2 {
        out.blank();
        for (rank, section) in sections.iter().enumerate() {
            out.paragraph(&section.titre, &format!("{}. ", rank + 1), "   ");
        }
    }
    for (rank, section) in sections.iter().enumerate() {
        out.section(rank + 1, section);
    }
    // A narrow space is a box in old letters.
    format!("\u{feff}{}", out.lines.join("\r\n").replace('\u{202f}', "\u{a0}")) + "\r\n"
}

/// Lines written so far.
#[derive(Default)]
struct Texte {
    lines: Vec<String>,
}

impl Texte {
    fn section(&mut self, number: usize, section: &Section) {
        self.blank();
        self.heading(&format!("{number}. {}", section.titre), '=');
        // Headings right below a part have its number: « 4.12 » is found by any search.
        let mut below = 0;
        for piece in &section.pieces {
            if let Piece::Titre { niveau: 3, texte, .. } = piece {
                below += 1;
                self.blank();
                self.heading(&format!("{number}.{below} {texte}"), '-');
            } else {
                self.piece(piece);
            }
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Titre { texte, .. } => {
                self.blank();
                self.paragraph(texte, "", "");
            }
            Piece::Texte { mots } => self.paragraph(&joined(mots), "", ""),
            Piece::Lignes { lignes } => {
                lignes.iter().for_each(|line| self.paragraph(&line.texte, "", "  "));
            }
            Piece::Liste { numerotee, items } => {
                for (rank, item) in items.iter().enumerate() {
                    let mark = if *numerotee { format!("{}. ", rank + 1) } else { "- ".into() };
                    self.paragraph(&joined(item), &mark, &" ".repeat(mark.len()));
                }
            }
            Piece::Avis(avis) => self.paragraph(&format!("{} {}", avis.mot, avis.texte), "", ""),
            Piece::Faits { faits, .. } => {
                for fait in faits {
                    let lines: Vec<&str> = fait.lignes.iter().map(|line| &*line.texte).collect();
                    self.named(&fait.nom, &lines);
                }
            }
            Piece::Semaine { rangs, .. } => {
                for (days, hours) in rangs {
                    self.paragraph(&format!("{days}\u{a0}: {hours}"), "", "  ");
                }
            }
            Piece::Tableau { titre, colonnes, rangs } => {
                self.paragraph(titre, "", "");
                rangs.iter().for_each(|rang| self.row(colonnes, rang));
            }
            Piece::Entrees { entrees } => entrees.iter().for_each(|entree| self.entry(entree)),
            Piece::Index { entrees } => {
                for (nom, suite) in entrees {
                    self.paragraph(&format!("{}{suite}", nom.texte), "- ", "  ");
                }
            }
            Piece::Glossaire { mots } => {
                for (_, word, sense) in mots {
                    self.paragraph(&format!("{word}\u{a0}: {sense}"), "", "  ");
                }
            }
            Piece::Fin { texte } => self.paragraph(texte, "", ""),
        }
    }

    /// A name, then what is to be known: on its line, or each on its own.
    fn named(&mut self, nom: &str, lines: &[&str]) {
        match lines {
            [one] => self.paragraph(&format!("{nom}\u{a0}: {one}"), "", "  "),
            all => {
                self.paragraph(&format!("{nom}\u{a0}:"), "", "");
                all.iter().for_each(|line| self.paragraph(line, "  - ", "    "));
            }
        }
    }

    /// A row of a table: each cell after the heading of its column.
    fn row(&mut self, colonnes: &[String], rang: &[String]) {
        for (rank, (column, cell)) in colonnes.iter().zip(rang).enumerate() {
            let (first, rest) = if rank == 0 { ("- ", "  ") } else { ("  ", "  ") };
            self.paragraph(&format!("{column}\u{a0}: {cell}"), first, rest);
        }
    }

    fn entry(&mut self, entree: &Entree) {
        let before = match entree.avant.is_empty() {
            true => String::new(),
            false => format!("{}\u{a0}: ", entree.avant),
        };
        self.paragraph(&format!("{before}{}{}", entree.nom.texte, entree.suite), "- ", "  ");
        entree.lignes.iter().for_each(|line| self.paragraph(&line.texte, "  ", "  "));
    }

    /// A heading with a line under it, as long as it is.
    fn heading(&mut self, texte: &str, under: char) {
        self.blank();
        let from = self.lines.len();
        self.paragraph(texte, "", "");
        let longest = self.lines[from..].iter().map(|line| line.chars().count()).max();
        self.lines.push(under.to_string().repeat(longest.unwrap_or_default()));
        self.blank();
    }

    /// One empty line, never two.
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Words over as many lines as they need: no-break spaces hold.
    fn paragraph(&mut self, texte: &str, first: &str, rest: &str) {
        let mut line = first.to_owned();
        let mut empty = true;
        let spaces = [' ', '\n', '\r', '\t'];
        for word in texte.split(spaces).filter(|word| !word.is_empty()) {
            let room = line.chars().count() + usize::from(!empty) + word.chars().count();
            if !empty && room > WIDTH {
                self.lines.push(std::mem::replace(&mut line, rest.to_owned()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        if !empty {
            self.lines.push(line);
        }
    }
}

fn joined(mots: &[Mot]) -> String {
    mots.iter().map(|mot| mot.texte.as_str()).collect()
}
