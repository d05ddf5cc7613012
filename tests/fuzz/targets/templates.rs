//! Any text in every key of every record, through the templates of their pages and into every other kind of file.
#![no_main]

use jalon_fuzz::{folder, guide, of_one_commune, published, records, text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let mut files = vec![(
        "86-vienne/guide.yaml".to_owned(),
        "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n".to_owned(),
    )];
    files.extend(records::files(0, &text));
    let sheets = guide::sheets(folder(), &of_one_commune(files), |sheet| {
        let address = sheet.address.as_str();
        let name = address.rsplit('/').next().unwrap_or_default();
        // Pages of the record, and one of each other kind of file that says something of it.
        name.starts_with("n0.")
            || address.contains("/donnees/") && !name.ends_with(".html") && !name.ends_with(".zip")
            || [
                "a-z.html",
                "paris.html",
                "paris.ics",
                "agenda.atom",
                "messages.html",
                "recherche.html",
                "guide.html",
            ]
            .contains(&name)
    });
    assert!(sheets.len() > 6, "{:?}", sheets.keys());
    published(&sheets);
});
