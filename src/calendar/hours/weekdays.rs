//! Sets of weekdays, and which of its weekday in the month a day is.

use jiff::civil::{Date, Weekday};

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Sunday.
    pub const ALL: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b001_1111);
    /// Saturday and Sunday.
    pub const WEEKEND: Self = Self(0b110_0000);
    /// No day.
    pub const NONE: Self = Self(0);

    /// One weekday, counted from Monday (0 to 6; counting goes round).
    pub const fn one(index: usize) -> Self {
        Self(1 << (index % 7))
    }

    /// From one weekday to another, both included, past Sunday where the first comes later.
    pub fn between(first: usize, last: usize) -> Self {
        let length = (last % 7 + 7 - first % 7) % 7;
        (0..=length).fold(Self::NONE, |set, step| set.with(Self::one(first + step)))
    }

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the days of another.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The days of both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a weekday, counted from Monday, is in the set.
    pub fn has(self, index: usize) -> bool {
        self.0 & Self::one(index).0 != 0
    }

    /// Whether the weekday is in the set.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.has(usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default())
    }

    /// Whether the sets share a day.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no day is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The weekdays of the set, counted from Monday, in order.
    pub fn indexes(self) -> impl Iterator<Item = usize> {
        (0..7).filter(move |&index| self.has(index))
    }
}

/// Which of its weekday in the month a day must be; empty means every one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Nth {
    /// Bit 0 is the first of the month, bit 4 the fifth.
    from_start: u8,
    /// Bit 0 is the last of the month.
    from_end: u8,
}

impl Nth {
    /// Every one of the month.
    pub const EVERY: Self = Self { from_start: 0, from_end: 0 };

    /// The nth (1 to 5), or the nth from the end (−1 is the last); other numbers name nothing.
    pub fn one(nth: i8) -> Self {
        let bit = |n: i8| {
            if (1..=5).contains(&n) { 1 << (n - 1) } else { 0 }
        };
        Self { from_start: bit(nth), from_end: bit(nth.saturating_neg()) }
    }

    /// Both together.
    pub fn with(self, other: Self) -> Self {
        Self {
            from_start: self.from_start | other.from_start,
            from_end: self.from_end | other.from_end,
        }
    }

    /// Whether a day of the month, by its day number and the length of the month, is meant.
    pub fn has(self, date: Date) -> bool {
        let before = usize::from((date.day() - 1).unsigned_abs()) / 7;
        let after = usize::from((date.days_in_month() - date.day()).unsigned_abs()) / 7;
        self.counts(before + 1, after + 1)
    }

    /// Whether the nth of several, which is also the nth from the end, is meant.
    pub(super) fn counts(self, from_start: usize, from_end: usize) -> bool {
        let bit = |set: u8, n: usize| n <= 5 && set & (1 << (n - 1)) != 0;
        self == Self::EVERY || bit(self.from_start, from_start) || bit(self.from_end, from_end)
    }

    /// The numbers, from the start in order, then from the end (−1 last of all).
    pub fn numbers(self) -> impl Iterator<Item = i8> {
        let bit = |set: u8, n: i8| set & (1 << (n - 1)) != 0;
        let start = (1..=5).filter(move |&n| bit(self.from_start, n));
        let end = (1..=5).rev().filter(move |&n| bit(self.from_end, n));
        start.chain(end.map(|n| -n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ranges_go_round_sunday() {
        assert_eq!(Weekdays::between(5, 0).indexes().collect::<Vec<_>>(), [0, 5, 6]);
        assert_eq!(Weekdays::between(0, 6), Weekdays::ALL);
        assert_eq!(Weekdays::between(2, 2), Weekdays::one(2));
    }

    #[test]
    fn nth_from_both_ends() {
        let last = Nth::one(-1);
        assert!(last.has(date(2027, 2, 22)) && !last.has(date(2027, 2, 21)));
        assert!(last.has(date(2026, 3, 31)) && !last.has(date(2026, 3, 24)));
        let both = Nth::one(1).with(Nth::one(-2)).with(Nth::one(3));
        assert_eq!(both.numbers().collect::<Vec<_>>(), [1, 3, -2]);
        assert_eq!(Nth::one(9), Nth::EVERY);
    }
}
