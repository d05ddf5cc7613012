//! The table at the end of `jalon build`: what pages weigh on a slow line, and what was said.

use crate::check::Rendered;
use crate::diagnostic::Diagnostic;
use crate::text::thousands;

/// The table; nothing when no page was weighed.
pub(super) fn weights(rendered: &[Rendered], said: &[Diagnostic]) -> Option<String> {
    let weight = |page: &Rendered| page.weight.map(|weight| weight.usual);
    let sample = rendered.iter().filter(|page| page.sampled);
    let mut sample: Vec<usize> = sample.filter_map(weight).collect();
    sample.sort_unstable();
    let heaviest = rendered.iter().max_by_key(|page| weight(page))?;
    let pages = rendered.iter().filter(|page| page.is_page).count();
    let drawn = match sample.len() < pages {
        true => format!(" (sur {} pages tirées)", thousands(sample.len())),
        false => String::new(),
    };
    let errors = said.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let rows = [
        ("pages", thousands(pages)),
        ("poids médian", octets(share(&sample, 50)?)),
        ("95 % pèsent au plus", octets(share(&sample, 95)?)),
        ("la plus lourde", format!("{}, {}", octets(weight(heaviest)?), heaviest.address)),
        ("erreurs", thousands(errors)),
        ("remarques", thousands(said.len() - errors)),
    ];
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let row = |(name, value): &(&str, String)| format!("  {name:width$}  {value}\n");
    let rows: String = rows.iter().map(row).collect();
    Some(format!("Poids des pages, une fois compressées{drawn} :\n{rows}"))
}

fn octets(weight: usize) -> String {
    format!("{} octets", thousands(weight))
}

/// The weight that so many pages in a hundred do not exceed.
fn share(sorted: &[usize], percent: usize) -> Option<usize> {
    sorted.get((sorted.len() * percent).div_ceil(100).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;
    use crate::check::output::weight::Weight;
    use crate::diagnostic::{Severity, Subject};

    fn page(rank: usize, usual: usize, sampled: bool) -> Rendered {
        let weight = Some(Weight { usual, least: None });
        let address = Address::new(format!("86-vienne/{rank:03}.html")).unwrap();
        Rendered { is_page: true, sampled, weight, ..Rendered::nothing(address) }
    }

    #[test]
    fn a_small_site_is_weighed_whole() {
        let mut rendered: Vec<Rendered> =
            (1..=100).map(|rank| page(rank, rank * 100, true)).collect();
        let calendar = Address::new("86-vienne/agenda.ics").unwrap();
        rendered.push(Rendered { size: 90_000, ..Rendered::nothing(calendar) });
        let warning = Diagnostic::new("x", Severity::Warning, Subject::Whole, "", "");
        assert_eq!(
            weights(&rendered, &[warning]).unwrap(),
            "Poids des pages, une fois compressées :
  pages                100
  poids médian         5\u{202f}000 octets
  95 % pèsent au plus  9\u{202f}500 octets
  la plus lourde       10\u{202f}000 octets, 86-vienne/100.html
  erreurs              0
  remarques            1
"
        );
    }

    #[test]
    fn a_large_site_is_weighed_in_part_and_says_so() {
        let sampled = (0..500).map(|rank| page(rank, 2_000, true));
        let mut rendered: Vec<Rendered> = sampled.collect();
        rendered.push(page(500, 12_000, false));
        rendered.extend((501..1501).map(|rank| Rendered { weight: None, ..page(rank, 0, false) }));
        assert_eq!(
            weights(&rendered, &[]).unwrap(),
            "Poids des pages, une fois compressées (sur 500 pages tirées) :
  pages                1\u{202f}501
  poids médian         2\u{202f}000 octets
  95 % pèsent au plus  2\u{202f}000 octets
  la plus lourde       12\u{202f}000 octets, 86-vienne/500.html
  erreurs              0
  remarques            0
"
        );
        assert_eq!(weights(&[], &[]), None);
    }
}
