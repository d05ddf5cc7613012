//! Criteria by which a place is chosen: one row each, its address, its words, what a record says of it.

mod heures;
mod selection;

use std::sync::LazyLock;

use crate::record::Acteur;
use crate::text::slug;
use crate::vocabulary::{LANGUES, Term};

pub(in crate::guide) use heures::propres;
pub use heures::{Moment as MomentOuvert, Ouvert, SEMAINES};
pub(super) use selection::of_guide;
pub use selection::{LONGUE, Selection};

/// What a record says of a criterion; silence is no answer, and nothing is guessed from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reponse {
    /// It says yes.
    Oui,
    /// It says something else.
    Non,
    /// It says nothing.
    NonPrecise,
}

/// Criteria that are listed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Famille {
    /// How one is received.
    Accueil,
    /// When it is open.
    Heures,
    /// Who is specially welcome.
    Publics,
    /// Which language is spoken.
    Langues,
    /// Which difficulty is known how to be met.
    Acces,
}

/// A criterion.
#[derive(Debug)]
pub struct Critere {
    /// Its name in addresses (`criteres/SLUG.html`); never changes.
    pub slug: String,
    /// Its words: `critere.CLE.titre`, `.mot` and `.texte`.
    pub cle: &'static str,
    /// What it is listed with.
    pub famille: Famille,
    /// Whether it is crossed with needs: only what most people ask, whatever they come for.
    pub croise: bool,
    /// The language it is about.
    pub langue: Option<&'static Term>,
    test: Test,
}

/// How a criterion is judged.
#[derive(Clone, Copy, Debug)]
enum Test {
    /// By what the record says.
    Fiche(fn(&Acteur) -> Reponse),
    /// By the days to come of its hours.
    Heures(MomentOuvert),
    /// By the languages spoken.
    Langue,
}

/// Every criterion, in the order of the lists.
pub static CRITERES: LazyLock<Vec<Critere>> = LazyLock::new(|| {
    let languages = LANGUES.terms.iter().filter(|term| !PAS_UNE_LANGUE.contains(&term.code));
    let languages = languages.map(|term| Critere {
        slug: slug(&format!("en {}", term.plain)),
        cle: "langue",
        famille: Famille::Langues,
        croise: false,
        langue: Some(term),
        test: Test::Langue,
    });
    let (before, after) = rows().partition::<Vec<_>, _>(|row| row.famille < Famille::Langues);
    before.into_iter().chain(languages).chain(after).collect()
});

/// French is spoken everywhere; plain French has a row of its own.
const PAS_UNE_LANGUE: [&str; 2] = ["fr", FALC];
const FALC: &str = "fr-x-falc";

/// The rows that are no language.
fn rows() -> impl Iterator<Item = Critere> {
    use Famille::{Acces, Accueil, Heures, Langues, Publics};
    let row = |slug: &str, cle, famille, croise, test| Critere {
        slug: slug.to_owned(),
        cle,
        famille,
        croise,
        langue: None,
        test,
    };
    #[rustfmt::skip]
    let rows = [
        row("sans-rendez-vous", "sans_rendez_vous", Accueil, true, Test::Fiche(sans_rendez_vous)),
        row("gratuit", "gratuit", Accueil, true, Test::Fiche(gratuit)),
        row("a-votre-place", "a_votre_place", Accueil, true, Test::Fiche(|acteur| among(&acteur.niveau_aide, "faire à la place"))),
        row("a-distance", "a_distance", Accueil, true, Test::Fiche(|acteur| among(&acteur.modalites_accompagnement, "À distance"))),
        row("pres-de-chez-vous", "pres_de_chez_vous", Accueil, true, Test::Fiche(se_deplace)),
        row("samedi", "samedi", Heures, true, Test::Heures(MomentOuvert::Samedi)),
        row("soir", "soir", Heures, true, Test::Heures(MomentOuvert::Soir)),
        row("midi", "midi", Heures, true, Test::Heures(MomentOuvert::Midi)),
        row("jeunes", "jeunes", Publics, false, Test::Fiche(|acteur| public(acteur, "Jeunes"))),
        row("etudiants", "etudiants", Publics, false, Test::Fiche(|acteur| public(acteur, "Étudiants"))),
        row("familles", "familles_et_enfants", Publics, false, Test::Fiche(|acteur| public(acteur, "Familles et/ou enfants"))),
        row("seniors", "seniors", Publics, false, Test::Fiche(|acteur| public(acteur, "Seniors"))),
        row("femmes", "femmes", Publics, false, Test::Fiche(|acteur| public(acteur, "Femmes"))),
        row("autres-langues", "autres_langues", Langues, false, Test::Fiche(|acteur| prise(acteur, AUTRES_LANGUES))),
        row("lire-et-ecrire", "lire_et_ecrire", Acces, false, Test::Fiche(|acteur| prise(acteur, "Illettrisme"))),
        row("facile-a-lire", "facile_a_lire", Acces, false, Test::Fiche(|acteur| speaks(acteur, FALC))),
        row("sourds", "sourds", Acces, false, Test::Fiche(|acteur| prise(acteur, "Surdité"))),
        row("malvoyants", "malvoyants", Acces, false, Test::Fiche(|acteur| prise(acteur, "Déficience visuelle"))),
        row("handicap-moteur", "handicap_moteur", Acces, false, Test::Fiche(|acteur| prise(acteur, "Handicaps moteurs"))),
        row("handicap-mental", "handicap_mental", Acces, false, Test::Fiche(|acteur| prise(acteur, "Handicaps mentaux"))),
        row("acces-decrit", "acces_decrit", Acces, false, Test::Fiche(acces_decrit)),
    ];
    rows.into_iter()
}

const AUTRES_LANGUES: &str = "Langues étrangères (autres)";
const ANGLAIS: (&str, &str) = ("en", "Langues étrangères (anglais)");

/// Yes, or no where the record says anything else of it.
fn answer(yes: bool, told: bool) -> Reponse {
    match (yes, told) {
        (true, _) => Reponse::Oui,
        (false, true) => Reponse::Non,
        (false, false) => Reponse::NonPrecise,
    }
}

fn among(terms: &[&'static Term], label: &str) -> Reponse {
    answer(terms.iter().any(|term| term.label == label), !terms.is_empty())
}

fn public(acteur: &Acteur, label: &str) -> Reponse {
    among(&acteur.publics_specifiquement_adresses, label)
}

fn prise(acteur: &Acteur, label: &str) -> Reponse {
    among(&acteur.prise_en_charge_specifique, label)
}

fn sans_rendez_vous(acteur: &Acteur) -> Reponse {
    answer(
        acteur.sans_rendez_vous.is_some_and(|term| term.label == "oui"),
        acteur.sans_rendez_vous.is_some(),
    )
}

/// Free for everybody and everything: « gratuit » beside « payant » is a price to ask for.
fn gratuit(acteur: &Acteur) -> Reponse {
    let free = |term: &&Term| term.label == "Gratuit";
    let terms = &acteur.frais_a_charge;
    answer(!terms.is_empty() && terms.iter().all(free), !terms.is_empty())
}

fn se_deplace(acteur: &Acteur) -> Reponse {
    let moves = acteur.itinerance.iter().any(|term| term.label == "Itinérant");
    answer(moves || acteur.tournee.is_some() || acteur.sorte == "itinérant", true)
}

/// The entrance is described: whether a wheelchair passes is for the reader to judge, not for a program.
fn acces_decrit(acteur: &Acteur) -> Reponse {
    answer(acteur.accessibilite.is_some() || acteur.fiche_acces_libre.is_some(), false)
}

/// Whether a language is spoken, by its code; English has an entry of the standard too.
fn speaks(acteur: &Acteur, code: &str) -> Reponse {
    let plain = LANGUES.term(code).map_or(code, |term| term.plain);
    let spoken = acteur.langues.iter().any(|langue| langue == plain);
    let english = code == ANGLAIS.0 && prise(acteur, ANGLAIS.1) == Reponse::Oui;
    answer(spoken || english, !acteur.langues.is_empty())
}

impl Critere {
    /// What a record says of it, its hours left aside.
    fn juge(&self, acteur: &Acteur) -> Option<Reponse> {
        match (self.test, self.langue) {
            (Test::Fiche(test), _) => Some(test(acteur)),
            (Test::Langue, Some(term)) => Some(speaks(acteur, term.code)),
            (Test::Langue, None) | (Test::Heures(_), _) => None,
        }
    }

    /// The moment at which it asks a place to be open.
    pub fn moment(&self) -> Option<MomentOuvert> {
        match self.test {
            Test::Heures(moment) => Some(moment),
            _ => None,
        }
    }
}
