//! What is done in a place: the nine services of the national schema.

use super::list::Vocabulary;
use super::term::{Term, told};

/// `services`.
pub static SERVICES: Vocabulary = Vocabulary::closed("services", TERMS, OLDER);

#[rustfmt::skip] // One line a term.
const TERMS: &[Term] = &[
    told("Aide aux démarches administratives", "aide pour vos démarches",
        "On vous aide pour vos démarches sur Internet : impôts, santé, retraite, famille, logement."),
    told("Maîtrise des outils numériques du quotidien", "apprendre à se servir d’un ordinateur ou d’un téléphone",
        "On vous apprend à vous servir d’un ordinateur, d’un téléphone, d’une boîte de courriel."),
    told("Insertion professionnelle via le numérique", "chercher un travail avec Internet",
        "On vous aide à chercher un travail avec Internet : CV, offres, candidatures."),
    told("Utilisation sécurisée du numérique", "se protéger sur Internet",
        "On vous apprend à reconnaître les arnaques et à protéger vos comptes."),
    told("Parentalité et éducation avec le numérique", "les enfants, l’école et les écrans",
        "On aide les parents : suivre l’école sur Internet, régler le temps d’écran, protéger les enfants."),
    told("Loisirs et créations numériques", "créer et jouer avec le numérique",
        "On y crée et on y joue avec le numérique : par exemple photo, vidéo, jeux, robots."),
    told("Compréhension du monde numérique", "comprendre Internet et le numérique",
        "On vous explique comment marche Internet et comment vérifier une information."),
    told("Accès internet et matériel informatique", "un ordinateur ou Internet à utiliser sur place",
        "Vous pouvez utiliser sur place un ordinateur, du matériel ou Internet."),
    told("Acquisition de matériel informatique à prix solidaire", "du matériel à petit prix",
        "On vous aide à trouver un ordinateur ou un téléphone à petit prix."),
];

// The first two groups follow the way the national transformer moved v0.1 rows to v1. It gives
// « Approfondir ma culture numérique » two services; only the first is kept: one word, one term.
#[rustfmt::skip]
const OLDER: &[(&str, &str)] = &[
    ("Devenir autonome dans les démarches administratives", "Aide aux démarches administratives"),
    ("Réaliser des démarches administratives avec un accompagnement", "Aide aux démarches administratives"),
    ("Accompagner les démarches de santé", "Aide aux démarches administratives"),
    ("Prendre en main un smartphone ou une tablette", "Maîtrise des outils numériques du quotidien"),
    ("Prendre en main un ordinateur", "Maîtrise des outils numériques du quotidien"),
    ("Utiliser le numérique au quotidien", "Maîtrise des outils numériques du quotidien"),
    ("Favoriser mon insertion professionnelle", "Insertion professionnelle via le numérique"),
    ("Créer et développer mon entreprise", "Insertion professionnelle via le numérique"),
    ("Soutenir la parentalité et l'éducation avec le numérique", "Parentalité et éducation avec le numérique"),
    ("Créer avec le numérique", "Loisirs et créations numériques"),
    ("Approfondir ma culture numérique", "Compréhension du monde numérique"),
    ("Promouvoir la citoyenneté numérique", "Compréhension du monde numérique"),
    ("Accéder à une connexion internet", "Accès internet et matériel informatique"),
    ("Accéder à du matériel", "Accès internet et matériel informatique"),
    ("S’équiper en matériel informatique", "Acquisition de matériel informatique à prix solidaire"),
    // The drafts of v0.1.
    ("Gagner en autonomie dans les démarches administratives", "Aide aux démarches administratives"),
    ("Être accompagné dans les démarches administratives", "Aide aux démarches administratives"),
    // Local files.
    ("Démarches administratives", "Aide aux démarches administratives"),
    ("Être accompagné dans ses démarches administratives", "Aide aux démarches administratives"),
    ("Aide aux démarches administratives dématérialisées et accès aux droits (impôts, caf, …)", "Aide aux démarches administratives"),
    ("Être initié aux outils numériques", "Maîtrise des outils numériques du quotidien"),
    ("Initiation au numérique", "Maîtrise des outils numériques du quotidien"),
    ("Initiation au numérique : Formation - Apprentissage - Perfectionnement", "Maîtrise des outils numériques du quotidien"),
    ("Découverte de l’ordinateur, tablette, smartphone", "Maîtrise des outils numériques du quotidien"),
    ("Découverte d’internet, des réseaux sociaux et de l’usage de la messagerie (sites grand public, réseaux sociaux, messagerie)", "Maîtrise des outils numériques du quotidien"),
    ("Découverte des logiciels bureautiques (l’ordinateur/tablettes, traitement de texte, tableur…)", "Maîtrise des outils numériques du quotidien"),
    ("Aide à la recherche d’emploi", "Insertion professionnelle via le numérique"),
    ("Pratiquer des activités récréatives numériques", "Loisirs et créations numériques"),
    ("Pratiques d’activités numériques récréatives", "Loisirs et créations numériques"),
    ("Accès à Internet", "Accès internet et matériel informatique"),
    ("Accès à Internet en autonomie", "Accès internet et matériel informatique"),
    ("Accès à du matériel (PC, tablettes, smartphones…)", "Accès internet et matériel informatique"),
    ("Accès à une imprimante / scanner", "Accès internet et matériel informatique"),
    ("Accès à des équipements et une connexion internet", "Accès internet et matériel informatique"),
];
