//! Days off that a calendar knows: public holidays, school holidays, some weeks of these.

use jiff::civil::Date;

use super::weekdays::Nth;

/// A calendar of holidays, for one place.
pub trait Holidays {
    /// Whether the day is a public holiday there.
    fn is_public(&self, date: Date) -> bool;
    /// Whether the day is in school holidays there.
    fn is_school(&self, date: Date) -> bool;
    /// The name of the school holidays that the day is in, where they have one of the five.
    fn school_break(&self, date: Date) -> Option<SchoolBreak>;
    /// The first and the last day of the school holidays that the day is in.
    fn school_span(&self, date: Date) -> Option<(Date, Date)>;
}

/// Days that a calendar of holidays knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// `jours fériés`, OSM `PH`.
    Public,
    /// `vacances scolaires`, OSM `SH`.
    School,
    /// `vacances de Noël`…
    Break(SchoolBreak),
    /// `la première semaine des vacances scolaires`; `vacances de Noël, sauf la dernière semaine`.
    Part(HolidayPart),
}

/// The school holidays that have a name in every zone of mainland France.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SchoolBreak {
    /// `vacances de la Toussaint`.
    Toussaint,
    /// `vacances de Noël`.
    Noel,
    /// `vacances d’hiver`.
    Hiver,
    /// `vacances de printemps`.
    Printemps,
    /// `vacances d’été`.
    Ete,
}

/// Some weeks of school holidays, or all of them but some weeks.
///
/// Weeks go from Monday to Sunday, as people plan them. One counts where at least three of its days
/// from Monday to Friday are off; the days off before the first (the weekend on which holidays
/// begin) belong to the first, those after the last to the last. Two or three days off in a row,
/// such as those after Ascension, have no week at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HolidayPart {
    /// Which holidays; nothing means all of them.
    pub of: Option<SchoolBreak>,
    /// The first week, the last (−1)…
    pub weeks: Nth,
    /// Whether these weeks are taken away from the holidays rather than meant.
    pub but: bool,
}

/// Days from Monday to Friday that make a week of holidays.
const MOST_OF_A_WEEK: usize = 3;

impl Holiday {
    /// Whether a day is one of these.
    pub fn has(self, date: Date, holidays: &dyn Holidays) -> bool {
        match self {
            Self::Public => holidays.is_public(date),
            Self::School => holidays.is_school(date),
            Self::Break(name) => holidays.school_break(date) == Some(name),
            Self::Part(part) => part.has(date, holidays),
        }
    }

    /// Whether the school calendar is needed to know.
    pub fn is_of_school(self) -> bool {
        self != Self::Public
    }

    /// Whether every day of another is one of these, as far as the words show.
    pub(super) fn covers(self, other: Self) -> bool {
        let whole = match other {
            Self::Part(part) => part.whole(),
            _ => other,
        };
        self == other || self == whole || (self == Self::School && whole.is_of_school())
    }
}

impl HolidayPart {
    /// The holidays it is a part of.
    pub fn whole(self) -> Holiday {
        self.of.map_or(Holiday::School, Holiday::Break)
    }

    fn has(self, date: Date, holidays: &dyn Holidays) -> bool {
        self.whole().has(date, holidays)
            && holidays.school_span(date).is_some_and(|span| {
                week(date, span).is_some_and(|(nth, from_end)| self.weeks.counts(nth, from_end))
                    != self.but
            })
    }
}

/// Which week of holidays a day is in, counted from the first, from 1, and from the last.
fn week(date: Date, span: (Date, Date)) -> Option<(usize, usize)> {
    let counts = |monday: &i32| {
        let days = *monday..*monday + 5;
        days.filter(|&day| number(span.0) <= day && day <= number(span.1)).count() >= MOST_OF_A_WEEK
    };
    let (first, last) = (monday(span.0), monday(span.1));
    let first = [first, first + 7].into_iter().find(counts)?;
    let last = [last, last - 7].into_iter().find(counts)?;
    let weeks = |days: i32| usize::try_from(days / 7).ok();
    let here = monday(date).clamp(first, last.max(first));
    Some((weeks(here - first)? + 1, weeks(last - here)? + 1))
}

/// Days since one that never changes, a Monday.
fn number(date: Date) -> i32 {
    const MONDAY: Date = Date::constant(2024, 1, 1);
    MONDAY.until(date).map_or(0, |span| span.get_days())
}

/// The Monday of a day's week.
fn monday(date: Date) -> i32 {
    number(date) - i32::from(date.weekday().to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_of_the_holidays_of_the_almanac() {
        // Zone A, spring 2026: from Saturday 4 to Sunday 19 April.
        let spring = (date(2026, 4, 4), date(2026, 4, 19));
        for (day, week_of_two) in [(4, 1), (5, 1), (6, 1), (12, 1), (13, 2), (19, 2)] {
            let found = week(date(2026, 4, day), spring);
            assert_eq!(found, Some((week_of_two, 3 - week_of_two)), "{day} April");
        }
        // Zone B, spring 2025: to Easter Monday, 21 April, which belongs to the second week.
        let eastern = (date(2025, 4, 5), date(2025, 4, 21));
        assert_eq!(week(date(2025, 4, 21), eastern), Some((2, 1)));
        // Summer 2028 begins on Tuesday 4 July and ends on Thursday 31 August: nine weeks.
        let summer = (date(2028, 7, 4), date(2028, 8, 31));
        assert_eq!(week(date(2028, 7, 4), summer), Some((1, 9)));
        assert_eq!(week(date(2028, 7, 10), summer), Some((2, 8)));
        assert_eq!(week(date(2028, 8, 31), summer), Some((9, 1)));
        // Thursday of Ascension to Saturday: no week.
        assert_eq!(week(date(2027, 5, 7), (date(2027, 5, 6), date(2027, 5, 8))), None);
        assert_eq!(week(date(2027, 5, 5), (date(2027, 5, 4), date(2027, 5, 5))), None);
    }
}
