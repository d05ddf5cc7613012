//! One line of words for each reason, to count what was said by it.

/// What a reason says, in a few words; one that no import is known to give is said by its own name.
pub(super) fn label(code: &str) -> &str {
    LABELS.iter().find(|(known, _)| *known == code).map_or(code, |(_, label)| *label)
}

#[rustfmt::skip] // One line a reason.
const LABELS: [(&str, &str); 130] = [
    ("a-confirmer", "événement que l’agenda dit pas encore sûr"),
    ("accolades-illisibles", "accolades qui ne se lisent pas"),
    ("adresse-decoupee", "adresse entière rangée en rue, code postal et commune"),
    ("adresse-seule", "commune enlevée de l’adresse"),
    ("adresse-web-ecriture", "adresse web remise en entier"),
    ("adresse-web-en-plus", "adresse web de trop"),
    ("adresse-web-invalide", "adresse web illisible"),
    ("apostrophe-de-tableur", "apostrophe de tableur enlevée"),
    ("apres-minuit", "heure de fin après minuit, non reprise"),
    ("autre-valeur", "autre valeur d’une ligne du même lieu"),
    ("caracteres-invisibles", "caractères invisibles enlevés"),
    ("cellules-en-trop", "ligne décalée : des cellules de trop"),
    ("champ-manquant", "clé obligatoire qui manque"),
    ("champ-sans-cle", "champ sans clé dans une fiche"),
    ("code-insee-ancien", "code INSEE d’une ancienne commune, remplacé"),
    ("code-insee-autre-commune", "code INSEE d’une autre commune"),
    ("code-insee-inconnu", "code INSEE inconnu"),
    ("code-postal-autre-commune", "code postal d’une autre commune"),
    ("code-postal-ecriture", "code postal remis seul"),
    ("code-postal-invalide", "code postal illisible"),
    ("colonne-inconnue", "colonne que le schéma n’a pas"),
    ("colonne-sans-cle", "colonne dont on ne sait pas la clé"),
    ("commune-ancienne", "ancien nom de commune, remplacé par celui d’aujourd’hui"),
    ("commune-deduite", "commune déduite des autres colonnes"),
    ("commune-ecriture", "nom de commune remis dans son écriture officielle"),
    ("commune-et-code", "nom de commune et code INSEE qui ne vont pas ensemble"),
    ("commune-inconnue", "commune inconnue"),
    ("commune-introuvable", "commune introuvable"),
    ("coordonnee-invalide", "coordonnée qui n’est pas en degrés"),
    ("coordonnees-echangees", "latitude et longitude échangées"),
    ("coordonnees-illisibles", "coordonnées illisibles"),
    ("coordonnees-nulles", "coordonnées faites de zéros, laissées vides"),
    ("coordonnees-pas-en-degres", "coordonnées qui ne sont pas en degrés"),
    ("coordonnees-trop-loin", "point trop loin de la commune"),
    ("courriel-dans-texte", "courriel d’une personne, peut-être, enlevé d’un texte"),
    ("courriel-ecriture", "courriel remis seul"),
    ("courriel-en-plus", "courriel de trop"),
    ("courriel-invalide", "courriel illisible"),
    ("date-ecriture", "date remise dans l’ordre année-mois-jour"),
    ("date-en-double", "jour dit deux fois aux mêmes heures"),
    ("date-invalide", "date illisible"),
    ("donnee-personnelle", "courriel d’une personne, peut-être, non repris"),
    ("espaces", "espaces ou sauts de ligne en trop"),
    ("evenement-passe", "événement passé"),
    ("evenement-sans-date", "événement sans date"),
    ("evenement-sans-lieu", "événement sans lieu"),
    ("evenement-trop-long", "événement de plus de trois ans"),
    ("exception-illisible", "exception illisible après « sauf »"),
    ("fiche-gardee", "fiche tenue à la main, gardée"),
    ("fichier-coupe", "fichier coupé au milieu d’un événement"),
    ("fuseau-inconnu", "fuseau horaire inconnu"),
    ("fusion-impossible", "changements qui ne vont pas ensemble"),
    ("guide-inconnu", "guide qu’on ne peut pas choisir"),
    ("guillemet-ouvert", "guillemet jamais fermé"),
    ("heures-nulles", "heures nulles ou dites deux fois, enlevées"),
    ("horaires-24-7", "horaires qui disent ouvert jour et nuit"),
    ("horaires-coupes", "horaires coupés à la fin"),
    ("horaires-de-nuit", "horaires en pleine nuit"),
    ("horaires-ecriture", "horaires remis dans une forme que jalon lit"),
    ("horaires-en-mots", "horaires en toutes lettres, lus comme des horaires"),
    ("horaires-fermeture-annulee", "fermeture annulée par ce qui la suit"),
    ("horaires-illisibles", "horaires illisibles"),
    ("horaires-jour", "horaires d’un jour illisibles"),
    ("horaires-jour-remplace", "jour dit deux fois dans les horaires"),
    ("horaires-jours-de-vacances", "jours lus comme ceux des vacances"),
    ("horaires-remarque-seule", "remarque sans jours ni heures"),
    ("horaires-sans-heures", "jours sans heures, lus comme jour et nuit"),
    ("horaires-sans-virgule", "deux créneaux sans virgule entre eux"),
    ("horaires-semaine-53", "semaines paires ou impaires sur une année de 53 semaines"),
    ("horaires-semaines", "semaines paires ou impaires dites dans les horaires"),
    ("hors-departement", "lieu d’un autre département que le guide"),
    ("hors-guide", "événement hors des départements des guides"),
    ("html-enleve", "balises HTML enlevées"),
    ("identifiant-arret", "numéro d’un arrêt, laissé"),
    ("identifiant-autre-source", "identifiant déjà pris par une autre source"),
    ("identifiant-ecriture", "identifiant sans espaces"),
    ("identifiant-en-double", "identifiant en double"),
    ("identifiant-invalide", "identifiant avec un espace"),
    ("identifiant-prefixe", "numéro précédé du nom de sa source"),
    ("jour-ferme", "jour fermé, qui n’est pas dit dans les horaires"),
    ("lambert-93", "coordonnées en Lambert 93 converties en degrés"),
    ("langue-inconnue", "langue inconnue"),
    ("lettres-perdues", "lettres perdues avant l’import"),
    ("lien-ecriture", "lien qui dit où il mène"),
    ("lieu-reconnu", "lieu reconnu parmi les fiches"),
    ("ligne-illisible", "ligne illisible"),
    ("ligne-sans-fiche", "ligne dont la fiche n’est pas importée"),
    ("liste-incomplete", "liste qui n’a pas changé, faute de la lire entière"),
    ("modification-refusee", "valeur à écrire à la main dans la fiche"),
    ("nom-arret", "nom d’un arrêt, rangé dans sa tournée"),
    ("nom-de-fichier", "nom de fichier impossible"),
    ("nombre-attendu", "nombre illisible"),
    ("non-publie", "événement qui n’est pas public"),
    ("organisateur-non-reconnu", "organisateur sans fiche"),
    ("oui-ou-non", "valeur qui n’est ni oui ni non"),
    ("partie-sans-fiche", "partie d’une fiche qui n’est nulle part"),
    ("periode-inversee", "fin avant le début"),
    ("plusieurs-jours", "événement de plusieurs jours, sans heures"),
    ("quand-en-double", "jours dits de plusieurs façons"),
    ("regle-non-lue", "répétition que jalon ne lit pas"),
    ("resume-trop-long", "résumé de plus de 280 caractères"),
    ("sans-fin", "événement sans fin ni règle simple"),
    ("sans-nom", "ligne ou événement sans nom"),
    ("sauf-sans-regle", "exception sans règle"),
    ("semaines-illisibles", "semaines paires ou impaires illisibles"),
    ("separateur", "liste remise avec « | »"),
    ("serie-sans-fin", "série sans fin"),
    ("siret-ecriture", "SIRET sans espaces"),
    ("siret-inconnu", "SIRET fait de zéros, laissé vide"),
    ("siret-invalide", "SIRET faux"),
    ("telephone-avec-texte", "numéro tiré d’un texte"),
    ("telephone-ecriture", "numéro écrit comme on le compose"),
    ("telephone-en-plus", "numéro de téléphone de trop"),
    ("telephone-invalide", "numéro de téléphone illisible"),
    ("telephone-plusieurs", "premier numéro gardé parmi plusieurs"),
    ("telephone-zero-perdu", "numéro de téléphone sans son zéro"),
    ("texte-attendu", "liste là où un texte est attendu"),
    ("tournee-commune", "commune de la tournée déduite du premier arrêt"),
    ("tournee-variable", "tournée variable dont un arrêt a des horaires"),
    ("valeur-ancienne", "ancien mot du schéma, remplacé"),
    ("valeur-autre-cle", "valeur rangée sous la clé dont la liste la connaît"),
    ("valeur-devinee", "sens d’une valeur deviné"),
    ("valeur-en-conflit", "changé dans la fiche et dans le fichier"),
    ("valeur-inconnue", "valeur que le schéma n’a pas"),
    ("valeur-non-reconnue", "valeur que la liste n’a pas"),
    ("valeur-sans-effet", "valeur qui ne dit rien d’un lieu, laissée"),
    ("valeur-traduite", "valeur traduite par la correspondance"),
    ("vide", "cellule qui dit seulement « rien »"),
    ("virgule-decimale", "coordonnée écrite avec une virgule, remise avec un point"),
    ("zero-perdu", "zéro du début perdu par un tableur"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The reasons that a chapter of the manual explains.
    fn explained(chapter: &str) -> impl Iterator<Item = &str> {
        chapter.lines().filter_map(|line| line.strip_prefix("### "))
    }

    #[test]
    fn a_reason_is_counted_in_words() {
        let import = include_str!("../../../docs/manuel/pages/43-messages-import.md");
        let records = include_str!("../../../docs/manuel/pages/41-messages-fiches.md");
        // Those of a mapping are said before anything is read.
        let before = |code: &&str| code.starts_with("correspondance-");
        // « Douteux » is the name of the rule, and two are told of what people write in a record, not of its values.
        let elsewhere = ["horaires-douteux", "horaires-commentaire", "horaires-dans-le-texte"];
        let hours = explained(records).filter(|code| code.starts_with("horaires-"));
        let hours = hours.filter(|code| !elsewhere.contains(code));
        for code in explained(import).filter(|code| !before(code)).chain(hours) {
            assert_ne!(label(code), code);
        }
        assert!(LABELS.is_sorted_by_key(|(code, _)| *code));
    }
}
