//! Records that cannot be read, or not as they should be.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Child, Output, Stdio};
use std::time::Duration;

use crate::scene::Scene;
use crate::table::Case;

pub const CASES: &[Case] = &[
    Case::new("a record that goes between the listing of the folder and its reading", vanished),
    Case::new("a record that this user may not read", unreadable),
    Case::new("a folder of records that this user may not list", closed),
    Case::new("a link to the folder above, in a loop", |scene| {
        symlink("..", scene.actors().join("boucle")).unwrap();
        Some(scene.build(&[]))
    }),
    Case::new("a link to itself", |scene| {
        symlink("soi.yaml", scene.actors().join("soi.yaml")).unwrap();
        Some(scene.build(&[]))
    }),
    Case::new("a name of a file that is not UTF-8", |scene| {
        with(scene, OsStr::from_bytes(b"m\xe9diath\xe8que.yaml"), GOOD)
    }),
    Case::new("a name of 250 letters", |scene| {
        with(scene, OsStr::new(&format!("{}.yaml", "a".repeat(245))), GOOD)
    }),
    Case::new("a text that is not UTF-8", |scene| {
        with(scene, "lieu", b"nom: M\xe9diath\xe8que\ncommune: Poitiers\n")
    }),
    Case::new("a text in UTF-16", |scene| {
        let text = String::from_utf8_lossy(GOOD);
        let bytes = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
        with(scene, "lieu", bytes.collect::<Vec<u8>>())
    }),
    Case::new("a byte order mark", |scene| with(scene, "lieu", [b"\xef\xbb\xbf", GOOD].concat())),
    Case::new("lines that end by CR LF", |scene| {
        with(scene, "lieu", String::from_utf8_lossy(GOOD).replace('\n', "\r\n"))
    }),
    Case::new("a NUL in a text", |scene| with(scene, "lieu", b"nom: Li\0eu\ncommune: Poitiers\n")),
    Case::new("a program in place of a record", |scene| {
        with(scene, "lieu", fs::read("/bin/true").unwrap())
    }),
];

const GOOD: &[u8] = b"nom: Lieu\ncommune: Poitiers\n";

/// Builds with one more record.
fn with(scene: &Scene, name: impl AsRef<OsStr>, text: impl AsRef<[u8]>) -> Option<Output> {
    let mut name = name.as_ref().to_owned();
    if !name.as_bytes().ends_with(b".yaml") {
        name.push(".yaml");
    }
    scene.add(name, text);
    Some(scene.build(&[]))
}

/// Settings are read first: while these, which are long, are read, a record goes.
fn vanished(scene: &Scene) -> Option<Output> {
    let settings = "content/86-vienne/guide.yaml";
    let long = format!("{}{}", scene.desk.read(settings), "# une ligne sans fin\n".repeat(700_000));
    for _ in 0..20 {
        scene.mend();
        scene.desk.write(settings, &long);
        let mut command = scene.command(&[]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let told = wait_for_reading(&child, long.len() as u64);
        fs::remove_file(scene.actors().join("bus.yaml")).unwrap();
        let output = child.wait_with_output().unwrap();
        told?;
        if output.status.code() == Some(1) {
            return Some(output);
        }
    }
    panic!("the record never went in time");
}

/// Waits until a program read so many bytes; nothing where the system does not tell.
fn wait_for_reading(child: &Child, bytes: u64) -> Option<()> {
    let path = format!("/proc/{}/io", child.id());
    loop {
        let told = fs::read_to_string(&path).ok()?;
        let read = told.lines().find_map(|line| line.strip_prefix("rchar: "))?;
        if read.parse::<u64>().ok()? >= bytes {
            return Some(());
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn unreadable(scene: &Scene) -> Option<Output> {
    let record = scene.actors().join("bus.yaml");
    fs::set_permissions(&record, Permissions::from_mode(0o0)).unwrap();
    let output = scene.build_as_somebody();
    fs::set_permissions(&record, Permissions::from_mode(0o644)).unwrap();
    Some(output)
}

fn closed(scene: &Scene) -> Option<Output> {
    let folder = scene.actors();
    fs::set_permissions(&folder, Permissions::from_mode(0o0)).unwrap();
    let output = scene.build_as_somebody();
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    Some(output)
}
