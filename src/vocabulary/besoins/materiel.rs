//! Needs about equipment and connection.

use crate::vocabulary::Besoin;

/// « Un ordinateur, une imprimante ou Internet à utiliser ».
pub(super) const UTILISER_SUR_PLACE: Besoin = Besoin {
    slug: "utiliser-sur-place",
    title: "Un ordinateur, une imprimante ou Internet à utiliser",
    what: [
        "Dans ces lieux, vous trouvez un ordinateur, du matériel ou une connexion à Internet.",
        "Vous faites par vous-même ; dans certains lieux, quelqu’un peut vous donner un coup de main.",
    ],
    who: "C’est le plus souvent ouvert à tous ; il faut parfois s’inscrire ou réserver.",
    bring: &[
        "les papiers à copier ou à envoyer",
        "une clé USB, si vous en avez une",
        "votre mot de passe, si le document à imprimer est dans vos courriels",
    ],
    advice: &["Avant de partir, fermez vos comptes et reprenez vos papiers."],
    services: &["Accès internet et matériel informatique"],
    equipements: &[
        "ordinateur",
        "tablette",
        "borne",
        "Internet",
        "wifi",
        "imprimante",
        "scanner",
        "photocopieur",
        "visio",
        "poste adapté",
    ],
    related: &["m-equiper", "internet-a-la-maison", "faire-une-demarche"],
    vulnerabilites: &["materiel", "connexion"],
    themes: &["equipement_connexion"],
    home: true,
};

/// « Acheter un ordinateur ou un téléphone pas cher ».
pub(super) const M_EQUIPER: Besoin = Besoin {
    slug: "m-equiper",
    title: "Acheter un ordinateur ou un téléphone pas cher",
    what: [
        "Des associations vendent à petit prix des ordinateurs et des téléphones remis en état.",
        "Certains lieux en prêtent, en donnent ou aident à les réparer.",
    ],
    who: "Il y a souvent une condition de revenus : appelez pour savoir.",
    bring: &[
        "une pièce d’identité",
        "un papier qui montre vos revenus : avis d’impôt, attestation de la CAF",
        "la lettre de la personne qui vous envoie, s’il y en a une",
    ],
    advice: &["Demandez la durée de la garantie et qui appeler en cas de panne."],
    services: &["Acquisition de matériel informatique à prix solidaire"],
    equipements: &["reconditionné", "don", "prêt", "réparation"],
    related: &["utiliser-sur-place", "internet-a-la-maison", "apprendre"],
    vulnerabilites: &["materiel"],
    themes: &["equipement_connexion"],
    home: true,
};

/// « Avoir Internet à la maison, moins cher ».
pub(super) const INTERNET_A_LA_MAISON: Besoin = Besoin {
    slug: "internet-a-la-maison",
    title: "Avoir Internet à la maison, moins cher",
    what: [
        "Des offres à petit prix existent pour Internet et pour le téléphone.",
        "En attendant, vous pouvez vous connecter dans un lieu près de chez vous.",
    ],
    who: "Certaines offres demandent de petits revenus ; tout le monde peut demander.",
    bring: &[
        "votre dernière facture d’Internet ou de téléphone",
        "votre contrat, si vous l’avez",
        "un papier qui montre vos revenus : avis d’impôt, attestation de la CAF",
    ],
    advice: &["Ne signez rien tout de suite : comparez d’abord au moins deux offres."],
    services: &[
        "Acquisition de matériel informatique à prix solidaire",
        "Accès internet et matériel informatique",
    ],
    equipements: &["recharge mobile", "wifi", "Internet"],
    related: &["utiliser-sur-place", "m-equiper", "fin-2g-3g"],
    vulnerabilites: &["connexion"],
    themes: &["equipement_connexion"],
    home: true,
};

/// « Savoir si mon vieux téléphone va encore marcher ».
pub(super) const FIN_2G_3G: Besoin = Besoin {
    slug: "fin-2g-3g",
    title: "Savoir si mon vieux téléphone va encore marcher",
    what: [
        "Les anciens réseaux de téléphone, la 2G puis la 3G, s’arrêtent en France.",
        "Un téléphone ancien, une alarme ou une téléassistance peuvent cesser de marcher.",
    ],
    who: "C’est pour toute personne qui a un téléphone ancien, ou un proche qui en a un.",
    bring: &["le téléphone et son chargeur", "votre contrat ou votre dernière facture"],
    advice: &[
        "Demandez à votre opérateur si votre téléphone appelle bien en 4G.",
        "Posez la même question pour votre alarme ou votre téléassistance.",
        "Faites-le avant la panne : ce téléphone sert aussi à appeler les secours.",
    ],
    services: &[
        "Maîtrise des outils numériques du quotidien",
        "Acquisition de matériel informatique à prix solidaire",
    ],
    equipements: &["reconditionné"],
    related: &["m-equiper", "internet-a-la-maison", "apprendre"],
    vulnerabilites: &["connexion", "materiel"],
    themes: &["equipement_connexion"],
    home: false,
};
