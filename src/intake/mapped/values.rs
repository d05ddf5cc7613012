//! Values of closed lists: cut as the cell parts them, and each led to the list that knows it.

use crate::intake::finding::Notes;
use crate::vocabulary::{
    DISPOSITIF_PROGRAMMES_NATIONAUX, EQUIPEMENTS, FORMATIONS_LABELS, FRAIS_A_CHARGE, ITINERANCE,
    MODALITES_ACCES, MODALITES_ACCOMPAGNEMENT, PRISE_EN_CHARGE_SPECIFIQUE,
    PUBLICS_SPECIFIQUEMENT_ADRESSES, Reading, SERVICES, TYPOLOGIE, Vocabulary,
};

use super::correspondance::{Colonne, Dit, Valeur};
use super::cut::{bare, parts};

/// Lists that a value may be of, when that of its column does not know it.
pub(super) static LISTS: [&Vocabulary; 11] = [
    &SERVICES,
    &MODALITES_ACCOMPAGNEMENT,
    &DISPOSITIF_PROGRAMMES_NATIONAUX,
    &FORMATIONS_LABELS,
    &FRAIS_A_CHARGE,
    &PUBLICS_SPECIFIQUEMENT_ADRESSES,
    &PRISE_EN_CHARGE_SPECIFIQUE,
    &MODALITES_ACCES,
    &ITINERANCE,
    &TYPOLOGIE,
    &EQUIPEMENTS,
];

/// What a value was found to say.
enum Known {
    /// As the mapping says.
    Mapped(Vec<Dit>),
    /// A term of the column's own list, told when it is not written as today.
    Own(&'static str),
    /// A term of another list.
    Other(Dit),
}

/// What a cell says, as keys and values; what nobody knows is told and stays out.
pub(super) fn read(
    cell: &str,
    colonne: &Colonne,
    list: &'static Vocabulary,
    guessed: bool,
    notes: &mut Notes<'_>,
) -> Vec<Dit> {
    let (parts, separator) = parts(cell, |part| known(part, colonne, list).is_some());
    if separator.is_some_and(|sign| sign != "|") && parts.len() > 1 {
        let reason = "Les valeurs de la cellule sont lues une par une.";
        notes.corrected("separateur", cell, &parts.join("|"), reason);
    }
    let mut said = Vec::new();
    for part in &parts {
        match known(part, colonne, list) {
            Some(Known::Mapped(sens)) => {
                tell_mapped(part, &sens, guessed, notes);
                said.extend(sens);
            }
            Some(Known::Own(code)) => {
                if code != *part {
                    notes.corrected(
                        "valeur-ancienne",
                        part,
                        code,
                        "La même valeur, telle que la liste l’écrit.",
                    );
                }
                said.push(Dit::new(list.name, code));
            }
            Some(Known::Other(dit)) => {
                let reason =
                    format!("Cette valeur est de la liste « {} » : elle y est rangée.", dit.cle);
                notes.corrected("valeur-autre-cle", part, &dit.valeur, reason);
                said.push(dit);
            }
            None if list.open => said.push(Dit::new(list.name, part)),
            None => refuse(part, list, notes),
        }
    }
    said
}

/// A value that the mapping explains; what was only guessed is a doubt.
pub(super) fn tell_mapped(part: &str, sens: &[Dit], guessed: bool, notes: &mut Notes<'_>) {
    let became: Vec<String> =
        sens.iter().map(|dit| format!("{} : {}", dit.cle, dit.valeur)).collect();
    let became = became.join(" ; ");
    if !guessed {
        notes.corrected(
            "valeur-traduite",
            part,
            &became,
            "La correspondance dit ce que cette valeur veut dire.",
        );
        return;
    }
    if sens.is_empty() {
        notes.corrected(
            "valeur-sans-effet",
            part,
            "",
            "Cette valeur ne dit rien de plus d’un lieu : elle est laissée.",
        );
        return;
    }
    let remedy = "Si ce n’est pas cela, écrivez-le dans une correspondance, sous « valeurs ».";
    let reason = "Le sens de cette valeur est deviné.";
    notes.doubtful("valeur-devinee", part, Some(&became), reason, remedy);
}

fn refuse(part: &str, list: &Vocabulary, notes: &mut Notes<'_>) {
    let near = match list.read(part) {
        Reading::Unknown { nearest: Some(near) } => {
            format!(" La plus proche est « {} ».", near.label)
        }
        _ => String::new(),
    };
    let reason = format!("La liste « {} » n’a pas cette valeur.", list.name);
    let remedy =
        format!("Dites ce qu’elle veut dire dans une correspondance, sous « valeurs ».{near}");
    notes.refused("valeur-non-reconnue", part, reason, remedy);
}

/// What a value says: by the mapping, by its column's list, by the only other list that knows it.
fn known(part: &str, colonne: &Colonne, list: &'static Vocabulary) -> Option<Known> {
    if let Some(valeur) = mapped(part, &colonne.valeurs) {
        return Some(Known::Mapped(valeur.sens.clone()));
    }
    if let Some(term) = list.read(part).term() {
        return Some(Known::Own(term.code));
    }
    if list.open {
        return None;
    }
    let mut others = LISTS.iter().filter(|other| !std::ptr::eq(**other, list) && !other.open);
    // « Autre » is a word of every list: of a list that is not its column's it would say what nobody meant.
    let term = |other: &Vocabulary| other.read(part).term().filter(|term| term.code != "Autre");
    let found = others.find_map(|other| Some(Dit::new(other.name, term(other)?.code)));
    found.map(Known::Other)
}

/// The entry of a mapping for a value, whatever its capitals, accents and blanks.
pub(super) fn mapped<'a>(part: &str, valeurs: &'a [Valeur]) -> Option<&'a Valeur> {
    let wanted = bare(part);
    valeurs.iter().find(|valeur| bare(&valeur.ecrite) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::finding::{Finding, Verdict};

    fn of(
        cell: &str,
        valeurs: &[(&str, &[(&str, &str)])],
    ) -> (Vec<String>, Vec<(Verdict, String, String)>) {
        let mut colonne = Colonne::unknown("services", "");
        for (ecrite, sens) in valeurs {
            let sens = sens.iter().map(|(cle, valeur)| Dit::new(cle, valeur)).collect();
            colonne.valeurs.push(Valeur { ecrite: (*ecrite).to_owned(), sens });
        }
        let mut found: Vec<Finding> = Vec::new();
        let said =
            read(cell, &colonne, &SERVICES, false, &mut Notes::about("services", &mut found));
        let told = found.into_iter().map(|one| (one.verdict, one.code, one.value)).collect();
        (said.into_iter().map(|dit| format!("{}={}", dit.cle, dit.valeur)).collect(), told)
    }

    #[test]
    fn a_cell_is_cut_where_its_values_are_known() {
        let two = [
            "services=Accès internet et matériel informatique",
            "services=Maîtrise des outils numériques du quotidien",
        ];
        for cell in [
            "Accès à Internet en autonomie / Etre initié aux outils numériques",
            "Accès à Internet en autonomie;Etre initié aux outils numériques",
            "{Accès à Internet en autonomie,\"Etre initié aux outils numériques\"}",
            "Accès à Internet en autonomie\nEtre initié aux outils numériques",
        ] {
            assert_eq!(of(cell, &[]).0, two, "{cell}");
        }
        // Brackets hold one value: what they say by the way is not of the list.
        assert_eq!(of("Opérateur (Gratuit, Individuel)", &[]).0, [] as [String; 0]);
        // A comma of a value that is known whole cuts nothing.
        let whole = "Aide aux démarches administratives dématérialisées et accès aux droits ( impôts, caf, …)";
        assert_eq!(of(whole, &[]).0, ["services=Aide aux démarches administratives"]);
    }

    #[test]
    fn what_is_not_known_is_told_and_what_another_list_knows_goes_there() {
        let (said, told) = of(
            "Poterie;Gratuit;Souvent",
            &[("souvent", &[("services", "Loisirs et créations numériques")])],
        );
        assert_eq!(said, ["frais_a_charge=Gratuit", "services=Loisirs et créations numériques"]);
        let told: Vec<(Verdict, &str, &str)> = told
            .iter()
            .map(|(verdict, code, value)| (*verdict, code.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Verdict::Corrige, "separateur", "Poterie;Gratuit;Souvent"),
                (Verdict::Refuse, "valeur-non-reconnue", "Poterie"),
                (Verdict::Corrige, "valeur-autre-cle", "Gratuit"),
                (Verdict::Corrige, "valeur-traduite", "Souvent"),
            ]
        );
    }
}
