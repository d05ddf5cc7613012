//! Values of the shapes that files really hold, and the term each is read as.
//!
//! Shapes met in exports of v1.0.2, in v0.1 exports, and in files that territories keep by hand.

use jalon::vocabulary::{
    DISPOSITIF_PROGRAMMES_NATIONAUX as PROGRAMMES, EQUIPEMENTS, FORMATIONS_LABELS, FRAIS_A_CHARGE,
    ITINERANCE, LANGUES, MODALITES_ACCES, MODALITES_ACCOMPAGNEMENT, NIVEAU_AIDE,
    PRISE_EN_CHARGE_SPECIFIQUE, PUBLICS_SPECIFIQUEMENT_ADRESSES, Reading, SANS_RENDEZ_VOUS,
    SERVICES, TYPOLOGIE, Vocabulary,
};

/// Values of v1.0.2 exports: exactly the term's code.
#[rustfmt::skip]
const EXACT: [(&Vocabulary, &str); 22] = [
    (&TYPOLOGIE, "RFS"), (&TYPOLOGIE, "RS_FJT"), (&TYPOLOGIE, "CAP_EMPLOI"), (&TYPOLOGIE, "Autre"), (&TYPOLOGIE, "EITI"),
    (&SERVICES, "Compréhension du monde numérique"), (&SERVICES, "Loisirs et créations numériques"),
    (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Familles et/ou enfants"), (&PRISE_EN_CHARGE_SPECIFIQUE, "Langues étrangères (autres)"),
    (&FRAIS_A_CHARGE, "Gratuit sous condition"), (&PROGRAMMES, "Conseillers numériques"), (&PROGRAMMES, "France Services"),
    (&PROGRAMMES, "Point d'accès numérique CAF"), (&FORMATIONS_LABELS, "Formé à « Mon Espace Santé »"),
    (&FORMATIONS_LABELS, "Étapes numériques (La Poste)"), (&MODALITES_ACCES, "Se présenter"),
    (&MODALITES_ACCES, "Prendre un RDV en ligne"), (&MODALITES_ACCES, "Ce lieu n'accueille pas de public"),
    (&MODALITES_ACCOMPAGNEMENT, "À distance"), (&ITINERANCE, "Itinérant"), (&LANGUES, "fr"), (&EQUIPEMENTS, "imprimante"),
];

/// Older wordings, spreadsheet variants and near spellings.
#[rustfmt::skip]
const OLDER: [(&Vocabulary, &str, &str); 50] = [
    (&TYPOLOGIE, "PE", "FT"), (&TYPOLOGIE, "Pôle Emploi", "FT"), (&TYPOLOGIE, "La poste", "LA_POSTE"), (&TYPOLOGIE, "ccas", "CCAS"),
    (&TYPOLOGIE, "Médiathèque/bibliothèque", "BIB"), (&TYPOLOGIE, "cyberbase", "EPN"), (&TYPOLOGIE, "espace public numérique", "EPN"),
    (&TYPOLOGIE, "tiers lieu", "TIERS_LIEUX"), (&TYPOLOGIE, "TIERS-LIEUX", "TIERS_LIEUX"), (&TYPOLOGIE, "mission locale", "ML"),
    (&SERVICES, "Comprehension du monde numérique", "Compréhension du monde numérique"),
    (&SERVICES, "AIDE AUX DÉMARCHES ADMINISTRATIVES", "Aide aux démarches administratives"),
    (&SERVICES, "Prendre en main un smartphone ou une tablette", "Maîtrise des outils numériques du quotidien"),
    (&SERVICES, "Utiliser le numérique au quotidien", "Maîtrise des outils numériques du quotidien"),
    (&SERVICES, "Accompagner les démarches de santé", "Aide aux démarches administratives"),
    (&SERVICES, "S'équiper en matériel informatique", "Acquisition de matériel informatique à prix solidaire"),
    (&SERVICES, "Soutenir la parentalité et l’éducation avec le numérique", "Parentalité et éducation avec le numérique"),
    (&SERVICES, "Etre accompagné dans ses démarches administratives", "Aide aux démarches administratives"),
    (&SERVICES, "Etre initié aux outils numériques", "Maîtrise des outils numériques du quotidien"),
    (&SERVICES, "Demarches administratives", "Aide aux démarches administratives"),
    (&SERVICES, "Découverte de l'ordinateur-tablette- smartphone", "Maîtrise des outils numériques du quotidien"),
    (&SERVICES, "Accès à une imprimante / scanner", "Accès internet et matériel informatique"),
    (&SERVICES, "Aide à la recherche d'emploi", "Insertion professionnelle via le numérique"),
    (&SERVICES, "Pratiques d'activités numériques récréatives", "Loisirs et créations numériques"),
    (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Seniors (+ 65 ans)", "Seniors"), (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Jeunes (16-26 ans)", "Jeunes"),
    (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Familles/enfants", "Familles et/ou enfants"), (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Etudiants", "Étudiants"),
    (&PRISE_EN_CHARGE_SPECIFIQUE, "Personnes en situation d'illettrisme", "Illettrisme"),
    (&PRISE_EN_CHARGE_SPECIFIQUE, "Handicaps mentaux : déficiences limitant les activités d'une personne", "Handicaps mentaux"),
    (&PRISE_EN_CHARGE_SPECIFIQUE, "Langues étrangères (Anglais)", "Langues étrangères (anglais)"),
    (&FRAIS_A_CHARGE, "Gratuit : Je peux accéder gratuitement au lieu et à ses services", "Gratuit"),
    (&FRAIS_A_CHARGE, "gratuit-sous-conditions", "Gratuit sous condition"), (&FRAIS_A_CHARGE, "PAYANT", "Payant"),
    (&PROGRAMMES, "CNFS", "Conseillers numériques"), (&PROGRAMMES, "Conseiller numérique", "Conseillers numériques"),
    (&PROGRAMMES, "France services", "France Services"), (&PROGRAMMES, "Aidant Connect", "Aidants Connect"),
    (&PROGRAMMES, "Certification Pix", "Certification PIX"), (&PROGRAMMES, "Grandes écoles du numérique", "Grande école du numérique"),
    (&FORMATIONS_LABELS, "Étapes numériques(La Poste)", "Étapes numériques (La Poste)"),
    (&FORMATIONS_LABELS, "Formé à « DUPLEX » (illetrisme)", "Formé à « DUPLEX » (illettrisme)"),
    (&MODALITES_ACCOMPAGNEMENT, "Dans un atelier : j'apprends collectivement à utiliser le numérique", "Dans un atelier collectif"),
    (&MODALITES_ACCOMPAGNEMENT, "Seul : j'ai accès à du matériel et une connexion", "En autonomie"),
    (&MODALITES_ACCOMPAGNEMENT, "A distance", "À distance"),
    (&NIVEAU_AIDE, "A ma place : une personne habilitée fait les démarches à ma place", "faire à la place"),
    (&ITINERANCE, "Bus_équivalent", "Itinérant"), (&SANS_RENDEZ_VOUS, "Accès sur RDV", "non"),
    (&EQUIPEMENTS, "Imprimante multi-fonctions", "imprimante"), (&LANGUES, "LSF", "fsl"),
];

/// What no term says: better left unread than read as something else.
#[rustfmt::skip]
const UNKNOWN: [(&Vocabulary, &str); 10] = [
    (&TYPOLOGIE, "Collectivité"), (&TYPOLOGIE, "CCAS / CIAS"), (&SERVICES, "Autre accompagnement"), (&SERVICES, "Accompagnement de professionnels"),
    (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Tout public"), (&PUBLICS_SPECIFIQUEMENT_ADRESSES, "Adultes"),
    (&PROGRAMMES, "APTIC"), (&PROGRAMMES, "MSAP"), (&SANS_RENDEZ_VOUS, "Accès libre"), (&FRAIS_A_CHARGE, "Gratuit pour les adhérents"),
];

#[test]
fn values_of_the_standard_are_exact() {
    for (list, written) in EXACT {
        let Reading::Exact(term) = list.read(written) else {
            panic!("« {written} » is not exact in {}", list.name);
        };
        assert_eq!(term.code, written);
    }
}

#[test]
fn older_values_are_recognised_and_the_new_one_proposed() {
    for (list, written, code) in OLDER {
        let expected = list.term(code);
        assert!(expected.is_some(), "« {code} » is not in {}", list.name);
        assert!(matches!(list.read(written), Reading::Older(_)), "« {written} » in {}", list.name);
        assert_eq!(list.read(written).term(), expected, "« {written} »");
    }
}

#[test]
fn what_no_term_says_stays_unread() {
    for (list, written) in UNKNOWN {
        assert_eq!(list.read(written).term(), None, "« {written} » in {}", list.name);
    }
}
