//! Every nasty string where addresses come from: ids, names of files. Nothing is written but in the folder of the guide.

use std::path::Path;

use jalon::address::Address;
use jalon::diagnostic::Subject;
use jalon::text::slug;
use jalon::{Order, build};

use crate::guide::TODAY;
use crate::judge::addresses::fault;
use crate::nasty::nasty;
use crate::records::quoted;

#[test]
fn any_text_makes_a_name_that_every_disk_takes() {
    for text in nasty() {
        let name = slug(&text);
        assert_eq!(fault(&format!("86-vienne/acteurs/{name}.html")), None, "{text:?}");
        assert_eq!(slug(&name), name);
        if let Ok(address) = Address::new(text.as_str()) {
            assert_eq!(fault(address.as_str()), None);
        }
    }
}

/// Records whose id, former id and file have these names, as far as a disk takes them.
fn write(content: &Path) {
    std::fs::create_dir_all(content.join("86-vienne/acteurs")).unwrap();
    std::fs::write(
        content.join("86-vienne/guide.yaml"),
        "titre: Essai\ndepartement: \"86\"\nediteur: Essai\n",
    )
    .unwrap();
    for (rank, text) in nasty().iter().enumerate() {
        let yaml = |keys: &str| format!("nom: Lieu {rank}\ncommune: Poitiers\n{keys}");
        let own = yaml(&format!("id: {0}\nanciens_ids: [{0}]\n", quoted(text)));
        std::fs::write(content.join(format!("86-vienne/acteurs/r{rank}.yaml")), own).unwrap();
        let name = format!("{}.yaml", text.replace(['/', '\0'], "_"));
        // What a disk refuses is no file.
        let _ = std::fs::write(content.join("86-vienne/acteurs").join(name), yaml(""));
    }
}

#[test]
fn no_name_leaves_the_folder_of_the_guide() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    write(&at("content"));
    let order = Order {
        content: at("content"),
        shown: at("content").display().to_string(),
        themes: at("themes"),
        output: at("output"),
        grounds: Vec::new(),
        in_place: false,
        today: TODAY,
        strict: false,
        imprimes: false,
        precompression: None,
        hors_ligne: true,
        avance: None,
        chrono: None,
        programme: None,
    };
    // Records that are refused are taken away, until the rest is published.
    let published = (0..12).find_map(|_| {
        let (built, said) = build(&order);
        let refused =
            said.iter().filter(|one| one.is_error()).filter_map(|one| match &one.subject {
                Subject::Written(place) => Some(place.source.path.clone()),
                Subject::File(path) => Some(path.clone()),
                _ => None,
            });
        let gone = refused.filter(|path| std::fs::remove_file(path).is_ok()).count();
        assert!(built.outcome.is_some() || gone > 0, "{said:#?}");
        built.outcome
    });
    assert!(published.is_some());
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["content", "output"]);
    let files = walkdir::WalkDir::new(at("output")).into_iter().map(Result::unwrap);
    let files: Vec<String> = files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(at("output")).unwrap().to_str().unwrap().to_owned())
        .collect();
    let wrong: Vec<String> = files
        .iter()
        .filter(|path| !path.starts_with(".jalon"))
        .filter_map(|path| fault(path))
        .collect();
    assert_eq!(wrong, [] as [String; 0]);
    let records = files
        .iter()
        .filter(|path| path.starts_with("86-vienne/acteurs/") && path.ends_with(".html"))
        .count();
    // Most names are refused with a message; what is left is published under a name of its own.
    assert!(records > 60, "{records}");
}
