//! Files by the end of their name: their type, whether compressing them pays, how long a browser may keep them.

/// Files of one type.
pub(super) struct Type {
    /// The end of their names, without the dot.
    pub end: &'static str,
    /// What hosts call them.
    pub mime: &'static str,
    /// Whether they are texts, which compress well and are all in UTF-8.
    pub text: bool,
}

const fn text(end: &'static str, mime: &'static str) -> Type {
    Type { end, mime, text: true }
}

const fn packed(end: &'static str, mime: &'static str) -> Type {
    Type { end, mime, text: false }
}

/// Every type that jalon publishes. Hosts know most of them; what they do not know they send as bytes to be saved.
pub(super) const TYPES: [Type; 19] = [
    text("html", "text/html"),
    text("ics", "text/calendar"),
    text("vcf", "text/vcard"),
    text("atom", "application/atom+xml"),
    text("csv", "text/csv"),
    text("json", "application/json"),
    text("geojson", "application/geo+json"),
    text("js", "text/javascript"),
    text("txt", "text/plain"),
    text("xml", "application/xml"),
    text("svg", "image/svg+xml"),
    packed("pdf", "application/pdf"),
    packed("epub", "application/epub+zip"),
    packed("zip", "application/zip"),
    packed("png", "image/png"),
    packed("jpg", "image/jpeg"),
    packed("jpeg", "image/jpeg"),
    packed("webp", "image/webp"),
    packed("avif", "image/avif"),
];

/// Whether compressing a file of this name pays.
pub fn is_text(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    TYPES.iter().any(|known| known.text && known.end == end)
}

/// How long files may be kept without asking again.
pub(super) struct Fresh {
    /// The ends of their names.
    pub ends: &'static [&'static str],
    /// What hosts say.
    pub said: &'static str,
}

/// An hour: a place that closes today must be seen closed today, and nobody reads a page twice in an hour to see it
/// change. For a day more it is shown at once and asked for behind: it tells the day it was made, and is then at most as
/// old as the paper on the door.
pub(super) const PAGES: &str = "max-age=3600, stale-while-revalidate=86400";

/// What is not kept as pages are.
pub(super) const FRESH: [Fresh; 3] = [
    // A date called off must reach the calendars that follow it: an hour, and never older.
    Fresh { ends: &["ics", "atom"], said: "max-age=3600" },
    // A day: who prints twice loads once, and what is printed tomorrow is of tomorrow.
    Fresh { ends: &["pdf", "epub", "zip"], said: "max-age=86400" },
    // A week: pictures are the heaviest and change least; an older one misleads nobody.
    Fresh { ends: &["png", "jpg", "jpeg", "webp", "avif", "svg"], said: "max-age=604800" },
];

/// Whatever the file, as the name of a header and what it says.
pub(super) const HEADERS: [(&str, &str); 3] = [
    // A file is what its type says, never what a browser guesses from its first bytes.
    ("X-Content-Type-Options", "nosniff"),
    // Other sites do not learn which page somebody comes from: what it is about is nobody else's business.
    ("Referrer-Policy", "same-origin"),
    // Public data: maps and pages of others may read them from a browser. There is no session to protect.
    ("Access-Control-Allow-Origin", "*"),
];

/// Robots keep nothing of an example.
pub(super) const EXAMPLE: (&str, &str) = ("X-Robots-Tag", "noindex");

/// Ends of names as patterns write them: `a|b`.
pub(super) fn any_of<'a>(ends: impl IntoIterator<Item = &'a str>) -> String {
    ends.into_iter().collect::<Vec<_>>().join("|")
}

/// The ends of the names of texts.
pub(super) fn texts() -> impl Iterator<Item = &'static Type> {
    TYPES.iter().filter(|known| known.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_by_their_names() {
        for name in ["a.html", "a/b.ics", "guide.schema.json", "sitemap.xml"] {
            assert!(is_text(name), "{name}");
        }
        for name in ["a.pdf", "a.html.br", "a.jpg", ".htaccess", "_headers", "html"] {
            assert!(!is_text(name), "{name}");
        }
    }

    #[test]
    fn every_kind_that_is_kept_longer_has_a_type() {
        for end in FRESH.iter().flat_map(|fresh| fresh.ends) {
            assert!(TYPES.iter().any(|known| known.end == *end), "{end}");
        }
    }
}
