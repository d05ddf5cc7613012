//! Random places, written from tables whose answers were found by hand on a calendar.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Hours as staff write them, and when they are open between 23 November 2026 and 25 January 2027.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    pub text: &'static str,
    pub samedi: bool,
    pub soir: bool,
    pub midi: bool,
}

const fn hours(text: &'static str, samedi: bool, soir: bool, midi: bool) -> Hours {
    Hours { text, samedi, soir, midi }
}

#[rustfmt::skip]
pub const HOURS: [Hours; 16] = [
    hours("du lundi au vendredi 9h-12h", false, false, false),
    hours("samedi 10h-12h", true, false, false),
    hours("samedi 9h-12h, semaines paires", true, false, false),
    hours("samedi 9h-12h, une semaine sur deux à partir du 12 décembre 2026", true, false, false),
    hours("1er samedi du mois 10h-17h", true, false, true),
    hours("mardi 17h-18h", false, false, false),
    hours("mardi 17h-18h15", false, true, false),
    hours("dernier jeudi du mois 18h-20h", false, true, false),
    hours("jeudi 12h30-13h30", false, false, true),
    hours("lundi 9h-13h, 13h30-17h", false, false, false),
    hours("Mo-Fr 08:30-18:30", false, true, true),
    hours("Sa 14:00-20:00; PH off", true, true, false),
    hours("samedi 9h-12h, en juillet et août", false, false, false),
    hours("samedi 9h-20h, du 1er mars 2027 au 30 avril 2027", false, false, false),
    hours("lundi 9h-20h ; fermé du 1er novembre 2026 au 28 février 2027", false, false, false),
    hours("dimanche 10h-12h", false, false, false),
];

/// A permanence received, or a stop of its own tour.
#[derive(Clone, Debug)]
pub struct Passage {
    pub hours: Option<Hours>,
    pub services: Vec<&'static str>,
    /// It was over before the day of the build.
    pub ended: bool,
}

/// What is written of a place.
#[derive(Clone, Debug)]
pub struct Place {
    /// `None` for a place, else a kind that nobody visits.
    pub sorte: Option<&'static str>,
    pub ended: bool,
    pub hours: Option<Hours>,
    pub services: Vec<&'static str>,
    pub permanences: Vec<Passage>,
    pub stops: Vec<Option<Hours>>,
    pub rendez_vous: Option<&'static str>,
    pub frais: Vec<&'static str>,
    pub niveau: Vec<&'static str>,
    pub modalites: Vec<&'static str>,
    pub publics: Vec<&'static str>,
    pub prise: Vec<&'static str>,
    pub langues: Vec<&'static str>,
    pub entrance: bool,
    pub moves: bool,
}

pub const SERVICES: [&str; 3] = [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique",
];

const PUBLICS: [&str; 5] = ["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"];
const PRISES: [&str; 7] = [
    "Surdité",
    "Illettrisme",
    "Déficience visuelle",
    "Handicaps moteurs",
    "Handicaps mentaux",
    "Langues étrangères (anglais)",
    "Langues étrangères (autres)",
];
const LANGUES: [&str; 6] = [
    "français",
    "anglais",
    "basque",
    "langue des signes française (LSF)",
    "facile à lire et à comprendre (FALC)",
    "parler de nulle part",
];

fn some(of: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![2 => Just(Vec::new()), 3 => subsequence(of, 1..=most)]
}

fn hours_of(weight: f64) -> impl Strategy<Value = Option<Hours>> {
    proptest::option::weighted(weight, select(&HOURS[..]))
}

fn passage() -> impl Strategy<Value = Passage> {
    (hours_of(0.8), some(&SERVICES, 2), proptest::bool::weighted(0.2))
        .prop_map(|(hours, services, ended)| Passage { hours, services, ended })
}

prop_compose! {
    fn received()(
        permanences in prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(passage(), 1..3)],
        stops in prop_oneof![6 => Just(Vec::new()), 1 => prop::collection::vec(hours_of(0.9), 1..3)],
        rendez_vous in proptest::option::of(select(&["oui", "non", "appelez avant de venir"][..])),
        frais in some(&["Gratuit", "Gratuit sous condition", "Payant"], 2),
        niveau in some(&["faire à la place", "faire avec"], 2),
        modalites in some(&["En autonomie", "À distance"], 2),
        entrance in proptest::bool::weighted(0.2),
        moves in proptest::bool::weighted(0.1),
    ) -> Place {
        let none = Vec::new;
        Place {
            sorte: None, ended: false, hours: None, services: none(), publics: none(), prise: none(),
            langues: none(), permanences, stops, rendez_vous, frais, niveau, modalites, entrance, moves,
        }
    }
}

prop_compose! {
    fn place()(
        place in received(),
        sorte in proptest::option::weighted(0.1, Just("réseau")),
        ended in proptest::bool::weighted(0.1),
        hours in hours_of(0.6),
        services in subsequence(&SERVICES[..], 1..=3),
        publics in some(&PUBLICS, 2),
        prise in some(&PRISES, 2),
        langues in some(&LANGUES, 3),
    ) -> Place {
        Place { sorte, ended, hours, services, publics, prise, langues, ..place }
    }
}

/// The places of a guide: sometimes few, sometimes enough for the lists of needs to be narrowed.
pub fn places() -> impl Strategy<Value = Vec<Place>> {
    prop_oneof![
        1 => prop::collection::vec(place(), 1..8),
        3 => prop::collection::vec(place(), 30..60),
    ]
}

impl Place {
    /// The name of the place of this rank, and its file.
    pub fn name(rank: usize) -> String {
        format!("Lieu {rank:02}")
    }

    /// Its record.
    pub fn yaml(&self, rank: usize) -> String {
        let mut text = format!("nom: {}\ncommune: Poitiers\n", Self::name(rank));
        let mut line = |key: &str, value: String| text.push_str(&format!("{key}: {value}\n"));
        let list = |of: &[&str]| format!("[{}]", of.join(", "));
        for (key, of) in [
            ("services", &self.services),
            ("frais_a_charge", &self.frais),
            ("niveau_aide", &self.niveau),
            ("modalites_accompagnement", &self.modalites),
            ("publics_specifiquement_adresses", &self.publics),
            ("prise_en_charge_specifique", &self.prise),
            ("langues", &self.langues),
        ] {
            if !of.is_empty() {
                line(key, list(of));
            }
        }
        if let Some(sorte) = self.sorte {
            line("sorte", sorte.into());
        }
        if let Some(term) = self.rendez_vous {
            line("sans_rendez_vous", term.into());
        }
        if let Some(hours) = self.hours {
            line("horaires", format!("\"{}\"", hours.text));
        }
        if self.ended {
            line("termine", "{le: 2026-03-31}".into());
        }
        if self.entrance {
            line("accessibilite", "De plain-pied.".into());
        }
        if self.moves {
            line("itinerance", "[Itinérant]".into());
        }
        text + &self.passages()
    }

    fn passages(&self) -> String {
        let when = |hours: Option<Hours>| {
            hours.map_or_else(String::new, |hours| format!(", horaires: \"{}\"", hours.text))
        };
        let mut text = String::new();
        if !self.permanences.is_empty() {
            text.push_str("permanences:\n");
        }
        for passage in &self.permanences {
            let au = if passage.ended { ", au: 2026-06-30" } else { "" };
            let services = passage.services.join(", ");
            let when = when(passage.hours);
            text.push_str(&format!("  - {{qui: médiateur, services: [{services}]{when}{au}}}\n"));
        }
        if !self.stops.is_empty() {
            text.push_str("tournee:\n  arrets:\n");
        }
        for (rank, stop) in self.stops.iter().enumerate() {
            text.push_str(&format!(
                "    - {{nom: Arrêt {rank}, commune: Vivonne{}}}\n",
                when(*stop)
            ));
        }
        text
    }
}
