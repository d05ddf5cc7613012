//! How old the checks of the records are, month by month.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::calendar::Date;
use crate::guide::{Guide, Guides, Moment};

/// Months shown one by one; older ones count together.
const MONTHS: i64 = 24;

/// How many records were checked when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fraicheur {
    /// By first day of a month, the newest first: records checked, and records never checked that were
    /// changed then. Every month since the oldest, up to two years.
    pub mois: Vec<(Date, usize, usize)>,
    /// The same, for all that is older.
    pub avant: (usize, usize),
    /// Neither checked nor dated.
    pub sans_date: usize,
    /// Records in all.
    pub fiches: usize,
    /// Records checked recently enough.
    pub a_jour: usize,
    /// Records checked too long ago.
    pub a_refaire: usize,
    /// Records never checked.
    pub jamais: usize,
}

impl Fraicheur {
    /// The records of a guide's actors that are not ended.
    pub(super) fn of(guides: &Guides, guide: &Guide) -> Self {
        let mut found = Self::default();
        let mut months: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
        let first = guides.today.first_of_month();
        let oldest = first.saturating_sub((MONTHS - 1).months());
        for acteur in guide.acteurs.iter().filter(|one| one.fiche.en_cours(guides.today)) {
            found.fiches += 1;
            let checked = acteur.fiche.verifie.as_ref().map(|verifie| verifie.le);
            match (checked, guides.moment(guide, acteur)) {
                (None, _) => found.jamais += 1,
                (Some(_), Moment::Verifie) => found.a_jour += 1,
                (Some(_), Moment::AConfirmer) => found.a_refaire += 1,
            }
            let Some(day) = checked.or(acteur.fiche.date_maj) else {
                found.sans_date += 1;
                continue;
            };
            // A day to come is a mistake that other rules tell: it counts as of this month.
            let month = day.first_of_month().min(first);
            let counts = match month < oldest {
                true => &mut found.avant,
                false => months.entry(month).or_default(),
            };
            match checked {
                Some(_) => counts.0 += 1,
                None => counts.1 += 1,
            }
        }
        let last = match found.avant {
            (0, 0) => months.keys().next().copied(),
            _ => Some(oldest),
        };
        let all = std::iter::successors(last.map(|_| first), |month| {
            let before = month.saturating_sub(1.month());
            Some(before).filter(|before| last.is_some_and(|last| *before >= last))
        });
        found.mois = all
            .map(|month| {
                let (checked, dated) = months.get(&month).copied().unwrap_or_default();
                (month, checked, dated)
            })
            .collect();
        found
    }
}
