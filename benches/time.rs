//! What days cost: the hours of 20,000 places over eight weeks, 6,000 events over a year, the agenda of all of them.
//!
//! `cargo bench --bench time -- [PLACES [EVENTS]]`. One thread: seconds are at least those of the processor. The
//! reference of the ratios is the reading of the same records in the same run.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use jalon::calendar::Date;
use jalon::guide::{self, Guides};
use jalon::record;
use jiff::ToSpan;

/// Monday 23 November 2026.
const TODAY: Date = Date::constant(2026, 11, 23);

/// The calls are made so often; the median is printed.
const RUNS: usize = 5;

/// Hours as they are found in real files, simple ones most often.
const HOURS: [&str; 12] = [
    "Mo-Fr 09:00-12:00,14:00-17:00",
    "Mo-Fr 08:30-12:30,13:30-17:00; Sa 09:00-12:00; PH off",
    "mardi et jeudi 9h-12h, 14h-17h30",
    "Mo,We,Fr 08:30-12:30; Tu,Th 13:30-18:00",
    "du lundi au vendredi 9h-12h, sauf jours fériés",
    "1er et 3e jeudi du mois 9h30-12h30",
    "mercredi 14h-17h, sauf vacances scolaires",
    "Tu 10:00-12:00,14:00-18:00; We 10:00-18:00; Fr 14:00-18:00; Sa 10:00-17:00",
    "mardi 9h-12h, semaines paires",
    "Mo-Th 09:00-12:30,13:30-17:30; Fr 09:00-12:00; Jul-Aug off",
    "samedi 10h-12h, une semaine sur deux à partir du 5 décembre 2026",
    "Mo-Fr 09:00-18:00; SH off",
];

/// When events take place; `{}` is their first day and the day half a year later.
const WHEN: [&str; 6] = [
    "dates: [{le: %1, horaires: 14h-16h}, {le: %2, horaires: 14h-16h, etat: complet}]",
    "quand: mardi 14h-16h, sauf vacances scolaires\ndu: %1\nau: %2",
    "quand: 1er et 3e jeudi du mois 9h30-11h30\ndu: %1\nau: %2\ndates: [{le: %2, etat: annulé}]",
    "seances: {nombre: 10, duree: 2h, quand: \"lundi 10h-12h, sauf jours fériés\", du: %1, au: %2}",
    "du: %1\nau: %1",
    "quand: mercredi 14h-17h, semaines impaires\ndu: %1",
];

fn main() {
    let numbers: Vec<usize> =
        std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let places = numbers.first().copied().unwrap_or(20_000);
    let events = numbers.get(1).copied().unwrap_or(6_000);
    let folder = std::env::temp_dir().join(format!("jalon-bench-time-{}", std::process::id()));
    write(&folder.join("content/86-vienne"), places, events);
    let content = folder.join("content");
    let (read, guides) = timed(1, || {
        let (records, said) = record::read(&content, "content");
        assert!(said.is_empty(), "{said:?}");
        guide::link(records, TODAY)
    });
    std::fs::remove_dir_all(&folder).unwrap();
    println!(
        "{places} lieux, {events} événements\n\n| étape | s | × lecture et liens |\n|---|---|---|"
    );
    let row = |name: &str, seconds: f64| {
        println!("| {name} | {seconds:.3} | {:.2} |", seconds / read);
    };
    row("lecture et liens, avec l’agenda (référence, sur tous les cœurs)", read);
    let (hours, open) = timed(RUNS, || open_days(&guides));
    row("horaires des lieux sur huit semaines", hours);
    let (closed, stretches) = timed(RUNS, || closings(&guides));
    row("fermetures datées des lieux", closed);
    let (year, sessions) = timed(RUNS, || guides.jours_des_evenements(0).concat().len());
    row("événements sur un an", year);
    let (agenda, lines) = timed(RUNS, || guides.agenda(0).len());
    row("agenda de huit semaines", agenda);
    row("en tout", hours + closed + year + agenda);
    println!(
        "\n{open} jours ouverts, {stretches} fermetures, {sessions} dates d’événements, {lines} lignes d’agenda"
    );
}

/// The median of some runs, and what the last one gave.
fn timed<T>(runs: usize, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..runs {
        let start = Instant::now();
        last = Some(black_box(work()));
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    (times[runs / 2], last.unwrap())
}

/// Days on which a place is open, over eight weeks.
fn open_days(guides: &Guides) -> usize {
    let here = &guides.guides[0];
    let days = || TODAY.series(1.day()).take(56);
    let hours = here.acteurs.iter().filter_map(|acteur| acteur.horaires.as_ref());
    hours
        .map(|hours| {
            days().filter(|day| !hours.value.on(*day, &here.conges).spans.is_empty()).count()
        })
        .sum()
}

fn closings(guides: &Guides) -> usize {
    let here = &guides.guides[0];
    (0..here.acteurs.len()).map(|rank| guides.fermetures(here, rank).len()).sum()
}

/// A guide in files of five hundred records.
fn write(guide: &Path, places: usize, events: usize) {
    for folder in ["acteurs", "evenements"] {
        std::fs::create_dir_all(guide.join(folder)).unwrap();
    }
    std::fs::write(
        guide.join("guide.yaml"),
        "titre: Guide\ndepartement: \"86\"\nediteur: Banc d'essai\n",
    )
    .unwrap();
    let place = |rank: usize| {
        format!(
            "id: lieu-{rank}\nnom: Lieu {rank}\ncommune: Poitiers\nhoraires: \"{}\"\n",
            HOURS[rank % HOURS.len()]
        )
    };
    let event = |rank: usize| {
        let first = TODAY.saturating_add(i64::try_from(rank % 180).unwrap().days());
        let last = first.saturating_add(26.weeks());
        let when = WHEN[rank % WHEN.len()].replace("%1", &first.to_string());
        let when = when.replace("%2", &last.to_string());
        format!("id: e-{rank}\nnom: Atelier {rank}\nchez: lieu-{}\n{when}\n", rank % places)
    };
    let files = |folder: &str, count: usize, record: &dyn Fn(usize) -> String| {
        for (file, first) in (0..count).step_by(500).enumerate() {
            let mut text = String::new();
            for rank in first..count.min(first + 500) {
                let _ = write!(text, "---\n{}", record(rank));
            }
            std::fs::write(guide.join(folder).join(format!("f{file}.yaml")), text).unwrap();
        }
    };
    files("acteurs", places, &place);
    files("evenements", events, &event);
}
