//! The page of a report: what to do first, then the tables that say why.

use crate::calendar;
use crate::text::{escaped, thousands, typography};

use super::html::{dit, frame, paragraph, section, table};
use super::tableau::Cellule;
use super::{Action, Bilan, Sorte, carte, clarte, habitants, notes, tables, trous};

/// Actions shown on the page; the table of the file has them all.
const SHOWN: usize = 30;
/// The whole page.
pub(super) fn page(bilan: &Bilan<'_>) -> String {
    let title = format!("Bilan {}", bilan.guide.departement.de_nom);
    let main = [
        format!("<h1>{}</h1>\n", dit(&title)),
        paragraph(&format!(
            "{}, le {}. Une aide est dite proche jusqu’à {} km.",
            bilan.guide.reglages.reglages.titre,
            calendar::short(bilan.guides.today),
            bilan.km
        )),
        chiffres(bilan),
        sommaire(),
        faire(bilan),
        loin(bilan),
        intercommunalites(bilan),
        trous::besoins(bilan),
        trous::fraicheur(&bilan.fraicheur),
        notes::section(bilan),
        clarte::section(bilan),
        communes(bilan),
        methode(bilan),
    ];
    frame(&title, &main.concat())
}

/// « 1 commune », « 12 communes », « 1 234 habitants ».
pub(super) fn counted(count: usize, word: &str) -> String {
    let plural = if count < 2 { "" } else { "s" };
    format!("{} {word}{plural}", thousands(count))
}

/// People, as pages say them.
pub(super) fn people(count: u32) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "habitant")
}

/// The figures that a meeting asks for first.
fn chiffres(bilan: &Bilan<'_>) -> String {
    let whole = tables::total(bilan);
    let far = bilan.loin();
    let share = |part: u32| Cellule::Part(part, whole.habitants).lue();
    let lines = [
        (
            share(whole.pres),
            format!(
                "des {} ont une aide aux démarches à {} km au plus.",
                people(whole.habitants),
                bilan.km
            ),
        ),
        (
            counted(far.len(), "commune"),
            format!("sur {} plus loin : {}.", thousands(whole.communes), people(habitants(far))),
        ),
        (share(whole.sur_place), "des habitants ont un lieu d’aide dans leur commune.".to_owned()),
        (
            counted(whole.lieux, "lieu").replace("lieus", "lieux"),
            format!(
                "qui aident, {} et {} à venir.",
                counted(whole.passages, "passage"),
                counted(whole.evenements, "événement")
            ),
        ),
    ];
    let line = |(figure, words): &(String, String)| {
        format!("<li><strong>{}</strong> {}</li>\n", dit(figure), dit(words))
    };
    format!("<ul class=\"chiffres\">\n{}</ul>\n", lines.iter().map(line).collect::<String>())
}

fn sommaire() -> String {
    let parts = [
        ("faire", "À faire d’abord"),
        ("loin", "Où l’aide est trop loin"),
        ("intercommunalites", "Intercommunalités"),
        ("besoins", "Besoins"),
        ("fraicheur", "Fraîcheur des fiches"),
        ("qualite", "Qualité des fiches"),
        ("lisibilite", "Lisibilité des textes"),
        ("communes", "Toutes les communes"),
        ("methode", "Comment ce bilan compte"),
    ];
    let link = |(id, title): &(&str, &str)| format!("<li><a href=\"#{id}\">{title}</a></li>\n");
    let links: String = parts.iter().map(link).collect();
    format!("<nav aria-label=\"Sommaire\">\n<ul>\n{links}</ul>\n</nav>\n")
}

fn faire(bilan: &Bilan<'_>) -> String {
    let all = &bilan.actions;
    if all.is_empty() {
        return section("faire", "À faire d’abord", &paragraph("Rien : tout est servi et à jour."));
    }
    let kinds = Sorte::TOUTES.iter().map(|sorte| {
        let count = all.iter().filter(|one| one.sorte == *sorte).count();
        vec![Cellule::texte(sorte.nom()), Cellule::Nombre(count)]
    });
    let kinds: Vec<Vec<Cellule>> = kinds.collect();
    let list: String = all.iter().take(SHOWN).map(action).collect();
    let rest = match all.len() {
        count if count <= SHOWN => file("a-faire", "Cette liste en tableau"),
        count => file(
            "a-faire",
            &format!("Les {} lignes, dont ces {SHOWN} premières, en tableau", thousands(count)),
        ),
    };
    section(
        "faire",
        "À faire d’abord",
        &format!(
            "{}<ol class=\"faire\">\n{list}</ol>\n{rest}{}",
            paragraph(
                "Ce qui concerne le plus d’habitants vient d’abord. Les fiches à qui il ne manque qu’un point sur la carte viennent après tout le reste."
            ),
            table("Combien de chaque sorte", &[(0, "sorte"), (1, "lignes")], &kinds)
        ),
    )
}

fn action(one: &Action) -> String {
    let at_least = if one.sorte == Sorte::Quartier { "Au moins " } else { "" };
    let ou = if one.ou.is_empty() { String::new() } else { format!(" – {}", dit(&one.ou)) };
    let file = one.fichier.as_ref();
    let file = file.map(|path| format!("<p><code>{}</code></p>\n", escaped(path)));
    format!(
        "<li>\n<p><strong>{at_least}{}</strong>{ou}</p>\n<p>{}</p>\n<p>À faire{}: {}</p>\n{}</li>\n",
        dit(&people(one.habitants)),
        dit(&one.quoi_entier()),
        '\u{a0}',
        dit(&one.faire),
        file.unwrap_or_default()
    )
}

/// A link to the file that holds a table.
pub(super) fn file(name: &str, words: &str) -> String {
    format!("<p class=\"suite\"><a href=\"{name}.csv\">{} ({name}.csv)</a></p>\n", dit(words))
}

fn loin(bilan: &Bilan<'_>) -> String {
    let title = "Où l’aide est trop loin";
    let far = tables::communes(bilan, bilan.loin());
    let km = bilan.km;
    let body = match far.lignes.is_empty() {
        true => paragraph(&format!(
            "Aucune commune n’est à plus de {km} km d’un lieu qui aide aux démarches."
        )),
        false => {
            let caption = format!("Communes à plus de {km} km d’un lieu qui aide aux démarches");
            table(&caption, &NEAREST, &far.lignes) + &file("communes-sans-aide", "En tableau")
        }
    };
    section("loin", title, &(carte::section(bilan) + &body))
}

/// The columns of communes that fit on paper.
const NEAREST: [(usize, &str); 8] = [
    (1, "commune"),
    (2, "intercommunalité"),
    (3, "habitants"),
    (4, "lieux"),
    (5, "passages"),
    (6, "démarches, km"),
    (7, "lieu le plus proche pour les démarches"),
    (8, "toute aide, km"),
];

fn communes(bilan: &Bilan<'_>) -> String {
    let all = tables::communes(bilan, bilan.communes.iter());
    let caption = format!("Les communes {}", bilan.guide.departement.de_nom);
    let body = table(&caption, &NEAREST, &all.lignes) + &file("communes", "En tableau");
    section("communes", "Toutes les communes", &body)
}

fn intercommunalites(bilan: &Bilan<'_>) -> String {
    let all = tables::intercommunalites(bilan);
    let columns = [
        (0, "intercommunalité"),
        (2, "communes"),
        (3, "habitants"),
        (4, "lieux"),
        (5, "passages"),
        (6, "événements à venir"),
        (7, "aide dans la commune"),
        (8, "démarches proches"),
    ];
    let body = table("Ce que chacune a", &columns, &all.lignes)
        + &paragraph(
            "Les deux dernières colonnes sont des parts des habitants. D’une intercommunalité à cheval sur deux départements, seules les communes de celui-ci comptent.",
        )
        + &file("intercommunalites", "En tableau");
    section("intercommunalites", "Intercommunalités", &body)
}

fn methode(bilan: &Bilan<'_>) -> String {
    let km = bilan.km;
    let lines = [
        format!("Une aide est proche à {km} km au plus, à vol d’oiseau, de la mairie au lieu. Les obstacles écrits dans « territoires » sont contournés. Les lieux de tous les guides comptent."),
        "Un lieu compte s’il reçoit, n’est pas terminé et répond à un besoin au moins. Une permanence ou un arrêt est un passage, pas un lieu.".to_owned(),
        "Les habitants sont ceux de la commune entière. Une fiche concerne sa part des habitants de sa commune, partagés entre ses lieux, et ceux des communes sans lieu dont elle est la plus proche.".to_owned(),
        "Les permanences proposées le sont l’une après l’autre : la première est là où elle servirait le plus d’habitants, la deuxième là où elle servirait le plus de ceux qui restent.".to_owned(),
        "Un quartier prioritaire est compté pour 1 000 habitants, le minimum légal en métropole.".to_owned(),
    ];
    let lines: String =
        lines.iter().map(|line| format!("<li>{}</li>\n", dit(&typography(line)))).collect();
    section("methode", "Comment ce bilan compte", &format!("<ul>\n{lines}</ul>\n"))
}
