//! Outputs where nothing can be written, or nothing may.

use std::fs;
use std::process::{Command, Output, Stdio};

use jalon::publish::{Destination, Staging};

use crate::scene::{Scene, everything, said};
use crate::table::Case;

pub const CASES: &[Case] = &[
    Case::new("a full disk", full),
    Case::new("a limit on the size of files", limited),
    Case::new("a disk that is read-only", read_only),
    Case::new("an output that this user may not write", |scene| {
        scene.retitle();
        Some(scene.build_as_somebody())
    }),
    Case::new("another build in the same folder, at the same time", two_at_once),
    Case {
        name: "an output on another file system",
        disk: Some("/dev/shm"),
        run: |scene| {
            scene.retitle();
            Some(scene.build(&[]))
        },
    },
    Case::new("an output inside the content", |scene| {
        Some(scene.build(&["--output", "content/site"]))
    }),
    Case::new("an output that is the content", |scene| Some(scene.build(&["--output", "content"]))),
    Case::new("an output that is the folder of the project", |scene| {
        Some(scene.build(&["--output", "."]))
    }),
    Case::new("an output that holds the files of somebody else", |scene| {
        Some(scene.build(&["--output", "voisin"]))
    }),
    Case::new("an output that is a file", |scene| {
        Some(scene.build(&["--output", "voisin/photo.jpg"]))
    }),
    Case::new("an output whose folder does not exist", |scene| {
        Some(scene.build(&["--output", "nulle/part"]))
    }),
];

/// A disk that other processes do not see holds the good guide and has no room for another.
fn full(scene: &Scene) -> Option<Output> {
    scene.retitle();
    fs::create_dir(scene.path().join("disque")).unwrap();
    let script = "mount -t tmpfs -o size=4m tmpfs disque && cp -a output disque/site";
    let output = scene.build_mounted(script, "disque/site", "cp -a disque copie");
    // The disk went with the process that mounted it; what was on it was copied.
    if output.is_some() {
        let copy = everything(&scene.path().join("copie/site"));
        assert!(copy == scene.good, "the guide on the full disk changed");
        let names: Vec<_> = fs::read_dir(scene.path().join("copie")).unwrap().collect();
        assert_eq!(names.len(), 1, "{names:?}");
        fs::remove_dir_all(scene.path().join("copie")).unwrap();
    }
    fs::remove_dir(scene.path().join("disque")).unwrap();
    output
}

/// A limit of the system on the size of files cuts a page off as a full disk does, and needs no rights.
fn limited(scene: &Scene) -> Option<Output> {
    scene.retitle();
    let inner = scene.command(&[]);
    let mut command = Command::new("sh");
    // The signal that comes with the limit is ignored, so that the write itself fails.
    command.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"]);
    command.arg(inner.get_program()).args(inner.get_args()).current_dir(scene.path());
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    Some(command.output().unwrap())
}

fn read_only(scene: &Scene) -> Option<Output> {
    scene.retitle();
    let script = "mount --bind . . && mount -o remount,bind,ro .";
    scene.build_mounted(script, "output", "true")
}

/// First while the folder is locked, for certain; then two that start at once, as chance will have it.
fn two_at_once(scene: &Scene) -> Option<Output> {
    scene.retitle();
    let first = Staging::begin(&Destination {
        output: &scene.output,
        sources: &[],
        grounds: &[],
        in_place: false,
    });
    let refused = scene.build(&[]);
    drop(first.unwrap());
    let mut ready = scene.command(&[]);
    ready.stdout(Stdio::null()).stderr(Stdio::piped());
    for _ in 0..6 {
        scene.mend();
        scene.retitle();
        let both = [ready.spawn().unwrap(), ready.spawn().unwrap()];
        let both = both.map(|child| child.wait_with_output().unwrap());
        let good = both.iter().filter(|one| one.status.code() == Some(0)).count();
        for one in both.iter().filter(|one| one.status.code() != Some(0)) {
            let told = said(&one.stderr);
            assert!(told.starts_with("erreur[construction-en-cours]"), "{told}");
        }
        assert!(good > 0, "neither of two builds at once was published");
        let new = everything(&scene.output);
        assert!(new != scene.good);
        scene.mend();
        scene.next_build_is_whole("two builds at once");
    }
    scene.retitle();
    Some(refused)
}
