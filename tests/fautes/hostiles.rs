//! Files made to take all memory or all time, and files that say everything twice.

use std::fmt::Write as _;
use std::fs;
use std::process::Output;

use crate::scene::Scene;
use crate::table::Case;

pub const CASES: &[Case] = &[
    Case::new("a file of 100 MB", |scene| {
        with(scene, &format!("{LIEU}{}", "# x\n".repeat(25_000_000)))
    }),
    Case::new("15 MB of comments", |scene| {
        with(scene, &format!("{LIEU}{}", "# un long commentaire\n".repeat(700_000)))
    }),
    Case::new("a text of 15 MB", |scene| {
        with(scene, &format!("{LIEU}presentation_detail: \"{}\"\n", "mot ".repeat(3_900_000)))
    }),
    Case::new("100,000 `[`", |scene| with(scene, &format!("nom: {}", "[".repeat(100_000)))),
    Case::new("100,000 `{a: `", |scene| with(scene, &format!("nom: {}", "{a: ".repeat(100_000)))),
    Case::new("100,000 `- `", |scene| with(scene, &"- ".repeat(100_000))),
    Case::new("3,000 keys, each in the one before", |scene| {
        let deep = (0..3_000).map(|level| format!("{}a:\n", " ".repeat(level)));
        with(scene, &deep.collect::<String>())
    }),
    Case::new("a billion laughs: ten lists of aliases, each of the list before", laughs),
    Case::new("300,000 keys in one record", |scene| {
        let mut text = LIEU.to_owned();
        (0..300_000).for_each(|number| _ = writeln!(text, "cle{number}: x"));
        with(scene, &text)
    }),
    Case::new("400,000 records in one file", |scene| {
        with(scene, &"- nom: Lieu\n  commune: Poitiers\n".repeat(400_000))
    }),
    Case::new("12,000 records in one file, each with a mistake", |scene| {
        with(scene, &"- nom: Lieu\n  commune: Poitiers\n  cle: x\n".repeat(12_000))
    }),
    Case::new("200 mistakes of syntax in a file of 15 MB", |scene| {
        let block = format!("{}a: [\n", "# un long commentaire\n".repeat(3_400));
        with(scene, &block.repeat(200))
    }),
    Case::new("100,000 `>` in a page", |scene| page(scene, &">".repeat(100_000))),
    Case::new("100,000 `[` in a page", |scene| page(scene, &"[".repeat(100_000))),
    Case::new("50,000 `*a ` in a page", |scene| page(scene, &"*a ".repeat(50_000))),
    Case::new("every key of a record twice", |scene| {
        let text = fs::read_to_string(scene.actors().join("mediatheque.yaml")).unwrap();
        with(scene, &format!("{text}\n{text}"))
    }),
    Case::new("every record twice, under another name", |scene| {
        for path in crate::support::paths(&scene.actors()) {
            let name = format!("copie-{}", path.file_name().unwrap().to_string_lossy());
            fs::copy(&path, path.with_file_name(name)).unwrap();
        }
        Some(scene.build(&[]))
    }),
    Case::new("every record twice, under one id", |scene| {
        for path in crate::support::paths(&scene.actors()) {
            let id = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = format!("id: {id}\n{}", fs::read_to_string(&path).unwrap());
            fs::write(path.with_file_name(format!("copie-{id}.yaml")), text).unwrap();
        }
        Some(scene.build(&[]))
    }),
    Case::new("the whole guide twice, in another folder", |scene| {
        let (from, to) =
            (scene.path().join("content/86-vienne"), scene.path().join("content/86-copie"));
        for path in crate::support::paths(&from) {
            let copy = to.join(path.strip_prefix(&from).unwrap());
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(path, copy).unwrap();
        }
        Some(scene.build(&[]))
    }),
];

const LIEU: &str = "nom: Lieu\ncommune: Poitiers\n";

/// Builds with one more file of records.
fn with(scene: &Scene, text: &str) -> Option<Output> {
    scene.add("hostile.yaml", text);
    Some(scene.build(&[]))
}

/// Builds with one more page.
fn page(scene: &Scene, text: &str) -> Option<Output> {
    scene.desk.write("content/pages/hostile.md", format!("---\ntitre: Hostile\n---\n\n{text}\n"));
    Some(scene.build(&[]))
}

fn laughs(scene: &Scene) -> Option<Output> {
    let mut text = "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for (before, name) in ('a'..='i').zip('b'..='j') {
        let ten = vec![format!("*{before}"); 10].join(", ");
        let _ = writeln!(text, "{name}: &{name} [{ten}]");
    }
    with(scene, &format!("{text}{LIEU}"))
}
