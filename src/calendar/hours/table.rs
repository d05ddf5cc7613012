//! Hours as a table of the week, where one tells the truth.

use super::super::names::weekday_name;
use super::Horaires;
use super::days::{Nth, Weekdays};
use super::rule::{Link, State};
use super::say::{
    Article, Hours, Layer, except_words, season_words, tidy_remark, weekdays, weeks_words,
};
use super::times::TimeSpan;

/// One weekday of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRow {
    /// `lundi` to `dimanche`.
    pub jour: &'static str,
    /// `9 h à 12 h`; with its own condition in brackets where spans differ in theirs.
    pub spans: Vec<String>,
    /// What narrows the spans (`semaines paires`), or other hours at other times; may be empty.
    pub note: String,
    /// Whether nobody is ever there on that weekday, holidays and single dates aside.
    pub ferme: bool,
}

/// Weekdays in a row that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup {
    /// `Lundi`, `Lundi et mardi`, `Lundi à mercredi`.
    pub jours: String,
    /// As in [`DayRow`].
    pub spans: Vec<String>,
    /// As in [`DayRow`].
    pub note: String,
    /// As in [`DayRow`].
    pub ferme: bool,
}

impl Horaires {
    /// The seven days from Monday; nothing where a week is no good picture (only nth weekdays, only
    /// a season, no times). What it leaves out is in [`Horaires::remarks`].
    pub fn week(&self) -> Option<Vec<DayRow>> {
        let layers = self.layers();
        let main = |layer: &Layer<'_>| layer.fits_table() && layer.is_open();
        if !layers.iter().any(main) {
            return None;
        }
        let rows: Vec<DayRow> = (0..7).map(|day| row(&layers, day)).collect();
        rows.iter().any(|row| !row.spans.is_empty()).then_some(rows)
    }

    /// The same with equal days in a row together, for paper.
    pub fn groups(&self) -> Option<Vec<DayGroup>> {
        let rows = self.week()?;
        let same =
            |a: &DayRow, b: &DayRow| (&a.spans, &a.note, a.ferme) == (&b.spans, &b.note, b.ferme);
        Some(rows.chunk_by(same).map(group).collect())
    }
}

fn group(rows: &[DayRow]) -> DayGroup {
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    let jours = match rows.len() {
        1 => first.jour.to_owned(),
        2 => format!("{} et {}", first.jour, last.jour),
        _ => format!("{} à {}", first.jour, last.jour),
    };
    DayGroup {
        jours: capital(&jours),
        spans: first.spans.clone(),
        note: first.note.clone(),
        ferme: first.ferme,
    }
}

/// Weekday names are ASCII.
fn capital(words: &str) -> String {
    let (first, rest) = words.split_at(1.min(words.len()));
    first.to_uppercase() + rest
}

/// One weekday: what holds every week or one week in two, then what replaces it at times.
fn row(layers: &[Layer<'_>], day: usize) -> DayRow {
    let (main, others) = parted(layers, day);
    let pieces: Vec<(Vec<String>, String)> = main
        .into_iter()
        .flat_map(|layer| {
            let hours = layer.rows[day].open().iter();
            hours.map(|hours| (shown(hours), conditions(layer, hours)))
        })
        .collect();
    let ferme = pieces.is_empty() && others.is_empty();
    let shared = pieces.first().map(|piece| piece.1.clone());
    let shared = shared.filter(|note| pieces.iter().all(|piece| piece.1 == *note));
    let mut notes: Vec<String> = shared.clone().into_iter().collect();
    notes.extend(others.into_iter().map(|layer| variation(layer, day)));
    notes.retain(|note| !note.is_empty());
    DayRow {
        jour: weekday_name(day),
        spans: pieces
            .into_iter()
            .flat_map(|(spans, note)| noted(spans, note, shared.is_none()))
            .collect(),
        note: notes.join("\u{202f}; "),
        ferme,
    }
}

/// The layers that open a weekday: those that stand in its cell, and those that change it at times.
fn parted<'l, 'a>(layers: &'l [Layer<'a>], day: usize) -> (Vec<&'l Layer<'a>>, Vec<&'l Layer<'a>>) {
    let mut main: Vec<&Layer> = Vec::new();
    let mut others = Vec::new();
    for layer in layers {
        let fallback = layer.link == Link::Otherwise && !main.is_empty();
        if layer.rows[day].open().is_empty() || layer.is_of_single_days() || fallback {
            continue;
        }
        if layer.fits_table() && main.iter().all(|other| other.is_apart(layer)) {
            main.push(layer);
        } else {
            others.push(layer);
        }
    }
    (main, others)
}

/// Spans with their condition in brackets, where it is not that of the whole row.
fn noted(spans: Vec<String>, note: String, own: bool) -> impl Iterator<Item = String> {
    spans.into_iter().map(
        move |span| {
            if own && !note.is_empty() { format!("{span} ({note})") } else { span }
        },
    )
}

fn shown(hours: &Hours) -> Vec<String> {
    let whole = [TimeSpan::WHOLE_DAY];
    let times = match (hours.times.is_empty(), hours.state) {
        (true, State::Open) => &whole[..],
        _ => &hours.times[..],
    };
    times.iter().map(|span| span.shown()).collect()
}

/// What narrows hours, in few words.
fn conditions(layer: &Layer<'_>, hours: &Hours) -> String {
    let weeks = weeks_words(&layer.days.weeks);
    let weeks = weeks.map(|words| words.trim_start_matches("les ").to_owned());
    let state = match hours.state {
        State::Appointment => Some("sur rendez-vous".to_owned()),
        State::Unknown => Some("à confirmer".to_owned()),
        _ => None,
    };
    let except = (!layer.except.is_empty()).then(|| format!("sauf {}", except_words(layer.except)));
    let remark = hours.remark.as_deref().map(tidy_remark);
    let parts: Vec<String> = [weeks, state, except, remark].into_iter().flatten().collect();
    parts.join(", ")
}

/// Other hours at other times: `le 1er samedi du mois : 9 h à 12 h`.
fn variation(layer: &Layer<'_>, day: usize) -> String {
    let nth = (layer.days.nth != Nth::EVERY)
        .then(|| weekdays(Weekdays::one(day), layer.days.nth, Article::With));
    let when: Vec<String> = [season_words(layer.days), nth, weeks_words(&layer.days.weeks)]
        .into_iter()
        .flatten()
        .collect();
    let spans: Vec<String> = layer.rows[day].open().iter().flat_map(shown).collect();
    match (when.is_empty(), spans.is_empty()) {
        (_, true) => "sur rendez-vous".into(),
        (true, _) => spans.join(", "),
        (false, _) => format!("{}\u{a0}: {}", when.join(", "), spans.join(", ")),
    }
}
