//! What helps to use a guide: emergencies, how to read it, words explained, the form to correct it.

use crate::edition::html::here::Here;
use crate::edition::html::numeros;
use crate::guide::{Surete, surete};
use crate::text::typography;
use crate::vocabulary::URGENCE;

use super::blocs;
use super::contrat::{Bloc, Mot, Partie};
use super::lieux;

/// Public numbers, emergencies first.
pub(super) fn numbers(here: Here<'_>) -> Partie {
    let guides = here.world.guides;
    let all = numeros::emergencies(guides).into_iter().chain(numeros::others(guides));
    Partie {
        titre: here.labels().word("papier.numeros").to_owned(),
        blocs: all.map(blocs::numero).collect(),
        ..Partie::default()
    }
}

/// The numbers of emergencies alone.
pub(super) fn emergencies(here: Here<'_>) -> Vec<Bloc> {
    numeros::emergencies(here.world.guides).into_iter().map(blocs::numero).collect()
}

/// The other public numbers.
pub(super) fn others(here: Here<'_>) -> Vec<Bloc> {
    numeros::others(here.world.guides).into_iter().map(blocs::numero).collect()
}

/// The numbers of emergencies with their names alone, where room is short: « 15 Samu ; 17 Police ».
pub(super) fn emergencies_in_short(here: Here<'_>) -> Vec<Bloc> {
    let all = numeros::emergencies(here.world.guides).into_iter();
    let item = |number: numeros::Numero| {
        let bold = Mot { texte: number.numero, gras: true, lien: None };
        vec![bold, Mot { texte: format!(" {}", number.nom), ..Mot::default() }]
    };
    let items: Vec<Vec<Mot>> = all.map(item).collect();
    (!items.is_empty()).then_some(Bloc::Liste { numerotee: false, items }).into_iter().collect()
}

/// « J’ai une démarche urgente »: what to know, then the places without appointment.
pub(super) fn urgence(here: Here<'_>) -> Partie {
    let advice = blocs::liste(URGENCE.advice.iter().map(|line| typography(line)), false);
    let sure = here
        .common()
        .urgence
        .iter()
        .filter(|&&acteur| lieux::printed(here, acteur))
        .filter(|&&acteur| surete(&here.guide().acteurs[acteur]) == Surete::SansRendezVous);
    let places = sure.take(URGENT).map(|&acteur| Bloc::Renvoi(lieux::short(here, acteur)));
    let places: Vec<Bloc> = places.collect();
    let titre = (!places.is_empty()).then(|| Bloc::Titre {
        niveau: 2,
        texte: here.labels().say("urgence.sans_rendez_vous.titre", &[]),
        ancre: String::new(),
    });
    Partie {
        titre: typography(URGENCE.title),
        blocs: blocs::texte(typography(URGENCE.what[0]))
            .into_iter()
            .chain(advice)
            .chain(titre)
            .chain(places)
            .collect(),
        ..Partie::default()
    }
}

/// Places shown for a procedure that cannot wait.
const URGENT: usize = 12;

/// How to use the guide, and what its words mean; `indexed` where indexes stand at its end.
pub(super) fn how_to(here: Here<'_>, indexed: bool) -> Partie {
    let labels = here.labels();
    let keys = ["lire", "confirmer", "code", "index", "gratuit", "corriger"];
    let keys = keys.into_iter().filter(|key| indexed || *key != "lire");
    let lines = keys.map(|key| labels.word(&format!("papier.mode_emploi.{key}")).to_owned());
    let lines = lines.chain(left_out(here));
    Partie {
        titre: labels.word("papier.mode_emploi.titre").to_owned(),
        blocs: blocs::liste(lines, false).into_iter().collect(),
        ..Partie::default()
    }
}

/// « 3 fiches ne sont que sur le site »: those that nobody checked for too long.
pub(super) fn left_out(here: Here<'_>) -> Option<String> {
    let limit = here.guide().reglages.ne_plus_imprimer?;
    let today = here.world.guides.today;
    let running = here.guide().acteurs.iter().enumerate();
    let running = running.filter(|(_, acteur)| acteur.fiche.en_cours(today));
    let count = running.filter(|(rank, _)| !lieux::printed(here, *rank)).count();
    let labels = here.labels();
    let fiches = labels.count("nombre.fiches", count);
    let said = [("fiches", &*fiches), ("delai", &limit.to_string())];
    (count > 0).then(|| labels.say("papier.mode_emploi.non_verifies", &said))
}

/// Words explained.
pub(super) fn glossary(here: Here<'_>) -> Partie {
    let word = |entry: &crate::record::savoir::Entree| {
        let terme = typography(&entry.terme);
        let terme = match &entry.sigle {
            Some(sigle) => format!("{terme} ({sigle})"),
            None => terme,
        };
        (terme, typography(&entry.definition))
    };
    let mots: Vec<(String, String)> = here.world.guides.glossaire.iter().map(word).collect();
    Partie {
        titre: here.labels().word("glossaire.titre").to_owned(),
        blocs: (!mots.is_empty()).then_some(Bloc::Glossaire { mots }).into_iter().collect(),
        page: true,
        ..Partie::default()
    }
}

/// The fields of « Proposez une ressource » on paper, the same as those of the page.
const FIELDS: [(&str, u8); 9] = [
    ("contribuer.nom", 1),
    ("contribuer.commune", 1),
    ("contribuer.adresse", 2),
    ("contribuer.telephone", 1),
    ("contribuer.horaires", 3),
    ("contribuer.services", 3),
    ("contribuer.prix", 1),
    ("contribuer.rendez_vous", 0),
    ("contribuer.vous", 1),
];

/// The form to propose a place or correct an entry.
pub(super) fn form(here: Here<'_>) -> Partie {
    let labels = here.labels();
    let yes_no = || ["papier.oui", "papier.non"].map(|key| labels.word(key).to_owned()).to_vec();
    let field = |(key, lignes): (&'static str, u8)| Bloc::Champ {
        libelle: labels.word(key).to_owned(),
        lignes,
        cases: if lignes == 0 { yes_no() } else { Vec::new() },
    };
    let kind = Bloc::Champ {
        libelle: labels.word("papier.formulaire.quoi").to_owned(),
        lignes: 0,
        cases: ["nouveau", "erreur", "ferme"]
            .map(|key| labels.word(&format!("papier.formulaire.{key}")).to_owned())
            .to_vec(),
    };
    let reglages = &here.guide().reglages.reglages;
    let to = reglages.contact.adresse.as_deref().map(typography);
    let to = to.map(|adresse| labels.say("papier.formulaire.rendre", &[("adresse", &adresse)]));
    Partie {
        titre: labels.word("papier.formulaire.titre").to_owned(),
        page: true,
        large: true,
        blocs: blocs::texte(labels.word("papier.formulaire.texte"))
            .into_iter()
            .chain([kind])
            .chain([field(("papier.formulaire.code", 1))])
            .chain(FIELDS.map(field))
            .chain(to.and_then(blocs::texte))
            .chain(super::document::site(here, "contribuer.html").map(Bloc::Adresse))
            .collect(),
        ..Partie::default()
    }
}
