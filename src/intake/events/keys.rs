//! The keys of an event that an import writes, in their order, and how values come under them.

use crate::intake::draft::Form;
use crate::intake::national::{phone, web, words};
use crate::text::fold;
use crate::vocabulary::{
    EVENEMENT_SORTE, FRAIS_A_CHARGE, PUBLICS_SPECIFIQUEMENT_ADRESSES, SERVICES,
};

use super::happening::{Cell, Happening};
use super::links;
use super::people;
use super::role;

/// The keys, in the order they are written.
#[rustfmt::skip] // By what they say.
pub(super) static KEYS: [&str; 37] = [
    "id", "nom", "presentation_resume", "presentation_detail", "sorte", "organisateur",
    "chez", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude",
    "en_ligne.lien", "en_ligne.telephone",
    "etat", "quand", "du", "au", "sauf", "dates",
    "inscription.telephone", "inscription.lien", "inscription.courriel",
    "services", "publics_specifiquement_adresses", "frais_a_charge", "tarif", "sans_rendez_vous", "reserve_a.texte", "accessibilite",
    "telephone", "site_web", "langue", "source", "date_maj",
];

/// Longest text that is a summary.
const SUMMARY: usize = crate::record::fiche::LONGEST_SUMMARY;

impl Happening {
    /// Puts a value under a key, and remembers where it came from; where a key that admits one has
    /// another, the value is told.
    pub fn put(&mut self, key: &'static str, form: Form, column: &str, value: impl Into<String>) {
        let value = value.into();
        match self.draft.value(key) {
            Some(own) if form != Form::List && own != value => self.keyless(column, &value),
            own => {
                let new = own.is_none() || form == Form::List;
                self.columns.push((key, column.to_owned()));
                self.draft.put(key, form, Some(value).filter(|_| new));
            }
        }
    }

    /// Whether a key has a value already.
    fn has(&self, key: &str) -> bool {
        self.draft.value(key).is_some()
    }

    /// Words on one line.
    pub fn line(&mut self, key: &'static str, column: &str, value: &str) {
        if let Some(line) = words::line(value, &mut self.notes(column)) {
            let line = self.without_people(column, &line, &line);
            if !line.is_empty() {
                self.put(key, Form::Text, column, line);
            }
        }
    }

    /// Words without the addresses of people that the file wrote: they are told.
    fn without_people(&mut self, column: &str, written: &str, words: &str) -> String {
        for address in people::named(written) {
            self.notes(column).refused(
                "courriel-dans-texte",
                address,
                "Cette adresse est peut-être celle d’une personne : elle est enlevée du texte.",
                "Si c’est celle d’un accueil ou d’une structure, ajoutez-la dans « inscription ».",
            );
        }
        people::without(words)
    }

    /// Text: a short one is the summary when there is none yet, else it is the longer text.
    pub fn text(&mut self, column: &str, value: &str, summary: bool) {
        let Some(text) = words::text(value, &mut self.notes(column)) else { return };
        let mended = links::mended(&text, &mut self.notes(column));
        let text = self.without_people(column, &text, &mended);
        if text.is_empty() {
            return;
        }
        let short = text.chars().count() <= SUMMARY && !text.trim_end().contains('\n');
        let free = !self.has("presentation_resume");
        let key =
            if free && (summary || short) { "presentation_resume" } else { "presentation_detail" };
        self.put(key, Form::Text, column, text);
    }

    /// A phone number; a second one is told.
    pub fn phone(&mut self, key: &'static str, column: &str, value: &str) {
        let Some(number) = phone::phone(value, &mut self.notes(column)) else { return };
        if self.draft.value(key).is_some_and(|own| own != number) {
            return self.too_many("telephone-en-plus", column, value, "numéro");
        }
        self.put(key, Form::Text, column, number);
    }

    /// An address of the web; a second one goes with the event's pages.
    pub fn site(&mut self, key: &'static str, column: &str, value: &str) {
        for site in web::sites(value, &mut self.notes(column)) {
            let taken = self.draft.value(key).is_some_and(|own| own != site);
            if taken || key == "site_web" {
                self.put("site_web", Form::List, column, site);
            } else {
                self.put(key, Form::Text, column, site);
            }
        }
    }

    /// The address to write to, when it is that of a role.
    pub fn email(&mut self, column: &str, value: &str) {
        for email in web::emails(value, &mut self.notes(column)) {
            if !role::is_role(&email) {
                self.notes(column).refused(
                    "donnee-personnelle",
                    &email,
                    "Cette adresse est peut-être celle d’une personne : elle n’est pas reprise.",
                    "Si c’est celle d’un accueil ou d’une structure, ajoutez-la dans « inscription ».",
                );
            } else if self.draft.value("inscription.courriel").is_some_and(|own| own != email) {
                self.too_many("courriel-en-plus", column, &email, "courriel");
            } else {
                self.put("inscription.courriel", Form::Text, column, email);
            }
        }
    }

    fn too_many(&mut self, code: &str, column: &str, value: &str, thing: &str) {
        let reason = format!("La fiche n’a de place que pour un {thing} d’inscription.");
        let remedy = "S’il est utile, écrivez-le dans « presentation_detail ».";
        self.notes(column).refused(code, value, reason, remedy);
    }

    /// Keywords or categories: under a key where the vocabulary surely has them, told otherwise.
    pub fn keywords(&mut self, cells: &[Cell]) {
        // « rencontre » among other kinds is a word, not the kind of the event.
        let kinds = cells.iter().filter_map(|cell| EVENEMENT_SORTE.read(&cell.value).term());
        let only = match kinds.collect::<Vec<_>>()[..] {
            [only] => Some(only),
            _ => None,
        };
        for Cell { column, value } in cells {
            if let Some(term) = SERVICES.read(value).term() {
                self.put("services", Form::List, column, term.code);
            } else if let Some(term) = PUBLICS_SPECIFIQUEMENT_ADRESSES.read(value).term() {
                self.put("publics_specifiquement_adresses", Form::List, column, term.code);
            } else if let Some(term) = FRAIS_A_CHARGE.read(value).term() {
                self.free("frais_a_charge", column, value, term.code);
            } else if let Some(kind) = only.filter(|kind| fold(kind.code) == fold(value)) {
                self.free("sorte", column, value, kind.code);
            } else {
                self.keyless(column, value);
            }
        }
    }

    /// A term for a key that admits one: the same again is nothing, another is told.
    fn free(&mut self, key: &'static str, column: &str, value: &str, code: &str) {
        let form = if key == "sorte" { Form::Text } else { Form::List };
        match self.draft.value(key) {
            Some(own) if own != code => self.keyless(column, value),
            _ => self.put(key, form, column, code),
        }
    }

    /// A value that no key of an event is for.
    pub fn keyless(&mut self, column: &str, value: &str) {
        self.notes(column).refused(
            "champ-sans-cle",
            value,
            "La fiche d’un événement n’a pas de clé pour cela.",
            "Si la valeur est utile, copiez-la dans la fiche sous la clé qui convient.",
        );
    }
}
