//! The base theme, inside the binary: jalon works alone, from any folder.

/// Puts files of `themes/base/` into the binary, each with its name.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../themes/base/", $name)))),*]
    };
}

/// Every file of the base theme: its name below `themes/base/`, and its text.
pub(super) const FILES: &[(&str, &str)] = files![
    "html/a-propos.html",
    "html/accessibilite-texte.html",
    "html/accessibilite.html",
    "html/accueil.html",
    "html/acteur.html",
    "html/agenda.html",
    "html/base.html",
    "html/besoin.html",
    "html/commune.html",
    "html/contribuer.html",
    "html/critere.html",
    "html/dossier.html",
    "html/evenement.html",
    "html/glossaire.html",
    "html/introuvable.html",
    "html/liste.html",
    "html/mentions-texte.html",
    "html/mentions.html",
    "html/page.html",
    "html/parts.html",
    "html/recherche.html",
    "html/renvoi.html",
    "html/site-accessibilite.html",
    "html/site-base.html",
    "html/site-mentions.html",
    "html/site-page.html",
    "html/site-plan.html",
    "html/site.html",
    "html/tournee.html",
    "icones/aider-mes-enfants.svg",
    "icones/apprendre.svg",
    "icones/chercher-un-travail.svg",
    "icones/creer-et-comprendre.svg",
    "icones/faire-une-demarche.svg",
    "icones/fin-2g-3g.svg",
    "icones/internet-a-la-maison.svg",
    "icones/m-equiper.svg",
    "icones/me-proteger.svg",
    "icones/utiliser-sur-place.svg",
    "labels/fr.yaml",
    "style.css",
];
