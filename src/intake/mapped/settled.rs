//! The values of one place, one under each key that takes one; those that differ are told.

use std::collections::BTreeSet;

use crate::calendar::Horaires;
use crate::intake::finding::{Finding, Notes};

use super::correspondance::Lignes;
use super::days::week;
use super::hours::in_weeks;
use super::lot::{Lot, Said, is_several};

/// Keys whose values may be those of one service rather than of the place: rows that differ leave none.
const OF_A_SERVICE: [&str; 3] = ["horaires", "tarif", "sans_rendez_vous"];

/// What is to be written of a place.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// Keys with their column and their values.
    pub values: Vec<(String, String, Vec<String>)>,
    /// What was said of cells, with the row.
    pub found: Vec<(usize, Finding)>,
    /// Cells left out, with the row.
    pub aside: Vec<(usize, (String, String))>,
}

impl Place {
    /// Decides what a lot says under each key.
    pub fn of(mut lot: Lot, lignes: Lignes) -> Self {
        days_to_hours(&mut lot);
        let mut values = Vec::new();
        for (key, all) in std::mem::take(&mut lot.slots) {
            let Some(first) = all.first().map(|said| said.column.clone()) else { continue };
            if is_several(&key) {
                let of_rows = lignes == Lignes::Service && key == "presentation_detail";
                let texts = if of_rows { by_service(all, &lot.services) } else { joined(all) };
                values.push((key, first, texts));
                continue;
            }
            if let Some(said) = one(&mut lot, &key, all, lignes) {
                values.push((key, said.column, vec![said.text]));
            }
        }
        weeks_to_hours(&mut lot, &mut values);
        without_commune(&mut lot, &mut values);
        Self { values, found: lot.found, aside: lot.aside }
    }
}

/// Values of a list as they are; texts of several columns or rows, each said once.
fn joined(all: Vec<Said>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for said in all {
        if !texts.contains(&said.text) {
            texts.push(said.text);
        }
    }
    texts
}

/// Texts of rows that are services, each with the services it is said of; one that is said of all stands alone.
fn by_service(all: Vec<Said>, services: &[String]) -> Vec<String> {
    let mut texts: Vec<(String, Vec<&str>)> = Vec::new();
    for said in all {
        let service = services.get(said.rank).map_or("", String::as_str);
        match texts.iter_mut().find(|(text, _)| *text == said.text) {
            Some((_, of)) if of.contains(&service) => {}
            Some((_, of)) => of.push(service),
            None => texts.push((said.text, vec![service])),
        }
    }
    let mut different: Vec<&str> = services.iter().map(String::as_str).collect();
    different.sort_unstable();
    different.dedup();
    let with_services = |(text, of): (String, Vec<&str>)| {
        let of: Vec<&str> = of.into_iter().filter(|service| !service.is_empty()).collect();
        match of.is_empty() || of.len() == different.len() {
            true => text,
            false => format!("{} : {text}", of.join(" ; ")),
        }
    };
    texts.into_iter().map(with_services).collect()
}

/// The value of a key that takes one: the first that is sure; others that say something else are refused.
fn one(lot: &mut Lot, key: &str, all: Vec<Said>, lignes: Lignes) -> Option<Said> {
    let has_sure = all.iter().any(|said| said.sure);
    let read: BTreeSet<usize> = all.iter().map(|said| said.rank).collect();
    let mut all = all.into_iter().filter(|said| said.sure || !has_sure);
    let first = all.next()?;
    let rest: Vec<Said> = all.collect();
    let others: Vec<Said> =
        rest.iter().filter(|said| letters(&said.text) != letters(&first.text)).cloned().collect();
    let of_a_service = lignes == Lignes::Service && OF_A_SERVICE.contains(&key);
    // A row whose value could not be read disagrees too: « accès libre » beside « sur rendez-vous ».
    let unread = lot.filled.get(key).is_some_and(|filled| !filled.is_subset(&read));
    let none = of_a_service && (unread || !others.is_empty());
    if others.is_empty() && !none {
        return Some(first);
    }
    let reason = if none {
        format!(
            "Les lignes de ce lieu donnent à « {key} » des valeurs différentes selon le service."
        )
    } else {
        format!("Ce lieu a déjà pour « {key} » : « {} ».", first.text.trim())
    };
    let refused = if none { [vec![first.clone()], rest].concat() } else { others };
    for said in refused {
        lot.tell(said.rank, &said.column, |notes| {
            notes.refused("autre-valeur", said.text.trim(), reason.as_str(), OTHERS);
        });
    }
    (!none).then_some(first)
}

/// A street that ends with the name of the commune, behind a sign, without it.
fn without_commune(lot: &mut Lot, values: &mut [(String, String, Vec<String>)]) {
    let commune = values.iter().find(|(key, _, _)| key == "commune");
    let commune = commune.map(|(_, _, values)| letters(&values.concat())).unwrap_or_default();
    let Some((_, column, street)) = values.iter_mut().find(|(key, _, _)| key == "adresse") else {
        return;
    };
    let written = street.concat();
    let cut = [" - ", ", "].iter().find_map(|sign| written.rsplit_once(sign));
    let said_again = |(_, last): &(&str, &str)| !commune.is_empty() && letters(last) == commune;
    let Some((kept, _)) = cut.filter(said_again) else { return };
    let reason = "La commune n’est pas répétée dans l’adresse.";
    lot.tell(0, column, |notes| notes.corrected("adresse-seule", &written, kept, reason));
    *street = vec![kept.to_owned()];
}

/// What two ways of writing one value share.
pub(super) fn letters(text: &str) -> String {
    crate::text::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Hours of one column a day become those of the place, unless it has others.
fn days_to_hours(lot: &mut Lot) {
    let Some(first) = lot.days.first().cloned() else { return };
    // The rows of one place say the same days again: each row is a week of its own.
    let ranks: BTreeSet<usize> = lot.days.iter().map(|cell| cell.rank).collect();
    let mut lines: BTreeSet<String> = BTreeSet::new();
    for rank in &ranks {
        let own: Vec<_> = lot.days.iter().filter(|cell| cell.rank == *rank).cloned().collect();
        lines.extend(week(&own, &mut lot.found));
    }
    let mut lines = lines.into_iter();
    let (Some(text), another) = (lines.next(), lines.next()) else { return };
    if lot.slots.contains_key("horaires") || another.is_some() || Horaires::parse(&text).is_err() {
        let reason = "Ce lieu a d’autres horaires, ou ses jours ne se disent pas ensemble.";
        refuse_days(lot, ("autre-valeur", reason, OTHERS));
        return;
    }
    let said = Said { rank: first.rank, column: first.column, text, sure: true };
    lot.slots.insert("horaires".to_owned(), vec![said]);
}

/// What to do with a value that is not the one of the record.
const OTHERS: &str =
    "Si cette valeur est la bonne, ou si elle est utile, écrivez-la dans la fiche.";

/// Tells every cell of a day that its hours are not in the record.
fn refuse_days(lot: &mut Lot, (code, reason, remedy): (&str, &str, &str)) {
    for cell in lot.days.clone() {
        lot.tell(cell.rank, &cell.column, |notes| notes.refused(code, &cell.text, reason, remedy));
    }
}

/// Even or odd weeks narrow the hours; where there are none, or none that can be narrowed, nothing is written.
fn weeks_to_hours(lot: &mut Lot, values: &mut Vec<(String, String, Vec<String>)>) {
    let weeks = std::mem::take(&mut lot.weeks);
    let Some((odd, _)) = weeks.first() else { return };
    let place = values.iter().position(|(key, _, _)| key == "horaires");
    let hours = place.map(|place| values[place].2.concat());
    let alike = weeks.iter().all(|(other, _)| other == odd);
    if let (Some(place), Some(narrowed), true) =
        (place, hours.as_deref().and_then(|hours| in_weeks(hours, *odd)), alike)
    {
        let column = values[place].1.clone();
        lot.tell(weeks[0].1.rank, &column, |notes| {
            let reason = "Les semaines sont dites dans les horaires.";
            notes.corrected(
                "horaires-semaines",
                hours.as_deref().unwrap_or_default(),
                &narrowed,
                reason,
            );
        });
        lot_told(lot, &weeks, &narrowed);
        values[place].2 = vec![narrowed];
        return;
    }
    // Hours of one week in two, written for every week, would send people to a closed door.
    if let Some(place) =
        place.filter(|_| hours.as_deref().is_some_and(|hours| Horaires::parse(hours).is_ok()))
    {
        let (_, column, texts) = values.remove(place);
        let (code, reason, remedy) = UNSAID;
        lot.tell(0, &column, |notes| notes.refused(code, &texts.concat(), reason, remedy));
        refuse_days(lot, UNSAID);
    }
    for (_, said) in &weeks {
        let (code, reason, remedy) = UNSAID;
        lot.tell(said.rank, &said.column, |notes| notes.refused(code, &said.text, reason, remedy));
    }
}

const UNSAID: (&str, &str, &str) = (
    "semaines-illisibles",
    "Ces horaires et ces semaines ne se disent pas ensemble.",
    "Écrivez les horaires dans la fiche, par exemple « lundi 9h-12h, semaines paires ».",
);

fn lot_told(lot: &mut Lot, weeks: &[(bool, Said)], narrowed: &str) {
    for (_, said) in weeks {
        let mut found = Vec::new();
        let mut notes = Notes::about(&said.column, &mut found);
        notes.corrected(
            "horaires-semaines",
            &said.text,
            narrowed,
            "Les semaines sont dites dans les horaires.",
        );
        lot.found.extend(found.into_iter().map(|one| (said.rank, one)));
    }
}
