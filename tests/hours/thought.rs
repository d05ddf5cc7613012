//! A rule as somebody thinks of it before writing it, and its French.

use jalon::calendar::{Date, SchoolBreak};

const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Which of its weekdays.
#[derive(Clone, Debug)]
pub enum Which {
    All,
    Nth(Vec<i8>),
    Even,
    Odd,
    /// One week in so many, from a day on.
    OneIn(i32, Date),
    Numbered(i8, i8),
}

/// Days off by the calendar.
#[derive(Clone, Debug)]
pub enum Off {
    Public,
    School(Option<SchoolBreak>),
    /// The nth weeks (from the end, where below 0) of school holidays.
    Weeks(Option<SchoolBreak>, Vec<i8>),
    /// School holidays without these weeks.
    Without(Option<SchoolBreak>, Vec<i8>),
    /// Every year.
    Days((i8, i8), (i8, i8)),
    Once(Date, Date),
}

/// How days off narrow a rule.
#[derive(Clone, Debug)]
pub enum Narrowed {
    No,
    Except(Off),
    During(Off),
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    pub weekdays: Vec<usize>,
    pub hours: &'static [(u16, u16)],
    pub which: Which,
    pub narrowed: Narrowed,
}

/// Rules on weekdays that no other has, and what closes them all.
#[derive(Clone, Debug)]
pub struct Thought {
    pub rules: Vec<Rule>,
    pub closed: Vec<Off>,
}

impl Thought {
    /// As staff write it.
    pub fn text(&self) -> String {
        let rules = self.rules.iter().map(Rule::text);
        let closed = self.closed.iter().map(|off| format!("fermé {}", off.text(true)));
        rules.chain(closed).collect::<Vec<_>>().join(" ; ")
    }
}

impl Rule {
    fn text(&self) -> String {
        let days: Vec<String> = self
            .weekdays
            .iter()
            .map(|day| match &self.which {
                Which::Nth(nths) => {
                    let nths: Vec<String> = nths.iter().map(|nth| ordinal(*nth)).collect();
                    format!("{} {} du mois", nths.join(" et "), WEEKDAYS[*day])
                }
                _ => WEEKDAYS[*day].to_owned(),
            })
            .collect();
        let clock = |minute: u16| format!("{}h{:02}", minute / 60, minute % 60);
        let hours: Vec<String> =
            self.hours.iter().map(|(a, b)| format!("{}-{}", clock(*a), clock(*b))).collect();
        let weeks = match &self.which {
            Which::All | Which::Nth(_) => String::new(),
            Which::Even => ", semaines paires".into(),
            Which::Odd => ", semaines impaires".into(),
            Which::OneIn(weeks, from) => {
                format!(
                    ", une semaine sur {} à partir du {}",
                    many(*weeks),
                    from.strftime("%d/%m/%Y")
                )
            }
            Which::Numbered(from, to) => format!(", semaines {from} à {to}"),
        };
        let narrowed = match &self.narrowed {
            Narrowed::No => String::new(),
            Narrowed::Except(off) => format!(", sauf {}", off.text(false)),
            Narrowed::During(off) => format!(", {}", off.text(true)),
        };
        format!("{} {}{weeks}{narrowed}", days.join(", "), hours.join(", "))
    }
}

impl Off {
    /// After « sauf », or by itself and after « fermé ».
    fn text(&self, with_article: bool) -> String {
        let during = if with_article { "pendant les " } else { "" };
        let weeks = |nths: &[i8]| {
            let weeks: Vec<String> = nths
                .iter()
                .map(|nth| match nth {
                    1 => "la première semaine".into(),
                    -1 => "la dernière semaine".into(),
                    -2 => "l'avant-dernière semaine".into(),
                    nth => format!("la {nth}e semaine"),
                })
                .collect();
            weeks.join(" et ")
        };
        match self {
            Self::Public if with_article => "pendant les jours fériés".into(),
            Self::Public => "jours fériés".into(),
            Self::School(of) => format!("{during}{}", name(*of)),
            Self::Weeks(of, nths) => {
                let during = if with_article { "pendant " } else { "" };
                format!("{during}{} des {}", weeks(nths), name(*of))
            }
            Self::Without(of, nths) => {
                format!("{during}{}, sauf {}", name(*of), weeks(nths))
            }
            Self::Days((m, d), (n, e)) => {
                format!("du {d} {} au {e} {}", month(*m), month(*n))
            }
            Self::Once(from, to) => {
                format!("du {} au {}", from.strftime("%d/%m/%Y"), to.strftime("%d/%m/%Y"))
            }
        }
    }
}

fn name(of: Option<SchoolBreak>) -> &'static str {
    match of {
        None => "vacances scolaires",
        Some(SchoolBreak::Noel) => "vacances de Noël",
        Some(SchoolBreak::Hiver) => "vacances d'hiver",
        Some(SchoolBreak::Ete) => "vacances d'été",
        Some(SchoolBreak::Toussaint) => "vacances de la Toussaint",
        Some(SchoolBreak::Printemps) => "vacances de printemps",
    }
}

fn ordinal(nth: i8) -> String {
    match nth {
        1 => "1er".into(),
        -1 => "dernier".into(),
        -2 => "avant-dernier".into(),
        nth => format!("{nth}e"),
    }
}

fn many(number: i32) -> &'static str {
    ["deux", "trois", "quatre"][usize::try_from(number - 2).unwrap()]
}

fn month(number: i8) -> &'static str {
    jalon::calendar::MONTHS[usize::try_from(number - 1).unwrap()]
}
