//! Needs about papers and work.

use crate::vocabulary::Besoin;

/// « Faire une démarche sur Internet ».
pub(super) const FAIRE_UNE_DEMARCHE: Besoin = Besoin {
    slug: "faire-une-demarche",
    title: "Faire une démarche sur Internet",
    what: [
        "Quelqu’un vous aide pour vos démarches : impôts, santé, retraite, famille, logement.",
        "Selon le lieu, on le fait avec vous, on vous apprend, ou on le fait à votre place.",
    ],
    who: "Cette aide est pour tout le monde, même si vous n’avez pas d’ordinateur.",
    bring: &[
        "une pièce d’identité",
        "le courrier ou le papier dont vous avez besoin de parler",
        "votre téléphone, chargé : il peut recevoir un code",
        "votre carte Vitale et votre numéro fiscal",
        "votre adresse de courriel et son mot de passe, si vous en avez",
    ],
    advice: &[
        "Tapez vous-même vos mots de passe quand vous le pouvez.",
        "Demandez une preuve : une copie, un accusé de réception ou un numéro de dossier.",
    ],
    services: &["Aide aux démarches administratives"],
    equipements: &[],
    related: &["apprendre", "utiliser-sur-place", "me-proteger"],
    vulnerabilites: &[],
    themes: &["droits"],
    home: true,
};

/// « Chercher un travail ».
pub(super) const CHERCHER_UN_TRAVAIL: Besoin = Besoin {
    slug: "chercher-un-travail",
    title: "Chercher un travail",
    what: [
        "On vous aide à écrire un CV, à trouver des offres et à répondre sur Internet.",
        "On vous aide aussi à créer votre activité ou à vous servir du site de France Travail.",
    ],
    who: "C’est pour toute personne qui cherche un travail ou une formation.",
    bring: &[
        "votre ancien CV, ou la liste de ce que vous avez déjà fait",
        "vos diplômes ou certificats, si vous en avez",
        "votre numéro France Travail, si vous êtes inscrit ou inscrite",
        "votre téléphone, chargé : il peut recevoir un code",
    ],
    advice: &["Une offre qui vous demande de payer est une arnaque."],
    services: &["Insertion professionnelle via le numérique"],
    equipements: &[],
    related: &["faire-une-demarche", "apprendre", "utiliser-sur-place"],
    vulnerabilites: &[],
    themes: &["emploi"],
    home: true,
};
