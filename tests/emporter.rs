//! Files to take along that are judged from here: the zip of a guide, its fingerprint, its `LISEZ-MOI.txt`, its book and
//! its text messages. Other programs judge them in `tests/browser/carried.mjs`.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods)]

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use sha2::{Digest, Sha256};
use support::Desk;
use zip::{CompressionMethod, ZipArchive};

const ZIP: &str = "output/86-vienne/hors-ligne/guide-86-vienne.zip";

const GUIDE: &str = "titre: Où se faire aider dans la Vienne
departement: \"86\"
editeur: Réseau d’essai
adresse_publique: https://guide.example.fr/86
contact:
  telephone: 05 36 49 00 10
  courriel: vienne@aide.example
  adresse: 1 rue de l’Exemple, 86000 Poitiers
";

const PLACES: &str = "- nom: Maison de quartier « La Sève »
  id: seve
  commune: Poitiers
  adresse: 11 boulevard Saint-Just
  telephone: 05 36 49 12 05
  horaires: mardi et jeudi 9h30-12h, 14h-17h, sauf vacances scolaires
  sans_rendez_vous: oui
  verifie: {le: 2026-11-03, par: hub, comment: téléphone}
- nom: Le Façonnage <b>œuvre</b> & Cie
  commune: Lusignan
  oriente_vers: [ailleurs]
  verifie: {le: 2026-11-03, par: hub, comment: téléphone}
";

/// Two guides, one of which sends people to the other; the first one knows its public address.
fn desk() -> Desk {
    Desk::with(&[
        ("86-vienne/guide.yaml", GUIDE),
        ("86-vienne/acteurs/lieux.yaml", PLACES),
        ("86-vienne/pages/ailleurs.md", "---\ntitre: Ailleurs\n---\nVoyez [le lieu](ailleurs).\n"),
        ("79-sevres/guide.yaml", "titre: Autre guide\ndepartement: \"79\"\nediteur: Autre\n"),
        (
            "79-sevres/acteurs/ailleurs.yaml",
            "nom: Ailleurs\nid: ailleurs\ncommune: Niort\nservices: [Aide aux démarches administratives]\n",
        ),
    ])
}

fn built() -> Desk {
    let desk = desk();
    let out = desk.build();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    desk
}

fn bytes(desk: &Desk, path: &str) -> Vec<u8> {
    std::fs::read(desk.path().join(path)).unwrap()
}

/// Every file of a zip with its bytes.
fn files(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for rank in 0..zip.len() {
        let mut file = zip.by_index(rank).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

/// The addresses that a page leads to, beside or above it, without their anchors.
fn links(name: &str, page: &str) -> Vec<String> {
    let folder: Vec<&str> = name.split('/').collect();
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = hrefs.filter(|href| !href.contains(':') && !href.starts_with('#'));
    let resolved = inside.map(|href| {
        let mut names: Vec<&str> = folder[..folder.len() - 1].to_vec();
        for part in href.split('#').next().unwrap().split('/') {
            match part {
                ".." => drop(names.pop()),
                part => names.push(part),
            }
        }
        names.join("/")
    });
    resolved.collect()
}

#[test]
fn the_zip_says_what_it_is() {
    let desk = built();
    let files = files(&bytes(&desk, ZIP));
    let text = String::from_utf8(files["guide-86-vienne/LISEZ-MOI.txt"].clone()).unwrap();
    let expected = "\u{feff}OÙ SE FAIRE AIDER DANS LA VIENNE
================================
Vienne (86)
Copie à emporter, édition du 23\u{a0}novembre 2026.
Les dates annoncées vont jusqu’au 18\u{a0}janvier 2027\u{a0}: ensuite, prenez une copie plus récente.

POUR LIRE CE GUIDE
1. Vous voyez encore un fichier «\u{a0}guide-86-vienne.zip\u{a0}»\u{a0}? Sortez-en d’abord le dossier\u{a0}:
   bouton droit de la souris sur le fichier, puis «\u{a0}Extraire tout\u{a0}».
2. Ouvrez le dossier «\u{a0}guide-86-vienne\u{a0}».
3. Cliquez deux fois sur «\u{a0}index\u{a0}» (ou «\u{a0}index.html\u{a0}»).
   Le guide s’ouvre dans le navigateur. Internet n’est pas nécessaire.

CE QU’IL Y A DANS CE DOSSIER
index.html          le début du guide
86-vienne           ses pages et ses feuilles à imprimer\u{a0}: laissez-les ensemble

POUR LE DONNER
Copiez le dossier «\u{a0}guide-86-vienne\u{a0}» entier sur une clé USB ou sur un ordinateur.
Le guide est à tout le monde\u{a0}: copiez-le, donnez-le.

POUR VÉRIFIER LE FICHIER REÇU
À côté du fichier «\u{a0}guide-86-vienne.zip\u{a0}», sur le site, se trouve «\u{a0}guide-86-vienne.zip.sha256\u{a0}».
Sous Windows, dans l’invite de commandes\u{a0}:  certutil -hashfile guide-86-vienne.zip SHA256
Sous Linux ou macOS, dans un terminal\u{a0}:     shasum -a 256 -c guide-86-vienne.zip.sha256
Les deux suites de lettres et de chiffres doivent être les mêmes.

QUI PUBLIE CE GUIDE
Réseau d’essai
Téléphone\u{a0}: 05\u{a0}36\u{a0}49\u{a0}00\u{a0}10
Courriel\u{a0}: vienne@aide.example
Adresse\u{a0}: 1 rue de l’Exemple, 86000 Poitiers
Le guide à jour, sur Internet\u{a0}: https://guide.example.fr/86/
"
    .replace('\n', "\r\n");
    assert_eq!(text, expected);
}

#[test]
fn the_zip_holds_all_that_its_pages_lead_to_and_no_other_guide() {
    let desk = built();
    let files = files(&bytes(&desk, ZIP));
    assert!(files.len() > 40, "{}", files.len());
    let mut read = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8(bytes.clone()).unwrap();
        for link in links(name, &page) {
            assert!(files.contains_key(&link), "{name} leads to {link}");
            read += 1;
        }
    }
    assert!(read > 500, "{read}");
    assert!(!files.keys().any(|name| name.contains("79-sevres") || name.contains(".zip")));
    // The page leads to the other guide on the site, and names it all the same in the copy.
    let name = "86-vienne/pages/ailleurs.html";
    assert!(desk.read(&format!("output/{name}")).contains("href=\"../../79-sevres/"));
    let copied = String::from_utf8(files[&format!("guide-86-vienne/{name}")].clone()).unwrap();
    assert!(copied.contains("le lieu") && !copied.contains("79-sevres"), "{copied}");
    let home = String::from_utf8(files["guide-86-vienne/index.html"].clone()).unwrap();
    assert!(home.contains("href=\"86-vienne/index.html\"") && !home.contains("79-sevres"));
    let page = &files["guide-86-vienne/86-vienne/hors-ligne/index.html"];
    let page = String::from_utf8(page.clone()).unwrap();
    assert!(
        page.contains(
            "Vous lisez la copie à emporter de ce guide, édition du 23\u{a0}novembre 2026."
        )
    );
}

#[test]
fn names_in_the_zip_suit_every_system_and_its_bytes_depend_on_the_guide_alone() {
    let desk = built();
    let zip = bytes(&desk, ZIP);
    for name in files(&zip).keys() {
        assert!(name.is_ascii() && name.len() <= 160, "{name}");
        let parts: Vec<&str> = name.split('/').collect();
        assert!(parts[0] == "guide-86-vienne" && !parts.contains(&"..") && !parts.contains(&""));
    }
    let mut archive = ZipArchive::new(Cursor::new(&zip[..])).unwrap();
    for rank in 0..archive.len() {
        let file = archive.by_index(rank).unwrap();
        let day = file.last_modified().unwrap();
        assert_eq!((day.year(), day.month(), day.day(), day.hour()), (2026, 11, 23, 0));
        assert_eq!(file.unix_mode(), Some(0o100_644));
    }
    let again = built();
    assert!(zip == bytes(&again, ZIP));
    let hex: String = Sha256::digest(&zip).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(desk.read(&format!("{ZIP}.sha256")), format!("{hex}  guide-86-vienne.zip\n"));
}

#[test]
fn a_guide_says_which_files_it_offers() {
    let desk = built();
    let without = ["build", "--sans-imprimes", "--sans-hors-ligne", "--today", support::TODAY];
    assert!(desk.jalon(&without).status.success());
    assert!(!desk.path().join("output/86-vienne/hors-ligne").exists());
    desk.write("content/86-vienne/guide.yaml", format!("{GUIDE}hors_ligne: [livre, archive]\n"));
    assert!(desk.build().status.success());
    let folder = desk.path().join("output/86-vienne/hors-ligne");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        ["guide-86-vienne.zip", "guide-86-vienne.zip.sha256", "guide.epub", "index.html"]
    );
}

#[test]
fn a_book_says_what_it_is() {
    let desk = built();
    let book = bytes(&desk, "output/86-vienne/hors-ligne/guide.epub");
    let mut zip = ZipArchive::new(Cursor::new(&book[..])).unwrap();
    let first = zip.by_index(0).unwrap();
    assert_eq!(
        (&*first.name().unwrap(), first.compression()),
        ("mimetype", CompressionMethod::Stored)
    );
    drop(first);
    let files = files(&book);
    assert_eq!(files["mimetype"], b"application/epub+zip");
    let package = String::from_utf8(files["EPUB/livre.opf"].clone()).unwrap();
    for said in [
        "<dc:title>Où se faire aider dans la Vienne</dc:title>",
        "<dc:language>fr</dc:language>",
        "<dc:publisher>Réseau d’essai</dc:publisher>",
        "<dc:date>2026-11-23</dc:date>",
        "<meta property=\"dcterms:modified\">2026-11-23T00:00:00Z</meta>",
        "<meta property=\"schema:accessModeSufficient\">textual</meta>",
        "<meta property=\"schema:accessibilityHazard\">none</meta>",
    ] {
        assert!(package.contains(said), "{said}\n{package}");
    }
    // Nobody judged it: it claims nothing of the kind.
    assert!(!package.contains("conformsTo"));
    let whole: String = files
        .iter()
        .filter(|(name, _)| name.ends_with(".xhtml"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    assert!(whole.contains("Le Façonnage &lt;b&gt;œuvre&lt;/b&gt; &amp; Cie"), "{whole}");
    assert!(!whole.contains("<b>") && !whole.contains("<script"));
}

#[test]
fn each_place_has_its_message() {
    let desk = built();
    let page = desk.read("output/86-vienne/hors-ligne/messages.html");
    let first = "Maison de quartier \"La Sève\". 11 boulevard Saint-Just, 86000 Poitiers. Tél. 05 36 49 12 05. mar, jeu 9h30-12h, 14h-17h (sauf pendant les vacances scolaires)";
    let second = "Le Faconnage <b>oeuvre</b> & Cie. Lusignan. https://guide.example.fr/86/acteurs/lieux-2.html";
    for (text, body) in [
        (first, "sms:?&amp;body=Maison%20de%20quartier%20%22La%20S%C3%A8ve%22.%2011%20boulevard"),
        (second, "sms:?&amp;body=Le%20Faconnage%20%3Cb%3Eoeuvre%3C%2Fb%3E%20%26%20Cie.%20Lusignan"),
    ] {
        let shown = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let shown = shown.replace('"', "&quot;");
        assert!(page.contains(&format!("<p>{shown}</p>")), "{text}\n{page}");
        assert!(page.contains(&format!("href=\"{body}")), "{body}\n{page}");
    }
}
