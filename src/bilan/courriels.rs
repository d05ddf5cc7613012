//! Mails to those who own the records to be verified, already written: somebody of the staff sends them, jalon never does.

use std::collections::BTreeMap;

use crate::calendar;
use crate::guide::Moment;
use crate::record::Acteur;
use crate::text::{escaped, mailto, percent, sort_key, thousands};

use super::Bilan;
use super::html::{dit, frame, paragraph};
use super::page::counted;

/// Longest link that programs of mail open, in bytes: a longer letter is to be copied.
const LONGEST: usize = 1_900;

/// A letter about the records that one address answers for.
#[derive(Debug, PartialEq, Eq)]
pub struct Lettre {
    /// The address.
    pub a: String,
    /// The names of the records.
    pub fiches: Vec<String>,
    /// The letter's subject.
    pub objet: String,
    /// The letter.
    pub texte: String,
}

/// The letters of a guide, one an address, in the order of the addresses; and the records that no address answers for.
pub(super) fn of<'a>(bilan: &Bilan<'a>) -> (Vec<Lettre>, Vec<&'a Acteur>) {
    let guides = bilan.guides;
    let mut owners: BTreeMap<String, Vec<&Acteur>> = BTreeMap::new();
    let mut alone = Vec::new();
    for acteur in &bilan.guide.acteurs {
        let due = guides.moment(bilan.guide, acteur) == Moment::AConfirmer;
        if !due || !acteur.fiche.en_cours(guides.today) {
            continue;
        }
        match acteur.courriels.first() {
            Some(mail) => owners.entry(mail.to_lowercase()).or_default().push(acteur),
            None => alone.push(acteur),
        }
    }
    alone.sort_by_cached_key(|acteur| sort_key(&acteur.fiche.nom));
    (owners.into_iter().map(|(to, records)| letter(bilan, to, &records)).collect(), alone)
}

fn letter(bilan: &Bilan<'_>, to: String, records: &[&Acteur]) -> Lettre {
    let reglages = &bilan.guide.reglages.reglages;
    let what = if records.len() == 1 {
        "cette fiche est-elle juste ?"
    } else {
        "ces fiches sont-elles justes ?"
    };
    let told: Vec<String> = records.iter().map(|acteur| record(acteur)).collect();
    let contact = [reglages.contact.telephone.clone(), reglages.contact.courriel.clone()];
    let sign: Vec<String> =
        std::iter::once(reglages.editeur.clone()).chain(contact.into_iter().flatten()).collect();
    Lettre {
        objet: format!("{} : {what}", reglages.titre),
        texte: plain(&format!(
            "Bonjour,\n\nVoici ce que dit de vous le guide « {} ».\n\n{}\n\nRépondez « tout est juste », ou corrigez les lignes \
             fausses. Si le lieu a fermé, dites-le-nous : nous l’enlèverons.\n\nMerci,\n{}\n",
            reglages.titre,
            told.join("\n\n"),
            sign.join("\n")
        )),
        fiches: records.iter().map(|acteur| acteur.fiche.nom.clone()).collect(),
        a: to,
    }
}

/// What a guide says of a record; what nobody wrote is empty.
pub(super) fn facts(acteur: &Acteur) -> [(&'static str, String); 7] {
    let commune = acteur.adresse.commune.map_or("", |commune| commune.nom);
    let street = acteur.adresse.adresse.as_deref().unwrap_or_default();
    let place = [street, commune]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let hours = acteur.horaires.as_ref().map(|at| at.value.sentence()).unwrap_or_default();
    let services: Vec<&str> = acteur.services.iter().map(|term| term.plain).collect();
    let prices: Vec<&str> = acteur.frais_a_charge.iter().map(|term| term.plain).collect();
    let appointment = acteur.sans_rendez_vous.map_or("", |term| term.plain);
    let checked = match &acteur.fiche.verifie {
        Some(verifie) => calendar::short(verifie.le),
        None => "jamais".to_owned(),
    };
    [
        ("Adresse", place),
        ("Téléphone", acteur.telephone.clone().unwrap_or_default()),
        ("Horaires", lower(&hours)),
        ("Ce qu’on y fait", services.join(" ; ")),
        ("Prix", prices.join(" ; ")),
        ("Rendez-vous", appointment.to_owned()),
        ("Dernière vérification", checked),
    ]
}

/// The same, a line a fact; what nobody wrote is asked.
fn record(acteur: &Acteur) -> String {
    let line = |(name, value): (&str, String)| match value.is_empty() {
        true => format!("- {name} : à nous dire"),
        false => format!("- {name} : {value}"),
    };
    let lines: Vec<String> = facts(acteur).into_iter().map(line).collect();
    format!("{} (référence {})\n{}", acteur.fiche.nom, acteur.fiche.code(), lines.join("\n"))
}

/// A sentence as it stands after a colon.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Programs of mail make a question mark of a space that they do not know.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

impl Lettre {
    /// A link that opens it in a program of mail; without its text when that is too long.
    pub fn lien(&self) -> (String, bool) {
        let head = format!("{}?subject={}", mailto(&self.a), percent(&self.objet));
        let whole = format!("{head}&body={}", percent(&self.texte.replace('\n', "\r\n")));
        if whole.len() <= LONGEST { (whole, true) } else { (head, false) }
    }
}

/// The page of letters.
pub(super) fn page(bilan: &Bilan<'_>) -> String {
    let (letters, alone) = of(bilan);
    let title = format!("Courriels de vérification {}", bilan.guide.departement.de_nom);
    let records: usize = letters.iter().map(|letter| letter.fiches.len()).sum();
    let lead = match letters.is_empty() {
        true => "Aucun courriel à envoyer : les fiches qui ont une adresse sont à jour.".to_owned(),
        false => format!(
            "{} pour {} à vérifier. Un clic ouvre le courriel tout écrit ; relisez-le, puis envoyez-le. jalon n’envoie rien.",
            counted(letters.len(), "courriel"),
            counted(records, "fiche")
        ),
    };
    let all: String = letters.iter().map(shown).collect();
    let rest: String = alone.iter().map(|acteur| without(acteur)).collect();
    let rest = match alone.len() {
        0 => String::new(),
        count => format!(
            "<h2>Sans courriel</h2>\n{}<ul>\n{rest}</ul>\n",
            paragraph(&format!(
                "{} {} à appeler : la feuille d’appel les a toutes (jalon print feuille-d-appel).",
                thousands(count),
                if count < 2 { "fiche" } else { "fiches" }
            ))
        ),
    };
    frame(&title, &format!("<h1>{}</h1>\n{}{all}{rest}", dit(&title), paragraph(&lead)))
}

fn shown(letter: &Lettre) -> String {
    let (link, whole) = letter.lien();
    let how = if whole {
        "Ouvrir le courriel"
    } else {
        "Ouvrir un courriel vide : ce texte est trop long, copiez-le"
    };
    format!(
        "<section>\n<h2>{}</h2>\n<p>{}</p>\n<p class=\"suite\"><a href=\"{}\">{} ({})</a></p>\n<pre>{}</pre>\n</section>\n",
        dit(&letter.fiches.join(", ")),
        dit(&letter.objet),
        escaped(&link),
        dit(how),
        escaped(&letter.a),
        escaped(&letter.texte)
    )
}

fn without(acteur: &Acteur) -> String {
    let phone = acteur.telephone.as_deref().unwrap_or("pas de téléphone");
    let commune = acteur.adresse.commune.map_or("", |commune| commune.nom);
    format!("<li>{}</li>\n", dit(&format!("{}, {commune} : {phone}", acteur.fiche.nom)))
}
