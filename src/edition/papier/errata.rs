//! What changed since an edition, for who holds it: new records, those to strike out, lines to correct.

use crate::calendar;
use crate::edition::html::here::Here;
use crate::plan::Produit;
use crate::text::sentence;

use super::contrat::{Avis, Bloc, Document, Fait, Format, Partie};
use super::document::{self, A4};
use super::editions::{Change, Ecart, Figee, Quoi, Sorte, ecarts};
use super::{blocs, fiche, lieux};

/// The sheet since an edition: the last one where no number is asked for; nothing when there is none.
pub(super) fn document(here: Here<'_>, depuis: Option<u32>) -> Option<Document> {
    let editions = &here.world.editions;
    let dossier = here.guide().dossier.as_str();
    let figee = match depuis {
        Some(numero) => editions.of(dossier).iter().find(|one| one.numero == numero),
        None => editions.last(dossier, here.world.guides.today),
    }?;
    let labels = here.labels();
    let numero = figee.numero.to_string();
    let jour = calendar::short(figee.jour.0);
    let of = [("numero", &*numero), ("jour", &*jour)];
    let found = ecarts(here, figee);
    let mut parts = vec![how_to(here, figee, found.len())];
    for one in &found {
        let titre = town(here, one);
        if parts.last().is_none_or(|part| part.titre != titre) {
            parts.push(Partie { titre, ..Partie::default() });
        }
        if let Some(part) = parts.last_mut() {
            part.blocs.extend(entry(here, figee, one));
        }
    }
    let format = Format { colonnes: 1, ..A4 };
    let titre = labels.word("papier.errata.titre").to_owned();
    Some(Document {
        sous_titre: labels.say("papier.errata.depuis", &of),
        ..document::new(here, Produit::Errata.nom(), format, titre, parts)
    })
}

/// What to do with this sheet, or that nothing changed.
fn how_to(here: Here<'_>, figee: &Figee, found: usize) -> Partie {
    let labels = here.labels();
    let said = [("numero", &*figee.numero.to_string())];
    let texte = match found {
        0 => labels.say("papier.errata.rien", &said),
        _ => labels.say("papier.errata.mode_emploi", &said),
    };
    Partie {
        titre: labels.word("papier.errata.usage").to_owned(),
        blocs: blocs::texte(texte).into_iter().collect(),
        ..Partie::default()
    }
}

fn town(here: Here<'_>, one: &Ecart) -> String {
    match one.commune.is_empty() {
        true => here.labels().word("papier.partout").to_owned(),
        false => one.commune.clone(),
    }
}

/// A record: its name, where it stands and what to do there, then the lines.
fn entry(here: Here<'_>, figee: &Figee, one: &Ecart) -> Vec<Bloc> {
    let labels = here.labels();
    let (mot, faits) = match &one.quoi {
        Quoi::Nouveau(faits) => ("papier.errata.nouveau", faits.clone()),
        Quoi::Barre => ("papier.errata.barrez", Vec::new()),
        Quoi::Change(changes) => {
            let told = changes.iter().flat_map(|one| corrected(here, one));
            ("papier.errata.corrigez", told.collect())
        }
    };
    let avis = Avis { mot: labels.word(mot).to_owned(), texte: place(here, figee, one) };
    let titre = Bloc::Titre { niveau: 2, texte: one.nom.clone(), ancre: String::new() };
    let faits = (!faits.is_empty()).then_some(Bloc::Faits { faits });
    let foot = blocs::texte(foot(here, one));
    [titre, Bloc::Avis(avis)].into_iter().chain(faits).chain(foot).collect()
}

/// « Page 12 de l’édition n° 3. », and why what has ended has.
fn place(here: Here<'_>, figee: &Figee, one: &Ecart) -> String {
    let labels = here.labels();
    let numero = figee.numero.to_string();
    let new = matches!(one.quoi, Quoi::Nouveau(_));
    let (page, known, unknown) = match new {
        true => {
            (page_of_town(here, figee, one), "papier.errata.page_nouveau", "papier.errata.absent")
        }
        false => (one.page, "papier.errata.page", "papier.errata.sans_page"),
    };
    let at = |page: usize| labels.say(known, &[("page", &page.to_string()), ("numero", &numero)]);
    let nowhere = || labels.say(unknown, &[("numero", &numero)]);
    let place = page.map_or_else(nowhere, at);
    let ended = one.rang.filter(|_| one.quoi == Quoi::Barre && one.sorte == Sorte::Acteur);
    let ended = ended.map(|rank| here.ended(&here.guide().acteurs[rank].fiche));
    let why = ended.map(|notice| blocs::avis(&notice)).map(|avis| [avis.mot, avis.texte].join(" "));
    [place].into_iter().chain(why).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Where the commune of a new record stands in the edition.
fn page_of_town(here: Here<'_>, figee: &Figee, one: &Ecart) -> Option<usize> {
    let rank = one.rang?;
    let code = match one.sorte {
        Sorte::Acteur => here.guide().acteurs[rank].adresse.commune?.code,
        Sorte::Evenement => return None,
    };
    figee.communes.get(code).copied()
}

/// « Téléphone, avant : … », then « Téléphone, maintenant : … ».
fn corrected(here: Here<'_>, one: &Change) -> impl Iterator<Item = Fait> {
    let (old, new) = match (one.avant.is_empty(), one.maintenant.is_empty()) {
        (_, true) => ("papier.errata.a_barrer", ""),
        (true, _) => ("", "papier.errata.a_ajouter"),
        _ => ("papier.errata.avant", "papier.errata.maintenant"),
    };
    let told = [(old, &one.avant), (new, &one.maintenant)];
    told.into_iter().filter(|(_, lines)| !lines.is_empty()).map(move |(key, lines)| Fait {
        nom: here.labels().say(key, &[("nom", &one.nom)]),
        lignes: lines.clone(),
    })
}

/// Who checked it when, and its code.
fn foot(here: Here<'_>, one: &Ecart) -> String {
    let labels = here.labels();
    let age = one.rang.filter(|_| one.quoi != Quoi::Barre).map(|rank| match one.sorte {
        Sorte::Acteur => fiche::verifie(here, &here.guide().acteurs[rank]),
        Sorte::Evenement => lieux::checked(here, &here.guide().evenements[rank].fiche),
    });
    let code = Some(&one.code).filter(|code| !code.is_empty());
    let code = code.map(|code| format!("{}\u{a0}{code}", labels.word("papier.mots.code")));
    let all = age.into_iter().chain(code).filter(|said| !said.is_empty());
    all.map(|said| sentence(&said)).collect::<Vec<_>>().join(" ")
}
