//! Typed values of one key: dates, numbers, phones, addresses of the web, terms, references, hours.

use std::ops::Range;

use crate::calendar::{
    self, Date, DayFault, Exception, Horaires, HoursFault, Interval, Length, TimeSpan,
};
use crate::source::yaml::{Key, Node, Value};
use crate::text::{blanked, phone, sentence};
use crate::vocabulary::{Reading, Term, Vocabulary};

use super::advice;
use super::catalogue::Field;
use super::reader::{At, Reader, items};

/// Longest short number (`118 218`, `116 117`) in digits.
const SHORT_PHONE: usize = 6;

impl Reader<'_> {
    /// `oui` or `non` (also `true`, `false`); nothing when not written: never inferred.
    pub fn flag(&mut self, key: &'static str, about: &'static str) -> Option<bool> {
        let written = self.scalar(Field::new(key, "oui ou non", about))?;
        match written.value.to_lowercase().as_str() {
            "oui" | "true" | "vrai" | "yes" => Some(true),
            "non" | "false" | "faux" | "no" => Some(false),
            other => {
                self.error(
                    "oui-ou-non",
                    &written.span,
                    format!("« {key} » attend « oui » ou « non », pas « {other} »."),
                    "Écrivez « oui » ou « non » ; effacez la ligne si vous ne savez pas.",
                );
                None
            }
        }
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str, about: &'static str) -> Option<u32> {
        self.number_at(key, about).map(|number| number.value)
    }

    /// A whole number and where it stands.
    pub fn number_at(&mut self, key: &'static str, about: &'static str) -> Option<At<u32>> {
        let written = self.scalar(Field::new(key, "nombre entier", about))?;
        let number = written.value.parse().ok();
        if number.is_none() {
            self.error(
                "nombre-attendu",
                &written.span,
                format!("« {key} » attend un nombre entier, pas « {} ».", written.value),
                "Écrivez le nombre en chiffres, par exemple 10.",
            );
        }
        number.map(|value| At { value, span: written.span })
    }

    /// A number with a decimal point, between two bounds.
    pub fn degrees(&mut self, key: &'static str, about: &'static str, bound: f64) -> Option<f64> {
        let written = self.scalar(Field::new(key, "degrés décimaux", about))?;
        let value: Option<f64> = written.value.parse().ok().filter(|v: &f64| v.abs() <= bound);
        if value.is_none() {
            let remedy = match written.value.replace(',', ".").parse::<f64>() {
                Ok(point) if point.abs() <= bound => format!("Écrivez {point}, avec un point."),
                _ => {
                    "Écrivez des degrés, par exemple 46.58 ; effacez la ligne si vous ne savez pas."
                        .into()
                }
            };
            self.error(
                "coordonnee-invalide",
                &written.span,
                format!("« {} » n’est pas une {key}.", written.value),
                remedy,
            );
        }
        value
    }

    /// A day.
    pub fn date(&mut self, key: &'static str, about: &'static str) -> Option<Date> {
        self.date_at(key, about).map(|date| date.value)
    }

    /// A day and where it stands.
    pub fn date_at(&mut self, key: &'static str, about: &'static str) -> Option<At<Date>> {
        let written = self.scalar(Field::new(key, "date AAAA-MM-JJ", about))?;
        match calendar::parse_date(&written.value) {
            Ok(value) => Some(At { value, span: written.span }),
            Err(fault) => {
                self.fault("date-invalide", &written.span, &fault.message, &fault.remedy);
                None
            }
        }
    }

    /// A first and a last day, in this order.
    pub fn period(&mut self) -> (Option<Date>, Option<Date>) {
        let from = self.date("du", "Premier jour.");
        let to = self.date_at("au", "Dernier jour, compris.");
        if let (Some(from), Some(to)) = (from, &to)
            && to.value < from
        {
            self.error(
                "periode-inversee",
                &to.span,
                "La fin (« au ») vient avant le début (« du »).",
                "Échangez les deux dates, ou vérifiez l’année.",
            );
        }
        (from, to.map(|to| to.value))
    }

    /// A month or a year since which something holds.
    pub fn since(&mut self, key: &'static str, about: &'static str) -> Option<calendar::Since> {
        let written = self.scalar(Field::new(key, "mois AAAA-MM, année ou date", about))?;
        match calendar::Since::parse(&written.value) {
            Ok(since) => Some(since),
            Err(fault) => {
                self.fault("date-invalide", &written.span, &fault.message, &fault.remedy);
                None
            }
        }
    }

    /// An interval of days, weeks, months or years, such as `12 mois`.
    pub fn interval(&mut self, key: &'static str, about: &'static str) -> Option<Interval> {
        let written = self.scalar(Field::new(key, "intervalle", about))?;
        self.judge_interval(&written)
    }

    /// An interval as written.
    pub(super) fn judge_interval(&mut self, written: &At<String>) -> Option<Interval> {
        match Interval::parse(&written.value) {
            Ok(interval) => Some(interval),
            Err(fault) => {
                self.fault("duree-invalide", &written.span, &fault.message, &fault.remedy);
                None
            }
        }
    }

    /// A length of time within a day, such as `2h30`.
    pub fn length(&mut self, key: &'static str, about: &'static str) -> Option<Length> {
        let written = self.scalar(Field::new(key, "durée", about))?;
        match Length::parse(&written.value) {
            Ok(length) => Some(length),
            Err(fault) => {
                self.fault("duree-invalide", &written.span, &fault.message, &fault.remedy);
                None
            }
        }
    }

    /// Opening hours: OSM, French words, or keys by day.
    pub fn hours(&mut self, key: &'static str, about: &'static str) -> Option<At<Horaires>> {
        let node = self.node(Field::new(key, "horaires", about))?;
        let span = node.span.clone();
        let read = match &node.value {
            Value::Text(text) if blanked(text).trim().is_empty() => return None,
            Value::Text(text) => {
                Horaires::parse(&blanked(text)).map_err(|faults| self.hours_faults(node, faults))
            }
            Value::Map(entries) => {
                let days: Option<Vec<_>> = entries
                    .iter()
                    .map(|(day, value)| Some((day.name.as_str(), blanked(plain(value)?))))
                    .collect();
                let Some(days) = days else { return self.hours_shape(key, &span) };
                let days: Vec<(&str, &str)> =
                    days.iter().map(|(day, said)| (*day, &**said)).collect();
                Horaires::from_days(&days).map_err(|faults| self.day_faults(entries, faults))
            }
            _ => return self.hours_shape(key, &span),
        };
        read.ok().map(|value| At { value, span })
    }

    /// Every fault of a text of hours, each at its own bytes.
    fn hours_faults(&mut self, node: &Node, faults: Vec<HoursFault>) {
        for fault in faults {
            let span = self.inside(node, fault.span);
            self.fault("horaires-illisibles", &span, &fault.message, &fault.remedy);
        }
    }

    /// Every fault of hours written day by day, each at its day.
    fn day_faults(&mut self, entries: &[(Key, Node)], faults: Vec<DayFault>) {
        for fault in faults {
            let Some((day, value)) = entries.get(fault.entry) else { continue };
            if fault.entry > 0 && advice::is_cut(self.source(), day, value) {
                self.report(advice::cut(self.source(), day));
                continue;
            }
            let HoursFault { span, message, remedy } = fault.fault;
            let span = if fault.in_key { day.span.clone() } else { self.inside(value, span) };
            self.fault("horaires-illisibles", &span, &message, &remedy);
        }
    }

    /// Reports what a ground module found, as whole sentences.
    fn fault(&mut self, code: &'static str, span: &Range<usize>, message: &str, remedy: &str) {
        self.error(code, span, sentence(message), sentence(remedy));
    }

    /// The bytes of a part of a scalar, when it was written as it reads; else the whole scalar.
    fn inside(&self, node: &Node, part: Range<usize>) -> Range<usize> {
        let Value::Text(text) = &node.value else { return node.span.clone() };
        let written = &self.source().text[node.span.clone()];
        match written.find(text.as_str()) {
            Some(offset) if !part.is_empty() => {
                let start = node.span.start + offset;
                start + part.start..start + part.end.min(text.len())
            }
            _ => node.span.clone(),
        }
    }

    fn hours_shape<T>(&mut self, key: &str, span: &Range<usize>) -> Option<T> {
        self.error(
            "horaires-illisibles",
            span,
            format!("« {key} » attend un texte, ou des jours suivis de leurs heures."),
            "Écrivez par exemple « mardi et jeudi 9h-12h, 14h-17h » entre guillemets.",
        );
        None
    }

    /// When something does not take place: `vacances scolaires`, `du … au …`.
    pub fn exceptions(&mut self, key: &'static str, about: &'static str) -> Vec<Exception> {
        let mut exceptions = Vec::new();
        for written in self.list(Field::new(key, "liste d’exceptions", about)) {
            match Exception::parse(&written.value) {
                Ok(read) => exceptions.extend(read),
                Err(faults) => {
                    for fault in faults {
                        self.fault(
                            "exception-illisible",
                            &written.span,
                            &fault.message,
                            &fault.remedy,
                        );
                    }
                }
            }
        }
        exceptions
    }

    /// Hours of one day without its name: `14h-16h`.
    pub fn times(&mut self, key: &'static str, about: &'static str) -> Vec<TimeSpan> {
        let Some(written) = self.scalar(Field::new(key, "heures", about)) else {
            return Vec::new();
        };
        match calendar::parse_times(&written.value) {
            Ok(times) => times,
            Err(faults) => {
                for fault in faults {
                    self.fault("horaires-illisibles", &written.span, &fault.message, &fault.remedy);
                }
                Vec::new()
            }
        }
    }

    /// One term of a list of the standard or of ours.
    pub fn term(
        &mut self,
        key: &'static str,
        about: &'static str,
        vocabulary: &'static Vocabulary,
    ) -> Option<&'static Term> {
        let written = self.scalar(Field::new(key, vocabulary.name, about))?;
        self.judge_term(key, &written, vocabulary)
    }

    /// Terms of a list of the standard or of ours, each once, in the order written.
    pub fn terms(
        &mut self,
        key: &'static str,
        about: &'static str,
        vocabulary: &'static Vocabulary,
    ) -> Vec<&'static Term> {
        let mut terms: Vec<&'static Term> = Vec::new();
        for written in self.list(Field::new(key, vocabulary.name, about)) {
            if let Some(term) = self.judge_term(key, &written, vocabulary)
                && !terms.iter().any(|known| known.label == term.label)
            {
                terms.push(term);
            }
        }
        terms
    }

    /// One plain word or phrase, a known one said as the list says it.
    pub fn word(
        &mut self,
        key: &'static str,
        about: &'static str,
        vocabulary: &'static Vocabulary,
    ) -> Option<String> {
        let written = self.scalar(Field::new(key, vocabulary.name, about))?;
        Some(in_plain_words(written.value, vocabulary))
    }

    /// Plain words, known ones said as the list says them; other words are welcome.
    pub fn words(
        &mut self,
        key: &'static str,
        about: &'static str,
        vocabulary: &'static Vocabulary,
    ) -> Vec<String> {
        let written = self.list(Field::new(key, vocabulary.name, about));
        let words = written.into_iter().flat_map(|word| apart(word.value, vocabulary));
        words.map(|word| in_plain_words(word, vocabulary)).collect()
    }

    /// A term as written: right, older than the standard (warned), or unknown (refused).
    pub(super) fn judge_term(
        &mut self,
        key: &str,
        written: &At<String>,
        vocabulary: &'static Vocabulary,
    ) -> Option<&'static Term> {
        match vocabulary.read(&written.value) {
            Reading::Exact(term) => Some(term),
            Reading::Older(term) => {
                self.warn(
                    "valeur-ancienne",
                    &written.span,
                    format!("« {} » s’écrit autrement aujourd’hui dans « {key} ».", written.value),
                    format!("Écrivez « {} ».", term.label),
                );
                Some(term)
            }
            Reading::Unknown { nearest } => {
                let remedy = match nearest {
                    Some(term) => format!("Vouliez-vous dire « {} » ?", term.label),
                    None => choices(vocabulary),
                };
                self.error(
                    "valeur-inconnue",
                    &written.span,
                    format!("« {} » n’est pas une valeur de « {key} ».", written.value),
                    remedy,
                );
                None
            }
        }
    }

    /// One phone number, in pairs.
    pub fn phone(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        let written = self.scalar(Field::new(key, "téléphone", about))?;
        match judge_phone(&written.value) {
            Ok(number) => Some(number),
            Err((message, remedy)) => {
                self.error("telephone-invalide", &written.span, message, remedy);
                None
            }
        }
    }

    /// An address of the web.
    pub fn url(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        let written = self.scalar(Field::new(key, "adresse web", about))?;
        self.judge_url(written)
    }

    /// Addresses of the web.
    pub fn urls(&mut self, key: &'static str, about: &'static str) -> Vec<String> {
        let written = self.list(Field::new(key, "liste d’adresses web", about));
        written.into_iter().filter_map(|url| self.judge_url(url)).collect()
    }

    fn judge_url(&mut self, written: At<String>) -> Option<String> {
        let fault = url_fault(&written.value)?;
        if fault.is_empty() {
            return Some(written.value);
        }
        let message = format!("« {} » n’est pas une adresse web.", written.value);
        self.error("adresse-web-invalide", &written.span, message, fault);
        None
    }

    /// E-mail addresses.
    pub fn emails(&mut self, key: &'static str, about: &'static str) -> Vec<String> {
        let written = self.list(Field::new(key, "liste de courriels", about));
        written.into_iter().filter_map(|email| self.judge_email(email)).collect()
    }

    /// One e-mail address.
    pub fn email(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        let written = self.scalar(Field::new(key, "courriel", about))?;
        self.judge_email(written)
    }

    fn judge_email(&mut self, written: At<String>) -> Option<String> {
        if is_email(&written.value) {
            return Some(written.value);
        }
        self.error(
            "courriel-invalide",
            &written.span,
            format!("« {} » n’est pas une adresse de courriel.", written.value),
            "Écrivez une seule adresse, sans accent ni espace, comme accueil@exemple.fr ; pour plusieurs, faites une liste.",
        );
        None
    }

    /// The id of another record.
    pub fn reference(&mut self, key: &'static str, about: &'static str) -> Option<At<String>> {
        self.scalar(Field::new(key, "identifiant d’une autre fiche", about))
    }

    /// Ids of other records.
    pub fn references(&mut self, key: &'static str, about: &'static str) -> Vec<At<String>> {
        self.list(Field::new(key, "liste d’identifiants d’autres fiches", about))
    }
}

/// « anglais, arabe » or « anglais et arabe » in one text: several words where a known one is among them.
fn apart(written: String, vocabulary: &Vocabulary) -> Vec<String> {
    let known = |word: &str| !matches!(vocabulary.read(word), Reading::Unknown { .. });
    let pieces = written.split([',', ';']).flat_map(|piece| piece.split(" et "));
    let pieces: Vec<&str> = pieces.map(str::trim).filter(|piece| !piece.is_empty()).collect();
    match !known(&written) && pieces.iter().any(|piece| known(piece)) {
        true => pieces.into_iter().map(str::to_owned).collect(),
        false => vec![written],
    }
}

/// What was written, or the plain words of the term it names.
pub(super) fn in_plain_words(written: String, vocabulary: &Vocabulary) -> String {
    match vocabulary.read(&written) {
        Reading::Exact(term) | Reading::Older(term) => term.plain.to_owned(),
        Reading::Unknown { .. } => written,
    }
}

/// The text of a scalar node; an empty one is empty text.
fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text.trim()),
        Value::Empty => Some(""),
        Value::List(_) | Value::Map(_) => match items(node) {
            [] => Some(""),
            _ => None,
        },
    }
}

/// Longest list that a message names whole.
const LONGEST_CHOICE: usize = 12;

/// The labels of a short list; a long one stands in the manual.
fn choices(vocabulary: &Vocabulary) -> String {
    if vocabulary.terms.len() > LONGEST_CHOICE {
        return format!(
            "Choisissez une des valeurs du manuel, pages « Les valeurs », chapitre « {} ».",
            vocabulary.name
        );
    }
    let labels: Vec<String> =
        vocabulary.terms.iter().map(|term| format!("« {} »", term.label)).collect();
    format!("Choisissez parmi : {}.", labels.join(", "))
}

/// A phone number in pairs, or what is wrong and what to write.
pub(super) fn judge_phone(written: &str) -> Result<String, (String, String)> {
    let message = format!("« {written} » n’est pas un numéro de téléphone.");
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let odd = written.chars().find(|c| !c.is_ascii_digit() && !" .-+()\u{a0}\u{202f}".contains(*c));
    if odd.is_some() {
        let remedy = "Écrivez un seul numéro, par exemple 05 49 00 00 00, et le reste dans « presentation_detail ».";
        return Err((message, remedy.into()));
    }
    let international = written.trim_start().starts_with('+');
    match digits.len() {
        10 if digits.starts_with('0') && !digits.starts_with("00") => Ok(phone(&digits)),
        11..=13 if international && digits.starts_with("33") => {
            let rest = digits.trim_start_matches("33").trim_start_matches('0');
            let national = format!("0{rest}");
            if national.len() == 10 {
                Ok(phone(&national))
            } else {
                Err((message, count(&national)))
            }
        }
        9..=13 if international => Ok(phone(written)),
        9 if !digits.starts_with('0') => {
            let meant = phone(&format!("0{digits}"));
            Err((message, format!("Le zéro du début s’est perdu : écrivez {meant}.")))
        }
        2..=SHORT_PHONE if !digits.starts_with('0') => Ok(phone(written)),
        _ => Err((message, count(&digits))),
    }
}

fn count(digits: &str) -> String {
    format!("Un numéro a dix chiffres ; celui-ci en a {}. Vérifiez-le.", digits.len())
}

/// Whether a text is a whole address of the web.
pub(super) fn is_url(text: &str) -> bool {
    url_fault(text).is_some_and(|fault| fault.is_empty())
}

/// `None` for nothing to judge, an empty text for a good address, else the remedy.
fn url_fault(url: &str) -> Option<String> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some(whole_url(url));
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fault = if scheme != "http" && scheme != "https" {
        "Une adresse web commence par https:// ou http://.".into()
    } else if rest.contains(is_unseen) {
        "Cette adresse contient un signe qui ne se voit pas : recopiez-la depuis votre navigateur."
            .into()
    } else if rest.chars().any(|c| c.is_whitespace() || "<>\"`{}".contains(c)) {
        "Enlevez les espaces et les signes < > \" de l’adresse ; une seule adresse par valeur."
            .into()
    } else if !host.contains('.')
        || host.starts_with('.')
        || host.ends_with('.')
        || host.contains('@')
    {
        "Vérifiez le nom du site, par exemple https://www.exemple.fr.".into()
    } else {
        String::new()
    };
    Some(fault)
}

/// What to write for what does not even begin as an address: only what would be accepted is proposed.
fn whole_url(written: &str) -> String {
    let whole = format!("https://{written}");
    if is_email(written) {
        "C’est un courriel : écrivez-le dans « courriels » (« courriel » dans « inscription »), et effacez-le ici.".into()
    } else if is_url(&whole) {
        format!("Écrivez l’adresse en entier : {whole}")
    } else {
        "Recopiez l’adresse que montre votre navigateur quand vous êtes sur le site ; s’il n’y a pas de site, effacez ce texte.".into()
    }
}

/// Signs of no width, and the thin space that `blanked` writes for one that turns the reading round: an address that has
/// one is not the one that is seen.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{2009}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{feff}')
}

/// A careful reading of `name@domain`: one sign @, a dot in the domain, no space. A domain may have accents; what stands
/// before it has none, since most hosts would not take the letter.
pub(super) fn is_email(written: &str) -> bool {
    let Some((name, domain)) = written.split_once('@') else { return false };
    let good = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_alphanumeric() || "._-+'%".contains(c))
            && !text.starts_with('.')
            && !text.ends_with('.')
    };
    good(name) && name.is_ascii() && good(domain) && domain.contains('.') && !domain.contains("..")
}
