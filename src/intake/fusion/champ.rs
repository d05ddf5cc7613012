//! The three-way merge of one key: what the source said, what the record says, what the source says now.

use crate::source::yaml::Plain;

/// What becomes of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The record stays as it is, and agrees with the source or was changed by somebody alone.
    Stays,
    /// What the source says now goes in the record; nothing when the key goes.
    Takes(Option<Plain>),
    /// Both changed it, each in its way: a person decides.
    Conflict,
}

/// Two days of which the later is right: nobody decides between them.
const LATEST: &str = "date_maj";

/// Decides for one key that holds no keys on all three sides.
pub(super) fn sort(
    key: &str,
    base: Option<&Plain>,
    ours: Option<&Plain>,
    theirs: Option<&Plain>,
) -> Sort {
    if same(base, theirs) || same(ours, theirs) {
        return Sort::Stays;
    }
    if same(base, ours) {
        return Sort::Takes(theirs.cloned());
    }
    if key == LATEST
        && let (Some(own), Some(new)) = (ours.and_then(Plain::text), theirs.and_then(Plain::text))
    {
        return if own >= new { Sort::Stays } else { Sort::Takes(theirs.cloned()) };
    }
    match (texts(base), texts(ours), texts(theirs)) {
        (Some(base), Some(own), Some(new)) if is_list(ours, theirs) => joined(&base, own, &new),
        _ => Sort::Conflict,
    }
}

/// What the source added comes to what somebody keeps, what it took away goes.
fn joined(base: &[&str], own: Vec<&str>, new: &[&str]) -> Sort {
    let gone = |text: &&str| base.contains(text) && !new.contains(text);
    let mut list: Vec<&str> = own.iter().filter(|text| !gone(text)).copied().collect();
    for text in new {
        if !base.contains(text) && !list.contains(text) {
            list.push(text);
        }
    }
    if list == own {
        return Sort::Stays;
    }
    let items = list.into_iter().map(|text| Plain::Text(text.to_owned())).collect();
    Sort::Takes(Some(Plain::List(items)).filter(|list| *list != Plain::List(Vec::new())))
}

fn is_list(ours: Option<&Plain>, theirs: Option<&Plain>) -> bool {
    [ours, theirs].into_iter().flatten().any(|side| matches!(side, Plain::List(_)))
}

/// Texts of a list; a single text is a list of one, nothing is a list of none, and maps are no texts.
fn texts(side: Option<&Plain>) -> Option<Vec<&str>> {
    match side {
        None | Some(Plain::Empty) => Some(Vec::new()),
        Some(Plain::Text(text)) => Some(vec![text.trim()]),
        Some(Plain::List(items)) => items.iter().map(Plain::text).collect(),
        Some(Plain::Map(_)) => None,
    }
}

/// Whether two sides say the same: blanks, the order of keys, a text alone or in a list do not count.
pub(super) fn same(one: Option<&Plain>, other: Option<&Plain>) -> bool {
    match (texts(one), texts(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.map(tidy) == other.map(tidy),
        _ => false,
    }
}

/// A value without what does not count.
fn tidy(value: &Plain) -> Plain {
    match value {
        Plain::Text(text) => Plain::Text(text.trim().to_owned()),
        Plain::List(items) => Plain::List(items.iter().map(tidy).collect()),
        Plain::Map(entries) => {
            let kept = entries.iter().filter(|(_, value)| *value != Plain::Empty);
            Plain::Map(kept.map(|(key, value)| (key.clone(), tidy(value))).collect())
                .without_order()
        }
        Plain::Empty => Plain::Empty,
    }
}

/// A value in one line of words, for a report.
pub(super) fn shown(value: Option<&Plain>) -> String {
    match value {
        None | Some(Plain::Empty) => "rien".into(),
        Some(Plain::Text(text)) => format!("« {} »", text.trim()),
        Some(Plain::List(items)) => {
            let items: Vec<String> = items.iter().map(|item| shown(Some(item))).collect();
            items.join(", ")
        }
        Some(Plain::Map(entries)) => {
            let each = entries.iter().map(|(key, value)| format!("{key} {}", shown(Some(value))));
            format!("({})", each.collect::<Vec<_>>().join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> Plain {
        Plain::Text(value.into())
    }

    fn list(values: &[&str]) -> Plain {
        Plain::List(values.iter().map(|value| text(value)).collect())
    }

    #[test]
    fn who_changed_a_key_alone_is_right() {
        let (a, b, c) = (text("a"), text("b"), text("c"));
        for (base, ours, theirs, sort_of) in [
            (Some(&a), Some(&a), Some(&a), Sort::Stays),
            (Some(&a), Some(&b), Some(&a), Sort::Stays),
            (Some(&a), None, Some(&a), Sort::Stays),
            (Some(&a), Some(&a), Some(&b), Sort::Takes(Some(b.clone()))),
            (Some(&a), Some(&a), None, Sort::Takes(None)),
            (None, None, Some(&a), Sort::Takes(Some(a.clone()))),
            (Some(&a), Some(&b), Some(&b), Sort::Stays),
            (Some(&a), None, None, Sort::Stays),
            (None, Some(&b), None, Sort::Stays),
            (Some(&a), Some(&b), Some(&c), Sort::Conflict),
            (Some(&a), None, Some(&c), Sort::Conflict),
            (Some(&a), Some(&b), None, Sort::Conflict),
            (None, Some(&b), Some(&c), Sort::Conflict),
        ] {
            assert_eq!(sort("nom", base, ours, theirs), sort_of, "{base:?} {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn lists_take_what_each_side_added_and_took_away() {
        let base = list(&["a", "b", "c"]);
        let ours = list(&["b", "c", "local"]);
        let theirs = list(&["a", "c", "neuf"]);
        assert_eq!(
            sort("services", Some(&base), Some(&ours), Some(&theirs)),
            Sort::Takes(Some(list(&["c", "local", "neuf"])))
        );
        assert_eq!(sort("services", Some(&base), Some(&list(&["a"])), None), Sort::Takes(None));
        // A text alone is a list of one, whichever side writes it so.
        assert_eq!(
            sort("courriels", Some(&text("a")), Some(&list(&["a "])), Some(&list(&["a"]))),
            Sort::Stays
        );
        assert_eq!(
            sort("telephone", Some(&text("1")), Some(&text("2")), Some(&text("3"))),
            Sort::Conflict
        );
    }

    #[test]
    fn of_two_days_the_later_is_right() {
        let (old, own, new) = (text("2026-01-01"), text("2026-06-01"), text("2026-03-01"));
        assert_eq!(sort("date_maj", Some(&old), Some(&own), Some(&new)), Sort::Stays);
        assert_eq!(
            sort("date_maj", Some(&old), Some(&new), Some(&own)),
            Sort::Takes(Some(own.clone()))
        );
    }

    #[test]
    fn maps_are_the_same_in_any_order() {
        let map = |entries: &[(&str, &str)]| {
            Plain::Map(entries.iter().map(|(key, value)| ((*key).into(), text(value))).collect())
        };
        let dates = Plain::List(vec![map(&[("le", "1"), ("horaires", "2")])]);
        let turned = Plain::List(vec![map(&[("horaires", "2 "), ("le", "1")])]);
        assert!(same(Some(&dates), Some(&turned)));
        assert!(!same(Some(&dates), None));
        assert_eq!(shown(Some(&dates)), "(le « 1 », horaires « 2 »)");
    }
}
