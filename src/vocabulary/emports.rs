//! What a guide may offer to those who have no network: files to take along.

use super::list::Vocabulary;
use super::term::{Term, term};

/// `hors_ligne` of a guide: the files made at each build.
pub static HORS_LIGNE: Vocabulary = Vocabulary::closed("hors_ligne", EMPORTS, OLDER_EMPORTS);

#[rustfmt::skip]
const EMPORTS: &[Term] = &[
    term("guide", "le guide entier en un seul fichier, pour un navigateur sans Internet"),
    term("intercommunalites", "un fichier par intercommunalité, à envoyer par courriel"),
    term("communes", "un fichier par commune, à envoyer par courriel"),
    term("texte", "le guide en texte simple"),
    term("messages", "un SMS prêt à envoyer pour chaque lieu et chaque événement"),
    term("livre", "le guide en livre numérique (EPUB)"),
    term("archive", "tout le site dans une archive (ZIP), pour une clé USB"),
    term("encarts", "un encart par commune, pour le site d’une mairie"),
    term("memoire", "le guide gardé en mémoire par le navigateur, si la personne le demande"),
    term("aucun", "aucun de ces fichiers"),
];

#[rustfmt::skip]
const OLDER_EMPORTS: &[(&str, &str)] = &[
    ("guides", "guide"), ("intercommunalité", "intercommunalites"), ("epci", "intercommunalites"), ("commune", "communes"),
    ("message", "messages"), ("sms", "messages"), ("textes", "texte"), ("txt", "texte"), ("livres", "livre"), ("epub", "livre"), ("zip", "archive"), ("archives", "archive"),
    ("encart", "encarts"), ("service worker", "memoire"), ("rien", "aucun"), ("non", "aucun"),
];
