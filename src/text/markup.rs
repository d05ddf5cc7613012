//! Texts inside HTML and SVG.

/// A text as it stands between tags or in double quotes.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_opens_a_tag_or_ends_a_quote() {
        assert_eq!(escaped(r#"a<b> & "c" l'été"#), "a&lt;b&gt; &amp; &quot;c&quot; l'été");
    }
}
