//! Who helps, and where.

use crate::calendar::{Date, Horaires, Since, TimeSpan};
use crate::vocabulary::{self, Term};

use super::adresse::{self, Adresse};
use super::fiche::{self, Fiche};
use super::passage::{Permanence, Tournee, read_permanence, read_tournee};
use super::reader::{At, Reader};
use super::values::in_plain_words;

/// The kind of what people visit.
pub const LIEU: &str = "lieu";
/// The kind of what comes to people.
const ITINERANT: &str = "itinérant";

/// A person or body that helps, gathers or pays, and where it is found.
#[derive(Clone, Debug)]
pub struct Acteur {
    /// What every record says.
    pub fiche: Fiche,
    /// Kind, a label of the vocabulary; a place unless written, itinerant when it has a tour.
    pub sorte: &'static str,
    /// Legal form.
    pub forme: Option<&'static Term>,
    /// How far it works.
    pub portee: Option<&'static Term>,
    /// SIRET, RNA or RIDET.
    pub pivot: Option<String>,
    /// Where.
    pub adresse: Adresse,
    /// Kinds of structure, by the standard's codes.
    pub typologie: Vec<&'static Term>,
    /// One phone number, in pairs.
    pub telephone: Option<String>,
    /// E-mail addresses.
    pub courriels: Vec<String>,
    /// Web sites.
    pub site_web: Vec<String>,
    /// Opening hours.
    pub horaires: Option<At<Horaires>>,
    /// Fixed or itinerant, as the standard says.
    pub itinerance: Vec<&'static Term>,
    /// The network or body it belongs to: an id or a text.
    pub structure_parente: Option<At<String>>,
    /// What is done here, as the standard says.
    pub services: Vec<&'static Term>,
    /// Who is specially welcome.
    pub publics_specifiquement_adresses: Vec<&'static Term>,
    /// Which difficulty is known how to be met.
    pub prise_en_charge_specifique: Vec<&'static Term>,
    /// Free, free on condition, paid.
    pub frais_a_charge: Vec<&'static Term>,
    /// National programmes.
    pub dispositif_programmes_nationaux: Vec<Label>,
    /// Trainings and labels of the standard.
    pub formations_labels: Vec<Label>,
    /// Other trainings and labels.
    pub autres_formations_labels: Vec<String>,
    /// How to reach it.
    pub modalites_acces: Vec<&'static Term>,
    /// Alone, one to one, in a group, remotely.
    pub modalites_accompagnement: Vec<&'static Term>,
    /// Page on acceslibre.beta.gouv.fr.
    pub fiche_acces_libre: Option<String>,
    /// Where to book online.
    pub prise_rdv: Option<String>,
    /// With or without appointment: oui, non, appelez avant de venir.
    pub sans_rendez_vous: Option<&'static Term>,
    /// Everybody is welcome, without condition.
    pub inconditionnel: Option<bool>,
    /// Done for you, with you, or taught.
    pub niveau_aide: Vec<&'static Term>,
    /// Procedures on paper too.
    pub demarches_papier: Option<bool>,
    /// What can be used there.
    pub equipements: Vec<Equipement>,
    /// Computers for use alone.
    pub acces_libre: Option<AccesLibre>,
    /// Languages spoken.
    pub langues: Vec<String>,
    /// Access for wheelchairs and others, in plain sentences.
    pub accessibilite: Option<String>,
    /// How to come.
    pub venir: Option<String>,
    /// Price in words.
    pub tarif: Option<String>,
    /// For whom only.
    pub reserve_a: Option<ReserveA>,
    /// What to bring.
    pub a_apporter: Vec<String>,
    /// The quartier, an id of a territory.
    pub quartier: Option<At<String>>,
    /// Local networks, ids of territories or actors.
    pub reseaux: Vec<At<String>>,
    /// Roles in the pass numérique.
    pub pass_numerique: Vec<&'static Term>,
    /// Closures and other changes, with dates.
    pub changements: Vec<Changement>,
    /// A person who agreed to be named.
    pub contact_personne: Option<ContactPersonne>,
    /// Permanences held elsewhere, or held here by others.
    pub permanences: Vec<Permanence>,
    /// Its tour.
    pub tournee: Option<Tournee>,
}

/// A programme or label, with the time it holds.
#[derive(Clone, Debug)]
pub struct Label {
    /// The standard's term.
    pub term: &'static Term,
    /// Since when.
    pub depuis: Option<Since>,
    /// Until when.
    pub jusqu_au: Option<Date>,
}

/// A thing that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipement {
    /// What, in plain words.
    pub nom: String,
    /// How many, when known.
    pub nombre: Option<u32>,
}

/// Computers that may be used alone.
#[derive(Clone, Debug)]
pub struct AccesLibre {
    /// How many.
    pub postes: Option<u32>,
    /// When: not always the hours of help.
    pub horaires: Option<At<Horaires>>,
}

/// Who may come.
#[derive(Clone, Debug, Default)]
pub struct ReserveA {
    /// Names of quartiers.
    pub quartiers: Vec<String>,
    /// Names of communes.
    pub communes: Vec<String>,
    /// In plain words.
    pub texte: Option<String>,
}

/// A closure or another change that has dates and expires by itself.
#[derive(Clone, Debug)]
pub struct Changement {
    /// First day.
    pub du: Date,
    /// Last day; the same for one day, none when nobody knows.
    pub au: Option<Date>,
    /// What happens.
    pub etat: &'static Term,
    /// The stop concerned, by its name.
    pub arret: Option<String>,
    /// Hours of the day or days.
    pub horaires: Vec<TimeSpan>,
    /// Why.
    pub raison: Option<String>,
    /// Where its stop is written, or its first key.
    pub span: std::ops::Range<usize>,
}

/// A person who agreed to be named, or reached, in public.
#[derive(Clone, Debug)]
pub struct ContactPersonne {
    /// Name; none when the person agreed only that their number or e-mail is told.
    pub nom: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Until when the agreement holds.
    pub accord_jusqu_au: Date,
}

impl Acteur {
    /// Whether people may come to it for help: networks and funders are not places to visit.
    pub fn est_un_lieu(&self) -> bool {
        matches!(self.sorte, LIEU | ITINERANT)
    }
}

/// Reads an actor; `departement` decides between communes of one name.
#[allow(clippy::too_many_lines, reason = "one line a key: the table of the manual")]
pub(super) fn read(r: &mut Reader<'_>, default_id: &str, departement: Option<&str>) -> Acteur {
    let fiche = fiche::read(r, default_id);
    let written_sorte = r.term(
        "sorte",
        "Quelle sorte d’acteur ; un lieu si rien n’est écrit.",
        &vocabulary::ACTEUR_SORTE,
    );
    let adresse = adresse::read(r, departement);
    let tournee = r.map("tournee", "Les arrêts d’un bus ou d’un triporteur.", |r| {
        read_tournee(r, departement)
    });
    let inferred = if tournee.is_some() { ITINERANT } else { LIEU };
    let sorte = written_sorte.map_or(inferred, |term| term.label);
    if matches!(sorte, LIEU | ITINERANT) && !r.is_documenting() && !r.holds("code_insee") {
        r.missing("commune");
    }
    Acteur {
        fiche,
        sorte,
        forme: r.term("forme", "Forme juridique.", &vocabulary::FORME),
        portee: r.term("portee", "Jusqu’où il travaille.", &vocabulary::PORTEE),
        pivot: pivot(r),
        adresse,
        typologie: r.terms(
            "typologie",
            "Type de structure, code ou mots de la norme.",
            &vocabulary::TYPOLOGIE,
        ),
        telephone: r.phone("telephone", "Un seul numéro, en clair."),
        courriels: r
            .emails("courriels", "Adresses de courriel, plutôt d’un service que d’une personne."),
        site_web: r.urls("site_web", "Sites web, adresse entière."),
        horaires: r.hours("horaires", "Quand c’est ouvert : OSM, phrase, ou jour par jour."),
        itinerance: r.terms(
            "itinerance",
            "Itinérant ou fixe, au sens de la norme.",
            &vocabulary::ITINERANCE,
        ),
        structure_parente: r
            .reference("structure_parente", "Le réseau ou l’organisme : un identifiant ou un nom."),
        services: r.terms(
            "services",
            "Ce qu’on y fait, avec les mots de la norme.",
            &vocabulary::SERVICES,
        ),
        publics_specifiquement_adresses: r.terms(
            "publics_specifiquement_adresses",
            "Les publics particulièrement accueillis.",
            &vocabulary::PUBLICS_SPECIFIQUEMENT_ADRESSES,
        ),
        prise_en_charge_specifique: r.terms(
            "prise_en_charge_specifique",
            "Les difficultés pour lesquelles l’équipe est formée.",
            &vocabulary::PRISE_EN_CHARGE_SPECIFIQUE,
        ),
        frais_a_charge: r.terms(
            "frais_a_charge",
            "Gratuit, gratuit sous condition, payant.",
            &vocabulary::FRAIS_A_CHARGE,
        ),
        dispositif_programmes_nationaux: labels(
            r,
            "dispositif_programmes_nationaux",
            "Programmes nationaux : un nom, ou {nom, depuis, jusqu_au}.",
            &vocabulary::DISPOSITIF_PROGRAMMES_NATIONAUX,
        ),
        formations_labels: labels(
            r,
            "formations_labels",
            "Formations et labels de la norme : un nom, ou {nom, depuis, jusqu_au}.",
            &vocabulary::FORMATIONS_LABELS,
        ),
        autres_formations_labels: r
            .texts("autres_formations_labels", "Autres formations et labels."),
        modalites_acces: r.terms(
            "modalites_acces",
            "Comment y accéder.",
            &vocabulary::MODALITES_ACCES,
        ),
        modalites_accompagnement: r.terms(
            "modalites_accompagnement",
            "Seul, à deux, en groupe, à distance.",
            &vocabulary::MODALITES_ACCOMPAGNEMENT,
        ),
        fiche_acces_libre: r.url("fiche_acces_libre", "Page du lieu sur Acceslibre."),
        prise_rdv: r.url("prise_rdv", "Où prendre rendez-vous en ligne."),
        sans_rendez_vous: r.term(
            "sans_rendez_vous",
            "oui, non, ou « appelez avant de venir » ; jamais deviné.",
            &vocabulary::SANS_RENDEZ_VOUS,
        ),
        inconditionnel: r.flag("inconditionnel", "Tout le monde est accueilli, sans condition."),
        niveau_aide: r.terms(
            "niveau_aide",
            "Faire à la place, avec, ou apprendre.",
            &vocabulary::NIVEAU_AIDE,
        ),
        demarches_papier: r
            .flag("demarches_papier", "On peut aussi faire ses démarches sur papier."),
        equipements: equipements(r),
        acces_libre: r.map("acces_libre", "Ordinateurs à utiliser seul.", read_acces_libre),
        langues: r.words("langues", "Langues parlées, LSF et FALC compris.", &vocabulary::LANGUES),
        accessibilite: r
            .text("accessibilite", "Accès en fauteuil et autres aides, en phrases simples."),
        venir: r.text("venir", "Comment venir : bus, arrêt, parking."),
        tarif: r.text("tarif", "Le prix, en mots."),
        reserve_a: r.map("reserve_a", "Pour qui seulement.", read_reserve_a),
        a_apporter: r.texts("a_apporter", "Ce qu’il faut apporter."),
        quartier: r.reference("quartier", "Le quartier, un identifiant de « territoires »."),
        reseaux: r
            .references("reseaux", "Réseaux locaux, identifiants de « territoires » ou d’acteurs."),
        pass_numerique: r.terms(
            "pass_numerique",
            "Rôle dans le pass numérique.",
            &vocabulary::PASS_NUMERIQUE,
        ),
        changements: r
            .maps("changements", "Fermetures et autres changements datés.", read_changement)
            .into_iter()
            .flatten()
            .collect(),
        contact_personne: r
            .map("contact_personne", "Une personne qui accepte d’être nommée.", read_contact)
            .flatten(),
        permanences: r.maps(
            "permanences",
            "Permanences tenues ailleurs, ou tenues ici par d’autres.",
            read_permanence,
        ),
        tournee,
    }
}

/// Fourteen digits with their key, nine for an RNA: the standard's identifier of a structure.
fn pivot(r: &mut Reader<'_>) -> Option<String> {
    let written = r.text_at("pivot", "SIRET (14 chiffres), ou numéro RNA d’une association.")?;
    let value: String = written.value.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    let rna = value.len() == 10 && value.starts_with('W');
    if value.bytes().all(|b| b == b'0') {
        // Upstream files write zeros for « unknown »: nothing is said of it.
        return None;
    }
    if (digits && value.len() == 14 && luhn(&value))
        || rna
        || (9..=10).contains(&value.len()) && !digits
    {
        return Some(value);
    }
    let remedy = match (digits, value.len()) {
        (true, 14) => "Un chiffre est faux : recopiez-le depuis un papier officiel.".to_owned(),
        (true, length) => format!("Un SIRET a 14 chiffres ; celui-ci en a {length}."),
        _ => "Écrivez les 14 chiffres du SIRET, ou effacez la ligne.".into(),
    };
    r.warn(
        "siret-invalide",
        &written.span,
        format!("« {} » n’est pas un SIRET.", written.value),
        remedy,
    );
    None
}

/// The key of a SIRET (Luhn); La Poste's own numbers (SIREN 356 000 000) add up to a multiple of 5.
fn luhn(siret: &str) -> bool {
    let digits = siret.bytes().map(|b| u32::from(b - b'0'));
    if siret.starts_with("356000000") {
        return digits.sum::<u32>() % 5 == 0;
    }
    let double = |(index, digit): (usize, u32)| match (index % 2, digit * 2) {
        (0, twice) if twice > 9 => twice - 9,
        (0, twice) => twice,
        _ => digit,
    };
    digits.enumerate().map(double).sum::<u32>() % 10 == 0
}

/// Labels: a name, or a name with its dates.
fn labels(
    r: &mut Reader<'_>,
    key: &'static str,
    about: &'static str,
    vocabulary: &'static vocabulary::Vocabulary,
) -> Vec<Label> {
    r.texts_or_maps(
        key,
        about,
        |r, name| {
            Some(Label {
                term: r.judge_term(key, &name, vocabulary)?,
                depuis: None,
                jusqu_au: None,
            })
        },
        |r| {
            let term = r.term("nom", "Le nom, avec les mots de la norme.", vocabulary);
            let depuis = r.since("depuis", "Depuis quand.");
            let jusqu_au = r.date("jusqu_au", "Jusqu’à quand.");
            if term.is_none() {
                r.missing("nom");
            }
            Some(Label { term: term?, depuis, jusqu_au })
        },
    )
}

fn equipements(r: &mut Reader<'_>) -> Vec<Equipement> {
    let plain = |name: String| in_plain_words(name, &vocabulary::EQUIPEMENTS);
    r.texts_or_maps(
        "equipements",
        "Ce qu’on peut utiliser : un nom, ou {nom, nombre}.",
        |_, name| Some(Equipement { nom: plain(name.value), nombre: None }),
        |r| {
            let nom = r.required("nom", "Quoi : ordinateur, imprimante, scanner, wifi…");
            let nombre = r.number("nombre", "Combien.");
            Some(Equipement { nom: plain(nom?), nombre })
        },
    )
}

fn read_acces_libre(r: &mut Reader<'_>) -> AccesLibre {
    AccesLibre {
        postes: r.number("postes", "Combien d’ordinateurs."),
        horaires: r.hours("horaires", "Quand."),
    }
}

pub(super) fn read_reserve_a(r: &mut Reader<'_>) -> ReserveA {
    ReserveA {
        quartiers: r.texts("quartiers", "Habitants de ces quartiers."),
        communes: r.texts("communes", "Habitants de ces communes."),
        texte: r.text("texte", "En mots simples."),
    }
}

fn read_changement(r: &mut Reader<'_>) -> Option<Changement> {
    let le = r.date("le", "Le jour, s’il n’y en a qu’un.");
    let (du, au) = r.period();
    let etat = r.term(
        "etat",
        "Fermé, horaires changés, complet, déplacé, annulé.",
        &vocabulary::CHANGEMENTS_ETAT,
    );
    let arret = r.text_at("arret", "L’arrêt de la tournée concerné.");
    let horaires = r.times("horaires", "Les heures de ces jours-là.");
    let raison = r.text("raison", "Pourquoi, en mots simples.");
    if !r.is_documenting() && !r.holds("le") && !r.holds("du") {
        r.missing("du");
    }
    if etat.is_none() {
        r.missing("etat");
    }
    let span = arret.as_ref().map_or_else(|| r.first_line(), |arret| arret.span.clone());
    let first = le.or(du)?;
    Some(Changement {
        span,
        du: first,
        au: if le.is_some() { le } else { au },
        etat: etat?,
        arret: arret.map(|arret| arret.value),
        horaires,
        raison,
    })
}

fn read_contact(r: &mut Reader<'_>) -> Option<ContactPersonne> {
    let nom = r.text(
        "nom",
        "Nom de la personne, avec son accord. Sans nom, elle accepte seulement que son numéro ou son courriel soit publié.",
    );
    let role = r.text("role", "Son rôle.");
    let accord = r.date("accord_jusqu_au", "Jusqu’à quand elle accepte d’être nommée.");
    if accord.is_none() {
        r.missing("accord_jusqu_au");
    }
    Some(ContactPersonne { nom, role, accord_jusqu_au: accord? })
}

impl ContactPersonne {
    /// Whether the agreement holds on a day.
    pub fn accepte(&self, day: Date) -> bool {
        self.accord_jusqu_au >= day
    }
}
