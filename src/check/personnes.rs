//! People's own numbers and e-mails are told with their agreement, and as long as it holds.

use std::collections::BTreeSet;

use crate::calendar;
use crate::diagnostic::{Diagnostic, Place};
use crate::guide::{Guide, Guides};
use crate::record::{Acteur, Evenement, Fiche, Reglages};
use crate::text::{emails, is_mobile, is_nominative};
use crate::theme::Themes;

/// So many are shown one by one in a guide; the others are counted: an import brings hundreds.
const SHOWN: usize = 20;

/// What looks like one person's number or e-mail, where nobody wrote that they agree.
pub fn agreed(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let site = guides.site.as_ref().map(|site| &site.reglages);
    if let Some(site) = site {
        of_settings(site, None, out);
    }
    for (rank, guide) in guides.guides.iter().enumerate() {
        let mut found = Vec::new();
        of_settings(&guide.reglages.reglages, site, &mut found);
        for acteur in &guide.acteurs {
            of_acteur(guides, acteur, &mut found);
        }
        for event in &guide.evenements {
            of_event(guides, rank, event, &mut found);
        }
        let more = found.len().saturating_sub(SHOWN);
        out.extend(found.into_iter().take(SHOWN));
        if more > 0 {
            out.push(more_of_them(guide, more));
        }
    }
}

/// How to reach who publishes: a service, since nobody can agree for all who come after. What comes from the site is
/// judged there.
fn of_settings(reglages: &Reglages, above: Option<&Reglages>, found: &mut Vec<Diagnostic>) {
    let own = |of: fn(&Reglages) -> Option<&String>| {
        of(reglages).filter(|value| above.and_then(of) != Some(*value))
    };
    let mail = own(|of| of.contact.courriel.as_ref()).filter(|mail| is_nominative(mail, []));
    let phone = own(|of| of.contact.telephone.as_ref()).filter(|phone| is_mobile(phone));
    for value in mail.into_iter().chain(phone) {
        found.push(Diagnostic::warning(
            "personne-sans-accord",
            reglages.first_line(),
            format!("« {value} » semble être à une personne, et chaque page le publie."),
            "Mettez dans « contact » le numéro et le courriel d’un service.",
        ));
    }
}

fn of_acteur(guides: &Guides, acteur: &Acteur, found: &mut Vec<Diagnostic>) {
    if let Some(person) = &acteur.contact_personne {
        if person.accepte(guides.today) {
            return;
        }
        found.push(run_out(&acteur.fiche, person.accord_jusqu_au));
    }
    let phones = acteur.permanences.iter().filter_map(|one| one.telephone.as_ref());
    let phones: Vec<&String> = acteur.telephone.iter().chain(phones).collect();
    let texts = [acteur.venir.as_deref(), acteur.tarif.as_deref(), acteur.accessibilite.as_deref()];
    let mails = acteur.courriels.iter().map(String::as_str);
    judge(&acteur.fiche, &phones, mails.chain(in_texts(&acteur.fiche, texts)), found);
}

/// Nobody can write an agreement in an event: that of who organises it, or of its place, stands for it.
fn of_event(guides: &Guides, rank: usize, event: &Evenement, found: &mut Vec<Diagnostic>) {
    let hosts = event.organisateur.iter().chain(&event.chez);
    let actors = hosts.filter_map(|id| guides.find_acteur(&id.value, rank));
    let mut agree = actors.filter_map(|at| guides.acteur(at).contact_personne.as_ref());
    if agree.any(|person| person.accepte(guides.today)) {
        return;
    }
    let inscription = event.inscription.as_ref();
    let online = event.en_ligne.as_ref().and_then(|online| online.telephone.as_ref());
    let phones =
        [event.telephone.as_ref(), online, inscription.and_then(|one| one.telephone.as_ref())];
    let phones: Vec<&String> = phones.into_iter().flatten().collect();
    let mails = inscription.and_then(|one| one.courriel.as_deref()).into_iter();
    let texts = [&event.avant_de_venir, &event.a_la_fin, &event.tarif, &event.accessibilite];
    let texts = in_texts(&event.fiche, texts.map(|text| text.as_deref()));
    judge(&event.fiche, &phones, mails.chain(texts), found);
}

/// The e-mails that stand in the texts of a record.
fn in_texts<'a, const N: usize>(
    fiche: &'a Fiche,
    texts: [Option<&'a str>; N],
) -> impl Iterator<Item = &'a str> {
    let detail = fiche.presentation_detail.as_ref().map(|detail| detail.value.as_str());
    let presented = [fiche.presentation_resume.as_deref(), detail];
    let texts = presented.into_iter().chain(texts).flatten();
    texts.flat_map(|text| emails(text).map(move |at| &text[at]))
}

fn judge<'a>(
    fiche: &Fiche,
    phones: &[&String],
    mails: impl Iterator<Item = &'a str>,
    found: &mut Vec<Diagnostic>,
) {
    for phone in phones.iter().filter(|phone| is_mobile(phone)) {
        let message = format!(
            "« {phone} » est un numéro de mobile : s’il est celui d’une personne, rien ne dit qu’elle accepte de le voir publié."
        );
        let number = digits(phone);
        let seen = place(fiche, |line| digits(line).contains(&number[1..]));
        found.push(without(seen, message));
    }
    let mails: BTreeSet<&str> = mails.filter(|mail| is_nominative(mail, fiche.noms())).collect();
    for mail in mails {
        let message = format!(
            "« {mail} » porte le nom d’une personne, et rien ne dit qu’elle accepte de le voir publié."
        );
        found.push(without(place(fiche, |line| line.contains(mail)), message));
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn without(place: Place, message: String) -> Diagnostic {
    Diagnostic::warning(
        "personne-sans-accord",
        place,
        message,
        "Mettez le numéro ou le courriel d’un service. Si la personne est d’accord, écrivez-le : « contact_personne: \
         {accord_jusqu_au: 2027-06-30} », avec la date qu’elle a choisie.",
    )
}

/// The first line of the record that a value is seen in, without its margins; else its first key.
fn place(fiche: &Fiche, sees: impl Fn(&str) -> bool) -> Place {
    let mut start = fiche.span.start;
    for line in fiche.fichier.text[fiche.span.start..].split_inclusive('\n') {
        let words = line.trim();
        if !words.starts_with('#') && sees(words) {
            let start = start + (line.len() - line.trim_start().len());
            return fiche.place(&(start..start + words.len()));
        }
        start += line.len();
    }
    fiche.first_line()
}

fn run_out(fiche: &Fiche, last: calendar::Date) -> Diagnostic {
    Diagnostic::warning(
        "accord-expire",
        place(fiche, |line| line.contains("accord_jusqu_au")),
        format!(
            "L’accord de cette personne a pris fin le {} : elle n’est plus nommée.",
            calendar::short(last)
        ),
        "Demandez-lui si elle est toujours d’accord et changez la date, ou effacez « contact_personne ».",
    )
}

fn more_of_them(guide: &Guide, more: usize) -> Diagnostic {
    Diagnostic::warning(
        "personne-sans-accord",
        guide.reglages.reglages.first_line(),
        format!("{more} autres numéros ou courriels de ce guide ressemblent à ceux de personnes."),
        "Corrigez d’abord ceux qui sont montrés : les suivants s’afficheront ensuite.",
    )
}
