//! Single files beside the guide.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use jalon::publish::{edit, replace, write_new};

use crate::support::{Scene, expected, tree};

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let scene = Scene::new();
    let path = scene.folder.path().join("content/86-vienne/acteurs/bus.yaml");
    write_new(&path, b"nom: Bus").unwrap();
    assert_eq!(write_new(&path, b"nom: Car").unwrap_err().code, "fichier-deja-la");
    let wanted = expected(&[("content/86-vienne/acteurs/bus.yaml", "nom: Bus")]);
    assert_eq!(tree(scene.folder.path()), wanted);
}

#[test]
fn replacing_keeps_rights_and_follows_links() {
    let scene = Scene::new();
    let (path, link) = (scene.folder.path().join("a.yaml"), scene.folder.path().join("lien.yaml"));
    replace(&path, b"un").unwrap();
    fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    symlink("a.yaml", &link).unwrap();
    replace(&link, b"deux").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "deux");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let wanted = expected(&[("a.yaml", "deux"), ("lien.yaml", "lien vers a.yaml")]);
    assert_eq!(tree(scene.folder.path()), wanted);
}

#[test]
fn the_same_bytes_leave_the_file_its_date() {
    let scene = Scene::new();
    let path = scene.folder.path().join("bilan.txt");
    replace(&path, b"un").unwrap();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    replace(&path, b"un").unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[test]
fn an_edit_gives_way_to_what_somebody_saved_meanwhile() {
    let scene = Scene::new();
    let path = scene.folder.path().join("a.yaml");
    replace(&path, b"nom: Bus").unwrap();
    edit(&path, b"nom: Bus", b"nom: Bus du lundi").unwrap();
    assert_eq!(edit(&path, b"nom: Bus", b"nom: Car").unwrap_err().code, "fichier-modifie");
    assert_eq!(fs::read_to_string(&path).unwrap(), "nom: Bus du lundi");
}
