//! A small guide, every sheet of it but paper, made in memory from texts of records.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use jalon::calendar::Date;
use jalon::edition::{self, EDITIONS, Medium, Sheet, World};
use jalon::guide::{self, Guides};
use jalon::record;
use jalon::theme::{self, Themes};

/// The day it is made for.
pub const TODAY: Date = Date::constant(2026, 11, 23);

/// A file of a content folder: its path below it, its text.
pub type File = (String, String);

/// Sheets and their bytes, by address.
pub type Sheets = BTreeMap<String, Vec<u8>>;

/// The bytes of every sheet that is wanted, in the theme inside the program.
pub fn sheets(folder: &Path, files: &[File], wanted: impl Fn(&Sheet) -> bool) -> Sheets {
    static THEMES: OnceLock<Themes> = OnceLock::new();
    let guides = linked(folder, files);
    let themes = THEMES.get_or_init(|| theme::read(&folder.join("themes"), &guides).0);
    rendered(&guides, themes, wanted)
}

/// Writes files into a folder, and reads it.
pub fn linked(folder: &Path, files: &[File]) -> Guides {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    guide::link(record::read(folder, "content").0, TODAY)
}

/// The bytes of every sheet that is wanted; archives hold other sheets, and are left out.
pub fn rendered(guides: &Guides, themes: &Themes, wanted: impl Fn(&Sheet) -> bool) -> Sheets {
    let plan = edition::plan(guides, &mut Vec::new());
    let world = World::new(guides, themes, &plan);
    let archive = |sheet: &Sheet| sheet.address.as_str().contains(".zip");
    let kept = |sheet: &Sheet| sheet.medium != Medium::Pdf && !archive(sheet) && wanted(sheet);
    let kept = plan.sheets.iter().filter(|(_, sheet)| kept(sheet));
    kept.map(|(edition, sheet)| {
        let bytes = EDITIONS[*edition].render(&world, sheet).unwrap();
        (sheet.address.to_string(), bytes)
    })
    .collect()
}
