//! The content policy of a page, opened just enough for what the preview adds: all else stays as published.

/// A page whose policy lets the preview's own style, script and questions through.
pub(super) fn opened(html: &str, additions: &[(&str, &str)]) -> String {
    let Some((start, end)) = written(html) else { return html.to_owned() };
    let policy = additions
        .iter()
        .fold(html[start..end].to_owned(), |policy, (name, source)| allow(&policy, name, source));
    format!("{}{policy}{}", &html[..start], &html[end..])
}

/// Where the policy of a page is written.
fn written(html: &str) -> Option<(usize, usize)> {
    const VALUE: &str = " content=\"";
    let name = html.find("Content-Security-Policy")?;
    let tag = html[..name].rfind('<')?;
    let close = tag + html[tag..].find('>')?;
    let start = tag + html[tag..close].find(VALUE)? + VALUE.len();
    Some((start, start + html[start..close].find('"')?))
}

/// A policy that allows one source more. A kind that has no directive of its own follows `default-src`; one that
/// nothing forbids stays open.
fn allow(policy: &str, name: &str, source: &str) -> String {
    let directives: Vec<&str> =
        policy.split(';').map(str::trim).filter(|d| !d.is_empty()).collect();
    let sources = |wanted: &str| {
        let found = directives.iter().find(|directive| is_named(directive, wanted));
        found.map(|directive| directive[wanted.len()..].trim())
    };
    let Some(allowed) = sources(name).or_else(|| sources("default-src")) else {
        return policy.to_owned();
    };
    // A hash would close what `unsafe-inline` leaves open.
    if allowed.contains("'unsafe-inline'") {
        return policy.to_owned();
    }
    let more = match allowed {
        "" | "'none'" => format!("{name} {source}"),
        allowed => format!("{name} {allowed} {source}"),
    };
    let mut kept: Vec<&str> = directives.into_iter().filter(|d| !is_named(d, name)).collect();
    kept.push(&more);
    kept.join("; ")
}

fn is_named(directive: &str, name: &str) -> bool {
    directive.split_ascii_whitespace().next() == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_more_and_nothing_else() {
        for (policy, opened) in [
            (
                "default-src 'none'; style-src 'sha256-a'",
                "default-src 'none'; style-src 'sha256-a' 'sha256-b'",
            ),
            ("default-src 'self'", "default-src 'self'; style-src 'self' 'sha256-b'"),
            ("default-src 'none'", "default-src 'none'; style-src 'sha256-b'"),
            ("style-src 'unsafe-inline'", "style-src 'unsafe-inline'"),
            ("img-src 'self'", "img-src 'self'"),
        ] {
            assert_eq!(allow(policy, "style-src", "'sha256-b'"), opened);
        }
    }

    #[test]
    fn the_policy_is_found_wherever_its_tag_stands() {
        let html = "<meta content=\"default-src 'none'\" http-equiv=\"Content-Security-Policy\"><p content=\"a\">";
        assert_eq!(
            opened(html, &[("connect-src", "'self'")]),
            "<meta content=\"default-src 'none'; connect-src 'self'\" http-equiv=\"Content-Security-Policy\">\
             <p content=\"a\">"
        );
        assert_eq!(opened("<p>", &[("connect-src", "'self'")]), "<p>");
    }
}
