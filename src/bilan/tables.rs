//! The tables of a report: each is a file, most stand in the page too.

use crate::guide::Proche;
use crate::territory;
use crate::vocabulary::BESOINS;

use super::clarte;
use super::communes::{Desserte, chemin};
use super::tableau::{Cellule, Tableau};
use super::{Bilan, Intercommunale};

/// Every table with the name of its file.
pub(super) fn of(bilan: &Bilan<'_>) -> Vec<(&'static str, Tableau)> {
    vec![
        ("a-faire", actions(bilan)),
        ("communes", communes(bilan, bilan.communes.iter())),
        ("communes-sans-aide", communes(bilan, bilan.loin())),
        ("intercommunalites", intercommunalites(bilan)),
        ("besoins", besoins(bilan)),
        ("fraicheur", fraicheur(bilan)),
        ("qualite", qualite(bilan)),
        ("qualite-communes", qualite_communes(bilan)),
        ("lisibilite", clarte::textes(bilan)),
        ("mots-a-remplacer", clarte::mots(bilan)),
    ]
}

fn actions(bilan: &Bilan<'_>) -> Tableau {
    let columns = ["rang", "habitants", "sorte", "ou", "quoi", "detail", "a_faire", "fichier"];
    let mut table = Tableau::new(&columns);
    for (rank, one) in bilan.actions.iter().enumerate() {
        table.lignes.push(vec![
            Cellule::Nombre(rank + 1),
            Cellule::habitants(one.habitants),
            Cellule::texte(one.sorte.nom()),
            Cellule::texte(&one.ou),
            Cellule::texte(&one.quoi),
            Cellule::texte(&one.detail),
            Cellule::texte(&one.faire),
            Cellule::texte(one.fichier.as_deref().unwrap_or_default()),
        ]);
    }
    table
}

/// Communes, with the nearest help of each.
pub(super) fn communes<'d>(
    bilan: &Bilan<'_>,
    of: impl IntoIterator<Item = &'d Desserte<'d>>,
) -> Tableau {
    let mut table = Tableau::new(&[
        "code_insee",
        "commune",
        "intercommunalite",
        "habitants",
        "lieux",
        "passages",
        "demarche_km",
        "demarche_ou",
        "aide_km",
        "aide_ou",
    ]);
    for one in of {
        let epci = one.commune.epci.and_then(territory::epci);
        let [demarche_km, demarche] = nearest(bilan, one.demarche.as_ref());
        let [aide_km, aide] = nearest(bilan, one.aide.as_ref());
        table.lignes.push(vec![
            Cellule::texte(one.commune.code),
            Cellule::texte(one.commune.nom),
            Cellule::texte(epci.map_or("", |epci| epci.nom)),
            Cellule::habitants(one.commune.population),
            Cellule::Nombre(one.lieux),
            Cellule::Nombre(one.ici.passages.len()),
            demarche_km,
            demarche,
            aide_km,
            aide,
        ]);
    }
    table
}

/// How far, and what it is.
fn nearest(bilan: &Bilan<'_>, near: Option<&Proche<'_>>) -> [Cellule; 2] {
    let found = near.and_then(|near| Some((chemin(near)?, bilan.guides.acteur(near.at))));
    let Some((km, acteur)) = found else { return [Cellule::Km(None), Cellule::texte("")] };
    let commune = acteur.adresse.commune;
    let commune = commune.map(|it| match it.departement == bilan.guide.departement.code {
        true => format!(" ({})", it.nom),
        false => format!(" ({}, {})", it.nom, it.departement),
    });
    let name = format!("{}{}", acteur.fiche.nom, commune.unwrap_or_default());
    [Cellule::Km(Some(km)), Cellule::Texte(name)]
}

/// Intercommunalités, and the département as the last line.
pub(super) fn intercommunalites(bilan: &Bilan<'_>) -> Tableau {
    let mut table = Tableau::new(&[
        "intercommunalite",
        "siren",
        "communes",
        "habitants",
        "lieux",
        "passages",
        "evenements",
        "part_aide_dans_la_commune",
        "part_aide_proche",
    ]);
    let whole = total(bilan);
    for one in bilan.epcis.iter().chain([&whole]) {
        table.lignes.push(vec![
            Cellule::texte(&one.nom),
            Cellule::texte(one.siren.unwrap_or_default()),
            Cellule::Nombre(one.communes),
            Cellule::habitants(one.habitants),
            Cellule::Nombre(one.lieux),
            Cellule::Nombre(one.passages),
            Cellule::Nombre(one.evenements),
            Cellule::Part(one.sur_place, one.habitants),
            Cellule::Part(one.pres, one.habitants),
        ]);
    }
    table
}

/// The whole département; what takes place in several of its parts is counted once.
pub(super) fn total(bilan: &Bilan<'_>) -> Intercommunale {
    let sum = |of: fn(&Intercommunale) -> usize| bilan.epcis.iter().map(of).sum();
    let people = |of: fn(&Intercommunale) -> u32| bilan.epcis.iter().map(of).sum();
    let mut events: Vec<usize> =
        bilan.communes.iter().flat_map(|one| one.ici.evenements.iter().copied()).collect();
    events.sort_unstable();
    events.dedup();
    Intercommunale {
        nom: "Tout le département".to_owned(),
        siren: None,
        communes: bilan.communes.len(),
        habitants: bilan.habitants(),
        lieux: sum(|one| one.lieux),
        passages: sum(|one| one.passages),
        evenements: events.len(),
        sur_place: people(|one| one.sur_place),
        pres: people(|one| one.pres),
        besoins: Vec::new(),
    }
}

/// A row for each need in each intercommunalité, as a pivot table wants it.
fn besoins(bilan: &Bilan<'_>) -> Tableau {
    let columns = ["intercommunalite", "siren", "habitants", "besoin", "lieux", "passages"];
    let mut table = Tableau::new(&columns);
    for one in &bilan.epcis {
        for (besoin, (lieux, passages)) in BESOINS.iter().zip(&one.besoins) {
            table.lignes.push(vec![
                Cellule::texte(&one.nom),
                Cellule::texte(one.siren.unwrap_or_default()),
                Cellule::habitants(one.habitants),
                Cellule::texte(besoin.title),
                Cellule::Nombre(*lieux),
                Cellule::Nombre(*passages),
            ]);
        }
    }
    table
}

fn fraicheur(bilan: &Bilan<'_>) -> Tableau {
    let mut table = Tableau::new(&["mois", "verifiees", "jamais_verifiees"]);
    let found = &bilan.fraicheur;
    let mut row = |name: String, checked: usize, dated: usize| {
        let counts = [Cellule::Nombre(checked), Cellule::Nombre(dated)];
        table.lignes.push([vec![Cellule::Texte(name)], counts.to_vec()].concat());
    };
    for (month, checked, dated) in &found.mois {
        row(month.strftime("%Y-%m").to_string(), *checked, *dated);
    }
    row("avant".to_owned(), found.avant.0, found.avant.1);
    row("sans date".to_owned(), 0, found.sans_date);
    table
}

/// Records by their marks, with what each does not tell.
fn qualite(bilan: &Bilan<'_>) -> Tableau {
    let mut table =
        Tableau::new(&["note", "fiche", "commune", "points", "sur", "manque", "fichier"]);
    for note in &bilan.notes {
        let manque: Vec<&str> = note.manque.iter().map(|one| one.manque).collect();
        table.lignes.push(vec![
            Cellule::habitants(note.pour_cent()),
            Cellule::texte(&note.acteur.fiche.nom),
            Cellule::texte(note.acteur.adresse.commune.map_or("", |commune| commune.nom)),
            Cellule::habitants(note.points),
            Cellule::habitants(note.sur),
            Cellule::texte(manque.join(", ")),
            Cellule::texte(&note.acteur.fiche.fichier.path),
        ]);
    }
    table
}

/// Communes by the marks of their records.
pub(super) fn qualite_communes(bilan: &Bilan<'_>) -> Tableau {
    let columns = ["note", "code_insee", "commune", "fiches", "manque_le_plus"];
    let mut table = Tableau::new(&columns);
    for one in bilan.notes_des_communes() {
        table.lignes.push(vec![
            Cellule::habitants(one.note),
            Cellule::texte(one.commune.code),
            Cellule::texte(one.commune.nom),
            Cellule::Nombre(one.fiches),
            Cellule::texte(one.manque.unwrap_or_default()),
        ]);
    }
    table
}
