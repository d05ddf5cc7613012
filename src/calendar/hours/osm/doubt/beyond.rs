//! What OpenStreetMap allows and a guide cannot say in French.

use super::super::super::read::Raw;
use super::super::{WEEKDAYS, is_day};
use super::{Doubt, Text};

/// `easter +1 day`.
pub(super) fn easter(text: &Text<'_>, at: usize) -> Doubt {
    if !text.is_word(at, &["easter"]) {
        return None;
    }
    let offset = text.is_mark(at + 1, &['+', '-']) && text.is_word(at + 3, &["day", "days"]);
    text.unsayable(
        (at, if offset { at + 3 } else { at }),
        "une date comptée depuis Pâques",
        "écrivez PH off pour tous les jours fériés, ou la date, par exemple 2027 Mar 29 off",
    )
}

/// `sunrise-sunset`.
pub(super) fn sun(text: &Text<'_>, at: usize) -> Doubt {
    const EVENTS: [&str; 4] = ["sunrise", "sunset", "dawn", "dusk"];
    let told =
        text.is_mark(at.wrapping_sub(1), &['-']) && text.is_word(at.wrapping_sub(2), &EVENTS);
    if !text.is_word(at, &EVENTS) || told {
        return None;
    }
    let to = text.is_mark(at + 1, &['-']) && text.is_word(at + 2, &EVENTS);
    text.unsayable(
        (at, if to { at + 2 } else { at }),
        "le lever ou le coucher du soleil",
        "écrivez des heures, par exemple 09:00-18:00",
    )
}

/// `PH +1 day`, `Dec 25 -Mo`.
pub(super) fn offset(text: &Text<'_>, at: usize) -> Doubt {
    if !text.is_mark(at, &['+', '-']) || text.before(at) == Some(&Raw::Word("easter".into())) {
        return None;
    }
    let days = matches!(text.raw(at + 1), Some(Raw::Number(_)));
    let days = days && text.is_word(at + 2, &["day", "days"]);
    let dated = matches!(text.before(at), Some(Raw::Number(1..=31)));
    if !(days || dated && text.is_word(at + 1, &WEEKDAYS)) {
        return None;
    }
    text.unsayable(
        (at, if days { at + 2 } else { at + 1 }),
        "un nombre de jours avant ou après un autre",
        "écrivez le jour lui-même ou sa date, par exemple 2026 Dec 26 off",
    )
}

/// `2026-2030/2`.
pub(super) fn years(text: &Text<'_>, at: usize) -> Doubt {
    let year = matches!(text.before(at), Some(Raw::Number(1900..)));
    if !year || !text.is_mark(at, &['/']) {
        return None;
    }
    text.unsayable(
        (at, at + 1),
        "une année sur plusieurs",
        "écrivez les années, par exemple 2026,2028",
    )
}

/// `Jan Mo[1]-Mar Mo[1]`.
pub(super) fn weekday_period(text: &Text<'_>, at: usize) -> Doubt {
    if !text.is_mark(at, &['-']) || text.before(at) != Some(&Raw::Mark(']')) {
        return None;
    }
    text.unsayable(
        (at, at),
        "une période qui commence un jour de la semaine",
        "écrivez les dates du début et de la fin, par exemple 2027 Jan 04-2027 Mar 01",
    )
}

/// `"vacances": Mo-Fr 09:00-12:00`.
pub(super) fn words_as_days(text: &Text<'_>, at: usize) -> Doubt {
    let days = match (text.raw(at), text.raw(at + 1), text.raw(at + 2)) {
        (Some(Raw::Quoted(_)), Some(Raw::Mark(':')), _) => true,
        (Some(Raw::Quoted(_)), Some(next), _) => is_day(next),
        _ => false,
    };
    if !days {
        return None;
    }
    text.fault(
        (at, at),
        format!("{} ne dit pas quels jours", text.written(at, at)),
        "écrivez les dates, par exemple Jul 01-Aug 31, ou mettez la remarque après les heures",
    )
}
