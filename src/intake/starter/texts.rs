//! The texts of a starter: commented records, a page, and what stands beside `content/`.

use crate::calendar::{Date, HolidayCalendar};
use crate::intake::yaml_text::scalar;
use crate::record::site::A_COMPLETER;
use crate::territory::{self, Commune, Departement};

use super::folder;

/// The lines that say where: a name alone may be that of two communes of a département.
fn place(commune: &Commune) -> String {
    format!("commune: {}\ncode_insee: \"{}\"\n", scalar(commune.nom, false), commune.code)
}

pub(super) fn library(town: &Commune) -> String {
    format!(
        "# Créé par jalon init. Une fiche par lieu : copiez ce fichier, renommez-le, remplacez tout ; les clés sont dans le manuel.\n\
         nom: Médiathèque de l’exemple\n\
         {}\
         adresse: 1 rue de l’Exemple\n\
         telephone: 05 36 49 00 01\n\
         courriels: [mediatheque@votre-structure.example]\n\
         # Les horaires se disent comme on les affiche sur la porte.\n\
         horaires: \"mardi et jeudi 9h-12h, 14h-17h ; samedi 10h-12h30\"\n\
         # oui, non, ou « appelez avant de venir ». Effacez la ligne si vous ne savez pas : rien n’est deviné.\n\
         sans_rendez_vous: oui\n\
         presentation_resume: Des ordinateurs, et quelqu’un pour vous aider.\n\
         # Les mots de ces listes sont ceux du schéma national « Lieux de médiation numérique ».\n\
         services:\n\
         \x20 - Accès internet et matériel informatique\n\
         \x20 - Maîtrise des outils numériques du quotidien\n\
         frais_a_charge: [Gratuit]\n\
         modalites_acces: [Se présenter, Téléphoner]\n",
        place(town)
    )
}

pub(super) fn bus(towns: &[&Commune; 3]) -> String {
    // Corse and overseas have holidays that nobody knows before the staff writes them.
    let has_zone = HolidayCalendar::of(towns[0].departement, Vec::new()).has_zone();
    let sauf = if has_zone { "vacances scolaires" } else { "en août" };
    let wednesday = format!("\"mercredi 14h-17h, sauf {sauf}\"");
    let stops: String = towns
        .iter()
        .zip(["mardi 9h30-12h", &wednesday, "1er et 3e jeudi du mois 9h30-12h30"])
        .enumerate()
        .map(|(index, (commune, hours))| {
            format!(
                "    - nom: Arrêt {}\n      commune: {}\n      code_insee: \"{}\"\n      ou: place de la mairie\n      horaires: {hours}\n",
                index + 1,
                scalar(commune.nom, false),
                commune.code
            )
        })
        .collect();
    format!(
        "# Créé par jalon init. Un service qui se déplace : ses arrêts, dans l’ordre.\n\
         nom: Bus numérique de l’exemple\n\
         {}\
         telephone: 05 36 49 00 02\n\
         presentation_resume: Un bus qui vient près de chez vous pour vos démarches sur Internet.\n\
         itinerance: [Itinérant]\n\
         services: [Aide aux démarches administratives]\n\
         frais_a_charge: [Gratuit]\n\
         tournee:\n\
         \x20 sauf: [jours fériés]\n\
         \x20 arrets:\n\
         {stops}",
        place(towns[0])
    )
}

/// Days between the making of a starter and its workshop: near enough to show on the home page.
const DAYS_AHEAD: i32 = 14;

pub(super) fn workshop(today: Date) -> String {
    let day = today.saturating_add(jiff::Span::new().days(DAYS_AHEAD));
    format!(
        "# Créé par jalon init. Un événement : chez qui (le nom du fichier du lieu, sans « .yaml »), et quand.\n\
         nom: Atelier d’exemple, envoyer un courriel\n\
         presentation_resume: Venez apprendre à écrire et à lire un courriel, à votre rythme.\n\
         sorte: atelier\n\
         chez: exemple-mediatheque\n\
         dates:\n\
         \x20 - {{le: {day}, horaires: 14h-16h}}\n\
         inscription: {{telephone: 05 36 49 00 01}}\n\
         places: 8\n\
         services: [Maîtrise des outils numériques du quotidien]\n"
    )
}

pub(super) fn page(departement: &Departement) -> String {
    format!(
        "---\n\
         titre: Comment ce guide est fait\n\
         ---\n\
         Ce guide dit où trouver, {}, quelqu’un qui vous aide avec Internet, un ordinateur ou une démarche.\n\
         \n\
         Remplacez ce texte par le vôtre. Une page s’écrit en Markdown :\n\
         \n\
         - une ligne vide sépare deux paragraphes ;\n\
         - un tiret commence un élément de liste ;\n\
         - deux astérisques mettent **en gras**.\n",
        departement.dans_nom
    )
}

pub(super) fn site(departement: &Departement) -> String {
    let region = territory::region(departement.region).map_or("", |region| region.nom);
    let region = if region.is_empty() {
        String::new()
    } else {
        format!("region: {}\n", scalar(region, false))
    };
    format!(
        "# Créé par jalon init. L’accueil commun, quand le dossier « content » contient plusieurs guides (un par département).\n\
         titre: Où se faire aider avec le numérique\n\
         editeur: Nom de votre structure {A_COMPLETER}\n\
         {region}"
    )
}

pub(super) fn read_me(departement: &Departement) -> String {
    format!(
        "Un guide de l’aide au numérique {}\n\
         \n\
         Quatre commandes, à taper dans ce dossier :\n\
         \n\
         \x20 jalon import lieux.csv     reprend un fichier au schéma national (CSV ou JSON)\n\
         \x20 jalon nouveau acteur NOM   prépare une fiche à remplir, avec ses explications\n\
         \x20 jalon check                dit ce qui ne va pas dans les fiches\n\
         \x20 jalon build                construit le guide dans le dossier « output »\n\
         \n\
         Ouvrez ensuite output/index.html dans un navigateur.\n\
         \n\
         Les fiches sont dans content/{} : une par lieu, dans « acteurs », une par événement, dans « evenements ».\n\
         Ce sont des fichiers de texte : ouvrez-les avec n’importe quel éditeur, enregistrez en UTF-8.\n\
         Les fiches « exemple-… » sont là pour montrer ; effacez-les quand les vôtres sont écrites.\n",
        departement.dans_nom,
        folder(departement)
    )
}
