//! Which line a byte stands on, whatever ends the lines.

/// Where each line of a text begins.
pub(in crate::intake) struct Lines<'a> {
    text: &'a str,
    /// Offsets of the first byte of each line but the first.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text ended by `\n`, `\r\n`, or `\r` alone.
    pub fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: usize| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = (0..bytes.len()).filter(|&at| ends(at)).map(|at| at + 1).collect();
        Self { text, starts }
    }

    /// The line of a byte, from 1.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte) + 1
    }

    /// The line where something begins after the blank lines that may come first.
    pub fn at_text(&self, byte: usize) -> usize {
        let blank = self.text[byte..].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.at(byte + blank)
    }
}
