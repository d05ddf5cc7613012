//! The sheet of a day of calls: its columns, and what may be answered.

use super::list::Vocabulary;
use super::term::{Term, term};

/// The columns of a call sheet, with what each holds. Those up to `verifie` say which record it is and what is
/// published; the staff fill in the others.
#[rustfmt::skip] // One line a column.
pub const APPELS: [(&str, &str); 13] = [
    ("code", "Le code court de la fiche, imprimé sur la feuille d’appel."),
    ("id", "L’identifiant de la fiche, ou le nom de son fichier ; le code suffit."),
    ("guide", "Le dossier du guide."),
    ("nom", "Le nom, pour savoir qui appeler."),
    ("commune", "La commune."),
    ("telephone", "Le numéro à appeler."),
    ("publie", "Ce qui est publié, à relire au téléphone."),
    ("verifie", "Le jour de la dernière vérification."),
    ("reponse", "À remplir : juste, changé, fermé ou pas de réponse."),
    ("le", "À remplir : le jour de l’appel ; celui de la commande sinon."),
    ("par", "À remplir : qui a appelé, une équipe ou un rôle ; celui de la commande sinon."),
    ("comment", "À remplir : téléphone, visite, courriel… ; celui de la commande sinon."),
    ("remarque", "À remplir : ce qu’on vous a dit. N’est écrit dans aucune fiche."),
];

/// `reponse` of a row of a call sheet.
pub static REPONSES: Vocabulary = Vocabulary::closed("appel.reponse", ANSWERS, OLDER_ANSWERS);

#[rustfmt::skip]
const ANSWERS: &[Term] = &[
    term("juste", "tout est juste"),
    term("changé", "quelque chose a changé"),
    term("fermé", "c’est fermé"),
    term("pas de réponse", "personne n’a répondu"),
];

#[rustfmt::skip]
const OLDER_ANSWERS: &[(&str, &str)] = &[
    ("oui", "juste"), ("ok", "juste"), ("x", "juste"), ("exact", "juste"), ("confirmé", "juste"), ("tout est juste", "juste"),
    ("rien de changé", "juste"), ("sans changement", "juste"), ("inchangé", "juste"),
    ("changement", "changé"), ("à changer", "changé"), ("à corriger", "changé"), ("modifié", "changé"),
    ("fermée", "fermé"), ("fermé définitivement", "fermé"), ("fermeture", "fermé"), ("n’existe plus", "fermé"),
    ("absent", "pas de réponse"), ("répondeur", "pas de réponse"), ("occupé", "pas de réponse"), ("injoignable", "pas de réponse"),
    ("à rappeler", "pas de réponse"), ("personne", "pas de réponse"), ("sans réponse", "pas de réponse"),
];
