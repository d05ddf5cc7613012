//! When an event takes place, written under the keys of a record: days in a row, a rule, or days one by one.

use crate::calendar::{Date, HolidayCalendar};
use crate::intake::draft::Form;

use super::days::When;
use super::happening::Happening;
use super::rhythm;

/// Puts the days of an event in its record.
pub(super) fn put(one: &mut Happening, when: &When, holidays: Option<&HolidayCalendar>) {
    let column = "dates";
    let bare = |date: Date| date.to_string();
    if let Some((first, last)) = when.stretch() {
        one.put("du", Form::Bare, column, bare(first));
        one.put("au", Form::Bare, column, bare(last));
        return;
    }
    let Some(rule) = rhythm::rule(when, holidays) else {
        items(one, when, &when.days.keys().copied().collect::<Vec<_>>());
        if let Some(horizon) = when.endless {
            let rule = one.cells.iter().find(|cell| cell.column == "RRULE");
            let rule = rule.map_or_else(String::new, |cell| cell.value.clone());
            one.notes("RRULE").doubtful(
                "sans-fin",
                &rule,
                Some(&bare(horizon)),
                "Cet événement n’a pas de fin et pas de règle simple : ses jours sont repris jusqu’à cette date.",
                "Importez de nouveau avant cette date, ou écrivez la règle dans « quand ».",
            );
        }
        return;
    };
    one.put("quand", Form::Text, column, rule.quand);
    one.put("du", Form::Bare, column, bare(rule.du));
    if let Some(au) = rule.au {
        one.put("au", Form::Bare, column, bare(au));
    }
    for item in rule.sauf {
        one.put("sauf", Form::List, column, item);
    }
    items(one, when, &rule.dates);
}

fn items(one: &mut Happening, when: &When, days: &[Date]) {
    let written: Vec<String> =
        days.iter().filter_map(|day| Some(when.days.get(day)?.item(*day))).collect();
    one.columns.push(("dates", "dates".to_owned()));
    one.draft.put("dates", Form::Items, written);
}
