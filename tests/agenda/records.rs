//! Facts written as staff write them: records of a small guide.

use std::fmt::Write;

use crate::almanac::WEEKDAYS;
use crate::facts::{Bus, Change, Event, Except, Facts, Held, Rule, School, Span, Visitor, Which};
use crate::years::Day;

/// « lundi, mardi et jeudi ».
fn and(words: &[String]) -> String {
    match words {
        [all @ .., last] if !all.is_empty() => format!("{} et {last}", all.join(", ")),
        _ => words.concat(),
    }
}

/// « 9h30-12h ».
fn span((from, to): Span) -> String {
    let clock = |minute: u16| match minute % 60 {
        0 => format!("{}h", minute / 60),
        more => format!("{}h{more:02}", minute / 60),
    };
    format!("{}-{}", clock(from), clock(to))
}

impl Rule {
    /// The rule as staff write it.
    pub fn said(&self) -> String {
        let days: Vec<String> = self.weekdays.iter().map(|day| WEEKDAYS[*day].into()).collect();
        let days = and(&days);
        let hours: Vec<String> = self.hours.iter().map(|one| span(*one)).collect();
        let hours = hours.join(", ");
        let rank = |nth: &usize| if *nth == 1 { "1er".into() } else { format!("{nth}e") };
        let mut said = match &self.which {
            Which::All => format!("{days} {hours}"),
            Which::Nth(all) => {
                let ranks: Vec<String> = all.iter().map(rank).collect();
                format!("{} {days} du mois {hours}", and(&ranks))
            }
            Which::Last => format!("dernier {days} du mois {hours}"),
            Which::Even => format!("{days} {hours}, semaines paires"),
            Which::Odd => format!("{days} {hours}, semaines impaires"),
            Which::OneInTwo(from) => {
                format!("{days} {hours}, une semaine sur deux à partir du {}", from.said())
            }
        };
        match self.school {
            School::Whatever => {}
            School::NotInHolidays => said.push_str(", sauf vacances scolaires"),
            School::OnlyInHolidays => said.push_str(", pendant les vacances scolaires"),
        }
        if self.not_on_public {
            said.push_str(", sauf jours fériés");
        }
        said
    }
}

/// `sauf: […]`, or nothing.
fn sauf(items: &[Except]) -> String {
    let item = |one: &Except| match one {
        Except::Public => "jours fériés".to_owned(),
        Except::School => "vacances scolaires".to_owned(),
        Except::Between(first, last) => format!("du {} au {}", first.said(), last.said()),
    };
    let items: Vec<String> = items.iter().map(item).collect();
    if items.is_empty() { String::new() } else { format!("sauf: [{}]", items.join(", ")) }
}

/// `, du: …, au: …`.
fn bounds(held: &Held) -> String {
    let mut said = String::new();
    for (key, day) in [("du", held.du), ("au", held.au)] {
        if let Some(day) = day {
            write!(said, ", {key}: {}", day.iso()).unwrap();
        }
    }
    said
}

/// `changements: […]`.
fn changes(all: &[Change]) -> String {
    let change = |one: &Change| {
        let mut said = format!("{{du: {}, etat: {}", one.from.iso(), one.state);
        let to = one.to.map(|to| format!(", au: {}", to.iso()));
        let stop = one.stop.map(|rank| format!(", arret: Arrêt {rank}"));
        let hours = one.hours.map(|hours| format!(", horaires: {}", span(hours)));
        said.extend([to, stop, hours].into_iter().flatten());
        said + "}"
    };
    let all: Vec<String> = all.iter().map(change).collect();
    format!("changements: [{}]\n", all.join(", "))
}

fn ended(ends: Option<Day>) -> String {
    ends.map(|day| format!("termine: {{le: {}}}\n", day.iso())).unwrap_or_default()
}

impl Visitor {
    fn record(&self, rank: usize) -> String {
        let sauf = Some(sauf(&self.held.sauf)).filter(|sauf| !sauf.is_empty());
        let sauf = sauf.map(|sauf| format!(", {sauf}")).unwrap_or_default();
        format!(
            "nom: Visite {rank}\ncommune: Poitiers\n{}{}permanences:\n  - {{chez: lieu, horaires: \"{}\"{}{sauf}}}\n",
            changes(&self.changes),
            ended(self.ends),
            self.held.rule.said(),
            bounds(&self.held)
        )
    }
}

impl Bus {
    fn record(&self) -> String {
        let mut said = format!("nom: Bus\ncommune: Poitiers\n{}tournee:\n", changes(&self.changes));
        writeln!(said, "  {}\n  arrets:", sauf(&self.sauf)).unwrap();
        for (rank, (rule, hosted)) in self.stops.iter().enumerate() {
            let place = if *hosted { "chez: lieu" } else { "commune: Vivonne" };
            let rule = rule.said();
            writeln!(said, "    - {{nom: Arrêt {rank}, {place}, horaires: \"{rule}\"}}").unwrap();
        }
        said
    }
}

impl Event {
    fn record(&self, rank: usize) -> String {
        let mut said = format!("nom: Atelier {rank}\nchez: lieu\n{}", ended(self.ends));
        if let Some(state) = self.state {
            writeln!(said, "etat: {state}").unwrap();
        }
        let rule = self.held.rule.said();
        let bounds = bounds(&self.held);
        match self.is_series {
            true => writeln!(said, "seances: {{quand: \"{rule}\"{bounds}}}").unwrap(),
            false => writeln!(said, "quand: \"{rule}\"{}", bounds.replace(", ", "\n")).unwrap(),
        }
        writeln!(said, "{}", sauf(&self.held.sauf)).unwrap();
        if !self.dates.is_empty() {
            said.push_str("dates:\n");
        }
        for day in &self.dates {
            write!(said, "  - {{le: {}", day.day.iso()).unwrap();
            let hours = day.hours.map(|hours| format!(", horaires: {}", span(hours)));
            let state = day.state.map(|state| format!(", etat: {state}"));
            let place = day.moved.then(|| ", chez: mairie".to_owned());
            said.extend([hours, state, place].into_iter().flatten());
            said.push_str("}\n");
        }
        said
    }
}

impl Facts {
    /// The files of the guide, shown until a day.
    pub fn files(&self, until: Day) -> Vec<(String, String)> {
        let file = |path: String, text: String| (format!("86-vienne/{path}"), text);
        let settings = format!(
            "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\nvalable_jusqu_au: {}\n",
            until.iso()
        );
        let library = format!("nom: Médiathèque\ncommune: Lusignan\n{}", changes(&self.library));
        let mut files = vec![
            file("guide.yaml".into(), settings),
            file("acteurs/lieu.yaml".into(), library),
            file("acteurs/mairie.yaml".into(), "nom: Mairie\ncommune: Vivonne\n".into()),
        ];
        for (rank, visitor) in self.visitors.iter().enumerate() {
            files.push(file(format!("acteurs/visite-{rank}.yaml"), visitor.record(rank)));
        }
        files.extend(self.bus.iter().map(|bus| file("acteurs/bus.yaml".into(), bus.record())));
        for (rank, event) in self.events.iter().enumerate() {
            files.push(file(format!("evenements/atelier-{rank}.yaml"), event.record(rank)));
        }
        files
    }
}
