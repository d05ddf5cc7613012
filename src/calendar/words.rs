//! Days in French words, never relative to today: a printed page grows old.

use jiff::civil::Date;

use super::names::{month_name, weekday_name};
use super::since::Since;

/// No-break space: a day number never stands apart from its month.
const JOIN: char = '\u{a0}';

/// `mardi 1er décembre 2026`.
pub fn long(date: Date) -> String {
    format!("{} {}", weekday(date), short(date))
}

/// `1er décembre 2026`.
pub fn short(date: Date) -> String {
    format!("{} {}", day_and_month(date.month(), date.day()), date.year())
}

/// `mardi 1er décembre`, where the year is said elsewhere.
pub fn day_month(date: Date) -> String {
    format!("{} {}", weekday(date), day_and_month(date.month(), date.day()))
}

/// `décembre 2026`.
pub fn month(date: Date) -> String {
    format!("{} {}", month_name(date.month()), date.year())
}

/// `du 3 au 7 mars 2026`: a month or year that both days share is said once; one day alone is
/// `le 3 mars 2026`.
pub fn range(first: Date, last: Date) -> String {
    let end = short(last);
    if first == last {
        format!("le {end}")
    } else if first.year() != last.year() {
        format!("du {} au {end}", short(first))
    } else if first.month() != last.month() {
        format!("du {} au {end}", day_and_month(first.month(), first.day()))
    } else {
        format!("du {} au {end}", day_number(first.day()))
    }
}

/// `depuis avril 2022`, `depuis 2022`, `depuis le 15 avril 2022`.
pub fn since(since: Since) -> String {
    let article = if matches!(since, Since::Day(_)) { "le " } else { "" };
    format!("depuis {article}{since}")
}

/// `1er décembre`, `24 décembre`.
pub(super) fn day_and_month(month: i8, day: i8) -> String {
    format!("{}{JOIN}{}", day_number(day), month_name(month))
}

/// `1er`, `2`, `3`: French says « premier » for the first day only.
pub(super) fn day_number(day: i8) -> String {
    if day == 1 { "1er".into() } else { day.to_string() }
}

fn weekday(date: Date) -> &'static str {
    let index = date.weekday().to_monday_zero_offset();
    weekday_name(usize::try_from(index).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_day() {
        let day = date(2026, 12, 1);
        assert_eq!(long(day), "mardi 1er\u{a0}décembre 2026");
        assert_eq!(short(day), "1er\u{a0}décembre 2026");
        assert_eq!(day_month(day), "mardi 1er\u{a0}décembre");
        assert_eq!(month(day), "décembre 2026");
        assert_eq!(long(date(2026, 8, 16)), "dimanche 16\u{a0}août 2026");
    }

    #[test]
    fn several_days_say_once_what_they_share() {
        assert_eq!(
            range(date(2026, 12, 24), date(2027, 1, 3)),
            "du 24\u{a0}décembre 2026 au 3\u{a0}janvier 2027"
        );
        assert_eq!(range(date(2026, 3, 3), date(2026, 3, 7)), "du 3 au 7\u{a0}mars 2026");
        assert_eq!(
            range(date(2026, 7, 1), date(2026, 8, 31)),
            "du 1er\u{a0}juillet au 31\u{a0}août 2026"
        );
        assert_eq!(range(date(2027, 3, 2), date(2027, 3, 2)), "le 2\u{a0}mars 2027");
    }

    #[test]
    fn since_when() {
        assert_eq!(since(Since::Month(2022, 4)), "depuis avril 2022");
        assert_eq!(since(Since::Year(2022)), "depuis 2022");
        assert_eq!(since(Since::Day(date(2022, 4, 15))), "depuis le 15\u{a0}avril 2022");
    }
}
