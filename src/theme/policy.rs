//! The content policy (CSP): what a page may load and do, in its own head and in what hosts send; said here once.

/// One line of the policy.
struct Directive {
    name: &'static str,
    /// What a page says itself; empty where a page cannot, or need not.
    page: &'static str,
    /// What hosts say of every file; empty where only a page knows.
    host: &'static str,
}

const fn directive(name: &'static str, page: &'static str, host: &'static str) -> Directive {
    Directive { name, page, host }
}

/// Stands for the style of the page.
const STYLE: &str = "STYLE";

/// Every directive. Both policies hold at once: a page is stricter than its host, which sends the same words for all
/// pages and cannot know the style and the script of each.
const DIRECTIVES: [Directive; 7] = [
    // What nothing below allows is not loaded: frames, fonts, sounds, plug-ins, requests of scripts. A host lets files
    // come from itself only, whatever the page of a theme forgot.
    directive("default-src", "'none'", "'self'"),
    // The one style of the page, by its hash: none that a text could bring along, and no `style` attribute.
    directive("style-src", STYLE, "'unsafe-inline'"),
    // The page of search adds the hash of its own script; the others run nothing.
    directive("script-src", "", "'self' 'unsafe-inline'"),
    // Pictures of the guide; `data:` is the empty icon, which saves a request to every visitor.
    directive("img-src", "'self' data:", "'self' data:"),
    // A <base> that slipped in would lead every relative link elsewhere.
    directive("base-uri", "'none'", "'none'"),
    // Nothing is ever sent: there is no form.
    directive("form-action", "'none'", "'none'"),
    // Shown inside another page only by its own site, such as that of a mairie that holds the guide. Browsers read this
    // in headers only.
    directive("frame-ancestors", "", "'self'"),
];

/// The folder, below that of a guide, of the pages that are made to stand inside those of other sites.
pub const EMBEDDED: &str = "hors-ligne/encarts/";

/// Who may show a page inside another one: its own site; any site, of what is made for that.
const FRAMED: [&str; 2] = ["frame-ancestors 'self'", "frame-ancestors *"];

/// Whether what stands at an address is made to stand inside the pages of other sites.
pub fn is_embedded(address: &str) -> bool {
    address.starts_with(EMBEDDED) || address.contains(&format!("/{EMBEDDED}"))
}

/// The policy that hosts send with a page that any site may show.
pub fn of_embedded() -> String {
    let [own, any] = FRAMED;
    of_host().replace(own, any)
}

/// The policy in the head of a page, by the hash of its style. What a page runs is added at its end.
pub fn of_page(style: &str) -> String {
    said(|directive| directive.page).replace(STYLE, &format!("'{style}'"))
}

/// The policy that hosts send with every page.
pub fn of_host() -> String {
    said(|directive| directive.host)
}

fn said(words: impl Fn(&Directive) -> &'static str) -> String {
    let line = |directive: &Directive| match words(directive) {
        "" => None,
        words => Some(format!("{} {words}", directive.name)),
    };
    DIRECTIVES.iter().filter_map(line).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_allows_its_own_style_and_its_host_no_more_than_itself() {
        assert_eq!(
            of_page("sha256-a="),
            "default-src 'none'; style-src 'sha256-a='; img-src 'self' data:; base-uri 'none'; form-action 'none'"
        );
        assert_eq!(
            of_host(),
            "default-src 'self'; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; \
             base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        );
        assert_eq!(
            of_embedded(),
            "default-src 'self'; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; \
             base-uri 'none'; form-action 'none'; frame-ancestors *"
        );
    }

    #[test]
    fn what_any_site_may_show_is_told_by_its_folder() {
        for address in ["86-vienne/hors-ligne/encarts/lieux.html", "hors-ligne/encarts/a.html"] {
            assert!(is_embedded(address), "{address}");
        }
        for address in ["86-vienne/hors-ligne/guide.html", "86-vienne/x-hors-ligne/encarts/a.html"]
        {
            assert!(!is_embedded(address), "{address}");
        }
    }
}
