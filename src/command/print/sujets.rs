//! Which options each product takes, so that none that was given is left unread; and days that are past.

use clap::ArgMatches;
use clap::parser::ValueSource;
use jiff::ToSpan;

use crate::calendar::{Date, short};
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::edition::papier::Demande;
use crate::edition::{Cible, Produit};

/// Options that say what a product is about.
const SUJETS: [&str; 4] = ["commune", "intercommunalite", "besoin", "acteur"];

/// Options that go with some products only.
const AUTRES: [(&str, &[Produit]); 3] = [
    ("du", &[Produit::Affiche, Produit::Semaine]),
    ("languettes", &[Produit::Affiche]),
    ("depuis", &[Produit::Errata]),
];

/// Whether a product may be about the whole guide, and the options that say what else it is about.
fn taken(produit: Produit) -> (bool, &'static [&'static str]) {
    match produit {
        Produit::Guide
        | Produit::Semaine
        | Produit::Errata
        | Produit::FeuilleDAppel
        | Produit::Proposer => (true, &[]),
        Produit::Livret => (true, &["intercommunalite"]),
        Produit::GrosCaracteres => (true, &["commune", "intercommunalite"]),
        Produit::Commune => (false, &["commune"]),
        Produit::Intercommunalite => (false, &["intercommunalite"]),
        Produit::Besoin => (false, &["besoin"]),
        Produit::Depliant => (false, &["commune", "intercommunalite"]),
        Produit::Affiche => (false, &["commune", "acteur"]),
        Produit::Fiche | Produit::Selection => (false, &["acteur"]),
    }
}

fn takes(produit: Produit, option: &str) -> bool {
    let other = AUTRES.iter().find(|(name, _)| *name == option);
    other.map_or_else(|| taken(produit).1.contains(&option), |(_, all)| all.contains(&produit))
}

/// Whether the options given are those of the product, or what it takes.
pub(super) fn fit(matches: &ArgMatches, produit: Produit) -> Result<(), String> {
    let given = |name: &&str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let all = SUJETS.into_iter().chain(AUTRES.into_iter().map(|(name, _)| name));
    if let Some(odd) = all.filter(given).find(|name| !takes(produit, name)) {
        let others = Produit::ALL.into_iter().filter(|other| takes(*other, odd)).map(Produit::nom);
        return Err(format!(
            "« {} » ne prend pas --{odd}, qui va avec : {}. {}",
            produit.nom(),
            others.collect::<Vec<_>>().join(", "),
            needs(produit)
        ));
    }
    match SUJETS.iter().filter(|name| given(name)).count() {
        0 if !taken(produit).0 => {
            Err(format!("Dites pour quoi imprimer « {} ». {}", produit.nom(), needs(produit)))
        }
        0 | 1 => Ok(()),
        _ => Err(format!(
            "« {} » se fait pour une chose à la fois. {}",
            produit.nom(),
            needs(produit)
        )),
    }
}

/// « Donnez --commune ou --acteur. »
fn needs(produit: Produit) -> String {
    let (alone, options) = taken(produit);
    let options: Vec<String> = options.iter().map(|name| format!("--{name}")).collect();
    match (alone, options.is_empty()) {
        (_, true) => "Il se fait pour tout le guide.".to_owned(),
        (true, false) => format!("Donnez {}, ou rien pour tout le guide.", options.join(" ou ")),
        (false, false) => format!("Donnez {}.", options.join(" ou ")),
    }
}

/// A month or a week that was asked for and is past.
pub(super) fn past(demandes: &[Demande], today: Date) -> Option<Diagnostic> {
    let first = demandes.first()?;
    let last = match first.papier.cible {
        Cible::Semaine(monday) => monday.saturating_add(6.days()),
        _ => first.du?.last_of_month(),
    };
    (last < today).then(|| {
        Diagnostic::new(
            "imprime-perime",
            Severity::Warning,
            Subject::Whole,
            format!("Cet imprimé n’est valable que jusqu’au {} : ce jour est passé.", short(last)),
            "Corrigez le jour donné à --du, ou l’année, puis imprimez de nouveau.",
        )
    })
}
