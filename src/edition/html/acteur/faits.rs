//! The facts of an actor's page: a name and what is to be known, never guessed.

use crate::record::Acteur;
use crate::record::acteur::Equipement;
use crate::text::{mailto, phone, typography};

use super::avis::action;

use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Fait, Mot, capital, joined};
use crate::edition::html::territoire;

/// How to come, and what to expect at the door.
pub(in crate::edition) fn lieu<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let text = |key: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| Fait::new(labels.word(key), typography(text)))
    };
    let mut faits: Vec<Fait<'a>> = text("fait.venir", &acteur.venir).into_iter().collect();
    let mut access: Vec<Mot<'a>> = acteur
        .accessibilite
        .as_deref()
        .map(|text| Mot::new(typography(text)))
        .into_iter()
        .collect();
    access.extend(
        acteur
            .fiche_acces_libre
            .clone()
            .map(|page| Mot::to(Some(page), labels.word("lien.acceslibre"))),
    );
    if !access.is_empty() {
        faits.push(Fait::of(labels.word("fait.acces"), access));
    }
    let special: Vec<Mot<'a>> = acteur
        .prise_en_charge_specifique
        .iter()
        .filter_map(|term| term.sentence)
        .map(Mot::new)
        .collect();
    if !special.is_empty() {
        faits.push(Fait::of(labels.word("fait.accueil"), special));
    }
    faits
}

/// Phone, mail, site, booking, and a person who agreed to be named.
pub(in crate::edition) fn contact<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait::of(labels.word(key), mots));
        }
    };
    let telephone = acteur.telephone.iter();
    add(
        "fait.telephone",
        match action(here, acteur) {
            // It is the first thing on the page already.
            Some(_) => Vec::new(),
            None => telephone.map(|number| Mot::to(Some(tel(number)), phone(number))).collect(),
        },
    );
    add(
        "fait.courriel",
        acteur.courriels.iter().map(|mail| Mot::to(Some(mailto(mail)), mail.as_str())).collect(),
    );
    add(
        "fait.site",
        acteur.site_web.iter().map(|url| Mot::to(Some(url.clone()), shown_url(url))).collect(),
    );
    add(
        "fait.rendez_vous",
        acteur
            .prise_rdv
            .iter()
            .map(|url| Mot::to(Some(url.clone()), labels.word("lien.rendez_vous")))
            .collect(),
    );
    let person = acteur
        .contact_personne
        .as_ref()
        .filter(|person| person.accepte(here.world.guides.today))
        .and_then(|person| Some((person.nom.as_ref()?, &person.role)));
    let named = |(nom, role): (&String, &Option<String>)| match role {
        Some(role) => format!("{nom}, {}", typography(role)),
        None => nom.clone(),
    };
    add("fait.personne", person.map(|person| Mot::new(named(person))).into_iter().collect());
    faits
}

/// An address of the web as people say it: no scheme, no last slash.
pub(in crate::edition) fn shown_url(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

/// What else helps: what to bring, equipment, languages, other names, who it works with.
pub(in crate::edition) fn savoir<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait::of(labels.word(key), mots));
        }
    };
    let texts = |texts: &[String]| -> Vec<Mot<'a>> {
        texts.iter().map(|text| Mot::new(capital(&typography(text)))).collect()
    };
    add("fait.a_apporter", texts(&acteur.a_apporter));
    add(
        "fait.equipements",
        acteur
            .equipements
            .iter()
            .map(|thing| Mot::new(capital(&typography(&equipment(thing)))))
            .collect(),
    );
    add("fait.langues", joined(&acteur.langues));
    add("fait.pass", pass(here, acteur));
    add(
        "fait.parente",
        acteur.structure_parente.iter().map(|parent| here.reference(parent)).collect(),
    );
    add(
        "fait.quartier",
        acteur.quartier.iter().filter_map(|id| here.territoire_named(&id.value)).collect(),
    );
    let district = acteur.quartier.as_ref().and_then(|id| here.world.guides.territoire(&id.value));
    let district = district.and_then(|quartier| territoire::qpv(here, quartier));
    add("territoire.qpv", district.into_iter().collect());
    add("fait.reseaux", reseaux(here, acteur));
    add(
        "fait.finance_par",
        acteur.fiche.finance_par.iter().map(|payer| here.reference(payer)).collect(),
    );
    add("fait.autres_noms", joined(&acteur.fiche.autres_noms));
    faits
}

/// Its roles in the pass numérique; after its end they are said as the past they are.
fn pass<'a>(here: Here<'a>, acteur: &Acteur) -> Vec<Mot<'a>> {
    let guides = here.world.guides;
    let ended = guides.dispositifs.iter().find(|found| found.est_le_pass());
    let ended = ended.is_some_and(|found| !found.fiche.en_cours(guides.today));
    let role = |term: &&'static crate::vocabulary::Term| match ended {
        true => Mot::new(capital(&here.labels().say("fait.pass_fini", &[("role", term.plain)]))),
        false => Mot::new(term.title()),
    };
    acteur.pass_numerique.iter().map(role).collect()
}

/// Networks: a territory by its name, an actor as a link.
fn reseaux<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Mot<'a>> {
    let network = |id: &'a crate::record::At<String>| {
        here.territoire_named(&id.value).unwrap_or_else(|| here.reference(id))
    };
    acteur.reseaux.iter().map(network).collect()
}

/// « 4 ordinateurs à utiliser », « écran tactile en libre service (2) ».
fn equipment(thing: &Equipement) -> String {
    let Some(count) = thing.nombre.filter(|count| *count > 1) else { return thing.nom.clone() };
    let (noun, rest) = thing.nom.split_once(' ').unwrap_or((&thing.nom, ""));
    let invariable = rest.is_empty() || ["à ", "pour "].iter().any(|word| rest.starts_with(word));
    if invariable && !noun.ends_with(['s', 'x']) {
        format!("{count} {noun}s {rest}").trim_end().to_owned()
    } else {
        format!("{} ({count})", thing.nom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_counted() {
        let said = |nom: &str, nombre| equipment(&Equipement { nom: nom.into(), nombre });
        assert_eq!(said("ordinateur à utiliser", Some(4)), "4 ordinateurs à utiliser");
        assert_eq!(said("imprimante", Some(2)), "2 imprimantes");
        assert_eq!(said("imprimante", Some(1)), "imprimante");
        assert_eq!(
            said("écran tactile en libre service", Some(2)),
            "écran tactile en libre service (2)"
        );
    }

    #[test]
    fn addresses_of_the_web_as_people_say_them() {
        assert_eq!(shown_url("https://www.example.org/"), "www.example.org");
    }
}
