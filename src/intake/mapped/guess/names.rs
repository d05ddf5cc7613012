//! What columns are called in files of territories, by the key they become.

use crate::text::fold;

/// Names of columns by key, letters and figures alone, the likeliest first.
#[rustfmt::skip] // One line a key.
static NAMES: [(&str, &[&str]); 36] = [
    ("nom", &["nom", "nomorg", "nomdelastructure", "nomstructure", "nomdulieu", "nomlieu", "nomdelorganisme", "structure", "lieu", "organisme", "etablissement", "denomination", "raisonsociale", "intitule", "libfs", "libelle", "libelle1", "titre", "name"]),
    ("autres_noms", &["autresnoms", "autrenom", "libelle1", "sigle", "nomusuel", "enseigne"]),
    ("commune", &["commune", "ville", "libcom", "nomcommune", "nomcom", "libellecommune", "localite", "municipalite", "city"]),
    ("code_postal", &["codepostal", "cp", "postal", "codpost", "postcode", "zipcode"]),
    ("code_insee", &["codeinsee", "insee", "inseecom", "codecommune", "codeinseecommune", "depcom", "codgeo", "codecom", "comcode"]),
    ("adresse", &["adresse", "adressepostale", "adressecomplete", "adressedulieu", "adressestructure", "adressenumeronomdelavoie", "adresse1", "rue", "voie", "address", "localisation"]),
    ("complement_adresse", &["complementadresse", "complementdadresse", "complement", "adresse2", "batiment"]),
    ("latitude", &["latitude", "lat", "geolat", "coordonneeslatitude", "ylat", "latitudewgs84"]),
    ("longitude", &["longitude", "lon", "lng", "long", "geolon", "xlong", "longitudewgs84"]),
    ("coordonnees", &["coordonnees", "coordonneesgps", "gps", "geopoint", "geopoint2d", "latlon", "latlong", "geometrycoordinates", "geo"]),
    ("telephone", &["telephone", "tel", "telfixe", "telephonefixe", "numerodetelephone", "phone", "telephoneaccueil", "telmobile", "telephonemobile", "portable", "mobile"]),
    ("courriels", &["courriels", "courriel", "mail", "email", "adressemail", "adresseemail", "adressecourriel", "mel", "contactmail"]),
    ("site_web", &["siteweb", "site", "siteinternet", "sites", "url", "web", "lien", "website", "facebook"]),
    ("horaires", &["horaires", "horaire", "horairesouverture", "horairesdouverture", "heuresdouverture", "openinghours", "ouverture", "joursethoraires"]),
    ("presentation_resume", &["presentationresume", "resume", "accroche"]),
    ("presentation_detail", &["presentationdetail", "description", "presentation", "descriptif", "detail", "details", "commentaire", "commentaires", "remarques", "observations", "informations"]),
    ("services", &["services", "service", "thematiques", "thematique", "activites", "prestations", "offre"]),
    ("equipements", &["equipements", "equipement", "materiel", "materiels"]),
    ("typologie", &["typologie", "typestructure", "typedestructure", "statutorg", "typedelieu", "typelieu", "categoriestructure", "typeorganisme"]),
    ("publics_specifiquement_adresses", &["publics", "public", "publicsaccueillis", "publiccible", "publicscibles", "publicconcerne"]),
    ("frais_a_charge", &["conditionsacces", "frais", "gratuite"]),
    ("tarif", &["tarif", "tarifs", "prix", "cout"]),
    ("dispositif_programmes_nationaux", &["labelsnationaux", "label", "labels", "dispositif", "dispositifs"]),
    ("autres_formations_labels", &["labelsautres", "autreslabels"]),
    ("modalites_accompagnement", &["modalitesaccompagnement", "modalites", "accompagnement"]),
    ("modalites_acces", &["modalitesacces", "acces"]),
    ("fiche_acces_libre", &["accessibilite", "ficheacceslibre", "acceslibre"]),
    ("prise_rdv", &["priserdv", "rendezvousenligne", "lienrdv"]),
    ("pivot", &["pivot", "siret", "rna", "numerosiret"]),
    ("id", &["id", "identifiant", "idfs", "reference", "ref"]),
    ("date_maj", &["datemaj", "dernieremaj", "datedemiseajour", "datemiseajour", "datedernieremiseajour", "maj", "updatedat", "lastupdate"]),
    ("structure_parente", &["structureparente", "reseau", "porteur", "structureporteuse", "gestionnaire"]),
    ("source", &["source"]),
    ("langues", &["langues", "languesparlees"]),
    ("venir", &["transports", "transport", "venir", "accestransport"]),
    ("sans_rendez_vous", &["condition", "surrendezvous", "rendezvous"]),
];

/// Parts of longer names, such as questions, by key; the first that is found stands.
static PARTS: [(&str, &str); 22] = [
    ("nomdelastructure", "nom"),
    ("nomdulieu", "nom"),
    ("complementdadresse", "complement_adresse"),
    ("codepostal", "code_postal"),
    ("codeinsee", "code_insee"),
    ("telephone", "telephone"),
    ("courriel", "courriels"),
    ("email", "courriels"),
    ("adressemail", "courriels"),
    ("siteweb", "site_web"),
    ("siteinternet", "site_web"),
    ("adresse", "adresse"),
    ("horaire", "horaires"),
    ("tarif", "tarif"),
    ("jedecris", "presentation_detail"),
    ("description", "presentation_detail"),
    ("presentation", "presentation_detail"),
    ("typedestructure", "typologie"),
    ("equipement", "equipements"),
    ("latitude", "latitude"),
    ("longitude", "longitude"),
    ("miseajour", "date_maj"),
];

/// Columns that are of no use in a guide, by how their names begin, with why.
static USELESS: [(&str, &str); 9] = [
    ("result", "ajoutée par un géocodeur"),
    ("objectid", "numéro de ligne du fichier d’origine"),
    ("cleban", "clé d’un géocodeur"),
    ("epci", "jalon la connaît par la commune"),
    ("intercommunalite", "jalon la connaît par la commune"),
    ("inseedep", "jalon le connaît par la commune"),
    ("departement", "jalon le connaît par la commune"),
    ("region", "jalon la connaît par la commune"),
    ("trajet", "lien vers un plan en ligne"),
];

/// Words of the name of a column that holds what is said of a person.
static PERSONAL: [&str; 5] =
    ["prenom", "personnereferente", "referent", "nomducontact", "interlocuteur"];

/// The name of a column, letters and figures alone.
pub(super) fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// The keys that a name may mean, the likeliest first, with how likely: a rank, small when sure.
pub(super) fn keys(name: &str) -> Vec<(&'static str, usize)> {
    let name = bare(name);
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for (key, names) in &NAMES {
        if let Some(rank) = names.iter().position(|known| *known == name) {
            found.push((key, rank));
        }
    }
    if found.is_empty() {
        let part = PARTS.iter().find(|(part, _)| name.contains(part));
        found.extend(part.map(|(_, key)| (*key, 50)));
    }
    found.sort_by_key(|(_, rank)| *rank);
    found
}

/// Why a column is of no use in a guide.
pub(super) fn useless(name: &str) -> Option<&'static str> {
    let name = bare(name);
    USELESS.iter().find(|(start, _)| name.starts_with(start)).map(|(_, why)| *why)
}

/// Whether a column seems to name persons.
pub(super) fn is_personal(name: &str) -> bool {
    let name = bare(name);
    PERSONAL.iter().any(|word| name.contains(word))
}

/// The keys in the order they choose their columns.
pub(super) fn order() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(key, _)| *key)
}
