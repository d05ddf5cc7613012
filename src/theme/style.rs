//! The style of a guide: its colours put in, its blanks taken out, its hash for the content policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::colour::{Colour, Scheme};
use super::policy;

/// A style as it stands in pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Style {
    /// The text between `<style>` and `</style>`.
    pub css: String,
    /// Its hash as a Content-Security-Policy names it: `sha256-…`.
    pub hash: String,
    /// The policy of a page that has it and nothing to run.
    pub policy: String,
}

impl Style {
    /// Makes a style from its source, whose `var(--accent)` and the like are our own colours.
    ///
    /// They are published as plain colours: the oldest phones know no custom property.
    pub fn new(source: &str, accent: Colour) -> Self {
        Self::of(coloured(&compact(source), Scheme::light(accent), Scheme::dark(accent)))
    }

    /// A style by its text as it stands in pages.
    pub(super) fn of(css: String) -> Self {
        let hash = policy_hash(&css);
        Self { css, policy: policy::of_page(&hash), hash }
    }
}

/// The name a Content-Security-Policy gives to an inline style or script.
pub fn policy_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn coloured(css: &str, light: Scheme, dark: Scheme) -> String {
    let mut css = css.to_owned();
    for (suffix, scheme) in [("", light), ("-sombre", dark)] {
        for (name, colour) in scheme.named() {
            css = css.replace(&format!("var(--{name}{suffix})"), &colour.to_string());
        }
    }
    css
}

/// A style without comments, indentation and idle spaces; what stands in quotes is left alone.
fn compact(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = rest.strip_prefix("/*").map(|text| text.find("*/")) {
            rest = end.map_or("", |end| &rest[end + 4..]);
        } else if c == '"' || c == '\'' {
            let end = rest[1..].find(c).map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_whitespace() {
            rest = rest.trim_start();
            push_space(&mut out, rest);
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// A space is kept unless a mark that needs none stands on one of its sides.
///
/// Before `:` it is kept: `li :focus` and `li:focus` differ; so it is on both sides of `+` in `calc`.
fn push_space(out: &mut String, next: &str) {
    let idle_before = out.is_empty() || out.ends_with(['{', '}', ';', ',', ':', '>', ' ']);
    if !idle_before && !next.is_empty() && !next.starts_with(['{', '}', ';', ',', '>', '/']) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_spaces_go() {
        let source = "/* note */\nbody {\n  margin: 0 auto;\n  content: \" { a ; } \";\n}\n\
                      @media screen and (min-width: 40em) {\n  li + li :focus {\n    top: calc(1px + 2px);\n  }\n}\n";
        assert_eq!(
            compact(source),
            "body{margin:0 auto;content:\" { a ; } \"}@media screen and (min-width:40em)\
             {li + li :focus{top:calc(1px + 2px)}}"
        );
    }

    #[test]
    fn an_unfinished_comment_or_string_ends_the_style() {
        assert_eq!(compact("a{} /* b"), "a{}");
        assert_eq!(compact("a{content:'b"), "a{content:'b");
    }

    #[test]
    fn colours_are_plain_and_the_hash_is_that_of_the_text() {
        let style = Style::new("a { color: var(--accent) }", Colour::new(0x7a, 0x2e, 0x12));
        assert_eq!(style.css, "a{color:#7a2e12}");
        // printf 'a{color:#7a2e12}' | openssl dgst -sha256 -binary | base64
        assert_eq!(style.hash, "sha256-akKcA2fnXazfPsHDeBZIhKTDA2/fT/WmMuFUALTPCwI=");
    }

    /// What telephones of 2010 know (CSS 2.1, and what their browsers had of its sequels).
    const OLD: &str = " background border border-bottom border-collapse border-color border-left border-top box-sizing \
        color content display font font-size font-weight height left line-height list-style margin margin-right margin-top \
        max-width min-width outline overflow-x padding padding-left padding-top position text-align text-decoration \
        vertical-align white-space width ";

    /// What is passed over by a browser that does not know it, with nothing lost but comfort: a word too long for a
    /// narrow screen, pictograms above their words, a square corner, the browser's own ring, a page that breaks anywhere.
    const COMFORT: &str = " align-items border-radius break-after break-inside color-scheme flex gap outline-color overflow-wrap ";

    #[test]
    fn nothing_is_lost_where_a_browser_does_not_know_today_s_styles() {
        let style = Style::new(include_str!("../../themes/base/style.css"), Colour::new(0, 0, 120));
        // Colours are written out: a name for them would leave everything without colour.
        assert!(!style.css.contains("var("), "{}", style.css);
        let known = |list: &str, name: &str| list.contains(&format!(" {name} "));
        for rule in super::super::css::rules(&style.css) {
            for declaration in &rule.declarations {
                let name = &declaration.name;
                assert!(known(OLD, name) || known(COMFORT, name), "{name} in {rule:?}");
                // One value is given: no other stands before it to fall back on.
                let new = [
                    "clamp(",
                    "min(",
                    "max(",
                    "calc(",
                    "env(",
                    "grid",
                    "sticky",
                    "dvh",
                    "light-dark",
                ];
                assert!(new.iter().all(|word| !declaration.value.contains(word)), "{rule:?}");
            }
            // A list of selectors is dropped whole when one is unknown.
            let newer = [":is", ":where", ":has", ":not(.", "::marker", ":focus-visible"];
            let unknown =
                rule.selectors.iter().filter(|one| newer.iter().any(|new| one.contains(new)));
            assert!(unknown.count() == 0 || rule.selectors.len() == 1, "{rule:?}");
        }
    }
}
