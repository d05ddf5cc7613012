//! Any text as a page in Markdown, as a page of the site and as the piece of a book, which paper shows too.
#![no_main]

use jalon_fuzz::{folder, guide, of_one_commune, published, text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // A file with a zero is refused as a whole.
    let page = format!("---\ntitre: Aide\n---\n\n{}\n", text(bytes).replace('\0', ""));
    let files = [
        ("86-vienne/guide.yaml", "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n"),
        ("86-vienne/acteurs/bus.yaml", "nom: Bus\ncommune: Poitiers\n"),
        ("86-vienne/pages/aide.md", &page),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec();
    let sheets = guide::sheets(folder(), &of_one_commune(files), |sheet| {
        let address = sheet.address.as_str();
        address.ends_with("pages/aide.html")
            || address.ends_with("hors-ligne/guide.html")
            || address.ends_with("hors-ligne/guide.txt")
    });
    assert!(sheets.contains_key("75-paris/pages/aide.html"), "{:?}", sheets.keys());
    published(&sheets);
});
