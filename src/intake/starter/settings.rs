//! The settings of a new guide, with what is to be filled in.

use crate::intake::yaml_text::scalar;
use crate::record::site::A_COMPLETER;
use crate::territory::Departement;

/// The settings of a new guide; `first` is its first line, which says who wrote it.
pub fn settings(departement: &Departement, first: &str, demonstration: bool) -> String {
    let title = scalar(&format!("Où se faire aider {}", departement.dans_nom), false);
    let mention = if demonstration {
        "# Tant que cette ligne est là, chaque page dit que le guide est un exemple. Effacez-la quand vos fiches sont vraies.\n\
         demonstration: oui\n"
    } else {
        ""
    };
    format!(
        "# {first}\n\
         # Complétez ce fichier : les lignes qui commencent par « # » ne sont pas lues ; enlevez le « # » de celles qui vous servent.\n\
         titre: {title}\n\
         departement: \"{}\"\n\
         # Qui publie ce guide : le nom de votre structure, tel que les lecteurs le connaissent.\n\
         editeur: Nom de votre structure {A_COMPLETER}\n\
         # Comment vous joindre : un courriel et un téléphone de service, pas ceux d’une personne.\n\
         # contact:\n\
         #   courriel: contact@votre-structure.example\n\
         #   telephone: 05 36 49 00 00\n\
         #   adresse: 1 rue de l’Exemple, 86000 Poitiers\n\
         # Un numéro que l’on peut appeler quand on ne sait pas où aller.\n\
         # telephone_aide: 05 36 49 00 00\n\
         # Ce que la loi demande à tout site : qui répond de ce qui est publié, et qui l’héberge.\n\
         # responsable_publication: la direction de votre structure\n\
         # hebergeur: nom, adresse, téléphone\n\
         # L’adresse du site une fois en ligne.\n\
         # adresse_publique: https://votre-guide.example\n\
         # Au bout de combien de temps une fiche est à revérifier.\n\
         fraicheur: 12 mois\n\
         {mention}",
        departement.code
    )
}
