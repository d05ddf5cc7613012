//! What a published file is to its reader, told by its address: a page that is gone has nothing else left.

use crate::address::Address;

/// Kinds of published files, in the order they are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sorte {
    /// The page of an actor.
    Fiche,
    /// An event.
    Evenement,
    /// A round of stops.
    Tournee,
    /// A commune.
    Commune,
    /// A group of communes.
    Intercommunalite,
    /// A quarter, a network…
    Territoire,
    /// A scheme or label.
    Dispositif,
    /// A need.
    Besoin,
    /// A criterion, alone or with a need.
    Critere,
    /// Any other page.
    Page,
    /// A picture.
    Image,
    /// A file of open data.
    Donnees,
    /// A file to print.
    Imprime,
    /// A file to take along.
    Emport,
    /// Anything else.
    Fichier,
}

/// How a kind is named.
struct Words {
    folder: &'static str,
    sorte: Sorte,
    one: &'static str,
    many: &'static str,
    feminine: bool,
}

const fn words(
    folder: &'static str,
    sorte: Sorte,
    one: &'static str,
    many: &'static str,
    feminine: bool,
) -> Words {
    Words { folder, sorte, one, many, feminine }
}

/// Every kind; those with a folder are told by it.
const WORDS: [Words; 15] = [
    words("acteurs", Sorte::Fiche, "fiche", "fiches", true),
    words("evenements", Sorte::Evenement, "événement", "événements", false),
    words("tournees", Sorte::Tournee, "tournée", "tournées", true),
    words("communes", Sorte::Commune, "page de commune", "pages de commune", true),
    words(
        "intercommunalites",
        Sorte::Intercommunalite,
        "page d’intercommunalité",
        "pages d’intercommunalité",
        true,
    ),
    words("territoires", Sorte::Territoire, "page de territoire", "pages de territoire", true),
    words("dispositifs", Sorte::Dispositif, "dispositif", "dispositifs", false),
    words("besoins", Sorte::Besoin, "page de besoin", "pages de besoin", true),
    words("criteres", Sorte::Critere, "page de critère", "pages de critère", true),
    words("", Sorte::Page, "page", "pages", true),
    words("images", Sorte::Image, "image", "images", true),
    words("donnees", Sorte::Donnees, "fichier de données", "fichiers de données", false),
    words("imprimer", Sorte::Imprime, "imprimé", "imprimés", false),
    words("hors-ligne", Sorte::Emport, "fichier à emporter", "fichiers à emporter", false),
    words("", Sorte::Fichier, "fichier", "fichiers", false),
];

impl Sorte {
    /// Every kind, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|words| words.sorte)
    }

    /// What stands at an address. The first page of a folder is a list, so it is a page like others.
    pub fn of(address: &Address) -> Self {
        let mut names = address.as_str().rsplit('/');
        let file = names.next().unwrap_or_default();
        // Its folders are named as those of pages.
        if address.as_str().contains("/hors-ligne/") && file != "index.html" {
            return Self::Emport;
        }
        let folder = names.next().unwrap_or_default();
        // A need crossed with a criterion stands in a folder of the need's name.
        let crossed = names.next() == Some("besoins");
        let folder = if crossed { "criteres" } else { folder };
        let told = WORDS.iter().find(|words| !folder.is_empty() && words.folder == folder);
        match (file.ends_with(".html"), told.map(|words| words.sorte)) {
            (true, Some(Self::Image | Self::Donnees | Self::Imprime | Self::Emport) | None) => {
                Self::Page
            }
            (true, Some(_)) if file == "index.html" => Self::Page,
            (true, Some(sorte)) => sorte,
            (false, Some(own @ (Self::Image | Self::Donnees | Self::Imprime))) => own,
            (false, _) => Self::Fichier,
        }
    }

    /// « fiche ».
    pub fn one(self) -> &'static str {
        self.words().one
    }

    /// « fiches ».
    pub fn many(self) -> &'static str {
        self.words().many
    }

    /// Whether French says « une » of it.
    pub fn is_feminine(self) -> bool {
        self.words().feminine
    }

    fn words(self) -> &'static Words {
        let index = WORDS.iter().position(|words| words.sorte == self);
        &WORDS[index.unwrap_or(WORDS.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_tells_what_a_file_is() {
        for (path, sorte) in [
            ("86-vienne/acteurs/bus.html", Sorte::Fiche),
            ("86-vienne/acteurs/index.html", Sorte::Page),
            ("86-vienne/evenements/cafe.html", Sorte::Evenement),
            ("86-vienne/images/plan.png", Sorte::Image),
            ("86-vienne/pages/aide.html", Sorte::Page),
            ("86-vienne/besoins/apprendre.html", Sorte::Besoin),
            ("86-vienne/besoins/apprendre/samedi.html", Sorte::Critere),
            ("86-vienne/criteres/samedi.html", Sorte::Critere),
            ("86-vienne/calendriers/bus.ics", Sorte::Fichier),
            ("86-vienne/donnees/acteurs.csv", Sorte::Donnees),
            ("86-vienne/donnees/index.html", Sorte::Page),
            ("86-vienne/hors-ligne/index.html", Sorte::Page),
            ("86-vienne/hors-ligne/guide.html", Sorte::Emport),
            ("86-vienne/hors-ligne/communes/lusignan.html", Sorte::Emport),
            ("index.html", Sorte::Page),
        ] {
            assert_eq!(Sorte::of(&Address::new(path).unwrap()), sorte, "{path}");
        }
    }

    #[test]
    fn every_kind_has_its_own_words() {
        for sorte in Sorte::all() {
            assert_eq!(sorte.words().sorte, sorte);
        }
    }
}
