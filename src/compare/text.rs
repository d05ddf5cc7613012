//! The text of a page as its readers meet it: one sentence a line, without tags.
//!
//! It reads the pages that jalon makes: quoted attributes, escaped signs, every tag closed but those whose end HTML
//! lets out (`li`, `dd`, `td`, `tr`), which end with what comes next.

use crate::text::on_the_web;

use super::signs::unescaped;

/// The sentences of a page, in order; what stands in its head is not read.
pub(super) fn sentences(html: &str) -> Vec<String> {
    let mut reading = Reading::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reading.text(&rest[..at]);
        rest = reading.tag(&rest[at..]);
    }
    reading.text(rest);
    reading.end();
    reading.sentences
}

/// The first heading of a page.
pub(super) fn heading(html: &str) -> Option<String> {
    let start = html.find("<h1")?;
    let end = start + html[start..].find("</h1>")?;
    let heading = sentences(&html[start..end]).join(" ");
    (!heading.is_empty()).then_some(heading)
}

/// Elements that stand inside a sentence.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sup", "time",
];
/// Elements whose content is not read.
const UNREAD: [&str; 4] = ["head", "style", "script", "svg"];
/// Between a term and what is said of it.
const COLON: &str = "\u{a0}: ";

#[derive(Default)]
struct Reading {
    sentences: Vec<String>,
    /// The line being read.
    line: String,
    /// Where the link being read leads, when it leaves the site.
    link: Option<String>,
}

impl Reading {
    /// Reads the tag at the start of `html`; returns what follows it.
    fn tag<'a>(&mut self, html: &'a str) -> &'a str {
        if html.starts_with("<!--") {
            return after(html, "-->");
        }
        let tag = &html[..html.find('>').unwrap_or(html.len())];
        let closing = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !closing && UNREAD.contains(&name) {
            return after(after(html, &format!("</{name}")), ">");
        }
        match (name, closing) {
            ("a", false) => self.link = attribute(tag, "href").filter(|to| on_the_web(to)),
            ("a", true) => self.end_link(),
            ("img", _) => self.text(&attribute(tag, "alt").unwrap_or_default()),
            ("br", _) if !self.line.is_empty() => self.line = format!("{}, ", self.line.trim_end()),
            ("dt", true) if self.line.ends_with(COLON.trim_end_matches(' ')) => self.line.push(' '),
            ("dt", true) => self.line.push_str(COLON),
            ("dd", false) if self.line.ends_with(COLON) => {}
            ("td" | "th", _) => self.text(" "),
            (name, _) if INLINE.contains(&name) => {}
            _ => self.end(),
        }
        after(html, ">")
    }

    /// Adds text to the line; blanks become one space, those that do not break stay.
    fn text(&mut self, html: &str) {
        for c in unescaped(html).chars() {
            match c {
                ' ' | '\n' | '\r' | '\t' if self.line.ends_with(' ') || self.line.is_empty() => {}
                ' ' | '\n' | '\r' | '\t' => self.line.push(' '),
                c => self.line.push(c),
            }
        }
    }

    /// Says where a link leads, as paper does.
    fn end_link(&mut self) {
        if let Some(link) = self.link.take() {
            let link = unescaped(&link);
            if !self.line.ends_with(link.as_str()) {
                self.line = format!("{} ({link})", self.line.trim_end());
            }
        }
    }

    /// Ends the line and keeps its sentences.
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut rest = line.trim_matches([' ', ',']);
        while let Some(end) = end_of_sentence(rest) {
            self.sentences.push(rest[..end].to_owned());
            rest = rest[end..].trim_start();
        }
        if !rest.is_empty() {
            self.sentences.push(rest.to_owned());
        }
    }
}

/// Where the first sentence of a line ends when another follows; « M. » and « J. » end none.
fn end_of_sentence(line: &str) -> Option<usize> {
    line.match_indices(". ")
        .chain(line.match_indices("! "))
        .chain(line.match_indices("? "))
        .map(|(at, _)| at + 1)
        .filter(|&end| line[end + 1..].starts_with(char::is_uppercase))
        .filter(|&end| {
            let word = line[..end - 1].rsplit([' ', '\u{a0}']).next().unwrap_or_default();
            word.chars().count() != 1 || !word.starts_with(char::is_uppercase)
        })
        .min()
}

/// What follows the first `mark`; nothing when it is not there.
fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.find(mark).map_or("", |at| &text[at + mark.len()..])
}

/// The value of an attribute, as written.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = format!(" {name}=\"");
    let value = &tag[tag.find(&start)? + start.len()..];
    Some(value[..value.find('"')?].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_sentences() {
        let html = "<head><title>T</title><style>a > b{}</style></head><body><h1>Bus &amp; <em>vélo</em></h1>\
                    <p>Mardi de 9 h à 12 h. Jeudi de 14 h à 17 h. Voir M. Roy\n   ou R.&nbsp;Dé !</p>\
                    <p>3 rue du Puits<br>86600 Lusignan</p><!-- <p>non</p> -->\
                    <ul><li>Un</li><li>Deux <svg><title>x</title></svg></li></ul>";
        assert_eq!(
            sentences(html),
            [
                "Bus & vélo",
                "Mardi de 9 h à 12 h.",
                "Jeudi de 14 h à 17 h.",
                "Voir M. Roy ou R.\u{a0}Dé !",
                "3 rue du Puits, 86600 Lusignan",
                "Un",
                "Deux"
            ]
        );
        assert_eq!(heading(html).as_deref(), Some("Bus & vélo"));
    }

    #[test]
    fn rows_and_terms_stay_whole() {
        let html = "<dl><dt>Prix\u{a0}:</dt> <dd>gratuit</dd>\n<dt>Sur place</dt><dd>wifi</dd><dd>scanner</dd></dl>\
                    <table><tr><th scope=\"row\">Mardi</th><td>9 h<br>14 h</td></tr></table>";
        assert_eq!(
            sentences(html),
            ["Prix\u{a0}: gratuit", "Sur place\u{a0}: wifi", "scanner", "Mardi 9 h, 14 h"]
        );
    }

    #[test]
    fn links_that_leave_the_site_and_pictures_are_read() {
        let html = "<p><a href=\"https://a.example/?b=1&amp;c\">Site</a>, <a href=\"b.html\">ici</a></p>\
                    <p><img src=\"x.png\" alt=\"Un bus\"></p>";
        assert_eq!(sentences(html), ["Site (https://a.example/?b=1&c), ici", "Un bus"]);
    }
}
