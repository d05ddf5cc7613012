//! Needs about learning, safety, children and pleasure.

use crate::vocabulary::Besoin;

/// « Apprendre à se servir d’un ordinateur ou d’un téléphone ».
pub(super) const APPRENDRE: Besoin = Besoin {
    slug: "apprendre",
    title: "Apprendre à se servir d’un ordinateur ou d’un téléphone",
    what: [
        "On vous apprend à votre rythme, avec une personne pour vous ou en petit groupe.",
        "On part de ce que vous voulez faire : écrire à un proche, chercher, envoyer une photo.",
    ],
    who: "Tout le monde peut venir, à tout âge, même en partant de zéro.",
    bring: &[
        "votre téléphone ou votre ordinateur, si vous en avez un, et son chargeur",
        "vos lunettes, si vous en portez",
        "vos questions, notées sur un papier",
    ],
    advice: &["Il faut souvent s’inscrire : appelez avant la première séance."],
    services: &["Maîtrise des outils numériques du quotidien"],
    equipements: &[],
    related: &["creer-et-comprendre", "me-proteger", "m-equiper"],
    vulnerabilites: &["usages"],
    themes: &[],
    home: true,
};

/// « Me protéger des arnaques ».
pub(super) const ME_PROTEGER: Besoin = Besoin {
    slug: "me-proteger",
    title: "Me protéger des arnaques",
    what: [
        "On vous montre comment reconnaître un faux message et protéger vos comptes.",
        "On vous aide aussi à garder pour vous ce qui est privé.",
    ],
    who: "Tout le monde peut venir, avant un problème comme après.",
    bring: &[
        "le message ou le courrier qui vous inquiète",
        "votre téléphone ou votre ordinateur, et son chargeur",
    ],
    advice: &[
        "Vous avez donné votre numéro de carte ? Appelez tout de suite votre banque.",
        "Ne donnez jamais à quelqu’un qui vous appelle un code reçu par message.",
        "Se faire piéger arrive à tout le monde : parlez-en.",
    ],
    services: &["Utilisation sécurisée du numérique"],
    equipements: &[],
    related: &["apprendre", "aider-mes-enfants", "faire-une-demarche"],
    vulnerabilites: &["dangers"],
    themes: &[],
    home: true,
};

/// « Aider mes enfants avec les écrans ».
pub(super) const AIDER_MES_ENFANTS: Besoin = Besoin {
    slug: "aider-mes-enfants",
    title: "Aider mes enfants avec les écrans",
    what: [
        "On aide les parents à suivre l’école sur Internet et à parler des écrans en famille.",
        "On vous montre comment régler le temps d’écran et protéger vos enfants.",
    ],
    who: "C’est pour les parents, les grands-parents et tous ceux qui élèvent des enfants.",
    bring: &[
        "l’appareil que votre enfant utilise, si possible",
        "les identifiants donnés par l’école, pour suivre les devoirs et les notes",
    ],
    advice: &["Demandez si vous pouvez venir avec vos enfants."],
    services: &["Parentalité et éducation avec le numérique"],
    equipements: &[],
    related: &["me-proteger", "creer-et-comprendre", "apprendre"],
    vulnerabilites: &["dangers"],
    themes: &["educatif"],
    home: true,
};

/// « Créer, jouer, comprendre le numérique ».
pub(super) const CREER_ET_COMPRENDRE: Besoin = Besoin {
    slug: "creer-et-comprendre",
    title: "Créer, jouer, comprendre le numérique",
    what: [
        "On y découvre la photo, la vidéo, le jeu, les robots ou l’impression en 3D.",
        "On y apprend aussi comment marche Internet et comment vérifier une information.",
    ],
    who: "C’est ouvert aux curieux de tout âge ; certains ateliers sont pour les jeunes.",
    bring: &["votre envie d’essayer : le matériel est le plus souvent sur place"],
    advice: &["Les places sont souvent limitées : inscrivez-vous."],
    services: &["Loisirs et créations numériques", "Compréhension du monde numérique"],
    equipements: &["imprimante 3D"],
    related: &["apprendre", "aider-mes-enfants", "me-proteger"],
    vulnerabilites: &["usages"],
    themes: &["educatif"],
    home: true,
};
