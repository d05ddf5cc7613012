//! Cards of an address book (vCard 4.0, RFC 6350): a place on a phone.

use crate::edition::donnees::champs::Champs;

/// Bytes of a line at most, its end left out.
const LONGEST: usize = 75;

/// The cards of places, one after the other.
pub(super) fn cartes(lieux: &[&Champs<'_>]) -> Vec<u8> {
    lieux.iter().map(|lieu| carte(lieu)).collect::<String>().into_bytes()
}

/// The card of a place.
pub(super) fn carte(lieu: &Champs<'_>) -> String {
    let mut card = Card::default();
    card.line("BEGIN:VCARD");
    card.line("VERSION:4.0");
    card.line("KIND:org");
    card.text("FN", &lieu.cell("nom"));
    card.text("ORG", &lieu.cell("nom"));
    let street: Vec<String> = ["complement_adresse", "adresse", "commune"]
        .iter()
        .map(|key| escaped(&lieu.cell(key)))
        .collect();
    let postal = escaped(&lieu.cell("code_postal"));
    card.line(&format!("ADR:;{};{};{};;{postal};France", street[0], street[1], street[2]));
    let number = lieu.cell("telephone");
    if number.starts_with('+') {
        card.line(&format!("TEL;VALUE=uri;TYPE=work,voice:tel:{number}"));
    } else {
        card.text("TEL;TYPE=work,voice", &number);
    }
    for mail in lieu.cell("courriels").split('|') {
        card.text("EMAIL;TYPE=work", mail);
    }
    for site in lieu.cell("site_web").split('|') {
        card.uri("URL", site);
    }
    if lieu.cell("precision_du_point") == "adresse" {
        card.line(&format!("GEO:geo:{},{}", lieu.cell("latitude"), lieu.cell("longitude")));
    }
    let note = [lieu.cell("presentation_resume"), lieu.cell("horaires_en_mots")];
    let note: Vec<&str> = note.iter().map(|text| &**text).filter(|text| !text.is_empty()).collect();
    card.text("NOTE", &note.join("\n"));
    let page = lieu.cell("page");
    if page.contains("://") {
        card.uri("SOURCE", &page);
    }
    card.text("UID", &lieu.cell("id"));
    let day: String = lieu.cell("date_maj").chars().filter(char::is_ascii_digit).collect();
    if day.len() == 8 {
        card.line(&format!("REV:{day}T000000Z"));
    }
    card.line("END:VCARD");
    card.0
}

/// A card on its way.
#[derive(Default)]
struct Card(String);

impl Card {
    /// A text under a name, unless it is empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.line(&format!("{name}:{}", escaped(text)));
        }
    }

    /// An address under a name: nothing is escaped in it.
    fn uri(&mut self, name: &str, uri: &str) {
        if !uri.is_empty() {
            self.line(&format!("{name}:{uri}"));
        }
    }

    /// A line, folded where it is long, never in the middle of a letter.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text where commas, semicolons and ends of lines would part it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}
