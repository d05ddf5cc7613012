//! Our own lists about the life of a record: changes, territories, how it was verified.

use super::list::Vocabulary;
use super::term::{Term, term, told};

/// `etat` of an entry of `changements`.
pub static CHANGEMENTS_ETAT: Vocabulary =
    Vocabulary::closed("changements.etat", ETATS, OLDER_ETATS);
/// `sorte` of a territoire. A quartier is not a QPV.
pub static TERRITOIRE_SORTE: Vocabulary =
    Vocabulary::closed("territoire.sorte", SORTES, OLDER_SORTES);
/// `decision` about records that look like one.
pub static DOUBLON_DECISION: Vocabulary =
    Vocabulary::closed("doublons.decision", DECISIONS, OLDER_DECISIONS);
/// `etat` of a criterion of a grid of audit.
pub static AUDIT_ETAT: Vocabulary = Vocabulary::closed("audit.etat", CONSTATS, OLDER_CONSTATS);
/// `comment` of `verifie`: other words are welcome.
pub static VERIFIE_COMMENT: Vocabulary =
    Vocabulary::open("verifie.comment", MANIERES, OLDER_MANIERES);

#[rustfmt::skip]
const ETATS: &[Term] = &[
    told("fermé", "fermé", "C’est fermé."),
    told("horaires changés", "horaires changés", "Les horaires changent."),
    told("complet", "complet", "Il n’y a plus de place."),
    told("déplacé", "déplacé", "L’accueil se fait ailleurs."),
    told("annulé", "annulé", "C’est annulé."),
];

#[rustfmt::skip]
const OLDER_ETATS: &[(&str, &str)] = &[
    ("fermée", "fermé"), ("fermeture", "fermé"), ("changement d’horaires", "horaires changés"), ("horaires modifiés", "horaires changés"),
    ("complète", "complet"), ("saturé", "complet"), ("déplacée", "déplacé"), ("annulée", "annulé"), ("supprimé", "annulé"),
];

#[rustfmt::skip]
const SORTES: &[Term] = &[
    term("région", "région"),
    term("département", "département"),
    term("epci", "groupement de communes"),
    term("quartier", "quartier"),
    term("qpv", "quartier prioritaire"),
    term("réseau local", "lieux qui travaillent ensemble sur un territoire"),
];

#[rustfmt::skip]
const OLDER_SORTES: &[(&str, &str)] = &[
    ("intercommunalité", "epci"), ("agglomération", "epci"), ("communauté de communes", "epci"), ("communauté d’agglomération", "epci"),
    ("communauté urbaine", "epci"), ("métropole", "epci"), ("quartier prioritaire", "qpv"),
    ("quartier prioritaire de la politique de la ville", "qpv"), ("réseau", "réseau local"),
];

#[rustfmt::skip]
const MANIERES: &[Term] = &[
    term("téléphone", "par téléphone"),
    term("visite", "par une visite"),
    term("courriel", "par courriel"),
    term("site", "sur son site Internet"),
    term("courrier", "par courrier"),
    term("réunion", "lors d’une réunion"),
    term("déclaration", "par le lieu lui-même"),
];

#[rustfmt::skip]
const OLDER_MANIERES: &[(&str, &str)] = &[
    ("tél", "téléphone"), ("appel", "téléphone"), ("appel téléphonique", "téléphone"), ("par téléphone", "téléphone"),
    ("sur place", "visite"), ("mail", "courriel"), ("e-mail", "courriel"), ("par mail", "courriel"), ("mél", "courriel"),
    ("site internet", "site"), ("site web", "site"), ("internet", "site"), ("lettre", "courrier"),
];

#[rustfmt::skip]
const DECISIONS: &[Term] = &[
    term("différents", "deux lieux différents"),
    term("même lieu", "deux fiches d’un seul lieu"),
];

#[rustfmt::skip]
const OLDER_DECISIONS: &[(&str, &str)] = &[
    ("différent", "différents"), ("deux lieux", "différents"), ("pas le même lieu", "différents"), ("non", "différents"),
    ("identiques", "même lieu"), ("même", "même lieu"), ("un seul lieu", "même lieu"), ("doublon", "même lieu"), ("oui", "même lieu"),
];

#[rustfmt::skip]
const CONSTATS: &[Term] = &[
    term("conforme", "le critère est respecté"),
    term("non conforme", "le critère n’est pas respecté"),
    term("non applicable", "rien ne le concerne"),
    term("à vérifier", "personne ne l’a encore regardé"),
];

#[rustfmt::skip]
const OLDER_CONSTATS: &[(&str, &str)] = &[
    ("C", "conforme"), ("NC", "non conforme"), ("NA", "non applicable"), ("NT", "à vérifier"), ("non testé", "à vérifier"),
];
