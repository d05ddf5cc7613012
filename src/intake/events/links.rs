//! Links of texts that come from elsewhere: each says where it leads, and leads somewhere outside its old site.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::people;
use crate::check::output::says_nothing;
use crate::intake::finding::Notes;

/// A link in a text: its bytes, its words, where it leads.
struct Link {
    span: Range<usize>,
    words: String,
    to: String,
}

/// The text with every link that a guide could not publish written otherwise.
pub(super) fn mended(text: &str, notes: &mut Notes<'_>) -> String {
    let mut out = text.to_owned();
    // From the last to the first, so that places stay true.
    for link in links(text).into_iter().rev() {
        let Some(became) = better(&link) else { continue };
        out.replace_range(link.span, &became);
    }
    if out != text {
        let reason = "Un lien dit où il mène, et mène à une adresse entière.";
        notes.corrected("lien-ecriture", text.trim_end(), out.trim_end(), reason);
    }
    out
}

fn links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut open = false;
    for (event, span) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. })
                if !matches!(link_type, LinkType::Autolink | LinkType::Email) =>
            {
                links.push(Link { span, words: String::new(), to: dest_url.to_string() });
                open = true;
            }
            Event::End(TagEnd::Link) => open = false,
            Event::Text(words) | Event::Code(words) if open => {
                links.iter_mut().last().into_iter().for_each(|link| link.words.push_str(&words));
            }
            Event::SoftBreak | Event::HardBreak if open => {
                links.iter_mut().last().into_iter().for_each(|link| link.words.push(' '));
            }
            _ => {}
        }
    }
    links
}

/// What to write instead of a link; nothing when it is good.
fn better(link: &Link) -> Option<String> {
    let words = link.words.trim();
    let rest = ["https://", "http://"].iter().find_map(|start| link.to.strip_prefix(start));
    let Some(rest) = rest else {
        let good = ["mailto:", "tel:"].iter().any(|start| link.to.starts_with(start));
        let good = good && people::named(&link.to).is_empty();
        return (!good || words.is_empty()).then(|| words.to_owned());
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest).trim_start_matches("www.");
    let said = match words {
        "" => format!("site {host}"),
        spelt if spelt.starts_with("http") => format!("site {host}"),
        vague if says_nothing(vague) => format!("{vague} : site {host}"),
        _ => return None,
    };
    Some(format!("[{said}](<{}>)", link.to.replace(['<', '>', '\n'], "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_say_where_they_lead() {
        for (text, expected) in [
            ("[ici](https://www.a.example/b c)", "[ici](https://www.a.example/b c)"),
            (
                "Cliquez [ici](https://www.a.example/b).",
                "Cliquez [ici : site a.example](<https://www.a.example/b>).",
            ),
            ("un [](https://a.example) lien", "un [site a.example](<https://a.example>) lien"),
            (
                "[https://a.example/x](https://a.example/x )",
                "[site a.example](<https://a.example/x>)",
            ),
            (
                "[le _site_ de la ville](https://a.example)",
                "[le _site_ de la ville](https://a.example)",
            ),
            ("<https://a.example>", "<https://a.example>"),
            ("[x](/page) et [y](#ancre)", "x et y"),
            ("note[^1]\n\n[^1]: texte", "note^1\n\n[^1]: texte"),
            ("[écrire](mailto:contact@a.example)", "[écrire](mailto:contact@a.example)"),
            ("[écrire à Jean](mailto:jean@a.example)", "écrire à Jean"),
            (
                "[en savoir plus][s]\n\n[s]: https://a.example",
                "[en savoir plus : site a.example](<https://a.example>)\n\n[s]: https://a.example",
            ),
        ] {
            let mut found = Vec::new();
            assert_eq!(mended(text, &mut Notes::about("a", &mut found)), expected, "{text}");
            assert_eq!(found.is_empty(), text == expected, "{text}");
        }
    }
}
