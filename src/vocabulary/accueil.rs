//! How one is received: price, ways to reach the place, ways to be helped, fixed or moving.

use super::list::Vocabulary;
use super::term::{Term, told};

/// `frais_a_charge`.
pub static FRAIS_A_CHARGE: Vocabulary = Vocabulary::closed("frais_a_charge", FRAIS, OLDER_FRAIS);

/// `modalites_acces`. None of them says that a place receives without appointment.
pub static MODALITES_ACCES: Vocabulary = Vocabulary::closed("modalites_acces", ACCES, OLDER_ACCES);

/// `modalites_accompagnement`.
pub static MODALITES_ACCOMPAGNEMENT: Vocabulary =
    Vocabulary::closed("modalites_accompagnement", ACCOMPAGNEMENT, OLDER_ACCOMPAGNEMENT);

/// `itinerance`.
pub static ITINERANCE: Vocabulary =
    Vocabulary::closed("itinerance", ITINERANCES, OLDER_ITINERANCES);

#[rustfmt::skip]
const FRAIS: &[Term] = &[
    told("Gratuit", "gratuit", "C’est gratuit."),
    told("Gratuit sous condition", "gratuit dans certains cas", "C’est gratuit dans certains cas : demandez avant de venir."),
    told("Payant", "payant", "C’est payant : demandez le prix avant de venir."),
];

// Membership and vouchers: the schema itself (v1) counts them as conditions of a free service.
#[rustfmt::skip]
const OLDER_FRAIS: &[(&str, &str)] = &[
    ("Gratuit : Je peux accéder gratuitement au lieu et à ses services", "Gratuit"), ("Gratuite", "Gratuit"), ("C’est gratuit", "Gratuit"),
    ("Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention avec un organisme social...)", "Gratuit sous condition"),
    ("Gratuit sous condition : La gratuité est conditionnée à des critères (adhésion, situation familiale, convention avec un organisme social, pass numériques…)", "Gratuit sous condition"),
    ("Gratuit sous conditions", "Gratuit sous condition"),
    ("Adhésion", "Gratuit sous condition"),
    ("Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer", "Gratuit sous condition"),
    ("Accepte le Pass numérique", "Gratuit sous condition"),
    ("Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique pour accéder au lieu", "Gratuit sous condition"),
    ("Payant : L'accès au lieu et/ou à ses services est payant", "Payant"), ("Payante", "Payant"),
];

#[rustfmt::skip]
const ACCES: &[Term] = &[
    told("Se présenter", "se présenter sur place", "Présentez-vous sur place : on vous reçoit ou on vous donne un rendez-vous."),
    told("Téléphoner", "téléphoner", "Appelez pour demander de l’aide ou un rendez-vous."),
    told("Contacter par mail", "écrire un courriel", "Écrivez un courriel pour demander de l’aide ou un rendez-vous."),
    told("Prendre un RDV en ligne", "prendre rendez-vous sur Internet", "Prenez rendez-vous sur Internet, ou demandez à un proche de le faire."),
    told("Ce lieu n'accueille pas de public", "ne reçoit pas de public", "Ce lieu ne reçoit pas de public : ne vous déplacez pas."),
    told("Envoyer un mail avec une fiche de prescription", "passer par un travailleur social", "Un professionnel, par exemple une assistante sociale, doit d’abord écrire pour vous."),
];

#[rustfmt::skip]
const OLDER_ACCES: &[(&str, &str)] = &[
    ("Sur place", "Se présenter"), ("Venir sur place", "Se présenter"), ("Se présenter sur place", "Se présenter"),
    ("Par téléphone", "Téléphoner"), ("Appeler", "Téléphoner"),
    ("Par mail", "Contacter par mail"), ("Par courriel", "Contacter par mail"), ("Contacter par courriel", "Contacter par mail"),
    ("Envoyer un mail", "Contacter par mail"), ("Envoyer un courriel", "Contacter par mail"),
    ("RDV en ligne", "Prendre un RDV en ligne"), ("Prendre rendez-vous en ligne", "Prendre un RDV en ligne"),
    ("Pas d’accueil du public", "Ce lieu n'accueille pas de public"),
    ("Fiche de prescription", "Envoyer un mail avec une fiche de prescription"),
];

#[rustfmt::skip]
const ACCOMPAGNEMENT: &[Term] = &[
    told("En autonomie", "vous faites par vous-même, sur place", "Vous faites par vous-même, avec le matériel du lieu."),
    told("Accompagnement individuel", "une personne s’occupe de vous", "Une personne s’occupe de vous, le temps de votre demande."),
    told("Dans un atelier collectif", "en petit groupe", "Vous apprenez en petit groupe, dans un atelier."),
    told("À distance", "par téléphone ou par vidéo", "On peut vous aider à distance, par téléphone ou par vidéo."),
];

// « A ma place » also says a level of help: see `niveau_aide`, which recognises it too.
#[rustfmt::skip]
const OLDER_ACCOMPAGNEMENT: &[(&str, &str)] = &[
    ("Seul", "En autonomie"), ("Seul : j'ai accès à du matériel et une connexion", "En autonomie"), ("Autonomie", "En autonomie"),
    ("Avec de l’aide", "Accompagnement individuel"),
    ("Avec de l'aide : je suis accompagné seul dans l'usage du numérique", "Accompagnement individuel"),
    ("À ma place", "Accompagnement individuel"),
    ("A ma place : une personne habilitée fait les démarches à ma place", "Accompagnement individuel"),
    ("Individuel", "Accompagnement individuel"), ("Individuellement", "Accompagnement individuel"),
    ("Dans un atelier", "Dans un atelier collectif"),
    ("Dans un atelier : j'apprends collectivement à utiliser le numérique", "Dans un atelier collectif"),
    ("Dans un atelier collectif : j'apprends collectivement à utiliser le numérique", "Dans un atelier collectif"),
    ("Atelier", "Dans un atelier collectif"), ("Atelier collectif", "Dans un atelier collectif"), ("Accompagnement collectif", "Dans un atelier collectif"),
    ("Collectif", "Dans un atelier collectif"), ("Collectivement", "Dans un atelier collectif"),
    ("À distance (par téléphone ou en visioconférence)", "À distance"),
];

#[rustfmt::skip]
const ITINERANCES: &[Term] = &[
    told("Itinérant", "se déplace", "Ce service se déplace : regardez où et quand il passe."),
    told("Fixe", "toujours au même endroit", "Ce service est toujours au même endroit."),
];

#[rustfmt::skip]
const OLDER_ITINERANCES: &[(&str, &str)] = &[
    ("Itinérante", "Itinérant"), ("Mobile", "Itinérant"), ("Bus", "Itinérant"), ("Bus_équivalent", "Itinérant"),
    ("Sédentaire", "Fixe"), ("Fixe_antenne(s)", "Fixe"),
];
