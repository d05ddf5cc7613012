//! Hours hold for every text and every day: nothing panics, plans equal a naive count, and the
//! French sentence says what the rules say.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

use jalon::calendar::{
    Date, Exception, Holidays, Horaires, Interval, Length, SchoolBreak, Since, State, parse_date,
    parse_times,
};
use proptest::prelude::*;

/// Holidays that need no data: fixed public days, three long school holidays.
struct Calendar;

impl Holidays for Calendar {
    fn is_public(&self, date: Date) -> bool {
        matches!((date.month(), date.day()), (1, 1) | (5, 1) | (7, 14) | (11, 11) | (12, 25))
    }
    fn is_school(&self, date: Date) -> bool {
        self.school_break(date).is_some()
    }
    fn school_break(&self, date: Date) -> Option<SchoolBreak> {
        match (date.month(), date.day()) {
            (7 | 8, _) => Some(SchoolBreak::Ete),
            (12, 19..) | (1, ..=3) => Some(SchoolBreak::Noel),
            (2, 13..) => Some(SchoolBreak::Hiver),
            _ => None,
        }
    }
    fn school_span(&self, date: Date) -> Option<(Date, Date)> {
        let days = |first, last, (from, to), (until, end)| {
            Some((Date::constant(first, from, to), Date::constant(last, until, end)))
        };
        let year = date.year();
        match self.school_break(date)? {
            SchoolBreak::Ete => days(year, year, (7, 1), (8, 31)),
            SchoolBreak::Noel if date.month() == 1 => days(year - 1, year, (12, 19), (1, 3)),
            SchoolBreak::Noel => days(year, year + 1, (12, 19), (1, 3)),
            _ => days(year, year, (2, 13), (2, 28)),
        }
    }
}

/// Every day of 2026 and 2027: a year of 53 weeks, then one of 52.
fn days() -> impl Iterator<Item = Date> {
    Date::constant(2026, 1, 1).series(jiff::Span::new().days(1)).take(730)
}

/// Minutes of a day on which somebody is there, by appointment or not.
fn minutes(hours: &Horaires, date: Date) -> Vec<Option<State>> {
    let mut minutes = vec![None; 1440];
    for planned in hours.on(date, &Calendar).spans {
        for minute in planned.span.from..planned.span.to {
            minutes[usize::from(minute)] = Some(planned.state);
        }
    }
    minutes
}

/// Everything that can be asked of a text, and of hours where it holds some.
fn ask_all(text: &str) {
    let (key, value) = text.split_at(text.floor_char_boundary(text.len() / 2));
    match Horaires::parse(text) {
        Ok(hours) => {
            let sentence = hours.sentence();
            assert!(sentence.ends_with(['.', '!', '?', '…']), "{sentence}");
            let _ = (hours.week(), hours.groups(), hours.remarks(), hours.lints());
            let _ = (hours.opens_on_saturday(), hours.opens_after_18h());
            let _ = hours.on(Date::constant(2026, 7, 14), &Calendar);
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(text.get(fault.span.clone()).is_some(), "{fault:?}");
                assert!(!fault.message.is_empty() && !fault.remedy.is_empty());
            }
        }
    }
    for fault in Horaires::from_days(&[(key, value)]).err().into_iter().flatten() {
        let part = if fault.in_key { key } else { value };
        assert!(part.get(fault.fault.span.clone()).is_some(), "{fault:?}");
    }
    let _ = (Exception::parse(text), parse_times(text), parse_date(text));
    let _ = (Since::parse(text), Interval::parse(text), Length::parse(text));
}

/// Pieces of hours in both forms, good and bad.
const PIECES: [&str; 78] = [
    "Mo",
    "Tu-Fr",
    "Sa,Su",
    "PH",
    "SH",
    "off",
    "week",
    "1-53/2",
    "2-52/2",
    "[1]",
    "[-1]",
    "Jan",
    "Jul-Aug",
    "Dec 24-Jan 02",
    "Feb 30",
    "2026",
    "easter",
    "sunrise-sunset",
    "09:00-12:00",
    "14:00-17:00",
    "25:00",
    "24:00",
    "12:30",
    "\"sur rendez-vous\"",
    "\"",
    "||",
    ";",
    ",",
    " ",
    "-",
    "lundi",
    "mardi",
    "du lundi au vendredi",
    "1er",
    "3e",
    "9e",
    "dernier",
    "du mois",
    "9h-12h",
    "9h30",
    "14h à 16h30",
    "9.30",
    "sauf",
    "pendant",
    "vacances scolaires",
    "jours fériés",
    "et",
    "semaines paires",
    "une semaine sur deux",
    "à partir du",
    "12 janvier 2027",
    "jusqu'au",
    "du 24 décembre 2026 au 3 janvier 2027",
    "30 février",
    "31/12/2027",
    "2027-01-12",
    "août",
    "fermé",
    "sur rendez-vous",
    "sinon",
    "aussi",
    "seulement",
    "tous les jours",
    "matin",
    "midi",
    "première",
    "semaine",
    "semaines",
    "vacances de Noël",
    "(mais ouvert",
    "deux",
    "24h/24",
    "(cour)",
    "(",
    "é\u{301}",
    "İ",
    "\n",
    "99999999999",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    let joint = prop::sample::select(&["", " ", " ", ", ", "; "][..]);
    prop::collection::vec((piece, joint), 0..9)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, joint)| [piece, joint]).collect())
}

/// One rule as this test understands it, apart from all the code it tests.
#[derive(Clone, Debug)]
struct Naive {
    /// From Monday.
    weekdays: Vec<usize>,
    /// The nth of the month, or the last for −1.
    nth: Option<i8>,
    /// Every second ISO week, by remainder.
    parity: Option<i8>,
    months: Option<(i8, i8)>,
    /// `off` where there are none.
    spans: Vec<(u16, u16)>,
    adds: bool,
}

const OSM: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Naive {
    fn text(&self) -> String {
        let month = |index: i8| MONTHS[usize::try_from(index - 1).unwrap()];
        let months = self.months.map(|(from, to)| format!("{}-{} ", month(from), month(to)));
        let weeks = self.parity.map(|odd| if odd == 1 { "week 1-53/2 " } else { "week 2-52/2 " });
        let nth = self.nth.map(|nth| format!("[{nth}]")).unwrap_or_default();
        let days: Vec<String> =
            self.weekdays.iter().map(|day| format!("{}{nth}", OSM[*day])).collect();
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let spans: Vec<String> =
            self.spans.iter().map(|(a, b)| format!("{}-{}", clock(*a), clock(*b))).collect();
        let hours = if spans.is_empty() { "off".into() } else { spans.join(",") };
        let (months, weeks) = (months.unwrap_or_default(), weeks.unwrap_or_default());
        format!("{months}{weeks}{} {hours}", days.join(","))
    }

    fn speaks_of(&self, date: Date) -> bool {
        let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap();
        let months = |(from, to): (i8, i8)| {
            // Walks the months rather than comparing them.
            let mut month = from;
            loop {
                if month == date.month() {
                    return true;
                }
                if month == to {
                    return false;
                }
                month = month % 12 + 1;
            }
        };
        self.weekdays.contains(&weekday)
            && self.nth.is_none_or(|nth| is_nth(date, nth))
            && self.parity.is_none_or(|odd| iso_week(date) % 2 == odd)
            && self.months.is_none_or(months)
    }
}

/// Counts the same weekdays of the month on this side of the day.
fn is_nth(date: Date, nth: i8) -> bool {
    let step = jiff::Span::new().days(if nth > 0 { -7 } else { 7 });
    let same_month = |other: &Date| other.month() == date.month();
    let count = date.series(step).take_while(same_month).count();
    count == usize::from(nth.unsigned_abs())
}

/// Weeks since the Monday of the week that holds 4 January, where week 1 begins.
fn iso_week(date: Date) -> i8 {
    let monday = |date: Date| {
        let back = i64::from(date.weekday().to_monday_zero_offset());
        date.checked_sub(jiff::Span::new().days(back)).unwrap()
    };
    let thursday = monday(date).checked_add(jiff::Span::new().days(3)).unwrap();
    let first = monday(Date::constant(thursday.year(), 1, 4));
    i8::try_from((monday(date) - first).get_days() / 7 + 1).unwrap()
}

fn naive_minutes(rules: &[Naive], date: Date) -> Vec<bool> {
    let mut open = vec![false; 1440];
    for rule in rules.iter().filter(|rule| rule.speaks_of(date)) {
        if !rule.adds || rule.spans.is_empty() {
            open = vec![false; 1440];
        }
        for (from, to) in &rule.spans {
            open[usize::from(*from)..usize::from(*to)].fill(true);
        }
    }
    open
}

fn naive() -> impl Strategy<Value = Naive> {
    let nth = prop::option::weighted(0.25, prop::sample::select(vec![1, 2, 3, 4, 5, -1]));
    let months = prop::option::weighted(0.3, (1..=12i8, 1..=12i8));
    let spans = prop::sample::select(vec![
        vec![],
        vec![(540, 720)],
        vec![(540, 720), (840, 1020)],
        vec![(600, 780)],
        vec![(840, 1110)],
    ]);
    let weekdays = prop::sample::subsequence((0..7).collect::<Vec<usize>>(), 1..=4);
    let parity = prop::option::weighted(0.2, 0..=1i8);
    (weekdays, nth, parity, months, spans, any::<bool>()).prop_map(
        |(weekdays, nth, parity, months, spans, adds)| Naive {
            weekdays,
            nth,
            parity,
            months,
            spans,
            adds,
        },
    )
}

/// Rules as one OSM text; the first never adds.
fn osm(rules: &[Naive]) -> String {
    let mut text = String::new();
    for (index, rule) in rules.iter().enumerate() {
        if index > 0 {
            text.push_str(if rule.adds { ", " } else { "; " });
        }
        text.push_str(&rule.text());
    }
    text
}

/// What staff write: a week whose days are each said once, narrowed and closed in every way.
fn french() -> impl Strategy<Value = String> {
    let hours = ["9h-12h", "9h30-12h, 14h-17h", "14h à 16h30", "à partir de 17h"];
    let narrow = [
        "",
        "",
        " sur rendez-vous",
        ", semaines paires",
        ", semaines impaires",
        ", une semaine sur deux à partir du 12 janvier 2027",
        ", une semaine sur trois à partir du 6 mars 2026",
        ", sauf vacances scolaires",
        ", sauf vacances scolaires, sauf la première semaine",
        ", sauf jours fériés et vacances d'été (mais ouvert les deux premières semaines)",
        ", sauf la 2e semaine des vacances de Noël",
        ", pendant la dernière semaine des vacances scolaires",
        ", pendant les vacances scolaires, sauf la première et la dernière semaine",
        ", semaines 10 à 20",
        ", les semaines 1, 3 et 53",
        ", une semaine sur trois de la semaine 10 à la semaine 40",
        ", sauf jours fériés et août",
        ", sauf du 24 décembre 2026 au 3 janvier 2027",
        ", sauf le 1er mardi du mois",
        ", pendant les vacances d'été",
        ", de septembre à juin",
        ", du 15 juin au 15 septembre",
        ", jusqu'au 30 juin 2027",
        ", à partir du 12 janvier 2027 jusqu'au 30 juin 2027",
    ];
    let days = [
        ["lundi", "mardi et jeudi", "samedi"],
        ["du lundi au mercredi", "jeudi", "vendredi et dimanche"],
        ["1er et 3e lundi du mois", "dernier mardi du mois", "du mercredi au dimanche"],
    ];
    let end = [
        "",
        "",
        " ; sauf vacances scolaires et jours fériés",
        " ; fermé en août, du 24 décembre au 3 janvier",
        " ; fermé pendant les vacances scolaires, sauf la première semaine",
        " ; fermé les jours fériés et pendant les vacances de Noël, sauf la dernière semaine",
        " ; fermé la semaine 33 ; fermé le mardi en juillet",
        " ; fermé le 1er samedi du mois",
        " ; fermé le mercredi de 12h à 15h",
    ];
    let rule = (prop::sample::select(hours.to_vec()), prop::sample::select(narrow.to_vec()));
    let rules = prop::collection::vec(rule, 1..=3);
    (prop::sample::select(days.to_vec()), rules, prop::sample::select(end.to_vec())).prop_map(
        |(days, rules, end)| {
            let rules: Vec<String> = days
                .iter()
                .zip(rules)
                .map(|(day, (hours, narrow))| format!("{day} {hours}{narrow}"))
                .collect();
            format!("{}{end}", rules.join(" ; "))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,60}") {
        ask_all(&text);
    }

    #[test]
    fn no_mixture_of_known_words_is_too_odd(text in pieces()) {
        ask_all(&text);
    }

    #[test]
    fn plans_equal_a_naive_count(mut rules in prop::collection::vec(naive(), 1..=4)) {
        rules[0].adds = false;
        let text = osm(&rules);
        let hours = Horaires::parse(&text).unwrap();
        for date in days() {
            let planned: Vec<bool> = minutes(&hours, date).iter().map(Option::is_some).collect();
            prop_assert_eq!(planned, naive_minutes(&rules, date), "{} {}", text, date);
        }
    }

    /// The sentence is French that the reader of French understands: read back, it gives the same
    /// minutes on every day.
    #[test]
    fn the_sentence_says_what_the_rules_say(text in french()) {
        let hours = Horaires::parse(&text).unwrap();
        let sentence = hours.sentence();
        let again = Horaires::parse(&sentence);
        prop_assert!(again.is_ok(), "{} → {} → {:?}", text, sentence, again);
        let again = again.unwrap();
        for date in days() {
            prop_assert_eq!(
                minutes(&hours, date), minutes(&again, date), "{} → {} ({})", text, sentence, date
            );
        }
    }
}

/// Would hang, were the cost of reading more than the length of the text asks for.
#[test]
fn long_texts_are_read_in_time() {
    for piece in [
        "lundi 9h-12h ; ",
        "1er et ",
        "1/",
        "«",
        "((a",
        "sauf lundi, ",
        "Mo 09:00-12:00; ",
        "Mo[1],",
        "Jan 1-",
    ] {
        ask_all(&piece.repeat(20_000 / piece.len()));
    }
}
