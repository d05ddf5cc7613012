//! End tags that HTML lets out, and our pages with it, told as if they were written.

/// Elements that our pages do not close, each with what ends it when it begins inside.
const ENDED: [(&str, &[&str]); 3] =
    [("li", &["li"]), ("dd", &["dd", "dt"]), ("td", &["td", "th", "tr"])];

/// Elements that hold them, and end the last one with themselves.
const HOLDERS: [&str; 4] = ["ul", "ol", "dl", "table"];

/// The open elements among those above, outermost first.
#[derive(Debug, Default)]
pub(super) struct Implied(Vec<&'static str>);

impl Implied {
    /// A tag opens: what ends before it, if anything.
    pub fn opens(&mut self, name: &str) -> Option<&'static str> {
        let ends = |last: &str| ENDED.iter().any(|(one, by)| *one == last && by.contains(&name));
        let ended = self.0.last().copied().filter(|last| ends(last));
        if ended.is_some() {
            self.0.pop();
        }
        let mut known = ENDED.iter().map(|(one, _)| *one).chain(HOLDERS);
        self.0.extend(known.find(|one| *one == name));
        ended
    }

    /// A tag closes: what ends before it, if anything.
    pub fn closes(&mut self, name: &str) -> Option<&'static str> {
        if self.0.last() == Some(&name) {
            self.0.pop();
            return None;
        }
        let inside = self.0.last().copied().filter(|_| HOLDERS.contains(&name))?;
        self.0.pop();
        self.0.pop_if(|holder| *holder == name);
        Some(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::super::listen::{Listener, read};
    use super::super::tokens::Tag;

    /// Writes down what it hears.
    #[derive(Default)]
    struct Scribe(String);

    impl<'a> Listener<'a> for Scribe {
        fn open(&mut self, tag: &Tag<'a>, _: usize) {
            self.0.push_str(&format!("<{}>", tag.name));
        }

        fn close(&mut self, name: &str, _: usize) {
            self.0.push_str(&format!("</{name}>"));
        }

        fn text(&mut self, text: &'a str) {
            self.0.push_str(text);
        }
    }

    fn heard(page: &str) -> String {
        let mut scribe = Scribe::default();
        read(page, &mut [&mut scribe]);
        scribe.0
    }

    #[test]
    fn end_tags_let_out_are_heard_where_html_puts_them() {
        assert_eq!(
            heard("<ul><li>a<li>b<ul><li>c</ul>d</ul>e"),
            "<ul><li>a</li><li>b<ul><li>c</li></ul>d</li></ul>e"
        );
        assert_eq!(
            heard("<dl><dt>a</dt><dd>b<dd>c<dt>d</dt><dd>e</dl>"),
            "<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>"
        );
        assert_eq!(
            heard("<table><tr><th>a</th><td>b<tr><th>c</th><td>d</table>"),
            "<table><tr><th>a</th><td>b</td><tr><th>c</th><td>d</td></table>"
        );
    }

    #[test]
    fn end_tags_that_are_written_are_heard_once() {
        let page = "<ol><li><p>a</p></li><li>b</li></ol><dl><dt>c</dt><dd>d</dd></dl>";
        assert_eq!(heard(page), page);
    }
}
