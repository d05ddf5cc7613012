//! Ctrl-C: the last good guide stays, the program says so in one line, and its code is 130.

use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::kill::moments;
use crate::scene::{Scene, everything, said};

const STOPPED: &str = "Arrêté : rien n’a été publié. La dernière version reste en place.\n";

/// Starts a program, and presses Ctrl-C after a while.
pub fn interrupted(mut command: Command, wait: impl FnOnce()) -> Output {
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait();
    let number = Pid::from_raw(child.id().try_into().unwrap()).unwrap();
    // One that ended already waits to be asked for its end.
    kill_process(number, Signal::INT).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn an_interrupt_at_any_moment_keeps_the_last_guide_or_finishes_the_new_one() {
    let scene = Scene::published(None).unwrap();
    let neighbours = scene.neighbours();
    let start = Instant::now();
    scene.retitle();
    assert!(scene.build(&[]).status.success());
    let (length, new) = (start.elapsed(), everything(&scene.output));
    let mut stopped = 0;
    for (turn, moment) in moments(20).into_iter().enumerate() {
        scene.mend();
        scene.next_build_is_whole("an interrupt");
        scene.retitle();
        let output = interrupted(scene.command(&[]), || {
            std::thread::sleep(length.mul_f64(moment));
        });
        let (found, told) = (everything(&scene.output), said(&output.stderr));
        match (output.status.code(), output.status.signal()) {
            (Some(0), _) => assert!(found == new, "turn {turn}"),
            (Some(130), _) => {
                assert_eq!(told, STOPPED, "turn {turn}");
                assert!(found == scene.good, "turn {turn}");
                stopped += 1;
            }
            // Before the program itself began.
            (None, Some(2)) => assert!(found == scene.good, "turn {turn}"),
            _ => panic!("turn {turn}: {} {told}", output.status),
        }
    }
    assert!(stopped > 0, "no interrupt fell into the work");
    scene.mend();
    scene.next_build_is_whole("an interrupt");
    assert!(scene.neighbours() == neighbours);
}

/// The keys themselves, on a terminal of our own: the line that fills, then the one line that says what became of it.
#[cfg(target_os = "linux")]
#[test]
fn the_keys_of_a_terminal_stop_a_build_that_shows_how_far_it_is() {
    let scene = Scene::published(None).unwrap();
    let build = scene.command(&[]);
    let words = [build.get_program()].into_iter().chain(build.get_args());
    let line: String = words.map(|word| format!("'{}' ", word.to_string_lossy())).collect();
    let on_terminal = |keys: Option<Duration>| {
        let mut command = Command::new("script");
        command.args(["--quiet", "--return", "--echo", "never", "--command", &line, "/dev/null"]);
        command.envs(build.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.current_dir(scene.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let Ok(mut child) = command.spawn() else { return None };
        let mut keyboard = child.stdin.take().unwrap();
        if let Some(pause) = keys {
            std::thread::sleep(pause);
            keyboard.write_all(b"\x03").unwrap();
        }
        let output = child.wait_with_output().unwrap();
        drop(keyboard);
        Some((output.status.code(), said(&output.stdout)))
    };
    let start = Instant::now();
    let Some((code, told)) = on_terminal(None) else {
        println!("sauté : il n’y a pas de « script » sur ce système");
        return;
    };
    let length = start.elapsed();
    assert_eq!(code, Some(0), "{told}");
    for part in ["\rLecture des fiches…\u{1b}[K", "\rPages : ", "\rPublication…\u{1b}[K\r\u{1b}[K"]
    {
        assert!(told.contains(part), "{part:?} is not in {told:?}");
    }
    scene.retitle();
    // Soon after the start, and a little later each time, until one falls into the work.
    let stopped = (1..10).find_map(|tenth| {
        let (code, told) = on_terminal(Some(length * tenth / 10))?;
        (code == Some(130) && told.contains("Arrêté")).then_some(told)
    });
    let told = stopped.expect("the keys never stopped a build").replace('\r', "");
    assert!(told.ends_with(STOPPED), "{told:?}");
    assert!(everything(&scene.output) == scene.good);
    scene.mend();
    scene.next_build_is_whole("Ctrl-C");
}
