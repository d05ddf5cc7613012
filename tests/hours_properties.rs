//! Hours hold for every text: nothing panics, every fault has its place, and reading takes no longer
//! than the text asks for.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

mod hours;

use hours::Calendar;
use jalon::calendar::{
    Date, Exception, Horaires, Interval, Length, Since, parse_date, parse_times,
};
use proptest::prelude::*;

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
