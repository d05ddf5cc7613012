//! Hostile and ordinary texts.

use super::*;
use crate::edition::html::photo::Photo;
use proptest::prelude::*;

/// A site with one page and one picture.
struct OneOfEach;

impl Links for OneOfEach {
    fn page(&self, written: &str) -> Option<String> {
        (written == "pages/aide.html").then(|| "../pages/aide.html".into())
    }
    fn image(&self, written: &str) -> Option<Photo> {
        (written == "bus.jpg").then(|| Photo {
            src: "../images/bus.jpg".into(),
            avif: Some("../images/bus.avif".into()),
            width: 480,
            height: 360,
        })
    }
}

fn made(text: &str) -> String {
    html(text, 3, &OneOfEach)
}

#[test]
fn ordinary_texts() {
    assert_eq!(
        made("Venez à 9h30, l'aide est *gratuite* !"),
        "<p>Venez à 9\u{a0}h\u{a0}30, l’aide est <em>gratuite</em>\u{202f}!</p>\n"
    );
    assert_eq!(made("`l'ordi !`"), "<p><code>l'ordi !</code></p>\n");
    assert_eq!(made("    l'ordi !"), "<pre><code>l'ordi !</code></pre>\n");
}

#[test]
fn raw_html_goes_and_its_words_stay() {
    assert_eq!(
        made("<b onclick=\"x()\">Gras</b> et <!-- non --> clair"),
        "<p>Gras et  clair</p>\n"
    );
    assert_eq!(
        made("<details open>\n<summary>Plus</summary>\nTexte\n</details>\n"),
        "<p>Plus Texte</p>\n"
    );
    assert_eq!(made("<script>alert('non')</script>"), "");
    assert_eq!(made("<style>\na{}\n</style>\n\nOui"), "<p>Oui</p>\n");
    assert_eq!(made("<script>alert(1)"), "");
    assert_eq!(made("1 < 2"), "<p>1 &lt; 2</p>\n");
}

#[test]
fn links_lead_only_to_safe_places() {
    assert_eq!(made("[x](pages/aide.html)"), "<p><a href=\"../pages/aide.html\">x</a></p>\n");
    assert_eq!(made("[x](https://a.fr \"titre\")"), "<p><a href=\"https://a.fr\">x</a></p>\n");
    assert_eq!(made("<aide@a.fr>"), "<p><a href=\"mailto:aide@a.fr\">aide@a.fr</a></p>\n");
    assert_eq!(
        made("[x](mailto:a@b.fr?subject=Le%20bus)"),
        "<p><a href=\"mailto:a@b.fr?subject=Le%20bus\">x</a></p>\n"
    );
    for more in [
        "?bcc=c@d.fr",
        "?subject=a&bcc=c",
        "?attach=/etc/passwd",
        "?subject=a&body=c",
        "?subject=a%0D%0Abcc:c@d.fr",
    ] {
        let made = made(&format!("[x](MailTo:a@b.fr{more})"));
        assert_eq!(made, "<p><a href=\"MailTo:a@b.fr\">x</a></p>\n", "{more}");
    }
    assert_eq!(
        made("<a?bcc=c@d.fr>"),
        "<p><a href=\"mailto:a%3Fbcc%3Dc@d.fr\">a?bcc=c@d.fr</a></p>\n"
    );
    for refused in [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "[x](//a.fr)",
        "[x](../../secret)",
        "[x](&#106;avascript:alert(1))",
    ] {
        assert_eq!(made(refused), "<p>x</p>\n", "{refused}");
    }
    assert_eq!(made("<javascript:x>"), "<p>javascript:x</p>\n");
}

#[test]
fn pictures_are_those_of_the_guide() {
    assert_eq!(
        made("![Le bus](bus.jpg)"),
        "<p><picture><source srcset=\"../images/bus.avif\" type=\"image/avif\">\
         <img src=\"../images/bus.jpg\" alt=\"Le bus\" width=\"480\" height=\"360\" loading=\"lazy\"></picture></p>\n"
    );
    assert_eq!(made("![Un ![chat](x.png)](https://a.fr/y.png)"), "<p>Un chat</p>\n");
}

#[test]
fn headings_fit_below_those_of_the_page() {
    assert_eq!(made("# A\n\n#### B\n\n# C"), "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n");
    assert_eq!(made("### B\n\n# A"), "<h3>B</h3>\n<h3>A</h3>\n");
    assert_eq!(made("###### F\n\n##### E\n\n#### D\n\n### C\n\n## B\n\n# A\n\n## B\n\n### C\n\n#### D\n\n##### E").matches("<h6>").count(), 2);
}

#[test]
fn tables_have_headers_and_no_style() {
    assert_eq!(
        made("| A | B |\n|:--|--:|\n| 1 | 2 |"),
        "<div class=\"large\" role=\"group\" aria-label=\"Tableau\" tabindex=\"0\"><table>\
         <thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody>\n\
         <tr><td>1</td><td>2</td></tr>\n</tbody></table></div>\n"
    );
}

#[test]
fn a_table_is_called_by_the_heading_above_it() {
    let made = made("## L'été & *l'hiver*\n\nUn mot.\n\n| A |\n|-|\n| 1 |");
    assert!(
        made.contains("<div class=\"large\" role=\"group\" aria-label=\"Tableau\u{a0}: L’été &amp; l’hiver\" tabindex"),
        "{made}"
    );
}

#[test]
fn a_quotation_is_written_as_one() {
    assert_eq!(
        made("Elle dit :\n\n> Merci à tous.\n"),
        "<p>Elle dit\u{a0}:</p>\n<blockquote>\n<p>Merci à tous.</p>\n</blockquote>\n"
    );
}

#[test]
fn hostile_texts_take_no_time_and_no_room() {
    let start = std::time::Instant::now();
    for text in
        ["[".repeat(100_000), "> ".repeat(50_000), "[a](".repeat(50_000), "*a ".repeat(60_000)]
    {
        assert!(made(&text).len() < 30_000_000);
    }
    assert!(start.elapsed().as_secs() < 20);
}

proptest! {
    /// Only the tags that Markdown makes are ever written, with only the attributes it makes.
    #[test]
    fn nothing_written_by_hand_is_a_tag(text in "[a-z<>/!\"'=:;()\\[\\]#*_`&| \n-]{0,80}") {
        let out = made(&text);
        for tag in out.split('<').skip(1) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            let known = ["p", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a",
                "img", "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"];
            prop_assert!(known.contains(&name.as_str()), "{out}");
            prop_assert!(!tag.to_lowercase().contains("javascript:") || !tag.contains("href"), "{out}");
        }
    }
}
