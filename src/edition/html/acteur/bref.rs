//! With or without appointment, how much, for whom: what decides whether one comes, never guessed.

use crate::record::Acteur;
use crate::record::acteur::ReserveA;
use crate::text::{capital, sentence, typography};
use crate::vocabulary::Term;

use crate::edition::html::here::Here;
use crate::edition::html::parts::{Fait, Mot};

/// With or without appointment, how much, for whom: what decides whether one comes.
pub(in crate::edition) fn faits<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    if !acteur.est_un_lieu() || !acteur.fiche.en_cours(here.world.guides.today) {
        return Vec::new();
    }
    let labels = here.labels();
    let unknown = match acteur.telephone {
        Some(_) => "fait.non_precise_appelez",
        None => "fait.non_precise",
    };
    let appointment =
        acteur.sans_rendez_vous.map_or_else(|| labels.word(unknown), |term| term.label);
    vec![
        Fait::new(labels.word("fait.sans_rendez_vous"), appointment),
        Fait::new(
            labels.word("fait.prix"),
            here.price(&acteur.frais_a_charge, acteur.tarif.as_deref(), unknown),
        ),
        Fait::new(labels.word("fait.public"), here.public(&Public::of(acteur), unknown)),
    ]
}

/// The same on the page of the actor, with the next days it passes and who checked it when.
pub(in crate::edition) fn of_page<'a>(
    here: Here<'a>,
    acteur: &'a Acteur,
    index: usize,
) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut all = faits(here, acteur);
    let running = acteur.fiche.en_cours(here.world.guides.today);
    // Where it has hours of its own, those come first: a desk elsewhere is told further down.
    let moves = acteur.horaires.is_none();
    let next = if moves { here.prochains_passages(index) } else { Vec::new() };
    if running && !next.is_empty() {
        let days = next.into_iter().map(|day| Mot::new(capital(&day))).collect();
        // « When does it come? » is the first question about what moves.
        all.insert(0, Fait::of(labels.word("fait.prochains_passages"), days));
    }
    if let Some(said) = here.verified(&acteur.fiche) {
        all.push(Fait::new(labels.word("fait.verifie"), said));
    }
    all
}

/// Whom a place or an event is for.
pub(in crate::edition) struct Public<'a> {
    pub inconditionnel: Option<bool>,
    pub reserve_a: Option<&'a ReserveA>,
    pub specialement: &'a [&'static Term],
}

impl<'a> Public<'a> {
    fn of(acteur: &'a Acteur) -> Self {
        Self {
            inconditionnel: acteur.inconditionnel,
            reserve_a: acteur.reserve_a.as_ref(),
            specialement: &acteur.publics_specifiquement_adresses,
        }
    }
}

impl Here<'_> {
    /// « gratuit », with the price in words when it is written.
    pub(in crate::edition) fn price(
        &self,
        frais: &[&'static Term],
        tarif: Option<&str>,
        unknown: &str,
    ) -> String {
        let terms: Vec<&str> = frais.iter().map(|term| term.plain).collect();
        let said = match (terms.is_empty(), tarif) {
            (true, None) => self.labels().word(unknown).to_owned(),
            (true, Some(tarif)) => return typography(tarif),
            (false, _) => terms.join(", "),
        };
        match tarif {
            Some(tarif) => format!("{said}. {}", sentence(&typography(tarif))),
            None => said,
        }
    }

    /// « tout le monde, en particulier les jeunes »; « habitants de Saint-Éloi ».
    pub(in crate::edition) fn public(&self, public: &Public<'_>, unknown: &str) -> String {
        let labels = self.labels();
        let names: Vec<&str> = public.specialement.iter().map(|term| term.plain).collect();
        let names = names.join(", ");
        let reserved =
            public.reserve_a.map(|reserve| self.reserved(reserve)).filter(|text| !text.is_empty());
        match (reserved, public.inconditionnel) {
            (Some(reserved), _) => reserved,
            (None, Some(true)) if names.is_empty() => labels.word("fait.tous").to_owned(),
            (None, Some(true)) => labels.say("fait.tous_en_particulier", &[("qui", &names)]),
            (None, _) if names.is_empty() => labels.word(unknown).to_owned(),
            (None, _) => labels.say("fait.en_particulier", &[("qui", &names)]),
        }
    }

    fn reserved(&self, reserve: &ReserveA) -> String {
        let said = |key: &str, names: &[String]| {
            let names: Vec<String> = names.iter().map(|name| typography(name)).collect();
            (!names.is_empty()).then(|| self.labels().say(key, &[("qui", &names.join(", "))]))
        };
        let quartiers = said("fait.habitants_quartiers", &reserve.quartiers);
        let communes = said("fait.habitants_communes", &reserve.communes);
        let texte = reserve.texte.as_deref().map(typography);
        let mut parts: Vec<String> = [quartiers, communes, texte].into_iter().flatten().collect();
        // Often the text only repeats which communes: it is said once.
        parts.dedup();
        for part in parts.iter_mut().skip(1) {
            *part = capital(part);
        }
        parts.join(". ")
    }
}
