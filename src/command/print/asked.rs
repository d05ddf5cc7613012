//! What the command line asks to print: a product, and about what.

use clap::ArgMatches;

use crate::calendar::{self, Date};
use crate::edition::papier::{Demande, Editions};
use crate::edition::{Cible, Forme, Papier, Produit};
use crate::guide::{Guide, Guides, lundi};
use crate::record::Fiche;
use crate::text::{fold, nearest, sentence};
use crate::vocabulary::BESOINS;

use super::sujets;

/// The demands of a command line, one or several posters of a commune, or why it is not understood.
pub(super) fn of(matches: &ArgMatches, guides: &Guides) -> Result<Vec<Demande>, String> {
    let produit = produit(matches)?;
    sujets::fit(matches, produit)?;
    let du = day(matches)?;
    let acteurs: Vec<&String> = matches.get_many("acteur").into_iter().flatten().collect();
    let (guide, cibles) = cibles(matches, guides, produit, &acteurs, du)?;
    let choix = match produit {
        Produit::Selection => ranks(&guides.guides[guide], &acteurs)?,
        _ => Vec::new(),
    };
    let of = |cible| Demande {
        guide,
        papier: Papier { produit, cible, forme: Forme::Lue },
        du,
        choix: choix.clone(),
        languettes: matches.get_flag("languettes"),
        depuis: matches.get_one::<u32>("depuis").copied(),
    };
    Ok(cibles.into_iter().map(of).collect())
}

fn produit(matches: &ArgMatches) -> Result<Produit, String> {
    let written = matches.get_one::<String>("produit").map(String::as_str).unwrap_or_default();
    let names = || Produit::ALL.into_iter().map(Produit::nom);
    Produit::ALL.into_iter().find(|produit| produit.nom() == written).ok_or_else(|| {
        match nearest(written, names()) {
            Some(meant) => {
                format!("« {written} » n’est pas un imprimé. Vouliez-vous dire « {meant} » ?")
            }
            None => format!(
                "« {written} » n’est pas un imprimé. Choisissez : {}.",
                names().collect::<Vec<_>>().join(", ")
            ),
        }
    })
}

fn day(matches: &ArgMatches) -> Result<Option<Date>, String> {
    let Some(written) = matches.get_one::<String>("du") else { return Ok(None) };
    calendar::parse_date(written)
        .map(Some)
        .map_err(|fault| format!("{} {}", sentence(&fault.message), sentence(&fault.remedy)))
}

/// Whether the editions that errata compare with are there.
pub(super) fn editions(
    demandes: &[Demande],
    guides: &Guides,
    editions: &Editions,
) -> Result<(), String> {
    for demande in demandes.iter().filter(|one| one.papier.produit == Produit::Errata) {
        let dossier = &guides.guides[demande.guide].dossier;
        let known = editions.of(dossier);
        let numbers: Vec<String> = known.iter().map(|one| one.numero.to_string()).collect();
        if editions.last(dossier, guides.today).is_none() {
            return Err(format!(
                "« errata » compare avec une édition, et aucune n’est figée pour {dossier}. Tapez « jalon edition » le jour \
                 où vous imprimez le guide."
            ));
        }
        let wanted = demande.depuis.filter(|&number| known.iter().all(|one| one.numero != number));
        if let Some(number) = wanted {
            return Err(format!(
                "{dossier} n’a pas d’édition n° {number}. Choisissez : {}.",
                numbers.join(", ")
            ));
        }
    }
    Ok(())
}

/// What the product is about, in the one guide that has it.
fn cibles(
    matches: &ArgMatches,
    guides: &Guides,
    produit: Produit,
    acteurs: &[&String],
    du: Option<Date>,
) -> Result<(usize, Vec<Cible>), String> {
    let wanted = chosen(matches, guides)?;
    let named = |name: &str| matches.get_one::<String>(name);
    if let Some(nom) = named("commune") {
        let found = find(guides, &wanted, nom, |guide| {
            guide.communes.iter().map(|ici| ici.commune.nom).collect()
        });
        let (guide, rank) = found.ok_or_else(|| {
            unknown(guides, &wanted, nom, "une commune", |guide| {
                guide.communes.iter().map(|ici| ici.commune.nom).collect()
            })
        })?;
        return Ok((guide, of_commune(&guides.guides[guide], produit, rank, nom)?));
    }
    if let Some(nom) = named("intercommunalite") {
        let names = |guide: &Guide| {
            guide.intercommunalites.iter().map(|one| one.epci.nom_propre()).collect()
        };
        let found = find(guides, &wanted, nom, names);
        let (guide, rank) =
            found.ok_or_else(|| unknown(guides, &wanted, nom, "une intercommunalité", names))?;
        return Ok((guide, vec![Cible::Intercommunalite(rank)]));
    }
    let guide = wanted.first().copied().filter(|_| wanted.len() == 1);
    if let Some(nom) = named("besoin") {
        let slugs = || BESOINS.iter().map(|besoin| besoin.slug);
        let besoin = BESOINS.iter().find(|besoin| besoin.slug == nom).ok_or_else(|| {
            format!(
                "« {nom} » n’est pas un besoin. Choisissez : {}.",
                slugs().collect::<Vec<_>>().join(", ")
            )
        })?;
        return Ok((guide.ok_or_else(|| which(guides))?, vec![Cible::Besoin(besoin.slug)]));
    }
    if let Some(id) = acteurs.first() {
        let holds = |&&guide: &&usize| ranks(&guides.guides[guide], &acteurs[..1]).is_ok();
        let guide = wanted.iter().find(holds).copied();
        let guide = guide.ok_or_else(|| no_such_record(id))?;
        let rank = ranks(&guides.guides[guide], &acteurs[..1])?;
        return Ok((guide, rank.into_iter().map(Cible::Acteur).collect()));
    }
    let guide = guide.ok_or_else(|| which(guides))?;
    match produit {
        Produit::Semaine => Ok((guide, vec![Cible::Semaine(lundi(du.unwrap_or(guides.today)))])),
        _ => Ok((guide, vec![Cible::Guide])),
    }
}

/// The subjects of a commune: itself, or every door of it that has a poster.
fn of_commune(
    guide: &Guide,
    produit: Produit,
    rank: usize,
    nom: &str,
) -> Result<Vec<Cible>, String> {
    if produit != Produit::Affiche {
        return Ok(vec![Cible::Commune(rank)]);
    }
    let ici = &guide.communes[rank];
    let places = ici.acteurs.iter().map(|&acteur| Cible::Acteur(acteur));
    let stops = ici.passages.iter().filter(|&&passage| guide.passages[passage].chez.is_none());
    let all: Vec<Cible> = places.chain(stops.map(|&passage| Cible::Passage(passage))).collect();
    match all.is_empty() {
        true => Err(format!(
            "À {nom}, aucun lieu ne reçoit et personne ne passe : il n’y a pas d’affiche à faire."
        )),
        false => Ok(all),
    }
}

/// The guides among which one looks: the one that is named, or all.
fn chosen(matches: &ArgMatches, guides: &Guides) -> Result<Vec<usize>, String> {
    let Some(dossier) = matches.get_one::<String>("guide") else {
        return Ok((0..guides.guides.len()).collect());
    };
    let rank = guides.guides.iter().position(|guide| guide.dossier == *dossier);
    rank.map(|rank| vec![rank]).ok_or_else(|| {
        format!("Aucun guide n’est dans le dossier « {dossier} ». {}", which(guides))
    })
}

fn which(guides: &Guides) -> String {
    let names: Vec<&str> = guides.guides.iter().map(|guide| guide.dossier.as_str()).collect();
    format!("Dites quel guide avec --guide : {}.", names.join(", "))
}

type Names<'a> = Vec<&'a str>;

/// The first guide that has a name, and its rank there; French accents and case do not count.
fn find<'a>(
    guides: &'a Guides,
    wanted: &[usize],
    nom: &str,
    names: impl Fn(&'a Guide) -> Names<'a>,
) -> Option<(usize, usize)> {
    let same = |known: &&str| fold(known) == fold(nom);
    wanted.iter().find_map(|&guide| {
        let rank = names(&guides.guides[guide]).iter().position(same)?;
        Some((guide, rank))
    })
}

fn unknown<'a>(
    guides: &'a Guides,
    wanted: &[usize],
    nom: &str,
    what: &str,
    names: impl Fn(&'a Guide) -> Names<'a>,
) -> String {
    let all: Vec<&str> = wanted.iter().flat_map(|&guide| names(&guides.guides[guide])).collect();
    match nearest(nom, all) {
        Some(meant) => {
            format!("« {nom} » n’est pas {what} de ces guides. Vouliez-vous dire « {meant} » ?")
        }
        None => format!("« {nom} » n’est pas {what} de ces guides."),
    }
}

/// The ranks of some actors of a guide, by their ids or their files.
fn ranks(guide: &Guide, ids: &[&String]) -> Result<Vec<usize>, String> {
    let rank = |id: &&String| {
        let named = |way: &dyn Fn(&Fiche) -> bool| {
            guide.acteurs.iter().position(|acteur| way(&acteur.fiche))
        };
        let found = named(&|fiche| fiche.id == **id);
        let found = found.or_else(|| named(&|fiche| fiche.est_du_fichier(id)));
        found.ok_or_else(|| no_such_record(id))
    };
    ids.iter().map(rank).collect()
}

fn no_such_record(id: &str) -> String {
    format!("Aucun acteur n’a l’identifiant « {id} » : c’est le nom de son fichier sans « .yaml ».")
}
