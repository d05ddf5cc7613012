//! A record as one text message: what is needed to come, in the letters and the length that every phone takes.

mod horaires;
#[cfg(test)]
mod tests;

use crate::calendar;
use crate::edition::html::here::Here;
use crate::edition::papier::numero_de_l_evenement;
use crate::edition::quand;
use crate::plan::About;
use crate::text::{SEPTETS, capital, gsm, percent, phone, septets, typography};

/// What a message may say; each part in its fullest form first, then shorter ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Message {
    /// Never left out; cut where it would leave no room.
    pub nom: String,
    /// What nobody should come without knowing: a closure, a record that nobody checked, the day of an event.
    pub avis: Vec<String>,
    pub ou: Vec<String>,
    pub telephone: Vec<String>,
    pub quand: Vec<String>,
    pub rendez_vous: Vec<String>,
    /// Where it is read whole: its address, its short code.
    pub suite: Vec<String>,
}

/// The order in which parts find room: who has a phone without Internet needs the number and the street most.
const ROOM: [usize; 6] = [0, 2, 1, 3, 4, 5];

impl Message {
    /// The message: as much as fits in one, in its letters.
    pub fn texte(&self) -> String {
        // In the order in which they are read.
        let parts =
            [&self.avis, &self.ou, &self.telephone, &self.quand, &self.rendez_vous, &self.suite];
        let nom = shortened(&gsm(&self.nom));
        let mut kept: [String; 6] = Default::default();
        for part in ROOM {
            for form in parts[part].iter().map(|form| gsm(form)) {
                let mut tried = kept.clone();
                tried[part] = form;
                if septets(&said(&nom, &tried)).is_some_and(|count| count <= SEPTETS) {
                    kept = tried;
                    break;
                }
            }
        }
        said(&nom, &kept)
    }
}

/// A name and parts, a sentence each; an address that a phone opens has no full stop at its end.
fn said(nom: &str, parts: &[String]) -> String {
    let mut said = nom.to_owned();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let ended = said.is_empty() || said.ends_with(['.', '!', '?']);
        said.push_str(if ended { " " } else { ". " });
        said.push_str(part.trim_end_matches('.'));
    }
    said.trim().to_owned()
}

/// Septets that a name takes at most: a number and a town must find room.
const LONGEST_NAME: usize = 100;

/// A name too long for a message, cut between words.
fn shortened(nom: &str) -> String {
    if septets(nom).is_some_and(|count| count <= LONGEST_NAME) {
        return nom.to_owned();
    }
    let mut kept = String::new();
    for word in nom.split(' ') {
        let longer = format!("{kept} {word}");
        if septets(longer.trim()).is_none_or(|count| count + 3 > LONGEST_NAME) {
            break;
        }
        kept = longer;
    }
    format!("{}...", kept.trim().trim_end_matches([',', '.']))
}

/// The address that opens a new message with this text, for whom one chooses.
///
/// RFC 5724 wants a number before the text, which nobody knows here; iPhones read the text after `&`, others after `?`: both
/// are written.
pub(super) fn lien(texte: &str) -> String {
    format!("sms:?&body={}", percent(texte))
}

/// The message of an actor.
pub(super) fn acteur(here: Here<'_>, rank: usize) -> Message {
    let labels = here.labels();
    let acteur = &here.guide().acteurs[rank];
    let brief = here.brief(here.at(rank));
    let adresse = &acteur.adresse;
    let town = adresse.commune.map(|commune| typography(commune.nom)).unwrap_or_default();
    let postal = adresse.code_postal.clone().into_iter().chain([town.clone()]);
    let postal = postal.collect::<Vec<_>>().join(" ");
    // Who goes round is found at its stops, not at its office.
    let street = adresse.adresse.as_deref().filter(|_| acteur.se_visite()).map(typography);
    let call = |numero: &String| labels.say("message.telephone", &[("numero", &phone(numero))]);
    let closed = brief.warnings(labels).map(|said| horaires::serre(&said));
    let closed = closed.collect::<Vec<_>>().join(" ");
    let hours = acteur.horaires.as_ref().map(|hours| &hours.value);
    let meets = acteur.sans_rendez_vous.filter(|_| acteur.est_un_lieu());
    Message {
        nom: typography(&acteur.fiche.nom),
        avis: forms([closed]),
        ou: match (street, acteur.se_visite()) {
            (Some(street), _) => forms([format!("{street}, {postal}"), town]),
            (None, true) => forms([town]),
            (None, false) => Vec::new(),
        },
        telephone: forms([acteur.telephone.as_ref().map(call).unwrap_or_default()]),
        quand: match hours {
            Some(hours) => forms(horaires::courts(hours)),
            None => forms([quand::brief(acteur, labels)]),
        },
        rendez_vous: forms([meets.map(|term| rendez_vous(here, term.code)).unwrap_or_default()]),
        suite: suite(here, About::Acteur(here.at(rank)), &acteur.fiche.code()),
    }
}

/// « Sans rdv », as one writes it in a message.
fn rendez_vous(here: Here<'_>, code: &str) -> String {
    let key = match code {
        "oui" => "message.sans_rendez_vous",
        "non" => "message.sur_rendez_vous",
        _ => "message.appelez",
    };
    here.labels().word(key).to_owned()
}

/// The message of an event.
pub(super) fn evenement(here: Here<'_>, rank: usize) -> Message {
    let labels = here.labels();
    let event = &here.guide().evenements[rank];
    let brief = &here.common().evenements[rank];
    let place = forms([brief.lieu.clone(), brief.commune.clone()]).join(", ");
    let key = match event.inscription {
        Some(_) => "message.inscription",
        None => "message.telephone",
    };
    let number = numero_de_l_evenement(here, rank);
    let call = number.map(|numero| labels.say(key, &[("numero", &phone(numero))]));
    Message {
        nom: brief.nom.clone(),
        avis: jour(here, rank),
        ou: forms([place, brief.commune.clone()]),
        telephone: forms([call.unwrap_or_default()]),
        suite: suite(here, About::Evenement(here.at(rank)), &event.fiche.code()),
        ..Message::default()
    }
}

/// The next day of an event, with its hours; what its page says of its days where none is known by name.
fn jour(here: Here<'_>, rank: usize) -> Vec<String> {
    let days = &here.guide().jours_des_evenements[rank];
    // Where every day is called off, the name says so: what its page says of its days is enough.
    let Some(next) = days.iter().find(|one| one.tient()) else {
        let said = here.common().evenements[rank].quand.first();
        return forms([said.map(|line| horaires::serre(&line.texte)).unwrap_or_default()]);
    };
    let said = |day: String| match days.len() {
        1 => capital(&day),
        _ => here.labels().say("message.prochain", &[("jour", &day)]),
    };
    let whole = horaires::serre(&here.said(rank).day(next));
    forms([said(whole), said(calendar::long(next.jour))])
}

/// Where it is read whole: the address of its page where the guide knows its own, its code.
fn suite(here: Here<'_>, about: About, code: &str) -> Vec<String> {
    let page = here.world.plan.page(about).and_then(|page| here.world.public(here.index, page));
    let code = here.labels().say("message.code", &[("code", code)]);
    forms([page.unwrap_or_default(), code])
}

/// Forms of a part without those that say nothing.
fn forms(forms: impl IntoIterator<Item = String>) -> Vec<String> {
    forms.into_iter().filter(|form| !form.is_empty()).collect()
}
