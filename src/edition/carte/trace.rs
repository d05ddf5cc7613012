//! Lines as the data of an SVG path, in few bytes: whole numbers, each step from the one before.

/// The data of a path.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace {
    pub text: String,
    /// Where the last command ended.
    at: (i32, i32),
}

impl Trace {
    /// A closed shape; one that has no inside at this scale is left out.
    pub fn ring(&mut self, points: impl IntoIterator<Item = (i32, i32)>) {
        let mut points = stepped(points);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() > 2 {
            let start = self.steps(&points);
            self.text.push('z');
            self.at = start;
        }
    }

    /// A line; one that is a point at this scale is left out.
    pub fn line(&mut self, points: impl IntoIterator<Item = (i32, i32)>) {
        let points = stepped(points);
        if points.len() > 1 {
            self.steps(&points);
        }
    }

    /// A stroke of no length, which round ends make a dot.
    pub fn dot(&mut self, point: (i32, i32)) {
        self.move_to(point);
        self.text.push_str("h0");
    }

    fn steps(&mut self, points: &[(i32, i32)]) -> (i32, i32) {
        let Some((&start, rest)) = points.split_first() else { return self.at };
        self.move_to(start);
        for (rank, &point) in rest.iter().enumerate() {
            if rank == 0 {
                self.text.push('l');
            }
            self.step(point);
        }
        start
    }

    fn move_to(&mut self, point: (i32, i32)) {
        self.text.push(if self.text.is_empty() { 'M' } else { 'm' });
        self.step(point);
    }

    /// Two numbers; a sign or a letter before a number keeps it apart.
    fn step(&mut self, point: (i32, i32)) {
        for number in [point.0 - self.at.0, point.1 - self.at.1] {
            if number >= 0 && self.text.ends_with(|c: char| c.is_ascii_digit()) {
                self.text.push(' ');
            }
            self.text.push_str(&number.to_string());
        }
        self.at = point;
    }
}

/// Points without those that repeat the one before.
fn stepped(points: impl IntoIterator<Item = (i32, i32)>) -> Vec<(i32, i32)> {
    let mut points: Vec<(i32, i32)> = points.into_iter().collect();
    points.dedup();
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_relative_and_signs_are_separators() {
        let mut trace = Trace::default();
        trace.ring([(10, 10), (20, 10), (20, 10), (20, 5), (10, 10)]);
        trace.line([(12, 8), (0, 8)]);
        trace.dot((3, 4));
        // Flat at this scale, and a single point: nothing.
        trace.ring([(1, 1), (2, 2), (1, 1)]);
        trace.line([(7, 7), (7, 7)]);
        assert_eq!(trace.text, "M10 10l10 0 0-5zm2-2l-12 0m3-4h0");
    }
}
