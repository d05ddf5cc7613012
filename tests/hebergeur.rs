//! What hosts and robots read beside the guide: whole files, and what must never break them.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "hebergeur/any_name.rs"]
mod any_name;
mod support;

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use std::process::Output;

use support::{Desk, TODAY, paths, repository, tree};

const SITE: &str =
    "titre: Guides d'essai\nediteur: Essai\nadresse_publique: https://guides.example/a/b/\n";
const EXAMPLE: &str =
    "titre: Guide d'exemple\ndepartement: \"38\"\nediteur: Essai\ndemonstration: oui\n";

/// A site with a real guide and an example.
fn desk() -> Desk {
    Desk::with(&[
        ("site.yaml", SITE),
        ("38-isere/guide.yaml", EXAMPLE),
        ("86-vienne/acteurs/a.yaml", "nom: Lieu d'essai\ncommune: Poitiers\nanciens_ids: [b]\n"),
        ("86-vienne/pages/lire.md", "---\ntitre: À lire\ndate_maj: 2026-10-01\n---\n\nUn texte.\n"),
    ])
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn built(desk: &Desk, options: &[&str]) -> String {
    let run = desk.jalon(&[&["build", "--sans-imprimes", "--today", TODAY], options].concat());
    assert!(run.status.success(), "{}", said(&run));
    said(&run)
}

/// Compares a whole file with the one in `tests/hebergeur`; `JALON_ECRIRE=1` writes that one again.
fn whole(name: &str, text: &str) {
    let path = repository().join("tests/hebergeur").join(name);
    if std::env::var_os("JALON_ECRIRE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(path).unwrap(), "{name}");
}

#[test]
fn hosts_and_robots_find_their_files() {
    let desk = desk();
    built(&desk, &[]);
    whole("htaccess", &desk.read("output/.htaccess"));
    whole("headers", &desk.read("output/_headers"));
    whole("robots.txt", &desk.read("output/robots.txt"));
    let sitemap = desk.read("output/sitemap.xml");
    // Every commune has its page: one of them stands for the others.
    let shown = |line: &&str| !line.contains("/communes/") || line.contains("/poitiers.html");
    whole("sitemap.xml", &(sitemap.lines().filter(shown).collect::<Vec<_>>().join("\n") + "\n"));
    assert_eq!(desk.read("output/86-vienne/.htaccess"), desk.read("output/.htaccess"));
    let robots = "Header set X-Robots-Tag \"noindex\"\n";
    let example = desk.read("output/38-isere/.htaccess");
    assert_eq!(example.replacen(robots, "", 1), desk.read("output/.htaccess"));
    assert!(example.contains(robots));
    assert_eq!(desk.read("output/.nojekyll"), "");
    let names = tree(&desk.path().join("output"));
    assert!(
        !names.contains_key("86-vienne/sitemap.xml") && !names.contains_key("86-vienne/_headers")
    );
}

#[test]
fn a_guide_with_its_own_address_has_its_own_root() {
    let desk = desk();
    let guide =
        desk.read("content/86-vienne/guide.yaml") + "adresse_publique: https://vienne.example\n";
    desk.write("content/86-vienne/guide.yaml", guide);
    built(&desk, &[]);
    let sitemap = desk.read("output/86-vienne/sitemap.xml");
    assert!(sitemap.contains("<loc>https://vienne.example/acteurs/a.html</loc>"), "{sitemap}");
    assert!(sitemap.contains("<loc>https://vienne.example/</loc>"), "{sitemap}");
    assert!(!desk.read("output/sitemap.xml").contains("86-vienne"));
    assert_eq!(
        desk.read("output/86-vienne/robots.txt"),
        "# Écrit par jalon. Les robots ne lisent ce fichier qu’à la racine d’un nom de site.\n\
         User-agent: *\nDisallow:\nSitemap: https://vienne.example/sitemap.xml\n"
    );
    assert!(desk.path().join("output/86-vienne/_headers").exists());
    assert!(desk.path().join("output/86-vienne/.nojekyll").exists());
}

#[test]
fn nothing_tells_robots_where_to_go_without_an_address_and_examples_send_them_away() {
    let desk = desk();
    std::fs::remove_file(desk.path().join("content/site.yaml")).unwrap();
    built(&desk, &[]);
    let names = tree(&desk.path().join("output"));
    assert!(
        !names.keys().any(|name| name.ends_with("sitemap.xml") || name.ends_with("robots.txt"))
    );
    // Nothing but examples: there is no page to find, and a sitemap without a page would not be one.
    desk.write("content/site.yaml", SITE);
    desk.write("content/86-vienne/guide.yaml", EXAMPLE.replace("38", "86"));
    built(&desk, &[]);
    assert!(!desk.path().join("output/sitemap.xml").exists());
    let robots = desk.read("output/robots.txt");
    assert!(robots.ends_with("User-agent: *\nDisallow: /a/b/\n"), "{robots}");
    assert!(desk.read("output/_headers").contains("\n  X-Robots-Tag: noindex\n"));
}

/// Names of folders and addresses come from people: none may write a line of its own.
#[test]
fn no_name_and_no_address_breaks_a_file() {
    let desk = Desk::with(&[]);
    desk.write("content/17-x/guide.yaml", EXAMPLE.replace("38", "17"));
    desk.write("content/site.yaml", SITE.replace("/a/b/", "/l'été/&amp;*/%C3/;x='y'"));
    built(&desk, &[]);
    let sitemap = desk.read("output/sitemap.xml");
    assert!(
        sitemap
            .contains("<loc>https://guides.example/l'été/&amp;amp;*/%C3/;x='y'/index.html</loc>")
            || sitemap.contains("<loc>https://guides.example/l'été/&amp;amp;*/%C3/;x='y'/</loc>"),
        "{sitemap}"
    );
    let plain =
        |line: &str| line.starts_with("<url><loc>https://") && line.ends_with("</loc></url>");
    assert_eq!(sitemap.lines().filter(|line| !plain(line)).count(), 3);
    let rule = |line: &&str| line.starts_with('/');
    let headers = desk.read("output/_headers");
    let rules: Vec<&str> = headers.lines().filter(rule).collect();
    assert_eq!(rules.len(), 2, "{headers}");
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/*".contains(c);
    assert!(rules.iter().all(|rule| rule.chars().all(plain)), "{rules:?}");
    assert_eq!(desk.read("output/robots.txt").lines().count(), 4);
    // One that no file can say is as good as none.
    let address = |address: &str| {
        let site = SITE.replace("https://guides.example/a/b/", address);
        desk.write("content/site.yaml", &site);
        built(&desk, &[]);
    };
    address("https://guides.example/?a=b");
    assert!(!desk.path().join("output/sitemap.xml").exists());
    // A control is read as the blank it shows.
    address("\"https://guides.example/\\x07\"");
    let sitemap = desk.read("output/sitemap.xml");
    assert!(sitemap.contains("<loc>https://guides.example/</loc>"), "{sitemap}");
}

#[test]
fn the_rules_of_the_staff_stay() {
    let desk = desk();
    std::fs::create_dir(desk.path().join("output")).unwrap();
    desk.write("output/.htaccess", "# à nous\n");
    for _ in 0..2 {
        built(&desk, &[]);
        assert_eq!(desk.read("output/.htaccess"), "# à nous\n");
        assert!(desk.read("output/86-vienne/.htaccess").contains("Écrit par jalon"));
    }
    assert!(!desk.read("output/.jalon-fichiers").contains(" .htaccess\n"));
    let diff = desk.jalon(&["diff", "--today", TODAY]);
    assert_eq!(said(&diff).matches("htaccess").count(), 0, "{}", said(&diff));
}

/// The files of a folder by name, dot files left out, without compressed forms.
fn plain(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let is_plain = |name: &String| !name.ends_with(".br") && !name.ends_with(".gz");
    files
        .iter()
        .filter(|(name, _)| is_plain(name))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect()
}

fn unpacked(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    } else {
        brotli::BrotliDecompress(&mut &*bytes, &mut plain).unwrap();
    }
    plain
}

#[test]
fn compressed_forms_stand_beside_what_they_say_and_go_with_the_option() {
    let desk = desk();
    desk.write(
        "content/86-vienne/images/porte.jpg",
        std::fs::read(repository().join("tests/export/porte.jpg")).unwrap(),
    );
    built(&desk, &[]);
    let bare = tree(&desk.path().join("output"));
    let text = built(&desk, &["--precompresse"]);
    let packed = tree(&desk.path().join("output"));
    assert_eq!(plain(&packed), bare);
    let forms: Vec<(&String, &Vec<u8>)> =
        packed.iter().filter(|(name, _)| !bare.contains_key(*name)).collect();
    assert!(
        text.contains(&format!("{} fichiers à côté, compressés d’avance (.br, .gz).", forms.len())),
        "{text}"
    );
    for (name, bytes) in &forms {
        let of = &bare[name.rsplit_once('.').unwrap().0];
        assert!(bytes.len() < of.len(), "{name}");
        assert_eq!(&unpacked(name, bytes), of, "{name}");
    }
    for name in ["index.html.br", "index.html.gz", "86-vienne/donnees/guide.json.br"] {
        assert!(packed.contains_key(name), "{name}");
    }
    for name in ["_headers.br", "86-vienne/images/porte.jpg.br"] {
        assert!(!packed.contains_key(name), "{name}");
    }
    // What to send names them, and what readers would see changes by nothing.
    assert!(desk.jalon(&["envoi"]).status.success());
    assert!(desk.read("rapports/envoi/a-envoyer.txt").contains("\nindex.html.br\n"));
    let diff = said(&desk.jalon(&["diff", "--today", TODAY]));
    assert!(!diff.contains(".br"), "{diff}");
    built(&desk, &[]);
    assert!(tree(&desk.path().join("output")) == bare);
}

#[test]
fn a_second_final_publication_compresses_nothing_again_and_forgets_what_is_gone() {
    let desk = desk();
    let cache = desk.path().join(".jalon/precompresse");
    built(&desk, &["--precompresse"]);
    assert!(!cache.exists(), "the quick way keeps nothing");
    let usual = tree(&desk.path().join("output"));
    built(&desk, &["--precompresse=finale"]);
    let first = tree(&desk.path().join("output"));
    assert!(first["index.html.br"].len() < usual["index.html.br"].len());
    let kept = dates(&cache);
    built(&desk, &["--precompresse=finale", "--output", "encore"]);
    assert!(tree(&desk.path().join("encore")) == first);
    assert_eq!(dates(&cache), kept, "nothing was compressed again");
    // A damaged file is not believed, and what no file needs any more goes.
    let one = paths(&cache)
        .into_iter()
        .find(|path| path.extension().is_some_and(|end| end == "br"))
        .unwrap();
    std::fs::write(&one, b"damaged").unwrap();
    std::fs::remove_dir_all(desk.path().join("content/38-isere")).unwrap();
    built(&desk, &["--precompresse=finale"]);
    for (name, bytes) in
        tree(&desk.path().join("output")).iter().filter(|(name, _)| name.ends_with(".br"))
    {
        let of = desk.path().join("output").join(name.trim_end_matches(".br"));
        assert_eq!(unpacked(name, bytes), std::fs::read(of).unwrap(), "{name}");
    }
    assert!(dates(&cache).len() < kept.len() / 2 + 50, "{} of {}", dates(&cache).len(), kept.len());
}

fn dates(folder: &Path) -> Vec<(std::path::PathBuf, std::time::SystemTime)> {
    paths(folder)
        .into_iter()
        .map(|path| (path.clone(), path.metadata().unwrap().modified().unwrap()))
        .collect()
}

#[test]
fn whoever_runs_a_server_finds_its_settings_among_the_reports() {
    let desk = desk();
    built(&desk, &["--precompresse"]);
    assert!(desk.jalon(&["envoi"]).status.success());
    whole("nginx.conf", &desk.read("rapports/envoi/nginx.conf"));
    whole("web.config", &desk.read("rapports/envoi/web.config"));
    built(&desk, &[]);
    assert!(desk.jalon(&["envoi"]).status.success());
    assert!(!desk.read("rapports/envoi/nginx.conf").contains("gzip_static"));
}
