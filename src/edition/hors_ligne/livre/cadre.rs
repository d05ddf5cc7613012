//! What makes a book of chapters: its package, its contents, its first page, the frame of each page.

use crate::edition::hors_ligne::pieces::{Piece, Section};
use crate::text::urn;

use super::Livre;
use super::balises::lettres;

impl Livre<'_> {
    /// A page of the book.
    pub(super) fn page(&self, titre: &str, body: &str) -> String {
        let langue = self.document.langue;
        format!(
            concat!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" ",
                "lang=\"{langue}\" xml:lang=\"{langue}\">\n<head><meta charset=\"utf-8\"/><title>{titre}</title>",
                "<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n<body>\n{body}</body>\n</html>\n",
            ),
            langue = langue,
            titre = lettres(titre),
            body = body,
        )
    }

    /// The first page: what it is, of which day, who publishes it.
    pub(super) fn title_page(&self) -> String {
        let titre = lettres(&self.document.titre);
        let lines: String =
            self.tete.iter().map(|line| format!("<p>{}</p>\n", lettres(line))).collect();
        let body = format!(
            "<section epub:type=\"titlepage\" aria-labelledby=\"titre\">\n<h1 id=\"titre\">{titre}</h1>\n{lines}</section>\n"
        );
        self.page(&self.document.titre, &body)
    }

    /// A word of documents.
    fn mot(&self, name: &str) -> String {
        lettres(self.document.mots.get(name).map_or("", String::as_str))
    }

    /// The contents: parts, and the communes or other names below them.
    pub(super) fn contents(&self) -> String {
        let sommaire = self.mot("sommaire");
        let entries: String = self
            .chapters()
            .map(|(section, fichier)| {
                let below: String = named(section)
                    .map(|(ancre, texte)| {
                        format!("<li><a href=\"{fichier}#{ancre}\">{texte}</a></li>\n")
                    })
                    .collect();
                let below =
                    if below.is_empty() { below } else { format!("\n<ol>\n{below}</ol>\n") };
                format!("<li><a href=\"{fichier}\">{}</a>{below}</li>\n", lettres(&section.titre))
            })
            .collect();
        let first =
            self.chapters().next().map_or_else(|| "titre.xhtml".to_owned(), |(_, file)| file);
        let body = format!(
            concat!(
                "<nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"sommaire\">\n",
                "<h1 id=\"sommaire\">{sommaire}</h1>\n<ol>\n<li><a href=\"titre.xhtml\">{titre}</a></li>\n{entries}</ol>\n</nav>\n",
                "<nav epub:type=\"landmarks\" hidden=\"hidden\" aria-label=\"{reperes}\">\n<ol>\n",
                "<li><a epub:type=\"titlepage\" href=\"titre.xhtml\">{titre}</a></li>\n",
                "<li><a epub:type=\"toc\" href=\"sommaire.xhtml\">{sommaire}</a></li>\n",
                "<li><a epub:type=\"bodymatter\" href=\"{first}\">{debut}</a></li>\n</ol>\n</nav>\n",
            ),
            sommaire = sommaire,
            titre = lettres(&self.document.titre),
            entries = entries,
            reperes = self.mot("reperes"),
            debut = self.mot("debut"),
            first = first,
        );
        self.page(&sommaire, &body)
    }

    /// The contents for the readers of before EPUB 3.
    pub(super) fn old_contents(&self) -> String {
        let titre = lettres(&self.document.titre);
        let parts = self.chapters().map(|(section, fichier)| (lettres(&section.titre), fichier));
        let all = std::iter::once((titre.clone(), "titre.xhtml".to_owned())).chain(parts);
        let points: String = all.enumerate().map(|(rank, (titre, fichier))| {
            let rank = rank + 1;
            format!(
                "<navPoint id=\"p{rank}\" playOrder=\"{rank}\"><navLabel><text>{titre}</text></navLabel><content src=\"{fichier}\"/></navPoint>\n"
            )
        }).collect();
        format!(
            concat!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
                "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"{langue}\">\n",
                "<head><meta name=\"dtb:uid\" content=\"{id}\"/></head>\n",
                "<docTitle><text>{titre}</text></docTitle>\n<navMap>\n{points}</navMap>\n</ncx>\n",
            ),
            langue = self.document.langue,
            id = self.identifier(),
            titre = titre,
            points = points,
        )
    }

    /// The package: what the book is, of which day, what it is made of, in which order.
    pub(super) fn package(&self) -> String {
        let chapters = self.chapters().enumerate();
        let (items, order): (String, String) = chapters
            .map(|(rank, (_, fichier))| {
                let item = format!(
                    "<item id=\"c{rank}\" href=\"{fichier}\" media-type=\"application/xhtml+xml\"/>\n"
                );
                (item, format!("<itemref idref=\"c{rank}\"/>\n"))
            })
            .unzip();
        let description = match self.document.sous_titre.is_empty() {
            true => String::new(),
            false => {
                format!("<dc:description>{}</dc:description>\n", lettres(&self.document.sous_titre))
            }
        };
        format!(
            include_str!("livre.opf"),
            langue = self.document.langue,
            id = self.identifier(),
            titre = lettres(&self.document.titre),
            description = description,
            editeur = lettres(&self.document.guide.editeur),
            jour = self.day,
            acces = self.mot("livre_accessibilite"),
            items = items,
            order = order,
        )
    }

    /// The name of the book for readers: the same at each edition, so that the new one takes the place of the old one
    /// on a shelf; its day tells them apart.
    fn identifier(&self) -> String {
        urn(self.nom)
    }
}

/// The first headings below a part that links may point at: communes, needs, those who go round.
fn named(section: &Section) -> impl Iterator<Item = (&str, String)> {
    section.pieces.iter().filter_map(|piece| match piece {
        Piece::Titre { niveau: 3, texte, ancre, .. } if !ancre.is_empty() => {
            Some((ancre.as_str(), lettres(texte)))
        }
        _ => None,
    })
}
