//! Dates in full, as pages write them: « 1er décembre 2026 ».

use crate::calendar::MONTHS;

/// Every date of a text that has a day, a month and a year, as it is written, in order.
pub(super) fn dates(text: &str) -> Vec<&str> {
    let mut found: Vec<(usize, &str)> = MONTHS
        .iter()
        .flat_map(|month| text.match_indices(month).map(move |(at, _)| (at, at + month.len())))
        .filter_map(|(start, end)| Some((day_before(text, start)?, year_after(text, end)?)))
        .map(|(start, end)| (start, &text[start..end]))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, date)| date).collect()
}

/// Where the day before a month begins: « 26 », « 1er ».
fn day_before(text: &str, month: usize) -> Option<usize> {
    let before = text[..month].strip_suffix([' ', '\u{a0}'])?;
    let number = before.strip_suffix("er").unwrap_or(before);
    let day = number.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(number.len() - day.len())).then_some(day.len())
}

/// Where the year after a month ends.
fn year_after(text: &str, month: usize) -> Option<usize> {
    let after = text[month..].strip_prefix([' ', '\u{a0}'])?;
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() - rest.len() == 4).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_dates_are_found() {
        let text = "Pages faites le 26\u{a0}novembre 2026, à renouveler le 1er janvier 2027. En mai 2026, le 3 mars, \
                    au 12 rue du 8 mai 1945.";
        assert_eq!(dates(text), ["26\u{a0}novembre 2026", "1er janvier 2027", "8 mai 1945"]);
        assert_eq!(dates("126 mai 2026, 6 mai 20261, mai"), Vec::<&str>::new());
    }
}
