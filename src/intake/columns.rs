//! The 32 columns of the national schema « Lieux de médiation numérique » and what each one holds.

use crate::text::fold;
use crate::vocabulary::{
    DISPOSITIF_PROGRAMMES_NATIONAUX, FORMATIONS_LABELS, FRAIS_A_CHARGE, ITINERANCE,
    MODALITES_ACCES, MODALITES_ACCOMPAGNEMENT, PRISE_EN_CHARGE_SPECIFIQUE,
    PUBLICS_SPECIFIQUEMENT_ADRESSES, SERVICES, TYPOLOGIE, Vocabulary,
};

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// The record's identifier.
    Id,
    /// SIRET, RNA or RIDET.
    Pivot,
    /// One of the three columns that say which commune; read together.
    Commune,
    /// One of the two coordinates; read together.
    Point,
    /// Words on one line.
    Words,
    /// Text that may have several lines.
    Text,
    /// Values of a list of the standard.
    Terms(&'static Vocabulary),
    /// Free words, several.
    Several,
    /// One phone number.
    Phone,
    /// E-mail addresses.
    Emails,
    /// Addresses of the web.
    Sites,
    /// One address of the web.
    Site,
    /// Opening hours.
    Hours,
    /// A day.
    Day,
}

/// The columns in the order of the schema, version 1.0.2.
#[rustfmt::skip] // One line a column.
pub static COLUMNS: [(&str, Holds); 32] = [
    ("id", Holds::Id),
    ("pivot", Holds::Pivot),
    ("nom", Holds::Words),
    ("commune", Holds::Commune),
    ("code_postal", Holds::Commune),
    ("code_insee", Holds::Commune),
    ("adresse", Holds::Words),
    ("complement_adresse", Holds::Words),
    ("latitude", Holds::Point),
    ("longitude", Holds::Point),
    ("typologie", Holds::Terms(&TYPOLOGIE)),
    ("telephone", Holds::Phone),
    ("courriels", Holds::Emails),
    ("site_web", Holds::Sites),
    ("horaires", Holds::Hours),
    ("presentation_resume", Holds::Text),
    ("presentation_detail", Holds::Text),
    ("source", Holds::Words),
    ("itinerance", Holds::Terms(&ITINERANCE)),
    ("structure_parente", Holds::Words),
    ("date_maj", Holds::Day),
    ("services", Holds::Terms(&SERVICES)),
    ("publics_specifiquement_adresses", Holds::Terms(&PUBLICS_SPECIFIQUEMENT_ADRESSES)),
    ("prise_en_charge_specifique", Holds::Terms(&PRISE_EN_CHARGE_SPECIFIQUE)),
    ("frais_a_charge", Holds::Terms(&FRAIS_A_CHARGE)),
    ("dispositif_programmes_nationaux", Holds::Terms(&DISPOSITIF_PROGRAMMES_NATIONAUX)),
    ("formations_labels", Holds::Terms(&FORMATIONS_LABELS)),
    ("autres_formations_labels", Holds::Several),
    ("modalites_acces", Holds::Terms(&MODALITES_ACCES)),
    ("modalites_accompagnement", Holds::Terms(&MODALITES_ACCOMPAGNEMENT)),
    ("fiche_acces_libre", Holds::Site),
    ("prise_rdv", Holds::Site),
];

/// The place in [`COLUMNS`] of what a file calls a column; capitals, accents, signs and a plural do not count.
pub fn column(header: &str) -> Option<usize> {
    let written = key(header);
    COLUMNS.iter().position(|(name, _)| key(name) == written)
}

fn key(name: &str) -> String {
    let letters: String = fold(name).chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    letters.trim_end_matches('s').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(header: &str) -> Option<&'static str> {
        column(header).map(|index| COLUMNS[index].0)
    }

    #[test]
    fn columns_as_files_name_them() {
        assert_eq!(named(" Nom "), Some("nom"));
        assert_eq!(named("CODE POSTAL"), Some("code_postal"));
        assert_eq!(named("Complément d'adresse"), None);
        assert_eq!(named("Complement-adresse"), Some("complement_adresse"));
        assert_eq!(named("téléphone"), Some("telephone"));
        assert_eq!(named("courriel"), Some("courriels"));
        assert_eq!(
            named("Publics spécifiquement adressés"),
            Some("publics_specifiquement_adresses")
        );
        assert_eq!(named("cle_ban"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn every_column_is_told_from_the_others() {
        for (index, (name, _)) in COLUMNS.iter().enumerate() {
            assert_eq!(column(name), Some(index));
        }
    }
}
