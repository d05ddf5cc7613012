//! The bus as its source writes it (mednum-cli, MIT), and a calendar that knows nothing of the program.

/// A stop: what the source says, and where the guide shows it.
pub struct Stop {
    /// Its name.
    pub nom: &'static str,
    /// Name and commune, as the tour says them.
    pub title: &'static str,
    /// The page of its commune.
    pub page: &'static str,
    /// Where to wait.
    pub place: &'static str,
    /// From Monday, 0.
    weekday: usize,
    /// Hours as OpenStreetMap writes them.
    pub hours: &'static str,
    /// « Semaine impaire ».
    odd: bool,
}

const ODD: bool = true;
const EVEN: bool = false;

#[rustfmt::skip]
pub const STOPS: [Stop; 12] = [
    stop("Saint-Fraigne", "Saint-Fraigne", "saint-fraigne", "Face à la boulangerie, Rue du Chant du Coq", 0, "09:30-12:30,13:30-15:30", ODD),
    stop("Tusson", "Tusson", "tusson", "Place de la poste", 1, "09:00-12:30,13:30-15:30", ODD),
    stop("Nanteuil-en-Vallée", "Nanteuil-en-Vallée", "nanteuil-en-vallee", "Place du Champ de foire, 21 Rue Farèze", 2, "09:00-12:30,13:30-15:30", ODD),
    stop("Valence", "Valence", "valence", "En face de la mairie, 14 Rue des Écoles", 3, "09:30-12:30", ODD),
    stop("Saint-Angeau", "Saint-Angeau, Val-de-Bonnieure", "val-de-bonnieure", "Place Robert-Joubert, 2 Place Arsène Roudy", 4, "08:45-12:15", ODD),
    stop("Fouqueure", "Fouqueure", "fouqueure", "En face de la mairie, Place de la Mairie", 4, "13:30-16:30", ODD),
    stop("La Forêt-de-Tessé", "La Forêt-de-Tessé", "la-foret-de-tesse", "Derrière la mairie, 6 Le Bourg", 1, "09:30-12:00", EVEN),
    stop("Charmé", "Charmé", "charme", "Place de la mairie, 5 Route de Ruffec", 1, "13:30-16:30", EVEN),
    stop("Saint-Amant-de-Boixe", "Saint-Amant-de-Boixe", "saint-amant-de-boixe", "Place de la mairie", 2, "09:30-12:30,13:30-15:30", EVEN),
    stop("Verdille", "Verdille", "verdille", "Place du marché, Impasse du Logis", 3, "08:45-12:15", EVEN),
    stop("Luxé", "Luxé", "luxe", "Place de la mairie", 3, "13:30-16:30", EVEN),
    stop("Verteuil-sur-Charente", "Verteuil-sur-Charente", "verteuil-sur-charente", "Place de la mairie", 4, "09:00-12:30", EVEN),
];

const fn stop(
    nom: &'static str,
    title: &'static str,
    page: &'static str,
    place: &'static str,
    weekday: usize,
    hours: &'static str,
    odd: bool,
) -> Stop {
    Stop { nom, title, page, place, weekday, hours, odd }
}

/// `PH off`: public holidays in France from November 2026 to November 2028 (Code du travail, L3133-1;
/// Easter is 28 March 2027 and 16 April 2028).
const HOLIDAYS: [&str; 23] = [
    "2026-12-25",
    "2027-01-01",
    "2027-03-29",
    "2027-05-01",
    "2027-05-06",
    "2027-05-08",
    "2027-05-17",
    "2027-07-14",
    "2027-08-15",
    "2027-11-01",
    "2027-11-11",
    "2027-12-25",
    "2028-01-01",
    "2028-04-17",
    "2028-05-01",
    "2028-05-08",
    "2028-05-25",
    "2028-06-05",
    "2028-07-14",
    "2028-08-15",
    "2028-11-01",
    "2028-11-11",
    "2028-12-25",
];

const WEEKDAYS: [&str; 7] =
    ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A day of the wall calendar.
#[derive(Clone, Copy)]
pub struct Day {
    /// Days since Monday 23 November 2026.
    pub rank: usize,
    year: usize,
    /// From 1.
    month: usize,
    day: usize,
    /// Number of its week.
    week: usize,
}

/// Every day from Monday 23 November 2026, which begins week 48, one after the other.
pub fn wall() -> impl Iterator<Item = Day> {
    let first = Day { rank: 0, year: 2026, month: 11, day: 23, week: 48 };
    std::iter::successors(Some(first), |day| Some(day.next()))
}

/// The days on which the bus is at a stop.
pub fn days(stop: &Stop) -> impl Iterator<Item = Day> {
    let (weekday, rest) = (stop.weekday, usize::from(stop.odd));
    wall().filter(move |day| {
        day.rank % 7 == weekday && day.week % 2 == rest && !HOLIDAYS.contains(&&*day.iso())
    })
}

impl Day {
    fn next(self) -> Self {
        let length = match self.month {
            2 if self.year == 2028 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let (year, month, day) = match (self.month, self.day) {
            (12, 31) => (self.year + 1, 1, 1),
            (month, day) if day == length => (self.year, month + 1, 1),
            (month, day) => (self.year, month, day + 1),
        };
        // A new week each Monday; 2026 has 53 of them, as it begins on a Thursday; 2027 and 2028 have 52.
        let monday = (self.rank + 1).is_multiple_of(7);
        let last = if self.year == 2026 || self.week == 53 { 53 } else { 52 };
        let week = match (monday, self.week) {
            (false, week) => week,
            (true, week) if week == last => 1,
            (true, week) => week + 1,
        };
        Self { rank: self.rank + 1, year, month, day, week }
    }

    /// `2026-12-08`.
    pub fn iso(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// « 8 décembre », « 5 janvier 2027 ».
    pub fn short(&self) -> String {
        let year = if self.year == 2026 { String::new() } else { format!(" {}", self.year) };
        format!("{}{year}", self.day_month())
    }

    fn day_month(&self) -> String {
        let day = if self.day == 1 { "1er".to_owned() } else { self.day.to_string() };
        format!("{day} {}", MONTHS[self.month - 1])
    }

    /// « Jeudi 3 décembre, 9 h 30 à 12 h 30 ».
    pub fn with_hours(&self, stop: &Stop) -> String {
        let spans: Vec<String> =
            stop.spans().iter().map(|(from, to)| format!("{from} à {to}")).collect();
        format!("{} {}, {}", WEEKDAYS[self.rank % 7], self.day_month(), spans.join(", "))
    }
}

impl Stop {
    /// « Jeudi de 9 h 30 à 12 h 30, les semaines impaires ».
    pub fn sentence(&self) -> String {
        let spans: Vec<String> =
            self.spans().iter().map(|(from, to)| format!("de {from} à {to}")).collect();
        let weeks = if self.odd { "impaires" } else { "paires" };
        format!("{} {}, les semaines {weeks}", WEEKDAYS[self.weekday], spans.join(" et "))
    }

    /// « 9 h 30 » and « 12 h 30 », for each span.
    fn spans(&self) -> Vec<(String, String)> {
        let said = |clock: &str| {
            let (hour, minute) = clock.split_once(':').unwrap();
            format!("{} h {minute}", hour.trim_start_matches('0')).replace(" h 00", " h")
        };
        let spans = self.hours.split(',').map(|span| span.split_once('-').unwrap());
        spans.map(|(from, to)| (said(from), said(to))).collect()
    }
}

#[test]
fn the_wall_is_that_of_a_post_office_calendar() {
    let day = |iso: &str| wall().find(|day| day.iso() == iso).unwrap();
    for (iso, weekday, week) in [
        ("2026-12-25", "Vendredi", 52),
        ("2026-12-31", "Jeudi", 53),
        ("2027-01-03", "Dimanche", 53),
        ("2027-01-04", "Lundi", 1),
        ("2027-12-31", "Vendredi", 52),
        ("2028-01-02", "Dimanche", 52),
        ("2028-01-03", "Lundi", 1),
        ("2028-02-29", "Mardi", 9),
        ("2028-11-21", "Mardi", 47),
    ] {
        let day = day(iso);
        assert_eq!((WEEKDAYS[day.rank % 7], day.week), (weekday, week), "{iso}");
    }
}
