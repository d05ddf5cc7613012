//! What the preview adds to a page: the messages above it, and the script that loads it again.

use std::sync::LazyLock;

use super::shown::{Shown, State};
use super::{messages, policy};
use crate::theme::policy_hash;

/// Asks for a change while the page is looked at: hidden pages leave their place to others.
const SCRIPT: &str = include_str!("apercu.js");
/// The look of the messages, whatever the theme.
const STYLE: &str = include_str!("apercu.css");

static SCRIPT_SOURCE: LazyLock<String> = LazyLock::new(|| format!("'{}'", policy_hash(SCRIPT)));
static STYLE_SOURCE: LazyLock<String> = LazyLock::new(|| format!("'{}'", policy_hash(STYLE)));

/// A published page as the preview shows it.
pub(super) fn with_preview(html: &str, shown: &Shown) -> String {
    let mut additions = vec![("script-src", SCRIPT_SOURCE.as_str()), ("connect-src", "'self'")];
    if shown.state != State::Good {
        additions.push(("style-src", &STYLE_SOURCE));
    }
    let mut page = policy::opened(html, &additions);
    if shown.state != State::Good {
        let top = body(&page);
        page.insert_str(top, &banner(shown));
        let head = page.find("</head>").unwrap_or_default();
        page.insert_str(head, &format!("<style>{STYLE}</style>\n"));
    }
    let bottom = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(bottom, &script(shown));
    page
}

/// The page of a guide that was never good: its messages.
pub(super) fn only_messages(shown: &Shown) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <title>Le guide ne peut pas encore être montré</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <main class=\"jalon-apercu\">\n<h1>Le guide ne peut pas encore être montré</h1>\n\
         <p>Corrigez ce qui suit et enregistrez : cette page se recharge seule.</p>\n{}</main>\n{}</body>\n</html>\n",
        messages::list(&shown.said),
        script(shown)
    )
}

fn banner(shown: &Shown) -> String {
    let what = match shown.state {
        State::Unpublishable => {
            "<strong>Ces pages ne peuvent pas être publiées.</strong> Sous ce cadre : vos derniers changements."
        }
        State::Refused | State::Good => {
            "<strong>Vos derniers changements ne sont pas montrés.</strong> Sous ce cadre : la dernière bonne version."
        }
    };
    format!(
        "\n<section class=\"jalon-apercu\" role=\"alert\">\n<p>{what}</p>\n{}</section>",
        messages::list(&shown.said)
    )
}

fn script(shown: &Shown) -> String {
    format!("<script data-vu=\"{}\">{SCRIPT}</script>\n", shown.mark)
}

/// Where the body of a page begins.
fn body(page: &str) -> usize {
    let tag = page.find("<body");
    tag.and_then(|tag| page[tag..].find('>').map(|end| tag + end + 1)).unwrap_or_default()
}
