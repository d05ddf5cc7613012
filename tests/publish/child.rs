//! The test program started again as another process: to be killed, limited or run by another user.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use jalon::address::Address;
use jalon::publish::Staging;

use crate::support::{Scene, destination};

/// A child that publishes one edition of the guide of `pages` in `output`.
pub fn publishing(output: &Path, edition: &str, in_place: bool) -> Command {
    let mut command = running("child::a_process_of_its_own_publishes_what_it_is_told");
    command.env("JALON_OUTPUT", output);
    command.env("JALON_EDITION", edition);
    command.env("JALON_IN_PLACE", if in_place { "oui" } else { "non" });
    command
}

/// A child that runs one test, which sees by what it is told that it is the child.
pub fn running(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]);
    command
}

/// The user that tests become when root runs them: `nobody`.
pub const SOMEBODY: u32 = 65534;

/// Runs a test again where `script` mounted something that no other process sees.
///
/// Where the system does not allow it, this says so: other tests cover the same rules without mounts.
pub fn mounting(scene: &Scene, script: &str, test: &str) {
    let apart = ["--user", "--map-root-user", "--mount", "--"];
    let mut attempt = Command::new("unshare");
    attempt.args(apart).args(["mount", "-t", "tmpfs", "tmpfs", "/tmp"]);
    if !attempt.status().is_ok_and(|status| status.success()) {
        println!("sauté : ce système ne permet pas de monter un disque d’essai");
        return;
    }
    let script = format!("{script} && exec \"$@\"");
    let inner = running(test);
    let mut command = Command::new("unshare");
    command.args(apart).args(["sh", "-c", &script, "sh"]);
    command.arg(inner.get_program()).args(inner.get_args());
    succeed(command.env("JALON_SCENE", scene.folder.path()));
}

/// Runs a test again as a user who may write only in `open`, not in the folder of the scene.
pub fn as_somebody(scene: &Scene, open: &[&Path], test: &str) {
    let rights =
        |mode| fs::set_permissions(scene.folder.path(), PermissionsExt::from_mode(mode)).unwrap();
    let program = scene.folder.path().join("essai");
    // Copied by another process: a program that this one has open for writing could not be started.
    let copied = Command::new("cp").arg(std::env::current_exe().unwrap()).arg(&program).status();
    assert!(copied.unwrap().success());
    rights(0o555);
    let mut command = running(test);
    let root = open.iter().all(|path| chown(path, Some(SOMEBODY), Some(SOMEBODY)).is_ok());
    if root {
        // The copy can be read by that user, wherever the original lies.
        let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        command = Command::new(&program);
        command.args(arguments).uid(SOMEBODY).gid(SOMEBODY);
    }
    succeed(command.env("JALON_SCENE", scene.folder.path()));
    rights(0o755);
    fs::remove_file(program).unwrap();
}

/// Runs a child that must pass exactly one test.
pub fn succeed(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("1 passed"), "{said}");
}

/// What a child was told; nothing in the process that starts it.
pub fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A guide of some hundred pages: a third is the same in every edition, some are in one edition only.
///
/// All that differs between « guide/une » and « guide/autre » lies in the folder `guide`.
pub fn pages(edition: &str) -> Vec<(Address, String)> {
    let above =
        edition.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let page = |number: usize| {
        let words = if number.is_multiple_of(3) { "toutes" } else { edition };
        let address = format!("{above}acteurs/{}/page-{number}.html", number % 4);
        (address, format!("{number} {words} ").repeat(60))
    };
    let own = |number: usize| (format!("{edition}/seule-{number}.html"), edition.to_owned());
    let same = |number: usize| (format!("autre/page-{number}.html"), number.to_string());
    let pages = (0..90).map(page).chain((0..10).map(own)).chain((0..10).map(same));
    pages.map(|(address, text)| (Address::new(address).unwrap(), text)).collect()
}

pub fn put_all(staging: &Staging, edition: &str, pause: Duration) {
    for (address, text) in pages(edition) {
        staging.put(&address, text.as_bytes()).unwrap();
        std::thread::sleep(pause);
    }
}

#[test]
fn a_process_of_its_own_publishes_what_it_is_told() {
    let Some(output) = told("JALON_OUTPUT") else {
        let scene = Scene::new();
        succeed(&mut publishing(&scene.output, "une", false));
        let published: Vec<String> =
            scene.pages().into_keys().map(|path| path.to_string_lossy().into_owned()).collect();
        let mut wanted: Vec<String> =
            pages("une").into_iter().map(|(address, _)| address.to_string()).collect();
        wanted.sort();
        assert_eq!(published, wanted);
        return;
    };
    let wanted = destination(Path::new(&output), told("JALON_IN_PLACE").unwrap() == "oui");
    let staging = Staging::begin(&wanted).unwrap();
    put_all(&staging, &told("JALON_EDITION").unwrap(), Duration::from_micros(20));
    println!("tout est prêt");
    staging.publish().unwrap();
}
