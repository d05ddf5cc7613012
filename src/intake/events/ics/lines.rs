//! The content lines of a calendar file: folds undone on bytes, as they may part a letter in two.

/// A content line, and where it begins in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Line of the file, from 1.
    pub number: usize,
    /// Its text, without its end.
    pub text: &'a str,
}

/// The bytes of a file with every fold undone and every line ended alike, and the line each one begins on.
pub(super) fn unfolded(bytes: &[u8]) -> (Vec<u8>, Vec<usize>) {
    let mut out = Vec::with_capacity(bytes.len());
    let mut numbers = Vec::new();
    let mut number = 0;
    for line in bytes.split(|b| *b == b'\n') {
        number += 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line.split_first() {
            Some((b' ' | b'\t', rest)) if !numbers.is_empty() => {
                out.pop();
                out.extend_from_slice(rest);
            }
            _ => {
                out.extend_from_slice(line);
                numbers.push(number);
            }
        }
        out.push(b'\n');
    }
    (out, numbers)
}

/// The lines of an unfolded text that hold something.
pub(super) fn lines<'a>(text: &'a str, numbers: &'a [usize]) -> impl Iterator<Item = Line<'a>> {
    let lines = text.split('\n').zip(numbers).map(|(text, number)| Line { number: *number, text });
    lines.filter(|line| !line.text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fold_may_part_a_letter() {
        let bytes = "A:caf\u{c3}".as_bytes();
        let cut = [&bytes[..5], b"\xc3\r\n \xa9\r\nB:un\n\tdeux\r\n\r\nC:fin"].concat();
        let (out, numbers) = unfolded(&cut);
        let text = String::from_utf8(out).unwrap();
        let found: Vec<(usize, &str)> =
            lines(&text, &numbers).map(|line| (line.number, line.text)).collect();
        assert_eq!(found, [(1, "A:café"), (3, "B:undeux"), (6, "C:fin")]);
    }
}
