//! Random rules of a permanence: the agenda has the days that counting on the wall calendar gives.

use jalon::calendar::parse_date;
use jalon::{guide, record};
use proptest::prelude::*;

use crate::almanac::{Day, WEEKDAYS};
use crate::support::Desk;

/// Which days of those weekdays.
#[derive(Clone, Debug)]
enum Which {
    All,
    /// « 1er et 3e mardi du mois ».
    Nth(Vec<usize>),
    Last,
    Even,
    Odd,
    OneInTwo(Day),
}

/// A rule, as somebody thinks of it before writing it.
#[derive(Clone, Debug)]
struct Rule {
    weekdays: Vec<usize>,
    /// In minutes.
    hours: Vec<(u16, u16)>,
    which: Which,
    not_on_public: bool,
    not_on_school: bool,
    not_between: Option<(Day, Day)>,
    /// What is excepted is a list of its own beside the rule, not in it.
    apart: bool,
    du: Option<Day>,
    au: Option<Day>,
}

impl Rule {
    /// Somebody is there on a day.
    fn holds(&self, day: Day) -> bool {
        let chosen = match &self.which {
            Which::All => true,
            Which::Nth(all) => all.iter().any(|nth| day.is_nth(*nth)),
            Which::Last => day.is_last(),
            Which::Even => day.week().is_multiple_of(2),
            Which::Odd => !day.week().is_multiple_of(2),
            Which::OneInTwo(from) => *from <= day && (day.weeks() - from.weeks()).is_multiple_of(2),
        };
        chosen
            && self.weekdays.contains(&day.weekday())
            && !(self.not_on_public && day.is_public())
            && !(self.not_on_school && day.is_school())
            && !self.not_between.is_some_and(|(first, last)| first <= day && day <= last)
            && self.du.is_none_or(|du| du <= day)
            && self.au.is_none_or(|au| day <= au)
    }

    /// The rule as staff write it.
    fn said(&self) -> String {
        let days: Vec<&str> = self.weekdays.iter().map(|day| WEEKDAYS[*day]).collect();
        let days = and(&days);
        let hours: Vec<String> = self.hours.iter().map(|(from, to)| span(*from, *to)).collect();
        let hours = hours.join(", ");
        let ranks = |all: &[usize]| {
            let rank = |nth: &usize| if *nth == 1 { "1er".into() } else { format!("{nth}e") };
            let ranks: Vec<String> = all.iter().map(rank).collect();
            and(&ranks.iter().map(String::as_str).collect::<Vec<_>>())
        };
        match &self.which {
            Which::All => format!("{days} {hours}"),
            Which::Nth(all) => format!("{} {days} du mois {hours}", ranks(all)),
            Which::Last => format!("dernier {days} du mois {hours}"),
            Which::Even => format!("{days} {hours}, semaines paires"),
            Which::Odd => format!("{days} {hours}, semaines impaires"),
            Which::OneInTwo(from) => {
                format!("{days} {hours}, une semaine sur deux à partir du {}", from.said())
            }
        }
    }

    /// What is excepted, item by item.
    fn excepted(&self) -> Vec<String> {
        let between = |(first, last): (Day, Day)| format!("du {} au {}", first.said(), last.said());
        let public = self.not_on_public.then(|| "jours fériés".to_owned());
        let school = self.not_on_school.then(|| "vacances scolaires".to_owned());
        [public, school, self.not_between.map(between)].into_iter().flatten().collect()
    }

    /// The record of somebody who comes at these times.
    fn record(&self) -> String {
        let (mut rule, mut more) = (self.said(), String::new());
        let excepted = self.excepted();
        if self.apart && !excepted.is_empty() {
            more.push_str(&format!("    sauf: [{}]\n", excepted.join(", ")));
        } else {
            excepted.iter().for_each(|item| rule.push_str(&format!(", sauf {item}")));
        }
        for (key, day) in [("du", self.du), ("au", self.au)] {
            if let Some(day) = day {
                more.push_str(&format!("    {key}: {}\n", day.iso()));
            }
        }
        format!(
            "nom: Conseillère\ncommune: Poitiers\npermanences:\n  - chez: lieu\n    horaires: \"{rule}\"\n{more}"
        )
    }
}

/// « lundi, mardi et jeudi ».
fn and(words: &[&str]) -> String {
    match words {
        [all @ .., last] if !all.is_empty() => format!("{} et {last}", all.join(", ")),
        _ => words.concat(),
    }
}

/// « 9h30-12h ».
fn span(from: u16, to: u16) -> String {
    let clock = |minute: u16| match minute % 60 {
        0 => format!("{}h", minute / 60),
        more => format!("{}h{more:02}", minute / 60),
    };
    format!("{}-{}", clock(from), clock(to))
}

/// A first and a last day, early enough for the calendar on the wall.
fn period() -> impl Strategy<Value = (Day, Day)> {
    (0..190_usize, 0..20_usize).prop_map(|(first, length)| (Day(first), Day(first + length)))
}

fn which() -> impl Strategy<Value = Which> {
    prop_oneof![
        2 => Just(Which::All),
        2 => proptest::sample::subsequence(vec![1, 2, 3, 4, 5], 1..=2).prop_map(Which::Nth),
        1 => Just(Which::Last),
        2 => Just(Which::Even),
        2 => Just(Which::Odd),
        2 => (0..190_usize).prop_map(|day| Which::OneInTwo(Day(day))),
    ]
}

prop_compose! {
    fn rule()(
        weekdays in proptest::sample::subsequence((0..7).collect::<Vec<usize>>(), 1..=3),
        hours in proptest::sample::subsequence(
            vec![(540, 720), (750, 810), (840, 990), (1_050, 1_140)],
            1..=2,
        ),
        which in which(),
        not_on_public in any::<bool>(),
        not_on_school in any::<bool>(),
        not_between in proptest::option::of(period()),
        apart in any::<bool>(),
        du in proptest::option::of(0..170_usize),
        length in proptest::option::of(0..70_usize),
    ) -> Rule {
        // « 1er et 3e mardi »: staff count one weekday at a time.
        let one_day = matches!(which, Which::Nth(_) | Which::Last);
        let weekdays = if one_day { weekdays[..1].to_vec() } else { weekdays };
        let (du, au) = (du.map(Day), length.map(|length| Day(du.unwrap_or(40) + length)));
        Rule { weekdays, hours, which, not_on_public, not_on_school, not_between, apart, du, au }
    }
}

/// Days and hours of the agenda of a guide with one permanence, shown until a day.
fn agenda(rule: &Rule, today: Day, until: Day) -> Vec<(String, Vec<(u16, u16)>)> {
    let settings = format!(
        "titre: Guide d'essai\ndepartement: \"86\"\nediteur: Essai\nvalable_jusqu_au: {}\n",
        until.iso()
    );
    let record = rule.record();
    let desk = Desk::with(&[
        ("86-vienne/guide.yaml", &settings),
        ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque\ncommune: Lusignan\n"),
        ("86-vienne/acteurs/qui.yaml", &record),
    ]);
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert_eq!(said, [], "{record}");
    let guides = guide::link(records, parse_date(&today.iso()).unwrap());
    let day = |one: &guide::Occurrence| {
        let hours = one.horaires.iter().map(|span| (span.from, span.to)).collect();
        (one.jour.to_string(), hours)
    };
    guides.guides[0].agenda.iter().map(day).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// The agenda has every day that the rule says, with its hours, and no other.
    #[test]
    fn days_are_those_of_the_calendar_on_the_wall(
        rule in rule(), today in 0..146_usize, shown in 0..80_usize,
    ) {
        // Nine weeks at most, whatever the guide asks for.
        let (today, until) = (Day(today), Day(today + shown));
        let last = today.0 + shown.min(63);
        let counted: Vec<(String, Vec<(u16, u16)>)> = (today.0..=last)
            .map(Day)
            .filter(|day| rule.holds(*day))
            .map(|day| (day.iso(), rule.hours.clone()))
            .collect();
        prop_assert_eq!(agenda(&rule, today, until), counted, "{}", rule.record());
    }
}
