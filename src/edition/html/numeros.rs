//! Public numbers: those of emergencies, and those that answer about a procedure.

use serde::Serialize;

use crate::guide::Guides;
use crate::record::savoir::NumeroUtile;
use crate::text::{phone, sentence, typography};

use super::fiche::tel;

/// A public number, as templates see it.
#[derive(Debug, Serialize)]
pub(in crate::edition) struct Numero {
    pub numero: String,
    pub appel: String,
    pub nom: String,
    /// What for, when, and for how much.
    pub lignes: Vec<String>,
}

/// Numbers of emergencies have two or three figures and begin with 1 (plan national de numérotation).
pub(in crate::edition) fn is_emergency(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.len() <= 3 && digits.starts_with('1')
}

/// The numbers of emergencies, in the order written.
pub(in crate::edition) fn emergencies(guides: &Guides) -> Vec<Numero> {
    guides.numeros.iter().filter(|numero| is_emergency(&numero.numero)).map(numero).collect()
}

/// The other numbers, in the order written.
pub(in crate::edition) fn others(guides: &Guides) -> Vec<Numero> {
    guides.numeros.iter().filter(|numero| !is_emergency(&numero.numero)).map(numero).collect()
}

fn numero(written: &NumeroUtile) -> Numero {
    let terms: Vec<String> = [&written.horaires, &written.cout]
        .into_iter()
        .flatten()
        .map(|text| typography(text))
        .collect();
    let terms = if terms.is_empty() { String::new() } else { sentence(&terms.join(", ")) };
    let lines = [sentence(&typography(&written.pour_quoi)), terms];
    Numero {
        numero: phone(&written.numero),
        appel: tel(&written.numero),
        nom: typography(&written.nom),
        lignes: lines.into_iter().filter(|line| !line.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emergencies_are_short() {
        for number in ["15", "112", "114", "119"] {
            assert!(is_emergency(number), "{number}");
        }
        for number in ["3939", "116 000", "0 805 805 817", "33700"] {
            assert!(!is_emergency(number), "{number}");
        }
    }
}
