//! Which keys a new record proposes, in which order, and which of them wait to be filled in.

use crate::record::Kind;

/// A kind of record that can be begun, as the command names it.
#[derive(Debug, PartialEq, Eq)]
pub struct Model {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The kind of record.
    pub kind: Kind,
    /// Its folder, below that of the guide or of the content.
    pub folder: &'static str,
    /// Whether it belongs to a guide.
    pub in_guide: bool,
    /// Keys by their paths: those after `!` wait to be filled in, the others are proposed as comments.
    pub(super) keys: &'static [&'static str],
}

/// Keys that end the first part of most records.
const WHO_SAYS: [&str; 6] =
    ["verifie", "verifie.le", "verifie.par", "verifie.comment", "tous_les", "interne"];

impl Model {
    /// The keys proposed, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        let all = matches!(self.kind, Kind::Acteur | Kind::Evenement);
        self.keys.iter().copied().chain(WHO_SAYS.into_iter().filter(move |_| all))
    }

    /// Whether its sheet has a key.
    pub fn has(&self, key: &str) -> bool {
        self.keys().any(|own| own.trim_start_matches('!') == key)
    }

    /// The model of a name; a plural or an accent is no other name.
    pub fn named(name: &str) -> Option<&'static Self> {
        let wanted = crate::text::fold(name);
        let wanted = wanted.trim_end_matches('s');
        MODELS.iter().find(|model| model.name == wanted)
    }
}

/// Examples that say more than those of the shape of a key, as YAML.
pub(super) const EXAMPLES: [(&str, &str); 12] = [
    ("a_apporter", "[une pièce d’identité, votre téléphone]"),
    ("autres_noms", "[ancien nom, sigle]"),
    ("changements.raison", "congés"),
    ("departements", "[\"67\", \"68\"]"),
    ("equipements.nom", "ordinateur"),
    ("fourni", "[salle, ordinateurs]"),
    ("labels", "[Territoire d’action numérique inclusif]"),
    ("permanences.qui", "conseiller numérique"),
    ("places", "8"),
    ("sauf", "[vacances scolaires]"),
    ("seances.nombre", "10"),
    ("tournee.base", "place de la mairie"),
];

/// Every model.
#[rustfmt::skip] // Keys stand in lines as they are read.
pub static MODELS: [Model; 8] = [
    Model {
        name: "acteur",
        about: "un lieu ou un organisme qui aide",
        kind: Kind::Acteur,
        folder: "acteurs",
        in_guide: true,
        keys: &[
            "!nom", "!commune", "adresse", "complement_adresse", "sorte", "autres_noms", "presentation_resume", "telephone",
            "courriels", "site_web", "horaires", "services", "modalites_acces", "modalites_accompagnement",
            "frais_a_charge", "sans_rendez_vous", "niveau_aide", "demarches_papier", "equipements",
            "publics_specifiquement_adresses", "langues", "accessibilite", "venir", "a_apporter", "structure_parente",
            "dispositif_programmes_nationaux", "permanences", "permanences.chez", "permanences.qui", "permanences.horaires",
            "permanences.du", "permanences.au", "changements", "changements.du", "changements.au", "changements.etat",
            "changements.raison",
        ],
    },
    Model {
        name: "tournee",
        about: "un bus ou un triporteur, et ses arrêts",
        kind: Kind::Acteur,
        folder: "acteurs",
        in_guide: true,
        keys: &[
            "!nom", "!commune", "presentation_resume", "telephone", "!tournee", "tournee.base", "tournee.sauf",
            "!tournee.arrets", "!tournee.arrets.nom", "!tournee.arrets.commune", "!tournee.arrets.ou",
            "!tournee.arrets.horaires", "autres_noms", "courriels", "site_web", "services", "modalites_accompagnement",
            "frais_a_charge", "sans_rendez_vous", "demarches_papier", "equipements", "changements", "changements.le",
            "changements.arret", "changements.etat", "changements.raison",
        ],
    },
    Model {
        name: "evenement",
        about: "un atelier ou une rencontre, à des jours nommés",
        kind: Kind::Evenement,
        folder: "evenements",
        in_guide: true,
        keys: &[
            "!nom", "sorte", "organisateur", "!chez", "commune", "adresse", "!dates", "!dates.le", "!dates.horaires",
            "presentation_resume", "services", "frais_a_charge", "publics_specifiquement_adresses", "places", "inscription",
            "inscription.telephone", "inscription.courriel", "inscription.avant", "a_apporter",
        ],
    },
    Model {
        name: "serie",
        about: "un parcours : plusieurs séances à jour fixe",
        kind: Kind::Evenement,
        folder: "evenements",
        in_guide: true,
        keys: &[
            "!nom", "sorte", "organisateur", "!chez", "commune", "adresse", "!seances", "!seances.quand", "!seances.du",
            "!seances.au", "seances.nombre", "seances.duree", "choix_des_seances", "sauf", "presentation_resume",
            "services", "frais_a_charge", "publics_specifiquement_adresses", "avant_de_venir", "fourni", "places",
            "inscription", "inscription.telephone", "inscription.courriel", "inscription.avant", "a_apporter", "a_la_fin",
        ],
    },
    Model {
        name: "dispositif",
        about: "un programme ou un label, expliqué une fois",
        kind: Kind::Dispositif,
        folder: "dispositifs",
        in_guide: false,
        keys: &[
            "!nom", "!en_six_mots", "presentation_resume", "autres_noms", "porte_par", "depuis", "lien", "terme_national",
        ],
    },
    Model {
        name: "territoire",
        about: "ce qu’on dit d’un quartier, d’un réseau, d’une intercommunalité",
        kind: Kind::Territoire,
        folder: "territoires",
        in_guide: false,
        keys: &[
            "!nom", "!sorte", "code", "!communes", "presentation_resume", "coordinateur", "labels", "strategie",
        ],
    },
    Model {
        name: "calendrier",
        about: "des jours fériés ou des vacances que jalon ne connaît pas",
        kind: Kind::Calendrier,
        folder: "calendriers",
        in_guide: false,
        keys: &[
            "!nom", "!vacances_scolaires", "departements", "!jours", "!jours.du", "!jours.au", "!jours.nom", "source",
        ],
    },
    Model {
        name: "page",
        about: "un texte du guide, en Markdown",
        kind: Kind::Page,
        folder: "pages",
        in_guide: true,
        keys: &["!titre", "presentation_resume", "date_maj"],
    },
];
