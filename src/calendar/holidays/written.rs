//! School years that the staff wrote: when one is whole, so that its other days are days of class.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{LocalDays, school_year};

/// Holidays that a school year has at least: Toussaint, Noël, hiver, printemps, or what they are called
/// overseas. With fewer, a day of Noël could pass for a day of class.
pub(super) const BREAKS_A_YEAR: usize = 4;

/// Days that holidays last at least: a bridge is not one of the four.
const SHORTEST: i32 = 5;

/// First and last day of each school year that is written whole.
///
/// In July and August there may be no class anywhere: a year whose summer is not written is known
/// until June only.
pub(super) fn years(local: &[LocalDays]) -> Vec<(Date, Date)> {
    let written = local.iter().filter(|local| local.school && !local.taken_away);
    let years: BTreeSet<i16> = written.map(|local| school_year(local.days.0)).collect();
    years.into_iter().filter_map(|year| whole(local, year)).collect()
}

fn whole(local: &[LocalDays], year: i16) -> Option<(Date, Date)> {
    let breaks = breaks(local, year);
    if breaks.len() < BREAKS_A_YEAR {
        return None;
    }
    let (june, july) = (Date::new(year + 1, 6, 30).ok()?, Date::new(year + 1, 7, 1).ok()?);
    let august = Date::new(year + 1, 8, 31).ok()?;
    let summer = breaks.iter().any(|(first, last)| *first <= august && july <= *last);
    let last = breaks.iter().map(|(_, last)| *last).max()?;
    Some((Date::new(year, 9, 1).ok()?, last.max(if summer { august } else { june })))
}

/// The holidays of a school year that are long enough to be one of the four, each once.
pub(super) fn breaks(local: &[LocalDays], year: i16) -> BTreeSet<(Date, Date)> {
    let counts = |local: &&LocalDays| {
        let (first, last) = local.days;
        let lasts = first.until(last).map_or(0, |span| span.get_days()) + 1;
        local.school && !local.taken_away && school_year(first) == year && lasts >= SHORTEST
    };
    local.iter().filter(counts).map(|local| local.days).collect()
}
