//! Texts of records that want to be something else than text.

use jalon::typeset::{Printed, readable};
use proptest::prelude::*;
use serde_json::json;

use crate::press::page;

#[path = "../hostile/nasty.rs"]
mod nasty;

/// What people and worse write in a field.
pub const TEXTS: [&str; 14] = [
    "#import \"@preview/x:1.0.0\"",
    "#read(\"/etc/passwd\") $x^2$ *gras* _it_ `code` = titre // note /* reste */",
    "</script><svg onload=alert(1)> &amp; <!-- x -->",
    "\\u{41} \\ \\n \"guillemets\" 'droits' C:\\Users\\moi",
    "@renvoi <etiquette> #d.titre #{1/0} #panic(\"x\") [a](b) ]] }} ))",
    "https://example.fr/a#b?c=d&e=f~g_h*i",
    "مرحبا بكم في المكتبة",
    "Fête 🎉 en famille 👨\u{200d}👩\u{200d}👧",
    "tab\tretour\r\nnul\u{0}cloche\u{7}échappe\u{1b}[31m",
    "sens\u{202e}renversé\u{202c} joint\u{200d}ure cou\u{ad}pure",
    "e\u{301}le\u{300}ve, œuvre, Ÿ, ß, ﬁn, 1\u{202f}500\u{a0}€, « là »\u{2009}?",
    "數位 цифровой ψηφιακός số hóa",
    "-- --- ... 1/2 1st n° 3 ~ \u{2011} – — ’ ‘ “ ”",
    "(/ID[<00>]) endstream endobj xref trailer <<>> %%EOF",
];

/// A document with each of these as title, paragraph and cell.
pub fn document(texts: &[String]) -> Printed {
    let data = json!({ "titre": texts.first(), "textes": texts }).to_string();
    page(
        // Long words break as in the themes: a place to break after every few letters.
        "#show regex(\"[^ ]{24}\"): it => it.text + sym.zws
= Textes\n#for t in d.textes [#heading(level: 2, \"T \" + t) #par(t) \
        #table(columns: 2, table.header([Un], [Deux]), t, t)]",
        &data,
    )
}

/// Those texts as they are printed, a very long word and a very long text.
pub fn texts() -> Vec<String> {
    let long = ["a".repeat(5_000), "Mot à mot. ".repeat(1_700)];
    let known = TEXTS.iter().map(|text| readable(text).0.into_owned());
    known.chain(long).collect()
}

#[test]
fn hostile_texts_are_printed() {
    assert!(document(&texts()).pages > 1);
}

#[test]
fn nasty_texts_are_printed_as_data() {
    let texts = nasty::nasty().iter().map(|text| readable(text).0.into_owned()).collect::<Vec<_>>();
    assert!(document(&texts).pages > 10);
}

#[test]
fn all_that_is_said_readable_can_be_printed() {
    let all = (' '..='\u{ffff}').filter(|c| readable(&c.to_string()).0 == c.to_string());
    let all: Vec<char> = all.collect();
    assert!(all.len() > 300, "{}", all.len());
    document(&all.chunks(40).map(|some| some.iter().collect()).collect::<Vec<String>>());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_printed(texts in prop::collection::vec(any::<String>(), 1..6)) {
        // A heading without any letter is refused with reason: the theme of the tests puts one in front.
        document(&texts.iter().map(|text| format!("T{}", readable(text).0)).collect::<Vec<_>>());
    }
}
