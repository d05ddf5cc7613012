//! Times of a day: spans of minutes, and how they are said.

/// Minutes in a day.
pub const DAY: u16 = 24 * 60;

/// A stretch of a day, in minutes from midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan {
    /// First minute, from 0 to 1439.
    pub from: u16,
    /// End, after `from`; more than [`DAY`] ends on the next day, up to 2880.
    pub to: u16,
    /// Whether it may last longer (OSM `+`).
    pub open_end: bool,
}

impl TimeSpan {
    /// The whole day.
    pub const WHOLE_DAY: Self = Self { from: 0, to: DAY, open_end: false };

    /// Whether it ends after midnight.
    pub fn is_overnight(self) -> bool {
        self.to > DAY
    }

    /// Whether two spans share a minute.
    pub fn meets(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// What is left of this span without another: nothing, one piece or two.
    pub fn without(self, away: Self) -> impl Iterator<Item = Self> {
        let before = Self {
            to: self.to.min(away.from),
            open_end: self.open_end && self.to <= away.from,
            ..self
        };
        let after = Self { from: self.from.max(away.to), ..self };
        let apart = !self.meets(away);
        let pieces = if apart { [Some(self), None] } else { [Some(before), Some(after)] };
        pieces.into_iter().flatten().filter(|span| span.from < span.to)
    }

    /// For a sentence: `de 9 h à 12 h`, `à partir de 18 h`.
    pub fn said(self) -> String {
        match self {
            Self::WHOLE_DAY => "24\u{a0}heures sur\u{a0}24".into(),
            Self { to: DAY, open_end: true, .. } => format!("à partir de {}", clock(self.from)),
            _ => format!("de {}", self.shown()),
        }
    }

    /// For a table: `9 h à 12 h`, `dès 18 h`.
    pub fn shown(self) -> String {
        match self {
            Self::WHOLE_DAY => self.said(),
            Self { to: DAY, open_end: true, .. } => format!("dès {}", clock(self.from)),
            _ => {
                let later = if self.open_end { " ou plus tard" } else { "" };
                format!("{} à {}{later}", clock(self.from), end(self.to))
            }
        }
    }
}

/// For a sentence: `de 9 h à 12 h et de 14 h à 17 h`.
pub fn times_said(spans: &[TimeSpan]) -> String {
    let said: Vec<String> = spans.iter().map(|span| span.said()).collect();
    super::say::listed(&said)
}

/// Spans in order, those that share minutes or touch as one.
pub(super) fn joined(mut spans: Vec<TimeSpan>) -> Vec<TimeSpan> {
    spans.sort_unstable();
    let mut joined: Vec<TimeSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => {
                let open_end = if span.to < last.to { last.open_end } else { span.open_end };
                last.open_end = open_end;
                last.to = last.to.max(span.to);
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// Why spans in order cannot stand together: two of them share a minute.
pub(super) fn overlap(spans: &[TimeSpan]) -> Option<String> {
    let pair = spans.windows(2).find(|pair| pair[0].meets(pair[1]))?;
    let shown = TimeSpan::shown;
    Some(if pair[0] == pair[1] {
        format!("le créneau {} est écrit deux fois", shown(pair[0]))
    } else {
        let (one, other) = (shown(pair[0]), shown(pair[1]));
        format!("les créneaux {one} et {other} se chevauchent")
    })
}

/// `9 h`, `9 h 30`, `midi` stays `12 h`; minute 0 is `minuit`.
pub fn clock(minute: u16) -> String {
    match (minute / 60, minute % 60) {
        (0, 0) => "minuit".into(),
        (hour, 0) => format!("{hour}\u{a0}h"),
        (hour, minute) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
    }
}

/// The end of a span, which may be on the next day.
fn end(minute: u16) -> String {
    match minute {
        DAY => "minuit".into(),
        _ if minute > DAY => format!("{} le lendemain", clock(minute - DAY)),
        _ => clock(minute),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: u16, to: u16) -> TimeSpan {
        TimeSpan { from, to, open_end: false }
    }

    #[test]
    fn times_in_words() {
        assert_eq!(
            times_said(&[span(570, 720), span(840, 1020)]),
            "de 9\u{a0}h\u{a0}30 à 12\u{a0}h et de 14\u{a0}h à 17\u{a0}h"
        );
        assert_eq!(span(0, 365).said(), "de minuit à 6\u{a0}h\u{a0}05");
        assert_eq!(span(1080, DAY).shown(), "18\u{a0}h à minuit");
        assert_eq!(span(1320, DAY + 120).said(), "de 22\u{a0}h à 2\u{a0}h le lendemain");
        let open = TimeSpan { open_end: true, ..span(1080, DAY) };
        assert_eq!(open.said(), "à partir de 18\u{a0}h");
    }
}
