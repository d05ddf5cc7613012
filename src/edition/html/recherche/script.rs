//! The script of the page of search: its source, with the tables of the build put in and idle signs taken out.

use std::sync::LazyLock;

use serde::Serialize;

use crate::text::search::table::{self, Row};
use crate::theme::policy_hash;

/// The script as it stands in the page, and its name in the content policy.
#[derive(Debug, Serialize)]
pub(in crate::edition) struct Script {
    /// The text between `<script>` and `</script>`.
    pub texte: String,
    /// `sha256-…`.
    pub hash: String,
}

/// The same in every guide: no word of a record or of a theme stands in it.
pub(in crate::edition) static SCRIPT: LazyLock<Script> = LazyLock::new(|| {
    let texte = compact(&with_table(include_str!("recherche.js")));
    Script { hash: policy_hash(&texte), texte }
});

/// Puts the table where the source names it: rows of a pattern, `=` and what stands for it, on a whole text.
fn with_table(source: &str) -> String {
    let plain = |row: (Vec<&str>, &str)| format!("{}={}", row.0.join("|"), row.1);
    let mut all = vec![r"[\u0300-\u036f]=".to_owned()];
    all.extend(grouped(&table::LIGATURES).into_iter().map(plain));
    all.push("[^a-z0-9]+= ".to_owned());
    all.extend(table::SHORT.iter().map(|(short, long)| format!(r"\\b{short}\\b={long}")));
    all.push(format!(r"\\b({})\\b=", table::EMPTY.join("|")));
    all.extend(grouped(&table::ENDINGS).into_iter().map(|(endings, by)| {
        // A word as short as the shortest keeps its ending.
        let before = r"\\w".repeat((table::SHORTEST + 1).saturating_sub(endings[0].len()));
        let [before, kept] = if before.is_empty() {
            [String::new(), before]
        } else {
            [format!("({before})"), "$1".into()]
        };
        let ending =
            if endings.len() > 1 { format!("({})", endings.join("|")) } else { endings[0].into() };
        format!(r"{before}{ending}\\b={kept}{by}")
    }));
    all.extend(grouped(&table::SOUNDS).into_iter().map(plain));
    all.push(r"([a-z])\\1=$1".to_owned());
    source.replace("TABLE", &all.join(","))
}

/// Rows that follow each other and become the same, in one.
fn grouped(rows: &[Row]) -> Vec<(Vec<&'static str>, &'static str)> {
    let mut groups: Vec<(Vec<&str>, &str)> = Vec::new();
    for (from, to) in rows {
        match groups.last_mut() {
            Some((group, by)) if by == to => group.push(from),
            _ => groups.push((vec![from], to)),
        }
    }
    groups
}

/// Names that the source gives for who reads it; in pages each is a letter. What the list's file calls is not here.
const LONG: &[&str] = &[
    "autre", "demander", "dit", "fiche", "fiches", "fin", "gardes", "li", "ligne", "longs", "mot",
    "mots", "nom", "nombre", "proche", "rang", "rangs", "reste", "script", "siens", "somme",
    "suite", "table", "texte", "touche", "tous", "tout", "uni", "voulu", "voulus",
];

/// A script without comments, indentation, idle spaces and long names; what stands in quotes is left alone.
fn compact(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let parts = lines.flat_map(|line| line.split('"').enumerate());
    let mut out = String::with_capacity(source.len());
    for (at, part) in parts {
        if at > 0 {
            out.push('"');
        }
        if at % 2 == 1 { out.push_str(part) } else { push_code(&mut out, part) }
    }
    out.replace(";}", "}")
}

/// Adds a piece of code: a space stays between two words only.
fn push_code(out: &mut String, code: &str) {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            letter if is_word(letter) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            other => other.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let idle = piece == " " && !(out.ends_with(is_word) && rest.starts_with(is_word));
        match LONG.binary_search(&piece) {
            Ok(rank) => out.extend(('c'..='h').chain('j'..='z').chain('A'..='Z').nth(rank)),
            Err(_) if idle => {}
            Err(_) => out.push_str(piece),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_script() {
        let text = with_table("TABLE");
        let rows: Vec<&str> = text.split(',').collect();
        assert_eq!(rows[..5], [r"[\u0300-\u036f]=", "œ=oe", "æ=ae", "ß=ss", "[^a-z0-9]+= "]);
        assert_eq!(rows[5..7], [r"\\bst\\b=saint", r"\\bste\\b=sainte"]);
        assert!(rows[7].starts_with(r"\\b(au|aux|") && rows[7].ends_with(r"|une)\\b="));
        assert_eq!(rows[8..10], [r"eaux\\b=eau", r"(\\w)aux\\b=$1al"]);
        assert_eq!(rows[10..13], [r"(\\w\\w\\w)(s|x)\\b=$1", "ph=f", "th=t"]);
        assert_eq!(rows[13..], ["qu|q|k=c", "oeu=eu", "y=i", "z=s", r"([a-z])\\1=$1"]);
    }

    #[test]
    fn idle_signs_go() {
        let source = "// note\nconst mot = b => {\n  return mot ? \"mot  ; y\" : 1;\n};\n";
        assert_eq!(compact(source), "const n=b=>{return n?\"mot  ; y\":1};");
        assert!(LONG.is_sorted() && LONG.len() <= 49);
    }

    #[test]
    fn nothing_in_the_script_ends_it() {
        assert!(!SCRIPT.texte.contains("</") && !SCRIPT.texte.contains("<!--"));
        assert!(!SCRIPT.texte.contains("/*"), "{}", SCRIPT.texte);
    }
}
