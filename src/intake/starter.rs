//! What a new guide starts with: its settings, and commented records that build at once.

use crate::calendar::Date;
use crate::territory::{self, Commune, Departement};
use crate::text::slug;

use super::yaml_text::scalar;

/// Name of the folder of a guide: `86-vienne`, `2a-corse-du-sud`.
pub fn folder(departement: &Departement) -> String {
    format!("{}-{}", departement.code.to_lowercase(), slug(departement.nom))
}

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
         editeur: Nom de votre structure (à compléter)\n\
         {mention}\
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
         fraicheur: 12 mois\n",
        departement.code
    )
}

/// One file of a starter, below the folder where the command is to be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starting {
    /// Its path, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether it serves every guide of the folder: one that is there already stays.
    pub shared: bool,
}

/// The files of a new guide: settings, four commented records, and what goes beside `content/`.
pub fn files(departement: &Departement, today: Date) -> Vec<Starting> {
    let towns = towns(departement);
    let guide = format!("content/{}", folder(departement));
    let own = |path: &str, text: String| Starting {
        path: format!("{guide}/{path}"),
        text,
        shared: false,
    };
    let shared = |path: &str, text: String| Starting { path: path.into(), text, shared: true };
    let first = "Créé par jalon init ; ce fichier est à vous, jalon n’y touchera plus.";
    vec![
        own("guide.yaml", settings(departement, first, true)),
        own("acteurs/exemple-mediatheque.yaml", library(towns[0])),
        own("acteurs/exemple-bus.yaml", bus(&towns)),
        own("evenements/exemple-atelier.yaml", workshop(today)),
        own("pages/exemple-page.md", page(departement)),
        shared("content/site.yaml", site(departement)),
        shared("LISEZ-MOI.txt", read_me(departement)),
        shared(".gitignore", "/output/\n/output.jalon-*\n/.jalon/\n".into()),
    ]
}

/// Three towns of a département, the most populous first; one alone comes three times.
fn towns(departement: &Departement) -> [&'static Commune; 3] {
    let mut towns: Vec<&Commune> =
        territory::communes_of_departement(departement.code).iter().collect();
    towns.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    let town =
        |at: usize| towns.get(at).or(towns.first()).copied().unwrap_or(&territory::communes()[0]);
    [town(0), town(1), town(2)]
}

/// The lines that say where: a name alone may be that of two communes of a département.
fn place(commune: &Commune) -> String {
    format!("commune: {}\ncode_insee: \"{}\"\n", scalar(commune.nom, false), commune.code)
}

fn library(town: &Commune) -> String {
    format!(
        "# Créé par jalon init. Une fiche par lieu : copiez ce fichier, renommez-le, remplacez tout ; les clés sont dans le manuel.\n\
         nom: Médiathèque de l’exemple\n\
         {}\
         adresse: 1 rue de l’Exemple\n\
         telephone: 05 36 49 00 01\n\
         courriels: [mediatheque@votre-structure.example]\n\
         # Les horaires se disent comme on les affiche sur la porte.\n\
         horaires: \"mardi et jeudi 9h-12h, 14h-17h ; samedi 10h-12h30\"\n\
         presentation_resume: Des ordinateurs, et quelqu’un pour vous aider.\n\
         # Les mots de ces listes sont ceux du schéma national « Lieux de médiation numérique ».\n\
         services:\n\
         \x20 - Accès internet et matériel informatique\n\
         \x20 - Maîtrise des outils numériques du quotidien\n\
         modalites_acces: [Se présenter, Téléphoner]\n\
         frais_a_charge: [Gratuit]\n\
         # oui, non, ou « appelez avant de venir ». Effacez la ligne si vous ne savez pas : rien n’est deviné.\n\
         sans_rendez_vous: oui\n",
        place(town)
    )
}

fn bus(towns: &[&Commune; 3]) -> String {
    let stops: String = towns
        .iter()
        .zip(["mardi 9h30-12h", "\"mercredi 14h-17h, sauf vacances scolaires\"", "1er et 3e jeudi du mois 9h30-12h30"])
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
         services: [Aide aux démarches administratives]\n\
         itinerance: [Itinérant]\n\
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

fn workshop(today: Date) -> String {
    let day = today.saturating_add(jiff::Span::new().days(DAYS_AHEAD));
    format!(
        "# Créé par jalon init. Un événement : chez qui (le nom du fichier du lieu, sans « .yaml »), et quand.\n\
         nom: Atelier d’exemple, envoyer un courriel\n\
         sorte: atelier\n\
         chez: exemple-mediatheque\n\
         dates:\n\
         \x20 - {{le: {day}, horaires: 14h-16h}}\n\
         presentation_resume: Venez apprendre à écrire et à lire un courriel, à votre rythme.\n\
         services: [Maîtrise des outils numériques du quotidien]\n\
         places: 8\n\
         inscription: {{telephone: 05 36 49 00 01}}\n"
    )
}

fn page(departement: &Departement) -> String {
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

fn site(departement: &Departement) -> String {
    let region = territory::region(departement.region).map_or("", |region| region.nom);
    let region = if region.is_empty() {
        String::new()
    } else {
        format!("region: {}\n", scalar(region, false))
    };
    format!(
        "# Créé par jalon init. L’accueil commun, quand le dossier « content » contient plusieurs guides (un par département).\n\
         titre: Où se faire aider avec le numérique\n\
         editeur: Nom de votre structure (à compléter)\n\
         {region}"
    )
}

fn read_me(departement: &Departement) -> String {
    format!(
        "Un guide de l’aide au numérique {}\n\
         \n\
         Trois commandes, à taper dans ce dossier :\n\
         \n\
         \x20 jalon import lieux.csv     reprend un fichier au schéma national (CSV ou JSON)\n\
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
