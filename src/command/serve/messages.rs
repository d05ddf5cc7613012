//! Mistakes as a page shows them: what is wrong, where, what to do.

use crate::diagnostic::{Diagnostic, Subject, sorted};
use crate::text::escaped;

/// Every mistake, in the order of the files; doubts forbid nothing and are said in the terminal.
pub(super) fn list(said: &[Diagnostic]) -> String {
    let mistakes = sorted(said).into_iter().filter(|diagnostic| diagnostic.is_error());
    let items: String = mistakes.map(item).collect();
    format!("<ol>\n{items}</ol>\n")
}

fn item(diagnostic: &Diagnostic) -> String {
    format!(
        "<li><p><strong>{}</strong></p>\n{}<p>À faire : {}</p></li>\n",
        escaped(&diagnostic.message),
        place(&diagnostic.subject),
        escaped(&diagnostic.remedy)
    )
}

/// Where a message stands, with the line that is wrong.
fn place(subject: &Subject) -> String {
    match subject {
        Subject::Written(place) => {
            let at = place.position();
            let [before, marked, after] = place.excerpt().map(escaped);
            format!(
                "<p>{}, ligne {}, colonne {}</p>\n<pre><code>{before}<mark>{marked}</mark>{after}</code></pre>\n",
                escaped(&place.source.path),
                at.line,
                at.column
            )
        }
        Subject::File(path) => format!("<p>{}</p>\n", escaped(path)),
        Subject::Sheet(address) => format!("<p>Page {address}</p>\n"),
        Subject::Whole => String::new(),
    }
}
