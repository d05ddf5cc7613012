//! What a process costs: clock, processor, memory.

use std::process::Command;

/// What one process cost.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    /// Seconds of the clock.
    pub wall: f64,
    /// Seconds of the processor in the program, children included.
    pub user: f64,
    /// Seconds of the processor in the system.
    pub system: f64,
    /// Peak memory in MiB.
    pub peak: f64,
}

impl Cost {
    /// Seconds of the processor.
    pub fn cpu(self) -> f64 {
        self.user + self.system
    }
}

/// Runs a command under GNU time, which knows CPU and peak memory of the whole process.
pub fn timed(command: &mut Command) -> Cost {
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%e %U %S %M"]).arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        time.current_dir(folder);
    }
    let done = time.output().expect("install GNU time (package « time »)");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    let numbers: Vec<f64> =
        said.lines().last().unwrap().split(' ').filter_map(|word| word.parse().ok()).collect();
    Cost { wall: numbers[0], user: numbers[1], system: numbers[2], peak: numbers[3] / 1024.0 }
}
