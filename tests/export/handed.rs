//! Exports of the examples and of a guide that says everything, for judges that are not ours (`tests/run`).

use std::path::PathBuf;

use crate::scene::{full, run};
use crate::support::Desk;

/// Forms and the names of their files.
const FORMS: [(&str, &str); 10] = [
    ("xlsx", "guide.xlsx"),
    ("ods", "guide.ods"),
    ("csv", "tableaux"),
    ("schema-national", "lieux.csv"),
    ("schema-national-json", "lieux.json"),
    ("data-inclusion", "data-inclusion.json"),
    ("hsds", "hsds.json"),
    ("geojson", "lieux.geojson"),
    ("vcard", "lieux.vcf"),
    ("json-ld", "guide.jsonld"),
];

#[test]
fn handed() {
    let Ok(folder) = std::env::var("JALON_EXPORTS") else { return };
    for (name, desk) in [("exemples", Desk::copy_of("content")), ("tout", full())] {
        for (form, file) in FORMS {
            let path = PathBuf::from(&folder).join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            run(
                &desk,
                &["export", "--format", form, "--replace", "--output", path.to_str().unwrap()],
            );
        }
    }
}
