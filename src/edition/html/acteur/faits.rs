//! The facts of an actor's page: a name and what is to be known, never guessed.

use crate::record::Acteur;
use crate::record::acteur::{Equipement, Label, ReserveA};
use crate::text::{phone, sentence, typography};
use crate::vocabulary::Term;

use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Fait, Mot, capital, joined};

/// With or without appointment, how much, for whom: what decides whether one comes.
pub(super) fn bref<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
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

/// Whom a place or an event is for.
pub(in crate::edition::html) struct Public<'a> {
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
    pub(in crate::edition::html) fn price(
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
    pub(in crate::edition::html) fn public(&self, public: &Public<'_>, unknown: &str) -> String {
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
        let parts: Vec<String> = [quartiers, communes, texte].into_iter().flatten().collect();
        parts.join(". ")
    }
}

/// How to come, and what to expect at the door.
pub(super) fn lieu<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
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
        faits.push(Fait { nom: labels.word("fait.acces"), mots: access });
    }
    let special: Vec<Mot<'a>> = acteur
        .prise_en_charge_specifique
        .iter()
        .filter_map(|term| term.sentence)
        .map(Mot::new)
        .collect();
    if !special.is_empty() {
        faits.push(Fait { nom: labels.word("fait.accueil"), mots: special });
    }
    faits
}

/// Phone, mail, site, booking, and a person who agreed to be named.
pub(super) fn contact<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait { nom: labels.word(key), mots });
        }
    };
    add(
        "fait.telephone",
        acteur.telephone.iter().map(|number| Mot::to(Some(tel(number)), phone(number))).collect(),
    );
    add(
        "fait.courriel",
        acteur
            .courriels
            .iter()
            .map(|mail| Mot::to(Some(format!("mailto:{mail}")), mail.as_str()))
            .collect(),
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
        .filter(|person| person.accord_jusqu_au >= here.world.guides.today);
    let named = |person: &crate::record::acteur::ContactPersonne| match &person.role {
        Some(role) => format!("{}, {}", person.nom, typography(role)),
        None => person.nom.clone(),
    };
    add("fait.personne", person.map(|person| Mot::new(named(person))).into_iter().collect());
    faits
}

/// An address of the web as people say it: no scheme, no last slash.
pub(in crate::edition::html) fn shown_url(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

/// What else helps: what to bring, equipment, languages, other names, who it works with.
pub(super) fn savoir<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let labels = here.labels();
    let mut faits = Vec::new();
    let mut add = |key: &'static str, mots: Vec<Mot<'a>>| {
        if !mots.is_empty() {
            faits.push(Fait { nom: labels.word(key), mots });
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
    add("fait.pass", acteur.pass_numerique.iter().map(|role| Mot::new(role.title())).collect());
    add(
        "fait.parente",
        acteur.structure_parente.iter().map(|parent| here.reference(parent)).collect(),
    );
    add("fait.reseaux", reseaux(here, acteur));
    add(
        "fait.finance_par",
        acteur.fiche.finance_par.iter().map(|payer| here.reference(payer)).collect(),
    );
    add("fait.autres_noms", joined(&acteur.fiche.autres_noms));
    faits
}

/// Networks: a territory by its name, an actor as a link.
fn reseaux<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Mot<'a>> {
    let network = |id: &'a crate::record::At<String>| match here.world.guides.territoire(&id.value)
    {
        Some(territoire) => Mot::new(typography(&territoire.fiche.nom)),
        None => here.reference(id),
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

/// Labels and programmes, each with what it means in six words.
pub(super) fn labels<'a>(here: Here<'a>, acteur: &'a Acteur) -> Vec<Fait<'a>> {
    let today = here.world.guides.today;
    let stands = |label: &&'a Label| label.jusqu_au.is_none_or(|last| last >= today);
    let all = acteur.dispositif_programmes_nationaux.iter().chain(&acteur.formations_labels);
    let mut faits: Vec<Fait<'a>> = all.filter(stands).map(|label| meaning(here, label)).collect();
    if !acteur.autres_formations_labels.is_empty() {
        faits.push(Fait {
            nom: here.labels().word("fait.autres_labels"),
            mots: joined(&acteur.autres_formations_labels),
        });
    }
    faits
}

fn meaning<'a>(here: Here<'a>, label: &'a Label) -> Fait<'a> {
    let dispositif = here.world.guides.dispositif_of(label.term.label);
    let words = dispositif.and_then(|found| found.en_six_mots.as_deref()).map(typography);
    let mut text = sentence(&words.unwrap_or_else(|| typography(label.term.plain)));
    if let Some(depuis) = label.depuis {
        text = format!("{text} {}", sentence(&crate::calendar::since(depuis)));
    }
    let nom = dispositif.map_or(label.term.label, |found| found.fiche.nom.as_str());
    Fait::new(nom, text)
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
