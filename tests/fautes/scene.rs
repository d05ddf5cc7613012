//! A guide that is published, neighbours that nobody may touch, and one fault.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{Desk, TODAY, copy, repository};

/// The user that tests become when root runs them, whom the rights of files stop: `nobody`.
const SOMEBODY: u32 = 65534;

/// What any build here may take: address space, in KiB, and seconds of a processor. Who asks for more is stopped by the
/// system, and the test fails.
const MEMORY_KIB: u32 = 1024 * 1024;
const SECONDS: u32 = 60;

/// Every file, link and folder below a folder: what it holds, leads to, or is.
pub type Everything = BTreeMap<PathBuf, Vec<u8>>;

/// A folder with content, a published guide, and files of others beside them.
pub struct Scene {
    pub desk: Desk,
    /// Where the guide is published.
    pub output: PathBuf,
    /// The guide as it was published before the fault.
    pub good: Everything,
    /// The day that the clock tells.
    pub day: Cell<&'static str>,
    /// The content as it was then.
    before: TempDir,
    /// Whether paper is printed.
    paper: bool,
    /// The disk of the output, which goes away with the scene.
    _disk: Option<TempDir>,
}

impl Scene {
    /// The small guide of the golden tests, published beside its content or on a disk, if there is such a disk here.
    pub fn published(disk: Option<&str>) -> Option<Self> {
        let desk = Desk::empty();
        copy(&repository().join("tests/golden/content"), &desk.path().join("content"));
        let disk = disk.map(TempDir::new_in).transpose().ok()?;
        Some(Self::of(desk, disk, false))
    }

    /// A guide with paper, as small as can be.
    #[cfg(feature = "print")]
    pub fn printed() -> Self {
        let place =
            |nom: &str| format!("nom: {nom}\ncommune: Lusignan\ntelephone: 05 36 49 00 01\n");
        let guide = "titre: Petit guide\ndepartement: \"86\"\nediteur: Essai\n\
                     produits: [guide, commune, affiche]\n";
        let desk = Desk::with(&[
            ("86-vienne/guide.yaml", guide),
            ("86-vienne/acteurs/un.yaml", &place("Un")),
            ("86-vienne/acteurs/deux.yaml", &place("Deux")),
        ]);
        Self::of(desk, None, true)
    }

    fn of(desk: Desk, disk: Option<TempDir>, paper: bool) -> Self {
        desk.write("voisin/photo.jpg", b"\xff\xd8 vacances");
        desk.write("voisin/output.txt", "à moi");
        symlink("../content", desk.path().join("voisin/lien")).unwrap();
        let output = disk.as_ref().map_or(desk.path(), TempDir::path).join("output");
        let before = tempfile::tempdir().unwrap();
        copy(&desk.path().join("content"), before.path());
        let good = Everything::new();
        let day = Cell::new(TODAY);
        let mut scene = Self { desk, output, good, day, before, paper, _disk: disk };
        let first = scene.build(&[]);
        assert_eq!(first.status.code(), Some(0), "{}", said(&first.stderr));
        scene.good = everything(&scene.output);
        scene
    }

    pub fn path(&self) -> &Path {
        self.desk.path()
    }

    /// A record of the guide, added.
    pub fn add(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        fs::write(self.actors().join(name), text).unwrap();
    }

    /// The folder of records.
    pub fn actors(&self) -> PathBuf {
        self.path().join("content/86-vienne/acteurs")
    }

    /// Gives the guide another title, so that every page changes.
    pub fn retitle(&self) {
        let path = "content/86-vienne/guide.yaml";
        let text = self.desk.read(path).replace("titre: Petit guide", "titre: Guide d’à côté");
        self.desk.write(path, text);
    }

    /// The program, about to build here, within limits of memory and time.
    pub fn command(&self, more: &[&str]) -> Command {
        let output = ["--output", self.output.to_str().unwrap()];
        let output = if more.contains(&"--output") { &[][..] } else { &output };
        self.command_with(env!("CARGO_BIN_EXE_jalon"), &[output, more].concat())
    }

    fn command_with(&self, program: &str, more: &[&str]) -> Command {
        let mut command = heeding_interrupts("sh");
        let limits = format!("ulimit -v {MEMORY_KIB} && ulimit -t {SECONDS} && exec \"$@\"");
        command.args(["-c", &limits, "sh", program, "build"]);
        command.args((!self.paper).then_some("--sans-imprimes"));
        command.args(["--today", self.day.get()]).args(more).current_dir(self.path());
        // Each thread takes address space of its own: their number must not be that of the machine.
        command.env("RAYON_NUM_THREADS", "2").env("MALLOC_ARENA_MAX", "2").env("NO_COLOR", "1");
        command.env("HOME", self.path().join("maison"));
        command
    }

    /// The program, about to run here.
    pub fn jalon(&self, words: &[&str]) -> Command {
        let mut command = heeding_interrupts(env!("CARGO_BIN_EXE_jalon"));
        command.args(words).args(["--today", self.day.get()]).current_dir(self.path());
        command.env("NO_COLOR", "1");
        command
    }

    /// Builds here.
    pub fn build(&self, more: &[&str]) -> Output {
        self.command(more).output().unwrap()
    }

    /// Builds as a user whom the rights of files stop.
    pub fn build_as_somebody(&self) -> Output {
        let own = tempfile::tempdir().unwrap();
        let program = own.path().join("jalon");
        // Copied by another process: a program that this one has open for writing could not be started.
        let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_jalon")).arg(&program).status();
        assert!(copied.unwrap().success());
        for folder in [own.path(), self.path()] {
            fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
        }
        let output = self.output.to_str().unwrap();
        let mut command = self.command_with(program.to_str().unwrap(), &["--output", output]);
        if rustix::process::geteuid().is_root() {
            command.uid(SOMEBODY).gid(SOMEBODY);
        }
        command.output().unwrap()
    }

    /// Builds in `output` after `script` mounted something that no other process sees; nothing where the system does
    /// not allow it. `script` is run in the folder of the scene, as is what comes `after` the build.
    pub fn build_mounted(&self, script: &str, output: &str, after: &str) -> Option<Output> {
        let apart = ["--user", "--map-root-user", "--mount", "--", "sh", "-c"];
        let mut attempt = Command::new("unshare");
        attempt.args(apart).arg("mount -t tmpfs tmpfs /tmp");
        if !attempt.output().is_ok_and(|said| said.status.success()) {
            return None;
        }
        let inner = self.command_with(env!("CARGO_BIN_EXE_jalon"), &["--output", output]);
        let whole =
            format!("{script} && cd \"$PWD\" || exit 9; \"$@\"; code=$?; {after}; exit $code");
        let mut command = Command::new("unshare");
        command.args(apart).arg(whole).arg("sh").arg(inner.get_program()).args(inner.get_args());
        command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Some(command.current_dir(self.path()).output().unwrap())
    }

    /// All that stands around the output and the content.
    pub fn neighbours(&self) -> Everything {
        let mut all = everything(self.path());
        all.retain(|path, _| {
            !path.starts_with("content") && !self.path().join(path).starts_with(&self.output)
        });
        all
    }

    /// Undoes whatever was done to the content and the clock.
    pub fn mend(&self) {
        self.day.set(TODAY);
        fs::remove_dir_all(self.path().join("content")).unwrap();
        copy(self.before.path(), &self.path().join("content"));
    }

    /// The next build ends in the good guide, and nothing that jalon made for a while is left.
    pub fn next_build_is_whole(&self, case: &str) {
        let next = self.build(&[]);
        assert_eq!(next.status.code(), Some(0), "{case}: {}", said(&next.stderr));
        assert!(everything(&self.output) == self.good, "{case}: the next build is not whole");
        let beside = self.output.parent().unwrap();
        let left: Vec<_> =
            everything(beside).into_keys().filter(|path| is_temporary(path)).collect();
        assert_eq!(left, Vec::<PathBuf>::new(), "{case}");
    }
}

/// What a program said.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a name is one that jalon gives while it works.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap().as_bytes();
    name.windows(7).any(|part| part == b".jalon-") && name != b".jalon-fichiers"
}

/// Everything below a folder, hidden files too.
pub fn everything(root: &Path) -> Everything {
    let mut found = Everything::new();
    let mut left = vec![PathBuf::new()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(root.join(&folder)).into_iter().flatten().map(Result::unwrap) {
            let path = folder.join(entry.file_name());
            let kind = entry.file_type().unwrap();
            let held = if kind.is_dir() {
                left.push(path.clone());
                b"dossier".to_vec()
            } else if kind.is_symlink() {
                fs::read_link(entry.path()).unwrap().as_os_str().as_bytes().to_vec()
            } else {
                fs::read(entry.path()).unwrap()
            };
            found.insert(path, held);
        }
    }
    found
}

/// A command that an interrupt ends, even where these tests themselves run in the background of a shell, which has all that it
/// starts there ignore the keys.
fn heeding_interrupts(program: &str) -> Command {
    if cfg!(not(target_os = "linux")) {
        return Command::new(program);
    }
    let mut command = Command::new("env");
    command.args(["--default-signal=INT", program]);
    command
}
