//! The facts of an event's page.

use crate::calendar;
use crate::guide::stops;
use crate::record::Evenement;
use crate::record::evenement::Inscription;
use crate::text::{mailto, phone, sentence, typography};

use super::avis;
use crate::edition::html::acteur::Public;
use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Fait, Mot, capital, joined};
use crate::edition::quand::is_full;

/// When: what holds for all its days, then the days that are not as the others; only the days where it names them.
fn quand<'a>(here: Here<'a>, rank: usize) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let said = here.said(rank);
    let mut rules: Vec<Mot<'a>> = here.common().evenements[rank]
        .quand
        .iter()
        .map(|line| Mot::new(line.texte.as_str()))
        .collect();
    // Without a rule, the days that are named are all there is.
    let has_rule = here.guide().evenements[rank].quand.regle().is_some();
    let count = if has_rule { said.rules().len() } else { rules.len() };
    let changes = rules.split_off(count.min(rules.len()));
    let stopped = said.state().is_some_and(stops);
    let word = if stopped { "evenement.etait_prevu" } else { "evenement.quand" };
    let facts = [(word, rules), ("evenement.change", changes)];
    let facts = facts.into_iter().filter(|(_, mots)| !mots.is_empty());
    facts.map(|(word, mots)| Fait::of(labels.word(word), mots)).collect()
}

/// Where: the host as a link and its address, or its own address, or online.
fn ou<'a>(here: Here<'a>, event: &'a Evenement) -> Vec<Mot<'a>> {
    let host = event.chez.as_ref().map(|host| here.reference(host));
    let hosted =
        event.chez.as_ref().and_then(|id| here.world.guides.find_acteur(&id.value, here.index));
    let own = &event.adresse;
    let adresse = match hosted {
        Some(at) if own.adresse.is_none() => &here.world.guides.acteur(at).adresse,
        _ => own,
    };
    let street = adresse.adresse.as_deref().map(typography);
    let commune = adresse.commune.or(own.commune).map(|commune| here.commune(commune));
    let (href, nom) = commune.map(|mot| (mot.href, mot.texte.into_owned())).unwrap_or_default();
    let town: Vec<String> = adresse.code_postal.clone().into_iter().chain([nom]).collect();
    let town = Mot::to(href, town.join(" ").trim().to_owned());
    let lines = street.map(Mot::new).into_iter().chain([town]);
    let mut mots: Vec<Mot<'a>> =
        host.into_iter().chain(lines.filter(|line| !line.texte.is_empty())).collect();
    let to_come = event.a_venir(here.world.guides.today);
    if let Some(online) = event.en_ligne.as_ref().filter(|_| to_come) {
        let word = here.labels().word("evenement.lien_en_ligne");
        mots.extend(online.lien.as_ref().map(|link| Mot::to(Some(link.clone()), word)));
        mots.extend(online.telephone.as_ref().map(|number| {
            let texte = here.labels().say("evenement.par_telephone", &[("numero", &phone(number))]);
            Mot::to(Some(tel(number)), texte)
        }));
    }
    mots
}

/// Where it takes place, when anything is known of it.
pub(in crate::edition) fn lieu<'a>(here: Here<'a>, event: &'a Evenement) -> Option<Fait<'a>> {
    let places = ou(here, event);
    (!places.is_empty()).then(|| Fait::of(here.labels().word("evenement.ou"), places))
}

/// When and where; with or without registration, how much, for whom, when one may still come.
pub(in crate::edition) fn bref<'a>(here: Here<'a>, rank: usize) -> Vec<Fait<'a>> {
    let event = &here.guide().evenements[rank];
    let labels = here.labels();
    let mut faits: Vec<Fait<'a>> = quand(here, rank).into_iter().chain(lieu(here, event)).collect();
    let state = here.said(rank).state();
    if !event.a_venir(here.world.guides.today) || state.is_some_and(stops) {
        return faits;
    }
    let public = Public {
        inconditionnel: None,
        reserve_a: event.reserve_a.as_ref(),
        specialement: &event.publics_specifiquement_adresses,
    };
    let unknown = "fait.non_precise";
    let action = avis::action(here, rank).and_then(|action| action.href);
    let open = !state.is_some_and(is_full);
    faits.extend(open.then(|| inscription(here, event, action.as_ref())));
    faits.push(Fait::new(
        labels.word("fait.prix"),
        here.price(&event.frais_a_charge, event.tarif.as_deref(), unknown),
    ));
    // Anybody comes to an event unless it says otherwise; a place is asked whom it receives.
    let told = event.reserve_a.is_some() || !event.publics_specifiquement_adresses.is_empty();
    faits
        .extend(told.then(|| Fait::new(labels.word("fait.public"), here.public(&public, unknown))));
    faits
}

/// How one registers, or that one comes without. What the action of the page opens is said there alone.
fn inscription<'a>(here: Here<'a>, event: &'a Evenement, action: Option<&String>) -> Fait<'a> {
    let labels = here.labels();
    let nom = labels.word("fait.inscription");
    if let Some(inscription) = &event.inscription {
        let mut ways = ways(here, inscription);
        let count = ways.len();
        ways.retain(|way| way.href.is_none() || way.href.as_ref() != action);
        if ways.len() < count {
            ways.insert(0, Mot::new(labels.word("fait.avec_inscription")));
        }
        return Fait::of(nom, ways);
    }
    match event.sans_rendez_vous.map(|term| term.label) {
        Some("oui") => Fait::new(nom, labels.word("fait.sans_inscription")),
        Some("non") => Fait::new(nom, labels.word("fait.avec_inscription")),
        Some(call) => Fait::new(nom, call),
        None => Fait::new(nom, labels.word("fait.non_precise")),
    }
}

fn ways<'a>(here: Here<'a>, inscription: &'a Inscription) -> Vec<Mot<'a>> {
    let labels = here.labels();
    let by_phone =
        inscription.telephone.as_ref().map(|number| Mot::to(Some(tel(number)), phone(number)));
    let online = inscription
        .lien
        .as_ref()
        .map(|link| Mot::to(Some(link.clone()), labels.word("lien.inscription")));
    let by_mail =
        inscription.courriel.as_ref().map(|mail| Mot::to(Some(mailto(mail)), mail.as_str()));
    let before = inscription.avant.as_ref().map(|day| {
        Mot::new(labels.say("evenement.avant", &[("jour", &calendar::long(day.value))]))
    });
    [by_phone, online, by_mail, before].into_iter().flatten().collect()
}

/// What else helps: what to do before, what is lent, who leads.
pub(in crate::edition) fn savoir<'a>(here: Here<'a>, event: &'a Evenement) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait::of(labels.word(key), mots));
        }
    };
    let one = |text: &Option<String>| -> Vec<Mot<'a>> {
        text.as_deref().map(|text| Mot::new(sentence(&typography(text)))).into_iter().collect()
    };
    let each = |texts: &[String]| -> Vec<Mot<'a>> {
        texts.iter().map(|text| Mot::new(capital(&typography(text)))).collect()
    };
    add("fait.avant_de_venir", one(&event.avant_de_venir));
    add(
        "fait.choix_des_seances",
        event
            .choix_des_seances
            .and_then(|choix| choix.sentence)
            .map(Mot::new)
            .into_iter()
            .collect(),
    );
    add(
        "fait.places",
        event.places.map(|places| Mot::new(places.to_string())).into_iter().collect(),
    );
    add("fait.a_apporter", each(&event.a_apporter));
    add("fait.fourni", joined(&event.fourni));
    add("fait.a_la_fin", one(&event.a_la_fin));
    add("fait.langues", joined(&event.langues));
    add("fait.acces", one(&event.accessibilite));
    add(
        "fait.accueil",
        event
            .prise_en_charge_specifique
            .iter()
            .filter_map(|term| term.sentence)
            .map(Mot::new)
            .collect(),
    );
    add(
        "fait.qui",
        event.qui.as_deref().map(|qui| Mot::new(capital(&typography(qui)))).into_iter().collect(),
    );
    add("fait.organisateur", event.organisateur.iter().map(|id| here.reference(id)).collect());
    add("fait.partie_de", event.decline_de.iter().map(|id| here.event_or_text(id)).collect());
    add("fait.intervenants", each(&event.intervenants));
    add("fait.lieux_visites", event.lieux_visites.iter().map(|id| here.reference(id)).collect());
    add(
        "fait.site",
        event
            .site_web
            .iter()
            .map(|url| Mot::to(Some(url.clone()), crate::edition::html::acteur::shown_url(url)))
            .collect(),
    );
    add("fait.source", one(&event.fiche.source));
    faits
}
