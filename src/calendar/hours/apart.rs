//! Whether two sets of days can never meet, as far as their words show.

use jiff::civil::Date;

use super::days::{Days, Nth, Period, Weeks};

/// Even weeks never meet odd ones; of the rest nothing is known.
pub(super) fn weeks(one: &Weeks, other: &Weeks) -> bool {
    matches!((one, other), (Weeks::Even, Weeks::Odd) | (Weeks::Odd, Weeks::Even))
}

/// The first never meets the third, nor the last; a month has four or five of each weekday.
pub(super) fn nths(one: Nth, other: Nth) -> bool {
    let clash = |a: i8, b: i8| a == b || ((a > 0) != (b > 0) && matches!(a.abs() + b.abs(), 5 | 6));
    one != Nth::EVERY
        && other != Nth::EVERY
        && one.numbers().all(|a| other.numbers().all(|b| !clash(a, b)))
}

/// Whether no year or period of one meets one of the other.
pub(super) fn periods(one: &Days, other: &Days) -> bool {
    let far = |a: &Period| other.periods.iter().all(|b| !meet(a, b));
    let years = |a: &(i16, i16)| other.years.iter().all(|b| a.1 < b.0 || b.1 < a.0);
    (!one.periods.is_empty() && !other.periods.is_empty() && one.periods.iter().all(far))
        || (!one.years.is_empty() && !other.years.is_empty() && one.years.iter().all(years))
}

fn meet(one: &Period, other: &Period) -> bool {
    match (*one, *other) {
        (Period::Yearly { from: a, to: b }, Period::Yearly { from: c, to: d }) => {
            within(c, a, b) || within(a, c, d)
        }
        (Period::Once { from: a, to: b }, Period::Once { from: c, to: d }) => {
            a.unwrap_or(Date::MIN) <= d.unwrap_or(Date::MAX)
                && c.unwrap_or(Date::MIN) <= b.unwrap_or(Date::MAX)
        }
        (Period::Yearly { from, to }, Period::Once { from: a, to: b })
        | (Period::Once { from: a, to: b }, Period::Yearly { from, to }) => {
            let (Some(a), Some(b)) = (a, b) else {
                return true;
            };
            let (first, last) = ((a.month(), a.day()), (b.month(), b.day()));
            a.year() + 1 < b.year()
                || (a.year() < b.year()) != (last < first)
                || within(from, first, last)
                || within(first, from, to)
        }
    }
}

/// Whether a (month, day) stands in a range that may pass December.
pub(super) fn within(day: (i8, i8), from: (i8, i8), to: (i8, i8)) -> bool {
    if from <= to { from <= day && day <= to } else { day >= from || day <= to }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn nth_weekdays_that_can_be_the_same_day() {
        let apart = |a, b| nths(Nth::one(a), Nth::one(b));
        assert!(apart(1, 3) && apart(1, -1) && apart(3, -1) && apart(-1, -2));
        assert!(!apart(4, -1) && !apart(5, -1) && !apart(3, -2) && !apart(4, -2));
        assert!(!nths(Nth::EVERY, Nth::one(1)));
    }

    #[test]
    fn periods_that_can_meet() {
        let days = |period| Days { periods: vec![period], ..Days::every() };
        let yearly = |from, to| days(Period::Yearly { from, to });
        let once = |from, to| days(Period::Once { from: Some(from), to: Some(to) });
        let winter = yearly((11, 1), (2, 29));
        assert!(periods(&winter, &yearly((7, 1), (8, 31))));
        assert!(!periods(&winter, &yearly((2, 1), (3, 31))));
        assert!(!periods(&winter, &once(date(2026, 12, 24), date(2027, 1, 3))));
        assert!(periods(&winter, &once(date(2026, 3, 1), date(2026, 10, 31))));
        assert!(!periods(&winter, &once(date(2026, 3, 1), date(2027, 10, 31))));
        assert!(periods(
            &once(date(2026, 3, 1), date(2026, 3, 2)),
            &once(date(2027, 3, 1), date(2027, 3, 2))
        ));
        assert!(!periods(&winter, &Days::every()));
    }
}
