//! Hours as a table of the week, where one tells the truth.

use super::super::names::weekday_name;
use super::Horaires;
use super::days::{Nth, Weekdays};
use super::rule::State;
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
    /// Whether nobody is ever there on that weekday.
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
    let open: Vec<&Layer> =
        layers.iter().filter(|layer| !layer.rows[day].open().is_empty()).collect();
    let mut main: Vec<&Layer> = Vec::new();
    let mut notes = Vec::new();
    for layer in open {
        if layer.fits_table() && main.iter().all(|other| other.is_apart(layer)) {
            main.push(layer);
        } else {
            notes.push(variation(layer, day));
        }
    }
    let mut pieces: Vec<(Vec<String>, String)> = Vec::new();
    for layer in main {
        for hours in layer.rows[day].open() {
            pieces.push((shown(hours), conditions(layer, hours)));
        }
    }
    let ferme = pieces.is_empty() && notes.is_empty();
    let shared = pieces.first().map(|(_, note)| note.clone()).unwrap_or_default();
    let alike = pieces.iter().all(|(_, note)| *note == shared);
    let spans = pieces
        .into_iter()
        .flat_map(|(spans, note)| {
            let bare = alike || note.is_empty();
            spans.into_iter().map(move |span| if bare { span } else { format!("{span} ({note})") })
        })
        .collect();
    if alike && !shared.is_empty() {
        notes.insert(0, shared);
    }
    DayRow { jour: weekday_name(day), spans, note: notes.join("\u{202f}; "), ferme }
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
