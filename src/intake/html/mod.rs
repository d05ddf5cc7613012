//! Text out of HTML: tags that files of other tools left in their cells, and letters written as entities.

mod entities;

use crate::text::on_the_web;

use entities::entity;

/// What is to be made of the text: one line of words, or Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Into {
    /// Breaks become spaces, links lose their address.
    Words,
    /// Breaks and list items become lines, links stay links.
    Markdown,
}

/// A tag, as far as it matters.
struct Tag<'a> {
    name: String,
    closing: bool,
    attributes: &'a str,
    length: usize,
}

/// The text without tags, comments and entities; a Markdown link between angle brackets is none of them.
pub(super) fn without_tags(text: &str, into: Into) -> String {
    let mut out = String::with_capacity(text.len());
    let mut links: Vec<Option<&str>> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = comment(rest).or_else(|| entity(rest, into, &mut out)).or_else(|| {
            let tag = tag(rest)?;
            write(&tag, into, &mut links, &mut out);
            Some(tag.length + hidden_length(&tag, &rest[tag.length..]))
        });
        let taken = taken.unwrap_or_else(|| {
            out.push_str(&rest[..1]);
            1
        });
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// Length of a comment at the start; one that never ends is none.
fn comment(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("<!--")?;
    inside.find("-->").map(|end| 4 + end + 3)
}

/// The tag at the start: `<` and a letter, so that `a < b`, `<https://…>` and `<a@b.fr>` are none.
fn tag(text: &str) -> Option<Tag<'_>> {
    let inside = text.strip_prefix('<')?;
    let closing = inside.starts_with('/');
    let named = inside.trim_start_matches('/');
    let name: String = named.chars().take_while(char::is_ascii_alphanumeric).collect();
    let after = &named[name.len()..];
    let attributes = &after[..after.find('>')?];
    let good = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (attributes.is_empty()
            || attributes.starts_with(|c: char| c.is_whitespace() || c == '/'))
        && !attributes.contains('<');
    let length = text.len() - after.len() + attributes.len() + 1;
    good.then(|| Tag { name: name.to_lowercase(), closing, attributes, length })
}

/// Length of what no reader was meant to see: the inside of a script or of a style sheet.
fn hidden_length(tag: &Tag<'_>, after: &str) -> usize {
    if tag.closing || !matches!(tag.name.as_str(), "script" | "style") {
        return 0;
    }
    after.to_ascii_lowercase().find(&format!("</{}", tag.name)).unwrap_or(0)
}

/// What stands instead of a tag.
fn write<'a>(tag: &Tag<'a>, into: Into, links: &mut Vec<Option<&'a str>>, out: &mut String) {
    const PARAGRAPHS: [&str; 14] = [
        "br", "p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section",
    ];
    let name = tag.name.as_str();
    match (name, into) {
        ("a", Into::Markdown) if !tag.closing => {
            let address = address(tag.attributes);
            links.push(address);
            out.push_str(if address.is_some() { "[" } else { "" });
        }
        ("a", Into::Markdown) => {
            if let Some(address) = links.pop().flatten() {
                out.push_str(&format!("]({address})"));
            }
        }
        ("li", Into::Markdown) if !tag.closing => out.push_str("\n- "),
        ("td" | "th", _) => out.push(' '),
        (name, Into::Markdown) if PARAGRAPHS.contains(&name) => out.push_str("\n\n"),
        (name, Into::Words) if PARAGRAPHS.contains(&name) || name == "li" => out.push(' '),
        _ => {}
    }
}

/// The address of a link, when it leads to the web and cannot break Markdown.
fn address(attributes: &str) -> Option<&str> {
    let at = attributes.find("href=")? + 5;
    let value = attributes[at..].trim_start_matches(['"', '\'']);
    let address = &value[..value.find(['"', '\'']).unwrap_or(value.len())];
    let good = on_the_web(address) && !address.contains([' ', '(', ')']);
    good.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_tags() {
        for (html, words) in [
            ("<p>Maison <b>des</b> services</p>", " Maison des services "),
            ("A<br/>B<BR>C", "A B C"),
            (
                "<span style=\"color:red\">&Eacute;t&eacute; &amp; &#233;cole&#x2019;s</span>",
                "Été & école’s",
            ),
            (
                "a < b, 3 <5 & <https://a.fr> <a@b.fr> &inconnu; R&D; fin",
                "a < b, 3 <5 & <https://a.fr> <a@b.fr> &inconnu; R&D; fin",
            ),
            ("<script>alert(1)</script>Bon<!-- caché -->jour", "Bonjour"),
            ("<a href=\"https://a.fr\">ici</a>", "ici"),
            ("<", "<"),
            ("<p", "<p"),
            ("&", "&"),
        ] {
            assert_eq!(without_tags(html, Into::Words), words, "{html}");
        }
    }

    #[test]
    fn markdown_keeps_lines_lists_and_links() {
        for (html, markdown) in [
            ("<ul><li>un</li><li>deux</li></ul>", "\n\n\n- un\n- deux\n\n"),
            ("<a class=x href='https://a.fr/b'>ici</a>", "[ici](https://a.fr/b)"),
            ("<a href=\"javascript:x\">ici</a>", "ici"),
            ("&lt;b&gt; &amp;nbsp;", "&lt;b&gt; &amp;nbsp;"),
            ("un<br>deux", "un\n\ndeux"),
            ("<https://a.fr>", "<https://a.fr>"),
        ] {
            assert_eq!(without_tags(html, Into::Markdown), markdown, "{html}");
        }
    }
}
