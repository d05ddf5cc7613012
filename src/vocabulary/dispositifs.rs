//! National programmes and labels, each with what it means for the reader in a few words.

use super::list::Vocabulary;
use super::term::{Term, term, told};

/// `dispositif_programmes_nationaux`. The plain words are the `en_six_mots` of a guide that has
/// no record of its own for the programme.
pub static DISPOSITIF_PROGRAMMES_NATIONAUX: Vocabulary =
    Vocabulary::closed("dispositif_programmes_nationaux", PROGRAMMES, OLDER_PROGRAMMES);

/// `formations_labels`.
pub static FORMATIONS_LABELS: Vocabulary =
    Vocabulary::closed("formations_labels", LABELS, OLDER_LABELS);

#[rustfmt::skip]
const PROGRAMMES: &[Term] = &[
    // A habilitation of staff to act on a written mandate, not a label of quality.
    told("Aidants Connect", "peut faire la démarche à votre place",
        "Des personnes habilitées peuvent faire la démarche à votre place, avec votre accord écrit."),
    told("Bibliothèques numérique de référence", "bibliothèque bien équipée pour le numérique",
        "Cette bibliothèque propose des services numériques, avec l’aide de l’État."),
    told("Certification PIX", "passer un certificat de compétences numériques",
        "On peut y passer le certificat Pix, qui prouve ce que vous savez faire avec le numérique."),
    // Towards autonomy: procedures are not the main mission.
    told("Conseillers numériques", "vous apprend à faire par vous-même",
        "Un conseiller ou une conseillère numérique vous apprend à faire par vous-même, à votre rythme."),
    told("Emmaüs Connect", "matériel et forfaits à petit prix",
        "Cette association aide à s’équiper et à se connecter à petit prix. Il faut souvent passer par un travailleur social."),
    told("France Services", "aide aux démarches de tous les jours",
        "Au même endroit, on vous aide pour plusieurs services publics : santé, retraite, impôts, famille, emploi."),
    told("Grande école du numérique", "formation aux métiers du numérique",
        "On peut s’y former à un métier du numérique."),
    told("La Croix Rouge", "association d’entraide et de secours",
        "Des bénévoles de la Croix-Rouge y aident les personnes en difficulté."),
    told("Point d'accès numérique CAF", "faire sur place vos démarches CAF",
        "Vous pouvez y faire vos démarches avec la CAF sur Internet."),
    told("Promeneurs du net", "des éducateurs répondent aux jeunes en ligne",
        "Des animateurs et des éducateurs répondent aux jeunes et aux parents sur Internet."),
    told("Relais numérique (Emmaüs Connect)", "aide à s’équiper et à se connecter",
        "Ce lieu, formé par Emmaüs Connect, aide à s’équiper, à se connecter et à apprendre."),
];

// Not here: MSAP, which France services replaced with stricter rules, and « Point relais CAF »,
// which the schema no longer names.
#[rustfmt::skip]
const OLDER_PROGRAMMES: &[(&str, &str)] = &[
    ("Aidant Connect", "Aidants Connect"),
    ("CNFS", "Conseillers numériques"), ("Conseiller numérique", "Conseillers numériques"), ("Conseillère numérique", "Conseillers numériques"),
    ("Conseiller·ère numérique", "Conseillers numériques"), ("Conseiller numérique France Services", "Conseillers numériques"),
    ("Conseillers numériques France Services", "Conseillers numériques"),
    ("France Service", "France Services"), ("Maison France Services", "France Services"), ("Espace France Services", "France Services"),
    ("Bibliothèque numérique de référence", "Bibliothèques numérique de référence"),
    ("Bibliothèques numériques de référence", "Bibliothèques numérique de référence"),
    ("Pix", "Certification PIX"), ("Grandes écoles du numérique", "Grande école du numérique"),
    ("Croix-Rouge", "La Croix Rouge"), ("Croix-Rouge française", "La Croix Rouge"),
    ("Point numérique CAF", "Point d'accès numérique CAF"), ("Promeneur du net", "Promeneurs du net"),
    ("Relais numérique", "Relais numérique (Emmaüs Connect)"), ("Relais numérique Emmaüs", "Relais numérique (Emmaüs Connect)"),
];

#[rustfmt::skip]
const LABELS: &[Term] = &[
    term("Formé à « Mon Espace Santé »", "sait vous aider avec Mon espace santé"),
    term("Formé à « DUPLEX » (illettrisme)", "sait aider quand lire est difficile"),
    term("Arnia/MedNum BFC (Bourgogne-Franche-Comté)", "réseau d’aide au numérique de Bourgogne-Franche-Comté"),
    term("Collectif ressources et acteurs réemploi (Normandie)", "réseau normand qui répare et réutilise"),
    term("Étapes numériques (La Poste)", "espace numérique de La Poste"),
    term("Fabriques de Territoire", "tiers-lieu soutenu par l’État"),
    term("Les Éclaireurs du numérique (Drôme)", "réseau d’aide au numérique de la Drôme"),
    term("Mes Papiers (Métropole de Lyon)", "ranger ses papiers dans une application"),
    term("ORDI 3.0", "ordinateurs remis en état, moins chers"),
    term("SUD LABS (PACA)", "lieu numérique soutenu par la région Sud"),
];

// « Étapes numériques(La Poste) », as the schema's own pattern spells it, differs by a space only.
#[rustfmt::skip]
const OLDER_LABELS: &[(&str, &str)] = &[
    ("Mon espace santé", "Formé à « Mon Espace Santé »"),
    ("DUPLEX", "Formé à « DUPLEX » (illettrisme)"), ("Formé à « DUPLEX » (illetrisme)", "Formé à « DUPLEX » (illettrisme)"),
    ("Arnia", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"), ("MedNum BFC", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"),
    ("Étapes numériques", "Étapes numériques (La Poste)"), ("Fabrique de territoire", "Fabriques de Territoire"),
    ("Les Éclaireurs du numérique", "Les Éclaireurs du numérique (Drôme)"), ("Mes Papiers", "Mes Papiers (Métropole de Lyon)"),
    ("Ordi 3", "ORDI 3.0"), ("Sud Labs", "SUD LABS (PACA)"),
];
