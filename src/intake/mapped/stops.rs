//! Rows that are the stops of one tour become one record with its stops.

use crate::calendar::Horaires;
use crate::intake::arrets::braces;
use crate::intake::draft::{Draft, Form};
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::Refusal;
use crate::text::capital;

use super::record::Record;
use super::settled::letters;

/// Keys of a row that are those of its stop.
const OF_A_STOP: [&str; 8] = [
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "horaires",
];

/// Keys that say nothing of a tour: the row's own id and address.
const OF_NOBODY: [&str; 1] = ["id"];

/// The name of a tour and of its stop: « Bus France services - \[Place de la mairie\] ».
pub(super) fn names(nom: &str) -> Option<(&str, &str)> {
    let cut = |sign: &str| nom.split_once(sign);
    let (tour, stop) =
        cut(" - ").or_else(|| cut(" – ")).or_else(|| cut(" : ")).or_else(|| cut("["))?;
    let stop = stop.trim().trim_start_matches('[').trim_end_matches(']').trim();
    let tour = tour.trim();
    (!tour.is_empty()).then_some((tour, stop))
}

/// What a row has in a column, letter for letter.
type Written<'a> = &'a dyn Fn(usize, &str) -> Option<String>;

/// The record of a tour from those of its stops, each with its row; what differs between rows is told as it is written.
pub(super) fn tour(
    stops: Vec<(usize, Record)>,
    written: Written<'_>,
    found: &mut Vec<(usize, Finding)>,
) -> Result<Record, Refusal> {
    let Some((_, first)) = stops.first() else { return Err(nothing()) };
    let whole = first.draft.nom.clone();
    let (nom, _) = names(&whole).unwrap_or((whole.as_str(), ""));
    let mut draft = Draft::new(first.draft.line, nom.to_owned(), first.draft.commune);
    let mut columns = first.columns.clone();
    draft.put("nom", Form::Text, Some(nom.to_owned()));
    let items: Vec<String> = stops.iter().map(|(_, record)| stop(&record.draft)).collect();
    for (rank, record) in stops {
        let (whole, line) = (record.draft.nom.clone(), stop(&record.draft));
        tell(rank, &record.column("nom"), found, |notes| {
            let reason =
                "Ce nom est celui d’une tournée et de son arrêt : l’arrêt est sous « tournee ».";
            notes.corrected("nom-arret", &whole, &line, reason);
        });
        share(&mut draft, (rank, &record), written, found);
        for (key, column) in &record.columns {
            if !columns.iter().any(|(known, _)| known == key) {
                columns.push((key.clone(), column.clone()));
            }
        }
        found.extend(record.draft.findings.into_iter().map(|one| (rank, one)));
    }
    base(&mut draft, &columns);
    draft.put("tournee", Form::Under("arrets"), items);
    Ok(Record { draft, columns })
}

/// Hours that cannot be read leave their stop, which stays; they are told.
pub(super) fn only_good_hours(record: &mut Record) {
    let column = record.column("horaires");
    let draft = &mut record.draft;
    let Some(place) = draft.fields.iter().position(|field| field.key == "horaires") else { return };
    let text = draft.fields[place].values.concat();
    if let Err(faults) = Horaires::parse(&text) {
        draft.fields.remove(place);
        let fault = faults.first();
        let (message, remedy) =
            fault.map_or(("", ""), |fault| (fault.message.as_str(), fault.remedy.as_str()));
        let reason = format!("On ne lit pas ces horaires : {message}.");
        Notes::about(&column, &mut draft.findings).refused(
            "horaires-illisibles",
            &text,
            reason,
            capital(remedy) + ".",
        );
    }
}

/// Adds what a row says of the whole tour; a value that differs from that of the first rows is refused.
fn share(
    draft: &mut Draft,
    (rank, record): (usize, &Record),
    written: Written<'_>,
    found: &mut Vec<(usize, Finding)>,
) {
    for field in &record.draft.fields {
        let key = field.key;
        if OF_A_STOP.contains(&key) || key == "nom" {
            continue;
        }
        if OF_NOBODY.contains(&key) {
            let reason = "Ce numéro est celui d’un arrêt : la fiche est celle de la tournée.";
            tell(rank, &record.column(key), found, |notes| {
                notes.corrected("identifiant-arret", &field.values.concat(), "", reason);
            });
            continue;
        }
        let known = draft.fields.iter().find(|own| own.key == key).map(|own| own.values.clone());
        match known {
            None => draft.fields.push(field.clone()),
            Some(values) if letters(&values.concat()) == letters(&field.values.concat()) => {}
            Some(values) => {
                let reason = format!(
                    "La tournée a déjà pour « {key} » : « {} ».",
                    values.join(" | ").trim()
                );
                let remedy =
                    "Si cette valeur est la bonne, ou si elle est utile, écrivez-la dans la fiche.";
                let column = record.column(key);
                let value = written(rank, &column).unwrap_or_else(|| field.values.join("|"));
                tell(rank, &column, found, |notes| {
                    notes.refused("autre-valeur", value.trim(), reason, remedy);
                });
            }
        }
    }
}

/// A tour is found under the commune of its first stop until somebody says where it leaves from.
fn base(draft: &mut Draft, columns: &[(String, String)]) {
    let Some(commune) = draft.commune else { return };
    draft.put("commune", Form::Text, Some(commune.nom.to_owned()));
    draft.add_code_if_needed(commune.departement);
    let column =
        columns.iter().find(|(key, _)| key == "commune").map_or("commune", |(_, column)| column);
    Notes::about(column, &mut draft.findings).doubtful(
        "tournee-commune",
        commune.nom,
        None,
        "La commune de la fiche est celle du premier arrêt : le fichier ne dit pas d’où part la tournée.",
        "Écrivez la commune d’où elle part.",
    );
}

/// A stop on one line of YAML.
fn stop(draft: &Draft) -> String {
    let (_, place) = names(&draft.nom).unwrap_or(("", draft.nom.as_str()));
    let commune = draft.commune.map_or("", |commune| commune.nom);
    let nom = if commune.is_empty() { place } else { commune };
    let fields = OF_A_STOP.iter().filter_map(|key| Some((*key, draft.value(key)?.trim())));
    let ou = (!place.is_empty() && letters(place) != letters(commune)).then_some(("ou", place));
    braces([("nom", nom)].into_iter().chain(fields).chain(ou))
}

fn tell(
    rank: usize,
    column: &str,
    found: &mut Vec<(usize, Finding)>,
    say: impl FnOnce(&mut Notes<'_>),
) {
    let mut told = Vec::new();
    say(&mut Notes::about(column, &mut told));
    found.extend(told.into_iter().map(|one| (rank, one)));
}

/// A tour is made of the rows that name it: nothing leads here.
fn nothing() -> Refusal {
    Refusal {
        code: "sans-nom",
        reason: "Cette tournée n’a pas d’arrêt.".into(),
        remedy: "Vérifiez les lignes du fichier.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_tour_and_its_stop() {
        assert_eq!(
            names("Bus France Services - [Place de la mairie]"),
            Some(("Bus France Services", "Place de la mairie"))
        );
        assert_eq!(names("Bus : Lusignan"), Some(("Bus", "Lusignan")));
        assert_eq!(names("Médiathèque"), None);
    }
}
