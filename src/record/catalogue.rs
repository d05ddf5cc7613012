//! The fields of each kind of record, as its reader asks for them: one source for manual and schemas.

/// One key of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What its value looks like, in French.
    pub shape: &'static str,
    /// What it means, in French.
    pub about: &'static str,
    /// Whether a record without it is refused, whatever its other keys say.
    pub required: bool,
    /// Whether it takes several values.
    pub many: bool,
    /// The keys inside, when the value is made of keys.
    pub inner: Vec<Field>,
}

impl Field {
    /// A key without keys inside.
    pub fn new(name: &'static str, shape: &'static str, about: &'static str) -> Self {
        Self { name, shape, about, required: false, many: false, inner: Vec::new() }
    }

    /// The same key, with a list of such values; one value alone is a list of one.
    pub(super) fn listed(self) -> Self {
        Self { many: true, ..self }
    }
}

/// The fields a reader was asked for, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The fields.
    pub fields: Vec<Field>,
    /// Those that a reader misses: it may say so before it asks for them.
    pub(super) missed: Vec<&'static str>,
}

impl Catalogue {
    /// The fields, each knowing whether it may be left out.
    pub(super) fn settled(self) -> Vec<Field> {
        let Self { mut fields, missed } = self;
        for field in &mut fields {
            field.required = missed.contains(&field.name);
        }
        fields
    }
}

/// A value of each shape; words, names and lists of the vocabulary have none.
#[rustfmt::skip] // One line a shape.
const SAMPLES: [(&str, &str); 18] = [
    ("oui ou non", "oui"),
    ("nombre entier", "8"),
    ("degrés décimaux", "46.58"),
    ("date AAAA-MM-JJ", "2026-12-08"),
    ("mois AAAA-MM, année ou date", "2022-04"),
    ("intervalle", "6 mois"),
    ("durée", "2h30"),
    ("horaires", "mardi et jeudi 9h-12h, 14h-17h"),
    ("heures", "14h-16h"),
    ("liste d’exceptions", "[jours fériés, vacances scolaires]"),
    ("téléphone", "05 36 49 00 00"),
    ("adresse web", "https://www.exemple.fr"),
    ("liste d’adresses web", "[https://www.exemple.fr]"),
    ("courriel", "accueil@exemple.fr"),
    ("liste de courriels", "[accueil@exemple.fr]"),
    ("identifiant d’une autre fiche", "mediatheque-lusignan"),
    ("liste d’identifiants d’autres fiches", "[mediatheque-lusignan, bus-dclics]"),
    ("liste de textes", "[premier, second]"),
];

/// A value of a shape, as YAML that can be written after the key.
pub fn sample(shape: &str) -> Option<&'static str> {
    SAMPLES.iter().find(|(known, _)| *known == shape).map(|(_, sample)| *sample)
}
