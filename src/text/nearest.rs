//! Near misses: « vouliez-vous dire … ? ».

use super::order::fold;

/// The candidate nearest to what was written, when it is near enough to be meant.
///
/// One edit is allowed in up to three letters, then one more for every three; a swap of two
/// neighbours is one edit. Accents and case do not count.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written: Vec<char> = fold(written).chars().collect();
    candidates
        .into_iter()
        .map(|candidate| (edits(&written, &fold(candidate).chars().collect::<Vec<_>>()), candidate))
        .filter(|(edits, candidate)| *edits <= candidate.chars().count().max(3) / 3)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// Insertions, deletions, replacements and swaps that lead from one word to the other.
fn edits(from: &[char], to: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut best =
                (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant() {
        let keys = ["telephone", "services", "commune"];
        assert_eq!(nearest("telphone", keys), Some("telephone"));
        assert_eq!(nearest("Téléphone", keys), Some("telephone"));
        assert_eq!(nearest("comunne", keys), Some("commune"));
        assert_eq!(nearest("prix", keys), None);
    }
}
