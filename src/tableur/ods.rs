//! A workbook as OpenDocument has it (ISO/IEC 26300): a zip of XML, written by hand.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Case, Faute, Feuille};
use crate::archive::{self, Archive};

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
/// What the document is made of.
const MANIFEST: &str = concat!(
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">",
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" ",
    "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>",
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>",
    "</manifest:manifest>\n"
);
/// Names that the elements of the content are of.
const SPACES: &str = concat!(
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"",
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"",
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"",
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"",
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"",
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"",
    " office:version=\"1.3\""
);
/// Looks of cells: a text that stays a text when it is edited, a day with its year first, a title.
const LOOKS: &str = concat!(
    "<number:text-style style:name=\"nt\"><number:text-content/></number:text-style>",
    "<number:date-style style:name=\"nj\"><number:year number:style=\"long\"/><number:text>-</number:text>",
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>",
    "</number:date-style>",
    "<style:style style:name=\"texte\" style:family=\"table-cell\" style:data-style-name=\"nt\"/>",
    "<style:style style:name=\"jour\" style:family=\"table-cell\" style:data-style-name=\"nj\"/>",
    "<style:style style:name=\"titre\" style:family=\"table-cell\" style:data-style-name=\"nt\">",
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
);

pub(super) fn ecrire(feuilles: &[Feuille]) -> Result<Vec<u8>, Faute> {
    let content = content(feuilles);
    let manifest = format!("{HEAD}{MANIFEST}");
    let files = [
        ("mimetype", MIME.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ];
    archive::pack(Archive::default(), &files).map_err(|error| Faute {
        message: format!("Le classeur ne peut pas être fait : {error}."),
        remede: "Choisissez un autre format : xlsx ou csv.".into(),
    })
}

fn content(feuilles: &[Feuille]) -> String {
    let mut out =
        format!("{HEAD}<office:document-content{SPACES}><office:automatic-styles>{LOOKS}");
    let widths: BTreeSet<u8> =
        feuilles.iter().flat_map(|one| &one.colonnes).map(|colonne| colonne.largeur).collect();
    for width in widths {
        let _ = write!(
            out,
            "<style:style style:name=\"c{width}\" style:family=\"table-column\">\
             <style:table-column-properties style:column-width=\"{}mm\"/></style:style>",
            u16::from(width) * 2
        );
    }
    out.push_str("</office:automatic-styles><office:body><office:spreadsheet>\n");
    feuilles.iter().for_each(|feuille| table(feuille, &mut out));
    out.push_str("</office:spreadsheet></office:body></office:document-content>\n");
    out
}

fn table(feuille: &Feuille, out: &mut String) {
    out.push_str("<table:table table:name=\"");
    escape(&feuille.nom, out);
    out.push_str("\">");
    for colonne in &feuille.colonnes {
        let _ = write!(
            out,
            "<table:table-column table:style-name=\"c{}\" table:default-cell-style-name=\"texte\"/>",
            colonne.largeur
        );
    }
    let titles: Vec<Case> =
        feuille.colonnes.iter().map(|colonne| Case::Texte(colonne.nom.clone())).collect();
    row(&titles, "titre", out);
    feuille.lignes.iter().for_each(|ligne| row(ligne, "texte", out));
    out.push_str("</table:table>\n");
}

/// A line; texts have a look, days and numbers their own.
fn row(cells: &[Case], look: &str, out: &mut String) {
    out.push_str("\n<table:table-row>");
    for same in cells.chunk_by(|one, next| (one, next) == (&Case::Vide, &Case::Vide)) {
        match &same[0] {
            Case::Vide if same.len() > 1 => {
                let _ = write!(
                    out,
                    "<table:table-cell table:number-columns-repeated=\"{}\"/>",
                    same.len()
                );
            }
            Case::Vide => out.push_str("<table:table-cell/>"),
            Case::Nombre(number) => {
                let _ = write!(
                    out,
                    "<table:table-cell office:value-type=\"float\" office:value=\"{number}\">\
                     <text:p>{number}</text:p></table:table-cell>"
                );
            }
            Case::Jour(day) => {
                let _ = write!(
                    out,
                    "<table:table-cell table:style-name=\"jour\" office:value-type=\"date\" \
                     office:date-value=\"{day}\"><text:p>{day}</text:p></table:table-cell>"
                );
            }
            Case::Texte(text) => {
                let _ = write!(
                    out,
                    "<table:table-cell table:style-name=\"{look}\" office:value-type=\"string\">"
                );
                paragraphs(text, out);
                out.push_str("</table:table-cell>");
            }
        }
    }
    out.push_str("</table:table-row>");
}

/// A paragraph a line; blanks that XML would take together are counted.
fn paragraphs(text: &str, out: &mut String) {
    for line in text.split('\n') {
        out.push_str("<text:p>");
        let mut spaces = 0;
        let mut first = true;
        for c in line.chars() {
            if c == ' ' {
                spaces += 1;
                continue;
            }
            blanks(std::mem::take(&mut spaces), first, out);
            first = false;
            match c {
                '\t' => out.push_str("<text:tab/>"),
                c => escape(c.encode_utf8(&mut [0; 4]), out),
            }
        }
        blanks(spaces, true, out);
        out.push_str("</text:p>");
    }
}

/// Spaces in a row: one in the middle of words is itself, others are counted.
fn blanks(count: usize, at_an_end: bool, out: &mut String) {
    match (count, at_an_end) {
        (0, _) => {}
        (1, false) => out.push(' '),
        (count, _) => {
            let _ = write!(out, "<text:s text:c=\"{count}\"/>");
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
