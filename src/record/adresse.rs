//! Where something is: the columns of an address, completed and checked by the embedded communes.

use crate::territory::{self, Commune, Named, Point, Unfound};

use super::reader::{At, Reader};

/// A place on the ground.
#[derive(Clone, Debug, Default)]
pub struct Adresse {
    /// The commune, when it was found.
    pub commune: Option<&'static Commune>,
    /// Its postal code: written, or the commune's only one.
    pub code_postal: Option<String>,
    /// Number and street.
    pub adresse: Option<String>,
    /// Building, floor, door.
    pub complement_adresse: Option<String>,
    /// Written coordinates.
    pub point: Option<Point>,
}

impl Adresse {
    /// Whether nothing of it was written.
    pub fn is_empty(&self) -> bool {
        self.commune.is_none()
            && self.adresse.is_none()
            && self.complement_adresse.is_none()
            && self.point.is_none()
    }

    /// Where it is: its own point, or the town hall or the middle of its commune.
    pub fn point(&self) -> Option<Point> {
        self.point.or_else(|| self.commune.and_then(Commune::centre))
    }
}

/// Reads the columns of an address; `departement` decides between homonyms.
pub(super) fn read(r: &mut Reader<'_>, departement: Option<&str>) -> Adresse {
    let commune = r.text_at("commune", "Nom de la commune.");
    let code_postal = r.text_at("code_postal", "Code postal ; par défaut, celui de la commune.");
    let code_insee = r.text_at("code_insee", "Code INSEE ; par défaut, celui de la commune.");
    let adresse = r.text("adresse", "Numéro et rue.");
    let complement_adresse = r.text("complement_adresse", "Bâtiment, étage, porte.");
    let latitude = r.degrees("latitude", "Latitude en degrés (WGS84).", 90.0);
    let longitude = r.degrees("longitude", "Longitude en degrés (WGS84).", 180.0);
    let code_postal =
        code_postal.and_then(|written| judge_postal(r, written, commune.as_ref(), departement));
    let code_insee = code_insee.and_then(|written| judge_insee(r, written));
    let found =
        resolve(r, commune.as_ref(), code_postal.as_ref(), code_insee.as_ref(), departement);
    let completed = found.and_then(|commune| match commune.codes_postaux {
        [only] => Some((*only).to_owned()),
        _ => None,
    });
    Adresse {
        commune: found,
        code_postal: code_postal.map(|written| written.value).or(completed),
        adresse,
        complement_adresse,
        point: point(latitude, longitude),
    }
}

/// Two coordinates make a point; the zeros of an empty spreadsheet do not.
fn point(latitude: Option<f64>, longitude: Option<f64>) -> Option<Point> {
    let (latitude, longitude) = (latitude?, longitude?);
    (latitude != 0.0 || longitude != 0.0).then_some(Point { latitude, longitude })
}

/// Five digits; the commune's own code is proposed, or the zero that was lost.
fn judge_postal(
    r: &mut Reader<'_>,
    written: At<String>,
    commune: Option<&At<String>>,
    departement: Option<&str>,
) -> Option<At<String>> {
    let digits: String = written.value.chars().filter(|c| !c.is_whitespace()).collect();
    let numeric = digits.bytes().all(|b| b.is_ascii_digit());
    if digits.len() == 5 && numeric {
        return Some(At { value: digits, span: written.span });
    }
    let own = commune
        .and_then(|commune| territory::find(&commune.value, None, None, departement).ok())
        .filter(|commune| !commune.codes_postaux.is_empty());
    let remedy = match own {
        Some(commune) => {
            format!("Pour {}, écrivez {}.", commune.nom, commune.codes_postaux.join(" ou "))
        }
        None if digits.len() == 4 && numeric => {
            format!("Le zéro du début s’est perdu : écrivez 0{digits}.")
        }
        None => "Écrivez les cinq chiffres, par exemple 86000.".into(),
    };
    let message = format!("« {} » n’est pas un code postal.", written.value);
    r.error("code-postal-invalide", &written.span, message, remedy);
    None
}

/// The code of an existing commune; a lost zero is named.
fn judge_insee(r: &mut Reader<'_>, written: At<String>) -> Option<At<&'static Commune>> {
    if let Some(commune) = territory::commune(&written.value) {
        return Some(At { value: commune, span: written.span });
    }
    let remedy = match territory::commune(&format!("0{}", written.value)) {
        Some(commune) => {
            format!("Le zéro du début s’est perdu : écrivez {} ({}).", commune.code, commune.nom)
        }
        None => "Effacez la ligne : le nom de la commune suffit.".into(),
    };
    let message = format!("« {} » n’est le code INSEE d’aucune commune.", written.value);
    r.error("code-insee-inconnu", &written.span, message, remedy);
    None
}

/// The commune that name, postal code and INSEE code speak of together.
fn resolve(
    r: &mut Reader<'_>,
    name: Option<&At<String>>,
    postal: Option<&At<String>>,
    insee: Option<&At<&'static Commune>>,
    departement: Option<&str>,
) -> Option<&'static Commune> {
    let found = match (name, insee) {
        (Some(name), _) => {
            let code = insee.map(|commune| commune.value.code);
            let find = |postal| territory::find(&name.value, postal, code, departement);
            // A postal code that fits no commune of this name is a doubt: the name decides.
            let found = match find(postal.map(|postal| postal.value.as_str())) {
                Err(Unfound::PostalCodeOfAnother { .. }) => find(None),
                found => found,
            };
            found.map_or_else(|unfound| explain(r, name, insee, departement, unfound), Some)
        }
        (None, insee) => insee.map(|insee| insee.value),
    };
    if let (Some(commune), Some(postal)) = (found, postal) {
        check_postal(r, commune, postal);
    }
    found
}

/// Says why a commune was not found; the INSEE code, when written, decides all the same.
fn explain(
    r: &mut Reader<'_>,
    name: &At<String>,
    insee: Option<&At<&'static Commune>>,
    departement: Option<&str>,
    unfound: Unfound,
) -> Option<&'static Commune> {
    if let Some(insee) = insee {
        r.warn(
            "commune-et-code",
            &name.span,
            format!("« {} » n’est pas le nom de la commune {}.", name.value, insee.value.code),
            format!("Écrivez « {} », ou corrigez « code_insee ».", insee.value.nom),
        );
        return Some(insee.value);
    }
    let (message, remedy) = match unfound {
        Unfound::NoSuchName { nearest, elsewhere } => {
            no_such_name(&name.value, nearest, &elsewhere, departement)
        }
        Unfound::Ambiguous(communes) => (
            format!(
                "Plusieurs communes s’appellent « {} » : {}.",
                name.value,
                with_codes(&communes)
            ),
            "Ajoutez « code_insee » ou « code_postal ».".into(),
        ),
        Unfound::PostalCodeOfAnother { named, .. } => (
            format!("« {} » n’a pas ce code postal.", name.value),
            format!("Vérifiez-le ; communes de ce nom : {}.", with_codes(&named)),
        ),
        Unfound::CodeOfAnother { of, .. } => (
            format!("Le code INSEE est celui de {}, pas de « {} ».", of.nom, name.value),
            "Corrigez « code_insee » ou « commune ».".into(),
        ),
        Unfound::NoSuchCode { named } => (
            format!("« {} » : le code INSEE n’existe pas.", name.value),
            format!("Communes de ce nom : {}.", with_codes(&named)),
        ),
    };
    r.error("commune-inconnue", &name.span, message, remedy);
    None
}

fn no_such_name(
    name: &str,
    nearest: Option<Named>,
    elsewhere: &[&'static Commune],
    departement: Option<&str>,
) -> (String, String) {
    if !elsewhere.is_empty() {
        return (
            format!("« {name} » n’est pas une commune de ce département."),
            format!("Ajoutez le code INSEE si c’est {}.", with_codes(elsewhere)),
        );
    }
    let message = format!("« {name} » n’est le nom d’aucune commune de France.");
    let remedy = match (of_postal_code(name), nearest.map(|meant| meant.nom)) {
        (Some(remedy), _) => remedy,
        (None, Some(meant)) => format!("Vouliez-vous dire « {meant} » ?"),
        (None, None) => match within(name, departement) {
            Some(commune) => format!("Écrivez seulement le nom de la commune : « {} ».", commune.nom),
            None => "Écrivez le nom de la commune tel qu’il est sur une enveloppe, sans autre mot ; en cas de doute, ajoutez « code_insee ».".into(),
        },
    };
    (message, remedy)
}

/// What to write where a postal code stands in place of a name.
fn of_postal_code(written: &str) -> Option<String> {
    let names: Vec<String> = territory::communes_with_postal_code(written)
        .iter()
        .map(|commune| format!("« {} »", commune.nom))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "C’est un code postal : mettez-le dans « code_postal », et écrivez ici le nom de la commune : {}.",
            names.join(" ou ")
        )
    })
}

/// The commune that other words hide, « Mairie de Poitiers »: that of the longest run of them.
fn within(written: &str, departement: Option<&str>) -> Option<&'static Commune> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let lengths = (1..words.len()).rev();
    lengths
        .flat_map(|length| words.windows(length).rev())
        .find_map(|run| territory::find(&run.join(" "), None, None, departement).ok())
}

/// « Castillon (64181), Castillon (64182) », four at most.
fn with_codes(communes: &[&'static Commune]) -> String {
    let named: Vec<String> = communes
        .iter()
        .take(4)
        .map(|commune| format!("{} ({})", commune.nom, commune.code))
        .collect();
    named.join(", ")
}

/// A postal code of another commune is a doubt, not a mistake; CEDEX codes are let through.
fn check_postal(r: &mut Reader<'_>, commune: &'static Commune, postal: &At<String>) {
    let codes = &commune.codes_postaux;
    let cedex = codes.iter().any(|code| code[..2] == postal.value[..2]);
    let others = territory::communes_with_postal_code(&postal.value);
    if codes.is_empty() || codes.contains(&postal.value.as_str()) || (others.is_empty() && cedex) {
        return;
    }
    let message = match others.first() {
        Some(other) => {
            format!("Ce code postal est celui de {}, pas de {}.", other.nom, commune.nom)
        }
        None => format!("Ce code postal n’est pas celui de {}.", commune.nom),
    };
    let remedy = format!("Pour {}, écrivez {}.", commune.nom, codes.join(" ou "));
    r.warn("code-postal-autre-commune", &postal.span, message, remedy);
}
