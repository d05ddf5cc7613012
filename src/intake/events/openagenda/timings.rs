//! When an event of OpenAgenda takes place.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::intake::events::days::When;
use crate::intake::events::happening::{Timing, refusal};
use crate::intake::finding::{Finding, Notes};
use crate::intake::national::Refusal;

/// When an event of OpenAgenda takes place: what begins and ends.
pub(super) struct Timings(Vec<(String, String)>);

impl Timings {
    /// What begins and ends, as written.
    pub fn of(event: &Value) -> Self {
        let all = event.get("timings").and_then(Value::as_array).into_iter().flatten();
        Self(
            all.map(|timing| {
                let of = |keys: [&str; 2]| {
                    let found = keys.iter().find_map(|key| timing.get(key)?.as_str());
                    found.unwrap_or_default().to_owned()
                };
                (of(["begin", "start"]), of(["end", "end"]))
            })
            .collect(),
        )
    }
}

impl Timing for Timings {
    fn when(&self, home: &TimeZone, _: Date, found: &mut Vec<Finding>) -> Result<When, Refusal> {
        let mut when = When::default();
        for (begin, end) in &self.0 {
            match at(begin, home) {
                Some(start) => {
                    when.put(start, at(end, home), found);
                }
                None => Notes::about("timings", found).refused(
                    "date-invalide",
                    begin,
                    "Ce n’est pas une date et une heure.",
                    "Vérifiez cette date dans l’agenda d’origine.",
                ),
            }
        }
        if when.days.is_empty() {
            return Err(refusal(
                "evenement-sans-date",
                "Cet événement n’a pas de date.",
                "Ajoutez sa date dans l’agenda d’origine, puis exportez de nouveau.",
            ));
        }
        Ok(when)
    }
}

/// `2023-11-25T07:00:00+01:00` in a zone; without offset it is in that zone already.
fn at(text: &str, home: &TimeZone) -> Option<DateTime> {
    match text.parse::<Timestamp>() {
        Ok(stamp) => Some(home.to_datetime(stamp)),
        Err(_) => text.parse::<DateTime>().ok(),
    }
}
