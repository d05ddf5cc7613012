//! What every sheet carries: who publishes it, of which day it is, how long it holds, where it is read.

use std::collections::BTreeMap;

use crate::calendar::{self, Date};
use crate::edition::html::acteur::shown_url;
use crate::edition::html::here::Here;
use crate::text::{phone, typography};
use crate::theme::Labels;

use super::contrat::{Document, Edition, Emetteur, Format, Partie, Site};

/// A4 in two columns, the letters of clear print: the size of what is read.
pub(super) const A4: Format =
    Format { papier: "a4", paysage: false, colonnes: 2, corps: 12.0, plancher: 11.0 };

/// A5 in one column.
pub(super) const A5: Format = Format { papier: "a5", colonnes: 1, ..A4 };

/// A4 in one column of large print.
pub(super) const GROS: Format = Format { colonnes: 1, corps: 18.0, plancher: 16.0, ..A4 };

/// A document of a guide, its frame filled and its parts given.
pub(super) fn new(
    here: Here<'_>,
    produit: &'static str,
    format: Format,
    titre: String,
    parties: Vec<Partie>,
) -> Document {
    Document {
        produit,
        format,
        titre,
        sous_titre: String::new(),
        langue: "fr",
        edition: edition(here),
        guide: emetteur(here),
        mots: mots(here.labels()),
        couverture: false,
        parties: parties.into_iter().filter(|part| !part.blocs.is_empty()).collect(),
        affiche: None,
    }
}

/// Words that themes say, by name: those of the group `papier.mots`.
pub(super) fn mots(labels: &Labels) -> BTreeMap<String, String> {
    let own = labels.keys().filter_map(|key| Some((key.strip_prefix("papier.mots.")?, key)));
    own.map(|(name, key)| (name.to_owned(), labels.word(key).to_owned())).collect()
}

fn edition(here: Here<'_>) -> Edition {
    let labels = here.labels();
    let today = here.world.guides.today;
    let end = here.world.guides.fin_de_l_agenda(here.guide());
    let day = calendar::short(today);
    let frozen = here.world.editions.last(&here.guide().dossier, today);
    let texte = frozen.map_or_else(
        || labels.say("papier.edition", &[("jour", &day)]),
        |frozen| {
            let key = match frozen.jour.0 == today {
                true => "papier.edition_figee",
                false => "papier.edition_apres",
            };
            labels.say(key, &[("jour", &day), ("numero", &frozen.numero.to_string())])
        },
    );
    Edition {
        texte,
        jour: today.to_string(),
        verifie: verified_between(here).unwrap_or_default(),
        valable: labels.say("papier.valable", &[("jour", &calendar::short(end))]),
    }
}

/// « Informations vérifiées entre mars et novembre 2026 »: first and last day on which records were checked.
fn verified_between(here: Here<'_>) -> Option<String> {
    let days = here.guide().acteurs.iter().filter_map(|one| one.fiche.verifie.as_ref());
    let days: Vec<Date> = days.map(|checked| checked.le).collect();
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);
    let labels = here.labels();
    Some(match calendar::month(first) == calendar::month(last) {
        true => labels.say("papier.verifie.en_une_fois", &[("mois", &calendar::month(last))]),
        false => labels.say(
            "papier.verifie.entre",
            &[("debut", &calendar::month(first)), ("fin", &calendar::month(last))],
        ),
    })
}

fn emetteur(here: Here<'_>) -> Emetteur {
    let reglages = &here.guide().reglages.reglages;
    let departement = here.guide().departement;
    let accent = &here.theme().accent;
    Emetteur {
        titre: typography(&reglages.titre),
        territoire: format!("{} ({})", departement.nom, departement.code),
        editeur: typography(&reglages.editeur),
        telephone: reglages.contact.telephone.as_deref().map(phone).unwrap_or_default(),
        courriel: reglages.contact.courriel.clone().unwrap_or_default(),
        adresse: reglages.contact.adresse.as_deref().map(typography).unwrap_or_default(),
        site: site(here, "index.html"),
        exemple: match here.guide().reglages.demonstration {
            true => here.labels().word("papier.exemple").to_owned(),
            false => String::new(),
        },
        accent: accent.to_string(),
    }
}

/// A page of the guide as an address to type and a code to scan, when the guide knows its public address.
pub(super) fn site(here: Here<'_>, below: &str) -> Option<Site> {
    let folder = crate::text::slug(&here.guide().dossier);
    let address = crate::address::Address::new(format!("{folder}/{below}")).ok()?;
    let url = here.world.public(here.index, &address)?;
    let url = url.trim_end_matches("index.html").to_owned();
    Some(Site { texte: shown_url(&url).to_owned(), qr: super::qr(&url)?, url })
}
